package sessionlog

import (
	"time"

	"signpost/directory"
)

// Of names an occurrence of a service.
func Of(s *directory.Service, o directory.Occurrence) Occurrence {
	return Occurrence{Service: s.ID, Schedule: o.Schedule, Original: o.Original}
}

// Logged are the sessions that logs are of.
func Logged(logs []Log) map[Occurrence]bool {
	out := make(map[Occurrence]bool, len(logs))
	for _, l := range logs {
		out[l.Occurrence] = true
	}
	return out
}

// Gap is a session that no log is of.
type Gap struct {
	Service *directory.Service
	At      directory.Occurrence
}

// Name names the session.
func (g Gap) Name() Occurrence { return Of(g.Service, g.At) }

// Gaps are the sessions of services that have some part in [from, to) and that are
// not logged, service by service in the order of time. What is paused or ended has
// none: the days that its rule gives did not take place.
func Gaps(services []*directory.Service, logged map[Occurrence]bool, from, to time.Time) []Gap {
	var out []Gap
	for _, s := range services {
		if s.Status != directory.Active {
			continue
		}
		for _, o := range s.Between(from, to) {
			if g := (Gap{s, o}); o.Session && !logged[g.Name()] {
				out = append(out, g)
			}
		}
	}
	return out
}
