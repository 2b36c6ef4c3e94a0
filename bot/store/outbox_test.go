package store_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"signpost/bot/people"
	"signpost/bot/store"
	"signpost/bot/talk"
	"signpost/directory/sqlite"
)

// post saves a turn of a chat with letters. A letter is its text; "!" in front
// makes it urgent, "edit ID:" an edit.
func post(t testing.TB, s *store.Store, chat string, letters ...string) {
	t.Helper()
	turn := store.Turn{Door: "web", Chat: chat}
	for _, text := range letters {
		var l store.Letter
		text, l.Urgent = strings.CutPrefix(text, "!")
		if rest, ok := strings.CutPrefix(text, "edit "); ok {
			l.Edit, text, _ = strings.Cut(rest, ":")
		}
		l.Body = []byte(text)
		turn.Letters = append(turn.Letters, l)
	}
	save(t, s, turn)
}

func next(t testing.TB, s *store.Store, now time.Time, n int) []store.Waiting {
	t.Helper()
	got, err := s.Next(t.Context(), now, n)
	if err != nil {
		t.Fatal(err)
	}
	return got
}

// bodies are letters as "chat:text", urgent ones with "!" in front.
func bodies(letters []store.Waiting) []string {
	var out []string
	for _, l := range letters {
		mark := ""
		if l.Urgent {
			mark = "!"
		}
		out = append(out, mark+l.Chat+":"+string(l.Body))
	}
	return out
}

func wantLetters(t testing.TB, s *store.Store, now time.Time, n int, want ...string) []store.Waiting {
	t.Helper()
	got := next(t, s, now, n)
	if diff := cmp.Diff(want, bodies(got)); diff != "" {
		t.Errorf("letters that are due (-want +got):\n%s", diff)
	}
	return got
}

func sent(t testing.TB, s *store.Store, l store.Waiting, message string) {
	t.Helper()
	if err := s.Sent(t.Context(), l.ID, message); err != nil {
		t.Fatal(err)
	}
}

func sentMessages(t testing.TB, s *store.Store, chat string) []string {
	t.Helper()
	got, err := s.SentMessages(t.Context(), "web", chat)
	if err != nil {
		t.Fatal(err)
	}
	return got
}

func TestLettersLeaveInOrder(t *testing.T) {
	s, _, _ := newStore(t)
	post(t, s, "a", "a1", "a2", "a3")
	post(t, s, "b", "b1")
	post(t, s, "c", "c1", "!c2")
	first := wantLetters(t, s, noon, 9, "!c:c2", "a:a1", "b:b1")
	wantLetters(t, s, noon, 9) // each chat has one on its way
	if n, err := s.Pending(t.Context(), "web", "a"); n != 3 || err != nil {
		t.Errorf("Pending = %d, %v; want 3", n, err)
	}
	sent(t, s, first[1], "1")
	wantLetters(t, s, noon, 9, "a:a2")
	sent(t, s, first[0], "2")
	wantLetters(t, s, noon, 9, "c:c1")
	sent(t, s, first[2], "3")
	wantLetters(t, s, noon, 9)
}

func TestNextGivesNoMoreThanAsked(t *testing.T) {
	s, _, _ := newStore(t)
	for i := range 5 {
		post(t, s, fmt.Sprint(i), "x")
	}
	post(t, s, "u", "!x")
	wantLetters(t, s, noon, 2, "!u:x", "0:x")
	wantLetters(t, s, noon, 2, "1:x", "2:x")
	wantLetters(t, s, noon, 9, "3:x", "4:x")
}

func TestAnUrgentLetterOvertakes(t *testing.T) {
	s, _, _ := newStore(t)
	post(t, s, "a", "a1", "a2")
	a1 := wantLetters(t, s, noon, 9, "a:a1")[0]
	if err := s.Later(t.Context(), a1.ID, noon.Add(time.Minute), 1); err != nil {
		t.Fatal(err)
	}
	wantLetters(t, s, noon, 9) // a2 waits behind a1
	post(t, s, "a", "!help")
	help := wantLetters(t, s, noon, 9, "!a:help")[0]
	sent(t, s, help, "9")
	wantLetters(t, s, noon, 9)
	again := wantLetters(t, s, noon.Add(time.Minute), 9, "a:a1")[0]
	if again.Tries != 1 {
		t.Errorf("the letter says %d tries, want 1", again.Tries)
	}
}

func TestNextDueSaysHowLongToSleep(t *testing.T) {
	s, _, _ := newStore(t)
	due := func() time.Time {
		got, err := s.NextDue(t.Context(), noon)
		if err != nil {
			t.Fatal(err)
		}
		return got
	}
	post(t, s, "a", "x")
	if got := due(); !got.IsZero() {
		t.Errorf("nothing waits for its time, but NextDue = %v", got)
	}
	want := noon.Add(90 * time.Second)
	if err := s.Later(t.Context(), next(t, s, noon, 1)[0].ID, want, 1); err != nil {
		t.Fatal(err)
	}
	if got := due(); !got.Equal(want) {
		t.Errorf("NextDue = %v, want %v", got, want)
	}
}

