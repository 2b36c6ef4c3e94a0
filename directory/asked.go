package directory

import (
	"math"
	"slices"
)

// wishBit is the place of a Wish in a set, in the order of widening.
type wishBit uint16

const (
	bitTime wishBit = 1 << iota
	bitAccess
	bitWay
	bitGender
	bitDistance
	bitCommunity
	bitLanguage
	bitNeed
	allWishes = 1<<8 - 1
)

// wishes are the names of the bits, in the order of widening.
var wishes = []Wish{WishTime, WishAccess, WishWay, WishGender, WishDistance, WishCommunity, WishLanguage, WishNeed}

// asked is a Query in bits.
type asked struct {
	wishes wishBit // those the query has

	needs     uint64
	sensitive bool // one of the needs is
	justTalk  bool
	someone   bool

	own, exact uint64   // communities that meet those asked for; just those
	each       []uint64 // communities that meet the first of those asked for, the second ...
	outside    bool
	onlyThese  bool

	languages [2]uint64
	ways      uint8
	access    uint8
	evenings  bool
	weekends  bool
	today     int32

	women, men   bool
	strictGender bool
	age          uint8

	placed, away bool // a place of the area is known; a place outside it is
	covering     uint64
	national     uint64
	local        uint64
	districts    []string
	point        spot
	pointed      bool
	perLon       float32 // kilometres a degree of longitude at the point
}

// ask turns a query into bits.
func (c *Catalogue) ask(q Query) asked {
	a := asked{
		needs: bits(q.Needs, needBit), someone: q.Someone, outside: q.Outside, onlyThese: q.OnlyThese,
		access: uint8(bits(q.Access, accessBit)), evenings: q.Evenings, weekends: q.Weekends,
		women: q.WomenOnly && !q.MenOnly, men: q.MenOnly && !q.WomenOnly, strictGender: q.StrictGender, age: age8(q.Age),
		today: noDay + 1, ways: uint8(wayBit(q.Way)),
	}
	for _, n := range q.Needs {
		a.sensitive = a.sensitive || n.Sensitive()
		a.justTalk = a.justTalk || n == JustTalk
	}
	for _, wished := range q.Communities {
		a.exact |= communityBit(wished)
		own := meeting(wished)
		a.own |= own
		if len(a.each) < mostOwn && !slices.Contains(a.each, own) {
			a.each = append(a.each, own)
		}
	}
	if q.Language != English && q.Language != "" { // English is spoken everywhere
		for _, l := range spoken {
			if l.Tag.Meets(q.Language) {
				b := languageBits(l.Tag)
				a.languages[0], a.languages[1] = a.languages[0]|b[0], a.languages[1]|b[1]
			}
		}
	}
	if q.Unseen {
		a.ways |= uint8(wayBit(ByPhone) | wayBit(ByText))
	}
	if !q.At.IsZero() {
		a.today = dayNumber(DateOf(q.At))
	}
	c.askWhere(&a, q.Place)
	a.count()
	return a
}

// meeting is the set of the communities that answer a wish for one.
func meeting(wished Community) (set uint64) {
	for _, given := range communities {
		if given.Meets(wished) {
			set |= communityBit(given)
		}
	}
	return set
}

// askWhere notes the place, and which areas cover it.
func (c *Catalogue) askWhere(a *asked, p *Place) {
	a.national = 1<<areaUK | 1<<areaEngland
	for id := range c.local {
		if bit, ok := c.areas[id]; ok {
			a.local |= 1 << bit
		}
	}
	if p == nil {
		return
	}
	if p.Kind == PlaceOutside {
		a.away = true
		if !inEngland(p.Outcode) {
			a.national = 1 << areaUK
		}
		return
	}
	a.placed = true
	a.districts = p.Districts
	for _, id := range p.Districts {
		if bit, ok := c.areas[id]; ok {
			a.covering |= 1 << bit
		}
	}
	if !p.Point.IsZero() {
		a.point, a.pointed = spot{float32(p.Point.Lat), float32(p.Point.Lon)}, true
		a.perLon = perDegree * float32(math.Cos(p.Point.Lat*math.Pi/180))
	}
}

// count notes which wishes the query has.
func (a *asked) count() {
	for bit, has := range map[wishBit]bool{
		bitTime:      a.evenings || a.weekends,
		bitAccess:    a.access != 0,
		bitWay:       a.ways != 0,
		bitGender:    a.women || a.men,
		bitDistance:  a.placed,
		bitCommunity: a.own != 0,
		bitLanguage:  a.languages != [2]uint64{},
		bitNeed:      a.needs != 0,
	} {
		if has {
			a.wishes |= bit
		}
	}
}

// perDegree is kilometres a degree of latitude.
const perDegree = earthRadius * math.Pi / 180

// nearest is how far the nearest of a service's places is, in kilometres; -1
// when a spot is not known.
func (c *Catalogue) nearest(f *facet, a *asked) float32 {
	if square := c.nearest2(f, a); square >= 0 {
		return float32(math.Sqrt(float64(square)))
	}
	return -1
}

// nearest2 is the square of nearest; -1 when a spot is not known. The Earth is
// flat enough for a county: the error is below one part in a hundred at 50 km.
func (c *Catalogue) nearest2(f *facet, a *asked) float32 {
	if !a.pointed || f.spots == 0 {
		return -1
	}
	best := float32(math.MaxFloat32)
	for _, s := range c.spots[f.spot : f.spot+uint32(f.spots)] {
		dy, dx := (s.lat-a.point.lat)*perDegree, (s.lon-a.point.lon)*a.perLon
		best = min(best, dy*dy+dx*dx)
	}
	return best
}
