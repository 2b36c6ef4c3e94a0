package telegram

import (
	"context"
	"errors"
	"fmt"
	"runtime/debug"

	"signpost/bot/channel"
)

// receive brings one update of a batch and reports whether it is saved: then it
// need not come again.
func (p *poller) receive(ctx context.Context, u update) bool {
	p.mu.Lock()
	done := p.done[u.ID]
	p.mu.Unlock()
	if done {
		return true
	}
	if !p.try(ctx, u, p.before) {
		return false
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.done[u.ID] = true
	return true
}

const maxTrialled = 1000 // updates of which it is known that they could not be saved

// trial is an update that could not be saved.
type trial struct {
	tries int   // while others were saved
	saved int64 // how many had been when it was tried first
}

// try brings one update and reports whether it is saved, or was given up: then it
// need not come again. before is how many had been saved when it was its turn.
func (p *poller) try(ctx context.Context, u update, before int64) bool {
	err := p.bring(ctx, u)
	p.mu.Lock()
	defer p.mu.Unlock()
	if err == nil {
		delete(p.trials, u.ID)
		return true
	}
	t := p.trials[u.ID]
	if t == nil {
		if len(p.trials) > maxTrialled {
			clear(p.trials) // those that a webhook never brought again
		}
		t = &trial{saved: before}
		p.trials[u.ID] = t
	}
	if p.saved.Load() > t.saved { // the house is sound: it is this one
		t.tries++
	}
	p.log.ErrorContext(ctx, "receiving an update", "error", p.strike(err.Error()), "tries", t.tries)
	if t.tries < maxTrials {
		return false
	}
	p.log.ErrorContext(ctx, "an update was given up; it stood in everybody's way", "tries", t.tries)
	delete(p.trials, u.ID)
	return true
}

// bring hands an update to the receiver, if it says something to us.
func (p *poller) bring(ctx context.Context, u update) error {
	var in channel.Inbound
	var ok bool
	err := p.guard(func() error {
		in, ok = p.inbound(u)
		return nil
	})
	if err != nil || !ok {
		return err
	}
	waiting, met := p.expect(ctx, u, in)
	received := p.settle(waiting, met, in)
	if in.Callback != "" && p.taps.open(in.Callback) {
		received = p.answer(ctx, in, met)
	}
	err = p.guard(func() error { return p.to.Receive(ctx, in) })
	received(err == nil)
	if err == nil {
		p.saved.Add(1)
	}
	return err
}

// answer sees to it that a tap is answered: when its letters have left, by one
// of them or without words, or when its patience ends, whichever comes first.
// met is told then. The function it gives must be told once whether the tap was
// received.
func (p *poller) answer(ctx context.Context, in channel.Inbound, met context.CancelFunc) func(bool) {
	waiting, answered := context.WithTimeout(context.WithoutCancel(ctx), p.patience)
	received := make(chan bool, 1)
	p.under.Go(func() {
		defer met()
		defer answered()
		select {
		case ok := <-received:
			if !ok { // it comes again, and may still be answered with words
				<-waiting.Done()
				break
			}
			err := p.guard(func() error { return p.to.Deliver(waiting, in.Chat) })
			if err != nil && waiting.Err() == nil {
				p.log.WarnContext(ctx, "waiting for the letters of a tap", "error", p.strike(err.Error()))
			}
		case <-waiting.Done():
		}
		if p.taps.claim(in.Callback) {
			p.release(context.WithoutCancel(ctx), in.Callback)
		}
	})
	return func(ok bool) { received <- ok }
}

// guard makes an error of a panic. What it panicked with may hold a person's
// words, so only its type and the stack are named.
func (p *poller) guard(f func() error) (err error) {
	defer func() {
		if r := recover(); r != nil {
			p.log.Error("a panic while receiving", "type", fmt.Sprintf("%T", r), "stack", string(debug.Stack()))
			err = errors.New("it panicked")
		}
	}()
	return f()
}
