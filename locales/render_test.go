package locales_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/nicksnyder/go-i18n/v2/i18n"

	"signpost/locales"
)

func load(t testing.TB) *locales.Words {
	t.Helper()
	w, err := locales.Load()
	if err != nil {
		t.Fatal(err)
	}
	return w
}

// sample gives each placeholder of a message a value of its kind.
func sample(m *i18n.Message, count int) map[string]any {
	values := map[string]any{}
	for _, p := range placeholders(m) {
		switch kindOf(p) {
		case "Text":
			values[p] = locales.Raw("Corner Hall")
		case "int":
			values[p] = count
		case "Day":
			values[p] = locales.Day{Year: 2026, Month: 5, Day: 14}
		case "Time":
			values[p] = locales.Time(18*60 + 30)
		case "Own":
			values[p] = locales.Own{English: "Tea & talk", Others: map[string]string{"ur": "چائے"}}
		default:
			values[p] = "Corner Hall"
		}
	}
	return values
}

// eachRendered says every message in every language, with each kind of count.
func eachRendered(t *testing.T, test func(t *testing.T, l locales.Language, m *i18n.Message, html string)) {
	t.Helper()
	w := load(t)
	english := byID(messagesOf(t, "en"))
	for _, l := range locales.Languages() {
		t.Run(l.Tag, func(t *testing.T) {
			for _, id := range slices.Sorted(maps.Keys(english)) {
				for _, n := range []int{0, 1, 2, 3, 5, 11, 21, 100} {
					m := english[id]
					test(t, l, m, w.Render(l.Tag, locales.Saying(id, sample(m, n))))
					if len(formsOf(m)) == 1 {
						break
					}
				}
			}
		})
	}
}

func TestEveryMessageIsWhole(t *testing.T) {
	eachRendered(t, func(t *testing.T, _ locales.Language, m *i18n.Message, html string) {
		for _, bad := range []string{"<no value>", "&lt;no value", "{{", "}}", "%!", m.ID} {
			if strings.Contains(html, bad) && bad != "" {
				t.Errorf("%s holds %q: %q", m.ID, bad, html)
			}
		}
		if strings.TrimSpace(locales.Plain(html)) == "" {
			t.Errorf("%s says nothing", m.ID)
		}
		if err := balanced(html); err != nil {
			t.Errorf("%s: %v: %q", m.ID, err, html)
		}
	})
}

// The limits are those of Telegram's Bot API, but for buttons, which a narrow
// phone cuts at about 40 signs.
func TestLimits(t *testing.T) {
	eachRendered(t, func(t *testing.T, _ locales.Language, m *i18n.Message, html string) {
		plain := locales.Plain(html)
		signs := utf8.RuneCountInString(plain) - strings.Count(plain, "\u2068") - strings.Count(plain, "\u2069") - strings.Count(plain, "\u200f")
		limit := 4096
		switch {
		case m.ID == "bot.name":
			limit = 64
		case m.ID == "bot.description":
			limit = 512
		case m.ID == "bot.short_description":
			limit = 120
		case roomOf(m.ID) == "command":
			limit = 256
		case isButton(m.ID) || onButtons(m.ID):
			limit = 40
		}
		if signs > limit {
			t.Errorf("%s has %d signs, more than %d: %q", m.ID, signs, limit, plain)
		}
		if !isPopup(m) && !isButton(m.ID) {
			return
		}
		if units := len(utf16.Encode([]rune(plain))); units > 200 {
			t.Errorf("%s has %d signs, more than the 200 of a pop-up: %q", m.ID, units, plain)
		}
		if len(tags(html)) > 0 {
			t.Errorf("%s has tags, which buttons and pop-ups can't show: %q", m.ID, html)
		}
	})
}

func TestValuesAreEscaped(t *testing.T) {
	w := load(t)
	got := w.Render("en", locales.ReasonPlace(`<b>&"x"</b>`))
	if want := "in &lt;b&gt;&amp;&quot;x&quot;&lt;/b&gt;"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got, want := locales.Plain(got), `in <b>&"x"</b>`; got != want {
		t.Errorf("plain: got %q, want %q", got, want)
	}
}

