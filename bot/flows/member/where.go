package member

import (
	"context"
	"strings"

	"signpost/bot/talk"
	"signpost/directory"
	"signpost/locales"
)

// typedPlaceSaid reads a typed place.
func (m member) typedPlaceSaid(ctx context.Context, said talk.Said, a talk.Answers) error {
	return m.takePlace(ctx, said.Text, a)
}

// takePlace reads a place. Only the place is kept, not what was typed.
func (m member) takePlace(ctx context.Context, text string, a talk.Answers) error {
	places, err := m.dir.Places(ctx)
	if err != nil {
		return err
	}
	f := places.Look(text)
	if f.Place == nil && len(f.Choices) == 0 {
		if len(f.Suggestions) > 0 {
			var names []locales.Text
			for _, s := range f.Suggestions {
				names = append(names, locales.Raw(s.Name))
			}
			return &talk.Retry{Text: locales.FindPlacePerhaps(locales.JoinChoice(names...))}
		}
		return &talk.Retry{Text: locales.FindPlaceNotFound()}
	}
	settle(f, a)
	return nil
}

// settle keeps what was found: a place, or the choice between several.
func settle(f directory.Found, a talk.Answers) {
	whereButton.Clear(a)
	whichButton.Clear(a)
	whereGuess.Set(a, f.Guessed)
	if len(f.Choices) > 0 {
		where.Clear(a)
		whereChoice.Set(a, f.Choices)
		return
	}
	whereChoice.Clear(a)
	where.Set(a, *f.Place)
}

// towns are the places people say, the biggest of each district first.
func (m member) towns(ctx context.Context, _ talk.Scene, _ talk.Answers) ([]talk.Choice, error) {
	places, err := m.dir.Places(ctx)
	if err != nil {
		return nil, err
	}
	var c []talk.Choice
	seen := map[string]bool{}
	for i := 0; ; i++ {
		more := false
		for _, d := range places.Districts {
			if i < len(d.Towns) {
				more = true
				if t := d.Towns[i]; !seen[t] {
					seen[t] = true
					c = append(c, talk.Choice{ID: t, Label: locales.Raw(t)})
				}
			}
		}
		if !more {
			return c, nil
		}
	}
}

// placeLabel names one of several places: the name and the district it is in.
func placeLabel(g *directory.Gazetteer, p directory.Place) string {
	var names []string
	for _, id := range p.Districts {
		if d, ok := g.District(id); ok && d.Name != p.Name {
			names = append(names, d.Name)
		}
	}
	if len(names) == 0 {
		return p.Name
	}
	return p.Name + " (" + strings.Join(names, ", ") + ")"
}

// exampleOutcode is an outcode of the area, to show what is meant by one.
func (m member) exampleOutcode(ctx context.Context) (string, error) {
	places, err := m.dir.Places(ctx)
	if err != nil {
		return "", err
	}
	for _, t := range places.Towns {
		if t.Outcode != "" {
			return t.Outcode, nil
		}
	}
	for _, o := range places.Outcodes {
		return o.Code, nil
	}
	return "", nil
}

// districtName names a district by its id; the id itself when it is unknown.
func districtName(g *directory.Gazetteer) func(id string) string {
	return func(id string) string {
		if d, ok := g.District(id); ok {
			return d.Name
		}
		return id
	}
}
