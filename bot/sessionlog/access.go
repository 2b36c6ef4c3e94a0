package sessionlog

import "signpost/directory"

// Interpreter is whether one was offered.
type Interpreter string

// Whether an interpreter was offered.
const (
	Offered    Interpreter = "yes"
	NotOffered Interpreter = "no"
	WhenAsked  Interpreter = "asked" // only after asking
	NotNeeded  Interpreter = "not_needed"
)

// Interpreters are all of them, in the order in which they are offered.
var Interpreters = []Interpreter{Offered, WhenAsked, NotOffered, NotNeeded}

// Wait is how long somebody was told to wait.
type Wait string

// How long a wait can be.
const (
	WaitNone    Wait = "none" // the same day
	WaitWeek    Wait = "week" // up to a week
	WaitMonth   Wait = "month"
	WaitQuarter Wait = "quarter" // up to three months
	WaitLonger  Wait = "longer"
	WaitNotSaid Wait = "not_said"
)

// Waits are all of them, in the order in which they are offered.
var Waits = []Wait{WaitNone, WaitWeek, WaitMonth, WaitQuarter, WaitLonger, WaitNotSaid}

// Reached is what came of an enquiry.
type Reached string

// What can come of an enquiry.
const (
	GotHelp    Reached = "help"    // an appointment, or help at once
	OnList     Reached = "list"    // on a waiting list
	SentOn     Reached = "sent_on" // to somewhere else
	TurnedAway Reached = "refused"
	NoAnswer   Reached = "no_answer"
)

// Reacheds are all of them, in the order in which they are offered.
var Reacheds = []Reached{GotHelp, OnList, SentOn, TurnedAway, NoAnswer}

// Reply is what a service says to an access check.
type Reply string

// What a service can say.
const (
	ReplyMended Reply = "mended" // it is put right
	ReplyLooks  Reply = "looks"  // they look into it
	ReplyDiffer Reply = "differ" // they see it differently
	ReplyThanks Reply = "thanks" // thank you, and nothing else
)

// Replies are all of them, in the order in which they are offered.
var Replies = []Reply{ReplyMended, ReplyLooks, ReplyDiffer, ReplyThanks}

// Check is how a service received a real enquiry. It says nothing of whom the
// enquiry was for, nor of who made it.
type Check struct {
	ID          string // random
	Service     directory.ID
	Day         directory.Date // of the enquiry
	Language    directory.Spoken
	Interpreter Interpreter
	Wait        Wait
	Reached     Reached
	Reply       Reply          // "" until the service answers
	Replied     directory.Date // when
}

// Enquired keeps an access check.
type Enquired struct{ Check Check }

// Replied keeps what a service says to an access check, in place of what it said
// before.
type Replied struct {
	Check string
	Reply Reply
	Day   directory.Date
}

// Unenquired takes an access check back: it was made by mistake. Whoever asks has
// just made it, and no id of it is told to anybody else but those who answer it.
// It is stale once the service has answered.
type Unenquired struct{ Check string }

// Effect marks a change that is part of saving a turn.
func (Enquired) Effect() {}

// Effect marks a change that is part of saving a turn.
func (Unenquired) Effect() {}

// Effect marks a change that is part of saving a turn.
func (Replied) Effect() {}
