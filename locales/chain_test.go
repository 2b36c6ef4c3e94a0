package locales

import (
	"strings"
	"sync"
	"testing"
	"testing/fstest"
)

// These tests bring their own languages: those that ship are complete, so
// nothing ever stands in for anything.
func wordsFrom(t *testing.T, files map[string]string) *Words {
	t.Helper()
	fsys := fstest.MapFS{}
	for name, text := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return &Words{newShelf([]Language{
		{Tag: "en", Script: "Latn"},
		{Tag: "en-x-easy", Script: "Latn"},
		{Tag: "ur", Script: "Arab", RTL: true},
		{Tag: "pa-Arab", Script: "Arab", RTL: true, Chain: []string{"ur"}},
		{Tag: "pl", Script: "Latn"},
	}, fsys)}
}

const english = `
[a]
first = "first"
second = "second"
third = "third {{.WordText}}"
number = "ring 116 123"
[a.days]
one = "{{.DaysCount}} day"
other = "{{.DaysCount}} days"
`

func TestChain(t *testing.T) {
	w := wordsFrom(t, map[string]string{
		"en.toml":        english,
		"en-x-easy.toml": "[a]\nfirst = \"easy first\"\n",
		"ur.toml":        "[a]\nfirst = \"پہلا\"\nsecond = \"دوسرا\"\n",
		"pa-Arab.toml":   "[a]\nfirst = \"پہلی\"\n",
	})
	for _, c := range []struct{ tag, id, want string }{
		{"pa-Arab", "a.first", "پہلی"},
		{"pa-Arab", "a.second", `<span lang="ur">دوسرا</span>`},
		{"pa-Arab", "a.number", rlm + `<span lang="en">` + fsi + "ring 116 123" + pdi + "</span>"},
		{"ur", "a.first", "پہلا"},
		{"en-x-easy", "a.first", "easy first"},
		{"en-x-easy", "a.second", `<span lang="en">second</span>`},
		{"pl", "a.first", "first"}, // its file is not there at all
		{"xx", "a.first", "first"},
	} {
		if got := w.Render(c.tag, saying(c.id, nil)); got != c.want {
			t.Errorf("%s in %s: got %q, want %q", c.id, c.tag, got, c.want)
		}
	}
}

// Words of another direction inside a sentence are kept apart, whichever of the
// two had to stand in.
func TestChainKeepsDirectionsApart(t *testing.T) {
	w := wordsFrom(t, map[string]string{
		"en.toml": english,
		"ur.toml": "[a]\nfirst = \"پہلا\"\n",
	})
	got := w.Render("ur", saying("a.third", map[string]any{"WordText": saying("a.first", nil)}))
	if want := rlm + "<span lang=\"en\">\u2068third <span lang=\"ur\">\u2068پہلا\u2069</span>\u2069</span>"; got != want {
		t.Errorf("an Urdu word in an English sentence: got %+q, want %+q", got, want)
	}
	got = w.Render("ur", Join(" ", saying("a.first", nil), saying("a.second", nil)))
	if want := "پہلا <span lang=\"en\">\u2068second\u2069</span>"; got != want {
		t.Errorf("an English word behind an Urdu one: got %+q, want %+q", got, want)
	}
	got = w.Render("ur", Lines(saying("a.first", nil), saying("a.second", nil)))
	if want := "پہلا\n" + rlm + "<span lang=\"en\">\u2068second\u2069</span>"; got != want {
		t.Errorf("an English line: got %+q, want %+q", got, want)
	}
}

// English words under a draft: a number on a line of its own keeps its groups
// in order although the lines around it begin on the right.
func TestInKeepsItsDirection(t *testing.T) {
	w := wordsFrom(t, map[string]string{
		"en.toml": "[a]\nx = \"Ring now:\\n<b>116 123</b>\"\n",
		"ur.toml": "[a]\nx = \"ابھی فون کریں:\\n<b>116 123</b>\"\n",
	})
	x := saying("a.x", nil)
	got := w.Render("ur", Lines(x, In("en", x)))
	want := "ابھی فون کریں:\n" + rlm + "<b>\u2068116 123\u2069</b>\n" +
		rlm + "<span lang=\"en\">\u2068Ring now:\u2069\n" + rlm + "\u2068<b>116 123</b>\u2069</span>"
	if got != want {
		t.Errorf("got  %+q\nwant %+q", got, want)
	}
	if got, want := w.Render("en", In("en", x)), "Ring now:\n<b>116 123</b>"; got != want {
		t.Errorf("got %+q, want %+q", got, want)
	}
	if !In("en", Text{}).IsZero() {
		t.Error("nothing, said in English, says something")
	}
}

