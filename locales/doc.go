// Package locales holds every word people see, in every language, and turns a
// Text (which message, with which values) into words.
//
// # How to add a message
//
// Write it into en.toml, in the section of its room, with a description for
// those who translate it:
//
//	[find.ask_where]
//	description = "First question about the place. {{.TownText}} is the name of a town."
//	other = "Where are you? For example {{.TownText}}."
//
// then run
//
//	go generate ./locales
//
// and use the function that this writes, FindAskWhere(townText Text). A Text
// travels through the house in no language; Words.Render turns it into words in
// one place. Then write the same section into the file of each other language;
// go test ./locales names what is still missing.
//
// # Values
//
// A placeholder's last word says what it is: {{.NameText}} a Text,
// {{.DaysCount}} an int that also chooses the plural form (one a message),
// {{.OnDay}} a Day, {{.FromTime}} a Time, {{.ServiceOwn}} an Own, and anything
// else a string. Parameters stand in the order in which the English text first
// names them. Values are escaped; write & and < as they are.
//
// # Tags
//
// The subset that Telegram and the browser share: <b>, <i>, <u> and
// <a href="https://...">. No placeholder stands inside a tag. Render adds one of
// its own, <span lang="en">, round words in another language than those around
// them: see Words.Render and Unmarked.
//
// # What ids say
//
// An id is room.name. What its name begins with says where it may stand, and
// the tests hold it to that:
//
//   - button_... or the room button: on a button, 40 signs at most.
//   - popup_..., or [popup] in the description: in a pop-up, 200 signs at most,
//     no tags.
//   - part_...: never at the beginning of a message, so it may name an illness
//     or danger, which the first 40 signs of a message never do: they show on
//     lock screens.
//   - the room command: the one line of a command in Telegram's menu, 256 signs.
//   - the rooms bot and command, and page.title: shown where anybody can see
//     them, so no word of health, abuse or danger in the whole of it.
//
// [core] in an English description marks the few messages that a named speaker
// must have checked before a language is public.
//
// Names of what has a fixed id (needs, communities, languages ...) are written
// as they stand in the middle of a sentence; Capital makes them fit a button.
//
// # How to add a language
//
// A line in languages.go, a file named after its tag, and its words in
// testdata/private.toml and testdata/banned.toml. While the file grows, go test
// ./locales -run TestComplete prints each section that is still missing, with
// the English above it, ready to be filled in. Until then the languages of its
// chain stand in, and English behind them: a person sees no empty message and
// no id. A new language is a Draft until a named speaker has checked its core
// messages (CoreIDs); what is urgent is said in English beside a draft.
//
// Times of day have a message for each part of the day and a pattern for the
// clock (time.pattern), so that one language can say 6.30 pm, one شام 6:30 بجے
// and one 18:30. Digits are 0-9 in every language, as on a phone's keys.
package locales

//go:generate go test . -run=^TestGenerated$ -update
