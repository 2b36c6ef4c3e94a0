package openreferral

import (
	"cmp"
	"encoding/json"
	"fmt"
	"math"
	"regexp"
	"slices"
	"strings"

	"signpost/directory"
)

// who reads whom the service admits.
func (a *arrival) who(s *directory.Service, w *service) {
	s.Eligibility = a.text(w.EligibilityDescription, "eligibility_description")
	low, high, field := w.MinimumAge, w.MaximumAge, "minimum_age"
	var words []string
	for i, e := range w.Eligibilitys {
		if e.Eligibility != "" {
			words = append(words, a.text(e.Eligibility, fmt.Sprintf("eligibilitys[%d].eligibility", i)))
		}
		if low == nil && high == nil && len(w.Eligibilitys) == 1 {
			low, high, field = e.MinimumAge, e.MaximumAge, "eligibilitys[0].minimum_age"
		}
	}
	if s.Eligibility == "" {
		s.Eligibility = strings.Join(words, "; ")
	}
	s.MinAge, s.MaxAge = a.ages(low, high, field)
	s.Interpreter = a.interpreter(w)
}

// ages reads an age range. Feeds say "unknown" with -1 and "anybody" with 0 to
// 100 or more.
func (a *arrival) ages(low, high *float64, field string) (minimum, maximum int) {
	upper := strings.Replace(field, "minimum", "maximum", 1)
	whole := func(f *float64, field string) int {
		switch {
		case f == nil:
			return 0
		case *f < 0 || *f > 150 || math.IsNaN(*f):
			a.doubt(field, "this is not an age; it was taken as not known")
			return 0
		case *f != math.Trunc(*f):
			a.doubt(field, "parts of a year were left out")
		}
		return int(*f)
	}
	minimum, maximum = whole(low, field), whole(high, upper)
	if maximum >= 99 {
		maximum = 0
	}
	if maximum > 0 && minimum > maximum {
		a.doubt(field, "the lower age is above the upper; both were left out")
		return 0, 0
	}
	return minimum, maximum
}

// interpreterText is what we write for a service that states an interpreter.
const interpreterText = "An interpreter can be arranged on request."

var noInterpreter = regexp.MustCompile(`(?i)^\W*(no|none|not|n/?a|unknown)\b`)

func (a *arrival) interpreter(w *service) bool {
	text := tidy(w.InterpretationServices)
	if text == "" || noInterpreter.MatchString(text) {
		if text != "" {
			a.keepText("interpretation_services", text)
		}
		return false
	}
	if text != interpreterText {
		a.keepText("interpretation_services", text)
	}
	return true
}

// keepText keeps the publisher's words beside what we understood.
func (a *arrival) keepText(name, text string) {
	raw, _ := json.Marshal(text) // a string can't fail
	a.kept[name] = raw
}

func (a *arrival) attributes(s *directory.Service, w *service) {
	takeWords(s, w.AttendingAccess)
	takeWords(s, w.AttendingType)
	for _, at := range w.Attributes {
		if takeAttribute(s, at) {
			continue
		}
		if at.TaxonomyTerm != nil && (at.LinkType == linkGetIn || at.LinkType == linkWay) {
			takeWords(s, at.TaxonomyTerm.Name)
		}
		keepItem(a, "attributes", at)
	}
	x := w.Signpost
	if x == nil {
		return
	}
	for i, u := range x.Communities {
		c := directory.Welcome{Community: directory.Community(u.ID), Only: u.Only}
		if !once(&s.Communities, c, c.Community.Valid()) {
			a.doubt(fmt.Sprintf("x_signpost.communities_to_confirm[%d].id", i), "this is not a community we know; it was left out")
		}
	}
}

// cost reads what it costs: the amounts, and the publisher's sentence.
func (a *arrival) cost(w *service) directory.Cost {
	c := costOf(w.CostOptions)
	for _, o := range w.CostOptions {
		if !sameCost(o, freeOption("")) {
			keepItem(a, "cost_options", o)
		}
	}
	note := a.text(cmp.Or(w.FeesDescription, w.Fees), "fees")
	switch {
	case strings.EqualFold(strings.TrimSuffix(note, "."), "free"):
		c.Free = true
	case note != "":
		c.Note = note
	}
	return c
}

// costOf is what cost options say together.
func costOf(options []costOption) directory.Cost {
	var c directory.Cost
	var words []string
	for _, o := range options {
		if o.Amount == nil {
			continue
		}
		if *o.Amount == 0 {
			c.Free = true
			continue
		}
		amount := strings.TrimSuffix(fmt.Sprintf("%.2f", *o.Amount), ".00")
		if cmp.Or(o.Currency, "GBP") == "GBP" {
			amount = "£" + amount
		} else {
			amount += " " + o.Currency
		}
		words = append(words, strings.TrimSpace(strings.TrimSpace(tidy(o.Option)+" "+amount)+" "+tidy(o.AmountDescription)))
	}
	if c.Free = c.Free && words == nil; !c.Free {
		c.Note = strings.Join(words, "; ")
	}
	return c
}

func sameCost(a, b costOption) bool {
	return a.Amount != nil && b.Amount != nil && *a.Amount == *b.Amount && a.Option == b.Option &&
		a.Currency == b.Currency && a.AmountDescription == b.AmountDescription && len(a.Rest) == 0
}

func (a *arrival) languages(s *directory.Service, w *service) {
	for _, l := range w.Languages {
		tag, ok := directory.ParseSpoken(l.Code)
		if !ok {
			tag, ok = directory.ParseSpoken(tidy(l.Name))
		}
		if !ok {
			if l.Name != "" || l.Code != "" || len(l.Rest) > 0 {
				keepItem(a, "languages", l)
			}
			continue
		}
		once(&s.Languages, directory.Speaks{Language: tag, Confirmed: true}, true)
		if l.Note != "" {
			a.keepText("languages/"+string(tag), tidy(l.Note))
		}
	}
	if w.Signpost == nil {
		return
	}
	for i, u := range w.Signpost.Languages {
		l := directory.Speaks{Language: directory.Spoken(u.ID)}
		if !once(&s.Languages, l, l.Language.Valid()) {
			a.doubt(fmt.Sprintf("x_signpost.languages_to_confirm[%d].id", i), "this is not a language we know; it was left out")
		}
	}
}

// translations reads the texts, in the order of their descriptions and then by
// name for texts that have none.
func (a *arrival) translations(w *service) []directory.Translation {
	var out []directory.Translation
	seen := map[[2]string]bool{}
	if w.Signpost != nil {
		for _, m := range w.Signpost.Translations {
			text, ok := w.Translations[m.Language][m.Field]
			if !ok || seen[[2]string{m.Language, m.Field}] {
				continue
			}
			seen[[2]string{m.Language, m.Field}] = true
			t := directory.Translation{Field: m.Field, Language: m.Language, Text: tidy(text), Hash: m.Hash, Machine: m.Machine}
			if a.source.Ours {
				t.Reviewed = directory.Assurance{On: directory.Date(m.ReviewedOn), Role: m.ReviewedRole}
			}
			out = append(out, t)
		}
	}
	for _, lang := range sortedKeys(w.Translations) {
		for _, field := range sortedKeys(w.Translations[lang]) {
			if !seen[[2]string{lang, field}] {
				text := a.text(w.Translations[lang][field], "x_translations")
				out = append(out, directory.Translation{Field: field, Language: lang, Text: text})
			}
		}
	}
	return out
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
