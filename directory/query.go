package directory

import (
	"slices"
	"time"
)

// Query is what we know when we look: the answers somebody gave. Every field
// may be empty.
type Query struct {
	Needs       []Need
	Place       *Place
	Communities []Community // those they would like to talk to
	OnlyThese   bool        // no other community
	Outside     bool        // somebody from outside their community: the community rule is off
	Language    Spoken      // spoken there
	Way         Way
	Unseen      bool // by phone and unseen, asked under "who would be easier to talk to"
	WomenOnly   bool
	MenOnly     bool
	// StrictGender leaves out what is for everyone: a filter that somebody pressed.
	// Without it such services come along behind those for women, or men, only,
	// since the helpline that is near may be one of them.
	StrictGender bool
	Age          int  // years; 0 when not said
	Someone      bool // for somebody else
	Access       []Access
	Evenings     bool // from 5 pm
	Weekends     bool
	At           time.Time
	Skip         int // matches of earlier pages
	Limit        int // 5 when 0
}

// Wish is a part of a Query that can be widened.
type Wish string

// The wishes, in the order in which they are widened.
const (
	WishTime      Wish = "time" // evenings, weekends
	WishAccess    Wish = "access"
	WishWay       Wish = "way"
	WishGender    Wish = "gender" // women only, men only
	WishDistance  Wish = "distance"
	WishCommunity Wish = "community"
	WishLanguage  Wish = "language"
	WishNeed      Wish = "need"
)

// Wishes are all wishes, in the order in which they are widened.
func Wishes() []Wish { return slices.Clone(wishes) }

// Result is what was found.
type Result struct {
	Matches []Match
	Widened []Wish // wishes that had to be given up, in order; empty when all were met
	More    int    // matches beyond this page
	// Unreachable are the communities asked for that have a local group in the
	// directory of which no checked way to reach it is known, and no local group
	// that can be reached. Lines for the whole country may be among the matches
	// all the same.
	Unreachable []Community
	// OutsideArea says that the place is not in the area: only lines for
	// everyone in the country are among the matches.
	OutsideArea bool
}

// Match is a service and why it is here.
type Match struct {
	Service  *Service
	Reasons  []Reason
	Next     *Occurrence // nil when not known
	Open     Opening
	Distance float64 // kilometres; -1 when not known
}

// ReasonKind names why a service is among the results.
type ReasonKind string

// The reasons, in the order in which they are said.
const (
	ReasonNeed      ReasonKind = "need"
	ReasonCommunity ReasonKind = "community"
	ReasonLanguage  ReasonKind = "language"
	ReasonPlace     ReasonKind = "place" // within reach, or covers where they live
	ReasonWay       ReasonKind = "way"
	ReasonGender    ReasonKind = "gender"
	ReasonAge       ReasonKind = "age"
	ReasonAccess    ReasonKind = "access"
	ReasonTime      ReasonKind = "time" // evenings or weekends, as wished
	ReasonNext      ReasonKind = "next" // a session within seven days
	ReasonOpen      ReasonKind = "open" // open now
)

// Reason is one reason, with the fact behind it.
type Reason struct {
	Kind      ReasonKind
	Need      Need
	Community Community // what the service is for, which may be an umbrella over what was asked
	Language  Spoken
	Place     string // town or district id
	Way       Way
	Gender    Gender
	Access    Access
	Next      *Occurrence
}
