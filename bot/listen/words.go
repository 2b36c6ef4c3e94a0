package listen

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// atomsOf reads a phrase: words with spaces between, or signs. Most stand in
// several lists.
func (c *compiler) atomsOf(text string) ([]int32, error) {
	if atoms, ok := c.read[text]; ok {
		return atoms, nil
	}
	atoms, err := c.readPhrase(text)
	if err == nil {
		c.read[text] = atoms
	}
	return atoms, err
}

func (c *compiler) readPhrase(text string) ([]int32, error) {
	var words []string
	for _, w := range strings.Fields(strings.ReplaceAll(text, "_", " ")) {
		words = append(words, c.apart(w)...)
	}
	var atoms []int32
	for i := 0; i < len(words); i++ {
		w := words[i]
		if f := c.plain(w); (f == "مي" || f == "نمي") && i+1 < len(words) {
			i++
			w += words[i]
		}
		a, err := c.atom(w, c.file.Sounds)
		if err != nil {
			return nil, err
		}
		atoms = append(atoms, a)
	}
	return atoms, nil
}

// apart gives the words of one word of a pattern: Chinese is written without
// spaces, and a hyphen parts words.
func (c *compiler) apart(w string) []string {
	core := strings.Trim(w, "*~=")
	if len(c.tokensOf(core)) < 2 {
		return []string{w}
	}
	var words []string
	from := 0
	flush := func(to int) {
		if to > from {
			words = append(words, core[from:to])
		}
	}
	for i, r := range core {
		switch {
		case isHan(r):
			flush(i)
			words = append(words, string(r))
			from = i + utf8.RuneLen(r)
		case r == '-':
			flush(i)
			from = i + 1
		}
	}
	flush(len(core))
	if front := w[:len(w)-len(strings.TrimLeft(w, "=*"))]; front != "" {
		words[0] = front + words[0]
	}
	if tail := w[len(strings.TrimRight(w, "*~")):]; tail != "" {
		words[len(words)-1] += tail
	}
	return words
}

func (c *compiler) plain(w string) string {
	if ts := c.tokensOf(w); len(ts) == 1 {
		return ts[0].letters[0]
	}
	return w
}

// tokensOf is tokenise, once for each word of the rules.
func (c *compiler) tokensOf(text string) []token {
	ts, ok := c.cut[text]
	if !ok {
		ts = tokenise(text)
		c.cut[text] = ts
	}
	return ts
}

// atom gives the number of one word of a rule.
func (c *compiler) atom(word string, bySound bool) (int32, error) {
	if word == "#" {
		return c.digits, nil
	}
	core := strings.Trim(word, "*~=")
	ts := c.tokensOf(core)
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
	before := c.atoms
	defer func() {
		if isLatin(s) {
			c.latinAtoms += c.atoms - before
		}
	}()
	middles := &c.middles
	if bySound {
		middles = &c.inSound
	}
	switch {
	case strings.HasSuffix(word, "~"):
		if utf8.RuneCountInString(s) < 5 || bySound {
			return 0, fmt.Errorf("%q is too short to have a letter wrong", word)
		}
		return c.nearly(s), nil
	case utf8.RuneCountInString(s) < 2 && (front || back):
		return 0, fmt.Errorf("%q is too short for a *", word)
	case front && back:
		return middles.add(s, false, c.newAtom), nil
	case front:
		return middles.add(s, true, c.newAtom), nil
	case back && bySound:
		return c.soundsStart(core, s), nil
	case back:
		a := c.starts.add(s, false, c.newAtom)
		c.stems[a] |= c.bit
		c.addCore(s, a)
		return a, nil
	case bySound:
		c.knownSound[hash(s)] |= c.bit
		a := c.atomOf(c.heard, s)
		if core := consonants(s); len(core) >= fewestCore {
			c.bareSound[hash(core)] = appendNew(c.bareSound[hash(core)], a)
		}
		return a, nil
	}
	a := c.atomOf(c.whole, s)
	c.knows(s)
	c.addCore(s, a)
	if isLatin(s) {
		if core := consonants(s); len(s) >= 4 && len(core) >= 3 {
			c.bare[hash(core)] = appendNew(c.bare[hash(core)], a)
		}
	}
	return a, nil
}

// addCore adds a word under its consonants.
func (c *compiler) addCore(word string, a int32) {
	if core := coreOf(word); isAlphabet(word) && utf8.RuneCountInString(core) >= 2 && utf8.RuneCountInString(word) >= 3 {
		c.cores[hash(core)] = appendNew(c.cores[hash(core)], a)
	}
}

// soundsStart adds a beginning by sound. At the end of a word an n or h is not
// heard, but it is in the middle: kon* is kun and what follows, or ku alone.
func (c *compiler) soundsStart(core, alone string) int32 {
	start := strings.TrimSuffix(sounds(asTyped(core)+"1"), "1")
	a := c.starts2.add(start, false, c.newAtom)
	c.stems[a] |= c.bit
	if start != alone {
		c.alone[hash(alone)] = appendNew(c.alone[hash(alone)], a)
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

// knows notes a whole word by its letters.
func (c *compiler) knows(word string) { c.known[hash(word)] |= c.bit }
