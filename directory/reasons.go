package directory

import (
	"slices"
	"time"
)

// soon is within how many days a session is a reason.
const soon = 7

// match is a service with why it is here. Only what was stated and confirmed is
// a reason.
func match(q Query, s *Service, next timetable) Match {
	m := Match{Service: s, Distance: -1, Open: Unknown}
	if !q.At.IsZero() {
		m.Next, m.Open = next.of(s), s.At(q.At)
	}
	where := s.placeReason(q.Place, &m.Distance)
	for _, n := range q.Needs {
		if slices.Contains(s.Needs, n) && !slices.ContainsFunc(m.Reasons, func(r Reason) bool { return r.Need == n }) {
			m.Reasons = append(m.Reasons, Reason{Kind: ReasonNeed, Need: n})
		}
	}
	m.Reasons = append(m.Reasons, s.peopleReasons(q)...)
	m.Reasons = append(m.Reasons, where...)
	m.Reasons = append(m.Reasons, s.wishReasons(q)...)
	if n := m.Next; n != nil && n.Session && n.Start.Before(q.At.AddDate(0, 0, soon)) {
		m.Reasons = append(m.Reasons, Reason{Kind: ReasonNext, Next: n, Way: n.Way})
	}
	if m.Open == Open {
		m.Reasons = append(m.Reasons, Reason{Kind: ReasonOpen})
	}
	return m
}

// peopleReasons are who is there: the community and the language. That nobody of
// one's own community is there is stated by no source, so it is never a reason.
func (s *Service) peopleReasons(q Query) []Reason {
	var list []Reason
	if !q.Outside {
		for _, wished := range q.Communities {
			if c := s.welcomes(wished); c != "" && !slices.ContainsFunc(list, func(r Reason) bool { return r.Community == c }) {
				list = append(list, Reason{Kind: ReasonCommunity, Community: c})
			}
		}
	}
	if q.Language != "" && q.Language != English {
		if l := s.spoken(q.Language); l != "" {
			list = append(list, Reason{Kind: ReasonLanguage, Language: l})
		}
	}
	return list
}

// welcomes is the confirmed community of a service that meets a wish, just that
// one before an umbrella; "" when there is none.
func (s *Service) welcomes(wished Community) (best Community) {
	for _, w := range s.Communities {
		if w.Confirmed && w.Community.Meets(wished) && (best == "" || w.Community == wished) {
			best = w.Community
		}
	}
	return best
}

// spoken is the confirmed language of a service that meets a wish.
func (s *Service) spoken(wished Spoken) (best Spoken) {
	for _, l := range s.Languages {
		if l.Confirmed && l.Language.Meets(wished) && (best == "" || l.Language == wished) {
			best = l.Language
		}
	}
	return best
}

// placeReason is where it is: within reach, or else that it covers the district.
// distance is set to the nearest place's.
func (s *Service) placeReason(p *Place, distance *float64) []Reason {
	if p == nil || p.Kind == PlaceOutside {
		return nil
	}
	town := ""
	if !s.Confidential {
		for _, at := range s.Places {
			d := Distance(p.Point, at.Location.Point)
			if d >= 0 && (*distance < 0 || d < *distance) {
				*distance, town = d, at.Location.Address.Town
			}
		}
	}
	if *distance >= 0 && *distance <= reachKm && town != "" {
		return []Reason{{Kind: ReasonPlace, Place: town}}
	}
	for _, a := range s.Areas {
		if slices.Contains(p.Districts, a.ID) {
			return []Reason{{Kind: ReasonPlace, Place: a.ID}}
		}
	}
	return nil
}

// wishReasons are the way, whom it admits, access and time, as wished.
func (s *Service) wishReasons(q Query) []Reason {
	var f facet
	f.addWays(s)
	f.addTimes(s)
	var list []Reason
	for _, w := range []Way{q.Way, unseen(q, ByPhone), unseen(q, ByText)} {
		if w != "" && f.ways&uint8(wayBit(w)) != 0 && !slices.ContainsFunc(list, func(r Reason) bool { return r.Way == w }) {
			list = append(list, Reason{Kind: ReasonWay, Way: w})
		}
	}
	if q.WomenOnly && s.Gender == Women || q.MenOnly && s.Gender == Men {
		list = append(list, Reason{Kind: ReasonGender, Gender: s.Gender})
	}
	if q.Age > 0 && (s.MinAge > 0 || s.MaxAge > 0) {
		list = append(list, Reason{Kind: ReasonAge})
	}
	wanted := q.Access
	if q.Language != "" && q.Language != English && !slices.Contains(wanted, Interpreter) {
		wanted = append(slices.Clone(wanted), Interpreter) // the next best to people who speak it
	}
	for _, a := range wanted {
		if s.offers(a) {
			list = append(list, Reason{Kind: ReasonAccess, Access: a})
		}
	}
	today := int32(noDay + 1)
	if !q.At.IsZero() {
		today = dayNumber(DateOf(q.At))
	}
	if inTime(&f, &asked{evenings: q.Evenings, weekends: q.Weekends, today: today}) {
		list = append(list, Reason{Kind: ReasonTime})
	}
	return list
}

// unseen is a way in which one is not seen, when that was asked for.
func unseen(q Query, w Way) Way {
	if q.Unseen {
		return w
	}
	return ""
}

// offers reports something that makes the service, or one of its buildings,
// usable, as stated.
func (s *Service) offers(a Access) bool {
	if slices.Contains(s.Access, a) {
		return true
	}
	switch a {
	case Interpreter:
		return s.Interpreter
	case BSL:
		if s.spoken(SignBSL) != "" {
			return true
		}
	}
	return slices.ContainsFunc(s.Places, func(p ServiceAtLocation) bool { return slices.Contains(p.Location.Access, a) })
}

// NextSessions is Next for the drop-in sessions and telephone slots alone,
// without the opening hours beside them.
func (s *Service) NextSessions(now time.Time, n int) []Occurrence {
	if !slices.ContainsFunc(s.Schedules, func(c Schedule) bool { return c.Session }) {
		return nil
	}
	only := *s
	only.Schedules = slices.DeleteFunc(slices.Clone(s.Schedules), func(c Schedule) bool { return !c.Session })
	return only.Next(now, n)
}
