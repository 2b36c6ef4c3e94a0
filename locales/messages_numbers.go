// Code generated from en.toml by go generate; DO NOT EDIT.

package locales

// NumbersAlarm says:
//
//	Please look at this today: a colleague says that a built-in number is wrong.
//
//	{{.WhichText}}
func NumbersAlarm(whichText Text) Text {
	return Text{id: "numbers.alarm", values: map[string]any{"WhichText": whichText}}
}

// NumbersButtonRight says:
//
//	I rang them today, all right
func NumbersButtonRight() Text { return Text{id: "numbers.button_right"} }

// NumbersButtonWrong says:
//
//	One is wrong
func NumbersButtonWrong() Text { return Text{id: "numbers.button_wrong"} }

// NumbersIntro says:
//
//	Please ring each of these numbers once a month. Say that you are only checking it, and be short. Never ring the ambulance or the police to try it out.
func NumbersIntro() Text { return Text{id: "numbers.intro"} }

// NumbersThanks says:
//
//	Thank you. I will ask you again in a month.
func NumbersThanks() Text { return Text{id: "numbers.thanks"} }

// NumbersTold says:
//
//	The office knows it now. These numbers are built in, so that they always answer. Nobody can change one here.
//
//	1. Ring it again from another phone.
//	2. Look on the website of that service.
//	3. If it is wrong, tell those who run this program today. Two people have to agree on the new number.
func NumbersTold() Text { return Text{id: "numbers.told"} }

// NumbersWhich says:
//
//	Which one is wrong? The whole office hears of it at once.
func NumbersWhich() Text { return Text{id: "numbers.which"} }
