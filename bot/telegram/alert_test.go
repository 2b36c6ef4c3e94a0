package telegram

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"signpost/bot/channel"
)

// alarmed is an inbox that knows what is urgent.
type alarmed struct{ *inbox }

func (alarmed) Urgent(in channel.Inbound) bool { return in.Text == "danger" }

// until waits for what is urgent; everybody else's turn takes as long.
func until(urgent <-chan struct{}) error {
	select {
	case <-urgent:
		return nil
	case <-time.After(long):
		return errors.New("what is urgent waits for the rest")
	}
}

// stuck takes nothing until something urgent has come, and calls arrived with each
// that it is brought.
func stuck(arrived func()) alarmed {
	in, urgent := alarmed{newInbox()}, make(chan struct{})
	once := sync.OnceFunc(func() { close(urgent) })
	in.take = func(x channel.Inbound) error {
		if x.Text == "danger" {
			once()
			return nil
		}
		arrived()
		return until(urgent)
	}
	return in
}

func TestUrgentOvertakesASlowBatch(t *testing.T) {
	f, in := newFake(t), stuck(func() {})
	const chats = 98 // and two that are urgent are a batch: more than are received at once
	for chat := range int64(chats) {
		f.says(chat+1, "slow")
	}
	f.says(100, "danger")
	f.says(1, "danger") // behind a message of its own chat
	b, w := f.door()
	b.stall = func(ctx context.Context, d time.Duration) error {
		if d == overtakeAfter {
			return nil
		}
		return b.linger(ctx, d)
	}
	f.start(b, in)
	for range chats + 2 {
		in.next(t)
	}
	if strings.Contains(w.String(), "receiving an update") {
		t.Errorf("what is urgent waited for the rest: %s", w)
	}
	once(t, "all is confirmed", func() bool { return slices.Contains(f.offsets(), fmt.Sprint(1000+chats+2+1)) })
}

func TestUrgentDoesNotWaitForWhatIsNotSaved(t *testing.T) {
	f := newFake(t)
	in, heard := alarmed{newInbox()}, false
	in.take = func(x channel.Inbound) error {
		if heard = heard || x.Text == "danger"; heard {
			return nil
		}
		return errors.New("the disk is full")
	}
	f.says(7, "one")
	f.says(7, "two")
	f.says(7, "danger")
	b, _ := f.door()
	f.start(b, in)
	for _, want := range []string{"danger", "one", "two"} {
		if got := in.next(t).Text; got != want {
			t.Errorf("%q came, want %q", got, want)
		}
	}
}

// Telegram shows a hundred updates and none behind them: while nothing can be saved,
// the oldest give way to whoever may be in danger behind them.
func TestUrgentIsSeenBehindAHundredThatAreNotSaved(t *testing.T) {
	f := newFake(t)
	in := alarmed{newInbox()}
	in.take = func(x channel.Inbound) error {
		if x.Text == "danger" {
			return nil
		}
		return errors.New("the disk is full")
	}
	for chat := range int64(most) {
		f.says(chat+1, "one")
	}
	f.says(most+1, "danger")
	b, w := f.door()
	f.start(b, in)
	if got := in.next(t).Text; got != "danger" {
		t.Errorf("%q came", got)
	}
	if !strings.Contains(w.String(), "count=50") {
		t.Errorf("it is not said how many were given up: %s", w)
	}
}

// One update that can't be received is no full disk: nobody gives way.
func TestNobodyGivesWayToOneBrokenUpdate(t *testing.T) {
	f := newFake(t)
	in := alarmed{newInbox()}
	in.take = func(x channel.Inbound) error {
		if x.Text == "broken" {
			return errors.New("it can't be received")
		}
		return nil
	}
	f.says(1, "broken")
	f.says(1, "after")
	for chat := range int64(most - 2) {
		f.says(chat+2, "other")
	}
	b, w := f.door()
	f.start(b, in)
	for range most - 1 {
		in.next(t)
	}
	if !slices.Contains(in.texts(), "after") || strings.Contains(w.String(), "nothing can be saved") {
		t.Errorf("who wrote behind a broken update gave way: %s", w)
	}
}

func TestUrgentOvertakesByWebhook(t *testing.T) {
	for name, chats := range map[string]int64{"one chat": 1, "every place taken": lanes} {
		f := newFake(t)
		arrived := make(chan struct{}, lanes)
		in := stuck(func() { arrived <- struct{}{} })
		b, _, at := f.hooked()
		f.start(b, in)
		f.isSet()
		codes := make(chan int, lanes)
		for chat := range chats {
			u := map[string]any{"update_id": 1000 + chat, "message": f.from(chat+1, map[string]any{"text": "slow"})}
			go func() { codes <- f.bring(at, u) }()
		}
		for range chats {
			<-arrived
		}
		for n, chat := range []int64{1, 100} { // behind a message of their own, and behind all
			u := map[string]any{"update_id": 2000 + n, "message": f.from(chat, map[string]any{"text": "danger"})}
			if code := f.bring(at, u); code != 200 {
				t.Errorf("%s: what is urgent is answered with %d", name, code)
			}
		}
		for range chats {
			if code := <-codes; code != 200 {
				t.Errorf("%s: the rest is answered with %d", name, code)
			}
		}
	}
}

// While a batch hangs the next is not fetched, but what is urgent in it is seen: also
// behind a single message.
func TestUrgentIsFetchedBehindASlowBatch(t *testing.T) {
	for slow := range 2 {
		slow++
		f := newFake(t)
		arrived := make(chan struct{}, slow)
		in := stuck(func() { arrived <- struct{}{} })
		for chat := range slow {
			f.says(int64(chat+1), "slow")
		}
		b, w := f.door()
		b.stall = func(ctx context.Context, d time.Duration) error {
			if d == peekEvery {
				return ctx.Err()
			}
			for range slow {
				select {
				case <-arrived:
				case <-ctx.Done():
					return ctx.Err()
				}
			}
			f.says(3, "later")
			f.says(4, "danger")
			return nil
		}
		f.start(b, in)
		for range slow + 2 {
			in.next(t)
		}
		if strings.Contains(w.String(), "receiving an update") {
			t.Errorf("what is urgent waited for %d others: %s", slow, w)
		}
		once(t, "all is confirmed", func() bool { return slices.Contains(f.offsets(), fmt.Sprint(1000+slow+2+1)) })
	}
}

// Nor does it wait for a disk that is full.
func TestUrgentIsFetchedBehindWhatIsNotSaved(t *testing.T) {
	f := newFake(t)
	in, heard := alarmed{newInbox()}, make(chan struct{})
	in.take = func(x channel.Inbound) error {
		if x.Text == "danger" {
			close(heard)
			return nil
		}
		select {
		case <-heard:
			return nil
		default:
			return errors.New("the disk is full")
		}
	}
	f.says(1, "one")
	b, w := f.door()
	nap := b.sleep
	b.sleep = func(ctx context.Context, d time.Duration) error {
		if n := len(w.naps()); n == 3 { // the fourth pause has begun
			f.says(2, "danger")
		}
		return nap(ctx, d)
	}
	f.start(b, in)
	for _, want := range []string{"danger", "one"} {
		if got := in.next(t).Text; got != want {
			t.Errorf("%q came, want %q", got, want)
		}
	}
	once(t, "all is confirmed", func() bool { return slices.Contains(f.offsets(), "1003") })
}
