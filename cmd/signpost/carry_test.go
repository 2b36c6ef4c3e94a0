package main

import (
	"bytes"
	"encoding/json"
	"net"
	"net/http"
	"net/url"
	"slices"
	"testing"
	"time"
)

// hookMethod is setWebhook, deleteWebhook and getWebhookInfo.
func (b *crowd) hookMethod(method string, form url.Values) any {
	b.mu.Lock()
	defer b.mu.Unlock()
	defer b.changed()
	switch method {
	case "setWebhook":
		b.hook = form
	case "deleteWebhook":
		b.hook = nil
	default:
		info := map[string]any{"url": b.hook.Get("url"), "pending_update_count": len(b.queue)}
		if b.hook != nil {
			info["max_connections"], info["allowed_updates"] = json.RawMessage(b.hook.Get("max_connections")), json.RawMessage(b.hook.Get("allowed_updates"))
		}
		return info
	}
	return true
}

// carry brings what waits to an address of this machine while a webhook is set: each
// update until it is taken, one of a chat at a time.
func (b *crowd) carry(at string) {
	under := map[any]bool{} // chats; guarded by mu
	for {
		b.mu.Lock()
		change, hook := b.change, b.hook
		for _, u := range b.queue {
			if who := sender(u); hook != nil && !under[who] {
				under[who] = true
				go func() {
					taken := b.bring(at, hook, u)
					b.mu.Lock()
					defer b.mu.Unlock()
					delete(under, who)
					if taken {
						b.queue = slices.DeleteFunc(b.queue, func(x map[string]any) bool { return x["update_id"] == u["update_id"] })
					}
					b.changed()
				}()
			}
		}
		b.mu.Unlock()
		select {
		case <-change:
		case <-b.closing:
			return
		}
	}
}

// bring brings one update and reports whether it was taken. Telegram would wait
// longer before the next try.
func (b *crowd) bring(at string, hook url.Values, u map[string]any) bool {
	body, err := json.Marshal(u)
	if err != nil {
		b.t.Error(err)
	}
	r, err := http.NewRequest(http.MethodPost, "http://"+at+"/from/telegram", bytes.NewReader(body))
	if err != nil {
		b.t.Error(err)
		return true
	}
	r.Header.Set("X-Telegram-Bot-Api-Secret-Token", hook.Get("secret_token"))
	answer, err := http.DefaultClient.Do(r)
	if err == nil {
		answer.Body.Close()
		if answer.StatusCode == http.StatusOK {
			return true
		}
	}
	select {
	case <-time.After(20 * time.Millisecond):
	case <-b.closing:
	}
	return false
}

// freePort is an address of this machine at which nobody listens.
func freePort(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().String()
}
