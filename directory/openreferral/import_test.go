package openreferral

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"signpost/directory"
)

var update = flag.Bool("update", false, "rewrite what feeds give")

func archives(t *testing.T, pattern string) map[string]*txtar.Archive {
	t.Helper()
	names, err := filepath.Glob(pattern)
	if err != nil || len(names) == 0 {
		t.Fatalf("no files %s: %v", pattern, err)
	}
	out := map[string]*txtar.Archive{}
	for _, name := range names {
		a, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		out[name] = a
	}
	return out
}

func part(a *txtar.Archive, name string) *txtar.File {
	for i := range a.Files {
		if a.Files[i].Name == name {
			return &a.Files[i]
		}
	}
	return &txtar.File{}
}

// Each file in testdata/refused has one fault. The file is refused with the line
// and the field, whatever came before it.
func TestRefused(t *testing.T) {
	for name, a := range archives(t, "testdata/refused/*.txtar") {
		seq, _ := Import(bytes.NewReader(part(a, "file").Data), Source{Name: "test"})
		var got error
		for s, err := range seq {
			if got != nil {
				t.Errorf("%s: goes on after its fault", name)
			}
			if got = err; err != nil && s != nil {
				t.Errorf("%s: a service beside the fault", name)
			}
		}
		if want := strings.TrimSpace(string(part(a, "says").Data)); got == nil || got.Error() != want {
			t.Errorf("%s:\n got %v\nwant %s", name, got, want)
		}
		if f := new(Fault); !errors.As(got, &f) {
			t.Errorf("%s: %T is not a *Fault", name, got)
		}
	}
}

// Feeds as publishers write them: what we warn of, and what comes out again.
func TestFeeds(t *testing.T) {
	for name, a := range archives(t, "testdata/feeds/*.txtar") {
		source := Source{Name: "feed", URL: "https://feed.example.org", Mark: directory.MarkB}
		services, report := imported(t, string(part(a, "file").Data), source)
		var warnings strings.Builder
		for _, w := range report.Warnings {
			fmt.Fprintln(&warnings, w)
		}
		export := exported(t, services...)
		if *update {
			part(a, "warnings").Data, part(a, "export").Data = []byte(warnings.String()), []byte(export)
			if err := os.WriteFile(name, txtar.Format(a), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		if diff := cmp.Diff(string(part(a, "warnings").Data), warnings.String()); diff != "" {
			t.Errorf("%s: warnings (-want +got):\n%s", name, diff)
		}
		if diff := cmp.Diff(string(part(a, "export").Data), export); diff != "" {
			t.Errorf("%s: export (-want +got):\n%s", name, diff)
		}
		// A second time round nothing is doubtful any more, and nothing changes.
		again, second := imported(t, export, Source{Name: "feed", Ours: true})
		if second.Doubtful > 0 {
			t.Errorf("%s: what we wrote ourselves is doubtful: %v", name, second.Warnings)
		}
		if diff := cmp.Diff(export, exported(t, again...)); diff != "" {
			t.Errorf("%s: written again (-first +second):\n%s", name, diff)
		}
		for _, s := range again {
			for _, f := range s.Validate() {
				t.Errorf("%s: %v", name, f)
			}
			validUK(t, s)
		}
	}
}

func validUK(t *testing.T, s *directory.Service) {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(Marshal(s)))
	if err != nil {
		t.Fatal(err)
	}
	if err := ukSchema(t, "service.json").Validate(doc); err != nil {
		t.Errorf("%s: %v", s.Name, err)
	}
}

// The files a new directory starts with are valid under the standard as they
// stand in the repository.
func TestSeedsAreValidUK(t *testing.T) {
	schema := ukSchema(t, "service.json")
	for _, name := range []string{"derbyshire", "town"} {
		b, err := os.ReadFile("../../seeds/" + name + "/services.json")
		if err != nil {
			t.Fatal(err)
		}
		doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(b))
		if err != nil {
			t.Fatal(err)
		}
		for i, s := range doc.([]any) {
			if err := schema.Validate(s); err != nil {
				t.Errorf("%s[%d]: %v", name, i, err)
			}
		}
		services, _ := imported(t, string(b), Source{Name: name, Ours: true, Strict: true})
		if diff := cmp.Diff(string(b), exported(t, services...)); diff != "" {
			t.Errorf("%s changes by being read and written:\n%s", name, diff)
		}
	}
}

// The same list is read from all four forms.
func TestForms(t *testing.T) {
	const a, b = `{"id":"ac148810-d857-441c-9679-408f346de14b","name":"Tea","status":"active"}`,
		`{"id":"ac148810-d857-441c-9679-408f346de14c","name":"Talk","status":"active"}`
	for form, file := range map[string]string{
		"array":    "[" + a + ",\n" + b + "]",
		"page":     `{"total_items":2,"contents":[` + a + "," + b + `],"empty":false}`,
		"page 1.0": `{"content":[` + a + "," + b + `],"totalElements":2}`,
		"lines":    a + "\n" + b + "\n",
		"with BOM": "\ufeff" + a + "\r\n" + b,
	} {
		services, report := imported(t, file, Source{Name: "test"})
		if len(services) != 2 || services[1].Name != "Talk" || report.Services != 2 || report.Doubtful != 0 {
			t.Errorf("%s: %d services, report %+v", form, len(services), report)
		}
	}
	if one, _ := imported(t, a, Source{Name: "test"}); len(one) != 1 || one[0].Name != "Tea" {
		t.Errorf("a service by itself: %v", one)
	}
}

