package runner

import (
	"bytes"
	"context"
	"encoding/gob"
	"fmt"
	"time"

	"signpost/bot/channel"
	"signpost/bot/people"
	"signpost/bot/sessionlog"
	"signpost/bot/talk"
	"signpost/bot/upkeep"
	"signpost/directory"
)

// pending is a change on its way to the directory, as it is kept.
type pending struct {
	Chat    channel.Chat
	Staff   string
	Tapped  string // the message that the answer changes
	Guard   *talk.Guard
	Change  directory.Change
	Fetch   *talk.Voice   // the sound that belongs to the change, at the door it came by
	Effects []talk.Effect // saved once the change was made
	Notices []Post        // sent once it was made
}

// The effects that may follow a change.
func init() {
	for _, e := range []talk.Effect{
		people.Invite{},
		people.Confirm{},
		people.Revoke{},
		people.TakeOff{},
		upkeep.Propose{},
		upkeep.Decide{},
		upkeep.Reported{},
		upkeep.WaitFor{},
		upkeep.Settle{},
		upkeep.Silence{},
		upkeep.Record{},
		upkeep.StillRight{},
		upkeep.AwayUntil{},
		upkeep.Moved{},
		upkeep.TimeHeld{},
		people.Certify{},
		sessionlog.KeepDraft{},
		sessionlog.DropDraft{},
		sessionlog.Save{},
		sessionlog.Undo{},
		sessionlog.County{},
		sessionlog.Reminded{},
		sessionlog.Worry{},
		sessionlog.SeeWord{},
		sessionlog.LateWord{},
		sessionlog.Enquired{},
		sessionlog.Unenquired{},
		sessionlog.Replied{},
		talk.Due{},
	} {
		gob.Register(e)
	}
}

// asked writes down the change that a turn asks for.
func (r *Runner) asked(ctx context.Context, in channel.Inbound, turn talk.Turn) (*Change, error) {
	c, ok := turn.Apply.Change.(directory.Change)
	if !ok {
		panic(fmt.Sprintf("runner: a change of kind %T", turn.Apply.Change))
	}
	c.Key = turn.Apply.Key
	notices, err := r.notices(ctx, turn.Apply.Tell)
	if err != nil {
		return nil, err
	}
	for i := range notices {
		notices[i].Letter = nil // they are written down, and read again
	}
	var body bytes.Buffer
	err = gob.NewEncoder(&body).Encode(pending{
		Chat: in.Chat, Staff: in.Staff, Tapped: in.Tapped, Guard: turn.Guard,
		Change: c, Fetch: turn.Apply.Fetch, Effects: turn.Apply.Do, Notices: notices,
	})
	if err != nil {
		return nil, fmt.Errorf("writing down a change: %w", err)
	}
	return &Change{Key: c.Key, Body: body.Bytes(), Do: turn.Apply.Do}, nil
}

// change carries out what a turn asked for and tells the person. Should that fail
// the change is kept, and tried again with what waits.
func (r *Runner) change(ctx context.Context, in channel.Inbound, sc talk.Scene, c Change) error {
	result, err := r.carryOut(ctx, c)
	if err != nil {
		if ctx.Err() == nil {
			r.Log.ErrorContext(ctx, "a change waits", "door", in.Chat.Door, "error", err.Error())
			r.sayBroken(ctx, in, sc)
			r.late()
		}
		return nil // the turn that asked for it is saved
	}
	in.Update, in.Message = "", ""
	return r.turn(ctx, in, sc, talk.Done{Key: c.Key, Result: result})
}

// carryOut carries a change out and notes that it was. It may be called again
// after any failure.
func (r *Runner) carryOut(ctx context.Context, c Change) (talk.Result, error) {
	p, err := unpack(c)
	if err != nil {
		return talk.Result{}, err
	}
	if p.Guard != nil {
		state, err := r.Store.Load(ctx, p.Chat, p.Staff)
		if err != nil {
			return talk.Result{}, fmt.Errorf("looking who asks for a change: %w", err)
		}
		if !state.Person.May(p.Guard.Roles, p.Guard.Group) {
			return talk.Result{Refused: true}, r.Store.FinishChange(ctx, c.Key, Finished{Chat: p.Chat, Staff: p.Staff})
		}
	}
	outcome, err := r.make(ctx, p)
	if err != nil {
		return talk.Result{}, fmt.Errorf("carrying out a change: %w", err)
	}
	done := Finished{Chat: p.Chat, Staff: p.Staff}
	if outcome == directory.Made {
		done.Effects, done.Notices = p.Effects, p.Notices
	}
	if err := r.Store.FinishChange(ctx, c.Key, done); err != nil {
		return talk.Result{}, fmt.Errorf("noting a change: %w", err)
	}
	r.dueSoon(done.Effects)
	return talk.Result{
		OK: outcome == directory.Made, Conflict: outcome == directory.Conflict, Refused: outcome == directory.NotOwner,
	}, nil
}

func unpack(c Change) (pending, error) {
	var p pending
	if err := gob.NewDecoder(bytes.NewReader(c.Body)).Decode(&p); err != nil {
		return p, fmt.Errorf("reading a change that waits: %w", err)
	}
	return p, nil
}

// catchUp carries out the changes that waited: after a crash, or a directory that
// could not be written. Whoever still looks at the question is told.
// It reports whether none waits any more.
func (r *Runner) catchUp(ctx context.Context) bool {
	waiting, err := r.Store.Changes(ctx)
	if err != nil {
		r.Log.ErrorContext(ctx, "the changes that wait can't be read", "error", err.Error())
		return false
	}
	all := true
	for _, c := range waiting {
		p, err := unpack(c)
		if err != nil {
			r.Log.ErrorContext(ctx, "a change can't be carried out", "error", err.Error())
			continue
		}
		if err := r.guard(ctx, func() error { return r.catchUpOne(ctx, p, c) }); err != nil {
			r.Log.ErrorContext(ctx, "a change waits", "door", p.Chat.Door, "error", err.Error())
			all = false
		}
	}
	return all
}

// dueSoon has whoever does what is due look again, when effects made a job that may
// be due before what they wait for.
func (r *Runner) dueSoon(effects []talk.Effect) {
	for _, e := range effects {
		if _, ok := e.(talk.Due); ok {
			r.late()
			return
		}
	}
}

// late says that there is something to do soon: a change that waits, or a job.
func (r *Runner) late() {
	select {
	case r.rouse <- struct{}{}:
	default: // it was said already
	}
}

func (r *Runner) catchUpOne(ctx context.Context, p pending, c Change) error {
	defer r.lanes.enter(p.Chat)()
	result, err := r.carryOut(ctx, c)
	if err != nil {
		return err
	}
	in := channel.Inbound{Chat: p.Chat, Staff: p.Staff, Tapped: p.Tapped, At: r.Now()}
	return r.turn(ctx, in, r.scene(in), talk.Done{Key: c.Key, Result: result})
}

// catchUpEvery is how often changes that could not be carried out are tried again.
const catchUpEvery = time.Minute
