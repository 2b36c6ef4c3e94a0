package web

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"signpost/bot/channel"
)

// front knows those of staff it was told to, as the runner does.
type front struct{ known map[string]bool }

func (f *front) answer(in channel.Inbound) []channel.Letter {
	l := channel.Letter{HTML: "Hello", Staff: channel.Unknown}
	switch {
	case in.Text == "join":
		f.known[in.Staff] = true
	case in.Text == "leave":
		delete(f.known, in.Staff)
		l.Staff = channel.Left
		return []channel.Letter{l}
	}
	if f.known[in.Staff] {
		l.HTML, l.Staff = "Hello again", channel.Known
	}
	return []channel.Letter{l}
}

func staffWorld(t *testing.T, change func(*Options)) (*world, *front) {
	w, f := newWorld(t, change), &front{known: map[string]bool{}}
	w.desk.answer = f.answer
	return w, f
}

// Whoever only looks for help has one cookie, that of the chat.
func TestMembersHaveNoCookieOfStaff(t *testing.T) {
	w, _ := staffWorld(t, nil)
	b := w.browser()
	b.open()
	b.say("hello")
	b.goTo("GET", "/go/i00000000000000000000000008", nil)
	if _, ok := b.jar[staffName]; ok || len(b.jar) != 1 {
		t.Errorf("cookies %v", b.jar)
	}
}

// Who becomes known here gets a cookie of their own, that scripts can't read, and
// that goes 12 hours after the last visit.
func TestCookieOfStaff(t *testing.T) {
	for name, secure := range map[string]bool{staffName: false, secureStaff: true} {
		w, _ := staffWorld(t, func(o *Options) {
			if secure {
				o.Origin = "https://example.org"
			}
		})
		b := w.browser()
		b.open()
		b.ask("POST", "/say", url.Values{"text": {"join"}, "u": {"1"}})
		for range 2 { // the second time it was there already
			c := setBy(b.last, name)
			if c == nil {
				t.Fatalf("%s: no cookie: %v", name, b.last.Header["Set-Cookie"])
			}
			if !c.HttpOnly || c.Secure != secure || c.SameSite != http.SameSiteLaxMode || c.Path != "/" || c.MaxAge != 12*60*60 {
				t.Errorf("the cookie is %s", c)
			}
			b.open()
		}
		if strings.Contains(w.log.String(), b.jar[name]) || strings.Contains(w.desk.newest(t).Staff, b.jar[name]) {
			t.Error("the token is outside its cookie")
		}
	}
}

func setBy(r *http.Response, name string) *http.Cookie {
	for _, c := range r.Cookies() {
		if c.Name == name {
			return c
		}
	}
	return nil
}

// To leave quickly, and half an hour without a touch, end the chat and not who
// somebody is; "leave this computer" ends that.
func TestLeavingKeepsStaff(t *testing.T) {
	w, f := staffWorld(t, nil)
	b := w.browser()
	b.open()
	b.say("join")
	b.ask("POST", "/leave", url.Values{})
	if len(b.jar) != 1 || b.jar[staffName] == "" {
		t.Fatalf("after leaving there are the cookies %v", b.jar)
	}
	b.open()
	if !strings.Contains(b.page, "Hello again") {
		t.Error("they are not known any more")
	}
	w.clock.pass(31 * time.Minute)
	w.site.Sweep(t.Context())
	b.open()
	b.say("hello")
	if !strings.Contains(b.page, "Hello again") {
		t.Error("they are not known any more after half an hour")
	}
	before := b.jar[staffName]
	b.say("leave")
	if _, still := b.jar[staffName]; still || len(f.known) != 0 {
		t.Errorf("after leaving the computer: %v, %v", b.jar, f.known)
	}
	b.say("join")
	if got := b.jar[staffName]; got == "" || got == before {
		t.Error("who joins again has the token of before")
	}
}

// A cookie that leads to nobody is taken away, and never becomes somebody's: it
// may have been put there by another.
func TestAPlantedCookie(t *testing.T) {
	w, f := staffWorld(t, nil)
	b := w.browser()
	planted := strings.Repeat("A", 22)
	b.jar[staffName] = planted
	b.open()
	if _, still := b.jar[staffName]; still {
		t.Error("a cookie that leads to nobody stays")
	}
	b.jar[staffName] = planted // it comes again
	b.say("join")
	if f.known[staffID(planted)] || b.jar[staffName] == planted || b.jar[staffName] == "" {
		t.Errorf("who joined has the cookie %q", b.jar[staffName])
	}
	other := w.browser()
	other.jar[staffName] = planted
	other.open()
	if strings.Contains(other.page, "Hello again") {
		t.Error("the one who planted it is known")
	}
}
