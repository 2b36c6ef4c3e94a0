package openreferral

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"
	_ "time/tzdata" // a machine without zone files must read the same times

	"signpost/directory"
)

// london is the zone of the wall times in a UK feed.
var london = mustZone("Europe/London")

func mustZone(name string) *time.Location {
	l, err := time.LoadLocation(name)
	if err != nil {
		panic(err) // embedded above
	}
	return l
}

func quote(s string) json.RawMessage {
	raw, _ := json.Marshal(s) // a string can't fail
	return raw
}

// times reads opening times, sessions and closures, of the service and of its
// places.
func (a *arrival) times(s *directory.Service, w *service) {
	var prose []string
	read := func(list []schedule, path, place string) {
		for i, sc := range list {
			at := fmt.Sprintf("%s[%d]", path, i)
			if sc.Signpost != nil && sc.Signpost.PartOf != "" {
				continue // a piece of a schedule that closures cut up; the whole is read from its first
			}
			if place != "" && sc.ServiceAtLocationID == "" {
				sc.ServiceAtLocationID = place
			}
			out, why := a.schedule(s, sc, at)
			if why == "" {
				s.Schedules = append(s.Schedules, out)
				a.restOf("schedules/"+string(out.ID), sc.Rest)
				continue
			}
			if sc.ID == madeID(string(s.ID), "hours") {
				continue // our own prose, which is read from the extra
			}
			list := "schedules"
			if why != onlyWords {
				a.doubt(at+why, "no rule could be read from this; it was set aside, and its words were kept")
				list = "x_set_aside_schedules" // nobody should read it from us as a time
			}
			if words := a.text(sc.Description, at+".description"); words != "" {
				prose = append(prose, words)
			}
			keepItem(a, list, sc)
		}
	}
	read(w.Schedules, "schedules", "")
	for i, at := range w.ServiceAtLocations {
		read(at.Schedules, fmt.Sprintf("service_at_locations[%d].schedules", i), at.ID)
	}
	if s.Hours == "" {
		s.Hours = strings.Join(prose, "; ")
	}
	a.closures(s, w)
}

// onlyWords says that a schedule has a description and no rule.
const onlyWords = "only words"

// schedule reads one rule. why is the member that makes it unfit ("." and its
// name), or onlyWords; a rule that is half right would send somebody to a locked
// door, so it is not kept.
func (a *arrival) schedule(s *directory.Service, sc schedule, path string) (out directory.Schedule, why string) {
	if sc.OpensAt == "" && sc.ClosesAt == "" && sc.ByDay == "" && sc.ByMonthDay == "" {
		return out, onlyWords
	}
	x := sc.Signpost
	if x == nil {
		x = &scheduleExtra{}
	}
	if x.Cut {
		sc.ValidFrom, sc.ValidTo = x.ValidFrom, x.ValidTo
	}
	out = directory.Schedule{
		Place: a.id(sc.ServiceAtLocationID), Session: x.Session, Way: directory.Way(x.Way),
		Description: a.text(sc.Description, path+".description"),
	}
	if known := func(p directory.ServiceAtLocation) bool { return p.ID == out.Place }; out.Place != "" && !slices.ContainsFunc(s.Places, known) {
		if !s.Confidential {
			a.doubt(path+".service_at_location_id", "the service has no such place; the time was kept without one")
		}
		out.Place = ""
	}
	if out.Way == "" {
		out.Way = wayWords[strings.ToLower(tidy(sc.AttendingType))]
	}
	if why := a.hours(&out, sc, path); why != "" {
		return out, why
	}
	if why := a.rule(&out, sc); why != "" {
		return out, why
	}
	out.ID = a.idOr(sc.ID, string(s.ID), "schedule", byDayText(out.ByDay), string(sc.OpensAt), string(out.Place))
	notes := tidy(sc.Notes)
	if x.Cut {
		notes, _, _ = strings.Cut(notes, " Not ") // what we said of its closures
	}
	if notes != "" && !strings.HasPrefix(notes, notesText) {
		a.kept["notes/"+string(out.ID)] = quote(notes)
	}
	return out, ""
}

// hours reads when it opens and closes on its days.
func (a *arrival) hours(out *directory.Schedule, sc schedule, path string) (why string) {
	var utc, ok bool
	if out.Opens, utc, ok = clock(sc.OpensAt); !ok || out.Opens == 1440 {
		return ".opens_at"
	}
	if out.Closes, _, ok = clock(sc.ClosesAt); !ok {
		return ".closes_at"
	}
	if utc {
		a.doubt(path+".opens_at", "it is marked as UTC, which a weekly time cannot be all year; it was read as UK time")
	}
	switch {
	case out.Opens == 0 && out.Closes == 1439, out.Closes == 0 && out.Opens > 0:
		out.Closes = 1440
	case out.Opens == out.Closes:
		return ".closes_at" // some publishers write 00:00 to 00:00 for "not known"
	}
	return ""
}

