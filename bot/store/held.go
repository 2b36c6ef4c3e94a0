package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"
)

// askAgain is how often letters are looked for in the file before it is counted
// once more whether memory has room for all of them.
const askAgain = 256

// remembered reports whether the queue in memory is what the outbox is, and makes
// it so if there is room.
func (s *Store) remembered(ctx context.Context) bool {
	s.mu.Lock()
	known := s.queue != nil
	ask := !known && s.asked%askAgain == 0
	if !known {
		s.asked++
	}
	s.mu.Unlock()
	if !ask {
		return known
	}
	if err := s.remember(ctx); err != nil {
		return false // whoever asks the file next hears why
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.queue != nil
}

// remember reads the outbox into memory, without the bodies, unless that would
// be half full then: one that is hardly longer is not read again and again. The
// writer does it, so that no letter comes or goes in between. What has waited for
// too long goes first: after a long time without the program it must not leave.
func (s *Store) remember(ctx context.Context) error {
	if err := s.purge(ctx, outboxRule, s.now()); err != nil {
		return fmt.Errorf("purging the outbox: %w", err)
	}
	err := s.w.do(ctx, func(tx *tx) error {
		q := newQueue()
		found, err := each(tx, func(rows *sql.Rows) (*waiter, error) {
			w, chat := &waiter{}, []byte(nil)
			err := rows.Scan(&w.id, &chat, &w.due, &w.urgent, &w.last, &w.tries)
			copy(w.chat[:], chat)
			return w, err
		}, `SELECT id, chat, due, urgent, last, tries FROM outbox ORDER BY id LIMIT +$1`, s.most/2+1)
		if err != nil || len(found) > s.most/2 {
			return err
		}
		for _, w := range found {
			q.add(w)
		}
		tx.after = append(tx.after, func() {
			s.mu.Lock()
			s.queue, s.asked = q, 0
			s.mu.Unlock()
		})
		return nil
	})
	if err != nil {
		return fmt.Errorf("reading the outbox: %w", err)
	}
	return nil
}

// later changes the queue in memory when the transaction is committed.
func (s *Store) later(tx *tx, change func(*queue)) {
	tx.after = append(tx.after, func() {
		s.mu.Lock()
		defer s.mu.Unlock()
		if s.queue == nil {
			return
		}
		change(s.queue)
		if len(s.queue.letters) > s.most {
			s.queue = nil
		}
	})
}

// empties takes a chat's letters out of the queue at once, while the rows are
// still to go: none may leave in between. If they stay after all, the queue is
// read anew.
func (s *Store) empties(tx *tx, chat hash) {
	s.mu.Lock()
	if s.queue != nil {
		s.queue.dropAll(chat)
	}
	s.mu.Unlock()
	tx.undone = append(tx.undone, s.doubt)
}

// doubt gives up what memory knows of the outbox.
func (s *Store) doubt() {
	s.mu.Lock()
	s.queue, s.asked = nil, 0
	s.mu.Unlock()
	s.signal()
}

// queued is how many letters of a chat there are; false when memory does not know.
func (s *Store) queued(chat hash) (int, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.queue == nil {
		return 0, false
	}
	return len(s.queue.chats[chat]), true
}

// alone reports that no letter waits for a chat, neither in memory nor in the
// transaction, so that there is none which a newer one could replace.
func (s *Store) alone(tx *tx, chat hash) bool {
	if tx.posted[chat] {
		return false
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.queue != nil && len(s.queue.chats[chat]) == 0
}

// fromMemory is Next for an outbox that memory knows.
func (s *Store) fromMemory(ctx context.Context, now time.Time, n int) (out []Waiting, broken []int64, err error) {
	for _, w := range s.depart(now, n) {
		l := Waiting{ID: w.id, Door: w.door, Chat: w.name, Body: w.body, Kept: w.kept, Urgent: w.urgent, Tries: w.tries}
		if !w.held && err == nil {
			err = s.fetch(ctx, &l)
		}
		switch {
		case errors.Is(err, errUnreadable):
			broken, err = append(broken, w.id), nil
		case errors.Is(err, sql.ErrNoRows): // hidden or forgotten since
			s.land(w.id)
			err = nil
		default: // after an error they all go back
			out = append(out, l)
		}
	}
	return out, broken, err
}

// depart notes letters as on their way.
func (s *Store) depart(now time.Time, n int) (out []*waiter) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for s.queue != nil && len(out) < n {
		w := s.queue.take(now.UnixMilli(), func(chat hash) bool { return s.busy[chat] != nil })
		if w == nil {
			break
		}
		f := &flight{id: w.id, door: w.door, chat: w.name, key: w.chat, last: w.last, about: w.about}
		s.flights[w.id], s.busy[w.chat] = f, f
		out = append(out, w)
	}
	return out
}

// errUnreadable means that a letter's box does not open.
var errUnreadable = errors.New("the letter can't be read")

// fetch reads the contents of a letter that is on its way.
func (s *Store) fetch(ctx context.Context, l *Waiting) error {
	st, err := s.read(ctx, `SELECT chat, sealed, about FROM outbox WHERE id = $1`)
	if err != nil {
		return err
	}
	var chat, sealed, about []byte
	if err := st.QueryRowContext(ctx, l.ID).Scan(&chat, &sealed, &about); err != nil {
		return err
	}
	note := ""
	if l.Door, l.Chat, l.Body, note, err = s.openLetter(chat, sealed, about); err != nil {
		return fmt.Errorf("%w: %w", errUnreadable, err)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if f := s.flights[l.ID]; f != nil {
		f.door, f.chat, f.about = l.Door, l.Chat, note
	}
	return nil
}
