package health

import (
	"context"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// written is what a Board writes.
func written(t *testing.T, b *Board) string {
	t.Helper()
	var s strings.Builder
	if err := b.Write(t.Context(), &s); err != nil {
		t.Fatal(err)
	}
	return s.String()
}

// clock is a time that a test moves.
type clock struct{ time.Time }

func (c *clock) now() time.Time { return c.Time }

func newClock() *clock { return &clock{time.Date(2030, time.June, 3, 14, 0, 0, 0, time.UTC)} }

// Whatever is told, no figure says a word that is not of this package: what is told
// under a name of somebody's is counted as "other".
func TestNothingOfAPersonIsAFigure(t *testing.T) {
	const canary = "zz 07700 900123 I can't sleep"
	b := New(Options{})
	v := reflect.ValueOf(b)
	called := 0
	for i := range v.NumMethod() {
		m := v.Type().Method(i)
		var in []reflect.Value
		for n := range m.Type.NumIn() - 1 {
			switch p := m.Type.In(n + 1); p.Kind() {
			case reflect.String:
				in = append(in, reflect.ValueOf(canary))
			case reflect.Interface: // Write
				in = nil
			default:
				in = append(in, reflect.Zero(p))
			}
		}
		if len(in) == m.Type.NumIn()-1 {
			v.Method(i).Call(in)
			called++
		}
	}
	if called < 10 {
		t.Fatalf("only %d methods were called", called)
	}
	out := written(t, b)
	if strings.Contains(out, "zz") || strings.Contains(out, "sleep") || strings.Contains(out, "900") {
		t.Errorf("what was told is in the figures:\n%s", out)
	}
	for _, want := range []string{
		`signpost_updates_total{door="other",outcome="other"} 1`, `signpost_letters_total{door="other",fate="other"} 1`,
	} {
		if !strings.Contains(out, want+"\n") {
			t.Errorf("%s is not in\n%s", want, out)
		}
	}
}

// A room that was given no Board tells it all the same.
func TestNoBoardTakesEverything(t *testing.T) {
	var b *Board
	b.Received("web", "answered", time.Second)
	b.Saved(time.Second)
	b.Letter("web", "sent")
	b.Urgent()
	b.Limited()
	b.Job(1, time.Time{}, false)
	b.Purged(true)
	b.Called(true, false)
	if len(b.Outages()) > 0 {
		t.Error("no board knows of an outage")
	}
}

// The figures are what was told, and what is read when somebody asks.
func TestFigures(t *testing.T) {
	at := newClock()
	letters, overdue, yes := int64(3), int64(1), true
	b := New(Options{Now: at.now, Version: `v1 a"b`, Go: "go1.26", Read: func(context.Context) Reading {
		return Reading{
			Letters: &letters, OldestLetter: at.Add(-90 * time.Second), JobsOverdue: &overdue, OldestJob: at.Add(-time.Minute),
			Disk: &Disk{Free: 5, Total: 10}, Fetched: at.Add(-2 * time.Second), Webhook: &yes,
		}
	}})
	b.Received("telegram", "answered", 2*time.Millisecond)
	b.Received("telegram", "answered", 700*time.Millisecond)
	b.Received("web", "urgent", time.Minute)
	b.Saved(500 * time.Microsecond)
	b.Letter("telegram", "sent")
	b.Urgent()
	b.Purged(true)
	b.Job(7, at.Add(-time.Hour), false)
	at.Time = at.Add(time.Minute)
	out := written(t, b)
	for _, want := range []string{
		`signpost_updates_total{door="telegram",outcome="answered"} 2`,
		`signpost_updates_total{door="telegram",outcome="urgent"} 0`,
		`signpost_updates_total{door="web",outcome="urgent"} 1`,
		`signpost_turn_seconds_bucket{le="0.001"} 0`,
		`signpost_turn_seconds_bucket{le="0.0025"} 1`,
		`signpost_turn_seconds_bucket{le="1"} 2`,
		`signpost_turn_seconds_bucket{le="10"} 2`,
		`signpost_turn_seconds_bucket{le="+Inf"} 3`,
		`signpost_turn_seconds_sum 60.702`,
		`signpost_turn_seconds_count 3`,
		`signpost_save_seconds_bucket{le="0.0005"} 1`,
		`signpost_letters_total{door="telegram",fate="sent"} 1`,
		`signpost_urgent_total 1`,
		`signpost_outbox_letters 3`,
		`signpost_outbox_oldest_seconds 90`,
		`signpost_jobs_total{result="failed"} 1`,
		`signpost_jobs_oldest_seconds 3660`, // the one that fails was due before the one that waits
		`signpost_purge_age_seconds 60`,
		`signpost_disk_free_bytes 5`,
		`signpost_telegram_fetch_age_seconds 2`,
		`signpost_telegram_webhook 1`,
		`signpost_build_info{version="v1 a\"b",go="go1.26"} 1`,
	} {
		if !strings.Contains(out, "\n"+want+"\n") {
			t.Errorf("%s is not in\n%s", want, out)
		}
	}
	if strings.Contains(out, "backup_age") || strings.Contains(out, "bot_db") {
		t.Errorf("what nobody knows is a figure:\n%s", out)
	}
	b.Job(7, at.Time, true)
	if out := written(t, b); !strings.Contains(out, "signpost_jobs_oldest_seconds 60\n") {
		t.Errorf("the job is done and still counted as late:\n%s", out)
	}
}

// Every line is one that Prometheus reads: a comment, or a name with labels and a
// number; and each figure is introduced once, before its rows.
func TestFormat(t *testing.T) {
	introduced := map[string]bool{}
	lines := strings.Split(strings.TrimSuffix(written(t, New(Options{})), "\n"), "\n")
	for _, l := range lines {
		if name, ok := strings.CutPrefix(l, "# TYPE "); ok {
			name, _, _ = strings.Cut(name, " ")
			if introduced[name] {
				t.Errorf("%s is introduced twice", name)
			}
			introduced[name] = true
			continue
		}
		if strings.HasPrefix(l, "# HELP ") {
			continue
		}
		name := l[:strings.IndexAny(l, "{ ")]
		for _, part := range []string{"_bucket", "_sum", "_count"} {
			if base := strings.TrimSuffix(name, part); introduced[base] {
				name = base
			}
		}
		if !introduced[name] {
			t.Errorf("the row %q has no introduction", l)
		}
		if n := strings.Count(l, `"`); n%2 != 0 || strings.Count(l, "{") != strings.Count(l, "}") {
			t.Errorf("the row %q is odd", l)
		}
	}
	if len(introduced) < 9 {
		t.Errorf("only %d figures were written", len(introduced))
	}
}

// An outage is told of when it was long and is over, once.
func TestOutages(t *testing.T) {
	type call struct {
		minute             int
		fetching, answered bool
	}
	for name, c := range map[string]struct {
		calls []call
		want  []int // from and until, in minutes
	}{
		"short":                     {[]call{{0, true, false}, {9, true, false}, {9, true, true}}, nil},
		"long":                      {[]call{{0, true, false}, {10, true, false}, {11, true, true}}, []int{0, 11}},
		"not over":                  {[]call{{0, true, false}, {30, true, false}}, nil},
		"only sending":              {[]call{{0, false, false}, {5, true, true}, {12, false, false}, {13, false, true}}, []int{0, 13}},
		"sending goes on failing":   {[]call{{0, true, false}, {1, false, false}, {12, true, false}, {13, true, true}}, nil},
		"both are one":              {[]call{{0, true, false}, {1, false, false}, {12, true, false}, {13, true, true}, {14, false, false}, {15, false, true}}, []int{0, 15}},
		"one try, then a quiet day": {[]call{{0, false, false}, {700, false, true}}, nil},
	} {
		at := newClock()
		b, begin := New(Options{Now: at.now}), at.Time
		for _, x := range c.calls {
			at.Time = begin.Add(time.Duration(x.minute) * time.Minute)
			b.Called(x.fetching, x.answered)
		}
		var got []int
		for _, o := range b.Outages() {
			got = append(got, int(o.From.Sub(begin).Minutes()), int(o.Until.Sub(begin).Minutes()))
		}
		if d := cmp.Diff(c.want, got); d != "" {
			t.Errorf("%s (-want +got):\n%s", name, d)
		}
		if again := b.Outages(); len(again) > 0 {
			t.Errorf("%s: it is told of twice", name)
		}
	}
}

// Readiness names what is not so, and does not ask more often than it may.
func TestReadiness(t *testing.T) {
	at, sound, asked := newClock(), true, 0
	r := Readiness{Now: at.now, Every: 5 * time.Second, Checks: []Check{
		{"bot.db can't be written", func(context.Context) bool { asked++; return sound }},
		{"the directory can't be read", func(context.Context) bool { return sound }},
	}}
	if got := r.Lacks(t.Context()); got != "" {
		t.Errorf("all is well, and %q is lacking", got)
	}
	sound = false
	if got := r.Lacks(t.Context()); got != "" || asked != 1 {
		t.Errorf("it asked %d times within the five seconds, and says %q", asked, got)
	}
	at.Time = at.Add(5 * time.Second)
	if got := r.Lacks(t.Context()); got != "bot.db can't be written; the directory can't be read" {
		t.Errorf("it says %q", got)
	}
}
