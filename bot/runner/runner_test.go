package runner

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"signpost/bot/channel"
	"signpost/bot/counts"
	"signpost/bot/people"
	"signpost/bot/talk"
)

func TestATapEditsTheMessageItWasMadeOn(t *testing.T) {
	h := newHouse(t)
	h.receives(t, says("/menu"))
	first := h.last(t)
	if first.Edit != "" || first.HTML != "first" {
		t.Fatalf("%+v", first)
	}
	h.receives(t, taps(first, "on"))
	kept := h.last(t)
	if kept.Edit != "" || !kept.Keep {
		t.Errorf("a card that is kept must be a message of its own: %+v", kept)
	}
	h.receives(t, taps(kept, "on"))
	if third := h.last(t); third.Edit != "" || third.HTML != "third" {
		t.Errorf("a tap on a kept card edits it: %+v", third)
	}
	h.receives(t, taps(h.last(t), "on")) // the end leads home
	if home := h.last(t); home.Edit != "m1" || home.HTML != "first" {
		t.Errorf("a tap does not edit its message: %+v", home)
	}
}

func TestASecondDeliveryChangesNothing(t *testing.T) {
	h := newHouse(t)
	in := says("/menu")
	in.Update = "7"
	h.receives(t, in)
	h.receives(t, in)
	if n := len(h.queued(t)); n != 1 {
		t.Errorf("%d letters for one update", n)
	}
}

func TestTheCardNeedsNoFile(t *testing.T) {
	h := newHouse(t)
	h.store.loadErr, h.store.saveErr = errDisk, errDisk
	for i, in := range []channel.Inbound{
		{Chat: somebody, Text: "I want to die", Update: "1"},
		{Chat: somebody, Text: "/urgent", Update: "2"},
		{Chat: somebody, Data: "1oxxxxxxxxxxx.3.!urgent", Update: "3"},
		{Chat: somebody, Data: "1surgent.", Update: "4"},
	} {
		for range 2 { // each is delivered twice and answered once
			h.receives(t, in)
		}
		sent := h.door.letters()
		if len(sent) != i+1 {
			t.Fatalf("%+v: %d cards so far", in, len(sent))
		}
		if l := sent[i]; !strings.HasPrefix(l.HTML, "999") || !l.Urgent || !l.Keep || l.Edit != "" || len(l.Rows) != 1 {
			t.Errorf("%+v", l)
		}
	}
}

func TestTheCardKnowsTheLanguage(t *testing.T) {
	h := newHouse(t)
	in := says("/menu")
	in.Language = "ur-PK"
	h.receives(t, in)
	h.store.loadErr = errDisk
	h.receives(t, says("I want to die"))
	if l := h.door.letters()[0]; l.Language != "ur" || !l.RTL {
		t.Errorf("the card came in %q", l.Language)
	}
}

func TestACardThatDidNotLeaveGoesToTheOutbox(t *testing.T) {
	h := newHouse(t)
	h.door.fail = []error{errDisk}
	h.receives(t, says("I want to die"))
	q := h.queued(t)
	if len(q) != 1 || !q[0].Urgent || !h.store.queue[0].Urgent {
		t.Errorf("%+v", q)
	}
}

func TestTheCardIsCountedOncePerConversation(t *testing.T) {
	h := newHouse(t)
	for range 3 {
		h.receives(t, says("I want to die"))
	}
	if len(h.store.entries) != 1 || h.store.entries[0] != (counts.Entry{Kind: counts.UrgentShown}) {
		t.Errorf("%+v: nothing but the county's total may be counted, and once", h.store.entries)
	}
}

func TestWhenNothingCanBeSaved(t *testing.T) {
	h := newHouse(t)
	h.store.saveErr = errDisk
	in := says("/menu")
	in.Update = "9"
	for i := range 3 * maxFailures { // a disk that is full for long loses nothing
		if err := h.Receive(t.Context(), in); err == nil {
			t.Fatalf("try %d: it was given up while nothing can be saved", i+1)
		}
	}
	sent := h.door.letters()
	if len(sent) != 1 || !strings.Contains(sent[0].HTML, "999") {
		t.Fatalf("the sentence must be said once, with the numbers: %+v", sent)
	}
	h.store.saveErr = nil
	h.receives(t, says("/menu"))
	if h.last(t).HTML != "first" {
		t.Error("afterwards nothing goes on")
	}
}

