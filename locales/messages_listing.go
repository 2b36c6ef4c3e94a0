// Code generated from en.toml by go generate; DO NOT EDIT.

package locales

// ListingAskEnd says:
//
//	Do you want to end this entry? Nobody will find it then. You can undo that for 30 days.
func ListingAskEnd() Text { return Text{id: "listing.ask_end"} }

// ListingAskGroup says:
//
//	Which group would you like to look at? Press one, or type a part of its name.
func ListingAskGroup() Text { return Text{id: "listing.ask_group"} }

// ListingAskPreview says:
//
//	This is what people see who read {{.Language}}. Press another language to look.
func ListingAskPreview(language string) Text {
	return Text{id: "listing.ask_preview", values: map[string]any{"Language": language}}
}

// ListingButtonChange says:
//
//	Change
func ListingButtonChange() Text { return Text{id: "listing.button_change"} }

// ListingButtonEnd says:
//
//	End it
func ListingButtonEnd() Text { return Text{id: "listing.button_end"} }

// ListingButtonEndNo says:
//
//	No, leave it
func ListingButtonEndNo() Text { return Text{id: "listing.button_end_no"} }

// ListingButtonEndYes says:
//
//	Yes, end it
func ListingButtonEndYes() Text { return Text{id: "listing.button_end_yes"} }

// ListingButtonHistory says:
//
//	What was changed
func ListingButtonHistory() Text { return Text{id: "listing.button_history"} }

// ListingButtonNew says:
//
//	New entry
func ListingButtonNew() Text { return Text{id: "listing.button_new"} }

// ListingButtonPause says:
//
//	Pause it
func ListingButtonPause() Text { return Text{id: "listing.button_pause"} }

// ListingButtonPreview says:
//
//	As people see it
func ListingButtonPreview() Text { return Text{id: "listing.button_preview"} }

// ListingButtonQueue says:
//
//	See what waits
func ListingButtonQueue() Text { return Text{id: "listing.button_queue"} }

// ListingButtonResume says:
//
//	It runs again
func ListingButtonResume() Text { return Text{id: "listing.button_resume"} }

// ListingButtonRight says:
//
//	All still right
func ListingButtonRight() Text { return Text{id: "listing.button_right"} }

// ListingButtonTimes says:
//
//	Times
func ListingButtonTimes() Text { return Text{id: "listing.button_times"} }

// ListingButtonUndo says:
//
//	Undo {{.Number}}
func ListingButtonUndo(number string) Text {
	return Text{id: "listing.button_undo", values: map[string]any{"Number": number}}
}

// ListingButtonVoice says:
//
//	In your own voice
func ListingButtonVoice() Text { return Text{id: "listing.button_voice"} }

// ListingButtonWithdraw says:
//
//	Take back what waits
func ListingButtonWithdraw() Text { return Text{id: "listing.button_withdraw"} }

// ListingGone says:
//
//	This entry is no longer there. It may have been taken away.
func ListingGone() Text { return Text{id: "listing.gone"} }

// ListingHistory says:
//
//	Here is what was changed in the last 30 days. You can undo it.
func ListingHistory() Text { return Text{id: "listing.history"} }

// ListingHistoryNone says:
//
//	Nothing was changed in the last 30 days.
func ListingHistoryNone() Text { return Text{id: "listing.history_none"} }

// ListingList says:
//
//	Here is what your group shows at the moment. Press one to look at it.
func ListingList() Text { return Text{id: "listing.list"} }

// ListingListEmpty says:
//
//	Your group shows nothing here yet. You can make a first entry now.
func ListingListEmpty() Text { return Text{id: "listing.list_empty"} }

// ListingNoGroup says:
//
//	I found no group with that name. Try a shorter word.
func ListingNoGroup() Text { return Text{id: "listing.no_group"} }

// ListingOne says:
//
//	This is how your entry stands today. You can change it below.
func ListingOne() Text { return Text{id: "listing.one"} }

// ListingPartAway says:
//
//	You are away until {{.DateText}}. Until then we don't ask about it.
func ListingPartAway(dateText Text) Text {
	return Text{id: "listing.part_away", values: map[string]any{"DateText": dateText}}
}

// ListingPartBack says:
//
//	A coordinator sent this back: {{.WhatText}}. {{.ReasonText}}
func ListingPartBack(whatText Text, reasonText Text) Text {
	return Text{id: "listing.part_back", values: map[string]any{"WhatText": whatText, "ReasonText": reasonText}}
}

// ListingPartCard says:
//
//	<b>This is what people see:</b>
func ListingPartCard() Text { return Text{id: "listing.part_card"} }

// ListingPartConfirmed says:
//
//	Your group last said that it is right on {{.SaidOnText}}.
func ListingPartConfirmed(saidOnText Text) Text {
	return Text{id: "listing.part_confirmed", values: map[string]any{"SaidOnText": saidOnText}}
}

// ListingPartEnded says:
//
//	It has ended. Nobody can find it.
func ListingPartEnded() Text { return Text{id: "listing.part_ended"} }

// ListingPartHidden says:
//
//	Nobody has said for long that it is right. So people can't see it now.
func ListingPartHidden() Text { return Text{id: "listing.part_hidden"} }

// ListingPartHistory says:
//
//	{{.Number}}. {{.DateText}}: {{.WhatText}}
func ListingPartHistory(number string, dateText Text, whatText Text) Text {
	return Text{id: "listing.part_history", values: map[string]any{"Number": number, "DateText": dateText, "WhatText": whatText}}
}

