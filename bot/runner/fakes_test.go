package runner

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"signpost/bot/channel"
	"signpost/bot/counts"
	"signpost/bot/people"
	"signpost/bot/talk"
	"signpost/bot/upkeep"
	"signpost/directory"
	"signpost/locales"
)

// memory is a Store in memory, which can be told to fail.
type memory struct {
	mu      sync.Mutex
	convs   map[channel.Chat]talk.Conversation
	touched time.Time // of every conversation
	due     time.Time // of every letter that is new
	seen    map[string]bool
	queue   []*post
	next    int64
	entries []counts.Entry
	effects []talk.Effect
	dropped []Reason
	loadErr error
	saveErr error
	noteErr error // of Sent
	wake    chan struct{}
	sent    []string // ids of messages that were sent

	hats     []people.Hat // of everybody
	stale    int          // so many saves are refused
	changes  []Change
	finished []Finished
	finish   error // of the next FinishChange
	jobs     []Job
	later    []time.Time
	told     []Whom
}

type post struct {
	Post
	id     int64
	due    time.Time
	tries  int
	flying bool
}

func newMemory() *memory {
	return &memory{convs: map[channel.Chat]talk.Conversation{}, seen: map[string]bool{}, wake: make(chan struct{}, 1)}
}

func (m *memory) Load(_ context.Context, chat channel.Chat, _ string) (State, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.loadErr != nil {
		return State{}, m.loadErr
	}
	state := State{Person: people.Person{ID: "p", Hats: m.hats}}
	if c, ok := m.convs[chat]; ok {
		state.Conversation, state.Touched = &c, m.touched
	}
	return state, nil
}

func (m *memory) Seen(_ context.Context, chat channel.Chat, update string) (bool, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.seen[key(chat)+update], m.loadErr
}

func (m *memory) Save(ctx context.Context, s Saving) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.saveErr != nil {
		return m.saveErr
	}
	if m.stale > 0 {
		m.stale--
		return ErrStale
	}
	if k := key(s.Chat) + s.Update; s.Update != "" {
		if m.seen[k] {
			return ErrSeen
		}
		m.seen[k] = true
	}
	if s.Conversation != nil {
		m.convs[s.Chat] = *s.Conversation
	}
	for _, e := range s.Effects {
		switch e := e.(type) {
		case people.Forget:
			delete(m.convs, s.Chat)
		case talk.Due:
			m.jobs = append(m.jobs, Job{ID: 7, Key: e.Key, Kind: e.Kind, Due: e.At, Body: e.Body})
		}
	}
	m.sent = append(m.sent, s.Messages...)
	if s.Remove != nil {
		s.Letters = append([]Post{s.Remove(m.sent)}, s.Letters...)
	}
	m.effects = append(m.effects, s.Effects...)
	m.entries = append(m.entries, s.Count...)
	if s.Change != nil {
		m.changes = append(m.changes, *s.Change)
	}
	for _, l := range append(s.Letters, s.Notices...) {
		m.next++
		m.queue = append(m.queue, &post{Post: l, id: m.next, due: m.due})
	}
	select {
	case m.wake <- struct{}{}:
	default:
	}
	return nil
}

func (m *memory) Next(_ context.Context, now time.Time, n int) ([]Waiting, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	var out []Waiting
	busy := map[channel.Chat]bool{}
	for _, p := range m.queue {
		busy[p.Chat] = busy[p.Chat] || p.flying
	}
	for _, p := range m.queue {
		if busy[p.Chat] || len(out) == n {
			continue
		}
		busy[p.Chat] = true
		if !p.due.After(now) {
			p.flying = true
			out = append(out, Waiting{ID: p.id, Tries: p.tries, Body: p.Body})
		}
	}
	return out, nil
}

func (m *memory) NextDue(_ context.Context, now time.Time) (time.Time, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	var due time.Time
	for _, p := range m.queue {
		if p.due.After(now) && (due.IsZero() || p.due.Before(due)) {
			due = p.due
		}
	}
	return due, nil
}

func (m *memory) take(id int64) *post {
	for i, p := range m.queue {
		if p.id == id {
			m.queue = append(m.queue[:i], m.queue[i+1:]...)
			return p
		}
	}
	return nil
}

func (m *memory) Sent(_ context.Context, id int64, message string) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.noteErr != nil {
		return m.noteErr
	}
	m.take(id)
	m.sent = append(m.sent, message)
	return nil
}

func (m *memory) Later(_ context.Context, id int64, due time.Time, tries int) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	for _, p := range m.queue {
		if p.id == id {
			p.flying, p.due, p.tries = false, due, tries
		}
	}
	return nil
}

func (m *memory) Drop(_ context.Context, id int64, why Reason) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.take(id)
	m.dropped = append(m.dropped, why)
	return nil
}

func (m *memory) Hasten(_ context.Context, now, beyond time.Time) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	for _, p := range m.queue {
		if p.due.After(beyond) {
			p.due = now
		}
	}
	return nil
}

