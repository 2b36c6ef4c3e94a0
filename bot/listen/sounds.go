package listen

import "strings"

// sounds gives how a word in Latin letters sounds to somebody who writes Urdu,
// Hindi, Punjabi, Bengali, Gujarati, Arabic or Persian by ear: khudkushi,
// khudkushee and khud-kushy are one, and so are main, mein and mai.
//
// Long and short vowels fall together (three are left: a, i, u), breathed
// consonants lose their breath, doubled ones are single, a last h or nasal n is
// not heard, and the digits that stand for Arabic letters become what they are.
func sounds(word string) string {
	s := word
	if strings.ContainsAny(s, "0123456789") {
		s = arabizi(s)
	}
	var b strings.Builder
	b.Grow(len(s))
	last := byte(0)
	put := func(c byte) {
		if c != last || b.Len() == 0 {
			b.WriteByte(c)
		}
		last = c
	}
	for i := 0; i < len(s); i++ {
		c := s[i]
		var n byte
		if i+1 < len(s) {
			n = s[i+1]
		}
		switch {
		case isVowel(c):
			j := i + 1
			for j < len(s) && isVowel(s[j]) {
				j++
			}
			put(vowel(s[i:j], i == 0))
			i = j - 1
		case c == 'k' && n == 'h', c == 'c' && n == 'k':
			put('k')
			i++
		case c == 'x':
			put('k')
		case c == 'p' && n == 'h':
			put('f')
			i++
		case n == 'h' && strings.IndexByte("gtdbjcsz", c) >= 0:
			put(c)
			i++
		case c == 'q':
			put('k')
		case c == 'w':
			put('v')
		case c == 'h':
			if i+1 == len(s) && i > 1 || i > 0 && isVowel(s[i-1]) && n != 0 && !isVowel(n) {
				continue // the last one, and the one before a consonant
			}
			put('h')
		case c == 'n' && i+1 == len(s) && i > 1 && isVowel(s[i-1]):
			// through the nose
		case c == 'm' && i+1 == len(s) && i > 1 && isVowel(s[i-1]):
			put('m')
		default:
			put(c)
		}
	}
	if b.Len() == 0 {
		return word
	}
	return b.String()
}

func isVowel(c byte) bool {
	return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y'
}

// vowel is what a row of vowels sounds like: ai, ay, ae are one with e and i,
// au, ao with o and u; otherwise the first one is heard.
func vowel(v string, first bool) byte {
	if v == "y" && first {
		return 'y'
	}
	for len(v) > 1 && v[1] == v[0] {
		v = v[1:]
	}
	second := byte(0)
	if len(v) > 1 {
		second = v[1]
	}
	switch v[0] {
	case 'a':
		switch second {
		case 'i', 'y', 'e':
			return 'i'
		case 'u', 'o':
			return 'u'
		}
		return 'a'
	case 'o', 'u':
		return 'u'
	}
	return 'i'
}

// arabizi reads digits between letters as the Arabic letters they stand for.
func arabizi(s string) string {
	letters := strings.IndexFunc(s, isLetter) >= 0
	if !letters {
		return s
	}
	return arabic.Replace(s)
}

// arabic is what the digits stand for.
var arabic = strings.NewReplacer("3'", "gh", "2", "", "3", "a", "5", "kh", "6", "t", "7", "h", "8", "gh", "9", "s")
