package listen

import (
	"fmt"
	"sort"
	"strings"
	"unicode/utf8"
)

// What a pattern is for.
type purpose int

const (
	forRule purpose = iota
	forIdiom
	forUnless
	forNeed
	forPlace
	forLanguage
	forCommunity
)

// say is one pattern with what it is for.
type say struct {
	pattern
	purpose purpose
	file    int // index of its file
	rule    int // index among all rules, for forRule and forUnless
	value   string
	weight  int // for forNeed
}

// compiled is every rule of every tongue, ready to hear.
type compiled struct {
	*lexicon
	files    []ruleFile
	rules    []*rule
	around   []aroundSlots
	says     []say
	byKey    [][]int // says by the slot that is looked at first
	slots    int
	slotFile []int  // by slot
	latin    []bool // by file: it is written in Latin letters
}

// aroundSlots are the slots of what changes a meaning, of one file.
type aroundSlots struct {
	not, past, now, but, news, others, me int
	before, behind                        int
}

// compiler builds a compiled, one file at a time.
type compiler struct {
	*compiled
	file   ruleFile
	number int // of the file
	gaps   [2]int
	named  map[string]int   // slots of the file by how a pattern writes them
	read   map[string][]int // phrases of the file that were read
}

// compile makes rules ready to hear.
func compile(files []ruleFile) (*compiled, error) {
	c := &compiler{compiled: &compiled{lexicon: newLexicon(), files: files}}
	for i, f := range files {
		c.file, c.number, c.named, c.read, c.gaps = f, i, map[string]int{}, map[string][]int{}, [2]int{2, 5}
		if f.Signs {
			c.gaps = [2]int{3, 8}
		}
		c.bit = 1 << (i % 64)
		if f.Tag == english {
			c.english = c.bit
		}
		before, latin := c.atoms, c.latinAtoms
		if err := c.addFile(i); err != nil {
			return nil, fmt.Errorf("rules %s: %w", f.Tag, err)
		}
		c.latin = append(c.latin, 2*(c.latinAtoms-latin) > c.atoms-before)
	}
	c.cut = nil
	c.byKey = make([][]int, c.slots)
	sizes := c.sizes()
	for i, s := range c.says {
		key := s.pattern[0].slot
		for _, e := range s.pattern[1:] {
			if sizes[e.slot] < sizes[key] {
				key = e.slot
			}
		}
		c.byKey[key] = append(c.byKey[key], i)
	}
	return c.compiled, nil
}

// sizes is how many phrases fill each slot: the fewer, the rarer it is met.
func (c *compiler) sizes() []int {
	n := make([]int, c.slots)
	for _, list := range c.phrases {
		for _, p := range list {
			n[p.slot]++
		}
	}
	return n
}

func (c *compiler) addFile(n int) error {
	if err := c.addAround(); err != nil {
		return fmt.Errorf("around: %w", err)
	}
	for _, w := range c.file.Together {
		c.knows(c.plain(w))
	}
	for _, s := range c.file.Idioms {
		if err := c.addSay(s, say{purpose: forIdiom, file: n}); err != nil {
			return fmt.Errorf("idioms: %w", err)
		}
	}
	for i := range c.file.Rules {
		r := &c.file.Rules[i]
		for _, s := range r.Say {
			if err := c.addSay(s, say{purpose: forRule, file: n, rule: len(c.rules)}); err != nil {
				return fmt.Errorf("rule %q: %w", r.Means, err)
			}
		}
		for _, s := range r.Unless {
			if err := c.addSay(s, say{purpose: forUnless, file: n, rule: len(c.rules)}); err != nil {
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
		for _, id := range sorted(group.entries) {
			for _, s := range group.entries[id] {
				if err := c.addMeaning(s, say{purpose: group.what, file: n, value: id}); err != nil {
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
		s.pattern = p
		c.says = append(c.says, s)
	}
	return nil
}

func (c *compiler) addAround() error {
	a := c.file.Around
	s := aroundSlots{before: a.Reach[0], behind: a.Reach[1]}
	for _, list := range []struct {
		slot  *int
		words []string
	}{{&s.not, a.Not}, {&s.past, a.Past}, {&s.now, a.Now}, {&s.but, a.But}, {&s.news, a.News}, {&s.others, a.Others}, {&s.me, a.Me}} {
		n, err := c.newSlot(list.words)
		if err != nil {
			return err
		}
		*list.slot = n
	}
	c.around = append(c.around, s)
	return nil
}

// newSlot makes a slot of phrases.
func (c *compiler) newSlot(phrases []string) (int, error) {
	n := c.slots
	c.slots++
	c.slotFile = append(c.slotFile, c.number)
	for _, p := range phrases {
		atoms, err := c.atomsOf(p)
		if err != nil {
			return 0, err
		}
		if len(atoms) == 0 {
			return 0, fmt.Errorf("%q holds no word", p)
		}
		c.phrases[atoms[0]] = append(c.phrases[atoms[0]], phrase{rest: atoms[1:], slot: n})
	}
	return n, nil
}

// atomsOf reads a phrase: words with spaces between, or signs. Most stand in
// several lists.
func (c *compiler) atomsOf(text string) ([]int, error) {
	if atoms, ok := c.read[text]; ok {
		return atoms, nil
	}
	atoms, err := c.readPhrase(text)
	if err == nil {
		c.read[text] = atoms
	}
	return atoms, err
}

func (c *compiler) readPhrase(text string) ([]int, error) {
	var words []string
	for _, w := range strings.Fields(strings.ReplaceAll(text, "_", " ")) {
		words = append(words, c.apart(w)...)
	}
	var atoms []int
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
	if len(c.words(core)) < 2 {
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
	if ts := c.words(w); len(ts) == 1 {
		return ts[0].letters[0]
	}
	return w
}

// words is tokenise, once for each word of the rules.
func (l *lexicon) words(text string) []token {
	ts, ok := l.cut[text]
	if !ok {
		ts = tokenise(text)
		l.cut[text] = ts
	}
	return ts
}

func sorted[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	return keys
}
