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
func (c *compiler) nearly(word string) int32 {
	runes := []rune(word)
	for _, a := range c.almost[hashOf(runes, -1, -1)] {
		if c.almostW[a] == word {
			return a
		}
	}
	a := c.newAtom()
	c.almostW[a] = word
	without(runes, func(h uint64) {
		if list := c.almost[h]; len(list) == 0 || list[len(list)-1] != a {
			c.almost[h] = append(list, a)
		}
	})
	c.knows(word)
	return a
}

// nearlyOf gives the atoms that a word nearly is. A known word is no slip of
// another, but may be one of these itself.
func (l *lexicon) nearlyOf(s string, known bool, found func(int32)) {
	if len(l.almost) == 0 || len(s) > 4*longestNearly {
		return
	}
	var buf [4*longestNearly + 1]rune
	runes := buf[:0]
	for _, r := range s {
		runes = append(runes, r)
	}
	if len(runes) < nearlyOne-1 || len(runes) > longestNearly {
		return
	}
	if known {
		for _, a := range l.almost[hashOf(runes, -1, -1)] {
			if l.almostW[a] == s {
				found(a)
			}
		}
		return
	}
	without(runes, func(h uint64) {
		for _, a := range l.almost[h] {
			allowed := 1
			if utf8.RuneCountInString(l.almostW[a]) >= nearlyTwo {
				allowed = 2
			}
			if distance(s, l.almostW[a]) <= allowed {
				found(a)
			}
		}
	})
}

// longestNearly is the longest word that is looked up, in letters.
const longestNearly = 24

// without gives the hash of a word as it is, with one letter left out, and from
// nine letters on (seven, with two wrong) with two.
func without(word []rune, each func(uint64)) {
	each(hashOf(word, -1, -1))
	for i := range word {
		each(hashOf(word, i, -1))
	}
	if len(word) < nearlyTwo-2 {
		return
	}
	for i := range word {
		for j := i + 1; j < len(word); j++ {
			each(hashOf(word, i, j))
		}
	}
}

// hashOf is a hash (FNV-1a) of a word without the letters at two places; two
// words with the same hash are told apart by distance.
func hashOf(word []rune, skip, skip2 int) uint64 {
	h := uint64(hashSeed)
	for i, r := range word {
		if i != skip && i != skip2 {
			h = (h ^ uint64(r)) * hashPrime
		}
	}
	return h
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
