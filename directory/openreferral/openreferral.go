// Package openreferral is the directory on the wire: it reads and writes the
// Human Services Data Specification (HSDS 3.1, openreferral.org) and its UK
// profile, Open Referral UK 3.0 (openreferraluk.org), and reads the UK's older
// version 1.0.
//
// Two ideas hold it together. Reading is strict about the file and patient with
// its values: a file that is not what it claims to be is refused as a whole,
// with the line and the field, while a value that cannot be trusted is set
// aside alone, with a warning, and the rest of the record stays. And nothing is
// lost on the way through: what the standard has no place for travels in two
// objects of our own, x_signpost and x_translations, and what we have no field
// for is kept in Extra and written back.
//
// The shapes written are full HSDS 3.1 objects. They are valid under the UK 3.0
// schemas too, which are HSDS with members left out.
package openreferral

import (
	"fmt"

	"signpost/directory"
)

// Source says where a file came from. It fills what the records leave open.
type Source struct {
	Name  string // "derbyshire", or a feed's short name; part of the ids made for foreign records
	Owner string // who may change the records; Name when ""
	URL   string // where the file was, kept as the origin of records that state none
	Label string // likewise, in words
	// Mark is given to records that carry none. A feed of a publisher's own
	// services is MarkA or MarkB; "" leaves them unmarked.
	Mark directory.Mark
	// Strict turns every warning into a fault. It is for files we wrote
	// ourselves, where a doubtful value is a mistake.
	Strict bool
	// Ours says that the file is one we wrote: its owners, marks, checks and
	// versions are taken as they are. Anybody else's file could claim to be from
	// the owner of a record that is not theirs.
	Ours bool
	// Areas are the areas that this source's words for them mean, by the word in
	// lower case ("derbyshire") or by ONS code ("E10000007").
	Areas map[string][]directory.Area
}

// Report says what a reading found. It is complete when the sequence of Import
// has ended.
type Report struct {
	Services int       // yielded
	Doubles  int       // records that repeated one before them word for word, left out
	Warnings []Warning // the first 1,000, in the order of the file
	Doubtful int       // all values set aside or corrected, even beyond the first 1,000
}

// maxWarnings bounds the memory a hopeless file can take.
const maxWarnings = 1000

// Warning is a value that was corrected or set aside. It never quotes the value,
// which may be somebody's address.
type Warning struct {
	Line   int    // counted from 1
	Record string // id of the record, as the source gives it
	Field  string // "contents[14].schedules[0].opens_at"
	Text   string // what is wrong with it, and what was done
}

// String is the warning as one line for a person.
func (w Warning) String() string {
	return fmt.Sprintf("line %d, %s: %s", w.Line, w.Field, w.Text)
}

// Fault is why a file is refused as a whole.
type Fault struct {
	Line  int    // counted from 1
	Field string // "contents[14].schedules[0].opens_at"; "" for the file itself
	Text  string
}

// Error is the fault as one line for a person.
func (f *Fault) Error() string {
	if f.Field == "" {
		return fmt.Sprintf("line %d: %s", f.Line, f.Text)
	}
	return fmt.Sprintf("line %d, %s: %s", f.Line, f.Field, f.Text)
}
