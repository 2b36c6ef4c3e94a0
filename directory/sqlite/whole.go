package sqlite

import (
	"errors"
	"fmt"
	"io"

	driver "modernc.org/sqlite"
	codes "modernc.org/sqlite/lib"
)

// Whole reports what is wrong with the file, as far as that can be seen at a glance
// or was noticed before: it must begin like a database, and it never gets shorter
// while it is served. The error wraps ErrNotDatabase or ErrDamaged, and stays.
//
// Whoever writes asks first. SQLite would not notice for long that the file was
// overwritten by somebody else: what it needs is in memory and in the log, and it
// would write the log into whatever the file is now. What is left of the file, and
// the log beside it, are for whoever mends it.
func (db *DB) Whole() error {
	db.whole.Lock()
	defer db.whole.Unlock()
	if db.broken == nil && db.eye != nil {
		db.broken = db.glance()
	}
	return db.broken
}

// glance looks at the file. The caller holds whole.
func (db *DB) glance() error {
	start := make([]byte, len(magic))
	if _, err := db.eye.ReadAt(start, 0); err != nil && !errors.Is(err, io.EOF) {
		return nil // a disk that fails now may be well again later
	}
	info, err := db.eye.Stat()
	switch {
	case err != nil:
		return nil
	case string(start) != magic:
		return fmt.Errorf("%s: %w any more: stop the program, keep the file and its log, and restore a backup", db.path, ErrNotDatabase)
	case info.Size() < db.length:
		return fmt.Errorf("%s: %w, it was cut: stop the program, keep the file and its log, and restore a backup", db.path, ErrDamaged)
	}
	db.length = info.Size()
	return nil
}

// watchOver remembers that the content of the file is broken, when an error of
// SQLite's says so.
func (db *DB) watchOver(err error) {
	var e *driver.Error
	if !errors.As(err, &e) || e.Code()&0xff != codes.SQLITE_CORRUPT && e.Code()&0xff != codes.SQLITE_NOTADB {
		return
	}
	db.whole.Lock()
	defer db.whole.Unlock()
	if db.broken == nil {
		db.broken = explain(db.path, err)
	}
}
