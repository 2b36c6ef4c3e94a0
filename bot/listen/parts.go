package listen

import (
	"slices"
	"unicode"
	"unicode/utf8"
)

// cutter holds, while a word is cut, which tongues know each part of it.
type cutter struct {
	at    [longestWhole + 2]int                        // where each letter begins
	known [longestWhole + 1][longestPart + 1]partKnown // by end and length
	upTo  [longestWhole + 1]uint64                     // the tongues whose words make up the word to here
	cost  [longestWhole + 1]int32
	from  [longestWhole + 1]int32
	left  int // how many parts may still be looked up for this message
}

// mostParts bounds the time that a long message of nothing but long words takes.
const mostParts = 6_000

// partKnown is which tongues know a part of a word: as a word, by sound, and as the
// beginning of a word with so many letters behind it.
type partKnown struct {
	whole, sound uint64
	stem         [longestTail + 1]uint64
}

// any gives the tongues that know a part in some way.
func (p *partKnown) any() uint64 {
	all := p.whole | p.sound
	for _, b := range p.stem {
		all |= b
	}
	return all
}

// cost is what a part costs in one tongue; 0 when it doesn't know it.
func (p *partKnown) cost(tongue uint64) int32 {
	switch {
	case p.whole&tongue != 0:
		return partCost
	case p.sound&tongue != 0:
		return soundCost
	}
	for n, b := range p.stem {
		switch {
		case b&tongue == 0:
		case n == 0:
			return partCost
		default:
			return stemCost + tailCost*int32(n)
		}
	}
	return 0
}

// What a part costs: the fewer parts and the fewer letters that are no word's, the
// better.
const (
	partCost   = 10
	soundCost  = 11
	stemCost   = 13
	tailCost   = 4
	letterCost = 6 // more, for a part of one letter
)

// The shortest beginning of a word and the longest ending, in letters.
const (
	shortestStem = 3
	longestTail  = 4
)

// partsOf gives the words of one tongue, as its bit, that make up a word, those
// that cost least, and what they cost; nil for none.
func (e *ear) partsOf(w string) (parts []string, tongue uint64, cost int) {
	c := &e.cutter
	n := 0
	for i := range w {
		if n > longestWhole {
			return nil, 0, 0
		}
		c.at[n] = i
		n++
	}
	if n > longestWhole || n < 4 || c.left <= 0 || utf8.RuneCountInString(w) != n {
		return nil, 0, 0
	}
	c.at[n] = len(w)
	c.upTo[0] = ^uint64(0)
	latin := isLatin(w)
	for i := 1; i <= n; i++ {
		c.upTo[i] = 0
		marked := i < n && isMark(w[c.at[i]:])
		for l := 1; l <= min(i, longestPart); l++ {
			before := c.upTo[i-l]
			c.known[i][l] = partKnown{}
			if before == 0 || marked {
				continue
			}
			part := w[c.at[i-l]:c.at[i]]
			if l == 1 && !aloneIn(part) {
				continue
			}
			c.left--
			e.know(&c.known[i][l], part, latin, before)
			c.upTo[i] |= before & c.known[i][l].any()
		}
	}
	best := int32(0)
	for left := c.upTo[n]; left != 0; left &= left - 1 {
		bit := left & -left
		if cost := c.cheapest(n, bit); tongue == 0 || cost < best {
			best, tongue = cost, bit
		}
	}
	if tongue == 0 {
		return nil, 0, 0
	}
	c.cheapest(n, tongue)
	for i := n; i > 0; i = int(c.from[i]) {
		parts = append(parts, w[c.at[c.from[i]]:c.at[i]])
	}
	if 2*len(parts) > n {
		return nil, 0, 0
	}
	slices.Reverse(parts)
	return parts, tongue, int(best)
}

// aloneIn reports a letter that may be a word among words run together.
func aloneIn(letter string) bool {
	switch letter {
	case "i", "u", "я", "в", "с", "о", "у", "к", "и", "і", "з":
		return true
	}
	return false
}

func isMark(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.Is(unicode.M, r)
}

// know fills in which tongues of some have a part as a word, and which a word that
// begins it.
func (e *ear) know(k *partKnown, part string, latin bool, of uint64) {
	k.whole = e.known[hash(part)]
	e.starts.walk(part, func(a int32, n int) {
		if tail := utf8.RuneCountInString(part[n:]); tail <= longestTail && e.stems[a]&of != 0 && utf8.RuneCountInString(part[:n]) >= shortestStem {
			k.stem[tail] |= e.stems[a]
		}
	})
	if !latin || of&e.bySound == 0 || len(part) < 2 {
		return
	}
	s := sounds(part)
	h := hash(s)
	k.sound = e.knownSound[h]
	for _, a := range e.alone[h] {
		k.sound |= e.stems[a]
	}
	e.starts2.walk(s, func(a int32, n int) {
		if tail := len(s) - n; tail <= longestTail && n >= shortestStem {
			k.stem[tail] |= e.stems[a]
		}
	})
}

// cheapest finds the best way to cut a word of n letters in one tongue, and what it
// costs.
func (c *cutter) cheapest(n int, tongue uint64) int32 {
	for i := 1; i <= n; i++ {
		c.cost[i] = 1 << 20
		if c.upTo[i]&tongue == 0 {
			continue
		}
		for l := 1; l <= min(i, longestPart); l++ {
			if c.upTo[i-l]&tongue == 0 {
				continue
			}
			cost := c.known[i][l].cost(tongue)
			if cost == 0 {
				continue
			}
			if cost += c.cost[i-l]; l == 1 {
				cost += letterCost
			}
			if cost <= c.cost[i] { // of two ways the one with the longer part

				c.cost[i], c.from[i] = cost, int32(i-l)
			}
		}
	}
	return c.cost[n]
}

// soundsBits is a bit for each tongue whose words are compared by sound.
func soundsBits(files []ruleFile) uint64 {
	var all uint64
	for i, f := range files {
		if f.Sounds {
			all |= 1 << i
		}
	}
	return all
}