func TestPolishCounts(t *testing.T) {
	w := wordsFrom(t, map[string]string{
		"en.toml": english,
		"pl.toml": "[a.days]\none = \"{{.DaysCount}} dzień\"\nfew = \"{{.DaysCount}} dni (kilka)\"\nmany = \"{{.DaysCount}} dni\"\nother = \"{{.DaysCount}} dnia\"\n",
	})
	for n, want := range map[int]string{1: "1 dzień", 2: "2 dni (kilka)", 5: "5 dni", 12: "12 dni", 22: "22 dni (kilka)", 99: "99 dni", 102: "102 dni (kilka)", 1000: "1000 dni"} {
		if got := w.Render("pl", saying("a.days", map[string]any{"DaysCount": n})); got != want {
			t.Errorf("%d: got %q, want %q", n, got, want)
		}
	}
}

// A translation that is not whole is not shown in part: the next language says
// the sentence.
func TestBrokenTranslationsAreSkipped(t *testing.T) {
	for name, polish := range map[string]string{
		"a plural form is missing":   "[a.days]\none = \"{{.DaysCount}} dzień\"\nother = \"{{.DaysCount}} dnia\"\n",
		"a value that is not given":  "[a.days]\none = \"{{.Days}} x\"\nfew = \"{{.Days}} x\"\nmany = \"{{.Days}} x\"\nother = \"{{.Days}} x\"\n",
		"the file does not parse":    "[a.days\n",
		"a template that is broken":  "[a.days]\nmany = \"{{.DaysCount dni\"\n",
		"a message without any text": "[a.days]\nmany = \"\"\n",
	} {
		t.Run(name, func(t *testing.T) {
			w := wordsFrom(t, map[string]string{"en.toml": english, "pl.toml": polish})
			if got, want := Unmarked(w.Render("pl", saying("a.days", map[string]any{"DaysCount": 5}))), "5 days"; got != want {
				t.Errorf("got %q, want %q", got, want)
			}
		})
	}
}

// A translator's "&" and "<" are text; only the tags of the subset are tags.
func TestMessagesAreEscaped(t *testing.T) {
	w := wordsFrom(t, map[string]string{
		"en.toml": "[a]\nx = 'Tea & talk, &amp; 1 < 2, <b>now</b> <script>x</script> <a href=\"https://example.org/?a=1\">here</a>'\n",
	})
	want := `Tea &amp; talk, &amp; 1 &lt; 2, <b>now</b> &lt;script&gt;x&lt;/script&gt; <a href="https://example.org/?a=1">here</a>`
	if got := w.Render("en", saying("a.x", nil)); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestIsolateRuns(t *testing.T) {
	for in, want := range map[string]string{
		"NHS 111 پر":        "[NHS 111] پر",
		"116 123، 999":      "[116 123]، [999]",
		"24/7 یا 6:30":      "[24/7] یا [6:30]",
		"Esc دبائیں.":       "[Esc] دبائیں.",
		"+44 20 7946 0000":  "[+44 20 7946 0000]",
		"999. پھر 111":      "[999]. پھر [111]",
		"\u2068x\u2069 999": "[x] 999", // a text with marks of its own is left alone
	} {
		got := strings.NewReplacer(fsi, "[", pdi, "]").Replace(isolateRuns(in))
		if got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

// The slash of a command belongs to it, even where its name is a value.
func TestCommandsKeepTheirSlash(t *testing.T) {
	w := wordsFrom(t, map[string]string{
		"en.toml": "[a]\nx = \"Or: <b>/{{.Command}}</b>\"\n",
		"ur.toml": "[a]\nx = \"یا: <b>/{{.Command}}</b>\"\n",
	})
	text := saying("a.x", map[string]any{"Command": "help"})
	if got, want := w.Render("ur", text), "یا: <b>\u2068/help\u2069</b>"; got != want {
		t.Errorf("got %+q, want %+q", got, want)
	}
	if got, want := w.Render("en", text), "Or: <b>/help</b>"; got != want {
		t.Errorf("got %+q, want %+q", got, want)
	}
}

// Languages are parsed on first use, which may be by many chats at once.
func TestRenderByMany(t *testing.T) {
	w := wordsFrom(t, map[string]string{"en.toml": english, "ur.toml": "[a]\nfirst = \"پہلا\"\n"})
	var all sync.WaitGroup
	for i := range 50 {
		all.Go(func() {
			tag, want := "en", "first"
			if i%2 == 0 {
				tag, want = "ur", "پہلا"
			}
			if got := w.Render(tag, saying("a.first", nil)); got != want {
				t.Errorf("%s: got %q, want %q", tag, got, want)
			}
		})
	}
	all.Wait()
}

func BenchmarkParse(b *testing.B) {
	for b.Loop() {
		for _, l := range languages {
			if _, err := parse(l, files); err != nil {
				b.Fatal(err)
			}
		}
	}
}

func TestLoad(t *testing.T) {
	w, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	if got := w.Render("en", Text{}); got != "" {
		t.Errorf("a Text that says nothing says %q", got)
	}
}
