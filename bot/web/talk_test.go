package web

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"signpost/bot/channel"
	"signpost/locales"
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

func TestUpdatesAreNotTakenTwice(t *testing.T) {
	w := newWorld(t, nil)
	b := w.browser()
	b.open()
	before := len(w.desk.inbounds())
	form := url.Values{"text": {"I can't sleep"}, "u": {b.nonce()}}
	b.ask("POST", "/say", form)
	b.ask("POST", "/say", form) // pressed twice
	if got := len(w.desk.inbounds()) - before; got != 1 {
		t.Errorf("a double press brought %d messages, want 1", got)
	}
	form.Set("text", "something else") // typed on a page that the browser kept
	b.ask("POST", "/say", form)
	if got := w.desk.newest(t).Text; got != "something else" {
		t.Errorf("the newest text is %q: a message was lost", got)
	}
	b.open()
	b.say("I can't sleep") // said again
	if got := len(w.desk.inbounds()) - before; got != 3 {
		t.Errorf("%d messages arrived, want 3", got)
	}
}

func TestPayload(t *testing.T) {
	for _, c := range []struct{ path, text string }{
		{"/?start=poster-7_x", "/start poster-7_x"},
		{"/go/poster-7_x", "/start poster-7_x"},
		{"/go/" + strings.Repeat("a", 64), "/start " + strings.Repeat("a", 64)},
		{"/?start=", "/start"},
		{"/go/", "/start"},
	} {
		w := newWorld(t, nil)
		b := w.browser()
		res := b.ask("GET", c.path, nil)
		if res.StatusCode != http.StatusSeeOther || res.Header.Get("Location") != "/" {
			t.Errorf("%s: status %d to %q", c.path, res.StatusCode, res.Header.Get("Location"))
		}
		b.open()
		if all := w.desk.inbounds(); len(all) != 1 || all[0].Text != c.text {
			t.Errorf("%s brought %+v, want %q once", c.path, all, c.text)
		}
	}
	for _, path := range []string{"/go/a b", "/go/a%20b", "/?start=%3Cb%3E", "/go/" + strings.Repeat("a", 65), "/go/a/b"} {
		w := newWorld(t, nil)
		b := w.browser()
		path = strings.ReplaceAll(path, " ", "%20")
		if res := b.ask("GET", path, nil); res.StatusCode != http.StatusNotFound || len(w.desk.inbounds()) != 0 {
			t.Errorf("%s: status %d, %d Inbounds", path, res.StatusCode, len(w.desk.inbounds()))
		}
	}
}

func TestNobodyIsGreetedForAMachine(t *testing.T) {
	w := newWorld(t, nil)
	b := w.browser()
	b.ask("HEAD", "/", nil)
	b.header.Set("Sec-Purpose", "prefetch;prerender")
	b.ask("GET", "/", nil)
	b.ask("GET", "/go/poster", nil)
	if n := len(w.desk.inbounds()); n != 0 {
		t.Errorf("%d chats were begun for nobody", n)
	}
}

func TestTwoTabs(t *testing.T) {
	w := newWorld(t, nil)
	one := w.browser()
	one.open()
	two := w.browser()
	two.jar = one.jar
	two.open()
	if n := len(w.desk.inbounds()); n != 1 {
		t.Errorf("two tabs began %d chats, want 1", n)
	}
	one.press("Find somebody to talk to")
	two.press("How things work") // on the page as it was
	if in := w.desk.newest(t); in.Data != "how" {
		t.Errorf("the second tab's press brought %+v", in)
	}
	one.open()
	two.open()
	if one, two := screen(t, one.page), screen(t, two.page); len(one) != len(two) {
		t.Errorf("the tabs show %d and %d messages", len(one), len(two))
	}
}

