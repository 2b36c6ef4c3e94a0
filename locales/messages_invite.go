// Code generated from en.toml by go generate; DO NOT EDIT.

package locales

// InviteAskName says:
//
//	What shall I call them here? Please type a first name or initials.
func InviteAskName() Text { return Text{id: "invite.ask_name"} }

// InviteAskRole says:
//
//	Invite somebody for {{.Group}}. What will they do?
func InviteAskRole(group string) Text {
	return Text{id: "invite.ask_role", values: map[string]any{"Group": group}}
}

// InviteButtonAgain says:
//
//	Invite somebody else
func InviteButtonAgain() Text { return Text{id: "invite.button_again"} }

// InviteMade says:
//
//	When {{.Name}} uses it, they see four figures. Ask for them by voice and compare them in your list. Then they can start.
func InviteMade(name string) Text {
	return Text{id: "invite.made", values: map[string]any{"Name": name}}
}

// InviteNotAName says:
//
//	Please only a first name or initials, without numbers.
func InviteNotAName() Text { return Text{id: "invite.not_a_name"} }

// InvitePartCode says:
//
//	Or read this code out. They write {{.Command}} to me, and then the code:
func InvitePartCode(command string) Text {
	return Text{id: "invite.part_code", values: map[string]any{"Command": command}}
}

// InvitePartCoordinator says:
//
//	looks after all groups, and can invite.
func InvitePartCoordinator() Text { return Text{id: "invite.part_coordinator"} }

// InvitePartFirstAider says:
//
//	notes how a session went, and can cancel one.
func InvitePartFirstAider() Text { return Text{id: "invite.part_first_aider"} }

// InvitePartGroupAdmin says:
//
//	keeps what the group shows right, and can invite.
func InvitePartGroupAdmin() Text { return Text{id: "invite.part_group_admin"} }

// InvitePartLink says:
//
//	Send them this link:
func InvitePartLink() Text { return Text{id: "invite.part_link"} }

// InvitePartName says:
//
//	one: Those who may invite can see it. It goes when they leave, or after {{.DaysCount}} day if they don't join.
//	Those who may invite can see it. It goes when they leave, or after {{.DaysCount}} days if they don't join.
func InvitePartName(daysCount int) Text {
	return Text{id: "invite.part_name", values: map[string]any{"DaysCount": daysCount}}
}

// InvitePartRole says:
//
//	<b>{{.RoleText}}</b>: {{.MayText}}
func InvitePartRole(roleText Text, mayText Text) Text {
	return Text{id: "invite.part_role", values: map[string]any{"RoleText": roleText, "MayText": mayText}}
}

// InvitePartSafeguardingLead says:
//
//	hears when a first aider worries about someone.
func InvitePartSafeguardingLead() Text { return Text{id: "invite.part_safeguarding_lead"} }

// InvitePartUntil says:
//
//	It works once, for one person, until {{.EndsText}}. I show it only now.
func InvitePartUntil(endsText Text) Text {
	return Text{id: "invite.part_until", values: map[string]any{"EndsText": endsText}}
}

// InviteQr says:
//
//	Or let {{.Name}} hold their camera up to this.
func InviteQr(name string) Text {
	return Text{id: "invite.qr", values: map[string]any{"Name": name}}
}

// InviteReady says:
//
//	An invitation for {{.Name}}
//	{{.PartText}}
func InviteReady(name string, partText Text) Text {
	return Text{id: "invite.ready", values: map[string]any{"Name": name, "PartText": partText}}
}
