package seeds_test

import (
	"encoding/csv"
	"encoding/json"
	"io"
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"testing"

	"signpost/directory"
	"signpost/directory/openreferral"
	"signpost/seeds"
)

// load reads an area's services as the program does. A single warning fails it.
func load(t *testing.T, name string) []*directory.Service {
	t.Helper()
	f, err := area(t, name).Open("services.json")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	seq, report := openreferral.Import(f, openreferral.Source{Name: name, Ours: true, Strict: true})
	var out []*directory.Service
	for s, err := range seq {
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, s)
	}
	if report.Doubtful+report.Doubles > 0 || len(out) == 0 {
		t.Fatalf("%s: %d services, %d doubtful values, %d doubles", name, len(out), report.Doubtful, report.Doubles)
	}
	return out
}

func area(t *testing.T, name string) fs.FS {
	t.Helper()
	a, err := seeds.Area(name)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// rows are the lines of a CSV file by the names of its first.
func rows(t *testing.T, name, file string) []map[string]string {
	t.Helper()
	f, err := area(t, name).Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	lines, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	var out []map[string]string
	for _, l := range lines[1:] {
		row := map[string]string{}
		for i, n := range lines[0] {
			row[n] = l[i]
		}
		out = append(out, row)
	}
	return out
}

func districts(t *testing.T, name string) map[string]directory.District {
	t.Helper()
	f, err := area(t, name).Open("districts.json")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	b, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	var list []directory.District
	if err := json.Unmarshal(b, &list); err != nil {
		t.Fatal(err)
	}
	out := map[string]directory.District{}
	for _, d := range list {
		out[d.ID] = d
	}
	return out
}

// Both areas hold together: ids are known, faults are none, places are theirs.
func TestAreasAreSound(t *testing.T) {
	for _, name := range seeds.Names() {
		known := districts(t, name)
		for _, s := range load(t, name) {
			id := s.Origin.SourceID
			for _, f := range s.Validate() {
				t.Errorf("%s: %v", id, f)
			}
			for _, n := range s.Needs {
				if !n.Valid() {
					t.Errorf("%s: need %q", id, n)
				}
			}
			for _, c := range s.Communities {
				if !c.Community.Valid() {
					t.Errorf("%s: community %q", id, c.Community)
				}
			}
			for _, l := range s.Languages {
				if !l.Language.Valid() {
					t.Errorf("%s: language %q", id, l.Language)
				}
			}
			if s.Confidential && len(s.Places) > 0 {
				t.Errorf("%s: confidential, with a place", id)
			}
			if !s.Group.Valid() {
				t.Errorf("%s: group %q", id, s.Group)
			}
			for _, a := range s.Areas {
				if _, ok := known[a.ID]; !ok && a.ID != directory.UKWide && a.ID != directory.EnglandWide && a.ID != "glasgow-london-manchester-centres" {
					t.Errorf("%s: area %q", id, a.ID)
				}
			}
		}
		outcodes := map[string][]string{}
		for _, r := range rows(t, name, "outcodes.csv") {
			outcodes[r["outcode"]] = strings.Split(r["derbyshire_districts"], ";")
		}
		named := map[string]bool{}
		for _, r := range rows(t, name, "towns.csv") {
			named[r["name"]] = true
			for d := range strings.SplitSeq(r["districts"], ";") {
				if !slices.Contains(outcodes[r["outcode"]], d) {
					t.Errorf("%s: town %s is in %s, which %s is not", name, r["name"], d, r["outcode"])
				}
			}
		}
		for _, d := range known {
			for _, town := range d.Towns {
				if !named[town] {
					t.Errorf("%s: %s of %s is not in towns.csv", name, town, d.Name)
				}
			}
		}
	}
}

// organisations' own text lines; every other number that begins with 07 would be
// somebody's mobile.
var textLines = []string{"07534 617252", "07960 910264", "07717 989 025", "07800 002414"}

// The rules of the facts: marks A and B only, nothing checked, nothing "to
// confirm", no personal number.
func TestDerbyshireKeepsTheRules(t *testing.T) {
	unsure := regexp.MustCompile(`(?i)to confirm|unconfirmed|general knowledge`)
	for _, s := range load(t, seeds.Derbyshire) {
		id := s.Origin.SourceID
		if s.Origin.Mark != directory.MarkA && s.Origin.Mark != directory.MarkB {
			t.Errorf("%s: mark %q", id, s.Origin.Mark)
		}
		if s.Assured != (directory.Assurance{}) || s.Example {
			t.Errorf("%s: claims to have been checked, or to be invented", id)
		}
		if s.Origin.URL == "" && s.Origin.Label == "" {
			t.Errorf("%s: does not say where it comes from", id)
		}
		for _, p := range s.Phones {
			if p.Mark != directory.MarkA && p.Mark != directory.MarkB {
				t.Errorf("%s: number with mark %q", id, p.Mark)
			}
			if strings.HasPrefix(p.Number, "07") && !(p.Text && slices.Contains(textLines, p.Number)) {
				t.Errorf("%s: %s may be somebody's mobile", id, p.Number)
			}
		}
		for _, text := range []string{s.Description, s.HowToReach, s.Hours, s.Cost.Note, s.Eligibility} {
			if unsure.MatchString(text) {
				t.Errorf("%s: shows what is not confirmed: %q", id, text)
			}
		}
		if len(s.Phones) == 0 && regexp.MustCompile(`(?i)\bcall\b`).MatchString(s.HowToReach) {
			t.Errorf("%s: says to call and gives no number", id)
		}
	}
}

// The mapping and the services name each other, once each.
func TestDerbyshireNeedsNameAllServices(t *testing.T) {
	services := map[string]*directory.Service{}
	for _, s := range load(t, seeds.Derbyshire) {
		services[s.Origin.SourceID] = s
	}
	seen := map[string]bool{}
	for _, r := range rows(t, seeds.Derbyshire, "needs.csv") {
		s := services[r["service"]]
		if s == nil || seen[r["service"]] {
			t.Errorf("%s: not a service, or there twice", r["service"])
			continue
		}
		seen[r["service"]] = true
		var needs []string
		for _, n := range s.Needs {
			needs = append(needs, string(n))
		}
		if got := strings.Join(needs, ";"); got != r["needs"] {
			t.Errorf("%s: services.json has %s, needs.csv %s; make it again", r["service"], got, r["needs"])
		}
	}
	for id := range services {
		if !seen[id] {
			t.Errorf("%s: has no line in needs.csv", id)
		}
	}
}

// Facts that can be looked up, and facts that must have been left out.
func TestDerbyshireFacts(t *testing.T) {
	services := map[string]*directory.Service{}
	for _, s := range load(t, seeds.Derbyshire) {
		services[s.Origin.SourceID] = s
	}
	if got := len(services); got != 123 {
		t.Errorf("%d services", got)
	}
	number := func(id string) string {
		if s := services[id]; s != nil && len(s.Phones) > 0 {
			return s.Phones[0].Number
		}
		return ""
	}
	for id, want := range map[string]string{
		"samaritans": "116 123", "childline": "0800 1111", "nhs-111-mental-health": "111", "shout": "85258",
		"derbyshire-domestic-abuse-helpline": "08000 198 668", "derby-derbyshire-talking-therapies": "0333 041 7262",
		"derby-west-indian-community-association": "01332 371529",
		// marked C, so not to be shown
		"crossroads-derbyshire": "", "derbyshire-gypsy-liaison-group": "", "british-red-cross-derby": "",
	} {
		if got := number(id); got != want {
			t.Errorf("%s: number %q, want %q", id, got, want)
		}
	}
	for _, gone := range []string{"derbyshire-mental-health-helpline", "derby-singh-sabha-gurdwara", "refuge-derby", "ikwro"} {
		if services[gone] != nil {
			t.Errorf("%s is there, and may not be shown", gone)
		}
	}
	if s := services["southall-black-sisters"]; len(s.Phones) != 1 {
		t.Errorf("southall-black-sisters: %d numbers; the older one is in dispute", len(s.Phones))
	}
	if s := services["samaritans"]; len(s.Schedules) != 1 || s.Schedules[0].Closes != 1440 || len(s.Languages) != 0 {
		t.Errorf("samaritans: schedules %v, languages %v", s.Schedules, s.Languages)
	}
	if s := services["karma-nirvana"]; len(s.Schedules) != 0 || s.Hours == "" {
		t.Errorf("karma-nirvana: the hours are in dispute and must be prose only")
	}
	if s := services["derby-west-indian-community-association"]; len(s.Places) != 1 || s.Places[0].Location.Point != (directory.Point{Lat: 52.922, Lon: -1.477}) {
		t.Errorf("DWICA: places %v; the point is the centre of DE1", s.Places)
	}
	if s := services["derby-pakistan-community-centre"]; len(s.Places) != 0 || !s.Organisation.Community {
		t.Errorf("Pakistan Community Centre: an address marked C, or not a community group")
	}
	if s := services["roma-support-group"]; len(s.Languages) != 4 || s.Languages[0].Confirmed {
		t.Errorf("roma-support-group: languages %v are expectations", s.Languages)
	}
}

// Whoever is worried about somebody is given the councils' numbers as the facts have
// them: Call Derbyshire for the county, and the city's own for the city.
func TestWhomToRingInDerbyshire(t *testing.T) {
	got := map[string]int{}
	for _, s := range load(t, seeds.Derbyshire) {
		if s.Kind == directory.KindSafeguarding && s.Shown() {
			for _, p := range s.Phones {
				got[p.Number+" "+string(p.Mark)] = len(s.Areas)
			}
		}
	}
	if len(got) != 2 || got["01629 533190 A"] != 8 || got["01332 640777 B"] != 1 {
		t.Errorf("numbers with their marks, and of how many districts: %v", got)
	}
}
