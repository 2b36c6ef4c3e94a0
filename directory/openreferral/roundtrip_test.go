package openreferral

import (
	"bytes"
	"encoding/json"
	"iter"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"signpost/directory"
)

var ours = Source{Name: "test", Ours: true, Strict: true}

// full has every field of a service. Place, numbers and names are invented.
func full() *directory.Service {
	const id = "8d1e2b8e-5f0a-4f6e-9c62-000000000001"
	mon, thu := directory.ID("8d1e2b8e-5f0a-4f6e-9c62-000000000010"), directory.ID("8d1e2b8e-5f0a-4f6e-9c62-000000000011")
	at := directory.ID("8d1e2b8e-5f0a-4f6e-9c62-000000000020")
	return &directory.Service{
		ID: id,
		Organisation: directory.Organisation{
			ID: "8d1e2b8e-5f0a-4f6e-9c62-000000000002", Name: "Harrowbeck Polish Association", Description: "A group of neighbours.",
			Email: "hello@polish.example.org", Website: "https://polish.example.org", Community: true,
			Identifiers: []directory.Identifier{{Scheme: "GB-CHC", Type: "Charity number", Identifier: "EXAMPLE-1"}, {Type: "Club register", Identifier: "7"}},
			Origin:      directory.Origin{Owner: "test", Source: "test", SourceID: "polish"}, Extra: json.RawMessage(`{"logo":"https://polish.example.org/logo.png"}`),
		},
		Name: "Herbatka", Description: "Tea and talk in Polish.", Kind: "drop-in", Group: directory.LocalCommunity,
		Status: directory.TemporarilyClosed, Alert: "Closed for repairs.",
		Needs: []directory.Need{directory.JustTalk, directory.LGBTQ},
		Communities: []directory.Welcome{
			{Community: "polish", Confirmed: true}, {Community: "slovak", Only: true, Confirmed: true}, {Community: "czech", Only: true},
		},
		Languages:   []directory.Speaks{{Language: "pl", Confirmed: true}, {Language: "uk"}},
		Interpreter: true, Ways: []directory.Way{directory.InPerson, directory.ByPhone},
		GetIn: []directory.GetIn{directory.DropIn, directory.RingFirst}, HowToReach: "Just come.",
		Gender: directory.Women, MinAge: 16, MaxAge: 64, Eligibility: "Women from 16 to 64.",
		Cost: directory.Cost{Free: true, Note: "Free; cake is £1."}, Access: []directory.Access{directory.BSL, directory.Children},
		Phones: []directory.Phone{
			{ID: "8d1e2b8e-5f0a-4f6e-9c62-000000000030", Number: "01632 960001", Mark: directory.MarkA},
			{ID: "8d1e2b8e-5f0a-4f6e-9c62-000000000031", Number: "07700 900001", Label: "Send HELLO", Text: true, Mark: directory.MarkB},
			{ID: "8d1e2b8e-5f0a-4f6e-9c62-000000000032", Number: "01632 960002", Contact: "8d1e2b8e-5f0a-4f6e-9c62-000000000070", Mark: directory.MarkB},
		},
		Contacts: []directory.Contact{
			{ID: "8d1e2b8e-5f0a-4f6e-9c62-000000000070", Title: "Welfare rights", Email: "rights@polish.example.org"},
			{ID: "8d1e2b8e-5f0a-4f6e-9c62-000000000071", Email: "teacups@gmail.com"},
		},
		Email: "tea@polish.example.org", Website: "https://polish.example.org/tea",
		Places: []directory.ServiceAtLocation{{ID: at, Location: directory.Location{
			ID: "8d1e2b8e-5f0a-4f6e-9c62-000000000021", Name: "Mill Hall",
			Address: directory.Address{Line: "1 Mill Lane", Town: "Harrowbeck", Postcode: "QH1 1AA"},
			Point:   directory.Point{Lat: 53.25, Lon: -1.5}, Exact: true, Access: []directory.Access{directory.StepFree, directory.HearingLoop}, Note: "The blue door.",
		}}},
		Areas: []directory.Area{
			{ID: "harrowbeck", Name: "Harrowbeck", URI: "https://statistics.example.org/E07999999"}, {ID: directory.UKWide, Name: "United Kingdom"},
		},
		Schedules: []directory.Schedule{
			{
				ID: mon, Place: at, Freq: directory.Weekly, Interval: 2, ByDay: []directory.DayRule{{Day: time.Monday}},
				Start: "2030-01-07", ValidFrom: "2030-01-01", ValidTo: "2030-12-31", Opens: 600, Closes: 720, Way: directory.InPerson,
				Description: "Upstairs.", Session: true,
			},
			{ID: thu, Freq: directory.Monthly, ByDay: []directory.DayRule{{Day: time.Thursday, Nth: 1}, {Day: time.Friday, Nth: -1}}, Opens: 1320, Closes: 120, Way: directory.ByPhone},
			{ID: "8d1e2b8e-5f0a-4f6e-9c62-000000000012", Freq: directory.Monthly, ByMonthDay: []int{1, 15}, Opens: 0, Closes: 1440},
		},
		Exceptions: []directory.Exception{
			{ID: "8d1e2b8e-5f0a-4f6e-9c62-000000000040", From: "2030-12-24", To: "2030-12-26", Closed: true, Reason: "Christmas"},
			{
				ID: "8d1e2b8e-5f0a-4f6e-9c62-000000000041", Schedule: mon, Original: "2030-06-10T10:00",
				NewStart: "2030-06-11T14:00", NewEnd: "2030-06-11T16:00", Place: at, Reason: "the hall is let",
			},
		},
		Hours: "Mondays, every other week", Origin: directory.Origin{
			Owner: "8d1e2b8e-5f0a-4f6e-9c62-000000000002", Source: "test", SourceID: "herbatka", URL: "https://polish.example.org", Label: "their leaflet", Date: "2029-12", Mark: directory.MarkA,
		},
		Assured: directory.Assurance{On: "2030-05-01", Role: "group admin"},
		Translations: []directory.Translation{
			{Field: "name", Language: "pl", Text: "Herbatka", Hash: "abc", Reviewed: directory.Assurance{On: "2030-05-01", Role: "translator"}},
			{Field: "description", Language: "ur", Text: "چائے اور گفتگو", Machine: true},
		},
		Example: true, Version: 7, Modified: time.Date(2030, 5, 1, 9, 30, 0, 123e6, time.UTC),
		Extra: json.RawMessage(`{"funding":[{"id":"8d1e2b8e-5f0a-4f6e-9c62-000000000050","source":"a grant"}],"schedules/` + string(mon) + `":{"schedule_link":"https://polish.example.org/when"}}`),
	}
}

