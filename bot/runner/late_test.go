package runner

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"signpost/bot/channel"
	"signpost/bot/listen"
	"signpost/bot/people"
)

// lateHouse is urgentHouse with a conversation that was going on when it was late.
func lateHouse(t *testing.T) (h *house, written func(string, time.Duration) channel.Inbound) {
	t.Helper()
	h, now := urgentHouse(t)
	h.receives(t, says("/menu"))
	h.store.queue = nil
	n := 0
	return h, func(text string, ago time.Duration) channel.Inbound {
		n++
		return channel.Inbound{Chat: somebody, Text: text, At: now.Add(-ago), Update: fmt.Sprint("late", n), Message: fmt.Sprint(500 + n)}
	}
}

// At three in the morning a phone says nothing about what was written at eight. The
// message is seen, and /hide still knows it.
func TestALateMessageGetsNoAnswer(t *testing.T) {
	for _, in := range []channel.Inbound{
		{Text: "hello"},
		{Text: "/find"},
		{Text: "/menu"},
		{Media: channel.Voice, File: "f"},
		{Location: &channel.Location{Lat: 53.2, Lon: -1.4}},
		{Text: "/find", Group: true},
	} {
		h, written := lateHouse(t)
		before := h.store.convs[somebody]
		of := written("", lateAfter)
		in.Chat, in.At, in.Update, in.Message = of.Chat, of.At, of.Update, of.Message
		h.receives(t, in)
		h.receives(t, in)
		if len(h.queued(t)) != 0 || len(h.door.letters()) != 0 {
			t.Errorf("%+v is answered: %+v", in, h.queued(t))
		}
		if after := h.store.convs[somebody]; fmt.Sprint(after) != fmt.Sprint(before) {
			t.Errorf("%+v moves the conversation from %+v to %+v", in, before, after)
		}
		if !h.store.seen[key(in.Chat)+in.Update] || fmt.Sprint(h.store.sent) != "["+in.Message+"]" {
			t.Errorf("%+v is not noted: seen %v, messages %v", in, h.store.seen, h.store.sent)
		}
	}
}

// A moment less and it is answered as ever; and so is what comes from a clock that
// is ahead of ours.
func TestAMessageInTimeIsAnswered(t *testing.T) {
	h, written := lateHouse(t)
	for i, ago := range []time.Duration{lateAfter - time.Second, 0, -3 * time.Hour} {
		h.receives(t, written("/menu", ago))
		if q := h.queued(t); len(q) != i+1 || q[i].Silent {
			t.Errorf("written %v ago: %+v", ago, q)
		}
	}
}

// Whoever was in danger while we were down gets the card, without a sound and with
// one sentence that says why only now; once, however many messages waited.
func TestLateDangerGetsTheCard(t *testing.T) {
	h, written := lateHouse(t)
	first := written("x", 5*time.Hour)
	for range 2 {
		h.hears(t, first, crisis(listen.Suicide))
	}
	h.hears(t, written("x", 4*time.Hour), crisis(listen.Overdose))
	h.hears(t, written("x", 20*time.Minute), crisis(listen.Suicide))
	sent := h.door.letters()
	if len(sent) != 1 {
		t.Fatalf("%d cards: %q", len(sent), h.sent())
	}
	l := sent[0]
	if !l.Silent || !l.Urgent || !strings.HasPrefix(l.HTML, "Sorry") || !strings.Contains(l.HTML, "999 suicide") || len(l.Rows) == 0 {
		t.Errorf("%+v", l)
	}
	if len(h.store.seen) < 3 {
		t.Errorf("noted: %v", h.store.seen)
	}
	h.hears(t, written("x", 0), crisis(listen.Overdose))
	if sent = h.door.letters(); len(sent) != 2 || sent[1].Silent || strings.HasPrefix(sent[1].HTML, "Sorry") {
		t.Errorf("what is written now: %q", h.sent())
	}
}

// Somebody who is in danger again after the card, and whose message then waits,
// gets another one.
func TestDangerAfterTheCardAndLate(t *testing.T) {
	h, now := urgentHouse(t)
	h.hears(t, channel.Inbound{Chat: somebody, At: *now}, crisis(listen.Abuse))
	*now = now.Add(time.Hour)
	h.hears(t, channel.Inbound{Chat: somebody, At: now.Add(-20 * time.Minute)}, crisis(listen.Abuse))
	if n := len(h.door.letters()); n != 2 {
		t.Errorf("%d cards, want 2", n)
	}
}

// The typed /urgent is danger too, and the card that could not leave waits without
// its sound.
func TestALateCardThatDoesNotLeave(t *testing.T) {
	h, written := lateHouse(t)
	h.door.fail = []error{errDisk}
	h.receives(t, written("/urgent", time.Hour))
	if q := h.queued(t); len(q) != 1 || !q[0].Silent || !q[0].Urgent || !strings.HasPrefix(q[0].HTML, "Sorry") {
		t.Errorf("%+v", q)
	}
}

// What was to be taken away is taken away, however late, and quietly.
func TestLateHideAndForget(t *testing.T) {
	for command, want := range map[string]string{"/hide": "hidden", "/forget": "forgotten"} {
		h, written := lateHouse(t)
		h.receives(t, written(command, 6*time.Hour))
		l := h.last(t)
		if l.HTML != want || !l.Silent {
			t.Errorf("%s: %+v", command, l)
		}
		if len(h.store.effects) == 0 {
			t.Errorf("%s did nothing", command)
		}
	}
}

// Whoever blocked the bot is forgotten, whenever we hear of it.
func TestALateBlock(t *testing.T) {
	h, written := lateHouse(t)
	in := written("", 20*time.Hour)
	in.Blocked, in.Message = true, ""
	h.receives(t, in)
	if _, ok := h.store.convs[somebody]; ok || len(h.store.effects) != 1 || h.store.effects[0] != (people.Forget{}) {
		t.Errorf("%v, %v", h.store.convs, h.store.effects)
	}
}

// Nobody is woken to hear that the house is broken.
func TestALateMessageAndABrokenStore(t *testing.T) {
	h, written := lateHouse(t)
	h.store.saveErr = errDisk
	in := written("hello", time.Hour)
	if err := h.Receive(t.Context(), in); !errors.Is(err, errDisk) {
		t.Errorf("it is not brought again: %v", err)
	}
	h.store.saveErr, h.store.loadErr = nil, errDisk
	_ = h.Receive(context.Background(), written("/hide", time.Hour))
	if n := len(h.door.letters()); n != 0 {
		t.Errorf("%d letters: %q", n, h.sent())
	}
	h.store.loadErr = nil
	h.receives(t, in)
	if len(h.queued(t)) != 0 {
		t.Errorf("%+v", h.queued(t))
	}
}

// The operator reads once that messages came late, and nothing of them.
func TestTheOperatorHearsOfLateMessages(t *testing.T) {
	h, written := lateHouse(t)
	for range 3 {
		h.receives(t, written("zzcanary", time.Hour))
	}
	if got := strings.Count(h.log.String(), "came late"); got != 1 || strings.Contains(h.log.String(), "canary") {
		t.Errorf("the log:\n%s", h.log)
	}
}