// An update that can never be saved, while others are, holds nobody up for ever.
func TestAnUpdateThatCanNeverBeSaved(t *testing.T) {
	h := newHouse(t)
	bad := says("/menu")
	bad.Update = "9"
	tries := 0
	for ; tries < 100; tries++ {
		h.store.saveErr = errDisk
		err := h.Receive(t.Context(), bad)
		h.store.saveErr = nil
		if err == nil {
			break
		}
		h.receives(t, channel.Inbound{Chat: channel.Chat{Door: somebody.Door, ID: "other"}, Text: "/menu"})
	}
	if tries != maxFailures {
		t.Errorf("it was given up after %d tries beside others, want %d", tries, maxFailures)
	}
}

func TestAStepThatFails(t *testing.T) {
	h := newHouse(t)
	h.receives(t, says("/menu"))
	before := h.store.convs[somebody]
	in := says("fail")
	in.Update = "3"
	h.receives(t, in)
	h.receives(t, in)
	if n := len(h.door.letters()); n != 1 {
		t.Errorf("%d sentences for one update that came twice", n)
	}
	if len(h.store.sent) != 1 {
		t.Errorf("/hide would remove %v, not the sentence", h.store.sent)
	}
	if got := fmt.Sprint(h.store.convs[somebody]); got != fmt.Sprint(before) {
		t.Error("the conversation moved")
	}
}

func TestHideAndForget(t *testing.T) {
	h := newHouse(t)
	h.receives(t, says("/menu"))
	h.receives(t, channel.Inbound{Chat: somebody, Text: "I want to die", Message: "5"})
	h.receives(t, channel.Inbound{Chat: somebody, Text: "/hide", Message: "7"})
	q := h.queued(t)
	// What was typed, the card that went past the outbox, and the command itself.
	if remove := q[len(q)-2]; fmt.Sprint(remove.Delete) != "[5 m1 7]" || remove.HTML != "" {
		t.Errorf("%+v", remove)
	}
	if line := q[len(q)-1]; line.HTML != "hidden" || line.Edit != "" {
		t.Errorf("%+v", line)
	}
	entries := len(h.store.entries)
	h.receives(t, says("/forget"))
	if _, ok := h.store.convs[somebody]; ok {
		t.Error("the conversation is still there")
	}
	if len(h.store.entries) != entries {
		t.Error("being forgotten was counted")
	}
	h.receives(t, says("/menu"))
	h.receives(t, channel.Inbound{Chat: somebody, Blocked: true})
	if _, ok := h.store.convs[somebody]; ok {
		t.Error("who blocks the bot is not forgotten")
	}
}

func TestAnEditedMessageIsHeardAndAnswersNothing(t *testing.T) {
	h := newHouse(t)
	h.receives(t, says("/menu"))
	h.receives(t, channel.Inbound{Chat: somebody, Text: "hello", Edited: true})
	if n := len(h.queued(t)); n != 1 {
		t.Errorf("%d letters: an edit was taken for an answer", n)
	}
	h.receives(t, channel.Inbound{Chat: somebody, Text: "I want to die", Edited: true})
	if len(h.door.letters()) != 1 {
		t.Error("danger in an edited message was not heard")
	}
}

// A page that is opened again shows where it was for half an hour. Later
// somebody else may sit before the screen: the talk has ended, whatever they do.
func TestAPageThatIsOpenedAgain(t *testing.T) {
	now := time.Date(2030, 6, 2, 14, 5, 0, 0, time.UTC)
	for _, c := range []struct {
		ago   time.Duration
		press bool
		want  string
		kept  bool
	}{
		{29 * time.Minute, false, "second", true},
		{29 * time.Minute, true, "third", true},
		{30 * time.Minute, false, "first", false},
		{30 * time.Minute, true, "first", false},
	} {
		h := newHouse(t)
		ids := []talk.ID{"BBBBBBBBBBB", "AAAAAAAAAAA"}
		h.NewID = func() talk.ID { defer func() { ids = ids[:1] }(); return ids[len(ids)-1] }
		h.Now = func() time.Time { return now }
		h.receives(t, says("/menu"))
		h.receives(t, taps(h.last(t), "on"))
		h.store.touched = now.Add(-c.ago)
		again := channel.Inbound{Chat: somebody}
		if c.press {
			again = taps(h.last(t), "on")
		}
		again.Resume = true
		h.receives(t, again)
		if got := h.last(t).HTML; !strings.HasSuffix(got, c.want) {
			t.Errorf("after %s (a press: %v) it shows %q, want %q", c.ago, c.press, got, c.want)
		}
		if kept := h.store.convs[somebody].ID == "AAAAAAAAAAA"; kept != c.kept {
			t.Errorf("after %s (a press: %v) the conversation of before is kept: %v", c.ago, c.press, kept)
		}
		if forgot := slices.Contains(h.store.effects, talk.Effect(people.Forget{})); forgot == c.kept {
			t.Errorf("after %s (a press: %v) the chat was forgotten: %v", c.ago, c.press, forgot)
		}
	}
}

