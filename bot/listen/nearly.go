package listen

import "unicode/utf8"

// A word marked with ~ in the rules is heard with one letter wrong, left out,
// too many or swapped with its neighbour; from nine letters on with two. The
// index holds the word with letters left out, as SymSpell does, so that a look-up
// costs a few map reads however many words there are.

const (
	nearlyOne = 5 // letters from which one may be wrong
	nearlyTwo = 9
)

// nearly adds a word that may have letters wrong.
func (l *lexicon) nearly(word string) int {
	for _, a := range l.almost[word] {
		if l.almostW[a] == word {
			return a
		}
	}
	a := l.newAtom()
	l.almostW[a] = word
	for _, s := range without(word) {
		l.almost[s] = append(l.almost[s], a)
	}
	if isLatin(word) {
		l.known[word] = true
	}
	return a
}

// nearlyOf gives the atoms that a word nearly is.
func (l *lexicon) nearlyOf(s string, found func(int)) {
	n := utf8.RuneCountInString(s)
	if n < nearlyOne-1 || n > 24 || len(l.almost) == 0 {
		return
	}
	for _, w := range without(s) {
		for _, a := range l.almost[w] {
			m := utf8.RuneCountInString(l.almostW[a])
			allowed := 1
			if m >= nearlyTwo {
				allowed = 2
			}
			if distance(s, l.almostW[a]) <= allowed {
				found(a)
			}
		}
	}
}

// without gives a word as it is, with one letter left out, and from nine
// letters on with two.
func without(word string) []string {
	runes := []rune(word)
	out := []string{word}
	out = leave(out, runes)
	if len(runes) >= nearlyTwo-2 {
		for _, s := range leave(nil, runes) {
			out = leave(out, []rune(s))
		}
	}
	return out
}

func leave(out []string, runes []rune) []string {
	for i := range runes {
		s := string(runes[:i]) + string(runes[i+1:])
		out = append(out, s)
	}
	return out
}

// distance counts letters wrong, left out, too many or swapped (the restricted
// distance of Damerau).
func distance(a, b string) int {
	x, y := []rune(a), []rune(b)
	old, last, now := make([]int, len(y)+1), make([]int, len(y)+1), make([]int, len(y)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(x); i++ {
		now[0] = i
		for j := 1; j <= len(y); j++ {
			cost := 1
			if x[i-1] == y[j-1] {
				cost = 0
			}
			now[j] = min(last[j]+1, now[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && x[i-1] == y[j-2] && x[i-2] == y[j-1] {
				now[j] = min(now[j], old[j-2]+1)
			}
		}
		old, last, now = last, now, old
	}
	return last[len(y)]
}
