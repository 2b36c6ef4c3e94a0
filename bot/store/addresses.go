package store

import (
	"context"
	"database/sql"
	"fmt"
	"slices"

	"signpost/bot/people"
	"signpost/bot/upkeep"
	"signpost/directory"
)

// Whom says who is to be told something. What is set adds up.
type Whom struct {
	Hat       people.Hat // everybody who wears it
	But       string     // the id of a person who is left out
	One       string     // the id of a person
	Reporters string     // a service: the chats that wait for the outcome of open reports of it
	// Wrongs are the reports that count for Reporters; with none, all that the
	// group is told of.
	Wrongs []upkeep.Wrong
}

// Address is where to write to, and in which language, "" when that is not known.
type Address struct {
	Door, Chat, Language string
}

// Addresses are the chats of those who are to be told something, each once. A door
// by which nobody can be written to unasked is not among them.
func (s *Store) Addresses(ctx context.Context, whom Whom) ([]Address, error) {
	ask := reader{ctx, s}
	var out []Address
	if whom.Hat.Role != "" {
		found, err := s.doorsOf(ask, whom.But, `EXISTS (SELECT 1 FROM hat h WHERE h.person = d.person AND h.role = $2 AND h.grp = $3)`,
			string(whom.Hat.Role), whom.Hat.Group)
		if err != nil {
			return nil, err
		}
		out = append(out, found...)
	}
	if whom.One != "" {
		found, err := s.doorsOf(ask, whom.But, `d.person = $2`, whom.One)
		if err != nil {
			return nil, err
		}
		out = append(out, found...)
	}
	if whom.Reporters != "" {
		found, err := s.waiting(ask, directory.ID(whom.Reporters), whom.Wrongs)
		if err != nil {
			return nil, err
		}
		out = append(out, found...)
	}
	return once(out), nil
}

// doorsOf are the doors of persons, but for one, by which they can be written to.
func (s *Store) doorsOf(q asking, but, only string, args ...any) ([]Address, error) {
	out, err := each(q, func(rows *sql.Rows) (a Address, err error) {
		var door, sealed, spoken []byte
		var person string
		if err := rows.Scan(&door, &sealed, &person, &spoken); err != nil {
			return a, err
		}
		// One that can't be read must not keep the others from being told.
		plain, err := s.keys.Open(forDoor, sealed, door)
		if err != nil {
			return a, nil
		}
		if language, err := s.keys.Open(forPerson, spoken, []byte(person)); err == nil {
			a.Language = string(language)
		}
		a.Door, a.Chat, _, err = unpack(plain)
		return a, err
	}, `SELECT d.door, d.sealed, d.person, p.sealed FROM person_door d JOIN person p ON p.id = d.person
		WHERE d.passing = 0 AND d.person <> $1 AND `+only+` ORDER BY d.person, d.door`, append([]any{but}, args...)...)
	if err != nil {
		return nil, fmt.Errorf("looking where to write to: %w", err)
	}
	return out, nil
}

// once leaves out a chat that was there before, and what could not be read.
func once(all []Address) []Address {
	var out []Address
	for _, a := range all {
		if a.Door != "" && !slices.ContainsFunc(out, func(b Address) bool { return a.Door == b.Door && a.Chat == b.Chat }) {
			out = append(out, a)
		}
	}
	return out
}
