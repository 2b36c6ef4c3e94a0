package telegram

import (
	"context"
	"fmt"
	"testing"
	"time"

	"signpost/bot/channel"
)

// answered are the answers to a callback query.
func (f *fake) answered(query string) []call {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.answers[query]
}

func TestTapIsAnsweredOnce(t *testing.T) {
	f, in := newFake(t), newInbox()
	b, _ := f.door()
	stop := f.start(b, in)
	f.taps(7, 1, "q1", "d")
	in.next(t)
	_ = stop() // waits for what is under way
	got := f.answered("q1")
	if len(got) != 1 || got[0].params["text"] != "" {
		t.Errorf("answers %v, want one without words", got)
	}
}

func TestPopupIsTheAnswer(t *testing.T) {
	f, in := newFake(t), newInbox()
	b, _ := f.door()
	in.deliver = func(ctx context.Context) error {
		_, err := b.Send(ctx, channel.Letter{Chat: channel.Chat{Door: Door, ID: "7"}, Popup: "Ring 01632 960001", Callback: "q1"})
		return err
	}
	stop := f.start(b, in)
	f.taps(7, 1, "q1", "d")
	in.next(t)
	_ = stop()
	got := f.answered("q1")
	if len(got) != 1 || got[0].params["text"] != "Ring 01632 960001" || got[0].params["show_alert"] != "true" {
		t.Errorf("answers %v, want the pop-up alone", got)
	}
}

func TestTapIsAnsweredWhileTheHouseIsSlow(t *testing.T) {
	f, in := newFake(t), newInbox()
	free := make(chan struct{})
	in.take = func(channel.Inbound) error { <-free; return nil }
	b, _ := f.door()
	b.patience = time.Millisecond
	f.start(b, in)
	f.taps(7, 1, "q1", "d")
	once(t, "the tap is answered before it is received", func() bool { return len(f.answered("q1")) == 1 })
	close(free)
	in.next(t)
}

func TestTapIsAnsweredWhenLettersAreSlow(t *testing.T) {
	f, in := newFake(t), newInbox()
	in.deliver = func(ctx context.Context) error { <-ctx.Done(); return ctx.Err() }
	b, _ := f.door()
	b.patience = time.Millisecond
	f.start(b, in)
	f.taps(7, 1, "q1", "d")
	in.next(t)
	once(t, "the tap is answered before its letters leave", func() bool { return len(f.answered("q1")) == 1 })
}

func TestPopupOfAnOldTapIsNoError(t *testing.T) {
	f := newFake(t)
	b, _ := f.door()
	_, err := b.Send(t.Context(), channel.Letter{Chat: channel.Chat{Door: Door, ID: "7"}, Popup: "Ring", Callback: "old1"})
	if err != nil {
		t.Error(err)
	}
}

func TestPopupNeverEndsInHalfANumber(t *testing.T) {
	f := newFake(t)
	b, _ := f.door()
	text := ""
	for i := range 20 {
		text += fmt.Sprintf("Line %d: 01632 9600%02d\n", i, i)
	}
	if _, err := b.Send(t.Context(), channel.Letter{Chat: channel.Chat{Door: Door, ID: "7"}, Popup: text, Callback: "q"}); err != nil {
		t.Fatal(err)
	}
	got := f.answered("q")[0].params["text"]
	if n := len(got); n > 200 || n < 150 || text[n] != '\n' || text[:n] != got {
		t.Errorf("the pop-up ends inside a line: %q", got)
	}
}

func TestTapsAreForgotten(t *testing.T) {
	var ts taps
	for i := range 3 * maxTaps {
		if !ts.claim(fmt.Sprint(i)) {
			t.Fatalf("tap %d was claimed before", i)
		}
	}
	if ts.claim(fmt.Sprint(3*maxTaps - 1)) {
		t.Error("the newest tap can be answered twice")
	}
	if len(ts.answered) > maxTaps || len(ts.order) > maxTaps {
		t.Errorf("%d and %d taps are remembered", len(ts.answered), len(ts.order))
	}
}
