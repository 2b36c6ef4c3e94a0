package store

import (
	"context"
	"database/sql"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"signpost/bot/forgets"
)

// Ledger is where it is written down who was removed for good, in a place that is
// not copied with the data: *forgets.Book.
type Ledger interface {
	// Note writes a note down and names the place after it.
	Note(now time.Time, sealed []byte) (mark string, err error)
	// Flush brings all notes to the disk.
	Flush() error
	// Since are the notes after a place; whole says that there were no others.
	Since(mark string) (notes []forgets.Note, whole bool, err error)
	// Mark names the end.
	Mark() string
	// Prune removes what is too old.
	Prune(now time.Time) error
}

// forget is whom a write has removed for good, as it is written down: hashes alone,
// each under the purpose of the rows that go, so that nothing in it leads to anybody
// without the key file.
type forget struct {
	Chats   map[string]hash `json:"chats,omitempty"`   // by table, every one of eachChat
	Doors   []hash          `json:"doors,omitempty"`   // of persons
	Begun   []hash          `json:"begun,omitempty"`   // persons whose drafts and words go
	Persons []hash          `json:"persons,omitempty"` // persons who go
	Hats    []hash          `json:"hats,omitempty"`    // hats that are taken off
}

// MarshalText writes a hash in hexadecimal.
func (h hash) MarshalText() ([]byte, error) { return hex.AppendEncode(nil, h[:]), nil }

// UnmarshalText reads what MarshalText wrote.
func (h *hash) UnmarshalText(text []byte) error {
	b, err := hex.AppendDecode(nil, text)
	if err != nil || len(b) != len(h) {
		return errors.New("this is no hash")
	}
	copy(h[:], b)
	return nil
}

func (f *forget) add(more forget) {
	if more.Chats != nil {
		f.Chats = more.Chats // a write is of one chat
	}
	f.Doors = append(f.Doors, more.Doors...)
	f.Begun = append(f.Begun, more.Begun...)
	f.Persons = append(f.Persons, more.Persons...)
	f.Hats = append(f.Hats, more.Hats...)
}

func (f forget) empty() bool {
	return len(f.Chats)+len(f.Doors)+len(f.Begun)+len(f.Persons)+len(f.Hats) == 0
}

// markName is the row of meta that says which notes the file has had.
const markName = "forgets"

// Heeded is what came of notes.
type Heeded struct {
	Notes int  // carried out now
	Whole bool // there were no others since the file was written
	First bool // the file has never heeded a ledger
}

// Heed has everybody who is removed for good written down in a ledger, from now on,
// and removes those who are in it and whom the file does not know to be gone, since
// it is an older copy: all rows of them, one note in a transaction. What SQLite
// has left of them goes with the next Purge. Call it once, before the store is used.
//
// Also when it fails the ledger is used from now on.
func (s *Store) Heed(ctx context.Context, l Ledger) (Heeded, error) {
	var mark string
	err := s.w.do(ctx, func(tx *tx) error {
		s.ledger, s.w.noted, s.w.flush = l, s.writeDown, s.flushLedger
		err := tx.row(`SELECT value FROM meta WHERE name = $1`, markName).Scan(&mark)
		if errors.Is(err, sql.ErrNoRows) {
			return nil
		}
		return err
	})
	if err != nil {
		return Heeded{}, fmt.Errorf("looking which forgets the data have had: %w", err)
	}
	notes, whole, err := l.Since(mark)
	if err != nil {
		return Heeded{}, err
	}
	for i, n := range notes {
		if err := s.heed(ctx, n); err != nil {
			return Heeded{Notes: i}, err
		}
	}
	if len(notes) == 0 && !whole {
		err = s.w.do(ctx, func(tx *tx) error { return setMark(tx, l.Mark()) })
	}
	return Heeded{Notes: len(notes), Whole: whole, First: mark == ""}, err
}

// heed carries one note out again.
func (s *Store) heed(ctx context.Context, n forgets.Note) error {
	plain, err := s.keys.Open(forNote, n.Sealed, nil)
	if err != nil {
		return fmt.Errorf("reading a note of who was forgotten: %w", err)
	}
	var f forget
	if err := json.Unmarshal(plain, &f); err != nil {
		return fmt.Errorf("reading a note of who was forgotten: %w", err)
	}
	err = s.w.do(ctx, func(tx *tx) error {
		if err := s.again(tx, f); err != nil {
			return err
		}
		tx.gone, tx.wipe = forget{}, true // it is written down already
		return setMark(tx, n.Mark)
	})
	if err != nil {
		return fmt.Errorf("forgetting again who was forgotten: %w", err)
	}
	return nil
}

func setMark(tx *tx, mark string) error {
	_, err := tx.exec(`INSERT INTO meta (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = excluded.value`, markName, mark)
	if err != nil {
		return fmt.Errorf("noting which forgets the data have had: %w", err)
	}
	return nil
}

// writeDown writes whom a transaction removes for good into the ledger, before it is
// committed. Somebody who asks to be forgotten is, also when that fails: what could
// not be written down is tried again with the next, and with each Purge, which says
// so.
func (s *Store) writeDown(tx *tx) error {
	s.unsaid = append(s.unsaid, tx.gone)
	_ = s.say(tx) // the next Purge tries again, and tells
	return nil
}

// flushLedger brings to the disk what a batch has written down, once for all of it
// and before it is committed. Should that fail, the next Purge tries again.
func (s *Store) flushLedger() {
	if s.loose && s.ledger.Flush() == nil {
		s.loose = false
	}
}

// say writes down what was not yet.
func (s *Store) say(tx *tx) error {
	for len(s.unsaid) > 0 {
		plain, err := json.Marshal(s.unsaid[0])
		if err != nil {
			return fmt.Errorf("writing down who was forgotten: %w", err)
		}
		mark, err := s.ledger.Note(s.now(), s.keys.Seal(forNote, plain, nil))
		if err != nil {
			return err
		}
		s.unsaid, s.loose = s.unsaid[1:], true
		if err := setMark(tx, mark); err != nil {
			return err
		}
	}
	return nil
}

// tidyLedger writes down what could not be, and removes what is too old.
func (s *Store) tidyLedger(ctx context.Context, now time.Time) error {
	var ledger Ledger
	err := s.w.do(ctx, func(tx *tx) error {
		if ledger = s.ledger; ledger == nil {
			return nil
		}
		err := s.say(tx)
		if s.loose {
			err = errors.Join(err, ledger.Flush())
		}
		return err
	})
	if err != nil {
		return fmt.Errorf("what was forgotten could not be written down: %w", err)
	}
	if ledger == nil {
		return nil
	}
	return ledger.Prune(now)
}
