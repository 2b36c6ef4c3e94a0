// Code generated from en.toml by go generate; DO NOT EDIT.

package locales

// EnquiryAll says:
//
//	How services received real enquiries. The one with most is first:
func EnquiryAll() Text { return Text{id: "enquiry.all"} }

// EnquiryAllNone says:
//
//	Nobody has told us of an enquiry yet.
func EnquiryAllNone() Text { return Text{id: "enquiry.all_none"} }

// EnquiryAskDay says:
//
//	On which day was that? Tap it, or type it in figures, like 28.5.
//
//	<b>{{.NameOwn}}</b>
func EnquiryAskDay(nameOwn Own) Text {
	return Text{id: "enquiry.ask_day", values: map[string]any{"NameOwn": nameOwn}}
}

// EnquiryAskInterpreter says:
//
//	Did they offer an interpreter?
func EnquiryAskInterpreter() Text { return Text{id: "enquiry.ask_interpreter"} }

// EnquiryAskLanguage says:
//
//	In which language was it asked for there?
func EnquiryAskLanguage() Text { return Text{id: "enquiry.ask_language"} }

// EnquiryAskReached says:
//
//	What came of it?
func EnquiryAskReached() Text { return Text{id: "enquiry.ask_reached"} }

// EnquiryAskReply says:
//
//	This is how an enquiry went. What does the service say to it?
func EnquiryAskReply() Text { return Text{id: "enquiry.ask_reply"} }

// EnquiryAskService says:
//
//	This is for a real enquiry only: you rang or went there because somebody needed it. Never just to test them, and never for urgent lines.
//
//	There are only taps here. It asks for no name, and nobody is told that it was you.
//
//	Which service was it? Tap it, or type a part of its name.
func EnquiryAskService() Text { return Text{id: "enquiry.ask_service"} }

// EnquiryAskWait says:
//
//	How long is the wait, as they told you?
func EnquiryAskWait() Text { return Text{id: "enquiry.ask_wait"} }

// EnquiryBadDay says:
//
//	I do not know this day. Please type day and month in figures, like 28.5.
func EnquiryBadDay() Text { return Text{id: "enquiry.bad_day"} }

// EnquiryButtonAgain says:
//
//	Start again
func EnquiryButtonAgain() Text { return Text{id: "enquiry.button_again"} }

// EnquiryButtonAll says:
//
//	How services received enquiries
func EnquiryButtonAll() Text { return Text{id: "enquiry.button_all"} }

// EnquiryButtonBack says:
//
//	A mistake: take it back
func EnquiryButtonBack() Text { return Text{id: "enquiry.button_back"} }

// EnquiryButtonNew says:
//
//	How did a service receive you?
func EnquiryButtonNew() Text { return Text{id: "enquiry.button_new"} }

// EnquiryButtonRead says:
//
//	Read it and answer
func EnquiryButtonRead() Text { return Text{id: "enquiry.button_read"} }

// EnquiryButtonSave says:
//
//	Keep it
func EnquiryButtonSave() Text { return Text{id: "enquiry.button_save"} }

// EnquiryButtonSee says:
//
//	All about this service
func EnquiryButtonSee() Text { return Text{id: "enquiry.button_see"} }

// EnquiryEvidence says:
//
//	This is how real enquiries went there, as they were told to us:
func EnquiryEvidence() Text { return Text{id: "enquiry.evidence"} }

// EnquiryFarDay says:
//
//	Please choose a day of the last three months.
func EnquiryFarDay() Text { return Text{id: "enquiry.far_day"} }

// EnquiryGone says:
//
//	This is not here any more. There is nothing more to do.
func EnquiryGone() Text { return Text{id: "enquiry.gone"} }

// EnquiryNone says:
//
//	I found no such service here. Type another part of its name. Your own group, urgent lines, and services that nobody may know of are not in this list.
func EnquiryNone() Text { return Text{id: "enquiry.none"} }

