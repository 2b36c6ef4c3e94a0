package directory

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"
)

// Found is what Look made of a text.
type Found struct {
	// Place is nil when nothing was found, or when only a choice can tell.
	Place *Place
	// Choices are to be asked: the districts of a Place that lies in several,
	// or the places that a name may mean. Each is a Place that can be used as
	// it stands.
	Choices []Place
	// Guessed says that a spelling was put right: tell the person which place
	// was understood.
	Guessed bool
	// Suggestions are up to three names that are like the text, when nothing
	// was found or the place is outside and looks like a slip of the finger.
	Suggestions []Place
}

// longestText is how much of a text is looked at, in bytes; a place has no
// longer name, and a sentence that names one does so early.
const longestText = 400

// lookup is the index, made on first use for a Gazetteer that was read back as
// plain data.
func (g *Gazetteer) lookup() *placeIndex {
	if g.index != nil {
		return g.index
	}
	return newPlaceIndex(g)
}

// Look reads the answer to "where are you?": a postcode or half of one, a town,
// a district, with the words people put around it ("near Buxton please") and the
// slips they make. It never fails; a text it can make nothing of gives no Place.
func (g *Gazetteer) Look(text string) Found {
	x := g.lookup()
	text = cut(text)
	if f := x.postcode(text); f.Place != nil {
		return f
	}
	phrase := unwrap(fold(text))
	if f := x.exactly(phrase); !f.nothing() {
		return f
	}
	if phrase == "" || slices.Contains(aroundPlace, lastWord(phrase)) {
		return Found{} // nothing was said but "here, please"
	}
	if f := x.postcode(phrase); f.Place != nil {
		return f
	}
	if f := x.inside(text); !f.nothing() {
		return f
	}
	if f := x.partly(phrase); !f.nothing() {
		return f
	}
	if f := x.nearly(phrase); !f.nothing() {
		return f
	}
	return Found{Suggestions: x.suggest(phrase)}
}

// lastWord is the last word of a phrase. Only a phrase that unwrap left alone ends
// in one of the words around a place.
func lastWord(phrase string) string { return phrase[strings.LastIndexByte(phrase, ' ')+1:] }

func (f Found) nothing() bool { return f.Place == nil && len(f.Choices) == 0 }

// FindIn finds a place inside a longer sentence ("I live in Long Eaton and can't
// sleep"). It takes fewer risks than Look: names that are also words need a "in"
// or "near" before them, and only long names are put right. Several places of
// the area give Choices.
func (g *Gazetteer) FindIn(text string) Found { return g.lookup().inside(cut(text)) }

// cut shortens a text to what is looked at.
func cut(text string) string {
	if len(text) > longestText {
		text = text[:longestText]
		for !utf8.ValidString(text) && len(text) > longestText-utf8.UTFMax {
			text = text[:len(text)-1]
		}
	}
	return text
}

// postcode finds a text that is a postcode or its first half.
func (x *placeIndex) postcode(text string) Found {
	code, _ := readPostcode(text)
	if code == "" {
		return x.mistyped(text)
	}
	if p, ok := x.outcodes[code]; ok {
		return x.choose(p)
	}
	if f := x.mistyped(text); f.Place != nil {
		return f
	}
	if !realArea(code) {
		return Found{}
	}
	f := Found{Place: &Place{Kind: PlaceOutside, Name: code, Outcode: code}}
	for _, longer := range sortedKeys(x.outcodes) {
		if strings.HasPrefix(longer, code) && len(f.Suggestions) < 3 && x.outcodes[longer].Kind == PlaceOutcode {
			f.Suggestions = append(f.Suggestions, x.outcodes[longer]) // "S4" may have been meant for "S40"
		}
	}
	return f
}

// mistyped reads the letter O as a nought and the letters I and L as a one, when
// that makes an outcode of the area.
func (x *placeIndex) mistyped(text string) Found {
	word := strings.ToUpper(strings.Join(strings.Fields(text), ""))
	if len(word) < 3 || len(word) > 8 {
		return Found{}
	}
	figures := strings.NewReplacer("O", "0", "I", "1", "L", "1")
	for letters := 1; letters <= 2; letters++ {
		fixed := word[:letters] + figures.Replace(word[letters:])
		if n := len(fixed) - 3; n >= 2 { // the last two signs of a whole postcode stay letters
			fixed = word[:letters] + figures.Replace(word[letters:n+1]) + word[n+1:]
			if code, full := readPostcode(fixed); full && x.outcodes[code].Kind == PlaceOutcode {
				return guessed(x.choose(x.outcodes[code]))
			}
			fixed = word[:letters] + figures.Replace(word[letters:])
		}
		if p, ok := x.outcodes[fixed]; ok {
			return guessed(x.choose(p))
		}
	}
	return Found{}
}

