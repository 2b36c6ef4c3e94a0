package listen

import (
	"math/bits"
	"slices"
	"strings"
)

// danger fills in the level and the kinds.
func (e *ear) danger(h *Heard) {
	var idioms []idiom
	silent := map[int32][]span{}
	var rules []int32
	for _, i := range e.queue {
		s := &e.says[i]
		switch s.purpose {
		case forIdiom:
			e.find(s, func(m *match) { idioms = append(idioms, idiom{m.at, int(s.file)}) })
		case forUnless:
			e.find(s, func(m *match) { silent[s.rule] = append(silent[s.rule], m.at) })
		case forRule:
			rules = append(rules, i)
		}
	}
	gentle := map[Kind]bool{}
	crisis := map[Kind]bool{}
	for _, i := range rules {
		s := &e.says[i]
		r := e.rules[s.rule]
		e.find(s, func(m *match) {
			if e.borrowed(m) || e.englishs(m) || e.strange(int(s.file)) || nearAny(silent[s.rule], m.at) || slices.ContainsFunc(idioms, func(o idiom) bool { return e.excuses(o, int(s.file)) && m.uses(o.at) }) {
				return
			}
			level := e.level(r, m)
			if e.unsure(int(s.file)) || e.guessed(m) {
				level = Gentle
			}
			into := gentle
			if level == Danger {
				into = crisis
			}
			for _, k := range r.Kinds {
				into[k] = true
			}
			if e.aboutOthers(m) {
				into[ThirdPerson] = true
			}
			if r.Asks {
				h.WhoKnows = true
			}
			if level == Danger || h.Level == None {
				h.Level = level
			}
		})
	}
	from := gentle
	if h.Level == Danger {
		from = crisis
	}
	for _, k := range kinds {
		if from[k] {
			h.Kinds = append(h.Kinds, k)
		}
	}
}

// silence is how near, in words, what makes a rule silent must stand: work at the
// other end of a long message must not excuse a threat.
const silence = 12

// nearAny reports that one of some places is near.
func nearAny(places []span, at span) bool {
	reach := span{at.start - silence, at.end + silence}
	return slices.ContainsFunc(places, reach.meets)
}

// idiom is a row of words that mean no danger, in one tongue.
type idiom struct {
	at   span
	file int
}

// excuses reports whether an idiom may excuse what a tongue heard: one of its own,
// one written with the same signs, or one of three words or more (me mato a
// trabajar is no Portuguese threat). What sounds like an idiom elsewhere excuses
// nothing.
func (e *ear) excuses(o idiom, file int) bool {
	a, b := e.files[o.file], e.files[file]
	return o.file == file || a.Signs && b.Signs || !a.Sounds && !a.Signs && o.at.end-o.at.start >= 3
}

// level is what a match means with what stands around it.
func (e *ear) level(r *rule, m *match) Level {
	if r.Level == Gentle {
		return Gentle
	}
	a := &e.around[m.say.file]
	if named := r.Noun || m.at.end-m.at.start == 1; named && !r.Fixed && len(e.found(a.news)) > 0 {
		return Gentle // one word by itself names a thing, whatever rule it is of
	}
	if r.Fixed {
		return Danger
	}
	if e.denied(a, a.not, m) {
		return Gentle
	}
	for f := range e.files {
		if f != int(m.say.file) && e.mixes(f, int(m.say.file)) && e.denied(a, e.around[f].not, m) {
			return Gentle
		}
	}
	near := span{m.at.start - longAgo, m.at.end + longAgo}
	if e.over(a, near, m) && !e.goesOn(a, near) {
		return Gentle
	}
	return Danger
}

// over reports a word or a year that says it is over, unless another clause begins
// between it and the match: he did it in 2009 and I want to.
func (e *ear) over(a *aroundSlots, near span, m *match) bool {
	counts := func(n span) bool {
		return n.meets(near) && !m.uses(n) && (n.end > m.at.start || !e.parted(a, n.end, m.at.start))
	}
	for _, n := range e.found(a.past) {
		if counts(n) {
			return true
		}
	}
	for i := max(0, near.start); i < min(near.end, len(e.tokens)); i++ {
		if e.dated(i) && counts(span{i, i + 1}) {
			return true
		}
	}
	return false
}

