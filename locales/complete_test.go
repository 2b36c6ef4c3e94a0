package locales_test

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/BurntSushi/toml"
	"github.com/google/go-cmp/cmp"
	"github.com/nicksnyder/go-i18n/v2/i18n"
	"golang.org/x/text/language"

	"signpost/locales"
)

// eachLanguage runs a test on every language with its messages by id.
func eachLanguage(t *testing.T, test func(t *testing.T, l locales.Language, ms map[string]*i18n.Message)) {
	t.Helper()
	for _, l := range locales.Languages() {
		t.Run(l.Tag, func(t *testing.T) { test(t, l, byID(messagesOf(t, l.Tag))) })
	}
}

func byID(ms []*i18n.Message) map[string]*i18n.Message {
	all := map[string]*i18n.Message{}
	for _, m := range ms {
		all[m.ID] = m
	}
	return all
}

func TestEveryLanguageHasItsFile(t *testing.T) {
	found, err := filepath.Glob("*.toml")
	if err != nil {
		t.Fatal(err)
	}
	var want []string
	for _, l := range locales.Languages() {
		want = append(want, l.Tag+".toml")
	}
	slices.Sort(want)
	slices.Sort(found)
	if d := cmp.Diff(want, found); d != "" {
		t.Errorf("files and languages.go differ (-languages.go +files):\n%s", d)
	}
}

// TestComplete promises each language every message, with the same values, the
// same tags and the plural forms its grammar needs. What is missing is printed
// as a translator can paste it.
func TestComplete(t *testing.T) {
	english := byID(messagesOf(t, "en"))
	eachLanguage(t, func(t *testing.T, l locales.Language, ms map[string]*i18n.Message) {
		needed := pluralForms(t, l.Tag)
		for _, id := range slices.Sorted(maps.Keys(english)) {
			en, m := english[id], ms[id]
			if m == nil {
				t.Errorf("missing:\n\n[%s]\n# %s\nother = \"\"\n", id, en.Other)
				continue
			}
			if d := cmp.Diff(sorted(placeholders(en)), sorted(placeholders(m))); d != "" {
				t.Errorf("%s names other values (-en +%s):\n%s", id, l.Tag, d)
			}
			checkForms(t, m, needed)
			if d := cmp.Diff(sorted(tags(en.Other)), sorted(tags(m.Other))); d != "" {
				t.Errorf("%s has other tags (-en +%s):\n%s", id, l.Tag, d)
			}
		}
		for id := range ms {
			if english[id] == nil {
				t.Errorf("%s: English has no such message", id)
			}
		}
	})
}

// checkForms looks at the forms of one message: all that the language needs when
// the message counts something, and only "other" when it does not.
func checkForms(t *testing.T, m *i18n.Message, needed []string) {
	t.Helper()
	var counts []string
	for _, p := range placeholders(m) {
		if strings.HasSuffix(p, "Count") {
			counts = append(counts, p)
		}
	}
	want := []string{"other"}
	switch len(counts) {
	case 0:
	case 1:
		want = needed
	default:
		t.Errorf("%s counts two things, %v: plural forms can follow one", m.ID, counts)
	}
	var got []string
	for _, f := range formsOf(m) {
		got = append(got, f.name)
		if strings.TrimSpace(f.text) == "" {
			t.Errorf("%s: %s is empty", m.ID, f.name)
		}
		checkTemplate(t, m.ID, f.text)
		for _, p := range placeholders(m) {
			if !strings.HasSuffix(p, "Count") && !strings.Contains(f.text, "{{."+p+"}}") {
				t.Errorf("%s: %s leaves {{.%s}} out", m.ID, f.name, p)
			}
		}
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("%s has other plural forms than it needs (-needed +has):\n%s", m.ID, d)
	}
}

var (
	tag      = regexp.MustCompile(`</?[biu]>|<a href="https://[^"<>{}]*">|</a>`)
	anything = regexp.MustCompile(`[{}<>]`)
)

func tags(text string) []string { return tag.FindAllString(text, -1) }

// checkTemplate allows placeholders and the few tags, and no other brace or
// angle; and what is opened is closed, in order.
func checkTemplate(t *testing.T, id, text string) {
	t.Helper()
	rest := tag.ReplaceAllString(placeholder.ReplaceAllString(text, ""), "")
	if found := anything.FindString(rest); found != "" {
		t.Errorf("%s has a %q that belongs to no placeholder and no tag: %q", id, found, text)
	}
	if err := balanced(text); err != nil {
		t.Errorf("%s: %v: %q", id, err, text)
	}
}

