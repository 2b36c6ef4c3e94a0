package directory

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

const (
	clubRule  ID = "00000000-0000-4000-8000-000000000001"
	otherRule ID = "00000000-0000-4000-8000-000000000002"
)

// instant reads "2026-05-14T10:00" as wall time in London.
func instant(s string) time.Time { return Local(s).Instant() }

// times writes occurrences as "Thu 2026-05-14 10:00-12:00", one a line.
func times(list []Occurrence) string {
	var b strings.Builder
	for _, o := range list {
		fmt.Fprintf(&b, "%s-%s", o.Start.In(London).Format("Mon 2006-01-02 15:04"), o.End.In(London).Format("15:04"))
		if o.Changed {
			fmt.Fprintf(&b, " was %s", o.Original)
		}
		if o.Reason != "" {
			fmt.Fprintf(&b, " (%s)", o.Reason)
		}
		b.WriteString("\n")
	}
	return b.String()
}

func weekly(opens, closes Clock, days ...time.Weekday) Schedule {
	c := Schedule{ID: clubRule, Freq: Weekly, Opens: opens, Closes: closes}
	for _, d := range days {
		c.ByDay = append(c.ByDay, DayRule{Day: d})
	}
	return c
}

func TestNext(t *testing.T) {
	thursday := weekly(600, 720, time.Thursday)
	for _, c := range []struct {
		name string
		now  string
		rule func() (rules []Schedule, exceptions []Exception)
		want string
	}{
		{"every week", "2026-05-11T09:00", func() ([]Schedule, []Exception) {
			return []Schedule{thursday}, nil
		}, "Thu 2026-05-14 10:00-12:00\nThu 2026-05-21 10:00-12:00\nThu 2026-05-28 10:00-12:00\n"},
		{"one that runs now is still the next", "2026-05-14T11:59", func() ([]Schedule, []Exception) {
			return []Schedule{thursday}, nil
		}, "Thu 2026-05-14 10:00-12:00\nThu 2026-05-21 10:00-12:00\nThu 2026-05-28 10:00-12:00\n"},
		{"one that is just over is not", "2026-05-14T12:00", func() ([]Schedule, []Exception) {
			return []Schedule{thursday}, nil
		}, "Thu 2026-05-21 10:00-12:00\nThu 2026-05-28 10:00-12:00\nThu 2026-06-04 10:00-12:00\n"},
		{"every second week counts from its first day", "2026-05-15T09:00", func() ([]Schedule, []Exception) {
			c := thursday
			c.Interval, c.Start = 2, "2026-05-14"
			return []Schedule{c}, nil
		}, "Thu 2026-05-28 10:00-12:00\nThu 2026-06-11 10:00-12:00\nThu 2026-06-25 10:00-12:00\n"},
		{"every third week, over a new year", "2026-12-20T09:00", func() ([]Schedule, []Exception) {
			c := thursday
			c.Interval, c.Start = 3, "2026-12-03"
			return []Schedule{c}, nil
		}, "Thu 2026-12-24 10:00-12:00\nThu 2027-01-14 10:00-12:00\nThu 2027-02-04 10:00-12:00\n"},
		{"the first Monday of the month", "2026-06-01T13:00", func() ([]Schedule, []Exception) {
			return []Schedule{{ID: clubRule, Freq: Monthly, ByDay: []DayRule{{time.Monday, 1}}, Opens: 600, Closes: 720}}, nil
		}, "Mon 2026-07-06 10:00-12:00\nMon 2026-08-03 10:00-12:00\nMon 2026-09-07 10:00-12:00\n"},
		{"the last Friday of the month", "2026-02-01T13:00", func() ([]Schedule, []Exception) {
			return []Schedule{{ID: clubRule, Freq: Monthly, ByDay: []DayRule{{time.Friday, -1}}, Opens: 600, Closes: 720}}, nil
		}, "Fri 2026-02-27 10:00-12:00\nFri 2026-03-27 10:00-12:00\nFri 2026-04-24 10:00-12:00\n"},
		{"a fifth Tuesday is not in each month", "2026-01-01T00:00", func() ([]Schedule, []Exception) {
			return []Schedule{{ID: clubRule, Freq: Monthly, ByDay: []DayRule{{time.Tuesday, 5}}, Opens: 600, Closes: 720}}, nil
		}, "Tue 2026-03-31 10:00-12:00\nTue 2026-06-30 10:00-12:00\nTue 2026-09-29 10:00-12:00\n"},
		{"every second month from its first day", "2026-02-01T00:00", func() ([]Schedule, []Exception) {
			return []Schedule{{
				ID: clubRule, Freq: Monthly, Interval: 2, Start: "2026-01-01",
				ByDay: []DayRule{{time.Wednesday, 2}}, Opens: 600, Closes: 720,
			}}, nil
		}, "Wed 2026-03-11 10:00-12:00\nWed 2026-05-13 10:00-12:00\nWed 2026-07-08 10:00-12:00\n"},
		{"the 31st, where there is one", "2026-01-01T00:00", func() ([]Schedule, []Exception) {
			return []Schedule{{ID: clubRule, Freq: Monthly, ByMonthDay: []int{31}, Opens: 600, Closes: 720}}, nil
		}, "Sat 2026-01-31 10:00-12:00\nTue 2026-03-31 10:00-12:00\nSun 2026-05-31 10:00-12:00\n"},
		{"two sessions a day are two schedules", "2026-05-14T00:00", func() ([]Schedule, []Exception) {
			c := weekly(1080, 1140, time.Thursday)
			c.ID = otherRule
			return []Schedule{c, thursday}, nil
		}, "Thu 2026-05-14 10:00-12:00\nThu 2026-05-14 18:00-19:00\nThu 2026-05-21 10:00-12:00\n"},
		{"not before the first day, not after the last", "2026-05-01T00:00", func() ([]Schedule, []Exception) {
			c := thursday
			c.ValidFrom, c.ValidTo = "2026-05-14", "2026-05-21"
			return []Schedule{c}, nil
		}, "Thu 2026-05-14 10:00-12:00\nThu 2026-05-21 10:00-12:00\n"},
		{"one of two sessions of a day is cancelled", "2026-05-14T00:00", func() ([]Schedule, []Exception) {
			c := weekly(1080, 1140, time.Thursday)
			c.ID = otherRule
			return []Schedule{thursday, c}, []Exception{{Schedule: clubRule, Original: "2026-05-14T10:00", Closed: true}}
		}, "Thu 2026-05-14 18:00-19:00\nThu 2026-05-21 10:00-12:00\nThu 2026-05-21 18:00-19:00\n"},
		{"moved keeps its length and its identity", "2026-05-11T00:00", func() ([]Schedule, []Exception) {
			return []Schedule{thursday}, []Exception{{
				Schedule: clubRule, Original: "2026-05-14T10:00", NewStart: "2026-05-15T14:00", Reason: "hall let",
			}}
		}, "Fri 2026-05-15 14:00-16:00 was 2026-05-14T10:00 (hall let)\nThu 2026-05-21 10:00-12:00\nThu 2026-05-28 10:00-12:00\n"},
		{"moved over a month and past its own day", "2026-06-20T00:00", func() ([]Schedule, []Exception) {
			c := thursday
			c.ValidTo = "2026-05-14"
			return []Schedule{c}, []Exception{{Schedule: clubRule, Original: "2026-05-14T10:00", NewStart: "2026-06-21T10:00", NewEnd: "2026-06-21T10:30"}}
		}, "Sun 2026-06-21 10:00-10:30 was 2026-05-14T10:00\n"},
		{"an exception for a time the rule no longer gives is none", "2026-05-14T00:00", func() ([]Schedule, []Exception) {
			return []Schedule{thursday}, []Exception{{Schedule: clubRule, Original: "2026-05-14T11:00", NewStart: "2026-05-16T11:00"}}
		}, "Thu 2026-05-14 10:00-12:00\nThu 2026-05-21 10:00-12:00\nThu 2026-05-28 10:00-12:00\n"},
		{"closed for a range, but for the one that was moved", "2026-12-20T00:00", func() ([]Schedule, []Exception) {
			return []Schedule{thursday}, []Exception{
				{From: "2026-12-24", To: "2027-01-07", Closed: true, Reason: "Christmas"},
				{Schedule: clubRule, Original: "2026-12-31T10:00", NewStart: "2026-12-30T10:00"},
			}
		}, "Wed 2026-12-30 10:00-12:00 was 2026-12-31T10:00\nThu 2027-01-14 10:00-12:00\nThu 2027-01-21 10:00-12:00\n"},
		{"past midnight", "2026-05-15T00:30", func() ([]Schedule, []Exception) {
			return []Schedule{weekly(990, 30, time.Thursday, time.Friday)}, nil
		}, "Fri 2026-05-15 16:30-00:30\nThu 2026-05-21 16:30-00:30\nFri 2026-05-22 16:30-00:30\n"},
		{"past midnight and still running", "2026-05-15T00:29", func() ([]Schedule, []Exception) {
			return []Schedule{weekly(990, 30, time.Thursday)}, nil
		}, "Thu 2026-05-14 16:30-00:30\nThu 2026-05-21 16:30-00:30\nThu 2026-05-28 16:30-00:30\n"},
		{"a start that March skips is an hour on", "2027-03-27T12:00", func() ([]Schedule, []Exception) {
			return []Schedule{weekly(90, 150, time.Sunday)}, nil
		}, "Sun 2027-03-28 02:30-03:30\nSun 2027-04-04 01:30-02:30\nSun 2027-04-11 01:30-02:30\n"},
		{"a start that comes twice in October is the first", "2026-10-24T12:00", func() ([]Schedule, []Exception) {
			return []Schedule{weekly(90, 180, time.Sunday)}, nil
		}, "Sun 2026-10-25 01:30-03:00\nSun 2026-11-01 01:30-03:00\nSun 2026-11-08 01:30-03:00\n"},
		{"every second week without a first day says nothing", "2026-05-14T00:00", func() ([]Schedule, []Exception) {
			c := thursday
			c.Interval = 2
			return []Schedule{c}, nil
		}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := &Service{}
			s.Schedules, s.Exceptions = c.rule()
			if diff := cmp.Diff(c.want, times(s.Next(instant(c.now), 3))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// The night of the change in October is three and a half hours long, not two
// and a half, and the day in March has 23 hours.
func TestClockChanges(t *testing.T) {
	night := &Service{Schedules: []Schedule{weekly(90, 240, time.Sunday)}}
	if got := night.Next(instant("2026-10-25T00:00"), 1)[0]; got.End.Sub(got.Start) != 210*time.Minute {
		t.Errorf("01:30 to 04:00 in October lasts %v, want 3h30m", got.End.Sub(got.Start))
	}
	all := &Service{Schedules: []Schedule{weekly(0, 1440, time.Sunday, time.Monday)}}
	if got := all.Next(instant("2027-03-28T12:00"), 1)[0]; got.End.Sub(got.Start) != 23*time.Hour {
		t.Errorf("the whole of that Sunday lasts %v, want 23h", got.End.Sub(got.Start))
	}
	if got := Local("2026-10-25T01:30").Instant().UTC().Format(time.RFC3339); got != "2026-10-25T00:30:00Z" {
		t.Errorf("01:30 on that night is %s, want the first, summer one", got)
	}
	short := &Service{Schedules: []Schedule{weekly(90, 120, time.Sunday)}}
	if got := times(short.Next(instant("2027-03-28T00:00"), 1)); got != "Sun 2027-03-28 02:30-03:00\n" {
		t.Errorf("a half hour inside the skipped one: %s", got)
	}
}

func TestCancelled(t *testing.T) {
	s := &Service{
		Schedules: []Schedule{weekly(600, 720, time.Thursday)},
		Exceptions: []Exception{
			{Schedule: clubRule, Original: "2026-05-14T10:00", Closed: true, Reason: "first aider is ill"},
			{From: "2026-05-28", To: "2026-05-28", Closed: true, Reason: "Eid al-Adha"},
		},
	}
	want := "Thu 2026-05-14 10:00-12:00 (first aider is ill)\nThu 2026-05-28 10:00-12:00 (Eid al-Adha)\n"
	if got := times(s.Cancelled(instant("2026-05-11T00:00"), 3)); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	if o, cancelled, ok := s.Occurrence(clubRule, "2026-05-14T10:00"); !ok || !cancelled || o.Reason != "first aider is ill" {
		t.Errorf("Occurrence of the cancelled one = %+v, %v, %v", o, cancelled, ok)
	}
	if _, _, ok := s.Occurrence(clubRule, "2026-05-15T10:00"); ok {
		t.Error("there is no session on Friday 15 May")
	}
	if got := times(s.Between(instant("2026-05-01T00:00"), instant("2026-06-01T00:00"))); got != "Thu 2026-05-07 10:00-12:00\nThu 2026-05-21 10:00-12:00\n" {
		t.Errorf("May, without the cancelled ones:\n%s", got)
	}
}

func TestAt(t *testing.T) {
	weekdays := weekly(540, 1020, time.Monday, time.Tuesday, time.Wednesday, time.Thursday, time.Friday)
	everyHour := weekly(0, 1440, time.Monday, time.Tuesday, time.Wednesday, time.Thursday, time.Friday, time.Saturday, time.Sunday)
	session := weekly(600, 720, time.Thursday)
	session.Session = true
	for _, c := range []struct {
		name string
		s    Service
		now  string
		want Opening
	}{
		{"in hours", Service{Schedules: []Schedule{weekdays}}, "2026-05-14T09:00", Open},
		{"just closed", Service{Schedules: []Schedule{weekdays}}, "2026-05-14T17:00", Closed},
		{"weekend", Service{Schedules: []Schedule{weekdays}}, "2026-05-16T12:00", Closed},
		{"nothing said", Service{}, "2026-05-14T09:00", Unknown},
		{"only prose", Service{Hours: "most mornings"}, "2026-05-14T09:00", Unknown},
		{"sessions by rule, the rest in prose", Service{Schedules: []Schedule{session}, Hours: "office in the week"}, "2026-05-15T11:00", Unknown},
		{"sessions by rule, while one runs", Service{Schedules: []Schedule{session}, Hours: "office in the week"}, "2026-05-14T11:00", Open},
		{"sessions only", Service{Schedules: []Schedule{session}}, "2026-05-15T11:00", Closed},
		{"every hour of the day, at midnight", Service{Schedules: []Schedule{everyHour}}, "2026-05-14T00:00", Open},
		{"every hour, in the doubled hour", Service{Schedules: []Schedule{everyHour}}, "2026-10-25T01:30", Open},
		{"every hour, the minute before midnight in March", Service{Schedules: []Schedule{everyHour}}, "2027-03-28T23:59", Open},
		{"after midnight", Service{Schedules: []Schedule{weekly(990, 30, time.Thursday)}}, "2026-05-15T00:29", Open},
		{"closed today", Service{
			Schedules: []Schedule{weekdays}, Exceptions: []Exception{{From: "2026-05-14", To: "2026-05-14", Closed: true}},
		}, "2026-05-14T10:00", Closed},
		{"paused", Service{Status: TemporarilyClosed, Schedules: []Schedule{everyHour}}, "2026-05-14T10:00", Closed},
		{"the timetable has run out", Service{Schedules: []Schedule{func() Schedule {
			c := weekdays
			c.ValidTo = "2025-12-31"
			return c
		}()}}, "2026-05-14T10:00", Unknown},
		{"the timetable has a fault", Service{Schedules: []Schedule{func() Schedule {
			c := weekdays
			c.Interval = 2
			return c
		}()}}, "2026-05-14T10:00", Unknown},
	} {
		if got := c.s.At(instant(c.now)); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

// drawSchedule makes a schedule that has no fault.
func drawSchedule(t *rapid.T, id ID) Schedule {
	c := Schedule{
		ID: id, Freq: rapid.SampledFrom([]Freq{Weekly, Monthly}).Draw(t, "freq"),
		Interval: rapid.IntRange(0, 4).Draw(t, "interval"),
		Opens:    Clock(rapid.IntRange(0, 1439).Draw(t, "opens")), Closes: Clock(rapid.IntRange(0, 1440).Draw(t, "closes")),
		Start: Date(time.Date(2026, 1, 1+rapid.IntRange(0, 500).Draw(t, "start"), 0, 0, 0, 0, time.UTC).Format(dateForm)),
	}
	for range rapid.IntRange(0, 3).Draw(t, "days") {
		d := DayRule{Day: time.Weekday(rapid.IntRange(0, 6).Draw(t, "day"))}
		if c.Freq == Monthly {
			d.Nth = rapid.IntRange(-5, 5).Draw(t, "nth")
		}
		c.ByDay = append(c.ByDay, d)
	}
	return c
}

// Whatever is closed and moved: what comes next is in order, lies ahead, is never
// a cancelled one, and can be found again under its identity.
func TestNextHolds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		now := time.Date(2026, 6, 1, 0, rapid.IntRange(0, 60*24*700).Draw(t, "now"), 0, 0, time.UTC)
		s := &Service{Schedules: []Schedule{drawSchedule(t, clubRule), drawSchedule(t, otherRule)}}
		plain := s.Next(now, 8)
		for i, o := range plain {
			switch rapid.IntRange(0, 3).Draw(t, "what") {
			case 0:
				s.Exceptions = append(s.Exceptions, Exception{Schedule: o.Schedule, Original: o.Original, Closed: true})
			case 1:
				moved := LocalOf(now.Add(time.Duration(rapid.IntRange(1, 60*24*40).Draw(t, "to")) * time.Minute))
				s.Exceptions = append(s.Exceptions, Exception{Schedule: o.Schedule, Original: o.Original, NewStart: moved})
			}
			if i == 7 && rapid.Bool().Draw(t, "range") {
				day := o.Original.Date()
				s.Exceptions = append(s.Exceptions, Exception{From: day, To: day, Closed: true})
			}
		}
		next := s.Next(now, 8)
		if !slices.IsSortedFunc(next, func(a, b Occurrence) int { return a.Start.Compare(b.Start) }) {
			t.Fatalf("not in order:\n%s", times(next))
		}
		for _, o := range next {
			again, cancelled, ok := s.Occurrence(o.Schedule, o.Original)
			if !ok || cancelled || again != o {
				t.Fatalf("%+v under its identity is %+v, cancelled %v, there %v", o, again, cancelled, ok)
			}
			if !o.End.After(now) || !o.End.After(o.Start) {
				t.Fatalf("is over, or ends before it starts: %+v", o)
			}
		}
		for _, o := range s.Cancelled(now, 8) {
			if slices.ContainsFunc(next, func(n Occurrence) bool { return n.Schedule == o.Schedule && n.Original == o.Original }) {
				t.Fatalf("both cancelled and to come: %+v", o)
			}
		}
		if open := s.At(now) == Open; open != (len(next) > 0 && !next[0].Start.After(now)) {
			t.Fatalf("open now is %v, the next is\n%s", open, times(next))
		}
	})
}
