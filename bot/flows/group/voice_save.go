package group

import (
	"context"
	"encoding/json"
	"slices"

	"signpost/bot/talk"
	"signpost/bot/upkeep"
	"signpost/directory"
	"signpost/locales"
)

// saveVoice asks for what was recorded to be kept. Its sound is fetched only then.
func (k keeper) saveVoice(ctx context.Context, sc talk.Scene, a talk.Answers, t *talk.Turn) error {
	s, err := k.load(ctx, a)
	if err != nil || s == nil {
		voiceGo.Set(a, "gone")
		return err
	}
	h := handIn(sc, t)
	v := directory.Voice{
		ID: k.chance.ID(), Language: voiceIn.Of(a), Seconds: voiceSeconds.Of(a), Of: s.VoiceHash(), On: h.today,
	}
	c := h.change(s, nil)
	c.Record = &directory.Recording{Voice: v}
	t.Apply = &talk.Apply{
		Change: c, Do: h.voiced(s, v.Language, &v),
		Fetch: &talk.Voice{ID: v.ID, File: voiceFile.Of(a), Language: v.Language, Seconds: v.Seconds},
	}
	forgetVoice(a)
	removed.Clear(a)
	voiceGo.Set(a, "wait")
	return nil
}

// removeVoice asks for a recording to be taken away.
func (k keeper) removeVoice(ctx context.Context, sc talk.Scene, a talk.Answers, t *talk.Turn) error {
	s, err := k.load(ctx, a)
	if err != nil || s == nil {
		voiceGo.Set(a, "gone")
		return err
	}
	h := handIn(sc, t)
	c := h.change(s, nil)
	c.Silence = voiceIn.Of(a)
	t.Apply = &talk.Apply{Change: c, Do: h.voiced(s, c.Silence, nil)}
	removed.Set(a, true)
	voiceGo.Set(a, "wait")
	return nil
}

// voiced writes down that a recording came in the place of what there was in a
// language, or nothing did, and forgets where doors have the sound of that.
func (h hand) voiced(s *directory.Service, language string, now *directory.Voice) []talk.Effect {
	e := upkeep.Entry{Day: h.today, Role: h.role, Group: h.group, What: "voice", Service: s.ID}
	var do []talk.Effect
	if before, ok := s.VoiceIn(language); ok {
		e.Before = inRecord(before)
		do = append(do, upkeep.Silence{Recording: before.ID})
	}
	if now != nil {
		e.After = inRecord(*now)
	}
	return append(do, upkeep.Record{Entry: e})
}

// inRecord is what the record of changes says of a recording: not what is said in
// it.
func inRecord(v directory.Voice) string {
	b, err := json.Marshal(struct {
		Language string
		Seconds  int
	}{v.Language, v.Seconds})
	if err != nil {
		panic("group: a language and a number: " + err.Error())
	}
	return string(b)
}

func askRemoveVoice(_ context.Context, _ talk.Scene, a talk.Answers) (locales.Text, error) {
	return locales.VoiceAskRemove(ownName(voiceIn.Of(a))), nil
}

// showVoiceDone says what became of it.
func (k keeper) showVoiceDone(ctx context.Context, _ talk.Scene, a talk.Answers) (talk.Screen, error) {
	s, err := k.load(ctx, a)
	if err != nil {
		return talk.Screen{}, err
	}
	if s == nil {
		return gone(), nil
	}
	body := locales.VoiceSaved(ownName(voiceIn.Of(a)))
	switch r := outcome.Of(a); {
	case !r.OK && (r.Refused || removed.Of(a)):
		body = locales.UpkeepNotSaved()
	case !r.OK:
		body = locales.VoiceNotSaved()
	case removed.Of(a):
		body = locales.VoiceRemoved()
	}
	return talk.Screen{Body: body, Rows: voiceWays(s)}, nil
}

// takeVoiceDone leads back to the languages.
func takeVoiceDone(_ context.Context, e talk.Event, _ talk.Answers) error {
	if c, ok := e.(talk.Chose); ok && c.Option == "languages" {
		return nil
	}
	return &talk.Retry{Text: locales.TalkChooseOne()}
}

// oldVoices reports whether a recording was made of other English words than a
// listing has now.
func oldVoices(s *directory.Service) bool { return slices.ContainsFunc(s.Voices, s.OldVoice) }
