package locales

import (
	"embed"
	"fmt"
	"io/fs"
	"maps"
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

// catalogue is one language's messages. go-i18n chooses the plural form and
// fills in the values; which language stands in for which is our own business,
// since a bundle of several falls back to its default language only.
type catalogue struct {
	language  Language
	messages  map[string]*i18n.Message // as the translator wrote them
	names     map[string][]string      // the values that each message names
	localizer *i18n.Localizer
}

// shelf is a set of languages with their files, each parsed once, when it is
// first asked for. A language whose file is broken has no messages, so the next
// of its chain answers; the tests see to it that none is.
type shelf struct {
	languages []Language
	parsed    map[string]func() (*catalogue, error)
}

// shipped are the languages of this program.
var shipped = newShelf(languages, files)

func newShelf(languages []Language, files fs.FS) *shelf {
	s := &shelf{languages: languages, parsed: map[string]func() (*catalogue, error){}}
	for _, l := range languages {
		s.parsed[l.Tag] = sync.OnceValues(func() (*catalogue, error) { return parse(l, files) })
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

// message is a message as it was written in a language; nil when there is none.
func (s *shelf) message(tag, id string) *i18n.Message {
	if c := s.catalogue(tag); c != nil {
		return c.messages[id]
	}
	return nil
}

// chain lists the catalogues to look for a message in: the language itself,
// those that stand in for it, English.
func (s *shelf) chain(tag string) []*catalogue {
	tags := []string{tag}
	for _, l := range s.languages {
		if l.Tag == tag {
			tags = append(tags, l.Chain...)
		}
	}
	var chain []*catalogue
	for _, t := range append(tags, Source) {
		if c := s.catalogue(t); c != nil && !slices.Contains(chain, c) {
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
	written, err := i18n.ParseMessageBytes(data, toml.Unmarshal)
	if err != nil {
		return nil, fmt.Errorf("parsing the words of %s: %w", l.Tag, err)
	}
	tag, err := language.Parse(l.Tag)
	if err != nil {
		return nil, fmt.Errorf("parsing the tag %s: %w", l.Tag, err)
	}
	c := &catalogue{language: l, messages: map[string]*i18n.Message{}, names: map[string][]string{}}
	bundle := i18n.NewBundle(tag)
	for _, m := range written {
		c.messages[m.ID], c.names[m.ID] = m, named(m)
		ready := *m
		for _, form := range []*string{
			&ready.Zero, &ready.One, &ready.Two, &ready.Few, &ready.Many, &ready.Other,
		} {
			*form = prepare(strings.TrimSpace(*form), l.RTL)
		}
		if err := bundle.AddMessages(tag, &ready); err != nil {
			return nil, fmt.Errorf("taking in %s of %s: %w", m.ID, l.Tag, err)
		}
	}
	c.localizer = i18n.NewLocalizer(bundle, l.Tag)
	return c, nil
}

// say fills a message in. ok is false when the language has no such message,
// lacks the plural form, or names a value that was not given.
func (c *catalogue) say(id string, values map[string]string, count *int) (words string, ok bool) {
	if c.messages[id] == nil {
		return "", false
	}
	for _, name := range c.names[id] {
		if _, given := values[name]; !given {
			return "", false
		}
	}
	config := &i18n.LocalizeConfig{MessageID: id, TemplateData: values}
	if count != nil {
		config.PluralCount = *count
	}
	words, err := c.localizer.Localize(config)
	return words, err == nil && words != ""
}

var placeholder = regexp.MustCompile(`\{\{\.([A-Z][A-Za-z0-9]*)\}\}`)

// named lists the values that a message names in any of its forms.
func named(m *i18n.Message) []string {
	names := map[string]bool{}
	for _, form := range []string{m.Zero, m.One, m.Two, m.Few, m.Many, m.Other} {
		for _, found := range placeholder.FindAllStringSubmatch(form, -1) {
			names[found[1]] = true
		}
	}
	return slices.Sorted(maps.Keys(names))
}

// known reports whether there is a message of that id in English.
func known(id string) bool { return shipped.message(Source, id) != nil }

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
		if strings.Contains(m.Description, coreMark) {
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
		if shipped.message(language, id) == nil {
			missing++
		}
	}
	return missing, len(english.messages)
}

// CoreText is a message in one language as its translator wrote it, for the
// sheet that a speaker checks; "" when the language lacks it.
func CoreText(language, id string) string {
	m := shipped.message(language, id)
	if m == nil {
		return ""
	}
	return strings.TrimSpace(m.Other)
}
