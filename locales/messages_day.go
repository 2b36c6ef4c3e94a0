// Code generated from en.toml by go generate; DO NOT EDIT.

package locales

// DayAlone1 says:
//
//	January
func DayAlone1() Text { return Text{id: "day.alone_1"} }

// DayAlone10 says:
//
//	October
func DayAlone10() Text { return Text{id: "day.alone_10"} }

// DayAlone11 says:
//
//	November
func DayAlone11() Text { return Text{id: "day.alone_11"} }

// DayAlone12 says:
//
//	December
func DayAlone12() Text { return Text{id: "day.alone_12"} }

// DayAlone2 says:
//
//	February
func DayAlone2() Text { return Text{id: "day.alone_2"} }

// DayAlone3 says:
//
//	March
func DayAlone3() Text { return Text{id: "day.alone_3"} }

// DayAlone4 says:
//
//	April
func DayAlone4() Text { return Text{id: "day.alone_4"} }

// DayAlone5 says:
//
//	May
func DayAlone5() Text { return Text{id: "day.alone_5"} }

// DayAlone6 says:
//
//	June
func DayAlone6() Text { return Text{id: "day.alone_6"} }

// DayAlone7 says:
//
//	July
func DayAlone7() Text { return Text{id: "day.alone_7"} }

// DayAlone8 says:
//
//	August
func DayAlone8() Text { return Text{id: "day.alone_8"} }

// DayAlone9 says:
//
//	September
func DayAlone9() Text { return Text{id: "day.alone_9"} }

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

// DayOfYear says:
//
//	{{.MonthText}} {{.Year}}
func DayOfYear(monthText Text, year string) Text {
	return Text{id: "day.of_year", values: map[string]any{"MonthText": monthText, "Year": year}}
}

// DayQuarter says:
//
//	{{.FromText}} to {{.ToText}} {{.Year}}
func DayQuarter(fromText Text, toText Text, year string) Text {
	return Text{id: "day.quarter", values: map[string]any{"FromText": fromText, "ToText": toText, "Year": year}}
}

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
