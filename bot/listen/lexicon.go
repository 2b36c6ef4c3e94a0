package listen

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// lexicon finds the words of all rules in the words of a message. A word of a
// rule is an atom: a spelling or a sound, whole, or the beginning, the end or
// the middle of a word, or one that may have a letter wrong.
type lexicon struct {
	whole      map[string]int   // letters
	heard      map[string]int   // sounds
	starts     trie             // kill*
	starts2    trie             // kill* by sound
	middles    trie             // *kill* and *kill
	inSound    trie             // the same by sound
	almost     map[uint64][]int // by hash, see nearly.go
	almostW    []string         // the word behind an atom of almost, by atom
	atoms      int
	latinAtoms int                // those in Latin letters
	phrases    [][]phrase         // by their first atom
	known      map[string]uint64  // whole words in Latin letters, with a bit for each file that has them
	english    uint64             // the bit of the English file
	bit        uint64             // of the file that is read
	bare       map[string][]int   // whole words by their consonants
	alone      map[string][]int   // words by sound that are the beginning of others
	cut        map[string][]token // while the rules are read
}

// phrase is one or more atoms in a row and the slots they fill.
type phrase struct {
	rest []int
	slot int
}

func newLexicon() *lexicon {
	return &lexicon{whole: map[string]int{}, heard: map[string]int{}, almost: map[uint64][]int{}, known: map[string]uint64{}, bare: map[string][]int{}, alone: map[string][]int{}, cut: map[string][]token{}}
}

// trie is a set of strings by their bytes.
type trie struct {
	next  map[uint64]int32 // by node and byte
	atoms []int            // by node, 0 for none
}

func edge(node int32, b byte) uint64 { return uint64(node)<<8 | uint64(b) }

func (t *trie) add(s string, atom func() int) int {
	if t.next == nil {
		t.next, t.atoms = map[uint64]int32{}, []int{0}
	}
	at := int32(0)
	for i := range len(s) {
		n, ok := t.next[edge(at, s[i])]
		if !ok {
			n = int32(len(t.atoms))
			t.atoms = append(t.atoms, 0)
			t.next[edge(at, s[i])] = n
		}
		at = n
	}
	if t.atoms[at] == 0 {
		t.atoms[at] = atom()
	}
	return t.atoms[at]
}

// walk gives every member that s begins with, and how long it is.
func (t *trie) walk(s string, found func(atom, length int)) {
	at := int32(0)
	for i := range len(s) {
		n, ok := t.next[edge(at, s[i])]
		if !ok {
			return
		}
		at = n
		if a := t.atoms[at]; a != 0 {
			found(a, i+1)
		}
	}
}

// newAtom counts from 1, so that 0 is none.
func (l *lexicon) newAtom() int {
	l.atoms++
	l.phrases = append(l.phrases, nil)
	l.almostW = append(l.almostW, "")
	if l.atoms == 1 {
		l.phrases = append(l.phrases, nil)
		l.almostW = append(l.almostW, "")
	}
	return l.atoms
}

func atomOf(m map[string]int, s string, l *lexicon) int {
	a, ok := m[s]
	if !ok {
		a = l.newAtom()
		m[s] = a
	}
	return a
}

// The ends of atoms of the tries for the middle of words.
const (
	anywhere = "\x00m"
	atTheEnd = "\x00e"
)

