package listen

import "strings"

// lexicon finds the words of all rules in the words of a message. A word of a
// rule is an atom: a spelling or a sound, whole, or the beginning, the end or
// the middle of a word, or one that may have a letter wrong.
//
// There are a hundred thousand atoms and they are there for good, so words are
// kept by their hash and lists in one row each: what holds no pointers costs the
// garbage collector nothing.
type lexicon struct {
	whole      map[uint64]int32   // letters, by hash
	heard      map[uint64]int32   // sounds
	starts     trie               // kill*
	starts2    trie               // kill* by sound
	middles    trie               // *kill* and *kill
	inSound    trie               // the same by sound
	almost     map[uint64][]int32 // by hash, see nearly.go
	almostW    map[int32]string   // the word behind an atom of almost
	bare       map[uint64][]int32 // whole words by the hash of their consonants
	cores      map[uint64][]int32 // whole words and beginnings by the hash of theirs, doubled ones single
	bareSound  map[uint64][]int32 // words by sound by the hash of their consonants
	alone      map[uint64][]int32 // words by sound that are the beginning of others
	known      map[uint64]uint64  // whole words by letters, with a bit for each file that has them
	knownSound map[uint64]uint64  // the same by sound
	stems      map[int32]uint64   // the files of the atoms of starts and starts2
	english    uint64             // the bit of the English file
	digits     int32              // the atom of a number of one or two digits: #
	atoms      int
	latinAtoms int              // those in Latin letters
	words      rows[int32]      // the slots that an atom fills by itself
	phrases    rows[phrase]     // those that begin with two atoms, by the number of the pair
	pairs      map[uint64]int32 // that number, by pairOf
	rest       []int32          // the atoms of phrases behind the second
}

// phrase is two or more atoms in a row and the slot they fill: the first two are
// those under which it is found, the others are n of rest from at on.
type phrase struct {
	at   int32
	slot int32
	n    int32
}

// pairOf is the key of two atoms in a row.
func pairOf(a, b int32) uint64 { return uint64(a)<<32 | uint64(b) }

func newLexicon() *lexicon {
	l := &lexicon{
		whole: map[uint64]int32{}, heard: map[uint64]int32{}, almost: map[uint64][]int32{}, almostW: map[int32]string{},
		pairs: map[uint64]int32{}, bare: map[uint64][]int32{}, alone: map[uint64][]int32{}, known: map[uint64]uint64{},
		knownSound: map[uint64]uint64{}, stems: map[int32]uint64{}, bareSound: map[uint64][]int32{}, cores: map[uint64][]int32{},
	}
	l.digits = l.newAtom()
	return l
}

// hash is that of a word (FNV-1a over its letters). Two of a hundred thousand words
// practically never share one of 64 bits.
func hash(s string) uint64 {
	h := uint64(hashSeed)
	for _, r := range s {
		h = (h ^ uint64(r)) * hashPrime
	}
	return h
}

const (
	hashSeed  = 14695981039346656037
	hashPrime = 1099511628211
)

// newAtom counts from 1, so that 0 is none.
func (l *lexicon) newAtom() int32 {
	l.atoms++
	return int32(l.atoms)
}

// atomOf gives the atom of a word in one of the maps.
func (l *lexicon) atomOf(m map[uint64]int32, s string) int32 {
	a, ok := m[hash(s)]
	if !ok {
		a = l.newAtom()
		m[hash(s)] = a
	}
	return a
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

// of gives the atoms of one word of a message.
func (l *lexicon) of(t token, found func(atom int32)) {
	each := func(a int32, _ int) { found(a) }
	if s := t.letters[0]; len(s) <= 2 && strings.Trim(s, "0123456789") == "" {
		found(l.digits)
	}
	for n, s := range t.letters {
		a, whole := l.whole[hash(s)]
		if whole {
			found(a)
		}
		l.starts.walk(s, each)
		for i := range s {
			l.middles.walk(s[i:], each)
		}
		if n < 2 {
			l.nearlyOf(s, whole, found)
		}
		if n == 0 && !whole && len(s) >= 3 && consonants(s) == s {
			for _, a := range l.bare[hash(s)] { // kll myslf
				found(a)
			}
		}
	}
	if t.bare != "" {
		for _, a := range l.cores[hash(t.bare)] {
			found(a)
		}
	}
	for _, s := range t.cores {
		for _, a := range l.bareSound[hash(s)] {
			found(a)
		}
	}
	for _, s := range t.sounds {
		h := hash(s)
		if a, ok := l.heard[h]; ok {
			found(a)
		}
		for _, a := range l.alone[h] {
			found(a)
		}
		l.starts2.walk(s, each)
		for i := range s {
			l.inSound.walk(s[i:], each)
		}
	}
}
