// Code generated from en.toml by go generate; DO NOT EDIT.

package locales

// TimesAskDate says:
//
//	Which date do you mean? Tap it, or type its day.
func TimesAskDate() Text { return Text{id: "times.ask_date"} }

// TimesAskDays says:
//
//	Which days? Tap all that fit, then tap Done.
func TimesAskDays() Text { return Text{id: "times.ask_days"} }

// TimesAskEnd says:
//
//	When does it end? Tap a time, or type it.
func TimesAskEnd() Text { return Text{id: "times.ask_end"} }

// TimesAskFrom says:
//
//	From which day on? Tap one, or type it, like 24/12.
func TimesAskFrom() Text { return Text{id: "times.ask_from"} }

// TimesAskHalf says:
//
//	Which of the two do you mean?
func TimesAskHalf() Text { return Text{id: "times.ask_half"} }

// TimesAskKind says:
//
//	What do you want to add? A session is a drop-in, or a time when you answer the phone.
func TimesAskKind() Text { return Text{id: "times.ask_kind"} }

// TimesAskMoveDay says:
//
//	On which day is it then? Tap one, or type it, like 24/12.
func TimesAskMoveDay() Text { return Text{id: "times.ask_move_day"} }

// TimesAskNext says:
//
//	Which is the next date? Tap one, or type it, like 24/12.
func TimesAskNext() Text { return Text{id: "times.ask_next"} }

// TimesAskNight says:
//
//	Does it go on past midnight? It would end at {{.EndTime}}.
func TimesAskNight(endTime Time) Text {
	return Text{id: "times.ask_night", values: map[string]any{"EndTime": endTime}}
}

// TimesAskNth says:
//
//	Which weeks of the month? You can tap more than one.
func TimesAskNth() Text { return Text{id: "times.ask_nth"} }

// TimesAskOften says:
//
//	How often is it?
func TimesAskOften() Text { return Text{id: "times.ask_often"} }

// TimesAskStart says:
//
//	When does it begin? Tap a time, or type it. You can type both ends: 14.30 - 16.00
func TimesAskStart() Text { return Text{id: "times.ask_start"} }

// TimesAskStop says:
//
//	Which date is the last one? Tap one, or type it, like 24/12.
func TimesAskStop() Text { return Text{id: "times.ask_stop"} }

// TimesAskUntil says:
//
//	Which is the last day? Tap one, or type it, like 24/12.
func TimesAskUntil() Text { return Text{id: "times.ask_until"} }

// TimesAskWhat says:
//
//	What about this date?
//
//	{{.WhenText}}
func TimesAskWhat(whenText Text) Text {
	return Text{id: "times.ask_what", values: map[string]any{"WhenText": whenText}}
}

// TimesAskWhere says:
//
//	Where is it?
func TimesAskWhere() Text { return Text{id: "times.ask_where"} }

// TimesAskWhich says:
//
//	On which day do you keep it: {{.NameText}}? It may differ by a day.
func TimesAskWhich(nameText Text) Text {
	return Text{id: "times.ask_which", values: map[string]any{"NameText": nameText}}
}

// TimesAskWhy says:
//
//	Why is it off? It is saved when you tap.
//
//	{{.WhenText}}
func TimesAskWhy(whenText Text) Text {
	return Text{id: "times.ask_why", values: map[string]any{"WhenText": whenText}}
}

// TimesBadDay says:
//
//	I do not know this day. Please type it like this: 24/12
func TimesBadDay() Text { return Text{id: "times.bad_day"} }

// TimesBadEnd says:
//
//	The end must come after the start.
func TimesBadEnd() Text { return Text{id: "times.bad_end"} }

// TimesBadTime says:
//
//	I do not know this time. Please type it like this: 10.30 or 14.00
func TimesBadTime() Text { return Text{id: "times.bad_time"} }

// TimesBadUntil says:
//
//	The last day can't be before the first day.
func TimesBadUntil() Text { return Text{id: "times.bad_until"} }

// TimesButtonAdd says:
//
//	Add a time
func TimesButtonAdd() Text { return Text{id: "times.button_add"} }

// TimesButtonAgain says:
//
//	It is on as planned
func TimesButtonAgain() Text { return Text{id: "times.button_again"} }

