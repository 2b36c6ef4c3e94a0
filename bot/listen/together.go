package listen

import "slices"

// runTogether cuts words that were written without spaces between them, where
// all parts are words of the rules of one tongue: iwanttodie.
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

// The lengths of a word whose parts are looked for, and of a part.
const (
	shortestCut  = 8
	longestWhole = 40
	longestPart  = 12
)

// cut gives the words that make up a word, the longer ones first; nil when it is
// heard as it is or can't be cut.
func (e *ear) cut(t token) []string {
	w := t.letters[0]
	if len(w) < shortestCut || len(w) > longestWhole || !isLatin(w) || e.isHeard(t) {
		return nil
	}
	var upTo [longestWhole + 1]uint64 // the tongues whose words make up the word to here
	upTo[0] = ^uint64(0)
	for i := 1; i <= len(w); i++ {
		for j := max(0, i-longestPart); j < i; j++ {
			if upTo[j] != 0 && (i-j > 1 || w[j] == 'i' || w[j] == 'u') {
				upTo[i] |= upTo[j] & e.known[hash(w[j:i])]
			}
		}
	}
	tongue := upTo[len(w)] & -upTo[len(w)]
	if tongue == 0 {
		return nil
	}
	var parts []string
	for i := len(w); i > 0; {
		for j := max(0, i-longestPart); j < i; j++ {
			if upTo[j]&tongue != 0 && e.known[hash(w[j:i])]&tongue != 0 && (i-j > 1 || w[j] == 'i' || w[j] == 'u') {
				parts, i = append(parts, w[j:i]), j
				break
			}
		}
	}
	if len(parts) < 2 || 2*len(parts) > len(w) {
		return nil
	}
	slices.Reverse(parts)
	return parts
}

// isHeard reports a word that some rule hears as it is: whole, by a stem of four
// letters, with a letter wrong, or by its sound.
func (e *ear) isHeard(t token) bool {
	heard := false
	for _, s := range t.letters {
		_, whole := e.whole[hash(s)]
		heard = heard || whole
		e.starts.walk(s, func(_ int32, n int) { heard = heard || n >= 4 })
		e.nearlyOf(s, whole, func(int32) { heard = true })
	}
	for _, s := range t.sounds {
		_, whole := e.heard[hash(s)]
		heard = heard || whole
		e.starts2.walk(s, func(_ int32, n int) { heard = heard || n >= 5 })
	}
	return heard
}
