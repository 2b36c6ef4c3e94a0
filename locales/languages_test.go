package locales_test

import (
	"slices"
	"testing"

	"golang.org/x/text/language"
	"golang.org/x/text/unicode/bidi"

	"signpost/locales"
)

func TestMatch(t *testing.T) {
	for tag, want := range map[string]string{
		"en": "en", "en-GB": "en", "EN_us": "en", "ur": "ur", "ur-PK": "ur", "ur-Arab-GB": "ur",
		"ur-Latn": "", // who writes Urdu in Latin letters may not read the others
		"pa-PK":   "ur", "pnb": "ur", "pa-Arab": "ur", "pa": "pa", "pa-IN": "pa", "pa-Guru-GB": "pa", "pa-Latn": "", "": "", "pl": "pl", "pl-PL": "pl", "zh-hans": "", "pt-br": "", "fil": "", "e": "", "-": "",
		"zh-hant": "zh-Hant", "zh-HK": "zh-Hant", "zh-Hant-HK": "zh-Hant", "zh-TW": "zh-Hant", "zh-MO": "zh-Hant",
		"yue": "zh-Hant", "yue-HK": "zh-Hant", "zh-yue": "zh-Hant", "hak": "zh-Hant", "zh-CN": "",
	} {
		if got := locales.Match(tag); got != want {
			t.Errorf("Match(%q) = %q, want %q", tag, got, want)
		}
	}
}

func TestRegistry(t *testing.T) {
	if first := locales.Languages()[0]; first.Tag != locales.Source {
		t.Errorf("%s comes before English", first.Tag)
	}
	for _, l := range locales.Languages() {
		if got := language.MustParse(l.Tag).String(); got != l.Tag {
			t.Errorf("%s is written %s", l.Tag, got)
		}
		script, _ := language.MustParse(l.Tag).Script()
		if script.String() != l.Script {
			t.Errorf("%s is written in %s, not %s", l.Tag, script, l.Script)
		}
		if rtl := startsRTL(l.Own); rtl != l.RTL {
			t.Errorf("%s: RTL is %t, but its own name %q says otherwise", l.Tag, l.RTL, l.Own)
		}
		for _, tag := range l.Chain {
			if _, ok := locales.Find(tag); !ok {
				t.Errorf("%s: %s of its chain is not shipped", l.Tag, tag)
			}
		}
		if checked := l.CheckedBy != ""; l.Tag != locales.Source && checked != (l.Status == locales.Checked) {
			t.Errorf("%s is %s, checked by %q", l.Tag, l.Status, l.CheckedBy)
		}
		if locales.Match(l.Tag) != l.Tag {
			t.Errorf("a phone in %s is not matched", l.Tag)
		}
	}
	if !locales.IsDraft("ur") || locales.IsDraft("en") || !locales.IsDraft("xx") {
		t.Error("only what a named speaker has checked is more than a draft")
	}
}

func startsRTL(s string) bool {
	for _, r := range s {
		p, _ := bidi.LookupRune(r)
		return p.Class() == bidi.R || p.Class() == bidi.AL
	}
	return false
}

// TestCore promises that the messages a speaker must check are there in each
// language, and few enough to be checked in about an hour: most of them are a line
// of the urgent card, of which each variant has its own.
func TestCore(t *testing.T) {
	core := locales.CoreIDs()
	if len(core) < 5 || len(core) > 70 {
		t.Errorf("%d core messages", len(core))
	}
	if !slices.Contains(core, "button.urgent") {
		t.Error("the way to urgent help is not a core message")
	}
	for _, l := range locales.Languages() {
		for _, id := range core {
			if locales.CoreText(l.Tag, id) == "" {
				t.Errorf("%s lacks %s", l.Tag, id)
			}
		}
	}
}
