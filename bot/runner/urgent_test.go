package runner

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"signpost/bot/channel"
	"signpost/bot/counts"
	"signpost/bot/listen"
	"signpost/bot/talk"
	"signpost/locales"
)

// cardBook answers danger by kind, so that one can see which card was shown.
func cardBook() talk.Book {
	b := testBook()
	b.Urgent = func(sc talk.Scene, c talk.Call) talk.Message {
		m := talk.Message{Fresh: true, Keep: true, Card: "card"}
		what := c.Arg
		switch {
		case strings.HasPrefix(what, "remove"):
			m = talk.Message{Body: locales.Raw("removed"), Fresh: true, Quiet: true, Remove: []string{}}
			if _, id, ok := strings.Cut(what, "."); ok {
				m.Remove = []string{id}
			}
			return m
		case what == "numbers":
			return talk.Message{Body: locales.Raw("more 999"), Popup: true}
		case what == "hurt":
			m.Fresh = false
		case what == "" && len(c.Heard.Kinds) > 0:
			m.Card, what = string(c.Heard.Kinds[0]), string(c.Heard.Kinds[0])
		}
		if sc.Card == m.Card && c.Arg == "" {
			what += " again"
		}
		if sc.Group {
			what = "group"
		}
		m.Body = locales.Raw(strings.TrimSpace("999 " + what))
		m.Rows = talk.Keys([][]talk.Button{{talk.Standing("go_on", "", locales.ButtonGoOn())}})
		return m
	}
	return talk.NewBook(b)
}

// urgentHouse has the book above and a clock that can be set.
func urgentHouse(t *testing.T) (*house, *time.Time) {
	t.Helper()
	h := newHouse(t)
	now := time.Date(2030, 6, 2, 14, 5, 0, 0, time.UTC)
	h.Book, h.Now = cardBook(), func() time.Time { return now }
	h.door.can.Popups = true
	return h, &now
}

// hears brings a message of which something is heard, without the listener.
func (h *house) hears(t *testing.T, in channel.Inbound, heard listen.Heard) {
	t.Helper()
	if in.Text == "" {
		in.Text = "x"
	}
	if err := h.bring(t.Context(), in, heard); err != nil {
		t.Fatal(err)
	}
}

func (h *house) bring(ctx context.Context, in channel.Inbound, heard listen.Heard) error {
	sc := h.scene(in)
	e := talk.Said{Text: in.Text, Heard: heard}
	if m, ok := h.Book.Hear(sc, e); ok {
		return h.urgent(ctx, in, sc, e, m)
	}
	defer h.lanes.enter(in.Chat)()
	return h.turn(ctx, in, sc, e)
}

func crisis(k ...listen.Kind) listen.Heard { return listen.Heard{Level: listen.Danger, Kinds: k} }

// sent are the letters that left past the outbox.
func (h *house) sent() []string {
	var out []string
	for _, l := range h.door.letters() {
		switch {
		case l.Popup != "":
			out = append(out, "popup "+l.Popup)
		case l.Delete != nil:
			out = append(out, fmt.Sprint("delete ", l.Delete))
		case l.Edit != "":
			out = append(out, "edit "+l.HTML)
		default:
			out = append(out, l.HTML)
		}
	}
	return out
}

func want(t *testing.T, got []string, want ...string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("it says %q, want %q", got, want)
	}
}

// A repeat within ten minutes is short; another kind, another chat, the time and
// the button each bring the full card.
func TestARepeatIsShort(t *testing.T) {
	h, now := urgentHouse(t)
	in := channel.Inbound{Chat: somebody}
	h.hears(t, in, crisis(listen.Suicide))
	h.hears(t, in, crisis(listen.Suicide))
	h.hears(t, in, crisis(listen.Overdose))
	h.hears(t, in, crisis(listen.Overdose))
	h.hears(t, channel.Inbound{Chat: channel.Chat{Door: "test", ID: "2"}}, crisis(listen.Overdose))
	h.receives(t, says("/urgent"))
	*now = now.Add(9 * time.Minute)
	h.hears(t, in, crisis(listen.Overdose))
	*now = now.Add(time.Minute)
	h.hears(t, in, crisis(listen.Overdose))
	h.receives(t, says("/forget"))
	h.hears(t, in, crisis(listen.Overdose))
	want(t, h.sent(), "999 suicide", "999 suicide again", "999 overdose", "999 overdose again", "999 overdose",
		"999", "999 overdose again", "999 overdose", "999 overdose")
}

