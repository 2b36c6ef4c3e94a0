package member

import (
	"cmp"
	"slices"

	"signpost/bot/listen"
	"signpost/bot/talk"
	"signpost/directory"
	"signpost/locales"
)

// writtenIn is the shipped language a message was written in, and whether that is
// another than the one in use: the switch is offered then.
func writtenIn(sc talk.Scene, h listen.Heard) (locales.Language, bool) {
	l, ok := locales.Find(locales.Match(h.Written))
	return l, ok && l.Tag != sc.Language
}

// tonguesOf are the languages a card stands in: the one it answers, the one in use,
// and English last where one of them is a draft or the first is none of ours.
func tonguesOf(sc talk.Scene, h listen.Heard) []string {
	var tags []string
	written, other := writtenIn(sc, h)
	if other {
		tags = append(tags, written.Tag)
	}
	tags = append(tags, sc.Language)
	english := h.Written != "" && written.Tag == "" || slices.ContainsFunc(tags, locales.IsDraft)
	tags = slices.DeleteFunc(tags, func(t string) bool { return english && t == locales.Source })
	if english {
		tags = append(tags, locales.Source)
	}
	return tags
}

// spokenAt111 is the language to ask an interpreter for, "" when we can't tell.
func spokenAt111(sc talk.Scene, h listen.Heard) directory.Spoken {
	wished := h.Language
	if wished == directory.English {
		wished = ""
	}
	written := directory.Spoken("")
	if h.Written != "" {
		written = spokenBy(h.Written)
	}
	spoken := cmp.Or(wished, written, spokenBy(sc.Language))
	if locales.SpokenName(string(spoken)).IsZero() {
		return ""
	}
	return spoken
}

// say111 stands beside 111: what to say for an interpreter, in English words, and
// what that means.
func say111(tag string, spoken directory.Spoken) locales.Text {
	if spoken == "" {
		return locales.UrgentPart111Language()
	}
	phrase := locales.In(locales.Source, sayAt111(spoken))
	if tag == locales.Source {
		return locales.UrgentPart111English(phrase)
	}
	return locales.UrgentPart111Say(phrase, sayAt111(spoken))
}
