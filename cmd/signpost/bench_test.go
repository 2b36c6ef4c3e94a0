package main

import (
	"bufio"
	"context"
	"io"
	"net/http"
	"net/http/cookiejar"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"
)

// running is a signpost in a process of its own.
type running struct {
	*exec.Cmd
	url string
}

// launch starts signpost with its page and returns when it is open.
func launch(tb testing.TB, dir string) running {
	tb.Helper()
	c := exec.CommandContext(tb.Context(), "signpost", "serve", "--http", "localhost:0",
		"--data", filepath.Join(dir, "data"), "--keys", filepath.Join(dir, "keys"))
	c.Env = []string{"HOME=" + dir, "PATH=" + os.Getenv("PATH")}
	c.Cancel = func() error { return c.Process.Signal(os.Interrupt) }
	out, err := c.StderrPipe()
	if err != nil {
		tb.Fatal(err)
	}
	if err := c.Start(); err != nil {
		tb.Fatal(err)
	}
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		if m := opened.FindStringSubmatch(lines.Text()); m != nil {
			go func() { _, _ = io.Copy(io.Discard, out) }()
			return running{c, m[1]}
		}
	}
	tb.Fatal("signpost did not open")
	return running{}
}

// look asks for the page as a new person and reads all of it.
func (r running) look(tb testing.TB) {
	tb.Helper()
	r.lookAs(tb, http.DefaultClient)
}

func (r running) lookAs(tb testing.TB, person *http.Client) {
	tb.Helper()
	answer, err := person.Get(r.url)
	if err != nil {
		tb.Fatal(err)
	}
	defer answer.Body.Close()
	if _, err := io.Copy(io.Discard, answer.Body); err != nil || answer.StatusCode != http.StatusOK {
		tb.Fatal(answer.Status, err)
	}
}

func (r running) end(tb testing.TB) {
	tb.Helper()
	if err := r.Process.Signal(os.Interrupt); err != nil {
		tb.Fatal(err)
	}
	if err := r.Wait(); err != nil {
		tb.Fatal(err)
	}
}

// BenchmarkFirstAnswer is the time from the start of the program, on a folder
// that exists, to the first page that somebody sees. The process is the test
// binary, which is larger than the program.
func BenchmarkFirstAnswer(b *testing.B) {
	dir := b.TempDir()
	launch(b, dir).end(b)
	for b.Loop() {
		r := launch(b, dir)
		r.look(b)
		b.StopTimer()
		r.end(b)
		b.StartTimer()
	}
}

// BenchmarkFirstStart is the same with a folder that has to be made.
func BenchmarkFirstStart(b *testing.B) {
	for b.Loop() {
		r := launch(b, b.TempDir())
		r.look(b)
		b.StopTimer()
		r.end(b)
		b.StartTimer()
	}
}

// BenchmarkMemory looks at the page while ten others have it open too, and
// reports how much memory the program has resident at the end.
func BenchmarkMemory(b *testing.B) {
	if runtime.GOOS != "linux" {
		b.Skip("reads /proc")
	}
	r := launch(b, b.TempDir())
	for range 10 {
		r.look(b)
	}
	jar, err := cookiejar.New(nil)
	if err != nil {
		b.Fatal(err)
	}
	person := &http.Client{Jar: jar}
	for b.Loop() {
		r.lookAs(b, person)
	}
	b.ReportMetric(resident(b, r.Process.Pid), "MB-resident")
	r.end(b)
}

// resident is the memory a process has in use, in megabytes.
func resident(b *testing.B, pid int) float64 {
	b.Helper()
	status, err := os.ReadFile(filepath.Join("/proc", strconv.Itoa(pid), "status"))
	if err != nil {
		b.Fatal(err)
	}
	for line := range strings.Lines(string(status)) {
		if rest, ok := strings.CutPrefix(line, "VmRSS:"); ok {
			kilobytes, err := strconv.ParseFloat(strings.TrimSuffix(strings.TrimSpace(rest), " kB"), 64)
			if err != nil {
				b.Fatal(err)
			}
			return kilobytes / 1000
		}
	}
	b.Fatal("there is no VmRSS")
	return 0
}

// BenchmarkFind answers one question, read and written as a line.
func BenchmarkFind(b *testing.B) {
	ctx := context.Background()
	dir, err := shipped(ctx, derbyshire, time.Now())
	if err != nil {
		b.Fatal(err)
	}
	defer dir.closing()
	places, err := dir.Places(ctx)
	if err != nil {
		b.Fatal(err)
	}
	w := &world{ctx: ctx, out: io.Discard, err: io.Discard}
	a := asking{dir: dir, places: places, now: time.Now}
	const question = `{"id":1,"needs":["anxiety"],"place":"Chesterfield","communities":["polish"],"language":"pl"}` + "\n"
	b.ReportAllocs()
	for b.Loop() {
		if err := a.all(w, strings.NewReader(question)); err != nil {
			b.Fatal(err)
		}
	}
}
