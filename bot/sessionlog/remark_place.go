package sessionlog

import (
	"strings"
	"unicode/utf8"
)

// nameAt reports a word that may be a name where it stands.
func (r *reading) nameAt(i int) bool {
	w := r.at(i)
	here := w.known&r.tops != 0
	switch {
	case r.proper[w.folded]:
		return r.spelt[w.folded] && w.great && !r.shout && (w.first && r.acts(i) || !w.first && !r.placed(i))
	case w.shout && (r.letters[w.folded] || r.shout):
		return !here && !r.letters[w.folded] && (w.name || w.known == 0)
	case w.great && w.letters == 1:
		return r.initial(i)
	case w.great && !w.first:
		return w.name || w.known == 0 || r.tops == r.viet
	case w.great && w.known == 0 && !w.name:
		return r.beginsAsName(i)
	case w.great:
		return w.name && (!here || r.acts(i))
	case w.name && !here:
		return utf8.RuneCountInString(w.folded) > 2 || r.at(i+1).name || r.at(i-1).name || r.is(asBefore, r.at(i-1)) ||
			r.at(i+1).known&r.tops == 0 && r.at(i+1).letters > 2
	case w.name:
		return r.at(i+1).name && r.at(i+1).known&r.tops == 0 || r.is(asBefore, r.at(i-1)) && r.at(i-1).script != latin
	}
	return !here && utf8.RuneCountInString(w.folded) > 2 && (r.standsAsName(i) || r.strange(w))
}

// wholeName reports words that are everyday ones by themselves and a name together,
// as "tran thi mai" is.
func (r *reading) wholeName(i int) bool {
	w, next := r.at(i), r.at(i+1)
	if !w.name || !r.accented[w.small] {
		return false
	}
	switch next.small {
	case "thi", "thị", "văn":
		return true
	case "van":
		return r.tops&r.english == 0
	}
	return r.accented[next.small] && r.accented[r.at(i+2).small]
}

// beginsAsName reports a word nobody knows at the beginning of a sentence. English
// has its words here, and one that is not among them may be a name; of languages
// with endings we know fewer words, but their names well, so that more is asked.
func (r *reading) beginsAsName(i int) bool {
	next := r.at(i + 1)
	return r.said&r.english != 0 || r.shout || next.folded == "" || next.great && !next.first && !r.proper[next.folded] ||
		!next.first && (r.is(asAfter, next) || r.is(asBeing, next))
}

// standsAsName reports a word nobody knows, in the place of a name.
func (r *reading) standsAsName(i int) bool {
	w, next, last := r.at(i), r.at(i+1), r.at(i-1)
	if w.script != latin {
		return w.owner || next.folded != "" && !next.first && r.is(asAfter, next) || !w.first && r.is(asBefore, last)
	}
	return w.owner || next.folded != "" && !next.first && (r.is(asAfter, next) || r.is(asBeing, next)) && r.trusted() || !w.first && r.is(asBefore, last) && r.trusted()
}

// strange reports a word in small letters that no English sentence has: we know
// English well enough to take what is left for a name. A slip of one letter is none.
func (r *reading) strange(w *word) bool {
	return r.said == r.english && w.script == latin && w.known == 0 && !r.proper[w.folded] && !r.letters[w.folded] &&
		len(r.words) > 2 && r.trusted() && !r.englishShape(w.folded) && !r.slip(w.folded)
}

// englishShape reports a word that ends as names don't.
func (r *reading) englishShape(word string) bool {
	for _, e := range englishEnds {
		if len(word) > len(e)+3 && strings.HasSuffix(word, e) {
			return true
		}
	}
	return false
}

var englishEnds = strings.Fields("ing ings ed tion tions sion ness ment ments ously ous ful ably able ible ism ance ence ity ities ly ght graph scope meter metre phone logy ology ish less ship wise proof board room work like book light paper")

// slip reports a word of five letters or more that is one letter from an English
// word: one too many, one too few, another, or two that changed places.
func (r *reading) slip(word string) bool {
	if len(word) < 5 || len(word) > 20 {
		return false
	}
	known := func(s string) bool { return r.lexicon.words[asWord][s]&r.english != 0 }
	for i := range word {
		head, tail := word[:i], word[i+1:]
		if known(head+tail) || i+1 < len(word) && known(head+word[i+1:i+2]+word[i:i+1]+word[i+2:]) {
			return true
		}
		for c := byte('a'); c <= 'z'; c++ {
			if known(head+string(c)+tail) || known(head+string(c)+word[i:]) {
				return true
			}
		}
	}
	return false
}

// trusted reports a remark of which most words are known: one that is not is no
// sentence from which a name can be told.
func (r *reading) trusted() bool {
	n := 0
	for _, w := range r.words {
		if w.known&r.tops != 0 || w.number() {
			n++
		}
	}
	return 2*n >= len(r.words)
}

// acts reports a word that begins a sentence and is followed by what somebody does.
func (r *reading) acts(i int) bool {
	next := r.at(i + 1)
	return r.at(i).owner || next.folded != "" && (r.is(asAfter, next) || next.name && next.great)
}

// placed reports a day, month or place that stands as one: "in May", "12 May".
func (r *reading) placed(i int) bool {
	last, next := r.at(i-1), r.at(i+1)
	return last.number() || last.digits || next.number() || r.proper[last.folded] || last.after == ',' ||
		r.is(asPlacing, last)
}

// initial reports a single great letter that may stand for a name.
func (r *reading) initial(i int) bool {
	w, last := r.at(i), r.at(i-1)
	next := r.at(i + 1)
	joins := next.glued && next.known != 0 && next.letters > 1 // "e-mail", "s-au"
	if joins || w.known != 0 && (w.first || w.folded == "i") || last.number() || last.after == '+' {
		return false
	}
	return !r.is(asLabel, last) && !r.letters[last.folded+w.folded]
}
