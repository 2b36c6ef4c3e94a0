package listen

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// maxRunes is how much of a message is listened to. A longer one is heard at
// both ends, where people say what it is about.
const maxRunes = 2_000

// maxLetters is how much of one word is listened to.
const maxLetters = 48

// token is one word of a message, or one sign of a script without spaces, in
// all the ways it may be meant.
type token struct {
	letters []string // folded spellings, the plain one first
	sounds  []string // how it sounds, for words in Latin letters
	clause  int      // rises at a full stop, a comma and the like
	full    int      // rises at a full stop and its like only
	wide    bool     // more than one space, or a line, before it
	single  bool     // one letter by itself
	cores   []string // its consonants by sound, where it was written without its vowels
	bare    string   // its consonants, in a message that has lost its vowels
	spelled bool     // written letter by letter
	signed  string   // as it was typed, with signs in it that may be any letter
}

// tokenise gives the words of a text.
func tokenise(text string) []token {
	var (
		out    []token
		word   []rune
		clause int
		full   int
		spaces int
		clitic int // where the word goes on behind an apostrophe: m'enferme
	)
	flush := func() {
		if len(word) == 0 {
			return
		}
		if t, ok := makeToken(word); ok {
			if clitic > 0 && len(word)-clitic > 3 {
				for _, s := range spellings(string(word[clitic:])) {
					t.add(s)
				}
			}
			t.clause, t.full, t.wide = clause, full, spaces > 1
			out = append(out, t)
		}
		word, spaces, clitic = word[:0], 0, 0
	}
	runes := []rune(decomposed(ends(text)))
	for i, r := range runes {
		if isApostrophe(r) && len(word) > 0 && len(word) <= longestClitic {
			clitic = len(word)
		}
		r = fold(r)
		after := next(runes, i)
		for k := 1; isSign(after) && isSign(r) && k <= longestSigns; k++ { // k**l
			after = next(runes, i+k)
		}
		switch c := class(r, word, after); c {
		case dropped:
		case letter:
			word = append(word, r)
		case sign:
			flush()
			out = append(out, token{letters: []string{string(r)}, clause: clause, full: full})
		case stop, end:
			flush()
			clause++
			if c == end {
				full++
			}
			spaces = 0
		default:
			flush()
			spaces++
		}
	}
	flush()
	return spelledOut(joinPrefixes(out))
}

// decomposed takes letters and their marks apart, and compatibility forms.
func decomposed(text string) string {
	for i := range len(text) {
		if text[i] >= utf8.RuneSelf {
			return bearers.Replace(norm.NFKD.String(text))
		}
	}
	return text
}

// longestClitic is qu' of qu'il.
const longestClitic = 2

// longestSigns is how many signs in a row are letters behind the first.
const longestSigns = 2

func isApostrophe(r rune) bool { return r == '\'' || r == '’' || r == '‘' || r == 'ʼ' || r == '`' }

// next is the first rune behind i that is seen, folded; 0 at the end.
func next(runes []rune, i int) rune {
	for _, r := range runes[min(i+1, len(runes)):] {
		if r = fold(r); r != 0 {
			return r
		}
	}
	return 0
}

// The classes of a rune.
const (
	gap = iota
	dropped
	letter
	sign // a word by itself: Han, and a few pictures
	stop // ends a clause
	end  // ends a sentence
)

// class says what a folded rune is, with the letters of its word before it and
// the rune behind it.
func class(r rune, word []rune, after rune) int {
	inside := len(word) > 0 && isLetter(after)
	switch {
	case r == 0:
		return dropped
	case isHan(r):
		return sign
	case isLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.M, r):
		return letter
	case inside && unicode.Is(unicode.So, r):
		return dropped // a picture inside a word
	case pictures[r] && !isLetter(after):
		return sign
	case len(word) > 0 && isSign(r) && (isLetter(after) || unicode.Is(unicode.M, after)):
		return letter // k!ll, su*cide: shapes.go reads them
	case (r == '@' || r == '$') && isLetter(after):
		return letter
	case inside && strings.ContainsRune("._-/\\~+=", r):
		return gap // s.u.i.c.i.d.e is no row of sentences
	case r == '.' && len(word) == 1 && isLetter(word[0]):
		return gap
	case strings.ContainsRune(".!?۔؟।॥。！？…", r):
		return end
	case strings.ContainsRune(",;:()\n،؛，；：、\"«»“”", r):
		return stop
	}
	return gap
}

func isLetter(r rune) bool { return unicode.IsLetter(r) }

// isHan reports a sign of Chinese writing, each a word by itself here.
func isHan(r rune) bool {
	return r >= 0x3400 && r <= 0x9FFF || r >= 0xF900 && r <= 0xFAFF || r >= 0x20000 && r <= 0x3FFFF
}

// pictures that stand for a word at the end of a sentence: "I want to 💀".
var pictures = map[rune]bool{'💀': true, '☠': true, '⚰': true, '🪦': true, '🔪': true, '🔫': true, '💊': true, '🩸': true}

// makeToken gives a word in all its forms; a word of nothing but marks is none.
func makeToken(word []rune) (token, bool) {
	if len(word) > maxLetters {
		word = word[:maxLetters]
	}
	if !unicode.IsLetter(word[0]) && !unicode.IsDigit(word[0]) && len(word) == 1 {
		return token{}, false
	}
	t := token{single: oneLetter(word)}
	for _, s := range spellings(string(word)) {
		t.add(s)
	}
	if strings.IndexFunc(string(word), isSign) >= 0 {
		t.signed = string(word)
	}
	return t, true
}

// oneLetter reports a word of one letter, with the marks it carries.
func oneLetter(word []rune) bool {
	n := 0
	for _, r := range word {
		if !unicode.Is(unicode.M, r) {
			n++
		}
	}
	return n == 1
}

// add puts a spelling among the forms of a word.
func (t *token) add(s string) {
	if s == "" || len(t.letters) >= 40 {
		return
	}
	t.letters = appendNew(t.letters, s)
	if isLatin(s) {
		t.sounds = appendNew(t.sounds, sounds(s))
	}
}

func appendNew[T comparable](list []T, v T) []T {
	if slices.Contains(list, v) {
		return list
	}
	return append(list, v)
}

func isLatin(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return r < 0x250 && unicode.IsLetter(r) || r >= '0' && r <= '9'
}

// ends cuts a long text to its first and its last thousand runes.
func ends(text string) string {
	if len(text) <= maxRunes {
		return text
	}
	head, n := 0, 0
	for head < len(text) && n < maxRunes/2 {
		_, w := utf8.DecodeRuneInString(text[head:])
		head += w
		n++
	}
	tail := len(text)
	for n = 0; tail > head && n < maxRunes/2; n++ {
		_, w := utf8.DecodeLastRuneInString(text[head:tail])
		tail -= w
	}
	if tail <= head {
		return text
	}
	return text[:head] + "\n" + text[tail:]
}

// joinPrefixes joins what Persian writes with a half space, a space or nothing:
// می خواهم is one word with می‌خواهم.
func joinPrefixes(in []token) []token {
	out := in[:0]
	for i := 0; i < len(in); i++ {
		t := in[i]
		if first := t.letters[0]; (first == "مي" || first == "نمي") && i+1 < len(in) && in[i+1].clause == t.clause && !isHan([]rune(in[i+1].letters[0])[0]) {
			joined := token{clause: t.clause, full: t.full, wide: t.wide}
			for _, s := range in[i+1].letters {
				joined.add(first + s)
			}
			out = append(out, joined)
			i++
			continue
		}
		out = append(out, t)
	}
	return out
}
