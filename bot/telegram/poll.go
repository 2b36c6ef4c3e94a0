package telegram

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"strconv"
	"sync"
	"sync/atomic"
	"time"

	tgbotapi "github.com/go-telegram-bot-api/telegram-bot-api/v5"
	"signpost/bot/channel"
)

const (
	lanes     = 100              // chats that are received at the same time: their turns share a commit
	grace     = 3 * time.Second  // what is in hand gets at shutdown
	leaving   = time.Second      // what confirming it may take then
	maxBack   = time.Minute      // the longest pause after a failure
	maxHoldup = 10 * time.Second // the longest pause before what was not saved comes again
	minPause  = time.Second      // between two empty answers
	maxTrials = 8                // of one update while others are saved
	most      = 100              // updates of one batch: Telegram shows no more before they are confirmed
	enough    = 3                // times that nothing was saved, before room is made for what stands behind a batch
)

// allowed are the kinds of updates we ask for; the setting stays at Telegram.
const allowed = `["message","edited_message","callback_query","my_chat_member"]`

// ErrToken says that Telegram knows no bot by this token. Trying again is no use.
var ErrToken = errors.New("telegram knows no bot by this token; ask @BotFather for the right one")

// Run brings what arrives to r until ctx ends, and then returns nil. Telegram
// may be down at the start or at any time. The errors are ErrToken, and with a
// webhook that nothing can be listened to any more.
//
// Updates come in batches. Those of one chat are received one after the other,
// different chats at the same time; the next poll, which tells Telegram to
// forget a batch, is made only when all of it is saved. What could not be saved
// is brought again. With a webhook they come one by one, see hook.
func (b *Bot) Run(ctx context.Context, r channel.Receiver) error {
	p := &poller{Bot: b, to: r, done: map[int64]bool{}, trials: map[int64]*trial{}}
	defer p.under.Wait()
	if b.webhook != nil {
		return p.listen(ctx)
	}
	if err := p.introduce(ctx); err != nil || ctx.Err() != nil {
		return err
	}
	p.clear(ctx)
	p.hire()
	defer close(p.crew)
	return p.loop(ctx)
}

// introduce asks Telegram for the bot's name until it is told or ctx ends.
func (b *Bot) introduce(ctx context.Context) error {
	for try := 0; ; try++ {
		var me struct {
			Name string `json:"username"`
		}
		err := b.call(ctx, "getMe", nil, &me)
		if err == nil {
			b.name.Store(&me.Name)
			return nil
		}
		if err := b.setback(ctx, err, try); err != nil || ctx.Err() != nil {
			return err
		}
	}
}

// setback waits after a failed call, or says that waiting is no use.
func (b *Bot) setback(ctx context.Context, err error, try int) error {
	var f *failure
	errors.As(err, &f)
	if ctx.Err() != nil {
		return nil
	}
	if f.code == http.StatusUnauthorized || f.code == http.StatusNotFound && f.says("not found") {
		return ErrToken
	}
	d := max(b.backoff(try), f.after)
	b.log.WarnContext(ctx, "telegram can't be reached", "error", f, "again_in", d)
	_ = b.sleep(ctx, d) // it ends early only when ctx does, which the caller sees
	return nil
}

// backoff grows from a second to a minute, with jitter.
func (b *Bot) backoff(try int) time.Duration {
	d := min(maxBack, time.Second<<min(try, 10))
	return max(time.Second, d/2+time.Duration(b.chance()*float64(d/2)))
}

// poller is one Run.
type poller struct {
	*Bot
	to     channel.Receiver
	offset int64
	under  sync.WaitGroup // taps that wait for their answer
	crew   chan func()    // to those who receive

	mu     sync.Mutex
	done   map[int64]bool // updates that are saved, but not confirmed
	trials map[int64]*trial
	saved  atomic.Int64 // updates received
	before int64        // saved at the begin of the batch

	holdups   int       // batches in a row that were not saved
	nothing   int       // those of them of which nothing was, but what is urgent
	lookAt    time.Time // when to look after the webhook again
	conflicts int       // with another copy, of this spell
	conflict  time.Time // the end of the last pause
	failedAt  int64     // the last failed delivery that was said, Unix seconds
}

