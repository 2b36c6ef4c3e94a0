package sqlite

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/json"
	"errors"
	"time"

	"signpost/directory"
)

// writer writes whole services in one transaction, with statements that are
// prepared once: an import runs each of them a hundred thousand times.
type writer struct {
	ctx   context.Context
	tx    *sql.Tx
	stmts map[string]*sql.Stmt

	inserts map[rowCount]string

	nextService      int64 // the next key; given here, as every database numbers in its own way
	nextOrganisation int64

	words []wordsOf
}

func newWriter(ctx context.Context, tx *sql.Tx) (*writer, error) {
	// The driver starts a goroutine for each statement that could be cancelled.
	// Here the callers look at their context between services instead, and the
	// transaction ends with it anyway.
	ctx = context.WithoutCancel(ctx)
	w := &writer{ctx: ctx, tx: tx, stmts: map[string]*sql.Stmt{}, inserts: map[rowCount]string{}}
	err := tx.QueryRowContext(ctx, `SELECT (SELECT coalesce(max(key), 0) + 1 FROM service),
		(SELECT coalesce(max(key), 0) + 1 FROM organization)`).Scan(&w.nextService, &w.nextOrganisation)
	return w, err
}

// stmt is the prepared statement of a query. The transaction closes it.
func (w *writer) stmt(query string) (*sql.Stmt, error) {
	if s, ok := w.stmts[query]; ok {
		return s, nil
	}
	s, err := w.tx.PrepareContext(w.ctx, query)
	if err == nil {
		w.stmts[query] = s
	}
	return s, err
}

func (w *writer) exec(query string, args ...any) error {
	s, err := w.stmt(query)
	if err == nil {
		_, err = s.ExecContext(w.ctx, args...)
	}
	return err
}

// row reads one row; found is false when there is none.
func (w *writer) row(query string, args []any, into ...any) (found bool, err error) {
	s, err := w.stmt(query)
	if err != nil {
		return false, err
	}
	err = s.QueryRowContext(w.ctx, args...).Scan(into...)
	if errors.Is(err, sql.ErrNoRows) {
		return false, nil
	}
	return err == nil, err
}

const (
	sqlInsertService = `INSERT INTO service (key, id, organization_key, name, description, kind, provider_group, status,
		withdrawn, alert, interpretation_services, application_process, admits, minimum_age, maximum_age,
		eligibility_description, email, url, confidential, hours, owner, source, source_id, source_url, source_label,
		source_date, mark, assured_date, assurer_role, example, version, modified, extra, content_hash)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, NULL, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22,
		$23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33)`
	sqlUpdateService = `UPDATE service SET id = $2, organization_key = $3, name = $4, description = $5, kind = $6,
		provider_group = $7, status = $8, withdrawn = NULL, alert = $9, interpretation_services = $10,
		application_process = $11, admits = $12, minimum_age = $13, maximum_age = $14, eligibility_description = $15,
		email = $16, url = $17, confidential = $18, hours = $19, owner = $20, source = $21, source_id = $22,
		source_url = $23, source_label = $24, source_date = $25, mark = $26, assured_date = $27, assurer_role = $28,
		example = $29, version = $30, modified = $31, extra = $32, content_hash = $33 WHERE key = $1`
)

// insert writes a new service and gives its key.
func (w *writer) insert(s *directory.Service, organisation sql.NullInt64, hash []byte) (int64, error) {
	key := w.nextService
	if err := w.exec(sqlInsertService, serviceArgs(key, s, organisation, hash)...); err != nil {
		return 0, err
	}
	w.nextService++
	if err := w.writeParts(key, s); err != nil {
		return 0, err
	}
	return key, w.writeWords(key, s, false)
}

// replace writes a new version of a service; the old one goes to its history.
func (w *writer) replace(key int64, s *directory.Service, organisation sql.NullInt64, hash []byte, at time.Time) error {
	old, err := load(w.ctx, w.tx, `s.key = $1`, key)
	if err != nil {
		return err
	}
	text, err := json.Marshal(old[0].service)
	if err != nil {
		return err
	}
	if err := w.exec(`INSERT INTO service_version (service_key, version, replaced, record) VALUES ($1, $2, $3, $4)`,
		key, old[0].service.Version, at.UnixMilli(), string(text)); err != nil {
		return err
	}
	s.Version = old[0].service.Version + 1
	if err := w.exec(sqlUpdateService, serviceArgs(key, s, organisation, hash)...); err != nil {
		return err
	}
	for _, table := range partTables {
		if err := w.exec(`DELETE FROM `+table+` WHERE service_key = $1`, key); err != nil {
			return err
		}
	}
	if err := w.writeParts(key, s); err != nil {
		return err
	}
	return w.writeWords(key, s, true)
}

func serviceArgs(key int64, s *directory.Service, organisation sql.NullInt64, hash []byte) []any {
	o := s.Origin
	return []any{
		key, string(s.ID), organisation, s.Name, s.Description, s.Kind, string(s.Group), string(s.Status),
		s.Alert, truth(s.Interpreter), s.HowToReach, string(s.Gender), s.MinAge, s.MaxAge,
		s.Eligibility, s.Email, s.Website, truth(s.Confidential), s.Hours, o.Owner, o.Source, o.SourceID, o.URL, o.Label,
		o.Date, string(o.Mark), string(s.Assured.On), s.Assured.Role, truth(s.Example), s.Version, s.Modified.UnixMilli(),
		nullText(s.Extra), hash,
	}
}

// wordsAtOnce is how many services wait to be written to the word indexes. The
// indexes collect in memory and write that out as soon as a statement on
// another table begins a savepoint, which would be at every service.
const wordsAtOnce = 2000

// wordsOf is the text of a service on its way into the indexes.
type wordsOf struct {
	key                      int64
	anew                     bool // it is in the indexes already, in older words
	name, organisation, body string
}

func (w *writer) writeWords(key int64, s *directory.Service, anew bool) error {
	name, organisation, body := indexed(s)
	w.words = append(w.words, wordsOf{key, anew, name, organisation, body})
	if len(w.words) < wordsAtOnce {
		return nil
	}
	return w.flushWords()
}

// flushWords must be called before the transaction is committed.
func (w *writer) flushWords() error {
	for _, index := range []struct{ forget, add string }{
		{sqlForgetWords, sqlWords},
		{sqlForgetTrigrams, sqlTrigrams},
	} {
		for _, t := range w.words {
			if t.anew {
				if err := w.exec(index.forget, t.key); err != nil {
					return err
				}
			}
			if err := w.exec(index.add, t.key, t.name, t.organisation, t.body); err != nil {
				return err
			}
		}
	}
	w.words = w.words[:0]
	return nil
}

func truth(b bool) int {
	if b {
		return 1
	}
	return 0
}

func nullText(raw json.RawMessage) sql.NullString {
	return sql.NullString{String: string(raw), Valid: len(raw) > 0}
}

// hashOf is the fingerprint of a content: two that differ in nothing a reader
// could see have the same.
func hashOf(content any) ([]byte, error) {
	text, err := json.Marshal(content)
	if err != nil {
		return nil, err
	}
	sum := sha256.Sum256(text)
	return sum[:16], nil
}
