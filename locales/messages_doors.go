// Code generated from en.toml by go generate; DO NOT EDIT.

package locales

// DoorsAskLeave says:
//
//	Shall this computer no longer know who you are?
func DoorsAskLeave() Text { return Text{id: "doors.ask_leave"} }

// DoorsButtonLeave says:
//
//	Leave this computer
func DoorsButtonLeave() Text { return Text{id: "doors.button_leave"} }

// DoorsButtonList says:
//
//	My ways in
func DoorsButtonList() Text { return Text{id: "doors.button_list"} }

// DoorsButtonOpen says:
//
//	Add another way in
func DoorsButtonOpen() Text { return Text{id: "doors.button_open"} }

// DoorsLeft says:
//
//	Done. This computer does not know you any more.
func DoorsLeft() Text { return Text{id: "doors.left"} }

// DoorsList says:
//
//	You can come in here by: {{.DoorsText}}.
func DoorsList(doorsText Text) Text {
	return Text{id: "doors.list", values: map[string]any{"DoorsText": doorsText}}
}

// DoorsNone says:
//
//	no way in now
func DoorsNone() Text { return Text{id: "doors.none"} }

// DoorsOpened says:
//
//	When you have used the code, the new way in stands in your list.
func DoorsOpened() Text { return Text{id: "doors.opened"} }

// DoorsPartLast says:
//
//	This is your only way in. To come back you would need a new invitation.
func DoorsPartLast() Text { return Text{id: "doors.part_last"} }

// DoorsPartLeaving says:
//
//	To close this way in, write {{.Command}}. What you do here ends with your last way in.
func DoorsPartLeaving(command string) Text {
	return Text{id: "doors.part_leaving", values: map[string]any{"Command": command}}
}

// DoorsPartSecret says:
//
//	Don't give it to anybody. With it they could act as you.
func DoorsPartSecret() Text { return Text{id: "doors.part_secret"} }

// DoorsPartUse says:
//
//	one: Open the other way, write {{.Command}} and then this code. It works once, for {{.MinutesCount}} minute.
//	Open the other way, write {{.Command}} and then this code. It works once, for {{.MinutesCount}} minutes.
func DoorsPartUse(command string, minutesCount int) Text {
	return Text{id: "doors.part_use", values: map[string]any{"Command": command, "MinutesCount": minutesCount}}
}

// DoorsReady says:
//
//	Your code for one more way in:
func DoorsReady() Text { return Text{id: "doors.ready"} }

// DoorsTelegram says:
//
//	Telegram
func DoorsTelegram() Text { return Text{id: "doors.telegram"} }

// DoorsTerminal says:
//
//	terminal
func DoorsTerminal() Text { return Text{id: "doors.terminal"} }

// DoorsToldJoined says:
//
//	You can now come in by one more way. Was that you? If not, tell your coordinator at once.
func DoorsToldJoined() Text { return Text{id: "doors.told_joined"} }

// DoorsWeb says:
//
//	browser
func DoorsWeb() Text { return Text{id: "doors.web"} }