func guessed(f Found) Found {
	f.Guessed = true
	return f
}

// choose is a place with the districts to ask about, when it lies in several:
// the same place once for each, under the district's name.
func (x *placeIndex) choose(p Place) Found {
	f := Found{Place: &p}
	if len(p.Districts) > 1 {
		for _, id := range p.Districts {
			one := p
			one.Districts = []string{id}
			if name, ok := x.districts[id]; ok {
				one.Name = name
			}
			f.Choices = append(f.Choices, one)
		}
	}
	return f
}

// settle is one place, or the choice between several.
func (x *placeIndex) settle(places []Place) Found {
	switch len(places) {
	case 0:
		return Found{}
	case 1:
		return x.choose(places[0])
	}
	return Found{Choices: places}
}

// exactly finds a name as it is written.
func (x *placeIndex) exactly(phrase string) Found {
	var places []Place
	for _, i := range x.exact[phrase] {
		places = append(places, x.names[i].place)
	}
	return x.settle(places)
}

// partly finds the names of the area that a phrase is the beginning or a whole
// word of: "Chapel", "North East".
func (x *placeIndex) partly(phrase string) Found {
	if utf8.RuneCountInString(phrase) < 4 {
		return Found{}
	}
	var places []Place
	for _, n := range x.names {
		if n.place.Kind != PlaceOutside && strings.Contains(" "+n.folded+" ", " "+phrase+" ") {
			places = addPlace(places, n.place)
		}
	}
	return x.settle(places)
}

func addPlace(places []Place, p Place) []Place {
	if slices.ContainsFunc(places, func(q Place) bool { return samePlace(p, q) }) {
		return places
	}
	return append(places, p)
}

// slipsAllowed is how many slips a name of that length may have: none in a short
// one, where a slip makes another word.
func slipsAllowed(name string) int {
	switch n := utf8.RuneCountInString(name); {
	case n < 5:
		return 0
	case n < 8:
		return 1
	}
	return 2
}

// nearly finds the name that a phrase misspells, if only one is as close.
func (x *placeIndex) nearly(phrase string) Found {
	var places []Place
	best := 3
	for _, n := range x.names {
		limit := min(best, slipsAllowed(n.folded), slipsAllowed(phrase))
		if limit == 0 || !sameStart(phrase, n.folded) {
			continue
		}
		switch d := slips(phrase, n.folded, limit); {
		case d > limit:
		case d < best:
			best, places = d, []Place{n.place}
		default:
			places = addPlace(places, n.place)
		}
	}
	return guessed(x.settle(places))
}

// sameStart reports that two words begin alike, or with the first two letters
// swapped: people seldom get the first letter wrong, and Hilton is not Milton.
func sameStart(a, b string) bool {
	first, n := utf8.DecodeRuneInString(a)
	other, m := utf8.DecodeRuneInString(b)
	if first == other {
		return true
	}
	second, _ := utf8.DecodeRuneInString(a[n:])
	another, _ := utf8.DecodeRuneInString(b[m:])
	return n < len(a) && m < len(b) && first == another && second == other
}

// suggest is up to three names of the area like a phrase, the likest first.
func (x *placeIndex) suggest(phrase string) []Place {
	type near struct {
		place Place
		slips int
	}
	var list []near
	limit := utf8.RuneCountInString(phrase) / 2
	for _, n := range x.names {
		if n.place.Kind == PlaceOutside {
			continue
		}
		d := slips(phrase, n.folded, limit)
		if utf8.RuneCountInString(phrase) > 2 && strings.HasPrefix(n.folded, phrase) {
			d = 0
		}
		if d <= limit {
			list = append(list, near{n.place, d})
		}
	}
	slices.SortStableFunc(list, func(a, b near) int { return cmp.Compare(a.slips, b.slips) })
	var places []Place
	for _, n := range list {
		if len(places) < 3 {
			places = addPlace(places, n.place)
		}
	}
	return places
}

func sortedKeys(m map[string]Place) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
