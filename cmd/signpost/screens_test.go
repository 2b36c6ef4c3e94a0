package main

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"log/slog"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"signpost/bot/channel"
	"signpost/bot/flows"
	"signpost/bot/store"
	"signpost/bot/talk"
	"signpost/bot/terminal"
	"signpost/bot/web"
	"signpost/directory"
	"signpost/directory/sqlite"
	"signpost/locales"
)

// plan is the person's side of one transcript, in no language: what a browser
// in any language can do.
type plan struct {
	name  string
	steps []step
}

// step is one thing that a person does, and the screen it leads to.
type step struct {
	line  int
	text  string // typed
	press string // the button, as meant says
	look  string // names the screen, when no plan has led to it before
}

// cut leaves out what comes behind the last screen to look at.
func (p *plan) cut() {
	for len(p.steps) > 0 && p.steps[len(p.steps)-1].look == "" {
		p.steps = p.steps[:len(p.steps)-1]
	}
}

// chosen stands for the language of whoever walks, in a press.
const chosen = "(language)"

// onTheDay is the moment at which all of it happens, as in the transcripts.
func onTheDay() time.Time { return time.Date(2030, 6, 2, 14, 5, 0, 0, directory.London) }

// townHouse opens the files of the invented town, for as long as the test runs.
func townHouse(t *testing.T) (*sqlite.Directory, *store.Store) {
	t.Helper()
	dir, _, err := folder(t.TempDir()).openDirectory(t.Context(), town, onTheDay())
	if err != nil {
		t.Fatal(err)
	}
	kept, remove, err := forgetful(t.Context(), onTheDay)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := errors.Join(dir.Close(), kept.Close(), remove()); err != nil {
			t.Error(err)
		}
	})
	return dir, kept
}

// meant is what a button does, apart from which conversation it hangs in.
func meant(data string) string {
	if e, ok := talk.ParseData(data).(talk.Chose); ok {
		if _, found := locales.Find(e.Option); found {
			return chosen
		}
		return e.Option
	}
	return data
}

// twin is a browser's page without a browser: it plays the transcripts once, to
// find out where they lead.
type twin struct {
	channel.Channel
	mu    sync.Mutex
	shown []channel.Letter // what is to be seen; the id of each is its place, from 1
	fresh []channel.Letter // what the newest turn brought
}

// Send implements channel.Channel.
func (w *twin) Send(_ context.Context, l channel.Letter) (channel.Sent, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.fresh = append(w.fresh, l)
	if at, err := strconv.Atoi(l.Edit); err == nil && at <= len(w.shown) {
		w.shown[at-1] = l
		return channel.Sent{Message: l.Edit}, nil
	}
	w.shown = append(w.shown, l)
	return channel.Sent{Message: strconv.Itoa(len(w.shown))}, nil
}

// turn notes that a turn begins.
func (w *twin) turn() {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.fresh = nil
}

// press is what a press of the newest such button brings; it has no Data when
// there is none.
func (w *twin) press(is func(channel.Button) bool) channel.Inbound {
	w.mu.Lock()
	defer w.mu.Unlock()
	for i, l := range slices.Backward(w.shown) {
		for _, row := range l.Rows {
			if at := slices.IndexFunc(row, is); at >= 0 && row[at].Data != "" {
				return channel.Inbound{Data: row[at].Data, Tapped: strconv.Itoa(i + 1), Callback: "c"}
			}
		}
	}
	return channel.Inbound{}
}

// forgotten is where a conversation stands that was not kept: after /forget.
const forgotten = "(forgotten)"

// screen names what the newest turn shows: where the conversation stands, what
// kinds of message there are, and whether boxes are ticked.
func (w *twin) screen(c *talk.Conversation) string {
	w.mu.Lock()
	defer w.mu.Unlock()
	where := forgotten
	if c != nil {
		where = c.Flow + "." + c.Step
	}
	kinds := map[string]bool{}
	for _, l := range w.fresh {
		kinds["popup"] = kinds["popup"] || l.Popup != ""
		kinds["urgent"] = kinds["urgent"] || l.Urgent
		kinds["kept"] = kinds["kept"] || l.Keep
		for _, b := range slices.Concat(l.Rows...) {
			kinds["ticked"] = kinds["ticked"] || strings.HasPrefix(meant(b.Data), "-")
		}
	}
	for _, kind := range slices.Sorted(maps.Keys(kinds)) {
		if kinds[kind] {
			where += " " + kind
		}
	}
	return where
}

