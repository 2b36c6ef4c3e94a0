package runner

import (
	"context"
	"errors"
	"fmt"
	"runtime/debug"
	"time"
)

// Health is told how it goes, for whoever keeps the program running. It is told
// doors, words of this package and times, and nothing of a person. *health.Board
// is one.
type Health interface {
	// Received: an event was taken through the house. The outcome is answered,
	// urgent, group, edited, left, late, slowed, broken or failed.
	Received(door, outcome string, took time.Duration)
	// Saved: a turn was saved, or could not be.
	Saved(took time.Duration)
	// Letter: a letter was carried. Its fate is sent, retried, waits, gone, refused,
	// unreadable or tired.
	Letter(door, fate string)
	// Urgent: an urgent card was shown.
	Urgent()
	// Job: a job that was due then is done, or failed and is put off.
	Job(id int64, due time.Time, done bool)
	// Purged: what is older than it may be was removed, or could not be.
	Purged(done bool)
}

// untold is a Health that nobody looks at.
type untold struct{}

func (untold) Received(string, string, time.Duration) {}
func (untold) Saved(time.Duration)                    {}
func (untold) Letter(string, string)                  {}
func (untold) Urgent()                                {}
func (untold) Job(int64, time.Time, bool)             {}
func (untold) Purged(bool)                            {}

// errPanic is what is known of a panic outside this room.
var errPanic = errors.New("it panicked")

// guard makes an error of a panic. What it panicked with may hold a person's words,
// and would be printed as the program dies: only its type and the stack are named.
func (r *Runner) guard(ctx context.Context, f func() error) (err error) {
	defer func() {
		if fault := recover(); fault != nil {
			r.Log.ErrorContext(ctx, "a panic while doing what is due", "type", fmt.Sprintf("%T", fault), "stack", string(debug.Stack()))
			err = errPanic
		}
	}()
	return f()
}
