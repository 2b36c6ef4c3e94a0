package main

import (
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// from sends a message of any kind from a chat. ago is how long ago it was sent.
func (b *botAPI) from(chat int, ago time.Duration, content map[string]any) int {
	m := map[string]any{
		"message_id": 200_000 + chat%1000, "date": time.Now().Add(-ago).Unix(),
		"from": map[string]any{"id": chat, "is_bot": false, "language_code": "en"},
		"chat": map[string]any{"id": chat, "type": "private"},
	}
	maps.Copy(m, content)
	return b.push(0, map[string]any{"message": m})
}

// asks sends a typed message from a chat and waits for an answer there.
func (b *botAPI) asks(chat int, text, want string) {
	b.t.Helper()
	b.sends(chat, map[string]any{"text": text}, want)
}

// sends sends a message of any kind from a chat and waits for an answer there.
func (b *botAPI) sends(chat int, content map[string]any, want string) {
	b.t.Helper()
	before := b.changesIn(chat)
	b.from(chat, 0, content)
	b.told(chat, before, want)
}

// presses presses the newest button with a label in a chat and waits for an answer.
func (b *botAPI) presses(chat int, label, want string) {
	b.t.Helper()
	b.mu.Lock()
	message, data := 0, ""
	for _, id := range b.order {
		if d, ok := b.shown[id].buttons[label]; ok && b.shown[id].chat == strconv.Itoa(chat) {
			message, data = id, d
		}
	}
	b.mu.Unlock()
	if data == "" {
		b.t.Fatalf("chat %d has no button %q; the chats show:\n%s", chat, label, b.transcript())
	}
	before := b.changesIn(chat)
	b.push(0, map[string]any{"callback_query": map[string]any{
		"id": strconv.Itoa(message), "from": map[string]any{"id": chat, "language_code": "en"}, "chat_instance": "1", "data": data,
		"message": map[string]any{"message_id": message, "date": time.Now().Unix(), "chat": map[string]any{"id": chat, "type": "private"}},
	}})
	b.told(chat, before, want)
}

// told waits until more than some changes were made in a chat, and the newest says
// something.
func (b *botAPI) told(chat, before int, want string) {
	b.t.Helper()
	b.wait(strconv.Itoa(chat)+": "+want, func() bool {
		newest, n := b.changes(chat)
		return n > before && strings.Contains(newest.text, want)
	})
}

func (b *botAPI) changesIn(chat int) int {
	b.mu.Lock()
	defer b.mu.Unlock()
	_, n := b.changes(chat)
	return n
}

// changes are the newest change in a chat and how many there were.
func (b *botAPI) changes(chat int) (newest shownMessage, n int) {
	for _, id := range b.order {
		if b.shown[id].chat == strconv.Itoa(chat) {
			newest = b.shown[id]
			n++
		}
	}
	return newest, n
}

// confirmed waits until Telegram may drop all updates: each was dealt with.
func (b *botAPI) confirmed() {
	b.t.Helper()
	b.wait("all updates are confirmed", func() bool { return len(b.queue) == 0 })
}

// process is a signpost in a process of its own, that serves Telegram.
type process struct {
	*exec.Cmd
	said *words
}

// serving starts a program that serves from a folder beside the key file of dir.
func serving(t *testing.T, dir, data, url string, more ...string) *process {
	t.Helper()
	return servingAs(t, []string{"signpost"}, dir, data, url, more...)
}

// servingAs is serving with what starts the program.
func servingAs(t *testing.T, program []string, dir, data, url string, more ...string) *process {
	t.Helper()
	p := &process{said: &words{}}
	p.Cmd = exec.Command(program[0], slices.Concat(program[1:], []string{
		"serve", "--http", "off", "--data", filepath.Join(dir, data), "--keys", filepath.Join(dir, "keys"),
	}, more)...)
	p.Env = environmentOf(dir, tokenVariable+"="+goodToken, "TELEGRAM_API_URL="+url)
	p.Stderr = p.said
	if err := p.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if p.ProcessState == nil {
			_ = p.Process.Kill()
			_ = p.Wait()
		}
	})
	return p
}

// end tells the program to end, which it must do well.
func (p *process) end(t *testing.T) {
	t.Helper()
	if err := p.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	if err := p.Wait(); err != nil {
		t.Fatalf("the program ends with %v:\n%s", err, p.said)
	}
}

// environmentOf is what a program sees whose home is a test's folder.
func environmentOf(dir string, more ...string) []string {
	return append([]string{"HOME=" + dir, "PATH=" + os.Getenv("PATH"), "TMPDIR=" + os.Getenv("TMPDIR"), noSleep}, more...)
}

// command runs a signpost to its end and gives its words and whether it did well.
func command(t *testing.T, dir string, args ...string) (said string, ok bool) {
	t.Helper()
	c := exec.Command(program(t), args...)
	c.Dir, c.Env = dir, environmentOf(dir)
	b, err := c.CombinedOutput()
	return string(b), err == nil
}
