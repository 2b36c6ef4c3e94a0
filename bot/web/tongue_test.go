package web

import (
	"html/template"
	"strings"
	"testing"

	"signpost/bot/channel"
	"signpost/locales"
)

// What a listing says in English is read out as English, on a page of another
// language; the words around it are not.
func TestWordsOfListingsAreMarked(t *testing.T) {
	w := newWorld(t, nil)
	tea := locales.Own{English: "Tea & Talk"}
	for _, c := range []struct {
		language string
		text     locales.Text
		want     string
	}{
		{"pl", locales.CardPartName(tea), `<p lang="en"><b>Tea &amp; Talk</b></p>`},
		{"pl", locales.Lines(locales.ButtonBack(), locales.CardPartName(tea)), `<p>Wróć<br><b><span lang="en">Tea &amp; Talk</span></b></p>`},
		{"ur", locales.Lines(locales.ButtonBack(), locales.CardPartName(tea)), "<p>واپس<br>\u200f<b><span lang=\"en\" dir=\"ltr\">\u2068Tea &amp; Talk\u2069</span></b></p>"},
		{"ur", locales.Paragraphs(locales.ButtonBack(), locales.In("en", locales.Lines(locales.ButtonBack(), locales.Phone("999")))), "<p>واپس</p><p lang=\"en\" dir=\"ltr\">\u200f\u2068Back\u2069<br>\u200f\u2068<a href=\"tel:999\" dir=\"ltr\" rel=\"noreferrer noopener\">999</a>\u2069</p>"},
		{"ur", locales.Phone("01632 960123"), "<p>\u200f<a href=\"tel:01632960123\" dir=\"ltr\" rel=\"noreferrer noopener\">\u206801632 960123\u2069</a></p>"},
		{"en", locales.In("ur", locales.Join(" ", locales.ButtonBack(), locales.In("en", locales.CardPartName(tea)))), "<p lang=\"ur\" dir=\"rtl\"><span lang=\"ur\" dir=\"rtl\">\u2068واپس <span lang=\"en\" dir=\"ltr\">\u2068<b>Tea &amp; Talk</b>\u2069</span>\u2069</span></p>"},
		{"en", locales.CardPartName(tea), "<p><b>Tea &amp; Talk</b></p>"},
		{"en", locales.Lines(locales.ButtonBack(), locales.Own{Others: map[string]string{"ur": "چائے"}}.Text()), "<p>Back<br><span lang=\"ur\" dir=\"rtl\">\u2068چائے\u2069</span></p>"},
	} {
		html := w.site.o.Words.Render(c.language, c.text)
		got := w.site.compose(channel.Letter{Language: c.language, RTL: locales.IsRTL(c.language), HTML: html}, "").body
		if got != template.HTML(c.want) {
			t.Errorf("in %s: %+q\nwant   %+q", c.language, got, c.want)
		}
	}
}

// A phrase of the page is marked as well, and stays one: it may stand on a button.
func TestPhrasesAreMarked(t *testing.T) {
	if got, want := inline(`<span lang="en">Send <b>it</b></span>`), template.HTML(`<span lang="en">Send <b>it</b></span>`); got != want {
		t.Errorf("%s, want %s", got, want)
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
