package listen

import (
	"math/bits"
	"strings"
	"unicode"
)

// written gives the interface language a text is plainly written in, "" when
// unsure. The script says it for some; for others letters that only one
// language has; for Latin letters the words of the rules that were met.
func (e *ear) written(text string) string {
	switch script := mostly(text); script {
	case "":
		return ""
	case "Arab":
		return arabicScript(text)
	case "Cyrl":
		return cyrillicScript(text)
	case "Hani":
		return chineseScript(text)
	case "Latn":
		return e.byWords()
	default:
		return script
	}
}

// scripts that one language of ours is written in have its tag.
var scripts = []struct {
	tag   string
	table *unicode.RangeTable
}{
	{"Latn", unicode.Latin},
	{"Arab", unicode.Arabic},
	{"Hani", unicode.Han},
	{"Cyrl", unicode.Cyrillic},
	{"pa", unicode.Gurmukhi},
	{"hi", unicode.Devanagari},
	{"bn", unicode.Bengali},
	{"gu", unicode.Gujarati},
}

// mostly is the script of most letters of a text, if it is one of ours.
func mostly(text string) string {
	var n [8]int
	all := 0
	for _, r := range text {
		if !unicode.IsLetter(r) {
			continue
		}
		all++
		if r < 0x250 {
			n[0]++
			continue
		}
		for i := range scripts {
			if unicode.Is(scripts[i].table, r) {
				n[i]++
				break
			}
		}
	}
	for i := range n {
		if all > 0 && n[i]*2 > all {
			return scripts[i].tag
		}
	}
	return ""
}

// arabicScript tells languages in Arabic letters apart by the letters that only
// one of them has.
func arabicScript(text string) string {
	switch {
	case strings.ContainsAny(text, "ێۆڵڕڤ"), strings.Count(text, "ە") > 1:
		return "ckb"
	case strings.ContainsAny(text, "ٹڈڑںےھہ"):
		return "ur"
	case strings.ContainsAny(text, "پچژگ"), strings.Contains(text, "ی") && !strings.ContainsAny(text, "يةى"):
		return "fa"
	}
	return "ar"
}

func cyrillicScript(text string) string {
	switch {
	case strings.ContainsAny(text, "іїєґІЇЄҐ"):
		return "uk"
	case strings.ContainsAny(text, "ыэъёЫЭЪЁ"):
		return "ru"
	}
	return ""
}

// chineseScript tells Traditional from Simplified by the signs that differ.
func chineseScript(text string) string {
	for _, r := range text {
		if _, ok := simplified[r]; ok {
			return "zh-Hant"
		}
	}
	for _, r := range text {
		if simple[r] {
			return "zh-Hans"
		}
	}
	return "zh-Hant" // what is the same in both
}

// simple are the Simplified signs that are not Traditional ones as well.
var simple = func() map[rune]bool {
	m := map[rune]bool{}
	for _, s := range simplified {
		m[s] = true
	}
	return m
}()

// byWords is the language whose words of the rules cover most of a message in
// Latin letters: a third of it (half, for one that goes by sound), two words at least,
// and more than any other.
func (e *ear) byWords() string {
	best, most, second := -1, 0, 0
	for i, c := range e.cover {
		n := bits.OnesCount64(c)
		switch {
		case n > most:
			if best >= 0 && e.files[best].Written != e.files[i].Written {
				second = most
			}
			best, most = i, n
		case n > second && best >= 0 && e.files[best].Written != e.files[i].Written:
			second = n
		}
	}
	share := 3
	if best >= 0 && e.files[best].Sounds { // a third of anything sounds like something
		share = 2
	}
	if most < 2 || most <= second || share*most < min(len(e.tokens), 64) {
		return ""
	}
	return e.files[best].Written
}
