package telegram

import (
	"net/http"
	"sync/atomic"
	"time"

	"signpost/bot/channel"
)

// smallSkew is by how much clocks may differ before it matters: answers name their
// time to the second and take a while.
const smallSkew = 2 * time.Minute

// skew is by how much Telegram's clock is ahead of ours. A machine whose clock is
// hours wrong would take every message for an old one, or for one of tomorrow.
type skew struct{ nanoseconds atomic.Int64 }

// hear takes Telegram's time from an answer.
func (s *skew) hear(h http.Header, now time.Time) {
	theirs, err := http.ParseTime(h.Get("Date"))
	if err != nil {
		return
	}
	by := theirs.Sub(now)
	if by.Abs() < smallSkew {
		by = 0
	}
	s.nanoseconds.Store(int64(by))
}

// ours is a moment of Telegram's on our clock.
func (s *skew) ours(theirs time.Time) time.Time {
	return theirs.Add(-time.Duration(s.nanoseconds.Load()))
}

// inbound is what an update says to us, at the time of our clock; false for nothing.
func (b *Bot) inbound(u update) (channel.Inbound, bool) {
	now := b.clock()
	in, ok := u.inbound(b.Username(), now)
	if !in.At.Equal(now) { // a tap has no time of its own
		in.At = b.skew.ours(in.At)
	}
	return in, ok
}
