package talk

import (
	"context"
	"slices"

	"signpost/locales"
)

// Several asks for any number of things, ticked one by one, with Done at the
// end. A tap says what the box shall be, not "the other way round", so the
// same tap twice does no harm.
type Several struct {
	Name    string
	Ask     Words
	Options Choices
	Into    Answer[[]string]
	Max     int      // at most this many; 0 for any number
	Apart   []Choice // boxes below the others, on every page, which don't count for Max: "only these"
	PerRow  int
	Page    int
	Done    locales.Text
	Skip    locales.Text // in place of Done while nothing is ticked; zero shows Done always
	Extra   [][]Button
	Typed   func(context.Context, Said, Answers) error
	Next    *Branch
}

// Step makes the Ask.
func (s Several) Step() Ask {
	return Ask{Name: s.Name, Next: s.Next, Show: s.show, Take: s.take}
}

func (s Several) page() Answer[int] { return Answer[int](s.Name + ".page") }

func (s Several) show(ctx context.Context, sc Scene, a Answers) (Screen, error) {
	body, err := s.Ask(ctx, sc, a)
	if err != nil {
		return Screen{}, err
	}
	choices, err := s.Options(ctx, sc, a)
	if err != nil {
		return Screen{}, err
	}
	ticked := s.Into.Of(a)
	var buttons []Button
	page := Paged(len(choices), s.page().Of(a), s.Page)
	for _, c := range choices[page.From:page.To] {
		buttons = append(buttons, box(c, ticked))
	}
	rows := InRows(s.PerRow, buttons...)
	for _, c := range s.Apart {
		rows = append(rows, Row(box(c, ticked)))
	}
	rows = append(rows, page.Turn...)
	rows = append(rows, s.Extra...)
	end := Option(doneOption, s.Done)
	if len(ticked) == 0 && !s.Skip.IsZero() {
		end = Option(doneOption, s.Skip)
	}
	return Screen{Body: body, Rows: append(rows, Row(end))}, nil
}

// box is a choice with its tick; pressing it asks for the other state.
func box(c Choice, ticked []string) Button {
	if slices.Contains(ticked, c.ID) {
		return Option("-"+c.ID, locales.ButtonTicked(c.Label))
	}
	return Option("+"+c.ID, c.Label)
}

func (s Several) take(ctx context.Context, e Event, a Answers) error {
	if said, ok := e.(Said); ok && s.Typed != nil {
		return s.Typed(ctx, said, a)
	}
	chose, ok := e.(Chose)
	if !ok {
		return &Retry{locales.TalkChooseOne()}
	}
	if n, ok := Turned(chose.Option); ok {
		s.page().Set(a, n)
		return Stay
	}
	if chose.Option == doneOption {
		s.page().Clear(a)
		return nil
	}
	if chose.Option == "" {
		return &Retry{locales.TalkChooseOne()}
	}
	sign, id := chose.Option[:1], chose.Option[1:]
	choices, err := s.Options(ctx, Scene{}, a)
	if err != nil {
		return err
	}
	if (sign != "+" && sign != "-") || (!has(choices, id) && !has(s.Apart, id)) {
		return &Retry{locales.TalkChooseOne()}
	}
	ticked := slices.DeleteFunc(s.Into.Of(a), func(t string) bool { return t == id })
	if sign == "+" {
		ticked = s.giveWay(append(ticked, id))
	}
	s.Into.Set(a, ticked)
	return Stay
}

// giveWay keeps to Max: the oldest goes, so that nobody gets stuck at a limit.
func (s Several) giveWay(ticked []string) []string {
	counted := 0
	for _, id := range ticked {
		if !has(s.Apart, id) {
			counted++
		}
	}
	return slices.DeleteFunc(ticked, func(id string) bool {
		if s.Max == 0 || counted <= s.Max || has(s.Apart, id) {
			return false
		}
		counted--
		return true
	})
}
