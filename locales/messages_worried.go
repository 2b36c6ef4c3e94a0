// Code generated from en.toml by go generate; DO NOT EDIT.

package locales

// WorriedAskGroup says:
//
//	Which of your groups is it about?
func WorriedAskGroup() Text { return Text{id: "worried.ask_group"} }

// WorriedAskLead says:
//
//	This is all that your group's lead will read:
func WorriedAskLead() Text { return Text{id: "worried.ask_lead"} }

// WorriedAskOffice says:
//
//	This is all that the scheme's office will read:
func WorriedAskOffice() Text { return Text{id: "worried.ask_office"} }

// WorriedButtonLead says:
//
//	A word to my group's lead
func WorriedButtonLead() Text { return Text{id: "worried.button_lead"} }

// WorriedButtonNot says:
//
//	Don't send it
func WorriedButtonNot() Text { return Text{id: "worried.button_not"} }

// WorriedButtonOpen says:
//
//	Worried about someone
func WorriedButtonOpen() Text { return Text{id: "worried.button_open"} }

// WorriedButtonOutside says:
//
//	A word to someone outside my group
func WorriedButtonOutside() Text { return Text{id: "worried.button_outside"} }

// WorriedButtonSeen says:
//
//	I have seen this
func WorriedButtonSeen() Text { return Text{id: "worried.button_seen"} }

// WorriedButtonSend says:
//
//	Send it now
func WorriedButtonSend() Text { return Text{id: "worried.button_send"} }

// WorriedButtonSteps says:
//
//	What to do, step by step
func WorriedButtonSteps() Text { return Text{id: "worried.button_steps"} }

// WorriedGone says:
//
//	Somebody has seen this already, or it was some days ago. There is nothing more to do here. Thank you.
func WorriedGone() Text { return Text{id: "worried.gone"} }

// WorriedLateAgain says:
//
//	For two hours nobody has seen this message. It went to the scheme's office. A first aider is worried about somebody and wants to talk today. There is no name in it. Press the button, and they are told to ring you or write to you.
func WorriedLateAgain() Text { return Text{id: "worried.late_again"} }

// WorriedLateLead says:
//
//	Nobody has seen your message for two hours. The scheme's office knows that now too. Please don't wait for an answer. Ring yourself:
func WorriedLateLead() Text { return Text{id: "worried.late_lead"} }

// WorriedLateNobody says:
//
//	Nobody has seen your message for two hours. No message from here reaches the office either. Please don't wait for an answer. Ring yourself:
func WorriedLateNobody() Text { return Text{id: "worried.late_nobody"} }

// WorriedLateOffice says:
//
//	Nobody has seen your message for two hours. The scheme's office was told once more. Please don't wait for an answer. Ring yourself:
func WorriedLateOffice() Text { return Text{id: "worried.late_office"} }

// WorriedLateToOffice says:
//
//	For two hours nobody has seen this message. It went to the lead of {{.GroupName}}. A first aider there is worried about somebody and wants to talk today. There is no name in it. Press the button, and they are told to ring you or write to you.
func WorriedLateToOffice(groupName string) Text {
	return Text{id: "worried.late_to_office", values: map[string]any{"GroupName": groupName}}
}

// WorriedNobodyLead says:
//
//	Nothing was sent. Your group's lead can't get a message from here. Please ring them, or go to them. If that does not work, choose somebody outside your group.
func WorriedNobodyLead() Text { return Text{id: "worried.nobody_lead"} }

// WorriedNobodyOffice says:
//
//	Nothing was sent. The scheme's office can't get a message from here. Please ring them. If it can't wait, ring one of these numbers:
func WorriedNobodyOffice() Text { return Text{id: "worried.nobody_office"} }

// WorriedOwn says:
//
//	You have sent this message yourself. Somebody else has to see it.
func WorriedOwn() Text { return Text{id: "worried.own"} }

// WorriedPage says:
//
//	<b>This is NOT a report.</b> Nobody reads what you write here, and none of it is kept. Take a breath. Then go on, one step at a time.
func WorriedPage() Text { return Text{id: "worried.page"} }

// WorriedPartAtRisk says:
//
//	An adult or a child may be at risk:
func WorriedPartAtRisk() Text { return Text{id: "worried.part_at_risk"} }

// WorriedPartDanger says:
//
//	Somebody is in danger now:
func WorriedPartDanger() Text { return Text{id: "worried.part_danger"} }

// WorriedPartDontWait says:
//
//	If it can't wait, please ring now:
func WorriedPartDontWait() Text { return Text{id: "worried.part_dont_wait"} }

// WorriedPartFew says:
//
//	If there are few of you, they may guess.
func WorriedPartFew() Text { return Text{id: "worried.part_few"} }

// WorriedPartHear says:
//
//	We will tell you here as soon as somebody has seen it.
func WorriedPartHear() Text { return Text{id: "worried.part_hear"} }

// WorriedPartLate says:
//
//	{{.WhomText}}, {{.SentDay}}, about {{.AboutTime}}: nobody saw it within two hours. Please don't wait. Ring.
func WorriedPartLate(whomText Text, sentDay Day, aboutTime Time) Text {
	return Text{id: "worried.part_late", values: map[string]any{"WhomText": whomText, "SentDay": sentDay, "AboutTime": aboutTime}}
}

// WorriedPartLead says:
//
//	your group's lead
func WorriedPartLead() Text { return Text{id: "worried.part_lead"} }

// WorriedPartLook says:
//
//	We can't send you a message here. Please open this page again to see if it was read.
func WorriedPartLook() Text { return Text{id: "worried.part_look"} }

