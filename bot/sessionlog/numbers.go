package sessionlog

import (
	"slices"
	"time"

	"signpost/directory"
)

// Numbers are the figures of one group in one period. How many sessions and visits
// there were is exact; of what kinds they were is only in Kinds.
//
// A session counts in the period in which it began, as it was held, and from its
// end, or from when it was logged. Each is exactly one of run, not held, not
// logged and cancelled: Ran + NotHeld + NotLogged + Cancelled == Planned.
type Numbers struct {
	Period  Period
	Running bool // the period has not ended: it counts up to now

	Planned   int      // all sessions, also those that a log is of and no rule gives any more
	Ran       int      // were held
	Empty     int      // of those, nobody came to so many
	Held      []Reason // why others were not, in the order of Helds; none with 0
	NotLogged int      // nobody said what became of them
	Cancelled int      // in the timetable, and no log says otherwise

	Visits   Band // in person; the zero Band when no log says
	Answered Band // calls of slots on the telephone
	Missed   Band

	Kinds Kinds
}

// Reason is how many sessions were not held for a reason.
type Reason struct {
	Why      Held // never Ran nor Nobody
	Sessions int
}

// NotHeld is how many sessions were not held, for any reason.
func (n *Numbers) NotHeld() int {
	sum := 0
	for _, r := range n.Held {
		sum += r.Sessions
	}
	return sum
}

// Count is what the logs of one group say of a period, beside the timetables of
// its services. Logs may hold more than the period's; drafts and those that were
// taken back don't count. A session that was moved into another period after it
// was logged counts where it was held only if its log is among them.
func Count(p Period, services []*directory.Service, logs []Log, now time.Time) Numbers {
	n := Numbers{Period: p, Running: directory.DateOf(now) <= p.To}
	t := tallyOf(p, logs)
	n.sessions(t, services, now)
	n.Kinds = t.kinds(directory.DateOf(now), n.Ran-n.Empty)
	return n
}

// Own is what the logs of one first aider say of a period. It has no sessions that
// were not logged and no kinds: those of one person's sessions beside those of
// their group would tell about the others'.
func Own(p Period, logs []Log, now time.Time) Numbers {
	n := Numbers{Period: p, Running: directory.DateOf(now) <= p.To}
	n.sessions(tallyOf(p, logs), nil, now)
	n.Kinds.Withheld = OfOne
	return n
}

// sessions counts what may be told exactly.
func (n *Numbers) sessions(t *tally, services []*directory.Service, now time.Time) {
	for _, held := range t.held {
		n.add(held)
	}
	n.Visits, n.Answered, n.Missed = t.visits, t.answered, t.missed
	from, to := n.Period.instants()
	if now.Before(to) {
		to = now
	}
	if !from.Before(to) {
		return
	}
	each := func(s *directory.Service, all []directory.Occurrence, to *int) {
		for _, o := range all {
			at := Of(s, o)
			if o.Session && n.Period.Has(directory.DateOf(o.Start)) && !o.End.After(now) && !t.logged(at) {
				*to++
				n.Planned++
			}
		}
	}
	for _, s := range services {
		each(s, s.Between(from, to), &n.NotLogged)
		each(s, s.CancelledBetween(from, to), &n.Cancelled)
	}
}

// add counts one session that was logged.
func (n *Numbers) add(held Held) {
	n.Planned++
	if held.Open() {
		n.Ran++
		if held == Nobody {
			n.Empty++
		}
		return
	}
	rank := func(h Held) int { return slices.Index(Helds, h) }
	i, found := slices.BinarySearchFunc(n.Held, held, func(r Reason, h Held) int { return rank(r.Why) - rank(h) })
	if !found {
		n.Held = slices.Insert(n.Held, i, Reason{Why: held})
	}
	n.Held[i].Sessions++
}
