package telegram

import (
	"strings"
	"testing"

	"signpost/locales"
)

// Telegram's HTML can't say which language words are in. A mark of one would have
// the whole message refused, so none ever leaves, and none counts.
func TestNoMarkOfALanguageLeaves(t *testing.T) {
	words, err := locales.Load()
	if err != nil {
		t.Fatal(err)
	}
	f := newFake(t)
	b, _ := f.door()
	tea := locales.Own{English: "Tea & <span> talk"}
	line := locales.CardPartName(tea)
	var long []locales.Text
	for range maxText/len("Tea & <span> talk\n") - 2 { // with marks it would be two messages
		long = append(long, line)
	}
	for _, tag := range []string{"pl", "ur"} {
		for _, text := range []locales.Text{line, locales.In("en", locales.Lines(line, locales.Phone("116 123"))), locales.Lines(long...)} {
			l := letterTo("1001")
			l.HTML = words.Render(tag, text)
			if !strings.Contains(l.HTML, "<span lang=") {
				t.Fatalf("%s: nothing is marked in %q", tag, l.HTML)
			}
			before := len(f.calls)
			if _, err := b.Send(t.Context(), l); err != nil {
				t.Fatalf("%s: %v", tag, err)
			}
			if n := len(f.calls) - before; tag == "pl" && n != 1 {
				t.Errorf("%s: %d messages, want 1", tag, n)
			}
			for _, c := range f.calls[before:] {
				sent := c.params["text"]
				if strings.Contains(sent, "<span") || strings.Contains(sent, "</span") || c.params["parse_mode"] != "HTML" {
					t.Errorf("%s: sent %s", tag, c)
				}
				if !strings.Contains(sent, "Tea &amp; &lt;span&gt; talk") {
					t.Errorf("%s: the name is not in what was sent: %s", tag, c)
				}
			}
		}
	}
}
