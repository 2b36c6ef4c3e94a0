package directory

// The fixed ids. They are stored, counted and sent over the wire, so they are
// never renamed. Words for them are in locales.

// Need is what help is about.
type Need string

// Community is a community somebody may feel they belong to. An umbrella
// matches what it covers.
type Community string

// Spoken is a language people speak, as a BCP 47 tag with the private ids of
// languages that have none of their own. It is not a language to read: who
// reads Traditional Chinese mostly speaks Cantonese.
type Spoken string

// Way is how help is given.
type Way string

// Access is something that makes a service usable for somebody.
type Access string

// Gender is whom a service admits.
type Gender string

// GetIn is how one comes to a service (ORUK 1.0 attending_access and what real
// feeds use).
type GetIn string

// Group sorts services by who gives them.
type Group string

// Status is the state of a listing (HSDS service.status).
type Status string

// Who gives a service.
const (
	LocalCommunity   Group = "local-community"
	Mainstream       Group = "mainstream"
	Crisis           Group = "crisis"
	NationalCultural Group = "national-cultural"
)

// States of a listing.
const (
	Active            Status = "active"
	Inactive          Status = "inactive"
	Defunct           Status = "defunct"
	TemporarilyClosed Status = "temporarily closed"
)

// Ways of giving help.
const (
	InPerson  Way = "in_person"
	ByPhone   Way = "phone"
	ByText    Way = "text"
	Online    Way = "online"
	HomeVisit Way = "home_visit"
)

// Genders a service admits.
const (
	Anyone Gender = ""
	Women  Gender = "women"
	Men    Gender = "men"
)

// Ways in.
const (
	DropIn               GetIn = "drop_in"
	RingFirst            GetIn = "ring_first"
	SelfReferral         GetIn = "self_referral"
	GPReferral           GetIn = "gp_referral"
	ProfessionalReferral GetIn = "professional_referral"
	Appointment          GetIn = "appointment"
	Membership           GetIn = "membership"
)

// Access needs.
const (
	StepFree    Access = "step_free"
	BSL         Access = "bsl"
	HearingLoop Access = "hearing_loop"
	QuietSpace  Access = "quiet_space"
	Interpreter Access = "interpreter"
	Children    Access = "children_welcome"
	EasyRead    Access = "easy_read"
	TextRelay   Access = "text_relay"
)

// Needs.
const (
	Anxiety         Need = "anxiety"
	LowMood         Need = "low_mood"
	Stress          Need = "stress"
	Sleep           Need = "sleep"
	Loneliness      Need = "loneliness"
	Bereavement     Need = "bereavement"
	Trauma          Need = "trauma"
	DomesticAbuse   Need = "domestic_abuse"
	SexualViolence  Need = "sexual_violence"
	HateCrime       Need = "hate_crime"
	AlcoholDrugs    Need = "alcohol_drugs"
	Gambling        Need = "gambling"
	Eating          Need = "eating"
	Psychosis       Need = "psychosis"
	SelfHarm        Need = "self_harm"
	Perinatal       Need = "perinatal"
	YoungPeople     Need = "young_people"
	OlderPeople     Need = "older_people"
	Memory          Need = "memory"
	Carers          Need = "carers"
	LGBTQ           Need = "lgbtq"
	LongTermIllness Need = "long_term_illness"
	BodyAches       Need = "body_aches"
	Relationships   Need = "relationships"
	Anger           Need = "anger"
	Work            Need = "work"
	Money           Need = "money"
	Housing         Need = "housing"
	Asylum          Need = "asylum"
	LanguageHelp    Need = "language_help"
	FaithWorry      Need = "faith_worry"
	JustTalk        Need = "just_talk"
)
