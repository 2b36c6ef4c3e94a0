package runner

import (
	"context"
	"time"
)

const (
	putRight = time.Minute // a clock that is so much earlier than it was has been put right
	farOff   = time.Hour   // further than this no letter is put off
)

// hasten brings letters forward that are due much later than they can have been put
// off to: the clock has gone back, and they would wait until it is where it was.
func (r *Runner) hasten(ctx context.Context, now time.Time, most time.Duration) {
	if err := r.Store.Hasten(ctx, now, now.Add(most)); err != nil && ctx.Err() == nil {
		r.Log.ErrorContext(ctx, "letters could not be brought forward", "error", err.Error())
	}
}

// clock knows the last time that was read from the machine's.
type clock struct{ last time.Time }

// wentBack reports that it has been put back since.
func (c *clock) wentBack(now time.Time) bool {
	back := now.Before(c.last.Add(-putRight))
	if back || now.After(c.last) {
		c.last = now
	}
	return back
}

// outlives gives a context that ends a while after another: what is urgent leaves and
// is noted even when its door has no patience left, since hearing it took too long or
// the program is told to end.
func outlives(ctx context.Context, by time.Duration) (context.Context, context.CancelFunc) {
	longer, end := context.WithCancel(context.WithoutCancel(ctx))
	stop := context.AfterFunc(ctx, func() { time.AfterFunc(by, end) })
	return longer, func() { stop(); end() }
}