func TestTemplatesInValuesStayText(t *testing.T) {
	got := load(t).Render("en", locales.ReasonPlace("{{.Place}}"))
	if want := "in {{.Place}}"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestOwnTakesTheBestLanguage(t *testing.T) {
	w := load(t)
	both := locales.Own{English: "Tea and talk", Others: map[string]string{"ur": "چائے"}}
	if got := w.Render("ur", both.Text()); !strings.Contains(got, "چائے") {
		t.Errorf("an Urdu reader gets %q", got)
	}
	if got := w.Render("en", both.Text()); got != "Tea and talk" {
		t.Errorf("an English reader gets %q", got)
	}
	foreign := locales.Own{Others: map[string]string{"pl": "Herbata"}}
	if got := w.Render("en", foreign.Text()); got != `<span lang="pl">Herbata</span>` {
		t.Errorf("words in another language are better than none, got %q", got)
	}
	if !(locales.Own{Others: map[string]string{"pl": ""}}).Text().IsZero() {
		t.Error("an Own without words says something")
	}
}

func TestUnknownLanguageReadsEnglish(t *testing.T) {
	if got := load(t).Render("xx", locales.ButtonBack()); got != "Back" {
		t.Errorf("got %q", got)
	}
}

func TestPlain(t *testing.T) {
	for in, want := range map[string]string{
		"<b>999</b> &amp; 111":                        "999 & 111",
		`<a href="https://example.org/">our page</a>`: "our page (https://example.org/)",
		`<a href="tel:999">999</a>`:                   "999",
		"1 &lt; 2":                                    "1 < 2",
		"&amp;lt;":                                    "&lt;",
		"<i>a</i> <u>b</u>":                           "a b",
		`<a href="https://example.org/?a=1&amp;b=2">x</a>.`:         "x (https://example.org/?a=1&b=2).",
		`<b><a href="https://example.org/">our <i>page</i></a></b>`: "our page (https://example.org/)",
		`<a href="https://example.org/">https://example.org/</a>`:   "https://example.org/",
		"a < b <c> </a":       "a < b <c> </a",
		`<a href="x" id="y">`: `<a href="x" id="y">`,
	} {
		if got := locales.Plain(in); got != want {
			t.Errorf("Plain(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestCapital(t *testing.T) {
	w := load(t)
	if got := w.Plain("en", locales.NeedName("sleep").Capital()); got != "Can't sleep" {
		t.Errorf("got %q", got)
	}
	if got := w.Render("en", locales.Raw("łódź").Capital()); got != "Łódź" {
		t.Errorf("got %q", got)
	}
	if got := w.Plain("ur", locales.NeedName("sleep").Capital()); got != w.Plain("ur", locales.NeedName("sleep")) {
		t.Errorf("Urdu has no capitals, got %q", got)
	}
}

// A Text that falls into a log must not carry what somebody answered.
func TestTextsAreSilentInLogs(t *testing.T) {
	for _, text := range []locales.Text{
		locales.ReasonPlace("secret"),
		locales.Raw("secret"),
		locales.Lines(locales.Raw("secret"), locales.Raw("more")),
		locales.Own{English: "secret"}.Text(),
	} {
		for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q"} {
			if got := fmt.Sprintf(verb, text); strings.Contains(got, "secret") {
				t.Errorf("%s shows a value: %s", verb, got)
			}
		}
	}
}

func BenchmarkRender(b *testing.B) {
	w := load(b)
	text := locales.Paragraphs(
		locales.ReasonNext(locales.Day{Year: 2026, Month: 5, Day: 14}, locales.Time(1110)),
		locales.JoinList(locales.SpokenName("pl"), locales.SpokenName("ur"), locales.SpokenName("en")),
		locales.TalkBroken(),
	)
	for _, tag := range []string{"en", "ur"} {
		b.Run(tag, func(b *testing.B) {
			for b.Loop() {
				w.Render(tag, text)
			}
		})
	}
}

func FuzzRenderValue(f *testing.F) {
	f.Add("<b>x")
	f.Add("\u202e01632 960123")
	f.Add("ڈربی & Derby\n\n")
	w := load(f)
	f.Fuzz(func(t *testing.T, s string) {
		for _, tag := range []string{"en", "ur"} {
			html := w.Render(tag, locales.Lines(locales.ReasonPlace(s), locales.Raw(s)))
			if err := balanced(html); err != nil {
				t.Fatalf("%v: %q", err, html)
			}
			if strings.ContainsAny(html, "<>\"\u202a\u202b\u202c\u202d\u202e\u2066\u2067") {
				t.Fatalf("a value came out raw: %q", html)
			}
			for line := range strings.Lines(html) {
				if strings.Count(line, "\u2068") != strings.Count(line, "\u2069") {
					t.Fatalf("an isolate is left open: %+q", line)
				}
			}
			if !utf8.ValidString(html) {
				t.Fatalf("not UTF-8: %q", html)
			}
			own := locales.Lines(locales.CardPartName(locales.Own{English: s}), locales.Own{Others: map[string]string{s: s}}.Text())
			html = w.Render(tag, own)
			if err := balanced(html); err != nil {
				t.Fatalf("%v: %q", err, html)
			}
			bare := locales.Unmarked(html)
			if strings.Contains(bare, "<span") {
				t.Fatalf("a mark stays: %q", bare)
			}
			if locales.Plain(bare) != locales.Plain(html) {
				t.Fatalf("a mark shows: %q and %q", locales.Plain(bare), locales.Plain(html))
			}
		}
	})
}
