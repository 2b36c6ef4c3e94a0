package store

import (
	"database/sql"
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
// gone when it was their last; what they have begun and their words go even when it
// was not. The log is emptied after the commit.
func (s *Store) erase(tx *tx, from whence, forgotten hash, at time.Time) error {
	gone := forget{Chats: map[string]hash{}}
	for _, t := range eachChat {
		h := s.chat(t.purpose, from.door, from.chat)
		gone.Chats[t.table] = h
		if _, err := tx.exec(t.erase, h[:]); err != nil {
			return fmt.Errorf("forgetting a chat in %s: %w", t.table, err)
		}
	}
	for _, w := range []whence{from, {from.door, from.chat, ""}} {
		door := s.doorOf(w)
		gone.Doors = append(gone.Doors, door)
		if err := s.forgetBegun(tx, door); err != nil {
			return err
		}
		if err := s.closeDoor(tx, door); err != nil {
			return err
		}
	}
	_, err := tx.exec(`INSERT INTO forgotten (chat, at) VALUES ($1, $2)
		ON CONFLICT (chat) DO UPDATE SET at = excluded.at WHERE excluded.at > forgotten.at`,
		forgotten[:], second(at))
	if err != nil {
		return fmt.Errorf("noting that a chat was forgotten: %w", err)
	}
	tx.gone.add(gone)
	outbox := s.chat(forOutbox, from.door, from.chat)
	s.empties(tx, outbox)
	s.mu.Lock()
	if f := s.busy[outbox]; f != nil {
		f.forgotten = true
	}
	s.mu.Unlock()
	tx.wipe = true
	return nil
}

// forgetBegun removes the drafts and the words of the person whom a door leads to.
func (s *Store) forgetBegun(tx *tx, door hash) error {
	found, err := each(tx, func(rows *sql.Rows) (person string, err error) {
		return person, rows.Scan(&person)
	}, `SELECT person FROM person_door WHERE door = $1`, door[:])
	if err != nil {
		return fmt.Errorf("looking whose door it is: %w", err)
	}
	for _, person := range found {
		if err := s.dropBegun(tx, person); err != nil {
			return err
		}
	}
	return nil
}

// dropBegun removes the drafts and the words of a person.
func (s *Store) dropBegun(tx *tx, person string) error {
	if _, err := tx.exec(`DELETE FROM log_draft WHERE person = $1`, person); err != nil {
		return fmt.Errorf("forgetting drafts: %w", err)
	}
	tx.gone.add(forget{Begun: []hash{s.keys.Hash(forBegun, "", person)}})
	return s.dropWords(tx, func(sender string) (bool, error) { return sender == person, nil })
}
