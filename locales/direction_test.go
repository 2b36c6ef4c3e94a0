package locales_test

import (
	"testing"

	"github.com/nicksnyder/go-i18n/v2/i18n"

	"signpost/locales"
)

// Marks of direction that a value leaves open would turn the rest of the
// message round.
func TestValuesCannotTurnTheMessageRound(t *testing.T) {
	got := load(t).Render("ur", locales.Raw("Hall\u202e\u2067 1\u2069\x00"))
	if want := "\u200f\u2068Hall 1\u2069"; got != want {
		t.Errorf("got %+q, want %+q", got, want)
	}
}

func TestIsolates(t *testing.T) {
	w := load(t)
	for _, c := range []struct {
		name, language string
		text           locales.Text
		want           string
	}{
		{"a number in Urdu", "ur", locales.DayInDays(3), "\u20683\u2069 دن بعد"},
		{"a town in Urdu", "ur", locales.ReasonPlace("Chesterfield"), "\u2068Chesterfield\u2069 میں"},
		{"an Urdu value in Urdu", "ur", locales.ReasonPlace("ڈربی"), "ڈربی میں"},
		{"a town in English", "en", locales.ReasonPlace("Chesterfield"), "in Chesterfield"},
		{"an Urdu value in English", "en", locales.ReasonPlace("ڈربی"), "in \u2068ڈربی\u2069"},
		{"a phone number alone in Urdu", "ur", locales.Raw("01632 960123"), "\u200f\u206801632 960123\u2069"},
		{"a phone number alone in English", "en", locales.Raw("01632 960123"), "01632 960123"},
		{"an address of two lines", "ur", locales.Raw("1 Mill Lane\nAnytown"), "\u200f\u20681 Mill Lane\u2069\n\u200f\u2068Anytown\u2069"},
		{"an Urdu name by itself in English", "en", locales.Own{Others: map[string]string{"ur": "چائے"}}.Text(), "<span lang=\"ur\">\u2068چائے\u2069</span>"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := w.Render(c.language, c.text); got != c.want {
				t.Errorf("got %+q, want %+q", got, c.want)
			}
		})
	}
}

// In right-to-left languages no digit and no Latin letter of a message stands
// outside an isolate, so the groups of a number keep their order.
func TestNumbersKeepTheirOrder(t *testing.T) {
	eachRendered(t, func(t *testing.T, l locales.Language, m *i18n.Message, html string) {
		if !l.RTL {
			return
		}
		depth := 0
		for _, r := range locales.Plain(html) {
			switch {
			case r == '\u2068':
				depth++
			case r == '\u2069':
				depth--
			case depth == 0 && (r >= '0' && r <= '9' || r >= 'A' && r <= 'z' && r != '_'):
				t.Errorf("%s: %q stands outside an isolate: %q", m.ID, r, html)
				return
			}
		}
		if depth != 0 {
			t.Errorf("%s leaves an isolate open: %+q", m.ID, html)
		}
	})
}
