package runner

import (
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"signpost/bot/people"
	"signpost/bot/upkeep"
	"signpost/directory"
)

// admin is a house in which everybody is admin of the group g.
func admin(t *testing.T) *house {
	h := newHouse(t)
	h.store.hats = []people.Hat{{Role: people.GroupAdmin, Group: "g"}}
	return h
}

// asks goes as far as the change that is asked for.
func (h *house) asks(t *testing.T) {
	t.Helper()
	h.receives(t, says("/edit"))
	h.receives(t, taps(h.last(t), "on"))
}

// A change is carried out under its key, noted together with what follows from
// it, and only then called saved, in the message that was tapped.
func TestAChangeIsMadeAndThenSaid(t *testing.T) {
	h := admin(t)
	h.asks(t)
	if len(h.applied) != 1 || h.applied[0].Key == "" || h.applied[0].Service != "s" {
		t.Fatalf("carried out: %+v", h.applied)
	}
	if l := h.last(t); !strings.Contains(l.HTML, "OK:true") || l.Edit != "m1" {
		t.Errorf("said: %q, in the message %q", l.HTML, l.Edit)
	}
	f := h.store.finished
	if len(f) != 1 || len(f[0].Effects) != 1 || len(h.store.changes) != 0 {
		t.Fatalf("noted: %+v; still waiting: %d", f, len(h.store.changes))
	}
	if r, ok := f[0].Effects[0].(upkeep.Record); !ok || r.Entry.What != "edited" {
		t.Errorf("noted with %+v", f[0].Effects)
	}
	if n := f[0].Notices; len(n) != 1 || n[0].Chat.ID != "office" || n[0].About != "note" {
		t.Errorf("told: %+v", n)
	}
}

// What was not made is not noted as made, nobody is told of it, and the person
// learns what became of it.
func TestAChangeThatIsNotMade(t *testing.T) {
	for outcome, want := range map[directory.Outcome]string{
		directory.Conflict: "Conflict:true", directory.NotOwner: "Refused:true", directory.Faulty: "{OK:false Conflict:false Refused:false}",
	} {
		h := admin(t)
		h.outcome = outcome
		h.asks(t)
		f := h.store.finished
		if len(f) != 1 || len(f[0].Effects) != 0 || len(f[0].Notices) != 0 || len(h.store.changes) != 0 {
			t.Errorf("%s: noted %+v; still waiting: %d", outcome, f, len(h.store.changes))
		}
		if l := h.last(t); !strings.Contains(l.HTML, want) {
			t.Errorf("%s: said %q", outcome, l.HTML)
		}
	}
}

// A directory that can't be written loses no change: it is kept, the person is
// told that something is broken, and it is made when that is over.
func TestAChangeWaits(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := admin(t)
		h.applyErr = errDisk
		h.asks(t)
		if len(h.store.changes) != 1 || len(h.door.letters()) != 1 {
			t.Fatalf("%d changes wait, %d letters past the outbox", len(h.store.changes), len(h.door.letters()))
		}
		h.applyErr = nil
		h.run(t, time.Second)
		if len(h.applied) != 1 || len(h.store.changes) != 0 {
			t.Errorf("carried out %d, waiting %d", len(h.applied), len(h.store.changes))
		}
		sent := h.door.letters()
		if l := sent[len(sent)-1]; !strings.Contains(l.HTML, "OK:true") {
			t.Errorf("said at last: %q", l.HTML)
		}
	})
}

// The hat is looked at once more before a change that waited is carried out.
func TestAChangeOfSomebodyWhoLostTheHat(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := admin(t)
		h.applyErr = errDisk
		h.asks(t)
		h.applyErr, h.store.hats = nil, nil
		h.run(t, time.Second)
		if len(h.applied) != 0 || len(h.store.changes) != 0 {
			t.Errorf("carried out %d, waiting %d", len(h.applied), len(h.store.changes))
		}
	})
}

// A turn that the store refuses, since what it rested on has changed, is taken
// anew; one that is refused for ever is told so.
func TestAStaleTurnIsTakenAnew(t *testing.T) {
	h := newHouse(t)
	h.store.stale = maxStale - 1
	h.receives(t, says("/menu"))
	if l := h.last(t); l.HTML != "first" {
		t.Errorf("said %q", l.HTML)
	}
	h = newHouse(t)
	h.store.stale = maxStale
	h.receives(t, says("/menu"))
	if sent := h.door.letters(); len(sent) != 1 || !strings.Contains(sent[0].HTML, "999") {
		t.Errorf("said %+v", sent)
	}
}

// Who keeps listings may have to write the very words that danger is heard by. The
// card comes first; then what was typed answers the question all the same. A
// member's never does.
func TestStaffCanTypeDanger(t *testing.T) {
	h := admin(t)
	h.receives(t, says("/edit"))
	in := says("for people who say: I want to die")
	in.Update = "9"
	for range 2 { // delivered twice
		h.receives(t, in)
	}
	if sent := h.door.letters(); len(sent) != 1 || !strings.HasPrefix(sent[0].HTML, "999") {
		t.Errorf("past the outbox: %+v", sent)
	}
	if len(h.applied) != 1 {
		t.Errorf("what was typed answered %d times", len(h.applied))
	}
	h = newHouse(t)
	h.receives(t, says("/menu"))
	before := len(h.queued(t))
	h.receives(t, says("I want to die"))
	if len(h.queued(t)) != before {
		t.Error("a member's words were taken for an answer")
	}
}
