// Code generated from en.toml by go generate; DO NOT EDIT.

package locales

// UpkeepAsk says:
//
//	A question about one of your entries. Is it still right?
//
//	<b>{{.NameOwn}}</b>
func UpkeepAsk(nameOwn Own) Text {
	return Text{id: "upkeep.ask", values: map[string]any{"NameOwn": nameOwn}}
}

// UpkeepAskOffice says:
//
//	A group has not answered for a week. Do you know if this entry is still right?
//
//	<b>{{.NameOwn}}</b>
func UpkeepAskOffice(nameOwn Own) Text {
	return Text{id: "upkeep.ask_office", values: map[string]any{"NameOwn": nameOwn}}
}

// UpkeepAwayAsk says:
//
//	How long are you away? I will not ask you again before then.
func UpkeepAwayAsk() Text { return Text{id: "upkeep.away_ask"} }

// UpkeepAwayDone says:
//
//	Good. I will not ask before {{.UntilDay}}. Is a session off in that time? Then please cancel it.
func UpkeepAwayDone(untilDay Day) Text {
	return Text{id: "upkeep.away_done", values: map[string]any{"UntilDay": untilDay}}
}

// UpkeepButtonAway says:
//
//	We are away
func UpkeepButtonAway() Text { return Text{id: "upkeep.button_away"} }

// UpkeepButtonChange says:
//
//	Change something
func UpkeepButtonChange() Text { return Text{id: "upkeep.button_change"} }

// UpkeepButtonFortnight says:
//
//	Two weeks
func UpkeepButtonFortnight() Text { return Text{id: "upkeep.button_fortnight"} }

// UpkeepButtonMonth says:
//
//	Four weeks
func UpkeepButtonMonth() Text { return Text{id: "upkeep.button_month"} }

// UpkeepButtonNumbers says:
//
//	See the numbers
func UpkeepButtonNumbers() Text { return Text{id: "upkeep.button_numbers"} }

// UpkeepButtonPause says:
//
//	Pause it
func UpkeepButtonPause() Text { return Text{id: "upkeep.button_pause"} }

// UpkeepButtonRight says:
//
//	Yes, still right
func UpkeepButtonRight() Text { return Text{id: "upkeep.button_right"} }

// UpkeepButtonTwoMonths says:
//
//	Eight weeks
func UpkeepButtonTwoMonths() Text { return Text{id: "upkeep.button_two_months"} }

// UpkeepButtonWeek says:
//
//	One week
func UpkeepButtonWeek() Text { return Text{id: "upkeep.button_week"} }

// UpkeepHidden says:
//
//	Nobody has told us for a long time if this entry is right. People do not find it any more. Say that it is right, and they will.
//
//	<b>{{.NameOwn}}</b>
func UpkeepHidden(nameOwn Own) Text {
	return Text{id: "upkeep.hidden", values: map[string]any{"NameOwn": nameOwn}}
}

// UpkeepNotSaved says:
//
//	Sorry, this could not be saved. The entry has changed or is not yours any more.
func UpkeepNotSaved() Text { return Text{id: "upkeep.not_saved"} }

// UpkeepNumbers says:
//
//	A month has passed, so please check some phone numbers. They are on the urgent card. Ring them, and tell me if they are right.
func UpkeepNumbers() Text { return Text{id: "upkeep.numbers"} }

// UpkeepPauseAsk says:
//
//	Shall I pause this entry? People will read that it is closed for now.
//
//	<b>{{.NameOwn}}</b>
func UpkeepPauseAsk(nameOwn Own) Text {
	return Text{id: "upkeep.pause_ask", values: map[string]any{"NameOwn": nameOwn}}
}

// UpkeepPauseDone says:
//
//	It is paused now. You can open it again in your entries.
//
//	<b>{{.NameOwn}}</b>
func UpkeepPauseDone(nameOwn Own) Text {
	return Text{id: "upkeep.pause_done", values: map[string]any{"NameOwn": nameOwn}}
}

// UpkeepRightDone says:
//
//	Thank you. The card now says that you looked at it today.
//
//	<b>{{.NameOwn}}</b>
func UpkeepRightDone(nameOwn Own) Text {
	return Text{id: "upkeep.right_done", values: map[string]any{"NameOwn": nameOwn}}
}

// UpkeepRingFirst says:
//
//	Nobody has told us if this entry is right. Its card now says: please ring first.
//
//	<b>{{.NameOwn}}</b>
func UpkeepRingFirst(nameOwn Own) Text {
	return Text{id: "upkeep.ring_first", values: map[string]any{"NameOwn": nameOwn}}
}
