package telegram

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"signpost/bot/channel"
)

// patience of the tests: far more than anything here takes.
const long = 20 * time.Second

// inbox is a receiver that notes what it is brought.
type inbox struct {
	take    func(channel.Inbound) error // nil takes all
	deliver func(context.Context) error

	mu  sync.Mutex
	got []channel.Inbound
	in  chan channel.Inbound
}

func newInbox() *inbox { return &inbox{in: make(chan channel.Inbound, 1000)} }

func (b *inbox) Receive(_ context.Context, in channel.Inbound) error {
	if b.take != nil {
		if err := b.take(in); err != nil {
			return err
		}
	}
	b.mu.Lock()
	b.got = append(b.got, in)
	b.mu.Unlock()
	b.in <- in
	return nil
}

func (b *inbox) Deliver(ctx context.Context, _ channel.Chat) error {
	if b.deliver != nil {
		return b.deliver(ctx)
	}
	return nil
}

// next waits for the next Inbound.
func (b *inbox) next(t *testing.T) channel.Inbound {
	t.Helper()
	select {
	case in := <-b.in:
		return in
	case <-time.After(long):
		t.Fatal("nothing arrived")
		return channel.Inbound{}
	}
}

// texts are what arrived so far.
func (b *inbox) texts() []string {
	b.mu.Lock()
	defer b.mu.Unlock()
	var out []string
	for _, in := range b.got {
		out = append(out, in.Text)
	}
	return out
}

// once waits until ok, which a goroutine of the door makes true.
func once(t *testing.T, what string, ok func() bool) {
	t.Helper()
	for end := time.Now().Add(long); !ok(); {
		if time.Now().After(end) {
			t.Fatalf("it never happened: %s", what)
		}
		time.Sleep(time.Millisecond)
	}
}

// offsets are those of the polls, "" for none.
func (f *fake) offsets() []string {
	var out []string
	for _, c := range f.made("getUpdates") {
		out = append(out, c.params["offset"])
	}
	return out
}

// page answers with something that is no Bot API.
func page(status int, kind, body string, headers ...string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", kind)
		for i := 0; i+1 < len(headers); i += 2 {
			w.Header().Set(headers[i], headers[i+1])
		}
		w.WriteHeader(status)
		_, _ = w.Write([]byte(body))
	}
}

// saysNo answers with an error of the Bot API.
func saysNo(code int, description string, retryAfter int) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		r := refuse(code, description)
		if retryAfter > 0 {
			r.Parameters = map[string]int{"retry_after": retryAfter}
		}
		answer(w, r)
	}
}

// drop breaks the connection.
func drop(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) }

// failing makes the first n calls of a method fail.
func failing(method string, n int, h http.HandlerFunc) func(string, int) http.HandlerFunc {
	return func(m string, i int) http.HandlerFunc {
		if m == method && i <= n {
			return h
		}
		return nil
	}
}

func TestStartsWhileTelegramIsDown(t *testing.T) {
	f, in := newFake(t), newInbox()
	f.faulty(failing("getMe", 8, page(502, "text/html", "<html>Bad Gateway</html>")))
	b, w := f.door()
	if b.Abilities().Share != "" {
		t.Error("the bot shares a link before it knows its name")
	}
	f.start(b, in)
	f.says(7, "hello")
	in.next(t)
	want := []time.Duration{1, 2, 4, 8, 16, 32, 60, 60}
	for i, d := range w.naps()[:8] {
		if d != want[i]*time.Second {
			t.Errorf("pause %d is %v, want %vs", i, d, int(want[i]))
		}
	}
	if got, want := b.Abilities().Share, "https://t.me/signpost_test_bot?start={payload}"; got != want {
		t.Errorf("Share %q, want %q", got, want)
	}
	if b.Polled().IsZero() {
		t.Error("it does not say when it polled")
	}
}

func TestJitterShortensPauses(t *testing.T) {
	b, _ := newFake(t).door()
	b.chance = func() float64 { return 0 }
	for try, want := range map[int]time.Duration{0: time.Second, 1: time.Second, 3: 4 * time.Second, 63: 30 * time.Second} {
		if got := b.backoff(try); got != want {
			t.Errorf("pause after try %d is %v, want %v", try, got, want)
		}
	}
}

// Two copies of the bot that keep out of each other's way don't do so in step.
func TestJitterPartsTwoCopies(t *testing.T) {
	b, _ := newFake(t).door()
	for chance, want := range map[float64][]time.Duration{
		0:   {7500 * time.Millisecond, 15 * time.Second, 150 * time.Second},
		0.5: {11250 * time.Millisecond, 22500 * time.Millisecond, 225 * time.Second},
	} {
		b.chance = func() float64 { return chance }
		for i, try := range []int{0, 1, 63} {
			if got := b.conflictPause(try); got != want[i] {
				t.Errorf("by chance %v the pause after try %d is %v, want %v", chance, try, got, want[i])
			}
		}
	}
}

