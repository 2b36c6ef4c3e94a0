package telegram

import (
	"context"
	"errors"
	"testing"
	"time"

	"signpost/bot/channel"
)

// lingering is a bot whose second of patience ends when the test says so.
func (f *fake) lingering() (b *Bot, w *watch, second chan struct{}) {
	b, w = f.door()
	second = make(chan struct{}, 1)
	b.linger = func(ctx context.Context, d time.Duration) error {
		if d != time.Second {
			f.t.Errorf("an answer is slow after %v", d)
		}
		select {
		case <-second:
			return nil
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	return b, w, second
}

// typed are the times that typing was shown.
func (f *fake) typed() int { return len(f.made("sendChatAction")) }

var theirChat = channel.Chat{Door: Door, ID: "7"}

func TestSlowHouseShowsThatItIsAtWork(t *testing.T) {
	for name, push := range map[string]func(*fake){
		"typed":  func(f *fake) { f.says(7, "hello") },
		"tapped": func(f *fake) { f.taps(7, 1, "q1", "d") },
	} {
		f, in := newFake(t), newInbox()
		free := make(chan struct{})
		in.take = func(channel.Inbound) error { <-free; return nil }
		b, _, second := f.lingering()
		stop := f.start(b, in)
		push(f)
		second <- struct{}{}
		once(t, name+": typing is shown", func() bool { return f.typed() == 1 })
		if got := f.made("sendChatAction")[0].params; got["chat_id"] != "7" || got["action"] != "typing" {
			t.Errorf("%s: it shows %v", name, got)
		}
		second <- struct{}{} // however long it takes, it is shown once
		close(free)
		in.next(t)
		_ = stop()
		if n := f.typed(); n != 1 {
			t.Errorf("%s: typing is shown %d times", name, n)
		}
	}
}

func TestSlowLettersShowThatItIsAtWork(t *testing.T) {
	f, in := newFake(t), newInbox()
	in.deliver = func(ctx context.Context) error { <-ctx.Done(); return ctx.Err() }
	b, _, second := f.lingering()
	stop := f.start(b, in)
	f.says(7, "hello")
	in.next(t)
	second <- struct{}{}
	once(t, "typing is shown", func() bool { return f.typed() == 1 })
	_ = stop()
}

// When a letter is on its way, or all have left, the second may pass unseen.
func TestFastAnswersShowNothing(t *testing.T) {
	for name, deliver := range map[string]func(*Bot) func(context.Context) error{
		"a letter": func(b *Bot) func(context.Context) error {
			return func(ctx context.Context) error {
				_, err := b.Send(context.WithoutCancel(ctx), channel.Letter{Chat: theirChat, HTML: "Hello"})
				<-ctx.Done() // the letter alone ends the waiting
				return err
			}
		},
		"a pop-up": func(b *Bot) func(context.Context) error {
			return func(ctx context.Context) error {
				_, err := b.Send(context.WithoutCancel(ctx), channel.Letter{Chat: theirChat, Popup: "Ring", Callback: "q1"})
				<-ctx.Done()
				return err
			}
		},
		"no letter": func(*Bot) func(context.Context) error {
			return func(context.Context) error { return nil }
		},
	} {
		f, in := newFake(t), newInbox()
		b, _, second := f.lingering()
		b.patience = long
		gave := make(chan error, 2)
		linger := b.linger
		b.linger = func(ctx context.Context, d time.Duration) error {
			err := linger(ctx, d)
			gave <- err
			return err
		}
		in.deliver = deliver(b)
		stop := f.start(b, in)
		f.says(7, "hello")
		in.next(t)
		if err := <-gave; !errors.Is(err, context.Canceled) {
			t.Errorf("%s: the waiting ended with %v", name, err)
		}
		second <- struct{}{} // nobody waits for it any more
		_ = stop()
		if n := f.typed(); n > 0 {
			t.Errorf("%s: typing is shown %d times", name, n)
		}
		if n := len(b.expected.of); n > 0 {
			t.Errorf("%s: %d chats are remembered", name, n)
		}
	}
}

// Nobody waits for an answer to these, and a group sees nothing of ours unasked.
func TestTypingIsForQuestions(t *testing.T) {
	f, in := newFake(t), newInbox()
	b, _ := f.door()
	b.linger = func(context.Context, time.Duration) error { return nil } // all is slow
	stop := f.start(b, in)
	f.push(map[string]any{"edited_message": f.from(7, map[string]any{"text": "hallo"})})
	f.push(map[string]any{"my_chat_member": map[string]any{
		"chat": map[string]any{"id": 7, "type": "private"}, "from": map[string]any{"id": 7},
		"new_chat_member": map[string]any{"status": "kicked"},
	}})
	in.next(t)
	in.next(t)
	_ = stop()
	if n := f.typed(); n > 0 {
		t.Errorf("typing is shown %d times", n)
	}
}

// What could not be saved is brought again, and typing is not shown again.
func TestTypingOnceForWhatComesAgain(t *testing.T) {
	f, in := newFake(t), newInbox()
	failures, shown := 2, func() bool { return f.typed() == 1 }
	in.take = func(channel.Inbound) error {
		if failures--; failures >= 0 {
			once(t, "typing is shown", shown)
			return errors.New("not now")
		}
		return nil
	}
	b, _ := f.door()
	b.linger = func(context.Context, time.Duration) error { return nil }
	stop := f.start(b, in)
	f.says(7, "hello")
	in.next(t)
	_ = stop()
	if n := f.typed(); n != 1 {
		t.Errorf("typing is shown %d times", n)
	}
}

func TestRefusedTypingHarmsNothing(t *testing.T) {
	f, in := newFake(t), newInbox()
	f.faulty(failing("sendChatAction", 9, saysNo(429, "Too Many Requests: retry after 9", 9)))
	b, w := f.door()
	b.linger = func(context.Context, time.Duration) error { return nil }
	in.deliver = func(ctx context.Context) error { <-ctx.Done(); return nil }
	stop := f.start(b, in)
	f.says(7, "hello")
	in.next(t)
	once(t, "typing was refused", func() bool { return f.typed() == 1 })
	_ = stop()
	began := w.Now()
	if _, err := b.Send(t.Context(), channel.Letter{Chat: theirChat, HTML: "Hello"}); err != nil {
		t.Errorf("the letter after it: %v", err)
	}
	if waited := w.Now().Sub(began); waited > 100*time.Millisecond {
		t.Errorf("the letter after it waited %v", waited)
	}
}

// Typing never takes the place of a message.
func TestTypingGivesWayToMessages(t *testing.T) {
	p, w := slow(28)
	if !p.spare(7) {
		t.Error("it is left out while nobody waits")
	}
	if p.spare(8) {
		t.Error("it takes the place that an urgent letter may need")
	}
	_ = w.Sleep(t.Context(), time.Second)
	p.spare(7)
	began := w.Now()
	for range chatBurst { // a burst of the chat is as long as ever
		_ = p.wait(t.Context(), 7, false)
	}
	if waited := w.Now().Sub(began); waited > 200*time.Millisecond {
		t.Errorf("a burst after it waited %v", waited)
	}
	_ = w.Sleep(t.Context(), time.Second)
	p.hold(7, time.Minute)
	if p.spare(7) {
		t.Error("it is shown in a chat that is to be left alone")
	}
}
