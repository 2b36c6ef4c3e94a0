package listen

import "math/bits"

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
	if int(m.say.file) == en || en >= len(e.files) || bits.OnesCount64(e.cover[en]) <= bits.OnesCount64(e.cover[m.say.file]) {
		return false
	}
	for _, t := range e.tokens[m.at.start:m.at.end] {
		if e.known[hash(t.letters[0])]&e.english == 0 {
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
