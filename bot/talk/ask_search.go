package talk

import (
	"context"
	"fmt"

	"signpost/locales"
)

// Search asks to type a word, shows what it finds as choices, and takes one. The
// word is not kept, the ids it found are.
type Search struct {
	Name  string
	Ask   Words
	Find  func(ctx context.Context, text string) (ids []string, err error)
	Label func(ctx context.Context, id string) (locales.Text, error)
	Into  Answer[string]
	None  locales.Text // said when nothing was found
	Page  int
	Skip  locales.Text
	Next  *Branch
}

func (s Search) found() Answer[[]string] { return Answer[[]string](s.Name + ".found") }

// Step makes the Ask.
func (s Search) Step() Ask {
	return One{
		Name: s.Name, Ask: s.Ask, Into: s.Into, Page: s.Page, Skip: s.Skip, Next: s.Next,
		Options: func(ctx context.Context, _ Scene, a Answers) ([]Choice, error) {
			var choices []Choice
			for _, id := range s.found().Of(a) {
				label, err := s.Label(ctx, id)
				if err != nil {
					return nil, fmt.Errorf("naming a choice of %s: %w", s.Name, err)
				}
				choices = append(choices, Choice{ID: id, Label: label})
			}
			return choices, nil
		},
		Typed: func(ctx context.Context, said Said, a Answers) error {
			ids, err := s.Find(ctx, said.Text)
			if err != nil {
				return err
			}
			if len(ids) == 0 {
				return &Retry{s.None}
			}
			s.found().Set(a, ids)
			return Stay
		},
	}.Step()
}
