package store_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"signpost/bot/counts"
	"signpost/bot/keys"
	"signpost/bot/people"
	"signpost/bot/store"
	"signpost/bot/talk"
	"signpost/bot/upkeep"
	"signpost/directory/sqlite"
)

// files are the bytes of the database and whatever lies beside it, by name.
func files(t testing.TB, path string) map[string][]byte {
	t.Helper()
	all, err := filepath.Glob(path + "*")
	if err != nil {
		t.Fatal(err)
	}
	out := map[string][]byte{}
	for _, name := range all {
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		out[filepath.Base(name)] = b
	}
	if len(out) == 0 {
		t.Fatal("there are no files to look into")
	}
	return out
}

// wantNowhere looks for bytes in all files.
func wantNowhere(t testing.TB, path, what string, needle []byte) {
	t.Helper()
	for name, b := range files(t, path) {
		if n := bytes.Count(b, needle); n > 0 {
			t.Errorf("%s is in %s, %d times", what, name, n)
		}
	}
}

func found(t testing.TB, path string, needle []byte) bool {
	for _, b := range files(t, path) {
		if bytes.Contains(b, needle) {
			return true
		}
	}
	return false
}

var ids atomic.Int64

// newID is an id that no test has had before.
func newID(of string) string { return fmt.Sprint(of, "-", ids.Add(1)) }

// everything is a turn that leaves something of a chat in every table.
func everything(chat, update string) store.Turn {
	c := conversation("where")
	c.Answers["told"] = json.RawMessage(`"CANARY-ANSWER"`)
	return store.Turn{
		Door: "telegram", Chat: chat, Update: update, Messages: []string{"CANARY-MESSAGE"}, Conversation: c,
		Do: []talk.Effect{
			people.RememberLanguage{Language: "CANARY-LANGUAGE"},
			upkeep.Reported{Report: upkeep.Report{ID: newID("report"), Service: "advice", Wrong: upkeep.WrongClosed, Waits: true}},
		},
		Count: []counts.Entry{{Kind: counts.Opened}},
		Letters: []store.Letter{
			{Body: []byte("CANARY-LETTER " + chat)},
			{Body: []byte("CANARY-EDIT"), Edit: "CANARY-MESSAGE"},
		},
		Jobs:   []store.Job{{Key: "CANARY-KEY " + chat, Kind: "reminder", Due: noon.Add(time.Hour), Door: "telegram", Chat: chat, Body: []byte("CANARY-JOB")}},
		Change: &store.Change{Key: newID("CANARY-CHANGE"), Body: []byte("CANARY-BODY " + chat)},
	}
}

func TestFilesSayNothing(t *testing.T) {
	s, _, path := newStore(t)
	chat := "5000000042-CANARY-CHAT"
	save(t, s, everything(chat, "CANARY-UPDATE"))
	sent(t, s, next(t, s, noon, 1)[0], "CANARY-SENT")
	save(t, s, store.Turn{Door: "telegram", Chat: chat, Do: []talk.Effect{people.Hide{}}, Remove: func(ids []string) store.Letter {
		return store.Letter{Body: []byte(strings.Join(ids, " "))}
	}})
	post(t, s, chat, "CANARY-AFTER")
	// The count is in clear, so what is looked for would be found.
	if !found(t, path, []byte("opened")) {
		t.Fatal("not even the count is in the files")
	}
	look := func(when string) {
		t.Helper()
		for _, canary := range []string{"CANARY", "5000000042", "Hallam", "sleep", "AAAAAAAAAAA"} {
			wantNowhere(t, path, when+": "+canary, []byte(canary))
		}
	}
	look("open")
	s.Close()
	look("closed")
}

// traces are the hashes that a chat has in a file, read from its rows.
func traces(t testing.TB, path string) [][]byte {
	t.Helper()
	var out [][]byte
	for _, table := range chatTables(t, path) {
		for _, h := range query(t, path, `SELECT DISTINCT chat FROM `+table+` WHERE chat IS NOT NULL`) {
			out = append(out, []byte(h))
		}
	}
	return out
}

// chatTables are the tables that have a column chat, but for forgotten.
func chatTables(t testing.TB, path string) []string {
	return query(t, path, `SELECT m.name FROM sqlite_schema m JOIN pragma_table_info(m.name) c
		WHERE m.type = 'table' AND c.name = 'chat' AND m.name <> 'forgotten' ORDER BY 1`)
}

