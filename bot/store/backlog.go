package store

import (
	"context"
	"database/sql"
	"fmt"
	"time"
)

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

// fromFile is Next for an outbox that is too long for memory. It looks while it
// holds mu: a letter that is reported in the meantime is
// then still known as on its way, whatever the rows say.
func (s *Store) fromFile(ctx context.Context, now time.Time, n int) (out []Waiting, broken []int64, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for i, query := range nextByUrgency {
		st, err := s.read(ctx, query)
		if err != nil {
			return out, nil, err
		}
		found, err := s.scanLetters(ctx, st, now, n-len(out)+len(s.flights))
		if err != nil {
			return out, nil, err
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
		f.Door, f.Chat, f.Body, f.flight.about, f.err = s.openLetter(chat, sealed, about)
		f.flight.id, f.flight.door, f.flight.chat = f.ID, f.Door, f.Chat
		out = append(out, f)
	}
	return out, rows.Err()
}

// nextInFile is NextDue for an outbox that is too long for memory.
func (s *Store) nextInFile(ctx context.Context, now time.Time) (time.Time, error) {
	st, err := s.read(ctx, `SELECT min(due) FROM outbox WHERE due > +$1`)
	if err != nil {
		return time.Time{}, err
	}
	return scanDue(st.QueryRowContext(ctx, now.UnixMilli()))
}
