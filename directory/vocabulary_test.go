package directory

import (
	"slices"
	"testing"

	"golang.org/x/text/language"
)

// The sets must fit their bits, and no word may be in a list twice.
func TestVocabularyFits(t *testing.T) {
	once(t, "needs", Needs(), 64)
	once(t, "communities", Communities(), 64)
	once(t, "ways", Ways(), 8)
	once(t, "access", Accesses(), 8)
	once(t, "ways in", WaysIn(), 8)
	var tags []Spoken
	for _, l := range Languages() {
		tags = append(tags, l.Tag)
	}
	once(t, "languages", tags, 128)
}

func once[T ~string](t *testing.T, what string, list []T, most int) {
	t.Helper()
	if len(list) > most {
		t.Errorf("%d %s, and %d bits", len(list), what, most)
	}
	sorted := slices.Clone(list)
	slices.Sort(sorted)
	if got := len(slices.Compact(sorted)); got != len(list) || sorted[0] == "" {
		t.Errorf("%s: one is there twice, or empty", what)
	}
}

// Lists are handed out as copies: nobody may change the vocabulary.
func TestVocabularyIsFixed(t *testing.T) {
	Needs()[0] = "changed"
	Communities()[0] = "changed"
	Languages()[0].Tag = "changed"
	SouthAsian.Covers()[0] = "changed"
	if !Anxiety.Valid() || !Black.Valid() || !English.Valid() || !SouthAsian.Meets(Indian) {
		t.Error("the vocabulary was changed through a list")
	}
	if Need("changed").Valid() || Community("").Valid() || Spoken("").Valid() || Way("").Valid() {
		t.Error("a word that is none is valid")
	}
}

func TestCommunityMeets(t *testing.T) {
	for _, c := range []struct {
		service, wished Community
		want            bool
	}{
		{Indian, Indian, true},
		{SouthAsian, Indian, true},
		{Indian, SouthAsian, true},
		{Indian, Pakistani, false},
		{Chinese, HongKong, true},
		{HongKong, Chinese, false},
		{EasternEuropean, RomaCommunity, false},
		{Muslim, Arab, false},
	} {
		if got := c.service.Meets(c.wished); got != c.want {
			t.Errorf("a service for %s meets %s: %v", c.service, c.wished, got)
		}
	}
	for umbrella, under := range umbrellas {
		for _, c := range under {
			if !c.Valid() || c.Covers() != nil || !umbrella.Valid() {
				t.Errorf("%s under %s: not in the list, or an umbrella itself", c, umbrella)
			}
		}
	}
}

func TestSensitive(t *testing.T) {
	want := []Need{DomesticAbuse, SexualViolence, LGBTQ, Psychosis, SelfHarm, AlcoholDrugs, Asylum}
	for _, n := range Needs() {
		if n.Sensitive() != slices.Contains(want, n) {
			t.Errorf("%s: sensitive is %v", n, n.Sensitive())
		}
	}
}

// Each tag is one that BCP 47 knows, in its shortest form, and so is the language
// read; each code of ISO 639-3 leads back to its tag.
func TestLanguages(t *testing.T) {
	for _, l := range Languages() {
		for _, tag := range []string{string(l.Tag), l.Read} {
			if tag == "" {
				continue
			}
			if p, err := language.Parse(tag); err != nil || l.Tag != "cmn" && p.String() != tag && tag != "fil" {
				t.Errorf("%s: %q is written %s, %v", l.Name, tag, p, err)
			}
		}
		for _, form := range []string{string(l.Tag), l.ISO3, l.Name, string(l.Tag) + "-GB"} {
			if got, ok := ParseSpoken(form); !ok || got != l.Tag {
				t.Errorf("ParseSpoken(%q) = %s, %v, want %s", form, got, ok, l.Tag)
			}
		}
	}
	for text, want := range map[string]Spoken{
		"Tagalog": "fil", "tl": "fil", "Pahari / Mirpuri": "phr", "Mirpuri": "phr", "Sorani": "ckb", "Persian": "fa", "BSL": "bfi",
		" pt_BR ": "pt", "zh-Hant-HK": "zh", "Panjabi": "pa", "pnb": "pa", "Klingon": "", "": "", "-": "", "others": "",
	} {
		if got, ok := ParseSpoken(text); got != want || ok != (want != "") {
			t.Errorf("ParseSpoken(%q) = %q, %v, want %q", text, got, ok, want)
		}
	}
}

func TestSpokenMeets(t *testing.T) {
	for _, c := range []struct {
		given, wished Spoken
		want          bool
	}{{"ur", "ur", true}, {"ur", "pa", false}, {"zh", "yue", true}, {"yue", "zh", true}, {"cmn", "yue", false}, {"ku", "ckb", true}, {"", "ur", false}, {"ur", "", false}} {
		if got := c.given.Meets(c.wished); got != c.want {
			t.Errorf("%s meets %s: %v", c.given, c.wished, got)
		}
	}
}
