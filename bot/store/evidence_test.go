package store

import (
	"context"
	"errors"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"signpost/bot/counts"
	"signpost/directory/sqlite"
)

func TestEvidenceNeedsAFile(t *testing.T) {
	_, err := OpenEvidence(t.Context(), filepath.Join(t.TempDir(), "bot.db"))
	if !errors.Is(err, sqlite.ErrMissing) {
		t.Errorf("error %v, want ErrMissing", err)
	}
}

// Whatever is put beside the tallies to lead to a person is found by name.
func TestJoinedFindsWhatLeadsToAChat(t *testing.T) {
	path := filepath.Join(t.TempDir(), "bot.db")
	db, err := sqlite.Open(t.Context(), path, Set, sqlite.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	e, err := OpenEvidence(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer e.Close()
	joined := func() string {
		got, err := e.Joined(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		return strings.Join(got, ", ")
	}
	if got := joined(); got != "" {
		t.Errorf("as it is made, the file has %s", got)
	}
	for _, c := range []struct{ do, undo, want string }{
		{`CREATE TABLE who (chat BLOB, month INTEGER, kind TEXT REFERENCES tally (kind))`, `DROP TABLE who`, "table who"},
		{`CREATE VIEW mixed AS SELECT chat, kind FROM conversation, tally`, `DROP VIEW mixed`, "view mixed"},
		{`CREATE TRIGGER seen AFTER INSERT ON tally BEGIN DELETE FROM meta; END`, `DROP TRIGGER seen`, "trigger seen"},
		{`ALTER TABLE tally ADD COLUMN chat BLOB`, `ALTER TABLE tally DROP COLUMN chat`, "column tally.chat"},
	} {
		for _, sql := range []string{c.do, c.undo} {
			if _, err := db.Write.ExecContext(t.Context(), sql); err != nil {
				t.Fatal(err)
			}
			if sql == c.do && joined() != c.want {
				t.Errorf("after %s: %q, want %q", sql, joined(), c.want)
			}
		}
	}
}

func TestEvidenceIsReadBesideTheStore(t *testing.T) {
	path := filepath.Join(t.TempDir(), "bot.db")
	db, err := sqlite.Open(t.Context(), path, Set, sqlite.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	want := Tally{Month: month(time.Date(2030, 6, 2, 0, 0, 0, 0, time.UTC)), Entry: counts.Entry{Kind: counts.Asked, Need: "sleep"}, N: 3}
	if _, err := db.Write.ExecContext(context.Background(),
		`INSERT INTO tally VALUES (203006, 'asked', 'sleep', '', '', '', '', '', '', '', '', 3)`); err != nil {
		t.Fatal(err)
	}
	e, err := OpenEvidence(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer e.Close()
	got, err := e.All(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff([]Tally{want}, got); d != "" {
		t.Error(d)
	}
}