func TestANewerEditReplacesTheWaitingOne(t *testing.T) {
	s, _, _ := newStore(t)
	post(t, s, "a", "edit 7:old", "edit 8:other", "new", "edit 7:newer")
	post(t, s, "b", "edit 7:of another chat")
	for _, want := range [][]string{{"a:other", "b:of another chat"}, {"a:new"}, {"a:newer"}, nil} {
		for _, l := range wantLetters(t, s, noon, 9, want...) {
			sent(t, s, l, "")
		}
	}
}

func TestAnEditOnItsWayIsFollowedByTheNewer(t *testing.T) {
	s, _, _ := newStore(t)
	post(t, s, "a", "edit 7:old")
	old := next(t, s, noon, 1)[0]
	post(t, s, "a", "edit 7:newer")
	if err := s.Later(t.Context(), old.ID, noon, 1); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"a:old", "a:newer"} {
		sent(t, s, wantLetters(t, s, noon, 9, want)[0], "7")
	}
	if diff := cmp.Diff([]string{"7"}, sentMessages(t, s, "a")); diff != "" {
		t.Errorf("messages (-want +got):\n%s", diff)
	}
}

func TestAnUrgentEditIsNotReplacedByAnother(t *testing.T) {
	s, _, _ := newStore(t)
	post(t, s, "a", "!edit 7:card", "edit 7:question")
	sent(t, s, wantLetters(t, s, noon, 9, "!a:card")[0], "7")
	wantLetters(t, s, noon, 9, "a:question")
}

func TestARestartSendsWhatWasOnItsWayAgain(t *testing.T) {
	s, c, path := newStore(t)
	post(t, s, "a", "a1", "a2")
	sent(t, s, next(t, s, noon, 1)[0], "1")
	wantLetters(t, s, noon, 1, "a:a2")
	s.Close()
	s = open(t, path, c)
	select {
	case <-s.Wake():
	default:
		t.Error("nobody is woken for what waited since the last run")
	}
	wantLetters(t, s, noon, 1, "a:a2")
}

func TestWakeTellsOfLetters(t *testing.T) {
	s, _, _ := newStore(t)
	<-s.Wake() // of the start
	woken := func() bool {
		select {
		case <-s.Wake():
			return true
		default:
			return false
		}
	}
	save(t, s, store.Turn{Door: "web", Chat: "a", Conversation: conversation("x")})
	if woken() {
		t.Error("woken by a turn without letters")
	}
	post(t, s, "a", "1", "2")
	post(t, s, "b", "1")
	if !woken() || woken() {
		t.Error("not woken once for letters")
	}
	l := next(t, s, noon, 1)[0]
	sent(t, s, l, "")
	if !woken() {
		t.Error("not woken for the chat's next letter")
	}
}

func TestDroppedLettersAreCounted(t *testing.T) {
	s, _, path := newStore(t)
	post(t, s, "a", "1", "2", "3")
	post(t, s, "b", "1", "2")
	for _, l := range next(t, s, noon, 9) {
		reason := store.Gone
		if l.Chat == "b" {
			reason = store.Refused
		}
		for range 2 { // the second time there is nothing to drop
			if err := s.Drop(t.Context(), l.ID, reason); err != nil {
				t.Fatal(err)
			}
		}
	}
	wantLetters(t, s, noon, 9, "b:2") // a is gone, with all its letters
	got := query(t, path, `SELECT door || ' ' || reason || ' ' || n FROM dropped ORDER BY 1`)
	if diff := cmp.Diff([]string{"web gone 3", "web refused 1"}, got); diff != "" {
		t.Errorf("dropped (-want +got):\n%s", diff)
	}
}

func TestALetterThatCannotBeReadHoldsNobodyUp(t *testing.T) {
	s, c, path := newStore(t)
	post(t, s, "a", "1", "2")
	s.Close()
	s = open(t, path, c)
	change(t, path, `UPDATE outbox SET sealed = zeroblob(80) WHERE id = 1`)
	wantLetters(t, s, noon, 9)
	wantLetters(t, s, noon, 9, "a:2")
	if diff := cmp.Diff([]string{"unreadable"}, query(t, path, `SELECT reason FROM dropped`)); diff != "" {
		t.Errorf("dropped (-want +got):\n%s", diff)
	}
}

