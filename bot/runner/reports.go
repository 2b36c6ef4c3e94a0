package runner

import (
	"slices"
	"time"

	"signpost/bot/channel"
	"signpost/bot/talk"
	"signpost/bot/upkeep"
)

// reportsFor is how long a report counts towards what is taken from one chat. Of
// who reported nothing is kept, so the counting is done in memory alone.
const reportsFor = 24 * time.Hour

// reported is how often a chat has said lately that something is wrong.
func (r *Runner) reported(chat channel.Chat, now time.Time) int {
	return len(r.lately(chat, now))
}

func (r *Runner) lately(chat channel.Chat, now time.Time) []time.Time {
	all, _ := r.reports.get(key(chat))
	return slices.DeleteFunc(slices.Clone(all), func(at time.Time) bool { return now.Sub(at) >= reportsFor })
}

// noteReports remembers that a turn which was saved holds a report.
func (r *Runner) noteReports(chat channel.Chat, now time.Time, turn talk.Turn) {
	effects := turn.Do
	if turn.Apply != nil {
		effects = slices.Concat(effects, turn.Apply.Do)
	}
	for _, e := range effects {
		if _, ok := e.(upkeep.Reported); ok {
			r.reports.put(key(chat), append(r.lately(chat, now), now))
		}
	}
}
