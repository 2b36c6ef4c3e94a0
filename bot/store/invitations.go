package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"signpost/bot/people"
)

// usedInvitationLife is how long it is kept that an invitation was used.
const usedInvitationLife = 30 * 24 * time.Hour

// invitation is a row of the table.
type invitation struct {
	people.Invitation
	person sql.NullString // who used it
}

// told is what an invitation holds sealed.
type told struct {
	Label  string `json:"label,omitempty"`
	Digits string `json:"digits,omitempty"`
}

// Invite makes an invitation on behalf of nobody: the command line's, which may
// invite to every hat and needs no confirmation. ErrStale means that there is no
// such hat.
func (s *Store) Invite(ctx context.Context, e people.Invite) error {
	err := s.w.do(ctx, func(tx *tx) error {
		a := &actor{s: s, tx: tx, now: s.now(), who: people.Person{Hats: []people.Hat{{Role: people.Coordinator}}}}
		return a.invite(e)
	})
	if err != nil {
		return fmt.Errorf("inviting: %w", err)
	}
	return nil
}

func (a *actor) invite(e people.Invite) error {
	if !a.who.MayInvite(e.Hat) {
		return ErrStale
	}
	code := a.s.keys.Hash(forCode, "", e.Code)
	_, err := a.tx.exec(`INSERT INTO invitation (id, code, role, grp, made_by, state, made_at, sealed) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
		e.ID, code[:], string(e.Hat.Role), e.Hat.Group, a.who.ID, string(people.Open), coarse(a.now), a.s.sealTold(e.ID, told{Label: e.Label}))
	if err != nil {
		return fmt.Errorf("keeping an invitation: %w", err)
	}
	return nil
}

// bind uses an invitation. Every code that can't be used gives the same answer.
func (a *actor) bind(e people.Bind) error {
	code := a.s.keys.Hash(forCode, "", e.Code)
	inv, err := a.s.oneInvitation(a.tx, a.now, `code = $3 AND state = 'open'`, code[:])
	if err != nil {
		return err
	}
	if a.who.ID == "" {
		if err := a.become(e.Person, e.Language); err != nil {
			return err
		}
	}
	if inv.By == "" {
		return a.accept(inv, a.who.ID)
	}
	_, err = a.tx.exec(`UPDATE invitation SET state = $1, person = $2, sealed = $3 WHERE id = $4`,
		string(people.Bound), a.who.ID, a.s.sealTold(inv.ID, told{inv.Label, e.Digits}), inv.ID)
	if err != nil {
		return fmt.Errorf("using an invitation: %w", err)
	}
	return nil
}

func (a *actor) confirm(e people.Confirm) error {
	inv, err := a.s.oneInvitation(a.tx, a.now, `id = $3 AND state = 'bound'`, e.Invitation)
	if err != nil {
		return err
	}
	if !a.who.MayInvite(inv.Hat) {
		return ErrStale
	}
	return a.accept(inv, inv.person.String)
}

// accept puts the hat of an invitation on. What they are called goes with the hat.
func (a *actor) accept(inv invitation, person string) error {
	_, err := a.tx.exec(`UPDATE invitation SET state = $1, person = $2, used_at = $3, sealed = $4 WHERE id = $5`,
		string(people.Accepted), person, day(a.now), a.s.sealTold(inv.ID, told{}), inv.ID)
	if err != nil {
		return fmt.Errorf("ending an invitation: %w", err)
	}
	_, err = a.tx.exec(`INSERT INTO hat (person, role, grp, since, sealed) VALUES ($1, $2, $3, $4, $5)
		ON CONFLICT (person, role, grp) DO NOTHING`,
		person, string(inv.Hat.Role), inv.Hat.Group, day(a.now), a.s.keys.Seal(forHat, []byte(inv.Label), hatRow(person, inv.Hat)))
	if err != nil {
		return fmt.Errorf("putting a hat on: %w", err)
	}
	if person == a.who.ID {
		return a.again()
	}
	return nil
}

func (a *actor) revoke(e people.Revoke) error {
	inv, err := a.s.oneInvitation(a.tx, a.now, `id = $3 AND state <> 'accepted'`, e.Invitation)
	if err != nil {
		return err
	}
	if !a.who.MayInvite(inv.Hat) {
		return ErrStale
	}
	if _, err := a.tx.exec(`DELETE FROM invitation WHERE id = $1`, inv.ID); err != nil {
		return fmt.Errorf("taking an invitation back: %w", err)
	}
	if !inv.person.Valid {
		return nil
	}
	return a.s.leave(a.tx, inv.person.String)
}

// Invitation is an invitation that can be used now; false for every other code,
// whatever the reason.
func (s *Store) Invitation(ctx context.Context, code string) (people.Invitation, bool, error) {
	h := s.keys.Hash(forCode, "", code)
	inv, err := s.oneInvitation(reader{ctx, s}, s.now(), `code = $3 AND state = 'open'`, h[:])
	if errors.Is(err, ErrStale) {
		return people.Invitation{}, false, nil
	}
	if err != nil {
		return people.Invitation{}, false, err
	}
	return inv.Invitation, true, nil
}

// Invitations are those of a group that are open or bound and have not ended, the
// oldest first; with "" those to hats without a group.
func (s *Store) Invitations(ctx context.Context, group string) ([]people.Invitation, error) {
	found, err := s.invitations(reader{ctx, s}, s.now(), `grp = $3 AND state <> 'accepted'`, group)
	if err != nil {
		return nil, err
	}
	var out []people.Invitation
	for _, inv := range found {
		out = append(out, inv.Invitation)
	}
	return out, nil
}

// oneInvitation is the one that the condition names; ErrStale when there is none
// that has not ended.
func (s *Store) oneInvitation(q asking, now time.Time, only string, arg any) (invitation, error) {
	found, err := s.invitations(q, now, only, arg)
	if err != nil {
		return invitation{}, err
	}
	if len(found) == 0 {
		return invitation{}, ErrStale
	}
	return found[0], nil
}

func (s *Store) invitations(q asking, now time.Time, only string, arg any) ([]invitation, error) {
	out, err := each(q, s.scanInvitation, `SELECT id, role, grp, made_by, state, person, made_at, sealed FROM invitation
		WHERE made_at > $1 AND state <> $2 AND `+only+` ORDER BY made_at, id`,
		now.Add(-people.InvitationLife).UnixMilli(), string(people.Accepted), arg)
	if err != nil {
		return nil, fmt.Errorf("looking for invitations: %w", err)
	}
	return out, nil
}

func (s *Store) scanInvitation(rows *sql.Rows) (inv invitation, err error) {
	var made int64
	var sealed []byte
	if err := rows.Scan(&inv.ID, &inv.Hat.Role, &inv.Hat.Group, &inv.By, &inv.State, &inv.person, &made, &sealed); err != nil {
		return inv, err
	}
	inv.Ends, inv.Person = time.UnixMilli(made).Add(people.InvitationLife), inv.person.String
	plain, err := s.keys.Open(forInvitation, sealed, []byte(inv.ID))
	if err != nil {
		return inv, err
	}
	var t told
	err = json.Unmarshal(plain, &t)
	inv.Label, inv.Digits = t.Label, t.Digits
	return inv, err
}

func (s *Store) sealTold(id string, t told) []byte {
	b, err := json.Marshal(t)
	if err != nil {
		panic("store: " + err.Error()) // two strings
	}
	return s.keys.Seal(forInvitation, b, []byte(id))
}

// hatRow ties what is sealed beside a hat to its row.
func hatRow(person string, h people.Hat) []byte {
	return pack(person, string(h.Role), []byte(h.Group))
}