// balanced reports the first tag of some HTML that is not closed in order.
func balanced(text string) error {
	var open []string
	for _, found := range regexp.MustCompile(`<(/?)([a-z]+)[^>]*>`).FindAllStringSubmatch(text, -1) {
		if found[1] == "" {
			open = append(open, found[2])
			continue
		}
		if len(open) == 0 || open[len(open)-1] != found[2] {
			return fmt.Errorf("</%s> closes nothing", found[2])
		}
		open = open[:len(open)-1]
	}
	if len(open) > 0 {
		return fmt.Errorf("<%s> is not closed", open[len(open)-1])
	}
	return nil
}

// pluralForms asks go-i18n itself which forms whole numbers take in a language,
// so that no second copy of the rules is kept.
func pluralForms(t *testing.T, tag string) []string {
	t.Helper()
	lang := language.MustParse(tag)
	b := i18n.NewBundle(lang)
	if err := b.AddMessages(lang, &i18n.Message{
		ID: "form", Zero: "zero", One: "one", Two: "two", Few: "few", Many: "many", Other: "other",
	}); err != nil {
		t.Fatal(err)
	}
	loc := i18n.NewLocalizer(b, tag)
	seen := map[string]bool{"other": true} // go-i18n falls back on it
	for _, n := range append([]int{1000, 1_000_000}, numbersTo(250)...) {
		form, err := loc.Localize(&i18n.LocalizeConfig{MessageID: "form", PluralCount: n})
		if err != nil {
			t.Fatal(err)
		}
		seen[form] = true
	}
	var forms []string
	for _, f := range []string{"zero", "one", "two", "few", "many", "other"} {
		if seen[f] {
			forms = append(forms, f)
		}
	}
	return forms
}

func numbersTo(n int) []int {
	var ns []int
	for i := range n {
		ns = append(ns, i)
	}
	return ns
}

func sorted(s []string) []string {
	s = slices.Clone(s)
	slices.Sort(s)
	return s
}

// TestDescriptions promises translators a word on each message; in rooms that
// are a table of names the comment above the table is enough.
func TestDescriptions(t *testing.T) {
	for _, m := range messagesOf(t, "en") {
		if strings.TrimSpace(m.Description) == "" && !isName(m.ID) {
			t.Errorf("%s has no description", m.ID)
		}
	}
}

// TestRoomsInOrder promises that a room is found where the alphabet says, in
// one piece, in every file.
func TestRoomsInOrder(t *testing.T) {
	eachLanguage(t, func(t *testing.T, l locales.Language, _ map[string]*i18n.Message) {
		data, err := os.ReadFile(l.Tag + ".toml")
		if err != nil {
			t.Fatal(err)
		}
		var all map[string]any
		meta, err := toml.Decode(string(data), &all)
		if err != nil {
			t.Fatal(err)
		}
		last := ""
		for _, key := range meta.Keys() {
			if room := key[0]; room < last {
				t.Fatalf("%s stands behind the room %s", key, last)
			} else {
				last = room
			}
		}
	})
}

var number = regexp.MustCompile(`[0-9](?:[0-9 ]*[0-9])?`)

// TestNumbers promises the same numbers in every language, digit for digit and
// in western digits: a wrong one can hurt somebody. Only a month may have its
// own number for a name, as 5月 in Chinese.
func TestNumbers(t *testing.T) {
	english := byID(messagesOf(t, "en"))
	eachLanguage(t, func(t *testing.T, l locales.Language, ms map[string]*i18n.Message) {
		for id, m := range ms {
			for _, f := range formsOf(m) {
				for _, r := range f.text {
					if unicode.IsDigit(r) && r > unicode.MaxASCII {
						t.Errorf("%s has the digit %c", id, r)
					}
				}
			}
			if english[id] == nil {
				continue
			}
			want, got := number.FindAllString(english[id].Other, -1), number.FindAllString(m.Other, -1)
			for _, form := range []string{"day.month_", "day.alone_"} {
				if month, ok := strings.CutPrefix(id, form); ok && len(got) > 0 {
					want = []string{month}
				}
			}
			if d := cmp.Diff(sorted(want), sorted(got)); d != "" {
				t.Errorf("%s has other numbers (-en +%s):\n%s", id, l.Tag, d)
			}
		}
	})
}
