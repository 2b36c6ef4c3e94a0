package main

import (
	"bytes"
	"encoding/base64"
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	archive "signpost/bot/backup"
	"signpost/bot/keys"
)

// purposes are those of the hashes of a chat, as bot/store has them; a test there
// looks that no table is without one.
var purposes = []string{
	"conversation", "preference", "outbox", "outbox.edit", "sent_message", "job", "report_waiting", "pending_change", "person_door",
}

// hashes are what a chat at Telegram is called in the files.
func hashes(t *testing.T, dir string, chat int) map[string][]byte {
	t.Helper()
	k, err := keys.Open(filepath.Join(dir, "keys"), false)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string][]byte{}
	for _, p := range purposes {
		h := k.Hash(p, "telegram", strconv.Itoa(chat))
		out[p+" of "+strconv.Itoa(chat)] = h[:]
	}
	return out
}

// secrets are the key of the data and the private key of the backups, as they could
// stand in a file.
func secrets(t *testing.T, dir string) map[string][]byte {
	t.Helper()
	out := map[string][]byte{"the token": []byte("TEST-xYz")}
	for _, name := range []string{"keys", "safe"} {
		b, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		words := strings.Fields(string(b))
		last := words[len(words)-1]
		out[name] = []byte(last)
		if raw, err := base64.StdEncoding.DecodeString(last); err == nil {
			out[name+" as bytes"] = raw
		}
	}
	return out
}

// bytesOf are all files below a folder.
func bytesOf(t *testing.T, dir string) map[string][]byte {
	t.Helper()
	out := map[string][]byte{}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		out[path], err = os.ReadFile(path)
		return err
	})
	if err != nil || len(out) == 0 {
		t.Fatalf("%d files in %s, %v", len(out), dir, err)
	}
	return out
}

// wantNone looks for what must be in no file.
func wantNone(t *testing.T, in, needles map[string][]byte) {
	t.Helper()
	for file, b := range in {
		for what, needle := range needles {
			if bytes.Contains(b, needle) {
				t.Errorf("%s is in %s", what, file)
			}
		}
	}
}

// holds reports whether any file has it.
func holds(in map[string][]byte, needle []byte) bool {
	for _, b := range in {
		if bytes.Contains(b, needle) {
			return true
		}
	}
	return false
}

// safeOf makes the keys for backups and gives the public one.
func safeOf(t *testing.T, dir string) string {
	t.Helper()
	public, err := archive.MakeIdentity(filepath.Join(dir, "safe"))
	if err != nil {
		t.Fatal(err)
	}
	return public
}

// onlyBackup is the path of the one backup in a folder.
func onlyBackup(t *testing.T, dir string) string {
	t.Helper()
	all, err := os.ReadDir(dir)
	if err != nil || len(all) != 1 {
		t.Fatalf("in the folder for backups are %v, %v; want one", all, err)
	}
	return filepath.Join(dir, all[0].Name())
}

// unpacked are the files of a backup.
func unpacked(t *testing.T, dir, path string) map[string][]byte {
	t.Helper()
	with, err := archive.ReadIdentities(filepath.Join(dir, "safe"))
	if err != nil {
		t.Fatal(err)
	}
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	into := t.TempDir()
	if _, err := archive.Read(file, with, into, func(archive.Manifest) error { return nil }); err != nil {
		t.Fatal(err)
	}
	return bytesOf(t, into)
}

// A backup is made while people write. One of them asks to be forgotten afterwards,
// the machine is lost, and the backup is put back elsewhere: nothing of that one is
// in any file, and the others go on where they were.
func TestRestoreForgetsAgain(t *testing.T) {
	const stays, forgets, busy = 5_000_000_041, 5_000_000_042, 5_000_000_043
	dir, api := t.TempDir(), newBotAPI(t)
	public := safeOf(t, dir)
	p := serving(t, dir, "data", api.URL, "--telegram-rate", "1000")
	for _, chat := range []int{stays, forgets} {
		api.asks(chat, "/start", "language")
		api.presses(chat, "English", "Derbyshire")
		api.asks(chat, "/find", "?")
		api.presses(chat, "Lonely", "Where")
	}
	for range 30 {
		api.from(busy, 0, map[string]any{"text": "/menu"})
	}
	if said, ok := command(t, dir, "backup", "--data", "data", "--to", "copies", "--recipient", public); !ok {
		t.Fatal(said)
	}
	api.asks(forgets, "/forget", "delete")
	api.presses(forgets, "Yes, delete it", "Done")
	api.confirmed()
	_ = p.Process.Kill() // no time to end well
	_ = p.Wait()

	path := onlyBackup(t, filepath.Join(dir, "copies"))
	mine, inside := hashes(t, dir, forgets), unpacked(t, dir, path)
	for _, purpose := range []string{"conversation", "sent_message"} {
		if !holds(inside, mine[purpose+" of "+strconv.Itoa(forgets)]) {
			t.Errorf("the backup has no %s of who was forgotten later; the test looks for the wrong thing", purpose)
		}
	}
	said, ok := command(t, dir, "restore", "--identity", "safe", "--keys", "keys", "--data", "other", path)
	if !ok || !strings.Contains(said, "Forgotten again since the backup was made: 1") {
		t.Fatal(said)
	}
	other := bytesOf(t, filepath.Join(dir, "other"))
	wantNone(t, other, mine)
	wantNone(t, other, secrets(t, dir))
	if name := "conversation of " + strconv.Itoa(stays); !holds(other, hashes(t, dir, stays)[name]) {
		t.Error("the conversation of somebody else is gone")
	}

	again := serving(t, dir, "other", api.URL)
	api.asks(stays, "Buxton", "easier to talk to")
	again.end(t)
	if strings.Contains(again.said.String(), "Careful") {
		t.Errorf("the program says:\n%s", again.said)
	}
	wantNone(t, bytesOf(t, filepath.Join(dir, "other")), mine)
}

