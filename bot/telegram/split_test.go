package telegram

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

func TestSplit(t *testing.T) {
	const number = "\u206801632 960001\u2069"
	for _, test := range []struct {
		name, html string
		limit      int
		want       []string
	}{
		{"short", "<b>Hello</b>", 20, []string{"<b>Hello</b>"}},
		{"a tag that is left open", "one <b>two", 20, []string{"one <b>two</b>"}},
		{"space around it", "\n <b>Hello</b> you \n", 20, []string{"<b>Hello</b> you"}},
		{"exactly full", "12345 7890", 10, []string{"12345 7890"}},
		{"nothing", " \n <b> </b>", 20, nil},
		{"at a paragraph", "one two\n\nthree\nfour five", 16, []string{"one two", "three\nfour five"}},
		{"at a line", "one two\nthree four five", 14, []string{"one two", "three four", "five"}},
		{"at a space", "one two three four", 10, []string{"one two", "three four"}},
		{"anywhere", "123456789012345", 10, []string{"1234567890", "12345"}},
		{"not at an early space", "a 3456789012345", 10, []string{"a 34567890", "12345"}},
		{"tags are closed and opened", `<b>one <a href="https://e.org/?a=1&amp;b=2">two three</a> x</b>`, 8, []string{
			`<b>one <a href="https://e.org/?a=1&amp;b=2">two</a></b>`, `<b><a href="https://e.org/?a=1&amp;b=2">three</a> x</b>`,
		}},
		{"an entity is one character", "&amp;&lt;&gt;&quot;&#39;x", 3, []string{"&amp;&lt;&gt;", "&quot;&#39;x"}},
		{"signs that are no markup", "1 < 2 & 3; x", 20, []string{"1 &lt; 2 & 3; x"}},
		{"a number is not broken", "ring us: " + number, 17, []string{"ring us:", number}},
		{"letters, not bytes", "źółć źółć", 9, []string{"źółć źółć"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			if d := cmp.Diff(test.want, split(test.html, test.limit)); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestSplitCountsBytesToo(t *testing.T) {
	parts := split(strings.Repeat(`<a href="https://example.org/a/long/way">x</a> `, 2000), maxText)
	for i, p := range parts {
		if len(p) > 32768 {
			t.Errorf("part %d has %d bytes", i, len(p))
		}
	}
	if len(parts) < 2 {
		t.Errorf("%d parts", len(parts))
	}
}

// FuzzSplit cuts any text, escaped and in tags: each part is what Telegram takes,
// and no letter is lost.
func FuzzSplit(f *testing.F) {
	f.Add("one two\n\nthree", "four", 5)
	f.Add("a\u2068b c\u2069 d", "", 3)
	f.Add("\n\n\n", "&amp;", 2)
	f.Fuzz(func(t *testing.T, a, b string, limit int) {
		if limit < 2 || limit > 5000 || !utf8.ValidString(a) || !utf8.ValidString(b) {
			return
		}
		escape := strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;").Replace
		s := "<b>" + escape(a) + "</b> <i><a href=\"https://e.org\">" + escape(b) + "</a></i>"
		var got strings.Builder
		for _, part := range split(s, limit) {
			shown, err := checkHTML(part)
			if err != nil {
				t.Fatalf("%v in %q", err, part)
			}
			if n := utf8.RuneCountInString(shown); n > limit {
				t.Fatalf("%d characters of %d in %q", n, limit, part)
			}
			got.WriteString(shown)
		}
		letters := func(s string) string { return strings.Join(strings.Fields(s), "") }
		if want := letters(a + b); letters(got.String()) != want {
			t.Fatalf("%q became %q", want, got.String())
		}
	})
}

func BenchmarkSplit(b *testing.B) {
	s := strings.Repeat("<b>Tea &amp; talk</b> at the hall, every Thursday.\n\n", 400)
	for b.Loop() {
		split(s, maxText)
	}
}
