package store

import (
	"context"
	"database/sql"
	"fmt"
)

// asking is where questions are put: to a transaction, or to the readers.
type asking interface {
	rows(query string, args ...any) (*sql.Rows, error)
	row(query string, args ...any) *sql.Row
}

// reader asks the connections for reading.
type reader struct {
	ctx context.Context
	s   *Store
}

func (r reader) rows(query string, args ...any) (*sql.Rows, error) {
	st, err := r.s.read(r.ctx, query)
	if err != nil {
		return nil, err
	}
	return st.QueryContext(r.ctx, args...)
}

func (r reader) row(query string, args ...any) *sql.Row {
	st, err := r.s.read(r.ctx, query)
	if err != nil {
		// A Row can't be made with an error, so the unprepared query fails again.
		return r.s.db.Read.QueryRowContext(r.ctx, query, args...)
	}
	return st.QueryRowContext(r.ctx, args...)
}

// each is what the rows of a query hold, one value a row.
func each[T any](q asking, scan func(*sql.Rows) (T, error), query string, args ...any) ([]T, error) {
	rows, err := q.rows(query, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []T
	for rows.Next() {
		v, err := scan(rows)
		if err != nil {
			return nil, err
		}
		out = append(out, v)
	}
	return out, rows.Err()
}

// read gives a statement for reading, prepared once on each connection.
func (s *Store) read(ctx context.Context, query string) (*sql.Stmt, error) {
	if st, ok := s.reads.Load(query); ok {
		return st.(*sql.Stmt), nil
	}
	st, err := s.db.Read.PrepareContext(ctx, query)
	if err != nil {
		return nil, fmt.Errorf("preparing a read: %w", err)
	}
	if other, loaded := s.reads.LoadOrStore(query, st); loaded {
		st.Close()
		return other.(*sql.Stmt), nil
	}
	return st, nil
}
