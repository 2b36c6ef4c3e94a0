package directory

// How the results come about, in one page.
//
// Never among the results is a service that is not active, is known from general
// knowledge only (Mark C), is for a crisis (that is the urgent card's), gives no
// way to get hold of it, admits only the other gender or another age, admits
// only a community that was not asked for, or does not cover the place: it must
// name the person's district, or the country, or have a place within 10 km, or
// not say whom it covers. For somebody outside the area only lines for the whole
// country are left. A field that was not said shuts nobody out.
//
// Then the wishes. A service meets
//
//	time       with an opening in the evening (an hour after 5 pm) or at the weekend
//	access     with everything that was asked for
//	way        given by telephone, online ...; "unseen" is by telephone or text
//	gender     if it admits women, or men, only, as asked
//	distance   unless it says no area and is further than 10 km, or it is a community
//	           group of another district, which would not turn anybody away
//	community  if it is confirmed to be for one asked for, or for its umbrella;
//	           with "outside my community": if it is not for one of those named
//	language   if it is confirmed that people there speak it
//	need       if it states one of those asked for. A community group that is there
//	           to talk, or does not say, meets any need of its own community's people
//	           that is not sensitive: the reason is then the community, never the need
//
// If nothing meets them all, one wish is given up after the other, in that order,
// until something does. Those given up on the way that were not in the way are
// then taken back, so that what is said to have been given up really had to be.
//
// Four kinds come along though they miss a wish, without stopping the search:
// services for everyone, beside those of one's community (not with "only these");
// those for everyone, beside those for women only or men only (unless the list was
// narrowed to these by hand);
// those that state an interpreter, or a language or community still to confirm;
// and, when no community was asked for, community groups that are there to talk.
//
// The order is, first: for nobody else's community; more than a website; within
// 10 km, or without a journey. Then by points:
//
//	8  a need it states of those asked, and 4 for a second and a third
//	8  for a community asked for (+1 if for just that one); 1 if still to confirm
//	6  the language spoken; 2 an interpreter; 1 still to confirm
//	6  for women, or men, only, as asked
//	3  each of time, access and way that it meets
//	3  within 3 km, 2 within 10 km; and 3 for naming the district it covers
//	2  for carers, when somebody asks for somebody else
//	1  given by a community group; 1 checked with the provider
//	-2 each of gender, age and community that it is limited to and nobody mentioned
//	-1 for certain communities, when none was asked for
//	-3 for a certain community, when somebody asks for one outside their own
//
// Equal ones stand by name. Among the first twenty, equal ones stand by their
// next session or opening instead, the sooner first: only these are read whole.
//
// At last the first page: of those that fit it has at least one for each community
// asked for, even if it can be reached by its website only; one community group (or
// else a national service for a community); and one mainstream service. The best
// one takes the last place if none is there by itself. With "outside my community"
// only the mainstream one is seen to.
//
// Beside the results stand the communities asked for that have a local group of
// which no way to reach it is known, and none that can be reached: people will have
// heard of it. A line for the whole country is no local group.

// The points of the page above.
const (
	pointsNeed         = 8
	pointsMoreNeeds    = 4
	pointsCommunity    = 8
	pointsJustThat     = 1
	pointsLanguage     = 6
	pointsInterpreter  = 2
	pointsGender       = 6
	pointsWish         = 3
	pointsVeryNear     = 3
	pointsNear         = 2
	pointsCovers       = 3
	pointsCarers       = 2
	pointsGroup        = 1
	pointsAssured      = 1
	pointsPerhaps      = 1
	pointsLimited      = -2
	pointsNotAsked     = -1
	pointsNotOutside   = -3
	veryNearKm         = 3
	pointsLeast        = 3*pointsLimited + pointsNotAsked + pointsNotOutside // so that no key is below nought
	youngest, oldestAt = 25, 50                                              // ages that make a service one for the young, the old
)

// Needs that ranking looks at for each service.
var (
	carersBit  = needBit(Carers)
	youngBit   = needBit(YoungPeople)
	oldBit     = needBit(OlderPeople)
	companyBit = needBit(JustTalk) | needBit(Loneliness)
)

// rank is a service's place in the order: the tiers above the points.
type rank uint32

const (
	rankReach rank = 1 << (16 + iota)
	rankNotWeb
	rankNotOthers
)

// rank is how well a service fits, of those that fit.
func (c *Catalogue) rank(f *facet, a *asked, v verdict) rank {
	r, p := rank(0), -pointsLeast
	km := c.nearest(f, a)
	if !others(f, a) {
		r |= rankNotOthers
	}
	if f.flags&flagWebOnly == 0 {
		r |= rankNotWeb
	}
	if km <= reachKm || f.flags&flagRemote != 0 {
		r |= rankReach
	}
	if n := count(f, a); n > 0 {
		p += pointsNeed + (n-1)*pointsMoreNeeds
	}
	p += pointsOfPeople(f, a)
	for _, bit := range [...]wishBit{bitTime, bitAccess, bitWay} {
		p += when(a.wishes&bit != 0 && v.strict&bit == 0, pointsWish)
	}
	switch {
	case km < 0:
	case km <= veryNearKm:
		p += pointsVeryNear
	case km <= reachKm:
		p += pointsNear
	}
	p += when(f.areas&a.covering != 0, pointsCovers)
	p += when(a.someone && f.needs&carersBit != 0, pointsCarers)
	p += when(f.flags&flagAssured != 0, pointsAssured)
	return r | rank(p)
}

// pointsOfPeople are the points for who is there and whom they expect.
func pointsOfPeople(f *facet, a *asked) (p int) {
	switch own := f.communities & a.own; {
	case a.outside:
		p += when(f.communities|f.perhaps != 0, pointsNotOutside)
	case own != 0:
		p += pointsCommunity + when(own&a.exact != 0, pointsJustThat)
	case a.own == 0:
		p += when(f.communities|f.perhaps != 0, pointsNotAsked)
	default:
		p += when(f.perhaps&a.own != 0, pointsPerhaps)
	}
	p += when(f.flags&flagGroup != 0 && !a.outside, pointsGroup)
	p += when(f.only != 0 && f.only&a.own == 0, pointsLimited)
	if a.wishes&bitLanguage != 0 {
		switch {
		case common(&f.languages, &a.languages):
			p += pointsLanguage
		case f.flags&flagInterpreter != 0:
			p += pointsInterpreter
		default:
			p += when(common(&f.perhapsSpoken, &a.languages), pointsPerhaps)
		}
	}
	switch {
	case f.gender != genderWomen && f.gender != genderMen:
	case a.women || a.men: // the other gender's are excluded
		p += pointsGender
	default:
		p += pointsLimited
	}
	young := f.maxAge > 0 && f.maxAge <= youngest && a.needs&youngBit == 0
	old := f.minAge >= oldestAt && a.needs&oldBit == 0
	return p + when(a.age == 0 && (young || old), pointsLimited)
}

// others reports a service for communities that were not asked for, when some
// were.
func others(f *facet, a *asked) bool {
	all := f.communities | f.perhaps
	return !a.outside && a.own != 0 && all != 0 && all&a.own == 0
}

func when(is bool, points int) int {
	if is {
		return points
	}
	return 0
}
