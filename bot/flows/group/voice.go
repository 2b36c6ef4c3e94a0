package group

import (
	"context"
	"slices"

	"signpost/bot/card"
	"signpost/bot/talk"
	"signpost/directory"
	"signpost/locales"
)

// A listing in the group's own voice: a minute in a language, said by somebody who
// is there. Nobody transcribes it, and nothing of it is kept unless it is saved.

var (
	voiceIn      = talk.Answer[string]("voice_in")
	voiceFile    = talk.Answer[string]("voice_file")
	voiceSeconds = talk.Answer[int]("voice_seconds")
	voiceGo      = talk.Answer[string]("voice_go")
	voiceRemark  = talk.Answer[string]("voice_remark") // what was the matter with the last one
	voiceHeard   = talk.Answer[bool]("voice_heard")
)

// minSpoken is how long it takes to say anything, in seconds.
const minSpoken = 2

// voice is the conversation about the recordings of one listing.
func (k keeper) voice() talk.Flow {
	goes := &talk.Branch{To: []string{"one", "check", "save", "remove", "languages", "gone"}, Pick: voiceGo.Of}
	return talk.Flow{Name: "voice", Steps: []talk.Step{
		talk.Run{Name: "look", Do: k.lookVoice, Next: &talk.Branch{To: []string{"languages", "gone"}, Pick: voiceGo.Of}},
		talk.One{
			Name: "languages", Ask: k.askVoiceLanguage, Options: k.voiceLanguages, Into: voiceIn, PerRow: 2, Next: talk.Goto("one"),
		}.Step(),
		talk.Ask{Name: "one", Voice: true, Show: k.showVoice, Take: takeVoice, Next: goes},
		talk.Ask{Name: "check", Voice: true, Show: showNewVoice, Take: takeVoice, Next: goes},
		talk.Run{Name: "save", Do: k.saveVoice, Next: &talk.Branch{To: []string{"wait", "gone"}, Pick: voiceGo.Of}},
		talk.YesNo{
			Name: "remove", Ask: askRemoveVoice, Into: sure, Yes: locales.VoiceButtonRemove(), No: locales.EditButtonLeave(),
			Next: &talk.Branch{To: []string{"silence", "one"}, Pick: func(a talk.Answers) string {
				if sure.Of(a) {
					return "silence"
				}
				return "one"
			}},
		}.Step(),
		talk.Run{Name: "silence", Do: k.removeVoice, Next: &talk.Branch{To: []string{"wait", "gone"}, Pick: voiceGo.Of}},
		talk.Await{Name: "wait", Into: outcome, Next: talk.Goto("done")}.Step(),
		talk.Ask{Name: "done", Show: k.showVoiceDone, Take: takeVoiceDone, Next: talk.Goto("languages")},
		talk.Ask{
			Name: "gone", Take: stays, Next: talk.Goto(talk.End),
			Show: func(context.Context, talk.Scene, talk.Answers) (talk.Screen, error) { return gone(), nil },
		},
	}}
}

func (k keeper) lookVoice(ctx context.Context, _ talk.Scene, a talk.Answers, _ *talk.Turn) error {
	s, err := k.load(ctx, a)
	voiceGo.Set(a, "languages")
	if s == nil {
		voiceGo.Set(a, "gone")
	}
	return err
}

func (k keeper) askVoiceLanguage(ctx context.Context, _ talk.Scene, a talk.Answers) (locales.Text, error) {
	s, err := k.load(ctx, a)
	if err != nil || s == nil {
		return locales.ListingGone(), err
	}
	return locales.Paragraphs(locales.VoiceAskLanguage(), locales.CardPartName(card.Name(s))), nil
}

// voiceLanguages are the languages of the bot, the person's own first, with what
// there is in each.
func (k keeper) voiceLanguages(ctx context.Context, sc talk.Scene, a talk.Answers) ([]talk.Choice, error) {
	s, err := k.load(ctx, a)
	if err != nil {
		return nil, err
	}
	var out []talk.Choice
	all := locales.Languages()
	slices.SortStableFunc(all, func(x, y locales.Language) int {
		switch sc.Language {
		case x.Tag:
			return -1
		case y.Tag:
			return 1
		}
		return 0
	})
	for _, l := range all {
		label := locales.Raw(l.Own)
		if v, ok := voiceOf(s, l.Tag); ok {
			label = locales.VoiceButtonHave(l.Own)
			if s.OldVoice(v) {
				label = locales.VoiceButtonOld(l.Own)
			}
		}
		out = append(out, talk.Choice{ID: l.Tag, Label: label})
	}
	return out, nil
}

// voiceOf is the recording of a service in a language; a service that is gone has
// none.
func voiceOf(s *directory.Service, language string) (directory.Voice, bool) {
	if s == nil {
		return directory.Voice{}, false
	}
	return s.VoiceIn(language)
}

