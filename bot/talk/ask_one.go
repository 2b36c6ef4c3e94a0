package talk

import (
	"context"

	"signpost/locales"
)

// One asks for one of several things. The id that was chosen is the answer Into.
type One struct {
	Name    string
	Ask     Words
	Options Choices
	Into    Answer[string]
	PerRow  int                                          // buttons beside each other; 1 when 0
	Pinned  int                                          // the last so many choices stand on every page
	Page    int                                          // choices on a page; all when 0
	Skip    locales.Text                                 // a last button that leaves the answer open; zero for none
	Extra   [][]Button                                   // more rows below the choices: links, standing buttons
	Typed   func(context.Context, Said, Answers) error   // reads a typed answer; nil asks to press a button
	Shared  func(context.Context, Shared, Answers) error // reads a location; nil asks to press a button
	// Chosen makes of the chosen id what the flow needs, after Into was set; "" is
	// the id of Skip. It may be nil.
	Chosen func(ctx context.Context, id string, a Answers) error
	Next   *Branch
}

// Step makes the Ask.
func (o One) Step() Ask {
	return Ask{Name: o.Name, Next: o.Next, Show: o.show, Take: o.take}
}

func (o One) page() Answer[int] { return Answer[int](o.Name + ".page") }

func (o One) show(ctx context.Context, sc Scene, a Answers) (Screen, error) {
	body, err := o.Ask(ctx, sc, a)
	if err != nil {
		return Screen{}, err
	}
	choices, err := o.Options(ctx, sc, a)
	if err != nil {
		return Screen{}, err
	}
	var buttons []Button
	paged, pinned := choices[:len(choices)-o.Pinned], choices[len(choices)-o.Pinned:]
	page := Paged(len(paged), o.page().Of(a), o.Page)
	for _, c := range paged[page.From:page.To] {
		buttons = append(buttons, Option(c.ID, c.Label))
	}
	rows := InRows(o.PerRow, buttons...)
	rows = append(rows, page.Turn...)
	for _, c := range pinned {
		rows = append(rows, Row(Option(c.ID, c.Label)))
	}
	rows = append(rows, o.Extra...)
	if !o.Skip.IsZero() {
		rows = append(rows, Row(Option(skipOption, o.Skip)))
	}
	return Screen{Body: body, Rows: rows}, nil
}

func (o One) take(ctx context.Context, e Event, a Answers) error {
	switch e := e.(type) {
	case Chose:
		if n, ok := Turned(e.Option); ok {
			o.page().Set(a, n)
			return Stay
		}
		o.page().Clear(a)
		if e.Option == skipOption && !o.Skip.IsZero() {
			o.Into.Clear(a)
			return o.chosen(ctx, "", a)
		}
		choices, err := o.Options(ctx, Scene{}, a)
		if err != nil {
			return err
		}
		if !has(choices, e.Option) {
			return &Retry{locales.TalkChooseOne()}
		}
		o.Into.Set(a, e.Option)
		return o.chosen(ctx, e.Option, a)
	case Said:
		if o.Typed != nil {
			o.page().Clear(a)
			return o.Typed(ctx, e, a)
		}
	case Shared:
		if o.Shared != nil {
			return o.Shared(ctx, e, a)
		}
	}
	return &Retry{locales.TalkChooseOne()}
}

func (o One) chosen(ctx context.Context, id string, a Answers) error {
	if o.Chosen == nil {
		return nil
	}
	return o.Chosen(ctx, id, a)
}
