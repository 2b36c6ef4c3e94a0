// Package runner moves one event through the house: it hears danger before
// anything is loaded, loads the conversation, lets the engine take its step,
// puts the answer into words, saves all of it in one transaction, and then
// carries the letters out.
//
// It decides nothing about what is said and knows no door, no file and no
// directory: all of them are handed to it.
package runner

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"sync"
	"sync/atomic"
	"time"

	"signpost/bot/channel"
	"signpost/bot/listen"
	"signpost/bot/talk"
	"signpost/directory"
	"signpost/locales"
)

// resumeFor is how long after its last turn a page that was opened again is
// shown where it was. The store keeps a conversation longer, for doors where a
// chat has one owner; a screen may have another person before it by now.
const resumeFor = 30 * time.Minute

// Words puts a Text into the words of a language. *locales.Words does.
type Words interface {
	Render(language string, t locales.Text) string
}

// Options are what a Runner is made of.
type Options struct {
	Book  talk.Book
	Words Words
	// Hear listens to what was typed: listen.Hear when nil. It reads no file, since
	// it comes before everything.
	Hear  func(text string) listen.Heard
	Store Store
	Doors []channel.Channel
	Now   func() time.Time
	NewID func() talk.ID
	Log   *slog.Logger
	// Apply carries out a change of the directory, once for each key. nil where
	// nobody can ask for one.
	Apply func(ctx context.Context, at time.Time, c directory.Change) (directory.Outcome, error)
	// Duties are what is to be done when a job of a kind is due.
	Duties map[string]Duty
	// Limit is how much of one chat is taken, so that a flood of one harms nobody.
	Limit Limit
	// Chance is from 0 up to 1, anew at each call: by it pauses differ. 1 when nil.
	Chance func() float64
	// PurgeEvery is how often what is older than it may be is removed; an hour when
	// zero.
	PurgeEvery time.Duration
	// Broken says why nothing can be kept or looked up; nil when it can. With it
	// urgent help is answered, everything else gets one sentence, and Store may be
	// nil.
	Broken error
	// Health is told how it goes. nil for nobody.
	Health Health
}

// Runner is the keeper of the way.
type Runner struct {
	Options
	doors     map[string]channel.Channel
	started   time.Time
	lanes     lanes
	languages recent[string]      // by chat: the card must know the language when no file answers
	answered  recent[bool]        // urgent updates that were answered: a second delivery is not
	counted   recent[time.Time]   // when a chat's card was last counted: once a conversation
	failed    recent[failing]     // updates that could not be saved
	saved     atomic.Int64        // turns that were
	gentle    recent[bool]        // chats whose newest message carries the gentle line
	shown     recent[time.Time]   // when a chat was last sent an urgent card
	floods    floods              // how much came of each chat
	ways      ways                // how letters leave
	cards     cards               // urgent cards of the last minutes
	reports   recent[[]time.Time] // when a chat said lately that a listing is wrong; /forget does not lift that limit
	rouse     chan struct{}       // wakes whoever does what is due

	mu       sync.Mutex
	waiters  map[channel.Chat][]chan struct{}
	saidLate time.Time // when it was last said that messages came late
}

// New makes a Runner. Doors that need the Runner are added with Open.
func New(o Options) *Runner {
	r := &Runner{Options: o, doors: map[string]channel.Channel{}, rouse: make(chan struct{}, 1), waiters: map[channel.Chat][]chan struct{}{}}
	r.started = r.Now()
	if r.Hear == nil {
		r.Hear = listen.Hear
	}
	if r.Chance == nil {
		r.Chance = func() float64 { return 1 }
	}
	if r.Health == nil {
		r.Health = untold{}
	}
	if r.Broken != nil {
		r.Store = nowhere{r.Broken}
	}
	r.lanes.init()
	r.languages.init(10_000)
	r.answered.init(10_000)
	r.counted.init(10_000)
	r.failed.init(1_000)
	r.gentle.init(10_000)
	r.shown.init(10_000)
	r.reports.init(10_000)
	r.cards.init()
	r.ways.init()
	r.floods.init()
	for _, d := range o.Doors {
		r.Open(d)
	}
	return r
}

// Open adds a door. It must not be called while events arrive.
func (r *Runner) Open(d channel.Channel) { r.doors[d.Door()] = d }

// maxFailures is how often an update is brought again, while others are saved,
// before it is given up: one that can never be saved must not hold up all that come
// after it, and a full disk must lose none.
const maxFailures = 5

// failing is an update that could not be saved.
type failing struct {
	tries int   // after others were saved
	saved int64 // how many turns had been when it failed first
}

// Receive takes one event through the house. It returns when the turn is saved;
// an error means that it was not and the door must bring the update again.
func (r *Runner) Receive(ctx context.Context, in channel.Inbound) error {
	began := r.Now()
	outcome, err := r.receive(ctx, r.onTime(in))
	switch {
	case errors.Is(err, errStopgap):
		outcome, err = "broken", nil
	case err != nil:
		outcome = "failed"
	}
	r.Health.Received(in.Chat.Door, outcome, r.Now().Sub(began))
	return err
}

