package locales

import (
	"embed"
	"fmt"
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/BurntSushi/toml"
	"github.com/nicksnyder/go-i18n/v2/i18n"
	"golang.org/x/text/language"
)

//go:embed *.toml
var files embed.FS

// catalogue is one language's messages. go-i18n reads the file and chooses the
// plural form; which language stands in for which is our own business, since a
// bundle of several falls back to its default language only, and so is filling
// in the values, which takes go-i18n's templates ten times as long.
type catalogue struct {
	language Language
	messages map[string]message
	phrases  map[string]*phrase // the same, ready to be said
	plurals  *plurals
}

// shelf is a set of languages with their files, each parsed once, when it is
// first asked for. A language whose file is broken has no messages, so the next
// of its chain answers; the tests see to it that none is.
type shelf struct {
	languages []Language
	parsed    map[string]func() (*catalogue, error)
	chains    map[string]func() []*catalogue
}

// shipped are the languages of this program.
var shipped = newShelf(languages, files)

func newShelf(languages []Language, files fs.FS) *shelf {
	s := &shelf{
		languages: languages,
		parsed:    map[string]func() (*catalogue, error){},
		chains:    map[string]func() []*catalogue{},
	}
	for _, l := range languages {
		s.parsed[l.Tag] = sync.OnceValues(func() (*catalogue, error) { return parse(l, files) })
		s.chains[l.Tag] = sync.OnceValue(func() []*catalogue { return s.link(l) })
	}
	return s
}

// catalogue is a language's messages; nil when there are none.
func (s *shelf) catalogue(tag string) *catalogue {
	parsed := s.parsed[tag]
	if parsed == nil {
		return nil
	}
	c, err := parsed()
	if err != nil {
		return nil
	}
	return c
}

// message is what is kept of a message beside its phrase: there are ten thousand.
type message struct {
	other string // that form as the translator wrote it
	core  bool   // a named speaker must have checked it
}

// message is a message of a language, if it has it.
func (s *shelf) message(tag, id string) (m message, ok bool) {
	if c := s.catalogue(tag); c != nil {
		m, ok = c.messages[id]
	}
	return m, ok
}

// chain lists the catalogues to look for a message in: the language itself,
// those that stand in for it, English. It is not to be changed.
func (s *shelf) chain(tag string) []*catalogue {
	if chain := s.chains[tag]; chain != nil {
		return chain()
	}
	if chain := s.chains[Source]; chain != nil {
		return chain()
	}
	return nil
}

// link makes the chain of a language.
func (s *shelf) link(l Language) []*catalogue {
	var chain []*catalogue
	for _, tag := range slices.Concat([]string{l.Tag}, l.Chain, []string{Source}) {
		if c := s.catalogue(tag); c != nil && !slices.Contains(chain, c) {
			chain = append(chain, c)
		}
	}
	return chain
}

func parse(l Language, files fs.FS) (*catalogue, error) {
	data, err := fs.ReadFile(files, l.Tag+".toml")
	if err != nil {
		return nil, fmt.Errorf("reading the words of %s: %w", l.Tag, err)
	}
	read, err := i18n.ParseMessageBytes(data, toml.Unmarshal)
	if err != nil {
		return nil, fmt.Errorf("parsing the words of %s: %w", l.Tag, err)
	}
	tag, err := language.Parse(l.Tag)
	if err != nil {
		return nil, fmt.Errorf("parsing the tag %s: %w", l.Tag, err)
	}
	rules, err := newPlurals(tag)
	if err != nil {
		return nil, err
	}
	c := &catalogue{language: l, messages: make(map[string]message, len(read)), phrases: make(map[string]*phrase, len(read)), plurals: rules}
	for _, m := range read {
		c.messages[m.ID] = message{m.Other, strings.Contains(m.Description, coreMark)}
		c.phrases[m.ID] = newPhrase(m, l.RTL)
	}
	return c, nil
}

// find is the message in the form that a count asks for, other without one; nil
// when the language has no such message, lacks the form, or names a value that
// was not given.
func (c *catalogue) find(id string, values map[string]any) []piece {
	p := c.phrases[id]
	if p == nil || !p.given(values) {
		return nil
	}
	for _, v := range values {
		if n, ok := v.(int); ok {
			return p.in(c.plurals.of(n))
		}
	}
	return p.other
}

var placeholder = regexp.MustCompile(`\{\{\.([A-Z][A-Za-z0-9]*)\}\}`)

// known reports whether there is a message of that id in English.
func known(id string) bool { _, ok := shipped.message(Source, id); return ok }

// coreMark stands in the English description of a message that a named speaker
// must have checked before a language is public.
const coreMark = "[core]"

// CoreIDs are the messages that must be checked in a language before it is
// public: the first lines, what is said when it can't wait, the ways to it.
func CoreIDs() []string {
	var ids []string
	english := shipped.catalogue(Source)
	if english == nil {
		return nil // Load has said why
	}
	for id, m := range english.messages {
		if m.core {
			ids = append(ids, id)
		}
	}
	slices.Sort(ids)
	return ids
}

// Missing is how many of the messages a language lacks, of how many there are.
func Missing(language string) (missing, all int) {
	english := shipped.catalogue(Source)
	if english == nil {
		return 0, 0 // Load has said why
	}
	for id := range english.messages {
		if _, ok := shipped.message(language, id); !ok {
			missing++
		}
	}
	return missing, len(english.messages)
}

// CoreText is a message in one language as its translator wrote it, for the
// sheet that a speaker checks; "" when the language lacks it.
func CoreText(language, id string) string {
	m, _ := shipped.message(language, id)
	return strings.TrimSpace(m.other)
}
