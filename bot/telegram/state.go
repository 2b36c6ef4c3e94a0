package telegram

import (
	"context"
	"errors"
	"strings"
	"sync/atomic"
	"time"
)

// Trouble says why nothing arrives although Telegram answers.
type Trouble string

// Troubles; "" for none.
const (
	TroubleCopy    Trouble = "copy"    // another copy of the bot fetches the updates
	TroubleWebhook Trouble = "webhook" // somebody else's webhook gets them
)

// State is how the door stands with Telegram. It holds nothing of any person.
type State struct {
	Webhook bool      // updates are brought; else they are fetched
	Set     bool      // the webhook stood at Telegram as it is to be, at the last look
	Met     time.Time // when Telegram last answered a poll or a look, or brought an update; zero for never
	Sent    time.Time // when it last took a letter; zero for never
	Failing time.Time // since when it takes none; zero when the last went well
	Limited int64     // how often it asked to slow down, since the start
	Pending int       // updates that waited at Telegram at the last look, every 10 minutes
	Trouble Trouble
}

// standing is what a State is made of. Times are Unix nanoseconds, 0 for none.
type standing struct {
	polled  atomic.Int64
	sent    atomic.Int64
	failing atomic.Int64
	limited atomic.Int64
	pending atomic.Int64
	isSet   atomic.Bool
	trouble atomic.Pointer[Trouble]
}

// State may be asked at any time.
func (b *Bot) State() State {
	s := State{
		Webhook: b.webhook != nil, Set: b.isSet.Load(), Met: moment(&b.polled), Sent: moment(&b.sent), Failing: moment(&b.failing),
		Limited: b.limited.Load(), Pending: int(b.pending.Load()),
	}
	if t := b.trouble.Load(); t != nil {
		s.Trouble = *t
	}
	return s
}

// Polled is when Telegram last answered a poll or a look after the webhook, or
// brought an update; the zero time before that.
func (b *Bot) Polled() time.Time { return moment(&b.polled) }

func moment(at *atomic.Int64) time.Time {
	if ns := at.Load(); ns != 0 {
		return time.Unix(0, ns)
	}
	return time.Time{}
}

// met notes that Telegram is there.
func (b *Bot) met() { b.polled.Store(b.clock().UnixNano()) }

// in notes what stands in the way of the updates.
func (b *Bot) in(t Trouble) { b.trouble.Store(&t) }

// note takes down how a letter's call went; f is nil when it was taken. One that was
// refused was taken, too: Telegram is there.
func (b *Bot) note(method string, f *failure) {
	letter := strings.HasPrefix(method, "send") && method != "sendChatAction" || strings.HasPrefix(method, "edit")
	switch {
	case f != nil && errors.Is(f.cause, context.Canceled): // we broke it off
	case f != nil && f.limited():
		b.limited.Add(1)
		if letter {
			b.failing.CompareAndSwap(0, b.clock().UnixNano())
		}
	case !letter:
	case f == nil || f.answered():
		b.sent.Store(b.clock().UnixNano())
		b.failing.Store(0)
	default:
		b.failing.CompareAndSwap(0, b.clock().UnixNano())
	}
}
