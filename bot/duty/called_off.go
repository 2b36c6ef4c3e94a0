package duty

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"signpost/bot/card"
	"signpost/bot/people"
	"signpost/bot/runner"
	"signpost/bot/sessionlog"
	"signpost/bot/talk"
	"signpost/directory"
	"signpost/locales"
)

// People is what the duties read of who is in a group.
type People interface {
	Wearers(ctx context.Context, group string) ([]people.Wearer, error)
}

// CalledOff tells the first aiders and admins of a group how one of its sessions
// stands, once somebody has called it off, moved it or put it back: not the one who
// did it. It says what is so when it is told, which after a second change is the
// newest.
//
// Whoever asked to be reminded of the session is told from here too, when there are
// reminders: this job is made for every such change.
func CalledOff(desk People, dir Listings) runner.Duty {
	return func(ctx context.Context, now time.Time, j runner.Job) (runner.Outcome, error) {
		var out runner.Outcome
		turned, err := sessionlog.ReadTurned(j.Body)
		if err != nil {
			return out, err
		}
		at := turned.Occurrence
		s, err := dir.Service(ctx, at.Service)
		if errors.Is(err, directory.ErrNotFound) {
			return out, nil
		}
		if err != nil {
			return out, fmt.Errorf("reading whose session was turned: %w", err)
		}
		o, off, ok := s.Occurrence(at.Schedule, at.Original)
		if !ok || o.End.Before(now) {
			return out, nil // nobody needs to know any more
		}
		team, err := groupTeam(ctx, desk, string(s.Organisation.ID))
		for _, person := range team {
			if person == turned.By {
				continue
			}
			out.Tell = append(out.Tell, talk.Tell{
				One: person, Body: locales.TodayTold(ownName(s), standsNow(o, off, now)),
				Rows: talk.Column(talk.Standing("today", "", locales.TodayButtonList())),
			})
		}
		return out, err
	}
}

// standsNow words how a session stands.
func standsNow(o directory.Occurrence, off bool, now time.Time) locales.Text {
	switch when := card.Occurrence(o, now); {
	case off:
		return locales.Join(" – ", locales.TodayPartOff(when), card.Off(o.Reason))
	case o.Changed:
		return when
	default:
		return locales.TodayPartOn(when)
	}
}

// groupTeam are the first aiders and admins of a group, each once.
func groupTeam(ctx context.Context, desk People, group string) ([]string, error) {
	wearers, err := desk.Wearers(ctx, group)
	if err != nil {
		return nil, fmt.Errorf("reading who is in a group: %w", err)
	}
	var out []string
	for _, w := range wearers {
		if (w.Hat.Role == people.FirstAider || w.Hat.Role == people.GroupAdmin) && !slices.Contains(out, w.Person) {
			out = append(out, w.Person)
		}
	}
	return out, nil
}
