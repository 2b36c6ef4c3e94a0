// Package keep is a *store.Store in the words of the runner, so that neither knows
// the other.
package keep

import (
	"context"
	"errors"
	"fmt"
	"time"

	"signpost/bot/channel"
	"signpost/bot/runner"
	"signpost/bot/store"
	"signpost/bot/upkeep"
)

// Keep is what the runner keeps things in. What the two name alike is the store's
// own.
type Keep struct{ *store.Store }

var _ runner.Store = Keep{}

// Load implements runner.Store.
func (k Keep) Load(ctx context.Context, chat channel.Chat, staff string) (runner.State, error) {
	s, err := k.Store.Load(ctx, chat.Door, chat.ID, staff)
	if err != nil {
		return runner.State{}, lasting(err)
	}
	return runner.State{Conversation: s.Conversation, Person: s.Person, Language: s.Language, Touched: s.Touched}, nil
}

// Seen implements runner.Store.
func (k Keep) Seen(ctx context.Context, chat channel.Chat, update string) (bool, error) {
	return k.Store.Seen(ctx, chat.Door, update)
}

// Save implements runner.Store. To the runner an update from before a /forget is
// one that was dealt with.
func (k Keep) Save(ctx context.Context, s runner.Saving) error {
	t := store.Turn{
		Door: s.Chat.Door, Chat: s.Chat.ID, Staff: s.Staff, Update: s.Update, At: s.At, Messages: s.Messages, Guard: s.Guard,
		Conversation: s.Conversation, Do: s.Effects, Count: s.Count, Notices: notices(s.Notices),
	}
	for _, p := range s.Letters {
		t.Letters = append(t.Letters, letter(p))
	}
	if s.Remove != nil {
		t.Remove = func(messages []string) store.Letter { return letter(s.Remove(messages)) }
	}
	if c := s.Change; c != nil {
		t.Change = &store.Change{Key: c.Key, Body: c.Body, Do: c.Do}
	}
	_, err := k.Store.Save(ctx, t)
	switch {
	case errors.Is(err, store.ErrSeen), errors.Is(err, store.ErrForgotten):
		return runner.ErrSeen
	case errors.Is(err, store.ErrMayNot), errors.Is(err, store.ErrStale):
		return runner.ErrStale
	}
	return lasting(err)
}

// lasting marks an error that does not pass as such.
func lasting(err error) error {
	if errors.Is(err, store.ErrBroken) {
		return fmt.Errorf("%w: %w", runner.ErrBroken, err)
	}
	return err
}

// letter is a post as the store keeps it: whose it is, the turn says.
func letter(p runner.Post) store.Letter {
	return store.Letter{Body: p.Body, Edit: p.Edit, Urgent: p.Urgent, Kept: p.Letter}
}

func notices(posts []runner.Post) []store.Notice {
	var out []store.Notice
	for _, p := range posts {
		out = append(out, store.Notice{Door: p.Chat.Door, Chat: p.Chat.ID, Letter: letter(p), About: p.About})
	}
	return out
}

// Changes implements runner.Store.
func (k Keep) Changes(ctx context.Context) ([]runner.Change, error) {
	found, err := k.Store.Changes(ctx)
	if err != nil {
		return nil, err
	}
	var out []runner.Change
	for _, c := range found {
		out = append(out, runner.Change{Key: c.Key, Body: c.Body})
	}
	return out, nil
}

// FinishChange implements runner.Store.
func (k Keep) FinishChange(ctx context.Context, key string, f runner.Finished) error {
	err := k.Store.FinishChange(ctx, key, finished(f))
	if errors.Is(err, store.ErrSeen) {
		return nil
	}
	return err
}

func finished(f runner.Finished) store.Finished {
	out := store.Finished{Door: f.Chat.Door, Chat: f.Chat.ID, Staff: f.Staff, Do: f.Effects, Notices: notices(f.Notices)}
	for _, j := range f.Jobs {
		out.Jobs = append(out.Jobs, job(j))
	}
	if f.Again != nil {
		again := job(*f.Again)
		out.Again = &again
	}
	return out
}

func job(j runner.Job) store.Job {
	return store.Job{ID: j.ID, Key: j.Key, Kind: j.Kind, Due: j.Due, Door: j.Door, Chat: j.Chat, Body: j.Body}
}

// Addresses implements runner.Store.
func (k Keep) Addresses(ctx context.Context, w runner.Whom) ([]runner.Address, error) {
	whom := store.Whom{Hat: w.Hat, But: w.But, One: w.One, Reporters: w.Reporters}
	for _, wrong := range w.Wrongs {
		whom.Wrongs = append(whom.Wrongs, upkeep.Wrong(wrong))
	}
	found, err := k.Store.Addresses(ctx, whom)
	if err != nil {
		return nil, err
	}
	var out []runner.Address
	for _, a := range found {
		out = append(out, runner.Address{Chat: channel.Chat{Door: a.Door, ID: a.Chat}, Language: a.Language})
	}
	return out, nil
}

// AddJobs implements runner.Store.
func (k Keep) AddJobs(ctx context.Context, jobs ...runner.Job) error {
	var out []store.Job
	for _, j := range jobs {
		out = append(out, job(j))
	}
	return k.Store.AddJobs(ctx, out...)
}

// DueJobs implements runner.Store.
func (k Keep) DueJobs(ctx context.Context, now time.Time, n int) ([]runner.Job, error) {
	found, err := k.Store.DueJobs(ctx, now, n)
	if err != nil {
		return nil, err
	}
	var out []runner.Job
	for _, j := range found {
		out = append(out, runner.Job{ID: j.ID, Key: j.Key, Kind: j.Kind, Due: j.Due, Door: j.Door, Chat: j.Chat, Body: j.Body})
	}
	return out, nil
}

// FinishJob implements runner.Store.
func (k Keep) FinishJob(ctx context.Context, id int64, f runner.Finished) error {
	return k.Store.FinishJob(ctx, id, finished(f))
}

// Next implements runner.Store.
func (k Keep) Next(ctx context.Context, now time.Time, n int) ([]runner.Waiting, error) {
	found, err := k.Store.Next(ctx, now, n)
	if err != nil {
		return nil, err
	}
	out := make([]runner.Waiting, 0, len(found))
	for _, w := range found {
		out = append(out, runner.Waiting{ID: w.ID, Tries: w.Tries, Body: w.Body, Letter: w.Kept})
	}
	return out, nil
}

// Drop implements runner.Store.
func (k Keep) Drop(ctx context.Context, id int64, why runner.Reason) error {
	return k.Store.Drop(ctx, id, reasons[why])
}

// reasons are the runner's, as the store counts them.
var reasons = map[runner.Reason]store.Reason{
	runner.Gone: store.Gone, runner.Refused: store.Refused, runner.Tired: store.Tired, runner.Unreadable: store.Unreadable,
}

// Pending implements runner.Store.
func (k Keep) Pending(ctx context.Context, chat channel.Chat) (int, error) {
	return k.Store.Pending(ctx, chat.Door, chat.ID)
}