// WorriedPartNoDoor says:
//
//	We have no checked number of your council here. Ring the council and ask who keeps adults and children safe. If it can't wait, ring 999.
func WorriedPartNoDoor() Text { return Text{id: "worried.part_no_door"} }

// WorriedPartNoLead says:
//
//	Your group has no other lead here yet.
func WorriedPartNoLead() Text { return Text{id: "worried.part_no_lead"} }

// WorriedPartNotSure says:
//
//	You don't have to be sure. If in doubt, ring and ask what to do.
func WorriedPartNotSure() Text { return Text{id: "worried.part_not_sure"} }

// WorriedPartOffice says:
//
//	the scheme's office
func WorriedPartOffice() Text { return Text{id: "worried.part_office"} }

// WorriedPartSeen says:
//
//	{{.WhomText}}, {{.SentDay}}, about {{.AboutTime}}: it was seen. Please ring or write to them now. They don't know who you are.
func WorriedPartSeen(whomText Text, sentDay Day, aboutTime Time) Text {
	return Text{id: "worried.part_seen", values: map[string]any{"WhomText": whomText, "SentDay": sentDay, "AboutTime": aboutTime}}
}

// WorriedPartSender says:
//
//	It does not say who sent it.
func WorriedPartSender() Text { return Text{id: "worried.part_sender"} }

// WorriedPartSteps says:
//
//  1. Stay with them, if you can and it is safe for you.
//  2. Listen. Let them tell it in their own words. You don't have to ask much.
//  3. Don't promise to keep it secret. You can say: “I have to tell somebody who can help.”
//  4. Ring. Don't talk about it with anyone who may have hurt them.
//  5. Write down on paper what they said, and when. Not here.
//  6. Tell your group's safeguarding lead today, or somebody outside your group.
//  7. Afterwards, look after yourself. That was a lot to hear, and it was right to act.
func WorriedPartSteps() Text { return Text{id: "worried.part_steps"} }

// WorriedPartThenLead says:
//
//	If nobody sees it within two hours, the scheme's office is told. It then reads the name of your group, and no other name.
func WorriedPartThenLead() Text { return Text{id: "worried.part_then_lead"} }

// WorriedPartThenOffice says:
//
//	If nobody sees it within two hours, the office is told once more.
func WorriedPartThenOffice() Text { return Text{id: "worried.part_then_office"} }

// WorriedPartUnchecked says:
//
//	We have not yet checked this with them. If it does not work and it can't wait, ring 999.
func WorriedPartUnchecked() Text { return Text{id: "worried.part_unchecked"} }

// WorriedPartWaits says:
//
//	{{.WhomText}}, {{.SentDay}}, about {{.AboutTime}}: nobody has seen it yet. If it can't wait, ring.
func WorriedPartWaits(whomText Text, sentDay Day, aboutTime Time) Text {
	return Text{id: "worried.part_waits", values: map[string]any{"WhomText": whomText, "SentDay": sentDay, "AboutTime": aboutTime}}
}

// WorriedPartWord says:
//
//	If you want, a message without any name can go to somebody who will talk it through with you:
func WorriedPartWord() Text { return Text{id: "worried.part_word"} }

// WorriedPartYou says:
//
//	You are told when it is seen, and also when nobody sees it within two hours.
func WorriedPartYou() Text { return Text{id: "worried.part_you"} }

// WorriedPartYours says:
//
//	<b>What you have sent:</b>
func WorriedPartYours() Text { return Text{id: "worried.part_yours"} }

// WorriedSaw says:
//
//	Thank you. Whoever sent this is told now that you have seen it. They will ring or write to you. Please keep your phone near and take time for them today. If you hear that it can't wait:
func WorriedSaw() Text { return Text{id: "worried.saw"} }

// WorriedSeenLead says:
//
//	Your message was seen at {{.AtTime}}. It was your group's lead who saw it. Please ring or write to them now. They don't know who you are.
func WorriedSeenLead(atTime Time) Text {
	return Text{id: "worried.seen_lead", values: map[string]any{"AtTime": atTime}}
}

// WorriedSeenOffice says:
//
//	Your message was seen at {{.AtTime}}. It was the scheme's office that saw it. Please ring or write to them now. They don't know who you are.
func WorriedSeenOffice(atTime Time) Text {
	return Text{id: "worried.seen_office", values: map[string]any{"AtTime": atTime}}
}

// WorriedSent says:
//
//	Your message went out at {{.AtTime}}.
func WorriedSent(atTime Time) Text {
	return Text{id: "worried.sent", values: map[string]any{"AtTime": atTime}}
}

// WorriedTyped says:
//
//	What you typed is not kept and goes to nobody. It still stands in this chat: take it away there if it names anybody. Please tap one of the buttons.
func WorriedTyped() Text { return Text{id: "worried.typed"} }

// WorriedWaits says:
//
//	Your message was sent already, and nobody has seen it yet. So no second one goes out.
func WorriedWaits() Text { return Text{id: "worried.waits"} }

// WorriedWordLead says:
//
//	There is no name in this message. A first aider of your group is worried about somebody, and wants to talk to you today. They will ring you or write to you. Please press the button as soon as you have read this.
func WorriedWordLead() Text { return Text{id: "worried.word_lead"} }

// WorriedWordOffice says:
//
//	There is no name in this message. A first aider of one of the groups is worried about somebody, and wants to talk to you today. They will ring you or write to you. Please press the button as soon as you have read this.
func WorriedWordOffice() Text { return Text{id: "worried.word_office"} }
