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

// The first letter of each chat that is due. Urgent ones and others are asked
// for apart, so that each list comes out of an index in its order.
//
// The plus stands in a LIMIT because SQLite looks at the value of a bare
// parameter there while it plans, and so plans the statement anew at every
// execution (sqlite3ExprIsInteger): a third of what Next cost.
const nextLetters = `SELECT id, chat, tries, last, sealed, about FROM outbox o
	WHERE urgent = %d AND due <= $1 AND NOT EXISTS (SELECT 1 FROM outbox f
		WHERE f.chat = o.chat AND (f.urgent > o.urgent OR (f.urgent = o.urgent AND f.id < o.id)))
	ORDER BY id LIMIT +$2`

var nextByUrgency = []string{fmt.Sprintf(nextLetters, 1), fmt.Sprintf(nextLetters, 0)}

// Next gives at most n letters that are due, the urgent ones first, then the
// oldest. Of each chat it gives the first letter only, and none while another
// is on its way; a chat's letters so arrive in their order. Each letter must be
// reported with Sent, Later or Drop.
func (s *Store) Next(ctx context.Context, now time.Time, n int) ([]Waiting, error) {
	out, broken, err := s.next(ctx, now, n)
	if err != nil {
		return nil, fmt.Errorf("looking for letters: %w", err)
	}
	for _, id := range broken {
		if err := s.Drop(ctx, id, Unreadable); err != nil {
			return out, err
		}
	}
	return out, nil
}

// next looks while it holds mu: a letter that is reported in the meantime is
// then still known as on its way, whatever the rows say.
func (s *Store) next(ctx context.Context, now time.Time, n int) (out []Waiting, broken []int64, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for i, query := range nextByUrgency {
		st, err := s.read(ctx, query)
		if err != nil {
			return nil, nil, err
		}
		found, err := s.scanLetters(ctx, st, now, n-len(out)+len(s.flights))
		if err != nil {
			return nil, nil, err
		}
		for _, r := range found {
			if len(out) == n {
				return out, broken, nil
			}
			if s.busy[r.flight.key] != nil {
				continue
			}
			s.flights[r.flight.id], s.busy[r.flight.key] = r.flight, r.flight
			if r.err != nil {
				broken = append(broken, r.flight.id)
				continue
			}
			r.Waiting.Urgent = i == 0
			out = append(out, r.Waiting)
		}
	}
	return out, broken, nil
}

// found is a row of the outbox.
type found struct {
	Waiting
	flight *flight
	err    error
}

func (s *Store) scanLetters(ctx context.Context, st *sql.Stmt, now time.Time, limit int) ([]found, error) {
	rows, err := st.QueryContext(ctx, now.UnixMilli(), limit)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []found
	for rows.Next() {
		var f found
		var chat, sealed, about []byte
		f.flight = &flight{}
		if err := rows.Scan(&f.ID, &chat, &f.Tries, &f.flight.last, &sealed, &about); err != nil {
			return nil, err
		}
		copy(f.flight.key[:], chat)
		var plain []byte
		if plain, f.err = s.keys.Open(forOutbox, sealed, chat); f.err == nil {
			f.Door, f.Chat, f.Body, f.err = unpack(plain)
		}
		if about != nil && f.err == nil {
			plain, f.err = s.keys.Open(forAbout, about, chat)
			f.flight.about = string(plain)
		}
		f.flight.id, f.flight.door, f.flight.chat = f.ID, f.Door, f.Chat
		out = append(out, f)
	}
	return out, rows.Err()
}

// NextDue is when a letter that waits for its time is due, the earliest of
// them; zero when there is none. Ask after Next, to know how long to sleep.
func (s *Store) NextDue(ctx context.Context, now time.Time) (time.Time, error) {
	st, err := s.read(ctx, `SELECT min(due) FROM outbox WHERE due > $1`)
	if err != nil {
		return time.Time{}, err
	}
	return scanDue(st.QueryRowContext(ctx, now.UnixMilli()))
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
		return err
	})
	if err != nil {
		return fmt.Errorf("putting a letter off: %w", err)
	}
	s.land(id)
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
		res, err := tx.exec(query, args...)
		if err != nil {
			return err
		}
		n, err := res.RowsAffected()
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
	st, err := s.read(ctx, `SELECT count(*) FROM outbox WHERE chat = $1`)
	if err != nil {
		return 0, err
	}
	h := s.chat(forOutbox, door, chat)
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
	}
	s.mu.Unlock()
	s.signal()
}
