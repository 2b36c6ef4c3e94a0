package telegram

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	tgbotapi "github.com/go-telegram-bot-api/telegram-bot-api/v5"
)

const (
	lookEvery   = 10 * time.Minute // how often it is looked who has the updates
	minConflict = 15 * time.Second // the first pause when somebody else fetches them; half of it by chance
	maxConflict = 5 * time.Minute  // the longest
	spell       = 10 * time.Minute // without any, after which a conflict is a new one
	connections = 100              // by which Telegram may bring updates at the same time: its most, so that one is free for what is urgent
)

// set is what Telegram knows of the bot's webhook.
// https://core.telegram.org/bots/api#webhookinfo
type set struct {
	URL         string   `json:"url"` // "" when there is none
	Pending     int      `json:"pending_update_count"`
	FailedAt    int64    `json:"last_error_date"` // Unix seconds
	Failure     string   `json:"last_error_message"`
	Connections int      `json:"max_connections"`
	Allowed     []string `json:"allowed_updates"`
}

// look asks who has the updates.
func (p *poller) look(ctx context.Context) (set, error) {
	var s set
	if err := p.call(ctx, "getWebhookInfo", nil, &s); err != nil {
		return set{}, err
	}
	p.pending.Store(int64(s.Pending))
	return s, nil
}

// host is all of an address that is ever told: its path may be a secret.
func host(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" {
		return "an unreadable address"
	}
	return u.Hostname()
}

// marked is an address with the mark that only this house can make, by which it
// knows later that it was the one that set it.
func (b *Bot) marked(address string) string {
	return address + "?house=" + b.sign("mark\n" + b.number() + "\n" + address)[:16]
}

// ours reports an address that this house has set, with whatever settings, or that
// it is to set: somebody may have done so by hand, or with another key file.
func (b *Bot) ours(address string) bool {
	plain, _, _ := strings.Cut(address, "?")
	return b.webhook != nil && plain == b.webhook.URL || b.sign != nil && address == b.marked(plain)
}

// clear sees to it that no webhook stands in the way of polling, and returns when
// none does. One that this house set before is taken off; Telegram keeps what
// waited. Somebody else's is said, and not fought over. When Telegram does not
// answer, polling shows what is wrong.
func (p *poller) clear(ctx context.Context) {
	for try := 0; ctx.Err() == nil; try++ {
		p.lookAt = p.clock().Add(lookEvery)
		s, err := p.look(ctx)
		if err != nil || s.URL == "" {
			p.calm()
			return
		}
		ours := p.ours(s.URL)
		if !ours && !p.takeOver {
			p.foreign(ctx, s.URL, try)
			continue
		}
		if err := p.call(ctx, "deleteWebhook", tgbotapi.Params{"drop_pending_updates": "false"}, nil); err != nil {
			p.log.WarnContext(ctx, "the webhook was not taken off", "error", err)
			_ = p.sleep(ctx, p.backoff(try))
			continue
		}
		p.takeOver = p.takeOver && ours // once
		p.log.InfoContext(ctx, "the webhook was taken off; messages are fetched from now on", "address", host(s.URL))
	}
}

// foreign says once that somebody else's webhook has the updates, and waits.
func (p *poller) foreign(ctx context.Context, address string, try int) {
	d := p.conflictPause(try)
	p.in(TroubleWebhook)
	if try == 0 {
		p.log.ErrorContext(ctx, "another program has set a webhook for this bot and gets its messages; stop it there and take its webhook off, or start once with --telegram-take-over",
			"address", host(address), "again_in", d)
	}
	_ = p.sleep(ctx, d)
}

// calm notes that nobody else gets the updates, unless another copy was met lately:
// it may just be waiting.
func (p *poller) calm() {
	if p.clock().Sub(p.conflict) > spell {
		p.in("")
	}
}

// conflictPause grows with each look at somebody else's work, with jitter: two copies
// that wait for the same time would meet again.
func (b *Bot) conflictPause(try int) time.Duration {
	d := min(maxConflict, minConflict<<min(try, 10))
	return d/2 + time.Duration(b.chance()*float64(d/2))
}

// rival deals with a poll that failed since somebody else gets the updates; it is
// false when that is not why. Another copy is said once in a spell, however often
// one or the other gets through meanwhile.
func (p *poller) rival(ctx context.Context, err error) bool {
	var f *failure
	if ctx.Err() != nil || !errors.As(err, &f) || f.code != http.StatusConflict {
		return false
	}
	if f.says("webhook") {
		p.clear(ctx)
		return true
	}
	now := p.clock()
	if now.Sub(p.conflict) > spell {
		p.conflicts = 0
	}
	d := max(p.conflictPause(p.conflicts), f.after)
	p.in(TroubleCopy)
	if p.conflicts == 0 {
		p.log.ErrorContext(ctx, "another copy of this bot is running and fetches its messages, so each gets some of them; stop one of the two", "again_in", d)
	}
	p.conflicts, p.conflict = p.conflicts+1, now.Add(d)
	_ = p.sleep(ctx, d)
	return true
}

// keep sees to it that Telegram brings the updates to our webhook, until ctx ends.
// The only error is ErrToken.
func (p *poller) keep(ctx context.Context) error {
	if err := p.introduce(ctx); err != nil {
		return err
	}
	failures, looks := 0, 0
	for ctx.Err() == nil {
		s, err := p.look(ctx)
		switch {
		case err != nil:
		case s.URL != "" && !p.ours(s.URL) && !p.takeOver:
			p.isSet.Store(false)
			p.foreign(ctx, s.URL, looks)
			looks++
			continue
		case p.differs(s):
			err = p.claim(ctx, s)
		}
		if err != nil {
			p.isSet.Store(false)
			if err := p.setback(ctx, err, failures); err != nil {
				return err
			}
			failures++
			continue
		}
		p.isSet.Store(true)
		p.undelivered(ctx, s)
		p.met()
		p.calm()
		failures, looks = 0, 0
		_ = p.idle(ctx, lookEvery)
	}
	return nil
}

// differs reports that the webhook is not as we want it. Its secret can't be asked
// for, but has changed only when the mark has.
func (p *poller) differs(s set) bool {
	want := strings.Split(strings.Trim(allowed, `[]"`), `","`)
	slices.Sort(want)
	slices.Sort(s.Allowed)
	return s.URL != p.marked(p.webhook.URL) || s.Connections != connections || !slices.Equal(s.Allowed, want)
}

// claim sets our webhook. What waits is kept.
func (p *poller) claim(ctx context.Context, before set) error {
	err := p.call(ctx, "setWebhook", tgbotapi.Params{
		"url": p.marked(p.webhook.URL), "secret_token": p.secret(), "allowed_updates": allowed,
		"max_connections": strconv.Itoa(connections), "drop_pending_updates": "false",
	}, nil)
	if err != nil {
		return err
	}
	if before.URL != "" && !p.ours(before.URL) {
		p.takeOver = false // once
	}
	p.log.InfoContext(ctx, "the webhook is set; telegram brings the messages from now on", "address", host(p.webhook.URL))
	return nil
}

// undelivered says why Telegram could not bring updates, once for each time that it
// noted.
func (p *poller) undelivered(ctx context.Context, s set) {
	if s.Failure == "" || s.Pending == 0 || s.FailedAt <= p.failedAt {
		return
	}
	p.failedAt = s.FailedAt
	p.log.WarnContext(ctx, "telegram could not bring messages to the webhook", "error", p.strike(reason(s.Failure)), "count", s.Pending)
}
