package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"signpost/bot/people"
)

// StaffIdle is how long after it was last used a browser still knows whoever
// wears a hat, at most: it may be anybody's. It is rounded down to a quarter of
// an hour.
const StaffIdle = people.BrowserLife

// whence is where something comes from: the chat, and the door's id of the
// person where it is not the chat.
type whence struct{ door, chat, staff string }

// id is what leads to the person.
func (w whence) id() string {
	if w.staff != "" {
		return w.staff
	}
	return w.chat
}

// passing reports a way in that others may find open: a browser.
func (w whence) passing() bool { return w.staff != "" || !unasked(w.door) }

// unasked reports a door by which one can write to somebody who did not just
// ask. A browser shows what it is asked for, to whoever sits before it.
func unasked(door string) bool { return door != "web" }

// doorOf is the hash of the way in that leads to a person. The id of a chat never
// passes for one of a person.
func (s *Store) doorOf(w whence) hash {
	if w.staff != "" {
		return s.keys.Hash(forDoor, w.door+" staff", w.staff)
	}
	return s.keys.Hash(forDoor, w.door, w.chat)
}

// entry is a row of person_door, or nothing.
type entry struct {
	person        sql.NullString
	passing, used sql.NullInt64
}

// who is the person that a row leads to; nobody when it was idle for too long.
func (e entry) who(q asking, now time.Time) (people.Person, error) {
	if !e.person.Valid || e.passing.Int64 != 0 && now.Sub(time.UnixMilli(e.used.Int64)) >= StaffIdle {
		return people.Person{}, nil
	}
	return personOf(q, e.person.String)
}

// personOf is a person with their hats, the oldest first.
func personOf(q asking, id string) (people.Person, error) {
	hats, err := each(q, func(rows *sql.Rows) (h people.Hat, err error) {
		return h, rows.Scan(&h.Role, &h.Group)
	}, `SELECT role, grp FROM hat WHERE person = $1 ORDER BY since, role, grp`, id)
	if err != nil {
		return people.Person{}, fmt.Errorf("looking which hats somebody wears: %w", err)
	}
	return people.Person{ID: id, Hats: hats}, nil
}

// lastUsed is when a door was used, as it is kept: finely where it soon ends, and
// to the day where it does not.
func lastUsed(passing bool, now time.Time) int64 {
	if passing {
		return coarse(now)
	}
	return day(now)
}

// cameBy notes that a door was used, at most once each quarter of an hour.
func (s *Store) cameBy(ctx context.Context, door hash, e entry, now time.Time) error {
	used := lastUsed(e.passing.Int64 != 0, now)
	if e.used.Int64 >= used {
		return nil
	}
	err := s.w.do(ctx, func(tx *tx) error {
		_, err := tx.exec(`UPDATE person_door SET used_at = $1 WHERE door = $2 AND used_at < $1`, used, door[:])
		return err
	})
	if err != nil {
		return fmt.Errorf("noting that a door was used: %w", err)
	}
	return nil
}

// recognise finds out who acts.
func (a *actor) recognise() error {
	h := a.s.doorOf(a.from)
	var e entry
	err := a.tx.row(`SELECT person, passing, used_at FROM person_door WHERE door = $1`, h[:]).Scan(&e.person, &e.passing, &e.used)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return fmt.Errorf("looking who somebody is: %w", err)
	}
	a.who, err = e.who(a.tx, a.now)
	return err
}

// again looks which hats whoever acts wears now.
func (a *actor) again() (err error) {
	a.who, err = personOf(a.tx, a.who.ID)
	return err
}

// become makes a person of whoever acts, who was nobody.
func (a *actor) become(id, language string) error {
	if id == "" {
		return errors.New("a person must have an id")
	}
	_, err := a.tx.exec(`INSERT INTO person (id, since, sealed) VALUES ($1, $2, $3)`,
		id, day(a.now), a.s.keys.Seal(forPerson, []byte(language), []byte(id)))
	if err != nil {
		return fmt.Errorf("keeping a person: %w", err)
	}
	a.who = people.Person{ID: id}
	return a.enter(id)
}

// enter makes the door of whoever acts lead to a person. One that led elsewhere,
// and was idle for too long, does so no more.
func (a *actor) enter(person string) error {
	h := a.s.doorOf(a.from)
	if err := a.s.closeDoor(a.tx, h); err != nil {
		return err
	}
	_, err := a.tx.exec(`INSERT INTO person_door (door, person, kind, passing, used_at, sealed) VALUES ($1, $2, $3, $4, $5, $6)`,
		h[:], person, a.from.door, a.from.passing(), lastUsed(a.from.passing(), a.now),
		a.s.keys.Seal(forDoor, pack(a.from.door, a.from.id(), nil), h[:]))
	if err != nil {
		return fmt.Errorf("keeping a door of a person: %w", err)
	}
	return nil
}

// closeDoor makes a door lead to nobody. The person goes with their last one.
func (s *Store) closeDoor(tx *tx, door hash) error {
	var person string
	err := tx.row(`SELECT person FROM person_door WHERE door = $1`, door[:]).Scan(&person)
	if errors.Is(err, sql.ErrNoRows) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("looking whose door it is: %w", err)
	}
	if _, err := tx.exec(`DELETE FROM person_door WHERE door = $1`, door[:]); err != nil {
		return fmt.Errorf("closing a door: %w", err)
	}
	return s.leave(tx, person)
}

// nobody is true of a person who can't come in, or who wears no hat and waits for
// none.
const nobody = `(NOT EXISTS (SELECT 1 FROM person_door WHERE person_door.person = person.id)
	OR NOT EXISTS (SELECT 1 FROM hat WHERE hat.person = person.id)
	AND NOT EXISTS (SELECT 1 FROM invitation WHERE invitation.person = person.id AND state = 'bound'))`

// leave removes a person, with all that is kept of them, when they are nobody now.
func (s *Store) leave(tx *tx, person string) error {
	n, err := tx.count(`DELETE FROM person WHERE id = $1 AND `+nobody, person)
	if err != nil {
		return fmt.Errorf("forgetting a person: %w", err)
	}
	if n == 0 {
		return nil
	}
	return s.left(tx, person)
}

// left ends what hangs on a person who was removed.
func (s *Store) left(tx *tx, person string) error {
	tx.wipe = true
	tx.gone.add(forget{Persons: []hash{s.keys.Hash(forGone, "", person)}})
	return s.orphans(tx)
}

// follow keeps the language in which somebody talks to us, so that they are told
// things in it.
func (a *actor) follow() error {
	if a.who.ID == "" || a.language == "" {
		return nil
	}
	var sealed []byte
	err := a.tx.row(`SELECT sealed FROM person WHERE id = $1`, a.who.ID).Scan(&sealed)
	if errors.Is(err, sql.ErrNoRows) {
		return nil // this turn took off their last hat
	}
	if err != nil {
		return fmt.Errorf("looking for the language of a person: %w", err)
	}
	if plain, err := a.s.keys.Open(forPerson, sealed, []byte(a.who.ID)); err == nil && string(plain) == a.language {
		return nil
	}
	_, err = a.tx.exec(`UPDATE person SET sealed = $1 WHERE id = $2`,
		a.s.keys.Seal(forPerson, []byte(a.language), []byte(a.who.ID)), a.who.ID)
	if err != nil {
		return fmt.Errorf("keeping the language of a person: %w", err)
	}
	return nil
}
