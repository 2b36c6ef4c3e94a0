package member

import (
	"context"
	"slices"
	"strconv"

	"signpost/bot/talk"
	"signpost/directory"
	"signpost/locales"
)

// filters are what the results were narrowed down to: ids of filter.
var filters = talk.Answer[[]string]("filters")

// filter is one thing the results can be narrowed down to.
type filter struct {
	id    string
	label locales.Text
	set   func(*directory.Query)
}

// languagePrefix begins the id of a filter for a spoken language.
const languagePrefix = "language-"

// fixedFilters are the filters that every area has.
func fixedFilters() []filter {
	way := func(w directory.Way) filter {
		return filter{id: string(w), label: locales.WayName(string(w)), set: func(q *directory.Query) { q.Way = w }}
	}
	access := func(a directory.Access) filter {
		return filter{id: string(a), label: locales.AccessName(string(a)), set: func(q *directory.Query) {
			q.Access = append(q.Access, a)
		}}
	}
	return []filter{
		way(directory.InPerson), way(directory.ByPhone), way(directory.Online),
		{id: "women", label: locales.GenderName(string(directory.Women)), set: func(q *directory.Query) { q.WomenOnly, q.StrictGender = true, true }},
		{id: "men", label: locales.GenderName(string(directory.Men)), set: func(q *directory.Query) { q.MenOnly, q.StrictGender = true, true }},
		{id: "evenings", label: locales.ResultsPartEvenings(), set: func(q *directory.Query) { q.Evenings = true }},
		{id: "weekends", label: locales.ResultsPartWeekends(), set: func(q *directory.Query) { q.Weekends = true }},
		access(directory.StepFree), access(directory.BSL), access(directory.Interpreter), access(directory.Children),
	}
}

// allFilters are the fixed ones and the languages that the directory has.
func (m member) allFilters(ctx context.Context) ([]filter, error) {
	all := fixedFilters()
	spoken, err := m.dir.Languages(ctx)
	if err != nil {
		return nil, err
	}
	for _, l := range directory.Languages() {
		if spoken[l.Tag] > 0 && l.Tag != directory.English {
			all = append(all, filter{
				id: languagePrefix + string(l.Tag), label: locales.SpokenName(string(l.Tag)),
				set: func(q *directory.Query) { q.Language = l.Tag },
			})
		}
	}
	return all, nil
}

// narrowed puts the filters that are on into a query. Of two ways, or two
// languages, the one that was pressed last counts.
func narrowed(q directory.Query, on []string) directory.Query {
	for _, f := range fixedFilters() {
		if slices.Contains(on, f.id) && !slices.Contains(ways, f.id) {
			f.set(&q)
		}
	}
	for _, id := range on {
		if slices.Contains(ways, id) {
			q.Way = directory.Way(id)
		}
		if tag, ok := cutLanguage(id); ok {
			q.Language = tag
		}
	}
	return q
}

var ways = []string{string(directory.InPerson), string(directory.ByPhone), string(directory.Online)}

func cutLanguage(id string) (directory.Spoken, bool) {
	if len(id) > len(languagePrefix) && id[:len(languagePrefix)] == languagePrefix {
		return directory.Spoken(id[len(languagePrefix):]), true
	}
	return "", false
}

// narrow offers what would make the list shorter, with how many are left.
func (m member) narrow() talk.Ask {
	return talk.Several{
		Name: "narrow", Into: filters, Page: 12, Done: locales.ResultsButtonShow(),
		Ask: func(ctx context.Context, sc talk.Scene, a talk.Answers) (locales.Text, error) {
			choices, err := m.filterChoices(ctx, sc, a)
			if err == nil && len(choices) == 0 {
				return locales.ResultsAskNarrowNone(), nil
			}
			return locales.ResultsAskNarrow(), err
		},
		Options: m.filterChoices,
		Next:    talk.Goto("look"),
	}.Step()
}

// filterChoices are the filters that are on, and those that would change
// something: that leave some and not all.
func (m member) filterChoices(ctx context.Context, sc talk.Scene, a talk.Answers) ([]talk.Choice, error) {
	base := query(sc, a)
	now, err := m.dir.Shortlist(ctx, base)
	if err != nil {
		return nil, err
	}
	all, err := m.allFilters(ctx)
	if err != nil {
		return nil, err
	}
	on := filters.Of(a)
	var c []talk.Choice
	for _, f := range all {
		if slices.Contains(on, f.id) {
			c = append(c, talk.Choice{ID: f.id, Label: f.label.Capital()})
			continue
		}
		left, err := m.left(ctx, base, now, f)
		if err != nil {
			return nil, err
		}
		if left > 0 && left < now.Total {
			c = append(c, talk.Choice{ID: f.id, Label: locales.ResultsButtonFilter(f.label.Capital(), strconv.Itoa(left))})
		}
	}
	return c, nil
}

// left is how many places are left with one more filter; 0 when a wish would
// have to be given up for it.
func (m member) left(ctx context.Context, base directory.Query, now directory.Shortlist, f filter) (int, error) {
	with := base
	with.Access = slices.Clone(base.Access)
	f.set(&with)
	then, err := m.dir.Shortlist(ctx, with)
	if err != nil || len(then.Widened()) > len(now.Widened()) {
		return 0, err
	}
	return then.Total, nil
}

// filtersOn words the filters that are on.
func (m member) filtersOn(ctx context.Context, a talk.Answers) (locales.Text, error) {
	on := filters.Of(a)
	if len(on) == 0 {
		return locales.Text{}, nil
	}
	all, err := m.allFilters(ctx)
	if err != nil {
		return locales.Text{}, err
	}
	var words []locales.Text
	for _, f := range all {
		if slices.Contains(on, f.id) {
			words = append(words, f.label)
		}
	}
	return locales.ResultsPartNarrowed(locales.JoinList(words...)), nil
}
