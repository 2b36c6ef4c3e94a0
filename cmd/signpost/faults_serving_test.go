package main

import (
	"bytes"
	"errors"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"signpost/locales"
)

// apology is how the sentence begins that is said when something of ours is broken.
func apology(t *testing.T) string {
	t.Helper()
	words, err := locales.Load()
	if err != nil {
		t.Fatal(err)
	}
	sorry, _, _ := strings.Cut(words.Plain("en", locales.TalkBroken()), "\n")
	return sorry
}

// Each of the two files is broken in each way while the program serves. It goes on
// and says so; whoever is in danger gets the card, and everybody else an answer or an
// honest sentence. The file stays as it is for whoever can mend it, to the end.
func TestAFileBreaksWhileItServes(t *testing.T) {
	t.Parallel()
	made := t.TempDir()
	data := folder(filepath.Join(made, "data"))
	dir, _, err := data.openDirectory(t.Context(), derbyshire, time.Now())
	if err != nil {
		t.Fatal(err)
	}
	kept, err := data.openStore(t.Context(), filepath.Join(made, "keys"), time.Now)
	if err := errors.Join(err, dir.Close(), kept.Close()); err != nil {
		t.Fatal(err)
	}
	var all sync.WaitGroup
	for _, name := range []string{"bot.db", "directory.db"} {
		for how, harm := range spoil {
			all.Go(func() {
				t.Run(name+" "+how, func(t *testing.T) {
					dir := t.TempDir()
					for path, content := range leftovers(t, made, "") {
						if to, err := filepath.Rel(made, path); err == nil {
							rewriteAs(t, filepath.Join(dir, to), content)
						}
					}
					breaksWhileServing(t, dir, name, harm)
				})
			})
		}
	}
	all.Wait()
}

// rewriteAs makes a file, for its owner alone, as keys must be.
func rewriteAs(t *testing.T, path, content string) {
	t.Helper()
	if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o700), os.WriteFile(path, []byte(content), 0o600)); err != nil {
		t.Fatal(err)
	}
}

func breaksWhileServing(t *testing.T, dir, name string, harm func(*testing.T, string)) {
	const helped = 8
	api, path := newCrowd(t), filepath.Join(dir, "data", name)
	s := start(t, dir, api.URL, goodToken, "--health", "localhost:0")
	api.asks(7, "/start", "Which language")
	s.idle(t)
	harm(t, path)
	before, err1 := os.ReadFile(path)
	api.asks(helped, "I want to die", "116 123")
	api.newcomers(apology(t))
	api.asks(helped, "zzcanary I want to die", "116 123")
	if code, lacks := s.doctor(t)("/readyz"); code != http.StatusServiceUnavailable {
		t.Errorf("it is said to be ready: %d %s", code, lacks)
	}
	if code := s.stop(); code != done {
		t.Errorf("it ends with %d", code)
	}
	after, err2 := os.ReadFile(path)
	if err := errors.Join(err1, err2); err != nil || !bytes.Equal(before, after) {
		t.Errorf("the broken file was changed: %v", err)
	}
	if said := s.said.String(); !strings.Contains(said, name) || !strings.Contains(said, "level=ERROR") || strings.Contains(said, "zzcanary") {
		t.Errorf("it says:\n%s", said)
	}
}

// idle waits until all that a start brings with it is done, and no letter waits. The
// program must have been told where its health is.
func (s served) idle(t *testing.T) {
	t.Helper()
	look, late := s.doctor(t), time.After(5*time.Minute)
	for every := time.Tick(10 * time.Millisecond); ; {
		_, figures := look("/metrics")
		if strings.Contains(figures, "\nsignpost_outbox_letters 0\n") && strings.Contains(figures, `signpost_purges_total{result="done"} 1`) {
			return
		}
		select {
		case <-every:
		case <-late:
			t.Fatalf("it is never idle:\n%s", figures)
		}
	}
}

// newcomers talk to the bot, one after the other, each until they read the apology:
// the first, or one of the next, since for a while what is in memory may do.
func (b *crowd) newcomers(sorry string) {
	b.t.Helper()
	for chat := 100; chat < 200; chat++ {
		for _, l := range dialogues[0] {
			if l.tap != "" && !b.taps(chat, l.tap) {
				b.t.Fatalf("chat %d has no button %q:\n%s", chat, l.tap, b.transcript(chat))
			} else if l.tap == "" {
				b.says(chat, l.say)
			}
			if !b.wait(func() bool { return b.count(chat, l.want)+b.count(chat, sorry) > 0 }) {
				b.t.Fatalf("chat %d has no answer to %v:\n%s", chat, l, b.transcript(chat))
			}
			if strings.Contains(b.transcript(chat), sorry) {
				return
			}
		}
	}
	b.t.Error("nobody is told that something is broken")
}

// asks sends a typed message and waits for one more message with a part.
func (b *crowd) asks(chat int, text, want string) {
	b.t.Helper()
	b.mu.Lock()
	before := b.count(chat, want)
	b.mu.Unlock()
	b.says(chat, text)
	b.hears(chat, want, before)
}

// hears waits until more than so many messages with a part were accepted in a chat.
func (b *crowd) hears(chat int, want string, before int) {
	b.t.Helper()
	if !b.wait(func() bool { return b.count(chat, want) > before }) {
		b.t.Fatalf("chat %d never heard %q, but:\n%s", chat, want, b.transcript(chat))
	}
}
