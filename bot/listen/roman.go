package listen

import (
	"strings"
	"unicode/utf8"
)

// romanise lets a message in two scripts be heard as if it were written by ear in
// Latin letters: khud کو khtm کرنا ہے. English words in another script (GP, council)
// don't make it one: a quarter of its words must be in Latin letters and not English.
func (e *ear) romanise(tokens []token) {
	latin, other := 0, 0
	for _, t := range tokens {
		switch r, _ := utf8.DecodeRuneInString(t.letters[0]); {
		case r >= 'a' && r <= 'z':
			if e.known[hash(t.letters[0])]&e.english == 0 {
				latin++
			}
		case r >= 0x600 && r < 0x700 || r >= 0x900 && r < 0xB00:
			other++
		}
	}
	if latin == 0 || other == 0 || 4*latin < len(tokens) {
		return
	}
	for i := range tokens {
		t := &tokens[i]
		w := t.letters[0]
		switch r, _ := utf8.DecodeRuneInString(w); {
		case r >= 'a' && r <= 'z':
			if consonants(w) == w {
				t.addCore(sounds(w))
			}
		case r >= 0x600 && r < 0x700:
			s := fromArabic(w)
			t.sounds = appendNew(t.sounds, sounds(s))
			t.addCore(sounds(s))
		case r >= 0x900 && r < 0xB00:
			for _, s := range fromIndic(w) {
				t.sounds = appendNew(t.sounds, sounds(s))
			}
		}
	}
}

// fewestCore is how many consonants a word must have to be known by them alone.
const fewestCore = 3

// addCore adds the consonants of a word by sound.
func (t *token) addCore(sound string) {
	if c := consonants(sound); len(c) >= fewestCore {
		t.cores = appendNew(t.cores, c)
	}
}

// fromArabic writes an Urdu, Punjabi, Persian or Arabic word in Latin letters; the
// short vowels are not there.
func fromArabic(word string) string {
	var b strings.Builder
	for _, r := range word {
		b.WriteString(arabicLetters[r])
	}
	return b.String()
}

var arabicLetters = map[rune]string{
	'ا': "a", 'ب': "b", 'پ': "p", 'ت': "t", 'ٹ': "t", 'ث': "s", 'ج': "j", 'چ': "ch", 'ح': "h", 'خ': "kh", 'د': "d", 'ڈ': "d",
	'ذ': "z", 'ر': "r", 'ڑ': "r", 'ز': "z", 'ژ': "z", 'س': "s", 'ش': "sh", 'ص': "s", 'ض': "z", 'ط': "t", 'ظ': "z", 'غ': "gh",
	'ف': "f", 'ق': "q", 'ك': "k", 'گ': "g", 'ل': "l", 'م': "m", 'ن': "n", 'و': "o", 'ه': "h", 'ي': "i",
}

// fromIndic writes a word in Devanagari, Bengali, Gurmukhi or Gujarati in Latin
// letters, with the vowels that are not written and without those that are not
// spoken. The four blocks of Unicode are in one order.
func fromIndic(word string) []string {
	type syllable struct {
		consonant, vowel string
		silent           bool // the vowel is not written
	}
	var all []syllable
	for _, r := range word {
		at := int(r & 0x7F)
		last := len(all) - 1
		switch {
		case at == 0x4D && last >= 0:
			all[last].vowel, all[last].silent = "", false
		case indicConsonants[at] != "":
			v := "a"
			if r >= 0x980 && r < 0xA00 {
				v = "o"
			}
			all = append(all, syllable{indicConsonants[at], v, true})
		case at < 0x15 && indicVowels[at] != "":
			all = append(all, syllable{"", indicVowels[at], false})
		case indicVowels[at] != "" && last >= 0:
			all[last].vowel, all[last].silent = indicVowels[at], false
		case at == 0x02:
			all = append(all, syllable{"n", "", false})
		}
	}
	var full, spoken strings.Builder
	for i, s := range all {
		full.WriteString(s.consonant)
		spoken.WriteString(s.consonant)
		if s.silent && i == len(all)-1 && i > 0 {
			continue
		}
		full.WriteString(s.vowel)
		if !s.silent || i == 0 || i+1 < len(all) && (all[i+1].silent || all[i+1].vowel == "") {
			spoken.WriteString(s.vowel)
		}
	}
	return []string{spoken.String(), full.String()}
}

var indicConsonants = map[int]string{
	0x15: "k", 0x16: "kh", 0x17: "g", 0x18: "gh", 0x19: "n", 0x1A: "ch", 0x1B: "ch", 0x1C: "j", 0x1D: "jh", 0x1E: "n",
	0x1F: "t", 0x20: "th", 0x21: "d", 0x22: "dh", 0x23: "n", 0x24: "t", 0x25: "th", 0x26: "d", 0x27: "dh", 0x28: "n",
	0x2A: "p", 0x2B: "ph", 0x2C: "b", 0x2D: "bh", 0x2E: "m", 0x2F: "y", 0x30: "r", 0x32: "l", 0x33: "l", 0x35: "v",
	0x36: "sh", 0x37: "sh", 0x38: "s", 0x39: "h",
}

var indicVowels = map[int]string{
	0x05: "a", 0x06: "a", 0x07: "i", 0x08: "i", 0x09: "u", 0x0A: "u", 0x0F: "e", 0x10: "ai", 0x13: "o", 0x14: "au",
	0x3E: "a", 0x3F: "i", 0x40: "i", 0x41: "u", 0x42: "u", 0x47: "e", 0x48: "ai", 0x4B: "o", 0x4C: "au",
}
