package directory

import (
	"cmp"
	"slices"
	"time"

	"github.com/teambition/rrule-go"
)

// lookAhead is how far Next and Cancelled look: what is more than two years away
// has not been planned, whatever the rule says.
const lookAhead = 2 * 366

// weekdays are rrule's, in the order of time.Weekday.
var weekdays = [7]rrule.Weekday{rrule.SU, rrule.MO, rrule.TU, rrule.WE, rrule.TH, rrule.FR, rrule.SA}

// length is how long an occurrence lasts on the wall, in minutes: 1 to 1440.
func (c *Schedule) length() time.Duration {
	minutes := int(c.Closes) - int(c.Opens)
	if minutes <= 0 {
		minutes += 24 * 60 // past midnight; the same time twice is a whole day
	}
	return time.Duration(minutes) * time.Minute
}

// days calls yield with each day the rule gives from first to last, in order,
// until it returns false. A schedule with a fault gives none: no time is better
// than a wrong one.
func (c *Schedule) days(first, last Date, yield func(Date) bool) {
	if len(c.faults("")) > 0 {
		return
	}
	from, to := first.day(), last.day()
	if c.ValidFrom != "" && c.ValidFrom.day().After(from) {
		from = c.ValidFrom.day()
	}
	if c.Start != "" && c.Start.day().After(from) {
		from = c.Start.day()
	}
	if c.ValidTo != "" && c.ValidTo.day().Before(to) {
		to = c.ValidTo.day()
	}
	if from.After(to) {
		return
	}
	rule, err := rrule.NewRRule(c.option(from, to))
	if err != nil {
		return // cannot be after faults; the library's own checks are kept all the same
	}
	next := rule.Iterator()
	for day, ok := next(); ok && !day.After(to); day, ok = next() {
		if !day.Before(from) && !yield(Date(day.Format(dateForm))) {
			return
		}
	}
}

// option is the rule in whole days at midnight UTC. Hours are ours: the library
// knows nothing of what the clocks do on two Sundays of the year.
func (c *Schedule) option(from, to time.Time) rrule.ROption {
	o := rrule.ROption{Freq: rrule.WEEKLY, Interval: max(1, c.Interval), Dtstart: from, Until: to, Bymonthday: c.ByMonthDay}
	if c.Freq == Monthly {
		o.Freq = rrule.MONTHLY
		if o.Interval == 1 {
			o.Dtstart = from.AddDate(0, 0, 1-from.Day())
		}
	}
	if o.Interval > 1 || len(c.ByDay)+len(c.ByMonthDay) == 0 {
		o.Dtstart = c.Start.day() // the rule counts from there
	}
	for _, d := range c.ByDay {
		day := weekdays[d.Day]
		if d.Nth != 0 {
			day = day.Nth(d.Nth)
		}
		o.Byweekday = append(o.Byweekday, day)
	}
	return o
}

// held is an occurrence and whether it is cancelled.
type held struct {
	Occurrence
	cancelled bool
}

// place fills in what the rule says of one start: when it ends, and where.
func (s *Service) occurrence(c *Schedule, original Local) held {
	o := held{Occurrence: Occurrence{
		Schedule: c.ID, Original: original, Place: c.Place, Way: c.Way, Session: c.Session,
	}}
	o.Start, o.End = span(original, Local(original.wall().Add(c.length()).Format(localForm)))
	if x := s.exception(c, original); x != nil {
		o.apply(x, c)
	}
	return o
}

// span turns wall times into instants that are in order: on the night of a clock
// change an end may come before its start, and then the length decides.
func span(start, end Local) (from, to time.Time) {
	from, to = start.Instant(), end.Instant()
	if !to.After(from) {
		to = from.Add(end.wall().Sub(start.wall()))
	}
	return from, to
}

// exception is the one that decides about an occurrence: what is said of just
// this one before what is said of a range of days, and what was said last.
func (s *Service) exception(c *Schedule, original Local) *Exception {
	var one, ranged *Exception
	for i := range s.Exceptions {
		x := &s.Exceptions[i]
		switch {
		case x.Schedule != "" && x.Schedule != c.ID || len(x.faults("")) > 0:
		case x.Original != "":
			if x.Original == original && x.Schedule == c.ID {
				one = x
			}
		case x.From <= original.Date() && original.Date() <= x.To:
			ranged = x
		}
	}
	if one != nil {
		return one
	}
	return ranged
}

// apply closes or changes an occurrence. Its identity stays.
func (o *held) apply(x *Exception, c *Schedule) {
	o.Reason = x.Reason
	if x.Closed {
		o.cancelled = true
		return
	}
	o.Changed = true
	if x.Place != "" {
		o.Place = x.Place
	}
	if x.NewStart == "" && x.NewEnd == "" {
		return
	}
	start := cmp.Or(x.NewStart, o.Original)
	end := x.NewEnd
	if end == "" {
		end = Local(start.wall().Add(c.length()).Format(localForm))
	}
	if end > start { // both have one form, so their text is in the order of time
		o.Start, o.End = span(start, end)
	}
}

