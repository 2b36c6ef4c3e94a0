package group

import (
	"slices"
	"testing"
	"time"

	"signpost/bot/talk"
	"signpost/directory"
)

// evenings is a service with a session each day from one time to another, of which
// things are said.
func evenings(opens, closes directory.Clock, said ...directory.Exception) *directory.Service {
	s := &directory.Service{ID: directory.NewID("s", "1"), Status: directory.Active, Exceptions: said, Schedules: []directory.Schedule{{
		ID: directory.NewID("rule", "1"), Freq: directory.Weekly, Opens: opens, Closes: closes, Session: true,
	}}}
	for d := range 7 {
		s.Schedules[0].ByDay = append(s.Schedules[0].ByDay, directory.DayRule{Day: time.Weekday(d)})
	}
	return s
}

func on3June(clock string) time.Time { return directory.Local("2030-06-03T" + clock).Instant() }

// Only what is still ahead on its day is offered, or the same time the day after,
// and a session stays as long as it is.
func TestLikelyTimes(t *testing.T) {
	for _, c := range []struct {
		opens, closes directory.Clock
		now           string
		want          []string
	}{
		{10 * 60, 12 * 60, "08:00", []string{"03T09:30-11:30", "03T10:30-12:30", "03T11:00-13:00", "03T12:00-14:00", "04T10:00-12:00"}},
		{10 * 60, 12 * 60, "10:45", []string{"03T11:00-13:00", "03T12:00-14:00", "04T10:00-12:00"}},
		{22*60 + 30, 30, "22:00", []string{"03T23:00-01:00", "03T23:30-01:30", "04T22:30-00:30"}},
		{22 * 60, 24 * 60, "09:00", []string{"03T21:30-23:30", "03T22:30-00:30", "03T23:00-01:00", "04T22:00-24:00"}},
	} {
		s := evenings(c.opens, c.closes)
		x, ok := sessionOf(s, s.Schedules[0].ID, directory.Date("2030-06-03").At(c.opens), on3June(c.now))
		if !ok {
			t.Fatalf("%v at %s is not there", c.opens, c.now)
		}
		var got []string
		for _, m := range x.likely(on3June(c.now)) {
			got = append(got, string(m.Day[8:])+"T"+m.Hours.Opens.String()+"-"+m.Hours.Closes.String())
			a := talk.Answers{}
			timesPlan.Set(a, plan{Rule: x.at.Schedule, Original: x.at.Original, IDs: []directory.ID{directory.NewID("x", "1")}})
			setMove(a, m)
			times, err := timesPlan.Of(a).on(s, timesDraft.Of(a), on3June(c.now))
			if err != nil {
				t.Fatal(err)
			}
			o, _, _ := times.On(s).Occurrence(x.at.Schedule, x.at.Original)
			if !o.Start.Equal(m.start()) || o.End.Sub(o.Start) != x.at.End.Sub(x.at.Start) {
				t.Errorf("moved to %s it is from %v to %v", got[len(got)-1], o.Start, o.End)
			}
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%v-%v at %s: %q, want %q", c.opens, c.closes, c.now, got, c.want)
		}
	}
}

// Listed is what can be turned: what is ahead or running today and tomorrow, what is
// off, and what was moved away and can come back; never the day after.
func TestSessionsOfToday(t *testing.T) {
	rule := evenings(0, 1).Schedules[0].ID
	said := func(day int, x directory.Exception) directory.Exception {
		x.ID, x.Schedule = directory.NewID("x", string(rune('0'+day))), rule
		x.Original = directory.Date("2030-06-03").Add(day).At(10 * 60)
		return x
	}
	for _, c := range []struct {
		name string
		said []directory.Exception
		now  string
		want []string
	}{
		{"before the first", nil, "08:00", []string{"03T10:00", "04T10:00"}},
		{"while it is on", nil, "11:59", []string{"03T10:00", "04T10:00"}},
		{"when it is over", nil, "12:00", []string{"04T10:00"}},
		{"off", []directory.Exception{said(0, directory.Exception{Closed: true})}, "08:00", []string{"03T10:00 off", "04T10:00"}},
		{"moved on to today", []directory.Exception{said(3, directory.Exception{NewStart: "2030-06-03T15:00", NewEnd: "2030-06-03T17:00"})}, "12:00", []string{"03T15:00", "04T10:00"}},
		{"moved away for days", []directory.Exception{said(0, directory.Exception{NewStart: "2030-06-08T15:00", NewEnd: "2030-06-08T17:00"})}, "09:00", []string{"04T10:00", "08T15:00"}},
		{"moved away, and too late to come back", []directory.Exception{said(0, directory.Exception{NewStart: "2030-06-08T15:00", NewEnd: "2030-06-08T17:00"})}, "13:00", []string{"04T10:00"}},
	} {
		s := evenings(10*60, 12*60, c.said...)
		var got []string
		for _, x := range sessionsNow(s, on3June(c.now)) {
			text := x.at.Start.In(directory.London).Format("02T15:04")
			if x.off {
				text += " off"
			}
			got = append(got, text)
		}
		slices.Sort(got)
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
	paused := evenings(10*60, 12*60)
	paused.Status = directory.TemporarilyClosed
	if got := sessionsNow(paused, on3June("08:00")); len(got) > 0 {
		t.Errorf("of a listing that is paused: %v", got)
	}
	hours := evenings(10*60, 12*60)
	hours.Schedules[0].Session = false
	if got := sessionsNow(hours, on3June("08:00")); len(got) > 0 {
		t.Errorf("opening hours are listed: %v", got)
	}
}
