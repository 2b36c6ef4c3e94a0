// Code generated from en.toml by go generate; DO NOT EDIT.

package locales

// BotName says:
//
//	Signpost
func BotName() Text { return Text{id: "bot.name"} }
