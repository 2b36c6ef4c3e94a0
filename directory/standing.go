package directory

import (
	"bytes"
	"time"
)

// Standing counts the listings of an organisation by how they stand. With a
// Language they are those at which it is spoken, and one listing counts for each
// of its languages.
type Standing struct {
	Organisation ID // "" for listings of none
	Language     Spoken
	Live         int // active
	Checked      int // of these, somebody has checked them with their provider and nobody was silent since
	Stale        int // of these, nobody has answered for long whether they are right
	Paused       int // closed for a while
	Ended        int
}

// Filed is what a source would change in a record that somebody else owns.
// Exactly one of Service and Organisation is set.
type Filed struct {
	Key          int64
	Source       string
	Base         int64 // the version of the service it was made on; 0 for an organisation
	At           time.Time
	Service      *Service
	Organisation *Organisation
}

// Edits are what a source would change in the service as it is now. What the
// source does not say is not taken away, and who checked the listing, or in which
// words it is told elsewhere, is not the source's to say.
func (f Filed) Edits(now *Service) []Edit {
	if f.Service == nil {
		return nil
	}
	var out []Edit
	for _, e := range Diff(now, f.Service) {
		if e.Field == FieldAssured || e.Field == FieldTranslations || unsaid(e.Value) {
			continue
		}
		out = append(out, e)
	}
	return out
}

// unsaid reports a value that says nothing.
func unsaid(raw []byte) bool {
	for _, nothing := range []string{`null`, `[]`, `""`, `0`, `false`, `{"Free":false,"Note":""}`} {
		if bytes.Equal(raw, []byte(nothing)) {
			return true
		}
	}
	return false
}
