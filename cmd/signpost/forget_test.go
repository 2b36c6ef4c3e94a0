package main

import (
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"signpost/bot/people"
	"signpost/bot/store"
	"signpost/bot/talk"
)

// Those who ask to be forgotten, and one of the staff.
const (
	memberChat  = 5_000_000_042
	blockedChat = 5_000_000_043
	staffChat   = 6_000_000_042
	otherChat   = 7_000_000_042
)

// typedOnce are words that people type, say or send; in no file may any of them be,
// at no time.
var typedOnce = []string{
	"zzplace", "zzcaption", "zzvoicefile", "zzdocument", "zzpaper.pdf", "zzlater", "zzqueued", "53.2199871", "1.4262843", "TEST-xYz",
}

// leftWith is what must not be found of those who were forgotten, by what it is.
func leftWith(t *testing.T, dir string) map[string][]byte {
	t.Helper()
	out := secrets(t, dir)
	for _, word := range append([]string{"zzlabel", "p-zzsam"}, typedOnce...) {
		out[word] = []byte(word)
	}
	for _, chat := range []int{memberChat, blockedChat, staffChat} {
		out["the chat "+strconv.Itoa(chat)] = []byte(strconv.Itoa(chat))
		for what, h := range hashes(t, dir, chat) {
			out[what] = h
		}
	}
	return out
}

// employ makes a first aider of the chat of the staff, before anybody serves.
func employ(t *testing.T, dir string) {
	t.Helper()
	kept, err := folder(filepath.Join(dir, "data")).openStore(t.Context(), filepath.Join(dir, "keys"), time.Now)
	if err != nil {
		t.Fatal(err)
	}
	defer kept.Close()
	code, err := invited(t.Context(), kept, people.Hat{Role: people.FirstAider, Group: "g-any"}, "zzlabel")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := kept.Save(t.Context(), store.Turn{Door: "telegram", Chat: strconv.Itoa(staffChat), Do: []talk.Effect{
		people.Bind{Code: code, Person: "p-zzsam", Digits: "1234", Language: "en"}, people.RememberLanguage{Language: "en"},
	}}); err != nil {
		t.Fatal(err)
	}
}

// settled waits until no letter waits or is on its way.
func (p *process) settled(t *testing.T) {
	t.Helper()
	at := healthAt.FindStringSubmatch(p.said.String())
	if at == nil {
		t.Fatalf("it does not say where its health is:\n%s", p.said)
	}
	for late := time.After(30 * time.Second); ; {
		resp, err := http.Get(at[1] + "/metrics")
		if err != nil {
			t.Fatal(err)
		}
		b, err := io.ReadAll(resp.Body)
		resp.Body.Close()
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(string(b), "\nsignpost_outbox_letters 0\n") {
			return
		}
		select {
		case <-late:
			t.Fatalf("letters wait for ever:\n%s", b)
		default:
		}
	}
}

// talkAll has everybody talk: words, a place, a position, a voice note, a document.
func talkAll(api *botAPI) {
	for _, chat := range []int{memberChat, blockedChat, otherChat} {
		api.asks(chat, "/start", "language")
		api.presses(chat, "English", "Derbyshire")
		api.asks(chat, "/find", "?")
		api.presses(chat, "Lonely", "Where")
		api.asks(chat, "near zzplace please", "do not know that place")
		api.sends(chat, map[string]any{"voice": map[string]any{"file_id": "zzvoicefile", "file_unique_id": "u", "duration": 3}}, "")
		api.sends(chat, map[string]any{
			"document": map[string]any{"file_id": "zzdocument", "file_unique_id": "u", "file_name": "zzpaper.pdf"}, "caption": "zzcaption",
		}, "")
		api.asks(chat, "/find", "?")
		api.presses(chat, "Lonely", "Where")
		api.sends(chat, map[string]any{"location": map[string]any{"latitude": 53.2199871, "longitude": 1.4262843}}, "")
	}
	api.asks(staffChat, "/menu", "")
	api.asks(staffChat, "zzlater", "")
}

