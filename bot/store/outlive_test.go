package store_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"signpost/bot/forgets"
	"signpost/bot/people"
	"signpost/bot/sessionlog"
	"signpost/bot/store"
	"signpost/bot/talk"
	"signpost/directory/sqlite"
)

// newBook is a book of forgets that a store heeds.
func newBook(t testing.TB, s *store.Store) *forgets.Book {
	t.Helper()
	b, err := forgets.Open(filepath.Join(t.TempDir(), "keys.forgets"), false)
	if err != nil {
		t.Fatal(err)
	}
	heed(t, s, b, 0, false)
	return b
}

// heed has a store heed a book, in which notes are new to it.
func heed(t testing.TB, s *store.Store, l store.Ledger, notes int, whole bool) {
	t.Helper()
	got, err := s.Heed(t.Context(), l)
	if err != nil {
		t.Fatal(err)
	}
	if got.Notes != notes || got.Whole != whole {
		t.Errorf("heeded %+v, want %d notes and %v", got, notes, whole)
	}
}

// copied is a copy of the data as they are now.
func copied(t testing.TB, path string) string {
	t.Helper()
	db, err := sqlite.Open(t.Context(), path, store.Set, sqlite.Options{Existing: true})
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	to := filepath.Join(t.TempDir(), "bot.db")
	if err := db.Backup(t.Context(), to); err != nil {
		t.Fatal(err)
	}
	return to
}

// restored opens a copy, as it is served from when it is put back.
func restored(t testing.TB, path string, c *clock, l store.Ledger, notes int) *store.Store {
	t.Helper()
	s := open(t, path, c)
	heed(t, s, l, notes, true)
	if err := s.Purge(t.Context(), c.at); err != nil {
		t.Fatal(err)
	}
	return s
}

// A copy of the data from before a /forget brings nobody back, in no table: a new one
// with a column chat that is left out fails here.
func TestForgetsOutliveACopy(t *testing.T) {
	s, c, path := newStore(t)
	book := newBook(t, s)
	save(t, s, everything("42", "1"))
	mine := traces(t, path)
	save(t, s, everything("43", "2"))
	backup := copied(t, path)
	save(t, s, store.Turn{Door: "telegram", Chat: "42", Do: []talk.Effect{people.Forget{}}})
	for i, h := range mine {
		if !found(t, backup, h) {
			t.Fatalf("hash %d is not in the copy even before", i)
		}
	}
	old := restored(t, backup, c, book, 1)
	for i, h := range mine {
		wantNowhere(t, backup, fmt.Sprint("hash ", i), h)
	}
	for _, table := range chatTables(t, backup) {
		if query(t, backup, `SELECT count(*) FROM `+table+` WHERE chat IS NOT NULL`)[0] == "0" {
			t.Errorf("%s: the other chat is gone as well", table)
		}
	}
	if load(t, old, "telegram", "43").Conversation == nil {
		t.Error("the other conversation is gone")
	}
	if len(mine) != len(chatTables(t, backup)) {
		t.Errorf("the chat had rows in %d tables of %d", len(mine), len(chatTables(t, backup)))
	}
}

// Who comes back after a /forget is not forgotten for it once more.
func TestACopyFromAfterAForgetKeepsWhoCameBack(t *testing.T) {
	s, c, path := newStore(t)
	book := newBook(t, s)
	save(t, s, everything("42", "1"))
	save(t, s, store.Turn{Door: "telegram", Chat: "42", Do: []talk.Effect{people.Forget{}}})
	save(t, s, everything("42", "2"))
	old := restored(t, copied(t, path), c, book, 0)
	if load(t, old, "telegram", "42").Conversation == nil {
		t.Error("who came back is forgotten")
	}
}

// Somebody of the staff who asked to be forgotten, by whichever door, is gone from a
// copy too, with all that hangs on them; so is one whose last hat was taken off.
func TestStaffWhoForgotAreGoneFromACopy(t *testing.T) {
	s, c, path := newStore(t)
	book := newBook(t, s)
	wear(t, s, "office", "p-office", office)
	wear(t, s, "aider", "p-aider", aider)
	wear(t, s, "admin", "p-admin", admin)
	tab, joined := newID("cookie"), code()
	save(t, s, turn("aider", people.OpenDoor{Code: joined}, sessionlog.KeepDraft{Log: held("", 5)}, sessionlog.Worry{Word: sessionlog.Word{ID: newID("word"), To: sessionlog.ToOutside}}))
	save(t, s, browser("tab", tab, people.JoinDoor{Code: joined}))
	backup := copied(t, path)
	leaves := browser("tab", tab, people.LeaveDoor{})
	save(t, s, leaves)
	save(t, s, turn("aider", people.Forget{}))
	save(t, s, turn("office", people.TakeOff{Person: "p-admin", Hat: admin}))
	old := restored(t, backup, c, book, 2)
	for _, table := range []string{"log_draft", "word", "log_author"} {
		if n := query(t, backup, `SELECT count(*) FROM `+table)[0]; n != "0" {
			t.Errorf("%s has %s rows", table, n)
		}
	}
	for _, table := range []string{"person", "person_door", "hat"} {
		if n := query(t, backup, `SELECT count(*) FROM `+table)[0]; n != "1" {
			t.Errorf("%s has %s rows, want the coordinator's", table, n)
		}
	}
	if got := loadStaff(t, old, "tab", tab); got.ID != "" {
		t.Errorf("the browser still leads to %s", got.ID)
	}
	wantNowhere(t, backup, "the person", []byte("p-aider"))
}

