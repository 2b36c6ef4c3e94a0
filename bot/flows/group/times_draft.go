package group

import (
	"encoding/json"
	"slices"
	"time"

	"signpost/directory"
)

// timeDraft is a time of a listing while it is being put together: one or two rules
// that differ in their hours alone.
type timeDraft struct {
	Session bool           `json:"session,omitempty"`
	Weeks   int            `json:"weeks,omitempty"` // every so many weeks; 0 for certain weeks of the month
	Nths    []int          `json:"nths,omitempty"`  // which weeks of the month, -1 the last
	Days    []time.Weekday `json:"days,omitempty"`
	Hours   []period       `json:"hours,omitempty"` // of a day, one or two
	Place   directory.ID   `json:"place,omitempty"`
	Way     directory.Way  `json:"way,omitempty"`
	Start   directory.Date `json:"start,omitempty"` // the date from which every second and later week counts
	From    directory.Date `json:"from,omitempty"`
	Until   directory.Date `json:"until,omitempty"`
	Note    string         `json:"note,omitempty"`

	Part   int  `json:"part,omitempty"`   // which of Hours is asked for
	Choice bool `json:"choice,omitempty"` // there are places to choose from
	Whole  bool `json:"whole,omitempty"`  // it was complete once: each question leads back to the review
}

// period is from when to when on one day.
type period struct {
	Opens, Closes directory.Clock
}

// nthWeeks are the weeks of a month that can be chosen.
var nthWeeks = []int{1, 2, 3, 4, -1}

// draftOf takes a rule apart. ok is false for one that a draft can't say.
func draftOf(c *directory.Schedule) (d timeDraft, ok bool) {
	d = timeDraft{
		Session: c.Session, Hours: []period{{c.Opens, c.Closes}}, Place: c.Place, Way: c.Way,
		Start: c.Start, From: c.ValidFrom, Until: c.ValidTo, Note: c.Description, Whole: true,
	}
	if c.Freq == directory.Weekly {
		d.Weeks = max(1, c.Interval)
		for _, r := range c.ByDay {
			d.Days = append(d.Days, r.Day)
		}
		if len(d.Days) == 0 && c.Start.Valid() {
			d.Days = []time.Weekday{weekday(c.Start)}
		}
		d.sort()
		return d, d.Weeks <= 4 && len(d.Days) > 0
	}
	for _, r := range c.ByDay {
		d.Days, d.Nths = append(d.Days, r.Day), append(d.Nths, r.Nth)
	}
	d.sort()
	fits := func(n int) bool { return slices.Contains(nthWeeks, n) }
	ok = c.Interval <= 1 && len(c.ByMonthDay) == 0 && len(d.Days) > 0 && len(d.Days)*len(d.Nths) == len(c.ByDay)
	return d, ok && !slices.ContainsFunc(d.Nths, func(n int) bool { return !fits(n) })
}

// sort puts days and weeks in order, each once.
func (d *timeDraft) sort() {
	slices.SortFunc(d.Days, func(a, b time.Weekday) int { return (int(a)+6)%7 - (int(b)+6)%7 })
	d.Days = slices.Compact(d.Days)
	slices.SortFunc(d.Nths, func(a, b int) int { return slices.Index(nthWeeks, a) - slices.Index(nthWeeks, b) })
	d.Nths = slices.Compact(d.Nths)
}

// rules are the rules that the draft says, one for each of its hours, under ids.
func (d timeDraft) rules(ids []directory.ID) []directory.Schedule {
	var out []directory.Schedule
	hours := slices.SortedFunc(slices.Values(d.Hours), func(a, b period) int { return int(a.Opens - b.Opens) })
	for i, h := range hours {
		c := directory.Schedule{
			ID: ids[i], Place: d.Place, Way: d.Way, Freq: directory.Weekly, ValidFrom: d.From, ValidTo: d.Until,
			Opens: h.Opens, Closes: h.Closes, Session: d.Session, Description: d.Note,
		}
		if d.Weeks > 1 {
			c.Interval, c.Start = d.Weeks, d.Start
		}
		nths := []int{0}
		if d.Weeks == 0 {
			c.Freq, nths = directory.Monthly, d.Nths
		}
		for _, n := range nths {
			for _, day := range d.Days {
				c.ByDay = append(c.ByDay, directory.DayRule{Day: day, Nth: n})
			}
		}
		out = append(out, c)
	}
	return out
}

// count reports whether every second and later week must count from a date of its
// own, and the date is none of the days.
func (d timeDraft) countless() bool {
	return d.Weeks > 1 && (d.Start == "" || d.Start < d.From || !slices.Contains(d.Days, weekday(d.Start)))
}

// onward makes a draft of a rule one that holds from a day on, in step with it.
func (d timeDraft) onward(c *directory.Schedule, from directory.Date) timeDraft {
	d.From = max(from, c.ValidFrom)
	if d.Weeks > 1 {
		if next := c.Given(d.From, 1); len(next) > 0 {
			d.Start = next[0].Date()
		}
	}
	return d
}

// The ways in which a draft differs from the rule it was made of.
const (
	sameRule  = iota
	otherEnd  // in its last day alone
	otherRule // in more: the rule ends and another begins
)

// differs says how the draft differs from a rule on a day.
func (d timeDraft) differs(c *directory.Schedule, today directory.Date) int {
	was, _ := draftOf(c)
	shape := func(d timeDraft) string {
		d.Start, d.From, d.Until, d.Part, d.Choice, d.Whole = "", "", "", 0, false, false
		raw, err := json.Marshal(d)
		if err != nil {
			panic("group: a draft that is no JSON: " + err.Error()) // it is plain values
		}
		return string(raw)
	}
	switch {
	case shape(d) != shape(was), c.ValidFrom > today && d.From != c.ValidFrom:
		return otherRule
	case d.Weeks > 1 && d.outOfStep(c):
		return otherRule
	case d.Until != c.ValidTo:
		return otherEnd
	}
	return sameRule
}

// outOfStep reports a draft of every second and later week that counts from
// another week than the rule.
func (d timeDraft) outOfStep(c *directory.Schedule) bool {
	endless := *c
	endless.ValidTo = ""
	given := endless.Given(d.Start, 1)
	return len(given) == 0 || given[0].Date() != d.Start
}

func weekday(d directory.Date) time.Weekday {
	t, _ := time.Parse(time.DateOnly, string(d))
	return t.Weekday()
}
