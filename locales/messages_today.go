// Code generated from en.toml by go generate; DO NOT EDIT.

package locales

// TodayAskWhen says:
//
//	When is it instead? Tap a time, or type it, like 14.30. It is saved at once.
//
//	{{.WhenText}}
func TodayAskWhen(whenText Text) Text {
	return Text{id: "today.ask_when", values: map[string]any{"WhenText": whenText}}
}

// TodayButtonBack says:
//
//	Take it back
func TodayButtonBack() Text { return Text{id: "today.button_back"} }

// TodayButtonList says:
//
//	Sessions of today
func TodayButtonList() Text { return Text{id: "today.button_list"} }

// TodayButtonMove says:
//
//	Move it
func TodayButtonMove() Text { return Text{id: "today.button_move"} }

// TodayGone says:
//
//	This session is over, or somebody else has changed it.
func TodayGone() Text { return Text{id: "today.gone"} }

// TodayList says:
//
//	These are your sessions of today and tomorrow. If one can't be as planned, say so here. People see it at once.
func TodayList() Text { return Text{id: "today.list"} }

// TodayNone says:
//
//	Your group has no session today or tomorrow.
func TodayNone() Text { return Text{id: "today.none"} }

// TodayPartOff says:
//
//	Off: {{.WhenText}}
func TodayPartOff(whenText Text) Text {
	return Text{id: "today.part_off", values: map[string]any{"WhenText": whenText}}
}

// TodayPartOn says:
//
//	As planned: {{.WhenText}}
func TodayPartOn(whenText Text) Text {
	return Text{id: "today.part_on", values: map[string]any{"WhenText": whenText}}
}

// TodayPast says:
//
//	That time has passed. Please take a later one.
func TodayPast() Text { return Text{id: "today.past"} }

// TodaySaved says:
//
//	Saved. This is what people see from now on:
func TodaySaved() Text { return Text{id: "today.saved"} }

// TodayTold says:
//
//	News about a session of your group.
//
//	<b>{{.NameOwn}}</b>
//	{{.WhenText}}
func TodayTold(nameOwn Own, whenText Text) Text {
	return Text{id: "today.told", values: map[string]any{"NameOwn": nameOwn, "WhenText": whenText}}
}

// TodayTooFar says:
//
//	That is too far off. Please take a day of the next week.
func TodayTooFar() Text { return Text{id: "today.too_far"} }
