// Code generated from en.toml by go generate; DO NOT EDIT.

package locales

// LogAskAbout says:
//
//	What was it about? Press up to 5. Some things are not here, so that no log can point at anyone.
func LogAskAbout() Text { return Text{id: "log.ask_about"} }

// LogAskAnswered says:
//
//	How many calls did you answer? Press or type a number.
func LogAskAnswered() Text { return Text{id: "log.ask_answered"} }

// LogAskFirst says:
//
//	How many were a first visit? Press or type a number.
func LogAskFirst() Text { return Text{id: "log.ask_first"} }

// LogAskHeld says:
//
//	Did the session run?
func LogAskHeld() Text { return Text{id: "log.ask_held"} }

// LogAskLanguages says:
//
//	Which languages did you use? Press up to 5, or type one.
func LogAskLanguages() Text { return Text{id: "log.ask_languages"} }

// LogAskMissed says:
//
//	How many calls were missed? Press or type a number.
func LogAskMissed() Text { return Text{id: "log.ask_missed"} }

// LogAskPaper says:
//
//	Which session is on the paper? Here are those of the last 28 days.
func LogAskPaper() Text { return Text{id: "log.ask_paper"} }

// LogAskPointed says:
//
//	Where did you point people to? Press up to 5, or type a name.
func LogAskPointed() Text { return Text{id: "log.ask_pointed"} }

// LogAskRemark says:
//
//	Is there a word about the room or the things in it? Type it, in up to 200 letters. No names, please, and nothing about people.
func LogAskRemark() Text { return Text{id: "log.ask_remark"} }

// LogAskSession says:
//
//	Which session would you like to log? Press it.
func LogAskSession() Text { return Text{id: "log.ask_session"} }

// LogAskUndo says:
//
//	Do you want to take this log back? The history shows that it was there.
func LogAskUndo() Text { return Text{id: "log.ask_undo"} }

// LogAskVisits says:
//
//	How many visits were there? Press or type a number.
func LogAskVisits() Text { return Text{id: "log.ask_visits"} }

// LogAskWhyNot says:
//
//	Why did it not run?
func LogAskWhyNot() Text { return Text{id: "log.ask_why_not"} }

// LogButtonAbout says:
//
//	What it was about
func LogButtonAbout() Text { return Text{id: "log.button_about"} }

// LogButtonAnother says:
//
//	It was another part
func LogButtonAnother() Text { return Text{id: "log.button_another"} }

// LogButtonAnswered says:
//
//	Calls answered
func LogButtonAnswered() Text { return Text{id: "log.button_answered"} }

// LogButtonAway says:
//
//	First aider was away
func LogButtonAway() Text { return Text{id: "log.button_away"} }

// LogButtonBegun says:
//
//	Begun: {{.SessionText}}
func LogButtonBegun(sessionText Text) Text {
	return Text{id: "log.button_begun", values: map[string]any{"SessionText": sessionText}}
}

// LogButtonCheckIn says:
//
//	Check in with me tomorrow
func LogButtonCheckIn() Text { return Text{id: "log.button_check_in"} }

// LogButtonClear says:
//
//	Not like last time
func LogButtonClear() Text { return Text{id: "log.button_clear"} }

// LogButtonCounty says:
//
//	Also counted for the county
func LogButtonCounty() Text { return Text{id: "log.button_county"} }

// LogButtonFirst says:
//
//	First visits
func LogButtonFirst() Text { return Text{id: "log.button_first"} }

// LogButtonFix says:
//
//	Correct it
func LogButtonFix() Text { return Text{id: "log.button_fix"} }

// LogButtonHeld says:
//
//	Did it run?
func LogButtonHeld() Text { return Text{id: "log.button_held"} }

// LogButtonHistory says:
//
//	How it came to be
func LogButtonHistory() Text { return Text{id: "log.button_history"} }

// LogButtonLanguages says:
//
//	Languages
func LogButtonLanguages() Text { return Text{id: "log.button_languages"} }

// LogButtonLeave says:
//
//	Leave it
func LogButtonLeave() Text { return Text{id: "log.button_leave"} }

// LogButtonMissed says:
//
//	Calls missed
func LogButtonMissed() Text { return Text{id: "log.button_missed"} }

// LogButtonMore says:
//
//	Say more, step by step
func LogButtonMore() Text { return Text{id: "log.button_more"} }

// LogButtonNext says:
//
//	Next: {{.WhenText}}
func LogButtonNext(whenText Text) Text {
	return Text{id: "log.button_next", values: map[string]any{"WhenText": whenText}}
}

