package web

import (
	"context"
	"net/http"
	"strings"
	"testing"

	"signpost/locales"
)

// In a demonstration whoever looks can be one person after the other; nothing of
// the one before is left.
func TestTry(t *testing.T) {
	w, f := staffWorld(t, func(o *Options) {
		o.Demo = true
		o.Try = []Try{
			{ID: "member", Label: locales.RoleName("member")},
			{ID: "coordinator", Label: locales.RoleName("coordinator"), Payload: func(context.Context) (string, error) {
				return "i00000000000000000000000008", nil
			}},
		}
	})
	b := w.browser()
	b.open()
	if !strings.Contains(b.page, `<a href="/try/coordinator">`) {
		t.Error("the page does not offer it")
	}
	b.say("join")
	before := b.jar[cookieName]
	b.goTo("GET", "/try/coordinator", nil)
	if in := w.desk.newest(t); in.Text != "/start i00000000000000000000000008" || f.known[in.Staff] {
		t.Errorf("they come in with %q, and are known: %v", in.Text, f.known[in.Staff])
	}
	if b.jar[cookieName] == before || b.jar[staffName] != "" {
		t.Errorf("cookies %v", b.jar)
	}
	b.say("join")
	b.goTo("GET", "/try/member", nil)
	if in := w.desk.newest(t); in.Text != "/start" || f.known[in.Staff] || b.jar[staffName] != "" {
		t.Errorf("a member comes in with %q", in.Text)
	}
	if res := b.ask("GET", "/try/queen", nil); res.StatusCode != http.StatusNotFound {
		t.Errorf("somebody else: %s", res.Status)
	}
}

// Where it is no demonstration nobody can be tried.
func TestNothingToTry(t *testing.T) {
	w := newWorld(t, nil)
	b := w.browser()
	if res := b.ask("GET", "/try/coordinator", nil); res.StatusCode != http.StatusNotFound {
		t.Errorf("it answers %s", res.Status)
	}
	b.open()
	if strings.Contains(b.page, "/try/") {
		t.Error("the page offers it")
	}
}
