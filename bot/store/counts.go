package store

import (
	"context"
	"database/sql"
	"fmt"
	"time"

	"signpost/bot/counts"
)

// Tally is how often one thing happened in a month.
type Tally struct {
	Month int // 202611
	Entry counts.Entry
	N     int
}

// london is where months begin and end.
var london = mustZone("Europe/London")

func mustZone(name string) *time.Location {
	l, err := time.LoadLocation(name)
	if err != nil {
		panic("store: " + err.Error()) // the zones are compiled in
	}
	return l
}

// month is the month of a moment in London, as 202611.
func month(t time.Time) int {
	t = t.In(london)
	return t.Year()*100 + int(t.Month())
}

// anonymous takes from entries what must never be counted: an urgent card is a
// county total and has no other field, whoever made the entry. What was met at
// sessions comes by sessionlog.County alone.
func anonymous(entries []counts.Entry) []counts.Entry {
	out := make([]counts.Entry, 0, len(entries))
	for _, e := range entries {
		switch e.Kind {
		case counts.AtSession:
			continue
		case counts.UrgentShown:
			e = counts.Entry{Kind: counts.UrgentShown}
		}
		out = append(out, e)
	}
	return out
}

// tally counts each entry once.
func tally(tx *tx, month int, entries []counts.Entry) error {
	for _, e := range entries {
		_, err := tx.exec(`INSERT INTO tally (month, kind, need, district, language, community, way, time, outcome, door, poster, n)
			VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 1)
			ON CONFLICT (month, kind, need, district, language, community, way, time, outcome, door, poster)
			DO UPDATE SET n = tally.n + 1`,
			month, string(e.Kind), e.Need, e.District, e.Language, e.Community, e.Way, e.Time, e.Outcome, e.Door, e.Poster)
		if err != nil {
			return fmt.Errorf("counting: %w", err)
		}
	}
	return nil
}

// Tallies are what was counted in the months from and to (202611) and between,
// by month and then by the order of an Entry's fields. They are true values:
// what leaves the house goes through the disclosure rule of counts first.
func (s *Store) Tallies(ctx context.Context, from, to int) ([]Tally, error) {
	st, err := s.read(ctx, sqlTallies)
	if err != nil {
		return nil, err
	}
	return tallies(ctx, st, from, to)
}

const sqlTallies = `SELECT month, kind, need, district, language, community, way, time, outcome, door, poster, n
	FROM tally WHERE month BETWEEN $1 AND $2
	ORDER BY month, kind, need, district, language, community, way, time, outcome, door, poster`

// tallies reads what sqlTallies gives.
func tallies(ctx context.Context, st *sql.Stmt, from, to int) ([]Tally, error) {
	rows, err := st.QueryContext(ctx, from, to)
	if err != nil {
		return nil, fmt.Errorf("reading the tallies: %w", err)
	}
	defer rows.Close()
	var out []Tally
	for rows.Next() {
		var t Tally
		e := &t.Entry
		err := rows.Scan(&t.Month, &e.Kind, &e.Need, &e.District, &e.Language, &e.Community, &e.Way, &e.Time, &e.Outcome, &e.Door, &e.Poster, &t.N)
		if err != nil {
			return nil, fmt.Errorf("reading the tallies: %w", err)
		}
		out = append(out, t)
	}
	if err := rows.Err(); err != nil {
		return nil, fmt.Errorf("reading the tallies: %w", err)
	}
	return out, nil
}