func TestOneAtATime(t *testing.T) {
	w := newWorld(t, nil)
	b := w.browser()
	b.open()
	block := make(chan struct{})
	w.desk.mu.Lock()
	w.desk.block = block
	w.desk.mu.Unlock()
	status := make(chan int, 20)
	for i := range 20 {
		tab := *b
		go func() {
			status <- tab.ask("POST", "/say", url.Values{"text": {fmt.Sprint("message ", i)}}).StatusCode
		}()
	}
	refused := 0
	for range 20 - 1 - maxWaiting { // one is under way, some wait, the rest is asked to slow down
		if <-status == http.StatusTooManyRequests {
			refused++
		}
	}
	close(block)
	for range 1 + maxWaiting {
		if got := <-status; got != http.StatusSeeOther {
			t.Errorf("one that waited got %d", got)
		}
	}
	if refused != 20-1-maxWaiting {
		t.Errorf("%d were asked to slow down, want %d", refused, 20-1-maxWaiting)
	}
}

func TestProblems(t *testing.T) {
	for _, c := range []struct {
		name, method, path string
		form               url.Values
		status             int
		want               locales.Text
	}{
		{"no such page", "GET", "/secret", nil, 404, say.Missing},
		{"no such file", "GET", "/static/page.000.css", nil, 404, say.Missing},
		{"wrong method", "GET", "/say", nil, 405, say.Missing},
		{"wrong method of the page", "POST", "/", url.Values{}, 405, say.Missing},
		{"odd method", "DELETE", "/", nil, 405, say.Missing},
		{"leaving by a link", "GET", "/leave", nil, 405, say.Missing},
		{"too large", "POST", "/say", url.Values{"text": {strings.Repeat("long ", 20000)}}, 413, say.Large},
		{"no button", "POST", "/press", url.Values{"b": {"x"}}, 400, say.Odd},
		{"a button of 65 bytes", "POST", "/press", url.Values{"b": {"x " + strings.Repeat("d", 65)}}, 400, say.Odd},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := newWorld(t, nil)
			b := w.browser()
			b.header.Set("Accept-Language", "fr;q=0.5")
			res := b.ask(c.method, c.path, c.form)
			if res.StatusCode != c.status {
				t.Errorf("status %d, want %d", res.StatusCode, c.status)
			}
			if res.StatusCode == 405 && res.Header.Get("Allow") == "" {
				t.Error("a wrong method is not told the right one")
			}
			b.told(w.words("en", c.want))
			b.sees(`<html lang="en" dir="ltr">`)
			b.sees(`action="/leave"`) // the way out is on every screen
			b.header.Set("Accept-Language", "ur-PK,en;q=0.5")
			b.ask(c.method, c.path, c.form)
			b.told(w.words("ur", c.want))
			b.sees(`<html lang="ur" dir="rtl">`)
			if n := len(w.desk.inbounds()); n != 0 {
				t.Errorf("%d Inbounds arrived", n)
			}
		})
	}
}

func TestLanguageOfThePageIsThatOfTheTalk(t *testing.T) {
	w := newWorld(t, nil)
	b := w.browser()
	b.header.Set("Accept-Language", "ur-PK")
	b.open()
	b.sees(`<html lang="ur" dir="rtl">`)
	b.sees(w.words("ur", say.Leave))
	m := screen(t, b.page)[0]
	if m.lang != "ur" || m.dir != "rtl" {
		t.Errorf("the message is lang %q dir %q", m.lang, m.dir)
	}
	b.say("hello") // the desk answers in English
	b.sees(`<html lang="en" dir="ltr">`)
	list := screen(t, b.page)
	if first, last := list[0], list[len(list)-1]; first.dir != "rtl" || last.dir != "ltr" {
		t.Errorf("directions %q and %q", first.dir, last.dir)
	}
}

func TestPopupWaitsToBeClosed(t *testing.T) {
	w := newWorld(t, nil)
	b := w.browser()
	b.open()
	b.press("Urgent help")
	for range 2 { // a reload does not lose it
		b.open()
		if got := byID(t, b.page, "popup-text"); got != "Helpline: 0808 157 0001\nFree & open all night" {
			t.Errorf("the box says %q", got)
		}
	}
	b.goTo("POST", "/dismiss", url.Values{})
	if strings.Contains(b.page, "0808 157 0001") {
		t.Error("the closed box left something on the page")
	}
	b.press("Urgent help")
	b.press("How things work") // going on closes it too
	b.seesNot("popup-text")
}

