// Package sqlite keeps the directory in one file, and is the only room that
// opens SQLite at all: bot.db is opened through it too, so that every file of
// ours is opened, guarded and brought up to date in the same way.
//
// The idea: one connection writes and several read. Write-ahead logging lets
// them work at the same time; a commit is on the disk before it is reported
// (synchronous=FULL), since a lost message or a lost correction can hurt
// somebody. A file says what it is: its set of migrations and how many of them
// it has had, so that a file of another kind or of a newer release is refused
// with a sentence instead of being damaged.
//
// What only SQLite understands is in the files that open, migrate and copy, and
// in dialect.go, the search; every other statement is SQL that PostgreSQL reads
// as well.
package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"sync"
	"time"

	_ "modernc.org/sqlite" // the driver "sqlite"
)

// Set is a kind of file: its name, which is written into the file, and its
// migrations.
//
// Files holds migrations/NNNN_what.sql, numbered from 0001 without a gap; it is
// append-only from the first release on. Name is what people read in an error:
// "directory", "bot".
type Set struct {
	Name  string
	Files fs.FS
}

// Options of a file. The zero Options are right for a file that is published.
type Options struct {
	SecureDelete bool          // overwrite with zeros what is deleted: for what people must be able to have forgotten
	Existing     bool          // refuse with ErrMissing to make a new file
	Cache        int           // KB of pages that the writing connection holds; 32 MB when 0, as an import comes back to the same pages
	Readers      int           // connections for reading; 4 when 0
	Busy         time.Duration // how long to wait for another process; 5 seconds when 0
}

// DB is an open file. Write has exactly one connection, so whoever holds a
// transaction on it must not ask it for another; its transactions take the
// write lock at once (BEGIN IMMEDIATE). Read refuses to write.
//
// All methods may be called from several goroutines.
type DB struct {
	Write *sql.DB
	Read  *sql.DB

	path   string
	opts   Options
	closed sync.Once

	mu    sync.Mutex
	watch *sql.Conn // data_version is told per connection: this one only watches

	whole  sync.Mutex // guards what follows
	eye    *os.File   // looks at the file; nil before it is open
	length int64      // of the file, when it was looked at last
	broken error      // what was found; it stays
}

// Open opens the file at path, makes it if need be (readable by its owner
// only; the last folder of the path too), and runs the migrations it has not
// had. It can be called by several processes at once.
//
// Errors name the path and what to do. They wrap one of ErrMissing, ErrNewer,
// ErrOtherSet, ErrNotDatabase, ErrNotWritable, ErrFull, ErrDamaged or ErrBusy
// when one of these is the reason.
func Open(ctx context.Context, path string, set Set, opts Options) (*DB, error) {
	if opts.Cache <= 0 {
		opts.Cache = 32 << 10
	}
	if opts.Readers <= 0 {
		opts.Readers = 4
	}
	if opts.Busy <= 0 {
		opts.Busy = 5 * time.Second
	}
	path, err := filepath.Abs(path)
	if err != nil {
		return nil, fmt.Errorf("opening %s: %w", path, err)
	}
	if err := prepare(path, opts); err != nil {
		return nil, err
	}
	begun.open(path)
	for waited := time.Duration(0); ; waited += openWait {
		db := &DB{path: path, opts: opts}
		err := explain(path, db.open(ctx, set, opts))
		if err == nil {
			db.eye = begun.eye(path)
			return db, nil
		}
		db.close()
		if !errors.Is(err, ErrBusy) || waited >= opts.Busy {
			begun.close(path)
			return nil, err
		}
		select {
		case <-ctx.Done():
			begun.close(path)
			return nil, err
		case <-time.After(openWait):
		}
	}
}

// openWait is the time between two tries to open. While two processes turn a
// new file to write-ahead logging at once, SQLite fails one of them without
// waiting, since each waits for the other (sqlite.org/c3ref/busy_handler.html).
const openWait = 20 * time.Millisecond

func (db *DB) open(ctx context.Context, set Set, opts Options) error {
	var err error
	if db.Write, err = sql.Open("sqlite", dsn(db.path, opts, false)); err != nil {
		return err
	}
	db.Write.SetMaxOpenConns(1)
	db.Write.SetMaxIdleConns(1)
	if err := identify(ctx, db.Write, set, filepath.Base(db.path)); err != nil {
		return err
	}
	// Not part of the address: it writes to the file, which must be known to
	// be ours by then. It is kept in the file, so the readers need not ask.
	var mode string
	if err := db.Write.QueryRowContext(ctx, `PRAGMA journal_mode = WAL`).Scan(&mode); err != nil {
		return err
	}
	if mode != "wal" {
		return fmt.Errorf("write-ahead logging is not possible there (journal mode %q): use a folder on a local disk", mode)
	}
	if err := migrate(ctx, db.Write, set, filepath.Base(db.path)); err != nil {
		return err
	}
	if db.Read, err = sql.Open("sqlite", dsn(db.path, opts, true)); err != nil {
		return err
	}
	// One more than asked for: the watching connection is held for good.
	db.Read.SetMaxOpenConns(opts.Readers + 1)
	db.Read.SetMaxIdleConns(opts.Readers + 1)
	if db.watch, err = db.Read.Conn(ctx); err != nil {
		return err
	}
	_, err = db.DataVersion(ctx) // from here on it holds the file, see Close
	return err
}

