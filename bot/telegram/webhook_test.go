package telegram

import (
	"bytes"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"signpost/bot/channel"
	"signpost/bot/channel/channeltest"
)

func TestConformanceByWebhook(t *testing.T) {
	channeltest.Test(t, channeltest.Harness{
		Open: func(t *testing.T, r channel.Receiver) (channel.Channel, channeltest.Person) {
			f := newFake(t)
			b, _, at := f.hooked()
			f.start(b, r)
			f.isSet()
			f.carry(at)
			return b, &person{f: f}
		},
		Block: func(_ *testing.T, p channeltest.Person) {
			f := p.(*person).f
			f.mu.Lock()
			defer f.mu.Unlock()
			f.blocked = true
		},
	})
}

// Only Telegram gets in, and only with what can be an update.
func TestWhatTheWebhookRefuses(t *testing.T) {
	f, in := newFake(t), newInbox()
	b, w, at := f.hooked()
	f.start(b, in)
	f.isSet()
	secret := f.made("setWebhook")[0].params["secret_token"]
	hello := []byte(`{"update_id":5,"message":{"message_id":1,"date":1906639500,"text":"hello","from":{"id":7},"chat":{"id":7,"type":"private"}}}`)
	for _, test := range []struct {
		name, method, at, secret string
		body                     []byte
		want                     int
	}{
		{"no secret", "POST", at, "", hello, 401},
		{"another secret", "POST", at, strings.Repeat("a", len(secret)), hello, 401},
		{"a part of the secret", "POST", at, secret[:10], hello, 401},
		{"another path", "POST", at + "/more", secret, hello, 404},
		{"no path", "POST", strings.TrimSuffix(at, "/from/telegram"), secret, hello, 404},
		{"a look", "GET", at, secret, nil, 405},
		{"too much", "POST", at, secret, append([]byte(`{"update_id":5,"message":"`), bytes.Repeat([]byte("a"), 2<<20)...), 413},
		{"no JSON", "POST", at, secret, hello[:40], 400},
		{"no update", "POST", at, secret, []byte(`{"ok":true}`), 400},
		{"an update that nobody can read", "POST", at, secret, []byte(`{"update_id":6,"message":"none"}`), 200},
		{"an update", "POST", at, secret, hello, 200},
	} {
		if got := f.request(test.method, test.at, test.secret, test.body); got.StatusCode != test.want && (test.want != 413 || got.StatusCode != 0) {
			t.Errorf("%s: answer %d, want %d", test.name, got.StatusCode, test.want)
		}
	}
	if d := cmp.Diff([]string{"hello"}, in.texts()); d != "" {
		t.Error(d)
	}
	for _, word := range []string{secret, "/from/telegram", "hello"} {
		if strings.Contains(w.String(), word) {
			t.Errorf("%q is in the log: %s", word, w)
		}
	}
}

func TestNotSavedIsBroughtAgain(t *testing.T) {
	f, in := newFake(t), newInbox()
	fails := 3
	in.take = func(in channel.Inbound) error {
		if fails--; fails >= 0 {
			return errors.New("the disk is full")
		}
		return nil
	}
	b, w, at := f.hooked()
	f.start(b, in)
	f.isSet()
	secret := f.made("setWebhook")[0].params["secret_token"]
	body := []byte(`{"update_id":5,"message":{"message_id":1,"date":1906639500,"text":"zzhello","from":{"id":7},"chat":{"id":7,"type":"private"}}}`)
	for range 3 {
		r := f.request(http.MethodPost, at, secret, body)
		if r.StatusCode != 503 || r.Header.Get("Retry-After") == "" {
			t.Errorf("answer %d, Retry-After %q", r.StatusCode, r.Header.Get("Retry-After"))
		}
	}
	if r := f.request(http.MethodPost, at, secret, body); r.StatusCode != 200 {
		t.Errorf("answer %d when it was saved", r.StatusCode)
	}
	if strings.Contains(w.String(), "zzhello") {
		t.Error("the log holds what was typed")
	}
}

