package sqlite_test

import (
	"context"
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"signpost/directory/sqlite"
)

// notes is a small set of files to open.
func notes(migrations ...string) sqlite.Set {
	files := fstest.MapFS{}
	for i, m := range migrations {
		name := "migrations/000" + string(rune('1'+i)) + "_step.sql"
		files[name] = &fstest.MapFile{Data: []byte(m)}
	}
	return sqlite.Set{Name: "notes", Files: files}
}

const notesTable = `CREATE TABLE note (id INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT;`

func open(t *testing.T, path string, set sqlite.Set, opts sqlite.Options) *sqlite.DB {
	t.Helper()
	db, err := sqlite.Open(t.Context(), path, set, opts)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db
}

func run(t *testing.T, db *sql.DB, query string, args ...any) {
	t.Helper()
	if _, err := db.ExecContext(t.Context(), query, args...); err != nil {
		t.Fatal(err)
	}
}

func TestOpenSettings(t *testing.T) {
	path := filepath.Join(t.TempDir(), "new folder", "a file?#%.db")
	db := open(t, path, notes(notesTable), sqlite.Options{SecureDelete: true})
	for pragma, want := range map[string]string{
		"journal_mode": "wal", "foreign_keys": "1", "synchronous": "2", "secure_delete": "1",
		"busy_timeout": "5000", "temp_store": "2", "application_id": "1397311310",
	} {
		var got string
		if err := db.Write.QueryRow(`PRAGMA ` + pragma).Scan(&got); err != nil || got != want {
			t.Errorf("%s = %s (%v), want %s", pragma, got, err, want)
		}
	}
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	if info.Mode().Perm() != 0o600 {
		t.Errorf("permissions %v, want 0600: others on the machine could read it", info.Mode())
	}
	if _, err := db.Read.Exec(`INSERT INTO note (body) VALUES ('x')`); err == nil {
		t.Error("a reader could write")
	}
	var body string
	err = db.Write.QueryRow(`SELECT "body_misspelt" FROM note`).Scan(&body)
	if err == nil || errors.Is(err, sql.ErrNoRows) {
		t.Error("a misspelt column is taken for a text")
	}
}

func TestOpenRefuses(t *testing.T) {
	dir := t.TempDir()
	ours := filepath.Join(dir, "notes.db")
	open(t, ours, notes(notesTable, `CREATE TABLE more (id INTEGER PRIMARY KEY) STRICT;`), sqlite.Options{}).Close()

	text := filepath.Join(dir, "letter.txt")
	if err := os.WriteFile(text, []byte(strings.Repeat("This is a letter, not a database. ", 200)), 0o600); err != nil {
		t.Fatal(err)
	}
	foreign := filepath.Join(dir, "foreign.db")
	raw, err := sql.Open("sqlite", foreign)
	if err != nil {
		t.Fatal(err)
	}
	run(t, raw, `CREATE TABLE theirs (id INTEGER)`)
	raw.Close()
	before, err := os.ReadFile(foreign)
	if err != nil {
		t.Fatal(err)
	}

	other := notes(notesTable)
	other.Name = "directory"
	for name, c := range map[string]struct {
		path string
		set  sqlite.Set
		opts sqlite.Options
		want error
		says string
	}{
		"newer":         {ours, notes(notesTable), sqlite.Options{}, sqlite.ErrNewer, "notes.db has version 2, this program knows 1"},
		"another kind":  {ours, other, sqlite.Options{}, sqlite.ErrOtherSet, "notes.db is not a directory file but a notes file"},
		"no database":   {text, notes(notesTable), sqlite.Options{}, sqlite.ErrNotDatabase, text},
		"another's":     {foreign, notes(notesTable), sqlite.Options{}, sqlite.ErrNotDatabase, "another program"},
		"missing":       {filepath.Join(dir, "no.db"), notes(notesTable), sqlite.Options{Existing: true}, sqlite.ErrMissing, "no.db"},
		"folder":        {filepath.Join(dir, "a", "b", "no.db"), notes(notesTable), sqlite.Options{}, sqlite.ErrNotWritable, "make the folder"},
		"file a folder": {dir, notes(notesTable), sqlite.Options{}, sqlite.ErrNotWritable, dir},
	} {
		db, err := sqlite.Open(t.Context(), c.path, c.set, c.opts)
		if err == nil {
			db.Close()
		}
		if !errors.Is(err, c.want) || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v, want %v saying %q", name, err, c.want, c.says)
		}
	}
	if after, _ := os.ReadFile(foreign); string(after) != string(before) {
		t.Error("another program's file was changed")
	}
}

