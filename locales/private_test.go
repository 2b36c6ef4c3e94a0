package locales_test

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/BurntSushi/toml"
	"github.com/nicksnyder/go-i18n/v2/i18n"

	"signpost/locales"
)

func wordLists(t *testing.T, file string) map[string][]string {
	t.Helper()
	lists := map[string][]string{}
	if _, err := toml.DecodeFile(file, &lists); err != nil {
		t.Fatal(err)
	}
	for _, l := range locales.Languages() {
		if len(lists[l.Tag]) == 0 {
			t.Errorf("%s has no list for %s", file, l.Tag)
		}
	}
	return lists
}

// opening is as much of a message as a lock screen or a list of chats shows.
const opening = 40

// TestNothingShowsWhatItIsAbout promises somebody whose phone lies on the
// kitchen table that no word of health, abuse or danger stands in the bot's
// name, its description, its commands, the page's title, or the first 40 signs
// of any message.
func TestNothingShowsWhatItIsAbout(t *testing.T) {
	lists := wordLists(t, "testdata/private.toml")
	eachRendered(t, func(t *testing.T, l locales.Language, m *i18n.Message, html string) {
		if !begins(m.ID) {
			return
		}
		shown := []rune(bare(locales.Plain(html)))
		if !isPublic(m.ID) && len(shown) > opening {
			shown = shown[:opening]
		}
		// English names of services stand in every language.
		for _, word := range slices.Concat(lists[l.Tag], lists["en"]) {
			if holds(string(shown), word) {
				t.Errorf("%s shows %q: %q", m.ID, word, string(shown))
			}
		}
	})
}

func TestNothingBlamesOrScores(t *testing.T) {
	lists := wordLists(t, "testdata/banned.toml")
	eachRendered(t, func(t *testing.T, l locales.Language, m *i18n.Message, html string) {
		for _, phrase := range lists[l.Tag] {
			if holds(bare(locales.Plain(html)), phrase) {
				t.Errorf("%s says %q: %q", m.ID, phrase, html)
			}
		}
	})
}

// bare takes marks of direction out and makes the text small, as the lists are.
func bare(s string) string {
	return strings.ToLower(strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Cf, r) {
			return -1
		}
		return r
	}, s))
}

// exact are words that mean something else when more follows: "ill" in "I'll"
// and "illustrate", "die" in "diet".
var exact = []string{
	"ill", "die", "gp", "sex", "safe", "shout", "trans", "sick", "hurt", "harm", "mood", "refuge", "patient", "gay",
}

// holds reports whether a word begins in the text, at the start of a word.
func holds(text, word string) bool {
	for at := 0; ; {
		i := strings.Index(text[at:], word)
		if i < 0 {
			return false
		}
		before := lastRune(text[:at+i])
		after := firstRune(text[at+i+len(word):])
		at += i + len(word)
		if inWord(before) || before == '\'' || before == '’' {
			continue
		}
		whole := slices.Contains(exact, word) || unicode.IsDigit(firstRune(word))
		if whole && inWord(after) {
			continue
		}
		return true
	}
}

// inWord reports whether a sign carries a word on. A Chinese one does not: no
// spaces stand between words there, so one may begin at each sign.
func inWord(r rune) bool {
	return (unicode.IsLetter(r) || unicode.IsDigit(r)) && !unicode.Is(unicode.Han, r)
}

func firstRune(s string) rune {
	for _, r := range s {
		return r
	}
	return ' '
}

func lastRune(s string) rune {
	last := ' '
	for _, r := range s {
		last = r
	}
	return last
}

func TestHolds(t *testing.T) {
	for _, c := range []struct {
		text, word string
		want       bool
	}{
		{"you feel suicidal", "suicid", true},
		{"i'll look", "ill", false},
		{"she is ill.", "ill", true},
		{"a healthy day", "health", true},
		{"skill", "kill", false},
		{"ring 1112", "111", false},
		{"diet", "die", false},
		{"مدد", "خطر", false},
		{"如果有生命危險", "危險", true},
		{"請打999求助", "999", true},
	} {
		if got := holds(c.text, c.word); got != c.want {
			t.Errorf("holds(%q, %q) = %t", c.text, c.word, got)
		}
	}
}
