package runner

import (
	"context"
	"fmt"
	"time"

	"signpost/bot/talk"
	"signpost/directory"
)

// Duty does what a job of one kind is for. It reads what is so now and decides;
// what follows is carried out for it. It may be asked again when that failed, and
// must then decide the same or less.
type Duty func(ctx context.Context, now time.Time, j Job) (Outcome, error)

// Outcome is what a duty decided. The changes come first, one of a listing at most,
// under the keys of job and listing: when the duty is asked again after a failure it
// may decide on fewer of them. Then, in one transaction, the job is done with all the
// rest of it.
type Outcome struct {
	Changes []directory.Change
	Do      []talk.Effect
	Tell    []talk.Tell
	Jobs    []Job
	Again   time.Time // the job is not done, but due again then
	// Body is what the job needs to know then, when that is something else; nil when
	// it is not. Only with it something else may follow from a job that is due again,
	// and only for a job of nobody's.
	Body []byte
}

// The pauses of the work that is due.
const (
	jobsAtOnce = 20
	jobPause   = 5 * time.Minute // after a failure
	longestNap = 6 * time.Hour   // jobs may be made by another process
)

// work does what is due, until ctx ends.
func (r *Runner) work(ctx context.Context) {
	for ctx.Err() == nil {
		nap := longestNap
		if !r.catchUp(ctx) {
			nap = catchUpEvery
		}
		r.doDue(ctx)
		if next, err := r.Store.NextJob(ctx, r.Now()); err == nil && !next.IsZero() {
			nap = min(nap, max(next.Sub(r.Now()), time.Millisecond))
		}
		select {
		case <-ctx.Done():
		case <-r.rouse:
		case <-time.After(nap):
		}
	}
}

// doDue does the jobs that are due now.
func (r *Runner) doDue(ctx context.Context) {
	for ctx.Err() == nil {
		due, err := r.Store.DueJobs(ctx, r.Now(), jobsAtOnce)
		if err != nil {
			r.Log.ErrorContext(ctx, "what is due can't be read", "error", err.Error())
			return
		}
		for _, j := range due {
			err := r.guard(ctx, func() error { return r.job(ctx, j) })
			if err == nil || ctx.Err() == nil {
				r.Health.Job(j.ID, j.Due, err == nil)
			}
			if err != nil && ctx.Err() == nil {
				r.Log.ErrorContext(ctx, "a job failed", "kind", j.Kind, "error", err.Error())
				if err := r.Store.LaterJob(ctx, j.ID, r.Now().Add(jobPause)); err != nil {
					r.Log.ErrorContext(ctx, "a job can't be put off", "kind", j.Kind, "error", err.Error())
				}
			}
		}
		if len(due) < jobsAtOnce {
			return
		}
	}
}

func (r *Runner) job(ctx context.Context, j Job) error {
	duty, ok := r.Duties[j.Kind]
	if !ok {
		return fmt.Errorf("there is no duty for jobs of the kind %q", j.Kind)
	}
	out, err := duty(ctx, r.Now(), j)
	if err != nil {
		return fmt.Errorf("doing what is due: %w", err)
	}
	for _, c := range out.Changes {
		c.Key = fmt.Sprintf("job.%s.%s", j.Key, c.Service)
		if _, err := r.Apply(ctx, r.Now(), c); err != nil {
			return fmt.Errorf("carrying out a change that is due: %w", err)
		}
	}
	if !out.Again.IsZero() && out.Body == nil {
		return r.Store.LaterJob(ctx, j.ID, out.Again)
	}
	notices, err := r.notices(ctx, out.Tell)
	if err != nil {
		return err
	}
	f := Finished{Effects: out.Do, Notices: notices, Jobs: out.Jobs}
	if !out.Again.IsZero() {
		f.Again = &Job{Key: j.Key, Kind: j.Kind, Due: out.Again, Body: out.Body}
	}
	return r.Store.FinishJob(ctx, j.ID, f)
}
