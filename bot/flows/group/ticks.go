package group

import (
	"context"
	"slices"

	"signpost/bot/talk"
	"signpost/directory"
	"signpost/locales"
)

// The boxes that stand apart from the others.
const (
	onlyThem    = "only"
	interpreter = "interpreter"
)

// boxes are how an item of boxes is asked for.
var boxes = map[item]struct {
	ask   func() locales.Text
	apart []talk.Choice
}{
	item(directory.FieldGetIn): {ask: locales.EditAskGetIn},
	item(directory.FieldLanguages): {
		ask: locales.EditAskLanguages, apart: []talk.Choice{{ID: interpreter, Label: locales.EditButtonInterpreter()}},
	},
	item(directory.FieldCommunities): {
		ask: locales.EditAskCommunities, apart: []talk.Choice{{ID: onlyThem, Label: locales.EditButtonOnly()}},
	},
	item(directory.FieldNeeds):  {ask: locales.EditAskNeeds},
	item(directory.FieldWays):   {ask: locales.EditAskWays},
	item(directory.FieldAccess): {ask: locales.EditAskAccess},
	itemBuilding:                {ask: locales.EditAskBuilding},
	item(directory.FieldAreas):  {ask: locales.EditAskAreas},
}

// askTicks asks for an item of boxes. What stands there is ticked already; the
// button below saves, and the words above say what that would change.
func (k keeper) askTicks(i item, done locales.Text, next *talk.Branch) talk.Ask {
	perRow := 2
	if i == item(directory.FieldGetIn) { // half a sentence each
		perRow = 1
	}
	s := talk.Several{
		Name: string(i), Into: ticked, PerRow: perRow, Page: 16, Apart: boxes[i].apart, Done: done, Next: next,
		Options: func(ctx context.Context, _ talk.Scene, a talk.Answers) ([]talk.Choice, error) {
			return k.boxesOf(ctx, i, a)
		},
		Ask: func(ctx context.Context, sc talk.Scene, a talk.Answers) (locales.Text, error) {
			ask := boxes[i].ask()
			s, err := k.subject(ctx, a)
			if err != nil || s == nil || draft.Of(a) != nil {
				return ask, err
			}
			after, err := k.made(ctx, hand{}, s, a)
			if err != nil {
				return locales.Text{}, err
			}
			return locales.Paragraphs(ask, pairs(s, after)), nil
		},
	}
	if i == item(directory.FieldLanguages) {
		s.Typed = languageTyped
	}
	return s.Step()
}

// languageTyped ticks a language by its name.
func languageTyped(_ context.Context, said talk.Said, a talk.Answers) error {
	tag, ok := directory.ParseSpoken(said.Text)
	if !ok {
		return &talk.Retry{Text: locales.EditUnknownLanguage()}
	}
	if all := ticked.Of(a); !slices.Contains(all, string(tag)) {
		ticked.Set(a, append(all, string(tag)))
	}
	first.Set(a, append(first.Of(a), string(tag))) // in front, so that the tick is seen
	return talk.Stay
}

// boxesOf are the boxes of an item, those that stand on the listing first where
// there are many.
func (k keeper) boxesOf(ctx context.Context, i item, a talk.Answers) ([]talk.Choice, error) {
	switch i {
	case item(directory.FieldGetIn):
		return choices(directory.WaysIn(), locales.GetInName), nil
	case item(directory.FieldLanguages):
		var tags []directory.Spoken
		for _, l := range directory.Languages() {
			tags = append(tags, l.Tag)
		}
		return ticksFirst(choices(tags, locales.SpokenName), first.Of(a)), nil
	case item(directory.FieldCommunities):
		return ticksFirst(choices(directory.Communities(), locales.CommunityName), first.Of(a)), nil
	case item(directory.FieldNeeds):
		return ticksFirst(choices(directory.Needs(), locales.NeedName), first.Of(a)), nil
	case item(directory.FieldWays):
		return choices(directory.Ways(), locales.WayName), nil
	case item(directory.FieldAccess), itemBuilding:
		return choices(directory.Accesses(), locales.AccessName), nil
	}
	return k.areaBoxes(ctx)
}

func choices[T ~string](ids []T, name func(string) locales.Text) []talk.Choice {
	var out []talk.Choice
	for _, id := range ids {
		if label := name(string(id)); !label.IsZero() {
			out = append(out, talk.Choice{ID: string(id), Label: label.Capital()})
		}
	}
	return out
}

// ticksFirst puts those that were ticked when the question was opened in front:
// an order that changes with each tap would move the boxes under the finger.
func ticksFirst(all []talk.Choice, ticked []string) []talk.Choice {
	slices.SortStableFunc(all, func(x, y talk.Choice) int {
		switch a, b := slices.Contains(ticked, x.ID), slices.Contains(ticked, y.ID); {
		case a == b:
			return 0
		case a:
			return -1
		}
		return 1
	})
	return all
}

