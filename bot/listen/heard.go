package listen

import "signpost/directory"

// Level is what an answer must do. It is not a score and is never stored.
type Level string

// The levels.
const (
	None   Level = ""
	Gentle Level = "gentle" // one warm line with a number, and the way goes on
	Danger Level = "crisis" // the card, before anything else
)

// Kind is what sort of danger the words speak of. It chooses the order and the
// words of the card, and is forgotten with the message.
type Kind string

// The kinds, as SAFETY.md 3.1 and the safeguarding guidance name them.
const (
	Suicide        Kind = "suicide"         // wants to die, plans to
	Passive        Kind = "passive"         // would rather not be alive
	SelfHarm       Kind = "self_harm"       // hurts their own body
	Overdose       Kind = "overdose"        // has taken something: 999 first
	Abuse          Kind = "abuse"           // somebody hurts, threatens or rules them at home
	ForcedMarriage Kind = "forced_marriage" // and what is done in the name of honour
	SexualViolence Kind = "sexual_violence"
	InDanger       Kind = "danger" // afraid for their life now, followed, locked in
	Child          Kind = "child"  // a child is hurt or in danger, or the writer is a child
	HarmToOthers   Kind = "harm_to_others"
	Voices         Kind = "voices"       // voices that tell them to do harm
	Exploitation   Kind = "exploitation" // made to work or to sell themselves, papers taken
	ThirdPerson    Kind = "third_person" // it is about somebody else
)

// kinds is every kind, the most pressing first.
var kinds = []Kind{
	Overdose, InDanger, Suicide, HarmToOthers, Voices, Child, Abuse, ForcedMarriage,
	SexualViolence, Exploitation, SelfHarm, Passive, ThirdPerson,
}

// Kinds is every kind, the most pressing first.
func Kinds() []Kind { return append([]Kind(nil), kinds...) }

// Heard is what was heard in one message. It holds no word of it.
type Heard struct {
	Level Level
	Kinds []Kind // the most pressing first; none at None
	// WhoKnows says that the message asks what happens to what one says here.
	WhoKnows bool

	Needs []directory.Need // likeliest first, at most three
	Sure  bool             // the first need stands well clear of the others, or they belong together
	// OnlyLanguage says that nothing was asked for but somebody who speaks a language:
	// that is the need of help with it, and no more.
	OnlyLanguage bool

	Place     string              // the name of a place of the area, or the first half of a postcode; "" for none
	Language  directory.Spoken    // a language somebody should speak, "" for none
	Community directory.Community // whom it would be easier to talk to, "" for none

	// Written is the interface language the text is plainly written in, as a
	// BCP 47 tag ("ur", also for Urdu in Roman letters); "" when unsure. It may be a
	// language that is not shipped.
	Written string
}

// Has reports whether a kind was heard.
func (h Heard) Has(k Kind) bool {
	for _, o := range h.Kinds {
		if o == k {
			return true
		}
	}
	return false
}
