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
	Staff        string      // the door's id of the person when it is not the chat
	Guard        *talk.Guard // the hat that the effects and the change rest on; nil when everybody may
	Update       string      // "" when the door has no ids
	At           time.Time
	Messages     []string // what /hide must remove too: the person's own message, ours that went past the outbox
	Conversation *talk.Conversation
	Effects      []talk.Effect
	Count        []counts.Entry
	Letters      []Post
	Remove       func(messages []string) Post // makes the letter that removes messages, for people.Hide
	Notices      []Post                       // letters to others
	Change       *Change                      // to be carried out in the directory
}

// Change is a change of the directory that was asked for. It is kept with its turn
// until its outcome is.
type Change struct {
	Key  string // the same for the store and the directory
	Body []byte // what the runner needs to carry it out; the store seals it
	// Do are the effects that follow when it was made. The store looks whether they
	// would fit, so that nothing is changed for somebody who may not.
	Do []talk.Effect
}

// Finished is what follows from something that was carried out: one transaction
// with the note that it was.
type Finished struct {
	Chat    channel.Chat // whose change it was; zero for a job
	Staff   string
	Effects []talk.Effect
	Notices []Post
	Jobs    []Job
	Again   *Job // the job itself, for nobody, is due again as this one
}

// Job is something that is due at a time. See Duty.
type Job struct {
	ID   int64 // given by the store
	Key  string
	Kind string
	Due  time.Time
	// Door and Chat are whom it is for; "" for nobody. The row of a job with a chat is
	// gone when it is done, and its key with it.
	Door, Chat string
	Body       []byte
}

// Whom says to whom something is told.
type Whom struct {
	Hat       people.Hat // all who wear it
	But       string     // except this person
	One       string     // this person
	Reporters string     // those who wait to hear what became of their report on the service of this id
	Wrongs    []string   // of these reports only; of all that the group is told of when nil
}

// Address is where somebody can be written to, unasked.
type Address struct {
	Chat     channel.Chat
	Language string
}

// Post is a letter for the outbox.
type Post struct {
	Chat   channel.Chat
	Urgent bool
	Edit   string // the message it edits: of several waiting edits the newest leaves
	Body   []byte // a channel.Letter as JSON; the store seals it
	About  string // under this name it is noted that the letter was delivered; "" for no note
	Letter any    // what Body says, to be given back with it while it is in memory; never changed again
}

// Waiting is a letter of the outbox that is due.
type Waiting struct {
	ID     int64
	Tries  int // as Later said last
	Body   []byte
	Letter any // as it was posted; nil after a restart, and when memory was short
}

// Store is what the bot keeps.
type Store interface {
	// Load gives where a chat stands and who is in it: staff is the door's id of the
	// person when it is not the chat.
	Load(ctx context.Context, chat channel.Chat, staff string) (State, error)
	// Seen reports an update of a chat that was dealt with before. It only looks.
	Seen(ctx context.Context, chat channel.Chat, update string) (bool, error)
	// Save keeps a turn. ErrSeen means that the update was dealt with before and
	// nothing changed; ErrStale that the hat it rests on, or what an effect needs,
	// is no longer there.
	Save(ctx context.Context, s Saving) error

	// Changes are those asked for whose outcome is not noted, oldest first.
	Changes(ctx context.Context) ([]Change, error)
	// FinishChange notes the outcome of a change. Once it is noted it does nothing.
	FinishChange(ctx context.Context, key string, f Finished) error
	// Addresses are those of whom something is told, each chat once.
	Addresses(ctx context.Context, w Whom) ([]Address, error)

	AddJobs(ctx context.Context, jobs ...Job) error
	DueJobs(ctx context.Context, now time.Time, n int) ([]Job, error)
	// NextJob is when the next job is due that is not due yet, zero for none.
	NextJob(ctx context.Context, now time.Time) (time.Time, error)
	FinishJob(ctx context.Context, id int64, f Finished) error
	LaterJob(ctx context.Context, id int64, due time.Time) error

	// Next gives letters that are due and takes them out of the queue until
	// Sent, Later or Drop: urgent ones first, in order within a chat, never two of
	// one chat.
	Next(ctx context.Context, now time.Time, n int) ([]Waiting, error)
	// NextDue is when the next letter is due, zero for none.
	NextDue(ctx context.Context, now time.Time) (time.Time, error)
	Sent(ctx context.Context, id int64, message string) error
	Later(ctx context.Context, id int64, due time.Time, tries int) error
	Drop(ctx context.Context, id int64, why Reason) error
	// Hasten makes due now what is due beyond a moment.
	Hasten(ctx context.Context, now, beyond time.Time) error
	Pending(ctx context.Context, chat channel.Chat) (int, error)
	// Wake receives when letters were saved.
	Wake() <-chan struct{}

	// Purge removes what is older than it may be.
	Purge(ctx context.Context, now time.Time) error
}

var (
	// ErrSeen means that an update was saved before.
	ErrSeen = errors.New("this update was saved before")
	// ErrBroken means that nothing can be kept or looked up any more until somebody
	// has mended what it is kept in. A full disk is no such thing.
	ErrBroken = errors.New("nothing can be kept any more")
	// ErrStale means that what a turn rested on is no longer so: it must be taken anew.
	ErrStale = errors.New("what the turn rested on has changed")
)