// forgetAll has the member and the one of the staff ask to be forgotten, and the
// third one block the bot. What they wrote before comes afterwards.
func forgetAll(api *botAPI) {
	for _, chat := range []int{memberChat, staffChat} {
		api.asks(chat, "/forget", "delete")
		api.presses(chat, "Yes, delete it", "Done")
	}
	api.push(0, map[string]any{"my_chat_member": map[string]any{
		"chat": map[string]any{"id": blockedChat, "type": "private"}, "from": map[string]any{"id": blockedChat}, "date": time.Now().Unix(),
		"new_chat_member": map[string]any{"status": "kicked"},
	}})
	api.confirmed()
	for _, chat := range []int{memberChat, blockedChat, staffChat} {
		api.from(chat, time.Minute, map[string]any{"text": "zzqueued"})
		api.from(chat, time.Minute, map[string]any{"location": map[string]any{"latitude": 53.2199871, "longitude": 1.4262843}})
	}
	api.confirmed()
}

// Who asks to be forgotten, or blocks the bot, is: in all bytes of both files and of
// what lies beside them, of a backup made afterwards, and of the log. So it is for
// somebody of the staff, and whatever was still on its way to us.
func TestForgetLeavesNothingInAnyByte(t *testing.T) {
	for _, form := range []string{"text", "json"} {
		t.Run(form, func(t *testing.T) {
			dir, api := t.TempDir(), newBotAPI(t)
			public := safeOf(t, dir)
			employ(t, dir)
			data := filepath.Join(dir, "data")
			p := serving(t, dir, "data", api.URL, "--log", form, "--health", "localhost:0", "--telegram-rate", "1000")
			talkAll(api)
			p.settled(t)
			before := bytesOf(t, data)
			for _, chat := range []int{memberChat, blockedChat, staffChat, otherChat} {
				if name := "conversation of " + strconv.Itoa(chat); !holds(before, hashes(t, dir, chat)[name]) {
					t.Errorf("there is no %s to be forgotten", name)
				}
			}
			for _, word := range typedOnce {
				wantNone(t, before, map[string][]byte{word: []byte(word)})
			}

			forgetAll(api)
			p.settled(t)
			_ = p.Process.Kill() // what lies beside the files stays then
			_ = p.Wait()
			needles := leftWith(t, dir)
			left := bytesOf(t, data)
			for _, name := range []string{"bot.db", "bot.db-wal", "bot.db-shm", "directory.db"} {
				if _, ok := left[filepath.Join(data, name)]; !ok {
					t.Errorf("there is no %s to look into", name)
				}
			}
			wantNone(t, left, needles)

			again := serving(t, dir, "data", api.URL, "--log", form, "--health", "localhost:0")
			api.asks(otherChat, "/menu", "")
			if said, ok := command(t, dir, "backup", "--data", "data", "--to", "copies", "--recipient", public); !ok {
				t.Fatal(said)
			}
			inside := unpacked(t, dir, onlyBackup(t, filepath.Join(dir, "copies")))
			wantNone(t, inside, needles)
			if !holds(inside, hashes(t, dir, otherChat)["conversation of "+strconv.Itoa(otherChat)]) {
				t.Error("somebody else was forgotten as well")
			}
			again.end(t)
			wantNone(t, bytesOf(t, data), needles)
			wantNone(t, map[string][]byte{"the log": []byte(p.said.String() + again.said.String())}, needles)
			book, err := os.ReadFile(filepath.Join(dir, "keys.forgets"))
			if err != nil || strings.Count(string(book), "\n") != 4 {
				t.Errorf("the book of forgets, %v:\n%s\nwant three notes", err, book)
			}
			wantNone(t, map[string][]byte{"the book": book}, needles)
		})
	}
}
