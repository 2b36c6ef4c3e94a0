package runner

import (
	"context"
	"fmt"
	"os"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"signpost/bot/channel"
	"signpost/bot/listen"
	"signpost/bot/people"
	"signpost/bot/talk"
)

// limited is a house where nobody has more than twenty turns in twenty seconds.
func limited(t *testing.T) *house {
	t.Helper()
	h := newHouse(t)
	h.Book = cardBook()
	h.Limit = Limit{Turns: 20, Over: 20 * time.Second}
	return h
}

// flood brings a thousand messages of one chat within a minute, and does something
// after each.
func (h *house) flood(t *testing.T, each func(i int)) {
	t.Helper()
	for i := range 1_000 {
		h.receives(t, channel.Inbound{Chat: somebody, Text: "/menu", Update: fmt.Sprint("flood", i)})
		each(i)
		time.Sleep(time.Minute / 1_000)
	}
}

// answers are how many letters wait for a chat, and how many of them ask to wait.
func (h *house) answers(t *testing.T, c channel.Chat) (n, wait int) {
	t.Helper()
	for _, l := range h.queued(t) {
		if l.Chat != c {
			continue
		}
		n++
		if strings.Contains(l.HTML, "wait a moment") {
			wait++
			if len(l.Rows) != 1 {
				t.Errorf("urgent help does not stand under it: %+v", l)
			}
		}
	}
	return n, wait
}

// A thousand messages a minute of one chat: it is answered as often as anybody can
// read, is told once to wait, and every update counts as seen. All others are
// answered, and so is danger, at once and in the midst of it. Then all is as before.
func TestAFloodIsSlowedKindly(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := limited(t)
		other := channel.Chat{Door: "test", ID: "2"}
		h.flood(t, func(i int) {
			if i%100 == 0 {
				h.receives(t, channel.Inbound{Chat: other, Text: "/menu", Update: fmt.Sprint("other", i)})
			}
			if i == 500 {
				h.hears(t, channel.Inbound{Chat: somebody, Update: "danger"}, crisis(listen.Suicide))
				if len(h.door.letters()) != 1 {
					t.Error("danger was not answered at once")
				}
			}
		})
		n, wait := h.answers(t, somebody)
		if n < 40 || n > 90 || wait != 1 {
			t.Errorf("%d answers, %d of them to wait", n, wait)
		}
		if n, wait := h.answers(t, other); n != 10 || wait != 0 {
			t.Errorf("somebody else got %d answers, %d of them to wait; want 10 and 0", n, wait)
		}
		if len(h.store.seen) != 1_000+10+1 {
			t.Errorf("%d updates are noted", len(h.store.seen))
		}
		time.Sleep(20 * time.Second)
		before, _ := h.answers(t, somebody)
		for i := range 20 {
			h.receives(t, channel.Inbound{Chat: somebody, Text: "/menu", Update: fmt.Sprint("after", i)})
		}
		if after, _ := h.answers(t, somebody); after != before+20 {
			t.Errorf("after a pause %d of 20 are answered", after-before)
		}
	})
}

// What is refused moves no conversation.
func TestAFloodMovesNothing(t *testing.T) {
	h := limited(t)
	now := time.Now()
	h.Now = func() time.Time { return now }
	for range 20 {
		h.receives(t, says("/menu"))
	}
	before := fmt.Sprint(h.store.convs[somebody])
	h.receives(t, says("on"))
	h.receives(t, taps(h.queued(t)[19], "on"))
	if after := fmt.Sprint(h.store.convs[somebody]); after != before {
		t.Errorf("it went from %s to %s", before, after)
	}
}

// Danger comes first, whatever came before it; a flood of it brings a card every few
// seconds, and takes nobody else's.
func TestAFloodOfDanger(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := limited(t)
		began := time.Now()
		cards := map[string]int{}
		for i := range 1_000 {
			in := channel.Inbound{Chat: somebody, Text: "I want to die", Update: fmt.Sprint(i)}
			h.receives(t, in)
			if i == 0 && len(h.door.letters()) != 1 {
				t.Fatal("the first is not answered at once")
			}
			if i%100 == 50 {
				in.Chat.ID, in.Update = fmt.Sprint("other", i), fmt.Sprint("other", i)
				h.receives(t, in)
			}
			time.Sleep(time.Minute / 1_000)
		}
		for _, l := range h.door.letters() {
			cards[l.Chat.ID]++
		}
		if most := cardsAtOnce + int(time.Since(began)/cardEvery); cards[somebody.ID] < most-1 || cards[somebody.ID] > most || len(cards) != 11 {
			t.Errorf("%d cards for the one who floods, %d chats have one", cards[somebody.ID], len(cards))
		}
		if len(h.store.seen) != 1_010 {
			t.Errorf("%d updates are noted", len(h.store.seen))
		}
	})
}

// In the midst of a flood one can still have everything taken away, and more numbers.
func TestAFloodLeavesTheWayOut(t *testing.T) {
	h := limited(t)
	h.door.can.Popups = true
	for range 50 {
		h.receives(t, says("/menu"))
	}
	h.receives(t, says("/hide"))
	if l := h.last(t); l.HTML != "hidden" {
		t.Errorf("%+v", l)
	}
	h.receives(t, channel.Inbound{Chat: somebody, Data: talk.StandingData("urgent", "numbers"), Tapped: "m1", Callback: "c"})
	want(t, h.sent(), "popup more 999")
	h.receives(t, channel.Inbound{Chat: somebody, Blocked: true})
	if _, ok := h.store.convs[somebody]; ok {
		t.Error("who left is not forgotten")
	}
}

