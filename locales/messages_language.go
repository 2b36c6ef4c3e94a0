// Code generated from en.toml by go generate; DO NOT EDIT.

package locales

// LanguageAsk says:
//
//	Which language do you like to read?
func LanguageAsk() Text { return Text{id: "language.ask"} }

// LanguageAskRemember says:
//
//	Shall I remember this language? On a phone that others use, better not.
func LanguageAskRemember() Text { return Text{id: "language.ask_remember"} }

// LanguageButtonNot says:
//
//	No
func LanguageButtonNot() Text { return Text{id: "language.button_not"} }

// LanguageButtonRemember says:
//
//	Yes, remember it
func LanguageButtonRemember() Text { return Text{id: "language.button_remember"} }

// LanguagePartDraft says:
//
//	Not yet checked by a speaker: {{.NamesText}}
func LanguagePartDraft(namesText Text) Text {
	return Text{id: "language.part_draft", values: map[string]any{"NamesText": namesText}}
}
