package locales

import (
	"strconv"
	"time"
)

// saying makes the Text of a message that this package words itself with.
func saying(id string, values map[string]any) Text { return Text{id: id, values: values} }

// WeekdayName is a day of the week: "Thursday".
func WeekdayName(d time.Weekday) Text {
	return saying("day.weekday_"+strconv.Itoa(isoWeekday(d)), nil)
}

// isoWeekday numbers the days from Monday, 1, to Sunday, 7 (ISO 8601), as the
// ids of the messages do.
func isoWeekday(d time.Weekday) int { return (int(d)+6)%7 + 1 }

// MonthName is a month: "May".
func MonthName(m time.Month) Text { return saying("day.month_"+strconv.Itoa(int(m)), nil) }

// MonthOfYear is a month with its year: "May 2026".
func MonthOfYear(year int, m time.Month) Text {
	return saying("day.of_year", map[string]any{"MonthText": monthAlone(m), "Year": strconv.Itoa(year)})
}

// Months are some months of a year, the first and the last: "April to June 2026".
func Months(year int, from, to time.Month) Text {
	return saying("day.quarter", map[string]any{"FromText": monthAlone(from), "ToText": monthAlone(to), "Year": strconv.Itoa(year)})
}

// monthAlone is a month without the number of a day, which some languages put into
// another form.
func monthAlone(m time.Month) Text { return saying("day.alone_"+strconv.Itoa(int(m)), nil) }

// dayText words a day as Render does: "Thursday 14 May".
func dayText(d Day) Text {
	return saying("day.long", map[string]any{
		"WeekdayText": WeekdayName(d.date().Weekday()),
		"Number":      strconv.Itoa(d.Day),
		"MonthText":   MonthName(time.Month(d.Month)),
	})
}

// Date is a day with its year and without its weekday, for what lies in the
// past or far ahead: "14 May 2026".
func Date(d Day) Text {
	return saying("day.with_year", map[string]any{
		"Number":    strconv.Itoa(d.Day),
		"MonthText": MonthName(time.Month(d.Month)),
		"Year":      strconv.Itoa(d.Year),
	})
}

// FromToday says how far a day is from today: "today", "tomorrow", "in 3 days",
// and for the past "yesterday", "3 days ago".
func FromToday(today, d Day) Text {
	switch n := int(d.date().Sub(today.date()) / (24 * time.Hour)); {
	case n == 0:
		return saying("day.today", nil)
	case n == 1:
		return saying("day.tomorrow", nil)
	case n == -1:
		return saying("day.yesterday", nil)
	case n > 0:
		return saying("day.in_days", map[string]any{"DaysCount": n})
	default:
		return saying("day.days_ago", map[string]any{"DaysCount": -n})
	}
}

// date is the day as an instant, in UTC, where each day has 24 hours.
func (d Day) date() time.Time {
	return time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC)
}

// DayOf is the day of an instant, in the zone that it carries.
func DayOf(at time.Time) Day {
	y, m, d := at.Date()
	return Day{Year: y, Month: int(m), Day: d}
}

// TimeOf is the time of day of an instant, in the zone that it carries.
func TimeOf(at time.Time) Time { return Time(at.Hour()*60 + at.Minute()) }
