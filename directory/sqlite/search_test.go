package sqlite_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"signpost/directory"
	"signpost/directory/sqlite"
)

// listing is a small service to be found.
func listing(n int, name, description string, more ...func(*directory.Service)) *directory.Service {
	s := &directory.Service{ID: id(n), Name: name, Description: description, Status: directory.Active}
	for _, m := range more {
		m(s)
	}
	return s
}

func status(to directory.Status) func(*directory.Service) {
	return func(s *directory.Service) { s.Status = to }
}

func by(n int, organisation string) func(*directory.Service) {
	return func(s *directory.Service) {
		s.Organisation = directory.Organisation{ID: id(n), Name: organisation}
	}
}

func translated(field, language, text string) func(*directory.Service) {
	return func(s *directory.Service) {
		s.Translations = append(s.Translations, directory.Translation{Field: field, Language: language, Text: text})
	}
}

// titles are the names that a search gives, in order.
func titles(t *testing.T, d *sqlite.Directory, text string, limit int) []string {
	t.Helper()
	found, err := d.Search(t.Context(), text, limit)
	if err != nil {
		t.Fatalf("%q: %v", text, err)
	}
	var out []string
	for _, s := range found {
		out = append(out, s.Name)
	}
	return out
}

func TestSearch(t *testing.T) {
	d := openDirectory(t, t.TempDir())
	importAll(
		t, d, "millbrook",
		listing(1, "Café Łódź", "Tea and talk"),
		listing(2, "Garden Club", "Digging, and a café afterwards"),
		listing(3, "Straße Ørsted", "Walks", by(90, "Weirside Walkers")),
		listing(4, "Arabic Line", "Talk in your language", translated("description", "ar", "نقدّم المساعدة لكل عائلة")),
		listing(5, "Hindi Circle", "Meet", translated("name", "hi", "हिन्दी मंडली")),
		listing(6, "Cantonese Group", "Meet", translated("name", "zh-Hant", "粵語互助小組")),
		listing(7, "Café Closed", "Gone", status(directory.Inactive)),
		listing(8, "Café Defunct", "Gone", status(directory.Defunct)),
		listing(9, "Café Paused", "Back soon", status(directory.TemporarilyClosed)),
		listing(10, "Café Hearsay", "Nobody has checked it", func(s *directory.Service) { s.Origin.Mark = directory.MarkC }),
		listing(11, "Bereavement Counselling", "Grief"),
		listing(12, "İstanbul Iğdır Kulübü", "Turkish friends"),
		listing(13, "Urdu Ladies", "Sewing", translated("description", "ur", "خواتین کی مدد")),
	)
	for _, c := range []struct {
		text string
		want []string
	}{
		{"cafe", []string{"Café Paused", "Café Łódź", "Garden Club"}}, // in the name first, and never what is closed for good
		{"CAFÉ", []string{"Café Paused", "Café Łódź", "Garden Club"}},
		{"lodz", []string{"Café Łódź"}},
		{"cafe lodz", []string{"Café Łódź"}},
		{"strasse orsted", []string{"Straße Ørsted"}},
		{"weirside", []string{"Straße Ørsted"}},           // the organisation's name
		{"مساعدة", []string{"Arabic Line"}},               // written with its article and a mark in the listing
		{"مدد", []string{"Urdu Ladies"}},                  // three letters are enough
		{"خواتين", []string{"Urdu Ladies"}},               // an Arabic keyboard's yeh for the Urdu one
		{"हिन्दी", []string{"Hindi Circle"}},              // with its vowel signs
		{"हिन्दा", nil},                                   // which tell words apart
		{"互助", []string{"Cantonese Group"}},               // in the middle of a text without spaces
		{"eavement", []string{"Bereavement Counselling"}}, // a part of a word
		{"bereav", []string{"Bereavement Counselling"}},   // not written to its end
		{"counselling bereavement", []string{"Bereavement Counselling"}},
		{"counsel bereavement", []string{"Bereavement Counselling"}}, // by its parts
		{"istanbul igdir", []string{"İstanbul Iğdır Kulübü"}},
		{"cafe nowhere", nil},
		{"", nil},
		{"  !?\"*() ", nil},
		{`"`, nil},
		{`garden" OR "hills`, nil}, // quotes are no more than quotes, and such words no more than words
		{"name:garden", nil},
		{"garden NOT hills", nil},
		{"garden OR hills", nil},
		{"garden-club", []string{"Garden Club"}},
	} {
		if diff := cmp.Diff(c.want, titles(t, d, c.text, 10)); diff != "" {
			t.Errorf("%q: %s", c.text, diff)
		}
	}
	if got := titles(t, d, "cafe", 2); len(got) != 2 {
		t.Errorf("%v, want no more than 2", got)
	}
}

func TestSearchFollowsTheListing(t *testing.T) {
	d := openDirectory(t, t.TempDir())
	importAll(t, d, "millbrook", listing(1, "Garden Club", "Digging", by(90, "Oldname Trust")), listing(2, "Chess", "Quiet"))
	importAll(t, d, "millbrook", listing(1, "Walking Club", "Hills", by(90, "Newname Trust")), listing(2, "Chess", "Quiet", by(90, "Newname Trust")))
	for text, want := range map[string][]string{
		"garden": nil, "gard": nil, "digging": nil, "walking": {"Walking Club"}, "oldname": nil, "ldnam": nil,
		"newname": {"Chess", "Walking Club"},
	} {
		if diff := cmp.Diff(want, titles(t, d, text, 10)); diff != "" {
			t.Errorf("%q: %s", text, diff)
		}
	}
}

// What somebody types may be anything; it is never a query of its own.
func FuzzSearch(f *testing.F) {
	for _, s := range []string{"cafe", `"`, `a" OR b`, "NEAR(a b)", "ˈ", "粵語", "\x00", "a*", strings.Repeat("ab ", 99), "हिन्दी", "^a"} {
		f.Add(s)
	}
	d := openDirectory(f, f.TempDir())
	importAll(f, d, "millbrook", listing(1, "Café Łódź", "Tea and talk"))
	f.Fuzz(func(t *testing.T, text string) {
		if _, err := d.Search(t.Context(), text, 3); err != nil {
			t.Error(err)
		}
	})
}
