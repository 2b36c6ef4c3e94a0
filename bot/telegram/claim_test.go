package telegram

import (
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// standsAt makes a webhook stand at Telegram.
func (f *fake) standsAt(address string) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.hook = map[string]string{"url": address, "max_connections": fmt.Sprint(connections), "allowed_updates": allowed, "secret_token": "x"}
}

const theirHook = "https://elsewhere.example/secret/path"

// lines counts the lines of the log that say something.
func (w *watch) lines(part string) int { return strings.Count(w.String(), part) }

func TestOwnWebhookIsTakenOffForPolling(t *testing.T) {
	f, in := newFake(t), newInbox()
	b, w := f.door()
	f.standsAt(b.marked(hookURL)) // by a start with another setting
	f.says(7, "queued before")
	f.start(b, in)
	if got := in.next(t); got.Text != "queued before" {
		t.Errorf("text %q", got.Text)
	}
	if f.address() != "" || len(f.made("deleteWebhook")) != 1 {
		t.Errorf("the webhook is %q after %d calls", f.address(), len(f.made("deleteWebhook")))
	}
	if strings.Contains(w.String(), "/from/telegram") {
		t.Error("the log holds the path of the webhook")
	}
}

func TestForeignWebhookIsNotFoughtOver(t *testing.T) {
	for _, address := range []string{theirHook, hookURL, hookURL + "?house=0123456789abcdef", theirHook + "?house=" + signed("mark\n424242\n" + hookURL)[:16]} {
		f, in := newFake(t), newInbox()
		f.standsAt(address)
		b, w := f.door()
		f.faulty(func(method string, n int) http.HandlerFunc {
			if method == "getWebhookInfo" && n == 8 { // it was taken off there
				f.mu.Lock()
				f.hook = nil
				f.mu.Unlock()
			}
			return nil
		})
		f.start(b, in)
		f.says(7, "hello")
		in.next(t)
		if n := len(f.made("deleteWebhook")); n != 0 {
			t.Errorf("%s was taken off", address)
		}
		var want []time.Duration
		for _, s := range []int{15, 30, 60, 120, 240, 300, 300} {
			want = append(want, time.Duration(s)*time.Second)
		}
		if d := cmp.Diff(want, w.naps()[:7]); d != "" {
			t.Errorf("pauses: %s", d)
		}
		if n := w.lines("another program has set a webhook"); n != 1 {
			t.Errorf("it was said %d times: %s", n, w)
		}
		if !strings.Contains(w.String(), host(address)) || strings.Contains(w.String(), "/secret") || strings.Contains(w.String(), "/from/") {
			t.Errorf("the log should name the host and no more: %s", w)
		}
	}
}

func TestTakeOverHappensOnce(t *testing.T) {
	f, in := newFake(t), newInbox()
	f.standsAt(theirHook)
	b, w := f.door()
	b.takeOver = true
	f.faulty(func(method string, n int) http.HandlerFunc {
		if method == "getUpdates" && n == 2 || method == "getWebhookInfo" && n == 6 {
			f.standsAt(map[bool]string{true: theirHook, false: ""}[method == "getUpdates"]) // they come back, and go
		}
		return nil
	})
	f.start(b, in)
	f.says(7, "one")
	in.next(t)
	f.says(7, "two")
	in.next(t)
	if n := len(f.made("deleteWebhook")); n != 1 {
		t.Errorf("their webhook was taken off %d times, want once", n)
	}
	if n := w.lines("another program has set a webhook"); n != 1 {
		t.Errorf("that they came back was said %d times: %s", n, w)
	}
}

func TestPollingGoesOnWithoutNewsOfTheWebhook(t *testing.T) {
	f, in := newFake(t), newInbox()
	f.faulty(failing("getWebhookInfo", 1000, saysNo(500, "Internal Server Error", 0)))
	b, _ := f.door()
	f.start(b, in)
	f.says(7, "hello")
	in.next(t)
}

// Two copies that fetch get through in turn: it is one spell all the same.
func TestAnotherCopyIsSaidOnce(t *testing.T) {
	f, in := newFake(t), newInbox()
	no := saysNo(409, "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running", 0)
	f.faulty(func(method string, n int) http.HandlerFunc {
		if method == "getUpdates" && n <= 12 && n%3 != 0 {
			return no
		}
		return nil
	})
	b, w := f.door()
	f.start(b, in)
	for range 5 {
		f.says(7, "hello")
		in.next(t)
	}
	if n := w.lines("another copy of this bot is running"); n != 1 {
		t.Errorf("it was said %d times: %s", n, w)
	}
	var want []time.Duration
	for _, s := range []int{15, 30, 60, 120, 240, 300, 300, 300} {
		want = append(want, time.Duration(s)*time.Second)
	}
	if d := cmp.Diff(want, w.naps()[:8]); d != "" {
		t.Errorf("pauses: %s", d)
	}
	if got := b.State().Trouble; got != TroubleCopy {
		t.Errorf("the trouble is %q", got)
	}
}

