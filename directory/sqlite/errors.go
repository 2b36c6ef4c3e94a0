package sqlite

import (
	"errors"
	"fmt"
	"io/fs"

	driver "modernc.org/sqlite"
	codes "modernc.org/sqlite/lib"
)

// Reasons why a file cannot be used. Errors of this package wrap them, with
// the path and what to do beside them.
var (
	// ErrMissing: there is no such file, and none was to be made.
	ErrMissing = fmt.Errorf("there is no such file: %w", fs.ErrNotExist)
	// ErrNewer: a newer release of the program has written the file.
	ErrNewer = errors.New("written by a newer release")
	// ErrOtherSet: it is a file of ours, but of another kind.
	ErrOtherSet = errors.New("a file of another kind")
	// ErrNotDatabase: it is not a database, or the database of another program.
	ErrNotDatabase = errors.New("not a file of this program")
	// ErrNotWritable: the file or its folder cannot be written to.
	ErrNotWritable = errors.New("cannot be written")
	// ErrFull: the disk is full.
	ErrFull = errors.New("the disk is full")
	// ErrDamaged: the disk failed, or the content is broken.
	ErrDamaged = errors.New("damaged or unreadable")
	// ErrBusy: another process holds the file.
	ErrBusy = errors.New("in use by another process")
)

// Explain says in a sentence what is wrong with the file when err comes from
// SQLite, and gives back any other error as it is. Use it where rows are
// written, so that a full disk is called that, and where they are read, so that a
// broken file is known as one: see Whole.
func (db *DB) Explain(err error) error {
	db.watchOver(err)
	return explain(db.path, err)
}

func explain(path string, err error) error {
	var e *driver.Error
	if err == nil {
		return nil
	}
	if errors.Is(err, ErrNotDatabase) || errors.Is(err, ErrDamaged) {
		return err // it says so itself
	}
	if !errors.As(err, &e) {
		return fmt.Errorf("%s: %w", path, err)
	}
	// The low byte is the primary result code (sqlite.org/rescode.html).
	switch e.Code() & 0xff {
	case codes.SQLITE_NOTADB:
		return fmt.Errorf("%s: %w: choose another path, or restore a backup: %w", path, ErrNotDatabase, err)
	case codes.SQLITE_CANTOPEN, codes.SQLITE_READONLY, codes.SQLITE_PERM, codes.SQLITE_AUTH:
		return fmt.Errorf("%s: %w: allow writing to the file and to its folder: %w", path, ErrNotWritable, err)
	case codes.SQLITE_FULL:
		return fmt.Errorf("%s: %w: nothing of this change was saved; make room and try again: %w", path, ErrFull, err)
	case codes.SQLITE_CORRUPT, codes.SQLITE_IOERR:
		return fmt.Errorf("%s: %w: stop the program, keep the file, and restore a backup: %w", path, ErrDamaged, err)
	case codes.SQLITE_BUSY, codes.SQLITE_LOCKED:
		return fmt.Errorf("%s: %w: try again when it is done: %w", path, ErrBusy, err)
	}
	return fmt.Errorf("%s: %w", path, err)
}

// noRoom reports an error of SQLite's while it wrote.
func noRoom(err error) bool {
	var e *driver.Error
	return errors.As(err, &e) && (e.Code()&0xff == codes.SQLITE_FULL || e.Code() == codes.SQLITE_IOERR_WRITE)
}
