package runner

import (
	"strings"

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
		l.QR, l.Voice, l.File = m.QR, m.Voice, m.File
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
		HTML: r.Words.Render(language, m.Body), Keep: m.Keep, Silent: r.isLate(in),
	}
	for _, row := range m.Rows {
		var buttons []channel.Button
		for _, k := range row {
			label := alone(locales.Plain(r.Words.Render(language, k.Label)))
			buttons = append(buttons, channel.Button{Label: label, Data: k.Data, URL: k.URL})
		}
		l.Rows = append(l.Rows, buttons)
	}
	return l
}

// alone takes the marks of direction off a label that is one value as a whole:
// they keep apart what stands in a line, and a button is a line of its own.
func alone(label string) string {
	inner, ok := strings.CutPrefix(strings.TrimPrefix(label, "\u200f"), "\u2068")
	if inner, closed := strings.CutSuffix(inner, "\u2069"); ok && closed && !strings.ContainsAny(inner, "\u2068\u2069") {
		return inner
	}
	return label
}

// remover makes the letter that removes messages from a chat, at a door that can.
func (r *Runner) remover(in channel.Inbound) func([]string) Post {
	if !r.scene(in).Abilities.Deletes {
		return nil
	}
	return func(messages []string) Post {
		return r.posts([]channel.Letter{{Chat: in.Chat, Delete: messages}})[0]
	}
}
