package sqlite

import (
	"context"
	"database/sql"
	"strings"

	"signpost/directory"
)

// This file holds the SQL that only SQLite reads: the full text indexes of
// FTS5 (sqlite.org/fts5.html). Both hold folded text and none of it readable
// (content = ''); the number of a row is the key of the service.

const (
	sqlForgetWords    = `DELETE FROM service_words WHERE rowid = $1`
	sqlForgetTrigrams = `DELETE FROM service_trigrams WHERE rowid = $1`
	sqlWords          = `INSERT INTO service_words (rowid, name, organization, body) VALUES ($1, $2, $3, $4)`
	sqlTrigrams       = `INSERT INTO service_trigrams (rowid, name, organization, body) VALUES ($1, $2, $3, $4)`
)

// shownStatus keeps from a search what nobody can go to.
const shownStatus = ` AND s.withdrawn IS NULL AND s.status IN ('active', 'temporarily closed') AND s.mark <> 'C'`

// A word of the name weighs most, one of the organisation's name next. Smaller
// ranks are better.
const sqlSearch = `SELECT s.key, s.id FROM (SELECT rowid AS key, bm25(%[1]s, 10.0, 5.0, 1.0) AS weight FROM %[1]s WHERE %[1]s MATCH $1) m
	JOIN service s ON s.key = m.key WHERE true` + shownStatus + ` ORDER BY m.weight, s.name, s.id LIMIT $2`

// indexed is the text of a service that can be searched: its name, its
// organisation's, and the rest, each with its translations, folded.
func indexed(s *directory.Service) (name, organisation, body string) {
	names, rest := []string{s.Name}, []string{s.Description}
	for _, t := range s.Translations {
		if t.Field == "name" {
			names = append(names, t.Text)
		} else {
			rest = append(rest, t.Text)
		}
	}
	return fold(strings.Join(names, "\n")), fold(s.Organisation.Name), fold(strings.Join(rest, "\n"))
}

// matchWords asks for all the words, the last of which may not be finished.
func matchWords(words []string) string {
	return `"` + strings.Join(words, `" "`) + `"*`
}

// matchTrigrams asks for all the words as parts of longer ones; "" when none is
// long enough for the index (three letters).
func matchTrigrams(words []string) string {
	var long []string
	for _, w := range words {
		if len([]rune(w)) >= 3 {
			long = append(long, `"`+w+`"`)
		}
	}
	return strings.Join(long, " ")
}

// queryKeys runs one of the searches.
func queryKeys(ctx context.Context, tx *sql.Tx, query, match string, limit int) ([]directory.ID, error) {
	rows, err := tx.QueryContext(ctx, query, match, limit)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []directory.ID
	for rows.Next() {
		var key int64
		var id directory.ID
		if err := rows.Scan(&key, &id); err != nil {
			return nil, err
		}
		out = append(out, id)
	}
	return out, rows.Err()
}
