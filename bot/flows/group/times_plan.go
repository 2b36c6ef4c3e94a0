package group

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"time"

	"signpost/directory"
)

// plan is what somebody wants to do with the times of a listing. It is no finished
// edit: it is carried out on the times as they are at that moment, so that what
// somebody else did meanwhile stays.
type plan struct {
	Kind      string          `json:"kind"`
	Rule      directory.ID    `json:"rule,omitempty"`
	Original  directory.Local `json:"original,omitempty"` // with Rule: which occurrence
	From      directory.Date  `json:"from,omitempty"`     // the first closed day; the day an occurrence is moved to
	To        directory.Date  `json:"to,omitempty"`       // the last closed day; the last of a rule
	Place     directory.ID    `json:"place,omitempty"`    // the other place of one occurrence
	Reason    string          `json:"reason,omitempty"`
	Exception directory.ID    `json:"exception,omitempty"` // which closure to take back
	IDs       []directory.ID  `json:"ids,omitempty"`       // for what it adds
}

// What can be wanted.
const (
	planAdd    = "add"
	planChange = "change"
	planStop   = "stop"
	planCancel = "cancel"
	planMove   = "move"
	planPlace  = "place"
	planAgain  = "again" // one occurrence takes place as the rule says
	planClose  = "close"
	planReopen = "reopen"
)

// sketchIDs stand for the ids of what is only looked at.
var sketchIDs = []directory.ID{directory.NewID("sketch", "1"), directory.NewID("sketch", "2")}

// on carries the plan out on a service as it is at an instant. The error is
// directory.ErrNoSession when what it is about is no longer there.
func (p plan) on(s *directory.Service, d timeDraft, now time.Time) (directory.Timetable, error) {
	day := directory.DateOf(now)
	t := directory.TimesOf(s, day)
	ids := p.IDs
	if len(ids) == 0 {
		ids = sketchIDs
	}
	switch p.Kind {
	case planAdd:
		d.From = max(d.From, day) // it may have been looked at for days: nothing is said of them
		t.Add(d.rules(ids)...)
	case planChange:
		return t, p.change(&t, s, d, now, ids)
	case planStop:
		last := p.To
		if c := ruleOf(s, p.Rule); c != nil {
			last = max(last, earliest(c, now).Add(-1))
		}
		return t, t.End(p.Rule, last)
	case planCancel:
		return t, t.Say(directory.Exception{ID: ids[0], Schedule: p.Rule, Original: p.Original, Closed: true, Reason: p.Reason})
	case planMove:
		x := p.said(&t, ids[0])
		x.NewStart, x.NewEnd = p.moved(d)
		return t, t.Say(x)
	case planPlace:
		x := p.said(&t, ids[0])
		x.Place = p.Place
		return t, t.Say(x)
	case planAgain:
		return t, t.Unsay(p.Rule, p.Original)
	case planClose:
		if p.To < day {
			return t, directory.ErrNoSession
		}
		t.Close(directory.Exception{ID: ids[0], From: max(p.From, day), To: p.To, Closed: true, Reason: p.Reason})
	case planReopen:
		return t, t.Reopen(p.Exception)
	}
	return t, nil
}

// said is what stands of one occurrence already, when it takes place: a new time
// leaves its other place, and the other way round.
func (p plan) said(t *directory.Timetable, id directory.ID) directory.Exception {
	out := directory.Exception{ID: id, Schedule: p.Rule, Original: p.Original}
	for _, x := range t.Exceptions {
		if x.Schedule == p.Rule && x.Original == p.Original && !x.Closed {
			out.NewStart, out.NewEnd, out.Place = x.NewStart, x.NewEnd, x.Place
		}
	}
	return out
}

// moved is when a moved occurrence starts and ends.
func (p plan) moved(d timeDraft) (start, end directory.Local) {
	h := d.Hours[0]
	last := p.From
	if h.Closes <= h.Opens {
		last = last.Add(1) // past midnight
	}
	return p.From.At(h.Opens), last.At(h.Closes)
}

// change puts the draft in the place of the rule it was made of.
func (p plan) change(t *directory.Timetable, s *directory.Service, d timeDraft, now time.Time, ids []directory.ID) error {
	old := ruleOf(s, p.Rule)
	if old == nil {
		return directory.ErrNoSession
	}
	switch d.differs(old, directory.DateOf(now)) {
	case sameRule:
		return nil
	case otherEnd:
		return t.Until(p.Rule, d.Until)
	}
	d.From = max(d.From, earliest(old, now))
	return t.Replace(p.Rule, d.From, d.rules(ids)...)
}

// ruleOf is the rule of an id; nil when the service has none.
func ruleOf(s *directory.Service, id directory.ID) *directory.Schedule {
	if i := slices.IndexFunc(s.Schedules, func(c directory.Schedule) bool { return c.ID == id }); i >= 0 {
		return &s.Schedules[i]
	}
	return nil
}

// earliest is the first day on which another rule can take a rule's place: not
// one of which an occurrence has begun, since that was held under the old.
func earliest(c *directory.Schedule, now time.Time) directory.Date {
	day := directory.DateOf(now)
	given := c.Given(day, 1)
	if len(given) > 0 && given[0].Date() == day && !given[0].Instant().After(now) {
		return day.Add(1)
	}
	return day
}

// glance tells whether the times of a service are those that somebody looked at.
func glance(s *directory.Service) string {
	h := sha256.New()
	h.Write(s.Value(directory.FieldSchedules))
	h.Write(s.Value(directory.FieldExceptions))
	return hex.EncodeToString(h.Sum(nil)[:8])
}

// currentRules are the rules of a service that have not ended, sessions first.
func currentRules(s *directory.Service, day directory.Date) []directory.Schedule {
	out := slices.DeleteFunc(slices.Clone(s.Schedules), func(c directory.Schedule) bool { return !c.Current(day) })
	slices.SortStableFunc(out, func(a, b directory.Schedule) int {
		switch {
		case a.Session == b.Session:
			return 0
		case a.Session:
			return -1
		}
		return 1
	})
	return out
}

// coming are the next n sessions of a service or, where it has none, its openings:
// what a member sees as its next dates.
func coming(s *directory.Service, now time.Time, n int) []directory.Occurrence {
	if next := s.NextSessions(now, n); len(next) > 0 {
		return next
	}
	return s.Next(now, n)
}

// alike is a service with its sessions alone, or with its opening hours alone.
func alike(s *directory.Service, session bool) *directory.Service {
	only := *s
	only.Schedules = slices.DeleteFunc(slices.Clone(s.Schedules), func(c directory.Schedule) bool { return c.Session != session })
	return &only
}

// saidOff are the occurrences that were cancelled one by one and still come.
func saidOff(s *directory.Service, now time.Time, n int) []directory.Occurrence {
	return slices.DeleteFunc(s.Cancelled(now, n), func(o directory.Occurrence) bool {
		return !slices.ContainsFunc(s.Exceptions, func(x directory.Exception) bool {
			return x.Schedule == o.Schedule && x.Original == o.Original
		})
	})
}
