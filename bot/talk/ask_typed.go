package talk

import (
	"context"

	"signpost/locales"
)

// YesNo asks a question with two answers.
type YesNo struct {
	Name string
	Ask  Words
	Yes  locales.Text // the words on the buttons; "yes" and "no" when zero
	No   locales.Text
	Into Answer[bool]
	Next *Branch
}

// Step makes the Ask.
func (y YesNo) Step() Ask {
	yes, no := y.Yes, y.No
	if yes.IsZero() {
		yes = locales.ButtonYes()
	}
	if no.IsZero() {
		no = locales.ButtonNo()
	}
	return Ask{
		Name: y.Name, Next: y.Next,
		Show: func(ctx context.Context, sc Scene, a Answers) (Screen, error) {
			body, err := y.Ask(ctx, sc, a)
			return Screen{Body: body, Rows: [][]Button{Row(Option("yes", yes), Option("no", no))}}, err
		},
		Take: func(_ context.Context, e Event, a Answers) error {
			c, ok := e.(Chose)
			if !ok || (c.Option != "yes" && c.Option != "no") {
				return &Retry{locales.TalkChooseOne()}
			}
			y.Into.Set(a, c.Option == "yes")
			return nil
		},
	}
}

// Typed asks for a value that is typed, and checks it. What was typed is not
// kept; what Parse made of it is.
type Typed[T any] struct {
	Name   string
	Ask    Words
	Parse  func(ctx context.Context, text string) (T, error) // a *Retry says what was wrong
	Shared func(ctx context.Context, s Shared) (T, error)    // nil when a location is no answer
	Into   Answer[T]
	Skip   locales.Text
	Extra  [][]Button
	Next   *Branch
}

// Step makes the Ask.
func (t Typed[T]) Step() Ask {
	return Ask{
		Name: t.Name, Next: t.Next,
		Show: func(ctx context.Context, sc Scene, a Answers) (Screen, error) {
			body, err := t.Ask(ctx, sc, a)
			rows := t.Extra
			if !t.Skip.IsZero() {
				rows = append(rows[:len(rows):len(rows)], Row(Option(skipOption, t.Skip)))
			}
			return Screen{Body: body, Rows: rows}, err
		},
		Take: func(ctx context.Context, e Event, a Answers) error {
			var v T
			var err error
			switch e := e.(type) {
			case Said:
				v, err = t.Parse(ctx, e.Text)
			case Shared:
				if t.Shared == nil {
					return &Retry{locales.TalkNotUnderstood()}
				}
				v, err = t.Shared(ctx, e)
			case Chose:
				if e.Option == skipOption && !t.Skip.IsZero() {
					t.Into.Clear(a)
					return nil
				}
				return &Retry{locales.TalkNotUnderstood()}
			default:
				return &Retry{locales.TalkNotUnderstood()}
			}
			if err != nil {
				return err
			}
			t.Into.Set(a, v)
			return nil
		},
	}
}