func TestWrongToken(t *testing.T) {
	for _, test := range []struct {
		method string
		no     http.HandlerFunc
	}{
		{"getMe", saysNo(401, "Unauthorized", 0)},
		{"getMe", saysNo(404, "Not Found", 0)},
		{"getUpdates", saysNo(401, "Unauthorized", 0)},
	} {
		f := newFake(t)
		f.faulty(failing(test.method, 1000, test.no))
		b, _ := f.door()
		if err := b.Run(t.Context(), newInbox()); !errors.Is(err, ErrToken) {
			t.Errorf("%s: error %v, want ErrToken", test.method, err)
		}
	}
}

func TestFaultsOfPolling(t *testing.T) {
	for _, test := range []struct {
		name  string
		fault http.HandlerFunc
		nap   time.Duration
		log   string
	}{
		{"an HTML page", page(502, "text/html", "<html>Bad Gateway</html>"), time.Second, "502"},
		{"half an answer", page(200, "application/json", `{"ok":true,"result":[`), time.Second, "not of the Bot API"},
		{"a dropped connection", drop, time.Second, "can't be reached"},
		{"a redirect elsewhere", page(302, "text/html", "", "Location", "http://127.0.0.1:1/"+testToken), time.Second, "302"},
		{"an error of Telegram", saysNo(500, "Internal Server Error", 0), time.Second, "Internal Server Error"},
		{"too many requests", saysNo(429, "Too Many Requests: retry after 9", 9), 9 * time.Second, "Too Many"},
		{"too many, said by a proxy", page(429, "text/html", "", "Retry-After", "11"), 11 * time.Second, "429"},
		{"another copy runs", saysNo(409, "Conflict: terminated by other getUpdates request", 0), 15 * time.Second, "another copy of this bot is running"},
	} {
		t.Run(test.name, func(t *testing.T) {
			f, in := newFake(t), newInbox()
			f.faulty(failing("getUpdates", 1, test.fault))
			b, w := f.door()
			f.start(b, in)
			f.says(7, "hello")
			if got := in.next(t); got.Text != "hello" {
				t.Errorf("text %q", got.Text)
			}
			if naps := w.naps(); naps[0] != test.nap {
				t.Errorf("pauses %v, want %v first", naps, test.nap)
			}
			if !strings.Contains(w.String(), test.log) {
				t.Errorf("the log does not say %q: %s", test.log, w)
			}
		})
	}
}

func TestQuickEmptyAnswersDoNotSpin(t *testing.T) {
	f, in := newFake(t), newInbox()
	f.faulty(failing("getUpdates", 5, func(w http.ResponseWriter, _ *http.Request) { answer(w, []any{}) }))
	b, w := f.door()
	f.start(b, in)
	f.says(7, "hello")
	in.next(t)
	if got, want := w.naps()[:5], slices.Repeat([]time.Duration{minPause}, 5); !slices.Equal(got, want) {
		t.Errorf("pauses %v, want %v", got, want)
	}
}

func TestConfirmsOnlyWhatIsSaved(t *testing.T) {
	f, in := newFake(t), newInbox()
	f.says(7, "one")
	f.says(8, "two")
	free := make(chan struct{})
	in.take = func(in channel.Inbound) error {
		if in.Text == "two" {
			<-free
		}
		return nil
	}
	b, _ := f.door()
	stop := f.start(b, in)
	in.next(t) // the other is under way
	if got := f.offsets(); len(got) != 1 {
		t.Errorf("polls with the offsets %q before all is saved", got)
	}
	close(free)
	in.next(t)
	once(t, "the batch is confirmed", func() bool { return slices.Contains(f.offsets(), "1003") })
	if err := stop(); err != nil {
		t.Errorf("Run: %v", err)
	}
	polls := f.made("getUpdates")
	if last := polls[len(polls)-1].params; last["timeout"] != "0" || last["offset"] != "1003" {
		t.Errorf("the last poll is %v, want one that only confirms", last)
	}
}

func TestShutdownLetsABatchEnd(t *testing.T) {
	f, in := newFake(t), newInbox()
	f.says(7, "one")
	f.says(7, "two")
	ctx, cancel := context.WithCancel(t.Context())
	in.take = func(channel.Inbound) error { cancel(); return nil }
	b, _ := f.door()
	if err := b.Run(ctx, in); err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff([]string{"one", "two"}, in.texts()); d != "" {
		t.Error(d)
	}
	if got := f.offsets(); got[len(got)-1] != "1003" {
		t.Errorf("offsets %q, want the batch confirmed at last", got)
	}
}

