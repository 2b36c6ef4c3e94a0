package runner

import (
	"context"
	"errors"
	"time"

	"signpost/bot/channel"
	"signpost/bot/counts"
	"signpost/bot/people"
	"signpost/bot/talk"
)

// State is what is kept of a chat. The zero State is a chat nobody knows.
type State struct {
	Conversation *talk.Conversation
	Person       people.Person
	Language     string    // remembered because the person asked for it
	Touched      time.Time // when the conversation was saved last; earlier rather than later
}

// Saving is one turn to keep, all of it or nothing.
type Saving struct {
	Chat         channel.Chat
	Update       string // "" when the door has no ids
	At           time.Time
	Messages     []string // what /hide must remove too: the person's own message, ours that went past the outbox
	Conversation *talk.Conversation
	Effects      []talk.Effect
	Count        []counts.Entry
	Letters      []Post
	Remove       func(messages []string) Post // makes the letter that removes messages, for people.Hide
}

// Post is a letter for the outbox.
type Post struct {
	Chat   channel.Chat
	Urgent bool
	Edit   string // the message it edits: of several waiting edits the newest leaves
	Body   []byte // a channel.Letter as JSON; the store seals it
}

// Waiting is a letter of the outbox that is due.
type Waiting struct {
	ID    int64
	Tries int
	Body  []byte
}

// Store is what the bot keeps.
type Store interface {
	Load(ctx context.Context, chat channel.Chat) (State, error)
	// Save keeps a turn. ErrSeen means that the update was dealt with before and
	// nothing changed.
	Save(ctx context.Context, s Saving) error

	// Next gives letters that are due and takes them out of the queue until
	// Sent, Later or Drop: urgent ones first, in order within a chat, never two of
	// one chat.
	Next(ctx context.Context, now time.Time, n int) ([]Waiting, error)
	// NextDue is when the next letter is due, zero for none.
	NextDue(ctx context.Context, now time.Time) (time.Time, error)
	Sent(ctx context.Context, id int64, message string) error
	Later(ctx context.Context, id int64, due time.Time) error
	Drop(ctx context.Context, id int64, reason string) error
	Pending(ctx context.Context, chat channel.Chat) (int, error)
	// Wake receives when letters were saved.
	Wake() <-chan struct{}

	// Purge removes what is older than it may be.
	Purge(ctx context.Context, now time.Time) error
}

// ErrSeen means that an update was saved before.
var ErrSeen = errors.New("this update was saved before")
