package runner

import (
	"errors"
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
