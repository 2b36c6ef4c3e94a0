package duty

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"signpost/bot/health"
	"signpost/bot/people"
	"signpost/bot/runner"
	"signpost/bot/talk"
	"signpost/directory"
	"signpost/locales"
)

// KindWatch is the kind of the job that looks after the program itself.
const KindWatch = "watch"

const (
	watchEvery = time.Minute
	// stoppedFor is how much later than it should have been a look may come. The
	// program did not run then, or its clock was set.
	stoppedFor = health.LongOutage
)

// WatchJob is the job that looks after the program. There is one, and it is never
// done: what it remembers is in it.
func WatchJob(now time.Time) runner.Job {
	return runner.Job{Key: KindWatch, Kind: KindWatch, Due: now}
}

// Watch looks each minute how the program is doing, by what signs says, and tells
// the coordinators: that it could not send or did not run for ten minutes, as soon as
// it can again; that the disk is nearly full, a job a day late, or the backup failed
// twice, once as it begins and once when it is over.
func Watch(signs func(ctx context.Context, now time.Time) health.Signs) runner.Duty {
	return func(ctx context.Context, now time.Time, j runner.Job) (runner.Outcome, error) {
		var before health.Spells
		if len(j.Body) > 0 {
			if err := json.Unmarshal(j.Body, &before); err != nil {
				return runner.Outcome{}, fmt.Errorf("reading what is known already: %w", err)
			}
		}
		g := signs(ctx, now)
		if now.Sub(j.Due) >= stoppedFor {
			g.Settling = true
			g.Stopped = &health.Outage{From: j.Due, Until: now}
		}
		after, news := before.Look(now, g)
		out := runner.Outcome{Again: now.Add(watchEvery)}
		if len(news) == 0 {
			return out, nil
		}
		for _, n := range news {
			out.Tell = append(out.Tell, talk.Tell{To: people.Hat{Role: people.Coordinator}, Body: saying(n)})
		}
		var err error
		if out.Body, err = json.Marshal(after); err != nil {
			return runner.Outcome{}, fmt.Errorf("keeping what was told: %w", err)
		}
		return out, nil
	}
}

// saying is a piece of news in words.
func saying(n health.News) locales.Text {
	switch n.What {
	case health.CutOff:
		return locales.WatchCutOff(moment(n.From), moment(n.Until))
	case health.Stopped:
		return locales.WatchStopped(moment(n.From), moment(n.Until))
	case health.Full:
		if n.Over {
			return locales.WatchFullOver()
		}
		return locales.WatchFull(locales.Raw(fmt.Sprintf("%d MB", n.Free/1_000_000)))
	case health.Late:
		if n.Over {
			return locales.WatchLateOver()
		}
		return locales.WatchLate()
	case health.Uncopied:
		if n.Over {
			return locales.WatchUncopiedOver()
		}
		return locales.WatchUncopied()
	}
	panic("duty: news of an unknown kind: " + string(n.What))
}

// moment is a day and a time, as people here write them.
func moment(at time.Time) locales.Text {
	at = at.In(directory.London)
	return locales.Join(", ", locales.DayOf(at).Text(), locales.TimeOf(at).Text())
}
