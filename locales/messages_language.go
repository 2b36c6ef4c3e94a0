// Code generated from en.toml by go generate; DO NOT EDIT.

package locales

// LanguageAsk says:
//
//	Which language do you like to read?
func LanguageAsk() Text { return Text{id: "language.ask"} }

// LanguagePartDraft says:
//
//	Not yet checked by a speaker: {{.NamesText}}
func LanguagePartDraft(namesText Text) Text {
	return Text{id: "language.part_draft", values: map[string]any{"NamesText": namesText}}
}
