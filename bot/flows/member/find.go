package member

import (
	"context"
	"strings"

	"signpost/bot/talk"
	"signpost/directory"
	"signpost/locales"
)

const (
	forMe      = "me"
	forSomeone = "someone"
)

// What was asked and answered on the way to the results.
var (
	someone     = talk.Answer[bool]("someone")
	typedPlace  = talk.Answer[string]("place_name") // a place that came with the first word
	heardNeeds  = talk.Answer[[]string]("heard")    // needs that were heard in what was typed
	heardSure   = talk.Answer[bool]("heard_sure")   // and it was clear which
	heardAll    = talk.Answer[bool]("heard_all")    // everything was said at once: the results come next
	heardFirst  = talk.Answer[bool]("heard_first")  // and nothing was said before: the honest lines belong here
	heardButton = talk.Answer[string]("heard_button")
	need        = talk.Answer[string]("need")
	needsTicked = talk.Answer[[]string]("needs")
	where       = talk.Answer[directory.Place]("where")
	whereChoice = talk.Answer[[]directory.Place]("where_choices")
	whereGuess  = talk.Answer[bool]("where_guessed")
	whereButton = talk.Answer[string]("where_button")
	whichButton = talk.Answer[string]("which_button")
	who         = talk.Answer[string]("who")
	communities = talk.Answer[[]string]("communities")
	skip        = talk.Answer[int]("skip")
)

// Answers to who would be easier to talk to.
const (
	whoCommunity = "community"
	whoOutside   = "outside"
	whoUnseen    = "unseen"
	whoAny       = "any"
)

// onlyThese is the box to tick below the communities.
const onlyThese = "only"

// beginFind reads "me", "someone", and a place behind them: "me.Buxton"; or what
// a typed message asked for behind "asked", see askedArg.
func beginFind(arg string, _ talk.Scene) talk.Answers {
	a := talk.Answers{}
	switch how, rest, _ := strings.Cut(arg, "."); how {
	case forFirst:
		heardFirst.Set(a, true)
		fallthrough
	case forAsked:
		readAsked(rest, a)
		return a
	}
	who, place, _ := strings.Cut(arg, ".")
	someone.Set(a, who == forSomeone)
	if place != "" {
		typedPlace.Set(a, place)
	}
	return a
}

// find asks three questions, each of which can be left out, and shows what fits.
func (m member) find() talk.Flow {
	return talk.Flow{Name: "find", Steps: []talk.Step{
		talk.Run{Name: "place_said", Do: m.placeSaid, Next: &talk.Branch{To: []string{"heard", "need"}, Pick: func(a talk.Answers) string {
			if heardAll.Of(a) {
				return "heard"
			}
			return "need"
		}}},
		m.askHeard(),
		m.askNeed(),
		m.askNeeds(),
		m.askWhere(),
		m.askWhich(),
		m.askWho(),
		m.askCommunity(),
		talk.Run{Name: "look", Do: m.look},
		m.results(),
		m.narrow(),
		m.change(),
	}}
}

// afterNeed goes on with the first question that is still open.
func afterNeed(a talk.Answers) string {
	if changing.Of(a) {
		return "look"
	}
	if _, said := where.Get(a); said {
		return "who"
	}
	return "where"
}

// afterWhere goes on when the place is settled.
func afterWhere(a talk.Answers) string {
	switch {
	case len(whereChoice.Of(a)) > 0:
		return "which"
	case changing.Of(a), heardAll.Of(a):
		return "look"
	}
	return "who"
}

// placeSaid takes a place that was named before the first question.
func (m member) placeSaid(ctx context.Context, _ talk.Scene, a talk.Answers, _ *talk.Turn) error {
	name := typedPlace.Of(a)
	typedPlace.Clear(a)
	if name == "" {
		return nil
	}
	if heardAll.Of(a) {
		return known(m.takePlace(ctx, name, a))
	}
	return m.takePlace(ctx, name, a)
}

func (m member) askWhere() talk.Ask {
	return talk.One{
		Name: "where",
		Ask: func(ctx context.Context, sc talk.Scene, _ talk.Answers) (locales.Text, error) {
			example, err := m.exampleOutcode(ctx)
			if err != nil {
				return locales.Text{}, err
			}
			ask := locales.FindAskWhere(example)
			if sc.Abilities.Location {
				ask = locales.Paragraphs(ask, locales.FindPartWhereLocation())
			}
			return ask, nil
		},
		Options: m.towns, PerRow: 2, Page: 10, Into: whereButton,
		Skip:  locales.FindButtonAnywhere(),
		Typed: m.typedPlaceSaid,
		Shared: func(ctx context.Context, s talk.Shared, a talk.Answers) error {
			places, err := m.dir.Places(ctx)
			if err != nil {
				return err
			}
			settle(directory.Found{Place: ptr(places.Near(directory.Point{Lat: s.Lat, Lon: s.Lon}))}, a)
			return nil
		},
		Chosen: func(ctx context.Context, id string, a talk.Answers) error {
			if id == "" {
				where.Clear(a)
				whereChoice.Clear(a)
				return nil
			}
			return m.takePlace(ctx, id, a)
		},
		Next: &talk.Branch{To: []string{"which", "who", "look"}, Pick: afterWhere},
	}.Step()
}

