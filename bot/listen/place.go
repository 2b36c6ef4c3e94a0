package listen

import (
	"strings"

	"signpost/directory"
)

// HearIn is Hear in an area: the place is one that the area's gazetteer knows.
// Names in Latin letters and postcodes are found by the gazetteer, names in other
// scripts by the rules.
func HearIn(places *directory.Gazetteer, text string) Heard {
	h := Hear(text)
	f := places.FindIn(text)
	if f.Place == nil && len(f.Choices) == 0 && h.Place != "" {
		f = places.Look(h.Place)
	}
	h.Place = ""
	switch {
	case f.Place != nil:
		h.Place = f.Place.Name
	case len(f.Choices) > 0:
		h.Place, _, _ = strings.Cut(f.Choices[0].Name, ",")
	}
	return h
}
