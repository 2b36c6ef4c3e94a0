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
)

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
	mine := []byte(query(t, path, `SELECT chat FROM report_waiting`)[0])
	save(t, s, turn("a", upkeep.Settle{Service: "tea", Wrongs: []upkeep.Wrong{upkeep.WrongNumber, upkeep.Unwelcome}}))
	if got := reports(t, s, ""); len(got) != len(upkeep.Wrongs)-1 {
		t.Errorf("after one was settled: %v", got)
	}
	save(t, s, turn("a", upkeep.Settle{Service: "choir"}, upkeep.Settle{Service: "tea"}))
	if diff := cmp.Diff([]upkeep.Wrong{upkeep.Unwelcome}, reports(t, s, "")); diff != "" {
		t.Errorf("after the group settled all (-want +got):\n%s", diff)
	}
	wantNowhere(t, path, "who waited", mine) // nothing leads to who was not welcome
	save(t, s, turn("office", upkeep.Settle{Service: "tea"}))
	if got := reports(t, s, ""); got != nil {
		t.Errorf("after the office settled all: %v", got)
	}
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
	save(t, s, turn("member", reported("r4", upkeep.WrongOther, false)))
	save(t, s, turn("member", upkeep.WaitFor{Report: "r4"}, upkeep.WaitFor{Report: "r4"}, upkeep.WaitFor{Report: "settled"}))
	if waits() != "1" {
		t.Errorf("%s wait who said so afterwards", waits())
	}
	if got := reports(t, s, "g1"); len(got) != 4 {
		t.Errorf("the reports went with them: %v", got)
	}
}
