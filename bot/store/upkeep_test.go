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

const today = directory.Date("2026-11-22")

// proposal is one that gives a listing's fields a value.
func proposal(id string, service directory.ID, fields ...directory.Field) upkeep.Proposal {
	c := directory.Change{Service: service, Base: 7, Owner: "g1", Today: today, Lift: []directory.Doubt{directory.NumberChanging}}
	for _, f := range fields {
		c.Edits = append(c.Edits, directory.Set(f, nil))
	}
	return upkeep.Proposal{ID: id, Change: c, Name: "Tuesday tea", Group: "g1", Role: people.GroupAdmin, Day: today}
}

// cast is a store with a coordinator, two admins of g1 and one of g2.
func cast(t testing.TB) (*store.Store, *clock, string) {
	t.Helper()
	s, c, path := newStore(t)
	wear(t, s, "office", "p-office", office)
	wear(t, s, "a", "p-a", admin)
	wear(t, s, "b", "p-b", admin)
	wear(t, s, "other", "p-other", people.Hat{Role: people.GroupAdmin, Group: "g2"})
	return s, c, path
}

func waiting(t testing.TB, s *store.Store) (names []string) {
	t.Helper()
	all, err := s.Proposals(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range all {
		names = append(names, p.ID)
	}
	return names
}

func TestAProposalComesBackAsItWasMade(t *testing.T) {
	s, c, path := cast(t)
	want := proposal("x", "tea", directory.FieldPhones)
	want.Change.Edits[0] = directory.Set(directory.FieldPhones, []directory.Phone{{Number: "01632 960123"}})
	want.By = "somebody else, says the flow"
	save(t, s, turn("a", upkeep.Propose{Proposal: want}))
	whole := upkeep.Proposal{
		ID: "new", Name: "Choir", Group: "g1", Role: people.GroupAdmin, Day: today,
		Change: directory.Change{Service: "choir", New: &directory.Service{ID: "choir", Name: "Choir"}, Today: today},
	}
	save(t, s, turn("b", upkeep.Propose{Proposal: whole}))
	s.Close()
	s = open(t, path, c)
	want.By, want.State, whole.By, whole.State = "p-a", upkeep.Waiting, "p-b", upkeep.Waiting
	got, err := s.Proposals(t.Context())
	if diff := cmp.Diff([]upkeep.Proposal{want, whole}, got); diff != "" || err != nil {
		t.Errorf("what waits, %v (-want +got):\n%s", err, diff)
	}
	one, ok, err := s.Proposal(t.Context(), "x")
	if diff := cmp.Diff(want, one); diff != "" || !ok || err != nil {
		t.Errorf("one of them, %v, %v (-want +got):\n%s", ok, err, diff)
	}
	if _, ok, err := s.Proposal(t.Context(), "none"); ok || err != nil {
		t.Errorf("one there is not: %v, %v", ok, err)
	}
}

// Of two changes of the same thing the newer waits.
func TestANewerProposalTakesThePlaceOfTheOlder(t *testing.T) {
	s, _, _ := cast(t)
	for _, p := range []upkeep.Proposal{
		proposal("phones", "tea", directory.FieldPhones),
		proposal("name", "tea", directory.FieldName),
		proposal("another", "choir", directory.FieldPhones),
		proposal("both", "tea", directory.FieldEmail, directory.FieldPhones),
	} {
		save(t, s, turn("a", upkeep.Propose{Proposal: p}))
	}
	if diff := cmp.Diff([]string{"name", "another", "both"}, waiting(t, s)); diff != "" {
		t.Errorf("what waits (-want +got):\n%s", diff)
	}
	if p, _, _ := s.Proposal(t.Context(), "phones"); p.State != upkeep.Withdrawn {
		t.Errorf("the older one is %s", p.State)
	}
}

// Two persons: nobody decides their own, whatever hats they wear and by whatever
// door they come, and nobody decides what is decided.
func TestNobodyApprovesTheirOwn(t *testing.T) {
	s, _, _ := cast(t)
	wear(t, s, "office", "", admin) // the coordinator is an admin as well
	secret := code()
	save(t, s, turn("office", people.OpenDoor{Code: secret}))
	save(t, s, browser("tab", "cookie", people.JoinDoor{Code: secret}))
	save(t, s, turn("office", upkeep.Propose{Proposal: proposal("own", "tea", directory.FieldName)}))
	save(t, s, turn("a", upkeep.Propose{Proposal: proposal("theirs", "choir", directory.FieldName)}))
	for _, state := range []upkeep.ProposalState{upkeep.Approved, upkeep.SentBack} {
		own := upkeep.Decide{Proposal: "own", State: state}
		wantStale(t, s, "one's own", turn("office", own))
		wantStale(t, s, "one's own, by another door", browser("tab", "cookie", own))
		wantStale(t, s, "nobody", turn("nobody", own))
	}
	wantStale(t, s, "another group's, withdrawn", turn("other", upkeep.Decide{Proposal: "theirs", State: upkeep.Withdrawn}))
	wantStale(t, s, "no decision", turn("office", upkeep.Decide{Proposal: "theirs", State: upkeep.Waiting}))
	wantStale(t, s, "one there is not", turn("office", upkeep.Decide{Proposal: "none", State: upkeep.Approved}))
	save(t, s, turn("office", upkeep.Decide{Proposal: "theirs", State: upkeep.SentBack, Reason: "unclear"}))
	wantStale(t, s, "decided", turn("office", upkeep.Decide{Proposal: "theirs", State: upkeep.Approved}))
	wantStale(t, s, "withdrawn after it was decided", turn("a", upkeep.Decide{Proposal: "theirs", State: upkeep.Withdrawn}))
	if p, _, _ := s.Proposal(t.Context(), "theirs"); p.State != upkeep.SentBack || p.Reason != "unclear" {
		t.Errorf("it is %+v", p)
	}
	save(t, s, turn("office", upkeep.Decide{Proposal: "own", State: upkeep.Withdrawn}))
}

// A group sees what waits and for a month what was sent back.
func TestProposalsOfAGroup(t *testing.T) {
	s, c, _ := cast(t)
	for i, state := range []upkeep.ProposalState{"", upkeep.Approved, upkeep.SentBack, upkeep.Withdrawn} {
		id := "is " + string(state)
		save(t, s, turn("a", upkeep.Propose{Proposal: proposal(id, directory.ID(fmt.Sprint(i)), directory.FieldName)}))
		if chat := map[bool]string{true: "a", false: "office"}[state == upkeep.Withdrawn]; state != "" {
			save(t, s, turn(chat, upkeep.Decide{Proposal: id, State: state}))
		}
	}
	of := func(group string) (names []string) {
		all, err := s.ProposalsOf(t.Context(), group)
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range all {
			names = append(names, p.ID)
		}
		return names
	}
	if diff := cmp.Diff([]string{"is sent_back", "is "}, of("g1")); diff != "" {
		t.Errorf("of the group (-want +got):\n%s", diff)
	}
	if got := of("g2"); got != nil {
		t.Errorf("another group sees %v", got)
	}
	c.at = noon.Add(30 * 24 * time.Hour)
	if diff := cmp.Diff([]string{"is "}, of("g1")); diff != "" {
		t.Errorf("after a month (-want +got):\n%s", diff)
	}
}

func reports(t testing.TB, s *store.Store, group string) (out []upkeep.Wrong) {
	t.Helper()
	all, err := s.Reports(t.Context(), group)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range all {
		out = append(out, r.Wrong)
	}
	return out
}

func reported(id string, wrong upkeep.Wrong, waits bool) upkeep.Reported {
	return upkeep.Reported{Report: upkeep.Report{ID: id, Service: "tea", Group: "g1", Wrong: wrong, Day: today, Waits: waits}}
}

// What a group is told of is in its list; that somebody was not welcome is the
// coordinator's alone, and has no day.
func TestReports(t *testing.T) {
	s, c, path := cast(t)
	save(t, s, turn("member", reported("r1", upkeep.WrongNumber, true)))
	save(t, s, turn("member", reported("r2", upkeep.Unwelcome, false)))
	c.at = noon.Add(24 * time.Hour)
	later := reported("r3", upkeep.WrongClosed, false)
	later.Report.Day = "2026-11-23"
	save(t, s, turn("member", later))
	got, err := s.Reports(t.Context(), "g1")
	want := []upkeep.Report{
		{ID: "r1", Service: "tea", Group: "g1", Wrong: upkeep.WrongNumber, Day: today, Open: true, Waits: true},
		{ID: "r3", Service: "tea", Group: "g1", Wrong: upkeep.WrongClosed, Day: "2026-11-23", Open: true},
	}
	if diff := cmp.Diff(want, got); diff != "" || err != nil {
		t.Errorf("reports of the group, %v (-want +got):\n%s", err, diff)
	}
	if got := reports(t, s, ""); len(got) != 3 {
		t.Errorf("all reports: %v", got)
	}
	if got := reports(t, s, "g2"); got != nil {
		t.Errorf("another group is told of %v", got)
	}
	if days := query(t, path, `SELECT day FROM report WHERE wrong = 'unwelcome'`); days[0] != "" {
		t.Errorf("that somebody was not welcome has the day %s", days[0])
	}
}

// What a group settles does not end that somebody was not welcome.
func TestSettle(t *testing.T) {
	s, _, path := cast(t)
	for i, w := range upkeep.Wrongs {
		save(t, s, turn("member", reported(fmt.Sprint("r", i), w, true)))
	}
	save(t, s, turn("a", upkeep.Settle{Service: "tea", Wrongs: []upkeep.Wrong{upkeep.WrongNumber, upkeep.Unwelcome}}))
	if got := reports(t, s, ""); len(got) != len(upkeep.Wrongs)-1 {
		t.Errorf("after one was settled: %v", got)
	}
	save(t, s, turn("a", upkeep.Settle{Service: "choir"}, upkeep.Settle{Service: "tea"}))
	if diff := cmp.Diff([]upkeep.Wrong{upkeep.Unwelcome}, reports(t, s, "")); diff != "" {
		t.Errorf("after the group settled all (-want +got):\n%s", diff)
	}
	mine := []byte(query(t, path, `SELECT chat FROM report_waiting`)[0])
	save(t, s, turn("office", upkeep.Settle{Service: "tea"}))
	if got := reports(t, s, ""); got != nil {
		t.Errorf("after the office settled all: %v", got)
	}
	wantNowhere(t, path, "who waited", mine)
}

// Whoever reports is known only while they wait, and only where they can be told.
func TestReportersAreForgotten(t *testing.T) {
	s, _, path := cast(t)
	waits := func() string { return query(t, path, `SELECT count(*) FROM report_waiting`)[0] }
	save(t, s, turn("member", reported("r1", upkeep.WrongOther, false)))
	save(t, s, store.Turn{Door: "web", Chat: "tab", Do: []talk.Effect{reported("r2", upkeep.WrongOther, true)}})
	if waits() != "0" {
		t.Error("somebody is kept who does not wait or can't be told")
	}
	save(t, s, turn("member", reported("r3", upkeep.WrongOther, true)))
	save(t, s, turn("member", people.Forget{}))
	if waits() != "0" {
		t.Error("somebody waits who was forgotten")
	}
	if got := reports(t, s, "g1"); len(got) != 3 {
		t.Errorf("the reports went with them: %v", got)
	}
}

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
		q.Stage = stage
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
	tea.Stage = upkeep.AskedFirst
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
	tea.Stage = upkeep.AskedSecond
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
	tea.Stage = upkeep.AskedFirst
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