// A file that was overwritten is not written to, although its log still lies beside
// it and begins well.
func TestOpenLeavesJunkWithALogAlone(t *testing.T) {
	dir := t.TempDir()
	path, broken := filepath.Join(dir, "notes.db"), filepath.Join(dir, "broken.db")
	db := open(t, path, notes(notesTable), sqlite.Options{})
	defer db.Close()
	run(t, db.Write, `INSERT INTO note (body) VALUES ('in the log')`)
	log, err := os.ReadFile(path + "-wal") // as a process that was killed leaves it
	if err != nil || len(log) == 0 {
		t.Fatal(len(log), err)
	}
	junk := []byte(strings.Repeat("junk", 4096))
	if err := errors.Join(os.WriteFile(broken, junk, 0o600), os.WriteFile(broken+"-wal", log, 0o600)); err != nil {
		t.Fatal(err)
	}
	got, err := sqlite.Open(t.Context(), broken, notes(notesTable), sqlite.Options{})
	if err == nil {
		got.Close()
	}
	if !errors.Is(err, sqlite.ErrNotDatabase) {
		t.Errorf("%v, want ErrNotDatabase", err)
	}
	after, err := os.ReadFile(broken)
	logAfter, err2 := os.ReadFile(broken + "-wal")
	if err := errors.Join(err, err2); err != nil || string(after) != string(junk) || string(logAfter) != string(log) {
		t.Errorf("the file or its log was changed: %v", err)
	}
}

func TestMigrations(t *testing.T) {
	path := filepath.Join(t.TempDir(), "notes.db")
	db := open(t, path, notes(notesTable), sqlite.Options{})
	run(t, db.Write, `INSERT INTO note (body) VALUES ('kept')`)
	db.Close()

	// A step that fails half way leaves the file as it was.
	bad := notes(notesTable, `ALTER TABLE note ADD COLUMN seen INTEGER; INSERT INTO nowhere VALUES (1);`)
	if _, err := sqlite.Open(t.Context(), path, bad, sqlite.Options{}); err == nil || !strings.Contains(err.Error(), "0002_step.sql") {
		t.Fatalf("%v, want an error that names the step", err)
	}
	good := notes(notesTable, `ALTER TABLE note ADD COLUMN seen INTEGER NOT NULL DEFAULT 7;`)
	db = open(t, path, good, sqlite.Options{})
	var body string
	var seen int
	if err := db.Read.QueryRow(`SELECT body, seen FROM note`).Scan(&body, &seen); err != nil || body != "kept" || seen != 7 {
		t.Errorf("%s %d %v, want kept 7", body, seen, err)
	}

	gap := sqlite.Set{Name: "gap", Files: fstest.MapFS{"migrations/0002_late.sql": {Data: []byte(notesTable)}}}
	if _, err := sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "gap.db"), gap, sqlite.Options{}); err == nil {
		t.Error("a gap in the numbers was not noticed")
	}
}

// Several processes may be started on a new file at once.
func TestOpenTogether(t *testing.T) {
	path := filepath.Join(t.TempDir(), "notes.db")
	errs := make(chan error)
	for range 8 {
		go func() {
			db, err := sqlite.Open(context.Background(), path, notes(notesTable), sqlite.Options{})
			if err == nil {
				err = db.Close()
			}
			errs <- err
		}()
	}
	for range 8 {
		if err := <-errs; err != nil {
			t.Error(err)
		}
	}
}

func TestDataVersionAndCheckpoint(t *testing.T) {
	path := filepath.Join(t.TempDir(), "notes.db")
	a := open(t, path, notes(notesTable), sqlite.Options{SecureDelete: true, Busy: 10 * time.Millisecond})
	b := open(t, path, notes(notesTable), sqlite.Options{})
	changed := func(who *sqlite.DB, do func()) bool {
		t.Helper()
		before, err := who.DataVersion(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		do()
		after, err := who.DataVersion(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		return before != after
	}
	if changed(a, func() {}) {
		t.Error("changed without a change")
	}
	if !changed(a, func() { run(t, b.Write, `INSERT INTO note (body) VALUES ('a canary sang here')`) }) {
		t.Error("another's change was not seen")
	}
	if !changed(a, func() { run(t, a.Write, `DELETE FROM note`) }) {
		t.Error("its own change was not seen")
	}

	rows, err := b.Read.Query(`SELECT 1 FROM sqlite_schema`) // somebody goes on reading
	if err != nil {
		t.Fatal(err)
	}
	rows.Next()
	run(t, a.Write, `INSERT INTO note (body) VALUES ('later')`)
	if err := a.Checkpoint(t.Context()); !errors.Is(err, sqlite.ErrBusy) {
		t.Errorf("%v, want ErrBusy: the log could not be emptied", err)
	}
	rows.Close()
	if err := a.Checkpoint(t.Context()); err != nil {
		t.Error(err)
	}
	for _, suffix := range []string{"", "-wal"} {
		data, err := os.ReadFile(path + suffix)
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(string(data), "canary") {
			t.Errorf("what was deleted is still in %s", filepath.Base(path+suffix))
		}
	}
}

func TestFullDisk(t *testing.T) {
	db := open(t, filepath.Join(t.TempDir(), "notes.db"), notes(notesTable), sqlite.Options{})
	run(t, db.Write, `PRAGMA max_page_count = 8`)
	_, err := db.Write.Exec(`INSERT INTO note (body) VALUES ($1)`, strings.Repeat("x", 1<<20))
	if err = db.Explain(err); !errors.Is(err, sqlite.ErrFull) || !strings.Contains(err.Error(), db.Path()) {
		t.Errorf("%v, want ErrFull naming the path", err)
	}
}
