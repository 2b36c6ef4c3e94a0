package locales_test

import (
	"strings"
	"testing"

	"github.com/nicksnyder/go-i18n/v2/i18n"

	"signpost/locales"
)

// A screen reader is told where the language changes, and nowhere else.
func TestMarks(t *testing.T) {
	w := load(t)
	tea := locales.Own{English: "Tea & <talk>", Others: map[string]string{"ur": "چائے"}}
	for _, c := range []struct {
		name, language string
		text           locales.Text
		want           string
	}{
		{"a name in its own language", "en", locales.CardPartName(tea), "<b>Tea &amp; &lt;talk&gt;</b>"},
		{"an English name in Polish", "pl", locales.CardPartName(tea), `<b><span lang="en">Tea &amp; &lt;talk&gt;</span></b>`},
		{"an Urdu name in Urdu", "ur", locales.CardPartName(tea), "<b>چائے</b>"},
		{"an English name in Urdu", "ur", locales.CardPartName(locales.Own{English: "Tea"}), "\u200f<b><span lang=\"en\">\u2068Tea\u2069</span></b>"},
		{"a name that is spoken of", "pl", locales.ReasonPlace("Derby"), "w Derby"},
		{"a number", "pl", locales.Phone("116 123"), `<a href="tel:116123">116 123</a>`},
		{"lines", "pl", locales.Own{English: "a\nb\n"}.Text(), "<span lang=\"en\">a\nb</span>\n"},
		{"what is read out", "pl", locales.In("en", locales.ButtonBack()), `<span lang="en">Back</span>`},
		{"what is read out to an English reader", "en", locales.In("en", locales.ButtonBack()), "Back"},
		{"a name within it", "pl", locales.In("en", locales.CardPartName(tea)), `<span lang="en"><b>Tea &amp; &lt;talk&gt;</b></span>`},
		{"a language we don't ship", "en", locales.Own{Others: map[string]string{"so": "Shaah"}}.Text(), `<span lang="so">Shaah</span>`},
		{"no language at all", "en", locales.Own{Others: map[string]string{`x" id="`: "Shaah"}}.Text(), "Shaah"},
		{"a big letter", "pl", locales.Own{English: "tea"}.Text().Capital(), `<span lang="en">Tea</span>`},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := w.Render(c.language, c.text); got != c.want {
				t.Errorf("got  %+q\nwant %+q", got, c.want)
			}
		})
	}
}

// Doors that can't say a language lose nothing else.
func TestUnmarked(t *testing.T) {
	for in, want := range map[string]string{
		`<b><span lang="en">Tea &amp; talk</span></b> x`:          "<b>Tea &amp; talk</b> x",
		`<span lang="zh-Hant">a <span lang="en">b</span></span>`:  "a b",
		"&lt;span lang=&quot;en&quot;&gt;a&lt;/span&gt; 1 &lt; 2": "&lt;span lang=&quot;en&quot;&gt;a&lt;/span&gt; 1 &lt; 2",
		`<a href="https://example.org/">here</a><i>a</i>`:         `<a href="https://example.org/">here</a><i>a</i>`,
		"": "",
	} {
		if got := locales.Unmarked(in); got != want {
			t.Errorf("Unmarked(%q) = %q, want %q", in, got, want)
		}
	}
}

// No message shows that it is marked: as plain words it is the same.
func TestMarksAreNotSeen(t *testing.T) {
	marked := false
	eachRendered(t, func(t *testing.T, _ locales.Language, m *i18n.Message, html string) {
		bare := locales.Unmarked(html)
		marked = marked || bare != html
		if strings.Contains(bare, "<span") {
			t.Errorf("%s keeps a mark: %q", m.ID, bare)
		}
		if got := locales.Plain(html); got != locales.Plain(bare) || strings.Contains(got, "<span") {
			t.Errorf("%s shows its mark: %q", m.ID, got)
		}
	})
	if !marked {
		t.Error("no message has a mark")
	}
}
