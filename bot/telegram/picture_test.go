package telegram

import (
	"errors"
	"net/http"
	"strings"
	"testing"

	"signpost/bot/channel"
	"signpost/bot/channel/channeltest"
)

// An upload that goes wrong says so without the token, and is tried again unless
// Telegram refuses it.
func TestPictureThatFails(t *testing.T) {
	f := newFake(t)
	b, _ := f.door()
	letter := channel.Letter{Chat: channel.Chat{Door: Door, ID: "1001"}, HTML: "Look", QR: channeltest.QR}
	f.faulty(func(method string, n int) http.HandlerFunc {
		switch n {
		case 1:
			return func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) }
		case 2:
			return func(w http.ResponseWriter, _ *http.Request) { answer(w, bad("IMAGE_PROCESS_FAILED")) }
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

// Words that are too long for a photo come below it, and are one letter with it.
func TestPictureWithManyWords(t *testing.T) {
	f := newFake(t)
	b, _ := f.door()
	sent, err := b.Send(t.Context(), channel.Letter{
		Chat: channel.Chat{Door: Door, ID: "1001"}, HTML: strings.Repeat("word ", 400), QR: channeltest.QR,
	})
	if err != nil || strings.Count(sent.Message, ",") != 1 {
		t.Errorf("%+v, %v, want two messages", sent, err)
	}
	if len(f.messages) != 2 || f.messages[0].photo == "" || f.messages[1].text == "" {
		t.Errorf("%d messages", len(f.messages))
	}
}