// EnquiryNotice says:
//
//	There is news about one of your entries. Somebody told us how an enquiry went there. It names nobody. You can read it, and answer with one tap.
//
//	<b>{{.NameOwn}}</b>
func EnquiryNotice(nameOwn Own) Text {
	return Text{id: "enquiry.notice", values: map[string]any{"NameOwn": nameOwn}}
}

// EnquiryPartCount says:
//
//	<b>{{.NameOwn}}</b>
//	Enquiries: {{.Number}}
func EnquiryPartCount(nameOwn Own, number string) Text {
	return Text{id: "enquiry.part_count", values: map[string]any{"NameOwn": nameOwn, "Number": number}}
}

// EnquiryPartDay says:
//
//	Day: {{.DayText}}
func EnquiryPartDay(dayText Text) Text {
	return Text{id: "enquiry.part_day", values: map[string]any{"DayText": dayText}}
}

// EnquiryPartDiffer says:
//
//	We see it differently
func EnquiryPartDiffer() Text { return Text{id: "enquiry.part_differ"} }

// EnquiryPartHeadInterpreter says:
//
//	<b>Was an interpreter offered?</b>
func EnquiryPartHeadInterpreter() Text { return Text{id: "enquiry.part_head_interpreter"} }

// EnquiryPartHeadOutcome says:
//
//	<b>What came of it?</b>
func EnquiryPartHeadOutcome() Text { return Text{id: "enquiry.part_head_outcome"} }

// EnquiryPartHeadReply says:
//
//	<b>What does the service say?</b>
func EnquiryPartHeadReply() Text { return Text{id: "enquiry.part_head_reply"} }

// EnquiryPartHeadWait says:
//
//	<b>How long was the wait?</b>
func EnquiryPartHeadWait() Text { return Text{id: "enquiry.part_head_wait"} }

// EnquiryPartHelp says:
//
//	Help, or an appointment
func EnquiryPartHelp() Text { return Text{id: "enquiry.part_help"} }

// EnquiryPartInterpreter says:
//
//	Interpreter offered: {{.OfferedText}}
func EnquiryPartInterpreter(offeredText Text) Text {
	return Text{id: "enquiry.part_interpreter", values: map[string]any{"OfferedText": offeredText}}
}

// EnquiryPartLanguage says:
//
//	Language asked for: {{.LanguageText}}
func EnquiryPartLanguage(languageText Text) Text {
	return Text{id: "enquiry.part_language", values: map[string]any{"LanguageText": languageText}}
}

// EnquiryPartLine says:
//
//	{{.AnswerText}}: {{.Number}}
func EnquiryPartLine(answerText Text, number string) Text {
	return Text{id: "enquiry.part_line", values: map[string]any{"AnswerText": answerText, "Number": number}}
}

// EnquiryPartList says:
//
//	A place on a waiting list
func EnquiryPartList() Text { return Text{id: "enquiry.part_list"} }

// EnquiryPartLonger says:
//
//	Longer than three months
func EnquiryPartLonger() Text { return Text{id: "enquiry.part_longer"} }

// EnquiryPartLooks says:
//
//	We are looking into it
func EnquiryPartLooks() Text { return Text{id: "enquiry.part_looks"} }

// EnquiryPartMended says:
//
//	We have put it right
func EnquiryPartMended() Text { return Text{id: "enquiry.part_mended"} }

// EnquiryPartMonth says:
//
//	Month: {{.MonthText}}
func EnquiryPartMonth(monthText Text) Text {
	return Text{id: "enquiry.part_month", values: map[string]any{"MonthText": monthText}}
}

// EnquiryPartMonthLong says:
//
//	Up to a month
func EnquiryPartMonthLong() Text { return Text{id: "enquiry.part_month_long"} }

// EnquiryPartNoReply says:
//
//	No answer yet
func EnquiryPartNoReply() Text { return Text{id: "enquiry.part_no_reply"} }

// EnquiryPartNobody says:
//
//	Nobody answered
func EnquiryPartNobody() Text { return Text{id: "enquiry.part_nobody"} }