// Real feeds give one id to two services, and send a service twice.
func TestOneIDForTwo(t *testing.T) {
	const file = `[{"id":"ac148810-d857-441c-9679-408f346de14b","name":"Tea","status":"active"},
{"id":"ac148810-d857-441c-9679-408f346de14b","name":"Talk","status":"active"},
{"id":"ac148810-d857-441c-9679-408f346de14b","name":"Tea","status":"active"}]`
	services, report := imported(t, file, Source{Name: "test"})
	if len(services) != 2 || services[0].ID == services[1].ID || report.Doubles != 1 {
		t.Fatalf("%d services, %d doubles", len(services), report.Doubles)
	}
	if len(report.Warnings) != 1 || report.Warnings[0].Line != 2 {
		t.Errorf("warnings %v", report.Warnings)
	}
	again, _ := imported(t, file, Source{Name: "test"})
	if again[1].ID != services[1].ID {
		t.Error("the id made for the second is not the same next time")
	}
}

// A stranger's file cannot say that it is from the owner of our records.
func TestStrangersDoNotOwn(t *testing.T) {
	services, _ := imported(t, exported(t, full()), Source{Name: "stranger"})
	s := services[0]
	if s.Origin.Owner != "stranger" || s.Origin.Mark != "" || s.Version != 0 || s.Assured.Role == "group admin" {
		t.Errorf("taken from the file: %+v, version %d, role %q", s.Origin, s.Version, s.Assured.Role)
	}
}

// With Strict, what would be a warning refuses the file.
func TestStrict(t *testing.T) {
	seq, _ := Import(strings.NewReader("[\n"+`{"id":"svc-1","name":"Tea","status":"active"}]`), Source{Name: "test", Strict: true})
	for _, err := range seq {
		if want := "line 2, [0].id: this is not a UUID; one was made from it"; err == nil || err.Error() != want {
			t.Errorf("got %v, want %s", err, want)
		}
	}
}

func FuzzImport(f *testing.F) {
	for _, pattern := range []string{"testdata/refused/*.txtar", "testdata/feeds/*.txtar"} {
		names, _ := filepath.Glob(pattern)
		for _, name := range names {
			if a, err := txtar.ParseFile(name); err == nil {
				f.Add(part(a, "file").Data)
			}
		}
	}
	f.Add([]byte(Marshal(full())))
	f.Fuzz(func(t *testing.T, file []byte) {
		seq, report := Import(bytes.NewReader(file), Source{Name: "fuzz"})
		n := 0
		for s, err := range seq {
			if err != nil {
				break
			}
			n++
			if !s.ID.Valid() || s.Name == "" && strings.TrimSpace(s.Name) != "" {
				t.Fatalf("a service without an id or a name: %+v", s)
			}
			// What was once let in can be written and read again without a fault.
			back, report := Import(bytes.NewReader(Marshal(s)), Source{Name: "fuzz", Ours: true})
			for _, err := range back {
				if err != nil {
					t.Fatalf("%v\n%s\n%v", err, Marshal(s), report.Warnings)
				}
			}
		}
		if n != report.Services || len(report.Warnings) > maxWarnings {
			t.Fatalf("%d services, report %d", n, report.Services)
		}
	})
}

func BenchmarkImport(b *testing.B) {
	record := Marshal(full())
	var file bytes.Buffer
	const count = 1000
	for i := range count {
		file.Write(bytes.Replace(record, []byte("000000000001"), fmt.Appendf(nil, "%012d", i+100), 1))
		file.WriteByte('\n')
	}
	b.SetBytes(int64(file.Len()))
	for b.Loop() {
		seq, _ := Import(bytes.NewReader(file.Bytes()), ours)
		n := 0
		for _, err := range seq {
			if err != nil {
				b.Fatal(err)
			}
			n++
		}
		if n != count {
			b.Fatal(n)
		}
	}
	b.ReportMetric(float64(count*b.N)/b.Elapsed().Seconds(), "services/s")
}

// Nobody's name is in a listing, whoever's file says it: in ours it is a mistake
// that refuses the file.
func TestNobodysName(t *testing.T) {
	const contact = `{"id":"1e7efce3-639b-4880-940c-b95cd30cdb50","name":"Ann Persona","title":"Reception"}`
	file := `[{"id":"ac148810-d857-441c-9679-408f346de14b","name":"Tea","status":"active","contacts":[` + contact + `],
"organization":{"id":"d9d5e0f5-d3ce-4f73-9a2f-4dd0ecc6c610","name":"Tea People","contacts":[` + contact + `]},
"service_at_locations":[{"id":"d9d5e0f5-d3ce-4f73-9a2f-4dd0ecc6c611","contacts":[` + contact + `]}]}]`
	for _, source := range []Source{{Name: "feed"}, {Name: "feed", Ours: true}} {
		services, report := imported(t, file, source)
		s := services[0]
		if len(s.Contacts) != 1 || s.Contacts[0].Title != "Reception" || report.Doubtful != 3 {
			t.Errorf("%+v, %v", s.Contacts, report.Warnings)
		}
		kept, err := json.Marshal(s)
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(string(kept), "Persona") || strings.Contains(exported(t, services...), "Persona") {
			t.Errorf("a name was kept: %s", kept)
		}
	}
	seq, _ := Import(strings.NewReader(file), ours)
	for _, err := range seq {
		if f := new(Fault); !errors.As(err, &f) {
			t.Errorf("%v: the file was not refused", err)
		}
	}
}
