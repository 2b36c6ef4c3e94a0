package sessionlog

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// script is the writing that a letter belongs to, as far as names are looked for.
type script uint8

const (
	noScript script = iota // digits, punctuation, pictures
	latin
	cyrillic
	arabic
	indic // Devanagari, Bengali, Gurmukhi, Gujarati, whose blocks are in one order
	tamil
	han
	foreign // letters in which we can't look for names
)

func scriptOf(r rune) script {
	switch {
	case !unicode.IsLetter(r) && !unicode.IsMark(r):
		return noScript
	case unicode.Is(unicode.Latin, r):
		return latin
	case unicode.Is(unicode.Cyrillic, r):
		return cyrillic
	case unicode.Is(unicode.Arabic, r):
		return arabic
	case r >= 0x900 && r < 0xB00:
		return indic
	case unicode.Is(unicode.Tamil, r):
		return tamil
	case unicode.Is(unicode.Han, r):
		return han
	case unicode.IsMark(r), unicode.Is(unicode.Common, r):
		return noScript
	}
	return foreign
}

// foldWord is the form in which words are compared: small letters without accents,
// one form of each Arabic letter, and the four Indic scripts as one.
func foldWord(s string) string {
	var b strings.Builder
	for _, r := range norm.NFKC.String(s) {
		foldRune(&b, r)
	}
	return b.String()
}

func foldRune(b *strings.Builder, r rune) {
	if f, ok := sameLetter[r]; ok {
		b.WriteString(f)
		return
	}
	switch scriptOf(r) {
	case latin, cyrillic:
		for _, part := range norm.NFD.String(string(unicode.ToLower(r))) {
			if f, ok := sameLetter[part]; ok {
				b.WriteString(f)
			} else if !unicode.Is(unicode.Mn, part) {
				b.WriteRune(part)
			}
		}
	case arabic:
		if !unicode.Is(unicode.Mn, r) {
			b.WriteRune(r)
		}
	case indic:
		at := r & 0x7F
		if f, ok := sameIndic[at]; ok {
			b.WriteString(f)
			return
		}
		b.WriteRune(0x900 | at)
	case tamil, foreign:
		b.WriteRune(r)
	case han:
		b.WriteRune(simple(r))
	default:
		switch {
		case unicode.IsDigit(r) && r > 0x7F:
			b.WriteRune('0' + digitOf(r))
		case unicode.IsDigit(r), r == '$':
			b.WriteRune(r)
		}
	}
}

// sameLetter gives letters that people write for one another, and what is left
// out.
var sameLetter = map[rune]string{
	'ł': "l", 'Ł': "l", 'ø': "o", 'Ø': "o", 'đ': "d", 'Đ': "d", 'ı': "i", 'ß': "ss", 'æ': "a", 'Æ': "a", 'œ': "o", 'Œ': "o",
	'ð': "d", 'þ': "t", 'ə': "e", 'Ə': "e", 'ё': "е", 'Ё': "е", 'ґ': "г", 'Ґ': "г", 'ʼ': "", 'ʻ': "",
	'أ': "ا", 'إ': "ا", 'آ': "ا", 'ٱ': "ا", 'ى': "ي", 'ی': "ي", 'ے': "ي", 'ۓ': "ي", 'ې': "ي", 'ێ': "ي", 'ئ': "ي", 'ؤ': "و", 'ۆ': "و", 'ۇ': "و",
	'ک': "ك", 'ڪ': "ك", 'ہ': "ه", 'ھ': "ه", 'ە': "ه", 'ة': "ه", 'ۃ': "ه", 'ۂ': "ه", 'ۀ': "ه", 'ں': "ن", 'ڵ': "ل", 'ڕ': "ر", 'ڤ': "ف",
	'ء': "", 'ـ': "", 'ٰ': "",
}

// sameIndic does so for the letters of the Indic blocks, by their place in them:
// short and long vowels, the sibilants, the nasals, v and b are one, and what joins
// or marks a letter is left out.
var sameIndic = map[rune]string{
	0x01: "न", 0x02: "न", 0x70: "न", 0x71: "", 0x3C: "", 0x4D: "", 0x03: "",
	0x08: "इ", 0x0A: "उ", 0x10: "ए", 0x14: "ओ", 0x40: "ि", 0x42: "ु", 0x48: "े", 0x4C: "ो", 0x45: "े", 0x49: "ो", 0x0D: "ए", 0x11: "ओ",
	0x23: "न", 0x1E: "न", 0x19: "न", 0x36: "स", 0x37: "स", 0x35: "ब", 0x33: "ल", 0x4E: "त", 0x43: "रि", 0x0B: "रि",
	0x58: "क", 0x59: "ख", 0x5A: "ग", 0x5B: "ज", 0x5C: "ड", 0x5D: "ढ", 0x5E: "फ", 0x5F: "य",
}

// nameKey is the form in which names are compared: as they sound, as far as one
// name is spelt in many ways.
func nameKey(folded string) string {
	if folded == "" || scriptOf([]rune(folded)[0]) != latin {
		return single(folded)
	}
	s := spellings.Replace(folded)
	if len(s) > 3 {
		s = strings.TrimSuffix(s, "h")
	}
	return single(s)
}

var spellings = strings.NewReplacer(
	"ee", "i", "oo", "u", "ou", "u", "aa", "a", "ph", "f", "ck", "k", "q", "k", "w", "v", "y", "i", "kh", "k", "gh", "g", "dh", "d",
	"th", "t", "bh", "b", "x", "ks", "ie", "i", "ei", "e", "ai", "e", "ay", "e", "ey", "e", "tz", "z",
)

// single leaves one of letters that stand twice or more.
func single(s string) string {
	var b strings.Builder
	last := rune(-1)
	for _, r := range s {
		if r != last {
			b.WriteRune(r)
		}
		last = r
	}
	return b.String()
}
