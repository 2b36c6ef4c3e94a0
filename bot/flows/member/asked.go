package member

import (
	"strings"

	"signpost/bot/listen"
	"signpost/bot/talk"
)

// askedCommand opens the way that a typed message asked for. In a book that has
// no such entrance the card's "go on" leads back to where one was: see
// talk.Book.Hear.
const askedCommand = "asked"

// maxPlace is more than the longest name of a place, in bytes.
const maxPlace = 32

// askedArg writes down what a message asked for, as the argument of /asked:
// "sleep+low_mood.Bolsover.pl.polish", with nothing between dots for what was not
// said and no dots at the end. It is "" when nothing was asked for. What does not
// fit the data of a button is left out: the less likely needs first, then the
// community and the language.
func askedArg(h listen.Heard) string {
	fits := func(arg string) bool { return len(talk.StandingData(askedCommand, arg)) <= talk.MaxData }
	place := strings.ReplaceAll(h.Place, ".", " ")
	if len(place) > maxPlace {
		place = "" // no place of ours
	}
	for n := len(h.Needs); n >= 0; n-- {
		var needs []string
		for _, id := range h.Needs[:n] {
			needs = append(needs, string(id))
		}
		parts := []string{strings.Join(needs, "+"), place, string(h.Language), string(h.Community)}
		for len(parts) > 1 {
			if arg := strings.TrimRight(strings.Join(parts, "."), "."); fits(arg) {
				return arg
			}
			if n > 1 {
				break // rather fewer needs than no language
			}
			parts = parts[:len(parts)-1]
		}
	}
	return ""
}
