// Code generated from en.toml by go generate; DO NOT EDIT.

package locales

// DayDaysAgo says:
//
//	one: {{.DaysCount}} day ago
//	{{.DaysCount}} days ago
func DayDaysAgo(daysCount int) Text {
	return Text{id: "day.days_ago", values: map[string]any{"DaysCount": daysCount}}
}

// DayInDays says:
//
//	one: in {{.DaysCount}} day
//	in {{.DaysCount}} days
func DayInDays(daysCount int) Text {
	return Text{id: "day.in_days", values: map[string]any{"DaysCount": daysCount}}
}

// DayLong says:
//
//	{{.WeekdayText}} {{.Number}} {{.MonthText}}
func DayLong(weekdayText Text, number string, monthText Text) Text {
	return Text{id: "day.long", values: map[string]any{"WeekdayText": weekdayText, "Number": number, "MonthText": monthText}}
}

// DayMonth1 says:
//
//	January
func DayMonth1() Text { return Text{id: "day.month_1"} }

// DayMonth10 says:
//
//	October
func DayMonth10() Text { return Text{id: "day.month_10"} }

// DayMonth11 says:
//
//	November
func DayMonth11() Text { return Text{id: "day.month_11"} }

// DayMonth12 says:
//
//	December
func DayMonth12() Text { return Text{id: "day.month_12"} }

// DayMonth2 says:
//
//	February
func DayMonth2() Text { return Text{id: "day.month_2"} }

// DayMonth3 says:
//
//	March
func DayMonth3() Text { return Text{id: "day.month_3"} }

// DayMonth4 says:
//
//	April
func DayMonth4() Text { return Text{id: "day.month_4"} }

// DayMonth5 says:
//
//	May
func DayMonth5() Text { return Text{id: "day.month_5"} }

// DayMonth6 says:
//
//	June
func DayMonth6() Text { return Text{id: "day.month_6"} }

// DayMonth7 says:
//
//	July
func DayMonth7() Text { return Text{id: "day.month_7"} }

// DayMonth8 says:
//
//	August
func DayMonth8() Text { return Text{id: "day.month_8"} }

// DayMonth9 says:
//
//	September
func DayMonth9() Text { return Text{id: "day.month_9"} }

// DayToday says:
//
//	today
func DayToday() Text { return Text{id: "day.today"} }

// DayTomorrow says:
//
//	tomorrow
func DayTomorrow() Text { return Text{id: "day.tomorrow"} }

// DayWeekday1 says:
//
//	Monday
func DayWeekday1() Text { return Text{id: "day.weekday_1"} }

// DayWeekday2 says:
//
//	Tuesday
func DayWeekday2() Text { return Text{id: "day.weekday_2"} }

// DayWeekday3 says:
//
//	Wednesday
func DayWeekday3() Text { return Text{id: "day.weekday_3"} }

// DayWeekday4 says:
//
//	Thursday
func DayWeekday4() Text { return Text{id: "day.weekday_4"} }

// DayWeekday5 says:
//
//	Friday
func DayWeekday5() Text { return Text{id: "day.weekday_5"} }

// DayWeekday6 says:
//
//	Saturday
func DayWeekday6() Text { return Text{id: "day.weekday_6"} }

// DayWeekday7 says:
//
//	Sunday
func DayWeekday7() Text { return Text{id: "day.weekday_7"} }

// DayWithYear says:
//
//	{{.Number}} {{.MonthText}} {{.Year}}
func DayWithYear(number string, monthText Text, year string) Text {
	return Text{id: "day.with_year", values: map[string]any{"Number": number, "MonthText": monthText, "Year": year}}
}

// DayYesterday says:
//
//	yesterday
func DayYesterday() Text { return Text{id: "day.yesterday"} }
