package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"signpost/bot/people"
	"signpost/bot/talk"
)

// ConversationLife is how long after its last turn a conversation is there, at
// most. It is rounded down to a quarter of an hour.
const ConversationLife = 24 * time.Hour

// State is what is known of a chat when something reaches us from it.
type State struct {
	Conversation *talk.Conversation // nil when there is none, or when it has ended of age
	Person       people.Person
	Language     string    // what the person asked us to remember; "" for nothing
	Touched      time.Time // when the conversation was saved last, rounded down to a quarter of an hour; zero without one
	Lost         bool      // there was a conversation but it can't be read any more: it begins anew
}

// Load is where a chat stands, and who is in it. A chat of which nothing is
// known has an empty State; that is no error. Staff is the door's id of the
// person where it is not the chat, "" for the chat itself: see Turn.
func (s *Store) Load(ctx context.Context, door, chat, staff string) (State, error) {
	var state State
	now := s.now()
	c, l, d := s.chat(forConversation, door, chat), s.chat(forPreference, door, chat), s.doorOf(whence{door, chat, staff})
	var updated, used sql.NullInt64
	var conversation, language []byte
	var came entry
	ask := reader{ctx, s}
	err := ask.row(`SELECT c.updated_at, c.sealed, p.used_at, p.sealed, d.person, d.passing, d.used_at FROM (SELECT 1) AS one
		LEFT JOIN conversation c ON c.chat = $1 LEFT JOIN preference p ON p.chat = $2 LEFT JOIN person_door d ON d.door = $3`,
		c[:], l[:], d[:]).Scan(&updated, &conversation, &used, &language, &came.person, &came.passing, &came.used)
	if err != nil {
		return state, fmt.Errorf("loading a chat: %w", explain(s.db, err))
	}
	if conversation != nil && now.Sub(time.UnixMilli(updated.Int64)) < ConversationLife {
		state.Conversation, err = s.openConversation(c, conversation)
		state.Lost = err != nil
		if !state.Lost {
			state.Touched = time.UnixMilli(updated.Int64)
		}
	}
	if state.Person, err = came.who(ask, now); err != nil {
		return state, fmt.Errorf("loading a chat: %w", explain(s.db, err))
	}
	if state.Person.ID != "" {
		if err := s.cameBy(ctx, d, came, now); err != nil {
			return state, err
		}
	}
	if language == nil {
		return state, nil
	}
	// A language that can't be read is asked for again.
	if plain, err := s.keys.Open(forPreference, language, l[:]); err == nil {
		state.Language = string(plain)
	}
	if used.Int64 < day(now) {
		err = s.used(ctx, l, now)
	}
	return state, err
}

func (s *Store) openConversation(chat hash, sealed []byte) (*talk.Conversation, error) {
	plain, err := s.keys.Open(forConversation, sealed, chat[:])
	if err != nil {
		return nil, err
	}
	var c talk.Conversation
	if err := json.Unmarshal(plain, &c); err != nil {
		return nil, err
	}
	return &c, nil
}

// used notes once a day that a remembered language was of use, so that it is
// kept for as long as somebody comes back.
func (s *Store) used(ctx context.Context, chat hash, now time.Time) error {
	err := s.w.do(ctx, func(tx *tx) error {
		_, err := tx.exec(`UPDATE preference SET used_at = $1 WHERE chat = $2`, day(now), chat[:])
		return err
	})
	if err != nil {
		return fmt.Errorf("noting that a language was used: %w", err)
	}
	return nil
}

// day is a time to the day, in milliseconds.
func day(t time.Time) int64 { return t.Truncate(24 * time.Hour).UnixMilli() }

// Seen reports whether an update was saved before. Save asks again, so it only
// spares the work of answering twice.
func (s *Store) Seen(ctx context.Context, door, update string) (bool, error) {
	st, err := s.read(ctx, `SELECT 1 FROM seen_update WHERE update_id = $1`)
	if err != nil {
		return false, err
	}
	h := s.chat(forUpdate, door, update)
	var one int
	err = st.QueryRowContext(ctx, h[:]).Scan(&one)
	if errors.Is(err, sql.ErrNoRows) {
		return false, nil
	}
	if err != nil {
		return false, fmt.Errorf("looking whether an update was seen: %w", explain(s.db, err))
	}
	return true, nil
}
