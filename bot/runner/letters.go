package runner

import (
	"signpost/bot/channel"
	"signpost/bot/talk"
	"signpost/locales"
)

// letters puts messages into the words of a language, for the door an event
// came through.
func (r *Runner) letters(language string, in channel.Inbound, say []talk.Message) []channel.Letter {
	can := r.scene(in).Abilities
	var out []channel.Letter
	for _, m := range say {
		if m.Popup {
			l := r.letter(language, in, m)
			if can.Popups && in.Callback != "" {
				l.Popup, l.HTML, l.Rows, l.Callback = locales.Plain(l.HTML), "", nil, in.Callback
			}
			out = append(out, l)
			continue
		}
		if m.Pin != nil && can.Venue {
			pin := *m.Pin
			out = append(out, channel.Letter{Chat: in.Chat, Language: language, Pin: &pin, Silent: true})
		}
		l := r.letter(language, in, m)
		if !m.Fresh && can.Edits && in.Tapped != "" {
			l.Edit = in.Tapped
		}
		out = append(out, l)
	}
	return out
}

// letter words one message.
func (r *Runner) letter(language string, in channel.Inbound, m talk.Message) channel.Letter {
	l := channel.Letter{
		Chat: in.Chat, Language: language, RTL: locales.IsRTL(language),
		HTML: r.Words.Render(language, m.Body), Keep: m.Keep,
	}
	for _, row := range m.Rows {
		var buttons []channel.Button
		for _, k := range row {
			label := locales.Plain(r.Words.Render(language, k.Label))
			buttons = append(buttons, channel.Button{Label: label, Data: k.Data, URL: k.URL})
		}
		l.Rows = append(l.Rows, buttons)
	}
	return l
}

// remover makes the letter that removes messages from a chat, at a door that can.
func (r *Runner) remover(in channel.Inbound) func([]string) Post {
	if !r.scene(in).Abilities.Deletes {
		return nil
	}
	return func(messages []string) Post {
		return posts([]channel.Letter{{Chat: in.Chat, Delete: messages}})[0]
	}
}
