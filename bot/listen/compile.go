package listen

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// What a pattern is for.
type purpose uint8

const (
	forRule purpose = iota
	forIdiom
	forUnless
	forNeed
	forPlace
	forLanguage
	forCommunity
)

// say is one pattern with what it is for: its elements are n of all from at on.
type say struct {
	at, n   int32
	rule    int32 // index among all rules, for forRule and forUnless
	value   int32 // what is meant, an index among the values
	weight  int8  // for forNeed
	purpose purpose
	file    uint8 // index of its file
}

// compiled is every rule of every tongue, ready to hear.
type compiled struct {
	*lexicon
	files    []ruleFile
	rules    []*rule
	around   []aroundSlots
	says     []say
	elements pattern     // of all says
	values   []string    // needs, places, languages and communities
	byKey    rows[int32] // says by the slot that is looked at first
	slots    int
	slotFile []uint8 // by slot
	latin    []bool  // by file: it is written in Latin letters
}

// aroundSlots are the slots of what changes a meaning, of one file.
type aroundSlots struct {
	not, past, well, now, but, news, others, me int32
	before, behind                              int
}

// compiler builds a compiled, one file at a time.
type compiler struct {
	*compiled
	file   ruleFile
	number int // of the file
	gaps   [2]int
	named  map[string]int     // slots of the file by how a pattern writes them
	read   map[string][]int32 // phrases of the file that were read
	bit    uint64             // of the file
	cut    map[string][]token // what words of rules are made of
	single []entry[int32]     // slots by the atom that fills them
	filled []entry[phrase]    // phrases by their pair
}

// maxFiles is how many tongues there may be: each is a bit of a word.
const maxFiles = 64

// compile makes rules ready to hear.
func compile(files []ruleFile) (*compiled, error) {
	if len(files) > maxFiles {
		return nil, fmt.Errorf("there are %d tongues, and %d at most", len(files), maxFiles)
	}
	c := &compiler{compiled: &compiled{lexicon: newLexicon(), files: files}, cut: map[string][]token{}}
	for i, f := range files {
		c.file, c.number, c.named, c.read, c.gaps = f, i, map[string]int{}, map[string][]int32{}, [2]int{2, 5}
		if f.Signs {
			c.gaps = [2]int{3, 8}
		}
		c.bit = 1 << i
		if f.Tag == english {
			c.english = c.bit
		}
		before, latin := c.atoms, c.latinAtoms
		if err := c.addFile(i); err != nil {
			return nil, fmt.Errorf("rules %s: %w", f.Tag, err)
		}
		c.latin = append(c.latin, 2*(c.latinAtoms-latin) > c.atoms-before)
	}
	sizes := make([]int, c.slots) // the fewer phrases fill a slot, the rarer it is met
	for _, w := range c.single {
		sizes[w.value]++
	}
	for _, p := range c.filled {
		sizes[p.value.slot]++
	}
	keys := make([]entry[int32], len(c.says))
	for i := range c.says {
		key := slices.MinFunc(c.patternOf(&c.says[i]), func(a, b element) int { return sizes[a.slot] - sizes[b.slot] })
		keys[i] = entry[int32]{key.slot, int32(i)}
	}
	c.byKey = makeRows(c.slots, keys)
	c.says, c.elements, c.rest, c.slotFile = fitting(c.says), fitting(c.elements), fitting(c.rest), fitting(c.slotFile)
	c.lexicon.words, c.phrases = makeRows(c.atoms+1, c.single), makeRows(len(c.pairs), c.filled)
	return c.compiled, nil
}

// patternOf gives the elements of a say.
func (c *compiled) patternOf(s *say) pattern { return c.elements[s.at : s.at+s.n] }