// EnquiryPartNotNeeded says:
//
//	None was needed
func EnquiryPartNotNeeded() Text { return Text{id: "enquiry.part_not_needed"} }

// EnquiryPartNotOffered says:
//
//	No
func EnquiryPartNotOffered() Text { return Text{id: "enquiry.part_not_offered"} }

// EnquiryPartNotSaid says:
//
//	They did not say
func EnquiryPartNotSaid() Text { return Text{id: "enquiry.part_not_said"} }

// EnquiryPartOffered says:
//
//	Yes, they offered one
func EnquiryPartOffered() Text { return Text{id: "enquiry.part_offered"} }

// EnquiryPartOutcome says:
//
//	What came of it: {{.OutcomeText}}
func EnquiryPartOutcome(outcomeText Text) Text {
	return Text{id: "enquiry.part_outcome", values: map[string]any{"OutcomeText": outcomeText}}
}

// EnquiryPartOwner says:
//
//	The group that runs it is told, too, and can answer.
func EnquiryPartOwner() Text { return Text{id: "enquiry.part_owner"} }

// EnquiryPartQuarter says:
//
//	Up to three months
func EnquiryPartQuarter() Text { return Text{id: "enquiry.part_quarter"} }

// EnquiryPartRefused says:
//
//	Turned away
func EnquiryPartRefused() Text { return Text{id: "enquiry.part_refused"} }

// EnquiryPartReply says:
//
//	The service says: {{.ReplyText}}
func EnquiryPartReply(replyText Text) Text {
	return Text{id: "enquiry.part_reply", values: map[string]any{"ReplyText": replyText}}
}

// EnquiryPartSameDay says:
//
//	The same day
func EnquiryPartSameDay() Text { return Text{id: "enquiry.part_same_day"} }

// EnquiryPartSentOn says:
//
//	Sent to another place
func EnquiryPartSentOn() Text { return Text{id: "enquiry.part_sent_on"} }

// EnquiryPartService says:
//
//	<b>{{.NameOwn}}</b>
func EnquiryPartService(nameOwn Own) Text {
	return Text{id: "enquiry.part_service", values: map[string]any{"NameOwn": nameOwn}}
}

// EnquiryPartTap says:
//
//	Tap one to put in what the service says to it:
func EnquiryPartTap() Text { return Text{id: "enquiry.part_tap"} }

// EnquiryPartThanks says:
//
//	Thank you for telling us
func EnquiryPartThanks() Text { return Text{id: "enquiry.part_thanks"} }

// EnquiryPartWait says:
//
//	Wait: {{.WaitText}}
func EnquiryPartWait(waitText Text) Text {
	return Text{id: "enquiry.part_wait", values: map[string]any{"WaitText": waitText}}
}

// EnquiryPartWeek says:
//
//	Up to a week
func EnquiryPartWeek() Text { return Text{id: "enquiry.part_week"} }

// EnquiryPartWhenAsked says:
//
//	Only after asking
func EnquiryPartWhenAsked() Text { return Text{id: "enquiry.part_when_asked"} }

// EnquiryReplied says:
//
//	Thank you. The answer stands beside it now.
func EnquiryReplied() Text { return Text{id: "enquiry.replied"} }

// EnquirySaved says:
//
//	Thank you. It is kept, and it does not say that it was you. The office sees how services received such enquiries.
func EnquirySaved() Text { return Text{id: "enquiry.saved"} }

// EnquirySummary says:
//
//	This is all that will be kept. Is it right?
func EnquirySummary() Text { return Text{id: "enquiry.summary"} }

// EnquiryTakenBack says:
//
//	Done. It is gone again, and nothing of it is kept.
func EnquiryTakenBack() Text { return Text{id: "enquiry.taken_back"} }

// EnquiryTooLate says:
//
//	The service has answered already, so it stays. If it is wrong, please tell the office.
func EnquiryTooLate() Text { return Text{id: "enquiry.too_late"} }
