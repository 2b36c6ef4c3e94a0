package people

import "time"

// InvitationLife is how long an invitation can be used.
const InvitationLife = 7 * 24 * time.Hour

// InvitationState is where an invitation stands.
type InvitationState string

// The states of an invitation. One that is none of them can't be used: whoever
// comes with it is told the same whatever the reason.
const (
	Open     InvitationState = "open"     // nobody has used it
	Bound    InvitationState = "bound"    // somebody has, and whoever invited has not yet compared the digits
	Accepted InvitationState = "accepted" // the hat is on
)

// Invitation is a one-time way to a hat.
type Invitation struct {
	ID     string // to speak of it; says nothing of the code
	Hat    Hat
	Label  string // what whoever invites calls the one who is invited
	By     string // the id of the person who invites; "" for the command line
	State  InvitationState
	Person string // the id of whoever used it, once it is bound
	Digits string // what both sides compare, once it is bound
	Ends   time.Time
}

// Invite makes an invitation by the person of the turn. Only a hash of Code is
// kept.
type Invite struct {
	ID    string
	Code  string // 128 random bits, as NewCode writes them
	Hat   Hat
	Label string
}

// Bind uses an invitation: it now belongs to the person of the turn, who is made
// when they were nobody, and nobody else can use it. An invitation of the command
// line puts the hat on at once.
type Bind struct {
	Code     string
	Person   string // the id of the person, if they are new
	Digits   string
	Language string // in which they are told things
}

// Confirm puts the hat of a bound invitation on, after the digits were compared.
type Confirm struct{ Invitation string }

// Revoke ends an invitation that is not accepted.
type Revoke struct{ Invitation string }

// TakeOff takes a hat away. A person without a hat is forgotten.
type TakeOff struct {
	Person string
	Hat    Hat
}

// OpenDoor makes a code with which the person of the turn can come in by another
// door, within DoorLife. A new one replaces the one before.
type OpenDoor struct{ Code string }

// JoinDoor joins the door of the turn to the person who made the code. It can be
// used once.
type JoinDoor struct{ Code string }

// DoorLife is how long the code of OpenDoor can be used.
const DoorLife = 15 * time.Minute

// LeaveDoor makes the door of the turn lead to nobody: a browser forgets who sat
// before it. The person goes with their last door.
type LeaveDoor struct{}

// BrowserLife is how long after its last use a browser still knows who wears a
// hat: others may sit before it later.
const BrowserLife = 12 * time.Hour

// Effect marks a change that is part of saving a turn.
func (LeaveDoor) Effect() {}

// Effect marks a change that is part of saving a turn.
func (Invite) Effect() {}

// Effect marks a change that is part of saving a turn.
func (Bind) Effect() {}

// Effect marks a change that is part of saving a turn.
func (Confirm) Effect() {}

// Effect marks a change that is part of saving a turn.
func (Revoke) Effect() {}

// Effect marks a change that is part of saving a turn.
func (TakeOff) Effect() {}

// Effect marks a change that is part of saving a turn.
func (OpenDoor) Effect() {}

// Effect marks a change that is part of saving a turn.
func (JoinDoor) Effect() {}
