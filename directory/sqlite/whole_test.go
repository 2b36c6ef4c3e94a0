package sqlite_test

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"signpost/directory/sqlite"
)

// A file that somebody else overwrites or cuts while it is open is known as broken
// at the next glance, and nothing is written over what is left of it, not even at
// the end. The log stays beside it.
func TestAFileBreaksWhileItIsOpen(t *testing.T) {
	for name, c := range map[string]struct {
		harm func([]byte) []byte
		want error
	}{
		"overwritten": {func(b []byte) []byte { return bytes.Repeat([]byte("no database "), len(b)/12+1) }, sqlite.ErrNotDatabase},
		"cut":         {func(b []byte) []byte { return b[:len(b)/2] }, sqlite.ErrDamaged},
		"emptied":     {func([]byte) []byte { return nil }, sqlite.ErrNotDatabase},
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "directory.db")
			made, err := sqlite.OpenDirectory(t.Context(), path)
			if err != nil {
				t.Fatal(err)
			}
			if err := made.Close(); err != nil {
				t.Fatal(err)
			}
			dir, err := sqlite.OpenDirectory(t.Context(), path)
			if err != nil {
				t.Fatal(err)
			}
			if _, err := dir.DB().Write.ExecContext(t.Context(), `CREATE TABLE room (b)`); err != nil {
				t.Fatal(err)
			}
			if err := dir.DB().Whole(); err != nil {
				t.Fatalf("a sound file: %v", err)
			}
			whole, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			broken := c.harm(whole)
			if err := os.WriteFile(path, broken, 0o600); err != nil {
				t.Fatal(err)
			}
			for range 2 { // it stays
				if err := dir.DB().Whole(); !errors.Is(err, c.want) {
					t.Errorf("it is said to be %v, want %v", err, c.want)
				}
			}
			if err := dir.DB().Checkpoint(t.Context()); !errors.Is(err, c.want) {
				t.Errorf("the log is emptied: %v", err)
			}
			if err := dir.Close(); err != nil {
				t.Error(err)
			}
			after, err := os.ReadFile(path)
			if err != nil || !bytes.Equal(after, broken) {
				t.Errorf("the file was written to, %v", err)
			}
			if log, err := os.Stat(path + "-wal"); err != nil || log.Size() == 0 {
				t.Errorf("the log is gone: %v", err)
			}
		})
	}
}

// A file that becomes shorter by our own doing is none that was cut.
func TestACompactFileIsWhole(t *testing.T) {
	dir, err := sqlite.OpenDirectory(t.Context(), filepath.Join(t.TempDir(), "directory.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer dir.Close()
	db := dir.DB()
	for _, do := range []string{
		`CREATE TABLE room (b)`, `INSERT INTO room SELECT randomblob(100000)`, `PRAGMA wal_checkpoint(TRUNCATE)`, `DROP TABLE room`,
	} {
		if _, err := db.Write.ExecContext(t.Context(), do); err != nil {
			t.Fatal(err)
		}
		if err := db.Whole(); err != nil {
			t.Fatal(err)
		}
	}
	if err := errors.Join(db.Compact(t.Context()), db.Whole()); err != nil {
		t.Error(err)
	}
}