func TestWebhookIsSetOnlyWhenItDiffers(t *testing.T) {
	for name, test := range map[string]struct {
		before func(*fake, *Bot)
		sets   int
	}{
		"none":                {func(*fake, *Bot) {}, 1},
		"ours":                {func(f *fake, b *Bot) { f.standsAt(b.marked(hookURL)) }, 0},
		"set by hand":         {func(f *fake, _ *Bot) { f.standsAt(hookURL) }, 1},
		"with another key":    {func(f *fake, _ *Bot) { f.standsAt(hookURL + "?house=0123456789abcdef") }, 1},
		"at our address once": {func(f *fake, b *Bot) { f.standsAt(b.marked("https://old.example/x")) }, 1},
		"other settings": {func(f *fake, b *Bot) {
			f.standsAt(b.marked(hookURL))
			f.hook["max_connections"] = "7"
		}, 1},
		"taken over": {func(f *fake, b *Bot) { f.standsAt(theirHook); b.takeOver = true }, 1},
	} {
		f, in := newFake(t), newInbox()
		b, w, at := f.hooked()
		test.before(f, b)
		f.start(b, in)
		once(t, name+": it stands", func() bool { return b.State().Set })
		if n := len(f.made("setWebhook")); n != test.sets {
			t.Errorf("%s: it was set %d times, want %d", name, n, test.sets)
		}
		if got, want := f.address(), b.marked(hookURL); got != want {
			t.Errorf("%s: it stands at %q, want %q", name, got, want)
		}
		if test.sets > 0 {
			f.says(7, "hello")
			f.carry(at)
			in.next(t)
		}
		if len(f.made("getUpdates")) > 0 {
			t.Errorf("%s: it polls, too", name)
		}
		for _, secret := range []string{b.secret(), "/from/telegram", "house="} {
			if strings.Contains(w.String(), secret) {
				t.Errorf("%s: the log holds %q", name, secret)
			}
		}
	}
}

func TestForeignWebhookIsNotOverwritten(t *testing.T) {
	f, in := newFake(t), newInbox()
	f.standsAt(theirHook)
	f.faulty(func(method string, n int) http.HandlerFunc {
		if method == "getWebhookInfo" && n == 4 {
			f.mu.Lock()
			defer f.mu.Unlock()
			if len(f.made0("setWebhook")) > 0 {
				t.Error("it was overwritten")
			}
			f.hook = nil // they took it off
		}
		return nil
	})
	b, w, at := f.hooked()
	f.start(b, in)
	once(t, "it stands", func() bool { return b.State().Set })
	f.says(7, "hello")
	f.carry(at)
	in.next(t)
	if n := w.lines("another program has set a webhook"); n != 1 {
		t.Errorf("it was said %d times: %s", n, w)
	}
	if d := cmp.Diff([]time.Duration{15 * time.Second, 30 * time.Second, time.Minute}, w.naps()); d != "" {
		t.Errorf("pauses: %s", d)
	}
}

// made0 is made for who holds the lock.
func (f *fake) made0(method string) []call {
	return slices.DeleteFunc(slices.Clone(f.calls), func(c call) bool { return c.method != method })
}

// Whatever waits at Telegram while the way is changed arrives, in its order.
func TestSwitchingLosesNothing(t *testing.T) {
	f, in := newFake(t), newInbox()
	var want []string
	says := func(text string) { f.says(7, text); want = append(want, text) }
	for _, text := range []string{"one", "two"} {
		b, _ := f.door()
		stop := f.start(b, in)
		says(text + " fetched")
		in.next(t)
		if err := stop(); err != nil {
			t.Fatal(err)
		}
		says(text + " before it is brought")
		b, _, at := f.hooked()
		stop = f.start(b, in)
		f.isSet()
		f.carry(at)
		in.next(t)
		says(text + " brought")
		in.next(t)
		once(t, "all is taken", func() bool { f.mu.Lock(); defer f.mu.Unlock(); return len(f.queue) == 0 })
		if err := stop(); err != nil {
			t.Fatal(err)
		}
		f.halt()
		says(text + " before it is fetched")
	}
	b, _ := f.door()
	f.start(b, in)
	for range 2 { // one is behind since the first time
		in.next(t)
	}
	if d := cmp.Diff(want, in.texts()); d != "" {
		t.Error(d)
	}
}
