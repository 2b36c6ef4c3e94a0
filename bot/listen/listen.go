// Package listen hears what a typed message says: danger first. It is pure, in
// memory, and keeps and logs nothing. What it finds is words, not a risk: it
// never scores and never assesses anybody.
//
// Today it knows a handful of English phrases. Whatever it misses, urgent help
// is one tap away on every screen.
package listen

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// maxRunes is how much of a message is listened to. A longer one is heard at
// both ends, where people say what it is about.
const maxRunes = 2_000

// phrases are the words of danger, in the form that normalise gives.
var phrases = []string{
	"kill myself", "kill my self", "killing myself", "end my life", "ending my life",
	"take my own life", "taking my own life", "end it all", "suicide", "suicidal",
	"want to die", "wanna die", "going to die tonight", "better off dead", "wish i was dead", "wish i were dead",
	"do not want to live", "dont want to live", "do not want to be here any more", "dont want to be here anymore",
	"hurt myself", "hurting myself", "cut myself", "cutting myself", "harm myself", "self harm",
	"overdose", "took all my tablets", "taken all my tablets", "took all my pills", "taken all my pills",
	"he hits me", "she hits me", "hitting me", "beats me", "he will kill me", "going to kill me", "raped me", "was raped",
	"forcing me to marry", "forced to marry", "forced marriage", "locked me in",
}

// Hear says what one typed message says.
func Hear(text string) Heard {
	words := " " + normalise(text) + " "
	for _, p := range phrases {
		if strings.Contains(words, " "+p+" ") {
			return Heard{Level: Danger}
		}
	}
	return Heard{}
}

// normalise gives the words of a text in one plain form: compatibility forms
// and case folded, marks nobody sees removed, apostrophes dropped, everything
// else that is no letter or digit a space.
func normalise(text string) string {
	text = norm.NFKC.String(ends(text))
	var b strings.Builder
	space := true
	for _, r := range text {
		switch {
		case unicode.Is(unicode.Cf, r), r == '\'', r == '’', r == '‘', r == '`', unicode.Is(unicode.Mn, r):
		case unicode.IsLetter(r), unicode.IsDigit(r):
			b.WriteRune(unicode.ToLower(r))
			space = false
		case !space:
			b.WriteByte(' ')
			space = true
		}
	}
	return strings.TrimSpace(b.String())
}

// ends cuts a long text to its first and its last thousand runes.
func ends(text string) string {
	if len(text) <= maxRunes {
		return text
	}
	runes := []rune(text)
	if len(runes) <= maxRunes {
		return text
	}
	return string(runes[:maxRunes/2]) + " " + string(runes[len(runes)-maxRunes/2:])
}
