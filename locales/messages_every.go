// Code generated from en.toml by go generate; DO NOT EDIT.

package locales

// EveryFirst1 says:
//
//	every first Monday of the month
func EveryFirst1() Text { return Text{id: "every.first_1"} }

// EveryFirst2 says:
//
//	every first Tuesday of the month
func EveryFirst2() Text { return Text{id: "every.first_2"} }

// EveryFirst3 says:
//
//	every first Wednesday of the month
func EveryFirst3() Text { return Text{id: "every.first_3"} }

// EveryFirst4 says:
//
//	every first Thursday of the month
func EveryFirst4() Text { return Text{id: "every.first_4"} }

// EveryFirst5 says:
//
//	every first Friday of the month
func EveryFirst5() Text { return Text{id: "every.first_5"} }

// EveryFirst6 says:
//
//	every first Saturday of the month
func EveryFirst6() Text { return Text{id: "every.first_6"} }

// EveryFirst7 says:
//
//	every first Sunday of the month
func EveryFirst7() Text { return Text{id: "every.first_7"} }

// EveryFourth1 says:
//
//	every fourth Monday of the month
func EveryFourth1() Text { return Text{id: "every.fourth_1"} }

// EveryFourth2 says:
//
//	every fourth Tuesday of the month
func EveryFourth2() Text { return Text{id: "every.fourth_2"} }

// EveryFourth3 says:
//
//	every fourth Wednesday of the month
func EveryFourth3() Text { return Text{id: "every.fourth_3"} }

// EveryFourth4 says:
//
//	every fourth Thursday of the month
func EveryFourth4() Text { return Text{id: "every.fourth_4"} }

// EveryFourth5 says:
//
//	every fourth Friday of the month
func EveryFourth5() Text { return Text{id: "every.fourth_5"} }

// EveryFourth6 says:
//
//	every fourth Saturday of the month
func EveryFourth6() Text { return Text{id: "every.fourth_6"} }

// EveryFourth7 says:
//
//	every fourth Sunday of the month
func EveryFourth7() Text { return Text{id: "every.fourth_7"} }

// EveryLast1 says:
//
//	every last Monday of the month
func EveryLast1() Text { return Text{id: "every.last_1"} }

// EveryLast2 says:
//
//	every last Tuesday of the month
func EveryLast2() Text { return Text{id: "every.last_2"} }

// EveryLast3 says:
//
//	every last Wednesday of the month
func EveryLast3() Text { return Text{id: "every.last_3"} }

// EveryLast4 says:
//
//	every last Thursday of the month
func EveryLast4() Text { return Text{id: "every.last_4"} }

// EveryLast5 says:
//
//	every last Friday of the month
func EveryLast5() Text { return Text{id: "every.last_5"} }

// EveryLast6 says:
//
//	every last Saturday of the month
func EveryLast6() Text { return Text{id: "every.last_6"} }

// EveryLast7 says:
//
//	every last Sunday of the month
func EveryLast7() Text { return Text{id: "every.last_7"} }

// EverySecond1 says:
//
//	every second Monday of the month
func EverySecond1() Text { return Text{id: "every.second_1"} }

// EverySecond2 says:
//
//	every second Tuesday of the month
func EverySecond2() Text { return Text{id: "every.second_2"} }

// EverySecond3 says:
//
//	every second Wednesday of the month
func EverySecond3() Text { return Text{id: "every.second_3"} }

// EverySecond4 says:
//
//	every second Thursday of the month
func EverySecond4() Text { return Text{id: "every.second_4"} }

// EverySecond5 says:
//
//	every second Friday of the month
func EverySecond5() Text { return Text{id: "every.second_5"} }

// EverySecond6 says:
//
//	every second Saturday of the month
func EverySecond6() Text { return Text{id: "every.second_6"} }

// EverySecond7 says:
//
//	every second Sunday of the month
func EverySecond7() Text { return Text{id: "every.second_7"} }

// EveryThird1 says:
//
//	every third Monday of the month
func EveryThird1() Text { return Text{id: "every.third_1"} }

// EveryThird2 says:
//
//	every third Tuesday of the month
func EveryThird2() Text { return Text{id: "every.third_2"} }

// EveryThird3 says:
//
//	every third Wednesday of the month
func EveryThird3() Text { return Text{id: "every.third_3"} }

// EveryThird4 says:
//
//	every third Thursday of the month
func EveryThird4() Text { return Text{id: "every.third_4"} }

// EveryThird5 says:
//
//	every third Friday of the month
func EveryThird5() Text { return Text{id: "every.third_5"} }

// EveryThird6 says:
//
//	every third Saturday of the month
func EveryThird6() Text { return Text{id: "every.third_6"} }

// EveryThird7 says:
//
//	every third Sunday of the month
func EveryThird7() Text { return Text{id: "every.third_7"} }

// EveryTwoWeeks1 says:
//
//	every other Monday
func EveryTwoWeeks1() Text { return Text{id: "every.two_weeks_1"} }

// EveryTwoWeeks2 says:
//
//	every other Tuesday
func EveryTwoWeeks2() Text { return Text{id: "every.two_weeks_2"} }

// EveryTwoWeeks3 says:
//
//	every other Wednesday
func EveryTwoWeeks3() Text { return Text{id: "every.two_weeks_3"} }

// EveryTwoWeeks4 says:
//
//	every other Thursday
func EveryTwoWeeks4() Text { return Text{id: "every.two_weeks_4"} }

// EveryTwoWeeks5 says:
//
//	every other Friday
func EveryTwoWeeks5() Text { return Text{id: "every.two_weeks_5"} }

// EveryTwoWeeks6 says:
//
//	every other Saturday
func EveryTwoWeeks6() Text { return Text{id: "every.two_weeks_6"} }

// EveryTwoWeeks7 says:
//
//	every other Sunday
func EveryTwoWeeks7() Text { return Text{id: "every.two_weeks_7"} }

// EveryWeek1 says:
//
//	every Monday
func EveryWeek1() Text { return Text{id: "every.week_1"} }

// EveryWeek2 says:
//
//	every Tuesday
func EveryWeek2() Text { return Text{id: "every.week_2"} }

// EveryWeek3 says:
//
//	every Wednesday
func EveryWeek3() Text { return Text{id: "every.week_3"} }

// EveryWeek4 says:
//
//	every Thursday
func EveryWeek4() Text { return Text{id: "every.week_4"} }

// EveryWeek5 says:
//
//	every Friday
func EveryWeek5() Text { return Text{id: "every.week_5"} }

// EveryWeek6 says:
//
//	every Saturday
func EveryWeek6() Text { return Text{id: "every.week_6"} }

// EveryWeek7 says:
//
//	every Sunday
func EveryWeek7() Text { return Text{id: "every.week_7"} }
