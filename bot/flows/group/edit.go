package group

import (
	"context"
	"errors"
	"slices"
	"strconv"
	"strings"

	"signpost/bot/talk"
	"signpost/directory"
	"signpost/locales"
)

// What was told on the way to a change. It is kept as it was told, see made.
var (
	current  = talk.Answer[item]("item")
	next     = talk.Answer[string]("next")   // the step after this one
	begun    = talk.Answer[string]("begun")  // the step at which the item is asked for, for "change it again"
	target   = talk.Answer[string]("target") // which of several: a number, a place, "pl.name"; newOption for one more
	typed    = talk.Answer[string]("typed")
	picked   = talk.Answer[string]("picked")
	ticked   = talk.Answer[[]string]("ticked")
	first    = talk.Answer[[]string]("first") // what was ticked when the boxes were opened
	label    = talk.Answer[string]("label")
	removed  = talk.Answer[bool]("removed")
	remark   = talk.Answer[string]("remark") // what is said above the next question
	edits    = talk.Answer[[]directory.Edit]("edits")
	base     = talk.Answer[int64]("base")
	mine     = talk.Answer[bool]("mine")     // saved over what somebody else saved
	proposed = talk.Answer[bool]("proposed") // it waits for a second person
	draft    = talk.Answer[*directory.Service]("draft")
	queue    = talk.Answer[[]item]("queue") // of a new listing: what is still to be asked
)

// anyone begins the options of a gender, whose id may be empty.
const anyone = "g:"

// edit changes one item of a listing, or takes a change back.
func (k keeper) edit() talk.Flow {
	to := append([]string{"fields", "which", "text", "pick", "weigh", "gone"}, tickedNames()...)
	saved := &talk.Branch{To: []string{"wait", "waits"}, Pick: next.Of}
	steps := []talk.Step{
		talk.Run{Name: "open", Do: k.openEdit, Next: &talk.Branch{To: to, Pick: next.Of}},
		k.askFields(&talk.Branch{To: to, Pick: next.Of}),
	}
	steps = append(steps, k.questions(locales.EditButtonSave())...)
	steps = append(
		steps,
		talk.Run{Name: "weigh", Do: k.weigh, Next: &talk.Branch{To: []string{"fields", "compare", "save", "gone"}, Pick: next.Of}},
		talk.Ask{Name: "compare", Show: k.showCompare, Take: takeCompare, Next: &talk.Branch{
			To: append([]string{"save", "text", "pick", "which"}, tickedNames()...), Pick: next.Of,
		}},
		talk.Run{Name: "save", Do: k.save, Next: saved},
		talk.Await{Name: "wait", Into: outcome, Next: talk.Goto("result")}.Step(),
		talk.Ask{Name: "result", Show: k.showResult, Take: takeResult, Next: talk.Goto("weigh")},
		talk.Ask{Name: "waits", Show: k.showWaits, Take: stays, Next: talk.Goto(talk.End)},
		talk.Ask{
			Name: "gone", Take: stays, Next: talk.Goto(talk.End),
			Show: func(context.Context, talk.Scene, talk.Answers) (talk.Screen, error) { return gone(), nil },
		},
	)
	return talk.Flow{Name: "listing_edit", Steps: steps}
}

func tickedNames() []string { return ids(tickedItems) }

// questions ask for the items, each leading to the weighing of what was told.
// Done is the button below boxes.
func (k keeper) questions(done locales.Text) []talk.Step {
	typedNext := &talk.Branch{To: []string{"weigh", "own", "kind", "label"}, Pick: next.Of}
	steps := []talk.Step{
		k.askWhich(&talk.Branch{To: []string{"text", string(itemBuilding)}, Pick: next.Of}),
		talk.Ask{Name: "text", Show: k.showText, Take: k.takeText, Next: typedNext},
		k.askOwn(&talk.Branch{To: []string{"weigh", "kind", "text"}, Pick: next.Of}),
		askKind(),
		askLabel(),
		k.askPick(&talk.Branch{To: []string{"weigh", "text"}, Pick: next.Of}),
	}
	for _, i := range tickedItems {
		steps = append(steps, k.askTicks(i, done, talk.Goto("weigh")))
	}
	return steps
}

// beginEdit reads the service and, behind a point, the item: "….name", "….undo-7".
func beginEdit(arg string, sc talk.Scene) talk.Answers {
	a := beginService(arg, sc)
	if _, what, ok := strings.Cut(arg, "."); ok {
		current.Set(a, item(what))
	}
	return a
}

func (k keeper) openEdit(ctx context.Context, _ talk.Scene, a talk.Answers, _ *talk.Turn) error {
	next.Set(a, "fields")
	i := current.Of(a)
	switch {
	case strings.HasPrefix(string(i), undoItem):
		next.Set(a, "weigh")
		return nil
	case !slices.Contains(items, i):
		current.Clear(a)
		return nil
	}
	err := k.choose(ctx, i, a)
	var retry *talk.Retry
	if errors.As(err, &retry) {
		next.Set(a, "fields")
		return nil
	}
	return err
}

// subject is what is being edited: a new listing, or the one in the directory; nil
// when that is not there any more.
func (k keeper) subject(ctx context.Context, a talk.Answers) (*directory.Service, error) {
	if d := draft.Of(a); d != nil {
		return d, nil
	}
	return k.load(ctx, a)
}

