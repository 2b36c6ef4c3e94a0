package sqlite_test

import (
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"signpost/directory"
	"signpost/directory/sqlite"
)

// reachable makes of a listing one that is found.
func reachable(s *directory.Service) {
	s.Phones = []directory.Phone{{ID: id(700), Number: "01632 960001"}}
	s.Needs = []directory.Need{directory.Loneliness}
}

func welcomes(c directory.Community, confirmed bool) func(*directory.Service) {
	return func(s *directory.Service) {
		s.Communities = append(s.Communities, directory.Welcome{Community: c, Confirmed: confirmed})
	}
}

func speaks(l directory.Spoken, confirmed bool) func(*directory.Service) {
	return func(s *directory.Service) {
		s.Languages = append(s.Languages, directory.Speaks{Language: l, Confirmed: confirmed})
	}
}

// matches are the names that Find gives to somebody who is lonely.
func matches(t *testing.T, d *sqlite.Directory) []string {
	t.Helper()
	r, err := d.Find(t.Context(), directory.Query{Needs: []directory.Need{directory.Loneliness}, At: june})
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, m := range r.Matches {
		out = append(out, m.Service.Name)
	}
	return out
}

func TestFindSeesEveryChange(t *testing.T) {
	dir := t.TempDir()
	d, other := openDirectory(t, dir), openDirectory(t, dir)
	feed := sqlite.Source{Name: "feed", Complete: true}
	chess, draughts := listing(1, "Chess", "Quiet", reachable), listing(2, "Draughts", "Quiet", reachable)
	if got := matches(t, d); got != nil {
		t.Fatalf("%v in an empty directory", got)
	}
	steps := []struct {
		by   *sqlite.Directory
		with []*directory.Service
		want []string
	}{
		{d, []*directory.Service{chess}, []string{"Chess"}},
		{other, []*directory.Service{chess, draughts}, []string{"Chess", "Draughts"}},
		{other, []*directory.Service{chess, draughts}, []string{"Chess", "Draughts"}},
		{other, []*directory.Service{listing(1, "Chess", "Quiet", reachable, status(directory.TemporarilyClosed)), draughts}, []string{"Draughts"}},
		{other, []*directory.Service{chess}, []string{"Chess", "Draughts"}},
		{other, []*directory.Service{chess}, []string{"Chess", "Draughts"}},
		{other, []*directory.Service{chess}, []string{"Chess"}}, // gone from three imports
		{d, []*directory.Service{chess, draughts}, []string{"Chess", "Draughts"}},
	}
	for i, step := range steps {
		bring(t, step.by, 2+i, feed, step.with...)
		if diff := cmp.Diff(step.want, matches(t, d)); diff != "" {
			t.Errorf("after import %d: %s", i+1, diff)
		}
	}
}

// What is found is what package directory finds, with everything a card shows.
func TestFindGivesWholeServices(t *testing.T) {
	d := openDirectory(t, t.TempDir())
	importAll(t, d, "millbrook", full())
	q := directory.Query{Needs: []directory.Need{directory.Loneliness}, Language: "pl", At: june}
	got, err := d.Find(t.Context(), q)
	if err != nil {
		t.Fatal(err)
	}
	want := directory.Find(q, []*directory.Service{full()})
	if len(want.Matches) != 1 {
		t.Fatalf("%+v, want the example to be found", want)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// The area's districts decide whether a service of somewhere else is found.
func TestFindKnowsTheArea(t *testing.T) {
	d := openDirectory(t, t.TempDir())
	covers := func(area string) func(*directory.Service) {
		return func(s *directory.Service) { s.Areas = []directory.Area{{ID: area, Name: area}} }
	}
	importAll(t, d, "feed", listing(1, "Here", "Quiet", reachable, covers("weirside")), listing(2, "Far away", "Quiet", reachable, covers("elsewhere")))
	if diff := cmp.Diff([]string{"Far away", "Here"}, matches(t, d)); diff != "" {
		t.Errorf("without an area: %s", diff)
	}
	g := directory.NewGazetteer(nil, []directory.District{{ID: "weirside", Name: "Weirside"}}, nil)
	if err := d.SetPlaces(t.Context(), g); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"Here"}, matches(t, d)); diff != "" {
		t.Error(diff)
	}
}

func TestCommunitiesAndLanguages(t *testing.T) {
	d := openDirectory(t, t.TempDir())
	polish := welcomes("polish", true)
	importAll(
		t, d, "feed",
		listing(1, "A", "", reachable, polish, speaks("pl", true)),
		listing(2, "B", "", reachable, polish, welcomes("roma", false), speaks("rom", false)),
		listing(3, "No way in", "", welcomes("chinese", true), speaks("yue", true)),
		listing(4, "Shut", "", reachable, status(directory.Inactive), polish, welcomes("irish", true), speaks("ga", true)),
		listing(5, "Hearsay", "", reachable, func(s *directory.Service) { s.Origin.Mark = directory.MarkC }, polish, speaks("pl", true)),
		listing(6, "Crisis", "", reachable, func(s *directory.Service) { s.Group = directory.Crisis }, polish, speaks("pl", true)),
	)
	communities, err := d.Communities(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(map[directory.Community]int{"polish": 2, "chinese": 1}, communities); diff != "" {
		t.Error(diff)
	}
	languages, err := d.Languages(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(map[directory.Spoken]int{"pl": 1}, languages); diff != "" {
		t.Error(diff)
	}
	communities["polish"] = 99 // the caller's own copy
	if again, err := d.Communities(t.Context()); err != nil || again["polish"] != 2 {
		t.Errorf("%v %v, want them as they are", again, err)
	}
}

// Many ask while an import runs: nobody waits for it, everybody gets an answer.
func TestFindDuringImports(t *testing.T) {
	dir := t.TempDir()
	d, other := openDirectory(t, dir), openDirectory(t, dir)
	importAll(t, d, "feed", listing(1, "Chess", "Quiet", reachable))
	var asking sync.WaitGroup
	for range 8 {
		asking.Go(func() {
			for range 30 {
				r, err := d.Find(t.Context(), directory.Query{Needs: []directory.Need{directory.Loneliness}})
				if err != nil || len(r.Matches) != 1 || r.Matches[0].Service.Name != "Chess" {
					t.Errorf("%+v %v, want Chess", r.Matches, err)
					return
				}
			}
		})
	}
	for i := range 20 {
		importAll(t, other, "feed", listing(1, "Chess", "Quiet"+string(rune('a'+i)), reachable))
	}
	asking.Wait()
}
