package web

import (
	"encoding/base64"
	"io"
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
			w := newWorld(t, func(o *Options) { o.Receiver, o.Recordings = r, channeltest.Recordings })
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
				Voice: m.plays != "" && p.hears(m.plays) == channeltest.Sound,
				File:  p.unpacked(m.file),
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

// unpacked is the file in an address; "" for no address.
func (p *person) unpacked(address string) string {
	p.t.Helper()
	_, sealed, ok := strings.Cut(address, "data:text/csv;charset=utf-8;base64,")
	b, err := base64.StdEncoding.DecodeString(sealed)
	if err != nil || ok != (address != "") {
		p.t.Errorf("no file is in the address %.60q: %v", address, err)
	}
	return string(b)
}

// hears is what comes from an address to somebody whom nobody knows there.
func (p *person) hears(address string) string {
	p.t.Helper()
	res, err := p.server.Client().Get(p.server.URL + address)
	if err != nil {
		p.t.Fatal(err)
	}
	defer res.Body.Close()
	b, err := io.ReadAll(res.Body)
	if err != nil || len(res.Cookies()) > 0 {
		p.t.Errorf("%s: %d cookies, %v", address, len(res.Cookies()), err)
	}
	return string(b)
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
