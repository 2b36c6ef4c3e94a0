package member

import (
	"context"

	"signpost/bot/card"
	"signpost/bot/talk"
	"signpost/directory"
	"signpost/locales"
)

// hearing is the button of a card that plays what the group recorded, when there
// is something in the reader's language.
func hearing(s *directory.Service, language string) [][]talk.Button {
	if _, ok := voiceFor(s, language); !ok {
		return nil
	}
	return [][]talk.Button{talk.Row(talk.Standing("hear", s.ID.Short(), locales.CardButtonHear()))}
}

// voiceFor is the recording for a reader: in their language, or in one that stands
// in for it. English does not stand in for what one can't read.
func voiceFor(s *directory.Service, language string) (directory.Voice, bool) {
	l, ok := locales.Find(language)
	if !ok {
		l.Tag = language
	}
	return s.VoiceIn(append([]string{l.Tag}, l.Chain...)...)
}

// hear plays what the group recorded of a service, in a message of its own.
func (m member) hear() talk.Flow {
	return talk.Flow{Name: "hear", Steps: []talk.Step{
		talk.Ask{Name: "hear", Show: m.showVoice, Take: m.takeMenu, Next: talk.Goto(talk.End)},
	}}
}

func (m member) showVoice(ctx context.Context, sc talk.Scene, a talk.Answers) (talk.Screen, error) {
	s, err := m.load(ctx, a)
	if err != nil {
		return talk.Screen{}, err
	}
	if s == nil || directory.Hidden.In(s) {
		return gone(), nil
	}
	back := talk.Row(talk.Standing("card", s.ID.Short(), locales.CardPartSentence(card.Name(s))))
	v, ok := voiceFor(s, sc.Language)
	if !ok { // removed since, or they read in another language now
		return talk.Screen{Body: locales.CardHearNone(), Rows: [][]talk.Button{back}}, nil
	}
	l, _ := locales.Find(v.Language)
	body := locales.Lines(locales.CardHear(), locales.CardPartName(card.Name(s)), locales.CardPartHear(l.Own, v.Seconds))
	if !sc.Abilities.Plays {
		body = locales.Paragraphs(body, locales.CardPartHearNotHere())
	}
	return talk.Screen{
		Body: body, Rows: [][]talk.Button{back}, Keep: true,
		Voice: &talk.Voice{ID: v.ID, Of: s.ID.Short(), Language: v.Language, Seconds: v.Seconds},
	}, nil
}
