package directory

import (
	"cmp"
	"slices"
	"strings"
	"time"
)

// Holiday is a day on which a service may well be closed. It is a suggestion:
// nothing closes by itself.
type Holiday struct {
	Name string // in English, as it stands in Exception.Reason: "Eid al-Fitr"
	Day  Date
	// Sure is set when everybody keeps the day. Otherwise the day may differ, by
	// one most often: from place to place, or with who saw the moon. Whoever takes
	// the suggestion says which day it is for them.
	Sure bool
}

// holidays are those that are offered, each with its day in a year; a holiday of
// the moon may come twice in one year of ours, or not at all.
var holidays = []struct {
	name string
	days func(year int) []time.Time
	sure bool
}{
	{"New Year bank holiday", on(func(y int) time.Time { return workday(civil(y, time.January, 1)) }), true},
	{"Orthodox Christmas", on(func(y int) time.Time { return civil(y, time.January, 7) }), true},
	{"Lunar New Year", on(lunarNewYear), true},
	{"Nowruz", on(nowruz), false},
	{"Good Friday", on(func(y int) time.Time { return easter(y).AddDate(0, 0, -2) }), true},
	{"Easter", on(easter), true},
	{"Easter Monday", on(func(y int) time.Time { return easter(y).AddDate(0, 0, 1) }), true},
	{"Orthodox Easter", on(orthodoxEaster), true},
	{"Vaisakhi", on(func(y int) time.Time { return civil(y, time.April, 14) }), false},
	{"early May bank holiday", on(func(y int) time.Time { return monday(y, time.May, 1) }), true},
	{"spring bank holiday", on(func(y int) time.Time { return monday(y, time.May, 25) }), true},
	{"summer bank holiday", on(func(y int) time.Time { return monday(y, time.August, 25) }), true},
	{"Diwali", on(diwali), false},
	{"Christmas Day", on(func(y int) time.Time { return civil(y, time.December, 25) }), true},
	{"Boxing Day", on(func(y int) time.Time { return civil(y, time.December, 26) }), true},
	{"Christmas bank holiday", christmasSubstitutes, true},
	{"Eid al-Fitr", func(y int) []time.Time { return islamic(y, 10, 1) }, false},
	{"Eid al-Adha", func(y int) []time.Time { return islamic(y, 12, 10) }, false},
}

// Holidays are the holidays from one day to another, both inclusive, in the order
// of their days; those of one day stand in the order of their names. They are
// computed, for the years 1900 to 2099: a bank holiday that is proclaimed for one
// year alone is not among them.
func Holidays(from, to Date) []Holiday {
	var out []Holiday
	if !from.Valid() || !to.Valid() || from > to {
		return nil
	}
	for year := from.day().Year(); year <= to.day().Year(); year++ {
		for _, h := range holidays {
			for _, day := range h.days(year) {
				if d := Date(day.Format(dateForm)); from <= d && d <= to {
					out = append(out, Holiday{Name: h.name, Day: d, Sure: h.sure})
				}
			}
		}
	}
	slices.SortFunc(out, func(a, b Holiday) int {
		return cmp.Or(strings.Compare(string(a.Day), string(b.Day)), strings.Compare(a.Name, b.Name))
	})
	return out
}

// on makes a holiday that comes once a year.
func on(day func(year int) time.Time) func(int) []time.Time {
	return func(year int) []time.Time { return []time.Time{day(year)} }
}

// civil is a day of the Gregorian calendar, for counting days.
func civil(year int, month time.Month, day int) time.Time {
	return time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
}

// monday is the first Monday from a day on.
func monday(year int, month time.Month, day int) time.Time {
	d := civil(year, month, day)
	return d.AddDate(0, 0, (8-int(d.Weekday()))%7)
}

// workday is the day itself or, at a weekend, the Monday after it.
func workday(d time.Time) time.Time {
	if d.Weekday() == time.Saturday || d.Weekday() == time.Sunday {
		return monday(d.Year(), d.Month(), d.Day())
	}
	return d
}

// christmasSubstitutes are the working days that stand in for Christmas Day and
// Boxing Day at a weekend (Banking and Financial Dealings Act 1971, schedule 1,
// and the proclamations made under it).
func christmasSubstitutes(year int) []time.Time {
	switch civil(year, time.December, 25).Weekday() {
	case time.Friday: // Boxing Day is a Saturday
		return []time.Time{civil(year, time.December, 28)}
	case time.Saturday: // both fall on the weekend
		return []time.Time{civil(year, time.December, 27), civil(year, time.December, 28)}
	case time.Sunday: // Boxing Day keeps the Monday
		return []time.Time{civil(year, time.December, 27)}
	}
	return nil
}

// easter is Easter Sunday of the western churches: the "anonymous Gregorian"
// rule (Nature, 20 April 1876; Jean Meeus, Astronomical Algorithms, 2nd edition
// 1998, chapter 8).
func easter(year int) time.Time {
	a, b, c := year%19, year/100, year%100
	d, e := b/4, b%4
	f := (b + 8) / 25
	g := (b - f + 1) / 3
	h := (19*a + b - d - g + 15) % 30
	i, k := c/4, c%4
	l := (32 + 2*e + 2*i - h - k) % 7
	m := (a + 11*h + 22*l) / 451
	n := h + l - 7*m + 114
	return civil(year, time.Month(n/31), n%31+1)
}

// orthodoxEaster is Easter Sunday by the Julian calendar, as most Orthodox
// churches keep it (Meeus, chapter 8), 13 days later in ours from 1900 to 2099.
func orthodoxEaster(year int) time.Time {
	a, b, c := year%4, year%7, year%19
	d := (19*c + 15) % 30
	e := (2*a + 4*b - d + 34) % 7
	f := d + e + 114
	return civil(year, time.Month(f/31), f%31+1+13)
}

// islamic are the days in a year of ours of one day of the tabular Islamic
// calendar (civil epoch, 16 July 622 Julian; leap years 2, 5, 7, 10, 13, 16, 18,
// 21, 24, 26, 29 of 30: Reingold and Dershowitz, Calendrical Calculations). The
// day that is kept hangs on the moon and on whom one follows, and is within one
// day of it almost always.
func islamic(year, month, day int) []time.Time {
	var out []time.Time
	first := (year - 622) * 33 / 32 // a year that begins before ours does
	for y := first - 1; y <= first+2; y++ {
		days := (y-1)*354 + (3+11*y)/30 + 29*(month-1) + month/2 + day
		d := islamicEpoch.AddDate(0, 0, days-1)
		if d.Year() == year {
			out = append(out, d)
		}
	}
	return out
}

// islamicEpoch is 1 Muharram of the year 1: 19 July 622 in the Gregorian calendar
// carried back.
var islamicEpoch = civil(622, time.July, 19)
