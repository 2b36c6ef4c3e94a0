package locales

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// Words turns Texts into words. It is safe for use by many at once.
type Words struct{ shelf *shelf }

// Load takes the words in. Languages are parsed when they are first asked for;
// English, which stands in for all others, at once: an error means that this
// program was built from a broken en.toml.
func Load() (*Words, error) {
	if _, err := shipped.parsed[Source](); err != nil {
		return nil, err
	}
	return &Words{shipped}, nil
}

// Render says a Text in a language, as the HTML that Telegram and the browser
// share: the tags b, i, u and a, and the entities &amp; &lt; &gt; &quot;. A
// message that the language lacks comes from the next language of its chain;
// a tag we don't ship is read as English. The zero Text is "".
//
// One more tag is for the browser alone: words in another language than those
// around them stand in <span lang="en">, so that a screen reader changes its
// voice (https://www.w3.org/TR/WCAG22/#language-of-parts). These are what a
// listing says of itself (Own), what is said with In, and messages that another
// language had to stand in for. Unmarked takes the spans out again.
//
// In a right-to-left language, values that hold numbers or Latin letters stand
// between U+2068 and U+2069, so that a phone number is never turned round; in
// any language, values that run against it do. No word says of a listing's own
// words which language they are: people know services by their English names,
// and an "(English)" behind each would be in the way.
func (w *Words) Render(language string, t Text) string {
	chain := w.shelf.chain(language)
	if len(chain) == 0 {
		return ""
	}
	s := speaker{shelf: w.shelf, chain: chain, language: chain[0].language}
	words := s.within(s.say(t))
	if s.language.RTL {
		words = startLines(words)
	}
	return words
}

// Plain says a Text without tags, for buttons, pop-ups and the terminal.
func (w *Words) Plain(language string, t Text) string {
	return Plain(w.Render(language, t))
}

// speaker says Texts to one reader.
type speaker struct {
	shelf    *shelf
	chain    []*catalogue // the reader's languages, best first; never empty
	language Language     // of what is said around them
}

// said is some words, their language, and whether they run from right to left.
// Numbers and names have no language: tag is "".
type said struct {
	words string
	tag   string
	rtl   bool
}

// said is words in the language of the speaker.
func (s speaker) said(words string) said { return said{words, s.language.Tag, s.language.RTL} }

// value is words without a language, in the direction of the speaker.
func (s speaker) value(v string, raw bool) said { return said{s.apart(v, raw), "", s.language.RTL} }

func (s speaker) say(t Text) said {
	if t.lang != "" {
		if chain := s.shelf.chain(t.lang); len(chain) > 0 {
			s = speaker{shelf: s.shelf, chain: chain, language: chain[0].language}
		}
	}
	if t.big {
		t.big = false
		small := s.say(t)
		return said{capital(small.words), small.tag, small.rtl}
	}
	switch {
	case t.raw != "" && t.scheme != "" && dialled(t.raw) != "":
		number := s.value(t.raw, true)
		number.words = `<a href="` + t.scheme + ":" + dialled(t.raw) + `">` + number.words + "</a>"
		return number
	case t.raw != "":
		return s.value(t.raw, true)
	case t.value != nil:
		return s.sayValue(t.value, true)
	case t.id != "":
		return s.message(t)
	default:
		parts := make([]string, 0, len(t.parts))
		for _, p := range t.parts {
			if words := s.within(s.say(p)); words != "" {
				parts = append(parts, words)
			}
		}
		return s.said(strings.Join(parts, escape(t.sep)))
	}
}

// within puts words among those of the speaker. What runs against them, because
// another language stood in, is kept apart line by line: "116 123 is free" must
// not become "123 116" where lines begin on the right. What is in another
// language is marked.
func (s speaker) within(part said) string {
	words := part.words
	if part.rtl != s.language.RTL {
		words = isolate(words)
	}
	if part.tag != "" && part.tag != s.language.Tag {
		words = mark(part.tag, words)
	}
	return words
}

// message says a message in the first language of the chain that has it. Its
// values then stand in that language's direction, whatever the reader's is.
func (s speaker) message(t Text) said {
	for _, c := range s.chain {
		form := c.find(t.id, t.values)
		if form == nil {
			continue
		}
		inner := speaker{shelf: s.shelf, chain: s.chain, language: c.language}
		if len(form) == 1 && form[0].name == "" {
			return inner.said(form[0].words)
		}
		var words strings.Builder
		words.Grow(roomFor(form))
		for _, p := range form {
			if p.name == "" {
				words.WriteString(p.words)
				continue
			}
			words.WriteString(inner.within(inner.sayValue(t.values[p.name], false)))
		}
		if words.Len() > 0 {
			return inner.said(words.String())
		}
	}
	return said{}
}

// roomFor is about how long a form becomes.
func roomFor(form []piece) int {
	const value = 32 // a name, with what keeps it apart
	n := 0
	for _, p := range form {
		n += max(len(p.words), value)
	}
	return n
}

// sayValue says a value of a message, or one that stands by itself.
func (s speaker) sayValue(v any, raw bool) said {
	switch v := v.(type) {
	case Text:
		return s.say(v)
	case Day:
		return s.say(dayText(v))
	case Time:
		return s.say(timeText(v, s.pattern("time.pattern_whole"), s.pattern("time.pattern")))
	case Own:
		words, tag := s.ownWords(v)
		return said{s.apart(words, raw), tag, s.language.RTL}
	case int:
		return s.value(strconv.Itoa(v), raw)
	case string:
		return s.value(v, raw)
	}
	panic(fmt.Sprintf("locales: a message with a value of type %T", v))
}

// pattern is a message that is not said but tells how to say others.
func (s speaker) pattern(id string) string {
	for _, c := range s.chain {
		if m, ok := c.messages[id]; ok {
			return m.other
		}
	}
	return ""
}

// ownWords takes a listing's own words in the best language they are held in,
// and says which that is.
func (s speaker) ownWords(o Own) (words, tag string) {
	for _, c := range s.chain {
		tag := c.language.Tag
		words := o.Others[tag]
		if tag == Source && o.English != "" {
			words = o.English
		}
		if words != "" {
			return words, tag
		}
	}
	// Words that the reader may not read are better than none: somebody beside
	// them may, and a name can still be shown at a door.
	for _, tag := range slices.Sorted(maps.Keys(o.Others)) {
		if o.Others[tag] != "" {
			return o.Others[tag], tag
		}
	}
	return "", ""
}

// apart escapes a value and keeps it apart where its direction asks for it; a
// raw one always is in a right-to-left language.
func (s speaker) apart(v string, raw bool) string {
	v = clean(v)
	if raw && s.language.RTL || needsIsolate(v, s.language.RTL) {
		return isolate(escape(v))
	}
	return escape(v)
}
