package group

import (
	"errors"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"signpost/directory"
)

const (
	oldRule directory.ID = "00000000-0000-4000-8000-000000000001"
	aPlace  directory.ID = "00000000-0000-4000-8000-000000000009"
)

// fortnightly is a session of every other Thursday, counted from 6 June 2030.
func fortnightly() directory.Schedule {
	return directory.Schedule{
		ID: oldRule, Place: aPlace, Freq: directory.Weekly, Interval: 2, Start: "2030-06-06",
		ByDay: []directory.DayRule{{Day: time.Thursday}}, Opens: 600, Closes: 720, Session: true, Description: "back door",
	}
}

func firstAndThird() directory.Schedule {
	return directory.Schedule{
		ID: oldRule, Freq: directory.Monthly, Opens: 1080, Closes: 1200, ValidTo: "2030-12-31",
		ByDay: []directory.DayRule{{Day: time.Monday, Nth: 1}, {Day: time.Monday, Nth: 3}},
	}
}

// TestDraftSaysTheRuleAgain: what is only looked at comes out as it went in.
func TestDraftSaysTheRuleAgain(t *testing.T) {
	for name, c := range map[string]directory.Schedule{"fortnightly": fortnightly(), "first and third": firstAndThird()} {
		d, ok := draftOf(&c)
		if !ok {
			t.Errorf("%s: a draft can't say it", name)
			continue
		}
		if diff := cmp.Diff([]directory.Schedule{c}, d.rules([]directory.ID{oldRule})); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
		if got := d.onward(&c, "2030-06-10").differs(&c, "2030-06-10"); got != sameRule {
			t.Errorf("%s: untouched, it differs (%d)", name, got)
		}
	}
}

// TestRulesThatADraftCannotSay: they are shown and can be stopped, never changed
// into something near.
func TestRulesThatADraftCannotSay(t *testing.T) {
	for name, c := range map[string]directory.Schedule{
		"a day of the month": {Freq: directory.Monthly, ByMonthDay: []int{15}},
		"every second month": {Freq: directory.Monthly, Interval: 2, ByDay: []directory.DayRule{{Day: 1, Nth: 1}}},
		"the fifth":          {Freq: directory.Monthly, ByDay: []directory.DayRule{{Day: 1, Nth: 5}}},
		"uneven":             {Freq: directory.Monthly, ByDay: []directory.DayRule{{Day: 1, Nth: 1}, {Day: 2, Nth: 3}}},
		"every six weeks":    {Freq: directory.Weekly, Interval: 6, ByDay: []directory.DayRule{{Day: 1}}},
	} {
		if d, ok := draftOf(&c); ok {
			t.Errorf("%s is drafted as %v", name, d)
		}
	}
}

// TestEveryOtherWeekStaysInStep: another hour of a fortnightly session leaves its
// weeks as they are.
func TestEveryOtherWeekStaysInStep(t *testing.T) {
	c := fortnightly()
	d, _ := draftOf(&c)
	d = d.onward(&c, "2030-06-10")
	d.Hours[0] = period{840, 960}
	if got := d.differs(&c, "2030-06-10"); got != otherRule {
		t.Errorf("with other hours it differs by %d", got)
	}
	next := d.rules([]directory.ID{oldRule})[0].Given("2030-06-10", 2)
	if want := []directory.Local{"2030-06-20T14:00", "2030-07-04T14:00"}; !cmp.Equal(next, want) {
		t.Errorf("the next are %v, want %v", next, want)
	}
	d, _ = draftOf(&c)
	d = d.onward(&c, "2030-06-10")
	d.Start = "2030-06-13"
	if got := d.differs(&c, "2030-06-10"); got != otherRule {
		t.Errorf("counted from the other week it differs by %d", got)
	}
	d, _ = draftOf(&c)
	d = d.onward(&c, "2030-06-10")
	d.Until = "2030-07-31"
	if got := d.differs(&c, "2030-06-10"); got != otherEnd {
		t.Errorf("with another end it differs by %d", got)
	}
}

// TestWhatHasBegunIsLeftToTheOldRule: a change of today's time, made while today's
// session runs, holds from tomorrow.
func TestWhatHasBegunIsLeftToTheOldRule(t *testing.T) {
	s := &directory.Service{Schedules: []directory.Schedule{fortnightly()}}
	for at, want := range map[directory.Local]directory.Date{
		"2030-06-06T09:59": "2030-06-05", "2030-06-06T10:00": "2030-06-06", "2030-06-06T15:00": "2030-06-06", "2030-06-07T09:00": "2030-06-06",
	} {
		now := at.Instant()
		d, _ := draftOf(&s.Schedules[0])
		d = d.onward(&s.Schedules[0], "2030-06-06") // looked at before
		d.Hours[0] = period{840, 960}
		times, err := plan{Kind: planChange, Rule: oldRule}.on(s, d, now)
		if err != nil {
			t.Fatal(err)
		}
		ends := directory.Date("2030-06-05") // nothing of it was held, and it went
		if len(times.Schedules) > 1 {
			ends = times.Schedules[0].ValidTo
		}
		if ends != want {
			t.Errorf("at %s the old rule ends on %s, want %s", at, ends, want)
		}
	}
}

