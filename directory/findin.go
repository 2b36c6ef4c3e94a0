package directory

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// aroundPlace are the words people put around a place in an answer.
var aroundPlace = strings.Fields(`i im am we live living stay staying from near nearby in at by around close to
	the town city area of my place is its it from please pls plz thanks thank you somewhere next outside just
	postcode post code here sorry hi hello county uk england`)

// beforePlace are the words after which a place may be named.
var beforePlace = strings.Fields(`in near at from around to by nearby of outside`)

// alsoWords are names of places that are words of their own: in a sentence they
// are a place only after one of beforePlace.
var alsoWords = strings.Fields(`hope reading bath sale bury deal sandwich wells hilton over street belper
	stone poole ash derwent crich bradford lincoln preston bolton kent rugby worth peak high chapel`)

// unwrap takes the words around a place off both ends of a folded text; a text
// of such words only is left as it is.
func unwrap(folded string) string {
	words := strings.Fields(folded)
	from, to := 0, len(words)
	for from < to && slices.Contains(aroundPlace, words[from]) {
		from++
	}
	for to > from && slices.Contains(aroundPlace, words[to-1]) {
		to--
	}
	if from == to {
		return folded
	}
	return strings.Join(words[from:to], " ")
}

// inside finds the places that a sentence names. Those of the area win over
// those outside ("I came from London to Derby").
func (x *placeIndex) inside(text string) Found {
	words := strings.Fields(fold(text))
	var ours, elsewhere []Place
	put, putElsewhere := false, false
	for i := 0; i < len(words); {
		place, taken, fixed := x.at(words, i)
		i += max(1, taken)
		switch {
		case taken == 0:
		case place.Kind == PlaceOutside:
			elsewhere, putElsewhere = addPlace(elsewhere, place), fixed
		default:
			ours = addPlace(ours, place)
			put = put || fixed
		}
	}
	f := x.settle(ours)
	if f.nothing() {
		if len(elsewhere) > 1 {
			elsewhere = elsewhere[len(elsewhere)-1:] // where they came from is said before where they are
		}
		f, put = x.settle(elsewhere), putElsewhere
	}
	f.Guessed = put
	return f
}

// at finds a place that begins at word i and how many words it takes, the
// longest name first.
func (x *placeIndex) at(words []string, i int) (p Place, taken int, fixed bool) {
	if p, taken = x.postcodeAt(words, i); taken > 0 {
		return p, taken, false
	}
	led := i > 0 && slices.Contains(beforePlace, words[i-1])
	for n := min(x.longest, len(words)-i); n > 0; n-- {
		phrase := strings.Join(words[i:i+n], " ")
		if n == 1 && !led && (utf8.RuneCountInString(phrase) < 4 || slices.Contains(alsoWords, phrase)) {
			continue
		}
		if at := x.exact[phrase]; len(at) > 0 {
			return x.names[at[0]].place, n, false
		}
		if letters := utf8.RuneCountInString(phrase); led && letters >= 6 || n == 1 && letters >= 8 {
			if f := x.within(phrase, 1); f != nil {
				return *f, n, true
			}
		}
	}
	return Place{}, 0, false
}

// within is the one name that is at most limit slips from a phrase.
func (x *placeIndex) within(phrase string, limit int) *Place {
	var places []Place
	for _, n := range x.names {
		if sameStart(phrase, n.folded) && slipsAllowed(n.folded) >= limit && slips(phrase, n.folded, limit) <= limit {
			places = addPlace(places, n.place)
		}
	}
	if len(places) != 1 {
		return nil
	}
	return &places[0]
}

// postcodeAt finds a postcode that begins at word i. One that we have not listed
// must be whole: "M25" is a road, "B12" a vitamin.
func (x *placeIndex) postcodeAt(words []string, i int) (p Place, taken int) {
	for n := min(2, len(words)-i); n > 0; n-- {
		code, full := readPostcode(strings.Join(words[i:i+n], " "))
		if code == "" || n == 2 && !full {
			continue
		}
		if p, ok := x.outcodes[code]; ok {
			return p, n
		}
		if full && realArea(code) {
			return Place{Kind: PlaceOutside, Name: code, Outcode: code}, n
		}
	}
	return Place{}, 0
}