// receive is Receive, and says which way the event went: one of Health's words.
func (r *Runner) receive(ctx context.Context, in channel.Inbound) (outcome string, err error) {
	sc := r.scene(in)
	e := r.event(in)
	if m, ok := r.Book.Hear(sc, e); ok {
		if take, _ := r.takes(in, e, &m); !take {
			r.slowed(ctx, in, sc, false)
			return "slowed", nil
		}
		return "urgent", r.urgent(ctx, in, sc, e, m)
	}
	if r.Broken != nil {
		if take, _ := r.takes(in, e, nil); take {
			r.stopgap(ctx, in, sc)
		}
		return "broken", nil
	}
	if in.Group {
		return "group", r.group(ctx, in, sc, e)
	}
	if in.Edited {
		return "edited", nil // heard for danger; but a corrected answer of before must not answer today's question
	}
	if in.Blocked {
		defer r.lanes.enter(in.Chat)()
		return "left", r.gone(ctx, in)
	}
	if r.isLate(in) && !stillMeant(e) {
		return "late", r.tooLate(ctx, in, sc)
	}
	if take, tell := r.takes(in, e, nil); !take {
		r.slowed(ctx, in, sc, tell)
		return "slowed", nil
	}
	defer r.lanes.enter(in.Chat)()
	return "answered", r.turn(ctx, in, sc, e)
}

// maxStale is how often a turn is taken anew because what it rested on changed
// while it was under way.
const maxStale = 3

// turn is the ordinary way. A turn that is refused, since somebody took a hat away
// or used a code meanwhile, is taken once more with what is true now.
func (r *Runner) turn(ctx context.Context, in channel.Inbound, sc talk.Scene, e talk.Event) error {
	for n := 1; ; n++ {
		err := r.once(ctx, in, sc, e)
		if !errors.Is(err, ErrStale) {
			return err
		}
		if n == maxStale {
			return r.broken(ctx, in, sc, err)
		}
	}
}

// once is the ordinary way, gone once.
func (r *Runner) once(ctx context.Context, in channel.Inbound, sc talk.Scene, e talk.Event) error {
	state, err := r.standing(ctx, in, sc.Now)
	if err != nil {
		return r.notSaved(ctx, in, sc, err)
	}
	c := talk.Conversation{Language: state.Language}
	if state.Conversation != nil {
		c = *state.Conversation
	}
	if c.ID == "" {
		c.ID = r.NewID()
	}
	sc.Person, sc.Remembered = state.Person, state.Language
	sc.Reports = r.reported(in.Chat, sc.Now)
	_, sc.Gentle = r.gentle.get(key(in.Chat)) // read in the lane: the message before may just have said it
	if c.Language != "" {
		sc.Language = c.Language
	}
	turn, err := r.Book.Step(ctx, sc, c, e)
	if err != nil {
		return r.broken(ctx, in, sc, fmt.Errorf("taking a step: %w", err))
	}
	language := cmp.Or(turn.Conversation.Language, sc.Language)
	saving, err := r.saving(ctx, in, turn, language, state.Person.ID != "")
	if err != nil {
		return r.notSaved(ctx, in, sc, err)
	}
	began := r.Now()
	err = r.Store.Save(ctx, saving)
	r.Health.Saved(r.Now().Sub(began))
	switch {
	case errors.Is(err, ErrSeen):
		return nil // and so is whatever it asked for
	case errors.Is(err, ErrStale):
		return err
	case err != nil:
		return r.notSaved(ctx, in, sc, fmt.Errorf("saving a turn: %w", err))
	}
	r.kept(in, sc, turn, saving, language)
	if saving.Change != nil {
		return r.change(ctx, in, sc, *saving.Change)
	}
	return nil
}

// standing is where a chat stands. A page that was opened again after a while has
// another person before it, perhaps: for them it begins anew.
func (r *Runner) standing(ctx context.Context, in channel.Inbound, now time.Time) (State, error) {
	state, err := r.Store.Load(ctx, in.Chat, in.Staff)
	if err != nil {
		return state, fmt.Errorf("loading a conversation: %w", err)
	}
	if in.Resume && state.Conversation != nil && now.Sub(state.Touched) >= resumeFor {
		ended := in
		ended.Update = "" // the update itself is dealt with by its turn
		if err := r.gone(ctx, ended); err != nil {
			return state, err
		}
		state.Conversation, state.Language = nil, ""
	}
	if state.Person.Staff() {
		r.known(in.Chat)
	}
	return state, nil
}

// kept is what the memory of this process learns of a turn that was saved.
func (r *Runner) kept(in channel.Inbound, sc talk.Scene, turn talk.Turn, saving Saving, language string) {
	r.saved.Add(1)
	r.dueSoon(turn.Do)
	r.noteReports(in.Chat, sc.Now, turn)
	if saving.Conversation == nil {
		r.unlearn(in.Chat)
		return
	}
	if turn.Gentle {
		r.gentle.put(key(in.Chat), true)
	} else if len(turn.Say) > 0 {
		r.gentle.drop(key(in.Chat))
	}
	r.languages.put(key(in.Chat), language)
}
