package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"

	"signpost/bot/people"
)

// again removes what erase and leave have removed.
func (s *Store) again(tx *tx, f forget) error {
	for _, t := range eachChat {
		if h, ok := f.Chats[t.table]; ok {
			if _, err := tx.exec(t.erase, h[:]); err != nil {
				return fmt.Errorf("forgetting a chat in %s: %w", t.table, err)
			}
		}
	}
	for _, door := range f.Doors {
		if err := errors.Join(s.forgetBegun(tx, door), s.closeDoor(tx, door)); err != nil {
			return err
		}
	}
	persons, err := each(tx, func(rows *sql.Rows) (id string, err error) { return id, rows.Scan(&id) }, `SELECT id FROM person`)
	if err != nil {
		return fmt.Errorf("looking for persons: %w", err)
	}
	for _, id := range persons {
		if slices.Contains(f.Begun, hash(s.keys.Hash(forBegun, "", id))) {
			if err := s.dropBegun(tx, id); err != nil {
				return err
			}
		}
		if slices.Contains(f.Persons, hash(s.keys.Hash(forGone, "", id))) {
			if _, err := tx.exec(`DELETE FROM person WHERE id = $1`, id); err != nil {
				return fmt.Errorf("forgetting a person: %w", err)
			}
		}
	}
	if err := s.hatsOff(tx, f); err != nil {
		return err
	}
	return s.orphans(tx)
}

// hatsOff takes off again which hats were taken off.
func (s *Store) hatsOff(tx *tx, f forget) error {
	if len(f.Hats) == 0 {
		return nil
	}
	type worn struct {
		person string
		hat    people.Hat
	}
	all, err := each(tx, func(rows *sql.Rows) (w worn, err error) {
		return w, rows.Scan(&w.person, &w.hat.Role, &w.hat.Group)
	}, `SELECT person, role, grp FROM hat`)
	if err != nil {
		return fmt.Errorf("looking which hats are worn: %w", err)
	}
	for _, w := range all {
		if !slices.Contains(f.Hats, hash(s.hatOff(w.person, w.hat))) {
			continue
		}
		if _, err := tx.exec(`DELETE FROM hat WHERE person = $1 AND role = $2 AND grp = $3`, w.person, string(w.hat.Role), w.hat.Group); err != nil {
			return fmt.Errorf("taking a hat off again: %w", err)
		}
	}
	return nil
}

// ForgetEverybody removes all chats: for a copy of the data of which nobody can say
// any more who asked to be forgotten since. Those who look after listings stay.
func (s *Store) ForgetEverybody(ctx context.Context) error {
	err := s.w.do(ctx, func(tx *tx) error {
		for _, t := range eachChat {
			if _, err := tx.exec(`DELETE FROM ` + t.table + ` WHERE chat IS NOT NULL`); err != nil {
				return fmt.Errorf("%s: %w", t.table, err)
			}
		}
		tx.wipe = true
		return nil
	})
	if err != nil {
		return fmt.Errorf("forgetting all chats: %w", err)
	}
	return nil
}

// DropLetters removes all letters that wait: in an older copy of the data they have
// left already, or answer what nobody asks any more.
func (s *Store) DropLetters(ctx context.Context) error {
	err := s.w.do(ctx, func(tx *tx) error {
		tx.after = append(tx.after, s.doubt)
		_, err := tx.exec(`DELETE FROM outbox`)
		tx.wipe = true
		return err
	})
	if err != nil {
		return fmt.Errorf("removing letters: %w", err)
	}
	return nil
}
