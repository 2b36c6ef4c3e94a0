package store

import (
	"context"
	"errors"
	"fmt"
	"time"

	"signpost/directory/sqlite"
)

const (
	// busyWait is how long a commit waits for another process that writes.
	busyWait = 5 * time.Second
	// truncateWait is how long emptying the log waits for those who read. Ours
	// read for less than a millisecond; a backup may read for long.
	truncateWait = 500 * time.Millisecond
)

// empty writes the log into the file and empties it.
func (w *writer) empty(ctx context.Context) error {
	p := &write{do: func(tx *tx) error { tx.wipe = true; return nil }, done: make(chan struct{})}
	if err := w.wait(ctx, p); err != nil {
		return err
	}
	return p.kept
}

// settle empties the log if something in it was to be gone for good. Whoever
// asked for it waits for readers to end; when they don't, the commits that
// follow only try, so that nobody else is held up by them.
func (w *writer) settle() error {
	if !w.asked && !w.owed {
		return nil
	}
	wait := time.Duration(0)
	if w.asked {
		wait = truncateWait
	}
	err := w.truncate(wait)
	w.asked, w.owed = false, err != nil
	return err
}

// truncate writes the log into the file and empties it, so that what was
// deleted is in neither.
func (w *writer) truncate(wait time.Duration) error {
	if err := w.db.Whole(); err != nil {
		return err
	}
	if err := w.patience(wait); err != nil {
		return err
	}
	var busy, pages, moved int
	err := w.tx.row(`PRAGMA wal_checkpoint(TRUNCATE)`).Scan(&busy, &pages, &moved)
	if err := errors.Join(err, w.patience(busyWait)); err != nil {
		return fmt.Errorf("emptying the log: %w", w.explain(err))
	}
	if busy != 0 {
		return fmt.Errorf("emptying the log: %w", sqlite.ErrBusy)
	}
	return nil
}

// patience sets how long the connection waits for others.
func (w *writer) patience(d time.Duration) error {
	_, err := w.conn.ExecContext(context.Background(), fmt.Sprintf(`PRAGMA busy_timeout = %d`, d.Milliseconds()))
	if err != nil {
		return fmt.Errorf("setting how long to wait: %w", err)
	}
	return nil
}
