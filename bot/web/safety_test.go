package web

import (
	"fmt"
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"signpost/bot/channel"
)

func TestHeaders(t *testing.T) {
	w := newWorld(t, nil)
	b := w.browser()
	for _, path := range []string{"/", "/nothing", "/healthz", "/ended", w.site.assets.Style} {
		h := b.ask("GET", path, nil).Header
		for name, want := range map[string]string{
			"Content-Security-Policy":    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; media-src 'self'; connect-src 'self'; form-action 'self' https:; base-uri 'none'; frame-ancestors 'none'",
			"Referrer-Policy":            "no-referrer",
			"X-Content-Type-Options":     "nosniff",
			"Cross-Origin-Opener-Policy": "same-origin",
		} {
			if got := h.Get(name); got != want {
				t.Errorf("%s: %s is %q, want %q", path, name, got, want)
			}
		}
		if !strings.Contains(h.Get("Permissions-Policy"), "geolocation=()") {
			t.Errorf("%s allows the page a position", path)
		}
		want := "no-store"
		if path == w.site.assets.Style {
			want = "public, max-age=31536000, immutable"
		}
		if got := h.Get("Cache-Control"); got != want {
			t.Errorf("%s: Cache-Control %q, want %q", path, got, want)
		}
	}
}

func TestNothingInTheirOwnPageRunsOrLoads(t *testing.T) {
	w := newWorld(t, nil)
	b := w.browser()
	b.open()
	if bad := regexp.MustCompile(`<style|<iframe|<[^>]* (style|on[a-z]+)=|javascript:|(src|href)="(https?:)?//`).FindString(b.page); bad != "" {
		t.Errorf("the page has %q", bad)
	}
	if strings.Count(b.page, "<script") != 1 {
		t.Error("the page has another script than its own")
	}
}

func TestCookie(t *testing.T) {
	for _, c := range []struct {
		name, header string
		change       func(*Options)
		secure       bool
	}{
		{"http on this machine", "", nil, false},
		{"https", "", func(o *Options) { o.Origin = "https://signpost.example" }, true},
		{"behind a proxy", "https", func(o *Options) { o.Proxied = true }, true},
		{"a header that nobody was told to trust", "https", nil, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := newWorld(t, c.change)
			b := w.browser()
			if c.header != "" {
				b.header.Set("X-Forwarded-Proto", c.header)
			}
			cookies := b.open().Cookies()
			if len(cookies) != 1 {
				t.Fatalf("%d cookies, want 1", len(cookies))
			}
			got := cookies[0]
			if !got.HttpOnly || got.SameSite != http.SameSiteLaxMode || got.Path != "/" || got.MaxAge != 0 || !got.Expires.IsZero() {
				t.Errorf("cookie %+v", got)
			}
			if got.Secure != c.secure || strings.HasPrefix(got.Name, "__Host-") != c.secure {
				t.Errorf("Secure %v, name %q", got.Secure, got.Name)
			}
			if len(got.Value) != 22 {
				t.Errorf("a token of %d characters, want 22", len(got.Value))
			}
			// Who reads a chat's id in a file or a log can't open the chat by it.
			if id := w.desk.newest(t).Chat.ID; strings.Contains(id, got.Value) || id == "" {
				t.Errorf("the chat's id %q gives the cookie away", id)
			}
			before := len(w.desk.inbounds())
			if b.open(); len(w.desk.inbounds()) != before {
				t.Error("a reload reached the Receiver: the cookie was not known again")
			}
		})
	}
}

