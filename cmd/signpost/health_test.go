package main

import (
	"errors"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	archive "signpost/bot/backup"
	"signpost/bot/telegram"
)

var healthAt = regexp.MustCompile(`(?m)^Health at (http://\S+)/metrics$`)

// doctor is where a program that serves says how it is. It is open when somebody was
// answered.
func (s served) doctor(t *testing.T) (look func(path string) (int, string)) {
	t.Helper()
	at := healthAt.FindStringSubmatch(s.said.String())
	if at == nil {
		t.Fatalf("it does not say where its health is:\n%s", s.said)
	}
	return func(path string) (int, string) {
		t.Helper()
		resp, err := http.Get(at[1] + path)
		if err != nil {
			t.Fatal(err)
		}
		defer resp.Body.Close()
		b, err := io.ReadAll(resp.Body)
		if err != nil {
			t.Fatal(err)
		}
		return resp.StatusCode, string(b)
	}
}

// Who looks after the program sees that it lives, whether it is ready, and how
// much it does.
func TestHealth(t *testing.T) {
	dir, api := t.TempDir(), newBotAPI(t)
	s := start(t, dir, api.URL, goodToken, "--health", "localhost:0")
	api.says("/start")
	api.newest("language")
	look := s.doctor(t)
	api.says("I want to die zzq")
	api.newest("116 123")
	for path, want := range map[string]string{"/healthz": "ok\n", "/readyz": "ready\n"} {
		if code, said := look(path); code != http.StatusOK || said != want {
			t.Errorf("%s answers %d %q", path, code, said)
		}
	}
	code, figures := look("/metrics")
	// The purge of the start runs beside the letters, which it must not hold up.
	for ends := time.After(time.Minute); code == http.StatusOK && !strings.Contains(figures, "signpost_purges_total{result=\"done\"} 1"); {
		select {
		case <-ends:
			t.Fatalf("nothing is purged:\n%s", figures)
		default:
			code, figures = look("/metrics")
		}
	}
	for _, want := range []string{
		`signpost_updates_total{door="telegram",outcome="urgent"} 1`,
		`signpost_urgent_total 1`,
		`signpost_outbox_letters 0`,
		`signpost_purges_total{result="done"} 1`,
		`signpost_jobs_overdue 0`,
		`signpost_forgotten_chats 0`,
	} {
		if code != http.StatusOK || !strings.Contains(figures, "\n"+want+"\n") {
			t.Errorf("%d, and %s is not in\n%s", code, want, figures)
		}
	}
	for _, name := range []string{"bot_db_bytes", "directory_db_bytes", "disk_free_bytes", "telegram_fetch_age_seconds", "build_info"} {
		if !strings.Contains(figures, "\nsignpost_"+name) {
			t.Errorf("there is no %s in\n%s", name, figures)
		}
	}
	if code, _ := look("/"); code != http.StatusNotFound {
		t.Errorf("/ answers %d", code)
	}
	s.stop()
}

// Health is for the machine alone: an address that others reach is refused, before
// anything is opened there.
func TestHealthIsForThisMachineAlone(t *testing.T) {
	for _, address := range []string{":9090", "0.0.0.0:0", "[::]:0", "192.0.2.1:9090", "example.org:9090", "9090"} {
		var said words
		dir := t.TempDir()
		code := run(t.Context(), []string{
			"serve", "--http", "localhost:0", "--health", address, "--data", filepath.Join(dir, "data"), "--keys", filepath.Join(dir, "keys"),
		}, func(string) string { return "" }, strings.NewReader(""), &said, &said)
		if code != misspoken || !strings.Contains(said.String(), "this machine alone") {
			t.Errorf("%s: it ends with %d and says\n%s", address, code, &said)
		}
	}
}

// What is not ready is named where the operator looks; strangers learn only that.
func TestNotReady(t *testing.T) {
	data := folder(t.TempDir())
	dir, _, err := data.openDirectory(t.Context(), town, time.Now())
	if err != nil {
		t.Fatal(err)
	}
	kept, err := data.openStore(t.Context(), filepath.Join(t.TempDir(), "keys"), time.Now)
	if err != nil {
		t.Fatal(err)
	}
	h, err := build(town, dir, kept, time.Now, slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	bot, err := telegram.New(telegram.Options{Token: goodToken, URL: "http://127.0.0.1:1"})
	if err != nil {
		t.Fatal(err)
	}
	look := func(doors ...door) string {
		w := httptest.NewRecorder()
		h.doing = h.state(data, rooms{dir: dir, kept: kept}, doors)
		h.doing.ServeHTTP(w, httptest.NewRequest("GET", "/readyz", nil))
		if ready := h.isReady(t.Context()); ready != (w.Code == http.StatusOK) {
			t.Errorf("strangers are told %t, and the operator %d", ready, w.Code)
		}
		return w.Body.String()
	}
	if got := look(); got != "ready\n" {
		t.Errorf("without Telegram: %s", got)
	}
	if got := look(door{channel: bot}); got != "not ready: telegram was not reached for two minutes\n" {
		t.Errorf("before the first fetch: %s", got)
	}
	if err := errors.Join(kept.Close(), dir.Close()); err != nil {
		t.Fatal(err)
	}
	if got := look(); got != "not ready: bot.db can't be written; the directory can't be read\n" {
		t.Errorf("without its files: %s", got)
	}
	w := httptest.NewRecorder()
	h.doing.ServeHTTP(w, httptest.NewRequest("GET", "/metrics", nil))
	if w.Code != http.StatusOK || strings.Contains(w.Body.String(), "outbox_letters ") {
		t.Errorf("the figures of what can't be read: %d\n%s", w.Code, w.Body)
	}
}

// How old the newest backup is, is known from the start on, and not only when this
// program has made one itself.
func TestTheAgeOfTheBackupIsKnownFromTheStart(t *testing.T) {
	dir, made := t.TempDir(), time.Date(2030, 6, 1, 2, 30, 0, 0, time.UTC)
	for _, at := range []time.Time{made.AddDate(0, 0, -1), made} {
		if err := os.WriteFile(filepath.Join(dir, archive.Name(at)), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	h := &house{copies: &copier{to: dir}}
	s := &state{house: h, data: folder(t.TempDir())}
	board := newBoard(func() time.Time { return made.Add(time.Hour) }, s.read)
	h.health = board
	var page strings.Builder
	if err := board.Write(t.Context(), &page); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(page.String(), "\nsignpost_backup_age_seconds 3600\n") {
		t.Errorf("the figures are\n%s", &page)
	}
}
