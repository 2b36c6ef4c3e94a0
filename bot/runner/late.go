package runner

import (
	"context"
	"errors"
	"fmt"
	"time"

	"signpost/bot/channel"
	"signpost/bot/talk"
	"signpost/locales"
)

// lateAfter is how old a message may be and still be answered like any other. By
// then somebody else may hold the telephone, or it lies beside a bed at night.
const lateAfter = 15 * time.Minute

// isLate reports that what somebody sent waited for too long: we, or their door,
// were down. What nobody sent is never late.
func (r *Runner) isLate(in channel.Inbound) bool {
	return !in.At.IsZero() && r.Now().Sub(in.At) >= lateAfter
}

// onTime puts an event at a moment that can be: one without a time, or from a clock
// that is ahead of ours, is of now.
func (r *Runner) onTime(in channel.Inbound) channel.Inbound {
	if now := r.Now(); in.At.IsZero() || in.At.After(now) {
		in.At = now
	}
	return in
}

// stillMeant reports what is carried out however late it comes: who asked to have
// something taken away still wants that.
func stillMeant(e talk.Event) bool {
	c, ok := e.(talk.Command)
	return ok && (c.Name == "hide" || c.Name == "forget")
}

// tooLate notes a late message as seen. Nothing answers it, and the conversation
// stays where it was; /hide knows the message all the same.
func (r *Runner) tooLate(ctx context.Context, in channel.Inbound, sc talk.Scene) error {
	r.sayLate(ctx, in, sc.Now)
	err := r.Store.Save(ctx, Saving{Chat: in.Chat, Update: in.Update, At: in.At, Messages: own(in)})
	if err != nil && !errors.Is(err, ErrSeen) {
		return r.notSaved(ctx, in, sc, fmt.Errorf("noting what came late: %w", err))
	}
	return nil
}

// sayLate tells the operator once a while, since a clock that is wrong makes
// everything late.
func (r *Runner) sayLate(ctx context.Context, in channel.Inbound, now time.Time) {
	r.mu.Lock()
	said := r.saidLate
	if now.Sub(said) >= lateAfter {
		r.saidLate = now
	}
	r.mu.Unlock()
	if now.Sub(said) >= lateAfter {
		r.Log.WarnContext(ctx, "messages came late and are not answered; if nothing was down, the clock of this machine is wrong", "door", in.Chat.Door)
	}
}

// answeredSince reports that a chat was shown an urgent card after a late message
// was written: that card was its answer too.
func (r *Runner) answeredSince(in channel.Inbound) bool {
	at, ok := r.shown.get(key(in.Chat))
	return ok && !in.At.After(at)
}

// sorry makes of an urgent message one for somebody who wrote long ago.
func sorry(m talk.Message) talk.Message {
	m.Body = locales.Paragraphs(locales.UrgentLate(), m.Body)
	return m
}
