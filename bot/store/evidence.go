package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"

	"signpost/directory"
	"signpost/directory/sqlite"
)

// Evidence is what was counted, for those who only look. It needs no keys, since
// the tallies are not sealed, and nothing of anybody can be read through it. Close it.
type Evidence struct{ db *sqlite.DB }

// OpenEvidence opens a bot.db that exists, also while it is being served. The
// error is one of sqlite.Open's; sqlite.ErrMissing says that there is no such file.
func OpenEvidence(ctx context.Context, path string) (*Evidence, error) {
	db, err := sqlite.Open(ctx, path, Set, sqlite.Options{SecureDelete: true, Existing: true, Busy: busyWait})
	if err != nil {
		return nil, err
	}
	return &Evidence{db}, nil
}

// Close closes the file.
func (e *Evidence) Close() error { return e.db.Close() }

// All is every tally there is, as Store.Tallies gives them.
func (e *Evidence) All(ctx context.Context) ([]Tally, error) {
	st, err := e.db.Read.PrepareContext(ctx, sqlTallies)
	if err != nil {
		return nil, fmt.Errorf("preparing a read: %w", err)
	}
	defer st.Close()
	return tallies(ctx, st, 0, lastMonth)
}

// lastMonth is after every month there can be.
const lastMonth = 9999_99

// tallyColumns are those of the table tally: a month, an entry, a number.
var tallyColumns = []string{
	"month", "kind", "need", "district", "language", "community",
	"way", "time", "outcome", "door", "poster", "n",
}

// Joined says what in the file could lead from a tally to a chat, as names of
// columns and tables: a column beyond those of an entry, the order in which rows
// were written, and anything else that speaks of the tallies. nil means that
// nothing does.
func (e *Evidence) Joined(ctx context.Context) ([]string, error) {
	columns, err1 := e.names(ctx, `SELECT name FROM pragma_table_info('tally')`)
	others, err2 := e.names(ctx, `SELECT type || ' ' || name FROM sqlite_schema
		WHERE name <> 'tally' AND (tbl_name = 'tally' OR sql LIKE '%tally%')`)
	rowids, err3 := e.names(ctx, `SELECT 'table tally, by the order of its rows' FROM pragma_table_list WHERE name = 'tally' AND wr = 0`)
	if err := errors.Join(err1, err2, err3); err != nil {
		return nil, fmt.Errorf("looking what speaks of the tallies: %w", err)
	}
	var joined []string
	for _, c := range columns {
		if !slices.Contains(tallyColumns, c) {
			joined = append(joined, "column tally."+c)
		}
	}
	return slices.Concat(joined, others, rowids), nil
}

// names reads one column of text.
func (e *Evidence) names(ctx context.Context, query string) ([]string, error) {
	rows, err := e.db.Read.QueryContext(ctx, query)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var names []string
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			return nil, err
		}
		names = append(names, name)
	}
	return names, rows.Err()
}

// Confirmed is the day on which a listing was last said to be right, "" for never. It
// is not sealed either: it is of listings, and the urgent card, and not of people.
func (e *Evidence) Confirmed(ctx context.Context, service directory.ID) (directory.Date, error) {
	var day string
	err := e.db.Read.QueryRowContext(ctx, `SELECT confirmed FROM question WHERE service = $1`, string(service)).Scan(&day)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return "", fmt.Errorf("looking when a listing was last right: %w", err)
	}
	return directory.Date(day), nil
}