func TestForgetKnowsEveryTable(t *testing.T) {
	s, _, path := newStore(t)
	tables := chatTables(t, path)
	if len(tables) < 7 {
		t.Fatalf("only %v have a chat", tables)
	}
	save(t, s, everything("42", "1"))
	for _, table := range tables {
		if query(t, path, `SELECT count(*) FROM `+table)[0] == "0" {
			t.Errorf("%s has no row: the test must leave one in every table", table)
		}
	}
	save(t, s, store.Turn{Door: "telegram", Chat: "42", Do: []talk.Effect{people.Forget{}}})
	for _, table := range tables {
		if n := query(t, path, `SELECT count(*) FROM `+table)[0]; n != "0" {
			t.Errorf("after /forget %s has %s rows", table, n)
		}
	}
}

func TestForgetLeavesNoTrace(t *testing.T) {
	s, _, path := newStore(t)
	save(t, s, everything("42", "1"))
	mine := traces(t, path)
	if len(mine) != 7 {
		t.Fatalf("the chat has %d hashes, want one of its own in each of 7 tables", len(mine))
	}
	for _, h := range mine {
		if !found(t, path, h) {
			t.Fatal("a hash of the chat is not in the files even before /forget")
		}
	}
	save(t, s, everything("43", "2")) // others go on
	save(t, s, store.Turn{
		Door: "telegram", Chat: "42", Update: "3", Messages: []string{"7"}, Conversation: conversation("start"),
		Do:      []talk.Effect{people.RememberLanguage{Language: "pl"}, people.Forget{}, people.RememberLanguage{Language: "pl"}},
		Jobs:    []store.Job{{Key: "k", Kind: "reminder", Due: noon, Door: "telegram", Chat: "42"}},
		Letters: []store.Letter{{Body: []byte("forgotten")}},
	})
	if diff := cmp.Diff(store.State{}, load(t, s, "telegram", "42")); diff != "" {
		t.Errorf("what is still known of the chat (-want +got):\n%s", diff)
	}
	// Its last letter still needs to be delivered, then that is gone as well.
	letters := next(t, s, noon, 9)
	if len(letters) != 2 || letters[1].Chat != "42" || string(letters[1].Body) != "forgotten" {
		t.Fatalf("letters after /forget: %v", bodies(letters))
	}
	sent(t, s, letters[1], "8")
	for i, h := range mine {
		wantNowhere(t, path, fmt.Sprint("hash ", i), h)
	}
	if load(t, s, "telegram", "43").Conversation == nil {
		t.Error("another chat was forgotten as well")
	}
}

// Pages split, merge and move cells as tables grow and shrink. SQLite leaves copies
// behind then, which no later deletion finds; the next purge does.
func TestForgetLeavesNoTraceAmongMany(t *testing.T) {
	s, _, path := newStore(t)
	const chats = 600
	name := func(i int) string { return fmt.Sprint("chat-", i) }
	mine := map[string][][]byte{}
	k := keys.New(root, nil)
	for i := range chats {
		turn := everything(name(i), fmt.Sprint(i))
		turn.Letters = append(turn.Letters, store.Letter{Body: bytes.Repeat([]byte("long "), i*7%900)})
		save(t, s, turn)
		for _, purpose := range []string{"conversation", "preference", "outbox", "sent_message", "job", "report_waiting", "pending_change"} {
			h := k.Hash(purpose, "telegram", name(i))
			mine[name(i)] = append(mine[name(i)], h[:])
		}
	}
	for i := 0; i < chats; i += 3 {
		save(t, s, store.Turn{Door: "telegram", Chat: name(i), Do: []talk.Effect{people.Forget{}}})
	}
	if err := s.Purge(t.Context(), noon); err != nil {
		t.Fatal(err)
	}
	all := files(t, path)
	left := 0
	for i := range chats {
		for j, h := range mine[name(i)] {
			is := false
			for _, b := range all {
				is = is || bytes.Contains(b, h)
			}
			if want := i%3 != 0; is && !want {
				left++
				t.Logf("chat %d, hash %d", i, j)
			} else if !is && want {
				t.Fatalf("hash %d of chat %d, who stays, is not in the files", j, i)
			}
		}
	}
	if left > 0 {
		t.Errorf("%d hashes of forgotten chats are in the files", left)
	}
}