// LogButtonNoRemark says:
//
//	Take the remark out
func LogButtonNoRemark() Text { return Text{id: "log.button_no_remark"} }

// LogButtonNobody says:
//
//	Nobody came
func LogButtonNobody() Text { return Text{id: "log.button_nobody"} }

// LogButtonNobodyRang says:
//
//	Nobody rang
func LogButtonNobodyRang() Text { return Text{id: "log.button_nobody_rang"} }

// LogButtonNot says:
//
//	It did not run
func LogButtonNot() Text { return Text{id: "log.button_not"} }

// LogButtonOn says:
//
//	Next question
func LogButtonOn() Text { return Text{id: "log.button_on"} }

// LogButtonOne says:
//
//	Back to the log
func LogButtonOne() Text { return Text{id: "log.button_one"} }

// LogButtonOtherReason says:
//
//	Another reason
func LogButtonOtherReason() Text { return Text{id: "log.button_other_reason"} }

// LogButtonOthers says:
//
//	I counted other visits
func LogButtonOthers() Text { return Text{id: "log.button_others"} }

// LogButtonPaper says:
//
//	Enter from paper
func LogButtonPaper() Text { return Text{id: "log.button_paper"} }

// LogButtonPointed says:
//
//	Pointed to
func LogButtonPointed() Text { return Text{id: "log.button_pointed"} }

// LogButtonRan says:
//
//	It ran
func LogButtonRan() Text { return Text{id: "log.button_ran"} }

// LogButtonRecent says:
//
//	Logs of the last weeks
func LogButtonRecent() Text { return Text{id: "log.button_recent"} }

// LogButtonRemark says:
//
//	Room and materials
func LogButtonRemark() Text { return Text{id: "log.button_remark"} }

// LogButtonSave says:
//
//	Save
func LogButtonSave() Text { return Text{id: "log.button_save"} }

// LogButtonSecond says:
//
//	Add a second log
func LogButtonSecond() Text { return Text{id: "log.button_second"} }

// LogButtonSessions says:
//
//	All sessions
func LogButtonSessions() Text { return Text{id: "log.button_sessions"} }

// LogButtonUndo says:
//
//	Take it back
func LogButtonUndo() Text { return Text{id: "log.button_undo"} }

// LogButtonUndoNo says:
//
//	No, leave it
func LogButtonUndoNo() Text { return Text{id: "log.button_undo_no"} }

// LogButtonUndoYes says:
//
//	Yes, take it back
func LogButtonUndoYes() Text { return Text{id: "log.button_undo_yes"} }

// LogButtonUrgentGiven says:
//
//	Urgent help was given
func LogButtonUrgentGiven() Text { return Text{id: "log.button_urgent_given"} }

// LogButtonVenueClosed says:
//
//	The building was closed
func LogButtonVenueClosed() Text { return Text{id: "log.button_venue_closed"} }

// LogButtonVisits says:
//
//	Visits
func LogButtonVisits() Text { return Text{id: "log.button_visits"} }

// LogClosed says:
//
//	This log can't be changed now. Someone may have changed it, or it is too old.
func LogClosed() Text { return Text{id: "log.closed"} }

// LogCounted says:
//
//	Counted.
func LogCounted() Text { return Text{id: "log.counted"} }

// LogCounty says:
//
//	This counts for the whole county only, once for each tap.
func LogCounty() Text { return Text{id: "log.county"} }

// LogEarly says:
//
//	This session has not begun yet. You can log it once it has.
func LogEarly() Text { return Text{id: "log.early"} }

// LogFirstMore says:
//
//	That is more than there were in all. Please choose a smaller number.
func LogFirstMore() Text { return Text{id: "log.first_more"} }

// LogGone says:
//
//	This session is no longer in your timetable.
func LogGone() Text { return Text{id: "log.gone"} }

// LogHistory says:
//
//	This is how the log came to be, the newest first:
func LogHistory() Text { return Text{id: "log.history"} }

// LogHub says:
//
//	This is your log of one session:
func LogHub() Text { return Text{id: "log.hub"} }

// LogHubFix says:
//
//	This log is saved already. Here you correct it:
func LogHubFix() Text { return Text{id: "log.hub_fix"} }

// LogNothing says:
//
//	There is nothing to log just now. Thank you for keeping it up.
func LogNothing() Text { return Text{id: "log.nothing"} }