// showVoice asks for a voice note, or plays the one that there is.
func (k keeper) showVoice(ctx context.Context, sc talk.Scene, a talk.Answers) (talk.Screen, error) {
	s, err := k.load(ctx, a)
	if err != nil {
		return talk.Screen{}, err
	}
	if s == nil {
		return gone(), nil
	}
	own := ownName(voiceIn.Of(a))
	ask := locales.VoiceAskRecord(own)
	if !sc.Abilities.Records {
		ask = locales.VoiceAskElsewhere(own)
	}
	v, ok := s.VoiceIn(voiceIn.Of(a))
	if !ok {
		return talk.Screen{Body: locales.Paragraphs(voiceRemarks(a), ask), Rows: voiceWays(s)}, nil
	}
	have := locales.VoicePartHave(dayText(v.On), v.Seconds)
	if s.OldVoice(v) {
		have = locales.Lines(have, locales.VoicePartOld())
	}
	screen := talk.Screen{Body: locales.Paragraphs(voiceRemarks(a), ask, have)}
	if voiceHeard.Of(a) {
		screen.Body = locales.Paragraphs(voiceRemarks(a), locales.Lines(locales.CardHear(), locales.CardPartName(card.Name(s))), have)
		screen.Voice = &talk.Voice{ID: v.ID, Of: s.ID.Short(), Language: v.Language, Seconds: v.Seconds}
	} else {
		screen.Rows = append(screen.Rows, talk.Row(talk.Option("hear", locales.CardButtonHear())))
	}
	screen.Rows = append(screen.Rows, talk.Row(talk.Option("remove", locales.VoiceButtonRemove())))
	screen.Rows = append(screen.Rows, voiceWays(s)...)
	return screen, nil
}

// voiceWays lead away from a recording.
func voiceWays(s *directory.Service) [][]talk.Button {
	return talk.Column(
		talk.Option("languages", locales.VoiceButtonLanguages()),
		talk.Enter("listing", s.ID.Short(), locales.EditButtonListing()),
	)
}

// voiceRemarks say why the last voice note was not taken; zero when it was.
func voiceRemarks(a talk.Answers) locales.Text {
	switch voiceRemark.Of(a) {
	case "long":
		return locales.VoiceTooLong()
	case "short":
		return locales.VoiceTooShort()
	}
	return locales.Text{}
}

func ownName(tag string) string {
	l, _ := locales.Find(tag)
	return l.Own
}

// showNewVoice plays what was just recorded.
func showNewVoice(_ context.Context, _ talk.Scene, a talk.Answers) (talk.Screen, error) {
	return talk.Screen{
		Body: locales.Paragraphs(voiceRemarks(a), locales.VoiceAskKeep()),
		Rows: [][]talk.Button{
			talk.Row(talk.Option("save", locales.EditButtonSave())),
			talk.Row(talk.Option("again", locales.VoiceButtonAgain()), talk.Option("leave", locales.EditButtonLeave())),
		},
		Voice: &talk.Voice{File: voiceFile.Of(a), Language: voiceIn.Of(a), Seconds: voiceSeconds.Of(a)},
	}, nil
}

// takeVoice takes a voice note, or the way that was chosen.
func takeVoice(_ context.Context, e talk.Event, a talk.Answers) error {
	voiceRemark.Clear(a)
	switch e := e.(type) {
	case talk.Sent:
		switch {
		case e.Seconds > directory.MaxSpoken:
			voiceRemark.Set(a, "long")
			return talk.Stay
		case e.Seconds < minSpoken:
			voiceRemark.Set(a, "short")
			return talk.Stay
		}
		voiceFile.Set(a, e.File)
		voiceSeconds.Set(a, e.Seconds)
		voiceGo.Set(a, "check")
		return nil
	case talk.Chose:
		switch e.Option {
		case "hear":
			voiceHeard.Set(a, true)
			return talk.Stay
		case "again":
			forgetVoice(a)
			voiceGo.Set(a, "one")
			return nil
		case "leave":
			forgetVoice(a)
			voiceGo.Set(a, "languages")
			return nil
		case "save":
			if voiceFile.Of(a) == "" {
				return &talk.Retry{Text: locales.VoiceSendOne()}
			}
			voiceGo.Set(a, "save")
			return nil
		case "remove", "languages":
			voiceHeard.Clear(a)
			voiceGo.Set(a, e.Option)
			return nil
		}
	}
	return &talk.Retry{Text: locales.VoiceSendOne()}
}

// forgetVoice drops what was recorded and not saved.
func forgetVoice(a talk.Answers) {
	voiceFile.Clear(a)
	voiceSeconds.Clear(a)
	voiceHeard.Clear(a)
}
