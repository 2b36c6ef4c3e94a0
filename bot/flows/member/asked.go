package member

import (
	"strings"

	"signpost/bot/listen"
	"signpost/bot/talk"
)

// askedCommand opens the way that a typed message asked for.
const askedCommand = "asked"

// askedOpen says whether that way is there; until then "go on" leads back.
const askedOpen = false

// askedArg writes down what a message asked for, as the argument of /asked:
// "sleep+low_mood.Bolsover.pl.polish", with nothing between dots for what was not
// said and no dots at the end. It is "" when nothing was asked for. What does not
// fit the data of a button is left out, the likeliest need and the place last.
func askedArg(h listen.Heard) string {
	fits := func(arg string) bool { return len(talk.StandingData(askedCommand, arg)) <= talk.MaxData }
	place := strings.ReplaceAll(h.Place, ".", " ")
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
