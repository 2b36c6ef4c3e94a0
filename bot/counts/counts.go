// Package counts is the evidence: what is counted, never who. An Entry is one
// thing that happened; a Tally is how often it did in a month.
package counts

import "strings"

// Kind is what happened.
type Kind string

// The way through the bot.
const (
	Opened         Kind = "opened"
	LanguageChosen Kind = "language_chosen"
	Asked          Kind = "asked" // looked for help; the fields say for what
	Found          Kind = "found" // was shown results
	Unmet          Kind = "unmet" // a wish could not be met; Outcome says which
	CardOpened     Kind = "card"
	ContactShown   Kind = "contact"    // was shown a number or an address
	NotForMe       Kind = "not_for_me" // turned a card down; Outcome says why
	UrgentShown    Kind = "urgent"     // a county total: every other field is empty
	GuideOpened    Kind = "guide"

	// AtSession is what first aiders met at sessions and is in no log: a county
	// total of a sensitive need, or of urgent help as its Outcome. Every other
	// field is empty.
	AtSession Kind = "at_session"
)

// Urgent is the Outcome of AtSession for urgent help that was given.
const Urgent = "urgent"

// Entry is one cell that is counted once in a conversation. It says what was
// asked for, never who asked. Fields that don't belong to a Kind are empty.
type Entry struct {
	Kind      Kind
	Need      string // a need id
	District  string // a district id, "outside" or ""
	Language  string // a spoken language that was asked for, or the menu language with LanguageChosen
	Community string // a community that was asked for, "outside_community" or ""
	Way       string
	Time      string // "evenings", "weekends" or ""
	Outcome   string // with Unmet: the wish that was widened, or "nothing"
	Door      string
	Poster    string // which poster or leaflet led here: a short code of the deep link
}

// Cell names the cell of an Entry: two entries with the same Cell are the same
// thing, which a conversation counts once.
func (e Entry) Cell() string {
	return strings.Join([]string{
		string(e.Kind), e.Need, e.District, e.Language, e.Community,
		e.Way, e.Time, e.Outcome, e.Door, e.Poster,
	}, "|")
}
