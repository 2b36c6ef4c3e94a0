package directory

import (
	mathbits "math/bits"
	"slices"
)

// verdict is what a query makes of one service.
type verdict struct {
	// strict are the wishes it does not meet. unmet are those of them that keep
	// it out until they are given up: fewer, since some come along (see rank.go).
	strict, unmet wishBit
	fits          bool // not excluded outright
}

// judge says whether a service is excluded outright, and which wishes it meets.
func (c *Catalogue) judge(f *facet, a *asked) verdict {
	if f.flags&(flagHidden|flagReachable) != flagReachable || !admits(f, a) {
		return verdict{}
	}
	far, ok := c.covers(f, a)
	if !ok {
		return verdict{}
	}
	v := verdict{fits: true}
	if far {
		v.strict |= bitDistance
	}
	if (a.evenings || a.weekends) && !inTime(f, a) {
		v.strict |= bitTime
	}
	if a.access&^f.access != 0 {
		v.strict |= bitAccess
	}
	if a.ways != 0 && a.ways&f.ways == 0 {
		v.strict |= bitWay
	}
	v.unmet = v.strict
	if a.women && f.gender != genderWomen || a.men && f.gender != genderMen {
		v.miss(bitGender, !a.strictGender)
	}
	v.welcome(f, a)
	v.speaks(f, a)
	v.helps(f, a)
	v.strict, v.unmet = v.strict&a.wishes, v.unmet&a.wishes
	return v
}

// miss notes a wish that is not met; along, that it does not keep the service out.
func (v *verdict) miss(bit wishBit, along bool) {
	v.strict |= bit
	if !along {
		v.unmet |= bit
	}
}

// admits reports a service that shuts nobody out for what they said of their age
// and gender.
func admits(f *facet, a *asked) bool {
	if a.women && f.gender == genderMen || a.men && f.gender == genderWomen {
		return false
	}
	return a.age == 0 || a.age >= f.minAge && (f.maxAge == 0 || a.age <= f.maxAge)
}

// inTime reports openings in the evening or at weekends, as asked; either will
// do when both were.
func inTime(f *facet, a *asked) bool {
	return a.evenings && f.eveningUntil >= a.today || a.weekends && f.weekendUntil >= a.today
}

// reachKm is how far, in kilometres, people are taken to travel.
const reachKm = 10

// covers says whether the person's place is among those a service is for; far
// says that it is only when distance is given up.
func (c *Catalogue) covers(f *facet, a *asked) (far, ok bool) {
	if a.away {
		return false, f.areas&a.national != 0
	}
	if f.flags&flagAreas != 0 && c.local != nil && f.areas&(a.national|a.local) == 0 && !c.among(f, c.isLocal) {
		return false, false // elsewhere altogether
	}
	if !a.placed || f.areas&(a.national|a.covering) != 0 {
		return false, true
	}
	if f.flags&flagAreas != 0 && c.among(f, func(id string) bool { return slices.Contains(a.districts, id) }) {
		return false, true
	}
	away := c.nearest2(f, a)
	switch near := away >= 0 && away <= reachKm*reachKm; {
	case near:
		return false, true
	case f.flags&flagAreas == 0:
		return away >= 0, true
	}
	return true, f.flags&flagGroup != 0
}

func (c *Catalogue) isLocal(id string) bool { return c.local[id] }

// among looks through the areas of a service that had no bit left for them.
func (c *Catalogue) among(f *facet, is func(string) bool) bool {
	return f.more > 0 && slices.ContainsFunc(c.more[f.more-1], is)
}

// welcome judges the community a service is for.
func (v *verdict) welcome(f *facet, a *asked) {
	all := f.communities | f.perhaps
	switch {
	case a.outside:
		v.fits = v.fits && f.only == 0
		if all&a.own != 0 {
			v.miss(bitCommunity, false)
		}
	case a.own == 0 || f.communities&a.own != 0:
	default:
		v.fits = v.fits && f.only == 0
		v.miss(bitCommunity, !a.onlyThese && (all == 0 || f.perhaps&a.own != 0))
	}
}

// speaks judges the languages spoken by the people of a service.
func (v *verdict) speaks(f *facet, a *asked) {
	if a.wishes&bitLanguage != 0 && !common(&f.languages, &a.languages) {
		v.miss(bitLanguage, f.flags&flagInterpreter != 0 || common(&f.perhapsSpoken, &a.languages))
	}
}

func common(x, y *[2]uint64) bool { return x[0]&y[0]|x[1]&y[1] != 0 }

// helps judges what a service is about.
func (v *verdict) helps(f *facet, a *asked) {
	if a.needs == 0 || f.needs&a.needs != 0 {
		return
	}
	group := f.flags&flagGroup != 0 && !a.sensitive && !a.outside
	company := f.needs&companyBit != 0
	switch {
	case !group || f.needs != 0 && !company:
		v.miss(bitNeed, false)
	case f.communities&a.own != 0 || f.needs == 0 && a.justTalk:
	default:
		v.miss(bitNeed, a.own == 0 && company)
	}
}

// count is how many needs a service states of those asked, three at most.
func count(f *facet, a *asked) int { return min(3, mathbits.OnesCount64(f.needs&a.needs)) }
