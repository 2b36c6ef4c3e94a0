package aider

import (
	"context"
	"errors"
	"slices"

	"signpost/bot/card"
	"signpost/bot/sessionlog"
	"signpost/bot/talk"
	"signpost/directory"
	"signpost/locales"
)

var (
	ticked = talk.Answer[[]string]("ticked") // of the question that is open
	found  = talk.Answer[[]string]("found")  // what was found by typing, the newest first
)

// kind is a question of boxes about a log, each tick of which is kept.
type kind struct {
	name    string
	ask     func() locales.Text
	most    int
	perRow  int
	page    int
	options talk.Choices
	get     func(sessionlog.Log) []string
	set     func(*sessionlog.Log, []string)
	typed   func(context.Context, talk.Said, talk.Answers) error
}

// kinds are the questions of boxes: languages, what it was about, where people were
// pointed to.
func (l logbook) kinds() []talk.Step {
	return []talk.Step{
		kind{
			name: "languages", ask: locales.LogAskLanguages, most: sessionlog.MostLanguages, perRow: 2, page: 8,
			options: l.languageChoices, typed: languageTyped,
			get: func(log sessionlog.Log) []string { return texts(log.Languages) },
			set: func(log *sessionlog.Log, ids []string) { log.Languages = typedAs[directory.Spoken](ids) },
		}.step(),
		kind{
			name: "about", ask: locales.LogAskAbout, most: sessionlog.MostNeeds, perRow: 1, page: 8,
			options: needChoices,
			get:     func(log sessionlog.Log) []string { return texts(log.Needs) },
			set:     func(log *sessionlog.Log, ids []string) { log.Needs = typedAs[directory.Need](ids) },
		}.step(),
		kind{
			name: "pointed", ask: locales.LogAskPointed, most: sessionlog.MostPointed, perRow: 1, page: 8,
			options: l.pointedChoices, typed: l.placeTyped,
			get: func(log sessionlog.Log) []string { return texts(log.Pointed) },
			set: func(log *sessionlog.Log, ids []string) { log.Pointed = typedAs[directory.ID](ids) },
		}.step(),
	}
}

// step makes the Ask. A tick goes into the log and over keeping it back here, so
// that two quick ticks both count and none is lost.
func (k kind) step() talk.Ask {
	ask := talk.Several{
		Name: k.name, Ask: keptSoFar(k.ask), Options: k.options, Into: ticked, Max: k.most, PerRow: k.perRow, Page: k.page,
		Done: locales.ButtonDone(), Typed: k.typed,
	}.Step()
	ask.Steady, ask.Next = true, to("hub", "keep", "save", "about", "pointed")
	show, take := ask.Show, ask.Take
	ask.Show = func(ctx context.Context, sc talk.Scene, a talk.Answers) (talk.Screen, error) {
		ticked.Set(a, k.get(current.Of(a)))
		screen, err := show(ctx, sc, a)
		if n := len(screen.Rows); err == nil && walking.Of(a) && following(k.name) != "hub" {
			screen.Rows[n-1] = talk.Row(talk.Option("done", locales.LogButtonOn()))
		}
		return screen, err
	}
	ask.Take = func(ctx context.Context, e talk.Event, a talk.Answers) error {
		log := current.Of(a)
		ticked.Set(a, k.get(log))
		err := take(ctx, e, a)
		if err == nil {
			found.Clear(a)
			goFrom(a, k.name)
			return nil
		}
		if errors.Is(err, talk.Stay) && !slices.Equal(ticked.Of(a), k.get(log)) {
			k.set(&log, ticked.Of(a))
			current.Set(a, log)
			onward.Set(a, "keep")
			afterKeep.Set(a, k.name)
			return nil
		}
		return err
	}
	return saves(ask)
}

func texts[T ~string](ids []T) []string {
	out := make([]string, 0, len(ids))
	for _, id := range ids {
		out = append(out, string(id))
	}
	return out
}

func typedAs[T ~string](ids []string) []T {
	out := make([]T, 0, len(ids))
	for _, id := range ids {
		out = append(out, T(id))
	}
	return out
}

// inOrder are the ids, each once.
func inOrder(lists ...[]string) []string {
	var out []string
	for _, list := range lists {
		for _, id := range list {
			if !slices.Contains(out, id) {
				out = append(out, id)
			}
		}
	}
	return out
}

