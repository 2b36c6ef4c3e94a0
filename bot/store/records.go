package store

import (
	"context"
	"database/sql"
	"fmt"
	"time"

	"signpost/bot/upkeep"
	"signpost/directory"
)

func (a *actor) record(e upkeep.Entry) error {
	if e.Person == "" {
		e.Person = a.who.ID
	}
	row := recordRow(e)
	_, err := a.tx.exec(`INSERT INTO record (day, role, grp, person, what, service, field, sealed) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
		fromDate(a.dayOr(e.Day)), string(e.Role), e.Group, e.Person, e.What, string(e.Service), string(e.Field),
		a.s.keys.Seal(forRecord, pack(e.Before, e.After, nil), row))
	if err != nil {
		return fmt.Errorf("writing down what was done: %w", err)
	}
	return nil
}

// recordRow ties before and after to what the row says of them.
func recordRow(e upkeep.Entry) []byte {
	return pack(e.What, string(e.Service), pack(string(e.Field), e.Person, nil))
}

// Records are at most n of what was written down, the newest first: of a group
// and a service, "" for all of either; all of it with n below 1.
func (s *Store) Records(ctx context.Context, group string, service directory.ID, n int) ([]upkeep.Entry, error) {
	if n < 1 {
		n = -1
	}
	only, args := `true`, []any{n}
	if group != "" {
		only, args = only+` AND grp = $2`, append(args, group)
	}
	if service != "" {
		args = append(args, string(service))
		only += fmt.Sprintf(` AND service = $%d`, len(args))
	}
	out, err := each(reader{ctx, s}, s.scanRecord,
		`SELECT day, role, grp, person, what, service, field, sealed FROM record WHERE `+only+` ORDER BY n DESC LIMIT $1`, args...)
	if err != nil {
		return nil, fmt.Errorf("reading what was done: %w", err)
	}
	return out, nil
}

func (s *Store) scanRecord(rows *sql.Rows) (e upkeep.Entry, err error) {
	var day int64
	var sealed []byte
	if err := rows.Scan(&day, &e.Role, &e.Group, &e.Person, &e.What, &e.Service, &e.Field, &sealed); err != nil {
		return e, err
	}
	e.Day = toDate(day)
	plain, err := s.keys.Open(forRecord, sealed, recordRow(e))
	if err != nil {
		return e, err
	}
	e.Before, e.After, _, err = unpack(plain)
	return e, err
}

// dayOr is the day, or today when it is none.
func (a *actor) dayOr(d directory.Date) directory.Date {
	if d.Valid() {
		return d
	}
	return directory.DateOf(a.now)
}

// fromDate is a day as it is kept, in milliseconds.
func fromDate(d directory.Date) int64 {
	t, err := time.Parse(time.DateOnly, string(d))
	if err != nil {
		return 0
	}
	return t.UnixMilli()
}

func toDate(ms int64) directory.Date {
	return directory.Date(time.UnixMilli(ms).UTC().Format(time.DateOnly))
}