func TestForgottenInMemoryToo(t *testing.T) {
	for _, end := range []channel.Inbound{{Chat: somebody, Text: "/forget"}, {Chat: somebody, Blocked: true}} {
		h := newHouse(t)
		h.receives(t, says("/menu"))
		h.receives(t, says("I want to die"))
		h.receives(t, end)
		if _, known := h.languages.get(key(somebody)); known {
			t.Errorf("%+v: the language is still known", end)
		}
		if _, known := h.counted.get(key(somebody)); known {
			t.Errorf("%+v: that a card was shown is still known", end)
		}
	}
}

func TestGroups(t *testing.T) {
	h := newHouse(t)
	group := channel.Chat{Door: "test", ID: "-100"}
	h.receives(t, channel.Inbound{Chat: group, Text: "hello everybody", Group: true})
	if len(h.queued(t)) != 0 {
		t.Error("the bot spoke to a group unasked")
	}
	h.receives(t, channel.Inbound{Chat: group, Text: "/start", Group: true})
	if l := h.last(t); len(l.Rows) != 1 || l.Rows[0][0].URL != "https://example.org/hello" {
		t.Errorf("%+v", l)
	}
	if _, ok := h.store.convs[group]; ok {
		t.Error("a group has a conversation")
	}
	h.receives(t, channel.Inbound{Chat: group, Text: "I want to die", Group: true})
	if l := h.door.letters()[0]; len(l.Rows) != 0 || !strings.HasPrefix(l.HTML, "999") {
		t.Errorf("%+v", l)
	}
}

func TestOneAtATimeInAChat(t *testing.T) {
	h := newHouse(t)
	var wg sync.WaitGroup
	for i := range 40 {
		wg.Go(func() {
			in := says("word")
			in.Update = fmt.Sprint(i)
			if err := h.Receive(t.Context(), in); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	// Four screens lead round: forty answers are ten rounds, none of them lost.
	if got := h.store.convs[somebody].Turn; got != 40 {
		t.Errorf("%d turns of 40", got)
	}
	if len(h.lanes.busy) != 0 {
		t.Errorf("%d lanes are left", len(h.lanes.busy))
	}
}

func TestNothingTypedIsLogged(t *testing.T) {
	h := newHouse(t)
	const canary = "canary-7f3a"
	h.receives(t, says("/menu"))
	h.door.fail = []error{errDisk, errDisk}
	for _, fault := range []error{nil, errDisk} {
		h.store.loadErr, h.store.saveErr = fault, fault
		_ = h.Receive(t.Context(), says(canary))
		_ = h.Receive(t.Context(), says("I want to die "+canary))
		_ = h.Receive(t.Context(), channel.Inbound{Chat: somebody, Text: canary, Update: "1"})
	}
	if h.log.Len() == 0 {
		t.Fatal("nothing was logged, so nothing is tested")
	}
	if strings.Contains(h.log.String(), canary) {
		t.Errorf("what was typed is in the log:\n%s", h.log)
	}
}

func TestRecentForgets(t *testing.T) {
	var m recent[int]
	m.init(10)
	for i := range 1_000 {
		m.put(fmt.Sprint(i), i)
	}
	if len(m.new)+len(m.old) > 20 {
		t.Errorf("%d are remembered", len(m.new)+len(m.old))
	}
	if v, ok := m.get("999"); !ok || v != 999 {
		t.Error("the newest is forgotten")
	}
	if _, ok := m.get("1"); ok {
		t.Error("the oldest is remembered")
	}
}

func TestLabelsThatStandAlone(t *testing.T) {
	for in, want := range map[string]string{
		"\u200f\u2068English\u2069":         "English",
		"\u20681\u2069. \u2068Derby\u2069":  "\u20681\u2069. \u2068Derby\u2069",
		"\u200f\u2068a\u2069 \u2068b\u2069": "\u200f\u2068a\u2069 \u2068b\u2069",
		"اردو":                              "اردو",
		"":                                  "",
	} {
		if got := alone(in); got != want {
			t.Errorf("%q gives %q, want %q", in, got, want)
		}
	}
}