func TestFormsOfOtherSitesAreRefused(t *testing.T) {
	for _, c := range []struct {
		name        string
		site        string
		origin      string
		want        int
		description string
	}{
		{"our own page", "same-origin", "null", http.StatusSeeOther, ""},
		{"another site", "cross-site", "https://evil.example", http.StatusForbidden, ""},
		{"a neighbour", "same-site", "https://other.example", http.StatusForbidden, ""},
		{"an old browser, our own page", "", "null", http.StatusSeeOther, ""},
		{"an old browser, another site", "", "https://evil.example", http.StatusForbidden, ""},
		{"no browser", "", "", http.StatusSeeOther, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := newWorld(t, nil)
			b := w.browser()
			b.open()
			before := len(w.desk.inbounds())
			b.header.Del("Sec-Fetch-Site")
			if c.site != "" {
				b.header.Set("Sec-Fetch-Site", c.site)
			}
			if c.origin != "" {
				b.header.Set("Origin", c.origin)
			}
			for path, form := range map[string]url.Values{"/say": {"text": {"hello"}}, "/press": {"b": {"x find"}}, "/dismiss": {}} {
				if res := b.ask("POST", path, form); res.StatusCode != c.want {
					t.Errorf("%s: status %d, want %d", path, res.StatusCode, c.want)
				}
			}
			if got := len(w.desk.inbounds()) - before; (got > 0) != (c.want == http.StatusSeeOther) {
				t.Errorf("%d Inbounds arrived", got)
			}
		})
	}
}

func TestLeave(t *testing.T) {
	w := newWorld(t, nil)
	b := w.browser()
	b.open()
	b.say("something private")
	chat := w.desk.newest(t).Chat
	res := b.ask("POST", "/leave", url.Values{})
	if res.StatusCode != http.StatusSeeOther || res.Header.Get("Location") != LeaveTo || b.page != "" {
		t.Errorf("status %d to %q with %q", res.StatusCode, res.Header.Get("Location"), b.page)
	}
	if got := res.Header.Get("Clear-Site-Data"); got != `"storage"` {
		t.Errorf("Clear-Site-Data %q", got)
	}
	if len(b.jar) != 0 {
		t.Errorf("cookies are left: %v", b.jar)
	}
	eventually(t, "the Receiver is told", func() bool { return w.desk.newest(t).Blocked })
	if got := w.desk.newest(t); got.Chat != chat {
		t.Errorf("told of chat %v, want %v", got.Chat, chat)
	}
	if _, err := w.site.Send(t.Context(), channel.Letter{Chat: chat, HTML: "late"}); err != channel.Gone {
		t.Errorf("a letter after leaving gives %v, want Gone", err)
	}
	b.open()
	b.seesNot("something private")
	if got := w.desk.newest(t); got.Chat == chat || got.Text != "/start" {
		t.Errorf("whoever comes next is %+v", got)
	}
}

func TestLeaveIsNotHeldUp(t *testing.T) {
	w := newWorld(t, nil)
	b := w.browser()
	b.open()
	block := make(chan struct{})
	w.desk.mu.Lock()
	w.desk.block = block
	w.desk.mu.Unlock()
	other := *b
	done := make(chan struct{})
	nonce := b.nonce()
	go func() {
		defer close(done)
		other.ask("POST", "/say", url.Values{"text": {"slow"}, "u": {nonce}})
	}()
	if res := b.ask("POST", "/leave", url.Values{}); res.StatusCode != http.StatusSeeOther {
		t.Errorf("status %d", res.StatusCode)
	}
	close(block)
	<-done
}

func TestLeaveFromElsewhereClearsNothing(t *testing.T) {
	w := newWorld(t, nil)
	b := w.browser()
	b.open()
	b.header.Set("Sec-Fetch-Site", "cross-site")
	if res := b.ask("POST", "/leave", url.Values{}); res.StatusCode != http.StatusSeeOther {
		t.Errorf("status %d: leaving is never refused", res.StatusCode)
	}
	if len(b.jar) != 1 || w.desk.newest(t).Blocked {
		t.Error("another site ended the chat")
	}
}