func (k keeper) areaBoxes(ctx context.Context) ([]talk.Choice, error) {
	places, err := k.dir.Places(ctx)
	if err != nil {
		return nil, err
	}
	var out []talk.Choice
	for _, d := range places.Districts {
		out = append(out, talk.Choice{ID: d.ID, Label: locales.Raw(d.Name)})
	}
	return append(out, talk.Choice{ID: directory.UKWide, Label: locales.EditButtonCountry()}), nil
}

// ticksOf are the boxes that are ticked on the listing as it is.
func ticksOf(s *directory.Service, i item, place string) []string {
	var out []string
	switch i {
	case item(directory.FieldGetIn):
		out = ids(s.GetIn)
	case item(directory.FieldLanguages):
		for _, l := range s.Languages {
			out = append(out, string(l.Language))
		}
		if s.Interpreter {
			out = append(out, interpreter)
		}
	case item(directory.FieldCommunities):
		for _, c := range s.Communities {
			out = append(out, string(c.Community))
		}
		if slices.ContainsFunc(s.Communities, func(c directory.Welcome) bool { return c.Only }) {
			out = append(out, onlyThem)
		}
	case item(directory.FieldNeeds):
		out = ids(s.Needs)
	case item(directory.FieldWays):
		out = ids(s.Ways)
	case item(directory.FieldAccess):
		out = ids(s.Access)
	case itemBuilding:
		for _, p := range s.Places {
			if string(p.ID) == place {
				out = ids(p.Location.Access)
			}
		}
	case item(directory.FieldAreas):
		for _, a := range s.Areas {
			out = append(out, a.ID)
		}
	}
	return out
}

func ids[T ~string](list []T) []string {
	var out []string
	for _, v := range list {
		out = append(out, string(v))
	}
	return out
}

// chosen are the ticked ids: those that were there before in their old order, then
// the others in that of the vocabulary, without those that stand apart.
func chosen[T ~string](ticked []string, was, all []T) []T {
	var out []T
	for _, v := range slices.Concat(was, all) {
		if slices.Contains(ticked, string(v)) && slices.Contains(all, v) && !slices.Contains(out, v) {
			out = append(out, v)
		}
	}
	return out
}

// makeTicked sets a field to what is ticked. What the group ticks itself is
// confirmed by that.
func (k keeper) makeTicked(ctx context.Context, s *directory.Service, i item, ticked []string, place string) error {
	switch i {
	case item(directory.FieldGetIn):
		s.GetIn = chosen(ticked, s.GetIn, directory.WaysIn())
	case item(directory.FieldLanguages):
		var was, all []directory.Spoken
		for _, l := range s.Languages {
			was = append(was, l.Language)
		}
		for _, l := range directory.Languages() {
			all = append(all, l.Tag)
		}
		s.Languages = nil
		for _, tag := range chosen(ticked, was, all) {
			s.Languages = append(s.Languages, directory.Speaks{Language: tag, Confirmed: true})
		}
		s.Interpreter = slices.Contains(ticked, interpreter)
	case item(directory.FieldCommunities):
		var was []directory.Community
		for _, c := range s.Communities {
			was = append(was, c.Community)
		}
		s.Communities = nil
		for _, c := range chosen(ticked, was, directory.Communities()) {
			s.Communities = append(s.Communities, directory.Welcome{
				Community: c, Confirmed: true, Only: slices.Contains(ticked, onlyThem),
			})
		}
	case item(directory.FieldNeeds):
		s.Needs = chosen(ticked, s.Needs, directory.Needs())
	case item(directory.FieldWays):
		s.Ways = chosen(ticked, s.Ways, directory.Ways())
	case item(directory.FieldAccess):
		s.Access = chosen(ticked, s.Access, directory.Accesses())
	case itemBuilding:
		s.Places = slices.Clone(s.Places)
		for at := range s.Places {
			if string(s.Places[at].ID) == place {
				l := &s.Places[at].Location
				l.Access = chosen(ticked, l.Access, directory.Accesses())
			}
		}
	case item(directory.FieldAreas):
		return k.makeAreas(ctx, s, ticked)
	}
	return nil
}

// makeAreas keeps the areas that have no box: places elsewhere.
func (k keeper) makeAreas(ctx context.Context, s *directory.Service, ticked []string) error {
	places, err := k.dir.Places(ctx)
	if err != nil {
		return err
	}
	known := map[string]directory.Area{directory.UKWide: {ID: directory.UKWide, Name: "United Kingdom"}}
	order := []string{}
	for _, d := range places.Districts {
		known[d.ID] = directory.Area{ID: d.ID, Name: d.Name}
		order = append(order, d.ID)
	}
	var out []directory.Area
	for _, a := range s.Areas {
		if _, box := known[a.ID]; !box || slices.Contains(ticked, a.ID) {
			out = append(out, a)
		}
	}
	for _, id := range append(order, directory.UKWide) {
		if slices.Contains(ticked, id) && !slices.ContainsFunc(out, func(a directory.Area) bool { return a.ID == id }) {
			out = append(out, known[id])
		}
	}
	s.Areas = out
	return nil
}
