package store_test

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"signpost/bot/counts"
	"signpost/bot/keys"
	"signpost/bot/people"
	"signpost/bot/store"
	"signpost/bot/talk"
	"signpost/directory/sqlite"
)

var update = flag.Bool("update", false, "rewrite schema.sql")

var root = [32]byte([]byte("an invented root for tests only!"))

// clock is a clock that a test moves.
type clock struct{ at time.Time }

func (c *clock) now() time.Time { return c.at }

// noon is where every test begins.
var noon = time.Date(2026, time.November, 22, 12, 0, 0, 0, time.UTC)

// open opens a store at path, to be closed with the test.
func open(t testing.TB, path string, c *clock) *store.Store {
	t.Helper()
	s, err := store.Open(t.Context(), path, keys.New(root, nil), c.now)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func newStore(t testing.TB) (*store.Store, *clock, string) {
	t.Helper()
	c := &clock{noon}
	path := filepath.Join(t.TempDir(), "bot.db")
	return open(t, path, c), c, path
}

func save(t testing.TB, s *store.Store, turn store.Turn) store.Saved {
	t.Helper()
	saved, err := s.Save(context.Background(), turn)
	if err != nil {
		t.Fatal(err)
	}
	return saved
}

func load(t testing.TB, s *store.Store, door, chat string) store.State {
	t.Helper()
	state, err := s.Load(context.Background(), door, chat, "")
	if err != nil {
		t.Fatal(err)
	}
	return state
}

func conversation(step string) *talk.Conversation {
	return &talk.Conversation{
		ID: "AAAAAAAAAAA", Language: "pl", Flow: "find", Step: step, Turn: 3,
		Answers: talk.Answers{"where": json.RawMessage(`"Little Hallam"`)},
		Trail:   []talk.Mark{{Step: "need", Answers: talk.Answers{"need": json.RawMessage(`["sleep"]`)}}},
	}
}

func TestSchema(t *testing.T) {
	db, err := sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "bot.db"), store.Set, sqlite.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	got, err := db.Schema(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile("schema.sql", []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile("schema.sql")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("schema.sql is not what the migrations make (-want +got):\n%s", diff)
	}
}

func TestLoadOfAStranger(t *testing.T) {
	s, _, _ := newStore(t)
	if diff := cmp.Diff(store.State{}, load(t, s, "web", "nobody")); diff != "" {
		t.Errorf("a stranger's state (-want +got):\n%s", diff)
	}
}

func TestSaveThenLoadAcrossARestart(t *testing.T) {
	s, c, path := newStore(t)
	want := conversation("where")
	save(t, s, store.Turn{
		Door: "telegram", Chat: "42", Update: "1", Conversation: want,
		Do: []talk.Effect{people.RememberLanguage{Language: "pl"}},
	})
	save(t, s, store.Turn{Door: "telegram", Chat: "42", Update: "2"}) // nil leaves it
	check := func(s *store.Store) {
		t.Helper()
		if diff := cmp.Diff(store.State{Conversation: want, Language: "pl", Touched: noon}, load(t, s, "telegram", "42")); diff != "" {
			t.Errorf("what was loaded (-want +got):\n%s", diff)
		}
		for _, other := range [][2]string{{"web", "42"}, {"telegram", "43"}} {
			if state := load(t, s, other[0], other[1]); state.Conversation != nil || state.Language != "" {
				t.Errorf("%v has the state of another chat", other)
			}
		}
	}
	check(s)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	check(open(t, path, c))
}

func TestOpenRefusesAnotherKeyFile(t *testing.T) {
	s, c, path := newStore(t)
	s.Close()
	other := root
	other[0]++
	if _, err := store.Open(t.Context(), path, keys.New(other, nil), c.now); !errors.Is(err, store.ErrOtherKeys) {
		t.Errorf("Open with other keys = %v, want ErrOtherKeys", err)
	}
}

func TestSaveOnlyOnce(t *testing.T) {
	s, _, _ := newStore(t)
	turn := store.Turn{
		Door: "telegram", Chat: "42", Update: "7", Conversation: conversation("first"),
		Count: []counts.Entry{{Kind: counts.Opened}}, Letters: []store.Letter{{Body: []byte("a")}},
		Jobs: []store.Job{{Key: "k", Kind: "nudge", Due: noon}},
	}
	save(t, s, turn)
	turn.Conversation = conversation("second")
	turn.Jobs[0].Key = "l"
	if _, err := s.Save(t.Context(), turn); !errors.Is(err, store.ErrSeen) {
		t.Errorf("the second delivery: %v, want ErrSeen", err)
	}
	if got := load(t, s, "telegram", "42").Conversation.Step; got != "first" {
		t.Errorf("the conversation stands at %q, want the first delivery's", got)
	}
	if n, _ := s.Pending(t.Context(), "telegram", "42"); n != 1 {
		t.Errorf("%d letters wait, want 1", n)
	}
	if jobs, _ := s.DueJobs(t.Context(), noon, 9); len(jobs) != 1 {
		t.Errorf("%d jobs, want 1", len(jobs))
	}
	tallies, err := s.Tallies(t.Context(), 0, 999999)
	if diff := cmp.Diff([]store.Tally{{202611, counts.Entry{Kind: counts.Opened}, 1}}, tallies); diff != "" || err != nil {
		t.Errorf("counted (-want +got): %v\n%s", err, diff)
	}
	turn.Door = "web" // its update ids are its own
	save(t, s, turn)
	for door, want := range map[string]bool{"telegram": true, "web": true, "terminal": false} {
		if got, err := s.Seen(t.Context(), door, "7"); got != want || err != nil {
			t.Errorf("Seen(%s) = %v, %v; want %v", door, got, err, want)
		}
	}
}

func TestConversationEnds(t *testing.T) {
	s, c, _ := newStore(t)
	save(t, s, store.Turn{Door: "web", Chat: "x", Conversation: conversation("where")})
	c.at = noon.Add(store.ConversationLife - 15*time.Minute)
	if at := load(t, s, "web", "x").Touched; !at.Equal(noon) {
		t.Errorf("it was touched at %s, want %s", at, noon)
	}
	if load(t, s, "web", "x").Conversation == nil {
		t.Error("the conversation ended too early")
	}
	c.at = noon.Add(store.ConversationLife)
	if load(t, s, "web", "x").Conversation != nil {
		t.Error("the conversation did not end")
	}
}

func TestLanguageIsForgottenOnRequest(t *testing.T) {
	s, _, _ := newStore(t)
	for _, language := range []string{"pl", "ur", ""} {
		save(t, s, store.Turn{Door: "web", Chat: "x", Do: []talk.Effect{people.RememberLanguage{Language: language}}})
		if got := load(t, s, "web", "x").Language; got != language {
			t.Errorf("the language is %q, want %q", got, language)
		}
	}
}

func TestLanguageIsKeptWhileItIsUsed(t *testing.T) {
	s, c, _ := newStore(t)
	save(t, s, store.Turn{Door: "web", Chat: "x", Do: []talk.Effect{people.RememberLanguage{Language: "pl"}}})
	for range 3 { // coming back every 100 days keeps it, though 180 pass in between
		c.at = c.at.AddDate(0, 0, 100)
		if err := s.Purge(t.Context(), c.at); err != nil {
			t.Fatal(err)
		}
		if got := load(t, s, "web", "x").Language; got != "pl" {
			t.Fatalf("on %v the language is %q, want pl", c.at, got)
		}
	}
	c.at = c.at.AddDate(0, 0, 181)
	if err := s.Purge(t.Context(), c.at); err != nil {
		t.Fatal(err)
	}
	if got := load(t, s, "web", "x").Language; got != "" {
		t.Errorf("after 181 days the language is still %q", got)
	}
}

func TestCountsAreByTheMonthInLondon(t *testing.T) {
	s, c, _ := newStore(t)
	c.at = time.Date(2026, time.August, 1, 12, 0, 0, 0, time.UTC)
	e := counts.Entry{Kind: counts.Asked, Need: "sleep", District: "high-peak", Language: "pl", Community: "polish", Way: "phone", Time: "evenings", Outcome: "o", Door: "web", Poster: "p1"}
	for i, at := range []time.Time{
		time.Date(2026, time.July, 31, 22, 59, 59, 0, time.UTC), // 23:59 in summer
		time.Date(2026, time.July, 31, 23, 0, 0, 0, time.UTC),   // midnight
		{},                    // now
		c.at.AddDate(0, 1, 0), // a clock that is wrong
	} {
		save(t, s, store.Turn{Door: "web", Chat: fmt.Sprint(i), At: at, Count: []counts.Entry{e, e}})
	}
	got, err := s.Tallies(t.Context(), 202607, 202608)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]store.Tally{{202607, e, 2}, {202608, e, 6}}, got); diff != "" {
		t.Errorf("tallies (-want +got):\n%s", diff)
	}
	if got, _ := s.Tallies(t.Context(), 202609, 203001); len(got) != 0 {
		t.Errorf("in months without turns: %v", got)
	}
}