func TestHide(t *testing.T) {
	s, c, _ := newStore(t)
	remove := func(ids []string) store.Letter {
		return store.Letter{Body: []byte("remove " + strings.Join(ids, ","))}
	}
	post(t, s, "a", "1")
	sent(t, s, next(t, s, noon, 1)[0], "100")
	c.at = noon.Add(store.SentLife - time.Hour)
	save(t, s, store.Turn{Door: "web", Chat: "a", Messages: []string{"101"}, Letters: []store.Letter{{Body: []byte("2")}}})
	sent(t, s, next(t, s, c.at, 1)[0], "102")
	post(t, s, "b", "1")
	c.at = noon.Add(store.SentLife) // 100 is too old by now
	post(t, s, "a", "on its way", "waits")
	flying := wantLetters(t, s, c.at, 9, "b:1", "a:on its way")
	sent(t, s, flying[0], "200")

	saved := save(t, s, store.Turn{
		Door: "web", Chat: "a", Messages: []string{"103"}, Do: []talk.Effect{people.Hide{}}, Remove: remove,
		Letters: []store.Letter{{Body: []byte("hidden")}},
	})
	hidden := map[string]bool{}
	for _, id := range saved.Hidden {
		hidden[id] = true
	}
	if diff := cmp.Diff(map[string]bool{"101": true, "102": true, "103": true}, hidden); diff != "" {
		t.Errorf("hidden (-want +got):\n%s", diff)
	}
	if got := sentMessages(t, s, "a"); len(got) != 0 {
		t.Errorf("after /hide these are still known: %v", got)
	}
	if diff := cmp.Diff([]string{"200"}, sentMessages(t, s, "b")); diff != "" {
		t.Errorf("another chat's messages (-want +got):\n%s", diff)
	}
	sent(t, s, flying[1], "104") // it arrives after all, and is removed
	for _, want := range []string{"a:remove " + strings.Join(saved.Hidden, ","), "a:hidden", "a:remove 104"} {
		sent(t, s, wantLetters(t, s, c.at, 9, want)[0], "")
	}
	wantLetters(t, s, c.at, 9)
}

func TestMessagesAreKnownFor47Hours(t *testing.T) {
	s, c, path := newStore(t)
	post(t, s, "a", "1")
	sent(t, s, next(t, s, noon, 1)[0], "100")
	c.at = noon.Add(46*time.Hour + 59*time.Minute)
	if err := s.Purge(t.Context(), c.at); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"100"}, sentMessages(t, s, "a")); diff != "" {
		t.Errorf("messages (-want +got):\n%s", diff)
	}
	c.at = noon.Add(47 * time.Hour)
	if got := sentMessages(t, s, "a"); len(got) != 0 {
		t.Errorf("after 47 hours these are still known: %v", got)
	}
	if err := s.Purge(t.Context(), c.at); err != nil {
		t.Fatal(err)
	}
	if got := query(t, path, `SELECT count(*) FROM sent_message`); got[0] != "0" {
		t.Errorf("after a purge %s rows are left", got[0])
	}
}

// query reads the first column of a file, as somebody would who has no keys.
func query(t testing.TB, path, q string, args ...any) []string {
	t.Helper()
	db, err := sqlite.Open(t.Context(), path, store.Set, sqlite.Options{SecureDelete: true})
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	rows, err := db.Read.QueryContext(t.Context(), q, args...)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	var out []string
	for rows.Next() {
		var v string
		if err := rows.Scan(&v); err != nil {
			t.Fatal(err)
		}
		out = append(out, v)
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return out
}

// change changes a file behind the store's back.
func change(t testing.TB, path, q string) {
	t.Helper()
	db, err := sqlite.Open(t.Context(), path, store.Set, sqlite.Options{SecureDelete: true})
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.Write.ExecContext(t.Context(), q); err != nil {
		t.Fatal(err)
	}
}

// The clock went back by hours: letters that would wait until it is where it was
// leave now, in their order, and those that were put off for a while wait for it.
func TestHastenBringsLettersForward(t *testing.T) {
	for _, most := range []int{0, 1000} { // from the file and from memory
		s, _, _ := newStore(t)
		s.Crowd(most)
		post(t, s, "a", "a1", "a2")
		post(t, s, "b", "b1")
		back := noon.Add(-3 * time.Hour)
		wantLetters(t, s, back, 9)
		for _, l := range wantLetters(t, s, noon, 9, "a:a1", "b:b1") {
			due := noon
			if l.Chat == "b" {
				due = back.Add(10 * time.Minute)
			}
			if err := s.Later(t.Context(), l.ID, due, 3); err != nil {
				t.Fatal(err)
			}
		}
		if err := s.Hasten(t.Context(), back, back.Add(15*time.Minute)); err != nil {
			t.Fatal(err)
		}
		a1 := wantLetters(t, s, back, 9, "a:a1")[0]
		if a1.Tries != 3 {
			t.Errorf("%d tries are known, want 3", a1.Tries)
		}
		sent(t, s, a1, "1")
		wantLetters(t, s, back, 9, "a:a2")
		wantLetters(t, s, back.Add(10*time.Minute), 9, "b:b1")
	}
}
