package locales

import "testing"

// A number is one tap away where the door can ring, and stands as the provider
// writes it.
func TestPhone(t *testing.T) {
	w, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		language string
		text     Text
		want     string
	}{
		{"en", Phone("01632 960 101"), `<a href="tel:01632960101">01632 960 101</a>`},
		{"en", Phone("+44 (0)1632-960101"), `<a href="tel:+4401632960101">+44 (0)1632-960101</a>`},
		{"ur", Phone("116 123"), "\u200f<a href=\"tel:116123\">\u2068116 123\u2069</a>"},
		{"en", TextNumber("85258"), `<a href="sms:85258">85258</a>`},
		{"en", Phone("ask at the desk"), "ask at the desk"},
		{"en", Phone(`1" onclick="x`), `1&quot; onclick=&quot;x`},
	} {
		if got := w.Render(c.language, c.text); got != c.want {
			t.Errorf("%s: %q, want %q", c.language, got, c.want)
		}
		if got := w.Plain("en", c.text); got != c.text.raw {
			t.Errorf("plain %q, want %q", got, c.text.raw)
		}
	}
}
