package listen

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// isSign reports a sign that people put in the place of a letter, or between two.
func isSign(r rune) bool {
	return strings.ContainsRune("@$!|€*#%^", r) || r > 0x80 && unicode.Is(unicode.Sc, r)
}

// mostReadings bounds how many words a sign may stand in are tried for one message.
const mostReadings = 1_200

// readSigns reads the signs in words as any letter, or as none, that makes a word of
// the rules: मा*ता is मारता.
func (e *ear) readSigns(tokens []token) {
	left := mostReadings
	for i := range tokens {
		t := &tokens[i]
		if t.signed == "" || left <= 0 || utf8.RuneCountInString(t.signed) > longestNearly {
			continue
		}
		found := token{}
		e.readings(t.signed, &left, func(s string) {
			if e.knowsWord(s) {
				found.add(s)
			}
		})
		for _, s := range t.letters {
			found.add(s)
		}
		t.letters, t.sounds = found.letters, found.sounds
	}
}

// readings gives a word with each letter of its alphabet, and none, in the place of
// its first two signs; the others are left out.
func (e *ear) readings(word string, left *int, each func(string)) {
	at := strings.IndexFunc(word, isSign)
	if at < 0 {
		each(word)
		return
	}
	_, n := utf8.DecodeRuneInString(word[at:])
	head, tail := word[:at], word[at+n:]
	letters := alphabetOf(word)
	again := strings.IndexFunc(tail, isSign)
	if again >= 0 {
		_, m := utf8.DecodeRuneInString(tail[again:])
		rest := withoutSigns(tail[again+m:])
		for _, a := range letters {
			if *left -= len(letters); *left < 0 {
				return
			}
			for _, b := range letters {
				each(head + a + tail[:again] + b + rest)
			}
		}
		return
	}
	*left -= len(letters)
	for _, a := range letters {
		each(head + a + tail)
	}
}

func withoutSigns(s string) string {
	return strings.Map(func(r rune) rune {
		if isSign(r) {
			return -1
		}
		return r
	}, s)
}

// knowsWord reports a word of the rules, by letters, by sound or by its beginning.
func (e *ear) knowsWord(s string) bool {
	if _, ok := e.whole[hash(s)]; ok {
		return true
	}
	ok := false
	e.starts.walk(s, func(_ int32, n int) { ok = ok || n >= 4 && 3*n >= 2*len(s) })
	if ok || !isLatin(s) {
		return ok
	}
	_, ok = e.heard[hash(sounds(s))]
	return ok
}

// alphabets are the letters that a sign may stand for, and none, by script.
var alphabets = func() map[rune][]string {
	m := map[rune][]string{}
	of := func(first rune, letters string) {
		list := []string{""}
		for _, r := range letters {
			list = append(list, string(r))
		}
		m[first] = list
	}
	of('a', "abcdefghijklmnopqrstuvwxyz")
	of('а', "абвгдежзийклмнопрстуфхцчшщъыьэюяієї")
	of('ا', "ابتثجحخدذرزسشصضطظعغفقكلمنهويپچژگٹڈڑ")
	for _, block := range []rune{0x900, 0x980, 0xA00, 0xA80} {
		var letters strings.Builder
		for r := block; r < block+0x50; r++ {
			if (unicode.IsLetter(r) || unicode.Is(unicode.M, r)) && fold(r) == r {
				letters.WriteRune(r)
			}
		}
		of(block, letters.String())
	}
	return m
}()

// alphabetOf gives the letters of the script that a word begins in.
func alphabetOf(word string) []string {
	for _, r := range word {
		switch {
		case !unicode.IsLetter(r):
			continue
		case r < 0x250:
			return alphabets['a']
		case r >= 0x400 && r < 0x530:
			return alphabets['а']
		case r >= 0x600 && r < 0x700:
			return alphabets['ا']
		case r >= 0x900 && r < 0xB00:
			return alphabets[r&^0x7F]
		}
		return nil
	}
	return nil
}
