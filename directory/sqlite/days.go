package sqlite

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"signpost/directory"
)

// weekdays are the names of RFC 5545, 3.3.10, in the order of time.Weekday.
var weekdays = [...]string{"SU", "MO", "TU", "WE", "TH", "FR", "SA"}

// formatDays writes BYDAY as in RFC 5545: "MO,TU", "2MO", "-1FR".
func formatDays(days []directory.DayRule) string {
	var b strings.Builder
	for i, d := range days {
		if i > 0 {
			b.WriteByte(',')
		}
		if d.Nth != 0 {
			b.WriteString(strconv.Itoa(d.Nth))
		}
		b.WriteString(weekdays[d.Day])
	}
	return b.String()
}

func parseDays(text string) ([]directory.DayRule, error) {
	if text == "" {
		return nil, nil
	}
	var out []directory.DayRule
	for word := range strings.SplitSeq(text, ",") {
		var d directory.DayRule
		nth := word[:max(len(word)-2, 0)]
		if nth != "" {
			n, err := strconv.Atoi(nth)
			if err != nil {
				return nil, fmt.Errorf("byday %q: %w", text, err)
			}
			d.Nth = n
		}
		found := false
		for day, name := range weekdays {
			if word[len(nth):] == name {
				d.Day, found = time.Weekday(day), true
			}
		}
		if !found {
			return nil, fmt.Errorf("byday %q: no such weekday", text)
		}
		out = append(out, d)
	}
	return out, nil
}

// formatMonthDays writes BYMONTHDAY as in RFC 5545: "1,15,-1".
func formatMonthDays(days []int) string {
	var b strings.Builder
	for i, d := range days {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString(strconv.Itoa(d))
	}
	return b.String()
}

func parseMonthDays(text string) ([]int, error) {
	if text == "" {
		return nil, nil
	}
	var out []int
	for word := range strings.SplitSeq(text, ",") {
		n, err := strconv.Atoi(word)
		if err != nil {
			return nil, fmt.Errorf("bymonthday %q: %w", text, err)
		}
		out = append(out, n)
	}
	return out, nil
}
