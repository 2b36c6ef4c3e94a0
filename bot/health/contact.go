package health

import "time"

// contact is how it stands with calls of one kind to Telegram.
type contact struct {
	since time.Time // the first that was not answered since the last that was
	last  time.Time // the last that was not answered
}

// Outage is a time during which Telegram could not be reached.
type Outage struct{ From, Until time.Time }

// LongOutage is how long it must last to be told of.
const LongOutage = 10 * time.Minute

// maxOutages bounds those that nobody has asked about.
const maxOutages = 10

// Called notes a call to Telegram: fetching messages or anything else, and
// whether it was answered. That it asked to wait or said no is an answer.
func (b *Board) Called(fetching, answered bool) {
	if b == nil {
		return
	}
	now := b.o.Now()
	b.mu.Lock()
	defer b.mu.Unlock()
	c := &b.send
	if fetching {
		c = &b.fetch
	}
	switch {
	case !answered && c.since.IsZero():
		c.since, c.last = now, now
	case !answered:
		c.last = now
	case !c.since.IsZero():
		// Until the last that failed: when nothing was to be sent for hours, nobody
		// knows whether it could have been.
		if c.last.Sub(c.since) >= LongOutage {
			b.outages = append(b.outages, Outage{c.since, now})
			b.outages = b.outages[max(0, len(b.outages)-maxOutages):]
		}
		*c = contact{}
	}
}

// Outages takes the long ones that are over, as one when they touch, and leaves
// none. There are none to tell of while one goes on: nothing could be sent then.
func (b *Board) Outages() []Outage {
	if b == nil {
		return nil
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	if !b.fetch.since.IsZero() || !b.send.since.IsZero() {
		return nil
	}
	var out []Outage
	for _, o := range b.outages {
		if n := len(out); n > 0 && !o.From.After(out[n-1].Until) {
			out[n-1].From = earlier(out[n-1].From, o.From)
			out[n-1].Until = later(out[n-1].Until, o.Until)
			continue
		}
		out = append(out, o)
	}
	b.outages = nil
	return out
}

func earlier(a, b time.Time) time.Time {
	if b.Before(a) {
		return b
	}
	return a
}

func later(a, b time.Time) time.Time {
	if b.After(a) {
		return b
	}
	return a
}
