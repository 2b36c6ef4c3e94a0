package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
)

// Backup writes a copy of the file, as it is at this moment, to a new file
// that only its owner can read. It can be made while others write. What was
// deleted is not in it. It refuses a path that is taken (fs.ErrExist); a copy
// that failed half way is removed.
func (db *DB) Backup(ctx context.Context, to string) error {
	f, err := os.OpenFile(to, os.O_CREATE|os.O_EXCL|os.O_RDWR, 0o600)
	if errors.Is(err, fs.ErrExist) {
		return fmt.Errorf("backing up to %s: there is something already: choose another path: %w", to, err)
	}
	if err != nil {
		return fmt.Errorf("backing up to %s: %w: %w", to, ErrNotWritable, err)
	}
	defer f.Close()
	// Into the empty file that was just made, as SQLite would make one that
	// others can read.
	err = db.copyInto(ctx, to)
	if err == nil {
		err = f.Sync()
	}
	if err != nil {
		if !noRoom(err) { // then it is the copy that failed, and the file is sound
			err = db.Explain(err)
		} else {
			err = fmt.Errorf("%w: make room there, or choose another path: %w", ErrFull, err)
		}
		return errors.Join(fmt.Errorf("backing up to %s: %w", to, err), os.Remove(to))
	}
	return nil
}

// copyInto uses a connection of its own: the readers refuse to write even
// elsewhere, and the writer is not to be kept waiting.
func (db *DB) copyInto(ctx context.Context, to string) error {
	own, err := sql.Open("sqlite", dsn(db.path, db.opts, false))
	if err != nil {
		return err
	}
	defer own.Close()
	_, err = own.ExecContext(ctx, `VACUUM INTO $1`, to)
	return err
}

// Compact writes the file anew without the room that deleted rows have left, and
// empties the log. Nobody else may use the file meanwhile.
func (db *DB) Compact(ctx context.Context) error {
	if _, err := db.Write.ExecContext(ctx, `VACUUM`); err != nil {
		return db.Explain(err)
	}
	err := db.Checkpoint(ctx)
	db.whole.Lock()
	db.length = 0
	db.whole.Unlock()
	return err
}
