package web

import (
	"context"
	"errors"
	"fmt"
	"html/template"

	"signpost/bot/channel"
	"signpost/bot/qr"
	"signpost/bot/talk"
)

// maxLetter is the size of a letter, in bytes of HTML and labels, that the page
// takes. The longest list of services is a tenth of it.
const maxLetter = 128 << 10

// Send puts a letter on the page of its chat, where the next look at the page
// finds it. It gives channel.Gone when there is no such page in memory (it ended,
// or we started anew: the page then asks to resume) and channel.Refused for a
// letter that is too large or has nothing to show.
func (s *Site) Send(ctx context.Context, l channel.Letter) (channel.Sent, error) {
	if err := ctx.Err(); err != nil {
		return channel.Sent{}, err
	}
	if l.Chat.Door != DoorName {
		return channel.Sent{}, fmt.Errorf("a letter for the door %q: %w", l.Chat.Door, channel.Refused)
	}
	c := s.chats.byID(l.Chat.ID)
	if c == nil || c.ended() {
		return channel.Sent{}, channel.Gone
	}
	c.recognised(l.Staff)
	switch {
	case l.Clear:
		c.clear()
		return channel.Sent{}, nil
	case len(l.Delete) > 0:
		c.remove(l.Delete...)
		return channel.Sent{}, nil
	case l.Popup != "":
		if !c.note(popup(l)) {
			return channel.Sent{}, channel.Gone
		}
		return channel.Sent{}, nil
	}
	drawing := ""
	if l.QR != "" {
		var err error
		if drawing, err = qr.SVG(l.QR); err != nil || len(l.QR) > channel.MaxQR {
			return channel.Sent{}, fmt.Errorf("a QR code that can't be drawn: %w", channel.Refused)
		}
	}
	if l.Voice != nil && s.o.Recordings != nil && l.Voice.Of != "" {
		_, _, err := s.o.Recordings.Sound(ctx, l.Voice.Of, l.Voice.Language)
		if err != nil && !errors.Is(err, channel.ErrNoRecording) {
			return channel.Sent{}, fmt.Errorf("looking for a recording: %w", err)
		}
		if err == nil {
			drawing += string(player(*l.Voice))
		}
	}
	if l.File != nil && !channel.Carries(*l.File) {
		return channel.Sent{}, fmt.Errorf("a file that can't be carried: %w", channel.Refused)
	}
	m := s.compose(l, drawing)
	if m.body == "" && len(m.rows) == 0 {
		if l.Callback != "" { // only to say that the tap arrived: the page shows it
			return channel.Sent{}, nil
		}
		return channel.Sent{}, fmt.Errorf("an empty letter: %w", channel.Refused)
	}
	if m.size > maxLetter {
		return channel.Sent{}, fmt.Errorf("a letter of %d bytes: %w", m.size, channel.Refused)
	}
	id, ok := c.put(m, l.Edit)
	if !ok {
		return channel.Sent{}, channel.Gone
	}
	return channel.Sent{Message: id}, nil
}

// popup is the text of a message box; it comes as plain text.
func popup(l channel.Letter) template.HTML {
	return markup(template.HTMLEscapeString(l.Popup), l.RTL, "")
}

// compose makes a letter fit for the page, with a drawing above its words.
func (s *Site) compose(l channel.Letter, drawing string) message {
	m := message{
		body:   markup(l.HTML, l.RTL, s.o.Origin),
		lang:   l.Language,
		rtl:    l.RTL,
		keep:   l.Keep,
		urgent: l.Urgent && !l.Quiet,
	}
	for _, row := range l.Rows {
		var kept []channel.Button
		for _, b := range row {
			if b.URL != "" {
				b.URL, _ = address(b.URL, s.o.Origin)
				b.Data = ""
			}
			if b.Label != "" && (b.URL != "" || b.Data != "") {
				kept = append(kept, b)
				m.size += len(b.Label) + len(b.Data) + len(b.URL)
			}
		}
		if len(kept) > 0 {
			m.rows = append(m.rows, kept)
		}
	}
	m.body = template.HTML(drawing) + m.body // our own tags, numbers and escaped ids: nothing of the text
	if l.Pin != nil {
		m.body += pin(*l.Pin, l.RTL)
	}
	if l.File != nil {
		m.body += download(*l.File)
	}
	m.size += len(m.body)
	return m
}

// pin is a place in words with a link to the map. The page's Abilities ask for a
// link rather than a pin; a pin that comes all the same is not lost.
func pin(p talk.Pin, rtl bool) template.HTML {
	name := p.Title
	if name == "" {
		name = p.Address
	}
	s := `<a href="` + template.HTMLEscapeString(mapAt(p.Lat, p.Lon)) + `">` + template.HTMLEscapeString(name) + `</a>`
	if p.Title != "" && p.Address != "" {
		s += "\n" + template.HTMLEscapeString(p.Address)
	}
	return markup(s, rtl, "")
}