// askWhich settles a place that lies in several districts or may be several.
func (m member) askWhich() talk.Ask {
	return talk.One{
		Name: "which", Ask: talk.Say(locales.FindAskWhich), Into: whichButton,
		Options: func(ctx context.Context, _ talk.Scene, a talk.Answers) ([]talk.Choice, error) {
			places, err := m.dir.Places(ctx)
			if err != nil {
				return nil, err
			}
			var c []talk.Choice
			for i, p := range whereChoice.Of(a) {
				c = append(c, talk.Choice{ID: string(rune('a' + i)), Label: locales.Raw(placeLabel(places, p))})
			}
			return c, nil
		},
		Typed: m.typedPlaceSaid,
		Chosen: func(_ context.Context, id string, a talk.Answers) error {
			where.Set(a, whereChoice.Of(a)[id[0]-'a'])
			whereChoice.Clear(a)
			return nil
		},
		Next: &talk.Branch{To: []string{"which", "who", "look"}, Pick: afterWhere},
	}.Step()
}

func (m member) askWho() talk.Ask {
	return talk.One{
		Name: "who", Into: who,
		Ask: func(_ context.Context, _ talk.Scene, a talk.Answers) (locales.Text, error) {
			return locales.Paragraphs(m.understood(a), locales.FindAskWho()), nil
		},
		Options: talk.Always(
			talk.Choice{ID: whoCommunity, Label: locales.FindButtonMyCommunity()},
			talk.Choice{ID: whoOutside, Label: locales.FindButtonOutside()},
			talk.Choice{ID: whoUnseen, Label: locales.FindButtonUnseen()},
			talk.Choice{ID: whoAny, Label: locales.FindButtonAny()},
		),
		Next: &talk.Branch{To: []string{"community", "look"}, Pick: func(a talk.Answers) string {
			communities.Clear(a)
			if who.Of(a) == whoCommunity {
				return "community"
			}
			return "look"
		}},
	}.Step()
}

// understood tells which place was understood, when the bot had to guess.
func (m member) understood(a talk.Answers) locales.Text {
	if p, ok := where.Get(a); ok && whereGuess.Of(a) {
		return locales.FindUnderstood(p.Name)
	}
	return locales.Text{}
}

func (m member) askCommunity() talk.Ask {
	return talk.Several{
		Name: "community", Into: communities, PerRow: 2, Page: 16,
		Ask: func(context.Context, talk.Scene, talk.Answers) (locales.Text, error) {
			return locales.FindAskCommunity(locales.FindButtonDone()), nil
		},
		Options: func(ctx context.Context, _ talk.Scene, a talk.Answers) ([]talk.Choice, error) {
			present, err := m.dir.Communities(ctx)
			if err != nil {
				return nil, err
			}
			var c []talk.Choice
			for _, id := range directory.Communities() {
				if present[id] == 0 {
					continue
				}
				c = append(c, talk.Choice{ID: string(id), Label: locales.CommunityName(string(id)).Capital()})
			}
			return c, nil
		},
		Max:   2,
		Apart: []talk.Choice{{ID: onlyThese, Label: locales.FindButtonOnly()}},
		Done:  locales.FindButtonDone(),
		Next:  talk.Goto("look"),
	}.Step()
}

// query is what we know when we look.
func query(sc talk.Scene, a talk.Answers) directory.Query {
	q := directory.Query{At: sc.Now, Someone: someone.Of(a), Needs: asked(a)}
	if p, ok := where.Get(a); ok {
		q.Place = &p
	}
	switch who.Of(a) {
	case whoCommunity:
		for _, id := range communities.Of(a) {
			if id == onlyThese {
				q.OnlyThese = true
			} else {
				q.Communities = append(q.Communities, directory.Community(id))
			}
		}
		q.OnlyThese = q.OnlyThese && len(q.Communities) > 0
	case whoOutside:
		q.Outside = true
	case whoUnseen:
		q.Unseen = true
	}
	return narrowed(q, filters.Of(a))
}

func ptr[T any](v T) *T { return &v }
