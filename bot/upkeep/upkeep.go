// Package upkeep is how listings are kept true: changes that wait for a second
// person, what members report, the question "is this still right?" and what
// follows when nobody answers it, and the record of who changed what.
//
// It decides and keeps nothing itself: its effects are saved with the turn.
package upkeep

import (
	"time"

	"signpost/bot/people"
	"signpost/directory"
)

// ProposalState is where a proposal stands.
type ProposalState string

// The states of a proposal.
const (
	Waiting   ProposalState = "waiting"
	Approved  ProposalState = "approved"
	SentBack  ProposalState = "sent_back"
	Withdrawn ProposalState = "withdrawn" // by who made it, or because something newer came in its place
)

// Proposal is a change that waits for a second person.
type Proposal struct {
	ID     string
	Change directory.Change
	Name   string // of the listing, as it was then
	Group  string // on whose behalf
	By     string // the id of the person who made it: never the one who approves it
	Role   people.Role
	Day    directory.Date
	State  ProposalState
	Reason string // why it was sent back, one of a few words: "unclear", "wrong_number", "not_ours", "talk"
}

// Wrong is what somebody says is wrong with a listing.
type Wrong string

// What can be wrong. Unwelcome goes to the coordinator alone, without a day.
const (
	WrongNumber   Wrong = "number"
	WrongClosed   Wrong = "closed"
	WrongMoved    Wrong = "moved"
	WrongLanguage Wrong = "language"
	WrongNotFound Wrong = "not_found"
	WrongOther    Wrong = "other"
	Unwelcome     Wrong = "unwelcome"
)

// Wrongs are all of them, in the order in which they are offered.
var Wrongs = []Wrong{WrongNumber, WrongClosed, WrongMoved, WrongLanguage, WrongNotFound, WrongOther, Unwelcome}

// Factual reports a fault that the group is told of and the card shows.
func (w Wrong) Factual() bool { return w != Unwelcome }

// AnsweredBy reports whether a change of a field is an answer to what was said to be
// wrong. What was not found, and what is of no kind, only a look at the whole listing
// answers.
func (w Wrong) AnsweredBy(f directory.Field) bool {
	switch w {
	case WrongNumber:
		return f == directory.FieldPhones
	case WrongClosed:
		return f == directory.FieldStatus || f == directory.FieldSchedules || f == directory.FieldExceptions || f == directory.FieldHours
	case WrongMoved:
		return f == directory.FieldPlaces
	case WrongLanguage:
		return f == directory.FieldLanguages
	}
	return false
}

// Report says that something is wrong with a listing. Whoever reported is only
// known while they wait for the outcome.
type Report struct {
	ID      string
	Service directory.ID
	Group   string
	Wrong   Wrong
	Day     directory.Date // "" for Unwelcome
	Open    bool
	Waits   bool // somebody wants to hear the outcome
}

// Entry is one line of the record of changes. It holds nothing of members.
type Entry struct {
	Day     directory.Date
	Role    people.Role
	Group   string
	Person  string // the id of who did it; "" for the program
	What    string // "edited", "created", "confirmed", "approved", "sent_back", "invited", "hat_taken", "hidden" ...
	Service directory.ID
	Field   directory.Field
	Before  string // JSON of the field; "" where there is none
	After   string
}

// Propose keeps a change until a second person decides. One of the same service
// and field that waits is withdrawn.
type Propose struct{ Proposal Proposal }

// Decide ends a proposal. It is refused to the person who made it.
type Decide struct {
	Proposal string
	State    ProposalState
	Reason   string
}

// Reported keeps a report; with Waits the chat of the turn hears the outcome.
type Reported struct{ Report Report }

// WaitFor lets the chat of the turn hear what becomes of a report that it made.
// One that is settled by then is not waited for.
type WaitFor struct{ Report string }

// Stands keeps how listings stand, for the month in which it is saved.
type Stands struct{ Standings []directory.Standing }

// Settle ends the open reports of a service, and tells who waits for the outcome.
// With nobody waiting the reporter is forgotten already.
type Settle struct {
	Service directory.ID
	Wrongs  []Wrong // nil for all
}

// Silence forgets where doors have the sound of a recording that is no more.
type Silence struct{ Recording string }

// Effect marks a change that is part of saving a turn.
func (Silence) Effect() {}

// Record writes down what was done, by the person of the turn.
type Record struct{ Entry Entry }

// Effect marks a change that is part of saving a turn.
func (Propose) Effect() {}

// Effect marks a change that is part of saving a turn.
func (Decide) Effect() {}

// Effect marks a change that is part of saving a turn.
func (Reported) Effect() {}

// Effect marks a change that is part of saving a turn.
func (WaitFor) Effect() {}

// Effect marks a change that is part of saving a turn.
func (Stands) Effect() {}

// Effect marks a change that is part of saving a turn.
func (Settle) Effect() {}

// Effect marks a change that is part of saving a turn.
func (Record) Effect() {}

// Question is where a listing stands in being asked after. The zero Question is
// of one that no admin has confirmed: it can't go stale.
type Question struct {
	Service   directory.ID
	Group     string
	Confirmed directory.Date // when an admin last said that it is right; "" for never
	Asked     time.Time      // when the question was delivered; zero when none was
	Stage     Stage
	Since     time.Time      // when it came to the stage
	Away      directory.Date // until when nobody is asked
}

// Stage is how far a question that nobody answers has gone.
type Stage int

// The stages, in their order.
const (
	NotAsked    Stage = iota
	AskedFirst        // one admin was asked
	AskedSecond       // the other admins too
	ToldOffice        // the coordinator too
	RingFirst         // the card says "ring first"
	NotShown          // the card says only whom to ask
)

// StillRight is the answer to the question: the listing is right, as of the day.
type StillRight struct {
	Service directory.ID
	Group   string
	Day     directory.Date
}

// TimeHeld is what a logged session says: its time was right, on the day. It
// answers the question after a listing that an admin has once confirmed, and makes
// none of one that nobody did.
type TimeHeld struct {
	Service directory.ID
	Day     directory.Date
}

// Effect marks a change that is part of saving a turn.
func (TimeHeld) Effect() {}

// AwayUntil puts the questions about a group's listings off.
type AwayUntil struct {
	Group string
	Day   directory.Date
}

// Moved keeps where a question stands.
type Moved struct{ Question Question }

// Effect marks a change that is part of saving a turn.
func (StillRight) Effect() {}

// Effect marks a change that is part of saving a turn.
func (AwayUntil) Effect() {}

// Effect marks a change that is part of saving a turn.
func (Moved) Effect() {}
