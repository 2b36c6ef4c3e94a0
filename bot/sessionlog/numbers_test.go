package sessionlog

import (
	"fmt"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"signpost/bot/counts"
	"signpost/directory"
)

// tuesdays is a group's weekly session, and its opening hours, which are none.
func tuesdays() *directory.Service {
	return &directory.Service{
		ID: directory.NewID("test", "allotments"),
		Schedules: []directory.Schedule{
			{ID: "rule", Freq: directory.Weekly, ByDay: []directory.DayRule{{Day: time.Tuesday}}, Opens: 600, Closes: 720, Session: true},
			{ID: "hours", Freq: directory.Weekly, ByDay: []directory.DayRule{{Day: time.Monday}}, Opens: 600, Closes: 720},
		},
	}
}

// logOf is a log of the session that begins at a wall time.
func logOf(s *directory.Service, start directory.Local, held Held, visits int) Log {
	l := Log{
		ID: string(start), Version: 1, Group: "group", Held: held, Session: start.Instant(), Day: start.Date(),
		Occurrence: Occurrence{Service: s.ID, Schedule: "rule", Original: start},
	}
	if held == Ran {
		l.Visits = Exactly(visits)
	}
	return l
}

// truly lets numbers be compared.
var truly = cmp.AllowUnexported(counts.Suppressed{})

func at(l directory.Local) time.Time { return l.Instant() }

func TestPeriods(t *testing.T) {
	for _, c := range []struct {
		p        Period
		from, to directory.Date
		name     string
	}{
		{Month(2030, 2), "2030-02-01", "2030-02-28", "2030-02"},
		{Month(2030, 13), "2031-01-01", "2031-01-31", "2031-01"},
		{Quarter(2030, 2), "2030-04-01", "2030-06-30", "2030-Q2"},
		{Quarter(2030, 1).Before(1), "2029-10-01", "2029-12-31", "2029-Q4"},
		{MonthOf("2030-01-31").Before(1), "2029-12-01", "2029-12-31", "2029-12"},
		{QuarterOf("2030-12-31"), "2030-10-01", "2030-12-31", "2030-Q4"},
	} {
		if c.p.From != c.from || c.p.To != c.to || c.p.String() != c.name {
			t.Errorf("%s is %s to %s, want %s, %s to %s", c.p, c.p.From, c.p.To, c.name, c.from, c.to)
		}
		if back, ok := ParsePeriod(c.name); !ok || back != c.p {
			t.Errorf("%s is read as %+v", c.name, back)
		}
	}
	for _, s := range []string{"", "2030", "2030-13", "2030-Q5", "2030-Q0", "2030-6", "2030-06x", "-030-06", "2030-Q2 "} {
		if p, ok := ParsePeriod(s); ok {
			t.Errorf("%q is read as %s", s, p)
		}
	}
}

// In the last week of March the clocks change, one session was moved into April,
// one was cancelled, and one nobody logged.
func TestAGroupsMonthOverAClockChange(t *testing.T) {
	s := tuesdays()
	s.Exceptions = []directory.Exception{
		{ID: "a", Schedule: "rule", Original: "2030-03-12T10:00", Closed: true},
		{ID: "b", Schedule: "rule", Original: "2030-03-26T10:00", NewStart: "2030-04-03T18:00", NewEnd: "2030-04-03T20:00"},
	}
	moved := logOf(s, "2030-03-26T10:00", Ran, 12)
	moved.Session = at("2030-04-03T18:00")
	logs := []Log{logOf(s, "2030-03-05T10:00", Ran, 4), moved, logOf(s, "2030-04-02T10:00", VenueClosed, 0)}
	now := at("2030-04-04T09:00")
	march := Count(Month(2030, 3), []*directory.Service{s}, logs, now)
	want := Numbers{
		Period: Month(2030, 3), Planned: 3, Ran: 1, NotLogged: 1, Cancelled: 1,
		Visits: Exactly(4), Kinds: Kinds{Withheld: InQuarter},
	}
	if d := cmp.Diff(want, march, truly); d != "" {
		t.Errorf("March: %s", d)
	}
	april := Count(Month(2030, 4), []*directory.Service{s}, logs, now)
	want = Numbers{
		Period: Month(2030, 4), Running: true, Planned: 2, Ran: 1, Held: []Reason{{VenueClosed, 1}},
		Visits: Band{10, 14, true}, Kinds: Kinds{Withheld: InQuarter},
	}
	if d := cmp.Diff(want, april, truly); d != "" {
		t.Errorf("April: %s", d)
	}
}

