package health

import (
	"context"
	"strings"
	"sync"
	"time"
)

// Check is something that must be so for the program to do its work.
type Check struct {
	// Lacks says what is not so when Ask fails: "bot.db can't be written".
	Lacks string
	Ask   func(ctx context.Context) bool
}

// Readiness answers whether the program can do its work now. It asks at most once
// in Every, since strangers may ask.
type Readiness struct {
	Now    func() time.Time
	Every  time.Duration
	Checks []Check

	mu    sync.Mutex
	asked time.Time
	lacks string
}

// patience is how long one check may take; a database that takes longer is not
// ready.
const patience = 2 * time.Second

// Lacks says in one line what is not ready, "" when all is.
func (r *Readiness) Lacks(ctx context.Context) string {
	r.mu.Lock()
	defer r.mu.Unlock()
	now := r.Now()
	if age := now.Sub(r.asked); !r.asked.IsZero() && age >= 0 && age < r.Every {
		return r.lacks
	}
	var lacks []string
	for _, c := range r.Checks {
		asking, stop := context.WithTimeout(context.WithoutCancel(ctx), patience)
		if !c.Ask(asking) {
			lacks = append(lacks, c.Lacks)
		}
		stop()
	}
	r.asked, r.lacks = now, strings.Join(lacks, "; ")
	return r.lacks
}
