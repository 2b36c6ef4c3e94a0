// Code generated from en.toml by go generate; DO NOT EDIT.

package locales

// BotDescription says:
//
//	Find people, places and phone numbers near you in {{.Area}}, in your own language.
//
//	It is free. We don't ask your name. This is a machine: nobody reads what you write.
func BotDescription(area string) Text {
	return Text{id: "bot.description", values: map[string]any{"Area": area}}
}

// BotName says:
//
//	Signpost
func BotName() Text { return Text{id: "bot.name"} }

// BotShortDescription says:
//
//	Find people, places and phone numbers near you in {{.Area}}, in your own language.
func BotShortDescription(area string) Text {
	return Text{id: "bot.short_description", values: map[string]any{"Area": area}}
}