// atom gives the number of one word of a rule.
func (l *lexicon) atom(word string, bySound bool) (int, error) {
	core := strings.Trim(word, "*~=")
	ts := l.words(core)
	if len(ts) != 1 {
		return 0, fmt.Errorf("%q is not one word", word)
	}
	s := ts[0].letters[0]
	word, exact := strings.CutPrefix(word, "=")
	if bySound && isLatin(s) && !exact {
		s = sounds(asTyped(core)) // digits are letters there, and not what they look like
	} else {
		bySound = false
	}
	front, back := strings.HasPrefix(word, "*"), strings.HasSuffix(word, "*")
	before := l.atoms
	defer func() {
		if isLatin(s) {
			l.latinAtoms += l.atoms - before
		}
	}()
	middles := &l.middles
	if bySound {
		middles = &l.inSound
	}
	switch {
	case strings.HasSuffix(word, "~"):
		if utf8.RuneCountInString(s) < 5 || bySound {
			return 0, fmt.Errorf("%q is too short to have a letter wrong", word)
		}
		return l.nearly(s), nil
	case utf8.RuneCountInString(s) < 2 && (front || back):
		return 0, fmt.Errorf("%q is too short for a *", word)
	case front && back:
		return middles.add(s+anywhere, l.newAtom), nil
	case front:
		return middles.add(s+atTheEnd, l.newAtom), nil
	case back && bySound:
		return l.soundsStart(core, s), nil
	case back:
		return l.starts.add(s, l.newAtom), nil
	case bySound:
		return atomOf(l.heard, s, l), nil
	}
	a := atomOf(l.whole, s, l)
	if isLatin(s) {
		l.knows(s)
		if c := consonants(s); len(s) >= 4 && len(c) >= 3 && !slices.Contains(l.bare[c], a) {
			l.bare[c] = append(l.bare[c], a)
		}
	}
	return a, nil
}

// consonants is a word in Latin letters without its vowels.
func consonants(s string) string {
	out := make([]byte, 0, len(s))
	for i := range len(s) {
		if c := s[i]; c < 'a' || c > 'z' || !isVowel(c) {
			out = append(out, c)
		}
	}
	return string(out)
}

// soundsStart adds a beginning by sound. At the end of a word an n or h is not
// heard, but it is in the middle: kon* is kun and what follows, or ku alone.
func (l *lexicon) soundsStart(core, alone string) int {
	start := strings.TrimSuffix(sounds(asTyped(core)+"1"), "1")
	a := l.starts2.add(start, l.newAtom)
	if start != alone && !slices.Contains(l.alone[alone], a) {
		l.alone[alone] = append(l.alone[alone], a)
	}
	return a
}

// asTyped folds a word and leaves its digits.
func asTyped(word string) string {
	return strings.Map(func(r rune) rune {
		if r = fold(r); r == 0 {
			return -1
		}
		return r
	}, norm.NFKD.String(word))
}

// knows notes a whole word in Latin letters.
func (l *lexicon) knows(word string) { l.known[word] |= l.bit }

// of gives the atoms of one word of a message.
func (l *lexicon) of(t token, found func(atom int)) {
	for n, s := range t.letters {
		a, whole := l.whole[s]
		if whole {
			found(a)
		}
		l.starts.walk(s, func(a, _ int) { found(a) })
		for i := range s {
			l.middles.inside(s, i, found)
		}
		if n < 2 {
			l.nearlyOf(s, whole, found)
		}
		if n == 0 && !whole && len(s) >= 3 && consonants(s) == s {
			for _, a := range l.bare[s] { // kll myslf
				found(a)
			}
		}
	}
	for _, s := range t.sounds {
		if a, ok := l.heard[s]; ok {
			found(a)
		}
		for _, a := range l.alone[s] {
			found(a)
		}
		l.starts2.walk(s, func(a, _ int) { found(a) })
		for i := range s {
			l.inSound.inside(s, i, found)
		}
	}
}

// inside looks for atoms in the middle or at the end of s, from i on.
func (t *trie) inside(s string, i int, found func(int)) {
	at := int32(0)
	for ; ; i++ {
		if m, ok := t.next[edge(at, anywhere[0])]; ok {
			if n, ok := t.next[edge(m, anywhere[1])]; ok {
				found(t.atoms[n])
			}
			if n, ok := t.next[edge(m, atTheEnd[1])]; ok && i == len(s) {
				found(t.atoms[n])
			}
		}
		if i == len(s) {
			return
		}
		n, ok := t.next[edge(at, s[i])]
		if !ok {
			return
		}
		at = n
	}
}