// Which card was shown is known for ten minutes and no longer, in memory alone.
func TestACardIsForgotten(t *testing.T) {
	h, now := urgentHouse(t)
	h.hears(t, channel.Inbound{Chat: somebody}, crisis(listen.Abuse))
	*now = now.Add(fullCardEvery)
	h.cards.clear(*now)
	if len(h.cards.known) != 0 {
		t.Errorf("%v is still known", h.cards.known)
	}
	for i := range maxCards + 100 {
		h.cards.put(channel.Chat{ID: fmt.Sprint(i)}, "card", *now, "1")
	}
	if len(h.cards.known) > maxCards {
		t.Errorf("%d chats are known", len(h.cards.known))
	}
}

// A card that could be kept nowhere is not taken for shown: it comes again.
func TestACardThatDidNotLeaveWasNotShown(t *testing.T) {
	h, _ := urgentHouse(t)
	h.door.fail, h.store.saveErr = []error{errDisk}, errDisk
	in := channel.Inbound{Chat: somebody, Update: "1"}
	if err := h.bring(t.Context(), in, crisis(listen.Suicide)); err == nil {
		t.Fatal("the update is not brought again")
	}
	h.hears(t, in, crisis(listen.Suicide))
	want(t, h.sent(), "999 suicide")
}

// More numbers are a pop-up where the door has them and a message where not; what
// is shown in place edits the card.
func TestMoreNumbersAndInPlace(t *testing.T) {
	h, _ := urgentHouse(t)
	tap := func(arg string) channel.Inbound {
		return channel.Inbound{Chat: somebody, Data: talk.StandingData("urgent", arg), Tapped: "m1", Callback: "c"}
	}
	h.store.loadErr, h.store.saveErr = errDisk, errDisk // none of it needs a file
	h.receives(t, tap("numbers"))
	h.receives(t, tap("hurt"))
	h.door.can = talk.Abilities{}
	h.receives(t, tap("numbers"))
	h.receives(t, tap("hurt"))
	want(t, h.sent(), "popup more 999", "edit 999 hurt", "more 999", "999 hurt")
	if len(h.store.entries) != 0 {
		t.Error("something was counted")
	}
}

// "Remove what I wrote" takes away all that was written around the card, and the
// card, without a file; after a restart the button still knows its message.
func TestRemoveWhatIWrote(t *testing.T) {
	for _, restarted := range []bool{false, true} {
		h, _ := urgentHouse(t)
		h.store.loadErr, h.store.saveErr = errDisk, errDisk
		h.hears(t, channel.Inbound{Chat: somebody, Message: "5"}, crisis(listen.Abuse))
		h.hears(t, channel.Inbound{Chat: somebody, Message: "6"}, crisis(listen.Abuse))
		if restarted {
			h.cards.init()
		}
		h.receives(t, channel.Inbound{Chat: somebody, Data: "1surgent.remove.6", Tapped: "m1", Callback: "c"})
		deleted := "delete [5 6 m1]"
		if restarted {
			deleted = "delete [6 m1]"
		}
		want(t, h.sent(), "999 abuse", "999 abuse again", deleted, "removed")
		if l := h.door.letters()[2]; !l.Clear || !l.Urgent {
			t.Errorf("%+v", l)
		}
		if l := h.door.letters()[3]; l.Edit != "" || l.Popup != "" || !l.Quiet {
			t.Errorf("%+v", l)
		}
		h.hears(t, channel.Inbound{Chat: somebody}, crisis(listen.Abuse))
		if got := h.sent()[4]; got != "999 abuse" {
			t.Errorf("after what was written is gone, the card is %q", got)
		}
	}
	t.Run("a door that can't", func(t *testing.T) {
		h, _ := urgentHouse(t)
		h.door.can = talk.Abilities{}
		h.receives(t, channel.Inbound{Chat: somebody, Data: "1surgent.remove.6", Tapped: "m1"})
		want(t, h.sent(), "removed")
	})
	t.Run("it fails", func(t *testing.T) {
		h, _ := urgentHouse(t)
		h.door.fail = []error{errDisk}
		h.receives(t, channel.Inbound{Chat: somebody, Data: "1surgent.remove.6", Tapped: "m1", Callback: "c"})
		want(t, h.sent(), "removed")
		if q := h.queued(t); len(q) != 1 || fmt.Sprint(q[0].Delete) != "[6 m1]" || !q[0].Urgent {
			t.Errorf("nothing tries again: %+v", q)
		}
	})
}

