package locales

import "slices"

// Status says how far a translation can be trusted.
type Status string

// The states of a translation.
const (
	Draft   Status = "draft"   // nobody has checked it; its urgent text is shown together with English
	Checked Status = "checked" // a named speaker has checked at least the core messages
)

// Language is a language one can read the bot in. Which languages people speak
// is another list, with other ids: see package directory.
type Language struct {
	Tag       string // BCP 47, also the name of its file
	Own       string // its name in itself, as its readers look for it
	English   string
	Script    string // ISO 15924, as in "Arab"
	RTL       bool   // runs from right to left
	Chain     []string
	Status    Status
	CheckedBy string // who checked it, for the people who run the service
}

// languages are those we ship, in the order in which they are offered. To add
// one: a line here and its file. Chain names the languages that stand in for a
// missing message, best first; English always comes last by itself.
var languages = []Language{
	{Tag: "en", Own: "English", English: "English", Script: "Latn", Status: Checked},
	{Tag: "pl", Own: "Polski", English: "Polish", Script: "Latn", Status: Draft},
	{Tag: "pa", Own: "ਪੰਜਾਬੀ", English: "Punjabi", Script: "Guru", Status: Draft},
	{Tag: "ur", Own: "اردو", English: "Urdu", Script: "Arab", RTL: true, Status: Draft},
	{Tag: "zh-Hant", Own: "繁體中文", English: "Chinese (Traditional)", Script: "Hant", Status: Draft},
}

// Source is the language all others are translated from.
const Source = "en"

// Languages lists the languages we ship, in the order in which they are offered.
func Languages() []Language { return slices.Clone(languages) }

// Find gives a shipped language by its exact tag.
func Find(tag string) (Language, bool) {
	for _, l := range languages {
		if l.Tag == tag {
			return l, true
		}
	}
	return Language{}, false
}

// IsDraft reports whether a language still waits for a speaker to check it. A
// tag we don't ship counts as a draft.
func IsDraft(tag string) bool {
	l, _ := Find(tag)
	return l.Status != Checked
}

// IsRTL reports whether a shipped language runs from right to left.
func IsRTL(tag string) bool {
	l, _ := Find(tag)
	return l.RTL
}