func (m *memory) Pending(_ context.Context, chat channel.Chat) (int, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	n := 0
	for _, p := range m.queue {
		if p.Chat == chat {
			n++
		}
	}
	return n, nil
}

func (m *memory) Changes(context.Context) ([]Change, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	return append([]Change(nil), m.changes...), nil
}

func (m *memory) FinishChange(_ context.Context, k string, f Finished) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.finish != nil {
		return m.finish
	}
	m.changes = slices.DeleteFunc(m.changes, func(c Change) bool { return c.Key == k })
	m.finished = append(m.finished, f)
	return nil
}

// Addresses are one coordinator's, who reads Urdu.
func (m *memory) Addresses(_ context.Context, w Whom) ([]Address, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.told = append(m.told, w)
	return []Address{{Chat: channel.Chat{Door: "test", ID: "office"}, Language: "ur"}}, nil
}

func (m *memory) AddJobs(_ context.Context, jobs ...Job) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.jobs = append(m.jobs, jobs...)
	return nil
}

func (m *memory) DueJobs(_ context.Context, now time.Time, n int) ([]Job, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	var due []Job
	for _, j := range m.jobs {
		if !j.Due.After(now) && len(due) < n {
			due = append(due, j)
		}
	}
	return due, nil
}

func (m *memory) NextJob(_ context.Context, now time.Time) (time.Time, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	var next time.Time
	for _, j := range m.jobs {
		if j.Due.After(now) && (next.IsZero() || j.Due.Before(next)) {
			next = j.Due
		}
	}
	return next, nil
}

func (m *memory) FinishJob(_ context.Context, id int64, f Finished) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.jobs = slices.DeleteFunc(m.jobs, func(j Job) bool { return j.ID == id })
	if f.Again != nil {
		again := *f.Again
		again.ID = id
		m.jobs = append(m.jobs, again)
	}
	m.jobs = append(m.jobs, f.Jobs...)
	m.finished = append(m.finished, f)
	return nil
}

func (m *memory) LaterJob(_ context.Context, id int64, due time.Time) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	for i := range m.jobs {
		if m.jobs[i].ID == id {
			m.jobs[i].Due = due
		}
	}
	m.later = append(m.later, due)
	return nil
}

func (m *memory) Wake() <-chan struct{}                  { return m.wake }
func (m *memory) Purge(context.Context, time.Time) error { return nil }

// door is a Channel that keeps what it is given, and fails when told to.
type door struct {
	mu     sync.Mutex
	name   string
	can    talk.Abilities
	sent   []channel.Letter
	at     []time.Time
	fail   []error // the errors of the next sends, nil for none
	always error
	hang   func(context.Context, channel.Letter) error // before anything else
}

