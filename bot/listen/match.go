package listen

import "slices"

// span is a row of words of a message, from the first to the one behind the last.
type span struct{ start, end int }

func (s span) meets(o span) bool { return s.start < o.end && o.start < s.end }

// match is a pattern found, with the words of its elements.
type match struct {
	say  *say
	at   span
	n    int
	used [maxElements]span
}

// uses reports whether one of the elements stands on o.
func (m *match) uses(o span) bool {
	for _, u := range m.used[:m.n] {
		if u.meets(o) {
			return true
		}
	}
	return false
}

// ear hears one message at a time. It is used again and again, and emptied
// after each message, since it holds where words were found.
type ear struct {
	*compiled
	tokens    []token
	atoms     [][]int32 // by token
	seen      []int32   // by atom: the last token it was found in, plus one
	listOf    []int32   // by slot: its list among hits, plus one
	hits      [][]span  // of the slots that were met
	touched   []int32   // those slots
	checked   []bool    // by say
	queue     []int32   // the says of which the rarest word was met, in their order
	paths     []match   // of the pattern that is looked for
	last      []int     // by place: the path that ends there, plus one
	cutter    cutter    // of the word that is cut
	bySound   uint64    // a bit for each file whose words are compared by sound
	onlyLatin bool      // every word of the message is in Latin letters
	cover     []uint64  // by file: which of the first 64 words are words of its rules
}

func newEar(c *compiled) *ear {
	return &ear{
		compiled: c, seen: make([]int32, c.lexicon.atoms+1), listOf: make([]int32, c.slots),
		checked: make([]bool, len(c.says)), cover: make([]uint64, len(c.files)), bySound: soundsBits(c.files),
	}
}

// take finds every word of the rules in a message, and the says that are worth a
// look.
func (e *ear) take(tokens []token) {
	e.tokens, e.onlyLatin = tokens, true
	for _, t := range tokens {
		e.onlyLatin = e.onlyLatin && isLatin(t.letters[0])
	}
	for len(e.atoms) < len(tokens) {
		e.atoms = append(e.atoms, nil)
	}
	for i := range tokens {
		list := e.atoms[i][:0]
		e.of(tokens[i], func(a int32) {
			if e.seen[a] != int32(i+1) {
				e.seen[a] = int32(i + 1)
				list = append(list, a)
			}
		})
		e.atoms[i] = list
	}
	for len(e.last) <= len(tokens) {
		e.last = append(e.last, 0)
	}
	for i := range tokens {
		for _, a := range e.atoms[i] {
			for _, slot := range e.words.of(a) {
				e.hit(slot, span{i, i + 1})
			}
			if i+1 < len(tokens) {
				e.takePhrases(i, a)
			}
		}
	}
	for _, slot := range e.touched {
		for _, s := range e.byKey.of(slot) {
			if !e.checked[s] {
				e.checked[s] = true
				e.queue = append(e.queue, s)
			}
		}
	}
}

// takePhrases finds the phrases that begin with an atom of word i.
func (e *ear) takePhrases(i int, a int32) {
	for _, b := range e.atoms[i+1] {
		pair, ok := e.pairs[pairOf(a, b)]
		if !ok {
			continue
		}
		for _, p := range e.phrases.of(pair) {
			if e.follows(i+2, e.rest[p.at:p.at+p.n]) {
				e.hit(p.slot, span{i, i + 2 + int(p.n)})
			}
		}
	}
}

// follows reports whether the words from i on are these atoms.
func (e *ear) follows(i int, rest []int32) bool {
	for k, want := range rest {
		if i+k >= len(e.tokens) || !slices.Contains(e.atoms[i+k], want) {
			return false
		}
	}
	return true
}

// hit notes where a word of a slot was found.
func (e *ear) hit(slot int32, at span) {
	if e.listOf[slot] == 0 {
		e.touched = append(e.touched, slot)
		e.listOf[slot] = int32(len(e.touched))
		if len(e.hits) < len(e.touched) {
			e.hits = append(e.hits, nil)
		}
	}
	cover := &e.cover[e.slotFile[slot]]
	for i := at.start; i < at.end && i < 64; i++ {
		*cover |= 1 << i
	}
	list := &e.hits[e.listOf[slot]-1]
	if n := len(*list); n == 0 || !slices.Contains((*list)[max(0, n-maxElements):], at) {
		*list = append(*list, at)
	}
}

// found gives where words of a slot were found, in their order.
func (e *ear) found(slot int32) []span {
	if n := e.listOf[slot]; n > 0 {
		return e.hits[n-1]
	}
	return nil
}

// forget empties the ear.
func (e *ear) forget() {
	for i, s := range e.touched {
		e.listOf[s] = 0
		e.hits[i] = e.hits[i][:0]
	}
	for i := range e.tokens {
		for _, a := range e.atoms[i] {
			e.seen[a] = 0
		}
	}
	for _, s := range e.queue {
		e.checked[s] = false
	}
	e.touched, e.queue, e.paths = e.touched[:0], e.queue[:0], e.paths[:0]
	e.tokens = nil
	clear(e.cover)
}

// find gives every place where a pattern is found: for each end the match that
// began last. It goes through the pattern an element at a time and keeps, for each
// place, the one path that ends there; so it takes time by the words that were
// found and not by the ways to join them.
func (e *ear) find(s *say, found func(*match)) {
	p := e.patternOf(s)
	for _, el := range p {
		if e.listOf[el.slot] == 0 {
			return
		}
	}
	e.paths = e.paths[:0]
	for _, h := range e.found(p[0].slot) {
		m := match{say: s, at: h, n: 1}
		m.used[0] = h
		e.paths = append(e.paths, m)
	}
	if len(p) == 1 && len(e.paths) == 1 { // one word, once: most of all
		found(&e.paths[0])
		return
	}
	from := 0
	e.index(from)
	for _, el := range p[1:] {
		to := len(e.paths)
		e.extend(el, to)
		e.unindex(from, to)
		from = to
		e.index(from)
	}
	for i := from; i < len(e.paths); i++ {
		if e.last[e.paths[i].at.end] == i+1 {
			found(&e.paths[i])
		}
	}
	e.unindex(from, len(e.paths))
}

// extend goes on from the paths that are indexed with one more element; the new
// paths stand behind to.
func (e *ear) extend(el element, to int) {
	for _, h := range e.found(el.slot) {
		for d := 0; d <= int(el.gap) && d <= h.start; d++ {
			i := e.last[h.start-d] - 1
			if i < 0 || el.gap > 0 && e.tokens[h.start].full != e.tokens[e.paths[i].at.end-1].full {
				continue
			}
			m := e.paths[i]
			m.used[m.n] = h
			m.n++
			m.at.end = h.end
			e.paths = append(e.paths, m)
			break
		}
	}
}

// index notes for each place the path from from on that ends there and began last.
func (e *ear) index(from int) {
	for i := from; i < len(e.paths); i++ {
		at := &e.last[e.paths[i].at.end]
		if *at == 0 || e.paths[*at-1].at.start <= e.paths[i].at.start {
			*at = i + 1
		}
	}
}

// unindex takes the notes of some paths away.
func (e *ear) unindex(from, to int) {
	for i := from; i < to; i++ {
		e.last[e.paths[i].at.end] = 0
	}
}
