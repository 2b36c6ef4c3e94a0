package runner

import (
	"context"
	"errors"
	"fmt"
	"time"

	"signpost/bot/channel"
	"signpost/bot/talk"
)

// stopgap answers what is not urgent while nothing can be kept (Options.Broken):
// with one sentence, the numbers and the button for urgent help. The update counts
// as answered, since nothing better would come of it, and whoever is in danger must
// not wait behind it while it is brought again.
func (r *Runner) stopgap(ctx context.Context, in channel.Inbound, sc talk.Scene) {
	if in.Group || in.Edited || in.Blocked {
		return // nobody waits for an answer
	}
	id := key(in.Chat) + "\x00" + in.Update
	if in.Update != "" {
		if _, again := r.answered.get(id); again {
			return
		}
	}
	r.sayBroken(ctx, in, sc)
	r.answered.put(id, true)
}

// errStopgap ends a turn that was answered so although the house had started well.
var errStopgap = errors.New("it was answered with a stopgap")

// nowhere is the store of a runner that can't keep anything. Nothing waits in it.
type nowhere struct{ why error }

// errNothingKept is wrapped by what nowhere says when it is asked to keep or give
// something.
var errNothingKept = errors.New("nothing can be kept or looked up")

func (n nowhere) err() error { return fmt.Errorf("%w: %w", errNothingKept, n.why) }

func (n nowhere) Load(context.Context, channel.Chat, string) (State, error) { return State{}, n.err() }

func (n nowhere) Seen(context.Context, channel.Chat, string) (bool, error) { return false, n.err() }
func (n nowhere) Save(context.Context, Saving) error                       { return n.err() }
func (n nowhere) FinishChange(context.Context, string, Finished) error     { return n.err() }
func (n nowhere) FinishJob(context.Context, int64, Finished) error         { return n.err() }

func (nowhere) Changes(context.Context) ([]Change, error)               { return nil, nil }
func (nowhere) Addresses(context.Context, Whom) ([]Address, error)      { return nil, nil }
func (nowhere) AddJobs(context.Context, ...Job) error                   { return nil }
func (nowhere) DueJobs(context.Context, time.Time, int) ([]Job, error)  { return nil, nil }
func (nowhere) NextJob(context.Context, time.Time) (time.Time, error)   { return time.Time{}, nil }
func (nowhere) LaterJob(context.Context, int64, time.Time) error        { return nil }
func (nowhere) Next(context.Context, time.Time, int) ([]Waiting, error) { return nil, nil }
func (nowhere) NextDue(context.Context, time.Time) (time.Time, error)   { return time.Time{}, nil }
func (nowhere) Sent(context.Context, int64, string) error               { return nil }
func (nowhere) Later(context.Context, int64, time.Time, int) error      { return nil }
func (nowhere) Drop(context.Context, int64, Reason) error               { return nil }
func (nowhere) Hasten(context.Context, time.Time, time.Time) error      { return nil }
func (nowhere) Pending(context.Context, channel.Chat) (int, error)      { return 0, nil }
func (nowhere) Wake() <-chan struct{}                                   { return nil }
func (nowhere) Purge(context.Context, time.Time) error                  { return nil }
