package directory

import (
	"cmp"
	"errors"
	"slices"
)

// keptFor is how long a rule that has ended, and what was said of its sessions,
// stays in a listing: the record of sessions points at them.
const keptFor = 3 * 366

// ErrNoSession says that no occurrence, or no rule, of that identity is there.
var ErrNoSession = errors.New("no such session")

// Timetable is the times of a service on their way to being changed. Make it with
// TimesOf; it shares nothing with the service.
//
// What was held, and what was said of it, stays as it was: a rule ends, and another
// begins.
type Timetable struct {
	Schedules  []Schedule
	Exceptions []Exception
	// Lost are the occurrences that were cancelled or moved, and are no longer given
	// by any rule after a change.
	Lost []Occurrence
}

// TimesOf is the timetable of a service as of a day: without what ended more than
// three years before.
func TimesOf(s *Service, today Date) Timetable {
	var t Timetable
	long := today.Add(-keptFor)
	for _, c := range s.Schedules {
		if c.ValidTo == "" || c.ValidTo >= long {
			t.Schedules = append(t.Schedules, c)
		}
	}
	for _, x := range s.Exceptions {
		day := cmp.Or(x.To, x.Original.Date())
		if x.NewStart.Date() > day {
			day = x.NewStart.Date()
		}
		if day >= long && (x.Schedule == "" || t.rule(x.Schedule) != nil) {
			t.Exceptions = append(t.Exceptions, x)
		}
	}
	return t
}

// Edits are what makes the times of the service these; none when they are so
// already.
func (t *Timetable) Edits(s *Service) []Edit {
	after := *s
	after.Schedules, after.Exceptions = t.Schedules, t.Exceptions
	return Diff(s, &after)
}

// On is the service with these times.
func (t *Timetable) On(s *Service) *Service {
	after := *s
	after.Schedules, after.Exceptions = t.Schedules, t.Exceptions
	return &after
}

// rule is the schedule of an id, or nil.
func (t *Timetable) rule(id ID) *Schedule {
	if i := slices.IndexFunc(t.Schedules, func(c Schedule) bool { return c.ID == id }); i >= 0 {
		return &t.Schedules[i]
	}
	return nil
}

// Add puts rules in. Their ids must be new.
func (t *Timetable) Add(rules ...Schedule) { t.Schedules = append(t.Schedules, rules...) }

// End makes a day the last of a rule. A rule that would then have had no day goes,
// with what was said of its sessions. What was cancelled or moved after the day is
// Lost. ErrNoSession means that the rule is not there.
func (t *Timetable) End(id ID, last Date) error {
	old := t.rule(id)
	if old == nil {
		return ErrNoSession
	}
	was := *old
	if old.ValidTo == "" || old.ValidTo > last {
		old.ValidTo = last
	}
	gone := max(old.ValidFrom, old.Start) > last
	if gone {
		t.Schedules = slices.DeleteFunc(t.Schedules, func(c Schedule) bool { return c.ID == id })
	}
	t.Exceptions = slices.DeleteFunc(t.Exceptions, func(x Exception) bool {
		if x.Schedule != id {
			return false
		}
		if x.Original != "" && x.Original.Date() > last {
			t.lose(&was, x)
			return true
		}
		return gone || x.From > last
	})
	return nil
}

// lose notes an occurrence of a rule whose exception goes with it.
func (t *Timetable) lose(c *Schedule, x Exception) {
	if !c.gives(x.Original) {
		return // it was none already
	}
	s := Service{Schedules: []Schedule{*c}, Exceptions: []Exception{x}}
	if o, _, ok := s.Occurrence(c.ID, x.Original); ok {
		t.Lost = append(t.Lost, o)
	}
}

// Replace ends a rule the day before a day and puts others in its place. What was
// cancelled or moved from then on is carried over to the new rule that gives an
// occurrence on the same day, the one that begins nearest; where there is none it
// is Lost. ErrNoSession means that the rule is not there.
func (t *Timetable) Replace(id ID, from Date, rules ...Schedule) error {
	old := t.rule(id)
	if old == nil {
		return ErrNoSession
	}
	was := *old
	var said []Exception
	for _, x := range t.Exceptions {
		if x.Schedule == id && max(x.Original.Date(), x.To) >= from {
			said = append(said, x)
		}
	}
	if err := t.End(id, from.Add(-1)); err != nil {
		return err
	}
	t.Lost = nil
	t.Add(rules...)
	for _, x := range said {
		t.carry(&was, x, rules)
	}
	return nil
}

