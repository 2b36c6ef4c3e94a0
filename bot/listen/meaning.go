package listen

import (
	"cmp"
	"math/bits"
	"slices"

	"signpost/directory"
)

// maxNeeds is how many needs are taken from one message.
const maxNeeds = 3

// meaning fills in what help is asked for, where, and in which language.
func (e *ear) meaning(h *Heard) {
	score := map[directory.Need]int{}
	likely := e.likely()
	type named struct {
		value string
		long  int
	}
	best := map[purpose]named{}
	for _, i := range e.candidates() {
		s := &e.says[i]
		switch s.purpose {
		case forNeed:
			found := false
			e.find(s, func(m *match) { found = found || !e.borrowed(m) && likely[s.file] || m.at.end-m.at.start > 2 })
			if found {
				score[directory.Need(s.value)] += s.weight
			}
		case forPlace, forLanguage, forCommunity:
			e.find(s, func(m *match) {
				if n := m.at.end - m.at.start; n > best[s.purpose].long {
					best[s.purpose] = named{s.value, n}
				}
			})
		}
	}
	h.Place = best[forPlace].value
	h.Language = directory.Spoken(best[forLanguage].value)
	h.Community = directory.Community(best[forCommunity].value)
	for n := range score {
		h.Needs = append(h.Needs, n)
	}
	slices.SortFunc(h.Needs, func(a, b directory.Need) int {
		return cmp.Or(cmp.Compare(score[b], score[a]), cmp.Compare(a, b))
	})
	for i, n := range h.Needs {
		if i == maxNeeds || 3*score[n] < score[h.Needs[0]] {
			h.Needs = h.Needs[:i]
			break
		}
	}
	h.Sure = sure(h.Needs, score)
}

// sure reports that the first need stands clear of the others. Who just wants to
// talk says so beside what it is about.
func sure(needs []directory.Need, score map[directory.Need]int) bool {
	needs = slices.DeleteFunc(slices.Clone(needs), func(n directory.Need) bool { return n == directory.JustTalk })
	switch len(needs) {
	case 0:
		return true
	case 1:
		return score[needs[0]] > 1
	}
	return score[needs[0]] >= score[needs[1]]+2
}

// likely says of each file whether the message may be in its tongue: a word that
// sounds like one of another tongue must not tell what somebody needs.
func (e *ear) likely() []bool {
	most := 0
	for _, c := range e.cover {
		most = max(most, bits.OnesCount64(c))
	}
	out := make([]bool, len(e.cover))
	for i, c := range e.cover {
		out[i] = 2*bits.OnesCount64(c) > most
	}
	return out
}

// runTogether cuts words that were written without spaces between them, where
// all parts are words of the rules: iwanttodie.
func (e *ear) runTogether(in []token) []token {
	var out []token
	for i, t := range in {
		parts := e.cut(t)
		if parts == nil {
			if out != nil {
				out = append(out, t)
			}
			continue
		}
		if out == nil {
			out = append(make([]token, 0, len(in)+4), in[:i]...)
		}
		for _, p := range parts {
			o := token{clause: t.clause, full: t.full}
			o.add(p)
			out = append(out, o)
		}
	}
	if out == nil {
		return in
	}
	return out
}

// shortest is how long a word must be for its parts to be looked for.
const shortest = 8

// soundsKnown reports a word that a tongue by ear knows, whole or by a long stem.
func (e *ear) soundsKnown(t token) bool {
	known := false
	for _, s := range t.sounds {
		_, whole := e.heard[s]
		known = known || whole
		e.starts2.walk(s, func(_, n int) { known = known || n >= 5 })
	}
	return known
}

// cut gives the fewest known words that make up a word; nil when it is known
// itself or can't be cut.
func (e *ear) cut(t token) []string {
	w := t.letters[0]
	if len(w) < shortest || !isLatin(w) || e.known[w] || e.soundsKnown(t) {
		return nil
	}
	best := make([]int, len(w)+1) // fewest parts up to here, 0 for none
	from := make([]int, len(w)+1)
	best[0] = 1
	for i := 1; i <= len(w); i++ {
		for j := max(0, i-12); j < i; j++ {
			if best[j] == 0 || !e.known[w[j:i]] || i-j == 1 && w[j:i] != "i" && w[j:i] != "u" {
				continue
			}
			if n := best[j] + 1; best[i] == 0 || n < best[i] {
				best[i], from[i] = n, j
			}
		}
	}
	if best[len(w)] == 0 || best[len(w)]-1 > len(w)/2 {
		return nil
	}
	var parts []string
	for i := len(w); i > 0; i = from[i] {
		parts = append(parts, w[from[i]:i])
	}
	slices.Reverse(parts)
	if len(parts) < 2 {
		return nil
	}
	return parts
}