// prepare makes the file, empty, with narrow permissions before SQLite would
// make it with wide ones. The -wal and -shm files inherit them.
func prepare(path string, opts Options) error {
	if _, err := os.Stat(path); err == nil {
		return begun.look(path)
	}
	if opts.Existing {
		return fmt.Errorf("%s: %w: check the path", path, ErrMissing)
	}
	dir := filepath.Dir(path)
	if err := os.Mkdir(dir, 0o700); err != nil && !errors.Is(err, fs.ErrExist) {
		return fmt.Errorf("%s: %w: make the folder %s, or choose another: %w", path, ErrNotWritable, dir, err)
	}
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return fmt.Errorf("%s: %w: allow writing in the folder %s, or choose another: %w", path, ErrNotWritable, dir, err)
	}
	return f.Close()
}

// dsn is the address of a connection with its settings. busy_timeout comes
// first, as the others may already have to wait for a lock.
func dsn(path string, opts Options, readOnly bool) string {
	pragmas := []string{
		"busy_timeout(" + strconv.FormatInt(opts.Busy.Milliseconds(), 10) + ")",
		"foreign_keys(1)",
		"synchronous(FULL)",
		"temp_store(MEMORY)",           // nothing of ours in /tmp
		"journal_size_limit(67108864)", // an import must not leave a huge log behind
	}
	if !readOnly {
		pragmas = append(pragmas, "cache_size(-"+strconv.Itoa(opts.Cache)+")")
	}
	if opts.SecureDelete {
		pragmas = append(pragmas, "secure_delete(1)")
	}
	if readOnly {
		pragmas = append(pragmas, "query_only(1)")
	}
	// A misspelt "column" in double quotes is an error, not a text (_dqs=0).
	q := url.Values{"_txlock": {"immediate"}, "_pragma": pragmas, "_dqs": {"0"}, "_error_rc": {"1"}}
	if readOnly {
		q.Set("_txlock", "deferred")
	}
	u := url.URL{Scheme: "file", OmitHost: true, Path: filepath.ToSlash(path), RawQuery: q.Encode()}
	return u.String()
}

// Path is where the file is.
func (db *DB) Path() string { return db.path }

// Close closes all connections. The file stays complete whether or not it is
// called. One that is broken is not touched: the last connection to leave would
// write the log into it, so one stays until the process ends.
func (db *DB) Close() error {
	broken := db.Whole()
	if broken != nil {
		db.mu.Lock()
		db.watch = nil
		db.mu.Unlock()
	}
	err := db.close()
	if broken == nil {
		db.closed.Do(func() { begun.close(db.path) })
	}
	return err
}

func (db *DB) close() error {
	var errs []error
	db.mu.Lock()
	if db.watch != nil {
		errs = append(errs, db.watch.Close())
		db.watch = nil
	}
	db.mu.Unlock()
	// The writer last: the last connection to leave empties the log.
	if db.Read != nil {
		errs = append(errs, db.Read.Close())
	}
	if db.Write != nil {
		errs = append(errs, db.Write.Close())
	}
	if err := errors.Join(errs...); err != nil {
		return fmt.Errorf("closing %s: %w", db.path, err)
	}
	return nil
}

// DataVersion is a number that changes whenever the file was changed by
// anybody, this DB or another process: what was read before may be stale. It
// is only good to compare with an earlier one of the same DB.
func (db *DB) DataVersion(ctx context.Context) (int64, error) {
	db.mu.Lock()
	defer db.mu.Unlock()
	if db.watch == nil {
		return 0, fmt.Errorf("watching %s: %w", db.path, sql.ErrConnDone)
	}
	var v int64
	if err := db.watch.QueryRowContext(ctx, `PRAGMA data_version`).Scan(&v); err != nil {
		return 0, explain(db.path, err)
	}
	return v, nil
}

// checkpointTries bounds how often Checkpoint asks again; each try itself
// waits as long as Options.Busy for readers to be done.
const checkpointTries = 3

// Checkpoint writes the log into the file and cuts it to nothing, so that what
// was deleted is in neither (with Options.SecureDelete). It fails with ErrBusy
// when somebody goes on reading an older state all the while; the data are
// complete then, but the log is not emptied.
//
// It must not be called inside a transaction of Write.
func (db *DB) Checkpoint(ctx context.Context) error {
	if err := db.Whole(); err != nil {
		return err
	}
	for range checkpointTries {
		var busy, pages, moved int
		err := db.Write.QueryRowContext(ctx, `PRAGMA wal_checkpoint(TRUNCATE)`).Scan(&busy, &pages, &moved)
		if err != nil {
			return explain(db.path, err)
		}
		if busy == 0 {
			return nil
		}
	}
	return fmt.Errorf("emptying the log of %s: %w", db.path, ErrBusy)
}