// TimesButtonAtOnce says:
//
//	No more dates
func TimesButtonAtOnce() Text { return Text{id: "times.button_at_once"} }

// TimesButtonCancel says:
//
//	It is off
func TimesButtonCancel() Text { return Text{id: "times.button_cancel"} }

// TimesButtonCard says:
//
//	See it as people do
func TimesButtonCard() Text { return Text{id: "times.button_card"} }

// TimesButtonClosed says:
//
//	Closed days
func TimesButtonClosed() Text { return Text{id: "times.button_closed"} }

// TimesButtonDays says:
//
//	Days
func TimesButtonDays() Text { return Text{id: "times.button_days"} }

// TimesButtonFirst says:
//
//	First
func TimesButtonFirst() Text { return Text{id: "times.button_first"} }

// TimesButtonFourWeeks says:
//
//	Every 4 weeks
func TimesButtonFourWeeks() Text { return Text{id: "times.button_four_weeks"} }

// TimesButtonFourth says:
//
//	Fourth
func TimesButtonFourth() Text { return Text{id: "times.button_fourth"} }

// TimesButtonFrom says:
//
//	From when
func TimesButtonFrom() Text { return Text{id: "times.button_from"} }

// TimesButtonHour says:
//
//	Time
func TimesButtonHour() Text { return Text{id: "times.button_hour"} }

// TimesButtonHourTwo says:
//
//	Second time that day
func TimesButtonHourTwo() Text { return Text{id: "times.button_hour_two"} }

// TimesButtonHours says:
//
//	Opening hours
func TimesButtonHours() Text { return Text{id: "times.button_hours"} }

// TimesButtonKeepTheirs says:
//
//	Leave it as it is
func TimesButtonKeepTheirs() Text { return Text{id: "times.button_keep_theirs"} }

// TimesButtonLast says:
//
//	Last
func TimesButtonLast() Text { return Text{id: "times.button_last"} }

// TimesButtonListing says:
//
//	Back to the entry
func TimesButtonListing() Text { return Text{id: "times.button_listing"} }

// TimesButtonMonth says:
//
//	Some weeks of the month
func TimesButtonMonth() Text { return Text{id: "times.button_month"} }

// TimesButtonMove says:
//
//	Another day or time
func TimesButtonMove() Text { return Text{id: "times.button_move"} }

// TimesButtonNoEnd says:
//
//	No end
func TimesButtonNoEnd() Text { return Text{id: "times.button_no_end"} }

// TimesButtonNoReason says:
//
//	Another reason
func TimesButtonNoReason() Text { return Text{id: "times.button_no_reason"} }

// TimesButtonOffDate says:
//
//	Off: {{.DayText}}
func TimesButtonOffDate(dayText Text) Text {
	return Text{id: "times.button_off_date", values: map[string]any{"DayText": dayText}}
}

// TimesButtonOften says:
//
//	How often
func TimesButtonOften() Text { return Text{id: "times.button_often"} }

// TimesButtonOneHour says:
//
//	Only one time that day
func TimesButtonOneHour() Text { return Text{id: "times.button_one_hour"} }

// TimesButtonOneOff says:
//
//	One date is off
func TimesButtonOneOff() Text { return Text{id: "times.button_one_off"} }

// TimesButtonOtherPlace says:
//
//	Another place
func TimesButtonOtherPlace() Text { return Text{id: "times.button_other_place"} }

// TimesButtonPerhaps says:
//
//	{{.DayText}}: {{.NameText}}?
func TimesButtonPerhaps(dayText Text, nameText Text) Text {
	return Text{id: "times.button_perhaps", values: map[string]any{"DayText": dayText, "NameText": nameText}}
}

// TimesButtonPhone says:
//
//	By phone
func TimesButtonPhone() Text { return Text{id: "times.button_phone"} }

// TimesButtonReopen says:
//
//	Open again: {{.DayText}}
func TimesButtonReopen(dayText Text) Text {
	return Text{id: "times.button_reopen", values: map[string]any{"DayText": dayText}}
}

// TimesButtonSave says:
//
//	Save
func TimesButtonSave() Text { return Text{id: "times.button_save"} }

// TimesButtonSaveMine says:
//
//	Save mine too
func TimesButtonSaveMine() Text { return Text{id: "times.button_save_mine"} }

// TimesButtonSecond says:
//
//	Second
func TimesButtonSecond() Text { return Text{id: "times.button_second"} }