// A heavy message that is no danger goes its ordinary way, with one line above
// it; not twice running.
func TestTheGentleLine(t *testing.T) {
	h, _ := urgentHouse(t)
	line := locales.Plain(h.Words.Render("en", locales.UrgentGentle()))
	gently := listen.Heard{Level: listen.Gentle}
	in := channel.Inbound{Chat: somebody}
	h.receives(t, says("/menu"))
	var said []bool
	for _, heard := range []listen.Heard{gently, gently, gently, {}, gently} {
		h.hears(t, in, heard)
		said = append(said, strings.HasPrefix(h.last(t).HTML, line))
	}
	if !slices.Equal(said, []bool{true, false, true, false, true}) {
		t.Errorf("the line is said %v", said)
	}
	for _, l := range h.queued(t) {
		if strings.Contains(l.HTML, line) && !strings.Contains(strings.TrimPrefix(l.HTML, line), "\n\n") {
			t.Errorf("the ordinary answer is not whole: %q", l.HTML)
		}
	}
	h.hears(t, in, listen.Heard{Level: listen.Gentle, WhoKnows: true})
	if private := locales.Plain(h.Words.Render("en", locales.UrgentGentlePrivate())); !strings.HasPrefix(h.last(t).HTML, private) {
		t.Errorf("who reads this is not said: %q", h.last(t).HTML)
	}
	if len(h.door.letters()) != 0 || len(h.store.entries) > 1 {
		t.Errorf("something urgent was sent or counted: %v", h.store.entries)
	}
	for chat, c := range h.store.convs {
		if strings.Contains(fmt.Sprintf("%+v", c), "entle") {
			t.Errorf("%v: the conversation keeps what was heard: %+v", chat, c)
		}
	}
}

// Whatever is wrong with the store, each update is answered once, and once it is
// sound again nothing is said twice.
func TestTheStoreFails(t *testing.T) {
	faults := map[string]error{
		"locked":    errors.New("database is locked (5)"),
		"gone":      errors.New("unable to open database file (14)"),
		"corrupt":   errors.New("database disk image is malformed (11)"),
		"disk full": errors.New("database or disk is full (13)"),
		"slow":      context.DeadlineExceeded,
	}
	for name, fault := range faults {
		for _, sendsFail := range []bool{false, true} {
			t.Run(fmt.Sprint(name, " sending fails ", sendsFail), func(t *testing.T) {
				h, _ := urgentHouse(t)
				h.store.loadErr, h.store.saveErr = fault, fault
				updates := []channel.Inbound{
					{Chat: somebody, Text: "I want to die", Update: "1", Message: "11"},
					{Chat: somebody, Text: "hello", Update: "2", Message: "12"},
					{Chat: somebody, Media: channel.Voice, Update: "3", Message: "13"},
					{Chat: somebody, Text: "/urgent", Update: "4", Message: "14"},
				}
				if sendsFail {
					h.door.always = errDisk
				}
				for range 2 { // the door brings again what was not taken
					for _, in := range updates {
						_ = h.Receive(t.Context(), in)
					}
				}
				if n := len(h.door.letters()); !sendsFail && n != len(updates) {
					t.Errorf("%d answers to %d updates: %q", n, len(updates), h.sent())
				}
				for _, s := range h.sent() {
					if !strings.Contains(s, "999") {
						t.Errorf("an answer without a number: %q", s)
					}
				}
				h.store.loadErr, h.store.saveErr, h.door.always = nil, nil, nil
				for _, in := range updates {
					h.receives(t, in)
				}
				cards := 0
				for _, s := range h.sent() {
					if strings.HasPrefix(s, "999") {
						cards++
					}
				}
				if cards != 2 {
					t.Errorf("%d cards for two calls for one: %q", cards, h.sent())
				}
				before := len(h.door.letters()) + len(h.store.queue)
				for _, in := range updates {
					h.receives(t, in)
				}
				if after := len(h.door.letters()) + len(h.store.queue); after != before {
					t.Errorf("%d letters are said twice", after-before)
				}
			})
		}
	}
}

// The first of a thousand messages is answered at once, and none goes without an
// answer.
func TestAThousandMessages(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		h.Book = cardBook()
		start := time.Now()
		for i := range 1_000 {
			h.hears(t, channel.Inbound{Chat: somebody, Update: fmt.Sprint(i)}, crisis(listen.Suicide))
		}
		sent := h.sent()
		if sent[0] != "999 suicide" || h.door.at[0].Sub(start) > 0 {
			t.Errorf("the first: %q after %s", sent[0], h.door.at[0].Sub(start))
		}
		if len(sent) != 1_000 || sent[999] != "999 suicide again" {
			t.Errorf("%d answers", len(sent))
		}
	})
}

