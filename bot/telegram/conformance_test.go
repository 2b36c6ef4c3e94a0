package telegram

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode"

	"signpost/bot/channel"
	"signpost/bot/channel/channeltest"
	"signpost/bot/qr"
)

func TestConformance(t *testing.T) {
	channeltest.Test(t, channeltest.Harness{
		Open: func(t *testing.T, r channel.Receiver) (channel.Channel, channeltest.Person) {
			f := newFake(t)
			b, _ := f.door()
			f.start(b, r)
			return b, &person{f: f}
		},
		Block: func(_ *testing.T, p channeltest.Person) {
			f := p.(*person).f
			f.mu.Lock()
			defer f.mu.Unlock()
			f.blocked = true
		},
	})
}

// person sits in front of the fake, in chat 1001.
type person struct {
	f    *fake
	taps int
}

const theirs = 1001

func (p *person) Write(text string) { p.f.says(theirs, text) }

func (p *person) Press(label string) {
	p.f.mu.Lock()
	message, data := int64(0), ""
	for _, m := range p.f.messages {
		for _, row := range m.keys {
			for _, k := range row {
				if k.Text == label {
					message, data = m.id, k.Data
				}
			}
		}
	}
	p.f.mu.Unlock()
	p.taps++
	p.f.taps(theirs, message, fmt.Sprint("tap", p.taps), data)
}

func (p *person) Share(lat, lon float64) {
	p.f.push(map[string]any{"message": p.f.from(theirs, map[string]any{"location": map[string]any{"latitude": lat, "longitude": lon}})})
}

func (p *person) Attach(kind channel.Media) bool {
	if kind == channel.Voice {
		p.f.mu.Lock()
		p.f.sounds["x"] = channeltest.Sound
		p.f.mu.Unlock()
	}
	field := string(kind)
	if kind == channel.Other {
		field = "dice"
	}
	p.f.push(map[string]any{"message": p.f.from(theirs, map[string]any{field: map[string]any{"file_id": "x", "duration": 7}})})
	return true
}

func (p *person) Popup() string {
	p.f.mu.Lock()
	defer p.f.mu.Unlock()
	return p.f.alert
}

func (p *person) Screen() []channeltest.Shown {
	p.f.mu.Lock()
	defer p.f.mu.Unlock()
	var screen []channeltest.Shown
	for _, m := range p.f.messages {
		shown := channeltest.Shown{Text: m.text + strings.Join(m.pin, "\n"), Links: map[string]string{}, QR: m.photo != "" && m.photo == wanted(p.f.t), Voice: m.voice == channeltest.Sound, File: m.file}
		for _, row := range m.keys {
			row = slices.Clone(row)
			if strings.ContainsFunc(m.text, func(r rune) bool { return unicode.Is(unicode.Arabic, r) }) {
				slices.Reverse(row)
			}
			for _, k := range row {
				shown.Buttons = append(shown.Buttons, k.Text)
				if k.URL != "" {
					shown.Links[k.Text] = k.URL
				}
			}
		}
		screen = append(screen, shown)
	}
	return screen
}

// wanted is the QR code of the suite as a file.
func wanted(t *testing.T) string {
	b, err := qr.PNG(channeltest.QR)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}
