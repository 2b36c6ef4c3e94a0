package directory

import (
	"cmp"
	"errors"
	"slices"
)

// Change is one proposed edit of a listing. It is a plain value: it waits for a
// second person as JSON.
//
// A change is made on the version Base of the service. Whoever carries it out
// refuses it as a conflict when a field that it edits has changed since; other
// fields may have.
type Change struct {
	// Key names the change once and for all: one that was carried out is not
	// carried out again, and gives the outcome it gave then.
	Key     string
	Service ID
	Base    int64    // the version it was made on; 0 for a new service
	Edits   []Edit   // none when only doubts or recordings change
	New     *Service // a new service, whole; Service is its id
	// Organisation is who provides services, new or with what it says of itself
	// changed. Every, when set, is what becomes of its services: with
	// TemporarilyClosed those that are active pause, with Active those that pause go
	// on, with any other all of them end that have not. Nothing else changes with one
	// of the two.
	Organisation *Organisation
	Every        Status
	// Filed is the key of what a source would change, see Filed, which ends with
	// this: as taken over when the change has something to make, as left when it has
	// nothing. Only the office decides about it.
	Filed int64
	// Owner is the group on whose behalf the change is made: it must be the one
	// that provides the service. "" is the scheme's office, which may change all.
	Owner string
	// Cast and Lift are doubts that begin and end with the change.
	Cast, Lift []Doubt
	Today      Date // the day of the change
	// Record is what the group recorded: it takes the place of what there is in its
	// language. Silence is the language whose recording goes.
	Record  *Recording
	Silence string
}

// Makes reports a change that makes something of the directory other, beside its
// doubts.
func (c *Change) Makes() bool { return len(c.Edits) > 0 || c.New != nil || c.Organisation != nil }

// Doubt is a reason why a listing that is shown must not be taken for certain,
// or is not shown. Doubts are no part of a listing's versions.
type Doubt string

// The doubts.
const (
	NumberChanging Doubt = "number_changing" // a new number waits for a second person: ring first
	BeingChecked   Doubt = "being_checked"   // somebody said that something is wrong
	Unanswered     Doubt = "unanswered"      // the group did not say that it is still right: ring first
	Hidden         Doubt = "hidden"          // it has not said so for long: only whom to ask is shown
)

var doubts = []Doubt{NumberChanging, BeingChecked, Unanswered, Hidden}

// Valid reports a doubt of the list.
func (d Doubt) Valid() bool { return slices.Contains(doubts, d) }

// In reports whether a service stands under the doubt.
func (d Doubt) In(s *Service) bool { return slices.Contains(s.Doubts, d) }

// NeedTwo reports whether an edit of a field waits for a second person: what a
// service is called, what it is for, and the ways to reach it from afar. A wrong
// one of these sends people to somebody else; times and places are seen to be
// wrong at once, and must change at once.
func (f Field) NeedTwo() bool {
	return slices.Contains([]Field{FieldName, FieldDescription, FieldPhones, FieldContacts, FieldEmail}, f)
}

// NeedsTwo reports whether a change waits for a second person.
func (c *Change) NeedsTwo() bool {
	return c.New != nil || slices.ContainsFunc(c.Edits, func(e Edit) bool { return e.Field.NeedTwo() })
}

// officeOwner owns a listing of no organisation that the scheme's office changed.
const officeOwner = "office"

// Outcome is what became of a change.
type Outcome string

// The outcomes.
const (
	Made     Outcome = "made"
	Conflict Outcome = "conflict"  // a field was changed by somebody else meanwhile
	NotOwner Outcome = "not_owner" // the listing is not this group's
	Faulty   Outcome = "faulty"    // the listing would not be sound, or is not there
)

// Errors of a change that can't be carried out.
var (
	ErrConflict = errors.New("a field was changed by somebody else meanwhile")
	ErrNotOwner = errors.New("the listing is not this group's")
	ErrFaulty   = errors.New("the listing would not be sound")
)

// On carries the change out on a service as it is now, base being as it was at
// the version the change was made on. The errors are ErrNotOwner, ErrConflict,
// ErrFaulty and ErrField. It changes neither of the two.
func (c *Change) On(now, base *Service) (*Service, error) {
	if c.Owner != "" && string(now.Organisation.ID) != c.Owner {
		return nil, ErrNotOwner
	}
	for _, e := range c.Edits {
		if string(now.Value(e.Field)) != string(base.Value(e.Field)) {
			return nil, ErrConflict
		}
	}
	after, err := now.With(c.Edits...)
	if err != nil {
		return nil, err
	}
	fromSource := now.Origin.Owner == "" || now.Origin.Owner == now.Origin.Source
	if len(c.Edits) > 0 && (c.Owner != "" || fromSource) { // from now on an import of where it came from leaves it alone
		after.Origin.Owner = cmp.Or(c.Owner, string(now.Organisation.ID), officeOwner)
	}
	if len(after.Validate()) > 0 {
		return nil, ErrFaulty
	}
	return after, nil
}

// Undo is the change that takes the edits of a service back to what they were
// before: made on the version after, as of the day today.
func Undo(before, after *Service, owner string, today Date) Change {
	return Change{Service: after.ID, Base: after.Version, Edits: Diff(after, before), Owner: owner, Today: today}
}
