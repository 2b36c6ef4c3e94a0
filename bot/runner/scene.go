package runner

import (
	"signpost/bot/channel"
	"signpost/bot/talk"
	"signpost/locales"
)

// scene is what the engine may know of the moment, before anything is loaded.
func (r *Runner) scene(in channel.Inbound) talk.Scene {
	app := locales.Match(in.Language)
	sc := talk.Scene{Now: r.Now(), Door: in.Chat.Door, App: app, Language: app, Group: in.Group, Message: in.Message, Chat: key(in.Chat), Late: r.isLate(in)}
	sc.Card = r.cards.get(in.Chat, sc.Now).name
	if sc.Language == "" {
		sc.Language = locales.Source
	}
	if l, ok := r.languages.get(key(in.Chat)); ok {
		sc.Language = l
	}
	if d, ok := r.doors[in.Chat.Door]; ok {
		sc.Abilities = d.Abilities()
	}
	return sc
}

func key(c channel.Chat) string { return c.Door + "\x00" + c.ID }
