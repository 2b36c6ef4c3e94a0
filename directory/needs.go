package directory

import "slices"

// needs is every need. A place in this list is a bit in the catalogue, so there
// may be 64 at most.
var needs = []Need{
	Anxiety, LowMood, Stress, Sleep, Loneliness, Bereavement, Trauma, DomesticAbuse,
	SexualViolence, HateCrime, AlcoholDrugs, Gambling, Eating, Psychosis, SelfHarm, Perinatal,
	YoungPeople, OlderPeople, Memory, Carers, LGBTQ, LongTermIllness, BodyAches, Relationships,
	Anger, Work, Money, Housing, Asylum, LanguageHelp, FaithWorry, JustTalk,
}

// sensitive are the needs that could harm somebody if it were known who asked:
// they are counted for the whole county only and are never in a session log.
var sensitive = []Need{DomesticAbuse, SexualViolence, LGBTQ, Psychosis, SelfHarm, AlcoholDrugs, Asylum}

var (
	ways         = []Way{InPerson, ByPhone, ByText, Online, HomeVisit}
	accesses     = []Access{StepFree, BSL, HearingLoop, QuietSpace, Interpreter, Children, EasyRead, TextRelay}
	genders      = []Gender{Anyone, Women, Men}
	waysIn       = []GetIn{DropIn, RingFirst, SelfReferral, GPReferral, ProfessionalReferral, Appointment, Membership}
	groups       = []Group{LocalCommunity, Mainstream, Crisis, NationalCultural}
	statuses     = []Status{Active, Inactive, Defunct, TemporarilyClosed}
	marks        = []Mark{MarkA, MarkB, MarkC}
	translatable = []string{"name", "description", "eligibility", "how_to_reach", "hours"}
)

// Needs is every need, in the order of the vocabulary.
func Needs() []Need { return slices.Clone(needs) }

// Ways is every way of giving help.
func Ways() []Way { return slices.Clone(ways) }

// Accesses is everything that makes a service usable for somebody.
func Accesses() []Access { return slices.Clone(accesses) }

// WaysIn is every way to come to a service.
func WaysIn() []GetIn { return slices.Clone(waysIn) }

// Groups is who gives services.
func Groups() []Group { return slices.Clone(groups) }

// Statuses is every state of a listing.
func Statuses() []Status { return slices.Clone(statuses) }

// SensitiveNeeds are the needs that are counted for the whole county only.
func SensitiveNeeds() []Need { return slices.Clone(sensitive) }

// Valid reports whether n is one of Needs.
func (n Need) Valid() bool { return slices.Contains(needs, n) }

// Sensitive reports whether n is one of SensitiveNeeds.
func (n Need) Sensitive() bool { return slices.Contains(sensitive, n) }

// Valid reports whether w is one of Ways.
func (w Way) Valid() bool { return slices.Contains(ways, w) }

// Remote reports a way that needs no journey: telephone, text, online.
func (w Way) Remote() bool { return w == ByPhone || w == ByText || w == Online }

// Valid reports whether a is one of Accesses.
func (a Access) Valid() bool { return slices.Contains(accesses, a) }

// Valid reports whether g is a gender a service may admit; Anyone is one.
func (g Gender) Valid() bool { return slices.Contains(genders, g) }

// Valid reports whether g is one of WaysIn.
func (g GetIn) Valid() bool { return slices.Contains(waysIn, g) }

// Valid reports whether g is one of Groups.
func (g Group) Valid() bool { return slices.Contains(groups, g) }

// Valid reports whether s is one of Statuses.
func (s Status) Valid() bool { return slices.Contains(statuses, s) }

// Valid reports whether m is a mark; "" (not marked) is not one.
func (m Mark) Valid() bool { return slices.Contains(marks, m) }