// Nothing of what was heard is stored, logged or counted, but one total.
func TestNothingHeardIsKept(t *testing.T) {
	h, _ := urgentHouse(t)
	const canary = "zz canary"
	h.receives(t, says("/menu"))
	for i, k := range listen.Kinds() {
		in := channel.Inbound{Chat: somebody, Text: canary, Update: fmt.Sprint(i), Message: fmt.Sprint(100 + i)}
		h.door.fail = []error{errDisk} // the worst case: the card waits in the outbox
		h.hears(t, in, crisis(k))
		h.hears(t, channel.Inbound{Chat: somebody, Text: canary}, listen.Heard{Level: listen.Gentle, Kinds: []listen.Kind{k}})
	}
	if h.log.Len() == 0 {
		t.Fatal("nothing was logged, so nothing is tested")
	}
	kept := h.log.String() + fmt.Sprintf("%+v %+v %+v", h.store.convs, h.store.entries, h.store.effects)
	for _, l := range h.queued(t) {
		if strings.Contains(l.HTML, canary) {
			t.Errorf("the person's words are said again: %q", l.HTML)
		}
	}
	for _, k := range listen.Kinds() {
		if strings.Contains(kept, string(k)) {
			t.Errorf("%s is kept", k)
		}
	}
	for _, word := range []string{canary, string(listen.Gentle), string(listen.Danger)} {
		if strings.Contains(kept, word) {
			t.Errorf("%q is kept", word)
		}
	}
	total := slices.DeleteFunc(slices.Clone(h.store.entries), func(e counts.Entry) bool { return e.Kind != counts.UrgentShown })
	if len(total) != 1 || total[0] != (counts.Entry{Kind: counts.UrgentShown}) {
		t.Errorf("counted %v", total)
	}
}

// In a group the answer is for everybody, and nothing of it is remembered.
func TestDangerInAGroup(t *testing.T) {
	h, _ := urgentHouse(t)
	group := channel.Inbound{Chat: channel.Chat{Door: "test", ID: "-5"}, Group: true, Text: "zz", Message: "3"}
	for range 2 {
		h.hears(t, group, crisis(listen.Abuse))
	}
	want(t, h.sent(), "999 group", "999 group")
	for _, l := range h.door.letters() {
		if len(l.Rows) != 0 || strings.Contains(l.HTML, "zz") {
			t.Errorf("%+v", l)
		}
	}
	if len(h.cards.known) != 0 {
		t.Error("who wrote in a group is remembered")
	}
}

// The process died after the card was noted and before Telegram knew: the message
// comes again, and is answered already. A store that can't say holds nothing up.
func TestACardOfTheProcessBefore(t *testing.T) {
	for _, broken := range []bool{false, true} {
		h, now := urgentHouse(t)
		h.started = now.Add(-time.Second)
		in := channel.Inbound{Chat: somebody, Update: "7", At: now.Add(-2 * time.Second)}
		h.hears(t, in, crisis(listen.Suicide))
		h.answered.init(10)
		h.Runner.shown.init(10)
		if broken {
			h.store.loadErr, h.store.saveErr = errDisk, errDisk
		}
		h.hears(t, in, crisis(listen.Suicide))
		want := 1
		if broken {
			want = 2
		}
		if n := len(h.door.letters()); n != want {
			t.Errorf("broken %v: %d cards, want %d", broken, n, want)
		}
	}
}

// The same message by both ways at once is answered once.
func TestOneCardByTwoWays(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		h.Book = cardBook()
		h.door.hang = func(context.Context, channel.Letter) error { time.Sleep(time.Second); return nil }
		for range 3 {
			go func() {
				if err := h.bring(t.Context(), channel.Inbound{Chat: somebody, Text: "x", Update: "7"}, crisis(listen.Suicide)); err != nil {
					t.Error(err)
				}
			}()
		}
		time.Sleep(time.Minute)
		if n := len(h.door.letters()); n != 1 {
			t.Errorf("%d cards", n)
		}
	})
}

// Hearing may take longer than the door waits, on a machine that has just started and
// has much else to do. Who is in danger gets the card all the same, and it is noted.
func TestTheCardOutlivesThePatienceOfItsDoor(t *testing.T) {
	h, _ := urgentHouse(t)
	ctx, end := context.WithCancel(t.Context())
	h.Hear = func(string) listen.Heard {
		end()
		return crisis(listen.Suicide)
	}
	for range 2 { // the second is the same update, brought again
		if err := h.Receive(ctx, channel.Inbound{Chat: somebody, Text: "x", Update: "7"}); err != nil {
			t.Error(err)
		}
	}
	if got := h.door.letters(); len(got) != 1 || !strings.Contains(got[0].HTML, "999") {
		t.Errorf("the door got %+v", got)
	}
	if len(h.store.entries) != 1 || !h.store.seen[key(somebody)+"7"] {
		t.Errorf("noted are %v, %v", h.store.entries, h.store.seen)
	}
}
