package main

import (
	"bytes"
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"signpost/bot/counts"
)

// words is the standard error of a program that is running.
type words struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (w *words) Write(p []byte) (int, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.b.Write(p)
}

func (w *words) String() string {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.b.String()
}

// served is a signpost that serves from a folder, in this process.
type served struct {
	stop func() int // ends it and gives the exit code
	said *words
}

// start runs "signpost serve" with a stand-in for Telegram and no browser.
func start(t *testing.T, dir, api, token string, more ...string) served {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	s := served{said: &words{}}
	env := map[string]string{tokenVariable: token, "TELEGRAM_API_URL": api}
	ended := make(chan int, 1)
	go func() {
		ended <- run(ctx, append([]string{
			"serve", "--http", "off", "--data", filepath.Join(dir, "data"), "--keys", filepath.Join(dir, "keys"),
		}, more...), func(name string) string { return env[name] }, strings.NewReader(""), s.said, s.said)
	}()
	s.stop = sync.OnceValue(func() int { cancel(); return <-ended })
	t.Cleanup(func() { s.stop() })
	return s
}

// A person writes to the bot on Telegram, is led to a place, and the program is
// stopped and started in between: from the message to the files and back.
func TestTelegramFromMessageToFileAndBack(t *testing.T) {
	dir, api := t.TempDir(), newBotAPI(t)
	s := start(t, dir, api.URL, goodToken)
	const said, danger = "near zzbuxton please", "I want to die zzz"

	api.says("/start")
	api.newest("language")
	api.taps("English")
	api.newest("Derbyshire")
	first := api.says("/find")
	api.newest("?")
	api.taps("Lonely")
	api.newest("Where")
	api.says(said)
	api.newest("do not know that place")
	api.says("Buxton")
	asked := api.newest("easier to talk to")

	if code := s.stop(); code != done {
		t.Fatalf("the program ends with %d:\n%s", code, s.said)
	}
	api.push(first, typed("/find")) // it was dealt with: nothing may come of it
	s2 := start(t, dir, api.URL, goodToken)
	for label := range asked.buttons {
		if strings.Contains(label, "phone") {
			api.taps(label) // a button from before the restart goes on from there
		}
	}
	api.newest("1.")
	api.says(danger)
	api.newest("116 123")
	api.wait("the profile", func() bool {
		return strings.Contains(api.profile["setMyCommands/"], "find") && strings.Contains(api.profile["setMyDescription/ur"], "Derbyshire")
	})
	if code := s2.stop(); code != done {
		t.Fatalf("the program ends with %d:\n%s", code, s2.said)
	}

	for _, kind := range []counts.Kind{counts.Opened, counts.Asked, counts.Found, counts.UrgentShown} {
		if n := tallied(t, dir, kind); n != 1 {
			t.Errorf("%s was counted %d times, want once", kind, n)
		}
	}
	for what, text := range leftovers(t, dir, s.said.String()+s2.said.String()) {
		for _, secret := range []string{said, "zzbuxton", danger, "want to die", "TEST-xYz", goodToken} {
			if strings.Contains(text, secret) {
				t.Errorf("%q is in %s", secret, what)
			}
		}
	}
}

// leftovers is all that remains of a run: its words and each file.
func leftovers(t *testing.T, dir, said string) map[string]string {
	t.Helper()
	out := map[string]string{"the log": said}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := os.ReadFile(path)
		out[path] = string(b)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(out) < 4 {
		t.Fatalf("only %d files are left to look into", len(out))
	}
	return out
}

// tallied is how often a kind was counted.
func tallied(t *testing.T, dir string, kind counts.Kind) int {
	t.Helper()
	kept, err := folder(filepath.Join(dir, "data")).openStore(t.Context(), filepath.Join(dir, "keys"), time.Now)
	if err != nil {
		t.Fatal(err)
	}
	defer kept.Close()
	tallies, err := kept.Tallies(t.Context(), 0, 999912)
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, x := range tallies {
		if x.Entry.Kind == kind {
			n += int(x.N)
		}
	}
	return n
}

// A token that Telegram does not know ends the program with a sentence, and is
// not in it.
func TestTokenThatTelegramDoesNotKnow(t *testing.T) {
	const wrong = "424242:WRONG-secret_0123456789"
	var said words
	env := map[string]string{tokenVariable: wrong, "TELEGRAM_API_URL": newBotAPI(t).URL}
	dir := t.TempDir()
	code := run(t.Context(), []string{
		"serve", "--http", "localhost:0", "--data", filepath.Join(dir, "data"), "--keys", filepath.Join(dir, "keys"),
	}, func(name string) string { return env[name] }, strings.NewReader(""), &said, &said)
	if code != failed || !strings.Contains(said.String(), "@BotFather") {
		t.Errorf("it ends with %d and says:\n%s", code, &said)
	}
	for what, text := range leftovers(t, dir, said.String()) {
		if strings.Contains(text, "WRONG-secret") {
			t.Errorf("the token is in %s", what)
		}
	}
}
