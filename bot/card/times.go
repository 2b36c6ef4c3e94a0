package card

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"signpost/directory"
	"signpost/locales"
)

// Rule words one rule of a timetable: "every Thursday, 10 am to 12 noon".
func Rule(c *directory.Schedule) locales.Text {
	hours := locales.TimeSpan(locales.Time(c.Opens), locales.Time(c.Closes))
	if c.Opens == 0 && c.Closes == 1440 {
		hours = locales.TimesPartAllDay()
	}
	return locales.TimesPartRule(often(c), hours)
}

// RuleOf words one rule of a service with where it is, and from when until when
// where that is not now and for ever.
func RuleOf(s *directory.Service, c *directory.Schedule, today directory.Date) locales.Text {
	parts := []locales.Text{Rule(c), whereOf(s, c)}
	if day, ok := dayOf(c.ValidFrom); ok && c.ValidFrom > today {
		parts = append(parts, locales.TimesPartFrom(locales.Date(day)))
	}
	if day, ok := dayOf(c.ValidTo); ok {
		parts = append(parts, locales.TimesPartUntil(locales.Date(day)))
	}
	return locales.Join(" · ", parts...)
}

// whereOf is by phone or at which place, when a service has several ways or places
// and the rule says it.
func whereOf(s *directory.Service, c *directory.Schedule) locales.Text {
	if c.Way == directory.ByPhone {
		return locales.WayName(string(c.Way))
	}
	return Place(s, c.Place)
}

// Place is what a place of a service is called; zero for one that has no name and
// no address, or is not there.
func Place(s *directory.Service, id directory.ID) locales.Text {
	for _, p := range s.Places {
		if p.ID != id || s.Confidential {
			continue
		}
		for _, name := range []string{p.Location.Name, p.Location.Address.Line, join(p.Location.Address.Town, p.Location.Address.Postcode)} {
			if name != "" {
				return english(name)
			}
		}
	}
	return locales.Text{}
}

// often words how often a rule comes and on which days.
func often(c *directory.Schedule) locales.Text {
	if c.Freq == directory.Monthly {
		return monthly(c)
	}
	days := weekdaysOf(c)
	weeks := max(1, c.Interval)
	switch {
	case len(days) == 0:
		return locales.TimesPartOdd()
	case weeks == 1 && len(days) == 7:
		return locales.TimesPartDaily()
	case weeks == 1 && len(days) == 1:
		return locales.EveryWeek(days[0])
	case weeks == 2 && len(days) == 1:
		return locales.EveryTwoWeeks(days[0])
	case weeks == 1:
		return locales.TimesPartWeekly(Weekdays(days))
	}
	return locales.TimesPartEvery(weeks, Weekdays(days))
}

// weekdaysOf are the days of a weekly rule, from Monday on.
func weekdaysOf(c *directory.Schedule) []time.Weekday {
	var days []time.Weekday
	for _, d := range c.ByDay {
		days = append(days, d.Day)
	}
	if len(days) == 0 && c.Start.Valid() {
		start, _ := time.Parse(time.DateOnly, string(c.Start))
		days = append(days, start.Weekday())
	}
	slices.SortFunc(days, func(a, b time.Weekday) int { return fromMonday(a) - fromMonday(b) })
	return slices.Compact(days)
}

func fromMonday(d time.Weekday) int { return (int(d) + 6) % 7 }

// Weekdays words days of the week: a list or, where three and more follow each
// other, from the first to the last.
func Weekdays(days []time.Weekday) locales.Text {
	if n := len(days); n > 2 && fromMonday(days[n-1])-fromMonday(days[0]) == n-1 {
		return locales.TimesPartDays(locales.WeekdayName(days[0]), locales.WeekdayName(days[n-1]))
	}
	var names []locales.Text
	for _, d := range days {
		names = append(names, locales.WeekdayName(d))
	}
	return locales.JoinList(names...)
}

// monthly words the days of a month.
func monthly(c *directory.Schedule) locales.Text {
	if c.Interval > 1 || len(c.ByDay) > 0 && len(c.ByMonthDay) > 0 {
		return locales.TimesPartOdd()
	}
	var parts []locales.Text
	for _, d := range c.ByDay {
		parts = append(parts, locales.EveryMonth(d.Nth, d.Day))
	}
	for _, d := range c.ByMonthDay {
		if d < 0 {
			return locales.TimesPartOdd()
		}
		parts = append(parts, locales.TimesPartMonthDay(strconv.Itoa(d)))
	}
	if len(parts) == 0 || slices.ContainsFunc(parts, locales.Text.IsZero) {
		return locales.TimesPartOdd()
	}
	return locales.JoinList(parts...)
}

// Off is why a session is off or a place closed, in the reader's words where the
// reason is one that we know, else as it was stated; zero when none was.
func Off(reason string) locales.Text {
	if reason == "" {
		return locales.Text{}
	}
	id := strings.NewReplacer(" ", "_", "-", "_").Replace(strings.ToLower(reason))
	if t := locales.OffName(id); !t.IsZero() {
		return t
	}
	return english(reason)
}

// OffDay words a day that is off, and why when that is known.
func OffDay(day locales.Text, reason string) locales.Text {
	why := Off(reason)
	if why.IsZero() {
		return day
	}
	return locales.TimesPartOffDay(day, why)
}
