package store

import (
	"context"
	"database/sql"
	"fmt"
	"time"
)

// sentMessage is a message of a chat that can be removed from it.
type sentMessage struct {
	chat, id hash
	sealed   []byte
}

func (s *Store) sealMessage(door, chat, message string) *sentMessage {
	m := &sentMessage{chat: s.chat(forSent, door, chat), id: s.messageHash(forMessage, door, chat, message)}
	m.sealed = s.keys.Seal(forSent, []byte(message), append(m.chat[:], m.id[:]...))
	return m
}

// messageHash is the hash of one message of a chat: message ids of different
// chats may be the same.
func (s *Store) messageHash(purpose, door, chat, message string) hash {
	return s.keys.Hash(purpose, door, fmt.Sprintf("%d|%s|%s", len(chat), chat, message))
}

func (m *sentMessage) insert(tx *tx, now time.Time) error {
	// An edited message is there already, and is as old as it was.
	_, err := tx.exec(`INSERT INTO sent_message (chat, message, sent_at, sealed) VALUES ($1, $2, $3, $4)
		ON CONFLICT (chat, message) DO NOTHING`, m.chat[:], m.id[:], coarse(now), m.sealed)
	if err != nil {
		return fmt.Errorf("noting a message: %w", err)
	}
	return nil
}

// SentMessages are the messages of a chat that /hide would remove: those of
// the last 47 hours, the oldest first, to a quarter of an hour.
func (s *Store) SentMessages(ctx context.Context, door, chat string) ([]string, error) {
	st, err := s.read(ctx, sentMessages)
	if err != nil {
		return nil, err
	}
	h := s.chat(forSent, door, chat)
	rows, err := st.QueryContext(ctx, h[:], sentSince(s.now()))
	if err != nil {
		return nil, fmt.Errorf("reading a chat's messages: %w", err)
	}
	return s.scanMessages(rows, h)
}

const sentMessages = `SELECT message, sealed FROM sent_message WHERE chat = $1 AND sent_at > $2 ORDER BY sent_at, message`

// sentSince is the time before which a door removes nothing.
func sentSince(now time.Time) int64 { return now.Add(-SentLife).UnixMilli() }

func (s *Store) scanMessages(rows *sql.Rows, chat hash) ([]string, error) {
	defer rows.Close()
	var ids []string
	for rows.Next() {
		var message, sealed []byte
		if err := rows.Scan(&message, &sealed); err != nil {
			return nil, fmt.Errorf("reading a chat's messages: %w", err)
		}
		id, err := s.keys.Open(forSent, sealed, append(chat[:len(chat):len(chat)], message...))
		if err != nil {
			continue // it can't be removed, and must not keep the others from it
		}
		ids = append(ids, string(id))
	}
	if err := rows.Err(); err != nil {
		return nil, fmt.Errorf("reading a chat's messages: %w", err)
	}
	return ids, nil
}

// collect takes the messages of a chat that is hidden out of the table, and
// with them the letters that have not left: they belong to what is hidden. A
// letter that is just on its way is removed when it has arrived.
func (p *plan) collect(tx *tx) error {
	chat := p.s.chat(forSent, p.from.door, p.from.chat)
	rows, err := tx.rows(sentMessages, chat[:], sentSince(p.now))
	if err != nil {
		return fmt.Errorf("reading a chat's messages: %w", err)
	}
	ids, err := p.s.scanMessages(rows, chat)
	if err != nil {
		return err
	}
	for _, id := range ids {
		if len(p.hidden) == 0 || p.hidden[0] != id { // the person's own message may be there
			p.hidden = append(p.hidden, id)
		}
	}
	if _, err := tx.exec(`DELETE FROM sent_message WHERE chat = $1`, chat[:]); err != nil {
		return fmt.Errorf("hiding a chat: %w", err)
	}
	p.s.mu.Lock()
	if f := p.s.busy[p.outbox]; f != nil {
		f.hidden, f.remove = true, p.remove
	}
	p.s.mu.Unlock()
	p.s.empties(tx, p.outbox)
	if _, err := tx.exec(`DELETE FROM outbox WHERE chat = $1`, p.outbox[:]); err != nil {
		return fmt.Errorf("hiding a chat: %w", err)
	}
	return nil
}
