package main

import (
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"signpost/bot/telegram"
)

// near is a crowd at the other end of a wire without length: in a bubble in which
// time passes as soon as everybody waits, nobody may wait for a network.
type near struct{ *crowd }

// RoundTrip implements http.RoundTripper.
func (n near) RoundTrip(r *http.Request) (*http.Response, error) {
	answer, broken := httptest.NewRecorder(), make(chan any, 1)
	go func() {
		defer func() { broken <- recover() }()
		n.ServeHTTP(answer, r)
	}()
	select {
	case how := <-broken:
		if how != nil {
			return nil, io.ErrUnexpectedEOF
		}
	case <-r.Context().Done():
		return nil, r.Context().Err()
	}
	resp := answer.Result()
	resp.Header.Set("Date", time.Unix(n.now(), 0).UTC().Format(http.TimeFormat))
	return resp, nil
}

// bubbled has people talk to the whole house, over files, in a bubble, and looks
// whether each was answered and counted once and stands where the dialogue ends.
// The house's clock is now; while is called when people talk.
func bubbled(t *testing.T, now func() time.Time, prepare func(*crowd), while func(*testing.T, *populace)) {
	t.Parallel()
	root := t.TempDir()
	synctest.Test(t, func(t *testing.T) {
		time.Sleep(26 * 366 * 24 * time.Hour) // from the year 2000 to one that the seeds know
		api := &crowd{t: t, change: make(chan struct{}), update: 100, threads: map[int]*thread{}, closing: make(chan struct{})}
		prepare(api)
		data, keyFile, said := folder(filepath.Join(root, "data")), filepath.Join(root, "keys"), &words{}
		dir, _, err := data.openDirectory(t.Context(), derbyshire, now())
		if err != nil {
			t.Fatal(err)
		}
		kept, err := data.openStore(t.Context(), keyFile, now)
		if err != nil {
			t.Fatal(err)
		}
		opened := rooms{dir: dir, kept: kept}
		h, err := opened.build(derbyshire, now, newLog(said, "text"))
		if err != nil {
			t.Fatal(err)
		}
		bot, err := telegram.New(telegram.Options{
			Token: goodToken, HTTP: &http.Client{Transport: near{api}}, Clock: now, Log: newLog(said, "text"), Recordings: h.sounds, Health: h.health, Files: kept,
		})
		if err != nil {
			t.Fatal(err)
		}
		ctx, stop := context.WithCancel(context.Background())
		ended := make(chan error, 1)
		go func() { ended <- h.run(ctx, door{bot, bot.Run}) }()
		people := newPopulace(t, api, 6)
		while(t, people)
		people.goHome()
		stop()
		if err := <-ended; err != nil {
			t.Error(err)
		}
		close(api.closing)
		if err := opened.Close(); err != nil {
			t.Error(err)
		}
		if t.Failed() {
			t.Logf("it says:\n%s", said)
			return
		}
		if again := people.once(); again != (repeats{}) {
			t.Errorf("told again: %+v", again)
		}
		people.settled(root)
		people.counted(root)
	})
}

// Calls hang, of each kind, and nothing comes of them: they are given up and made
// again, and meanwhile everybody else is served.
func TestCallsHang(t *testing.T) {
	for _, method := range []string{"getUpdates", "sendMessage", "answerCallbackQuery"} {
		t.Run(method, func(t *testing.T) {
			var hung atomic.Int64
			hang := func(b *crowd) {
				b.fails(func(c call) fault {
					about := c.method == method && (method != "getUpdates" || c.about > 0)
					if n := hung.Load(); !about || n >= 3 || !hung.CompareAndSwap(n, n+1) {
						return fault{}
					}
					return fault{how: hangs}
				})
			}
			bubbled(t, time.Now, hang, func(*testing.T, *populace) {})
			if hung.Load() == 0 {
				t.Error("nothing hung")
			}
		})
	}
}

// The clock of the machine is put forth and back by hours, again and again, while
// people talk.
func TestTheClockJumps(t *testing.T) {
	jumps := []time.Duration{5 * time.Hour, 0, -5 * time.Hour, 0, 40 * time.Minute, -40 * time.Minute, 11 * time.Hour, 0}
	var off, n atomic.Int64
	now := func() time.Time { return time.Now().Add(time.Duration(off.Load())).Round(0) } // without the clock that never jumps
	bubbled(t, now, func(b *crowd) {
		b.fails(func(c call) fault {
			if c.method == "getUpdates" && c.about > 0 {
				off.Store(int64(jumps[int(n.Add(1))%len(jumps)]))
			}
			return fault{}
		})
	}, func(*testing.T, *populace) {})
}
