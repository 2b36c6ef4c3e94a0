package sessionlog

import (
	"embed"
	"io/fs"
	"path"
	"strings"
	"sync"
	"unicode/utf8"
)

// What the files of remark/ hold is said in its README.
//
//go:embed remark/words/*.txt remark/names/*.txt remark/*.txt
var remarkFiles embed.FS

// kindOf is what a word of a language can be.
type kindOf uint8

const (
	asWord   kindOf = iota // an everyday word
	asPerson               // speaks of one person
	asTitle                // stands beside a name, and speaks of one person without
	asRole                 // stands beside a name, and may stand alone
	asAfter                // what somebody does: a name may stand before it
	asBeing                // what anything may do: only before a word nobody knows is it a sign
	asBefore               // a name may stand after it
	asDigit
	asMonth
	asPlacing // a place, a day or a month stands after it: in, at, until
	asLabel   // a single letter stands after it: room, plan
	kindsOf
)

var keysOf = map[string]kindOf{
	"word": asWord, "person": asPerson, "title": asTitle, "role": asRole, "after": asAfter, "being": asBeing, "before": asBefore, "digit": asDigit, "month": asMonth, "placing": asPlacing, "label": asLabel,
}

// tongues is a set of languages, by the number of their file.
type tongues uint64

// lexicon is what the files say. It is not changed once it is read.
type lexicon struct {
	tags     []string
	words    [kindsOf]map[string]tongues
	stems    map[string]tongues // of everyday words: what follows may be an ending
	english  tongues
	loans    tongues          // languages that take any English word in
	viet     tongues          // in which syllables stand apart
	indic    map[rune]tongues // by the block that a language is written in
	proper   map[string]bool  // days, languages, places: have a great letter and are nobody's name
	letters  map[string]bool  // what is said by its letters: NHS
	names    map[string]bool  // by nameKey
	spelt    map[string]bool  // as they are written, folded
	accented map[string]bool  // with their accents, in small letters
	sounds   map[string]bool  // of South Asian names, by soundOfLatin
	stemmed  map[string]bool  // beginnings of names to which endings are added
	tails    []string         // endings of names: -winder, -enko
	heads    []string         // beginnings of names: abdul-
	surnames map[string]bool  // Chinese
	sure     map[string]bool  // Chinese surnames that are hardly ever anything else
	given    map[string]bool  // signs that given names are made of
	strict   map[string]bool  // of these, the ones that hardly stand in other words
	longest  int              // signs in the longest Chinese word
}

// remarkWords reads the files once.
var remarkWords = sync.OnceValue(func() *lexicon {
	l := &lexicon{
		indic: map[rune]tongues{},
		stems: map[string]tongues{}, proper: map[string]bool{}, letters: map[string]bool{}, names: map[string]bool{}, spelt: map[string]bool{}, accented: map[string]bool{}, stemmed: map[string]bool{}, sounds: map[string]bool{},
		surnames: map[string]bool{}, sure: map[string]bool{}, given: map[string]bool{}, strict: map[string]bool{},
	}
	for k := range l.words {
		l.words[k] = map[string]tongues{}
	}
	eachLine("remark/words", func(tag, key string, words []string) { l.addWords(tag, key, words) })
	eachLine("remark/names", l.addNames)
	eachLine("remark", func(_, key string, words []string) {
		into := map[string]map[string]bool{"proper": l.proper, "letters": l.letters}[key]
		for _, w := range words {
			into[foldWord(w)] = true
		}
	})
	return l
})

// eachLine gives every line of a folder's files: the file's name, what stands before
// the colon, and the words after it.
func eachLine(folder string, yield func(file, key string, words []string)) {
	files, err := fs.Glob(remarkFiles, folder+"/*.txt")
	if err != nil {
		panic(err) // the pattern is ours
	}
	for _, name := range files {
		text, err := remarkFiles.ReadFile(name)
		if err != nil {
			panic(err) // it is compiled in
		}
		for line := range strings.Lines(string(text)) {
			key, words, ok := strings.Cut(line, ":")
			if ok && !strings.HasPrefix(line, "#") {
				yield(strings.TrimSuffix(path.Base(name), ".txt"), strings.TrimSpace(key), strings.Fields(words))
			}
		}
	}
}

func (l *lexicon) addWords(tag, key string, words []string) {
	if len(l.tags) == 0 || l.tags[len(l.tags)-1] != tag {
		l.tags = append(l.tags, tag)
	}
	in := tongues(1) << (len(l.tags) - 1)
	switch tag {
	case "en":
		l.english = in
	case "roman", "tl":
		l.loans |= in
	case "vi":
		l.viet = in
	case "hi", "bn", "pa", "gu":
		l.indic[map[string]rune{"hi": 0x900, "bn": 0x980, "pa": 0xA00, "gu": 0xA80}[tag]] = in
	}
	kind, ok := keysOf[key]
	if !ok {
		panic("remark: no such kind of word: " + key)
	}
	for _, w := range words {
		stem, isStem := strings.CutSuffix(w, "*")
		parts := strings.Split(stem, "_")
		for i := range parts {
			if in == l.viet {
				parts[i] = strings.ToLower(parts[i]) // its accents are all that tells its words apart
			} else {
				parts[i] = foldWord(parts[i])
			}
		}
		folded := strings.Join(parts, "_")
		switch {
		case isStem && kind == asWord:
			l.stems[folded] |= in
		default:
			l.words[kind][folded] |= in
			if kind != asWord {
				l.words[asWord][folded] |= in // so that a language is known by these too
			}
		}
		// Indic words change their last vowel: cold is ठंडा, ठंडे, ठंडी.
		if short := strings.TrimRight(folded, "ािुेोन"); kind == asWord && short != folded && utf8.RuneCountInString(short) >= 3 {
			l.stems[short] |= in
		}
		l.longest = max(l.longest, utf8.RuneCountInString(folded))
	}
}

