package sqlite_test

import (
	"testing"

	"signpost/directory"
)

// Of a kind only those that are open are given, by name: a council's front door
// that was closed must not be rung.
func TestOfKind(t *testing.T) {
	d := openDirectory(t, t.TempDir())
	of := func(n int, name, kind string, status directory.Status) *directory.Service {
		s := listing(n, name, name, by(91, "The council"))
		s.Kind, s.Status = kind, status
		return s
	}
	importAll(t, d, "feed",
		of(1, "West door", directory.KindSafeguarding, directory.Active),
		of(2, "East door", directory.KindSafeguarding, directory.Active),
		of(3, "Old door", directory.KindSafeguarding, directory.Defunct),
		of(4, "Advice", "advice", directory.Active),
	)
	got, err := d.OfKind(t.Context(), directory.KindSafeguarding)
	if err != nil || len(got) != 2 || got[0].Name != "East door" || got[1].Name != "West door" {
		t.Errorf("%v, %v", got, err)
	}
	if got, err := d.OfKind(t.Context(), "none"); err != nil || len(got) != 0 {
		t.Errorf("%v, %v", got, err)
	}
}
