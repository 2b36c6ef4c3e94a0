package sqlite

import (
	"context"
	"database/sql"
	"fmt"

	"signpost/directory"
)

// unchecked are the listings that the public is shown and that nobody has checked
// with their provider.
const unchecked = `FROM service s WHERE s.status = 'active' AND s.withdrawn IS NULL AND s.assured_date = ''
	AND s.mark <> 'C' AND s.provider_group <> 'crisis'`

// Unchecked is how many listings are shown that nobody has checked with their
// provider, and n of them after the first skip, the oldest first.
func (d *Directory) Unchecked(ctx context.Context, skip, n int) (int, []directory.ID, error) {
	total := 0
	if err := d.db.Read.QueryRowContext(ctx, `SELECT count(*) `+unchecked).Scan(&total); err != nil {
		return 0, nil, fmt.Errorf("counting listings that nobody has checked: %w", d.db.Explain(err))
	}
	rows, err := d.db.Read.QueryContext(ctx, `SELECT s.id `+unchecked+` ORDER BY s.key LIMIT $1 OFFSET $2`, n, skip)
	if err != nil {
		return 0, nil, fmt.Errorf("reading listings that nobody has checked: %w", d.db.Explain(err))
	}
	defer rows.Close()
	var out []directory.ID
	for rows.Next() {
		var id directory.ID
		if err := rows.Scan(&id); err != nil {
			return 0, nil, fmt.Errorf("reading listings that nobody has checked: %w", d.db.Explain(err))
		}
		out = append(out, id)
	}
	if err := rows.Err(); err != nil {
		return 0, nil, fmt.Errorf("reading listings that nobody has checked: %w", d.db.Explain(err))
	}
	return total, out, nil
}

// standings counts listings by how they stand; the columns before are whose and in
// which language. A doubt is looked up among the few that there are.
const standings = `
	sum(live), sum(live AND assured_date <> '' AND NOT silent), sum(live AND silent),
	sum(NOT live AND paused), sum(NOT live AND NOT paused)
	FROM (SELECT key, organization_key, assured_date,
			status = 'active' AND withdrawn IS NULL AS live,
			status = 'temporarily closed' AND withdrawn IS NULL AS paused,
			key IN (SELECT service_key FROM doubt WHERE doubt IN ('unanswered', 'hidden')) AS silent
		FROM service) t`

// Standings counts the listings of each organisation that has any.
func (d *Directory) Standings(ctx context.Context) ([]directory.Standing, error) {
	return d.standings(ctx, `SELECT t.organization_key AS whose, '' AS language, `+standings+` GROUP BY 1`)
}

// StandingsByLanguage counts them by the languages that are spoken there and
// confirmed: one listing once for each.
func (d *Directory) StandingsByLanguage(ctx context.Context) ([]directory.Standing, error) {
	return d.standings(ctx, `SELECT t.organization_key AS whose, l.code AS language, `+standings+`
		JOIN language l ON l.service_key = t.key AND l.confirmed = 1 GROUP BY 1, 2`)
}

func (d *Directory) standings(ctx context.Context, query string) ([]directory.Standing, error) {
	rows, err := d.db.Read.QueryContext(ctx, `SELECT coalesce(o.id, ''), c.* FROM (`+query+`) c
		LEFT JOIN organization o ON o.key = c.whose ORDER BY 1, c.language`)
	if err != nil {
		return nil, fmt.Errorf("counting how listings stand: %w", d.db.Explain(err))
	}
	defer rows.Close()
	var out []directory.Standing
	for rows.Next() {
		var s directory.Standing
		var whose sql.NullInt64
		if err := rows.Scan(&s.Organisation, &whose, &s.Language, &s.Live, &s.Checked, &s.Stale, &s.Paused, &s.Ended); err != nil {
			return nil, fmt.Errorf("counting how listings stand: %w", d.db.Explain(err))
		}
		out = append(out, s)
	}
	if err := rows.Err(); err != nil {
		return nil, fmt.Errorf("counting how listings stand: %w", d.db.Explain(err))
	}
	return out, nil
}
