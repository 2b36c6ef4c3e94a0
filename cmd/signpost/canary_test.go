package main

import (
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"signpost/bot/listen"
	"signpost/bot/runner"
)

// fragile is a house whose parts break on what they are given, once each, as the
// worst mistake of ours would: with the words in the panic.
type fragile struct {
	heard, due atomic.Bool
	dueDone    chan struct{}
}

func (f *fragile) into(h *house) {
	hear := h.runner.Hear
	h.runner.Hear = func(text string) listen.Heard {
		if strings.Contains(text, "zzbreak") && f.heard.CompareAndSwap(false, true) {
			panic("heard " + text)
		}
		if strings.Contains(text, "zzpage") {
			panic(errors.New("heard " + text))
		}
		return hear(text)
	}
	f.dueDone = make(chan struct{})
	h.runner.Duties["fragile"] = func(_ context.Context, _ time.Time, j runner.Job) (runner.Outcome, error) {
		if f.due.CompareAndSwap(false, true) {
			defer close(f.dueDone)
			panic("due " + string(j.Body))
		}
		return runner.Outcome{}, nil
	}
	h.jobs = append(h.jobs, runner.Job{Key: "fragile", Kind: "fragile", Due: time.Now(), Body: []byte("zzdue of chat 7")})
}

// Whatever breaks in a turn, on the page or in a job, and in whichever form the log
// is written: nothing that somebody typed, and no token, is in the log, in a figure
// or in a file, and everybody else is served.
func TestNothingTypedIsLeftWhenThingsBreak(t *testing.T) {
	for _, form := range []string{"text", "json"} {
		t.Run(form, func(t *testing.T) { breakThings(t, form) })
	}
}

func breakThings(t *testing.T, form string) {
	dir, api, said, broken := t.TempDir(), newBotAPI(t), &words{}, &fragile{}
	data, keyFile := folder(filepath.Join(dir, "data")), filepath.Join(dir, "keys")
	opened, _, leave, err := func() (rooms, seeded, func() error, error) {
		if err := data.make(); err != nil {
			return rooms{}, seeded{}, nil, err
		}
		return data.enter(t.Context(), town, keyFile)
	}()
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	w := &world{ctx: ctx, out: said, err: said, log: newLog(said, form), getenv: func(string) string { return "" }}
	h, err := opened.build(town, time.Now, w.log)
	if err != nil {
		t.Fatal(err)
	}
	broken.into(h)
	page, err := net.Listen("tcp", "localhost:0")
	if err != nil {
		t.Fatal(err)
	}
	s := &serve{Data: string(data), Keys: keyFile, TelegramURL: api.URL, TelegramRate: 28}
	doors, err := s.doors(w, h, goodToken, ports{page: page})
	if err != nil {
		t.Fatal(err)
	}
	h.doing = h.state(data, opened, doors)
	ended := make(chan error, 1)
	go func() { ended <- h.run(ctx, doors...) }()

	api.says("zzbreak I can't sleep zzsleep")
	api.newest("understood you") // the second delivery is answered
	<-broken.dueDone
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	browser, at := &http.Client{Jar: jar}, "http://"+reachable(page.Addr())
	if _, err := browser.Get(at); err != nil {
		t.Fatal(err)
	}
	resp, err := browser.PostForm(at+"/say", url.Values{"text": {"zzpage I can't sleep zzsleep"}})
	if err != nil {
		t.Fatal(err)
	}
	shown, err := io.ReadAll(resp.Body)
	if err := errors.Join(err, resp.Body.Close()); err != nil {
		t.Fatal(err)
	}
	if resp.StatusCode != http.StatusInternalServerError || strings.Contains(string(shown), "zzsleep") {
		t.Errorf("the page that broke: %d\n%s", resp.StatusCode, shown)
	}
	var figures strings.Builder
	if err := h.health.Write(t.Context(), &figures); err != nil {
		t.Fatal(err)
	}
	stop()
	if err := errors.Join(<-ended, leave()); err != nil {
		t.Fatal(err)
	}
	left := leftovers(t, dir, said.String())
	left["the figures"] = figures.String()
	for what, text := range left {
		for _, secret := range []string{"zzbreak", "zzpage", "zzsleep", "zzdue", "TEST-xYz", goodToken} {
			if strings.Contains(text, secret) {
				t.Errorf("%q is in %s", secret, what)
			}
		}
	}
	for _, line := range []string{"a panic while receiving", "a panic while doing what is due", "the page broke"} {
		if !strings.Contains(said.String(), line) {
			t.Errorf("the log does not say %q:\n%s", line, said)
		}
	}
}
