package telegram

import (
	"context"
	"errors"
	"net/http"
	"strings"
	"testing"

	"signpost/bot/channel"
	"signpost/bot/channel/channeltest"
	"signpost/bot/talk"
)

// plays is a letter with the recording of the suite.
func plays(html string) channel.Letter {
	v := channeltest.Recorded
	return channel.Letter{
		Chat: channel.Chat{Door: Door, ID: "1001"}, HTML: html, Voice: &v,
		Rows: [][]channel.Button{{{Label: "More", Data: "1sx."}}},
	}
}

// A recording is uploaded once by a bot and then sent by the name that Telegram
// gave it. Another bot has no use for that name and uploads its own.
func TestVoiceIsUploadedOnceByEachBot(t *testing.T) {
	f := newFake(t)
	b, _ := f.door()
	kept := files{"99 " + channeltest.Recorded.ID: "of-another-bot"}
	b.files = kept
	for range 2 {
		if _, err := b.Send(t.Context(), plays("Listen")); err != nil {
			t.Fatal(err)
		}
	}
	sent := f.made("sendVoice")
	if len(sent) != 2 || sent[0].params["voice"] != channeltest.Sound || sent[0].params["duration"] != "7" {
		t.Fatalf("first: %v", sent)
	}
	name := kept["424242 "+channeltest.Recorded.ID]
	if name == "" || sent[1].params["voice"] != name {
		t.Errorf("kept %q, then sent %q", name, sent[1].params["voice"])
	}
	if kept["99 "+channeltest.Recorded.ID] != "of-another-bot" {
		t.Error("what another bot calls it was touched")
	}
}

// A name that Telegram does not know any more is forgotten, and the sound is
// uploaded again.
func TestVoiceWhoseNameIsGone(t *testing.T) {
	f := newFake(t)
	b, _ := f.door()
	kept := files{"424242 " + channeltest.Recorded.ID: "gone"}
	b.files = kept
	if _, err := b.Send(t.Context(), plays("Listen")); err != nil {
		t.Fatal(err)
	}
	if len(f.messages) != 1 || f.messages[0].voice != channeltest.Sound || kept["424242 "+channeltest.Recorded.ID] == "gone" {
		t.Errorf("%d messages, the name is %v", len(f.messages), kept)
	}
}

// One that somebody has just recorded is sent back by its name, and nothing is
// kept of it.
func TestVoiceThatIsNotKept(t *testing.T) {
	f := newFake(t)
	b, _ := f.door()
	f.sounds["new"] = channeltest.Sound
	l := plays("Is it right?")
	l.Voice = &talk.Voice{File: "new", Seconds: 7}
	if _, err := b.Send(t.Context(), l); err != nil {
		t.Fatal(err)
	}
	if m := f.messages[0]; m.voice != channeltest.Sound || m.text != "Is it right?" || len(m.keys) != 1 {
		t.Errorf("sent: %+v", m)
	}
	if len(b.files.(files)) != 0 {
		t.Errorf("kept: %v", b.files)
	}
}

// To somebody who takes no voice notes a recording goes as a file.
func TestVoiceForWhomTakesNone(t *testing.T) {
	f := newFake(t)
	b, _ := f.door()
	f.faulty(func(method string, _ int) http.HandlerFunc {
		if method != "sendVoice" {
			return nil
		}
		return func(w http.ResponseWriter, _ *http.Request) { answer(w, bad("VOICE_MESSAGES_FORBIDDEN")) }
	})
	b.files = files{"424242 " + channeltest.Recorded.ID: "name"}
	if _, err := b.Send(t.Context(), plays("Listen")); err != nil {
		t.Fatal(err)
	}
	if d := f.made("sendDocument"); len(d) != 1 || d[0].params["document"] != channeltest.Sound {
		t.Errorf("sent: %v", d)
	}
}

// Words that are too long for a caption come after the sound, with the buttons.
func TestVoiceWithManyWords(t *testing.T) {
	f := newFake(t)
	b, _ := f.door()
	sent, err := b.Send(t.Context(), plays(strings.Repeat("word ", 400)))
	if err != nil || strings.Count(sent.Message, ",") != 1 {
		t.Fatalf("%+v, %v, want two messages", sent, err)
	}
	if len(f.messages) != 2 || f.messages[0].voice == "" || len(f.messages[0].keys) != 0 || len(f.messages[1].keys) != 1 {
		t.Errorf("%+v", f.messages)
	}
}

// Whatever goes wrong with a file, the token is in no error: it is in the address
// of every download. What may pass is tried again.
func TestFetchThatFails(t *testing.T) {
	page := func(status int, header, body string) http.HandlerFunc {
		return func(w http.ResponseWriter, r *http.Request) {
			if header != "" {
				w.Header().Set("Location", "https://example.org"+r.URL.Path)
			}
			w.WriteHeader(status)
			_, _ = w.Write([]byte(body))
		}
	}
	file := func(path string) http.HandlerFunc {
		return func(w http.ResponseWriter, _ *http.Request) { answer(w, map[string]any{"file_path": path}) }
	}
	for _, c := range []struct {
		name    string
		method  string
		fault   http.HandlerFunc
		refused bool
	}{
		{"a connection that breaks", "download", func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) }, false},
		{"a server that is down", "download", page(http.StatusBadGateway, "", "down"), false},
		{"a redirect", "download", page(http.StatusFound, "to", ""), false},
		{"a file that is gone", "download", page(http.StatusNotFound, "", "no"), true},
		{"one that is larger than it says", "download", page(http.StatusOK, "", strings.Repeat("x", 200)), true},
		{"Telegram that is busy", "getFile", func(w http.ResponseWriter, _ *http.Request) {
			answer(w, refusal{Code: 429, Description: "Too Many Requests", Parameters: map[string]int{"retry_after": 3}})
		}, false},
		{"a name that nobody knows", "getFile", func(w http.ResponseWriter, _ *http.Request) { answer(w, bad("invalid file_id")) }, true},
		{"a path on somebody's disk", "getFile", file("/etc/passwd"), true},
		{"a path that leads up", "getFile", file("../../bot1:x/getMe"), true},
		{"no path", "getFile", file(""), true},
	} {
		f := newFake(t)
		f.sounds["x"] = channeltest.Sound
		b, _ := f.door()
		f.faulty(func(method string, _ int) http.HandlerFunc {
			if method == c.method {
				return c.fault
			}
			return nil
		})
		_, err := b.Fetch(t.Context(), talk.Voice{ID: "v", File: "x"}, 100)
		if err == nil || errors.Is(err, channel.Refused) != c.refused {
			t.Errorf("%s: %v, refused for good: %v wanted", c.name, err, c.refused)
			continue
		}
		noToken(t, c.name, err.Error())
		if len(b.files.(files)) != 0 {
			t.Errorf("%s: its name is kept", c.name)
		}
	}
}

// What was fetched is known from then on by the name it came with.
func TestFetchKeepsTheName(t *testing.T) {
	f := newFake(t)
	f.sounds["x"] = channeltest.Sound
	b, _ := f.door()
	if _, err := b.Fetch(t.Context(), talk.Voice{ID: "v", File: "x"}, 100); err != nil {
		t.Fatal(err)
	}
	if name, _ := b.files.VoiceFile(t.Context(), "424242", "v"); name != "x" {
		t.Errorf("kept %q", name)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := b.Fetch(ctx, talk.Voice{File: "x"}, 100); !errors.Is(err, context.Canceled) {
		t.Errorf("at the end: %v", err)
	}
}
