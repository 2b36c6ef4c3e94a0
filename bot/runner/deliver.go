package runner

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"sync"
	"time"

	"signpost/bot/channel"
)

const (
	carriers = 128             // letters on their way at the same time: what became of them shares a commit
	drain    = 3 * time.Second // what letters on their way and jobs get at the end
	cutShort = time.Second     // what they get after that, to notice that it is over
)

// Run carries letters out and does what is due, until ctx ends. Letters on their
// way are waited for, for three seconds. Those that hang are broken off then, and
// stay in the outbox like those that had not set out.
func (r *Runner) Run(ctx context.Context) error {
	seen := clock{r.Now()}
	r.hasten(ctx, seen.last, farOff)
	working := make(chan struct{})
	go func() {
		defer close(working)
		var both sync.WaitGroup
		both.Go(func() { r.work(ctx) })
		both.Go(func() { r.tidy(ctx) }) // nobody's answer waits for it
		both.Wait()
	}()
	road, cut := context.WithCancel(context.WithoutCancel(ctx))
	defer cut()
	back, out := make(chan channel.Chat, carriers), make(chan Waiting)
	defer close(out)
	r.hire(road, out, back)
	busy := 0
	defer func() { r.wait(road, cut, back, busy, working) }()
	for {
		if now := r.Now(); seen.wentBack(now) {
			r.hasten(ctx, now, longPause)
		}
		due, err := r.dispatch(ctx, out, &busy)
		if err != nil {
			if ctx.Err() != nil {
				return nil
			}
			r.Log.ErrorContext(ctx, "the outbox can't be read", "error", err.Error())
			due = r.Now().Add(firstPause)
		}
		var wait <-chan time.Time
		var timer *time.Timer
		if !due.IsZero() {
			timer = time.NewTimer(max(due.Sub(r.Now()), time.Millisecond))
			wait = timer.C
		}
		select {
		case <-ctx.Done():
			return nil
		case <-r.Store.Wake():
		case <-wait:
		case chat := <-back:
			busy--
			r.arrived(chat)
		}
		if timer != nil {
			timer.Stop()
		}
	}
}

// tidy removes what is older than it may be, at once and then now and again.
func (r *Runner) tidy(ctx context.Context) {
	again := time.NewTicker(cmp.Or(r.PurgeEvery, time.Hour))
	defer again.Stop()
	for {
		r.purge(ctx)
		select {
		case <-ctx.Done():
			return
		case <-again.C:
			r.cards.clear(r.Now())
		}
	}
}

// purge removes what is older than it may be.
func (r *Runner) purge(ctx context.Context) {
	err := r.Store.Purge(ctx, r.Now())
	if err != nil && ctx.Err() != nil {
		return
	}
	if err != nil {
		r.Log.ErrorContext(ctx, "old rows could not be removed", "error", err.Error())
	}
	r.Health.Purged(err == nil)
}

// hire starts the carriers, for good: each grows its stack once.
func (r *Runner) hire(road context.Context, out <-chan Waiting, back chan<- channel.Chat) {
	for range carriers {
		go func() {
			for w := range out {
				back <- r.carry(road, w)
			}
		}()
	}
}

// wait returns when all letters on their way have arrived and no job is under way,
// or when they have had their time.
func (r *Runner) wait(road context.Context, cut context.CancelFunc, back <-chan channel.Chat, busy int, working <-chan struct{}) {
	over := time.AfterFunc(drain, cut)
	defer over.Stop()
	late := time.NewTimer(drain + cutShort)
	defer late.Stop()
	for busy > 0 || working != nil {
		select {
		case chat := <-back:
			busy--
			r.arrived(chat)
		case <-working:
			working = nil
		case <-late.C:
			r.Log.WarnContext(road, "something did not end when it should; it is left behind", "count", busy)
			return
		}
	}
}

// dispatch gives the letters that are due to the carriers and says when the next one
// is.
func (r *Runner) dispatch(ctx context.Context, out chan<- Waiting, busy *int) (time.Time, error) {
	for *busy < carriers {
		batch, err := r.Store.Next(ctx, r.Now(), carriers-*busy)
		if err != nil {
			return time.Time{}, fmt.Errorf("reading the outbox: %w", err)
		}
		for _, w := range batch {
			*busy++
			out <- w
		}
		if len(batch) == 0 {
			return r.Store.NextDue(ctx, r.Now())
		}
	}
	return time.Time{}, nil
}

