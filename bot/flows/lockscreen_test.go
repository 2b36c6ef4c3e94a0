package flows_test

import (
	"path/filepath"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/BurntSushi/toml"

	"signpost/bot/talk"
	"signpost/locales"
)

// TestLockScreen promises that no screen begins with a word of health, abuse or
// danger, in any language. The words of a message alone are tested in locales;
// here they stand as people see them, one after the other: some scripts are so
// dense that the second line is on the lock screen too.
func TestLockScreen(t *testing.T) {
	lists := map[string][]string{}
	if _, err := toml.DecodeFile("../../locales/testdata/private.toml", &lists); err != nil {
		t.Fatal(err)
	}
	for _, file := range transcripts(t) {
		tr := read(t, file)
		for _, l := range locales.Languages() {
			t.Run(filepath.Base(file)+"/"+l.Tag, func(t *testing.T) {
				playIn(t, tr, l.Tag, func(p *player, m talk.Message) {
					shown := []rune(strings.ToLower(p.plain(m.Body)))
					shown = shown[:min(len(shown), 40)]
					for _, word := range lists[l.Tag] {
						if begins(string(shown), word) {
							t.Errorf("%s.%s shows %q: %q", p.conv.Flow, p.conv.Step, word, string(shown))
						}
					}
				})
			})
		}
	}
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
