package seeds_test

import (
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"signpost/directory"
	"signpost/seeds"
)

// fictional are Ofcom's ranges for drama: nobody's telephone rings when an
// example is tried out.
var fictional = regexp.MustCompile(`^(01632 960\d{3}|07700 900\d{3}|0808 157 0\d{3}|020 7946 0\d{3})$`)

func TestTownIsInvented(t *testing.T) {
	for _, s := range load(t, seeds.Town) {
		id := s.Origin.SourceID
		if !s.Example {
			t.Errorf("%s: does not say that it is an example", id)
		}
		for _, p := range s.Phones {
			if !fictional.MatchString(p.Number) {
				t.Errorf("%s: %s is not a fictional number", id, p.Number)
			}
		}
		for _, address := range []string{s.Email, s.Website} {
			if address != "" && !strings.Contains(address, "example.org") {
				t.Errorf("%s: %s is not an address of nobody's", id, address)
			}
		}
		for _, p := range s.Places {
			if !strings.HasPrefix(p.Location.Address.Postcode, "QH") {
				t.Errorf("%s: postcode %s", id, p.Location.Address.Postcode)
			}
		}
		for _, tr := range s.Translations {
			if s.Stale(tr) {
				t.Errorf("%s: the %s %s is of another English text", id, tr.Language, tr.Field)
			}
		}
	}
}

// The town shows everything that transcripts and the demonstration rely on.
func TestTownShowsEverything(t *testing.T) {
	services := load(t, seeds.Town)
	find := func(id string) *directory.Service {
		i := slices.IndexFunc(services, func(s *directory.Service) bool { return s.Origin.SourceID == id })
		if i < 0 {
			t.Fatalf("there is no %s", id)
		}
		return services[i]
	}
	now := time.Date(2030, 6, 2, 14, 5, 0, 0, directory.London) // the day of the transcripts, a Sunday
	next := func(id string) string {
		o := find(id).Next(now, 1)
		if len(o) == 0 {
			return "none"
		}
		return o[0].Start.Format("Mon 2 Jan 15:04")
	}
	for id, want := range map[string]string{
		"polish-evening":     "Fri 7 Jun 17:00", // moved from the Thursday
		"pakistani-women":    "Tue 4 Jun 10:00",
		"pakistani-men":      "Wed 5 Jun 19:30", // every other week, counted from January 2026
		"chinese-sunday":     "Sun 2 Jun 14:00", // going on
		"caribbean-elders":   "Mon 3 Jun 12:00", // first Monday
		"filipino-sunday":    "Sun 30 Jun 15:00",
		"caribbean-saturday": "Sat 22 Jun 15:00", // closed for two Saturdays
		"night-cafe":         "Fri 7 Jun 18:00",
		"kurdish-friends":    "none",
	} {
		if got := next(id); got != want {
			t.Errorf("%s: next %s, want %s", id, got, want)
		}
	}
	if find("kurdish-friends").Reachable() {
		t.Error("kurdish-friends is there to be out of reach")
	}
	if !find("self-help-library").WebOnly() {
		t.Error("self-help-library is there to have only a website")
	}
	if s := find("safe-house"); !s.Confidential || s.Gender != directory.Women || !s.Reachable() {
		t.Error("safe-house is confidential, for women, and answers the telephone")
	}
	if find("sikh-kitchen").Status != directory.TemporarilyClosed || find("stitch-circle").Status != directory.Defunct {
		t.Error("one service is paused, one has ended")
	}
}

// The files of places are read by the directory as they are.
func TestPlacesAreRead(t *testing.T) {
	for name, count := range map[string][3]int{seeds.Derbyshire: {50, 100, 9}, seeds.Town: {7, 8, 3}} {
		outcodes := read(t, name, "outcodes.csv", directory.ReadOutcodes)
		towns := read(t, name, "towns.csv", directory.ReadTowns)
		list := read(t, name, "districts.json", directory.ReadDistricts)
		if got := [3]int{len(outcodes), len(towns), len(list)}; got != count {
			t.Errorf("%s: %v outcodes, towns and districts; want %v", name, got, count)
		}
		for _, town := range towns {
			if town.Point.IsZero() || len(town.Districts) == 0 {
				t.Errorf("%s: %s has no point or no district", name, town.Name)
			}
		}
	}
}

func read[T any](t *testing.T, name, file string, reader func(io.Reader) (T, error)) T {
	t.Helper()
	f, err := area(t, name).Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	v, err := reader(f)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return v
}

func TestUnknownAreaNamesTheOthers(t *testing.T) {
	_, err := seeds.Area("../derbyshire")
	if err == nil || !strings.Contains(err.Error(), "derbyshire and town") {
		t.Errorf("got %v", err)
	}
}