// A browser that takes no cookie is answered all the same.
func TestWithoutCookies(t *testing.T) {
	w := newWorld(t, nil)
	b := w.browser()
	res := b.ask("POST", "/say", url.Values{"text": {"hello"}})
	if res.StatusCode != http.StatusOK {
		t.Errorf("status %d", res.StatusCode)
	}
	b.sees("I did not find that")
	if all := w.desk.inbounds(); len(all) != 1 || all[0].Text != "hello" {
		t.Errorf("arrived: %+v", all)
	}
}

func TestDemoSaysSo(t *testing.T) {
	for _, demo := range []bool{false, true} {
		w := newWorld(t, func(o *Options) { o.Demo = demo })
		b := w.browser()
		b.open()
		sentence := w.words("en", say.Demo)
		if strings.Contains(b.page, sentence) != demo {
			t.Errorf("demo %v: the page says %q: %v", demo, sentence, !demo)
		}
	}
}

func TestSmall(t *testing.T) {
	w := newWorld(t, nil)
	b := w.browser()
	size := 0
	for _, path := range []string{"/", w.site.assets.Style, w.site.assets.Script, w.site.assets.Dot} {
		b.ask("GET", path, nil)
		size += len(b.page)
	}
	if size > 30_000 {
		t.Errorf("the first page is %d bytes in all, want 30,000 at most", size)
	}
	t.Logf("the first page is %d bytes in all", size)
}

func TestHealth(t *testing.T) {
	b := newWorld(t, nil).browser()
	if b.ask("GET", "/healthz", nil).StatusCode != 200 || b.page != "ok\n" {
		t.Errorf("healthz says %q", b.page)
	}
	if b.ask("GET", "/readyz", nil).StatusCode != 200 || b.page != "ready\n" {
		t.Errorf("readyz says %q", b.page)
	}
	b = newWorld(t, func(o *Options) { o.Ready = func(context.Context) bool { return false } }).browser()
	if b.ask("GET", "/readyz", nil).StatusCode != 503 || b.page != "not ready\n" {
		t.Errorf("readyz says %q of a house that is not", b.page)
	}
}

func TestConnect(t *testing.T) {
	w := newWorld(t, func(o *Options) { o.Receiver = nil })
	b := w.browser()
	if res := b.open(); res.StatusCode != http.StatusServiceUnavailable {
		t.Errorf("without a Receiver: status %d", res.StatusCode)
	}
	b.told(w.words("en", say.Broken))
	w.site.Connect(w.desk)
	b.open()
	b.sees("nobody reads what you write here")
	if in := w.desk.newest(t); in.Text != "/start" {
		t.Errorf("somebody new brought %+v", in)
	}
}

// Who removes what they wrote leaves a page with one line on it that says
// nothing: no words of theirs, no answer to them, no box.
func TestAClearedPage(t *testing.T) {
	w := newWorld(t, nil)
	w.desk.answer = func(in channel.Inbound) []channel.Letter {
		if in.Data != "remove" {
			return []channel.Letter{{Language: "en", HTML: "These people answer.", Urgent: true, Quiet: true, Rows: rows("Remove", "remove")}}
		}
		return []channel.Letter{
			{Language: "en", Delete: []string{in.Tapped}, Clear: true},
			{Language: "en", HTML: "Places near you.", Rows: rows("Menu", "menu")},
		}
	}
	b := w.browser()
	b.open()
	b.say("about somebody at home")
	b.say("about somebody again")
	if strings.Contains(b.page, ` urgent"`) {
		t.Error("what must not catch the eye has the frame of what is urgent")
	}
	b.press("Remove")
	for _, gone := range []string{"about somebody", "These people"} {
		b.seesNot(gone)
	}
	b.sees("Places near you.")
	if all := screen(t, b.page); len(all) != 1 {
		t.Errorf("%d messages are left", len(all))
	}
}
