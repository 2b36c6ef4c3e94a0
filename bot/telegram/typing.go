package telegram

import (
	"context"
	"strconv"
	"sync"
	"time"

	tgbotapi "github.com/go-telegram-bot-api/telegram-bot-api/v5"

	"signpost/bot/channel"
)

const (
	typingAfter = time.Second     // an answer that takes longer shows that it is under way
	typingTime  = 2 * time.Second // what showing it may take; later it says nothing
)

// expected are the answers that have not begun to leave, by chat: what ends the
// waiting for each. The zero value is ready.
type expected struct {
	mu sync.Mutex
	of map[int64][]*expectation
}

// expectation is one update that waits for its answer.
type expectation struct{ met context.CancelFunc }

func (x *expected) add(chat int64, met context.CancelFunc) *expectation {
	x.mu.Lock()
	defer x.mu.Unlock()
	if x.of == nil {
		x.of = map[int64][]*expectation{}
	}
	e := &expectation{met}
	x.of[chat] = append(x.of[chat], e)
	return e
}

// drop forgets an expectation.
func (x *expected) drop(chat int64, e *expectation) {
	x.mu.Lock()
	defer x.mu.Unlock()
	kept := x.of[chat][:0:0]
	for _, other := range x.of[chat] {
		if other != e {
			kept = append(kept, other)
		}
	}
	if x.of[chat] = kept; len(kept) == 0 {
		delete(x.of, chat)
	}
}

// meet ends all waiting for a chat: a letter is on its way to it.
func (x *expected) meet(chat int64) {
	x.mu.Lock()
	defer x.mu.Unlock()
	for _, e := range x.of[chat] {
		e.met()
	}
}

// expect shows that somebody is at work (Telegram's "typing") when the answer
// to an update is slow, once, and not when a letter to the chat is leaving
// already. What is brought again has had its chance. The context ends when the
// waiting does; met ends it, and must be called.
func (p *poller) expect(ctx context.Context, u update, in channel.Inbound) (waiting context.Context, met context.CancelFunc) {
	waiting, met = context.WithCancel(context.WithoutCancel(ctx))
	p.mu.Lock()
	again := p.trials[u.ID] != nil
	p.mu.Unlock()
	if again || in.Blocked || in.Edited || in.Group {
		met() // none of these is answered like a question, or it was
		return waiting, met
	}
	chat := u.lane()
	e := p.expected.add(chat, met)
	p.under.Go(func() {
		defer p.expected.drop(chat, e)
		if p.linger(waiting, typingAfter) == nil && waiting.Err() == nil {
			p.busy(waiting, chat)
		}
		met() // shown or left out, there is nothing more to wait for
	})
	return waiting, met
}

// busy shows that an answer is under way; Telegram takes it away after five
// seconds or with the next message. It is a courtesy: when messages wait for
// their turn, or Telegram asked to leave the chat alone, it is left out, and no
// failure matters.
func (p *poller) busy(ctx context.Context, chat int64) {
	if !p.pace.spare(chat) {
		return
	}
	params := tgbotapi.Params{"chat_id": strconv.FormatInt(chat, 10), "action": "typing"}
	if err := p.callWithin(ctx, typingTime, "sendChatAction", params, nil); err != nil && ctx.Err() == nil {
		p.log.DebugContext(ctx, "showing that an answer is under way", "error", err)
	}
}

// settle ends the expectation of an update that is no tap, when its letters have
// left. The function it gives must be told once whether it was received.
func (p *poller) settle(waiting context.Context, met context.CancelFunc, in channel.Inbound) func(bool) {
	return func(ok bool) {
		if !ok {
			met()
			return
		}
		p.under.Go(func() {
			defer met()
			if waiting.Err() != nil {
				return
			}
			err := p.guard(func() error { return p.to.Deliver(waiting, in.Chat) })
			if err != nil && waiting.Err() == nil {
				p.log.WarnContext(waiting, "waiting for the letters of an answer", "error", p.strike(err.Error()))
			}
		})
	}
}