// ListingPartHistoryBy says:
//
//	{{.Number}}. {{.DateText}}, by: {{.RoleText}}. {{.WhatText}}
func ListingPartHistoryBy(number string, dateText Text, roleText Text, whatText Text) Text {
	return Text{id: "listing.part_history_by", values: map[string]any{"Number": number, "DateText": dateText, "RoleText": roleText, "WhatText": whatText}}
}

// ListingPartLine says:
//
//	{{.Number}}. <b>{{.NameOwn}}</b>
func ListingPartLine(number string, nameOwn Own) Text {
	return Text{id: "listing.part_line", values: map[string]any{"Number": number, "NameOwn": nameOwn}}
}

// ListingPartNever says:
//
//	Nobody in your group has said yet that it is right.
func ListingPartNever() Text { return Text{id: "listing.part_never"} }

// ListingPartNewBack says:
//
//	New, sent back: <b>{{.Name}}</b>. {{.ReasonText}}
func ListingPartNewBack(name string, reasonText Text) Text {
	return Text{id: "listing.part_new_back", values: map[string]any{"Name": name, "ReasonText": reasonText}}
}

// ListingPartNewWaits says:
//
//	New, waits for a coordinator: <b>{{.Name}}</b>
func ListingPartNewWaits(name string) Text {
	return Text{id: "listing.part_new_waits", values: map[string]any{"Name": name}}
}

// ListingPartPaused says:
//
//	It is paused. The card says that it is not running now.
func ListingPartPaused() Text { return Text{id: "listing.part_paused"} }

// ListingPartReasonNotOurs says:
//
//	They think it belongs to another group.
func ListingPartReasonNotOurs() Text { return Text{id: "listing.part_reason_not_ours"} }

// ListingPartReasonTalk says:
//
//	They would like to talk to you about it.
func ListingPartReasonTalk() Text { return Text{id: "listing.part_reason_talk"} }

// ListingPartReasonUnclear says:
//
//	They did not understand it.
func ListingPartReasonUnclear() Text { return Text{id: "listing.part_reason_unclear"} }

// ListingPartReasonWrongNumber says:
//
//	The number did not work.
func ListingPartReasonWrongNumber() Text { return Text{id: "listing.part_reason_wrong_number"} }

// ListingPartReported says:
//
//	Somebody told us on {{.SaidOnText}}: {{.WhatText}}.
func ListingPartReported(saidOnText Text, whatText Text) Text {
	return Text{id: "listing.part_reported", values: map[string]any{"SaidOnText": saidOnText, "WhatText": whatText}}
}

// ListingPartSilent says:
//
//	Nobody has said that it is right. So the card says: ring first.
func ListingPartSilent() Text { return Text{id: "listing.part_silent"} }

// ListingPartStale says:
//
//	Please say if it is still right. If nobody does, people are told to ring first.
func ListingPartStale() Text { return Text{id: "listing.part_stale"} }

// ListingPartWaits says:
//
//	Waits for a coordinator since {{.SinceText}}: {{.WhatText}}.
func ListingPartWaits(sinceText Text, whatText Text) Text {
	return Text{id: "listing.part_waits", values: map[string]any{"SinceText": sinceText, "WhatText": whatText}}
}

// ListingPartWhyReported says:
//
//	somebody says that something is wrong
func ListingPartWhyReported() Text { return Text{id: "listing.part_why_reported"} }

// ListingPartWhySentBack says:
//
//	a change was sent back
func ListingPartWhySentBack() Text { return Text{id: "listing.part_why_sent_back"} }

// ListingPartWhyStale says:
//
//	please say if it is still right
func ListingPartWhyStale() Text { return Text{id: "listing.part_why_stale"} }

// ListingPartWhyWaiting says:
//
//	a change waits for a coordinator
func ListingPartWhyWaiting() Text { return Text{id: "listing.part_why_waiting"} }

// ListingPartWhyWords says:
//
//	words in another language are out of date
func ListingPartWhyWords() Text { return Text{id: "listing.part_why_words"} }

// ListingPartWrongClosed says:
//
//	it is closed
func ListingPartWrongClosed() Text { return Text{id: "listing.part_wrong_closed"} }

// ListingPartWrongLanguage says:
//
//	nobody there spoke the language
func ListingPartWrongLanguage() Text { return Text{id: "listing.part_wrong_language"} }

// ListingPartWrongMoved says:
//
//	it has moved
func ListingPartWrongMoved() Text { return Text{id: "listing.part_wrong_moved"} }

// ListingPartWrongNotFound says:
//
//	they could not find it
func ListingPartWrongNotFound() Text { return Text{id: "listing.part_wrong_not_found"} }

// ListingPartWrongNumber says:
//
//	the number is wrong
func ListingPartWrongNumber() Text { return Text{id: "listing.part_wrong_number"} }

// ListingPartWrongOther says:
//
//	something else is wrong
func ListingPartWrongOther() Text { return Text{id: "listing.part_wrong_other"} }

// ListingSaidRight says:
//
//	Thank you. The card now says that it was checked today.
func ListingSaidRight() Text { return Text{id: "listing.said_right"} }

// ListingToldWaits says:
//
//	A change to an entry waits for you. Please look at it when you can.
//
//	<b>{{.NameOwn}}</b>
func ListingToldWaits(nameOwn Own) Text {
	return Text{id: "listing.told_waits", values: map[string]any{"NameOwn": nameOwn}}
}
