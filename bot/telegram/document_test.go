package telegram

import (
	"errors"
	"net/http"
	"strings"
	"testing"

	"signpost/bot/channel"
	"signpost/bot/channel/channeltest"
)

// A file goes under its own name, and is never opened by Telegram to see what it is.
// Words that are too long for its caption come below it, with the buttons, and are one
// letter with it, so that all of it can be taken away.
func TestDocument(t *testing.T) {
	f := newFake(t)
	b, _ := f.door()
	table := channeltest.Table
	letter := channel.Letter{
		Chat: channel.Chat{Door: Door, ID: "1001"}, HTML: "The numbers", File: &table, Edit: "1",
		Rows: [][]channel.Button{{{Label: "Back", Data: "b"}}},
	}
	if sent, err := b.Send(t.Context(), letter); err != nil || sent.Message == "" || strings.Contains(sent.Message, ",") {
		t.Errorf("%+v, %v, want one message", sent, err)
	}
	calls := f.made("sendDocument")
	if len(calls) != 1 || calls[0].params["document"] != string(table.Body) || calls[0].params["caption"] != "The numbers" || f.named != table.Name {
		t.Errorf("called %v, the file is %q", calls, f.named)
	}
	letter.HTML = strings.Repeat("word ", 400)
	sent, err := b.Send(t.Context(), letter)
	if err != nil || strings.Count(sent.Message, ",") != 1 {
		t.Errorf("%+v, %v, want two messages", sent, err)
	}
	if n := len(f.messages); n != 3 || f.messages[1].file == "" || len(f.messages[1].keys) > 0 || len(f.messages[2].keys) != 1 {
		t.Errorf("%d messages, the buttons are not under the last", n)
	}
	kept, err := b.Send(t.Context(), channel.Letter{Chat: letter.Chat, Delete: []string{sent.Message}})
	if err != nil || len(kept.Kept) > 0 || len(f.messages) != 1 {
		t.Errorf("taken away: %+v, %v, %d messages left", kept, err, len(f.messages))
	}
}

// An upload that goes wrong says so without the token, and is tried again unless
// Telegram refuses it.
func TestDocumentThatFails(t *testing.T) {
	f := newFake(t)
	b, _ := f.door()
	table := channeltest.Table
	letter := channel.Letter{Chat: channel.Chat{Door: Door, ID: "1001"}, HTML: "The numbers", File: &table}
	f.faulty(func(_ string, n int) http.HandlerFunc {
		switch n {
		case 1:
			return func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) }
		case 2:
			return func(w http.ResponseWriter, _ *http.Request) { answer(w, bad("DOCUMENT_INVALID")) }
		}
		return nil
	})
	_, err := b.Send(t.Context(), letter)
	if err == nil || errors.Is(err, channel.Refused) || errors.Is(err, channel.Gone) {
		t.Errorf("a broken connection gave %v", err)
	}
	noToken(t, "the error", err.Error())
	if _, err := b.Send(t.Context(), letter); !errors.Is(err, channel.Refused) {
		t.Errorf("what Telegram refuses gave %v", err)
	}
	if sent, err := b.Send(t.Context(), letter); err != nil || sent.Message == "" {
		t.Errorf("at last: %+v, %v", sent, err)
	}
}
