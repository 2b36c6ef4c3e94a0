// Code generated from en.toml by go generate; DO NOT EDIT.

package locales

// GroupsAskEmail says:
//
//	What is the email address of the group? You can leave it out.
func GroupsAskEmail() Text { return Text{id: "groups.ask_email"} }

// GroupsAskEnd says:
//
//	Shall the group end? People will not find its entries any more. Nobody in it can change anything then.
func GroupsAskEnd() Text { return Text{id: "groups.ask_end"} }

// GroupsAskName says:
//
//	What is the name of the new group? Please type it as people know it.
func GroupsAskName() Text { return Text{id: "groups.ask_name"} }

// GroupsAskPause says:
//
//	Shall the group pause? All its entries will say that they are closed for now.
func GroupsAskPause() Text { return Text{id: "groups.ask_pause"} }

// GroupsAskResume says:
//
//	Shall the group go on? The entries that paused will be open again.
func GroupsAskResume() Text { return Text{id: "groups.ask_resume"} }

// GroupsAskSave says:
//
//	Shall I set up this group?
func GroupsAskSave() Text { return Text{id: "groups.ask_save"} }

// GroupsAskWebsite says:
//
//	Does the group have a website? Please type it, or leave it out.
func GroupsAskWebsite() Text { return Text{id: "groups.ask_website"} }

// GroupsBadEmail says:
//
//	That does not look like an email address. One looks like this: name@example.org
func GroupsBadEmail() Text { return Text{id: "groups.bad_email"} }

// GroupsBadName says:
//
//	A name has 3 to 80 letters. Please type it again.
func GroupsBadName() Text { return Text{id: "groups.bad_name"} }

// GroupsBadWebsite says:
//
//	That does not look like a website. One looks like this: www.example.org
func GroupsBadWebsite() Text { return Text{id: "groups.bad_website"} }

// GroupsButtonEnd says:
//
//	End
func GroupsButtonEnd() Text { return Text{id: "groups.button_end"} }

// GroupsButtonGroup says:
//
//	See the group
func GroupsButtonGroup() Text { return Text{id: "groups.button_group"} }

// GroupsButtonInvite says:
//
//	Invite somebody
func GroupsButtonInvite() Text { return Text{id: "groups.button_invite"} }

// GroupsButtonLeave says:
//
//	No, leave it
func GroupsButtonLeave() Text { return Text{id: "groups.button_leave"} }

// GroupsButtonListings says:
//
//	Entries
func GroupsButtonListings() Text { return Text{id: "groups.button_listings"} }

// GroupsButtonNew says:
//
//	New group
func GroupsButtonNew() Text { return Text{id: "groups.button_new"} }

// GroupsButtonPause says:
//
//	Pause
func GroupsButtonPause() Text { return Text{id: "groups.button_pause"} }

// GroupsButtonPeople says:
//
//	People
func GroupsButtonPeople() Text { return Text{id: "groups.button_people"} }

// GroupsButtonResume says:
//
//	Go on
func GroupsButtonResume() Text { return Text{id: "groups.button_resume"} }

// GroupsButtonSave says:
//
//	Yes, set it up
func GroupsButtonSave() Text { return Text{id: "groups.button_save"} }

// GroupsDone says:
//
//	It is saved. You can look at the group below.
func GroupsDone() Text { return Text{id: "groups.done"} }

// GroupsList says:
//
//	one: There is {{.Count}} group. Press it, or make a new one.
//	There are {{.Count}} groups. Press one, or type a part of its name.
func GroupsList(count int) Text {
	return Text{id: "groups.list", values: map[string]any{"Count": count}}
}

// GroupsMade says:
//
//	The group is there now. Next, invite somebody who looks after its entries.
func GroupsMade() Text { return Text{id: "groups.made"} }

// GroupsNameTaken says:
//
//	There is a group of this name already. Please type another one.
func GroupsNameTaken() Text { return Text{id: "groups.name_taken"} }

// GroupsOne says:
//
//	This is how the group stands at the moment:
func GroupsOne() Text { return Text{id: "groups.one"} }

// GroupsPartAdmins says:
//
//	Looked after by: {{.NamesText}}
func GroupsPartAdmins(namesText Text) Text {
	return Text{id: "groups.part_admins", values: map[string]any{"NamesText": namesText}}
}

// GroupsPartListings says:
//
//	Entries: {{.Live}}. Checked: {{.Checked}}. No answer for long: {{.Stale}}. Paused: {{.Paused}}.
func GroupsPartListings(live string, checked string, stale string, paused string) Text {
	return Text{id: "groups.part_listings", values: map[string]any{"Live": live, "Checked": checked, "Stale": stale, "Paused": paused}}
}

// GroupsPartNoAdmin says:
//
//	Nobody looks after its entries yet. Please invite somebody.
func GroupsPartNoAdmin() Text { return Text{id: "groups.part_no_admin"} }
