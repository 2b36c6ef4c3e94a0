package store

import (
	"fmt"
	"time"
)

// eachChat are the tables that have rows of a chat, by the purpose of its hash.
// A test compares them with the schema: a table with a column chat that is not
// here would survive a /forget.
var eachChat = []struct{ table, purpose, erase string }{
	{"conversation", forConversation, `DELETE FROM conversation WHERE chat = $1`},
	{"preference", forPreference, `DELETE FROM preference WHERE chat = $1`},
	{"outbox", forOutbox, `DELETE FROM outbox WHERE chat = $1`},
	{"sent_message", forSent, `DELETE FROM sent_message WHERE chat = $1`},
	{"job", forJob, `DELETE FROM job WHERE chat = $1`},
	{"report_waiting", forReporter, `DELETE FROM report_waiting WHERE chat = $1`},
	{"pending_change", forChange, `DELETE FROM pending_change WHERE chat = $1`},
}

// erase removes every row of a chat and notes when, under a hash that has
// nothing to do with those rows. A person comes in no more by this door, and is
// gone when it was their last. The log is emptied after the commit.
func (s *Store) erase(tx *tx, from whence, forgotten hash, at time.Time) error {
	for _, t := range eachChat {
		h := s.chat(t.purpose, from.door, from.chat)
		if _, err := tx.exec(t.erase, h[:]); err != nil {
			return fmt.Errorf("forgetting a chat in %s: %w", t.table, err)
		}
	}
	for _, w := range []whence{from, {from.door, from.chat, ""}} {
		if err := closeDoor(tx, s.doorOf(w)); err != nil {
			return err
		}
	}
	_, err := tx.exec(`INSERT INTO forgotten (chat, at) VALUES ($1, $2)
		ON CONFLICT (chat) DO UPDATE SET at = excluded.at WHERE excluded.at > forgotten.at`,
		forgotten[:], second(at))
	if err != nil {
		return fmt.Errorf("noting that a chat was forgotten: %w", err)
	}
	s.mu.Lock()
	if f := s.busy[s.chat(forOutbox, from.door, from.chat)]; f != nil {
		f.forgotten = true
	}
	s.mu.Unlock()
	tx.wipe = true
	return nil
}
