package sqlite

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// letters are those that Unicode does not take apart but people do when they
// write without them: "Lodz" for Łódź, "Soren" for Søren; and the Arabic letters
// that are written in more than one way, which search engines commonly level.
var letters = strings.NewReplacer(
	"ł", "l", "ø", "o", "đ", "d", "ð", "d", "ħ", "h", "ı", "i", "ß", "ss", "æ", "ae", "œ", "oe", "þ", "th",
	"ى", "ي", "ی", "ي", "ک", "ك", "ہ", "ه", "ة", "ه", "ـ", "",
	"’", "'", "ʼ", "'",
)

// fold makes of a text what is written to the indexes and asked of them: lower
// case, without the marks of Latin, Greek, Cyrillic, Arabic and Hebrew letters.
// The vowel signs of the Indian scripts stay, since words differ by them alone.
//
// Chinese, Japanese and Thai are written without spaces, so each of their
// letters becomes a word of its own and a word of theirs a phrase.
func fold(text string) string {
	var b strings.Builder
	b.Grow(len(text))
	var last rune // the letter that a mark belongs to
	for _, r := range norm.NFKD.String(text) {
		switch {
		case unicode.Is(unicode.Mn, r):
			if !unicode.In(last, unicode.Latin, unicode.Greek, unicode.Cyrillic, unicode.Arabic, unicode.Hebrew) {
				b.WriteRune(r)
			}
		case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai):
			b.WriteByte(' ')
			b.WriteRune(r)
			b.WriteByte(' ')
			last = r
		default:
			r = unicode.ToLower(r)
			b.WriteRune(r)
			last = r
		}
	}
	return letters.Replace(norm.NFC.String(b.String()))
}

// A search has at most mostWords words, each of at most longestWord letters: the
// time it takes grows with them, and no name or place needs more.
const (
	mostWords   = 12
	longestWord = 40
)

// words are the words of what somebody typed, folded: letters, figures and
// marks, nothing else. A word in a script without spaces holds them.
func words(text string) []string {
	var out []string
	for word := range strings.FieldsFuncSeq(text, func(r rune) bool {
		return !unicode.In(r, unicode.L, unicode.N, unicode.M)
	}) {
		if letters := []rune(word); len(letters) > longestWord {
			word = string(letters[:longestWord])
		}
		if w := strings.Join(strings.Fields(fold(word)), " "); w != "" {
			out = append(out, w)
		}
		if len(out) == mostWords {
			break
		}
	}
	return out
}
