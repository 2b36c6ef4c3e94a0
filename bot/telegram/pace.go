package telegram

import (
	"context"
	"errors"
	"sync"
	"time"

	"golang.org/x/time/rate"

	"signpost/bot/channel"
)

// Telegram names its limits at https://core.telegram.org/bots/faq: some 30
// messages a second in all, one a second in a chat with short bursts, 20 a
// minute in a group. Edits count like messages.
const (
	chatBurst = 3
	maxChats  = 4096             // buckets in memory; full ones are forgotten first
	maxWait   = 10 * time.Second // a longer wait is the outbox's, not ours
	usual     = 28               // messages a second in all
	manyFast  = 3                // chats that are refused within fastTime: it is not them, it is all of us
	fastTime  = 3 * time.Second
)

// pace lets messages go at the speed Telegram takes.
//
// Ordinary letters pass a smaller bucket before the one for all, so that the
// latter always has room for an urgent one: it overtakes those that wait, and
// still keeps the limit.
type pace struct {
	clock    func() time.Time
	sleep    func(context.Context, time.Duration) error
	times    float64 // how often the usual rate is allowed: by a server of one's own, which has no limit for a chat either
	total    *rate.Limiter
	ordinary *rate.Limiter

	mu    sync.Mutex
	chats map[int64]*bucket
	until time.Time           // Telegram asked to leave all chats alone until then
	fast  map[int64]time.Time // chats that it asked to leave alone, and when, of the last moments
}

// bucket is the limit of one chat.
type bucket struct {
	*rate.Limiter
	until time.Time // Telegram asked to leave the chat alone until then
}

func newPace(perSecond float64, clock func() time.Time, sleep func(context.Context, time.Duration) error) *pace {
	times := max(1, perSecond/usual)
	burst := int(2 * times)
	return &pace{
		clock: clock, sleep: sleep, times: times, chats: map[int64]*bucket{}, fast: map[int64]time.Time{},
		total:    rate.NewLimiter(rate.Limit(perSecond), burst),
		ordinary: rate.NewLimiter(rate.Limit(perSecond*0.85), burst),
	}
}

// errWait is the cause of a Retry that no call has made.
var errWait = errors.New("telegram: the chat has had its share of messages")

// wait returns when a message to the chat may leave. It is a *channel.Retry
// when that would take longer than maxWait.
func (p *pace) wait(ctx context.Context, chat int64, urgent bool) error {
	if urgent {
		return p.pass(ctx, p.total)
	}
	b := p.bucket(chat)
	p.mu.Lock()
	hold := max(b.until.Sub(p.clock()), p.until.Sub(p.clock()))
	p.mu.Unlock()
	if hold > maxWait {
		return &channel.Retry{After: hold, Err: errWait}
	}
	if hold > 0 {
		if err := p.sleep(ctx, hold); err != nil {
			return err
		}
	}
	for _, l := range []*rate.Limiter{b.Limiter, p.ordinary, p.total} {
		if err := p.pass(ctx, l); err != nil {
			return err
		}
	}
	return nil
}

// pass takes one token of l, waiting for it.
func (p *pace) pass(ctx context.Context, l *rate.Limiter) error {
	now := p.clock()
	r := l.ReserveN(now, 1)
	d := r.DelayFrom(now)
	if d > maxWait {
		r.CancelAt(now)
		return &channel.Retry{After: d, Err: errWait}
	}
	if d == 0 {
		return ctx.Err()
	}
	if err := p.sleep(ctx, d); err != nil {
		r.CancelAt(now)
		return err
	}
	return nil
}

// spare takes a share of the pace for what is no message and may be left out. It
// is false when messages wait, when the next urgent one would, or when the chat
// is left alone. The chat's own bucket is for messages.
func (p *pace) spare(chat int64) bool {
	b, now := p.bucket(chat), p.clock()
	p.mu.Lock()
	defer p.mu.Unlock()
	if now.Before(b.until) || now.Before(p.until) || p.total.TokensAt(now) < 2 {
		return false
	}
	return p.ordinary.AllowN(now, 1) && p.total.AllowN(now, 1)
}

// hold leaves the chat alone for a while, as Telegram asked. When it asked for
// several chats within moments, all are left alone: Telegram counts them together.
// What is urgent is tried all the same.
func (p *pace) hold(chat int64, d time.Duration) {
	b := p.bucket(chat)
	p.mu.Lock()
	defer p.mu.Unlock()
	now := p.clock()
	b.until = now.Add(d)
	p.fast[chat] = now
	for id, at := range p.fast {
		if now.Sub(at) > fastTime {
			delete(p.fast, id)
		}
	}
	if until := now.Add(d); len(p.fast) >= manyFast && until.After(p.until) {
		p.until = until
	}
}

// bucket is the chat's own. A bucket that is full again equals a new one and is
// forgotten when there are many.
func (p *pace) bucket(chat int64) *bucket {
	p.mu.Lock()
	defer p.mu.Unlock()
	if b := p.chats[chat]; b != nil {
		return b
	}
	now := p.clock()
	if len(p.chats) >= maxChats {
		for id, b := range p.chats {
			if now.After(b.until) && b.TokensAt(now) >= chatBurst {
				delete(p.chats, id)
			}
		}
	}
	every := time.Second
	if chat < 0 { // groups have negative ids
		every = 3 * time.Second
	}
	b := &bucket{Limiter: rate.NewLimiter(rate.Every(every)*rate.Limit(p.times), chatBurst)}
	p.chats[chat] = b
	return b
}