// plans plays every transcript and gives what a browser can play of it. A line
// that a page has no way for (a position, a photograph) is left out; a button
// that is not there ends the plan.
func plans(t *testing.T) []plan {
	t.Helper()
	files, err := filepath.Glob("../../bot/flows/transcripts/*.txtar")
	if err != nil || len(files) < 10 {
		t.Fatalf("%d transcripts were found, %v", len(files), err)
	}
	words, err := locales.Load()
	if err != nil {
		t.Fatal(err)
	}
	page, err := web.New(web.Options{Words: words})
	if err != nil {
		t.Fatal(err)
	}
	tw := &twin{Channel: page}
	dir, kept := townHouse(t)
	h, err := build(town, dir, kept, onTheDay, slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	var out []plan
	seen := map[string]bool{}
	err = h.run(t.Context(), door{tw, func(ctx context.Context, r channel.Receiver) error {
		for _, file := range files {
			p, err := tw.play(ctx, r, kept, file, seen)
			if err != nil {
				return fmt.Errorf("%s: %w", filepath.Base(file), err)
			}
			if p.cut(); len(p.steps) > 0 {
				out = append(out, p)
			}
		}
		return nil
	}})
	if err != nil {
		t.Fatal(err)
	}
	everyQuestion(t, flows.Book(flows.Reads{Dir: dir, Area: town.Area}), seen)
	return out
}

// notOnPages are the questions that a page never asks.
var notOnPages = map[string]string{
	"language.remember": "a page remembers nobody; it is asked where a chat stays for years",
}

// everyQuestion fails when there is a question that no plan comes to.
func everyQuestion(t *testing.T, book talk.Book, seen map[string]bool) {
	t.Helper()
	at := map[string]bool{}
	for screen := range seen {
		where, _, _ := strings.Cut(screen, " ")
		at[where] = true
	}
	at["forget.deleted"] = at[forgotten]
	for _, e := range book.Entrances {
		for _, s := range e.Flow.Steps {
			if a, ok := s.(talk.Ask); ok && notOnPages[e.Flow.Name+"."+a.Name] == "" && !at[e.Flow.Name+"."+a.Name] {
				t.Errorf("no plan comes to %s.%s, so nobody looks at it", e.Flow.Name, a.Name)
			}
		}
	}
}

// play plays one transcript in a chat of its own.
func (w *twin) play(ctx context.Context, r channel.Receiver, kept *store.Store, file string, seen map[string]bool) (plan, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return plan{}, err
	}
	script, err := terminal.Parse(data)
	if err != nil {
		return plan{}, err
	}
	p := plan{name: strings.TrimSuffix(filepath.Base(file), ".txtar")}
	w.shown = nil
	chat := channel.Chat{Door: w.Door(), ID: p.name}
	for s, in := range w.lines(script) {
		in.Chat, in.Language = chat, script.Given["phone"]
		w.turn()
		if err := errors.Join(r.Receive(ctx, in), r.Deliver(ctx, chat)); err != nil {
			return plan{}, err
		}
		state, err := kept.Load(ctx, chat.Door, chat.ID, "")
		if err != nil {
			return plan{}, err
		}
		if screen := w.screen(state.Conversation); !seen[screen] {
			seen[screen], s.look = true, screen
		}
		p.steps = append(p.steps, s)
	}
	return p, nil
}

// lines are what the person of a transcript does, one after the other: each is
// asked for when the one before was answered. A page begins by itself; a
// language that is given is chosen first.
func (w *twin) lines(script terminal.Transcript) iter.Seq2[step, channel.Inbound] {
	return func(yield func(step, channel.Inbound) bool) {
		if !yield(step{}, channel.Inbound{Text: "/start"}) {
			return
		}
		if language := script.Given["language"]; language != "" {
			in := w.press(func(b channel.Button) bool {
				e, ok := talk.ParseData(b.Data).(talk.Chose)
				return ok && e.Option == language
			})
			if !yield(step{press: chosen}, in) {
				return
			}
		}
		for i, l := range script.Talk {
			s, in := step{line: l.Number, text: l.Said}, channel.Inbound{Text: l.Said}
			switch {
			case l.Bot() || l.Location != nil || l.Media != "" || i == 0 && l.Said == "/start":
				continue
			case l.Pressed != "":
				in = w.press(func(b channel.Button) bool { return unmarked.Replace(b.Label) == l.Pressed })
				s.press = meant(in.Data)
				if in.Data == "" {
					return
				}
			}
			if !yield(s, in) {
				return
			}
		}
	}
}

// unmarked takes out the marks that nobody can see.
var unmarked = strings.NewReplacer("\u2068", "", "\u2069", "", "\u200f", "")
