package main

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"signpost/directory"
)

// Only plain patterns become rules; all else stays prose, and the person is told
// to ring first.
var (
	allDay    = regexp.MustCompile(`^24 hours, every day(?: \(phone\))?$`)
	everyDay  = regexp.MustCompile(`^(\S+)-(\S+), every day(?: of the year)?$`)
	weekdays  = regexp.MustCompile(`^Monday-Friday (\S+)-(\S+)$`)
	namedDays = regexp.MustCompile(`^((?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days(?: and (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days)*) (\S+)-(\S+)$`)
	disputed  = regexp.MustCompile(`CONFLICT|[Hh]ours differ|[Cc]onfirm hours`)
)

// schedules are the rules that opening hours state without a doubt.
func schedules(f fact) []directory.Schedule {
	hours := f.OpeningHours
	if f.mark("opening_hours") == "" || doubtful.MatchString(hours) || disputed.MatchString(f.Notes) {
		return nil
	}
	week := []time.Weekday{time.Monday, time.Tuesday, time.Wednesday, time.Thursday, time.Friday, time.Saturday, time.Sunday}
	days, from, to := week, "", ""
	if allDay.MatchString(hours) {
		return []directory.Schedule{rule(f, week, 0, 1440)}
	}
	if m := everyDay.FindStringSubmatch(hours); m != nil {
		from, to = m[1], m[2]
	} else if m := weekdays.FindStringSubmatch(hours); m != nil {
		days, from, to = week[:5], m[1], m[2]
	} else if m := namedDays.FindStringSubmatch(hours); m != nil {
		days, from, to = nil, m[2], m[3]
		for name := range strings.SplitSeq(m[1], " and ") {
			for _, d := range week {
				if d.String()+"s" == name {
					days = append(days, d)
				}
			}
		}
	}
	opens, ok1 := clock(from)
	closes, ok2 := clock(to)
	if !ok1 || !ok2 {
		return nil
	}
	if closes == 0 {
		closes = 1440
	}
	return []directory.Schedule{rule(f, days, opens, closes)}
}

func rule(f fact, days []time.Weekday, opens, closes directory.Clock) directory.Schedule {
	s := directory.Schedule{
		ID:   directory.NewID(source, f.ID+"/schedule"),
		Freq: directory.Weekly, Opens: opens, Closes: closes,
	}
	for _, d := range days {
		s.ByDay = append(s.ByDay, directory.DayRule{Day: d})
	}
	return s
}

var twelve = regexp.MustCompile(`^(\d{1,2})(?::(\d\d))?(am|pm)$`)

// clock reads "9am", "4:30pm", "midnight".
func clock(s string) (directory.Clock, bool) {
	if s == "midnight" {
		return 0, true
	}
	m := twelve.FindStringSubmatch(s)
	if m == nil {
		return 0, false
	}
	h, _ := strconv.Atoi(m[1])
	minute, _ := strconv.Atoi(m[2])
	if h < 1 || h > 12 || minute > 59 {
		return 0, false
	}
	h %= 12
	if m[3] == "pm" {
		h += 12
	}
	return directory.Clock(h*60 + minute), true
}
