package web

import (
	"net/http"
	"strings"
	"testing"
)

func TestWithoutJavaScript(t *testing.T) {
	w := newWorld(t, nil)
	b := w.browser()
	b.header.Set("Sec-Fetch-Site", "none")
	if res := b.open(); res.StatusCode != http.StatusOK {
		t.Fatalf("status %d", res.StatusCode)
	}
	b.header.Set("Sec-Fetch-Site", "same-origin")
	in := w.desk.newest(t)
	if in.Text != "/start" || in.Language != "en-GB" || in.Chat.Door != "web" || !in.At.Equal(w.clock.Now()) {
		t.Errorf("the first Inbound is %+v", in)
	}
	b.sees("nobody reads what you write here")

	b.press("Find somebody to talk to")
	if in := w.desk.newest(t); in.Data != "find" || in.Text != "" || in.Callback == "" {
		t.Errorf("the press brought %+v", in)
	}
	b.sees("5 places that fit")
	b.seesNot("nobody reads what you write here") // the living message was edited in place

	b.press("1. Tea and Talk")
	b.sees("5 places that fit") // the card is a message of its own
	b.sees(`<a href="tel:+441632960123" dir="ltr" rel="noreferrer noopener">01632 960123</a>`)

	b.say("I can't <sleep> & worry")
	in = w.desk.newest(t)
	if in.Text != "I can't <sleep> & worry" || in.Data != "" || in.Message == "" {
		t.Errorf("the text brought %+v", in)
	}
	list := screen(t, b.page)
	own := list[len(list)-2]
	if !own.own || own.text != "I can't <sleep> & worry" || own.id != in.Message {
		t.Errorf("the person's own message is %+v", own)
	}
	for _, address := range b.trail {
		if strings.Contains(address, "sleep") {
			t.Errorf("the address %q holds what was typed", address)
		}
	}
}
