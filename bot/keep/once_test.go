package keep

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"pgregory.net/rapid"

	"signpost/bot/channel"
	"signpost/bot/counts"
	"signpost/bot/keys"
	"signpost/bot/listen"
	"signpost/bot/people"
	"signpost/bot/runner"
	"signpost/bot/store"
	"signpost/bot/talk"
	"signpost/locales"
)

// countingBook counts what it is told: the answer is how often, and each time makes
// a job and an entry. "danger" brings the card.
func countingBook() talk.Book {
	n := talk.Answer[int]("n")
	everyone := []people.Role{people.Member}
	return talk.NewBook(talk.Book{
		Home: "count",
		Entrances: []talk.Entrance{
			{Command: "count", For: everyone, Flow: talk.Flow{Name: "count", Steps: []talk.Step{
				talk.Ask{
					Name: "more",
					Show: func(_ context.Context, _ talk.Scene, a talk.Answers) (talk.Screen, error) {
						return talk.Screen{Body: locales.Raw(strconv.Itoa(n.Of(a)))}, nil
					},
					Take: func(_ context.Context, _ talk.Event, a talk.Answers) error {
						n.Set(a, n.Of(a)+1)
						return nil
					},
				},
				talk.Run{
					Name: "do",
					Do: func(_ context.Context, sc talk.Scene, a talk.Answers, t *talk.Turn) error {
						t.Do = append(t.Do, talk.Due{Key: fmt.Sprint(sc.Chat, n.Of(a)), Kind: "look", At: sc.Now.Add(time.Hour)})
						t.Count = append(t.Count, counts.Entry{Kind: counts.Opened, Need: strconv.Itoa(n.Of(a))}) // a conversation counts the same once
						return nil
					},
					Next: &talk.Branch{To: []string{"more"}, Pick: func(talk.Answers) string { return "more" }},
				},
			}}},
			{Command: talk.UrgentCommand, For: everyone},
		},
		Urgent: func(talk.Scene, talk.Call) talk.Message {
			return talk.Message{Body: locales.Raw("card"), Card: "card", Fresh: true, Keep: true}
		},
	})
}

// cardDoor counts the urgent cards of each chat.
type cardDoor struct {
	mu    sync.Mutex
	cards map[string]int
}

func (*cardDoor) Door() string              { return "test" }
func (*cardDoor) Abilities() talk.Abilities { return talk.Abilities{} }
func (d *cardDoor) Send(_ context.Context, l channel.Letter) (channel.Sent, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if l.Urgent {
		d.cards[l.Chat.ID]++
	}
	return channel.Sent{Message: "m"}, nil
}

// failing is a Keep of which a save fails now and then.
type failing struct {
	Keep
	fail bool
}

var errDisk = errors.New("the disk is full")

func (f *failing) Save(ctx context.Context, s runner.Saving) error {
	if f.fail {
		return errDisk
	}
	return f.Keep.Save(ctx, s)
}

// town is a house and what it should have done.
type town struct {
	kept  *failing
	door  *cardDoor
	words *locales.Words
	run   *runner.Runner

	came map[string]bool // updates that were brought and taken
	want map[string]*due // by chat
}

// due is what a chat should have been given.
type due struct{ answers, cards int }

// start begins a process anew: what only its memory knew is gone.
func (w *town) start() {
	w.run = runner.New(runner.Options{
		Book: countingBook(), Words: w.words, Store: w.kept, Doors: []channel.Channel{w.door},
		Now: time.Now, NewID: func() talk.ID { return "AAAAAAAAAAA" }, Log: slog.New(slog.DiscardHandler),
		Hear: func(text string) listen.Heard {
			if text == "danger" {
				return listen.Heard{Level: listen.Danger}
			}
			return listen.Heard{}
		},
	})
}

// bring delivers an update, so many times at once.
func (w *town) bring(t *rapid.T, in channel.Inbound, times int) {
	errs := make([]error, times)
	var all sync.WaitGroup
	for i := range times {
		all.Go(func() { errs[i] = w.run.Receive(context.Background(), in) })
	}
	all.Wait()
	for _, err := range errs {
		if err != nil && !errors.Is(err, errDisk) {
			t.Fatal(err)
		}
		if err == nil == w.kept.fail && !w.came[in.Update] {
			t.Fatalf("%s: saving fails is %v, and it says %v", in.Update, w.kept.fail, err)
		}
	}
	if w.kept.fail || w.came[in.Update] {
		return
	}
	w.came[in.Update] = true
	of := w.want[in.Chat.ID]
	switch {
	case in.Text == "danger":
		of.cards++
	case time.Since(in.At) < time.Hour:
		of.answers++
	}
}

