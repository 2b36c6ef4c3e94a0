// Code generated from en.toml by go generate; DO NOT EDIT.

package locales

// JoinAsk says:
//
//	Please type the code that you were given.
func JoinAsk() Text { return Text{id: "join.ask"} }

// JoinBound says:
//
//	Thank you. These are your four figures:
func JoinBound() Text { return Text{id: "join.bound"} }

// JoinButtonNo says:
//
//	No, thank you
func JoinButtonNo() Text { return Text{id: "join.button_no"} }

// JoinButtonYes says:
//
//	Yes, join
func JoinButtonYes() Text { return Text{id: "join.button_yes"} }

// JoinDoorDone says:
//
//	Done. You can do the same here now. Please look into the menu.
func JoinDoorDone() Text { return Text{id: "join.door_done"} }

// JoinDoorOffer says:
//
//	This code adds one more way in: this chat. Here you can then do all that you do there. Only go on if you made the code yourself.
func JoinDoorOffer() Text { return Text{id: "join.door_offer"} }

// JoinOffer says:
//
//	You are invited:
//	{{.PartText}}
func JoinOffer(partText Text) Text {
	return Text{id: "join.offer", values: map[string]any{"PartText": partText}}
}

// JoinPartAsk says:
//
//	Do you want to join?
func JoinPartAsk() Text { return Text{id: "join.part_ask"} }

// JoinPartCompare says:
//
//	Tell them to the person who invited you, by voice. When they have compared them you can start. Until then nothing changes here.
func JoinPartCompare() Text { return Text{id: "join.part_compare"} }

// JoinPartKept says:
//
//	I keep a number for this chat that only I can read, the name “{{.Name}}”, your part, and since when. I also note what you change here.
func JoinPartKept(name string) Text {
	return Text{id: "join.part_kept", values: map[string]any{"Name": name}}
}

// JoinPartKeptNoName says:
//
//	I keep a number for this chat that only I can read, your part, and since when. I also note what you change here.
func JoinPartKeptNoName() Text { return Text{id: "join.part_kept_no_name"} }

// JoinPartLook says:
//
//	Then press Menu here.
func JoinPartLook() Text { return Text{id: "join.part_look"} }

// JoinPartSeen says:
//
//	Those who may invite can see your name, your part and since when. Nobody sees your number.
func JoinPartSeen() Text { return Text{id: "join.part_seen"} }

// JoinPartTold says:
//
//	I will write to you when it is done.
func JoinPartTold() Text { return Text{id: "join.part_told"} }

// JoinPartWeb says:
//
//	one: This browser will know you for {{.HoursCount}} hour after you last used it. In Telegram you stay in.
//	This browser will know you for {{.HoursCount}} hours after you last used it. In Telegram you stay in.
func JoinPartWeb(hoursCount int) Text {
	return Text{id: "join.part_web", values: map[string]any{"HoursCount": hoursCount}}
}

// JoinWelcome says:
//
//	You are in now. Welcome.
//	{{.PartText}}
//
//	In the menu you see what you can do.
func JoinWelcome(partText Text) Text {
	return Text{id: "join.welcome", values: map[string]any{"PartText": partText}}
}

// JoinWrong says:
//
//	This code does not work. It may be mistyped, used or too old. Please type it again, or ask for a new one.
func JoinWrong() Text { return Text{id: "join.wrong"} }
