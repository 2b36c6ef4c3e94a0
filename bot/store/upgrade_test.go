package store

import (
	"path/filepath"
	"testing"
	"testing/fstest"
	"time"

	"signpost/bot/keys"
	"signpost/directory/sqlite"
)

// A letter that waits while a release that knew no staff is replaced still
// arrives.
func TestALetterOfTheFirstReleaseArrives(t *testing.T) {
	first, err := migrations.ReadFile("migrations/0001_bot.sql")
	if err != nil {
		t.Fatal(err)
	}
	path, k := filepath.Join(t.TempDir(), "bot.db"), keys.New([32]byte{1}, nil)
	old := sqlite.Set{Name: Set.Name, Files: fstest.MapFS{"migrations/0001_bot.sql": {Data: first}}}
	db, err := sqlite.Open(t.Context(), path, old, sqlite.Options{SecureDelete: true})
	if err != nil {
		t.Fatal(err)
	}
	l := (&Store{keys: k}).sealLetter("telegram", "42", Letter{Body: []byte("hello")})
	if _, err := db.Write.ExecContext(t.Context(), `INSERT INTO outbox (chat, created_at, due, urgent, edit, last, tries, sealed)
		VALUES ($1, $3, 0, 0, NULL, 0, 0, $2)`, l.chat[:], l.sealed, time.Now().Add(-time.Hour).UnixMilli()); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	s, err := Open(t.Context(), path, k, time.Now)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	got, err := s.Next(t.Context(), time.Now(), 9)
	if err != nil || len(got) != 1 || got[0].Chat != "42" || string(got[0].Body) != "hello" {
		t.Fatalf("letters: %+v, %v", got, err)
	}
	if err := s.Sent(t.Context(), got[0].ID, "m"); err != nil {
		t.Fatal(err)
	}
}