// Where the book of who was forgotten is lost, nobody can say who was: all chats go.
func TestRestoreWithoutTheBookForgetsEverybody(t *testing.T) {
	const chat = 5_000_000_041
	dir, api := t.TempDir(), newBotAPI(t)
	public := safeOf(t, dir)
	p := serving(t, dir, "data", api.URL)
	api.asks(chat, "/start", "language")
	if said, ok := command(t, dir, "backup", "--data", "data", "--to", "copies", "--recipient", public); !ok {
		t.Fatal(said)
	}
	p.end(t)
	if err := os.Remove(filepath.Join(dir, "keys.forgets")); err != nil {
		t.Fatal(err)
	}
	said, ok := command(t, dir, "restore", "--identity", "safe", "--keys", "keys", "--data", "other", onlyBackup(t, filepath.Join(dir, "copies")))
	if !ok || !strings.Contains(said, "all chats in it are removed") {
		t.Fatal(said)
	}
	wantNone(t, bytesOf(t, filepath.Join(dir, "other")), hashes(t, dir, chat))
}

// A backup that was cut short or changed, and one for which there is no room, are
// refused with a sentence, and nothing is left behind.
func TestWhatIsNotRestored(t *testing.T) {
	dir, api := t.TempDir(), newBotAPI(t)
	public := safeOf(t, dir)
	p := serving(t, dir, "data", api.URL)
	api.asks(7, "/start", "language")
	p.end(t)
	limited := func(args ...string) (string, bool) {
		c := exec.Command("sh", append([]string{"-c", `ulimit -f 400; exec signpost "$@"`, "sh"}, args...)...)
		c.Dir, c.Env = dir, environmentOf(dir)
		b, err := c.CombinedOutput()
		return string(b), err == nil
	}
	if said, ok := limited("backup", "--data", "data", "--to", "copies", "--recipient", public); ok || !strings.Contains(said, "make room there") || strings.Contains(said, "damaged") {
		t.Fatalf("a backup for which there is no room: %v\n%s", ok, said)
	}
	if left, err := os.ReadDir(filepath.Join(dir, "copies")); err != nil || len(left) != 0 {
		t.Errorf("left behind: %v %v", left, err)
	}
	if said, ok := command(t, dir, "backup", "--data", "data", "--to", "copies", "--recipient", public); !ok {
		t.Fatal(said)
	}
	path := onlyBackup(t, filepath.Join(dir, "copies"))
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	changed := bytes.Clone(whole)
	changed[len(changed)/2] ^= 1
	for name, b := range map[string][]byte{"cut": whole[:len(whole)/2], "changed": changed, "one byte less": whole[:len(whole)-1]} {
		if err := os.WriteFile(filepath.Join(dir, "bad.tar.age"), b, 0o600); err != nil {
			t.Fatal(err)
		}
		said, ok := command(t, dir, "restore", "--identity", "safe", "--keys", "keys", "--data", "other", "bad.tar.age")
		if ok || !strings.Contains(said, "damaged or was cut short") {
			t.Errorf("%s: %v\n%s", name, ok, said)
		}
	}
	said, ok := limited("restore", "--identity", "safe", "--keys", "keys", "--data", "other", path)
	if ok || !strings.Contains(said, "file too large") {
		t.Errorf("a restore for which there is no room: %v\n%s", ok, said)
	}
	for _, folder := range []string{"data", "other"} {
		left, err := filepath.Glob(filepath.Join(dir, folder, ".copies-*"))
		if err != nil || len(left) != 0 {
			t.Errorf("left behind: %v %v", left, err)
		}
	}
	for _, name := range []string{"bot.db", "directory.db", "restore.unfinished"} {
		if _, err := os.Lstat(filepath.Join(dir, "other", name)); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("%s was put in place, %v", name, err)
		}
	}
}