// LogNumberUnknown says:
//
//	Please type one number, from 0 to 500.
func LogNumberUnknown() Text { return Text{id: "log.number_unknown"} }

// LogOff says:
//
//	This session was called off. There is nothing to log.
func LogOff() Text { return Text{id: "log.off"} }

// LogOne says:
//
//	This is a log that is saved:
func LogOne() Text { return Text{id: "log.one"} }

// LogPaperNone says:
//
//	All sessions of the last 28 days are logged. Thank you.
func LogPaperNone() Text { return Text{id: "log.paper_none"} }

// LogPartAbout says:
//
//	It was about: {{.ListText}}
func LogPartAbout(listText Text) Text {
	return Text{id: "log.part_about", values: map[string]any{"ListText": listText}}
}

// LogPartAdmin says:
//
//	a group admin
func LogPartAdmin() Text { return Text{id: "log.part_admin"} }

// LogPartAider says:
//
//	another first aider
func LogPartAider() Text { return Text{id: "log.part_aider"} }

// LogPartAnother says:
//
//	A second log: another part of the session.
func LogPartAnother() Text { return Text{id: "log.part_another"} }

// LogPartAnswered says:
//
//	Calls answered: {{.Number}}
func LogPartAnswered(number string) Text {
	return Text{id: "log.part_answered", values: map[string]any{"Number": number}}
}

// LogPartAskPhone says:
//
//	Was the phone line open?
func LogPartAskPhone() Text { return Text{id: "log.part_ask_phone"} }

// LogPartAskRan says:
//
//	Did it run? You can also just type how many visits there were.
func LogPartAskRan() Text { return Text{id: "log.part_ask_ran"} }

// LogPartAskTwice says:
//
//	Is yours another one? Then say which.
func LogPartAskTwice() Text { return Text{id: "log.part_ask_twice"} }

// LogPartAway says:
//
//	It did not run: the first aider was away.
func LogPartAway() Text { return Text{id: "log.part_away"} }

// LogPartBegun says:
//
//	What you began is still here.
func LogPartBegun() Text { return Text{id: "log.part_begun"} }

// LogPartCheckIn says:
//
//	We will write to you tomorrow at 10. Nothing about how you are is kept.
func LogPartCheckIn() Text { return Text{id: "log.part_check_in"} }

// LogPartCounty says:
//
//	We keep one number for the county and the month. It is not tied to this session, your group or any name. It can't be taken back.
func LogPartCounty() Text { return Text{id: "log.part_county"} }

// LogPartEntered says:
//
//	Entered by: {{.WhoText}}, {{.DayText}}.
func LogPartEntered(whoText Text, dayText Text) Text {
	return Text{id: "log.part_entered", values: map[string]any{"WhoText": whoText, "DayText": dayText}}
}

// LogPartFirst says:
//
//	First visits: {{.Number}}
func LogPartFirst(number string) Text {
	return Text{id: "log.part_first", values: map[string]any{"Number": number}}
}

// LogPartKept says:
//
//	All this is kept. Press “{{.SaveText}}” when it is right.
func LogPartKept(saveText Text) Text {
	return Text{id: "log.part_kept", values: map[string]any{"SaveText": saveText}}
}

// LogPartKeptSoFar says:
//
//	What you said so far is kept. You can stop at any time.
func LogPartKeptSoFar() Text { return Text{id: "log.part_kept_so_far"} }

// LogPartLanguages says:
//
//	Languages: {{.ListText}}
func LogPartLanguages(listText Text) Text {
	return Text{id: "log.part_languages", values: map[string]any{"ListText": listText}}
}

// LogPartLate says:
//
//	Entered late. That is fine.
func LogPartLate() Text { return Text{id: "log.part_late"} }

// LogPartLateMark says:
//
//	late
func LogPartLateMark() Text { return Text{id: "log.part_late_mark"} }

// LogPartLike says:
//
//	<i>Like last time:</i>
func LogPartLike() Text { return Text{id: "log.part_like"} }

// LogPartMissed says:
//
//	Calls missed: {{.Number}}
func LogPartMissed(number string) Text {
	return Text{id: "log.part_missed", values: map[string]any{"Number": number}}
}

// LogPartNobody says:
//
//	It ran, and nobody came.
func LogPartNobody() Text { return Text{id: "log.part_nobody"} }

// LogPartNobodyRang says:
//
//	It ran, and nobody rang.
func LogPartNobodyRang() Text { return Text{id: "log.part_nobody_rang"} }

