package main

import (
	"context"
	"errors"
	"fmt"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"signpost/bot/counts"
	"signpost/bot/people"
	"signpost/bot/sessionlog"
	"signpost/bot/store"
	"signpost/bot/talk"
	"signpost/directory"
	"signpost/locales"
)

// logging is a first aider on Telegram, with a session on each of the last days.
type logging struct {
	*testing.T
	dir     string
	words   *locales.Words
	api     *deadly
	url     string
	service string
	program *exec.Cmd
	dead    chan error // how it ended; closed then
	done    int        // logs that were saved
}

// newLogging makes a data folder in which chat 7 is a first aider of a group.
func newLogging(t *testing.T) *logging {
	t.Helper()
	words, err := locales.Load()
	if err != nil {
		t.Fatal(err)
	}
	l := &logging{T: t, dir: t.TempDir(), words: words}
	ctx, data := t.Context(), folder(filepath.Join(l.dir, "data"))
	dir, _, err := data.openDirectory(ctx, town, time.Now())
	if err != nil {
		t.Fatal(err)
	}
	hat, err := hatOf(ctx, dir, people.FirstAider)
	if err != nil {
		t.Fatal(err)
	}
	services, err := dir.ServicesOf(ctx, directory.ID(hat.Group))
	if err != nil {
		t.Fatal(err)
	}
	s := services[0]
	l.service = s.Name
	outcome, err := dir.Apply(ctx, time.Now(), directory.Change{
		Key: "daily", Service: s.ID, Base: s.Version, Today: directory.DateOf(time.Now()), Edits: []directory.Edit{directory.Set(directory.FieldSchedules, daily())},
	})
	if outcome != directory.Made || err != nil {
		t.Fatal(outcome, err)
	}
	l.look(func(kept *store.Store) {
		code, err := invited(ctx, kept, hat, "Sam")
		if err != nil {
			t.Fatal(err)
		}
		if _, err := kept.Save(ctx, store.Turn{Door: "telegram", Chat: "7", Do: []talk.Effect{
			people.Bind{Code: code, Person: "p-sam", Digits: "1234", Language: "en"}, people.RememberLanguage{Language: "en"},
		}}); err != nil {
			t.Fatal(err)
		}
	})
	if err := dir.Close(); err != nil {
		t.Fatal(err)
	}
	return l
}

// daily is a session at noon on each day.
func daily() []directory.Schedule {
	rule := directory.Schedule{ID: directory.NewID("kill", "daily"), Freq: directory.Weekly, Opens: 12 * 60, Closes: 13 * 60, Session: true}
	for d := time.Sunday; d <= time.Saturday; d++ {
		rule.ByDay = append(rule.ByDay, directory.DayRule{Day: d})
	}
	return []directory.Schedule{rule}
}

// look opens what the dead program has left.
func (l *logging) look(at func(*store.Store)) {
	l.Helper()
	kept, err := folder(filepath.Join(l.dir, "data")).openStore(context.Background(), filepath.Join(l.dir, "keys"), time.Now)
	if err != nil {
		l.Fatal(err)
	}
	defer kept.Close()
	at(kept)
}

// start starts the program, in a process of its own.
func (l *logging) start() {
	l.Helper()
	l.program = exec.Command(program(l.T), "serve", "--http", "off", "--data", filepath.Join(l.dir, "data"), "--keys", filepath.Join(l.dir, "keys"))
	l.program.Env = []string{"HOME=" + l.dir, "PATH=" + os.Getenv("PATH"), tokenVariable + "=" + goodToken, "TELEGRAM_API_URL=" + l.url}
	l.program.Stderr = l.Output()
	if err := l.program.Start(); err != nil {
		l.Fatal(err)
	}
	program, dead := l.program, make(chan error, 1)
	l.dead = dead
	go func() {
		dead <- program.Wait()
		close(dead)
	}()
}

func (l *logging) plain(t locales.Text) string { return l.words.Plain(locales.Source, t) }

// A first aider logs a session while the program is killed at each step: nothing
// that was shown as kept is lost, and nothing is kept twice.
func TestNothingThatWasShownAsKeptIsLost(t *testing.T) {
	l := newLogging(t)
	for _, at := range []moment{fetched, written, seen, answered} {
		t.Run(string(at), func(t *testing.T) {
			l.T = t
			api := &botAPI{t: t, change: make(chan struct{}), update: 100 * (l.done + 1), message: 1000 * l.done, shown: map[int]shownMessage{}, profile: map[string]string{}}
			l.api = &deadly{botAPI: api, at: at}
			l.story()
			l.done++
		})
	}
}

