package sqlite_test

import (
	"iter"
	"testing"

	"github.com/google/go-cmp/cmp"

	"signpost/directory"
	"signpost/directory/sqlite"
)

// A listing is counted once by how it stands, and once more for each language.
func TestStandings(t *testing.T) {
	d := openDirectory(t, t.TempDir())
	speaks := func(s *directory.Service, status directory.Status, on directory.Date, l ...directory.Spoken) *directory.Service {
		s.Status, s.Assured = status, directory.Assurance{}
		if on != "" {
			s.Assured = directory.Assurance{On: on, Role: "group_admin"}
		}
		s.Languages = nil
		for _, one := range l {
			s.Languages = append(s.Languages, directory.Speaks{Language: one, Confirmed: true})
		}
		return s
	}
	group := by(91, "Chess Friends")
	importAll(t, d, "feed",
		speaks(listing(1, "Chess", "One", group), directory.Active, "2026-01-01", "en", "pl"),
		speaks(listing(2, "Draughts", "Two", group), directory.Active, "2026-01-01", "pl"),
		speaks(listing(3, "Go", "Three", group), directory.Active, ""),
		speaks(listing(4, "Whist", "Four", group), directory.TemporarilyClosed, "2026-01-01"),
		speaks(listing(5, "Bridge", "Five", group), directory.Inactive, ""),
	)
	c := directory.Change{Key: "a", Service: id(2), Cast: []directory.Doubt{directory.Unanswered, directory.Hidden}}
	if got, err := d.Apply(t.Context(), june, c); err != nil || got != directory.Made {
		t.Fatal(got, err)
	}
	got, err := d.Standings(t.Context())
	all := []directory.Standing{{Organisation: id(91), Live: 3, Checked: 1, Stale: 1, Paused: 1, Ended: 1}}
	if diff := cmp.Diff(all, got); diff != "" || err != nil {
		t.Errorf("%v (-want +got):\n%s", err, diff)
	}
	got, err = d.StandingsByLanguage(t.Context())
	want := []directory.Standing{
		{Organisation: id(91), Language: "en", Live: 1, Checked: 1},
		{Organisation: id(91), Language: "pl", Live: 2, Checked: 1, Stale: 1},
	}
	if diff := cmp.Diff(want, got); diff != "" || err != nil {
		t.Errorf("%v (-want +got):\n%s", err, diff)
	}
	total, ids, err := d.Unchecked(t.Context(), 0, 8)
	if total != 1 || len(ids) != 1 || ids[0] != id(3) || err != nil {
		t.Errorf("%d unchecked: %v, %v", total, ids, err)
	}
	if _, ids, err = d.Unchecked(t.Context(), 1, 8); len(ids) != 0 || err != nil {
		t.Errorf("the page after the last: %v, %v", ids, err)
	}
}

// What a feed would change is taken over once, by the office, or left, and is then
// gone; what the feed does not say stays.
func TestFiledIsDecided(t *testing.T) {
	d := openDirectory(t, t.TempDir())
	group := string(id(900))
	ours := listing(1, "Chess", "Ours", by(91, "Chess Friends"))
	ours.Email = "chess@example.org"
	ours.Origin.Owner = group
	bring(t, d, 2, sqlite.Source{Name: "town"}, ours)
	feed := sqlite.Source{Name: "feed"}
	file := func(day int, description string) directory.Filed {
		t.Helper()
		bring(t, d, day, feed, listing(1, "Chess", description, by(91, "Chess Friends")))
		filed, err := d.Pending(t.Context())
		if err != nil || len(filed) != 1 {
			t.Fatal(filed, err)
		}
		return filed[0]
	}
	apply := func(c directory.Change) directory.Outcome {
		t.Helper()
		got, err := d.Apply(t.Context(), june, c)
		if err != nil {
			t.Fatal(err)
		}
		return got
	}
	waits := func() int {
		t.Helper()
		filed, err := d.Pending(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		return len(filed)
	}
	bring(t, d, 3, feed, listing(1, "Chess", "Ours", by(91, "Chess Friends")))

	f := file(4, "Theirs")
	edits := f.Edits(get(t, d, 1))
	if len(edits) != 1 || edits[0].Field != directory.FieldDescription {
		t.Fatalf("it would change %v", edits)
	}
	take := directory.Change{Key: "take", Service: id(1), Base: 1, Edits: edits, Filed: f.Key}
	own := take
	own.Key, own.Owner = "own", string(id(91))
	if got := apply(own); got != directory.NotOwner || waits() != 1 {
		t.Errorf("a group decides: %s", got)
	}
	if got := apply(take); got != directory.Made || waits() != 0 {
		t.Errorf("taken over: %s, %d wait", got, waits())
	}
	if s := get(t, d, 1); s.Description != "Theirs" || s.Email != "chess@example.org" || s.Origin.Owner != group {
		t.Errorf("afterwards %q, %q, of %q", s.Description, s.Email, s.Origin.Owner)
	}
	if got := apply(directory.Change{Key: "late", Service: id(1), Filed: f.Key}); got != directory.Conflict {
		t.Errorf("decided twice: %s", got)
	}
	left := file(5, "Something else")
	if got := apply(directory.Change{Key: "leave", Service: id(1), Filed: left.Key}); got != directory.Made || waits() != 0 || get(t, d, 1).Description != "Theirs" {
		t.Errorf("left: %s, %d wait", got, waits())
	}
}

// What a listing was is kept for three years.
func TestPurgeVersions(t *testing.T) {
	d := openDirectory(t, t.TempDir())
	src := sqlite.Source{Name: "feed"}
	for day, description := range []string{"One", "Two", "Three"} {
		bring(t, d, 1+day, src, listing(1, "Chess", description))
	}
	for _, c := range []struct{ years, days, kept int }{{3, 0, 2}, {3, 1, 1}, {3, 2, 0}} {
		if err := d.PurgeVersions(t.Context(), june.AddDate(c.years, 0, c.days)); err != nil {
			t.Fatal(err)
		}
		if old, err := d.History(t.Context(), id(1)); err != nil || len(old) != c.kept {
			t.Errorf("%d years and %d days later %d are kept, %v", c.years, c.days, len(old), err)
		}
	}
}

// BenchmarkStandings counts what the board and the list of groups show, of 200
// groups with 5,000 listings.
func BenchmarkStandings(b *testing.B) {
	d := openDirectory(b, b.TempDir())
	if _, err := d.Import(b.Context(), june, sqlite.Source{Name: "bench"}, ofGroups(generated(5_000))); err != nil {
		b.Fatal(err)
	}
	b.ResetTimer()
	for b.Loop() {
		if _, _, err := d.Unchecked(b.Context(), 4_000, 8); err != nil {
			b.Fatal(err)
		}
		if all, err := d.Standings(b.Context()); err != nil || len(all) < 200 {
			b.Fatal(len(all), err)
		}
	}
}

// ofGroups shares services out among 200 groups.
func ofGroups(all iter.Seq2[*directory.Service, error]) iter.Seq2[*directory.Service, error] {
	return func(yield func(*directory.Service, error) bool) {
		n := 0
		for s, err := range all {
			s.Assured = directory.Assurance{}
			by(1000+n%200, "Group")(s)
			n++
			if !yield(s, err) {
				return
			}
		}
	}
}
