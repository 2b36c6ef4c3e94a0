package openreferral

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"signpost/directory"
)

// clockForm is a time of day as feeds write it: "10:00", "10:00:00", with an
// offset, or inside a date and time.
var clockForm = regexp.MustCompile(`^(?:\d{4}-\d\d-\d\d[T ])?(\d{1,2})[:.](\d\d)(?::(\d\d)(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?$`)

// clock reads a time of day. utc says that it was marked as UTC, which a weekly
// rule cannot mean all year round.
func clock(s exact) (c directory.Clock, utc, ok bool) {
	m := clockForm.FindStringSubmatch(strings.TrimSpace(string(s)))
	if m == nil {
		return 0, false, false
	}
	hour, _ := strconv.Atoi(m[1])
	minute, _ := strconv.Atoi(m[2])
	if hour > 24 || minute > 59 || hour == 24 && minute > 0 {
		return 0, false, false
	}
	return directory.Clock(hour*60 + minute), m[4] == "Z", true
}

// clockText is a time of day as the standard wants it. The end of the day is
// midnight; a whole day is 00:00 to 23:59, as the standard says.
func clockText(c directory.Clock, wholeDay bool) exact {
	switch {
	case c == 1440 && wholeDay:
		return "23:59"
	case c == 1440:
		return "00:00"
	}
	return exact(fmt.Sprintf("%02d:%02d", c/60, c%60))
}

// day reads a date, or the date of a date and time; "" for nothing.
func day(s exact) (d directory.Date, ok bool) {
	t := strings.TrimSpace(string(s))
	if t == "" {
		return "", true
	}
	if len(t) > 10 && (t[10] == 'T' || t[10] == ' ') {
		t = t[:10]
	}
	if _, err := time.Parse(time.DateOnly, t); err != nil {
		return "", false
	}
	return directory.Date(t), true
}

// before is the day before d, after the day after it; "" stays "".
func before(d directory.Date) directory.Date { return shift(d, -1) }
func after(d directory.Date) directory.Date  { return shift(d, 1) }

func shift(d directory.Date, days int) directory.Date {
	t, err := time.Parse(time.DateOnly, string(d))
	if err != nil {
		return ""
	}
	return directory.Date(t.AddDate(0, 0, days).Format(time.DateOnly))
}

var dayNames = [...]string{"SU", "MO", "TU", "WE", "TH", "FR", "SA"}

var dayForm = regexp.MustCompile(`^([+-]?[0-9])?(SU|MO|TU|WE|TH|FR|SA)(?:[A-Z]*)$`)

// byDay reads BYDAY ("MO,TU", "2MO", "-1FR"), and names of days.
func byDay(s string) (rules []directory.DayRule, ok bool) {
	for part := range strings.FieldsFuncSeq(strings.ToUpper(s), func(r rune) bool { return r == ',' || r == ';' || r == ' ' }) {
		m := dayForm.FindStringSubmatch(part)
		if m == nil {
			return nil, false
		}
		nth, _ := strconv.Atoi(m[1])
		if nth < -1 || nth > 5 {
			return nil, false
		}
		for i, name := range dayNames {
			if name == m[2] {
				rules = append(rules, directory.DayRule{Day: time.Weekday(i), Nth: nth})
			}
		}
	}
	return rules, true
}

func byDayText(rules []directory.DayRule) string {
	var parts []string
	for _, r := range rules {
		nth := ""
		if r.Nth != 0 {
			nth = strconv.Itoa(r.Nth)
		}
		parts = append(parts, nth+dayNames[r.Day])
	}
	return strings.Join(parts, ",")
}

// byMonthDay reads BYMONTHDAY ("1,15").
func byMonthDay(s string) (days []int, ok bool) {
	for part := range strings.FieldsFuncSeq(s, func(r rune) bool { return r == ',' || r == ' ' }) {
		n, err := strconv.Atoi(part)
		if err != nil || n < 1 || n > 31 {
			return nil, false
		}
		days = append(days, n)
	}
	return days, true
}

func byMonthDayText(days []int) string {
	return strings.Trim(strings.Join(strings.Fields(fmt.Sprint(days)), ","), "[]")
}
