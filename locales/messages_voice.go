// Code generated from en.toml by go generate; DO NOT EDIT.

package locales

// VoiceAskElsewhere says:
//
//	Voice notes can only be recorded in Telegram. Please open this entry there. Language: {{.Language}}.
func VoiceAskElsewhere(language string) Text {
	return Text{id: "voice.ask_elsewhere", values: map[string]any{"Language": language}}
}

// VoiceAskKeep says:
//
//	Please listen once. Shall I save it? Only you can hear it until then.
func VoiceAskKeep() Text { return Text{id: "voice.ask_keep"} }

// VoiceAskLanguage says:
//
//	In which language do you want to say it? People who read that language can hear it on the card.
func VoiceAskLanguage() Text { return Text{id: "voice.ask_language"} }

// VoiceAskRecord says:
//
//	Please send me a voice note in this chat. Language: {{.Language}}.
//
//	Say what it is called, when and where it is, and who is welcome. One minute at most.
//
//	Everybody will be able to hear it. So leave out full names and private numbers.
func VoiceAskRecord(language string) Text {
	return Text{id: "voice.ask_record", values: map[string]any{"Language": language}}
}

// VoiceAskRemove says:
//
//	Shall I remove what you recorded? Language: {{.Language}}.
func VoiceAskRemove(language string) Text {
	return Text{id: "voice.ask_remove", values: map[string]any{"Language": language}}
}

// VoiceButtonAgain says:
//
//	Record again
func VoiceButtonAgain() Text { return Text{id: "voice.button_again"} }

// VoiceButtonHave says:
//
//	{{.Language}}: recorded
func VoiceButtonHave(language string) Text {
	return Text{id: "voice.button_have", values: map[string]any{"Language": language}}
}

// VoiceButtonLanguages says:
//
//	Another language
func VoiceButtonLanguages() Text { return Text{id: "voice.button_languages"} }

// VoiceButtonOld says:
//
//	{{.Language}}: still right?
func VoiceButtonOld(language string) Text {
	return Text{id: "voice.button_old", values: map[string]any{"Language": language}}
}

// VoiceButtonRemove says:
//
//	Remove it
func VoiceButtonRemove() Text { return Text{id: "voice.button_remove"} }

// VoiceNotSaved says:
//
//	Sorry, I could not save it. Please record it again.
func VoiceNotSaved() Text { return Text{id: "voice.not_saved"} }

// VoicePartHave says:
//
//	one: There is one of {{.DayText}}. It lasts {{.SecondsCount}} second.
//	There is one of {{.DayText}}. It lasts {{.SecondsCount}} seconds.
func VoicePartHave(dayText Text, secondsCount int) Text {
	return Text{id: "voice.part_have", values: map[string]any{"DayText": dayText, "SecondsCount": secondsCount}}
}

// VoicePartOld says:
//
//	Since then the name or the text in English has changed. Please listen if it is still right.
func VoicePartOld() Text { return Text{id: "voice.part_old"} }

// VoiceRemoved says:
//
//	Removed. The card does not play it any more.
func VoiceRemoved() Text { return Text{id: "voice.removed"} }

// VoiceSaved says:
//
//	Saved. Now people can hear it on the card. Language: {{.Language}}.
func VoiceSaved(language string) Text {
	return Text{id: "voice.saved", values: map[string]any{"Language": language}}
}

// VoiceSendOne says:
//
//	Here I need a voice note, or press a button.
func VoiceSendOne() Text { return Text{id: "voice.send_one"} }

// VoiceTooLong says:
//
//	That was longer than one minute. Please send a shorter one.
func VoiceTooLong() Text { return Text{id: "voice.too_long"} }

// VoiceTooShort says:
//
//	That was too short. Please hold the microphone down while you speak.
func VoiceTooShort() Text { return Text{id: "voice.too_short"} }
