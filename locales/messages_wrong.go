// Code generated from en.toml by go generate; DO NOT EDIT.

package locales

// WrongAsk says:
//
//	What is not right here? One tap is enough. We do not ask who you are.
//
//	<b>{{.NameOwn}}</b>
func WrongAsk(nameOwn Own) Text {
	return Text{id: "wrong.ask", values: map[string]any{"NameOwn": nameOwn}}
}

// WrongButton says:
//
//	Something is wrong
func WrongButton() Text { return Text{id: "wrong.button"} }

// WrongButtonClosed says:
//
//	It is closed
func WrongButtonClosed() Text { return Text{id: "wrong.button_closed"} }

// WrongButtonHear says:
//
//	Yes, let me know
func WrongButtonHear() Text { return Text{id: "wrong.button_hear"} }

// WrongButtonLanguage says:
//
//	They don't speak that language
func WrongButtonLanguage() Text { return Text{id: "wrong.button_language"} }

// WrongButtonMoved says:
//
//	It has moved
func WrongButtonMoved() Text { return Text{id: "wrong.button_moved"} }

// WrongButtonNo says:
//
//	No, thank you
func WrongButtonNo() Text { return Text{id: "wrong.button_no"} }

// WrongButtonNotFound says:
//
//	I could not find it
func WrongButtonNotFound() Text { return Text{id: "wrong.button_not_found"} }

// WrongButtonNumber says:
//
//	The number is wrong
func WrongButtonNumber() Text { return Text{id: "wrong.button_number"} }

// WrongButtonOther says:
//
//	Something else
func WrongButtonOther() Text { return Text{id: "wrong.button_other"} }

// WrongButtonUnwelcome says:
//
//	I was not welcome
func WrongButtonUnwelcome() Text { return Text{id: "wrong.button_unwelcome"} }

// WrongEnough says:
//
//	Thank you, you have told us a lot today. Please tell us the rest tomorrow.
func WrongEnough() Text { return Text{id: "wrong.enough"} }

// WrongNotSaved says:
//
//	Sorry, I could not save that. It may be that we have taken this place off our list.
func WrongNotSaved() Text { return Text{id: "wrong.not_saved"} }

// WrongOutcomeChanged says:
//
//	You wanted to hear what came of it. They have changed it. Thank you for your help!
//
//	<b>{{.NameOwn}}</b>
func WrongOutcomeChanged(nameOwn Own) Text {
	return Text{id: "wrong.outcome_changed", values: map[string]any{"NameOwn": nameOwn}}
}

// WrongOutcomeHidden says:
//
//	You wanted to hear what came of it. We do not show this place any more. Thank you for your help!
//
//	<b>{{.NameOwn}}</b>
func WrongOutcomeHidden(nameOwn Own) Text {
	return Text{id: "wrong.outcome_hidden", values: map[string]any{"NameOwn": nameOwn}}
}

// WrongOutcomeRight says:
//
//	You wanted to hear what came of it. They looked at it, and they say that it is right.
//
//	<b>{{.NameOwn}}</b>
func WrongOutcomeRight(nameOwn Own) Text {
	return Text{id: "wrong.outcome_right", values: map[string]any{"NameOwn": nameOwn}}
}

// WrongPartClosed says:
//
//	It is closed.
func WrongPartClosed() Text { return Text{id: "wrong.part_closed"} }

// WrongPartHear says:
//
//	Do you want to hear what comes of it? Then I write to you here, once. After that we forget who told us.
func WrongPartHear() Text { return Text{id: "wrong.part_hear"} }

// WrongPartLanguage says:
//
//	They do not speak a language that it names.
func WrongPartLanguage() Text { return Text{id: "wrong.part_language"} }

// WrongPartMoved says:
//
//	It has moved.
func WrongPartMoved() Text { return Text{id: "wrong.part_moved"} }

// WrongPartNotFound says:
//
//	It could not be found.
func WrongPartNotFound() Text { return Text{id: "wrong.part_not_found"} }

// WrongPartNumber says:
//
//	The phone number is wrong.
func WrongPartNumber() Text { return Text{id: "wrong.part_number"} }

// WrongPartOther says:
//
//	Something else in it is wrong.
func WrongPartOther() Text { return Text{id: "wrong.part_other"} }

// WrongPartUnwelcome says:
//
//	Somebody was not made welcome.
func WrongPartUnwelcome() Text { return Text{id: "wrong.part_unwelcome"} }

// WrongThanks says:
//
//	Thank you for telling me. I have passed it on. People can read on the card that we are looking into it.
func WrongThanks() Text { return Text{id: "wrong.thanks"} }

// WrongThanksUnwelcome says:
//
//	Thank you for telling me. I am sorry. It should not be like that.
//
//	Only the office of this service reads it, once a week and without the day. The people there do not hear of it.
//
//	We can look for another place together.
func WrongThanksUnwelcome() Text { return Text{id: "wrong.thanks_unwelcome"} }

// WrongTold says:
//
//	Somebody says that an entry is not right. Please look at it.
//
//	<b>{{.NameOwn}}</b>
//	{{.WhatText}}
//
//	Until then its card says that we are looking into it.
func WrongTold(nameOwn Own, whatText Text) Text {
	return Text{id: "wrong.told", values: map[string]any{"NameOwn": nameOwn, "WhatText": whatText}}
}

// WrongWillHear says:
//
//	Good. I will write to you here, once. After that we forget that it was you.
func WrongWillHear() Text { return Text{id: "wrong.will_hear"} }
