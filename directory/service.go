// Package directory is what services are: who offers what, for whom, where
// and when, and which of them fit what somebody asked for.
//
// It is the domain and nothing else: no database, no wire format, no chat. Its
// words are those of the Human Services Data Specification (HSDS 3.1), with
// what that standard lacks beside them: closures, how one gets in, which facts
// were never stated, and where each came from.
package directory

import (
	"encoding/json"
	"slices"
	"time"
)

// Organisation provides services. A community group is one.
type Organisation struct {
	ID          ID
	Name        string
	Description string
	Email       string
	Website     string
	Community   bool // takes part in the scheme as a community group
	Identifiers []Identifier
	Origin      Origin
	Extra       json.RawMessage `json:",omitempty"` // what a feed said that we have no field for
}

// Identifier is an organisation's number in a public register, by which two
// sources can be seen to mean the same one (HSDS organization_identifier).
type Identifier struct {
	Scheme     string // prefix of the register at org-id.guide: "GB-CHC", "GB-COH"; "" when not known
	Type       string // the register's own name for it: "Charity number"
	Identifier string // the number as the register writes it
}

// Service is one offer of help.
//
// A field that is empty means "not said", never "no". What a source gave as a
// default or as something still to confirm is either left out or carries
// Confirmed false: it may be shown with a question mark, and is never a reason.
type Service struct {
	ID           ID
	Organisation Organisation
	Name         string
	Description  string // one plain sentence
	Kind         string // the source's own word: "drop-in", "helpline", "talking-therapy"
	Group        Group
	Status       Status
	Alert        string // a short notice to show on top

	Needs       []Need
	Communities []Welcome
	Languages   []Speaks // spoken by people there, never by an interpreter
	Interpreter bool     // the source states that one can be had
	Ways        []Way
	GetIn       []GetIn
	HowToReach  string // how one gets in, in the provider's words

	Gender      Gender // whom it admits; "" when it admits anyone or nothing was said
	MinAge      int    // whole years; 0 when there is none
	MaxAge      int    // whole years, inclusive; 0 when there is none
	Eligibility string
	Cost        Cost
	Access      []Access

	Phones   []Phone
	Contacts []Contact // who answers, beside the service's own line
	Email    string    // the service's own
	Website  string

	Places       []ServiceAtLocation
	Confidential bool   // has no address to show: a refuge, a private home
	Areas        []Area // whom it covers; empty when not said

	Schedules  []Schedule
	Exceptions []Exception
	Hours      string // opening times in prose, as stated

	Origin       Origin
	Assured      Assurance
	Translations []Translation
	Example      bool  // invented, shown only in demo and tests
	Version      int64 // grows with each change; set by the store

	// Doubts are why it must not be taken for certain now. They are kept beside the
	// listing and are no content of it.
	Doubts []Doubt `json:",omitempty"`

	// Voices are what the group has recorded, a language each. They too are kept
	// beside the listing.
	Voices []Voice `json:"-"`

	// Modified is when the source last changed the listing, as the source says it
	// (UTC, to the millisecond). A source that does not say leaves it zero, and an
	// import then sets its own time; so does one that withdraws a listing or
	// brings it back. It is no content: a listing in which only Modified differs
	// is unchanged.
	Modified time.Time
	Extra    json.RawMessage `json:",omitempty"`
}

// Shown reports a listing that the public may see as an answer: it is active,
// somebody stated it (a Mark C is general knowledge that nobody did), and it is
// not for a crisis. The crisis numbers are compiled in and shown by the urgent
// card only: a line that nobody has signed off must not turn up as an ordinary
// answer, and a person in danger must not have to look through answers.
//
// Nor is it an office that supports voluntary groups and states no need it helps
// a person with, nor one that its group has not confirmed for long.
//
// A listing that is shown may still not be Reachable.
func (s *Service) Shown() bool {
	forGroups := s.Kind == supportsGroups && len(s.Needs) == 0
	return s.Status == Active && s.Origin.Mark != MarkC && s.Group != Crisis && !forGroups && !Hidden.In(s)
}