// rule reads on which days.
func (a *arrival) rule(out *directory.Schedule, sc schedule) (why string) {
	var ok bool
	if out.Start, ok = day(sc.DTStart); !ok {
		return ".dtstart"
	}
	if out.ValidFrom, ok = day(sc.ValidFrom); !ok {
		return ".valid_from"
	}
	if out.ValidTo, ok = day(sc.ValidTo); !ok || out.ValidTo != "" && out.ValidTo < out.ValidFrom {
		return ".valid_to"
	}
	if out.ByDay, ok = byDay(sc.ByDay); !ok {
		return ".byday"
	}
	if out.ByMonthDay, ok = byMonthDay(sc.ByMonthDay); !ok {
		return ".bymonthday"
	}
	if sc.Interval != nil {
		if *sc.Interval < 1 || *sc.Interval > 52 || *sc.Interval != float64(int(*sc.Interval)) {
			return ".interval"
		}
		if out.Interval = int(*sc.Interval); out.Interval > 1 && out.Start == "" {
			return ".dtstart"
		}
	}
	switch freq := strings.ToUpper(tidy(sc.Freq)); {
	case freq == "MONTHLY" || freq == "MONTH":
		out.Freq = directory.Monthly
	case freq == "WEEKLY" || freq == "WEEK" || freq == "" && len(out.ByDay) > 0 && len(out.ByMonthDay) == 0:
		out.Freq = directory.Weekly
	default:
		return ".freq"
	}
	if len(out.ByDay) == 0 && len(out.ByMonthDay) == 0 {
		start := out.Start
		if start == "" && out.ValidFrom == out.ValidTo {
			start = out.ValidFrom // one day, stated as a range of one
		}
		t, err := time.Parse(time.DateOnly, string(start))
		if err != nil || out.Freq == directory.Monthly {
			return ".byday"
		}
		out.ByDay = []directory.DayRule{{Day: t.Weekday()}}
	}
	return ""
}

// closures reads our own exceptions, exactly, and the holiday schedules of ORUK
// 1.0.
func (a *arrival) closures(s *directory.Service, w *service) {
	if w.Signpost != nil {
		for i, e := range w.Signpost.Exceptions {
			s.Exceptions = append(s.Exceptions, directory.Exception{
				ID: a.idOr(e.ID, string(s.ID), "exception", fmt.Sprint(i)), Schedule: a.id(e.Schedule),
				Original: directory.Local(e.Original), From: directory.Date(e.From), To: directory.Date(e.To),
				Closed: e.Closed, NewStart: directory.Local(e.NewStart), NewEnd: directory.Local(e.NewEnd),
				Place: a.id(e.Place), Reason: a.text(e.Reason, fmt.Sprintf("x_signpost.exceptions[%d].reason", i)),
			})
		}
	}
	for i, h := range w.HolidaySchedules {
		path := fmt.Sprintf("holiday_schedules[%d]", i)
		from, ok := day(h.StartDate)
		to, ok2 := day(h.EndDate)
		if to == "" {
			to = from
		}
		if !ok || !ok2 || from == "" || to < from {
			a.doubt(path+".start_date", "no closure could be read from this; it was left out")
			continue
		}
		if h.Closed || !a.otherHours(s, h, from, to, path) {
			s.Exceptions = append(s.Exceptions, directory.Exception{
				ID: a.idOr(h.ID, string(s.ID), "holiday", string(from)), From: from, To: to, Closed: true,
			})
		}
	}
}

// otherHours are the hours of days on which the usual ones do not hold: every
// rule is off, and one of these days alone stands in for them. It reports false
// when no hours can be read; the days are closed then.
func (a *arrival) otherHours(s *directory.Service, h holidayV1, from, to directory.Date, path string) bool {
	other := directory.Schedule{
		ID:   a.idOr("", string(s.ID), "other hours", string(from), h.ID),
		Freq: directory.Weekly, ValidFrom: from, ValidTo: to,
	}
	if why := a.hours(&other, schedule{OpensAt: h.OpensAt, ClosesAt: h.ClosesAt}, path); why != "" {
		a.doubt(path+why, "no hours could be read from this; the days were taken as closed")
		return false
	}
	for d := time.Sunday; d <= time.Saturday; d++ {
		other.ByDay = append(other.ByDay, directory.DayRule{Day: d})
	}
	for _, usual := range s.Schedules {
		s.Exceptions = append(s.Exceptions, directory.Exception{
			ID:       a.idOr("", string(s.ID), "holiday", string(from), string(usual.ID)),
			Schedule: usual.ID, From: from, To: to, Closed: true,
		})
	}
	s.Schedules = append(s.Schedules, other)
	return true
}
