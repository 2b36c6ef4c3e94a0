package web

import (
	"html/template"
	"strings"
	"testing"

	"signpost/bot/channel"
)

func TestEnglishParagraphsAreMarked(t *testing.T) {
	w := newWorld(t, nil)
	for _, c := range []struct{ language, html, want string }{
		{"ur", "خطرہ ہے؟ <a href=\"tel:999\">999</a>\n\nIn danger?\n<b>Ring 999</b>", `<p>خطرہ ہے؟ <a href="tel:999" dir="ltr" rel="noreferrer noopener">999</a></p><p lang="en" dir="ltr">In danger?<br><b>Ring 999</b></p>`},
		{"ur", "<b>\u2068Tea and Talk\u2069</b>\nچائے", "<p><b>\u2068Tea and Talk\u2069</b><br>چائے</p>"},
		{"ur", "\u206801632 960123\u2069", `<p>` + "\u2068" + `<bdi dir="ltr">01632 960123</bdi>` + "\u2069</p>"},
		{"en", "In danger?", "<p>In danger?</p>"},
	} {
		got := w.site.compose(channel.Letter{Language: c.language, RTL: c.language == "ur", HTML: c.html}).body
		if got != template.HTML(c.want) {
			t.Errorf("in %s: %s\nwant   %s", c.language, got, c.want)
		}
	}
}

// A language's own name is read out, and drawn, as what it is.
func TestNamesOfLanguagesAreMarked(t *testing.T) {
	w := newWorld(t, nil)
	w.desk.answer = func(channel.Inbound) []channel.Letter {
		return []channel.Letter{{Language: "en", HTML: "Which language?", Rows: rows("English", "1", "اردو", "2", "Menu", "3")}}
	}
	b := w.browser()
	b.open()
	for _, want := range []string{`<bdi lang="en">English</bdi>`, `<bdi lang="ur">اردو</bdi>`, `<bdi>Menu</bdi>`} {
		if !strings.Contains(b.page, want) {
			t.Errorf("%s is not on the page:\n%s", want, b.page)
		}
	}
}
