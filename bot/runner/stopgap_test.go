package runner

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"signpost/bot/channel"
	"signpost/bot/talk"
)

// While nothing can be kept, the card leaves as ever, and everything else gets one
// sentence with the numbers: each update once, and none has to come again.
func TestNothingCanBeKept(t *testing.T) {
	h := newHouse(t)
	o := h.Options
	o.Book, o.Store, o.Broken = cardBook(), nil, errors.New("bot.db is damaged")
	r := New(o)
	r.Open(h.door)
	for range 2 {
		for _, in := range []channel.Inbound{
			{Text: "I want to die", Update: "1"},
			{Text: "hello", Update: "2"},
			{Data: talk.StandingData("urgent", ""), Update: "3"},
			{Media: channel.Voice, Update: "4"},
			{Text: "/hello", Group: true, Update: "5"},
			{Text: "hello", Edited: true, Update: "6"},
			{Blocked: true, Update: "7"},
		} {
			in.Chat = somebody
			if err := r.Receive(t.Context(), in); err != nil {
				t.Errorf("%+v has to come again: %v", in, err)
			}
		}
	}
	var said []string
	for _, l := range h.door.letters() {
		said = append(said, l.HTML)
	}
	if len(said) != 4 || !strings.Contains(said[1], "999") || said[1] != said[3] || said[0] == said[1] {
		t.Errorf("four updates want an answer; these left: %q", said)
	}
	if err := r.Deliver(t.Context(), somebody); err != nil {
		t.Errorf("somebody waits for letters: %v", err)
	}
}

// A card that could not leave must come again, since nothing can wait in a file.
func TestNothingCanBeKeptAndTheCardDidNotLeave(t *testing.T) {
	h := newHouse(t)
	o := h.Options
	o.Book, o.Store, o.Broken = cardBook(), nil, errors.New("bot.db is damaged")
	r := New(o)
	r.Open(h.door)
	h.door.fail = []error{errors.New("telegram is down")}
	in := channel.Inbound{Chat: somebody, Text: "I want to die", Update: "1"}
	if err := r.Receive(t.Context(), in); err == nil {
		t.Fatal("the card did not leave, and nobody is asked to bring the message again")
	}
	h.door.fail = nil
	if err := r.Receive(t.Context(), in); err != nil || len(h.door.letters()) != 1 {
		t.Errorf("%d cards, %v", len(h.door.letters()), err)
	}
}

// What the house keeps breaks while it serves, for good: from then on it is as if it
// had started so.
func TestWhatIsKeptBreaks(t *testing.T) {
	h := newHouse(t)
	say := func(text, update string) error {
		return h.Receive(t.Context(), channel.Inbound{Chat: somebody, Text: text, Update: update})
	}
	h.store.loadErr = fmt.Errorf("bot.db: %w", ErrBroken)
	h.store.saveErr = h.store.loadErr
	for range 2 {
		for i, text := range []string{"hello", "I want to die", "hello again"} {
			if err := say(text, fmt.Sprint(i)); err != nil {
				t.Errorf("%q has to come again: %v", text, err)
			}
		}
	}
	left := h.door.letters()
	if len(left) != 3 || !strings.Contains(left[0].HTML, "999") || left[0].HTML != left[2].HTML || left[0].HTML == left[1].HTML {
		t.Errorf("three updates want an answer each; these left: %+v", left)
	}
}
