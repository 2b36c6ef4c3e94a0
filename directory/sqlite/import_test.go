package sqlite_test

import (
	"context"
	"errors"
	"iter"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"signpost/directory"
	"signpost/directory/sqlite"
)

// bring imports at a day of June 2030.
func bring(t *testing.T, d *sqlite.Directory, day int, src sqlite.Source, services ...*directory.Service) sqlite.Report {
	t.Helper()
	r, err := d.Import(t.Context(), june.AddDate(0, 0, day-2), src, each(services...))
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func get(t *testing.T, d *sqlite.Directory, n int) *directory.Service {
	t.Helper()
	s, err := d.Service(t.Context(), id(n))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestImportAgain(t *testing.T) {
	d := openDirectory(t, t.TempDir())
	src := sqlite.Source{Name: "millbrook"}
	bring(t, d, 2, src, full(), listing(20, "Chess", "Quiet"))

	same := full()
	same.Modified = june.AddDate(0, 1, 0) // feeds say so without a change
	same.Exceptions = append(same.Exceptions[:0:0], same.Exceptions...)
	chess := listing(20, "Chess", "Quiet")
	chess.Needs = []directory.Need{} // none is none
	if diff := cmp.Diff(sqlite.Report{Unchanged: 2}, bring(t, d, 3, src, same, chess)); diff != "" {
		t.Error(diff)
	}
	if got := get(t, d, 1); got.Version != 1 || !got.Modified.Equal(full().Modified) {
		t.Errorf("version %d of %v, want the first", got.Version, got.Modified)
	}

	shorter := full()
	shorter.Phones, shorter.Places[0].Location.Access, shorter.Alert = shorter.Phones[:1], nil, ""
	shorter.Schedules[0].Opens = 630
	shorter.Modified = time.Time{}
	if diff := cmp.Diff(sqlite.Report{Changed: 1, Unchanged: 1}, bring(t, d, 4, src, shorter, chess)); diff != "" {
		t.Error(diff)
	}
	want := shorter
	want.Version, want.Modified = 2, june.AddDate(0, 0, 2)
	if diff := cmp.Diff(want, get(t, d, 1)); diff != "" {
		t.Error(diff)
	}
	history, err := d.History(t.Context(), id(1))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]*directory.Service{full()}, history); diff != "" {
		t.Error(diff)
	}
}

