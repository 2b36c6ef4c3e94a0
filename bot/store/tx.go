package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
)

// tx is a transaction as one write sees it.
type tx struct {
	conn   *sql.Conn
	stmts  map[string]*sql.Stmt
	after  []func() // called when the transaction is committed
	undone []func() // called when the write, or all of the transaction, is undone
	wipe   bool
	posted map[hash]bool // chats to which a letter was posted since the transaction began
	gone   forget        // who is removed for good
}

// exec carries out one statement, prepared once. Statements have no context:
// they are short, and a transaction of many is not ended for one of them.
func (t *tx) exec(query string, args ...any) (sql.Result, error) {
	st, err := t.prepare(query)
	if err != nil {
		return nil, err
	}
	return st.ExecContext(context.Background(), args...)
}

// count carries out one statement and says how many rows it changed.
func (t *tx) count(query string, args ...any) (int64, error) {
	res, err := t.exec(query, args...)
	if err != nil {
		return 0, err
	}
	return res.RowsAffected()
}

// rows asks with a statement that is prepared once.
func (t *tx) rows(query string, args ...any) (*sql.Rows, error) {
	st, err := t.prepare(query)
	if err != nil {
		return nil, err
	}
	return st.QueryContext(context.Background(), args...)
}

// row asks for one row.
func (t *tx) row(query string, args ...any) *sql.Row {
	st, err := t.prepare(query)
	if err != nil {
		// A Row can't be made with an error, so the unprepared query fails again.
		return t.conn.QueryRowContext(context.Background(), query, args...)
	}
	return st.QueryRowContext(context.Background(), args...)
}

func (t *tx) prepare(query string) (*sql.Stmt, error) {
	if st, ok := t.stmts[query]; ok {
		return st, nil
	}
	st, err := t.conn.PrepareContext(context.Background(), query)
	if err != nil {
		return nil, err
	}
	t.stmts[query] = st
	return st, nil
}

// try carries out a part of a write; when it fails, that part alone is undone.
func (t *tx) try(part func() error) error {
	if _, err := t.exec(`SAVEPOINT part`); err != nil {
		return fmt.Errorf("setting a savepoint: %w", err)
	}
	failed := part()
	if failed != nil {
		if _, err := t.exec(`ROLLBACK TO part`); err != nil {
			return errors.Join(failed, err)
		}
	}
	if _, err := t.exec(`RELEASE part`); err != nil {
		return fmt.Errorf("releasing a savepoint: %w", err)
	}
	return failed
}