// carry takes one letter to its door and notes what became of it. Whether one that
// was broken off has arrived nobody knows: it stays.
func (r *Runner) carry(road context.Context, w Waiting) channel.Chat {
	ctx := context.WithoutCancel(road)
	l, err := r.open(w)
	if err != nil {
		r.drop(road, w, "", Unreadable)
		return channel.Chat{}
	}
	door, ok := r.doors[l.Chat.Door]
	if !ok { // perhaps it is open again after the next start
		r.later(road, w, l.Chat.Door, "waits", fate{pause: longPause, tries: w.Tries})
		return l.Chat
	}
	var sent channel.Sent
	err = r.guard(ctx, func() (err error) {
		sent, err = door.Send(road, l)
		return err
	})
	switch {
	case err == nil:
		r.ways.sent(l.Chat.Door)
		r.Health.Letter(l.Chat.Door, "sent")
		r.note(road, func() error { return r.Store.Sent(ctx, w.ID, sent.Message) })
	case road.Err() != nil:
		r.note(road, func() error { return r.Store.Later(ctx, w.ID, r.Now(), w.Tries) })
	default:
		r.notSent(road, w, l, err)
	}
	return l.Chat
}

// notSent decides what becomes of a letter that did not leave.
func (r *Runner) notSent(road context.Context, w Waiting, l channel.Letter, err error) {
	told, down, others := "waits", time.Duration(0), false
	if retry := new(channel.Retry); !errors.As(err, &retry) || retry.After <= 0 {
		told = "retried"
		if !errors.Is(err, channel.Gone) && !errors.Is(err, channel.Refused) {
			down, others = r.ways.failed(l.Chat.Door, strconv.FormatInt(w.ID, 10), r.Now())
		}
	}
	f := judge(err, w.Tries, down, others, r.Chance())
	switch f.drop {
	case "":
		r.later(road, w, l.Chat.Door, told, f)
		return
	case Gone: // nothing is wrong
	default:
		r.Log.WarnContext(road, "a letter was given up", "door", l.Chat.Door, "kind", string(f.drop), "error", err.Error())
	}
	r.drop(road, w, l.Chat.Door, f.drop)
}

// later has a letter tried again.
func (r *Runner) later(road context.Context, w Waiting, door, told string, f fate) {
	r.Health.Letter(door, told)
	due := r.Now().Add(f.pause)
	r.note(road, func() error { return r.Store.Later(context.WithoutCancel(road), w.ID, due, f.tries) })
}

// drop gives a letter up.
func (r *Runner) drop(road context.Context, w Waiting, door string, why Reason) {
	r.Health.Letter(door, string(why))
	r.note(road, func() error { return r.Store.Drop(context.WithoutCancel(road), w.ID, why) })
}

// note writes down what became of a letter, until that succeeds or the road ends:
// the next letter of its chat can't leave before. Whoever carries it carries nothing
// else meanwhile, so that few letters are sent that might have to be sent again.
func (r *Runner) note(road context.Context, write func() error) {
	for pause := firstPause; ; pause = min(2*pause, downPause) {
		err := write()
		if err == nil {
			return
		}
		r.Log.ErrorContext(road, "the outbox can't be written", "error", err.Error())
		select {
		case <-road.Done():
			return
		case <-time.After(pause):
		}
	}
}

// Deliver returns when no letter of a chat waits any more, or ctx ended.
func (r *Runner) Deliver(ctx context.Context, chat channel.Chat) error {
	for {
		ch := make(chan struct{})
		r.mu.Lock()
		r.waiters[chat] = append(r.waiters[chat], ch)
		r.mu.Unlock()
		n, err := r.Store.Pending(ctx, chat)
		if err != nil {
			r.waitNoMore(chat, ch)
			return fmt.Errorf("looking whether letters wait: %w", err)
		}
		if n == 0 {
			r.arrived(chat)
			return nil
		}
		select {
		case <-ch:
		case <-ctx.Done():
			r.waitNoMore(chat, ch)
			return ctx.Err()
		}
	}
}

// waitNoMore takes one who waits off the list.
func (r *Runner) waitNoMore(chat channel.Chat, ch chan struct{}) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.waiters[chat] = slices.DeleteFunc(r.waiters[chat], func(c chan struct{}) bool { return c == ch })
	if len(r.waiters[chat]) == 0 {
		delete(r.waiters, chat)
	}
}

// arrived wakes who waits for the letters of a chat.
func (r *Runner) arrived(chat channel.Chat) {
	r.mu.Lock()
	defer r.mu.Unlock()
	for _, ch := range r.waiters[chat] {
		close(ch)
	}
	delete(r.waiters, chat)
}