// goesOn reports a word that says it is not over, unless it stands in what says that
// today is well: today I am a grandmother.
func (e *ear) goesOn(a *aroundSlots, near span) bool {
	within := func(n span, slot int32) bool {
		return slices.ContainsFunc(e.found(slot), func(w span) bool {
			return w.start <= n.start && n.end <= w.end && w.end-w.start > n.end-n.start
		})
	}
	return slices.ContainsFunc(e.found(a.now), func(n span) bool {
		return n.meets(near) && !within(n, a.well) && !within(n, a.past)
	})
}

// longAgo is how near, in words, what says that it is over must stand.
const longAgo = 10

// dated reports a word that is a year and over.
func (e *ear) dated(i int) bool {
	for _, w := range e.tokens[i].letters {
		if len(w) == 4 && w >= "1950" && w <= "2024" && strings.Trim(w, "0123456789") == "" {
			return true
		}
	}
	return false
}

// denied reports a word that denies, near enough, in the same clause, that is
// no part of the pattern itself.
func (e *ear) denied(a *aroundSlots, not int32, m *match) bool {
	reach := span{m.at.start - a.before, m.at.end + a.behind}
	for _, n := range e.found(not) {
		if !n.meets(reach) || m.uses(n) {
			continue
		}
		switch {
		case n.end <= m.at.start:
			if e.parted(a, n.end, m.at.start) || e.tokens[n.end-1].clause != e.tokens[m.at.start].clause {
				continue
			}
		case n.start >= m.at.end:
			if e.parted(a, m.at.end, n.start) || e.tokens[n.start].clause != e.tokens[m.at.end-1].clause {
				continue
			}
		default: // in the middle: it denies what follows it in its clause
			next := m.at.end
			for _, u := range m.used[:m.n] {
				if u.start >= n.end {
					next = min(next, u.start)
				}
			}
			if next == m.at.end {
				continue
			}
			if e.parted(a, n.end, next) || e.tokens[n.end-1].clause != e.tokens[next].clause {
				continue
			}
		}
		return true
	}
	return false
}

// mixes reports two tongues in Latin letters that people write in one breath,
// one of them by ear, where the message shows both: suicidal nahi hun.
func (e *ear) mixes(a, b int) bool {
	if !e.latin[a] && !e.latin[b] && !e.files[a].Signs { // neighbours in one script: Urdu hears a Persian word, and Persian denies it
		return 2*bits.OnesCount64(e.cover[a]) >= e.most()
	}
	return e.files[a].Sounds != e.files[b].Sounds && e.latin[a] && e.latin[b] &&
		(e.files[a].Tag == english || e.files[b].Tag == english) && !e.strange(a) && !e.strange(b)
}

// english is the tongue that all others in England are mixed with.
const english = "en"

// parted reports a word that begins another clause between two places.
func (e *ear) parted(a *aroundSlots, from, to int) bool {
	for _, b := range e.found(a.but) {
		if b.start >= from && b.end <= to+1 && b.start <= to {
			return true
		}
	}
	return false
}

// near reports a word of a slot in reach that the pattern does not use itself.
func (e *ear) near(slot int32, reach span, m *match) bool {
	for _, n := range e.found(slot) {
		if n.meets(reach) && (m == nil || !m.uses(n)) {
			return true
		}
	}
	return false
}

// aboutOthers reports that a match speaks of somebody else.
func (e *ear) aboutOthers(m *match) bool {
	a := &e.around[m.say.file]
	reach := span{m.at.start - 4, m.at.end + 1}
	if !e.near(a.others, reach, nil) {
		return false
	}
	return !e.near(a.me, span{m.at.start - 1, m.at.end}, nil)
}
