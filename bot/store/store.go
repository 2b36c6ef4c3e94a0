// Package store is what the bot keeps, in a file of its own, bot.db: where
// each chat stands, the letters that wait, what is due, and how often things
// happened.
//
// A turn is saved whole or not at all. Save writes in one transaction that the
// update was seen, where the conversation stands, what the turn changes
// (effects), what it counts, and the letters that answer it. Letters leave
// from there afterwards, so a crash at any moment loses no answer and gives
// none twice, except the one that was on its way.
//
// Many chats save at once. One goroutine writes; it takes all the saves that
// wait, carries each out inside a savepoint, and commits them together, so
// that the disk is asked once for all of them and a failing one takes nobody
// along.
//
// Whoever finds the file learns little: chats are keyed hashes, another one in
// every table; conversations, letters, message ids and jobs are sealed boxes
// (package keys). What people type reaches this room only inside a
// conversation's answers and leaves with it. What is deleted is overwritten,
// and the log is emptied after a /forget, so that it is gone from the disk's
// files too; a copy that SQLite has left when it moved rows between pages goes
// with the next Purge.
//
// Of those who look after listings more has to be kept: by which doors they
// come, which hats they wear, what whoever invited them calls them. A person is
// a random id; the rest is sealed like everything else. Whether somebody may do
// what they do is looked at inside the transaction that does it.
package store

import (
	"context"
	"embed"
	"errors"
	"fmt"
	"sync"
	"time"
	_ "time/tzdata" // months are London's, wherever the program runs

	"signpost/bot/keys"
	"signpost/directory/sqlite"
)

//go:embed migrations/*.sql
var migrations embed.FS

// Set is the kind of file that bot.db is.
var Set = sqlite.Set{Name: "bot", Files: migrations}

// The purposes of hashes and boxes. Each has secrets of its own; a new name
// orphans the rows of the old one.
const (
	forUpdate       = "seen_update"
	forConversation = "conversation"
	forPreference   = "preference"
	forOutbox       = "outbox"
	forEdit         = "outbox.edit"
	forSent         = "sent_message"
	forMessage      = "sent_message.message"
	forJob          = "job"
	forJobKey       = "job.key"
	forForgotten    = "forgotten"
	forNote         = "forgets"
	forBegun        = "forgets.begun"
	forGone         = "forgets.gone"
	forHatOff       = "forgets.hat"

	forAbout      = "outbox.about"
	forPerson     = "person"
	forDoor       = "person_door"
	forHat        = "hat"
	forDoorCode   = "door_code"
	forInvitation = "invitation"
	forCode       = "invitation.code"
	forProposal   = "proposal"
	forReporter   = "report_waiting"
	forRecord     = "record"
	forChange     = "pending_change"
	forChangeKey  = "pending_change.key"
	forVoice      = "voice_file"

	forLog         = "session_log"
	forHistory     = "log_history"
	forDraft       = "log_draft"
	forWord        = "word"
	forCertificate = "certificate"
)

var (
	// ErrSeen means that the update was saved before: it is a second delivery.
	// Nothing was changed and there is nothing to do.
	ErrSeen = errors.New("the update was seen before")
	// ErrForgotten means that the update is older than the chat's /forget. It
	// would bring back what was removed, so nothing was saved: drop it.
	ErrForgotten = errors.New("the update is older than a request to be forgotten")
	// ErrMayNot means that the person does not wear the hat that the turn rests
	// on: it was taken off meanwhile, or their browser was idle for too long.
	// Nothing was saved.
	ErrMayNot = errors.New("the person does not wear the hat for this")
	// ErrStale means that an effect of the turn does not fit what is kept now:
	// somebody was faster, or it was never theirs to do. Nothing was saved. It is
	// the same for every reason, so that nothing can be learned by guessing.
	ErrStale = errors.New("this no longer fits what is kept")
	// ErrOtherKeys means that the data were sealed with another key file.
	ErrOtherKeys = errors.New("the data belong to another key file")
	// ErrBroken means that the file is no database any more, or that its content is
	// damaged. It does not pass: nothing is written to the file any more.
	ErrBroken = errors.New("what is kept can't be used until somebody has mended it")
	// ErrClosed means that the store was closed before the save could begin.
	ErrClosed = errors.New("the store is closed")
)

