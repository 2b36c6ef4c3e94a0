package duty

import (
	"context"
	"fmt"
	"slices"
	"testing"
	"time"

	"signpost/bot/people"
	"signpost/bot/runner"
	"signpost/bot/upkeep"
	"signpost/directory"
)

// desk has one listing of one group with two admins.
type desk struct{ q upkeep.Question }

func (d desk) Questions(context.Context, string) ([]upkeep.Question, error) {
	return []upkeep.Question{d.q}, nil
}

func (desk) Wearers(context.Context, string) ([]people.Wearer, error) {
	hat := people.Hat{Role: people.GroupAdmin, Group: "g"}
	return []people.Wearer{
		{Person: "lead", Hat: people.Hat{Role: people.SafeguardingLead, Group: "g"}},
		{Person: "newer", Hat: hat, Since: time.Date(2030, 2, 1, 0, 0, 0, 0, time.UTC)},
		{Person: "older", Hat: hat, Since: time.Date(2029, 2, 1, 0, 0, 0, 0, time.UTC)},
	}, nil
}

// listings is one listing.
type listings directory.Status

func (l listings) Service(context.Context, directory.ID) (*directory.Service, error) {
	if l == "" {
		return nil, directory.ErrNotFound
	}
	return &directory.Service{ID: service, Name: "Tea", Status: directory.Status(l)}, nil
}

const service directory.ID = "8d1e2b8e-5f0a-4f6e-9c62-000000000001"

// Each stage reaches those who should know, and changes the card only when its
// time has come.
func TestStillRight(t *testing.T) {
	ladder := upkeep.Ladder{Ask: 30, Second: 3, Office: 7, RingFirst: 14, Hide: 45}
	day := func(n int) time.Time { return time.Date(2030, 1, 1, 10, 0, 0, 0, directory.London).AddDate(0, 0, n) }
	at := func(s upkeep.Stage, asked int) upkeep.Question {
		q := upkeep.Question{Service: service, Group: "g", Confirmed: "2030-01-01", Stage: s}
		if s != upkeep.NotAsked {
			q.Asked, q.Since = day(asked), day(asked)
		}
		return q
	}
	for _, c := range []struct {
		name   string
		q      upkeep.Question
		dir    listings
		day    int
		tells  []string
		doubts []directory.Doubt
	}{
		{"on the 29th day nobody", at(upkeep.NotAsked, 0), "active", 29, nil, nil},
		{"then the one who has been there longest", at(upkeep.NotAsked, 0), "active", 30, []string{"one older"}, nil},
		{"after three days all admins", at(upkeep.AskedFirst, 30), "active", 33, []string{"group_admin g"}, nil},
		{"after seven the office", at(upkeep.AskedSecond, 30), "active", 37, []string{"coordinator "}, nil},
		{"after fourteen the card", at(upkeep.ToldOffice, 30), "active", 44, []string{"group_admin g", "coordinator "}, []directory.Doubt{directory.Unanswered}},
		{"in the end it is hidden", at(upkeep.RingFirst, 30), "active", 75, []string{"group_admin g", "coordinator ", "who reported it"}, []directory.Doubt{directory.Hidden}},
		{"nothing is asked of one that is paused", at(upkeep.NotAsked, 0), "temporarily closed", 30, nil, nil},
		{"nor of one that is not there", at(upkeep.NotAsked, 0), "", 30, nil, nil},
	} {
		out, err := StillRight(desk{c.q}, c.dir, ladder)(t.Context(), day(c.day), runner.Job{})
		if err != nil {
			t.Fatal(err)
		}
		var tells []string
		for _, w := range out.Tell {
			if w.Reporters != "" {
				tells = append(tells, "who reported it")
			} else if w.One != "" {
				tells = append(tells, "one "+w.One)
			} else {
				tells = append(tells, fmt.Sprintf("%s %s", w.To.Role, w.To.Group))
			}
		}
		var doubts []directory.Doubt
		for _, ch := range out.Changes {
			doubts = append(doubts, ch.Cast...)
		}
		if !slices.Equal(tells, c.tells) || !slices.Equal(doubts, c.doubts) {
			t.Errorf("%s: tells %q, doubts %v", c.name, tells, doubts)
		}
		if len(out.Jobs) != 1 || !out.Jobs[0].Due.Equal(day(c.day+1)) {
			t.Errorf("%s: the next look is %+v", c.name, out.Jobs)
		}
	}
}

// The day has one job, whoever makes it and how often, at ten by the clock of the
// area on both sides of its change.
func TestStillRightJob(t *testing.T) {
	for now, want := range map[string]string{
		"2030-03-30T09:00:00Z": "2030-03-30T10:00:00Z",
		"2030-03-30T10:00:01Z": "2030-03-31T09:00:00Z",
		"2030-03-31T09:00:00Z": "2030-03-31T09:00:00Z",
	} {
		at, err := time.Parse(time.RFC3339, now)
		if err != nil {
			t.Fatal(err)
		}
		if j := StillRightJob(at); j.Due.UTC().Format(time.RFC3339) != want || j.Key != "still_right."+want[:10] {
			t.Errorf("%s: %s, key %q", now, j.Due.UTC(), j.Key)
		}
	}
}
