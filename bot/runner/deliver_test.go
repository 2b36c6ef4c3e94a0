package runner

import (
	"context"
	"fmt"
	"sync/atomic"
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
				if err := h.Store.Save(t.Context(), Saving{Chat: letter.Chat, Letters: h.posts([]channel.Letter{letter})}); err != nil {
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
		want := []time.Duration{0, 40 * time.Second, 41 * time.Second, 43 * time.Second}
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
		err  error
		want Reason
	}{
		{fmt.Errorf("sending: %w", channel.Gone), Gone},
		{fmt.Errorf("sending: %w", channel.Refused), Refused},
	} {
		t.Run(string(c.want), func(t *testing.T) {
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

// post puts a letter into the outbox of a chat.
func (h *house) post(t *testing.T, chat, text string) {
	t.Helper()
	l := channel.Letter{Chat: channel.Chat{Door: "test", ID: chat}, HTML: text}
	if err := h.Store.Save(t.Context(), Saving{Chat: l.Chat, Letters: h.posts([]channel.Letter{l})}); err != nil {
		t.Fatal(err)
	}
}

// A letter that fails while others leave is given up after so many tries, and none
// of the others has waited for it.
func TestAPoisonLetterHoldsNobodyUp(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		h.door.hang = func(_ context.Context, l channel.Letter) error {
			if l.HTML == "poison" {
				return errDisk
			}
			return nil
		}
		h.post(t, "1", "poison")
		h.post(t, "1", "after")
		ctx, stop := context.WithCancel(t.Context())
		done := make(chan error)
		go func() { done <- h.Run(ctx) }()
		for i := range 120 {
			h.post(t, "2", fmt.Sprint(i))
			synctest.Wait()
			if n := len(h.door.letters()); n != i+1 && len(h.store.dropped) == 0 {
				t.Fatalf("%d letters left, want %d", n, i+1)
			}
			time.Sleep(time.Minute)
		}
		stop()
		<-done
		if len(h.store.dropped) != 1 || h.store.dropped[0] != Tired || len(h.store.queue) != 0 || len(h.door.letters()) != 121 {
			t.Errorf("dropped %v, %d wait, %d left", h.store.dropped, len(h.store.queue), len(h.door.letters()))
		}
	})
}

// While nothing leaves no letter is to blame. After ten hours all of them leave
// within two minutes, in the order of each chat, and without a sound.
func TestAnOutageLosesNothing(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		h.door.always = errDisk
		for i := range 30 {
			h.post(t, fmt.Sprint(i%10), fmt.Sprint(i/10))
		}
		ctx, stop := context.WithCancel(t.Context())
		done := make(chan error)
		go func() { done <- h.Run(ctx) }()
		time.Sleep(10 * time.Hour)
		h.door.mu.Lock()
		h.door.always = nil
		h.door.mu.Unlock()
		time.Sleep(2 * time.Minute)
		stop()
		<-done
		next := map[string]int{}
		for _, l := range h.door.letters() {
			if l.HTML != fmt.Sprint(next[l.Chat.ID]) || !l.Silent {
				t.Errorf("chat %s was sent %s (silent %v) as its letter %d", l.Chat.ID, l.HTML, l.Silent, next[l.Chat.ID])
			}
			next[l.Chat.ID]++
		}
		if len(h.door.letters()) != 30 || len(h.store.dropped) != 0 {
			t.Errorf("%d letters left, %v given up", len(h.door.letters()), h.store.dropped)
		}
	})
}

// A door that asks to wait again and again is obeyed, and that is no try.
func TestAskedToWaitIsNoTry(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		for range 3 * maxTries {
			h.door.fail = append(h.door.fail, &channel.Retry{After: time.Minute, Err: errDisk})
		}
		h.door.fail = append(h.door.fail, errDisk)
		h.receives(t, says("/menu"))
		h.run(t, time.Hour)
		if len(h.door.letters()) != 1 {
			t.Errorf("the letter is lost: %v", h.store.dropped)
		}
	})
}