// A session counts when it has ended or was logged, not before.
func TestARunningPeriodCountsUpToNow(t *testing.T) {
	s := tuesdays()
	p := Month(2030, 6)
	for now, want := range map[directory.Local]int{
		"2030-05-31T12:00": 0, "2030-06-04T11:59": 0, "2030-06-04T12:00": 1, "2030-06-30T23:00": 4, "2030-08-01T00:00": 4,
	} {
		if n := Count(p, []*directory.Service{s}, nil, at(now)); n.Planned != want || n.NotLogged != want {
			t.Errorf("at %s %d are planned and %d not logged, want %d", now, n.Planned, n.NotLogged, want)
		}
	}
	early := []Log{logOf(s, "2030-06-04T10:00", Ran, 3)}
	if n := Count(p, []*directory.Service{s}, early, at("2030-06-04T11:00")); n.Ran != 1 || n.NotLogged != 0 {
		t.Errorf("a session that was logged while it ran: %+v", n)
	}
}

func TestTwoLogsOfOneSession(t *testing.T) {
	s := tuesdays()
	first, second := logOf(s, "2030-06-04T10:00", Nobody, 0), logOf(s, "2030-06-04T10:00", Ran, 12)
	second.ID, second.Second = "second", OtherVisitors
	third := logOf(s, "2030-06-04T10:00", Ran, 3)
	third.ID, third.Second = "third", OtherPart
	draft := logOf(s, "2030-06-11T10:00", "", 0)
	undone := logOf(s, "2030-06-11T10:00", Ran, 9)
	undone.Undone = true
	n := Count(Month(2030, 6), []*directory.Service{s}, []Log{first, second, third, draft, undone}, at("2030-06-12T10:00"))
	if n.Ran != 1 || n.Empty != 0 || n.NotLogged != 1 || n.Visits != (Band{13, 17, true}) {
		t.Errorf("one session with three logs, and one with none that counts: %+v", n)
	}
}

func TestAPhoneSlotCountsCalls(t *testing.T) {
	s := tuesdays()
	l := logOf(s, "2030-06-04T10:00", Ran, 5)
	l.Phone, l.Answered, l.Missed = true, Exactly(7), Exactly(12)
	n := Count(Month(2030, 6), []*directory.Service{s}, []Log{l}, at("2030-06-05T10:00"))
	if n.Visits.Said() || n.Answered != Exactly(7) || n.Missed != Exactly(12) {
		t.Errorf("a slot on the telephone: %+v", n)
	}
}

// What one first aider entered says nothing of kinds, however much it is.
func TestOnesOwnNumbersHaveNoKinds(t *testing.T) {
	logs := quarterOfLogs(13, func(i int, l *Log) { l.Languages = []directory.Spoken{"pl"} })
	n := Own(Quarter(2030, 2), logs, at("2031-01-01T10:00"))
	if n.Ran != 13 || n.NotLogged != 0 || n.Planned != 13 {
		t.Errorf("of 13 sessions: %+v", n)
	}
	if d := cmp.Diff(Kinds{Withheld: OfOne}, n.Kinds, truly); d != "" {
		t.Error(d)
	}
}

// quarterOfLogs are logs of the first n sessions of the second quarter of 2030.
func quarterOfLogs(n int, fill func(i int, l *Log)) []Log {
	s := tuesdays()
	var logs []Log
	for i := range n {
		day := directory.Date("2030-04-02").Add(7 * i)
		l := logOf(s, day.At(600), Ran, 4)
		fill(i, &l)
		logs = append(logs, l)
	}
	return logs
}

