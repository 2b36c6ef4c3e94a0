package web

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"signpost/bot/channel"
	"signpost/bot/channel/channeltest"
	"signpost/bot/qr"
)

// TestDoor runs the suite of all doors, with a browser that has no JavaScript.
func TestDoor(t *testing.T) {
	channeltest.Test(t, channeltest.Harness{
		Open: func(t *testing.T, r channel.Receiver) (channel.Channel, channeltest.Person) {
			w := newWorld(t, func(o *Options) { o.Receiver = r })
			return w.site, &person{w.browser()}
		},
		Block: func(t *testing.T, p channeltest.Person) { p.(*person).ask("POST", "/leave", url.Values{}) },
	})
}

// person is a browser as the suite wants it.
type person struct{ *browser }

func (p *person) Write(text string)         { p.say(text) }
func (p *person) Press(label string)        { p.press(label) }
func (p *person) Share(float64, float64)    { p.t.Error("the page takes no position") }
func (p *person) Attach(channel.Media) bool { return false }

func (p *person) Screen() []channeltest.Shown {
	p.look()
	var all []channeltest.Shown
	for _, m := range screen(p.t, p.page) {
		if !m.own {
			all = append(all, channeltest.Shown{
				Text: m.text, Buttons: m.buttons, Links: m.links, QR: m.drawn != "" && m.drawn == wanted(p.t),
			})
		}
	}
	return all
}

func (p *person) Popup() string {
	p.look()
	return byID(p.t, p.page, "popup-text")
}

// look looks at the page again; somebody without a cookie has nothing to see.
func (p *person) look() {
	if len(p.jar) > 0 {
		if res := p.open(); res.StatusCode != http.StatusOK {
			p.t.Errorf("status %d", res.StatusCode)
		}
	}
}

// wanted is the line of the QR code of the suite.
func wanted(t *testing.T) string {
	t.Helper()
	s, err := qr.SVG(channeltest.QR)
	if err != nil {
		t.Fatal(err)
	}
	_, s, _ = strings.Cut(s, `d="M0 0`)
	_, s, _ = strings.Cut(s, `d="`)
	s, _, _ = strings.Cut(s, `"`)
	return s
}
