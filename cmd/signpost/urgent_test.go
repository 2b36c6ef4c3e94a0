package main

import (
	"bytes"
	"context"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"signpost/bot/channel"
	"signpost/bot/flows"
	"signpost/bot/flows/member"
	"signpost/bot/keep"
	"signpost/bot/listen"
	"signpost/bot/runner"
	"signpost/bot/talk"
	"signpost/locales"
)

// hatch is a door that keeps what leaves through it.
type hatch struct {
	mu   sync.Mutex
	left []channel.Letter
}

func (h *hatch) Door() string { return "hatch" }
func (h *hatch) Abilities() talk.Abilities {
	return talk.Abilities{Edits: true, Deletes: true, Popups: true}
}

func (h *hatch) Send(_ context.Context, l channel.Letter) (channel.Sent, error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.left = append(h.left, l)
	return channel.Sent{Message: fmt.Sprint("m", len(h.left))}, nil
}

// urgentHouse is the house over a real file of the bot's and no directory.
func urgentHouse(t *testing.T, dir string) (*runner.Runner, *hatch, *bytes.Buffer) {
	t.Helper()
	kept, err := folder(dir).openStore(t.Context(), filepath.Join(dir, "keys"), time.Now)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = kept.Close() }) // a file that was broken on purpose can't be closed well
	words, err := locales.Load()
	if err != nil {
		t.Fatal(err)
	}
	door, log := &hatch{}, &bytes.Buffer{}
	return runner.New(runner.Options{
		Book: flows.Book(flows.Reads{Area: member.Area{Name: "Harrowbeck"}}), Words: words, Store: keep.Keep{Store: kept}, Doors: []channel.Channel{door},
		Now: time.Now, NewID: func() talk.ID { return "AAAAAAAAAAA" }, Log: slog.New(slog.NewTextHandler(log, nil)),
	}), door, log
}

// The bot's file is overwritten with something that is no database, while the bot
// runs: the card leaves all the same, once for each message, and the numbers
// stand on every other answer.
func TestTheCardOverAFileThatIsNone(t *testing.T) {
	dir := t.TempDir()
	r, door, log := urgentHouse(t, dir)
	chat := channel.Chat{Door: "hatch", ID: "7"}
	if err := r.Receive(t.Context(), channel.Inbound{Chat: chat, Text: "/menu", Update: "1"}); err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob(filepath.Join(dir, "bot.db*"))
	if err != nil || len(files) == 0 {
		t.Fatalf("the files %v, %v", files, err)
	}
	for _, file := range files {
		if err := os.WriteFile(file, bytes.Repeat([]byte("no database "), 40_000), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	const said = "I want to die zzcanary"
	for range 2 {
		for i, in := range []channel.Inbound{
			{Text: said, Message: "21"},
			{Data: talk.StandingData("urgent", "numbers"), Tapped: "m1", Callback: "c"},
			{Text: "hello zzcanary", Message: "23"},
		} {
			in.Chat, in.Update = chat, fmt.Sprint("broken", i)
			_ = r.Receive(t.Context(), in) // an error asks for it again; the answer must not depend on it
		}
	}
	if len(door.left) != 3 {
		t.Fatalf("%d answers to 3 updates: %+v", len(door.left), door.left)
	}
	for i, l := range door.left {
		if !strings.Contains(l.HTML+l.Popup, "999") || strings.Contains(l.HTML, "zzcanary") {
			t.Errorf("answer %d: %+v", i, l)
		}
	}
	if log.Len() == 0 || strings.Contains(log.String(), "zzcanary") {
		t.Errorf("the log: %s", log)
	}
}

// Nothing of what was heard stays: not its level, not its kind, not its words, in
// no file and no line of the log. The county's total stays, and once.
func TestNothingHeardStays(t *testing.T) {
	dir := t.TempDir()
	r, door, log := urgentHouse(t, dir)
	chat := channel.Chat{Door: "hatch", ID: "7"}
	lines := []string{"/menu", "I want to die zzcanary", "i want to kill myself zzcanary", "/find", "i want to die zzcanary", "/urgent"}
	for i, text := range lines {
		in := channel.Inbound{Chat: chat, Text: text, Update: fmt.Sprint(i), Message: fmt.Sprint(i)}
		if err := r.Receive(t.Context(), in); err != nil {
			t.Fatal(err)
		}
	}
	if len(door.left) != 4 {
		t.Fatalf("%d cards, want 4", len(door.left))
	}
	heard := []string{"zzcanary", string(listen.Danger), string(listen.Gentle), "+quiet"}
	for _, k := range listen.Kinds() {
		heard = append(heard, string(k))
	}
	for what, text := range leftovers(t, dir, log.String()) {
		for _, word := range heard {
			if strings.Contains(text, word) {
				t.Errorf("%q is in %s", word, what)
			}
		}
	}
}