func TestUrgentIsACountyTotal(t *testing.T) {
	s, _, _ := newStore(t)
	save(t, s, store.Turn{Door: "web", Chat: "x", Count: []counts.Entry{
		{Kind: counts.UrgentShown, Need: "abuse", District: "glossop", Language: "ur", Door: "web", Poster: "p"},
		{Kind: counts.UrgentShown, Door: "telegram"},
	}})
	got, err := s.Tallies(t.Context(), 0, 999999)
	if diff := cmp.Diff([]store.Tally{{202611, counts.Entry{Kind: counts.UrgentShown}, 2}}, got); diff != "" || err != nil {
		t.Errorf("urgent cards are counted as (-want +got): %v\n%s", err, diff)
	}
}

func TestAConversationThatCannotBeReadBeginsAnew(t *testing.T) {
	s, _, path := newStore(t)
	save(t, s, store.Turn{Door: "web", Chat: "x", Conversation: conversation("where")})
	change(t, path, `UPDATE conversation SET sealed = zeroblob(100)`)
	if diff := cmp.Diff(store.State{Lost: true}, load(t, s, "web", "x")); diff != "" {
		t.Errorf("what was loaded (-want +got):\n%s", diff)
	}
	save(t, s, store.Turn{Door: "web", Chat: "x", Conversation: conversation("need")})
	if load(t, s, "web", "x").Conversation == nil {
		t.Error("it did not begin anew")
	}
}