func TestUpdatesFromBeforeAForgetBringNothingBack(t *testing.T) {
	s, c, _ := newStore(t)
	forget := noon.Add(500 * time.Millisecond)
	c.at = noon.Add(time.Minute)
	save(t, s, store.Turn{Door: "web", Chat: "a", At: forget, Do: []talk.Effect{people.Forget{}}})
	late := store.Turn{Door: "web", Chat: "a", At: noon.Add(-time.Second), Conversation: conversation("x"), Count: []counts.Entry{{Kind: counts.Opened}}}
	for _, update := range []string{"", "9", "9"} {
		late.Update = update
		if _, err := s.Save(t.Context(), late); !errors.Is(err, store.ErrForgotten) {
			t.Errorf("update %q from before: %v, want ErrForgotten", update, err)
		}
	}
	if load(t, s, "web", "a").Conversation != nil {
		t.Error("the conversation came back")
	}
	if got, _ := s.Tallies(t.Context(), 0, 999999); len(got) != 0 {
		t.Errorf("counted: %v", got)
	}
	// Doors tell the second only, so the same second is not before.
	late.At, late.Update = noon, "10"
	save(t, s, late)
	if load(t, s, "web", "a").Conversation == nil {
		t.Error("who comes back after /forget is not known again")
	}
	late.Chat, late.At, late.Update = "b", noon.Add(-time.Hour), "11"
	save(t, s, late) // nobody forgot b
}

func TestALetterOnItsWayWhenForgotten(t *testing.T) {
	s, _, path := newStore(t)
	post(t, s, "a", "on its way", "waits")
	l := next(t, s, noon, 1)[0]
	save(t, s, store.Turn{Door: "web", Chat: "a", Do: []talk.Effect{people.Forget{}}, Letters: []store.Letter{{Body: []byte("done")}}})
	if len(next(t, s, noon, 9)) != 0 {
		t.Error("two letters of a chat are on their way")
	}
	sent(t, s, l, "100")
	if got := query(t, path, `SELECT count(*) FROM sent_message`)[0]; got != "0" {
		t.Error("a message of a forgotten chat was noted")
	}
	wantLetters(t, s, noon, 9, "a:done")
}

func TestForgetAndHideTogether(t *testing.T) {
	s, _, path := newStore(t)
	post(t, s, "a", "1")
	sent(t, s, next(t, s, noon, 1)[0], "100")
	saved := save(t, s, store.Turn{
		Door: "web", Chat: "a", Do: []talk.Effect{people.Forget{}, people.Hide{}},
		Remove: func(ids []string) store.Letter { return store.Letter{Body: []byte("remove " + ids[0])} },
	})
	if diff := cmp.Diff([]string{"100"}, saved.Hidden); diff != "" {
		t.Errorf("hidden (-want +got):\n%s", diff)
	}
	sent(t, s, wantLetters(t, s, noon, 9, "a:remove 100")[0], "")
	if left := traces(t, path); len(left) != 0 {
		t.Errorf("%d hashes are left", len(left))
	}
}

func TestRetentionCoversEveryTable(t *testing.T) {
	_, _, path := newStore(t)
	for _, table := range query(t, path, `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`) {
		rule := slices.ContainsFunc(store.Retention, func(r store.Rule) bool { return r.Table == table })
		if rule == (store.Unlimited[table] != "") {
			t.Errorf("%s must have either a rule of retention or a reason to stay", table)
		}
	}
}

