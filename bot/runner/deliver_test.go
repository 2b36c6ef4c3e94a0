package runner

import (
	"context"
	"fmt"
	"testing"
	"testing/synctest"
	"time"

	"signpost/bot/channel"
)

// run lets the house deliver until all is quiet for a while.
func (h *house) run(t *testing.T, while time.Duration) {
	t.Helper()
	ctx, stop := context.WithCancel(t.Context())
	done := make(chan error)
	go func() { done <- h.Run(ctx) }()
	time.Sleep(while) // time of the bubble: nobody waits
	synctest.Wait()
	stop()
	if err := <-done; err != nil {
		t.Error(err)
	}
}

func TestLettersLeaveInOrder(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		for i := range 5 {
			for c := range 3 {
				letter := channel.Letter{Chat: channel.Chat{Door: "test", ID: fmt.Sprint(c)}, HTML: fmt.Sprint(i)}
				if err := h.Store.Save(t.Context(), Saving{Chat: letter.Chat, Letters: posts([]channel.Letter{letter})}); err != nil {
					t.Fatal(err)
				}
			}
		}
		h.run(t, time.Second)
		next := map[string]int{}
		for _, l := range h.door.letters() {
			if l.HTML != fmt.Sprint(next[l.Chat.ID]) {
				t.Errorf("chat %s was sent %s, not %d", l.Chat.ID, l.HTML, next[l.Chat.ID])
			}
			next[l.Chat.ID]++
		}
		if len(h.door.letters()) != 15 {
			t.Errorf("%d letters", len(h.door.letters()))
		}
	})
}

func TestRetryAfterIsObeyed(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		h.door.fail = []error{&channel.Retry{After: 40 * time.Second, Err: errDisk}, errDisk, errDisk}
		begin := time.Now()
		h.receives(t, says("/menu"))
		h.run(t, 2*time.Minute)
		var waited []time.Duration
		for _, at := range h.door.at {
			waited = append(waited, at.Sub(begin).Round(time.Second))
		}
		// 40 seconds as asked, then our own pauses, which grow.
		want := []time.Duration{0, 40 * time.Second, 42 * time.Second, 46 * time.Second}
		if fmt.Sprint(waited) != fmt.Sprint(want) {
			t.Errorf("tried at %v, want %v", waited, want)
		}
		if len(h.door.letters()) != 1 {
			t.Error("the letter is lost")
		}
	})
}

func TestLettersThatNobodyTakes(t *testing.T) {
	for _, c := range []struct {
		name string
		err  error
		want string
	}{
		{"Gone", fmt.Errorf("sending: %w", channel.Gone), "gone"},
		{"Refused", fmt.Errorf("sending: %w", channel.Refused), "refused"},
		{"Broken", errDisk, "too many tries"},
	} {
		t.Run(c.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				h := newHouse(t)
				h.door.always = c.err
				h.receives(t, says("/menu"))
				h.run(t, 24*time.Hour)
				if len(h.store.dropped) != 1 || h.store.dropped[0] != c.want {
					t.Errorf("dropped for %v, want %q", h.store.dropped, c.want)
				}
			})
		})
	}
}

func TestDeliverWaitsForTheLettersOfAChat(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		h.door.fail = []error{errDisk}
		ctx, stop := context.WithCancel(t.Context())
		done := make(chan error)
		go func() { done <- h.Run(ctx) }()
		h.receives(t, says("/menu"))
		if err := h.Deliver(ctx, somebody); err != nil {
			t.Error(err)
		}
		if len(h.door.letters()) != 1 {
			t.Error("the letter had not left")
		}
		h.door.always = errDisk
		h.receives(t, says("/menu"))
		short, cancel := context.WithTimeout(ctx, time.Second)
		defer cancel()
		if err := h.Deliver(short, somebody); err == nil {
			t.Error("a letter that can't leave is said to have left")
		}
		stop()
		<-done
		if len(h.waiters) != 0 {
			t.Errorf("%d still wait", len(h.waiters))
		}
	})
}