// Pauses grow, differ by chance, and end somewhere.
func TestPauses(t *testing.T) {
	for _, c := range []struct {
		tries  int
		down   time.Duration
		others bool
		chance float64
		want   fate
	}{
		{0, 0, false, 1, fate{pause: time.Second}},
		{0, 0, false, 0, fate{pause: time.Second / 2}},
		{3, 9 * time.Second, false, 1, fate{pause: 10 * time.Second, tries: 3}},
		{3, time.Hour, false, 0.5, fate{pause: 45 * time.Second, tries: 3}},
		{3, 0, true, 1, fate{pause: 16 * time.Second, tries: 4}},
		{10, 0, true, 0, fate{pause: longPause / 2, tries: 11}},
		{11, 0, true, 1, fate{drop: Tired}},
	} {
		if got := judge(errDisk, c.tries, c.down, c.others, c.chance); got != c.want {
			t.Errorf("%+v: %+v", c, got)
		}
	}
}

// What became of a letter is written down in the end, although the disk is full for
// an hour: the next of its chat leaves, and none leaves twice.
func TestWhatCanNotBeWrittenDownIsOwed(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		h.store.noteErr = errDisk
		h.post(t, "1", "a")
		h.post(t, "1", "b")
		ctx, stop := context.WithCancel(t.Context())
		done := make(chan error)
		go func() { done <- h.Run(ctx) }()
		time.Sleep(time.Hour)
		h.store.mu.Lock()
		h.store.noteErr = nil
		h.store.mu.Unlock()
		time.Sleep(2 * time.Minute)
		stop()
		<-done
		if got := h.sent(); fmt.Sprint(got) != "[a b]" || len(h.store.queue) != 0 {
			t.Errorf("left %v, %d wait", got, len(h.store.queue))
		}
	})
}

// A letter that hangs is broken off three seconds after the end was asked for, and
// waits for the next start, as do those that had not set out.
func TestTheEndWaitsForNoLetterThatHangs(t *testing.T) {
	for name, stubborn := range map[string]bool{"that listens": false, "that does not": true} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				h, free := newHouse(t), make(chan struct{})
				h.door.hang = func(ctx context.Context, _ channel.Letter) error {
					if stubborn {
						<-free
						return errDisk
					}
					<-ctx.Done()
					return ctx.Err()
				}
				h.post(t, "1", "a")
				h.post(t, "1", "b")
				ctx, stop := context.WithCancel(t.Context())
				done := make(chan error)
				go func() { done <- h.Run(ctx) }()
				synctest.Wait()
				began := time.Now()
				stop()
				if err := <-done; err != nil {
					t.Error(err)
				}
				if took := time.Since(began); took > drain+cutShort {
					t.Errorf("it ended after %v", took)
				}
				close(free)
				synctest.Wait()
				if len(h.store.queue) != 2 || len(h.store.dropped) != 0 {
					t.Errorf("%d letters wait, want 2", len(h.store.queue))
				}
				h.door.hang = nil
				h.run(t, 2*time.Second)
				if got := h.sent(); fmt.Sprint(got) != "[a b]" {
					t.Errorf("after the next start left %v", got)
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

// The clock of the machine goes back by hours: what waits leaves all the same.
func TestAClockThatGoesBackHoldsNothingUp(t *testing.T) {
	for name, running := range map[string]bool{"while it runs": true, "before the start": false} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				h := newHouse(t)
				var ahead atomic.Int64
				h.Now = func() time.Time { return time.Now().Round(0).Add(time.Duration(ahead.Load())) }
				if !running {
					h.store.due = h.Now().Add(3 * time.Hour)
					h.post(t, "1", "a")
					h.run(t, time.Minute)
				} else {
					ahead.Store(int64(3 * time.Hour))
					h.door.always = errDisk
					h.store.due = h.Now()
					h.post(t, "1", "a")
					ctx, stop := context.WithCancel(t.Context())
					done := make(chan error)
					go func() { done <- h.Run(ctx) }()
					time.Sleep(10 * time.Second)
					h.door.mu.Lock()
					h.door.always = nil
					h.door.mu.Unlock()
					ahead.Store(0)
					time.Sleep(5 * time.Minute)
					stop()
					<-done
				}
				if got := h.sent(); fmt.Sprint(got) != "[a]" {
					t.Errorf("left %v", got)
				}
			})
		})
	}
}