// WithoutPlaces is a copy that says nowhere where the service is: no places, and no
// times or exceptions that name one.
func (s *Service) WithoutPlaces() *Service {
	out := *s
	out.Places = nil
	out.Schedules = slices.Clone(s.Schedules)
	for i := range out.Schedules {
		out.Schedules[i].Place = ""
	}
	out.Exceptions = slices.Clone(s.Exceptions)
	for i := range out.Exceptions {
		out.Exceptions[i].Place = ""
	}
	return &out
}

// KindSafeguarding is the Kind of a council's front door, where one says that an
// adult or a child is being harmed.
const KindSafeguarding = "safeguarding"

// supportsGroups is the Kind of an office that helps voluntary groups.
const supportsGroups = "vcs-infrastructure"

// Welcome says for which community a service is.
type Welcome struct {
	Community Community
	Only      bool // it admits nobody else
	Confirmed bool
}

// Speaks says that people at a service speak a language.
type Speaks struct {
	Language  Spoken
	Confirmed bool
}

// Phone is a number one can ring or write to, as the provider writes it.
type Phone struct {
	ID      ID
	Number  string
	Label   string // which line this is, "" for the main one
	Text    bool   // for text messages; Label says what to send
	Contact ID     // of the service's Contacts; "" for the service's own line
	Mark    Mark
}

// Contact is who answers at a service, by role. It has no name: a listing
// outlives whoever holds the post, and what is published of a person is theirs
// to decide. At least one of Title and Email is set.
type Contact struct {
	ID    ID
	Title string // the role or the department: "Reception", "Welfare rights team"
	Email string // of the role
}

// ServiceAtLocation joins a service and a place it is given at.
type ServiceAtLocation struct {
	ID       ID
	Location Location
}

// Location is where a service is given. Only places that are public are here.
type Location struct {
	ID      ID
	Name    string
	Address Address
	Point   Point    // zero when not known
	Exact   bool     // Point is the door itself, not the middle of a postcode district
	Access  []Access // what this building offers
	Note    string   // how to find it, what the door says
}

// Address is a postal address in the United Kingdom.
type Address struct {
	Line     string // house and street
	Town     string
	Postcode string
}

// Point is a spot on the map in degrees (WGS 84). The zero Point is unknown.
type Point struct{ Lat, Lon float64 }

// Area is where the people live for whom a service is.
type Area struct {
	ID   string // a district id of the area, or UKWide, EnglandWide, or a name of a place elsewhere
	Name string
	URI  string // ONS code as a URI, when known
}

// Areas that are not districts.
const (
	UKWide      = "uk-wide"
	EnglandWide = "england-wide"
)

// Cost says what help costs. The zero Cost was not said.
type Cost struct {
	Free bool
	Note string // as stated
}

// Origin says where a record came from. It is shown with every service.
//
// Owner, Source and SourceID may be left empty in what is imported: the import
// fills them with the source's name and the record's own id, so that every
// record that is read back has all three.
type Origin struct {
	Owner    string // who may change it: the name of a source ("derbyshire") or a group's id
	Source   string // name of the source, such as "derbyshire"
	SourceID string // its id there
	URL      string
	Label    string // where it was stated, when that has no address
	Date     string // as the source gives it: "2026", "2024-12", "2024-12-01"
	Mark     Mark   // how far the main way to reach it can be trusted
}

// Mark is the confidence in a fact. C is never shown to the public.
type Mark string

// The marks of the facts.
const (
	MarkA Mark = "A" // stated on the provider's own current page
	MarkB Mark = "B" // stated on an older page or by someone else
	MarkC Mark = "C" // general knowledge; not imported
)

// Assurance says that somebody checked a listing with its provider. The zero
// Assurance means that nobody has: "not yet checked with them".
type Assurance struct {
	On   Date
	Role string // a role, never a name
}

// Translation is one field of a listing in another language.
type Translation struct {
	Field    string // "name", "description", "eligibility", "how_to_reach", "hours"
	Language string // BCP 47
	Text     string
	Hash     string // of the English text it was made from
	Machine  bool
	Reviewed Assurance
}
