package flows_test

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/BurntSushi/toml"
)

// privateWords are the words of health, abuse and danger, by language.
func privateWords(t *testing.T) map[string][]string {
	t.Helper()
	lists := map[string][]string{}
	if _, err := toml.DecodeFile("../../locales/testdata/private.toml", &lists); err != nil {
		t.Fatal(err)
	}
	return lists
}

// onLockScreen gives the private word that a screen begins with, "" for none. The
// words of a message alone are tested in locales; here they stand as people see
// them, one after the other: some scripts are so dense that the second line is on
// the lock screen too.
func onLockScreen(text string, private []string) string {
	shown := []rune(strings.ToLower(text))
	shown = shown[:min(len(shown), 40)]
	for _, word := range private {
		if begins(string(shown), word) {
			return word
		}
	}
	return ""
}

// begins reports a word in a text. Short ones must stand alone; long ones begin
// words. Chinese has no spaces: there each sign may begin a word.
func begins(text, word string) bool {
	for at := 0; ; {
		i := strings.Index(text[at:], word)
		if i < 0 {
			return false
		}
		before, _ := utf8.DecodeLastRuneInString(text[:at+i])
		after, _ := utf8.DecodeRuneInString(text[at+i+len(word):])
		at += i + len(word)
		if inWord(before) || before == '\'' || before == '’' {
			continue
		}
		if utf8.RuneCountInString(word) > 4 || !inWord(after) {
			return true
		}
	}
}

func inWord(r rune) bool {
	return (unicode.IsLetter(r) || unicode.IsDigit(r)) && !unicode.Is(unicode.Han, r)
}
