package store

import (
	"context"
	"database/sql"
	"fmt"
	"time"
)

// Waiting is a letter that is due, with all that is needed to send it.
type Waiting struct {
	ID         int64
	Door, Chat string
	Body       []byte
	Urgent     bool
	Tries      int // as Later said last
	Kept       any // as it was posted; nil when the letter comes from the file
}

// Reason is why a letter was given up. It is counted, with door and day.
type Reason string

// The reasons.
const (
	Gone       Reason = "gone"       // the chat can't be reached any more; its other letters go too
	Refused    Reason = "refused"    // the door will never take this letter
	Tired      Reason = "tired"      // it was tried too often
	Unreadable Reason = "unreadable" // its box does not open; only the store says this
	Stale      Reason = "stale"      // it waited too long and was purged; only the store says this
)

// flight is a letter between Next and Sent, Later or Drop. At most one a chat.
// That it is on its way is known in memory only: after a crash it is sent
// again, as nobody knows whether it arrived.
type flight struct {
	id         int64
	door, chat string
	key        hash // the chat, as the outbox knows it
	last       bool
	about      string                // what its arrival is noted under
	forgotten  bool                  // the chat was forgotten meanwhile: note nothing
	hidden     bool                  // the chat was hidden meanwhile:
	remove     func([]string) Letter // remove the message when it has arrived
}

// Next gives at most n letters that are due, the urgent ones first, then the
// oldest. Of each chat it gives the first letter only, and none while another
// is on its way; a chat's letters so arrive in their order. Each letter must be
// reported with Sent, Later or Drop.
func (s *Store) Next(ctx context.Context, now time.Time, n int) ([]Waiting, error) {
	look := s.fromMemory
	if !s.remembered(ctx) {
		look = s.fromFile
	}
	out, broken, err := look(ctx, now, n)
	if err != nil {
		for _, l := range out {
			s.land(l.ID) // they are not given, so nobody will report them
		}
		for _, id := range broken {
			s.land(id)
		}
		return nil, fmt.Errorf("looking for letters: %w", explain(s.db, err))
	}
	for _, id := range broken {
		if err := s.Drop(ctx, id, Unreadable); err != nil {
			s.land(id) // the next Next finds it again
		}
	}
	return out, nil
}

// NextDue is when a letter that waits for its time is due, the earliest of
// them; zero when there is none. Ask after Next, to know how long to sleep.
func (s *Store) NextDue(ctx context.Context, now time.Time) (time.Time, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.queue == nil {
		return s.nextInFile(ctx, now)
	}
	if s.queue.ripen(now.UnixMilli()) {
		s.signal() // due since Next was asked
	}
	if due := s.queue.next(); due != 0 {
		return time.UnixMilli(due), nil
	}
	return time.Time{}, nil
}

func scanDue(row *sql.Row) (time.Time, error) {
	var due sql.NullInt64
	if err := row.Scan(&due); err != nil {
		return time.Time{}, fmt.Errorf("looking when something is due: %w", err)
	}
	if !due.Valid {
		return time.Time{}, nil
	}
	return time.UnixMilli(due.Int64), nil
}

// Sent reports that a letter has arrived as the given message of its chat, ""
// when it left no message there. On an error the letter stays on its way: call
// again. (After a restart it would be sent a second time.)
func (s *Store) Sent(ctx context.Context, id int64, message string) error {
	now := s.now()
	f := s.flight(id)
	var note *sentMessage
	if f != nil && message != "" && !f.last {
		note = s.sealMessage(f.door, f.chat, message)
	}
	err := s.w.do(ctx, func(tx *tx) error {
		if _, err := tx.exec(`DELETE FROM outbox WHERE id = $1`, id); err != nil {
			return err
		}
		s.later(tx, func(q *queue) { q.drop(id) })
		if f == nil {
			return nil
		}
		if err := arrived(tx, f.about, now); err != nil {
			return err
		}
		// What is said last to somebody who is forgotten leaves nothing behind.
		tx.wipe = f.last
		hidden, forgotten, remove := s.meanwhile(f)
		switch {
		case note == nil || forgotten && !hidden:
			return nil
		case !hidden:
			return note.insert(tx, now)
		case remove == nil:
			return nil
		}
		return s.insertLetter(tx, s.sealLetter(f.door, f.chat, remove([]string{message})), now, forgotten)
	})
	if err != nil {
		return fmt.Errorf("noting that a letter was sent: %w", err)
	}
	s.land(id)
	return nil
}

