package telegram

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"sync"
	"time"
)

// signed signs as the keys of a house would.
func signed(text string) string {
	sum := sha256.Sum256([]byte("a key of the tests" + text))
	return hex.EncodeToString(sum[:])
}

// address is the webhook's, "" for none.
func (f *fake) address() string {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.hook["url"]
}

var secretForm = regexp.MustCompile(`^[A-Za-z0-9_-]{1,256}$`)

// setting is setWebhook, deleteWebhook and getWebhookInfo.
func (f *fake) setting(method string, p map[string]string) any {
	if method == "getWebhookInfo" {
		info := map[string]any{"url": f.hook["url"], "has_custom_certificate": false, "pending_update_count": len(f.queue)}
		if f.hook != nil {
			info["max_connections"] = json.RawMessage(f.hook["max_connections"])
			info["allowed_updates"] = json.RawMessage(f.hook["allowed_updates"])
		}
		return info
	}
	if p["drop_pending_updates"] != "false" {
		f.t.Errorf("%s would throw away what waits", method)
	}
	if method == "deleteWebhook" {
		f.hook = nil
		return true
	}
	u, err := url.Parse(p["url"])
	switch {
	case err != nil || u.Scheme != "https" || u.Host == "":
		return bad("bad webhook: An HTTPS URL must be provided for webhook")
	case !secretForm.MatchString(p["secret_token"]):
		return bad("secret token contains unallowed characters")
	case p["allowed_updates"] != allowed:
		f.t.Errorf("allowed_updates %q", p["allowed_updates"])
	}
	f.hook = p
	return true
}

// hooked is a bot that waits for updates at an address of this machine.
func (f *fake) hooked() (b *Bot, w *watch, at string) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		f.t.Fatal(err)
	}
	f.t.Cleanup(func() { l.Close() })
	b, w = f.door()
	b.webhook = &Webhook{URL: hookURL, Listener: l}
	return b, w, "http://" + l.Addr().String() + "/from/telegram"
}

const hookURL = "https://signpost.example/from/telegram"

// bring posts an update as Telegram does and gives the code of the answer.
func (f *fake) bring(at string, update map[string]any) int {
	f.t.Helper()
	body, err := json.Marshal(update)
	if err != nil {
		f.t.Fatal(err)
	}
	f.mu.Lock()
	secret := f.hook["secret_token"]
	f.mu.Unlock()
	return f.request(http.MethodPost, at, secret, body).StatusCode
}

// request makes any request of the webhook. An answer without code is none.
func (f *fake) request(method, at, secret string, body []byte) *http.Response {
	f.t.Helper()
	f.mu.Lock()
	if _, query, ok := strings.Cut(f.hook["url"], "?"); ok {
		at += "?" + query
	}
	f.mu.Unlock()
	req, err := http.NewRequest(method, at, bytes.NewReader(body))
	if err != nil {
		f.t.Fatal(err)
	}
	req.Header.Set("Content-Type", "application/json")
	if secret != "" {
		req.Header.Set("X-Telegram-Bot-Api-Secret-Token", secret)
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return &http.Response{}
	}
	defer resp.Body.Close()
	_, _ = io.Copy(io.Discard, resp.Body)
	return resp
}

// carry brings what waits, until halt or the end of the test: messages and taps of a person are
// two queues, and each update of a queue is brought until it is taken.
func (f *fake) carry(at string) {
	var under sync.WaitGroup
	stop := make(chan struct{})
	f.halt = sync.OnceFunc(func() { close(stop); under.Wait() })
	f.t.Cleanup(f.halt)
	queues := map[string]chan map[string]any{}
	known := map[int64]bool{}
	under.Go(func() {
		for {
			f.mu.Lock()
			arrived, batch := f.arrived, slices.Clone(f.queue)
			f.mu.Unlock()
			for _, u := range batch {
				id := u["update_id"].(int64)
				if known[id] {
					continue
				}
				known[id] = true
				name := queueOf(u)
				if queues[name] == nil {
					queue := make(chan map[string]any, 1000)
					queues[name] = queue
					under.Go(func() { f.insist(at, queue, stop) })
				}
				queues[name] <- u
			}
			select {
			case <-arrived:
			case <-stop:
				return
			}
		}
	})
}

// queueOf names the queue in which Telegram has an update.
func queueOf(u map[string]any) string {
	for _, kind := range []string{"message", "callback_query"} {
		if m, ok := u[kind].(map[string]any); ok {
			return fmt.Sprint(kind, m["from"].(map[string]any)["id"])
		}
	}
	return "other"
}

// insist brings the updates of a queue, each until it is taken.
func (f *fake) insist(at string, queue <-chan map[string]any, stop <-chan struct{}) {
	for {
		select {
		case u := <-queue:
			for f.bring(at, u) != http.StatusOK {
				select {
				case <-stop:
					return
				case <-time.After(time.Millisecond):
				}
			}
			f.mu.Lock()
			f.queue = slices.DeleteFunc(f.queue, func(other map[string]any) bool { return other["update_id"] == u["update_id"] })
			f.mu.Unlock()
		case <-stop:
			return
		}
	}
}

// isSet waits until the webhook is set.
func (f *fake) isSet() {
	f.t.Helper()
	once(f.t, "the webhook is set", func() bool { return f.address() != "" })
}