func each(services ...*directory.Service) iter.Seq2[*directory.Service, error] {
	return func(yield func(*directory.Service, error) bool) {
		for _, s := range services {
			if !yield(s, nil) {
				return
			}
		}
	}
}

func exported(t *testing.T, services ...*directory.Service) string {
	t.Helper()
	var b bytes.Buffer
	if err := Export(&b, each(services...)); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func imported(t *testing.T, file string, source Source) ([]*directory.Service, *Report) {
	t.Helper()
	seq, report := Import(strings.NewReader(file), source)
	var out []*directory.Service
	for s, err := range seq {
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, s)
	}
	return out, report
}

// What leaves comes back the same: nothing of ours is lost on the wire.
func TestExportThenImport(t *testing.T) {
	file := exported(t, full())
	back, _ := imported(t, file, ours)
	if len(back) != 1 {
		t.Fatalf("%d services came back", len(back))
	}
	if diff := cmp.Diff(full(), back[0]); diff != "" {
		t.Errorf("lost on the way (-left +came back):\n%s", diff)
	}
	if again := exported(t, back...); again != file {
		t.Errorf("written a second time it differs:\n%s", cmp.Diff(file, again))
	}
}

// Whether a point is the door itself survives our own files both ways. Of
// another publisher's file its digits tell, and no claim makes it finer.
func TestExactPoint(t *testing.T) {
	rough, fine := directory.Point{Lat: 53.25, Lon: -1.5}, directory.Point{Lat: 53.2514, Lon: -1.50032}
	for _, c := range []struct {
		name    string
		at      directory.Point
		exact   bool
		foreign bool // what another house makes of it
	}{
		{"middle of a district", rough, false, false},
		{"a door with few digits", rough, true, false},
		{"a door", fine, true, true},
		{"a fine point that is no door", fine, false, false},
		{"fine one way only", directory.Point{Lat: 53.2514, Lon: -1.5}, false, false},
		{"no point", directory.Point{}, false, false},
	} {
		s := full()
		s.Places[0].Location.Point, s.Places[0].Location.Exact = c.at, c.exact
		file := exported(t, s)
		back, _ := imported(t, file, ours)
		if got := back[0].Places[0].Location; got.Point != c.at || got.Exact != c.exact {
			t.Errorf("%s: came back as %v, exact %v", c.name, got.Point, got.Exact)
		}
		theirs, _ := imported(t, file, Source{Name: "stranger"})
		if got := theirs[0].Places[0].Location.Exact; got != c.foreign {
			t.Errorf("%s: in another house exact is %v", c.name, got)
		}
	}
}

