package sqlite_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"signpost/directory/sqlite"
)

func TestBackup(t *testing.T) {
	dir := t.TempDir()
	db := open(t, filepath.Join(dir, "notes.db"), notes(notesTable), sqlite.Options{SecureDelete: true})
	run(t, db.Write, `INSERT INTO note (body) VALUES ('kept')`)
	to := filepath.Join(dir, "copy.db")
	if err := db.Backup(t.Context(), to); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(to); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("%v %v, want a file that others cannot read", info.Mode(), err)
	}
	var body string
	err := open(t, to, notes(notesTable), sqlite.Options{Existing: true}).Read.QueryRow(`SELECT body FROM note`).Scan(&body)
	if err != nil || body != "kept" {
		t.Errorf("%q %v in the copy, want what was written", body, err)
	}
	if err := db.Backup(t.Context(), to); !errors.Is(err, fs.ErrExist) {
		t.Errorf("%v, want a file that is there to be left alone", err)
	}
	if err := db.Backup(t.Context(), filepath.Join(dir, "no", "copy.db")); !errors.Is(err, sqlite.ErrNotWritable) {
		t.Errorf("%v, want ErrNotWritable", err)
	}
}
