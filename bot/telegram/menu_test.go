package telegram

import (
	"net/http"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"signpost/locales"
)

func profiles() map[string]Profile {
	return map[string]Profile{
		"en":      {Name: "Signpost", Description: "Places near you.", ShortDescription: "Places", Commands: []Command{{"find", "Find a place"}, {"language", "Language"}}},
		"pl":      {Description: "Miejsca blisko ciebie.", Commands: []Command{{"find", "Znajdź miejsce"}}},
		"pa-arab": {Name: "x"},
	}
}

// written are the calls that set something.
func (f *fake) written() []string {
	f.mu.Lock()
	defer f.mu.Unlock()
	var out []string
	for _, c := range f.calls {
		if strings.HasPrefix(c.method, "set") {
			out = append(out, strings.TrimSpace(c.method+" "+c.params["language_code"]+" "+c.params["scope"]))
		}
	}
	f.calls = nil
	return out
}

func TestProfile(t *testing.T) {
	f := newFake(t)
	b, _ := f.door()
	if err := b.Profile(t.Context(), profiles()); err != nil {
		t.Fatal(err)
	}
	var want []string
	for _, lang := range []string{"", " en"} {
		want = append(want, "setMyName"+lang, "setMyDescription"+lang, "setMyShortDescription"+lang)
		for _, scope := range scopes {
			want = append(want, strings.TrimSpace("setMyCommands "+strings.TrimSpace(lang)+" "+scope))
		}
	}
	want = append(want, "setMyDescription pl", "setMyCommands pl "+scopes[0], "setMyCommands pl "+scopes[1])
	got := f.written()
	for i := range got {
		got[i] = strings.ReplaceAll(got[i], "  ", " ")
	}
	for i := range want {
		want[i] = strings.ReplaceAll(want[i], "  ", " ")
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("the first time: %s", d)
	}
	if err := b.Profile(t.Context(), profiles()); err != nil {
		t.Fatal(err)
	}
	if got := f.written(); len(got) > 0 {
		t.Errorf("the second time it wrote %q", got)
	}
	changed := profiles()
	pl := changed["pl"]
	pl.Description = "Inaczej."
	changed["pl"] = pl
	if err := b.Profile(t.Context(), changed); err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff([]string{"setMyDescription pl"}, f.written()); d != "" {
		t.Errorf("one difference: %s", d)
	}
}

// Each language that is shipped has its own two-letter code at Telegram.
func TestEveryLanguageHasItsProfile(t *testing.T) {
	given := map[string]Profile{}
	for _, l := range locales.Languages() {
		given[l.Tag] = Profile{Description: l.Own}
	}
	got := map[string]string{}
	for code, p := range byCode(given) {
		got[code] = p.Description
	}
	for tag, code := range map[string]string{"en": "en", "pl": "pl", "pa": "pa", "ur": "ur", "zh-Hant": "zh"} {
		if got[code] != given[tag].Description || got[code] == "" {
			t.Errorf("%q is shown %q, want the words in %s", code, got[code], tag)
		}
	}
	if len(got) != len(given)+1 {
		t.Errorf("%d profiles of %d languages and one for everybody else", len(got), len(given))
	}
	f := newFake(t)
	b, _ := f.door()
	if err := b.Profile(t.Context(), given); err != nil {
		t.Fatal(err)
	}
	want := []string{"setMyDescription", "setMyDescription en", "setMyDescription pa", "setMyDescription pl", "setMyDescription ur", "setMyDescription zh"}
	if d := cmp.Diff(want, f.written()); d != "" {
		t.Error(d)
	}
}

func TestOwnCodeGoesBeforeAScript(t *testing.T) {
	got := byCode(map[string]Profile{"zh-Hant": {Name: "traditional"}, "zh": {Name: "both"}})
	if got["zh"].Name != "both" || len(got) != 1 {
		t.Errorf("zh is shown %v", got)
	}
}

func TestProfileHoldsTheLimits(t *testing.T) {
	for name, p := range map[string]Profile{
		"name":              {Name: strings.Repeat("ż", 65)},
		"short description": {ShortDescription: strings.Repeat("ż", 121)},
		"description":       {Description: strings.Repeat("ż", 513)},
		"command":           {Commands: []Command{{"Find", "x"}}},
		"no words":          {Commands: []Command{{"find", ""}}},
		"long words":        {Commands: []Command{{"find", strings.Repeat("ż", 257)}}},
		"many commands":     {Commands: make([]Command, 101)},
	} {
		f := newFake(t)
		b, _ := f.door()
		if err := b.Profile(t.Context(), map[string]Profile{"en": p}); err == nil {
			t.Errorf("%s: no error", name)
		}
		if len(f.calls) > 0 {
			t.Errorf("%s: %d calls", name, len(f.calls))
		}
	}
	f := newFake(t)
	b, _ := f.door()
	full := Profile{Name: strings.Repeat("ż", 64), Description: strings.Repeat("ż", 512), ShortDescription: strings.Repeat("ż", 120)}
	if err := b.Profile(t.Context(), map[string]Profile{"en": full}); err != nil {
		t.Errorf("at the limits: %v", err)
	}
}

func TestOneRefusedTextDoesNotStopTheRest(t *testing.T) {
	f := newFake(t)
	f.faulty(func(method string, _ int) http.HandlerFunc {
		if method == "setMyName" {
			return saysNo(429, "Too Many Requests: retry after 80000", 80000)
		}
		return nil
	})
	b, _ := f.door()
	if err := b.Profile(t.Context(), profiles()); err == nil || !strings.Contains(err.Error(), "setMyName") {
		t.Errorf("error %v, want that of setMyName", err)
	}
	if got := strings.Join(f.written(), "\n"); !strings.Contains(got, "setMyCommands pl") {
		t.Errorf("written: %s", got)
	}
}

// When nobody answers, one call says so: the error is one line, and the others are
// not made.
func TestAProfileThatNobodyTakes(t *testing.T) {
	f := newFake(t)
	f.faulty(func(string, int) http.HandlerFunc { return page(502, "text/html", "<html>Bad Gateway</html>") })
	b, _ := f.door()
	err := b.Profile(t.Context(), profiles())
	if err == nil || strings.Contains(err.Error(), "\n") || len(err.Error()) > 150 {
		t.Errorf("the error is %v", err)
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	if len(f.calls) > 1 {
		t.Errorf("%d calls were made of a Telegram that is not there", len(f.calls))
	}
}
