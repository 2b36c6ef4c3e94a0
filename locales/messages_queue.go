// Code generated from en.toml by go generate; DO NOT EDIT.

package locales

// QueueApproved says:
//
//	Done. People see it from now on, and whoever made it is told.
func QueueApproved() Text { return Text{id: "queue.approved"} }

// QueueAskWhy says:
//
//	Why do you send it back? They will read your answer.
func QueueAskWhy() Text { return Text{id: "queue.ask_why"} }

// QueueButtonApprove says:
//
//	Yes, this is right
func QueueButtonApprove() Text { return Text{id: "queue.button_approve"} }

// QueueButtonBack says:
//
//	Send it back
func QueueButtonBack() Text { return Text{id: "queue.button_back"} }

// QueueButtonListing says:
//
//	See the entry
func QueueButtonListing() Text { return Text{id: "queue.button_listing"} }

// QueueButtonNotOurs says:
//
//	It is another group's
func QueueButtonNotOurs() Text { return Text{id: "queue.button_not_ours"} }

// QueueButtonTalk says:
//
//	Please talk to me
func QueueButtonTalk() Text { return Text{id: "queue.button_talk"} }

// QueueButtonUnclear says:
//
//	I don't understand it
func QueueButtonUnclear() Text { return Text{id: "queue.button_unclear"} }

// QueueButtonWrongNumber says:
//
//	The number does not work
func QueueButtonWrongNumber() Text { return Text{id: "queue.button_wrong_number"} }

// QueueEmpty says:
//
//	Nothing waits for you at the moment. Well done!
func QueueEmpty() Text { return Text{id: "queue.empty"} }

// QueueGone says:
//
//	This change does not wait any more. Somebody was quicker, or it was taken back.
func QueueGone() Text { return Text{id: "queue.gone"} }

// QueueItem says:
//
//	A group would like to change something. Is this right?
func QueueItem() Text { return Text{id: "queue.item"} }

// QueueList says:
//
//	one: {{.Count}} change waits for you. Press it to look at it.
//	{{.Count}} changes wait for you, the oldest first. Press one to look at it.
func QueueList(count int) Text {
	return Text{id: "queue.list", values: map[string]any{"Count": count}}
}

// QueueNotMade says:
//
//	Sorry, this change can't be made any more. Please send it back, or talk to the group.
func QueueNotMade() Text { return Text{id: "queue.not_made"} }

// QueueOwn says:
//
//	Nobody can agree to their own change. Somebody else in the office has to look at it.
func QueueOwn() Text { return Text{id: "queue.own"} }

// QueuePartClash says:
//
//	Somebody changed the same thing just now. Please look once more.
func QueuePartClash() Text { return Text{id: "queue.part_clash"} }

// QueuePartFrom says:
//
//	{{.GroupText}}, {{.RoleText}}, {{.SentOnText}}
func QueuePartFrom(groupText Text, roleText Text, sentOnText Text) Text {
	return Text{id: "queue.part_from", values: map[string]any{"GroupText": groupText, "RoleText": roleText, "SentOnText": sentOnText}}
}

// QueuePartMeanwhile says:
//
//	Since it was sent, somebody changed this: {{.WhatText}}. "Before" shows what it says today.
func QueuePartMeanwhile(whatText Text) Text {
	return Text{id: "queue.part_meanwhile", values: map[string]any{"WhatText": whatText}}
}

// QueuePartNew says:
//
//	<b>A new entry.</b> This is what people would see:
func QueuePartNew() Text { return Text{id: "queue.part_new"} }

// QueuePartNotOurs says:
//
//	The office thinks that it belongs to another group.
func QueuePartNotOurs() Text { return Text{id: "queue.part_not_ours"} }

// QueuePartOffice says:
//
//	the office
func QueuePartOffice() Text { return Text{id: "queue.part_office"} }

// QueuePartOwn says:
//
//	You made this change yourself. Somebody else in the office has to look at it.
func QueuePartOwn() Text { return Text{id: "queue.part_own"} }

// QueuePartTalk says:
//
//	The office would like to talk to you about it.
func QueuePartTalk() Text { return Text{id: "queue.part_talk"} }

// QueuePartUnclear says:
//
//	The office did not understand it.
func QueuePartUnclear() Text { return Text{id: "queue.part_unclear"} }

// QueuePartWrongNumber says:
//
//	The number does not work.
func QueuePartWrongNumber() Text { return Text{id: "queue.part_wrong_number"} }

// QueueSentBack says:
//
//	It has gone back. Whoever made it can read why.
func QueueSentBack() Text { return Text{id: "queue.sent_back"} }

// QueueToldApproved says:
//
//	Good news: somebody looked at your change, and it is made.
//
//	<b>{{.NameOwn}}</b>
func QueueToldApproved(nameOwn Own) Text {
	return Text{id: "queue.told_approved", values: map[string]any{"NameOwn": nameOwn}}
}

// QueueToldBack says:
//
//	Your change was sent back. You can try again.
//
//	<b>{{.NameOwn}}</b>
//	{{.WhyText}}
func QueueToldBack(nameOwn Own, whyText Text) Text {
	return Text{id: "queue.told_back", values: map[string]any{"NameOwn": nameOwn, "WhyText": whyText}}
}