func (l *lexicon) addNames(file, key string, words []string) {
	switch key {
	case "tail", "head":
		for i := range words {
			words[i] = foldWord(words[i])
		}
		if key == "tail" {
			l.tails = append(l.tails, words...)
		} else {
			l.heads = append(l.heads, words...)
		}
		return
	}
	chinese := map[string]map[string]bool{"surname": l.surnames, "sure": l.sure, "sign": l.given, "strict": l.strict}[key]
	for _, w := range words {
		if chinese != nil {
			chinese[foldWord(w)] = true
			continue
		}
		stem, isStem := strings.CutSuffix(w, "*")
		k := nameKey(foldWord(stem))
		if isStem {
			l.stemmed[k] = true
			continue
		}
		if file == "sikh" || file == "muslim" || file == "indian" {
			if s := soundOfLatin(foldWord(stem)); s != "" {
				l.sounds[s] = true
			}
		}
		l.names[k], l.spelt[foldWord(stem)], l.accented[strings.ToLower(stem)] = true, true, true
		if s := strings.TrimRight(k, "aeiouyаяоийьії"); utf8.RuneCountInString(s) >= 4 {
			l.stemmed[s] = true
		}
	}
}

// longestEnding is how many letters an ending has at most.
const longestEnding = 5

// known are the languages in which a folded word is an everyday one. A name is none
// because it begins like one: Светлана is not light.
func (l *lexicon) known(word string) tongues {
	in := l.words[asWord][word]
	if l.spelt[word] {
		return in
	}
	runes := []rune(word)
	for n := max(2, len(runes)-longestEnding); n <= len(runes); n++ {
		if len(runes)-n <= max(3, n) { // what is longer than its stem is another word
			in |= l.stems[string(runes[:n])]
		}
	}
	if in&l.english == 0 && l.isEnglish(word) {
		in |= l.english
	}
	return in
}

// isEnglish reports a form of an English word.
func (l *lexicon) isEnglish(word string) bool {
	has := func(w string) bool { return len(w) > 1 && l.words[asWord][w]&l.english != 0 }
	for _, p := range []string{"un", "re", "non", "over", "under", "mis", "pre"} {
		if rest, ok := strings.CutPrefix(word, p); ok && len(rest) > 3 && (has(rest) || l.isEnglishForm(rest)) {
			return true
		}
	}
	return l.isEnglishForm(word)
}

func (l *lexicon) isEnglishForm(word string) bool {
	has := func(w string) bool { return len(w) > 2 && l.words[asWord][w]&l.english != 0 }
	for _, e := range []string{"s", "es", "ed", "d", "ing", "ings", "er", "ers", "est", "ly", "r", "rs", "y", "ness", "less", "ful", "able", "ment"} {
		stem, ok := strings.CutSuffix(word, e)
		if !ok || len(stem) < 2 {
			continue
		}
		last := len(stem) - 1
		if has(stem) || has(stem+"e") || stem[last] == 'i' && has(stem[:last]+"y") ||
			last > 1 && stem[last] == stem[last-1] && has(stem[:last]) {
			return true
		}
	}
	return false
}

// isName reports a folded word that is a name, also one with an ending.
func (l *lexicon) isName(word string) bool {
	k := nameKey(word)
	if l.names[k] || scriptOf([]rune(word)[0]) == indic && l.sounds[soundOfIndic(word)] {
		return true
	}
	runes := []rune(k)
	if len(runes) < 4 {
		return false
	}
	for n := max(4, len(runes)-4); n <= len(runes); n++ {
		if l.stemmed[string(runes[:n])] && (n == len(runes) || caseEndings[string(runes[n:])]) {
			return true
		}
	}
	return l.soundsLikeName(word, utf8.RuneCountInString(word))
}

// soundsLikeName reports a word that begins or ends as only names do.
func (l *lexicon) soundsLikeName(word string, n int) bool {
	for _, t := range l.tails {
		if strings.HasSuffix(word, t) && n >= utf8.RuneCountInString(t)+2 {
			return true
		}
	}
	for _, h := range l.heads {
		if strings.HasPrefix(word, h) && n >= utf8.RuneCountInString(h)+2 {
			return true
		}
	}
	return false
}

// caseEndings are what languages add to a name, by nameKey. The Indic ones stand
// as foldWord leaves them.
var caseEndings = func() map[string]bool {
	m := map[string]bool{}
	for _, e := range strings.Fields(`a e i o u s ę ą am em im om um ov ova ove ovi ovo ev evi ego emu igo imu ia iu ii io ui iem im lui ului ei ou ami omi ach as us is es os ai ui
		ke ka ki ku ko ek ka ok ov ovu ovej ej ou ovia ova ikas ui ams ms uje am ams is im iem s
		а я у ю е є і и й о ом ем ем ою ею єю ой ей ові еві єві ам ям ами ах ів ев ов ого ому им ої ым ому ию ия ии ию ією
		के र ेर के देर ते ेर ने ए नो नि ना नु थि मान
		க்கு உடன் இடம் ை இன் ுக்கு ுடன் ிடம் யை வை ின் ால்
		يان يكان هكه مان تان ي ان ها هاي`) {
		m[e] = true
	}
	return m
}()