// A confidential service leaves without a word of where it is.
func TestConfidentialHasNoPlace(t *testing.T) {
	s := full()
	s.Confidential = true
	s.Extra = json.RawMessage(`{"addresses/` + string(s.Places[0].Location.ID) + `":{"attention":"Mill Hall"},"service_at_locations":[{"id":"8d1e2b8e-5f0a-4f6e-9c62-000000000060","location":{"name":"Mill Hall"}}]}`)
	file := exported(t, s)
	for _, word := range []string{"Mill Hall", "Mill Lane", "QH1", "53.25", "service_at_locations"} {
		if strings.Contains(file, word) {
			t.Errorf("%q is in the file", word)
		}
	}
	back, _ := imported(t, file, ours)
	if len(back[0].Places) != 0 || !back[0].Confidential {
		t.Errorf("came back with places %v, confidential %v", back[0].Places, back[0].Confidential)
	}
}

func ukSchema(t *testing.T, name string) *jsonschema.Schema {
	t.Helper()
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	c.DefaultDraft(jsonschema.Draft2020)
	const at = "https://openreferraluk.org/specifications/3.0/schema/"
	files, err := filepath.Glob("testdata/oruk-uk-3.0/*.json")
	if err != nil || len(files) == 0 {
		t.Fatalf("no schemas: %v", err)
	}
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(b))
		if err != nil {
			t.Fatal(err)
		}
		if err := c.AddResource(at+filepath.Base(f), doc); err != nil {
			t.Fatal(err)
		}
	}
	s, err := c.Compile(at + name)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// What we write is valid under Open Referral UK 3.0, with formats.
func TestExportIsValidUK(t *testing.T) {
	schema := ukSchema(t, "service.json")
	bare := &directory.Service{ID: "8d1e2b8e-5f0a-4f6e-9c62-000000000009", Name: "A bare one"}
	for _, s := range []*directory.Service{full(), bare} {
		doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(Marshal(s)))
		if err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(doc); err != nil {
			t.Errorf("%s: %v", s.Name, err)
		}
	}
	broken := strings.Replace(string(Marshal(full())), `"url":"https:`, `"url":" no address:`, 1)
	doc, err := jsonschema.UnmarshalJSON(strings.NewReader(broken))
	if err != nil {
		t.Fatal(err)
	}
	if schema.Validate(doc) == nil {
		t.Error("the schema lets a broken address through, so it proves nothing")
	}
}

// Numbers come as people write them. Where it is not plain which one to ring,
// there is none.
func TestTelephone(t *testing.T) {
	for text, want := range map[string][2]string{
		"01632 960001":                    {"01632 960001", ""},
		"Front desk: 01632 960001":        {"01632 960001", "Front desk"},
		"01632 960001 ext. 12":            {"01632 960001", "ext. 12"},
		"+44 (0)1632 960001":              {"+44 (0)1632 960001", ""},
		"116\u00a0123":                    {"116 123", ""},
		"01632 960001 or 01632 960002":    {"", ""},
		"ask at the desk":                 {"", ""},
		"0163296000101632960002":          {"", ""},
		"01632 960001 (Mondays, evening)": {"01632 960001", "Mondays, evening"},
	} {
		number, label, ok := telephone(text)
		if got := [2]string{number, label}; got != want || ok != (want[0] != "") {
			t.Errorf("%q: %q, %v", text, got, ok)
		}
	}
}