func (c *compiler) addFile(n int) error {
	if err := c.addAround(); err != nil {
		return fmt.Errorf("around: %w", err)
	}
	for _, w := range c.file.Together {
		c.knows(c.plain(w))
	}
	for _, s := range c.file.Idioms {
		if err := c.addSay(s, say{purpose: forIdiom, file: uint8(n)}); err != nil {
			return fmt.Errorf("idioms: %w", err)
		}
	}
	for i := range c.file.Rules {
		r := &c.file.Rules[i]
		for _, s := range r.Say {
			if err := c.addSay(s, say{purpose: forRule, file: uint8(n), rule: int32(len(c.rules))}); err != nil {
				return fmt.Errorf("rule %q: %w", r.Means, err)
			}
		}
		for _, s := range r.Unless {
			if err := c.addSay(s, say{purpose: forUnless, file: uint8(n), rule: int32(len(c.rules))}); err != nil {
				return fmt.Errorf("rule %q: unless: %w", r.Means, err)
			}
		}
		c.rules = append(c.rules, r)
	}
	for _, group := range []struct {
		what    purpose
		entries map[string][]string
	}{
		{forNeed, c.file.Needs},
		{forPlace, c.file.Places},
		{forLanguage, c.file.Languages},
		{forCommunity, c.file.Communities},
	} {
		for _, id := range slices.Sorted(maps.Keys(group.entries)) {
			c.values = append(c.values, id)
			for _, s := range group.entries[id] {
				if err := c.addMeaning(s, say{purpose: group.what, file: uint8(n), value: int32(len(c.values) - 1)}); err != nil {
					return fmt.Errorf("%s: %w", id, err)
				}
			}
		}
	}
	return nil
}

// addMeaning adds words for a need or a place. A word behind a ? says little by
// itself.
func (c *compiler) addMeaning(text string, s say) error {
	text, weak := strings.CutPrefix(text, "?")
	s.weight = 2
	if weak {
		s.weight = 1
	} else if strings.ContainsAny(text, " &") {
		s.weight = 3
	}
	return c.addSay(text, s)
}

func (c *compiler) addSay(text string, s say) error {
	patterns, err := c.parse(text)
	if err != nil {
		return err
	}
	for _, p := range patterns {
		s.at, s.n = int32(len(c.elements)), int32(len(p))
		c.elements = append(c.elements, p...)
		c.says = append(c.says, s)
	}
	return nil
}

func (c *compiler) addAround() error {
	a := c.file.Around
	s := aroundSlots{before: a.Reach[0], behind: a.Reach[1]}
	for _, list := range []struct {
		slot  *int32
		words []string
	}{{&s.not, a.Not}, {&s.past, a.Past}, {&s.well, a.Well}, {&s.now, a.Now}, {&s.but, a.But}, {&s.news, a.News}, {&s.others, a.Others}, {&s.me, a.Me}} {
		phrases, err := c.spread(list.words)
		if err != nil {
			return err
		}
		n, err := c.newSlot(phrases)
		if err != nil {
			return err
		}
		*list.slot = int32(n)
	}
	c.around = append(c.around, s)
	return nil
}

// spread writes out phrases whose words may be lists or may be left out, as in a
// pattern: {number} years|yrs ago.
func (c *compiler) spread(entries []string) ([]string, error) {
	var all []string
	for _, entry := range entries {
		rows := []string{""}
		for _, w := range strings.Fields(entry) {
			w, optional := strings.CutSuffix(w, "?")
			phrases, err := c.phrasesOf(w)
			if err != nil {
				return nil, fmt.Errorf("%q: %w", entry, err)
			}
			var grown []string
			for _, r := range rows {
				for _, p := range phrases {
					grown = append(grown, strings.TrimSpace(r+" "+p))
				}
				if optional {
					grown = append(grown, r)
				}
			}
			rows = grown
		}
		all = append(all, rows...)
	}
	return all, nil
}

// newSlot makes a slot of phrases.
func (c *compiler) newSlot(phrases []string) (int, error) {
	n := c.slots
	c.slots++
	c.slotFile = append(c.slotFile, uint8(c.number))
	for _, p := range phrases {
		atoms, err := c.atomsOf(p)
		if err != nil {
			return 0, err
		}
		if len(atoms) == 0 {
			return 0, fmt.Errorf("%q holds no word", p)
		}
		if len(atoms) == 1 {
			c.single = append(c.single, entry[int32]{atoms[0], int32(n)})
			continue
		}
		pair, ok := c.pairs[pairOf(atoms[0], atoms[1])]
		if !ok {
			pair = int32(len(c.pairs))
			c.pairs[pairOf(atoms[0], atoms[1])] = pair
		}
		c.filled = append(c.filled, entry[phrase]{pair, phrase{at: int32(len(c.rest)), slot: int32(n), n: int32(len(atoms) - 2)}})
		c.rest = append(c.rest, atoms[2:]...)
	}
	return n, nil
}
