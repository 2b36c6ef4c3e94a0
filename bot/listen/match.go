package listen

import "math/bits"

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
	atoms     [][]int // by token
	seen      []int   // by atom: the last token it was found in, plus one
	hits      [][]span
	touched   []int
	checked   []bool // by say
	queue     []int
	ends      []match  // paths of one pattern by where they end
	has       []int    // by place: the path that ends there, plus one
	onlyLatin bool     // every word of the message is in Latin letters
	cover     []uint64 // by file: which of the first 64 words are words of its rules
}

func newEar(c *compiled) *ear {
	return &ear{
		compiled: c, seen: make([]int, c.lexicon.atoms+1), hits: make([][]span, c.slots),
		checked: make([]bool, len(c.says)), cover: make([]uint64, len(c.files)),
	}
}

// take finds every word of the rules in a message.
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
		e.of(tokens[i], func(a int) {
			if e.seen[a] != i+1 {
				e.seen[a] = i + 1
				list = append(list, a)
			}
		})
		e.atoms[i] = list
	}
	for i := range tokens {
		for _, a := range e.atoms[i] {
			for _, p := range e.phrases[a] {
				if e.follows(i+1, p.rest) {
					e.hit(p.slot, span{i, i + 1 + len(p.rest)})
				}
			}
		}
	}
}

// follows reports whether the words from i on are these atoms.
func (e *ear) follows(i int, rest []int) bool {
	for k, want := range rest {
		if i+k >= len(e.tokens) || !contains(e.atoms[i+k], want) {
			return false
		}
	}
	return true
}

func contains(list []int, a int) bool {
	for _, o := range list {
		if o == a {
			return true
		}
	}
	return false
}

func (e *ear) hit(slot int, at span) {
	if len(e.hits[slot]) == 0 {
		e.touched = append(e.touched, slot)
	}
	for i := at.start; i < at.end && i < 64; i++ {
		e.cover[e.slotFile[slot]] |= 1 << i
	}
	for _, o := range e.hits[slot] {
		if o == at {
			return
		}
		if o.start < at.start-2 {
			break
		}
	}
	e.hits[slot] = append(e.hits[slot], at)
}

// forget empties the ear.
func (e *ear) forget() {
	for _, s := range e.touched {
		e.hits[s] = e.hits[s][:0]
	}
	for i := range e.tokens {
		for _, a := range e.atoms[i] {
			e.seen[a] = 0
		}
	}
	for _, s := range e.queue {
		e.checked[s] = false
	}
	e.touched, e.queue = e.touched[:0], e.queue[:0]
	e.tokens = nil
	e.ends = e.ends[:0]
	clear(e.cover)
}

// borrowed reports a single word, in a message in Latin letters, that a file of
// another script knows: that its writers borrow an English word does not make an
// English message theirs.
func (e *ear) borrowed(m *match) bool {
	return m.at.end-m.at.start < 2 && e.onlyLatin && !e.latin[m.say.file]
}

// englishs reports words that English knows too, in a message of which English
// knows more: what they mean is English's to say.
func (e *ear) englishs(m *match) bool {
	en := bits.TrailingZeros64(e.english)
	if m.say.file == en || en >= len(e.files) || bits.OnesCount64(e.cover[en]) <= bits.OnesCount64(e.cover[m.say.file]) {
		return false
	}
	for _, t := range e.tokens[m.at.start:m.at.end] {
		if e.known[t.letters[0]]&e.english == 0 {
			return false
		}
	}
	return true
}

// strange reports that a message is not in a tongue of Latin letters: another one
// knows far more of its words.
func (e *ear) strange(file int) bool {
	if !e.latin[file] {
		return false
	}
	return 2*bits.OnesCount64(e.cover[file]) < e.most()
}

// unsure reports a tongue by ear that another one knows more of: what it hears is
// worth the gentle line.
func (e *ear) unsure(file int) bool {
	return e.files[file].Sounds && 10*bits.OnesCount64(e.cover[file]) < 9*e.most()
}

// most is how many words the tongue knows that knows most of the message.
func (e *ear) most() int {
	n := 0
	for _, c := range e.cover {
		n = max(n, bits.OnesCount64(c))
	}
	return n
}

// candidates are the says of which the rarest word was met, in their order.
func (e *ear) candidates() []int {
	for _, slot := range e.touched {
		for _, s := range e.byKey[slot] {
			if !e.checked[s] {
				e.checked[s] = true
				e.queue = append(e.queue, s)
			}
		}
	}
	return e.queue
}

// find gives every place where a pattern is found: for each end the match that
// began last.
func (e *ear) find(s *say, found func(*match)) {
	for _, el := range s.pattern {
		if len(e.hits[el.slot]) == 0 {
			return
		}
	}
	if cap(e.has) < len(e.tokens)+1 {
		e.has = make([]int, len(e.tokens)+1)
	}
	has := e.has[:len(e.tokens)+1]
	e.ends = e.ends[:0]
	for _, h := range e.hits[s.pattern[0].slot] {
		m := match{say: s, at: h, n: 1}
		m.used[0] = h
		e.keep(has, 0, m)
	}
	from := 0
	for _, el := range s.pattern[1:] {
		to := len(e.ends)
		prev := make([]int, 0, 8)
		for i := from; i < to; i++ {
			prev = append(prev, i)
		}
		// has still points at the paths of the element before
		for _, h := range e.hits[el.slot] {
			for d := 0; d <= el.gap && h.start-d >= 0; d++ {
				i := has[h.start-d] - 1
				if i < from || i >= to {
					continue
				}
				if el.gap > 0 && e.tokens[h.start].full != e.tokens[e.ends[i].at.end-1].full {
					continue
				}
				m := e.ends[i]
				m.used[m.n] = h
				m.n++
				m.at.end = h.end
				e.ends = append(e.ends, m)
				break
			}
		}
		for _, i := range prev {
			has[e.ends[i].at.end] = 0
		}
		from = to
		for i := from; i < len(e.ends); i++ {
			p := &has[e.ends[i].at.end]
			if *p == 0 || e.ends[*p-1].at.start <= e.ends[i].at.start {
				*p = i + 1
			}
		}
		if from == len(e.ends) {
			break
		}
	}
	for i := from; i < len(e.ends); i++ {
		end := e.ends[i].at.end
		if has[end] == i+1 && e.ends[i].n == len(s.pattern) {
			found(&e.ends[i])
		}
	}
	for i := range e.ends {
		has[e.ends[i].at.end] = 0
	}
}

// keep notes a path by where it ends, the one that began last before others.
func (e *ear) keep(has []int, from int, m match) {
	p := &has[m.at.end]
	if *p > from && e.ends[*p-1].at.start >= m.at.start {
		return
	}
	e.ends = append(e.ends, m)
	*p = len(e.ends)
}
