package sessionlog

import (
	"time"

	"signpost/bot/people"
	"signpost/directory"
)

// KeepDraft keeps what the person of the turn has begun to enter of a session, in
// place of what was kept of it before.
type KeepDraft struct{ Log Log }

// DropDraft forgets it.
type DropDraft struct{ Occurrence Occurrence }

// Save keeps a log by the person of the turn and drops their draft of it. One with
// a Version above 0 corrects that version; what it was before goes into the
// history. It is stale when there is a log of the same session already and Second
// does not say why there are two, when that version is no longer the newest, or
// when it may not be corrected any more.
type Save struct{ Log Log }

// Undo takes a log back, by its author or an admin of its group. The history keeps
// it.
type Undo struct {
	Log     string
	Version int
}

// County adds to the county's monthly count of what is in no log, and to nothing
// else: no session, no group, no author, no day.
type County struct {
	Need   directory.Need // one of the sensitive ones; "" with Urgent
	Urgent bool           // urgent help was given
}

// Reminded notes that the first aiders of a session were reminded to log it, the
// first or the second time, so that it is never done twice.
type Reminded struct {
	Occurrence Occurrence
	Times      int
}

// Effect marks a change that is part of saving a turn.
func (KeepDraft) Effect() {}

// Effect marks a change that is part of saving a turn.
func (DropDraft) Effect() {}

// Effect marks a change that is part of saving a turn.
func (Save) Effect() {}

// Effect marks a change that is part of saving a turn.
func (Undo) Effect() {}

// Effect marks a change that is part of saving a turn.
func (County) Effect() {}

// Effect marks a change that is part of saving a turn.
func (Reminded) Effect() {}

// To is whom a word that somebody is worried goes to.
type To string

// Whom a word can go to.
const (
	ToLead    To = "lead"    // the safeguarding leads of the sender's group
	ToOutside To = "outside" // the scheme's office: somebody outside the group
)

// Word says, without any name, that a first aider is worried about somebody and
// wants to talk. It is gone a day after it was seen, and a week after it was sent
// when nobody sees it.
type Word struct {
	ID     string // random
	Group  string // "" for one that goes outside the group
	To     To
	Sender string // the id of the person who sent it; it is told to nobody
	At     time.Time
	Seen   bool        // it stays, for its sender to see
	SeenBy people.Role // as what it was seen: whom its sender may ring now
	Late   bool        // the sender and the office were told that nobody has seen it
}

// WordLife is how long a word may be unseen before its sender and the office are
// told.
const WordLife = 2 * time.Hour

// Worry keeps a word by the person of the turn until it is seen.
type Worry struct{ Word Word }

// SeeWord notes that a word was seen, and as what. It is stale when it was before.
type SeeWord struct {
	Word string
	Role people.Role
}

// LateWord notes that it was told that nobody has seen a word.
type LateWord struct{ Word string }

// Effect marks a change that is part of saving a turn.
func (Worry) Effect() {}

// Effect marks a change that is part of saving a turn.
func (SeeWord) Effect() {}

// Effect marks a change that is part of saving a turn.
func (LateWord) Effect() {}
