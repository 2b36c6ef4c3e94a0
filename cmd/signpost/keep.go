package main

import (
	"context"
	"errors"
	"time"

	"signpost/bot/channel"
	"signpost/bot/runner"
	"signpost/bot/store"
)

// keep is a *store.Store in the words of the runner, which knows no store.
type keep struct{ *store.Store }

var _ runner.Store = keep{}

// Load implements runner.Store.
func (k keep) Load(ctx context.Context, chat channel.Chat) (runner.State, error) {
	s, err := k.Store.Load(ctx, chat.Door, chat.ID, "")
	if err != nil {
		return runner.State{}, err
	}
	return runner.State{Conversation: s.Conversation, Person: s.Person, Language: s.Language, Touched: s.Touched}, nil
}

// Save implements runner.Store. To the runner an update from before a /forget is
// one that was dealt with.
func (k keep) Save(ctx context.Context, s runner.Saving) error {
	t := store.Turn{
		Door: s.Chat.Door, Chat: s.Chat.ID, Update: s.Update, At: s.At, Messages: s.Messages,
		Conversation: s.Conversation, Do: s.Effects, Count: s.Count,
	}
	for _, p := range s.Letters {
		t.Letters = append(t.Letters, letter(p))
	}
	if s.Remove != nil {
		t.Remove = func(messages []string) store.Letter { return letter(s.Remove(messages)) }
	}
	_, err := k.Store.Save(ctx, t)
	if errors.Is(err, store.ErrSeen) || errors.Is(err, store.ErrForgotten) {
		return runner.ErrSeen
	}
	return err
}

// letter is a post as the store keeps it: whose it is, the turn says.
func letter(p runner.Post) store.Letter {
	return store.Letter{Body: p.Body, Edit: p.Edit, Urgent: p.Urgent}
}

// Next implements runner.Store.
func (k keep) Next(ctx context.Context, now time.Time, n int) ([]runner.Waiting, error) {
	found, err := k.Store.Next(ctx, now, n)
	if err != nil {
		return nil, err
	}
	out := make([]runner.Waiting, 0, len(found))
	for _, w := range found {
		out = append(out, runner.Waiting{ID: w.ID, Tries: w.Tries, Body: w.Body})
	}
	return out, nil
}

// Drop implements runner.Store. The store counts by its own few reasons.
func (k keep) Drop(ctx context.Context, id int64, reason string) error {
	why := store.Refused
	switch reason {
	case "gone":
		why = store.Gone
	case "too many tries":
		why = store.Tired
	case "unreadable":
		why = store.Unreadable
	}
	return k.Store.Drop(ctx, id, why)
}

// Pending implements runner.Store.
func (k keep) Pending(ctx context.Context, chat channel.Chat) (int, error) {
	return k.Store.Pending(ctx, chat.Door, chat.ID)
}