// People with a hat enter whole listings, and get more turns.
func TestStaffMayBeFaster(t *testing.T) {
	h := limited(t)
	now := time.Now()
	h.Now = func() time.Time { return now }
	h.store.hats = []people.Hat{{Role: people.GroupAdmin, Group: "g"}}
	for range 80 {
		h.receives(t, says("/menu"))
	}
	if n, wait := h.answers(t, somebody); n != 61 || wait != 1 {
		t.Errorf("%d answers, %d of them to wait; want 60 and one", n, wait)
	}
}

// In a group a flood is passed over in silence.
func TestAFloodInAGroup(t *testing.T) {
	h := limited(t)
	now := time.Now()
	h.Now = func() time.Time { return now }
	group := channel.Inbound{Chat: channel.Chat{Door: "test", ID: "-5"}, Group: true, Text: "/menu"}
	for range 50 {
		h.receives(t, group)
	}
	if n, wait := h.answers(t, group.Chat); n != 20 || wait != 0 {
		t.Errorf("%d answers, %d of them to wait", n, wait)
	}
}

// A clock that goes back takes nothing away, and one that goes forward gives no more
// than all.
func TestAFloodAndAClockThatJumps(t *testing.T) {
	h := limited(t)
	now := time.Now()
	h.Now = func() time.Time { return now }
	for _, jump := range []time.Duration{0, -5 * time.Hour, 10 * time.Hour} {
		now = now.Add(jump)
		for range 30 {
			h.receives(t, says("/menu"))
		}
	}
	if n, _ := h.answers(t, somebody); n < 40 || n > 42 {
		t.Errorf("%d answers, want two times twenty and to wait", n)
	}
}

// nothingKept is a Store that keeps nothing.
type nothingKept struct{ Store }

func (nothingKept) Load(context.Context, channel.Chat, string) (State, error) { return State{}, nil }
func (nothingKept) Seen(context.Context, channel.Chat, string) (bool, error)  { return false, nil }
func (nothingKept) Save(context.Context, Saving) error                        { return nil }

// passing is a door where everything arrives and nothing stays.
type passing struct{ *door }

func (passing) Send(_ context.Context, l channel.Letter) (channel.Sent, error) {
	return channel.Sent{Message: l.Chat.ID}, nil
}

// Chats that come once and never again leave nothing in memory: after ever more of
// them it is no fuller than it was. $SIGNPOST_CHATS says how many; a million by hand.
func TestChatsLeaveNothingInMemory(t *testing.T) {
	chats := 50_000
	if n := os.Getenv("SIGNPOST_CHATS"); n != "" {
		if _, err := fmt.Sscan(n, &chats); err != nil {
			t.Fatal(err)
		}
	}
	h := limited(t)
	h.Runner.Store = nothingKept{}
	h.Runner.Open(passing{h.door})
	come := func(from, to int) uint64 {
		for i := range to - from {
			chat := channel.Chat{Door: "test", ID: fmt.Sprint("chat", from+i)}
			h.receives(t, channel.Inbound{Chat: chat, Text: "/menu", Update: fmt.Sprint(from + i), Message: "1"})
			if i%10 == 0 {
				h.receives(t, channel.Inbound{Chat: chat, Text: "/urgent", Update: fmt.Sprint("u", from+i), Message: "2"})
				h.hears(t, channel.Inbound{Chat: chat, Update: fmt.Sprint("d", from+i), Message: "3"}, crisis(listen.Abuse))
				h.hears(t, channel.Inbound{Chat: chat, Update: fmt.Sprint("g", from+i)}, listen.Heard{Level: listen.Gentle})
			}
		}
		var m runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&m)
		return m.HeapAlloc
	}
	const first = 30_000 // enough to fill what is bounded
	few := come(0, first)
	many := come(first, first+chats)
	const more = 7 << 20 // what is bounded is not always equally full
	if many > few+more {
		t.Errorf("%d MB after the first chats, %d MB after %d more", few>>20, many>>20, chats)
	}
	t.Logf("%d MB, then %d MB", few>>20, many>>20)
	if len(h.lanes.busy) != 0 || len(h.waiters) != 0 {
		t.Errorf("%d lanes and %d who wait are left", len(h.lanes.busy), len(h.waiters))
	}
	runtime.KeepAlive(h)
}

// A million chats that come once each, as a flood from everywhere would be, leave what
// knows them no larger than it may be.
func TestAMillionChatsAreNotRemembered(t *testing.T) {
	h := limited(t)
	now := h.Now()
	for i := range strangers {
		if i%100 == 0 {
			now = now.Add(time.Millisecond)
		}
		chat := channel.Chat{Door: "test", ID: strconv.Itoa(i)}
		leave := h.lanes.enter(chat)
		if take, _ := h.floods.turn(chat, now, h.Limit); !take {
			t.Fatalf("the first message of chat %d is not taken", i)
		}
		h.languages.put(key(chat), "en")
		h.cards.put(chat, "card", now, "1", "2")
		leave()
	}
	bounds := map[string][2]int{
		"floods":    {len(h.floods.chats.new) + len(h.floods.chats.old), 2 * h.floods.chats.n},
		"languages": {len(h.languages.new) + len(h.languages.old), 2 * h.languages.n},
		"cards":     {len(h.cards.known), maxCards},
		"lanes":     {len(h.lanes.busy), 0},
	}
	for what, is := range bounds {
		if is[0] > is[1] {
			t.Errorf("%s: %d are remembered, at most %d may be", what, is[0], is[1])
		}
	}
	if bounds["floods"][0] < h.floods.chats.n {
		t.Error("the newest chats are not remembered either")
	}
}
