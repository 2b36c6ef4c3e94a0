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
	var spoken, help []askedFor // languages that are named, and help with a language that is asked for
	for _, i := range e.queue {
		s := &e.says[i]
		switch s.purpose {
		case forNeed:
			found := false
			e.find(s, func(m *match) {
				if counts := !e.borrowed(m) && likely[s.file] || m.at.end-m.at.start > 2; counts {
					found = true
					if e.values[s.value] == string(directory.LanguageHelp) {
						help = append(help, askedFor{i, m.at.start, m.at.end, int(s.weight)})
					}
				}
			})
			if found && e.values[s.value] != string(directory.LanguageHelp) {
				score[directory.Need(e.values[s.value])] += int(s.weight)
			}
		case forPlace, forLanguage, forCommunity:
			e.find(s, func(m *match) {
				if s.purpose == forLanguage && e.values[s.value] != string(directory.English) {
					spoken = append(spoken, askedFor{i, m.at.start, m.at.end, 0})
				}
				if n := m.at.end - m.at.start; n > best[s.purpose].long {
					best[s.purpose] = named{e.values[s.value], n}
				}
			})
		}
	}
	h.Place = best[forPlace].value
	h.Language = directory.Spoken(best[forLanguage].value)
	h.Community = directory.Community(best[forCommunity].value)
	h.OnlyLanguage = helpWith(score, help, spoken)
	for n := range score {
		h.Needs = append(h.Needs, n)
	}
	slices.SortFunc(h.Needs, func(a, b directory.Need) int {
		return cmp.Or(cmp.Compare(score[b], score[a]), cmp.Compare(a, b))
	})
	for i, n := range h.Needs {
		if i == maxNeeds || 2*score[n] < score[h.Needs[0]] {
			h.Needs = h.Needs[:i]
			break
		}
	}
	h.Sure = sure(h.Needs, score, h.Language != "")
}

// askedFor is what a rule heard: which rule, where, in words, and how much it weighs.
type askedFor struct {
	rule               int32
	start, end, weight int
}

// by reports whether two things stand beside each other, or one in the other.
func (a askedFor) by(b askedFor) bool { return a.start <= b.end+1 && b.start <= a.end+1 }

// helpWith counts what asks for help with a language. "Do you speak Polish?" asks
// for somebody who does, and is a need only where nothing else is: it reports that.
func helpWith(score map[directory.Need]int, help, spoken []askedFor) (only bool) {
	beside := map[int32]bool{} // by rule, whether all that it heard stands beside a language
	for _, a := range help {
		was, seen := beside[a.rule]
		beside[a.rule] = (was || !seen) && slices.ContainsFunc(spoken, a.by)
	}
	weak := 0
	for i, a := range help {
		switch {
		case slices.ContainsFunc(help[:i], func(b askedFor) bool { return b.rule == a.rule }): // each rule counts once
		case beside[a.rule]:
			weak += a.weight
		default:
			score[directory.LanguageHelp] += a.weight
		}
	}
	if weak == 0 || len(score) > 0 {
		return false
	}
	score[directory.LanguageHelp] = weak
	return true
}

// sure reports that the first need stands clear of the others. Who just wants to
// talk, or somebody of their language, says so beside what it is about.
func sure(needs []directory.Need, score map[directory.Need]int, language bool) bool {
	needs = slices.DeleteFunc(slices.Clone(needs), func(n directory.Need) bool {
		return n == directory.JustTalk || n == directory.LanguageHelp && language
	})
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
	most, inEnglish := e.most(), 0
	if en := bits.TrailingZeros64(e.english); en < len(e.cover) {
		inEnglish = bits.OnesCount64(e.cover[en])
	}
	out := make([]bool, len(e.cover))
	for i, c := range e.cover {
		n := bits.OnesCount64(c)
		out[i] = 2*n > most
		if e.files[i].Sounds { // half of all English words sound like something
			out[i] = 5*n >= 4*most && n > inEnglish
		}
	}
	return out
}