// story logs one session, and is interrupted at each step.
func (l *logging) story() {
	server := httptest.NewServer(l.api)
	defer server.Close()
	l.url = server.URL
	l.start()
	defer func() { l.end() }()
	for _, step := range []struct {
		do   func()
		want locales.Text
	}{
		{func() { l.api.says("/log") }, locales.LogAskSession()},
		{func() { l.api.taps(l.session()) }, locales.LogPartAskRan()},
		{l.tap(locales.LogButtonRan()), locales.LogAskVisits()},
		{l.tapLabel("7"), locales.LogPartVisits(7)},
		{l.tap(locales.LogButtonSave()), locales.LogSaved()},
		{l.tap(locales.LogButtonCheckIn()), locales.LogPartCheckIn()},
		{l.tap(locales.LogButtonCounty()), locales.LogCounty()},
		{l.tap(locales.LogButtonUrgentGiven()), locales.LogCounted()},
	} {
		want := l.plain(step.want)
		l.interrupted(step.do, want)
		l.api.wait(want, func() bool { return l.api.wasSeen(want) })
	}
	// Whatever still waited comes before the next answer, and so not in the next story.
	l.api.says("/menu")
	menu := l.plain(locales.MenuButtonLog())
	l.api.wait(menu, func() bool {
		_, ok := l.api.shown[l.api.order[len(l.api.order)-1]].buttons[menu]
		return ok
	})
	l.end()
	l.wantKept()
	l.wantOnce()
}

func (l *logging) tap(label locales.Text) func() { return l.tapLabel(l.plain(label)) }

func (l *logging) tapLabel(label string) func() { return func() { l.Helper(); l.api.taps(label) } }

// session is the button of a session that can be logged.
func (l *logging) session() string {
	l.api.botAPI.mu.Lock()
	defer l.api.botAPI.mu.Unlock()
	for label := range l.api.shown[l.api.order[len(l.api.order)-1]].buttons {
		if strings.HasSuffix(label, " · "+l.service) {
			return label
		}
	}
	return "a session of " + l.service
}

// interrupted does something at which the program is killed, looks what is on the
// disk, and starts it again.
func (l *logging) interrupted(do func(), want string) {
	l.Helper()
	program := l.program
	l.api.arm(func() { _ = program.Process.Kill() })
	do()
	if l.api.at == answered {
		l.api.wait(want, func() bool { return l.api.wasSeen(want) })
		l.api.strikes(answered)
	}
	select {
	case err := <-l.dead:
		if !l.api.struck() {
			l.Fatalf("the program ended by itself: %v", err)
		}
	case <-time.After(time.Minute):
		l.Fatalf("the moment never came for %q; the chat shows:\n%s", want, l.api.transcript())
	}
	l.wantKept()
	l.start()
}

// end kills the program for good.
func (l *logging) end() {
	_ = l.program.Process.Kill()
	for range l.dead { // until it is
	}
}

// wantKept compares what was seen with what is on the disk.
func (l *logging) wantKept() {
	l.Helper()
	l.look(func(kept *store.Store) {
		ctx := context.Background()
		logs, err1 := kept.LogsOf(ctx, "p-sam", "2000-01-01", "2100-01-01")
		drafts, err2 := kept.Drafts(ctx, "p-sam")
		if err := errors.Join(err1, err2); err != nil {
			l.Fatal(err)
		}
		if len(logs) > l.done+1 || len(logs)+len(drafts) > l.done+1 {
			l.Errorf("%d logs and %d drafts of %d sessions", len(logs), len(drafts), l.done+1)
		}
		if l.api.wasSeen(l.plain(locales.LogSaved())) && len(logs) != l.done+1 {
			l.Error("a log that was shown as saved is lost")
		}
		if len(logs) > l.done {
			return
		}
		var draft sessionlog.Log
		if len(drafts) > 0 {
			draft = drafts[0]
		}
		if l.api.wasSeen(l.plain(locales.LogPartKeptSoFar())) && draft.Held != sessionlog.Ran {
			l.Errorf("that it ran was shown as kept, and is lost: %+v", draft)
		}
		if l.api.wasSeen(l.plain(locales.LogPartVisits(7))) && draft.Visits != sessionlog.Exactly(7) {
			l.Errorf("the visits were shown as kept, and are lost: %+v", draft)
		}
	})
}

// wantOnce looks, at the end of a story, whether all of it is there once.
func (l *logging) wantOnce() {
	l.Helper()
	l.look(func(kept *store.Store) {
		ctx := context.Background()
		logs, err1 := kept.LogsOf(ctx, "p-sam", "2000-01-01", "2100-01-01")
		jobs, err2 := kept.DueJobs(ctx, time.Now().AddDate(0, 0, 2), 100)
		tallies, err3 := kept.Tallies(ctx, 0, 999912)
		if err := errors.Join(err1, err2, err3); err != nil {
			l.Fatal(err)
		}
		if len(logs) != l.done+1 {
			l.Fatalf("%d logs, want %d", len(logs), l.done+1)
		}
		sessions := map[sessionlog.Occurrence]bool{}
		for _, log := range logs {
			sessions[log.Occurrence] = true
			if log.Held != sessionlog.Ran || log.Visits != sessionlog.Exactly(7) || log.Version != 1 {
				l.Errorf("the log is %+v", log)
			}
		}
		checks, urgent := 0, 0
		for _, j := range jobs {
			if j.Kind == "check_in" {
				checks++
			}
		}
		for _, x := range tallies {
			if x.Entry == (counts.Entry{Kind: counts.AtSession, Outcome: counts.Urgent}) {
				urgent += x.N
			}
		}
		// One check-in a day, after however many logs it was asked for.
		if got, want := fmt.Sprint(len(sessions), checks, urgent), fmt.Sprint(l.done+1, 1, l.done+1); got != want {
			l.Errorf("sessions, check-ins and counts: %s, want %s", got, want)
		}
	})
}