func (d *door) Door() string              { return d.name }
func (d *door) Abilities() talk.Abilities { return d.can }
func (d *door) Send(ctx context.Context, l channel.Letter) (channel.Sent, error) {
	if err := ctx.Err(); err != nil {
		return channel.Sent{}, err
	}
	if d.hang != nil {
		if err := d.hang(ctx, l); err != nil {
			return channel.Sent{}, err
		}
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	d.at = append(d.at, time.Now())
	if len(d.fail) > 0 {
		err := d.fail[0]
		d.fail = d.fail[1:]
		if err != nil {
			return channel.Sent{}, err
		}
	}
	if d.always != nil {
		return channel.Sent{}, d.always
	}
	d.sent = append(d.sent, l)
	return channel.Sent{Message: "m" + l.Chat.ID}, nil
}

func (d *door) letters() []channel.Letter {
	d.mu.Lock()
	defer d.mu.Unlock()
	return append([]channel.Letter(nil), d.sent...)
}

var errDisk = errors.New("the disk is gone")

// testBook has a question that can fail, a card that is kept, and effects.
func testBook() talk.Book {
	everyone := []people.Role{people.Member}
	name := talk.Answer[string]("name")
	ask := func(step string, keep bool) talk.Ask {
		return talk.Ask{
			Name: step,
			Show: func(context.Context, talk.Scene, talk.Answers) (talk.Screen, error) {
				return talk.Screen{Body: locales.Raw(step), Keep: keep, Rows: talk.Column(talk.Option("on", locales.Raw("on")))}, nil
			},
			Take: func(_ context.Context, e talk.Event, a talk.Answers) error {
				if s, ok := e.(talk.Said); ok && s.Text == "fail" {
					return errDisk
				}
				name.Set(a, step)
				return nil
			},
		}
	}
	do := func(e ...talk.Effect) talk.Run {
		return talk.Run{Name: "do", Do: func(_ context.Context, _ talk.Scene, _ talk.Answers, t *talk.Turn) error {
			t.Do = append(t.Do, e...)
			t.Count = append(t.Count, counts.Entry{Kind: counts.Opened})
			return nil
		}}
	}
	outcome := talk.Answer[talk.Result]("outcome")
	edit := talk.Flow{Name: "edit", Steps: []talk.Step{
		ask("save?", false),
		talk.Run{Name: "change", Do: func(_ context.Context, _ talk.Scene, _ talk.Answers, t *talk.Turn) error {
			t.Apply = &talk.Apply{
				Change: directory.Change{Service: "s", Owner: "g"},
				Do:     []talk.Effect{upkeep.Record{Entry: upkeep.Entry{What: "edited"}}},
				Tell:   []talk.Tell{{To: people.Hat{Role: people.Coordinator}, Body: locales.Raw("look"), About: "note"}},
			}
			return nil
		}},
		talk.Await{Name: "wait", Into: outcome}.Step(),
		talk.Ask{
			Name: "said", Show: func(_ context.Context, _ talk.Scene, a talk.Answers) (talk.Screen, error) {
				return talk.Screen{Body: locales.Raw(fmt.Sprintf("%+v", outcome.Of(a)))}, nil
			},
			Take: func(context.Context, talk.Event, talk.Answers) error { return talk.Stay },
		},
	}}
	return talk.NewBook(talk.Book{
		Home: "menu",
		Entrances: []talk.Entrance{
			{Command: "edit", For: []people.Role{people.GroupAdmin}, Flow: edit, GroupOf: func(context.Context, string) (string, error) { return "g", nil }},
			{Command: "soon", For: everyone, Flow: talk.Flow{Name: "soon", Steps: []talk.Step{do(talk.Due{Key: "soon", Kind: "look"}), ask("made", false)}}},
			{Command: "menu", For: everyone, Flow: talk.Flow{Name: "menu", Steps: []talk.Step{ask("first", false), ask("second", true), ask("third", false)}}},
			{Command: "hide", For: everyone, Flow: talk.Flow{Name: "hide", Steps: []talk.Step{do(people.Hide{}), ask("hidden", false)}}},
			{Command: "forget", For: everyone, Flow: talk.Flow{Name: "forget", Steps: []talk.Step{do(people.Hide{}, people.Forget{}), ask("forgotten", false)}}},
			{Command: talk.UrgentCommand, For: everyone},
		},
		Urgent: func(sc talk.Scene, c talk.Call) talk.Message {
			return talk.Message{Body: locales.Raw("999 " + sc.Language), Card: "card", Fresh: true, Keep: true, Rows: talk.Keys([][]talk.Button{{talk.Standing("go_on", "", locales.ButtonGoOn())}})}
		},
	})
}

type house struct {
	*Runner
	store *memory
	door  *door
	log   *bytes.Buffer

	applied  []directory.Change
	outcome  directory.Outcome
	applyErr error
}

func newHouse(t *testing.T) *house {
	t.Helper()
	words, err := locales.Load()
	if err != nil {
		t.Fatal(err)
	}
	h := &house{store: newMemory(), door: &door{name: "test", can: talk.Abilities{Edits: true, Deletes: true, Share: "https://example.org/{payload}"}}, log: &bytes.Buffer{}}
	h.outcome = directory.Made
	h.Runner = New(Options{
		Apply: func(_ context.Context, _ time.Time, c directory.Change) (directory.Outcome, error) {
			if h.applyErr != nil {
				return "", h.applyErr
			}
			h.applied = append(h.applied, c)
			return h.outcome, nil
		},
		Book: testBook(), Words: words, Store: h.store, Doors: []channel.Channel{h.door}, Now: time.Now,
		NewID: func() talk.ID { return "AAAAAAAAAAA" }, Log: slog.New(slog.NewTextHandler(h.log, nil)),
	})
	return h
}

var somebody = channel.Chat{Door: "test", ID: "1"}

func says(text string) channel.Inbound { return channel.Inbound{Chat: somebody, Text: text} }

// queued are the letters that wait, as they would leave.
func (h *house) queued(t *testing.T) []channel.Letter {
	t.Helper()
	var out []channel.Letter
	for _, p := range h.store.queue {
		var l channel.Letter
		if err := json.Unmarshal(p.Body, &l); err != nil {
			t.Fatal(err)
		}
		out = append(out, l)
	}
	return out
}

// last is the newest letter that waits.
func (h *house) last(t *testing.T) channel.Letter {
	t.Helper()
	q := h.queued(t)
	if len(q) == 0 {
		t.Fatal("nothing is said")
	}
	return q[len(q)-1]
}

func (h *house) receives(t *testing.T, in channel.Inbound) {
	t.Helper()
	if err := h.Receive(t.Context(), in); err != nil {
		t.Fatal(err)
	}
}

// taps presses the button of a letter.
func taps(l channel.Letter, label string) channel.Inbound {
	for _, row := range l.Rows {
		for _, b := range row {
			if strings.Contains(b.Label, label) {
				return channel.Inbound{Chat: l.Chat, Data: b.Data, Tapped: "m1", Callback: "c"}
			}
		}
	}
	return channel.Inbound{}
}
