package store_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
	"testing"

	"signpost/bot/counts"
	"signpost/bot/store"
)

// saveAll saves turns of many chats at once, over the stores in turn; every
// turn is delivered twice.
func saveAll(t *testing.T, chats, turns int, stores ...*store.Store) {
	t.Helper()
	var seen atomic.Int64
	var wg sync.WaitGroup
	for chat := range chats {
		wg.Go(func() {
			for n := range turns {
				for again := range 2 {
					turn := store.Turn{
						Door: "web", Chat: fmt.Sprint(chat), Update: fmt.Sprint(chat, "-", n),
						Conversation: conversation(fmt.Sprint("step", n)),
						Count:        []counts.Entry{{Kind: counts.Asked}},
						Letters:      []store.Letter{{Body: fmt.Append(nil, n)}},
					}
					_, err := stores[(chat+n+again)%len(stores)].Save(context.Background(), turn)
					switch {
					case errors.Is(err, store.ErrSeen):
						seen.Add(1)
					case err != nil:
						t.Error(err)
						return
					}
				}
			}
		})
	}
	wg.Wait()
	if want := int64(chats * turns); seen.Load() != want {
		t.Errorf("%d second deliveries were noticed, want %d", seen.Load(), want)
	}
}

// wantAll looks whether all that saveAll saved is there.
func wantAll(t *testing.T, s *store.Store, chats, turns int) {
	t.Helper()
	for chat := range chats {
		state := load(t, s, "web", fmt.Sprint(chat))
		if state.Conversation == nil || state.Conversation.Step != fmt.Sprint("step", turns-1) {
			t.Errorf("chat %d stands at %+v", chat, state.Conversation)
		}
		if n, err := s.Pending(t.Context(), "web", fmt.Sprint(chat)); n != turns || err != nil {
			t.Errorf("chat %d: %d letters wait, %v; want %d", chat, n, err, turns)
		}
	}
	tallies, err := s.Tallies(t.Context(), 0, 999999)
	if err != nil || len(tallies) != 1 || tallies[0].N != chats*turns {
		t.Errorf("counted %v, %v; want %d", tallies, err, chats*turns)
	}
	for n := range turns { // each chat's letters in the order of its turns
		letters := next(t, s, noon, chats)
		if len(letters) != chats {
			t.Fatalf("%d letters are due, want one of each of %d chats", len(letters), chats)
		}
		var wg sync.WaitGroup
		for _, l := range letters {
			if string(l.Body) != fmt.Sprint(n) {
				t.Errorf("chat %s gets letter %s, want %d", l.Chat, l.Body, n)
			}
			wg.Go(func() {
				if err := s.Sent(context.Background(), l.ID, "m"); err != nil {
					t.Error(err)
				}
			})
		}
		wg.Wait()
	}
}

func TestManySaveAtOnce(t *testing.T) {
	s, _, _ := newStore(t)
	saveAll(t, 64, 8, s)
	wantAll(t, s, 64, 8)
}

// Two processes may have the file open: a command runs beside the bot.
func TestTwoStoresOnOneFile(t *testing.T) {
	s, c, path := newStore(t)
	saveAll(t, 16, 4, s, open(t, path, c))
	wantAll(t, s, 16, 4)
}

// A process that is killed leaves the files as they are at that moment. All
// that was said to be saved is in them.
func TestAKilledProcessLosesNothing(t *testing.T) {
	s, c, path := newStore(t)
	saveAll(t, 16, 4, s)
	dead := filepath.Join(t.TempDir(), "bot.db")
	// The -shm file is shared memory and is rebuilt from the log.
	for _, end := range []string{"", "-wal"} {
		b, err := os.ReadFile(path + end)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(dead+end, b, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	wantAll(t, open(t, dead, c), 16, 4)
}

// While some look for letters and report them, others save: no letter is lost,
// given twice or out of its chat's order.
func TestDeliveryWhileOthersSave(t *testing.T) {
	s, _, _ := newStore(t)
	const chats, turns = 16, 8
	saved := make(chan struct{})
	go func() {
		defer close(saved)
		saveAll(t, chats, turns, s)
	}()
	var mu sync.Mutex
	got := map[string]int{}
	var arrived atomic.Int64
	var wg sync.WaitGroup
	for range 3 {
		wg.Go(func() {
			for arrived.Load() < chats*turns {
				letters, err := s.Next(context.Background(), noon, 5)
				if err != nil {
					t.Error(err)
					return
				}
				for _, l := range letters {
					mu.Lock()
					if string(l.Body) != fmt.Sprint(got[l.Chat]) {
						t.Errorf("chat %s gets letter %s, want %d", l.Chat, l.Body, got[l.Chat])
					}
					got[l.Chat]++
					mu.Unlock()
					if err := s.Sent(context.Background(), l.ID, ""); err != nil {
						t.Error(err)
						return
					}
					arrived.Add(1)
				}
			}
		})
	}
	wg.Wait()
	<-saved
	if n := arrived.Load(); n != chats*turns {
		t.Errorf("%d letters arrived, want %d", n, chats*turns)
	}
}
