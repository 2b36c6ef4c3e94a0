package sessionlog

import "strings"

// A name in Gurmukhi, Devanagari, Gujarati or Bengali is looked for among the names
// in Latin letters by its sound: their lists are the longest. The vowel a is left
// out on both sides, as it is mostly not written.

// fewestSounds is how many letters of a sound must be the same.
const fewestSounds = 5

// soundOfLatin is the sound of a name in folded Latin letters, "" for one that is
// too short to be told by it.
func soundOfLatin(folded string) string {
	return longSound(single(latinSounds.Replace(folded)))
}

var latinSounds = strings.NewReplacer(
	"chh", "c", "ch", "c", "sh", "s", "kh", "k", "gh", "g", "jh", "j", "th", "t", "dh", "d", "ph", "f", "bh", "b",
	"ee", "i", "oo", "u", "ou", "u", "au", "o", "ai", "e", "ay", "e", "ei", "e", "ia", "i", "iya", "i",
	"aa", "", "a", "", "w", "b", "v", "b", "z", "j", "q", "k", "x", "ks", "y", "i", "e", "i", "o", "u", "h", "",
)

// soundOfIndic is the sound of a folded word of one of the Indic scripts.
func soundOfIndic(folded string) string {
	var b strings.Builder
	for _, r := range folded {
		b.WriteString(indicSounds[r])
	}
	return longSound(single(b.String()))
}

func longSound(s string) string {
	if len(s) < fewestSounds {
		return ""
	}
	return s
}

var indicSounds = map[rune]string{
	'क': "k", 'ख': "k", 'ग': "g", 'घ': "g", 'च': "c", 'छ': "c", 'ज': "j", 'झ': "j", 'ट': "t", 'ठ': "t", 'ड': "d", 'ढ': "d",
	'त': "t", 'थ': "t", 'द': "d", 'ध': "d", 'न': "n", 'प': "p", 'फ': "f", 'ब': "b", 'भ': "b", 'म': "m", 'य': "i", 'र': "r", 'ल': "l", 'स': "s",
	'इ': "i", 'उ': "u", 'ए': "i", 'ओ': "u", 'ि': "i", 'ु': "u", 'े': "i", 'ो': "u",
}
