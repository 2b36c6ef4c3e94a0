package directory_test

import (
	"errors"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"signpost/directory"
)

const (
	thursdays directory.ID = "00000000-0000-4000-8000-000000000001"
	newRule   directory.ID = "00000000-0000-4000-8000-000000000002"
	secondNew directory.ID = "00000000-0000-4000-8000-000000000003"
	said      directory.ID = "00000000-0000-4000-8000-000000000004"
)

// everyThursday is a session from 10 to 12.
func everyThursday(id directory.ID) directory.Schedule {
	return directory.Schedule{
		ID: id, Freq: directory.Weekly, ByDay: []directory.DayRule{{Day: time.Thursday}}, Opens: 600, Closes: 720, Session: true,
	}
}

func dropIn(x ...directory.Exception) *directory.Service {
	return &directory.Service{Schedules: []directory.Schedule{everyThursday(thursdays)}, Exceptions: x}
}

// starts are the wall times of the next sessions.
func starts(s *directory.Service, now time.Time, n int) []directory.Local {
	var out []directory.Local
	for _, o := range s.Next(now, n) {
		out = append(out, directory.LocalOf(o.Start))
	}
	return out
}

var noon = directory.Local("2030-06-02T12:00").Instant() // a Sunday

// TestReplacedRuleEndsAndAnotherBegins: what was held stays under the old rule, and
// the sessions to come are those of the new one.
func TestReplacedRuleEndsAndAnotherBegins(t *testing.T) {
	s := dropIn()
	times := directory.TimesOf(s, "2030-06-02")
	later := everyThursday(newRule)
	later.Opens, later.Closes, later.ValidFrom = 840, 960, "2030-06-10"
	if err := times.Replace(thursdays, "2030-06-10", later); err != nil {
		t.Fatal(err)
	}
	after := times.On(s)
	want := []directory.Local{"2030-06-06T10:00", "2030-06-13T14:00", "2030-06-20T14:00"}
	if got := starts(after, noon, 3); !slices.Equal(got, want) {
		t.Errorf("sessions are at %v, want %v", got, want)
	}
	if got := after.Schedules[0].ValidTo; got != "2030-06-09" {
		t.Errorf("the old rule ends on %q, want the day before", got)
	}
	if s.Schedules[0].ValidTo != "" {
		t.Error("the service itself was changed")
	}
}

// TestReplacedRuleCarriesOver: a session that was called off stays off under the
// new rule, a moved one stays moved, and one that no rule gives any more is named.
func TestReplacedRuleCarriesOver(t *testing.T) {
	s := dropIn(
		directory.Exception{ID: said, Schedule: thursdays, Original: "2030-06-13T10:00", Closed: true, Reason: "holiday"},
		directory.Exception{ID: said, Schedule: thursdays, Original: "2030-06-20T10:00", NewStart: "2030-06-21T18:00"},
		directory.Exception{ID: said, Schedule: thursdays, Original: "2030-06-06T10:00", Closed: true},
	)
	later := everyThursday(newRule)
	later.Opens, later.Closes, later.ValidFrom = 840, 900, "2030-06-10"
	times := directory.TimesOf(s, "2030-06-02")
	if err := times.Replace(thursdays, "2030-06-10", later); err != nil {
		t.Fatal(err)
	}
	after := times.On(s)
	if got, want := starts(after, noon, 2), []directory.Local{"2030-06-21T18:00", "2030-06-27T14:00"}; !slices.Equal(got, want) {
		t.Errorf("sessions are at %v, want %v", got, want)
	}
	if moved := after.Next(noon, 1)[0]; moved.End.Sub(moved.Start) != 2*time.Hour {
		t.Errorf("the moved session now lasts %v", moved.End.Sub(moved.Start))
	}
	if off := after.Cancelled(noon, 5); len(off) != 2 || off[1].Original != "2030-06-13T14:00" || off[1].Reason != "holiday" {
		t.Errorf("cancelled are %v", off)
	}
	if len(times.Lost) > 0 {
		t.Errorf("lost: %v", times.Lost)
	}

	fridays := everyThursday(newRule)
	fridays.ByDay, fridays.ValidFrom = []directory.DayRule{{Day: time.Friday}}, "2030-06-10"
	times = directory.TimesOf(s, "2030-06-02")
	if err := times.Replace(thursdays, "2030-06-10", fridays); err != nil {
		t.Fatal(err)
	}
	var lost []directory.Local
	for _, o := range times.Lost {
		lost = append(lost, o.Original)
	}
	if want := []directory.Local{"2030-06-13T10:00", "2030-06-20T10:00"}; !slices.Equal(lost, want) {
		t.Errorf("lost are %v, want %v", lost, want)
	}
}

// TestCarriedToTheNearestPeriod: of two periods of one day, what was said goes with
// the one that begins nearest to the old.
func TestCarriedToTheNearestPeriod(t *testing.T) {
	s := dropIn(directory.Exception{ID: said, Schedule: thursdays, Original: "2030-06-13T10:00", Closed: true})
	early, late := everyThursday(newRule), everyThursday(secondNew)
	late.Opens, late.Closes = 1080, 1200
	early.Opens = 630
	times := directory.TimesOf(s, "2030-06-02")
	if err := times.Replace(thursdays, "2030-06-02", late, early); err != nil {
		t.Fatal(err)
	}
	off := times.On(s).Cancelled(noon, 5)
	if len(off) != 1 || off[0].Original != "2030-06-13T10:30" {
		t.Errorf("cancelled are %v", off)
	}
}

