package sessionlog

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// word is one word of a remark as names are looked for in it.
type word struct {
	folded  string
	small   string // in small letters, with accents
	script  script
	mixed   bool // letters of several scripts
	first   bool // begins a sentence
	great   bool // begins with a great letter
	shout   bool // has great letters only, two at least
	owner   bool // had 's
	digits  bool // has digits
	glued   bool // stands to the one before with a sign between them, without a space
	after   rune // the sign that stands after it, 0 for a space
	letters int  // not counting vowel signs
	known   tongues
	name    bool
}

// number reports a word of digits alone.
func (w *word) number() bool { return w.digits && w.letters == 0 }

// wordsOf cuts a remark into its words.
func wordsOf(clean string) []word {
	var out []word
	var b []rune
	first, glued := true, false
	end := func(after rune) {
		if len(b) > 0 {
			w := newWord(string(b))
			w.first, w.glued, w.after = first, glued, after
			if w.folded != "" {
				out = append(out, w)
				first = false
			}
			glued = after != ' ' && after != 0
			b = b[:0]
		} else {
			glued = glued && after != ' ' && after != 0
		}
	}
	for _, r := range norm.NFKC.String(clean) {
		if r >= 0x1F1E6 && r <= 0x1F1FF { // letters of flags
			r = 'A' + r - 0x1F1E6
		}
		switch {
		case unicode.IsLetter(r), unicode.IsMark(r), unicode.IsDigit(r), strings.ContainsRune("'’‘`´$", r) && len(b) > 0:
			b = append(b, r)
		case unicode.Is(unicode.Cf, r):
		default:
			if unicode.IsSpace(r) {
				r = ' '
			}
			end(r)
			first = first || strings.ContainsRune(".!?:;。！？：؟۔।॥\n–—•…\"“”„«»(", r) && !glued || strings.ContainsRune("!?।۔。", r)
		}
	}
	end(0)
	return out
}

func newWord(s string) word {
	s = strings.Trim(s, "'’‘`´")
	var w word
	for _, tail := range []string{"'s", "’s", "'S", "’S"} {
		if rest, ok := strings.CutSuffix(s, tail); ok {
			s, w.owner = rest, true
		}
	}
	great, small := 0, 0
	for i, r := range s {
		if unicode.IsUpper(r) {
			great++
			w.great = w.great || i == 0
		} else if unicode.IsLower(r) {
			small++
		}
		if unicode.IsLetter(r) {
			w.letters++
		}
		w.digits = w.digits || unicode.IsDigit(r) || r == '$'
		switch sc := scriptOf(r); {
		case sc == noScript:
		case w.script == noScript:
			w.script = sc
		case w.script != sc:
			w.mixed = true
		}
	}
	w.shout = great > 1 && small == 0
	w.great = w.great || great > 0 && small > 0 && s[0] != 'i' // "aHmed"
	w.folded, w.small = foldWord(s), strings.ToLower(s)
	return w
}

// leet are the digits and signs that people put for letters.
var leet = strings.NewReplacer("0", "o", "1", "i", "3", "e", "4", "a", "5", "s", "6", "g", "7", "t", "8", "b", "9", "g", "$", "s")

// units may stand at a number.
var units = func() map[string]bool {
	m := map[string]bool{}
	for _, u := range strings.Fields(`am pm a p st nd rd th h hr hrs m min mins s sec x kg g l ml cm mm km mb gb w v c f p k i ii er e to go gi mu szt zł r eme ème de ος ти й я го х та мин ч хв год шт`) {
		m[u] = true
	}
	return m
}()

// sides gives the letters before and after the digits of a word; ok is false when
// digits stand between letters.
func sides(s string) (before, after string, ok bool) {
	isDigit := func(r rune) bool { return r >= '0' && r <= '9' || r == '$' }
	from := strings.IndexFunc(s, isDigit)
	if from < 0 {
		return s, "", true
	}
	to := strings.LastIndexFunc(s, isDigit) + 1
	ok = strings.IndexFunc(s[from:to], func(r rune) bool { return !isDigit(r) }) < 0
	before, after = s[:from], s[to:]
	return before, after, ok && (before == "" || after == "")
}

// writtenDate reports a day, a month by its name and a year side by side, in any
// language.
func (r *reading) writtenDate() bool {
	for i := range r.words {
		if !r.isYear(i) {
			continue
		}
		month, day := false, false
		for j := max(0, i-4); j < min(len(r.words), i+4); j++ {
			w := r.at(j)
			month = month || r.lexicon.words[asMonth][w.folded] != 0 || romanMonths[w.folded] && j != i
			day = day || j != i && w.digits && len(strings.TrimRight(w.folded, "abcdefghijklmnopqrstuvwxyz")) <= 2
		}
		if month && day {
			return true
		}
	}
	return false
}

// isYear reports a number of four digits that is a year somebody may be born in.
func (r *reading) isYear(i int) bool {
	w := r.at(i)
	return w.number() && len(w.folded) == 4 && (strings.HasPrefix(w.folded, "19") || strings.HasPrefix(w.folded, "20"))
}

var romanMonths = map[string]bool{
	"i": true, "ii": true, "iii": true, "iv": true, "v": true, "vi": true, "vii": true, "viii": true, "ix": true, "x": true, "xi": true, "xii": true,
}

// saidNumber reports a telephone number in words, in any language: six digits in a
// row.
func (r *reading) saidNumber() bool {
	run := 0
	for i := range r.words {
		if w := r.at(i); r.lexicon.words[asDigit][w.folded] != 0 || w.number() && len(w.folded) == 1 {
			if run++; run >= 6 {
				return true
			}
			continue
		}
		run = 0
	}
	return false
}
