package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	luck "math/rand/v2" // for what may be guessed
	"time"

	"signpost/bot/channel"
	"signpost/bot/flows"
	"signpost/bot/health"
	"signpost/bot/keep"
	"signpost/bot/listen"
	"signpost/bot/runner"
	"signpost/bot/store"
	"signpost/bot/talk"
	"signpost/directory/sqlite"
	"signpost/locales"
)

// house is everything behind the doors. serve, demo and chat differ in what
// they put in front of it.
type house struct {
	book   talk.Book
	words  *locales.Words
	store  *store.Store // nil when nothing can be kept
	runner *runner.Runner
	sounds sounds
	health *health.Board
	doing  *state       // nil for one that does not serve, or not yet
	copies *copier      // nil where no backup is made
	jobs   []runner.Job // that there is always one of, beside those of every house
}

// build puts the rooms together, over an open directory and an open store.
func build(a area, dir *sqlite.Directory, kept *store.Store, now func() time.Time, log *slog.Logger) (*house, error) {
	return rooms{dir: dir, kept: kept}.build(a, now, log)
}

// build is the same over files that may be broken.
func (r rooms) build(a area, now func() time.Time, log *slog.Logger) (*house, error) {
	words, err := locales.Load()
	if err != nil {
		return nil, fmt.Errorf("loading the words: %w", err)
	}
	go listen.Ready() // half a second of work that no message should wait for
	places, err := a.places()
	if err != nil {
		return nil, err
	}
	book := flows.Book(flows.Reads{Dir: r.dir, Area: a.Area, Desk: r.kept, Chance: chance})
	h := &house{book: book, words: words, store: r.kept, sounds: sounds{r.dir}}
	h.health = newBoard(now, h.reading)
	h.runner = runner.New(runner.Options{
		Book: book, Words: words, Store: keep.Keep{Store: r.kept}, Broken: r.broken, Now: now, NewID: newID, Log: log, Health: h.health,
		Hear:   func(text string) listen.Heard { return listen.HearIn(places, text) },
		Apply:  r.dir.Apply,
		Duties: duties(r.dir, r.kept),
		Chance: luck.Float64,
	})
	return h, nil
}

// newID names a conversation: 64 random bits as 11 URL-safe characters.
func newID() talk.ID { return talk.ID(randomID()) }

// door is a door and how it is kept open: open returns when ctx ends, or earlier
// with an error.
type door struct {
	channel channel.Channel
	open    func(ctx context.Context, r channel.Receiver) error
}

// doorsTime is how long the doors have to shut once the program is told to end. What
// is left of ten seconds then is for the letters on their way; after that whoever
// runs the program may well end it the hard way.
const doorsTime = 5 * time.Second

// run opens the doors and keeps them open until ctx ends, or one of them can't
// go on. Letters are carried out until all doors are shut, so that whoever was
// let in gets an answer; a door that does not shut in time is not waited for.
func (h *house) run(ctx context.Context, doors ...door) error {
	for _, d := range doors {
		h.runner.Open(d.channel)
	}
	carrying, stop := context.WithCancel(context.WithoutCancel(ctx))
	defer stop()
	if err := h.standing(carrying, time.Now()); err != nil {
		return err
	}
	carried := make(chan error, 1)
	go func() { carried <- h.runner.Run(carrying) }()

	open, shut := context.WithCancel(ctx)
	defer shut()
	ended := make(chan error, len(doors))
	for _, d := range doors {
		go func() { ended <- d.open(open, h.runner) }()
	}
	late := make(chan struct{})
	context.AfterFunc(open, func() { time.AfterFunc(doorsTime, func() { close(late) }) })
	var errs []error
	for left := len(doors); left > 0; left-- {
		select {
		case err := <-ended:
			if err != nil {
				errs = append(errs, err)
			}
		case <-late:
			h.runner.Log.WarnContext(ctx, "doors did not shut in time; they are left behind", "count", left)
			left = 1
		}
		shut() // one that ends takes the others along
	}
	stop()
	return errors.Join(append(errs, <-carried)...)
}
