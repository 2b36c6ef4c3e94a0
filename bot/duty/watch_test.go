package duty

import (
	"context"
	"strings"
	"testing"
	"time"

	"signpost/bot/health"
	"signpost/bot/people"
	"signpost/bot/runner"
	"signpost/directory"
	"signpost/locales"
)

// The coordinators are told of each spell as it begins and when it is over, and of a
// time without sending or without the program when it is over; between, nothing is
// said, and nothing but the time of the next look is written.
func TestWatch(t *testing.T) {
	words, err := locales.Load()
	if err != nil {
		t.Fatal(err)
	}
	at := time.Date(2030, time.June, 2, 14, 5, 0, 0, directory.London)
	full := health.Signs{Disk: &health.Disk{Free: 480_000_000, Total: 100_000_000_000}}
	roomy := health.Signs{Disk: &health.Disk{Free: 50_000_000_000, Total: 100_000_000_000}}
	j := WatchJob(at)
	for i, look := range []struct {
		after time.Duration
		signs health.Signs
		says  []string
	}{
		{0, full, []string{"480 MB"}},
		{time.Minute, full, nil},
		{time.Minute, health.Signs{Disk: full.Disk, Outages: []health.Outage{{From: at, Until: at.Add(12 * time.Minute)}}}, []string{"Sunday 2 June, 2.05 pm to Sunday 2 June, 2.17 pm"}},
		{time.Minute, roomy, []string{"room on the disk again"}},
		{time.Minute, roomy, nil},
		{3 * time.Hour, health.Signs{Late: 25 * time.Hour}, []string{"switched off"}},
		{time.Minute, health.Signs{Late: 25 * time.Hour, Backups: 2}, []string{"a day late", "failed twice"}},
		{time.Minute, health.Signs{Backups: 3}, []string{"done now"}},
		{time.Minute, health.Signs{}, []string{"copy of the data works"}},
	} {
		now := j.Due.Add(look.after)
		if look.after == time.Minute {
			now = j.Due // each minute, and on time
		}
		out, err := Watch(func(context.Context, time.Time) health.Signs { return look.signs })(t.Context(), now, j)
		if err != nil {
			t.Fatal(err)
		}
		if len(out.Tell) != len(look.says) || (out.Body != nil) != (len(look.says) > 0) || !out.Again.Equal(now.Add(watchEvery)) {
			t.Errorf("look %d: %d are told, with %q, and the next is at %v", i, len(out.Tell), out.Body, out.Again)
		}
		for n, part := range look.says {
			if n == len(out.Tell) {
				break
			}
			if said := words.Plain("en", out.Tell[n].Body); !strings.Contains(said, part) || out.Tell[n].To != (people.Hat{Role: people.Coordinator}) {
				t.Errorf("look %d: %+v is told %q, without %q", i, out.Tell[n].To, said, part)
			}
		}
		j.Due = out.Again
		if out.Body != nil {
			j.Body = out.Body
		}
	}
	if _, err := Watch(nil)(t.Context(), at, runner.Job{Body: []byte("{")}); err == nil {
		t.Error("what can't be read is taken for nothing")
	}
}