// askFields offers the parts of the listing.
func (k keeper) askFields(to *talk.Branch) talk.Ask {
	return talk.One{
		Name: "fields", PerRow: 2, Into: talk.Answer[string]("field"), Next: to,
		Ask: func(ctx context.Context, _ talk.Scene, a talk.Answers) (locales.Text, error) {
			s, err := k.load(ctx, a)
			if err != nil || s == nil {
				return locales.ListingGone(), err
			}
			body := []locales.Text{said(a), locales.EditAskField(), locales.CardPartName(locales.Own{English: s.Name})}
			var stale []locales.Text
			for _, t := range staleWords(s) {
				if l, ok := locales.Find(t.Language); ok && !slices.ContainsFunc(stale, locales.Raw(l.Own).Equal) {
					stale = append(stale, locales.Raw(l.Own))
				}
			}
			if len(stale) > 0 {
				body = append(body, locales.EditPartStale(locales.JoinList(stale...)))
			}
			return locales.Paragraphs(body...), nil
		},
		Options: k.fieldChoices,
		Chosen: func(ctx context.Context, id string, a talk.Answers) error {
			if id == timesOption {
				return &talk.Open{Command: "times", Arg: service.Of(a).Short()}
			}
			return k.choose(ctx, item(id), a)
		},
	}.Step()
}

// timesOption leads to the sessions and times, which have a room of their own.
const timesOption = "times"

// fieldChoices are the items, the words that are out of date before all others.
func (k keeper) fieldChoices(ctx context.Context, _ talk.Scene, a talk.Answers) ([]talk.Choice, error) {
	s, err := k.load(ctx, a)
	if err != nil || s == nil {
		return nil, err
	}
	var out []talk.Choice
	for _, i := range items {
		c := talk.Choice{ID: string(i), Label: i.name().Capital()}
		if i == item(directory.FieldTranslations) && len(staleWords(s)) > 0 {
			out = append([]talk.Choice{c}, out...)
			continue
		}
		out = append(out, c)
	}
	return append(out, talk.Choice{ID: timesOption, Label: locales.ListingButtonTimes()}), nil
}

// choose begins an item: nothing is told of it yet, and the first question is the
// one it needs.
func (k keeper) choose(ctx context.Context, i item, a talk.Answers) error {
	typed.Clear(a)
	picked.Clear(a)
	target.Clear(a)
	label.Clear(a)
	removed.Clear(a)
	remark.Clear(a)
	mine.Clear(a)
	current.Set(a, i)
	s, err := k.subject(ctx, a)
	if err != nil {
		return err
	}
	if s == nil {
		next.Set(a, "gone")
		return nil
	}
	if s.Confidential && (i == item(directory.FieldPlaces) || i == itemVenue || i == itemDoor) {
		return &talk.Retry{Text: locales.EditSecret()}
	}
	to := firstStep(s, i, a)
	next.Set(a, to)
	begun.Set(a, to)
	return nil
}

// firstStep is the first question of an item, given how many there are of it.
func firstStep(s *directory.Service, i item, a talk.Answers) string {
	several := func(targets []string) bool {
		switch len(targets) {
		case 0:
			target.Set(a, newOption)
			return false
		case 1:
			target.Set(a, targets[0])
			return false
		}
		return true
	}
	switch i {
	case item(directory.FieldTranslations):
		return "which"
	case item(directory.FieldPhones), item(directory.FieldContacts), item(directory.FieldPlaces), itemVenue, itemDoor, itemBuilding:
		if several(targetsOf(s, i)) {
			return "which"
		}
	case item(directory.FieldGender), item(directory.FieldConfidential), item(directory.FieldCost), itemAge, itemReach:
		return "pick"
	}
	if slices.Contains(tickedItems, i) {
		setTicks(s, i, a)
		return string(i)
	}
	return "text"
}

// setTicks ticks the boxes of what stands on the listing.
func setTicks(s *directory.Service, i item, a talk.Answers) {
	now := ticksOf(s, i, target.Of(a))
	ticked.Set(a, now)
	first.Set(a, now)
}

// targetsOf names each of what an item has several of.
func targetsOf(s *directory.Service, i item) []string {
	var out []string
	switch i {
	case item(directory.FieldPhones):
		for _, p := range s.Phones {
			out = append(out, p.Number)
		}
	case item(directory.FieldContacts):
		for _, c := range s.Contacts {
			out = append(out, string(c.ID))
		}
	default:
		for _, p := range s.Places {
			out = append(out, string(p.ID))
		}
	}
	return out
}

// said is a remark above the question that is shown again.
func said(a talk.Answers) locales.Text {
	switch r := remark.Of(a); r {
	case "unchanged":
		return locales.EditUnchanged()
	case "private":
		return locales.EditPrivateNumber()
	case "unsaved":
		return locales.UpkeepNotSaved()
	}
	return locales.Text{}
}

// parsed is the number behind a sign in an item, as in "undo-7".
func parsed(i item) int64 {
	_, n, _ := strings.Cut(string(i), "-")
	v, _ := strconv.ParseInt(n, 10, 64)
	return v
}
