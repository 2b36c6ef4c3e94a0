package main

import (
	"database/sql"
	"errors"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"signpost/bot/store"
	"signpost/directory/sqlite"
)

// jam holds every commit of a program up until it is let go: another connection has
// the file's lock for writing, which a commit waits for as it would for a slow disk.
func jam(t *testing.T, db *sqlite.DB) (free func()) {
	t.Helper()
	tx, err := db.Write.BeginTx(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	return func() {
		if err := tx.Rollback(); err != nil && !errors.Is(err, sql.ErrTxDone) {
			t.Error(err)
		}
	}
}

// Commits take long, time and again. Who is in danger is answered while they do,
// also in a chat whose last message still waits; everybody else gets each answer
// late, once and in order. That a commit took more than five seconds may be said.
func TestTheDiskIsSlow(t *testing.T) {
	t.Parallel()
	dir, api, sorry := t.TempDir(), newCrowd(t), apology(t)
	s := start(t, dir, api.URL, goodToken, "--health", "localhost:0")
	api.asks(1, "/start", "Which language")
	s.idle(t)
	db, err := sqlite.Open(t.Context(), filepath.Join(dir, "data", "bot.db"), store.Set, sqlite.Options{Existing: true, Busy: time.Minute})
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	const people, card, alone = 8, "Thank you for telling me", 90
	said := map[int][]string{}
	for n, l := range []line{
		{say: "/start", want: "Which language"}, {tap: "English", want: "Welcome"}, {say: "/find", want: "What would you like"}, {tap: "Lonely", want: "Where"},
	} {
		free := jam(t, db)
		for chat := 10; chat < 10+people; chat++ {
			if l.tap == "" {
				api.says(chat, l.say)
			} else if !api.taps(chat, l.tap) {
				t.Fatalf("chat %d has no button %q:\n%s", chat, l.tap, api.transcript(chat))
			}
		}
		api.asks(alone+n, "I want to die", card)
		api.asks(10+n, "I want to die", card)
		free()
		said[10+n] = append(said[10+n], card)
		for chat := 10; chat < 10+people; chat++ {
			api.hears(chat, l.want, 0)
			said[chat] = append(said[chat], l.want)
		}
	}
	if code := s.stop(); code != done {
		t.Errorf("it ends with %d", code)
	}
	for chat := 10; chat < 10+people; chat++ {
		told := slices.DeleteFunc(api.thread(chat).left, func(l leaving) bool { return strings.Contains(l.text, sorry) })
		if len(told) != len(said[chat]) {
			t.Errorf("chat %d was told %d things, not %d:\n%s", chat, len(told), len(said[chat]), api.transcript(chat))
			continue
		}
		for i, want := range said[chat] {
			if !strings.Contains(told[i].text, want) {
				t.Errorf("chat %d was told %q, want %q", chat, told[i].text, want)
			}
		}
	}
	for chat := alone; chat < alone+4; chat++ {
		if told := api.thread(chat).left; len(told) != 1 {
			t.Errorf("who was in danger was told %v", told)
		}
	}
}
