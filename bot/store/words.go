package store

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"time"

	"signpost/bot/people"
	"signpost/bot/sessionlog"
)

// worry keeps a word by whoever acts, who looks after somebody in a group.
func (a *actor) worry(w sessionlog.Word) error {
	roles := []people.Role{people.FirstAider, people.GroupAdmin, people.SafeguardingLead}
	inside := w.To == sessionlog.ToLead && w.Group != ""
	if !inside && w.To != sessionlog.ToOutside || !a.who.May(roles, w.Group) {
		return ErrStale
	}
	n, err := a.tx.count(`INSERT INTO word (id, grp, whom, sent_at, seen_by, late, sealed) VALUES ($1, $2, $3, $4, '', 0, $5) ON CONFLICT (id) DO NOTHING`,
		w.ID, w.Group, string(w.To), coarse(a.now), a.s.keys.Seal(forWord, []byte(a.who.ID), []byte(w.ID)))
	if err != nil {
		return fmt.Errorf("keeping a word: %w", err)
	}
	if n == 0 {
		return ErrStale
	}
	return nil
}

// seeWord notes that a word was seen, by somebody whom it was for and who did not
// send it. One that nobody saw in time is the office's too.
func (a *actor) seeWord(e sessionlog.SeeWord) error {
	w, ok, err := first(a.s.wordsWhere(a.tx, `id = $1`, e.Word))
	if err != nil {
		return err
	}
	hat := people.Hat{Role: e.Role}
	if e.Role.InGroup() {
		hat.Group = w.Group
	}
	theirs := e.Role == people.Coordinator && (w.To == sessionlog.ToOutside || w.Late) ||
		e.Role == people.SafeguardingLead && w.To == sessionlog.ToLead
	theirs = theirs && slices.Contains(a.who.Hats, hat)
	if !ok || w.Seen || !theirs || w.Sender == a.who.ID {
		return ErrStale
	}
	if _, err := a.tx.exec(`UPDATE word SET seen_at = $1, seen_by = $2 WHERE id = $3`, coarse(a.now), string(e.Role), e.Word); err != nil {
		return fmt.Errorf("noting that a word was seen: %w", err)
	}
	return nil
}

// lateWord notes that it was told that nobody has seen a word.
func (a *actor) lateWord(id string) error {
	n, err := a.tx.count(`UPDATE word SET late = 1 WHERE id = $1 AND seen_at IS NULL AND late = 0`, id)
	if err != nil {
		return fmt.Errorf("noting that a word is late: %w", err)
	}
	if n == 0 {
		return ErrStale
	}
	return nil
}

// Word is one word; false when there is none.
func (s *Store) Word(ctx context.Context, id string) (sessionlog.Word, bool, error) {
	return first(s.wordsWhere(reader{ctx, s}, `id = $1`, id))
}

// Words are those of a group that are kept, the oldest first, those that were seen
// within the last day too; with "" those of all groups and those that go outside.
func (s *Store) Words(ctx context.Context, group string) ([]sessionlog.Word, error) {
	if group == "" {
		return s.wordsWhere(reader{ctx, s}, `true`)
	}
	return s.wordsWhere(reader{ctx, s}, `grp = $1`, group)
}

func (s *Store) wordsWhere(q asking, only string, args ...any) ([]sessionlog.Word, error) {
	out, err := each(q, func(rows *sql.Rows) (w sessionlog.Word, err error) {
		var sent int64
		var sealed []byte
		if err := rows.Scan(&w.ID, &w.Group, &w.To, &sent, &w.Seen, &w.SeenBy, &w.Late, &sealed); err != nil {
			return w, err
		}
		w.At = time.UnixMilli(sent)
		sender, err := s.keys.Open(forWord, sealed, []byte(w.ID))
		w.Sender = string(sender)
		return w, err
	}, `SELECT id, grp, whom, sent_at, seen_at IS NOT NULL, seen_by, late, sealed FROM word WHERE `+only+` ORDER BY sent_at, id`, args...)
	if err != nil {
		return nil, fmt.Errorf("looking for words: %w", err)
	}
	return out, nil
}

// orphans removes the words whose sender is not kept any more: who sent one is
// sealed, so that it can't go with the person by itself.
func (s *Store) orphans(tx *tx) error {
	return s.dropWords(tx, func(sender string) (bool, error) {
		var n int
		if err := tx.row(`SELECT count(*) FROM person WHERE id = $1`, sender).Scan(&n); err != nil {
			return false, fmt.Errorf("looking who sent a word: %w", err)
		}
		return n == 0, nil
	})
}

// dropWords removes the words of those senders. There are never many words.
func (s *Store) dropWords(tx *tx, of func(sender string) (bool, error)) error {
	all, err := s.wordsWhere(tx, `true`)
	if err != nil {
		return err
	}
	for _, w := range all {
		drop, err := of(w.Sender)
		if err != nil {
			return err
		}
		if !drop {
			continue
		}
		if _, err := tx.exec(`DELETE FROM word WHERE id = $1`, w.ID); err != nil {
			return fmt.Errorf("forgetting a word: %w", err)
		}
	}
	return nil
}
