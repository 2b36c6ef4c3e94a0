package store

import (
	"context"
	"database/sql"
	"fmt"
	"strconv"

	"signpost/bot/people"
)

// certify keeps until when a certificate is valid: of whoever acts, or of a first
// aider for whom they may invite and take away.
func (a *actor) certify(c people.Certificate) error {
	whose, err := personOf(a.tx, c.Person)
	if err != nil {
		return err
	}
	may := false
	for _, g := range whose.Groups(people.FirstAider) {
		may = may || whose.ID == a.who.ID || a.who.MayInvite(people.Hat{Role: people.FirstAider, Group: g})
	}
	if m := int(c.Month % 100); !may || c.Month != 0 && (m < 1 || m > 12 || c.Month < 2000_00) {
		return ErrStale
	}
	if c.Month == 0 {
		_, err = a.tx.exec(`DELETE FROM certificate WHERE person = $1`, c.Person)
	} else {
		_, err = a.tx.exec(`INSERT INTO certificate (person, sealed) VALUES ($1, $2) ON CONFLICT (person) DO UPDATE SET sealed = excluded.sealed`,
			c.Person, a.s.keys.Seal(forCertificate, []byte(strconv.Itoa(int(c.Month))), []byte(c.Person)))
	}
	if err != nil {
		return fmt.Errorf("keeping a certificate: %w", err)
	}
	return nil
}

// Certificates are those of the first aiders of a group, by person; with "" those of
// everybody.
func (s *Store) Certificates(ctx context.Context, group string) (map[string]people.Certificate, error) {
	query, args := `SELECT c.person, c.sealed FROM certificate c`, []any{}
	if group != "" {
		query, args = query+` JOIN hat h ON h.person = c.person WHERE h.role = $1 AND h.grp = $2`, []any{string(people.FirstAider), group}
	}
	out := map[string]people.Certificate{}
	_, err := each(reader{ctx, s}, func(rows *sql.Rows) (none struct{}, err error) {
		var person string
		var sealed []byte
		if err := rows.Scan(&person, &sealed); err != nil {
			return none, err
		}
		plain, err := s.keys.Open(forCertificate, sealed, []byte(person))
		if err != nil {
			return none, err
		}
		month, err := strconv.Atoi(string(plain))
		out[person] = people.Certificate{Person: person, Month: people.Month(month)}
		return none, err
	}, query, args...)
	if err != nil {
		return nil, fmt.Errorf("looking for certificates: %w", err)
	}
	return out, nil
}
