package store

import (
	"context"
	"database/sql"
	"fmt"

	"signpost/bot/upkeep"
	"signpost/directory"
)

// stands keeps how listings stand in the month of the turn. What was kept of the
// month first stays.
func (a *actor) stands(e upkeep.Stands) error {
	for _, s := range e.Standings {
		_, err := a.tx.exec(`INSERT INTO standing (month, grp, language, live, checked, stale, paused, ended)
			VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (month, grp, language) DO NOTHING`,
			month(a.now), string(s.Organisation), string(s.Language), s.Live, s.Checked, s.Stale, s.Paused, s.Ended)
		if err != nil {
			return fmt.Errorf("keeping how listings stand: %w", err)
		}
	}
	return nil
}

// Standings are how the listings stood in a month (202611), by group and language.
func (s *Store) Standings(ctx context.Context, month int) ([]directory.Standing, error) {
	out, err := each(reader{ctx, s}, func(rows *sql.Rows) (st directory.Standing, err error) {
		return st, rows.Scan(&st.Organisation, &st.Language, &st.Live, &st.Checked, &st.Stale, &st.Paused, &st.Ended)
	}, `SELECT grp, language, live, checked, stale, paused, ended FROM standing WHERE month = $1 ORDER BY grp, language`, month)
	if err != nil {
		return nil, fmt.Errorf("reading how listings stood: %w", err)
	}
	return out, nil
}
