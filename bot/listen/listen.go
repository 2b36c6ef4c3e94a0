// Package listen hears what a typed message says: danger first, then what kind
// of help it asks for, where, and in which language. It is pure, in memory, and
// keeps and logs nothing. What it finds is words, not a risk: it never scores
// and never assesses anybody.
//
// What people say is written in rules/, one file for each tongue (a language in
// one way of writing), which a speaker can read and correct; rules/README.md
// tells how. All tongues are always listened to, whatever the menu's language.
//
// A message goes through these steps: text.go cuts it into words; fold.go,
// shapes.go and sounds.go give each word in all the ways it may be meant;
// lexicon.go finds the words of the rules in them; match.go finds patterns of
// these; around.go asks what stands around a match (a denial, the past, the
// news, an idiom); heard.go is what comes out. What no rule hears the second voice
// (package voice) may still raise to the gentle line. Whatever it misses, urgent help
// is one tap away on every screen.
package listen

import (
	"runtime/debug"
	"strings"
	"sync"

	"signpost/bot/listen/voice"
)

// rulesOf compiles the rules that are part of the program, once.
var rulesOf = sync.OnceValue(func() *compiled {
	files, err := readRules(ruleFiles, "rules")
	if err != nil {
		panic("listen: " + err.Error())
	}
	c, err := compile(files)
	if err != nil {
		panic("listen: " + err.Error())
	}
	c.drop()
	return c
})

// drop lets go of the texts of the rules, which nobody asks for once they are
// compiled: they are some megabytes, and one word of a file holds all of it.
func (c *compiled) drop() {
	own := strings.Clone
	for i, f := range c.files {
		c.files[i] = ruleFile{Tag: own(f.Tag), Written: own(f.Written), Sounds: f.Sounds, Signs: f.Signs}
	}
	for i, r := range c.rules {
		kinds := make([]Kind, len(r.Kinds))
		for n, k := range r.Kinds {
			kinds[n] = Kind(own(string(k)))
		}
		c.rules[i] = &rule{Means: own(r.Means), Kinds: kinds, Level: Level(own(string(r.Level))), Noun: r.Noun, Fixed: r.Fixed, Asks: r.Asks}
	}
	for i, v := range c.values {
		c.values[i] = own(v)
	}
	for atom, w := range c.almostW {
		c.almostW[atom] = own(w)
	}
}

var ears = sync.Pool{New: func() any { return newEar(rulesOf()) }}

// Ready reads the rules and the second voice, which otherwise the first message
// waits for, and gives back the memory that it took: it is much more than what comes
// of it. All of that is done once for a process.
func Ready() { ready() }

var ready = sync.OnceFunc(func() {
	rulesOf()
	voice.Default()
	debug.FreeOSMemory()
})

// Hear says what one typed message says.
func Hear(text string) Heard {
	e := ears.Get().(*ear)
	defer ears.Put(e)
	return e.hear(text)
}

// hear listens to one message and forgets it.
func (e *ear) hear(text string) Heard {
	defer e.forget()
	e.take(e.runTogether(tokenise(text)))
	var h Heard
	e.danger(&h)
	if h.Level == None && voice.Default().Hears(plainWords(e.tokens)) {
		h.Level = Gentle
	}
	e.meaning(&h)
	h.Written = e.written(text)
	return h
}

// Words gives the words of a text in their plain form, as the rules see them.
func Words(text string) []string { return plainWords(tokenise(text)) }

func plainWords(tokens []token) []string {
	words := make([]string, 0, len(tokens))
	for _, t := range tokens {
		words = append(words, t.letters[0])
	}
	return words
}

// Example is a message that a rule names.
type Example struct {
	Text   string
	Danger bool // the rule must hear it; otherwise it must not
}

// Examples are the messages of all rules that speak of danger, and those that
// only look so.
func Examples() []Example {
	var all []Example
	files, err := readRules(ruleFiles, "rules")
	if err != nil {
		panic("listen: " + err.Error())
	}
	for _, f := range files {
		for _, r := range f.Rules {
			for _, m := range r.Hear {
				all = append(all, Example{m, true})
			}
			for _, m := range r.Pass {
				all = append(all, Example{m, false})
			}
		}
	}
	return all
}