func TestNotSavedComesAgainInOrder(t *testing.T) {
	f, in := newFake(t), newInbox()
	for _, text := range []string{"one", "two", "three"} {
		f.says(7, text)
	}
	f.says(8, "other")
	fails := 3
	in.take = func(in channel.Inbound) error {
		if in.Text == "two" && fails > 0 {
			fails--
			return errors.New("the disk is full")
		}
		return nil
	}
	b, w := f.door()
	f.start(b, in)
	for range 4 {
		in.next(t)
	}
	var mine []string
	for _, text := range in.texts() {
		if text != "other" {
			mine = append(mine, text)
		}
	}
	if d := cmp.Diff([]string{"one", "two", "three"}, mine); d != "" {
		t.Errorf("one person's messages: %s", d)
	}
	if n := len(in.texts()); n != 4 {
		t.Errorf("%d were received, want each once", n)
	}
	if got := w.naps()[:3]; !slices.Equal(got, []time.Duration{time.Second, 2 * time.Second, 4 * time.Second}) {
		t.Errorf("pauses %v", got)
	}
	if strings.Contains(w.String(), "two") {
		t.Error("the log holds what was typed")
	}
}

func TestOneBrokenUpdateDoesNotStopTheRest(t *testing.T) {
	f, in := newFake(t), newInbox()
	in.take = func(in channel.Inbound) error {
		if in.Text == "broken" {
			panic("what was typed: broken words")
		}
		return nil
	}
	f.says(7, "broken")
	f.says(7, "after")
	b, w := f.door()
	f.start(b, in)
	for i := range 200 { // others go on, well over one batch behind the broken one
		f.says(8, fmt.Sprint("other ", i))
	}
	for range 201 {
		in.next(t)
	}
	if !slices.Contains(in.texts(), "after") {
		t.Error("what came after the broken update did not arrive")
	}
	if log := w.String(); strings.Contains(log, "broken words") || !strings.Contains(log, "an update was given up") {
		t.Errorf("the log should say that one was given up, and not what it said: %s", log)
	}
}

func TestChatsDoNotWaitForEachOther(t *testing.T) {
	f, in := newFake(t), newInbox()
	f.says(7, "slow")
	f.says(8, "quick")
	quick := make(chan struct{})
	in.take = func(in channel.Inbound) error {
		if in.Text == "quick" {
			close(quick)
			return nil
		}
		select {
		case <-quick:
			return nil
		case <-time.After(long):
			return errors.New("the other chat waits for this one")
		}
	}
	b, _ := f.door()
	f.start(b, in)
	in.next(t)
	in.next(t)
	if d := cmp.Diff([]string{"quick", "slow"}, in.texts()); d != "" {
		t.Error(d)
	}
}

func TestMessagesAndTapsOfOnePersonKeepTheirOrder(t *testing.T) {
	f, in := newFake(t), newInbox()
	var want []string
	for i := range 30 {
		if i%2 == 0 {
			f.says(7, fmt.Sprint(i))
		} else {
			f.taps(7, 1, fmt.Sprint("q", i), fmt.Sprint(i))
		}
		want = append(want, fmt.Sprint(i))
	}
	b, _ := f.door()
	f.start(b, in)
	var got []string
	for range 30 {
		next := in.next(t)
		got = append(got, next.Text+next.Data)
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

func TestIDsMayBeginAnew(t *testing.T) {
	f, in := newFake(t), newInbox()
	b, _ := f.door()
	f.start(b, in)
	f.says(7, "before")
	in.next(t)
	once(t, "it is confirmed", func() bool { return slices.Contains(f.offsets(), "1002") })
	f.mu.Lock()
	f.nextID = 5 // after a week without updates Telegram begins anew at any number
	f.mu.Unlock()
	f.says(7, "after")
	f.says(7, "and again")
	for _, want := range []string{"after", "and again"} {
		if got := in.next(t); got.Text != want {
			t.Errorf("text %q, want %q", got.Text, want)
		}
	}
}

func TestBrokenUpdateIsLeftOut(t *testing.T) {
	f, in := newFake(t), newInbox()
	f.push(map[string]any{"message": "not a message"})
	f.push(map[string]any{"poll": map[string]any{"id": "1"}})
	f.says(7, "hello")
	b, _ := f.door()
	f.start(b, in)
	if got := in.next(t); got.Text != "hello" {
		t.Errorf("text %q", got.Text)
	}
	once(t, "all are confirmed", func() bool { return slices.Contains(f.offsets(), "1004") })
}

func TestBlockedBotForgetsNothingElse(t *testing.T) {
	f, in := newFake(t), newInbox()
	f.push(map[string]any{"my_chat_member": map[string]any{
		"chat": map[string]any{"id": 7, "type": "private"}, "from": map[string]any{"id": 7}, "date": 1906639500,
		"new_chat_member": map[string]any{"status": "kicked"},
	}})
	b, _ := f.door()
	f.start(b, in)
	if got := in.next(t); !got.Blocked || got.Chat.ID != "7" {
		t.Errorf("got %+v, want chat 7 blocked", got)
	}
}
