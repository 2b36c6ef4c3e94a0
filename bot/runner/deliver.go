package runner

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"time"

	"signpost/bot/channel"
)

const (
	carriers   = 16               // letters on their way at the same time
	maxTries   = 12               // after that a letter is given up: some hours
	firstPause = time.Second      // doubled with each try
	longPause  = 15 * time.Minute // at most
)

// Run carries letters out and does what is due, until ctx ends. Letters on
// their way are waited for.
func (r *Runner) Run(ctx context.Context) error {
	r.purge(ctx)
	working := make(chan struct{})
	go func() { defer close(working); r.work(ctx) }()
	defer func() { <-working }()
	purge := time.NewTicker(cmp.Or(r.PurgeEvery, time.Hour))
	defer purge.Stop()
	back := make(chan channel.Chat, carriers)
	busy := 0
	defer func() {
		for ; busy > 0; busy-- {
			r.arrived(<-back)
		}
	}()
	for {
		due, err := r.dispatch(ctx, back, &busy)
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
		case <-purge.C:
			r.cards.clear(r.Now())
			r.purge(ctx)
		}
		if timer != nil {
			timer.Stop()
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

// dispatch sends the letters that are due and says when the next one is.
func (r *Runner) dispatch(ctx context.Context, back chan<- channel.Chat, busy *int) (time.Time, error) {
	for *busy < carriers {
		batch, err := r.Store.Next(ctx, r.Now(), carriers-*busy)
		if err != nil {
			return time.Time{}, fmt.Errorf("reading the outbox: %w", err)
		}
		for _, w := range batch {
			*busy++
			go func() { back <- r.carry(context.WithoutCancel(ctx), w) }()
		}
		if len(batch) == 0 {
			return r.Store.NextDue(ctx, r.Now())
		}
	}
	return time.Time{}, nil
}

// carry takes one letter to its door and notes what became of it.
func (r *Runner) carry(ctx context.Context, w Waiting) channel.Chat {
	var l channel.Letter
	if err := json.Unmarshal(w.Body, &l); err != nil {
		r.drop(ctx, w, "", "unreadable")
		return channel.Chat{}
	}
	door, ok := r.doors[l.Chat.Door]
	if !ok {
		r.drop(ctx, w, "", "no such door")
		return l.Chat
	}
	var sent channel.Sent
	err := r.guard(ctx, func() (err error) {
		sent, err = door.Send(ctx, l)
		return err
	})
	var retry *channel.Retry
	switch {
	case err == nil:
		r.Health.Letter(l.Chat.Door, "sent")
		r.note(ctx, r.Store.Sent(ctx, w.ID, sent.Message))
	case errors.Is(err, channel.Gone):
		r.drop(ctx, w, l.Chat.Door, "gone")
	case errors.Is(err, channel.Refused):
		r.Log.WarnContext(ctx, "a letter was refused", "door", l.Chat.Door, "error", err.Error())
		r.drop(ctx, w, l.Chat.Door, "refused")
	case errors.As(err, &retry) && retry.After > 0:
		r.Health.Letter(l.Chat.Door, "waits")
		r.note(ctx, r.Store.Later(ctx, w.ID, r.Now().Add(retry.After)))
	case w.Tries+1 >= maxTries:
		r.Log.ErrorContext(ctx, "a letter was given up", "door", l.Chat.Door, "error", err.Error())
		r.drop(ctx, w, l.Chat.Door, "too many tries")
	default:
		r.Health.Letter(l.Chat.Door, "retried")
		pause := min(firstPause<<min(w.Tries, 20), longPause)
		r.note(ctx, r.Store.Later(ctx, w.ID, r.Now().Add(pause)))
	}
	return l.Chat
}

// drop gives a letter up, for one of the reasons that the store has.
func (r *Runner) drop(ctx context.Context, w Waiting, door, reason string) {
	fate := reason
	switch reason {
	case "too many tries":
		fate = "tired"
	case "no such door":
		fate = "refused"
	}
	r.Health.Letter(door, fate)
	r.note(ctx, r.Store.Drop(ctx, w.ID, reason))
}

func (r *Runner) note(ctx context.Context, err error) {
	if err != nil {
		r.Log.ErrorContext(ctx, "the outbox can't be written", "error", err.Error())
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