// carry takes what was said of an old rule's days over to the new ones.
func (t *Timetable) carry(was *Schedule, x Exception, rules []Schedule) {
	if x.Original == "" {
		for _, c := range rules {
			y := x
			y.ID, y.Schedule = ruled(c.ID, x), c.ID
			t.Exceptions = append(t.Exceptions, y)
		}
		return
	}
	if !was.gives(x.Original) {
		return
	}
	var near *Schedule
	for i := range rules {
		c := &rules[i]
		if c.gives(x.Original.Date().At(c.Opens)) && (near == nil || apart(c, was) < apart(near, was)) {
			near = c
		}
	}
	if near == nil {
		t.lose(was, x)
		return
	}
	if x.NewStart != "" && x.NewEnd == "" { // its length was the old rule's
		x.NewEnd = Local(x.NewStart.wall().Add(was.length()).Format(localForm))
	}
	x.ID, x.Schedule, x.Original = ruled(near.ID, x), near.ID, x.Original.Date().At(near.Opens)
	t.Exceptions = append(t.Exceptions, x)
}

// ruled is the id of an exception that is carried over to a rule.
func ruled(rule ID, x Exception) ID { return NewID("carried", string(rule)+string(x.ID)) }

func apart(a, b *Schedule) Clock { return max(a.Opens-b.Opens, b.Opens-a.Opens) }

// Say cancels or moves one occurrence, in place of what was said of it before.
// ErrNoSession means that no rule gives it.
func (t *Timetable) Say(x Exception) error {
	if err := t.Unsay(x.Schedule, x.Original); err != nil {
		return err
	}
	t.Exceptions = append(t.Exceptions, x)
	return nil
}

// Unsay takes back what was said of one occurrence. What was said of its day for
// the whole service stays. ErrNoSession means that no rule gives it.
func (t *Timetable) Unsay(rule ID, original Local) error {
	c := t.rule(rule)
	if c == nil || !c.gives(original) {
		return ErrNoSession
	}
	t.Exceptions = slices.DeleteFunc(t.Exceptions, func(x Exception) bool {
		return x.Schedule == rule && x.Original == original
	})
	return nil
}

// Close closes the whole service from one day to another, both inclusive. Days
// that are closed already are not closed twice.
func (t *Timetable) Close(x Exception) {
	for _, y := range t.Exceptions {
		if y.Schedule == "" && y.Original == "" && y.From <= x.From && x.To <= y.To {
			return
		}
	}
	t.Exceptions = append(t.Exceptions, x)
}

// Reopen takes a closure back by its id. ErrNoSession means that it is not there.
func (t *Timetable) Reopen(id ID) error {
	n := len(t.Exceptions)
	t.Exceptions = slices.DeleteFunc(t.Exceptions, func(x Exception) bool { return x.ID == id && x.Original == "" })
	if len(t.Exceptions) == n {
		return ErrNoSession
	}
	return nil
}

// Closures are the ranges of days on which the whole service, or one rule, is
// closed and which have not passed, in the order of their days.
func (s *Service) Closures(today Date) []Exception {
	var out []Exception
	for _, x := range s.Exceptions {
		if x.Original == "" && x.To >= today && len(x.faults("")) == 0 {
			out = append(out, x)
		}
	}
	slices.SortFunc(out, func(a, b Exception) int {
		return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To), cmp.Compare(a.ID, b.ID))
	})
	return out
}

// Current reports a rule that has not ended before a day.
func (c *Schedule) Current(today Date) bool { return c.ValidTo == "" || c.ValidTo >= today }

// Given are the first n starts that the rule gives on a day or later, within two
// years, cancelled or not.
func (c *Schedule) Given(from Date, n int) []Local {
	var out []Local
	if !from.Valid() || n <= 0 {
		return nil
	}
	c.days(from, from.Add(lookAhead), func(d Date) bool {
		out = append(out, d.At(c.Opens))
		return len(out) < n
	})
	return out
}

// Overlaps are the rules that give an occurrence of the same kind at the same time
// and place as the rule does, looked at for half a year from a day on. A session
// inside opening hours is none: the two are different things.
func (t *Timetable) Overlaps(c *Schedule, from Date) []Schedule {
	var out []Schedule
	for _, d := range t.Schedules {
		apart := d.Place != c.Place && d.Place != "" && c.Place != "" || (d.Way == ByPhone) != (c.Way == ByPhone)
		if d.ID != c.ID && d.Session == c.Session && !apart && d.Current(from) && meet(c, &d, from) {
			out = append(out, d)
		}
	}
	return out
}

// meet reports whether two rules have occurrences that run at the same time.
func meet(c, d *Schedule, from Date) bool {
	const half = 183
	found := false
	c.days(from, from.Add(half), func(day Date) bool {
		start := day.At(c.Opens).wall()
		end := start.Add(c.length())
		d.days(day.Add(-1), day.Add(1), func(other Date) bool {
			begin := other.At(d.Opens).wall()
			found = begin.Before(end) && begin.Add(d.length()).After(start)
			return !found
		})
		return !found
	})
	return found
}

// Until makes a day the last of a rule, or lets it go on for ever with "". Unlike
// End it can also put the end off. ErrNoSession means that the rule is not there.
func (t *Timetable) Until(id ID, last Date) error {
	c := t.rule(id)
	if c == nil {
		return ErrNoSession
	}
	if last == "" || c.ValidTo != "" && last > c.ValidTo {
		c.ValidTo = last
		return nil
	}
	return t.End(id, last)
}