// languageChoices are what was typed, then those of last time and of the service,
// then all others. The order does not change with a tick.
func (l logbook) languageChoices(ctx context.Context, _ talk.Scene, a talk.Answers) ([]talk.Choice, error) {
	s, err := l.service(ctx, current.Of(a).Occurrence.Service)
	if err != nil {
		return nil, err
	}
	var own, all []string
	if s != nil {
		for _, x := range s.Languages {
			own = append(own, string(x.Language))
		}
	}
	for _, x := range directory.Languages() {
		all = append(all, string(x.Tag))
	}
	var out []talk.Choice
	for _, id := range inOrder(found.Of(a), texts(before.Of(a).Languages), own, all) {
		if label := locales.SpokenName(id); !label.IsZero() {
			out = append(out, talk.Choice{ID: id, Label: label.Capital()})
		}
	}
	return out, nil
}

// languageTyped ticks a language by its name, in the words of any of our languages.
func languageTyped(_ context.Context, said talk.Said, a talk.Answers) error {
	tag, ok := directory.ParseSpoken(said.Text)
	if !ok {
		tag, ok = said.Heard.Language, said.Heard.Language.Valid()
	}
	if !ok {
		return &talk.Retry{Text: locales.EditUnknownLanguage()}
	}
	tick(a, string(tag), sessionlog.MostLanguages)
	return talk.Stay
}

// tick ticks what was typed and puts it in front, so that it is seen.
func tick(a talk.Answers, id string, most int) {
	found.Set(a, inOrder([]string{id}, found.Of(a)))
	if all := ticked.Of(a); !slices.Contains(all, id) {
		all = append(all, id)
		ticked.Set(a, all[max(0, len(all)-most):])
	}
}

// needChoices are the plain words first, the others behind More. What is never in a
// log is not among them.
func needChoices(context.Context, talk.Scene, talk.Answers) ([]talk.Choice, error) {
	first, others := sessionlog.NotedNeeds()
	var out []talk.Choice
	for _, n := range append(first, others...) {
		out = append(out, talk.Choice{ID: string(n), Label: locales.NeedName(string(n)).Capital()})
	}
	return out, nil
}

// likely is how many services of the area are offered unasked.
const likely = 5

// pointedChoices are what was found by its name, then where people were pointed to
// last time, then the likeliest services of everybody.
func (l logbook) pointedChoices(ctx context.Context, sc talk.Scene, a talk.Answers) ([]talk.Choice, error) {
	main, err := l.mainstream(ctx)
	if err != nil {
		return nil, err
	}
	log := current.Of(a)
	var out []talk.Choice
	for _, id := range inOrder(found.Of(a), texts(before.Of(a).Pointed), main, texts(log.Pointed)) {
		s, err := l.service(ctx, directory.ID(id))
		if err != nil {
			return nil, err
		}
		if s != nil && s.ID != log.Occurrence.Service && (sessionlog.Notes(s) || slices.Contains(texts(log.Pointed), id)) {
			out = append(out, talk.Choice{ID: id, Label: card.Name(s).Text()})
		}
	}
	return out, nil
}

// mainstream are the services to which people are most likely pointed: those for
// everybody that help with worry and low mood.
func (l logbook) mainstream(ctx context.Context) ([]string, error) {
	const looked = 20
	r, err := l.dir.Find(ctx, directory.Query{Needs: []directory.Need{directory.Anxiety, directory.LowMood}, Limit: looked})
	if err != nil {
		return nil, err
	}
	var ids []string
	for _, m := range r.Matches {
		if m.Service.Group == directory.Mainstream && sessionlog.Notes(m.Service) && len(ids) < likely {
			ids = append(ids, string(m.Service.ID))
		}
	}
	return ids, nil
}

// placeTyped looks for a service by its name: the only one is ticked, several are
// offered.
func (l logbook) placeTyped(ctx context.Context, said talk.Said, a talk.Answers) error {
	const enough = 8
	list, err := l.dir.Search(ctx, said.Text, enough)
	if err != nil {
		return err
	}
	var ids []string
	for _, s := range list {
		if sessionlog.Notes(s) && s.ID != current.Of(a).Occurrence.Service {
			ids = append(ids, string(s.ID))
		}
	}
	switch len(ids) {
	case 0:
		return &talk.Retry{Text: locales.LogPointedNone()}
	case 1:
		tick(a, ids[0], sessionlog.MostPointed)
	default:
		found.Set(a, ids)
	}
	return talk.Stay
}
