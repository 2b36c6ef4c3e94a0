package store

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"time"

	"signpost/bot/people"
)

func (a *actor) takeOff(e people.TakeOff) error {
	if !a.who.MayInvite(e.Hat) {
		return ErrStale
	}
	n, err := a.tx.count(`DELETE FROM hat WHERE person = $1 AND role = $2 AND grp = $3`, e.Person, string(e.Hat.Role), e.Hat.Group)
	if err != nil {
		return fmt.Errorf("taking a hat off: %w", err)
	}
	if n == 0 {
		return ErrStale
	}
	if err := a.someCoordinator(e.Hat); err != nil {
		return err
	}
	left, err := personOf(a.tx, e.Person)
	if err != nil {
		return err
	}
	if e.Person == a.who.ID {
		a.who = left
	}
	a.tx.gone.add(forget{Hats: []hash{a.s.hatOff(e.Person, e.Hat)}})
	if left.Staff() {
		return a.dropOf(e.Person, e.Hat.Group, left)
	}
	// An invitation that they used and nobody has confirmed goes with them.
	if _, err := a.tx.exec(`DELETE FROM person WHERE id = $1`, e.Person); err != nil {
		return fmt.Errorf("forgetting a person: %w", err)
	}
	return a.s.left(a.tx, e.Person)
}

// hatOff is what a hat that was taken off is written down as.
func (s *Store) hatOff(person string, hat people.Hat) hash {
	return s.keys.Hash(forHatOff, string(hat.Role)+" "+hat.Group, person)
}

// someCoordinator refuses to have taken off the last hat of a coordinator: nobody
// but the command line could put one on again.
func (a *actor) someCoordinator(taken people.Hat) error {
	if taken.Role != people.Coordinator {
		return nil
	}
	var n int
	if err := a.tx.row(`SELECT count(*) FROM hat WHERE role = $1`, string(people.Coordinator)).Scan(&n); err != nil {
		return fmt.Errorf("looking whether a coordinator is left: %w", err)
	}
	if n == 0 {
		return ErrStale
	}
	return nil
}

// leaveDoor makes the door of the turn lead to nobody.
func (a *actor) leaveDoor() error {
	if err := a.s.closeDoor(a.tx, a.s.doorOf(a.from)); err != nil {
		return err
	}
	a.who = people.Person{}
	return nil
}

// DoorCode is the id of the person who made a code that can be used now to come
// in by another door; false for every other code, whatever the reason.
func (s *Store) DoorCode(ctx context.Context, code string) (string, bool, error) {
	h := s.keys.Hash(forDoorCode, "", code)
	found, err := each(reader{ctx, s}, func(rows *sql.Rows) (person string, err error) {
		return person, rows.Scan(&person)
	}, `SELECT person FROM door_code WHERE code = $1 AND made_at > $2`, h[:], s.now().Add(-people.DoorLife).UnixMilli())
	if err != nil {
		return "", false, fmt.Errorf("looking for the code of a door: %w", err)
	}
	if len(found) == 0 {
		return "", false, nil
	}
	return found[0], true, nil
}

// openDoor keeps a code, in place of an earlier one.
func (a *actor) openDoor(e people.OpenDoor) error {
	if !a.who.Staff() {
		return ErrStale
	}
	code := a.s.keys.Hash(forDoorCode, "", e.Code)
	_, err := a.tx.exec(`INSERT INTO door_code (person, code, made_at) VALUES ($1, $2, $3)
		ON CONFLICT (person) DO UPDATE SET code = excluded.code, made_at = excluded.made_at`,
		a.who.ID, code[:], second(a.now))
	if err != nil {
		return fmt.Errorf("keeping a code for a door: %w", err)
	}
	return nil
}

// joinDoor uses a code. A door that leads to somebody already stays theirs: to
// join the two would give one the hats of the other.
func (a *actor) joinDoor(e people.JoinDoor) error {
	if a.who.ID != "" {
		return ErrStale
	}
	code := a.s.keys.Hash(forDoorCode, "", e.Code)
	var person string
	err := a.tx.row(`SELECT person FROM door_code WHERE code = $1 AND made_at > $2`,
		code[:], a.now.Add(-people.DoorLife).UnixMilli()).Scan(&person)
	if errors.Is(err, sql.ErrNoRows) {
		return ErrStale
	}
	if err != nil {
		return fmt.Errorf("looking for a code: %w", err)
	}
	if _, err := a.tx.exec(`DELETE FROM door_code WHERE person = $1`, person); err != nil {
		return fmt.Errorf("using a code: %w", err)
	}
	if err := a.enter(person); err != nil {
		return err
	}
	a.who, err = personOf(a.tx, person)
	return err
}

// Wearers are all who wear a hat in a group, with each of their hats there, by
// role and then by what they are called; with "" the hats without a group.
func (s *Store) Wearers(ctx context.Context, group string) ([]people.Wearer, error) {
	ask, idle := reader{ctx, s}, s.now().Add(-StaffIdle).UnixMilli()
	out, err := each(ask, s.scanWearer, `SELECT person, role, grp, since, sealed FROM hat WHERE grp = $1`, group)
	if err != nil {
		return nil, fmt.Errorf("looking who wears a hat: %w", err)
	}
	doors, told := map[string][]string{}, map[string]bool{}
	_, err = each(ask, func(rows *sql.Rows) (none struct{}, err error) {
		var person, kind string
		var passing bool
		err = rows.Scan(&person, &kind, &passing)
		if !slices.Contains(doors[person], kind) {
			doors[person] = append(doors[person], kind)
		}
		told[person] = told[person] || !passing
		return none, err
	}, `SELECT DISTINCT d.person, d.kind, d.passing FROM hat h JOIN person_door d ON d.person = h.person
		WHERE h.grp = $1 AND (d.passing = 0 OR d.used_at > $2) ORDER BY d.kind`, group, idle)
	if err != nil {
		return nil, fmt.Errorf("looking by which doors somebody comes: %w", err)
	}
	for i, w := range out {
		out[i].Doors, out[i].Told = doors[w.Person], told[w.Person]
	}
	slices.SortFunc(out, func(a, b people.Wearer) int {
		return cmp.Or(
			cmp.Compare(slices.Index(people.Roles, a.Hat.Role), slices.Index(people.Roles, b.Hat.Role)),
			cmp.Compare(a.Label, b.Label), a.Since.Compare(b.Since), cmp.Compare(a.Person, b.Person))
	})
	return out, nil
}

func (s *Store) scanWearer(rows *sql.Rows) (w people.Wearer, err error) {
	var since int64
	var sealed []byte
	if err := rows.Scan(&w.Person, &w.Hat.Role, &w.Hat.Group, &since, &sealed); err != nil {
		return w, err
	}
	w.Since = time.UnixMilli(since).UTC()
	// A hat must be seen, and can be taken off, even if what is sealed beside it
	// can't be read.
	if label, err := s.keys.Open(forHat, sealed, hatRow(w.Person, w.Hat)); err == nil {
		w.Label = string(label)
	}
	return w, nil
}

// Admins is how many admins each group has; a group without one is not in it.
func (s *Store) Admins(ctx context.Context) (map[string]int, error) {
	out := map[string]int{}
	_, err := each(reader{ctx, s}, func(rows *sql.Rows) (none struct{}, err error) {
		var group string
		var n int
		err = rows.Scan(&group, &n)
		out[group] = n
		return none, err
	}, `SELECT grp, count(*) FROM hat WHERE role = $1 GROUP BY grp`, string(people.GroupAdmin))
	if err != nil {
		return nil, fmt.Errorf("counting admins: %w", err)
	}
	return out, nil
}
