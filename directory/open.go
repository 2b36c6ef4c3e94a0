package directory

import "time"

// At says whether a service is open at an instant: while one of its sessions or
// openings runs, closed otherwise. It is unknown, and people are asked to ring
// first, when no schedule holds on that day, and when only the sessions have
// schedules while the hours of the rest are in prose.
func (s *Service) At(now time.Time) Opening {
	if s.Status == TemporarilyClosed {
		return Closed
	}
	for _, o := range s.within(now, now.Add(time.Second)) {
		if !o.cancelled {
			return Open
		}
	}
	today := DateOf(now)
	if s.shut(today) {
		return Closed
	}
	known, sessionsOnly := false, true
	for i := range s.Schedules {
		c := &s.Schedules[i]
		if len(c.faults("")) > 0 || c.ValidTo != "" && c.ValidTo < today || c.ValidFrom > today {
			continue
		}
		known, sessionsOnly = true, sessionsOnly && c.Session
	}
	if !known || sessionsOnly && s.Hours != "" {
		return Unknown
	}
	return Closed
}

// shut reports a day on which the whole service is closed.
func (s *Service) shut(day Date) bool {
	for i := range s.Exceptions {
		x := &s.Exceptions[i]
		if x.Schedule == "" && x.Original == "" && x.Closed && len(x.faults("")) == 0 && x.From <= day && day <= x.To {
			return true
		}
	}
	return false
}
