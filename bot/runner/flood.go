package runner

import (
	"context"
	"errors"
	"sync"
	"time"

	"signpost/bot/channel"
	"signpost/bot/talk"
	"signpost/locales"
)

// Limit is how many turns of one chat are taken: so many at once, and as many again
// Over a time. The zero Limit is none.
type Limit struct {
	Turns int
	Over  time.Duration
}

const (
	staffTimes = 3           // as many turns for people with a hat: they enter whole listings
	tellEvery  = time.Minute // how often a chat reads that it must wait

	cardsAtOnce = 5               // urgent cards of one chat without a pause
	cardEvery   = 3 * time.Second // then
	aidsAtOnce  = 20              // what else goes past everything: more numbers, taking words away, /hide and /forget
	aidEvery    = time.Second
)

// bucket is how much somebody had lately. The zero bucket is nothing.
type bucket struct {
	had float64
	at  time.Time
}

// take takes one of so many, of which one comes back each while; false when all were
// taken.
func (b *bucket) take(now time.Time, most int, each time.Duration) bool {
	b.drain(now, each)
	if b.had+1 > float64(most) {
		return false
	}
	b.had++
	return true
}

func (b *bucket) drain(now time.Time, each time.Duration) {
	if passed := now.Sub(b.at); passed > 0 { // a clock may go back
		b.had = max(0, b.had-float64(passed)/float64(each))
	}
	b.at = now
}

// floods know how much of each chat came lately: in memory, and of the newest chats
// only.
type floods struct {
	mu    sync.Mutex
	chats recent[allowance]
}

// allowance is what one chat has had.
type allowance struct {
	turns, cards, aids bucket
	staff              bool
	shut               bool      // nothing is taken until half of its turns are back
	told               time.Time // when it read so
}

func (f *floods) init() { f.chats.init(10_000) }

func (f *floods) change(c channel.Chat, do func(*allowance)) {
	f.mu.Lock()
	defer f.mu.Unlock()
	a, _ := f.chats.get(key(c))
	do(&a)
	f.chats.put(key(c), a)
}

// turn says whether a turn of a chat is taken, and if not, whether it is to be told.
func (f *floods) turn(c channel.Chat, now time.Time, l Limit) (take, tell bool) {
	f.change(c, func(a *allowance) {
		if a.staff {
			l.Turns *= staffTimes
		}
		each := l.Over / time.Duration(l.Turns)
		a.turns.drain(now, each)
		if a.shut && a.turns.had > float64(l.Turns)/2 {
			return
		}
		take = a.turns.take(now, l.Turns, each)
		a.shut = !take
		if tell = !take && (a.told.IsZero() || now.Sub(a.told) >= tellEvery); tell {
			a.told = now
		}
	})
	return take, tell
}

// takes says whether an event of a chat is taken. What is urgent has buckets of its
// own, so that nothing else can use it up: the first card comes at once, and they
// never come faster than anybody reads.
func (r *Runner) takes(in channel.Inbound, e talk.Event, urgent *talk.Message) (take, tell bool) {
	now := r.Now()
	switch {
	case r.Limit.Turns <= 0:
		return true, false
	case urgent != nil && urgent.Card != "":
		r.floods.change(in.Chat, func(a *allowance) { take = a.cards.take(now, cardsAtOnce, cardEvery) })
	case urgent != nil, stillMeant(e):
		r.floods.change(in.Chat, func(a *allowance) { take = a.aids.take(now, aidsAtOnce, aidEvery) })
	default:
		take, tell = r.floods.turn(in.Chat, now, r.Limit)
	}
	return take, tell && !in.Group
}

// known notes that whoever is in a chat wears a hat.
func (r *Runner) known(c channel.Chat) {
	if r.Limit.Turns > 0 {
		r.floods.change(c, func(a *allowance) { a.staff = true })
	}
}

// slowed notes a message that is one of too many as seen. The first is answered with
// one sentence, and urgent help stands under it.
func (r *Runner) slowed(ctx context.Context, in channel.Inbound, sc talk.Scene, tell bool) {
	saving := Saving{Chat: in.Chat, Update: in.Update, At: in.At, Messages: own(in)}
	if tell {
		m := talk.Message{Body: locales.TalkWait(), Fresh: true, Rows: urgentRow()}
		saving.Letters = r.posts([]channel.Letter{r.letter(sc.Language, in, m)})
	}
	if err := r.Store.Save(ctx, saving); err != nil && !errors.Is(err, ErrSeen) {
		// It must not come again and again: nobody would be answered by it.
		r.Log.ErrorContext(ctx, "one of too many could not be noted", "door", in.Chat.Door, "error", err.Error())
	}
}

// urgentRow is the button for urgent help, under what is said outside of any flow.
func urgentRow() [][]talk.Key {
	return talk.Keys([][]talk.Button{{talk.Standing(talk.UrgentCommand, "", locales.ButtonUrgent())}})
}