// Whatever is delivered in whatever order, how often, by two ways at once, before
// and after a start, with a disk that fails in between: each update gives its
// answer, its job and its entry once, and what is late nothing. The ids follow no
// order, as after Telegram began anew.
func TestEachUpdateCountsOnce(t *testing.T) {
	words, err := locales.Load()
	if err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	secret, err := keys.Open(filepath.Join(folder, "keys"), true)
	if err != nil {
		t.Fatal(err)
	}
	kept, err := store.Open(t.Context(), filepath.Join(folder, "bot.db"), secret, time.Now)
	if err != nil {
		t.Fatal(err)
	}
	defer kept.Close()
	runs := 0
	rapid.Check(t, func(t *rapid.T) {
		runs++
		w := &town{
			kept: &failing{Keep: Keep{Store: kept}}, door: &cardDoor{cards: map[string]int{}}, words: words,
			came: map[string]bool{}, want: map[string]*due{},
		}
		before := counted(t, kept)
		w.start()
		updates := w.anyUpdates(t, runs)
		for range rapid.IntRange(1, 40).Draw(t, "deliveries") {
			in := rapid.SampledFrom(updates).Draw(t, "update")
			switch rapid.IntRange(0, 9).Draw(t, "what") {
			case 0:
				w.start()
			case 1:
				w.bring(t, in, 2)
			case 2:
				if in.Text == "danger" || w.came[in.Update] {
					break // the card leaves without any file
				}
				w.kept.fail = true
				w.bring(t, in, 1)
				w.kept.fail = false
			default:
				w.bring(t, in, 1)
			}
		}
		w.look(t, kept)
		if entries := counted(t, kept) - before; entries != w.answers() {
			t.Fatalf("%d entries, want %d", entries, w.answers())
		}
	})
}

// anyUpdates are the updates of one to four chats that have begun to talk.
func (w *town) anyUpdates(t *rapid.T, run int) []channel.Inbound {
	var updates []channel.Inbound
	ids := rapid.SliceOfNDistinct(rapid.IntRange(1, 1<<40), 20, 20, rapid.ID[int]).Draw(t, "ids")
	for c := range rapid.IntRange(1, 4).Draw(t, "chats") {
		chat := channel.Chat{Door: "test", ID: fmt.Sprint(run, ".", c)}
		w.want[chat.ID] = &due{answers: -1} // the first answer is none to a message
		w.bring(t, channel.Inbound{Chat: chat, Text: "/count", Update: fmt.Sprint(run, ".", c, ".begin"), At: time.Now()}, 1)
		for u := range rapid.IntRange(1, 5).Draw(t, "updates") {
			in := channel.Inbound{Chat: chat, Update: fmt.Sprint(run, ".", ids[5*c+u]), At: time.Now()}
			in.Text = rapid.SampledFrom([]string{"x", "x", "x", "danger"}).Draw(t, "text")
			if in.Text == "x" && rapid.IntRange(0, 5).Draw(t, "late") == 0 {
				in.At = in.At.Add(-2 * time.Hour)
			}
			updates = append(updates, in)
		}
	}
	return updates
}

// answers are how many updates want one.
func (w *town) answers() (n int) {
	for _, of := range w.want {
		n += of.answers
	}
	return n
}

// look compares what there is with what should be.
func (w *town) look(t *rapid.T, kept *store.Store) {
	ctx := context.Background()
	said, jobs := map[string][]string{}, map[string]int{}
	for {
		letters, err := kept.Next(ctx, time.Now(), 10)
		if err != nil {
			t.Fatal(err)
		}
		if len(letters) == 0 {
			break
		}
		for _, l := range letters {
			_, text, _ := strings.Cut(string(l.Body), `"HTML":"`)
			text, _, _ = strings.Cut(text, `"`)
			said[l.Chat] = append(said[l.Chat], text)
			if err := kept.Sent(ctx, l.ID, "m"); err != nil {
				t.Fatal(err)
			}
		}
	}
	due, err := kept.DueJobs(ctx, time.Now().Add(2*time.Hour), 100_000)
	if err != nil {
		t.Fatal(err)
	}
	for _, j := range due {
		jobs[j.Chat]++
	}
	for chat, want := range w.want {
		var answers []string
		for i := range want.answers + 1 {
			answers = append(answers, strconv.Itoa(i))
		}
		if !slices.Equal(said[chat], answers) {
			t.Fatalf("chat %s is told %q, want %q", chat, said[chat], answers)
		}
		if jobs[chat] != want.answers || w.door.cards[chat] != want.cards {
			t.Fatalf("chat %s has %d jobs and %d cards, want %d and %d", chat, jobs[chat], w.door.cards[chat], want.answers, want.cards)
		}
	}
}

// counted is how many entries there are.
func counted(t *rapid.T, kept *store.Store) (n int) {
	tallies, err := kept.Tallies(context.Background(), 0, 999912)
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range tallies {
		if x.Entry.Kind == counts.Opened {
			n += x.N
		}
	}
	return n
}