// Later reports that a letter did not leave and is to be tried again at due, and how
// many tries count against it.
// The chat's other letters wait with it, urgent ones apart. On an error the
// letter stays on its way: call again.
func (s *Store) Later(ctx context.Context, id int64, due time.Time, tries int) error {
	err := s.w.do(ctx, func(tx *tx) error {
		_, err := tx.exec(`UPDATE outbox SET due = $1, tries = $2 WHERE id = $3`, due.UnixMilli(), tries, id)
		s.later(tx, func(q *queue) { q.put(id, due.UnixMilli(), tries) })
		return err
	})
	if err != nil {
		return fmt.Errorf("putting a letter off: %w", err)
	}
	s.land(id)
	return nil
}

// Hasten makes letters due now that are due beyond a moment, further off than anybody
// puts a letter: the clock has gone back since.
func (s *Store) Hasten(ctx context.Context, now, beyond time.Time) error {
	err := s.w.do(ctx, func(tx *tx) error {
		_, err := tx.exec(`UPDATE outbox SET due = $1 WHERE due > $2`, now.UnixMilli(), beyond.UnixMilli())
		s.later(tx, func(q *queue) { q.hasten(now.UnixMilli(), beyond.UnixMilli()) })
		return err
	})
	if err != nil {
		return fmt.Errorf("bringing letters forward: %w", err)
	}
	s.signal()
	return nil
}

// Drop gives a letter up and counts it; with Gone, all letters of the chat. On
// an error the letter stays on its way: call again.
func (s *Store) Drop(ctx context.Context, id int64, reason Reason) error {
	door, now := "", s.now()
	f := s.flight(id)
	if f != nil {
		door = f.door
	}
	err := s.w.do(ctx, func(tx *tx) error {
		query, args := `DELETE FROM outbox WHERE id = $1`, []any{id}
		if f != nil && reason == Gone {
			query, args = `DELETE FROM outbox WHERE id = $1 OR chat = $2`, append(args, f.key[:])
		}
		n, err := tx.count(query, args...)
		s.later(tx, func(q *queue) {
			q.drop(id)
			if f != nil && reason == Gone {
				q.dropAll(f.key)
			}
		})
		if err != nil || n == 0 {
			return err // it went with a /hide or /forget
		}
		tx.wipe = f != nil && f.last
		return dropped(tx, now, door, reason, n)
	})
	if err != nil {
		return fmt.Errorf("giving a letter up: %w", err)
	}
	s.land(id)
	return nil
}

// dropped counts letters that never arrived.
func dropped(tx *tx, now time.Time, door string, reason Reason, n int64) error {
	_, err := tx.exec(`INSERT INTO dropped (day, door, reason, n) VALUES ($1, $2, $3, $4)
		ON CONFLICT (day, door, reason) DO UPDATE SET n = dropped.n + excluded.n`, day(now), door, string(reason), n)
	if err != nil {
		return fmt.Errorf("counting letters that were given up: %w", err)
	}
	return nil
}

// Pending is how many letters wait for a chat or are on their way to it.
func (s *Store) Pending(ctx context.Context, door, chat string) (int, error) {
	h := s.chat(forOutbox, door, chat)
	if n, ok := s.queued(h); ok {
		return n, nil
	}
	st, err := s.read(ctx, `SELECT count(*) FROM outbox WHERE chat = $1`)
	if err != nil {
		return 0, err
	}
	var n int
	if err := st.QueryRowContext(ctx, h[:]).Scan(&n); err != nil {
		return 0, fmt.Errorf("counting a chat's letters: %w", err)
	}
	return n, nil
}

func (s *Store) flight(id int64) *flight {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.flights[id]
}

// meanwhile says what became of the chat while the letter was on its way.
func (s *Store) meanwhile(f *flight) (hidden, forgotten bool, remove func([]string) Letter) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return f.hidden, f.forgotten, f.remove
}

// land ends a flight; the chat's next letter may leave.
func (s *Store) land(id int64) {
	s.mu.Lock()
	if f := s.flights[id]; f != nil {
		delete(s.flights, id)
		delete(s.busy, f.key)
		if s.queue != nil {
			s.queue.land(f.key)
		}
	}
	s.mu.Unlock()
	s.signal()
}