// TimesButtonSession says:
//
//	A session
func TimesButtonSession() Text { return Text{id: "times.button_session"} }

// TimesButtonStop says:
//
//	Stop this time
func TimesButtonStop() Text { return Text{id: "times.button_stop"} }

// TimesButtonSuggestion says:
//
//	{{.DayText}}: {{.NameText}}
func TimesButtonSuggestion(dayText Text, nameText Text) Text {
	return Text{id: "times.button_suggestion", values: map[string]any{"DayText": dayText, "NameText": nameText}}
}

// TimesButtonThird says:
//
//	Third
func TimesButtonThird() Text { return Text{id: "times.button_third"} }

// TimesButtonThreeWeeks says:
//
//	Every 3 weeks
func TimesButtonThreeWeeks() Text { return Text{id: "times.button_three_weeks"} }

// TimesButtonTimes says:
//
//	All times
func TimesButtonTimes() Text { return Text{id: "times.button_times"} }

// TimesButtonTwoWeeks says:
//
//	Every 2 weeks
func TimesButtonTwoWeeks() Text { return Text{id: "times.button_two_weeks"} }

// TimesButtonUntil says:
//
//	Until when
func TimesButtonUntil() Text { return Text{id: "times.button_until"} }

// TimesButtonWeek says:
//
//	Every week
func TimesButtonWeek() Text { return Text{id: "times.button_week"} }

// TimesButtonWhere says:
//
//	Place
func TimesButtonWhere() Text { return Text{id: "times.button_where"} }

// TimesClosed says:
//
//	On which days is all of it closed? Tap a day, or type one, like 24/12. A question mark means that the day may differ.
func TimesClosed() Text { return Text{id: "times.closed"} }

// TimesConfirm says:
//
//	Please look at this before you save it.
func TimesConfirm() Text { return Text{id: "times.confirm"} }

// TimesConflict says:
//
//	Somebody else changed these times just now. Yours is not saved yet.
func TimesConflict() Text { return Text{id: "times.conflict"} }

// TimesEarlyDay says:
//
//	That is too early. Something of that day has begun. Please take the next day.
func TimesEarlyDay() Text { return Text{id: "times.early_day"} }

// TimesFarDay says:
//
//	That day is too far off. Please take one in the next two years.
func TimesFarDay() Text { return Text{id: "times.far_day"} }

// TimesGone says:
//
//	This is no longer there. Perhaps somebody else has changed it.
func TimesGone() Text { return Text{id: "times.gone"} }

// TimesHome says:
//
//	These are the times of your entry, as people see them:
//
//	<b>{{.NameOwn}}</b>
func TimesHome(nameOwn Own) Text {
	return Text{id: "times.home", values: map[string]any{"NameOwn": nameOwn}}
}

// TimesNoAddress says:
//
//	This place has no address yet. Please add it to the entry first.
func TimesNoAddress() Text { return Text{id: "times.no_address"} }

// TimesNoDateThen says:
//
//	Nothing takes place on that day.
func TimesNoDateThen() Text { return Text{id: "times.no_date_then"} }

// TimesNoDays says:
//
//	Please tap one of them at least.
func TimesNoDays() Text { return Text{id: "times.no_days"} }

// TimesNoSuchDay says:
//
//	There is no such day. That month is shorter.
func TimesNoSuchDay() Text { return Text{id: "times.no_such_day"} }

// TimesPartAfter says:
//
//	<b>After:</b>
func TimesPartAfter() Text { return Text{id: "times.part_after"} }

// TimesPartAllDay says:
//
//	day and night
func TimesPartAllDay() Text { return Text{id: "times.part_all_day"} }

// TimesPartBefore says:
//
//	<b>Before:</b>
func TimesPartBefore() Text { return Text{id: "times.part_before"} }

// TimesPartDaily says:
//
//	every day
func TimesPartDaily() Text { return Text{id: "times.part_daily"} }

// TimesPartDays says:
//
//	{{.FirstText}} to {{.LastText}}
func TimesPartDays(firstText Text, lastText Text) Text {
	return Text{id: "times.part_days", values: map[string]any{"FirstText": firstText, "LastText": lastText}}
}