func TestResume(t *testing.T) {
	w := newWorld(t, nil)
	b := w.browser()
	b.open()
	chat := w.desk.newest(t).Chat
	again := newWorld(t, nil) // the program was started anew
	b.server = again.server
	b.open()
	in := again.desk.newest(t)
	if !in.Resume || in.Text != "" || in.Chat != chat {
		t.Errorf("the cookie of before brought %+v", in)
	}
	b.sees("nobody reads what you write here")

	third := newWorld(t, nil) // and once more, with the page still open
	b.server = third.server
	b.press("Find somebody to talk to")
	if in := third.desk.newest(t); in.Data != "find" || !in.Resume || in.Chat != chat || len(third.desk.inbounds()) != 1 {
		t.Errorf("a press on an old page brought %+v", third.desk.inbounds())
	}
	b.sees("5 places that fit")
}

func TestIdleChatsEnd(t *testing.T) {
	w := newWorld(t, nil)
	b := w.browser()
	b.open()
	chat := w.desk.newest(t).Chat
	w.clock.pass(29 * time.Minute)
	w.site.Sweep(t.Context())
	b.say("something private")
	w.clock.pass(29 * time.Minute)
	w.site.Sweep(t.Context())
	if w.desk.newest(t).Blocked {
		t.Fatal("a chat ended that was touched 29 minutes ago")
	}
	w.clock.pass(time.Minute)
	w.site.Sweep(t.Context())
	if in := w.desk.newest(t); !in.Blocked || in.Chat != chat {
		t.Fatalf("after 30 minutes the last Inbound is %+v", in)
	}
	w.site.Sweep(t.Context())
	ends := 0
	for _, in := range w.desk.inbounds() {
		if in.Blocked {
			ends++
		}
	}
	if ends != 1 {
		t.Errorf("the Receiver was told %d times", ends)
	}
	b.open()
	b.seesNot("something private")
}

// Somebody else opens the page at the same screen before the sweep came by.
func TestNobodyIsShownAnIdleChat(t *testing.T) {
	w := newWorld(t, nil)
	b := w.browser()
	b.open()
	b.say("something private")
	w.clock.pass(31 * time.Minute)
	b.open()
	b.seesNot("something private")
	all := w.desk.inbounds()
	if len(all) < 2 || !all[len(all)-2].Blocked || !all[len(all)-1].Resume {
		t.Errorf("the end was not told before the page was opened again: %+v", all)
	}

	// If the Receiver can't be told, it may still hold the conversation.
	w.clock.pass(31 * time.Minute)
	w.desk.fail = errDown
	if res := b.open(); res.StatusCode != http.StatusServiceUnavailable {
		t.Errorf("status %d, want 503", res.StatusCode)
	}
	w.desk.fail = nil
	w.site.Sweep(t.Context())
	if !w.desk.newest(t).Blocked {
		t.Error("the end was never told")
	}
}

func TestEndedPage(t *testing.T) {
	w := newWorld(t, nil)
	b := w.browser()
	b.open()
	b.goTo("GET", "/ended", nil) // another tab is alive: its chat is shown
	b.sees("nobody reads what you write here")
	w.clock.pass(20 * time.Minute)
	b.ask("GET", "/ended", nil)
	w.clock.pass(10 * time.Minute)
	b.ask("GET", "/ended", nil) // asking did not keep it alive
	b.told(w.words("en", say.Ended))
	if len(b.jar) != 0 || !w.desk.newest(t).Blocked {
		t.Errorf("cookies %v, last Inbound %+v", b.jar, w.desk.newest(t))
	}
}

// The page's own clock ends a talk that began before the program was started
// anew: nothing of it is in memory, and the Receiver must hear of the end.
func TestEndedPageAfterARestart(t *testing.T) {
	w := newWorld(t, nil)
	b := w.browser()
	b.open()
	chat := w.desk.newest(t).Chat
	again := newWorld(t, nil)
	b.server = again.server
	b.ask("GET", "/ended", nil)
	if in := again.desk.newest(t); !in.Blocked || in.Chat != chat || len(b.jar) != 0 {
		t.Errorf("it brought %+v; cookies %v", in, b.jar)
	}
}