// loop polls until ctx ends.
func (p *poller) loop(ctx context.Context) error {
	failures := 0
	for {
		started := p.clock()
		batch, err := p.fetch(ctx, p.poll, most)
		if ctx.Err() != nil {
			p.leave(ctx)
			return nil
		}
		if err != nil {
			if p.rival(ctx, err) {
				continue
			}
			if err := p.setback(ctx, err, failures); err != nil {
				return err
			}
			failures++
			continue
		}
		failures = 0
		p.met()
		p.calm()
		if !p.clock().Before(p.lookAt) {
			p.clear(ctx)
		}
		switch {
		case len(batch) == 0:
			if p.clock().Sub(started) < minPause {
				_ = p.sleep(ctx, minPause)
			}
		case p.take(ctx, batch):
			p.holdups = 0
		default:
			p.holdUp(ctx, batch)
		}
	}
}

// fetch gets the next updates. Asking confirms all before the offset.
func (p *poller) fetch(ctx context.Context, hold time.Duration, limit int) ([]update, error) {
	params := tgbotapi.Params{"allowed_updates": allowed, "limit": strconv.Itoa(limit), "timeout": strconv.Itoa(int(hold.Seconds()))}
	if p.offset != 0 {
		params["offset"] = strconv.FormatInt(p.offset, 10)
	}
	var raw []json.RawMessage
	if err := p.callWithin(ctx, hold+pollSlack, "getUpdates", params, &raw); err != nil {
		return nil, err
	}
	batch := make([]update, 0, len(raw))
	for _, r := range raw {
		batch = append(batch, p.read(ctx, r))
	}
	return batch, nil
}

// read decodes an update. What can't be decoded is left out, all but its id.
func (p *poller) read(ctx context.Context, raw json.RawMessage) update {
	var u update
	if err := json.Unmarshal(raw, &u); err != nil { // its id is decoded all the same, or in the next line
		p.log.ErrorContext(ctx, "an update can't be read and is left out")
		var only struct {
			ID int64 `json:"update_id"`
		}
		_ = json.Unmarshal(raw, &only)
		u = update{ID: only.ID}
	}
	return u
}

// holdUp waits before a batch that was not saved is fetched again.
func (p *poller) holdUp(ctx context.Context, batch []update) {
	d := min(maxHoldup, p.backoff(p.holdups)) // everybody waits meanwhile
	p.holdups++
	if p.nothing >= enough && len(batch) == most {
		p.makeRoom(ctx, batch)
	}
	p.log.ErrorContext(ctx, "an update was not saved; it will be brought again", "again_in", d)
	p.rest(ctx, d)
}

// makeRoom gives up the older half of a batch of which nothing can be saved. Telegram
// shows nothing behind it, where somebody may be in danger. Those who wrote the half
// were told that it is not working, unless it came too late to be answered.
func (p *poller) makeRoom(ctx context.Context, batch []update) {
	half := batch[:len(batch)/2]
	p.offset = half[len(half)-1].ID + 1
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, u := range half {
		delete(p.done, u.ID)
		delete(p.trials, u.ID)
	}
	p.log.ErrorContext(ctx, "nothing can be saved; the oldest updates were given up, to see what is urgent behind them", "count", len(half))
}

// leave confirms the last batch, so that the next start does not see it again.
func (p *poller) leave(ctx context.Context) {
	if p.offset == 0 {
		return
	}
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), leaving)
	defer cancel()
	if _, err := p.fetch(ctx, 0, 1); err != nil {
		p.log.WarnContext(ctx, "the last updates were not confirmed and will come again", "error", err)
	}
}

// lasting is a context that ends a while after ctx, so that what is in hand can be
// finished.
func lasting(ctx context.Context) (context.Context, context.CancelFunc) {
	work, cancel := context.WithCancel(context.WithoutCancel(ctx))
	stop := context.AfterFunc(ctx, func() { time.AfterFunc(grace, cancel) })
	return work, func() { stop(); cancel() }
}

// confirm moves the offset behind the last update before which all are saved.
// The next id may be lower than the last: after a week without updates Telegram
// begins anew at a random one.
func (p *poller) confirm(batch []update, saved []bool) bool {
	for i, u := range batch {
		if !saved[i] {
			return false
		}
		p.offset = u.ID + 1
		delete(p.done, u.ID)
	}
	clear(p.done)
	clear(p.trials)
	return true
}