func TestWhenKindsAreGiven(t *testing.T) {
	quarter, s := Quarter(2030, 2), []*directory.Service{tuesdays()}
	fill := func(i int, l *Log) {
		l.Languages = []directory.Spoken{"pl", "pl"} // twice is once
		if i < 9 {
			l.Needs = []directory.Need{directory.Sleep}
		}
		if i < 3 {
			l.Needs = append(l.Needs, directory.Anxiety)
			l.Pointed = []directory.ID{"service"}
		}
		l.FirstTimes = Exactly(1)
	}
	full := quarterOfLogs(13, fill)
	other := quarterOfLogs(13, fill)
	other[0].Group = "another"
	for _, c := range []struct {
		name string
		p    Period
		logs []Log
		now  directory.Local
		want Kinds
	}{
		{"a month", Month(2030, 5), full, "2031-01-01T10:00", Kinds{Withheld: InQuarter}},
		{"the day before", quarter, full, "2030-07-28T23:59", Kinds{Withheld: Unsettled, From: "2030-07-29"}},
		{"seven sessions", quarter, full[:7], "2031-01-01T10:00", Kinds{Withheld: TooFew}},
		{"two groups", quarter, other, "2031-01-01T10:00", Kinds{Withheld: OfSeveral}},
		{"given", quarter, full, "2030-07-29T00:00", Kinds{
			Languages: []Row{{"pl", counts.Suppress(13)}},
			Needs:     []Row{{"sleep", counts.Suppress(9)}, {"anxiety", counts.Suppress(3)}},
			Pointed:   []Row{{"service", counts.Suppress(3)}},
			First:     FirstTime{counts.Suppress(13), counts.Suppress(13), true},
		}},
	} {
		got := Count(c.p, s, c.logs, at(c.now)).Kinds
		if d := cmp.Diff(c.want, got, truly); d != "" {
			t.Errorf("%s: %s", c.name, d)
		}
	}
}

// Each session of a period is exactly one of run, not held, not logged and
// cancelled, whatever was moved, cancelled, logged twice or no longer planned.
func TestEverySessionIsCountedOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := tuesdays()
		var logs []Log
		for i := range 30 {
			original := directory.Date("2030-03-05").Add(7 * i).At(600)
			x := directory.Exception{ID: directory.ID(fmt.Sprint(i)), Schedule: "rule", Original: original}
			start := original
			switch rapid.SampledFrom([]string{"", "", "", "closed", "moved"}).Draw(t, "exception") {
			case "closed":
				x.Closed = true
				s.Exceptions = append(s.Exceptions, x)
			case "moved":
				start = original.Date().Add(rapid.IntRange(-9, 9).Draw(t, "days")).At(900)
				x.NewStart, x.NewEnd = start, start.Date().At(960)
				s.Exceptions = append(s.Exceptions, x)
			}
			for range rapid.SampledFrom([]int{0, 1, 1, 2}).Draw(t, "logs") {
				l := logOf(s, original, rapid.SampledFrom(Helds).Draw(t, "held"), rapid.IntRange(0, Most).Draw(t, "visits"))
				l.Session = start.Instant()
				if rapid.Bool().Draw(t, "old rule") {
					l.Occurrence.Schedule = "a rule that has gone"
				}
				logs = append(logs, l)
			}
		}
		now := directory.Date("2030-03-01").Add(rapid.IntRange(0, 300).Draw(t, "today")).At(660).Instant()
		quarter, months := Numbers{}, 0
		for _, q := range []Period{Quarter(2030, 2), Quarter(2030, 3)} {
			quarter, months = Count(q, []*directory.Service{s}, logs, now), 0
			for m := range 3 {
				n := Count(Month(2030, time.Month(3*q.Quarter-2+m)), []*directory.Service{s}, logs, now)
				if sum := n.Ran + n.NotHeld() + n.NotLogged + n.Cancelled; sum != n.Planned || n.Empty > n.Ran {
					t.Fatalf("%d run, %d not held, %d not logged, %d cancelled of %d", n.Ran, n.NotHeld(), n.NotLogged, n.Cancelled, n.Planned)
				}
				months += n.Planned
			}
			if months != quarter.Planned {
				t.Fatalf("%s has %d sessions, its months %d", q, quarter.Planned, months)
			}
		}
	})
}

func TestBars(t *testing.T) {
	for _, c := range []struct {
		n, most, width int
		want           string
	}{
		{0, 10, 8, ""},
		{10, 10, 8, "████████"},
		{5, 10, 8, "████"},
		{1, 1000, 8, "▏"},
		{999, 1000, 8, "████████"},
		{20, 10, 8, "████████"},
		{-1, 10, 8, ""},
		{3, 0, 8, ""},
		{3, 10, 0, ""},
		{3, 8, 1, "▍"},
		{counts.Suppress(7).Shown(), 10, 8, ""},
	} {
		if got := Bar(c.n, c.most, c.width); got != c.want {
			t.Errorf("%d of %d in %d: %q, want %q", c.n, c.most, c.width, got, c.want)
		}
	}
}
