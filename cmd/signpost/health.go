package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log"
	"net"
	"net/http"
	"os"
	"runtime"
	"time"

	"signpost/bot/duty"
	"signpost/bot/health"
	"signpost/bot/runner"
	"signpost/bot/telegram"
)

// newBoard makes the figures of a program; what is not counted in it is read by
// read, which may be set later.
func newBoard(now func() time.Time, read func(context.Context) health.Reading) *health.Board {
	return health.New(health.Options{Now: now, Version: release(), Go: runtime.Version(), Read: read})
}

// state is how a house that serves is doing.
type state struct {
	house *house
	data  folder
	bot   *telegram.Bot // nil without Telegram
	ready health.Readiness
}

// fetchedWithin is how old the last fetch from Telegram may be. One that finds
// nothing takes 50 seconds.
const fetchedWithin = 2 * time.Minute

// state makes what says how a house is doing.
func (h *house) state(data folder, opened rooms, doors []door) *state {
	s := &state{house: h, data: data}
	for _, d := range doors {
		if bot, ok := d.channel.(*telegram.Bot); ok {
			s.bot = bot
		}
	}
	s.ready = health.Readiness{Now: time.Now, Every: 5 * time.Second, Checks: append(opened.checks(), []health.Check{
		{Lacks: "telegram was not reached for two minutes", Ask: func(context.Context) bool {
			return s.bot == nil || arrives(s.bot.State())
		}},
		{Lacks: "another copy of this bot fetches its messages", Ask: s.without(telegram.TroubleCopy)},
		{Lacks: "the webhook of another program gets the messages", Ask: s.without(telegram.TroubleWebhook)},
	}...)}
	return s
}

// checks are what must be so of the files for the house to do its work.
func (r rooms) checks() []health.Check {
	if r.broken != nil {
		return []health.Check{{Lacks: "the data can't be used, so only urgent help is answered", Ask: func(context.Context) bool { return false }}}
	}
	return []health.Check{
		{Lacks: "bot.db can't be written", Ask: func(ctx context.Context) bool { return r.kept.Writable(ctx) == nil }},
		{Lacks: "the directory can't be read", Ask: func(ctx context.Context) bool {
			_, err := r.dir.Groups(ctx)
			return err == nil && r.dir.DB().Whole() == nil
		}},
	}
}

// arrives reports that what people write gets here: it was fetched lately, or
// Telegram is to bring it.
func arrives(s telegram.State) bool {
	return s.Webhook && s.Set || time.Since(s.Met) <= fetchedWithin
}

// without is the check that a trouble is not there.
func (s *state) without(t telegram.Trouble) func(context.Context) bool {
	return func(context.Context) bool { return s.bot == nil || s.bot.State().Trouble != t }
}

// read looks up the figures that are not counted. What can't be read is left out.
func (s *state) read(ctx context.Context) health.Reading {
	r := health.Reading{BotBytes: size(s.data.bot()), DirectoryBytes: size(s.data.directory()), BackedUp: s.house.backedUp()}
	if s.house.store == nil {
		// Nothing is known of what waits.
	} else if v, err := s.house.store.Vitals(ctx, time.Now()); err == nil {
		r.Letters, r.OldestLetter, r.JobsOverdue, r.OldestJob, r.Forgotten = &v.Letters, v.OldestLetter, &v.Overdue, v.OldestJob, &v.Forgotten
	}
	if d, ok := diskOf(string(s.data)); ok {
		r.Disk = &d
	}
	if s.bot != nil {
		st := s.bot.State()
		pending := int64(st.Pending)
		r.Fetched, r.Webhook, r.Pending = st.Met, &st.Webhook, &pending
	}
	return r
}

// signs are what the watch looks at.
func (s *state) signs(ctx context.Context, now time.Time) health.Signs {
	var oldest time.Time
	if v, err := s.house.store.Vitals(ctx, now); err == nil {
		oldest = v.OldestJob
	}
	g := s.house.health.Signs(oldest)
	if d, ok := diskOf(string(s.data)); ok {
		g.Disk = &d
	}
	return g
}

// watch has the coordinators told how a house that serves is doing. The job is made
// anew each day, in case that it was purged: the program may have been off for longer
// than a job is kept.
func (h *house) watch() {
	h.jobs = append(h.jobs, duty.WatchJob(time.Now()))
	h.runner.Duties[duty.KindWatch] = duty.Watch(func(ctx context.Context, now time.Time) health.Signs { return h.doing.signs(ctx, now) })
	tidy := h.runner.Duties[duty.KindTidy]
	h.runner.Duties[duty.KindTidy] = func(ctx context.Context, now time.Time, j runner.Job) (runner.Outcome, error) {
		out, err := tidy(ctx, now, j)
		out.Jobs = append(out.Jobs, duty.WatchJob(now))
		return out, err
	}
}

// size is that of a database with its log; nil when there is none.
func size(path string) *int64 {
	total := int64(0)
	for _, name := range []string{path, path + "-wal"} {
		info, err := os.Stat(name)
		switch {
		case err == nil:
			total += info.Size()
		case name == path || !errors.Is(err, fs.ErrNotExist):
			return nil
		}
	}
	return &total
}

// ServeHTTP answers whoever looks after the program, on an address of its own.
func (s *state) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		w.Header().Set("Allow", "GET, HEAD")
		http.Error(w, "only to be looked at", http.StatusMethodNotAllowed)
		return
	}
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("Content-Type", health.Type)
	switch r.URL.Path {
	case "/healthz":
		_, _ = io.WriteString(w, "ok\n")
	case "/readyz":
		line := "ready"
		if lacks := s.ready.Lacks(r.Context()); lacks != "" {
			line = "not ready: " + lacks
			w.WriteHeader(http.StatusServiceUnavailable)
		}
		_, _ = io.WriteString(w, line+"\n")
	case "/metrics":
		_ = s.house.health.Write(r.Context(), w) // whoever asked is gone
	default:
		http.NotFound(w, r)
	}
}

// open answers at an address of this machine until the function that it gives is
// called. "" is for nowhere.
func (s *state) open(w *world, address string) (closing func(), err error) {
	if off(address) {
		return func() {}, nil
	}
	host, _, err := net.SplitHostPort(address)
	if ip := net.ParseIP(host); err != nil || host != "localhost" && (ip == nil || !ip.IsLoopback()) {
		return nil, misuse{fmt.Errorf("--health is for this machine alone, and %q is not; it is written like localhost:9090", address)}
	}
	l, err := listenAt(w.ctx, "health page", "--health", address)
	if err != nil {
		return nil, err
	}
	server := &http.Server{
		Handler: s, ReadTimeout: 5 * time.Second, WriteTimeout: 15 * time.Second, IdleTimeout: time.Minute,
		MaxHeaderBytes: 16 << 10, ErrorLog: log.New(io.Discard, "", 0),
	}
	ended := make(chan struct{})
	go func() { defer close(ended); _ = server.Serve(l) }()
	w.say("Health at http://%s/metrics", reachable(l.Addr()))
	return func() { _ = server.Close(); <-ended }, nil
}

// isReady says to strangers whether the house can do its work.
func (h *house) isReady(ctx context.Context) bool {
	return h.doing == nil || h.doing.ready.Lacks(ctx) == ""
}

// reading is what the figures are read from, once it is known.
func (h *house) reading(ctx context.Context) health.Reading {
	if h.doing == nil {
		return health.Reading{}
	}
	return h.doing.read(ctx)
}
