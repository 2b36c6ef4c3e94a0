package telegram

import (
	"context"
	"errors"
	"testing"
	"time"

	"signpost/bot/channel"
)

// slow is a clock that moves when somebody sleeps.
func slow(perSecond float64) (*pace, *watch) {
	w := &watch{now: time.Date(2030, 6, 2, 14, 5, 0, 0, time.UTC)}
	return newPace(perSecond, w.Now, w.Sleep), w
}

func TestPaceOfOneChat(t *testing.T) {
	p, w := slow(28)
	start := w.Now()
	var at []time.Duration
	for range 6 {
		if err := p.wait(t.Context(), 7, false); err != nil {
			t.Fatal(err)
		}
		at = append(at, w.Now().Sub(start).Round(100*time.Millisecond))
	}
	for i, want := range []time.Duration{0, 0, 0, time.Second, 2 * time.Second, 3 * time.Second} {
		if at[i] != want && i != 2 { // the third waits a moment for the bucket of all
			t.Errorf("message %d left after %v, want %v", i, at[i], want)
		}
	}
}

func TestPaceOfAll(t *testing.T) {
	p, w := slow(28)
	start := w.Now()
	for chat := range int64(280) {
		if err := p.wait(t.Context(), chat+1, chat%10 == 0); err != nil {
			t.Fatal(err)
		}
	}
	if took := w.Now().Sub(start); took < 9*time.Second {
		t.Errorf("280 messages in %v, faster than 28 a second and a burst", took)
	}
}

func TestGroupsAreSlower(t *testing.T) {
	p, w := slow(28)
	start := w.Now()
	for range 23 { // a burst of 3, then 20 in a minute
		if err := p.wait(t.Context(), -7, false); err != nil {
			t.Fatal(err)
		}
	}
	if took := w.Now().Sub(start); took < time.Minute {
		t.Errorf("23 messages to a group in %v", took)
	}
}

func TestUrgentOvertakes(t *testing.T) {
	p, w := slow(28)
	now := w.Now()
	for range 200 { // a queue of eight seconds
		p.ordinary.ReserveN(now, 1)
	}
	if err := p.wait(t.Context(), 7, true); err != nil {
		t.Fatal(err)
	}
	if waited := w.Now().Sub(now); waited > 100*time.Millisecond {
		t.Errorf("an urgent letter waited %v behind others", waited)
	}
	for range 60 { // it keeps the limit of all
		_ = p.wait(t.Context(), 7, true)
	}
	if took := w.Now().Sub(now); took < 2*time.Second {
		t.Errorf("61 urgent letters in %v", took)
	}
}

func TestLongWaitsAreTheOutboxs(t *testing.T) {
	p, w := slow(0.01)
	_ = p.wait(t.Context(), 1, false)
	_ = p.wait(t.Context(), 2, false)
	var retry *channel.Retry
	if err := p.wait(t.Context(), 3, false); !errors.As(err, &retry) || retry.After < time.Minute {
		t.Errorf("error %v, want a Retry after more than a minute", err)
	}
	if len(w.naps()) > 0 {
		t.Errorf("it slept %v", w.naps())
	}
}

func TestWaitEndsWithItsContext(t *testing.T) {
	p, _ := slow(28)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := p.wait(ctx, 7, false); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
}

func TestChatsAreForgotten(t *testing.T) {
	p, w := slow(1e6)
	for chat := range int64(3 * maxChats) {
		if err := p.wait(t.Context(), chat+1, false); err != nil {
			t.Fatal(err)
		}
		if chat%100 == 0 {
			_ = w.Sleep(t.Context(), time.Second)
		}
	}
	if n := len(p.chats); n > maxChats {
		t.Errorf("%d chats are remembered", n)
	}
}
