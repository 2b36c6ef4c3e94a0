package group

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"signpost/bot/card"
	"signpost/bot/talk"
	"signpost/directory"
	"signpost/locales"
)

// askWhich asks which of several is meant: a number, a contact, a place, or a
// field in a language.
func (k keeper) askWhich(to *talk.Branch) talk.Ask {
	return talk.One{
		Name: "which", Into: talk.Answer[string]("which"), Page: 10, Next: to,
		Ask: func(_ context.Context, _ talk.Scene, a talk.Answers) (locales.Text, error) {
			switch current.Of(a) {
			case item(directory.FieldPhones):
				return locales.EditAskWhichPhones(), nil
			case item(directory.FieldContacts):
				return locales.EditAskWhichContacts(), nil
			case item(directory.FieldTranslations):
				return locales.EditAskWhichTranslations(), nil
			}
			return locales.EditAskWhichPlaces(), nil
		},
		Options: k.whichChoices,
		Chosen: func(ctx context.Context, id string, a talk.Answers) error {
			s, err := k.subject(ctx, a)
			if err != nil || s == nil {
				return err
			}
			next.Set(a, "text")
			i := current.Of(a)
			switch at, err := strconv.Atoi(id); {
			case i == item(directory.FieldTranslations) || id == newOption:
				target.Set(a, id)
			case err == nil && at < len(targetsOf(s, i)):
				target.Set(a, targetsOf(s, i)[at])
			}
			if i == itemBuilding {
				setTicks(s, i, a)
				next.Set(a, string(itemBuilding))
			}
			return nil
		},
	}.Step()
}

func (k keeper) whichChoices(ctx context.Context, _ talk.Scene, a talk.Answers) ([]talk.Choice, error) {
	s, err := k.subject(ctx, a)
	if err != nil || s == nil {
		return nil, err
	}
	var labels []locales.Text
	switch current.Of(a) {
	case item(directory.FieldTranslations):
		return wordChoices(s), nil
	case item(directory.FieldPhones):
		for _, p := range s.Phones {
			labels = append(labels, card.Number(p))
		}
	case item(directory.FieldContacts):
		for _, c := range s.Contacts {
			labels = append(labels, locales.Raw(strings.TrimSpace(c.Title+" "+c.Email)))
		}
	default:
		for _, p := range s.Places {
			labels = append(labels, card.Address(p))
		}
	}
	var out []talk.Choice
	for at, l := range labels {
		out = append(out, talk.Choice{ID: strconv.Itoa(at), Label: l})
	}
	if i := current.Of(a); i == itemVenue || i == itemDoor || i == itemBuilding {
		return out, nil
	}
	return append(out, talk.Choice{ID: newOption, Label: locales.EditButtonAdd()}), nil
}

// wordChoices are the fields that can be said in the languages that members read,
// those that are out of date first.
func wordChoices(s *directory.Service) []talk.Choice {
	var stale, rest []talk.Choice
	for _, l := range locales.Languages() {
		if l.Tag == locales.Source {
			continue
		}
		for _, field := range directory.TranslatableFields() {
			if s.English(field) == "" {
				continue
			}
			c := talk.Choice{
				ID:    l.Tag + "." + field,
				Label: locales.Join(": ", locales.Raw(l.Own), locales.NameOfField(field)),
			}
			if slices.ContainsFunc(staleWords(s), func(t directory.Translation) bool { return t.Language == l.Tag && t.Field == field }) {
				stale = append(stale, c)
			} else {
				rest = append(rest, c)
			}
		}
	}
	return append(stale, rest...)
}

// showText asks for what is typed, with what stands there now.
func (k keeper) showText(ctx context.Context, _ talk.Scene, a talk.Answers) (talk.Screen, error) {
	s, err := k.subject(ctx, a)
	if err != nil {
		return talk.Screen{}, err
	}
	if s == nil {
		return gone(), nil
	}
	i := current.Of(a)
	now := nowOf(s, i, target.Of(a))
	body := []locales.Text{said(a), askText(s, i, target.Of(a))}
	if draft.Of(a) == nil && target.Of(a) != newOption {
		body = append(body, locales.EditPartNow(card.OrNothing(now)))
	}
	var rows [][]talk.Button
	there := !now.IsZero() && target.Of(a) != newOption && draft.Of(a) == nil
	switch i {
	case item(directory.FieldPhones), item(directory.FieldContacts), item(directory.FieldPlaces):
		if there {
			rows = append(rows, talk.Row(talk.Option("add", locales.EditButtonAdd()), talk.Option("remove", locales.EditButtonRemove())))
		}
		if there && i == item(directory.FieldPhones) {
			rows = append(rows, talk.Row(talk.Option("label", locales.EditButtonLabel())))
		}
	default:
		if there && limits(i).empty {
			rows = append(rows, talk.Row(talk.Option("empty", locales.EditButtonEmpty())))
		}
	}
	return talk.Screen{Body: locales.Paragraphs(body...), Rows: rows}, nil
}

