package main

import (
	"bytes"
	"encoding/json"
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"signpost/bot/counts"
)

// webhook is setWebhook, deleteWebhook and getWebhookInfo.
func (b *botAPI) webhook(method string, r *http.Request) any {
	b.mu.Lock()
	defer b.mu.Unlock()
	defer b.changed()
	switch method {
	case "setWebhook":
		b.hook = r.PostForm
	case "deleteWebhook":
		b.hook = nil
	default:
		info := map[string]any{"url": url.Values(b.hook).Get("url"), "pending_update_count": len(b.queue)}
		if b.hook != nil {
			info["max_connections"], info["allowed_updates"] = json.RawMessage(b.hook["max_connections"][0]), json.RawMessage(b.hook["allowed_updates"][0])
		}
		return info
	}
	if r.PostForm.Get("drop_pending_updates") != "false" {
		b.t.Errorf("%s would throw away what waits", method)
	}
	return true
}

// carry brings what waits to an address of this machine, each update until it is
// taken, as long as a webhook is set.
func (b *botAPI) carry(at string, until <-chan struct{}) {
	for {
		b.mu.Lock()
		hook, waiting, change := url.Values(b.hook), slices.Clone(b.queue), b.change
		b.mu.Unlock()
		if hook == nil || len(waiting) == 0 {
			select {
			case <-change:
			case <-until:
				return
			}
			continue
		}
		if b.bring(at, hook.Get("secret_token"), waiting[0]) != http.StatusOK {
			select {
			case <-time.After(5 * time.Millisecond): // Telegram would wait longer
			case <-until:
				return
			}
			continue
		}
		b.mu.Lock()
		i := slices.IndexFunc(b.queue, func(u map[string]any) bool { return u["update_id"] == waiting[0]["update_id"] })
		b.queue = slices.Delete(b.queue, i, i+1)
		b.mu.Unlock()
	}
}

// bring posts an update and gives the code of the answer, 0 for none.
func (b *botAPI) bring(at, secret string, update map[string]any) int {
	body, err := json.Marshal(update)
	if err != nil {
		b.t.Error(err)
	}
	req, err := http.NewRequest(http.MethodPost, at, bytes.NewReader(body))
	if err != nil {
		b.t.Error(err)
		return 0
	}
	req.Header.Set("X-Telegram-Bot-Api-Secret-Token", secret)
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return 0
	}
	resp.Body.Close()
	return resp.StatusCode
}

var broughtTo = regexp.MustCompile(`bring messages to (\S+)\.\n`)

// hooked starts "signpost serve" with a webhook and brings what waits to it, until
// end is called.
func hooked(t *testing.T, dir string, api *botAPI) (s served, at string, end func() int) {
	t.Helper()
	s = start(t, dir, api.URL, goodToken, "--telegram-webhook", "https://signpost.example/from/telegram", "--telegram-listen", "127.0.0.1:0")
	api.wait("the webhook is set", func() bool { return api.hook != nil })
	at = "http://" + broughtTo.FindStringSubmatch(s.said.String())[1] + "/from/telegram"
	stop, carried := make(chan struct{}), make(chan struct{})
	go func() { defer close(carried); api.carry(at, stop) }()
	return s, at, func() int {
		code := s.stop()
		close(stop)
		<-carried
		return code
	}
}

// A conversation goes on while the way is changed by which messages come: what is
// written while the house is closed is answered, and nothing twice, whichever way
// brings it again.
func TestSwitchingToAWebhookAndBack(t *testing.T) {
	dir, api := t.TempDir(), newBotAPI(t)
	fetching := start(t, dir, api.URL, goodToken)
	fetched := api.says("/start")
	api.newest("language")
	api.taps("English")
	api.newest("Derbyshire")
	if code := fetching.stop(); code != done {
		t.Fatalf("the program ends with %d:\n%s", code, fetching.said)
	}

	api.says("/find")
	api.push(fetched, typed("/start"))
	brought, at, end := hooked(t, dir, api)
	secret := api.hook["secret_token"][0]
	api.newest("?")
	api.taps("Lonely")
	api.newest("Where")
	last := api.says("Buxton")
	asked := api.newest("easier to talk to")
	for code, forged := range map[int]string{http.StatusUnauthorized: "forged", http.StatusOK: secret} {
		if got := api.bring(at, forged, map[string]any{"update_id": last, "message": typed("Buxton")["message"]}); got != code {
			t.Errorf("answer %d, want %d", got, code)
		}
	}
	if code := end(); code != done {
		t.Fatalf("the program ends with %d:\n%s", code, brought.said)
	}

	api.push(last, typed("Buxton"))
	for label := range asked.buttons {
		if strings.Contains(label, "phone") {
			api.taps(label)
		}
	}
	again := start(t, dir, api.URL, goodToken)
	api.newest("1.")
	api.says("I want to die")
	api.newest("116 123")
	if code := again.stop(); code != done {
		t.Fatalf("the program ends with %d:\n%s", code, again.said)
	}
	if api.hook != nil {
		t.Error("the webhook was left standing")
	}
	for _, kind := range []counts.Kind{counts.Opened, counts.Asked, counts.Found, counts.UrgentShown} {
		if n := tallied(t, dir, kind); n != 1 {
			t.Errorf("%s was counted %d times, want once", kind, n)
		}
	}
	for what, text := range leftovers(t, dir, fetching.said.String()+brought.said.String()+again.said.String()) {
		for _, word := range []string{secret, "/from/telegram", "house=", "want to die", "TEST-xYz"} {
			if strings.Contains(text, word) {
				t.Errorf("%q is in %s", word, what)
			}
		}
	}
}

// Two starts make the same secret, and another key file another one.
func TestSecretOfTheWebhook(t *testing.T) {
	var secrets []string
	for _, dir := range []string{t.TempDir(), t.TempDir()} {
		for range 2 {
			api := newBotAPI(t)
			_, _, end := hooked(t, dir, api)
			secrets = append(secrets, api.hook["secret_token"][0])
			if code := end(); code != done {
				t.Fatal(code)
			}
		}
	}
	if secrets[0] != secrets[1] || secrets[2] != secrets[3] || secrets[0] == secrets[2] || len(secrets[0]) < 32 {
		t.Errorf("%d secrets: the same after a restart, and another with another key file", len(secrets))
	}
}
