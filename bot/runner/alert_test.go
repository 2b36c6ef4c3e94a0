package runner

import (
	"testing"

	"signpost/bot/channel"
)

// What a door is told to be urgent is what is answered with the card, and asking
// leaves nothing behind.
func TestUrgentIsWhatTheCardAnswers(t *testing.T) {
	h, _ := urgentHouse(t)
	cards := 0
	for _, in := range []channel.Inbound{
		{Chat: somebody, Text: "I want to die", Update: "1"},
		{Chat: somebody, Text: "/urgent", Update: "2"},
		{Chat: somebody, Text: "hello", Update: "3"},
		{Chat: somebody, Data: "1surgent.", Update: "4"},
		{Chat: somebody, Media: channel.Photo, Update: "5"},
		{Chat: somebody, Text: "I want to die", Edited: true, Update: "6"},
		{Chat: somebody, Blocked: true, Update: "7"},
	} {
		said := h.Runner.Urgent(in)
		before := len(h.door.sent)
		h.receives(t, in)
		urgent := false
		for _, l := range h.door.sent[before:] {
			urgent = urgent || l.Urgent
		}
		if urgent {
			cards++
		}
		if said != urgent {
			t.Errorf("update %s is said to be urgent: %v; it is answered so: %v", in.Update, said, urgent)
		}
	}
	if cards < 3 {
		t.Errorf("only %d of them are urgent", cards)
	}
}
