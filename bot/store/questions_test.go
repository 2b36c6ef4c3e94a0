package store_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"signpost/bot/people"
	"signpost/bot/store"
	"signpost/bot/talk"
	"signpost/bot/upkeep"
	"signpost/directory"
)

func questions(t testing.TB, s *store.Store, group string) []upkeep.Question {
	t.Helper()
	all, err := s.Questions(t.Context(), group)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// Days count from the question that was delivered; an answer ends it.
func TestQuestions(t *testing.T) {
	s, c, path := cast(t)
	ask := func(stage upkeep.Stage) {
		t.Helper()
		job := store.Job{Key: newID("ask"), Kind: "still_right", Due: c.at}
		if err := s.AddJobs(t.Context(), job); err != nil {
			t.Fatal(err)
		}
		q := questions(t, s, "g1")[0]
		q.Stage, q.Since = stage, c.at
		if err := s.FinishJob(t.Context(), due(t, s, c.at, 1)[0].ID, store.Finished{
			Do:      []talk.Effect{upkeep.Moved{Question: q}},
			Notices: []store.Notice{{Door: "telegram", Chat: "a", Letter: store.Letter{Body: []byte("still right?")}, About: "question.tea"}},
		}); err != nil {
			t.Fatal(err)
		}
	}
	want := func(when string, want upkeep.Question) {
		t.Helper()
		if diff := cmp.Diff([]upkeep.Question{want}, questions(t, s, "g1"), cmp.Comparer(time.Time.Equal)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", when, diff)
		}
	}
	save(t, s, turn("a", upkeep.StillRight{Service: "tea", Group: "g1", Day: today}))
	tea := upkeep.Question{Service: "tea", Group: "g1", Confirmed: today}
	want("confirmed", tea)
	ask(upkeep.AskedFirst)
	tea.Stage, tea.Since = upkeep.AskedFirst, noon
	want("asked, but not delivered", tea)
	c.at = noon.Add(3 * time.Hour)
	s.Close()
	s = open(t, path, c)
	sent(t, s, next(t, s, c.at, 1)[0], "m")
	tea.Asked = c.at
	want("delivered", tea)
	c.at = c.at.Add(72 * time.Hour)
	ask(upkeep.AskedSecond)
	sent(t, s, next(t, s, c.at, 1)[0], "m")
	tea.Stage, tea.Since = upkeep.AskedSecond, c.at
	want("the second was asked: the days count on", tea)
	if err := s.Purge(t.Context(), c.at.AddDate(1, 0, 0)); err != nil {
		t.Fatal(err)
	}
	want("a year later it is still open", tea)
	save(t, s, turn("b", upkeep.StillRight{Service: "tea", Group: "g1", Day: "2026-11-25"}))
	tea = upkeep.Question{Service: "tea", Group: "g1", Confirmed: "2026-11-25"}
	want("answered", tea)
	save(t, s, turn("b", upkeep.StillRight{Service: "tea", Group: "g1", Day: "2026-11-24"}))
	want("confirmed as of an earlier day", tea)
	ask(upkeep.AskedFirst)
	tea.Stage, tea.Since = upkeep.AskedFirst, c.at
	want("asked again: the days of the question before do not count", tea)
}

// Somebody who confirms while the program is about to ask ends the question.
func TestAnAnswerIsNotOverwritten(t *testing.T) {
	s, _, _ := cast(t)
	save(t, s, turn("a", upkeep.StillRight{Service: "tea", Group: "g1", Day: "2026-10-01"}))
	old := questions(t, s, "")[0]
	save(t, s, turn("a", upkeep.StillRight{Service: "tea", Group: "g1", Day: today}))
	old.Stage = upkeep.NotShown
	wantStale(t, s, "what was true before", turn("office", upkeep.Moved{Question: old}))
	if got := questions(t, s, "")[0]; got.Confirmed != today || got.Stage != upkeep.NotAsked {
		t.Errorf("the question stands at %+v", got)
	}
}

func TestAGroupIsAway(t *testing.T) {
	s, _, _ := cast(t)
	save(t, s, turn("a", upkeep.StillRight{Service: "tea", Group: "g1", Day: today}, upkeep.StillRight{Service: "choir", Group: "g1", Day: today}))
	save(t, s, turn("other", upkeep.StillRight{Service: "walk", Group: "g2", Day: today}))
	for _, day := range []directory.Date{"2026-12-01", "2027-01-05", ""} {
		save(t, s, turn("a", upkeep.AwayUntil{Group: "g1", Day: day}))
		all := questions(t, s, "")
		if len(all) != 3 || all[0].Away != day || all[1].Away != day || all[2].Away != "" {
			t.Errorf("away until %q: %+v", day, all)
		}
	}
}

// The record says who, by which hat, and what it was before and after; the newest
// first.
func TestRecords(t *testing.T) {
	s, c, path := cast(t)
	entries := []upkeep.Entry{
		{Day: today, Role: people.GroupAdmin, Group: "g1", What: "edited", Service: "tea", Field: directory.FieldPhones, Before: `"01632 960001"`, After: `"01632 960002"`},
		{Day: today, Role: people.GroupAdmin, Group: "g1", What: "confirmed", Service: "choir"},
		{Role: people.GroupAdmin, Group: "g2", What: "created", Service: "walk", Person: "p-given"},
	}
	for i, chat := range []string{"a", "b", "other"} {
		save(t, s, turn(chat, upkeep.Record{Entry: entries[i]}))
	}
	s.Close()
	s = open(t, path, c)
	entries[0].Person, entries[1].Person, entries[2].Day = "p-a", "p-b", today
	for _, q := range []struct {
		group   string
		service directory.ID
		n       int
		want    []upkeep.Entry
	}{
		{"", "", 0, []upkeep.Entry{entries[2], entries[1], entries[0]}},
		{"", "", 1, []upkeep.Entry{entries[2]}},
		{"g1", "", 9, []upkeep.Entry{entries[1], entries[0]}},
		{"", "walk", 9, []upkeep.Entry{entries[2]}},
		{"g1", "tea", 9, []upkeep.Entry{entries[0]}},
		{"g2", "tea", 9, nil},
	} {
		got, err := s.Records(t.Context(), q.group, q.service, q.n)
		if diff := cmp.Diff(q.want, got); diff != "" || err != nil {
			t.Errorf("%q, %q, %d: %v (-want +got):\n%s", q.group, q.service, q.n, err, diff)
		}
	}
}

// A session says that its time is right, and answers the question after it: but of a
// listing that no admin has ever confirmed it makes none that can go stale.
func TestTimeHeld(t *testing.T) {
	s, _, path := group(t)
	asked := func(service directory.ID, confirmed directory.Date, stage upkeep.Stage) {
		save(t, s, turn("admin", upkeep.StillRight{Service: service, Group: "g1", Day: confirmed},
			upkeep.Moved{Question: upkeep.Question{Service: service, Group: "g1", Confirmed: confirmed, Stage: stage, Since: noon}}))
	}
	asked("open", "2026-10-01", upkeep.AskedSecond)
	asked("newer", "2026-11-22", upkeep.NotAsked)
	asked("older", "2026-10-01", upkeep.AskedFirst)
	change(t, path, `INSERT INTO question (service, grp, confirmed, stage) VALUES ('never', 'g1', '', 0)`)
	save(t, s, turn("amina", upkeep.TimeHeld{Service: "open", Day: "2026-11-20"}, upkeep.TimeHeld{Service: "newer", Day: "2026-11-20"},
		upkeep.TimeHeld{Service: "older", Day: "2026-09-20"},
		upkeep.TimeHeld{Service: "never", Day: "2026-11-20"}, upkeep.TimeHeld{Service: "unknown", Day: "2026-11-20"}))
	var got []string
	for _, q := range questions(t, s, "") {
		got = append(got, fmt.Sprint(q.Service, " ", q.Confirmed, " ", q.Stage, " ", q.Since.IsZero()))
	}
	want := []string{"never  0 true", "newer 2026-11-22 0 true", "older 2026-10-01 1 false", "open 2026-11-20 0 true"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("questions (-want +got):\n%s", diff)
	}
}