// Store is the open bot.db. All its methods may be called by many goroutines
// at once. Close it.
type Store struct {
	db   *sqlite.DB
	keys *keys.Keys
	now  func() time.Time
	w    *writer

	reads sync.Map // query -> *sql.Stmt on db.Read

	ledger Ledger   // nil where nothing outlives the file; the writer's
	unsaid []forget // what could not be written down there; the writer's
	loose  bool     // something was, and may not be on the disk yet; the writer's

	wake    chan struct{}
	mu      sync.Mutex        // guards what follows; Next holds it while it looks in the file
	queue   *queue            // the outbox; nil when it is longer than memory should hold, or in doubt
	asked   int               // how often letters were looked for without it
	most    int               // letters that queue may have
	flights map[int64]*flight // letters that Next handed out, by id
	busy    map[hash]*flight  // the same, by chat
}

// pages is how many KB of the file the writer holds. Turns of different chats have
// no page in common but the outermost, so more would only fill with what is scrubbed.
const pages = 4 << 10

// hash is a chat, a message or a key as a table knows it.
type hash [16]byte

// Open opens bot.db at path, makes it if need be and brings it up to date. The
// clock now gives the moment for all that has no moment of its own. The error
// is one of sqlite.Open's, or ErrOtherKeys.
func Open(ctx context.Context, path string, k *keys.Keys, now func() time.Time) (*Store, error) {
	db, err := sqlite.Open(ctx, path, Set, sqlite.Options{SecureDelete: true, Busy: busyWait, Cache: pages})
	if err != nil {
		return nil, err
	}
	s := &Store{
		db: db, keys: k, now: now,
		wake:    make(chan struct{}, 1),
		most:    mostQueued,
		flights: map[int64]*flight{}, busy: map[hash]*flight{},
	}
	if s.w, err = startWriter(ctx, db); err != nil {
		return nil, errors.Join(err, db.Close())
	}
	if err := s.matchKeys(ctx); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	s.signal() // letters may have waited since the last run
	return s, nil
}

// Close carries out the saves that wait, then closes the file. Later calls
// fail with ErrClosed.
func (s *Store) Close() error {
	s.w.close()
	return s.db.Close()
}

// explain names an error of the file: what SQLite says becomes a sentence, and one
// that will not pass wraps ErrBroken. It leaves ours alone.
func explain(db *sqlite.DB, err error) error {
	var coded interface{ Code() int }
	if errors.As(err, &coded) {
		err = db.Explain(err)
	}
	if err != nil && db.Whole() != nil && !errors.Is(err, ErrBroken) {
		return fmt.Errorf("%w: %w", ErrBroken, err)
	}
	return err
}

// Wake says that letters may wait which were not there before: Next is worth
// asking. One signal may stand for many letters.
func (s *Store) Wake() <-chan struct{} { return s.wake }

func (s *Store) signal() {
	select {
	case s.wake <- struct{}{}:
	default: // one is waiting already
	}
}

// matchKeys writes the key's id into a new file and refuses an old one that
// has another: a person would otherwise be a stranger in every table.
func (s *Store) matchKeys(ctx context.Context) error {
	return s.w.do(ctx, func(tx *tx) error {
		_, err := tx.exec(`INSERT INTO meta (name, value) VALUES ('keys', $1) ON CONFLICT (name) DO NOTHING`, s.keys.ID())
		if err != nil {
			return fmt.Errorf("noting the key file: %w", err)
		}
		var id string
		if err := tx.row(`SELECT value FROM meta WHERE name = 'keys'`).Scan(&id); err != nil {
			return fmt.Errorf("looking which key file belongs to the data: %w", err)
		}
		if id != s.keys.ID() {
			return fmt.Errorf("%w: %s was written with the keys %s, the key file given holds %s. "+
				"Give the one that belongs to it, or move the data away to start again", ErrOtherKeys, s.db.Path(), id, s.keys.ID())
		}
		return nil
	})
}

// chat is the hash of a chat for one purpose.
func (s *Store) chat(purpose, door, chat string) hash { return s.keys.Hash(purpose, door, chat) }

// coarseness of the times beside a chat: fine enough to delete by, too coarse
// to say when somebody wrote.
const coarseness = 15 * time.Minute

// coarse is a time as it is kept beside a chat: milliseconds, rounded down, so
// that nothing is kept longer than promised.
func coarse(t time.Time) int64 { return t.Truncate(coarseness).UnixMilli() }