// What a group owns is the group's: a feed may only propose.
func TestImportLeavesWhatOthersOwn(t *testing.T) {
	d := openDirectory(t, t.TempDir())
	group := string(id(900))
	bring(t, d, 2, sqlite.Source{Name: group}, listing(1, "Chess", "Ours", by(91, "Chess Friends")))
	feed := sqlite.Source{Name: "feed", Complete: true}
	theirs := func(description string) *directory.Service {
		return listing(1, "Chess", description, by(91, "Chess Friends"))
	}

	if diff := cmp.Diff(sqlite.Report{Unchanged: 1}, bring(t, d, 3, feed, theirs("Ours"))); diff != "" {
		t.Errorf("the same words are no change: %s", diff)
	}
	for day, description := range []string{"Theirs", "Theirs again"} {
		if diff := cmp.Diff(sqlite.Report{Filed: 1}, bring(t, d, 4+day, feed, theirs(description))); diff != "" {
			t.Error(diff)
		}
	}
	if diff := cmp.Diff(sqlite.Report{Unchanged: 1}, bring(t, d, 6, feed, theirs("Theirs again"))); diff != "" {
		t.Errorf("what was filed is not filed again: %s", diff)
	}
	if got := get(t, d, 1); got.Description != "Ours" || got.Origin.Owner != group || got.Version != 1 {
		t.Errorf("%q of %s, version %d: the listing was touched", got.Description, got.Origin.Owner, got.Version)
	}
	filed, err := d.Pending(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if len(filed) != 1 || filed[0].Source != "feed" || filed[0].Base != 1 || filed[0].Service.Description != "Theirs again" ||
		!filed[0].At.Equal(june.AddDate(0, 0, 3)) {
		t.Errorf("%+v, want the newer proposal alone", filed)
	}

	// They come round: nothing waits any more.
	if diff := cmp.Diff(sqlite.Report{Unchanged: 1}, bring(t, d, 7, feed, theirs("Ours"))); diff != "" {
		t.Error(diff)
	}
	// Their own records going missing does nothing to the group's listing.
	for day := 8; day < 12; day++ {
		bring(t, d, day, feed, listing(2, "Draughts", "Theirs"))
	}
	if filed, err = d.Pending(t.Context()); err != nil || len(filed) != 0 || get(t, d, 1).Status != directory.Active {
		t.Errorf("%v %v, want nothing filed and an active listing", filed, err)
	}

	// The same for the organisation.
	renamed := listing(3, "Go", "Theirs", by(91, "Renamed"))
	if diff := cmp.Diff(sqlite.Report{Added: 1, Filed: 1}, bring(t, d, 12, sqlite.Source{Name: "feed"}, renamed)); diff != "" {
		t.Error(diff)
	}
	if filed, err = d.Pending(t.Context()); err != nil || len(filed) != 1 || filed[0].Organisation == nil || filed[0].Organisation.Name != "Renamed" {
		t.Errorf("%+v %v, want the organisation's change", filed, err)
	}
	if got := get(t, d, 3).Organisation.Name; got != "Chess Friends" {
		t.Errorf("organisation %q was renamed by somebody else", got)
	}
}

func TestImportMissing(t *testing.T) {
	d := openDirectory(t, t.TempDir())
	all := sqlite.Source{Name: "feed", Complete: true}
	chess, draughts := listing(1, "Chess", "Quiet"), listing(2, "Draughts", "Quiet")
	bring(t, d, 2, all, chess, draughts)
	bring(t, d, 3, sqlite.Source{Name: "feed"}, chess) // an extract says nothing about the rest
	bring(t, d, 3, sqlite.Source{Name: "other", Complete: true}, listing(9, "Go", "Elsewhere"))
	for day := 4; day < 6; day++ {
		if diff := cmp.Diff(sqlite.Report{Unchanged: 1, Missing: 1}, bring(t, d, day, all, chess)); diff != "" {
			t.Error(diff)
		}
	}
	if get(t, d, 2).Status != directory.Active || titles(t, d, "draughts", 9) == nil {
		t.Error("gone after two imports: feeds come short")
	}
	bring(t, d, 6, all, chess, draughts) // it was only a short feed: counting begins again
	for day := 7; day < 9; day++ {
		bring(t, d, day, all, chess)
	}
	if get(t, d, 2).Status != directory.Active {
		t.Error("gone after two imports in a row")
	}
	if diff := cmp.Diff(sqlite.Report{Unchanged: 1, Missing: 1, Withdrawn: 1}, bring(t, d, 9, all, chess)); diff != "" {
		t.Error(diff)
	}
	if get(t, d, 2).Status != directory.Inactive || titles(t, d, "draughts", 9) != nil || get(t, d, 9).Status != directory.Active {
		t.Error("want Draughts inactive after three complete imports without it, and nothing else")
	}
	if diff := cmp.Diff(sqlite.Report{Changed: 1, Unchanged: 1}, bring(t, d, 10, all, chess, draughts)); diff != "" {
		t.Error(diff)
	}
	if get(t, d, 2).Status != directory.Active || titles(t, d, "draughts", 9) == nil {
		t.Error("it came back, but is still withdrawn")
	}
}

func TestImportAllOrNothing(t *testing.T) {
	d := openDirectory(t, t.TempDir())
	bring(t, d, 2, sqlite.Source{Name: "feed"}, listing(1, "Chess", "Quiet"))
	before := collect(t, d)
	broken := errors.New("the line went dead")
	half := func(yield func(*directory.Service, error) bool) {
		_ = yield(listing(1, "Chess", "Changed"), nil) && yield(listing(2, "Draughts", "Quiet"), nil) && yield(nil, broken)
	}
	if _, err := d.Import(t.Context(), june, sqlite.Source{Name: "feed"}, half); !errors.Is(err, broken) {
		t.Errorf("%v, want the cause", err)
	}
	if _, err := d.Import(t.Context(), june, sqlite.Source{Name: "feed", Complete: true}, each()); !errors.Is(err, sqlite.ErrEmpty) {
		t.Errorf("%v, want ErrEmpty: an empty answer is a failed fetch", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	stopped := func(yield func(*directory.Service, error) bool) {
		if yield(listing(3, "Go", "Quiet"), nil) {
			cancel()
			yield(listing(4, "Ludo", "Quiet"), nil)
		}
	}
	if _, err := d.Import(ctx, june, sqlite.Source{Name: "feed"}, iter.Seq2[*directory.Service, error](stopped)); !errors.Is(err, context.Canceled) {
		t.Errorf("%v, want it stopped", err)
	}
	if diff := cmp.Diff(before, collect(t, d)); diff != "" {
		t.Error(diff)
	}
	if titles(t, d, "draughts", 9) != nil || titles(t, d, "quiet", 9) == nil {
		t.Error("the words were not put back")
	}
}

func TestImportTwiceAndRefused(t *testing.T) {
	d := openDirectory(t, t.TempDir())
	src := sqlite.Source{Name: "feed", Complete: true}
	bad := listing(2, "", "Has no name")
	r := bring(t, d, 2, src, listing(1, "Chess", "First"), listing(1, "Chess", "Second"), bad)
	if r.Added != 1 || len(r.Twice) != 1 || r.Twice[0] != id(1) || len(r.Refused) != 1 || r.Refused[0].ID != id(2) || len(r.Refused[0].Faults) == 0 {
		t.Errorf("%+v, want one added, one twice, one refused with its faults", r)
	}
	if got := get(t, d, 1).Description; got != "First" {
		t.Errorf("%q, want the first", got)
	}
	// A listing that comes back broken is kept as it was, and is not missing.
	for day := 3; day < 8; day++ {
		r = bring(t, d, day, src, listing(1, "", "Broken"), listing(5, "Ludo", "Quiet"))
	}
	if got := get(t, d, 1); got.Name != "Chess" || got.Status != directory.Active || r.Missing != 0 {
		t.Errorf("%q %s, %d missing: want it kept", got.Name, got.Status, r.Missing)
	}
}

// Two programs may have the file open: what one brings the other finds.
func TestTwoPrograms(t *testing.T) {
	dir := t.TempDir()
	a, b := openDirectory(t, dir), openDirectory(t, dir)
	if titles(t, b, "chess", 9) != nil {
		t.Fatal("found before it was there")
	}
	bring(t, a, 2, sqlite.Source{Name: "feed"}, listing(1, "Chess", "Quiet"))
	if titles(t, b, "chess", 9) == nil {
		t.Error("the other program does not find it")
	}
}

func TestOpenExistingDirectory(t *testing.T) {
	dir := t.TempDir()
	if _, err := sqlite.OpenExistingDirectory(t.Context(), dir); !errors.Is(err, sqlite.ErrMissing) {
		t.Errorf("%v, want ErrMissing", err)
	}
	if _, err := os.Stat(filepath.Join(dir, "directory.db")); err == nil {
		t.Error("a file was made by looking for it")
	}
	openDirectory(t, dir)
	d, err := sqlite.OpenExistingDirectory(t.Context(), dir)
	if err != nil {
		t.Fatal(err)
	}
	d.Close()
}

func TestPlaces(t *testing.T) {
	dir := t.TempDir()
	d := openDirectory(t, dir)
	if g, err := d.Places(t.Context()); err != nil || len(g.Outcodes)+len(g.Towns)+len(g.Districts) != 0 {
		t.Fatalf("%+v %v, want none yet", g, err)
	}
	outcodes := []directory.Outcode{
		{Code: "XX1", Town: "Millbrook", Districts: []string{"weirside", "hillside"}, Extent: "all", Point: directory.Point{Lat: 53.1, Lon: -1.5}},
		{Code: "XX99", Extent: "non-geographic", Notes: "letters only"},
	}
	towns := []directory.Town{{
		Name: "Millbrook", Outcode: "XX1", Districts: []string{"weirside"}, Point: directory.Point{Lat: 53.1, Lon: -1.5},
		Aliases: []string{"Millbrok", "Mill Brook"},
	}}
	districts := []directory.District{
		{ID: "weirside", Name: "Weirside", ONS: "E00000001", Towns: []string{"Millbrook"}},
		{ID: "hillside", Name: "Hillside"},
	}
	old := directory.NewGazetteer([]directory.Outcode{{Code: "XX2"}}, nil, nil)
	for _, g := range []*directory.Gazetteer{old, directory.NewGazetteer(outcodes, districts, towns)} {
		if err := d.SetPlaces(t.Context(), g); err != nil {
			t.Fatal(err)
		}
	}
	g, err := openDirectory(t, dir).Places(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]any{outcodes, towns, districts}, []any{g.Outcodes, g.Towns, g.Districts}); diff != "" {
		t.Error(diff)
	}
	if found := g.Look("millbrook"); found.Place == nil || found.Place.Name != "Millbrook" {
		t.Errorf("%+v, want it ready to look things up", found)
	}
}
