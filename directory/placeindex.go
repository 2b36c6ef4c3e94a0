package directory

import (
	"slices"
	"strings"
)

// placeIndex is a gazetteer made ready to look things up.
type placeIndex struct {
	outcodes  map[string]Place
	districts map[string]string // names by id
	names     []placeName       // towns before districts, in the gazetteer's order
	exact     map[string][]int  // indexes of names
	longest   int               // words in the longest name
}

type placeName struct {
	folded string
	place  Place
}

// newPlaceIndex folds all names once.
func newPlaceIndex(g *Gazetteer) *placeIndex {
	x := &placeIndex{
		outcodes: map[string]Place{}, districts: map[string]string{}, exact: map[string][]int{}, longest: 1,
	}
	for _, o := range g.Outcodes {
		p := Place{Kind: PlaceOutcode, Name: o.Code, Outcode: o.Code, Districts: o.Districts, Point: o.Point}
		if len(o.Districts) == 0 {
			p.Kind = PlaceOutside
		}
		x.outcodes[o.Code] = p
	}
	for _, t := range g.Towns {
		p := Place{Kind: PlaceTown, Name: t.Name, Outcode: t.Outcode, Districts: t.Districts, Point: t.Point}
		if len(p.Districts) == 0 {
			p.Districts = x.outcodes[t.Outcode].Districts
		}
		if len(p.Districts) == 0 {
			p.Kind = PlaceOutside
		}
		if p.Point.IsZero() {
			p.Point = x.outcodes[t.Outcode].Point
		}
		for _, name := range append([]string{t.Name}, t.Aliases...) {
			x.add(name, p)
		}
	}
	for _, d := range g.Districts {
		x.districts[d.ID] = d.Name
		x.add(d.Name, Place{Kind: PlaceDistrict, Name: d.Name, Districts: []string{d.ID}})
	}
	for _, b := range bigPlaces {
		x.add(b.name, Place{Kind: PlaceOutside, Name: b.name, Outcode: b.outcode})
	}
	return x
}

// add keeps a name, unless one of the same place or of a closer kind has it: a
// town before the district called after it, the area's own before a city
// elsewhere.
func (x *placeIndex) add(name string, p Place) {
	folded := fold(name)
	if folded == "" {
		return
	}
	for _, i := range x.exact[folded] {
		if x.names[i].place.Kind != p.Kind || samePlace(x.names[i].place, p) {
			return
		}
	}
	x.exact[folded] = append(x.exact[folded], len(x.names))
	x.names = append(x.names, placeName{folded, p})
	x.longest = max(x.longest, 1+strings.Count(folded, " "))
}

func samePlace(a, b Place) bool {
	return a.Kind == b.Kind && a.Name == b.Name && a.Outcode == b.Outcode && slices.Equal(a.Districts, b.Districts)
}