// within is every occurrence, cancelled ones too, that has some part in [from,
// to), sorted.
func (s *Service) within(from, to time.Time) []held {
	var list []held
	keep := func(o held) {
		if o.Start.Before(to) && o.End.After(from) {
			list = append(list, o)
		}
	}
	// A day before: past midnight. Those moved from further away come after.
	first, last := DateOf(from.AddDate(0, 0, -2)), DateOf(to.AddDate(0, 0, 1))
	for i := range s.Schedules {
		c := &s.Schedules[i]
		c.days(first, last, func(d Date) bool {
			keep(s.occurrence(c, d.At(c.Opens)))
			return true
		})
		for _, original := range s.moved(c, first, last) {
			keep(s.occurrence(c, original))
		}
	}
	slices.SortFunc(list, func(a, b held) int {
		return cmp.Or(a.Start.Compare(b.Start), a.End.Compare(b.End),
			cmp.Compare(a.Schedule, b.Schedule), cmp.Compare(a.Original, b.Original))
	})
	return list
}

// moved is the starts of a schedule, outside first to last, that an exception
// moves to another time. An exception for a start that the rule does not give is
// none: the rule was changed after it.
func (s *Service) moved(c *Schedule, first, last Date) []Local {
	var starts []Local
	for i := range s.Exceptions {
		x := &s.Exceptions[i]
		day := x.Original.Date()
		if x.Schedule != c.ID || x.NewStart == "" || x.Closed || first <= day && day <= last {
			continue
		}
		if c.gives(x.Original) && !slices.Contains(starts, x.Original) {
			starts = append(starts, x.Original)
		}
	}
	return starts
}

// gives reports whether the rule has an occurrence with that start.
func (c *Schedule) gives(original Local) bool {
	day, found := original.Date(), false
	if day == "" || day.At(c.Opens) != original {
		return false
	}
	c.days(day, day, func(Date) bool { found = true; return false })
	return found
}

// Between is the sessions and openings that have some part in [from, to), sorted
// by start; cancelled ones are left out, moved ones are at their new time. Both
// are instants. No more than two years are looked through.
func (s *Service) Between(from, to time.Time) []Occurrence {
	if far := from.AddDate(0, 0, lookAhead); to.After(far) {
		to = far
	}
	var list []Occurrence
	for _, o := range s.within(from, to) {
		if !o.cancelled {
			list = append(list, o.Occurrence)
		}
	}
	return list
}

// CancelledBetween is the sessions and openings that would have some part in [from,
// to), had they not been cancelled, sorted by start. Reason says why, when it is
// known.
func (s *Service) CancelledBetween(from, to time.Time) []Occurrence {
	var list []Occurrence
	for _, o := range s.within(from, to) {
		if o.cancelled {
			list = append(list, o.Occurrence)
		}
	}
	return list
}

// Next is the n sessions and openings that are running at now or start after
// it, within two years, sorted by start. Cancelled ones are left out; moved ones
// are at their new time and keep their Original.
func (s *Service) Next(now time.Time, n int) []Occurrence { return s.next(now, n, false) }

// Cancelled is the next n sessions and openings that would be running at now or
// start after it, had they not been cancelled. Reason says why, when it is known.
func (s *Service) Cancelled(now time.Time, n int) []Occurrence { return s.next(now, n, true) }

func (s *Service) next(now time.Time, n int, cancelled bool) []Occurrence {
	var list []Occurrence
	if len(s.Schedules) == 0 || n <= 0 || cancelled && !s.closes() {
		return nil
	}
	// Most services have something within a week, and several within three: look
	// there first. A wider look starts again, since what runs over the edge would
	// else come twice.
	windows := []int{7, 21, 90, lookAhead}
	if n > 1 {
		windows = windows[1:]
	}
	for _, days := range windows {
		list = list[:0]
		for _, o := range s.within(now, now.AddDate(0, 0, days)) {
			if o.cancelled == cancelled && len(list) < n {
				list = append(list, o.Occurrence)
			}
		}
		if len(list) == n {
			break
		}
	}
	return list
}

// closes reports whether anything is said to be closed. Where nothing is, the
// two years ahead need not be looked through for it.
func (s *Service) closes() bool {
	return slices.ContainsFunc(s.Exceptions, func(x Exception) bool { return x.Closed })
}

// Occurrence is the session or opening with that identity, as it stands now, and
// whether it takes place. ok is false when no rule gives it.
func (s *Service) Occurrence(schedule ID, original Local) (o Occurrence, cancelled, ok bool) {
	for i := range s.Schedules {
		if c := &s.Schedules[i]; c.ID == schedule && c.gives(original) {
			h := s.occurrence(c, original)
			return h.Occurrence, h.cancelled, true
		}
	}
	return Occurrence{}, false, false
}
