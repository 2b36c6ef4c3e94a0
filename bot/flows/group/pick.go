package group

import (
	"context"
	"strings"

	"signpost/bot/card"
	"signpost/bot/talk"
	"signpost/directory"
	"signpost/locales"
)

// askOwn asks whose mobile phone it is. A private one is not taken: strangers in
// need would ring that person day and night.
func (k keeper) askOwn(to *talk.Branch) talk.Ask {
	return talk.One{
		Name: "own", Ask: talk.Say(locales.EditAskOwn), Into: talk.Answer[string]("own"), Next: to,
		Options: talk.Always(
			talk.Choice{ID: "own", Label: locales.EditButtonOwn()},
			talk.Choice{ID: "private", Label: locales.EditButtonPrivate()},
		),
		Chosen: func(_ context.Context, id string, a talk.Answers) error {
			switch {
			case id == "private":
				typed.Clear(a)
				remark.Set(a, "private")
				next.Set(a, "text")
			case target.Of(a) == newOption:
				next.Set(a, "kind")
			default:
				next.Set(a, "weigh")
			}
			return nil
		},
	}.Step()
}

// askKind asks what a new number is for.
func askKind() talk.Ask {
	return talk.One{
		Name: "kind", Ask: talk.Say(locales.EditAskKind), Into: picked, Next: talk.Goto("weigh"),
		Options: talk.Always(
			talk.Choice{ID: "calls", Label: locales.EditButtonCalls()},
			talk.Choice{ID: "texts", Label: locales.EditButtonTexts()},
		),
	}.Step()
}

// askLabel asks which line a number is.
func askLabel() talk.Ask {
	return talk.One{
		Name: "label", Ask: talk.Say(locales.EditAskLabel), Into: label, Options: talk.Always(),
		Skip: locales.EditButtonEmpty(), Next: talk.Goto("weigh"),
		Chosen: func(_ context.Context, _ string, a talk.Answers) error {
			label.Set(a, "")
			return nil
		},
		Typed: func(_ context.Context, said talk.Said, a talk.Answers) error {
			words := plain.Replace(said.Text)
			if err := (text{least: 1, most: 40}).within(words); err != nil {
				return err
			}
			label.Set(a, words)
			return nil
		},
	}.Step()
}

// picks are the choices of the items that have few; what is typed goes into typed.
var picks = map[item]struct {
	ask     func() locales.Text
	choices []talk.Choice
}{
	item(directory.FieldCost): {locales.EditAskCost, []talk.Choice{
		{ID: "free", Label: locales.EditButtonFree()}, {ID: "unsaid", Label: locales.EditButtonUnsaid()},
	}},
	item(directory.FieldGender): {locales.EditAskGender, []talk.Choice{
		{ID: anyone, Label: locales.EditButtonEveryone()},
		{ID: anyone + string(directory.Women), Label: locales.GenderName(string(directory.Women)).Capital()},
		{ID: anyone + string(directory.Men), Label: locales.GenderName(string(directory.Men)).Capital()},
	}},
	itemAge: {locales.EditAskAge, []talk.Choice{
		{ID: "any", Label: locales.EditButtonAnyAge()},
		{ID: "18+", Label: locales.CardPartAgeFrom("18")},
		{ID: "11-25", Label: locales.CardPartAgeBetween("11", "25")},
		{ID: "50+", Label: locales.CardPartAgeFrom("50")},
	}},
	item(directory.FieldConfidential): {locales.EditAskConfidential, []talk.Choice{
		{ID: "no", Label: locales.EditButtonShown()}, {ID: "yes", Label: locales.EditButtonSecret()},
	}},
	itemReach: {locales.EditAskReach, []talk.Choice{
		{ID: string(directory.FieldPhones), Label: locales.NameOfField(string(directory.FieldPhones)).Capital()},
		{ID: string(directory.FieldPlaces), Label: locales.NameOfField(string(directory.FieldPlaces)).Capital()},
		{ID: string(directory.FieldEmail), Label: locales.NameOfField(string(directory.FieldEmail)).Capital()},
	}},
}

// askPick asks for an item with few choices.
func (k keeper) askPick(to *talk.Branch) talk.Ask {
	return talk.One{
		Name: "pick", Into: picked, Next: to,
		Ask: func(ctx context.Context, _ talk.Scene, a talk.Answers) (locales.Text, error) {
			i := current.Of(a)
			p, ok := picks[i]
			s, err := k.subject(ctx, a)
			if err != nil || s == nil || !ok {
				return locales.ListingGone(), err
			}
			if draft.Of(a) != nil {
				return p.ask(), nil
			}
			return locales.Paragraphs(p.ask(), locales.EditPartNow(card.OrNothing(pickedNow(s, i)))), nil
		},
		Options: func(_ context.Context, _ talk.Scene, a talk.Answers) ([]talk.Choice, error) {
			return picks[current.Of(a)].choices, nil
		},
		Chosen: func(ctx context.Context, id string, a talk.Answers) error {
			typed.Clear(a)
			next.Set(a, "weigh")
			switch i := current.Of(a); {
			case i == itemReach:
				return k.choose(ctx, item(id), a)
			case i == itemAge && id != "any":
				typed.Set(a, id)
			case i == item(directory.FieldConfidential) && id == "yes":
				s, err := k.subject(ctx, a)
				if err == nil && s != nil && wordsTell(s) {
					return &talk.Retry{Text: locales.EditSecretWords()}
				}
				return err
			}
			return nil
		},
		Typed: k.pickTyped,
	}.Step()
}

// pickTyped reads a cost or an age that was typed.
func (k keeper) pickTyped(ctx context.Context, said talk.Said, a talk.Answers) error {
	words := plain.Replace(said.Text)
	switch current.Of(a) {
	case itemAge:
		words = strings.ReplaceAll(words, " ", "")
		if _, _, err := readAge(words); err != nil {
			return err
		}
	case item(directory.FieldCost):
		if err := (text{least: 1, most: 80}).within(words); err != nil {
			return err
		}
		s, err := k.subject(ctx, a)
		if err != nil {
			return err
		}
		if s != nil && s.Confidential && tells(words) {
			return &talk.Retry{Text: locales.EditSecret()}
		}
	default:
		return &talk.Retry{Text: locales.TalkChooseOne()}
	}
	picked.Clear(a)
	typed.Set(a, words)
	next.Set(a, "weigh")
	return nil
}

// pickedNow is what stands there of an item with few choices.
func pickedNow(s *directory.Service, i item) locales.Text {
	switch {
	case i == itemAge && s.MinAge == 0 && s.MaxAge == 0:
		return locales.EditButtonAnyAge()
	case i == itemAge:
		return agesNow(s)
	case i == item(directory.FieldGender) && s.Gender == directory.Anyone:
		return locales.EditButtonEveryone()
	}
	return card.Field(s, directory.Field(i))
}

func agesNow(s *directory.Service) locales.Text {
	return locales.Join(" ", card.Field(s, directory.FieldMinAge), card.Field(s, directory.FieldMaxAge))
}
