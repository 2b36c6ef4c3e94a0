package directory

import (
	"slices"
	"time"
)

// Find is what fits a query among these services: the whole of ranking in one
// step, for a small directory and for tests. Districts are not known to it, so
// every area counts as the area's own.
func Find(q Query, services []*Service) Result {
	list := NewCatalogue(services).Shortlist(q)
	var read []*Service
	for _, s := range services {
		if slices.Contains(list.IDs, s.ID) {
			read = append(read, s)
		}
	}
	return Finish(q, list, read)
}

// Finish puts the services of a Shortlist on the page the query asks for, with
// their reasons, the next session and the distance. It reads nothing itself:
// services are those of list.IDs, in any order. One that has gone meanwhile is
// left out.
func Finish(q Query, list Shortlist, services []*Service) Result {
	byID := make(map[ID]*Service, len(services))
	for _, s := range services {
		byID[s.ID] = s
	}
	order := make([]candidate, 0, len(list.best)+2)
	for _, c := range list.best {
		if byID[c.id] != nil {
			order = append(order, c)
		}
	}
	next := timetable{at: q.At, next: map[ID]*Occurrence{}}
	bySoonest(order, byID, next)
	order = mix(order, list, byID, limit(q))
	r := Result{Widened: list.widened, Unreachable: list.unreachable, OutsideArea: list.away}
	from := min(max(0, q.Skip), len(order))
	for _, c := range order[from:min(len(order), from+limit(q))] {
		r.Matches = append(r.Matches, match(q, byID[c.id], next))
	}
	r.More = max(0, list.Total-from-len(r.Matches))
	return r
}

// bySoonest puts equals among the first ones by their next session or opening;
// those of which none is known stay behind.
func bySoonest(order []candidate, byID map[ID]*Service, next timetable) {
	if next.at.IsZero() {
		return
	}
	head := order[:min(len(order), headLength)]
	for from, to := 0, 0; from < len(head); from = to {
		for to = from + 1; to < len(head) && head[to].rank == head[from].rank; {
			to++
		}
		equals := head[from:to]
		if len(equals) == 1 {
			continue // nothing to read a timetable for
		}
		starts := map[ID]time.Time{}
		for _, c := range equals {
			starts[c.id] = next.at.AddDate(0, 0, lookAhead)
			if o := next.of(byID[c.id]); o != nil {
				starts[c.id] = o.Start
			}
		}
		slices.SortStableFunc(equals, func(x, y candidate) int { return starts[x.id].Compare(starts[y.id]) })
	}
}

// timetable is what services have next at an instant, looked up once for the order
// and for the page.
type timetable struct {
	at   time.Time
	next map[ID]*Occurrence
}

// of is what a service has next, nil for nothing that is known.
func (t timetable) of(s *Service) *Occurrence {
	o, known := t.next[s.ID]
	if !known {
		o = soonest(s, t.at)
		t.next[s.ID] = o
	}
	return o
}

// soonest is a service's next session; its next opening when it has no sessions.
func soonest(s *Service, at time.Time) *Occurrence {
	list := s.NextSessions(at, 1)
	if len(list) == 0 {
		list = s.Next(at, 1)
	}
	if len(list) == 0 {
		return nil
	}
	return &list[0]
}