func askText(s *directory.Service, i item, which string) locales.Text {
	if t, ok := texts[i]; ok {
		return t.ask()
	}
	language, field, _ := strings.Cut(which, ".")
	l, _ := locales.Find(language)
	return locales.EditAskTranslations(l.Own, locales.Own{English: s.English(field)}.Text())
}

// nowOf is what stands there before it is typed anew.
func nowOf(s *directory.Service, i item, which string) locales.Text {
	switch i {
	case item(directory.FieldPhones):
		for _, p := range s.Phones {
			if p.Number == which {
				return card.Number(p)
			}
		}
		return locales.Text{}
	case item(directory.FieldContacts):
		for _, c := range s.Contacts {
			if string(c.ID) == which {
				return locales.Raw(strings.TrimSpace(c.Title + " " + c.Email))
			}
		}
		return locales.Text{}
	case item(directory.FieldPlaces), itemVenue, itemDoor:
		return nowOfPlace(s, i, which)
	case item(directory.FieldTranslations):
		return wordsIn(s, which)
	}
	return card.Field(s, directory.Field(i))
}

func nowOfPlace(s *directory.Service, i item, which string) locales.Text {
	for _, p := range s.Places {
		switch {
		case string(p.ID) != which:
		case i == itemVenue:
			return locales.Raw(p.Location.Name)
		case i == itemDoor:
			return locales.Raw(p.Location.Note)
		default:
			return card.Address(p)
		}
	}
	return locales.Text{}
}

// wordsIn is what a listing says in a language: key is "pl.name".
func wordsIn(s *directory.Service, key string) locales.Text {
	language, field, _ := strings.Cut(key, ".")
	for _, t := range s.Translations {
		if t.Language == language && t.Field == field {
			return locales.Raw(t.Text)
		}
	}
	return locales.Text{}
}

// takeText takes what was typed, or a button below.
func (k keeper) takeText(ctx context.Context, e talk.Event, a talk.Answers) error {
	next.Set(a, "weigh")
	remark.Clear(a)
	switch e := e.(type) {
	case talk.Said:
		return k.takeSaid(ctx, plain.Replace(e.Text), a)
	case talk.Chose:
		switch e.Option {
		case "empty":
			typed.Clear(a)
			return nil
		case "remove":
			removed.Set(a, true)
			return nil
		case "add":
			target.Set(a, newOption)
			return talk.Stay
		case "label":
			next.Set(a, "label")
			return nil
		}
	}
	return &talk.Retry{Text: locales.TalkNotUnderstood()}
}

// takeSaid checks what was typed, and keeps it.
func (k keeper) takeSaid(ctx context.Context, said string, a talk.Answers) error {
	i := current.Of(a)
	s, err := k.subject(ctx, a)
	if err != nil || s == nil {
		return err
	}
	if err := limits(i).within(said); err != nil {
		return err
	}
	if s.Confidential && tells(said) {
		return &talk.Retry{Text: locales.EditSecret()}
	}
	switch i {
	case item(directory.FieldPhones):
		if said, err = readNumber(said); err != nil {
			return err
		}
		next.Set(a, numberNext(said, target.Of(a)))
	case item(directory.FieldEmail):
		said, err = readEmail(said)
	case item(directory.FieldWebsite):
		said, err = readWebsite(said)
	case item(directory.FieldContacts):
		_, err = readContact(said)
	case item(directory.FieldPlaces):
		var places *directory.Gazetteer
		if places, err = k.dir.Places(ctx); err == nil {
			_, _, _, err = readAddress(said, places)
		}
	}
	if err != nil {
		return err
	}
	typed.Set(a, said)
	return nil
}

// numberNext is what is asked after a number: whose phone it is, what it is for.
func numberNext(number, which string) string {
	switch {
	case mobile(number) && number != which:
		return "own"
	case which == newOption && !textsOnly(number):
		return "kind"
	}
	return "weigh"
}