// LogPartNotYours says:
//
//	Only those who entered it, or a group admin, can change it.
func LogPartNotYours() Text { return Text{id: "log.part_not_yours"} }

// LogPartOtherReason says:
//
//	It did not run, for another reason.
func LogPartOtherReason() Text { return Text{id: "log.part_other_reason"} }

// LogPartOthers says:
//
//	A second log: other visits.
func LogPartOthers() Text { return Text{id: "log.part_others"} }

// LogPartOver says:
//
//	It is too old to be changed.
func LogPartOver() Text { return Text{id: "log.part_over"} }

// LogPartPaper says:
//
//	Entered from paper.
func LogPartPaper() Text { return Text{id: "log.part_paper"} }

// LogPartPointed says:
//
//	Pointed to: {{.ListText}}
func LogPartPointed(listText Text) Text {
	return Text{id: "log.part_pointed", values: map[string]any{"ListText": listText}}
}

// LogPartRan says:
//
//	It ran.
func LogPartRan() Text { return Text{id: "log.part_ran"} }

// LogPartRemark says:
//
//	Room and materials: {{.Remark}}
func LogPartRemark(remark string) Text {
	return Text{id: "log.part_remark", values: map[string]any{"Remark": remark}}
}

// LogPartSession says:
//
//	{{.WhenText}}
//	<b>{{.NameOwn}}</b>
func LogPartSession(whenText Text, nameOwn Own) Text {
	return Text{id: "log.part_session", values: map[string]any{"WhenText": whenText, "NameOwn": nameOwn}}
}

// LogPartSomebody says:
//
//	someone of your group
func LogPartSomebody() Text { return Text{id: "log.part_somebody"} }

// LogPartTakenBack says:
//
//	taken back
func LogPartTakenBack() Text { return Text{id: "log.part_taken_back"} }

// LogPartUntil says:
//
//	You can correct it or take it back until {{.DayText}}.
func LogPartUntil(dayText Text) Text {
	return Text{id: "log.part_until", values: map[string]any{"DayText": dayText}}
}

// LogPartVenueClosed says:
//
//	It did not run: the building was closed.
func LogPartVenueClosed() Text { return Text{id: "log.part_venue_closed"} }

// LogPartVersion says:
//
//	{{.Number}}. {{.DayText}}, {{.WhoText}}: {{.WhatText}}
func LogPartVersion(number string, dayText Text, whoText Text, whatText Text) Text {
	return Text{id: "log.part_version", values: map[string]any{"Number": number, "DayText": dayText, "WhoText": whoText, "WhatText": whatText}}
}

// LogPartVisits says:
//
//	one: {{.VisitsCount}} visit
//	{{.VisitsCount}} visits
func LogPartVisits(visitsCount int) Text {
	return Text{id: "log.part_visits", values: map[string]any{"VisitsCount": visitsCount}}
}

// LogPartVisitsBand says:
//
//	{{.From}} to {{.To}} visits
func LogPartVisitsBand(from string, to string) Text {
	return Text{id: "log.part_visits_band", values: map[string]any{"From": from, "To": to}}
}

// LogPartVisitsMost says:
//
//	{{.From}} visits or more
func LogPartVisitsMost(from string) Text {
	return Text{id: "log.part_visits_most", values: map[string]any{"From": from}}
}

// LogPartYou says:
//
//	you
func LogPartYou() Text { return Text{id: "log.part_you"} }

// LogPointedNone says:
//
//	I found no place with that name here. Some places are never in a log, so that it can point at no one.
func LogPointedNone() Text { return Text{id: "log.pointed_none"} }

// LogRecent says:
//
//	These are the logs of your groups in the last 28 days. Press one to look at it.
func LogRecent() Text { return Text{id: "log.recent"} }

// LogRecentNone says:
//
//	There is no log of the last 28 days yet.
func LogRecentNone() Text { return Text{id: "log.recent_none"} }

// LogSaved says:
//
//	It is saved. Thank you.
func LogSaved() Text { return Text{id: "log.saved"} }

// LogTooLate says:
//
//	This session is too long ago to log now. A group admin can enter it for 28 days.
func LogTooLate() Text { return Text{id: "log.too_late"} }

// LogTwice says:
//
//	This session is logged already:
func LogTwice() Text { return Text{id: "log.twice"} }

// LogUndone says:
//
//	It is taken back and counts no more. You can log the session again.
func LogUndone() Text { return Text{id: "log.undone"} }
