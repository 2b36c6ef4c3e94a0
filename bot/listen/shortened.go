package listen

import "unicode/utf8"

// shortened lets a message of which most words have lost their vowels be heard by
// the consonants (mn mri me frp): in others a few letters without vowels are a
// name or a shortening.
func (e *ear) shortened(tokens []token) {
	points := 0
	for i := range tokens {
		points += e.lostVowels(tokens[i].letters[0])
	}
	if points < fewestLost || 2*points < len(tokens)+2 {
		return
	}
	for i := range tokens {
		t := &tokens[i]
		w := t.letters[0]
		if !isAlphabet(w) || len(w) > 2 && e.knowsWord(w) { // what is known as it is needs no guess
			continue
		}
		t.bare = coreOf(w)
		if isLatin(w) {
			t.addCore(sounds(w))
		}
	}
}

// fewestLost is the least by which a message must have lost vowels: two for a word
// without any, one for a word with one at its end only.
const fewestLost = 4

// lostVowels says how surely a word has lost its vowels.
func (e *ear) lostVowels(w string) int {
	n := utf8.RuneCountInString(w)
	if n < 2 || !isAlphabet(w) {
		return 0
	}
	core := coreOf(w)
	_, known := e.whole[hash(w)]
	switch {
	case known && isLatin(w) && e.known[hash(w)]&e.english != 0: // nhs, gp
		return 0
	case len(core) == len(w) || consonants(w) == w && isLatin(w):
		return 2
	case known || n < 3:
		return 0
	}
	last, width := utf8.DecodeLastRuneInString(w)
	if head := w[:len(w)-width]; isVowelOf(last) && coreOf(head) == head {
		return 1
	}
	return 0
}

// isAlphabet reports a word in Latin or Cyrillic letters, which have vowels to lose.
func isAlphabet(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return r >= 'a' && r <= 'z' || r >= 'а' && r <= 'ӏ'
}

func isVowelOf(r rune) bool {
	if r < utf8.RuneSelf {
		return isVowel(byte(r))
	}
	switch r {
	case 'а', 'е', 'и', 'о', 'у', 'ы', 'э', 'ю', 'я', 'є', 'і', 'й', 'ь':
		return true
	}
	return false
}

// coreOf is a word in Latin or Cyrillic letters without its vowels, and with doubled
// consonants single.
func coreOf(w string) string {
	out := make([]rune, 0, len(w))
	for _, r := range w {
		if !isVowelOf(r) && (len(out) == 0 || out[len(out)-1] != r) {
			out = append(out, r)
		}
	}
	return string(out)
}

// guessed reports a match with a word of two consonants that lost its vowels, which
// may be many words: it is worth the gentle line.
func (e *ear) guessed(m *match) bool {
	for _, t := range e.tokens[m.at.start:m.at.end] {
		if n := utf8.RuneCountInString(t.bare); n > 0 && n < fewestCore && !e.knowsWord(t.letters[0]) && len(e.bare[hash(t.letters[0])]) == 0 {
			return true
		}
	}
	return false
}