// A row must not open under another chat, even for somebody who can write to
// the file.
func TestABoxStaysInItsRow(t *testing.T) {
	s, _, path := newStore(t)
	save(t, s, store.Turn{Door: "web", Chat: "x", Conversation: conversation("where")})
	save(t, s, store.Turn{Door: "web", Chat: "y", Conversation: conversation("need")})
	change(t, path, `UPDATE conversation SET sealed = (SELECT o.sealed FROM conversation o WHERE o.chat <> conversation.chat)`)
	if state := load(t, s, "web", "x"); state.Conversation != nil {
		t.Errorf("the conversation of another chat: %+v", state.Conversation)
	}
}

// Who has the file must not learn from it when somebody wrote.
func TestTimesBesideAChatAreCoarse(t *testing.T) {
	s, c, path := newStore(t)
	c.at = noon.Add(7*time.Minute + 8*time.Second + 9*time.Millisecond)
	save(t, s, everything("42", "1"))
	sent(t, s, next(t, s, c.at, 1)[0], "m")
	quarter := fmt.Sprint(noon.UnixMilli())
	day := fmt.Sprint(noon.Truncate(24 * time.Hour).UnixMilli())
	for column, want := range map[string]string{
		"at FROM seen_update": quarter, "updated_at FROM conversation": quarter, "created_at FROM outbox": quarter,
		"sent_at FROM sent_message": quarter, "used_at FROM preference": day,
	} {
		for _, got := range query(t, path, `SELECT `+column) {
			if got != want {
				t.Errorf("%s = %s, want %s", column, got, want)
			}
		}
	}
}

func TestTablesCannotBeJoined(t *testing.T) {
	s, _, path := newStore(t)
	save(t, s, everything("42", "1"))
	seen := map[string]bool{}
	for _, h := range traces(t, path) {
		if seen[string(h)] {
			t.Error("a chat has the same hash in two tables")
		}
		seen[string(h)] = true
	}
}
