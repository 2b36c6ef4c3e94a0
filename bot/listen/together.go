package listen

import (
	"unicode"
	"unicode/utf8"
)

// runTogether cuts words that were written without spaces between them, where
// all parts are words of the rules of one tongue (iwanttodie), and puts together
// those that were written in pieces (kh ud ku shi).
func (e *ear) runTogether(in []token) []token {
	var out []token // once a word is not as it was typed
	e.cutter.left = mostParts
	e.readSigns(in)
	e.romanise(in)
	e.shortened(in)
	cuts := 0
	for i := 0; i < len(in); {
		parts, n := e.cutPieces(in[i:])
		if parts == nil {
			if n = 1; len(in[i].letters[0]) >= shortestCut && cuts < mostCuts {
				cuts++
				parts = e.cut(in[i])
			}
		}
		if parts == nil {
			if out != nil {
				out = append(out, in[i])
			}
			i++
			continue
		}
		if out == nil {
			out = append(make([]token, 0, len(in)+4), in[:i]...)
		}
		for k, p := range parts {
			o := token{clause: in[i].clause, full: in[i].full}
			o.add(p)
			if k == 0 && n == 1 { // what hears a part of it still does
				for _, s := range in[i].letters {
					o.add(s)
				}
			}
			out = append(out, o)
		}
		i += n
	}
	if out == nil {
		return in
	}
	return out
}

// The lengths, in letters, of a word whose parts are looked for, and of a part.
const (
	shortestCut  = 8
	longestWhole = maxLetters
	longestPart  = 12
)

// cut gives the words that make up a word; nil when it is heard as it is or can't
// be cut.
func (e *ear) cut(t token) []string {
	if e.isHeard(t) {
		return nil
	}
	for n, w := range t.letters {
		if n == mostCut {
			break
		}
		if parts, tongue, cost := e.partsOf(w); parts != nil && (t.spelled || e.plainlyCut(w, parts, tongue, cost)) {
			return parts
		}
	}
	return nil
}

// plainlyCut reports parts that are words in Latin letters as they stand, or that
// are too long together to be a word of their own: many a word that no rule has
// sounds like two others.
func (e *ear) plainlyCut(w string, parts []string, tongue uint64, cost int) bool {
	n := utf8.RuneCountInString(w)
	if (len(parts) >= 3 && n >= longWord || n >= tooLong) && 5*cost <= 16*n {
		return true
	}
	if !isLatin(w) {
		return false
	}
	for _, p := range parts {
		if e.known[hash(p)]&tongue == 0 {
			return false
		}
	}
	return true
}

// The letters from which on three parts, or two, need not be written as the rules
// write them.
const (
	longWord = 11
	tooLong  = 13
)

// mostCut is how many spellings of a word are tried.
const mostCut = 6

// mostCuts is how many long words of a message are looked at for their parts: more
// than a message has that somebody wrote.
const mostCuts = 80

// The lengths of what is put together: pieces of three letters at most, three of
// them at least.
const (
	longestPiece = 3
	fewestPieces = 3
)

// cutPieces puts short words in a row together and gives what words they make,
// and how many pieces there were; nil when half of the pieces (in
// Latin letters, where any two letters are a word somewhere, a third) are words
// already.
func (e *ear) cutPieces(in []token) (parts []string, pieces int) {
	whole, letters := "", 0
	for _, t := range in {
		n := lettersOf(t.letters[0])
		if n > longestPiece || t.clause != in[0].clause || letters+n > longestWhole || isHan([]rune(t.letters[0])[0]) {
			break
		}
		whole, letters = whole+t.letters[0], letters+n
		pieces++
	}
	if pieces < fewestPieces {
		return nil, 0
	}
	known := 0
	for _, t := range in[:pieces] {
		w := t.letters[0]
		if e.known[hash(w)] != 0 || len(w) > 1 && isLatin(w) && consonants(w) == w { // mnu rzz: words without their vowels
			known++
		}
	}
	if 2*known > pieces || 3*known > pieces && isLatin(whole) {
		return nil, 0
	}
	parts, _, _ = e.partsOf(whole)
	if parts == nil || 2*len(parts) > pieces+1 {
		return nil, 0
	}
	return parts, pieces
}

// lettersOf counts the letters of a word, without the marks on them.
func lettersOf(word string) int {
	n := 0
	for _, r := range word {
		if !unicode.Is(unicode.M, r) {
			n++
		}
	}
	return n
}

// How long the beginning of a word is, in letters, and in what they sound like, that
// is heard whatever follows.
const (
	longStem  = 7
	longSound = 6
)

// isHeard reports a word that some rule hears as it is: whole, by a stem of half
// of it or a long one, with a letter wrong, or by its sound.
func (e *ear) isHeard(t token) bool {
	heard := false
	for _, s := range t.letters {
		if _, heard = e.whole[hash(s)]; heard {
			return true
		}
		e.starts.walk(s, func(_ int32, n int) {
			heard = heard || n >= 4 && (2*n >= len(s) || utf8.RuneCountInString(s[:n]) >= longStem)
		})
		if heard {
			return true
		}
	}
	for _, s := range t.sounds {
		if _, heard = e.heard[hash(s)]; heard {
			return true
		}
		e.starts2.walk(s, func(_ int32, n int) { heard = heard || n >= 5 && (2*n >= len(s) || n >= longSound) })
		if heard {
			return true
		}
	}
	for _, s := range t.letters[:min(len(t.letters), mostCut)] { // last, since it costs most
		if e.nearlyOf(s, false, func(int32) { heard = true }); heard {
			return true
		}
	}
	return false
}
