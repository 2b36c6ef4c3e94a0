package member

import (
	"context"

	"signpost/bot/counts"
	"signpost/bot/talk"
	"signpost/locales"
)

var why = talk.Answer[string]("why")

// unsaid is counted for who would not say why.
const unsaid = "unsaid"

// whys are why a place is not for somebody. What people could not use is what the
// county has to build.
var whys = []struct {
	id    string
	label func() locales.Text
}{
	{"far", locales.CardButtonWhyFar},
	{"time", locales.CardButtonWhyTime},
	{"language", locales.CardButtonWhyLanguage},
	{"known", locales.CardButtonWhyKnown},
	{"other_need", locales.CardButtonWhyOtherNeed},
	{"unreached", locales.CardButtonWhyUnreached},
}

// askWhy asks why a place is not for somebody; nobody has to say.
func askWhy() talk.Ask {
	var choices []talk.Choice
	for _, w := range whys {
		choices = append(choices, talk.Choice{ID: w.id, Label: w.label()})
	}
	return talk.One{
		Name: "why", Ask: talk.Say(locales.CardAskWhy), Options: talk.Always(choices...),
		Into: why, PerRow: 2, Skip: locales.ButtonSkip(),
	}.Step()
}

// turnedDown counts it, and the results come again.
func turnedDown(_ context.Context, _ talk.Scene, a talk.Answers, t *talk.Turn) error {
	said, ok := why.Get(a)
	if !ok {
		said = unsaid
	}
	t.Count = append(t.Count, counts.Entry{Kind: counts.NotForMe, Outcome: said})
	return nil
}
