package main

import (
	"context"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"testing/synctest"
	"time"

	"signpost/bot/channel"
	"signpost/bot/runner"
	"signpost/bot/talk"
)

// hanging is a Telegram that takes messages and never says so, while it is told to.
type hanging struct {
	*botAPI
	on    atomic.Bool
	taken chan struct{}
	once  sync.Once
}

func (h *hanging) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if h.on.Load() && strings.HasSuffix(r.URL.Path, "/sendMessage") {
		_ = r.ParseForm() // it must be read for the end of the connection to be noticed
		h.once.Do(func() { close(h.taken) })
		<-r.Context().Done()
		return
	}
	h.botAPI.ServeHTTP(w, r)
}

// The program is told to end while Telegram hangs: it ends well and by itself, and
// after the next start the answer leaves that was on its way.
func TestToldToEndWhileTelegramHangs(t *testing.T) {
	dir := t.TempDir()
	api := &hanging{
		botAPI: &botAPI{t: t, change: make(chan struct{}), update: 100, shown: map[int]shownMessage{}, profile: map[string]string{}},
		taken:  make(chan struct{}),
	}
	api.on.Store(true)
	server := httptest.NewServer(api)
	defer server.Close()
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	start := func() *exec.Cmd {
		p := exec.CommandContext(ctx, "signpost", "serve", "--http", "off", "--data", filepath.Join(dir, "data"), "--keys", filepath.Join(dir, "keys"))
		p.Env = []string{"HOME=" + dir, "PATH=" + os.Getenv("PATH"), tokenVariable + "=" + goodToken, "TELEGRAM_API_URL=" + server.URL, noSleep}
		p.Stderr = t.Output()
		if err := p.Start(); err != nil {
			t.Fatal(err)
		}
		return p
	}
	end := func(p *exec.Cmd) {
		if err := p.Process.Signal(syscall.SIGTERM); err != nil {
			t.Fatal(err)
		}
		if err := p.Wait(); err != nil {
			t.Fatalf("the program ends with %v", err)
		}
	}
	first := start()
	api.says("/start")
	select {
	case <-api.taken:
	case <-ctx.Done():
		t.Fatal("no answer set out")
	}
	end(first)
	api.on.Store(false)
	second := start()
	api.newest("language")
	end(second)
	if n := len(api.shown); n != 1 {
		t.Errorf("%d messages, want 1:\n%s", n, api.transcript())
	}
}

// A door that never shuts and a letter that never leaves together cost less than ten
// seconds.
func TestTheEndTakesTenSecondsAtMost(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		stuck := stuckDoor{make(chan struct{})}
		defer close(stuck.free)
		h := &house{runner: runner.New(runner.Options{Store: &oneLetter{}, Now: time.Now, Log: newLog(t.Output(), "text")})}
		ctx, stop := context.WithCancel(t.Context())
		ended := make(chan error)
		go func() {
			ended <- h.run(ctx, door{stuck, func(context.Context, channel.Receiver) error { <-stuck.free; return nil }})
		}()
		synctest.Wait()
		told := time.Now()
		stop()
		if err := <-ended; err != nil {
			t.Error(err)
		}
		if took := time.Since(told); took >= 10*time.Second {
			t.Errorf("the end takes %v", took)
		}
	})
}

// stuckDoor is a door that nothing moves.
type stuckDoor struct{ free chan struct{} }

func (stuckDoor) Door() string              { return "stuck" }
func (stuckDoor) Abilities() talk.Abilities { return talk.Abilities{} }
func (d stuckDoor) Send(context.Context, channel.Letter) (channel.Sent, error) {
	<-d.free
	return channel.Sent{}, nil
}

// oneLetter is a store with one letter and nothing else.
type oneLetter struct {
	runner.Store
	out bool
}

func (*oneLetter) AddJobs(context.Context, ...runner.Job) error       { return nil }
func (*oneLetter) Hasten(context.Context, time.Time, time.Time) error { return nil }
func (*oneLetter) Purge(context.Context, time.Time) error             { return nil }
func (*oneLetter) Changes(context.Context) ([]runner.Change, error)   { return nil, nil }

func (*oneLetter) DueJobs(context.Context, time.Time, int) ([]runner.Job, error) { return nil, nil }

func (*oneLetter) NextJob(context.Context, time.Time) (time.Time, error) { return time.Time{}, nil }

func (*oneLetter) NextDue(context.Context, time.Time) (time.Time, error) { return time.Time{}, nil }
func (*oneLetter) Wake() <-chan struct{}                                 { return nil }
func (*oneLetter) Sent(context.Context, int64, string) error             { return nil }
func (l *oneLetter) Next(context.Context, time.Time, int) ([]runner.Waiting, error) {
	if l.out {
		return nil, nil
	}
	l.out = true
	return []runner.Waiting{{ID: 1, Body: []byte(`{"Chat":{"Door":"stuck","ID":"1"}}`)}}, nil
}