// TestPlanOfWhatIsGone: nothing is made up for it.
func TestPlanOfWhatIsGone(t *testing.T) {
	s := &directory.Service{Schedules: []directory.Schedule{fortnightly()}}
	now := directory.Local("2030-06-02T12:00").Instant()
	for name, p := range map[string]plan{
		"a rule":      {Kind: planChange, Rule: aPlace},
		"its end":     {Kind: planStop, Rule: aPlace, To: "2030-06-30"},
		"a date":      {Kind: planCancel, Rule: oldRule, Original: "2030-06-13T10:00"},
		"a closure":   {Kind: planReopen, Exception: aPlace},
		"a move back": {Kind: planAgain, Rule: oldRule, Original: "2030-06-06T11:00"},
	} {
		if _, err := p.on(s, timeDraft{}, now); !errors.Is(err, directory.ErrNoSession) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestPlanSavedLater: who looks for days before saving changes nothing of the days
// that have passed meanwhile.
func TestPlanSavedLater(t *testing.T) {
	s := &directory.Service{Schedules: []directory.Schedule{fortnightly()}}
	now := directory.Local("2030-06-20T15:00").Instant() // looked at on 2 June, two sessions ago
	d, _ := draftOf(&s.Schedules[0])
	d.From = "2030-06-02"
	added, err := plan{Kind: planAdd, IDs: []directory.ID{aPlace}}.on(s, d, now)
	if err != nil || added.Schedules[1].ValidFrom != "2030-06-20" {
		t.Errorf("added: %v, from %s", err, added.Schedules[1].ValidFrom)
	}
	stopped, err := plan{Kind: planStop, Rule: oldRule, To: "2030-06-01"}.on(s, d, now)
	if err != nil || len(stopped.Schedules) != 1 || stopped.Schedules[0].ValidTo != "2030-06-20" {
		t.Errorf("stopped: %v, left %v", err, stopped.Schedules)
	}
	closed, err := plan{Kind: planClose, From: "2030-06-05", To: "2030-06-25"}.on(s, d, now)
	if err != nil || closed.Exceptions[0].From != "2030-06-20" {
		t.Errorf("closed: %v, %v", err, closed.Exceptions)
	}
	if _, err := (plan{Kind: planClose, From: "2030-06-05", To: "2030-06-19"}).on(s, d, now); !errors.Is(err, directory.ErrNoSession) {
		t.Errorf("days that have passed were closed: %v", err)
	}
}

// TestMovedAndElsewhere: another place leaves the other time as it is, and the
// other way round.
func TestMovedAndElsewhere(t *testing.T) {
	s := &directory.Service{Schedules: []directory.Schedule{fortnightly()}}
	now := directory.Local("2030-06-02T12:00").Instant()
	date := plan{Kind: planMove, Rule: oldRule, Original: "2030-06-06T10:00", From: "2030-06-07"}
	moved, err := date.on(s, timeDraft{Hours: []period{{1320, 60}}}, now)
	if err != nil {
		t.Fatal(err)
	}
	date.Kind, date.Place = planPlace, "00000000-0000-4000-8000-000000000008"
	there, err := date.on(moved.On(s), timeDraft{}, now)
	if err != nil {
		t.Fatal(err)
	}
	o, off, ok := there.On(s).Occurrence(oldRule, "2030-06-06T10:00")
	if !ok || off || directory.LocalOf(o.Start) != "2030-06-07T22:00" || directory.LocalOf(o.End) != "2030-06-08T01:00" || o.Place != date.Place {
		t.Errorf("it is now %v", o)
	}
}

// TestPlaceWithoutAddress: nobody is sent to a place that can't be found.
func TestPlaceWithoutAddress(t *testing.T) {
	s := &directory.Service{Places: []directory.ServiceAtLocation{{ID: aPlace, Location: directory.Location{Name: "The blue house"}}}}
	if addressed(s, aPlace) {
		t.Error("a name alone is an address")
	}
	s.Places[0].Location.Address.Postcode = "QH1 1AA"
	if !addressed(s, aPlace) {
		t.Error("a postcode is no address")
	}
}
