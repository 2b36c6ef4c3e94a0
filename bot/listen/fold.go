package listen

import (
	"strings"
	"unicode"
)

// fold gives the plain form of one rune of a decomposed text (NFKD), 0 for one
// that nobody sees or that people leave out: joiners, direction marks, accents,
// Arabic vowel signs, the dots of Indic loan letters.
func fold(r rune) rune {
	if r < 0x80 {
		if r >= 'A' && r <= 'Z' {
			return r + 'a' - 'A'
		}
		if r == '\'' || r == '`' {
			return 0
		}
		return r
	}
	if f, ok := folds[r]; ok {
		return f
	}
	switch {
	case r >= 0x300 && r <= 0x36F, r >= 0x64B && r <= 0x65F, r >= 0x610 && r <= 0x61A, r >= 0xFE00 && r <= 0xFE0F,
		r >= 0x1F3FB && r <= 0x1F3FF, unicode.Is(unicode.Cf, r):
		return 0
	case isHan(r):
		if s, ok := simplified[r]; ok {
			return s
		}
		return r
	case unicode.IsDigit(r):
		return '0' + digit(r)
	}
	return unicode.ToLower(r)
}

// digit is the value of a decimal digit of any script: they stand in tens.
func digit(r rune) rune {
	n := rune(0)
	for n < 9 && unicode.IsDigit(r-n-1) {
		n++
	}
	return n
}

// folds are the letters that are one for us, each with what it becomes. Accents
// are gone already where Unicode takes them apart.
var folds = map[rune]rune{
	// marks between letters
	'’': 0, '‘': 0, '´': 0, 'ʼ': 0, 'ʻ': 0, 'ˈ': 0, '＇': 0,
	0xAD: 0, 0x34F: 0, 0x115F: 0, 0x1160: 0, 0x3164: 0,
	// Latin
	'ł': 'l', 'Ł': 'l', 'ø': 'o', 'Ø': 'o', 'đ': 'd', 'Đ': 'd', 'ı': 'i', 'ß': 's', 'æ': 'a', 'Æ': 'a', 'œ': 'o', 'Œ': 'o',
	'ð': 'd', 'þ': 't', 'ə': 'e', 'ɑ': 'a', 'ɡ': 'g', 'ɩ': 'i', 'ʀ': 'r', 'ᴀ': 'a', 'ᴇ': 'e', 'ɪ': 'i', 'ᴋ': 'k', 'ʟ': 'l', 'ᴍ': 'm',
	'ɴ': 'n', 'ᴏ': 'o', 'ꜱ': 's', 'ᴛ': 't', 'ᴜ': 'u', 'ᴅ': 'd', 'ᴄ': 'c', 'ʏ': 'y', 'ᴡ': 'w', 'ʜ': 'h', 'ɢ': 'g', 'ʙ': 'b', 'ꜰ': 'f', 'ᴘ': 'p',
	// Cyrillic
	'ё': 'е', 'Ё': 'е', 'ґ': 'г', 'Ґ': 'г', 'ѣ': 'е',
	// Arabic, Urdu, Persian, Kurdish
	'ـ': 0, 'ٰ': 0, 'ٖ': 0,
	'أ': 'ا', 'إ': 'ا', 'آ': 'ا', 'ٱ': 'ا', 'ٲ': 'ا',
	'ى': 'ي', 'ی': 'ي', 'ے': 'ي', 'ۓ': 'ي', 'ێ': 'ي', 'ې': 'ي', 'ئ': 'ي', 'ؤ': 'و', 'ۆ': 'و', 'ۇ': 'و', 'ۊ': 'و', 'ٸ': 'ي',
	'ک': 'ك', 'ڪ': 'ك', 'ہ': 'ه', 'ھ': 'ه', 'ە': 'ه', 'ة': 'ه', 'ۃ': 'ه', 'ۂ': 'ه', 'ۀ': 'ه',
	'ں': 'ن', 'ڵ': 'ل', 'ڕ': 'ر', 'ڤ': 'ف', 'ء': 0, 'ٔ': 0,
	// Devanagari
	'़': 0, 'ँ': 'ं', 'ी': 'ि', 'ू': 'ु', 'ष': 'श', 'ण': 'न', 'ई': 'इ', 'ऊ': 'उ',
	// Bengali
	'়': 0, 'ঁ': 0, 'ী': 'ি', 'ূ': 'ু', 'শ': 'স', 'ষ': 'স', 'ণ': 'ন', 'ঈ': 'ই', 'ঊ': 'উ', 'ৎ': 'ত',
	// Gurmukhi
	'਼': 0, 'ੰ': 'ਂ', 'ਁ': 'ਂ', 'ੱ': 0, 'ੀ': 'ਿ', 'ੂ': 'ੁ', 'ਈ': 'ਇ', 'ਊ': 'ਉ', 'ਣ': 'ਨ',
	// Gujarati
	'઼': 0, 'ઁ': 'ં', 'ી': 'િ', 'ૂ': 'ુ', 'ષ': 'શ', 'ણ': 'ન', 'ઈ': 'ઇ', 'ઊ': 'ઉ',
}

// bearers are vowels as old keyboards typed them: a bearer and a sign.
var bearers = strings.NewReplacer(
	"ੲੀ", "ਈ", "ੲਿ", "ਇ", "ੲੇ", "ਏ", "ਅਾ", "ਆ", "ਅੈ", "ਐ", "ਅੌ", "ਔ", "ੳੁ", "ਉ", "ੳੂ", "ਊ", "ੳੋ", "ਓ",
	"अा", "आ", "अो", "ओ", "अौ", "औ", "অা", "আ", "અા", "આ", "અો", "ઓ",
)

// lookalikes are letters of other alphabets that pass for Latin ones.
var lookalikes = map[rune]rune{
	'а': 'a', 'е': 'e', 'о': 'o', 'р': 'p', 'с': 'c', 'у': 'y', 'х': 'x', 'і': 'i', 'ј': 'j', 'ѕ': 's', 'һ': 'h', 'ԁ': 'd', 'к': 'k',
	'м': 'm', 'т': 't', 'в': 'b', 'н': 'h', 'п': 'n', 'г': 'r', 'ԛ': 'q', 'ԝ': 'w', 'ӏ': 'l', 'л': 'l', 'и': 'i', 'з': '3', 'ь': 'b',
	'я': 'r', 'д': 'd', 'ш': 'w', 'ф': 'f', 'э': 'e', 'б': 'b',
	'α': 'a', 'β': 'b', 'ε': 'e', 'η': 'n', 'ι': 'i', 'κ': 'k', 'λ': 'l', 'μ': 'u', 'ν': 'v', 'ο': 'o', 'ρ': 'p', 'σ': 's', 'ς': 's', 'τ': 't',
	'υ': 'u', 'χ': 'x', 'ω': 'w', 'γ': 'y', 'δ': 'd',
}