func TestPurge(t *testing.T) {
	s, c, path := newStore(t)
	count := func(table, only string) string {
		return query(t, path, `SELECT count(*) FROM `+table+` WHERE `+only)[0]
	}
	fill := func() {
		save(t, s, everything("42", "1"))
		fillPeople(t, s, path)
		save(t, s, store.Turn{Door: "web", Chat: "gone", Do: []talk.Effect{people.Forget{}}})
		if err := s.AddJobs(t.Context(), store.Job{Key: "done", Kind: "x", Due: noon}); err != nil {
			t.Fatal(err)
		}
		jobs, err := s.DueJobs(t.Context(), noon, 1)
		if err != nil {
			t.Fatal(err)
		}
		if err := s.FinishJob(t.Context(), jobs[0].ID, store.Finished{}); err != nil {
			t.Fatal(err)
		}
		post(t, s, "lost", "x")
		for _, l := range next(t, s, noon, 9) {
			switch l.Chat {
			case "lost":
				if err := s.Drop(t.Context(), l.ID, store.Refused); err != nil {
					t.Fatal(err)
				}
			case "told":
				sent(t, s, l, "")
			}
		}
	}
	fill()
	for _, r := range store.Retention {
		only := r.Only
		if only == "" {
			only = "true"
		}
		if count(r.Table, only) == "0" {
			t.Fatalf("%s (%s) has no row to purge", r.Table, only)
		}
		var since int64
		if _, err := fmt.Sscan(query(t, path, `SELECT max(`+r.Since+`) FROM `+r.Table+` WHERE `+only)[0], &since); err != nil {
			t.Fatal(err)
		}
		end := time.UnixMilli(since).Add(r.Keep)
		if r.Months > 0 {
			end = time.Date(2026, time.November+time.Month(r.Months), 1, 0, 0, 0, 0, time.UTC) // November 2026 counts as one
		}
		c.at = end.Add(-time.Minute)
		if err := s.Purge(t.Context(), c.at); err != nil {
			t.Fatal(err)
		}
		if count(r.Table, only) == "0" {
			t.Errorf("%s (%s) was purged before %v had passed", r.Table, only, r.Keep)
		}
		c.at = end
		if err := s.Purge(t.Context(), c.at); err != nil {
			t.Fatal(err)
		}
		if n := count(r.Table, only); n != "0" && r.Table != "dropped" {
			t.Errorf("%s (%s) still has %s rows after %v", r.Table, only, n, r.Keep)
		}
		// Start anew, since a purge for one rule takes rows of the shorter ones.
		s.Close()
		os.Remove(path)
		c.at = noon
		s = open(t, path, c)
		fill()
	}
}

func TestPurgeTakesManyRows(t *testing.T) {
	s, c, path := newStore(t)
	for i := range 1201 { // more than are removed in one piece
		save(t, s, store.Turn{Door: "web", Chat: "x", Update: fmt.Sprint(i)})
	}
	c.at = noon.Add(48 * time.Hour)
	if err := s.Purge(t.Context(), c.at); err != nil {
		t.Fatal(err)
	}
	if n := query(t, path, `SELECT count(*) FROM seen_update`)[0]; n != "0" {
		t.Errorf("%s rows are left", n)
	}
}

func TestPurgeEmptiesTheLog(t *testing.T) {
	s, _, path := newStore(t)
	save(t, s, everything("42", "1"))
	if len(files(t, path)["bot.db-wal"]) == 0 {
		t.Fatal("there is nothing in the log")
	}
	if err := s.Purge(t.Context(), noon); err != nil {
		t.Fatal(err)
	}
	if n := len(files(t, path)["bot.db-wal"]); n != 0 {
		t.Errorf("the log has %d bytes", n)
	}
}

// A reader that does not end keeps the log from being emptied. The row is gone
// all the same, and the log is emptied as soon as that can be done.
func TestForgetWhileSomebodyReads(t *testing.T) {
	s, _, path := newStore(t)
	save(t, s, everything("42", "1"))
	mine := traces(t, path)
	db, err := sqlite.Open(t.Context(), path, store.Set, sqlite.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	rows, err := db.Read.QueryContext(t.Context(), `SELECT * FROM conversation, (SELECT 1 UNION SELECT 2)`)
	if err != nil {
		t.Fatal(err)
	}
	if !rows.Next() {
		t.Fatal("nothing to read")
	}
	save(t, s, store.Turn{Door: "telegram", Chat: "42", Do: []talk.Effect{people.Forget{}}})
	if load(t, s, "telegram", "42").Conversation != nil {
		t.Error("the conversation is still there")
	}
	if err := s.Purge(t.Context(), noon); !errors.Is(err, sqlite.ErrBusy) {
		t.Errorf("Purge while somebody reads = %v, want ErrBusy", err)
	}
	rows.Close()
	save(t, s, store.Turn{Door: "telegram", Chat: "43", Update: "2"}) // any commit will do
	for i, h := range mine {
		wantNowhere(t, path, fmt.Sprint("hash ", i), h)
	}
}