// TimesPartEvery says:
//
//	one: every {{.WeeksCount}} week: {{.DaysText}}
//	every {{.WeeksCount}} weeks: {{.DaysText}}
func TimesPartEvery(weeksCount int, daysText Text) Text {
	return Text{id: "times.part_every", values: map[string]any{"WeeksCount": weeksCount, "DaysText": daysText}}
}

// TimesPartFrom says:
//
//	from {{.DayText}}
func TimesPartFrom(dayText Text) Text {
	return Text{id: "times.part_from", values: map[string]any{"DayText": dayText}}
}

// TimesPartLost says:
//
//	<b>These were off or moved. They are no dates any more:</b>
func TimesPartLost() Text { return Text{id: "times.part_lost"} }

// TimesPartMine says:
//
//	<b>With your change:</b>
func TimesPartMine() Text { return Text{id: "times.part_mine"} }

// TimesPartMonthDay says:
//
//	every month on day {{.Number}}
func TimesPartMonthDay(number string) Text {
	return Text{id: "times.part_month_day", values: map[string]any{"Number": number}}
}

// TimesPartNext says:
//
//	<b>Next dates:</b>
func TimesPartNext() Text { return Text{id: "times.part_next"} }

// TimesPartNoDates says:
//
//	No date comes of this. Please look at the days, and from when and until when.
func TimesPartNoDates() Text { return Text{id: "times.part_no_dates"} }

// TimesPartNoNext says:
//
//	No dates come up.
func TimesPartNoNext() Text { return Text{id: "times.part_no_next"} }

// TimesPartNoRules says:
//
//	There are no times yet.
func TimesPartNoRules() Text { return Text{id: "times.part_no_rules"} }

// TimesPartOdd says:
//
//	on days of another kind
func TimesPartOdd() Text { return Text{id: "times.part_odd"} }

// TimesPartOddRule says:
//
//	I can't change this kind of time. You can stop it and add a new one.
func TimesPartOddRule() Text { return Text{id: "times.part_odd_rule"} }

// TimesPartOff says:
//
//	<b>Off or closed:</b>
func TimesPartOff() Text { return Text{id: "times.part_off"} }

// TimesPartOffDay says:
//
//	{{.DayText}} ({{.WhyText}})
func TimesPartOffDay(dayText Text, whyText Text) Text {
	return Text{id: "times.part_off_day", values: map[string]any{"DayText": dayText, "WhyText": whyText}}
}

// TimesPartOverlap says:
//
//	Careful: this is at the same time as: {{.RuleText}}
func TimesPartOverlap(ruleText Text) Text {
	return Text{id: "times.part_overlap", values: map[string]any{"RuleText": ruleText}}
}

// TimesPartRule says:
//
//	{{.OftenText}}, {{.HoursText}}
func TimesPartRule(oftenText Text, hoursText Text) Text {
	return Text{id: "times.part_rule", values: map[string]any{"OftenText": oftenText, "HoursText": hoursText}}
}

// TimesPartRules says:
//
//	<b>When it is:</b>
func TimesPartRules() Text { return Text{id: "times.part_rules"} }

// TimesPartTheirs says:
//
//	<b>It now says:</b>
func TimesPartTheirs() Text { return Text{id: "times.part_theirs"} }

// TimesPartUntil says:
//
//	until {{.DayText}}
func TimesPartUntil(dayText Text) Text {
	return Text{id: "times.part_until", values: map[string]any{"DayText": dayText}}
}

// TimesPartWeekly says:
//
//	every week: {{.DaysText}}
func TimesPartWeekly(daysText Text) Text {
	return Text{id: "times.part_weekly", values: map[string]any{"DaysText": daysText}}
}

// TimesPastDay says:
//
//	That day has passed. Please take today or a later day.
func TimesPastDay() Text { return Text{id: "times.past_day"} }

// TimesReview says:
//
//	Is this right? When you save, people see it at once.
func TimesReview() Text { return Text{id: "times.review"} }

// TimesRule says:
//
//	This is one of your times. What do you want to change?
func TimesRule() Text { return Text{id: "times.rule"} }

// TimesSaved says:
//
//	Saved. This is what people see from now on:
func TimesSaved() Text { return Text{id: "times.saved"} }

// TimesWrongDay says:
//
//	That day is none of the days you tapped.
func TimesWrongDay() Text { return Text{id: "times.wrong_day"} }
