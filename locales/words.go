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
// In a right-to-left language, values that hold numbers or Latin letters stand
// between U+2068 and U+2069, so that a phone number is never turned round; in
// any language, values that run against it do. A listing's own words (Own) get
// no mark beyond that: people know services by their English names, and a
// "(English)" behind each would be in the way.
func (w *Words) Render(language string, t Text) string {
	chain := w.shelf.chain(language)
	if len(chain) == 0 {
		return ""
	}
	s := speaker{shelf: w.shelf, chain: chain, rtl: chain[0].language.RTL}
	words := s.within(t)
	if s.rtl {
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
	shelf *shelf
	chain []*catalogue // the reader's languages, best first; never empty
	rtl   bool         // the direction of what is said around them
}

// said is some words and whether they run from right to left.
type said struct {
	words string
	rtl   bool
}

func (s speaker) say(t Text) said {
	if t.lang != "" {
		if chain := s.shelf.chain(t.lang); len(chain) > 0 {
			s = speaker{shelf: s.shelf, chain: chain, rtl: chain[0].language.RTL}
		}
	}
	if t.big {
		t.big = false
		small := s.say(t)
		return said{capital(small.words), small.rtl}
	}
	switch {
	case t.raw != "" && t.scheme != "" && dialled(t.raw) != "":
		return said{`<a href="` + t.scheme + ":" + dialled(t.raw) + `">` + s.value(t.raw, true) + "</a>", s.rtl}
	case t.raw != "":
		return said{s.value(t.raw, true), s.rtl}
	case t.value != nil:
		return s.sayValue(t.value, true)
	case t.id != "":
		return s.message(t)
	default:
		parts := make([]string, 0, len(t.parts))
		for _, p := range t.parts {
			if words := s.within(p); words != "" {
				parts = append(parts, words)
			}
		}
		return said{strings.Join(parts, escape(t.sep)), s.rtl}
	}
}

// within says a Text inside another. One that runs against what is around it,
// because another language stood in, is kept apart line by line: "116 123 is
// free" must not become "123 116" where lines begin on the right.
func (s speaker) within(t Text) string {
	part := s.say(t)
	if part.rtl != s.rtl {
		return isolate(part.words)
	}
	return part.words
}

// message says a message in the first language of the chain that has it. Its
// values then stand in that language's direction, whatever the reader's is.
func (s speaker) message(t Text) said {
	for _, c := range s.chain {
		form := c.find(t.id, t.values)
		if form == nil {
			continue
		}
		inner := speaker{shelf: s.shelf, chain: s.chain, rtl: c.language.RTL}
		if len(form) == 1 && form[0].name == "" {
			return said{form[0].words, c.language.RTL}
		}
		var words strings.Builder
		words.Grow(roomFor(form))
		for _, p := range form {
			if p.name == "" {
				words.WriteString(p.words)
				continue
			}
			part := inner.sayValue(t.values[p.name], false)
			if part.rtl != inner.rtl {
				part.words = isolate(part.words)
			}
			words.WriteString(part.words)
		}
		if words.Len() > 0 {
			return said{words.String(), c.language.RTL}
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
		return said{s.value(s.ownWords(v), raw), s.rtl}
	case int:
		return said{s.value(strconv.Itoa(v), raw), s.rtl}
	case string:
		return said{s.value(v, raw), s.rtl}
	}
	panic(fmt.Sprintf("locales: a message with a value of type %T", v))
}

// pattern is a message that is not said but tells how to say others.
func (s speaker) pattern(id string) string {
	for _, c := range s.chain {
		if m := c.messages[id]; m != nil {
			return m.Other
		}
	}
	return ""
}

// ownWords takes a listing's own words in the best language they are held in.
func (s speaker) ownWords(o Own) string {
	for _, c := range s.chain {
		words := o.Others[c.language.Tag]
		if c.language.Tag == Source && o.English != "" {
			words = o.English
		}
		if words != "" {
			return words
		}
	}
	// Words that the reader may not read are better than none: somebody beside
	// them may, and a name can still be shown at a door.
	for _, tag := range slices.Sorted(maps.Keys(o.Others)) {
		if o.Others[tag] != "" {
			return o.Others[tag]
		}
	}
	return ""
}

// value escapes a value and keeps it apart where its direction asks for it; a
// raw one always is in a right-to-left language.
func (s speaker) value(v string, raw bool) string {
	v = clean(v)
	if raw && s.rtl || needsIsolate(v, s.rtl) {
		return isolate(escape(v))
	}
	return escape(v)
}
