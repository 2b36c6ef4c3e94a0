package directory

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

// Catalogue is what ranking needs to know of each service, in about 150 bytes
// each: sets are bits, places are spots. So that a hundred thousand services can
// be looked through for every question, and only those that will be shown have
// to be read from the file.
//
// Fill it with Add, then use it from any number of goroutines.
type Catalogue struct {
	facets  []facet
	entries []entry
	spots   []spot
	areas   map[string]uint // name of an area to its bit
	more    [][]string      // areas beyond the bits, by facet.more - 1
	lost    uint64          // communities with a group that cannot be reached
	local   map[string]bool // the area's own districts; nil when not said

	settling sync.Mutex
	settled  atomic.Bool
	scratch  sync.Pool // *[]verdict
}

// entry is a service's name in the order of results, and where its facet is.
type entry struct {
	name  string
	id    ID
	facet uint32
}

// facet is what ranking knows of one service.
type facet struct {
	needs, communities, only, perhaps uint64 // communities: confirmed; admits no others; to confirm
	languages, perhapsSpoken          [2]uint64
	areas                             uint64
	eveningUntil, weekendUntil        int32 // last day of such a schedule, since 1970; noDay when there is none
	spot, more                        uint32
	spots                             uint16
	flags                             facetFlag
	minAge, maxAge                    uint8
	ways, access                      uint8
	gender, group                     uint8
}

type facetFlag uint16

const (
	flagHidden      facetFlag = 1 << iota // never a result: not Shown
	flagReachable                         // Reachable
	flagWebOnly                           // WebOnly
	flagGroup                             // given by a community group
	flagInterpreter                       // an interpreter is stated
	flagAssured                           // somebody checked it with the provider
	flagRemote                            // needs no journey, or is not known to need one
	flagAreas                             // says whom it covers
)

// spot is a place in degrees.
type spot struct{ lat, lon float32 }

// Bits of the areas that are not districts; further areas follow, and the last
// bit says that there are more of them.
const (
	areaUK = iota
	areaEngland
	areaFirst
	areaMore = 63
)

const (
	noDay   = math.MinInt32
	everDay = math.MaxInt32
)

// NewCatalogue is a catalogue of these services.
func NewCatalogue(services []*Service) *Catalogue {
	c := &Catalogue{areas: map[string]uint{UKWide: areaUK, EnglandWide: areaEngland}}
	for _, s := range services {
		c.Add(s)
	}
	c.settle()
	return c
}

// Local says which districts are the area's own. Services that cover none of
// them, nor the country, are then never found. Without it every area counts.
func (c *Catalogue) Local(districts []District) {
	c.local = map[string]bool{}
	for _, d := range districts {
		c.local[d.ID] = true
	}
}

// Len is how many services are in the catalogue, those never shown included.
func (c *Catalogue) Len() int { return len(c.entries) }

// Add puts one more service in, before the catalogue is used. A service must not
// be added twice. The service itself is not kept.
func (c *Catalogue) Add(s *Service) {
	f := facet{
		needs: bits(s.Needs, needBit), gender: place8(genders, s.Gender), group: place8(groups, s.Group),
		access: uint8(bits(s.Access, accessBit)), minAge: age8(s.MinAge), maxAge: age8(s.MaxAge),
		eveningUntil: noDay, weekendUntil: noDay, spot: uint32(len(c.spots)),
	}
	f.flags = flagsOf(s)
	f.addWelcome(s)
	f.addWays(s)
	f.addTimes(s)
	c.addAreas(&f, s)
	for _, p := range s.Places {
		f.access |= uint8(bits(p.Location.Access, accessBit))
		if at := p.Location.Point; !at.IsZero() && !s.Confidential && f.spots < math.MaxUint16 {
			c.spots = append(c.spots, spot{float32(at.Lat), float32(at.Lon)})
			f.spots++
		}
	}
	if f.flags&flagInterpreter != 0 {
		f.access |= uint8(accessBit(Interpreter))
	}
	if f.languages[1]&languageBits(SignBSL)[1]|f.languages[0]&languageBits(SignBSL)[0] != 0 {
		f.access |= uint8(accessBit(BSL))
	}
	c.entries = append(c.entries, entry{s.Name, s.ID, uint32(len(c.facets))})
	c.facets = append(c.facets, f)
	c.settled.Store(false)
}

func flagsOf(s *Service) facetFlag {
	var flags facetFlag
	set := func(on bool, flag facetFlag) {
		if on {
			flags |= flag
		}
	}
	r := s.reach()
	set(!s.Shown(), flagHidden)
	set(r != 0, flagReachable)
	set(r == reachWeb, flagWebOnly)
	set(s.communityGroup(), flagGroup)
	set(s.Interpreter || slices.Contains(s.Access, Interpreter), flagInterpreter)
	set(s.Assured != Assurance{}, flagAssured)
	set(s.remote() || len(s.Ways) == 0 && r&reachTalk != 0, flagRemote)
	set(len(s.Areas) > 0, flagAreas)
	return flags
}

