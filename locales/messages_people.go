// Code generated from en.toml by go generate; DO NOT EDIT.

package locales

// PeopleAbout says:
//
//	<b>{{.Name}}</b>
//	{{.PartText}}
func PeopleAbout(name string, partText Text) Text {
	return Text{id: "people.about", values: map[string]any{"Name": name, "PartText": partText}}
}

// PeopleAboutBound says:
//
//	Somebody has used the invitation for {{.Name}}:
//	{{.PartText}}
func PeopleAboutBound(name string, partText Text) Text {
	return Text{id: "people.about_bound", values: map[string]any{"Name": name, "PartText": partText}}
}

// PeopleAboutOpen says:
//
//	Nobody has used this invitation yet. It is for {{.Name}}:
//	{{.PartText}}
func PeopleAboutOpen(name string, partText Text) Text {
	return Text{id: "people.about_open", values: map[string]any{"Name": name, "PartText": partText}}
}

// PeopleAskGroup says:
//
//	Whose people do you want to see?
func PeopleAskGroup() Text { return Text{id: "people.ask_group"} }

// PeopleAskTake says:
//
//	Shall I take this away from {{.Name}} now?
//	{{.PartText}}
func PeopleAskTake(name string, partText Text) Text {
	return Text{id: "people.ask_take", values: map[string]any{"Name": name, "PartText": partText}}
}

// PeopleButtonCompare says:
//
//	Compare
func PeopleButtonCompare() Text { return Text{id: "people.button_compare"} }

// PeopleButtonInvite says:
//
//	Invite somebody
func PeopleButtonInvite() Text { return Text{id: "people.button_invite"} }

// PeopleButtonList says:
//
//	See the list
func PeopleButtonList() Text { return Text{id: "people.button_list"} }

// PeopleButtonOther says:
//
//	No, others or none
func PeopleButtonOther() Text { return Text{id: "people.button_other"} }

// PeopleButtonRevoke says:
//
//	Take the invitation back
func PeopleButtonRevoke() Text { return Text{id: "people.button_revoke"} }

// PeopleButtonSame says:
//
//	Yes, the same
func PeopleButtonSame() Text { return Text{id: "people.button_same"} }

// PeopleButtonTake says:
//
//	Take this away
func PeopleButtonTake() Text { return Text{id: "people.button_take"} }

// PeopleButtonTakeYes says:
//
//	Yes, take it away
func PeopleButtonTakeYes() Text { return Text{id: "people.button_take_yes"} }

// PeopleConfirmed says:
//
//	Done. {{.Name}} can start now.
func PeopleConfirmed(name string) Text {
	return Text{id: "people.confirmed", values: map[string]any{"Name": name}}
}

// PeopleGone says:
//
//	This has changed meanwhile. Please look at the list again.
func PeopleGone() Text { return Text{id: "people.gone"} }

// PeopleLast says:
//
//	This is the only coordinator. Please invite another one first.
func PeopleLast() Text { return Text{id: "people.last"} }

// PeopleList says:
//
//	Who does what in {{.Group}}:
func PeopleList(group string) Text {
	return Text{id: "people.list", values: map[string]any{"Group": group}}
}

// PeopleOffice says:
//
//	The office
func PeopleOffice() Text { return Text{id: "people.office"} }

// PeoplePartBound says:
//
//	<b>{{.Name}}</b>: {{.RoleText}}, has used the invitation. Please compare the four figures.
func PeoplePartBound(name string, roleText Text) Text {
	return Text{id: "people.part_bound", values: map[string]any{"Name": name, "RoleText": roleText}}
}

// PeoplePartCompare says:
//
//	Ring {{.Name}}, or meet them. Ask which four figures they see. Are they <b>{{.Digits}}</b>?
func PeoplePartCompare(name string, digits string) Text {
	return Text{id: "people.part_compare", values: map[string]any{"Name": name, "Digits": digits}}
}

// PeoplePartDoors says:
//
//	Comes in by: {{.DoorsText}}
func PeoplePartDoors(doorsText Text) Text {
	return Text{id: "people.part_doors", values: map[string]any{"DoorsText": doorsText}}
}

// PeoplePartLeft says:
//
//	one: It ends in {{.DaysCount}} day.
//	It ends in {{.DaysCount}} days.
func PeoplePartLeft(daysCount int) Text {
	return Text{id: "people.part_left", values: map[string]any{"DaysCount": daysCount}}
}

// PeoplePartNobody says:
//
//	Nobody yet.
func PeoplePartNobody() Text { return Text{id: "people.part_nobody"} }

// PeoplePartOpen says:
//
//	one: <b>{{.Name}}</b>: {{.RoleText}}, invited. {{.DaysCount}} day left.
//	<b>{{.Name}}</b>: {{.RoleText}}, invited. {{.DaysCount}} days left.
func PeoplePartOpen(name string, roleText Text, daysCount int) Text {
	return Text{id: "people.part_open", values: map[string]any{"Name": name, "RoleText": roleText, "DaysCount": daysCount}}
}

// PeoplePartSince says:
//
//	Since {{.SinceText}}
func PeoplePartSince(sinceText Text) Text {
	return Text{id: "people.part_since", values: map[string]any{"SinceText": sinceText}}
}

// PeoplePartWearer says:
//
//	<b>{{.Name}}</b>: {{.RoleText}}, since {{.SinceText}}
func PeoplePartWearer(name string, roleText Text, sinceText Text) Text {
	return Text{id: "people.part_wearer", values: map[string]any{"Name": name, "RoleText": roleText, "SinceText": sinceText}}
}

// PeopleRefused says:
//
//	I have ended this invitation. Nobody got in.
//
//	Somebody else may have the link or the code. Make a new one, and give it to {{.Name}} yourself, by hand or by voice.
func PeopleRefused(name string) Text {
	return Text{id: "people.refused", values: map[string]any{"Name": name}}
}

// PeopleRevoked says:
//
//	Done. That invitation does not work any more.
func PeopleRevoked() Text { return Text{id: "people.revoked"} }

// PeopleTaken says:
//
//	Done. {{.Name}} can't do this any more, from now on.
func PeopleTaken(name string) Text {
	return Text{id: "people.taken", values: map[string]any{"Name": name}}
}

// PeopleToldBound says:
//
//	{{.Name}} has used your invitation. Please compare the four figures by voice.
func PeopleToldBound(name string) Text {
	return Text{id: "people.told_bound", values: map[string]any{"Name": name}}
}

// PeopleToldConfirmed says:
//
//	{{.Name}} can start now:
//	{{.PartText}}
func PeopleToldConfirmed(name string, partText Text) Text {
	return Text{id: "people.told_confirmed", values: map[string]any{"Name": name, "PartText": partText}}
}

// PeopleToldTaken says:
//
//	Something has ended for you here:
//	{{.PartText}}
//
//	You can use all the rest. Your coordinator can tell you why.
func PeopleToldTaken(partText Text) Text {
	return Text{id: "people.told_taken", values: map[string]any{"PartText": partText}}
}