// Telegram keeps messages and taps of a person in two queues, and brings both at
// the same time: they are received in the order in which they came, whatever has
// to come again.
func TestOrderByWebhook(t *testing.T) {
	f, in := newFake(t), newInbox()
	fails := map[string]int{"4": 2, "9": 1, "0": 1}
	in.take = func(in channel.Inbound) error {
		if fails[in.Text+in.Data] > 0 {
			fails[in.Text+in.Data]--
			return errors.New("the disk is full")
		}
		return nil
	}
	b, _, at := f.hooked()
	f.start(b, in)
	f.isSet()
	update := func(i int) map[string]any {
		id := 1000 + i
		if i%2 == 0 {
			return map[string]any{"update_id": id, "message": f.from(7, map[string]any{"text": fmt.Sprint(i)})}
		}
		return map[string]any{"update_id": id, "callback_query": map[string]any{
			"id": fmt.Sprint("q", i), "from": map[string]any{"id": 7}, "chat_instance": "1", "data": fmt.Sprint(i),
			"message": f.from(7, map[string]any{"text": "x"}),
		}}
	}
	var want []string
	for i := 0; i < 20; i += 2 {
		// The tap comes while the message is under way, and both again until they are in.
		codes := []int{f.bring(at, update(i)), f.bring(at, update(i+1))}
		for codes[0] != 200 || codes[1] != 200 {
			if codes[0] != 200 && codes[1] == 200 {
				t.Fatalf("%d was taken before %d", i+1, i)
			}
			codes = []int{f.bring(at, update(i)), f.bring(at, update(i+1))}
		}
		want = append(want, fmt.Sprint(i), fmt.Sprint(i+1))
	}
	got := slices.Compact(arrived(in))
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

// arrived are the words and taps that came so far.
func arrived(in *inbox) []string {
	in.mu.Lock()
	defer in.mu.Unlock()
	var out []string
	for _, x := range in.got {
		out = append(out, x.Text+x.Data)
	}
	return out
}

func TestOthersDoNotWaitByWebhook(t *testing.T) {
	f, in := newFake(t), newInbox()
	quick := make(chan struct{})
	in.take = func(in channel.Inbound) error {
		if in.Text == "quick" {
			close(quick)
			return nil
		}
		select {
		case <-quick:
			return nil
		case <-time.After(long):
			return errors.New("the other chat waits for this one")
		}
	}
	b, _, at := f.hooked()
	f.start(b, in)
	f.isSet()
	f.says(7, "slow")
	f.says(8, "quick")
	f.carry(at)
	in.next(t)
	in.next(t)
	if d := cmp.Diff([]string{"quick", "slow"}, in.texts()); d != "" {
		t.Error(d)
	}
}

// A slow house lets go of the connection, and goes on: what comes again is known.
func TestSlowHouseLetsGo(t *testing.T) {
	f, in := newFake(t), newInbox()
	free := make(chan struct{})
	in.take = func(channel.Inbound) error { <-free; return nil }
	b, _, at := f.hooked()
	b.holdup = 10 * time.Millisecond
	stop := f.start(b, in)
	f.isSet()
	u := map[string]any{"update_id": 5, "message": f.from(7, map[string]any{"text": "slow"})}
	for range 2 {
		if code := f.bring(at, u); code != 503 {
			t.Errorf("answer %d of a house that is busy", code)
		}
	}
	close(free)
	in.next(t)
	if err := stop(); err != nil {
		t.Error(err)
	}
	if d := cmp.Diff([]string{"slow"}, in.texts()); d != "" {
		t.Error(d)
	}
}

func TestStopFinishesWhatIsInHand(t *testing.T) {
	f, in := newFake(t), newInbox()
	free, begun := make(chan struct{}), make(chan struct{})
	in.take = func(channel.Inbound) error { close(begun); <-free; return nil }
	b, _, at := f.hooked()
	stop := f.start(b, in)
	f.isSet()
	code := make(chan int, 1)
	u := map[string]any{"update_id": 5, "message": f.from(7, map[string]any{"text": "one"})}
	go func() { code <- f.bring(at, u) }()
	<-begun
	ended := make(chan error, 1)
	go func() { ended <- stop() }()
	once(t, "nobody is let in any more", func() bool {
		c := f.bring(at, map[string]any{"update_id": 6, "poll": map[string]any{}})
		return c == 0 || c == 503
	})
	close(free)
	if got := <-code; got != 200 {
		t.Errorf("what was in hand is answered with %d", got)
	}
	if err := <-ended; err != nil {
		t.Error(err)
	}
	if f.address() == "" {
		t.Error("the webhook was taken off: what comes while the house is closed would not wait for it")
	}
}
