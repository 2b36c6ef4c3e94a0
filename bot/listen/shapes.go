package listen

import (
	"strings"
	"unicode"
)

// spellings gives a word in every way it may be meant: as it stands, without
// drawn-out letters, with digits and signs read as the letters they look like,
// with letters of another alphabet read as the Latin ones they pass for.
func spellings(word string) []string {
	forms := []string{word}
	if both(word) {
		forms = append(latin(word), word)
	}
	if strings.IndexFunc(word, isSign) >= 0 || strings.ContainsAny(word, "0123456789") && strings.IndexFunc(word, isLetter) >= 0 {
		forms = meant(forms[0], word)
		for _, f := range forms {
			if both(f) { // х0чу: the digit looks like a Latin letter, and was a Cyrillic one
				forms = append(forms, latin(f)...)
			}
		}
	}
	var out []string
	for _, f := range forms {
		for _, s := range drawnOut(f) {
			out = appendNew(out, s)
			if isArabic(s) {
				out = appendNew(out, bare(s))
			}
		}
	}
	switch word {
	case "2":
		out = append(out, "to")
	case "4":
		out = append(out, "for")
	}
	return out
}

// drawnOut takes a row of three or more of one letter as two, and as one.
func drawnOut(word string) []string {
	if !drawn(word) {
		return []string{word}
	}
	runes := []rune(word)
	two, one := make([]rune, 0, len(runes)), make([]rune, 0, len(runes))
	for i := 0; i < len(runes); {
		j := i + 1
		for j < len(runes) && runes[j] == runes[i] {
			j++
		}
		n := j - i
		if n < 3 || !unicode.IsLetter(runes[i]) && !unicode.Is(unicode.M, runes[i]) {
			two, one = append(two, runes[i:j]...), append(one, runes[i:j]...)
		} else {
			two, one = append(two, runes[i], runes[i]), append(one, runes[i])
		}
		i = j
	}
	if len(one) == len(runes) {
		return []string{word}
	}
	return []string{string(one), string(two)}
}

// drawn reports three of one letter in a row.
func drawn(word string) bool {
	n, last := 0, rune(-1)
	for _, r := range word {
		if r != last {
			n, last = 0, r
		}
		if n++; n == 3 {
			return true
		}
	}
	return false
}

// leet is which letters a digit or a sign looks like, the likelier one first.
var leet = map[rune]string{
	'0': "o", '1': "il", '3': "e", '4': "a", '5': "s", '7': "t", '8': "b", '9': "g", '6': "b",
	'@': "a", '$': "s", '!': "il", '|': "li", '€': "e",
	'*': "aeiou", '#': "aeiou",
}

// mostSigns is how many signs in a word are read as letters.
const mostSigns = 4

// meant reads the signs and digits in a word as letters. Digits are kept in the
// word as it was typed, since in some spellings they are letters (3ayez).
func meant(word, typed string) []string {
	signs := 0
	for _, r := range word {
		if isSign(r) {
			signs++
		}
	}
	if signs > mostSigns { // put between the letters, and not in the place of some
		return []string{withoutSigns(typed)}
	}
	forms := []string{""}
	for _, r := range word {
		as, ok := leet[r]
		if !ok {
			as = string(r)
		}
		var grown []string
		for _, f := range forms {
			for _, a := range as {
				grown = append(grown, f+string(a))
			}
		}
		if len(grown) > 25 {
			grown = grown[:25]
		}
		forms = grown
	}
	return append(forms, withoutSigns(typed))
}

// both reports letters of more than one alphabet in one word.
func both(word string) bool {
	var lat, other bool
	for _, r := range word {
		switch {
		case r < 0x250 && unicode.IsLetter(r):
			lat = true
		case r >= 0x370 && r < 0x530:
			other = true
		}
	}
	return lat && other
}

// latin reads a mixed word in Latin letters, and in Cyrillic where that can be.
func latin(word string) []string {
	lat := strings.Map(func(r rune) rune {
		if l, ok := lookalikes[r]; ok {
			return l
		}
		return r
	}, word)
	cyr := strings.Map(func(r rune) rune {
		if c, ok := cyrillic[r]; ok {
			return c
		}
		return r
	}, word)
	return []string{lat, cyr}
}

// cyrillic are the Latin letters that pass for Cyrillic ones.
var cyrillic = map[rune]rune{
	'a': 'а', 'e': 'е', 'o': 'о', 'p': 'р', 'c': 'с', 'y': 'у', 'x': 'х', 'i': 'і', 'k': 'к', 'm': 'м', 't': 'т', 'b': 'в', 'h': 'н', 'n': 'п',
}

func isArabic(s string) bool {
	for _, r := range s {
		return r >= 0x600 && r <= 0x6FF
	}
	return false
}

// bare takes the "and" off an Arabic word, which is written as part of it.
func bare(word string) string {
	if rest, ok := strings.CutPrefix(word, "و"); ok && len(rest) >= 6 {
		return rest
	}
	return word
}

// fewest is how many single letters in a row are read as a word spelled out.
const fewest = 4

// fewestMarked is the same in scripts that have words of one letter and a sign.
const fewestMarked = 5

// spelledOut joins words that were written letter by letter. A wider gap or the
// end of a clause ends such a word.
func spelledOut(in []token) []token {
	out := in[:0:0]
	for i := 0; i < len(in); {
		j := i
		for j < len(in) && in[j].single && in[j].clause == in[i].clause {
			j++
		}
		if j-i < fewest || j-i < fewestMarked && !isLatin(in[i].letters[0]) {
			j = max(j, i+1)
			out = append(out, in[i:j]...)
			i = j
			continue
		}
		for i < j {
			k := i + 1
			for k < j && !in[k].wide {
				k++
			}
			out = append(out, joined(in[i:k]))
			i = k
		}
	}
	return out
}

func joined(letters []token) token {
	var b strings.Builder
	for _, t := range letters {
		b.WriteString(t.letters[0])
	}
	t := token{clause: letters[0].clause, full: letters[0].full, wide: letters[0].wide, spelled: true}
	t.add(b.String())
	return t
}
