package sessionlog

import (
	"strings"
	"unicode/utf8"
)

// reading is a remark while names and persons are looked for in it.
type reading struct {
	*lexicon
	words []word
	tops  tongues // the languages that it may be in
	said  tongues // those of them whose own words are there
	shout bool    // written in great letters
}

// wordLike looks for names, and for words that speak of one person.
func wordLike(clean string) Refusal {
	r := &reading{lexicon: remarkWords(), words: wordsOf(clean)}
	for _, w := range r.words {
		if w.script == foreign && w.letters > 1 {
			return RefusedScript
		}
	}
	switch {
	case r.writtenDate():
		return RefusedBirthday
	case r.saidNumber():
		return RefusedPhone
	}
	r.look()
	if r.letterByLetter() {
		return RefusedName
	}
	chinese := r.chinese(clean)
	if chinese == RefusedName {
		return RefusedName
	}
	person := chinese
	for i := range r.words {
		switch r.one(i) {
		case RefusedName:
			return RefusedName
		case RefusedPerson:
			person = RefusedPerson
		}
	}
	return person
}

// look finds out what is known of each word, and which languages it may all be in.
func (r *reading) look() {
	var score [64]int
	shouts := 0
	for i := range r.words {
		w := &r.words[i]
		w.known = r.known(w.folded)&^r.viet | r.lexicon.words[asWord][w.small]&r.viet
		if w.script == indic {
			first, _ := utf8.DecodeRuneInString(w.small)
			w.known &= r.indic[first&^0x7F]
		}
		if w.script == arabic && w.known == 0 {
			w.known = r.known(withoutArticle(w.folded))
		}
		w.name = w.letters > 1 && (r.spelt[w.folded] || w.known == 0 && (r.isName(w.folded) || w.script == arabic && r.isName(withoutArticle(w.folded))))
		for t := range r.tags {
			if w.known&(1<<t) != 0 {
				score[t]++
			}
		}
		if w.shout {
			shouts++
		}
	}
	most := 0
	for t := range r.tags {
		most = max(most, score[t])
	}
	for t := range r.tags {
		if score[t] == most {
			r.tops |= 1 << t
		}
	}
	if most > 0 {
		r.said = r.tops
	}
	if r.tops&r.loans != 0 {
		r.tops |= r.english
	}
	r.sureOfNames()
	r.shout = shouts > 1 && shouts*2 > len(r.words)
}

// sureOfNames lets words be no names that only sound like one, in languages of which
// we know more names than words.
func (r *reading) sureOfNames() {
	for i := range r.words {
		w := r.at(i)
		switch {
		case !w.name || r.said&r.english != 0:
		case r.tops == r.viet:
			w.name = r.accented[w.small]
		case r.said&r.loans != 0 || w.great && w.first && w.script == latin:
			w.name = r.spelt[w.folded] || r.soundsLikeName(w.folded, utf8.RuneCountInString(w.folded))
		}
	}
}

// withoutArticle takes off what Arabic writes at the beginning of a word.
func withoutArticle(s string) string {
	for _, p := range []string{"وال", "بال", "فال", "كال", "لل", "ال", "و", "ب", "ل"} {
		if rest, ok := strings.CutPrefix(s, p); ok && len(rest) >= 6 {
			return rest
		}
	}
	return s
}

// at is a word by its place; an empty one beyond the ends.
func (r *reading) at(i int) *word {
	if i < 0 || i >= len(r.words) {
		return &word{}
	}
	return &r.words[i]
}

// is reports a word of a kind in a language that the remark may be in, or one that
// those languages don't know otherwise.
func (r *reading) is(kind kindOf, w *word) bool {
	in := r.lexicon.words[kind][w.folded]&^r.viet | r.lexicon.words[kind][w.small]&r.viet
	return in&r.tops != 0 || in != 0 && w.known&r.tops == 0
}

// one looks at the word at i.
func (r *reading) one(i int) Refusal {
	w := r.at(i)
	switch {
	case w.mixed:
		return RefusedName
	case w.script == han || w.folded == "":
		return ""
	case w.digits:
		return r.withDigits(w)
	case r.joined(i):
		return RefusedName
	}
	if r.is(asPerson, w) && !(w.great && !w.first) && !r.is(asTitle, w) {
		return RefusedPerson
	}
	if titled := r.titled(i); titled != "" {
		return titled
	}
	if r.nameAt(i) || r.wholeName(i) {
		return RefusedName
	}
	if r.is(asPerson, w) || r.phrase(i) || w.known == 0 && onePersonDid(w.folded) {
		return RefusedPerson
	}
	return ""
}

// onePersonDid reports a Tamil verb of which he or she is the subject.
func onePersonDid(word string) bool {
	return strings.HasSuffix(word, "ார்") || strings.HasSuffix(word, "ாள்")
}

// phrase reports two words that speak of one person together.
func (r *reading) phrase(i int) bool {
	w, next := r.at(i), r.at(i+1)
	person := r.lexicon.words[asPerson]
	return person[w.folded+"_"+next.folded]&^r.viet != 0 || person[w.small+"_"+next.small] != 0
}

// titled looks at a title and what stands beside it.
func (r *reading) titled(i int) Refusal {
	w := r.at(i)
	title, role := r.is(asTitle, w), r.is(asRole, w)
	if !title && !role {
		return ""
	}
	for _, j := range []int{i - 1, i + 1} {
		n := r.at(j)
		great := n.great && !n.first && !r.shout && !r.proper[n.folded]
		if j >= 0 && n.letters > 0 && (n.name || great || title && n.known == 0 && n.letters > 1) {
			return RefusedName
		}
	}
	if title {
		return RefusedPerson
	}
	return ""
}

// withDigits looks at a word with digits in it.
func (r *reading) withDigits(w *word) Refusal {
	if w.letters == 0 {
		return ""
	}
	before, after, ok := sides(w.folded)
	rest := before + after
	read := leet.Replace(w.folded)
	switch {
	case r.isName(read) && r.known(read) == 0, len(rest) > 2 && r.isName(rest) && r.known(rest) == 0:
		return RefusedName
	case ok && (units[rest] || w.letters == 1 || r.known(rest) != 0 || r.letters[rest] || r.letters[w.folded]):
		return ""
	}
	if w.script == latin || w.script == cyrillic {
		return RefusedName
	}
	return ""
}

// joined reports a name that signs or spaces stand in: "Sa.rah", "Ah med".
func (r *reading) joined(i int) bool {
	w, last := r.at(i), r.at(i-1)
	if i == 0 || last.digits || last.script != w.script {
		return false
	}
	whole := last.folded + w.folded
	if w.known != 0 && last.known != 0 || len([]rune(whole)) < 4 || r.known(whole) != 0 {
		return false
	}
	return r.lexicon.names[nameKey(whole)] && (w.glued || w.known&r.tops == 0 && last.known&r.tops == 0)
}

// letterByLetter reports letters that stand one by one: "A h m e d", "J.S.".
func (r *reading) letterByLetter() bool {
	run, great, word := 0, true, ""
	done := func() bool {
		hidden := run >= 3 || run == 2 && great
		return hidden && !r.letters[word] && r.known(word) == 0
	}
	for i := range r.words {
		w := r.at(i)
		if w.letters == 1 && !w.digits && w.script != han {
			if run == 0 {
				great, word = true, ""
			}
			run, word = run+1, word+w.folded
			great = great && w.great && (run == 1 || w.glued)
			continue
		}
		if done() {
			return true
		}
		run = 0
	}
	return done()
}