// A hat that was taken off is not on again in a copy from before; another of the same
// person stays.
func TestAHatThatWasTakenOffStaysOff(t *testing.T) {
	s, c, path := newStore(t)
	book := newBook(t, s)
	wear(t, s, "office", "p-office", office)
	wear(t, s, "both", "p-both", admin)
	id, joined := invited(t, s, "both", aider)
	save(t, s, turn("both", people.Bind{Code: joined, Person: "p-both"}))
	save(t, s, turn("office", people.Confirm{Invitation: id}))
	if n := query(t, path, `SELECT count(*) FROM hat WHERE person = 'p-both'`)[0]; n != "2" {
		t.Fatalf("%s hats to begin with", n)
	}
	backup := copied(t, path)
	save(t, s, turn("office", people.TakeOff{Person: "p-both", Hat: admin}))
	restored(t, backup, c, book, 1)
	if got := query(t, backup, `SELECT role FROM hat WHERE person = 'p-both'`); len(got) != 1 || got[0] != string(aider.Role) {
		t.Errorf("the hats in the copy are %v", got)
	}
}

// flaky is a ledger that can't be written to for a while.
type flaky struct {
	*forgets.Book
	broken error
}

func (f *flaky) Note(now time.Time, sealed []byte) (string, error) {
	if f.broken != nil {
		return "", f.broken
	}
	return f.Book.Note(now, sealed)
}

// Somebody who asks to be forgotten is, also while that can't be written down; it is
// as soon as it can.
func TestForgetWhileTheBookCannotBeWritten(t *testing.T) {
	s, c, path := newStore(t)
	l := &flaky{Book: newBook(t, s), broken: errors.New("read-only")}
	heed(t, s, l, 0, true)
	save(t, s, everything("42", "1"))
	backup := copied(t, path)
	save(t, s, store.Turn{Door: "telegram", Chat: "42", Do: []talk.Effect{people.Forget{}}})
	if load(t, s, "telegram", "42").Conversation != nil {
		t.Error("the conversation is still there")
	}
	if err := s.Purge(t.Context(), noon); !errors.Is(err, l.broken) {
		t.Errorf("Purge = %v, want what is wrong with the book", err)
	}
	l.broken = nil
	if err := s.Purge(t.Context(), noon); err != nil {
		t.Fatal(err)
	}
	if load(t, restored(t, backup, c, l, 1), "telegram", "42").Conversation != nil {
		t.Error("the copy brings the conversation back")
	}
}

// What is written down leads to nobody.
func TestTheBookSaysNothing(t *testing.T) {
	s, _, _ := newStore(t)
	path := filepath.Join(t.TempDir(), "keys.forgets")
	book, err := forgets.Open(path, false)
	if err != nil {
		t.Fatal(err)
	}
	heed(t, s, book, 0, false)
	save(t, s, everything("5000000042", "1"))
	save(t, s, store.Turn{Door: "telegram", Chat: "5000000042", Do: []talk.Effect{people.Forget{}}})
	for _, needle := range []string{"5000000042", "telegram", "conversation"} {
		wantNowhere(t, path, needle, []byte(needle))
	}
	before := files(t, path)["keys.forgets"]
	// Notes go with the purge, when there can be no backup any more from before.
	if err := s.Purge(t.Context(), noon.Add(forgets.Life+24*time.Hour)); err != nil {
		t.Fatal(err)
	}
	if after, err := os.ReadFile(path); err != nil || len(after) >= len(before)/2 {
		t.Errorf("%d bytes of %d are left, %v", len(after), len(before), err)
	}
}

// Where it can't be known who asked to be forgotten, no chat stays.
func TestForgetEverybody(t *testing.T) {
	s, _, path := newStore(t)
	save(t, s, everything("42", "1"))
	wear(t, s, "office", "p-office", office)
	if err := s.ForgetEverybody(t.Context()); err != nil {
		t.Fatal(err)
	}
	if left := traces(t, path); len(left) != 0 {
		t.Errorf("%d hashes are left", len(left))
	}
	if n := query(t, path, `SELECT count(*) FROM person`)[0]; n != "1" {
		t.Errorf("%s persons are left, want the coordinator", n)
	}
}

// watched is a ledger that looks into the file whenever notes are brought to the disk.
type watched struct {
	*forgets.Book
	look func()
}

func (w watched) Flush() error {
	err := w.Book.Flush()
	w.look()
	return err
}

// Whoever is forgotten is written down for good before anything of them is removed: a
// machine that stops in between forgets them at the next start.
func TestItIsWrittenDownBeforeItIsDone(t *testing.T) {
	s, c, path := newStore(t)
	book := newBook(t, s)
	save(t, s, everything("42", "1"))
	between := ""
	heed(t, s, watched{book, func() { between = copied(t, path) }}, 0, true)
	save(t, s, store.Turn{Door: "telegram", Chat: "42", Do: []talk.Effect{people.Forget{}}})
	if between == "" || len(traces(t, between)) == 0 {
		t.Fatal("it was done before it was written down")
	}
	if load(t, restored(t, between, c, book, 1), "telegram", "42").Conversation != nil {
		t.Error("the next start does not forget")
	}
}