func TestMemoryIsBounded(t *testing.T) {
	w := newWorld(t, func(o *Options) { o.MaxChats = 3 })
	busy := w.browser()
	busy.open()
	busy.say("I am really here")
	chat := w.desk.newest(t).Chat
	for range 10 {
		w.clock.pass(time.Second)
		w.browser().open()
	}
	if n := len(w.site.chats.open); n != 3 {
		t.Errorf("%d chats in memory, want 3", n)
	}
	if w.site.chats.byID(chat.ID) == nil {
		t.Error("a chat that was only opened pushed out one in use")
	}
	w.site.Sweep(t.Context())
	ends := 0
	for _, in := range w.desk.inbounds() {
		if in.Blocked {
			ends++
		}
	}
	if ends != 8 {
		t.Errorf("the Receiver was told of %d ends, want 8", ends)
	}

	large := strings.Repeat("long words ", 3000)
	for range 30 {
		if _, err := w.site.Send(t.Context(), channel.Letter{Chat: chat, Language: "en", HTML: large}); err != nil {
			t.Fatal(err)
		}
	}
	for i := range 200 {
		if _, err := w.site.Send(t.Context(), channel.Letter{Chat: chat, Language: "en", HTML: fmt.Sprint("letter ", i)}); err != nil {
			t.Fatal(err)
		}
	}
	c := w.site.chats.byID(chat.ID)
	size := 0
	for _, m := range c.messages {
		size += m.size
	}
	if len(c.messages) > maxMessages || c.bytes > maxBytes || size != c.bytes {
		t.Errorf("%d messages of %d bytes, counted as %d", len(c.messages), size, c.bytes)
	}
	busy.open()
	busy.sees("letter 199")
}

func TestStrangersAreHeldBack(t *testing.T) {
	w := newWorld(t, nil)
	status := map[int]int{}
	for range 220 {
		status[w.browser().open().StatusCode]++
	}
	if status[200] != 200 || status[503] != 20 {
		t.Errorf("220 new people at once got %v, want 200 pages and 20 asked to wait", status)
	}
}

func TestLateAnswer(t *testing.T) {
	w := newWorld(t, nil)
	b := w.browser()
	b.open()
	w.desk.slow = errDown
	b.say("hello there")
	late := `<p class="notice">` + w.words("en", say.Wait)
	b.sees(late)
	b.sees("hello there")
	w.desk.slow = nil
	if err := w.desk.Deliver(t.Context(), w.desk.newest(t).Chat); err != nil {
		t.Fatal(err)
	}
	b.open()
	b.seesNot(late)
	b.sees("I did not find that")
}

func TestBrokenReceiver(t *testing.T) {
	w := newWorld(t, nil)
	b := w.browser()
	b.open()
	w.desk.fail = errDown
	res := b.say("please <help> me")
	if res.StatusCode != http.StatusServiceUnavailable {
		t.Errorf("status %d", res.StatusCode)
	}
	b.told(w.words("en", say.Broken))
	b.sees(">please &lt;help&gt; me</textarea>") // to try again with
	if n := slices.IndexFunc(screen(t, b.page), func(m seen) bool { return m.own }); n >= 0 {
		t.Error("the page shows a message as sent that was not")
	}
	w.desk.fail = nil
	b.say("please <help> me") // the same form again is no double press now
	if got := w.desk.newest(t).Text; got != "please <help> me" {
		t.Errorf("the second try brought %q", got)
	}
	if strings.Contains(w.log.String(), "help") {
		t.Errorf("the log repeats what was typed: %s", w.log)
	}
}

// eventually waits for what happens after an answer was sent.
func eventually(t *testing.T, what string, ok func() bool) {
	t.Helper()
	for end := time.Now().Add(20 * time.Second); time.Now().Before(end); {
		if ok() {
			return
		}
	}
	t.Fatalf("%s: never", what)
}
