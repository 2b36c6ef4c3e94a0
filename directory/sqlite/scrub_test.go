package sqlite

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
	"testing/fstest"
)

// scrubbed is a file with an index whose pages were split, merged and emptied,
// and the rows that were deleted from it.
func scrubbed(t *testing.T) (db *DB, path string, gone [][]byte) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "x.db")
	set := Set{Name: "x", Files: fstest.MapFS{"migrations/0001_x.sql": {
		Data: []byte(`CREATE TABLE x (id INTEGER PRIMARY KEY, k TEXT NOT NULL, urgent INTEGER) STRICT; CREATE INDEX xk ON x (k, urgent, id)`),
	}}}
	db, err := Open(t.Context(), path, set, Options{SecureDelete: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	chance := rand.New(rand.NewPCG(1, 2))
	tx, err := db.Write.Begin()
	if err != nil {
		t.Fatal(err)
	}
	exec := func(query string, args ...any) {
		if _, err := tx.Exec(query, args...); err != nil {
			t.Fatal(err)
		}
	}
	for i := range 3000 {
		key := fmt.Sprintf("%08x-canary-%d", chance.Uint32(), i)
		for n := range 3 {
			exec(`INSERT INTO x (k, urgent) VALUES ($1, $2)`, key, n)
		}
		if i%3 == 0 {
			gone = append(gone, []byte(key))
		}
	}
	for _, key := range gone {
		exec(`DELETE FROM x WHERE k = $1`, string(key))
	}
	if err := tx.Commit(); err != nil {
		t.Fatal(err)
	}
	return db, path, gone
}

// left is how many of the rows are in the file, once its log is emptied.
func left(t *testing.T, db *DB, path string, rows [][]byte) (n int) {
	t.Helper()
	var busy, pages, moved int
	if err := db.Write.QueryRowContext(t.Context(), `PRAGMA wal_checkpoint(TRUNCATE)`).Scan(&busy, &pages, &moved); err != nil || busy != 0 {
		t.Fatal(busy, err)
	}
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows {
		if bytes.Contains(b, row) {
			n++
		}
	}
	return n
}

// Rows that were deleted are in the file no more, not even as a copy that was
// left when a page was balanced; the others are all there.
func TestScrub(t *testing.T) {
	db, path, gone := scrubbed(t)
	before := left(t, db, path, gone)
	if before == 0 {
		t.Fatal("SQLite has left nothing behind: there is nothing to scrub, or the test no longer makes it")
	}
	conn, err := db.Write.Conn(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for next := int64(1); next != 0; {
		if _, err := conn.ExecContext(t.Context(), `BEGIN IMMEDIATE`); err != nil {
			t.Fatal(err)
		}
		if next, err = Scrub(t.Context(), conn, next, 7); err != nil {
			t.Fatal(err)
		}
		if _, err := conn.ExecContext(t.Context(), `COMMIT`); err != nil {
			t.Fatal(err)
		}
	}
	conn.Close()
	if n := left(t, db, path, gone); n != 0 {
		t.Errorf("%d of %d rows that were deleted are still there, %d before", n, len(gone), before)
	}
	var sound string
	var rows int
	if err := db.Read.QueryRowContext(t.Context(), `PRAGMA integrity_check`).Scan(&sound); err != nil || sound != "ok" {
		t.Errorf("the file is %q, %v", sound, err)
	}
	if err := db.Read.QueryRowContext(t.Context(), `SELECT count(*) FROM x WHERE k LIKE '%canary%'`).Scan(&rows); err != nil || rows != 6000 {
		t.Errorf("%d rows, %v; want 6000", rows, err)
	}
}

// What does not look like a page with cells is left as it is.
func TestClearGapOfOtherPages(t *testing.T) {
	page := func(head ...byte) []byte { return append(head, bytes.Repeat([]byte{7}, 64-len(head))...) }
	for name, p := range map[string][]byte{
		"no page":                        {},
		"an overflow page":               page(0, 0, 0, 9),
		"cells that begin too early":     page(13, 0, 0, 0, 9, 0, 4, 0),
		"cells that begin after its end": page(13, 0, 0, 0, 1, 9, 9, 0),
	} {
		if before := bytes.Clone(p); clearGap(p, false) || !bytes.Equal(p, before) {
			t.Errorf("%s was changed", name)
		}
	}
	leaf := page(13, 0, 0, 0, 2, 0, 20, 0)
	if !clearGap(leaf, false) || clearGap(leaf, false) {
		t.Error("a leaf was not cleared once")
	}
	for i, b := range leaf[8:] {
		if in := i+8 >= 12 && i+8 < 20; (b == 0) != in {
			t.Errorf("byte %d is %d", i+8, b)
		}
	}
}
