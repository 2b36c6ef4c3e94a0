package locales

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/nicksnyder/go-i18n/v2/i18n"
	"golang.org/x/text/language"
)

// phrase is a message made ready to be said. Its templates are cut up once, when
// the file is read: a message only ever puts values between words, and a turn
// says some fifty of them.
type phrase struct {
	names []string // the values that any of its forms names
	other []piece
	count *[other][]piece // the other forms; nil when it has none of them, as nearly all
}

// in is a form of a message; nil when it lacks it.
func (p *phrase) in(f form) []piece {
	switch {
	case f == other:
		return p.other
	case p.count == nil:
		return nil
	}
	return p.count[f]
}

// piece is some HTML, or the name of the value that stands there.
type piece struct{ words, name string }

// form is one of the plural forms of CLDR.
type form int

const (
	zero form = iota
	one
	two
	few
	many
	other
	forms
)

// written are the forms of a message as its translator wrote them.
func written(m *i18n.Message) [forms]string {
	return [forms]string{m.Zero, m.One, m.Two, m.Few, m.Many, m.Other}
}

// newPhrase makes a message ready.
func newPhrase(m *i18n.Message, rtl bool) *phrase {
	p := &phrase{names: named(m)}
	for f, text := range written(m) {
		made := pieces(prepare(strings.TrimSpace(text), rtl))
		switch {
		case form(f) == other:
			p.other = made
		case made != nil:
			if p.count == nil {
				p.count = new([other][]piece)
			}
			p.count[f] = made
		}
	}
	return p
}

// pieces cuts a template of HTML at its placeholders; nil for one that is empty
// or has braces which are no placeholder's.
func pieces(template string) []piece {
	var list []piece
	at := 0
	for _, m := range placeholder.FindAllStringSubmatchIndex(template, -1) {
		list = append(list, piece{words: template[at:m[0]]}, piece{name: template[m[2]:m[3]]})
		at = m[1]
	}
	list = append(list, piece{words: template[at:]})
	list = slices.DeleteFunc(list, func(p piece) bool { return p == piece{} })
	if slices.ContainsFunc(list, func(p piece) bool { return strings.Contains(p.words, "{{") }) {
		return nil
	}
	return list
}

// given reports whether all values that the message names are there.
func (p *phrase) given(values map[string]any) bool {
	for _, name := range p.names {
		if _, ok := values[name]; !ok {
			return false
		}
	}
	return true
}

// named lists the values that a message names in any of its forms.
func named(m *i18n.Message) []string {
	names := map[string]bool{}
	for _, text := range written(m) {
		for _, found := range placeholder.FindAllStringSubmatch(text, -1) {
			names[found[1]] = true
		}
	}
	return slices.Sorted(maps.Keys(names))
}

// plurals says which form a number takes in a language. The rules are go-i18n's;
// what it says of the small numbers, which are nearly all, is kept.
type plurals struct {
	small [100]form
	rules *i18n.Localizer
}

// formNames are messages in which go-i18n names the form it chose.
var formNames = [forms]string{"zero", "one", "two", "few", "many", "other"}

func newPlurals(tag language.Tag) (*plurals, error) {
	bundle := i18n.NewBundle(tag)
	if err := bundle.AddMessages(tag, &i18n.Message{
		ID: "form", Zero: formNames[zero], One: formNames[one], Two: formNames[two],
		Few: formNames[few], Many: formNames[many], Other: formNames[other],
	}); err != nil {
		return nil, fmt.Errorf("asking for the plural forms of %s: %w", tag, err)
	}
	p := &plurals{rules: i18n.NewLocalizer(bundle, tag.String())}
	for n := range p.small {
		p.small[n] = p.ask(n)
	}
	return p, nil
}

// of is the form for a number.
func (p *plurals) of(n int) form {
	if n >= 0 && n < len(p.small) {
		return p.small[n]
	}
	return p.ask(n)
}

func (p *plurals) ask(n int) form {
	name, err := p.rules.Localize(&i18n.LocalizeConfig{MessageID: "form", PluralCount: n})
	if f := slices.Index(formNames[:], name); err == nil && f >= 0 {
		return form(f)
	}
	return other
}