// TestRuleThatNeverBeganGoes: nothing of it was held, so nothing of it is kept.
func TestRuleThatNeverBeganGoes(t *testing.T) {
	s := dropIn(directory.Exception{ID: said, Schedule: thursdays, Original: "2030-07-04T10:00", Closed: true})
	s.Schedules[0].ValidFrom = "2030-07-01"
	times := directory.TimesOf(s, "2030-06-02")
	if err := times.End(thursdays, "2030-06-30"); err != nil {
		t.Fatal(err)
	}
	if len(times.Schedules) != 0 || len(times.Exceptions) != 0 || len(times.Lost) != 1 {
		t.Errorf("left are %v and %v, lost %v", times.Schedules, times.Exceptions, times.Lost)
	}
	if err := times.End(thursdays, "2030-06-30"); !errors.Is(err, directory.ErrNoSession) {
		t.Errorf("ending it again: %v", err)
	}
}

// TestSayOfOneSession: the last word about one session holds, and it can be taken
// back.
func TestSayOfOneSession(t *testing.T) {
	s := dropIn()
	times := directory.TimesOf(s, "2030-06-02")
	moved := directory.Exception{ID: said, Schedule: thursdays, Original: "2030-06-06T10:00", NewStart: "2030-06-07T10:00", NewEnd: "2030-06-07T12:00"}
	off := directory.Exception{ID: said, Schedule: thursdays, Original: "2030-06-06T10:00", Closed: true}
	for _, x := range []directory.Exception{moved, off} {
		if err := times.Say(x); err != nil {
			t.Fatal(err)
		}
	}
	if d := cmp.Diff([]directory.Exception{off}, times.Exceptions); d != "" {
		t.Errorf("said is (-want +got):\n%s", d)
	}
	if err := times.Unsay(thursdays, "2030-06-06T10:00"); err != nil || len(times.Exceptions) > 0 {
		t.Errorf("taken back: %v, left %v", err, times.Exceptions)
	}
	if err := times.Say(directory.Exception{Schedule: thursdays, Original: "2030-06-07T10:00", Closed: true}); !errors.Is(err, directory.ErrNoSession) {
		t.Errorf("a session on a Friday was cancelled: %v", err)
	}
}

func TestClosedDays(t *testing.T) {
	s := dropIn()
	times := directory.TimesOf(s, "2030-06-02")
	closed := directory.Exception{ID: said, From: "2030-06-05", To: "2030-06-14", Closed: true, Reason: "holiday"}
	times.Close(closed)
	times.Close(directory.Exception{ID: newRule, From: "2030-06-06", To: "2030-06-06", Closed: true})
	after := times.On(s)
	if d := cmp.Diff([]directory.Exception{closed}, after.Closures("2030-06-14")); d != "" {
		t.Errorf("closed are (-want +got):\n%s", d)
	}
	if got := after.Closures("2030-06-15"); len(got) > 0 {
		t.Errorf("what has passed still stands: %v", got)
	}
	if got := starts(after, noon, 1); !slices.Equal(got, []directory.Local{"2030-06-20T10:00"}) {
		t.Errorf("the next session is at %v", got)
	}
	if err := times.Reopen(said); err != nil || len(times.Exceptions) > 0 {
		t.Errorf("reopened: %v, left %v", err, times.Exceptions)
	}
	if err := times.Reopen(said); !errors.Is(err, directory.ErrNoSession) {
		t.Errorf("reopened twice: %v", err)
	}
}

func TestOverlaps(t *testing.T) {
	s := dropIn()
	times := directory.TimesOf(s, "2030-06-02")
	for name, c := range map[string]struct {
		change func(*directory.Schedule)
		want   int
	}{
		"the same again":    {func(*directory.Schedule) {}, 1},
		"begins as it ends": {func(c *directory.Schedule) { c.Opens, c.Closes = 720, 780 }, 0},
		"last Thursday inside": {func(c *directory.Schedule) {
			c.Freq, c.ByDay, c.Opens = directory.Monthly, []directory.DayRule{{Day: time.Thursday, Nth: -1}}, 660
		}, 1},
		"another day": {func(c *directory.Schedule) { c.ByDay = []directory.DayRule{{Day: time.Friday}} }, 0},
		"over midnight into it": {func(c *directory.Schedule) {
			c.ByDay = []directory.DayRule{{Day: time.Wednesday}}
			c.Opens, c.Closes = 1320, 630
		}, 1},
		"by phone meanwhile": {func(c *directory.Schedule) { c.Way = directory.ByPhone }, 0},
		"opening hours":      {func(c *directory.Schedule) { c.Session = false }, 0},
	} {
		rule := everyThursday(newRule)
		c.change(&rule)
		if got := times.Overlaps(&rule, "2030-06-02"); len(got) != c.want {
			t.Errorf("%s: overlaps %v, want %d", name, got, c.want)
		}
	}
}

// TestLongEndedRulesGo: versions are kept three years.
func TestLongEndedRulesGo(t *testing.T) {
	s := dropIn(directory.Exception{ID: said, Schedule: thursdays, Original: "2026-06-11T10:00", Closed: true})
	s.Schedules[0].ValidTo = "2027-06-10"
	if got := directory.TimesOf(s, "2030-06-02"); len(got.Schedules) != 1 || len(got.Exceptions) != 0 {
		t.Errorf("after almost three years: %v", got)
	}
	if got := directory.TimesOf(s, "2030-07-02"); len(got.Schedules) != 0 {
		t.Errorf("after more than three years: %v", got)
	}
}
