package store

import (
	"database/sql"
	"encoding/binary"
	"errors"
	"fmt"
	"time"
)

// letter is a letter made ready for its row.
type letter struct {
	chat   hash
	edit   []byte
	urgent bool
	about  []byte
	sealed []byte
	plain  waiter // what the queue in memory holds of it
}

func (s *Store) sealLetter(door, chat string, l Letter) letter {
	out := letter{chat: s.chat(forOutbox, door, chat), urgent: l.Urgent}
	out.plain = waiter{chat: out.chat, urgent: l.Urgent, held: true, door: door, name: chat, body: l.Body, kept: l.Kept}
	if l.Edit != "" {
		h := s.messageHash(forEdit, door, chat, l.Edit)
		out.edit = h[:]
	}
	out.sealed = s.keys.Seal(forOutbox, pack(door, chat, l.Body), out.chat[:])
	return out
}

// sealNotices makes notices ready for their rows.
func (s *Store) sealNotices(notices []Notice) []letter {
	out := make([]letter, len(notices))
	for i, n := range notices {
		out[i] = s.sealLetter(n.Door, n.Chat, n.Letter)
		if n.About != "" {
			out[i].plain.about = n.About
			out[i].about = s.keys.Seal(forAbout, []byte(n.About), out[i].chat[:])
		}
	}
	return out
}

// insertLetter puts a letter at the end of its chat's letters. An older edit of
// the same message that has not left is dropped: the new one says what counts.
// An urgent one gives way to an urgent one only.
func (s *Store) insertLetter(tx *tx, l letter, now time.Time, last bool) error {
	if l.edit != nil && !s.alone(tx, l.chat) {
		var onItsWay int64
		s.mu.Lock()
		if f := s.busy[l.chat]; f != nil {
			onItsWay = f.id
		}
		s.mu.Unlock()
		gone, err := each(tx, func(rows *sql.Rows) (id int64, err error) { return id, rows.Scan(&id) },
			`DELETE FROM outbox WHERE chat = $1 AND edit = $2 AND urgent <= $3 AND id <> $4 RETURNING id`,
			l.chat[:], l.edit, l.urgent, onItsWay)
		if err != nil {
			return fmt.Errorf("dropping an older edit: %w", err)
		}
		for _, id := range gone {
			s.later(tx, func(q *queue) { q.drop(id) })
		}
	}
	var id int64
	err := tx.row(`INSERT INTO outbox (chat, created_at, due, urgent, edit, last, tries, sealed, about)
		VALUES ($1, $2, $3, $4, $5, $6, 0, $7, $8) RETURNING id`,
		l.chat[:], coarse(now), now.UnixMilli(), l.urgent, l.edit, last, l.sealed, l.about).Scan(&id)
	if err != nil {
		return fmt.Errorf("posting a letter: %w", err)
	}
	tx.posted[l.chat] = true
	s.later(tx, func(q *queue) {
		w := l.plain
		w.id, w.due, w.last = id, now.UnixMilli(), last
		q.add(&w)
	})
	tx.after = append(tx.after, s.signal)
	return nil
}

// openLetter opens the boxes of a letter's row.
func (s *Store) openLetter(chat, sealed, about []byte) (door, name string, body []byte, note string, err error) {
	plain, err := s.keys.Open(forOutbox, sealed, chat)
	if err != nil {
		return "", "", nil, "", err
	}
	if door, name, body, err = unpack(plain); err != nil || about == nil {
		return door, name, body, "", err
	}
	plain, err = s.keys.Open(forAbout, about, chat)
	return door, name, body, string(plain), err
}

// pack puts a letter's chat and contents into one piece, to be sealed together.
func pack(door, chat string, body []byte) []byte {
	out := make([]byte, 0, len(door)+len(chat)+len(body)+4)
	out = append(binary.AppendUvarint(out, uint64(len(door))), door...)
	out = append(binary.AppendUvarint(out, uint64(len(chat))), chat...)
	return append(out, body...)
}

var errPacked = errors.New("a piece of a letter is missing")

func unpack(b []byte) (door, chat string, body []byte, err error) {
	door, b, ok := cutPiece(b)
	if !ok {
		return "", "", nil, errPacked
	}
	chat, b, ok = cutPiece(b)
	if !ok {
		return "", "", nil, errPacked
	}
	return door, chat, b, nil
}

func cutPiece(b []byte) (piece string, rest []byte, ok bool) {
	n, size := binary.Uvarint(b)
	if size <= 0 || n > uint64(len(b)-size) {
		return "", nil, false
	}
	b = b[size:]
	return string(b[:n]), b[n:], true
}