// communityGroup reports a service that a community group gives.
func (s *Service) communityGroup() bool {
	return s.Group == LocalCommunity || s.Organisation.Community
}

// remote reports a service that says it is given without a journey.
func (s *Service) remote() bool {
	return slices.ContainsFunc(s.Ways, func(w Way) bool { return w.Remote() || w == HomeVisit })
}

// addWelcome notes communities and languages, the stated ones apart from those
// still to confirm.
func (f *facet) addWelcome(s *Service) {
	for _, w := range s.Communities {
		bit := communityBit(w.Community)
		if !w.Confirmed {
			f.perhaps |= bit
			continue
		}
		f.communities |= bit
		if w.Only {
			f.only |= bit
		}
	}
	for _, l := range s.Languages {
		bit, to := languageBits(l.Language), &f.languages
		if !l.Confirmed {
			to = &f.perhapsSpoken
		}
		to[0], to[1] = to[0]|bit[0], to[1]|bit[1]
	}
}

// addWays notes how help is given: as stated, by the service or one of its
// schedules. Where one may just come to an address, that is in person.
func (f *facet) addWays(s *Service) {
	f.ways = uint8(bits(s.Ways, wayBit))
	for i := range s.Schedules {
		f.ways |= uint8(wayBit(s.Schedules[i].Way))
	}
	if f.ways == 0 && slices.Contains(s.GetIn, DropIn) && s.reach()&reachPlace != 0 {
		f.ways = uint8(wayBit(InPerson))
	}
}

// eveningFrom is when the evening begins: a service that is open for an hour
// after 5 pm can be used after work.
const eveningFrom, eveningLength = 17 * 60, 60

// addTimes notes until when there are openings in the evening and at weekends.
func (f *facet) addTimes(s *Service) {
	for i := range s.Schedules {
		c := &s.Schedules[i]
		if len(c.faults("")) > 0 {
			continue
		}
		until := int32(everDay)
		if c.ValidTo != "" {
			until = dayNumber(c.ValidTo)
		}
		closes := int(c.Opens) + int(c.length()/time.Minute)
		if closes-max(int(c.Opens), eveningFrom) >= eveningLength {
			f.eveningUntil = max(f.eveningUntil, until)
		}
		if c.weekend() {
			f.weekendUntil = max(f.weekendUntil, until)
		}
	}
}

// weekend reports a rule that gives Saturdays or Sundays by name.
func (c *Schedule) weekend() bool {
	if len(c.ByDay)+len(c.ByMonthDay) == 0 && c.Freq == Weekly {
		d := c.Start.day().Weekday()
		return d == time.Saturday || d == time.Sunday
	}
	return slices.ContainsFunc(c.ByDay, func(d DayRule) bool { return d.Day == time.Saturday || d.Day == time.Sunday })
}

// dayNumber counts days since 1970.
func dayNumber(d Date) int32 { return int32(d.day().Unix() / (24 * 60 * 60)) }

// addAreas notes whom a service covers.
func (c *Catalogue) addAreas(f *facet, s *Service) {
	for _, a := range s.Areas {
		bit, ok := c.areas[a.ID]
		if !ok && len(c.areas) < areaMore {
			bit, ok = uint(len(c.areas)), true
			c.areas[a.ID] = bit
		}
		if ok {
			f.areas |= 1 << bit
			continue
		}
		if f.areas&(1<<areaMore) == 0 {
			f.areas |= 1 << areaMore
			c.more = append(c.more, nil)
			f.more = uint32(len(c.more))
		}
		c.more[f.more-1] = append(c.more[f.more-1], a.ID)
	}
}

// settle puts the services in the order of ties, name then id, so that ranking
// can compare places in a list instead of names.
func (c *Catalogue) settle() {
	if c.settled.Load() {
		return
	}
	c.settling.Lock()
	defer c.settling.Unlock()
	if c.settled.Load() {
		return
	}
	slices.SortFunc(c.entries, func(a, b entry) int {
		return cmp.Or(strings.Compare(a.name, b.name), cmp.Compare(a.id, b.id))
	})
	sorted, spots := make([]facet, len(c.facets)), make([]spot, 0, len(c.spots))
	for i := range c.entries {
		f := c.facets[c.entries[i].facet]
		from := f.spot // spots in the order of facets are read without jumps
		f.spot = uint32(len(spots))
		spots = append(spots, c.spots[from:from+uint32(f.spots)]...)
		sorted[i], c.entries[i].facet = f, uint32(i)
		if f.flags&(flagHidden|flagReachable|flagGroup) == flagGroup {
			c.lost |= f.communities
		}
	}
	c.facets, c.spots = sorted, spots
	c.settled.Store(true)
}
