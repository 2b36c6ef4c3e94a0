// Package card is how a service is worded: the order of its lines, whether it
// is open, when its next session is, and why it is among the results.
//
// A card says only what was stated. What nobody stated is left out; what nobody
// confirmed is put as a question to ask; where it was read and whether anybody
// checked it with the provider stand at the end of every card.
package card

import (
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"signpost/directory"
	"signpost/locales"
)

// Of words the card of a service at an instant.
func Of(s *directory.Service, now time.Time) locales.Text {
	if directory.Hidden.In(s) {
		return hidden(s)
	}
	return locales.Paragraphs(
		head(s),
		doubted(s),
		when(s, now),
		contact(s),
		where(s),
		who(s),
		checked(s, now),
	)
}

// head is what it is. The first line is neutral, since a lock screen shows it.
func head(s *directory.Service) locales.Text {
	lines := []locales.Text{locales.CardIntro()}
	if s.Example {
		lines = append(lines, locales.CardPartExample())
	}
	lines = append(lines, locales.CardPartName(Name(s)))
	if o := Own(s, "description"); o.English != "" {
		lines = append(lines, locales.CardPartSentence(o))
	}
	if s.Alert != "" {
		lines = append(lines, english(s.Alert))
	}
	return locales.Lines(lines...)
}

// english is what a listing says in English alone. Said as its own words, it is
// read out as English whatever the language around it.
func english(words string) locales.Text { return locales.Own{English: words}.Text() }

// when is the next session, or the opening hours with open or closed now.
func when(s *directory.Service, now time.Time) locales.Text {
	if s.Status == directory.TemporarilyClosed {
		return locales.CardPartPaused()
	}
	var lines []locales.Text
	next := soonest(s, now)
	switch {
	case allDay(s):
		lines = append(lines, locales.CardPartOpening(locales.OpeningAllDay()))
	case len(next) > 0 && next[0].Session:
		lines = append(lines, locales.CardPartNext(Occurrence(next[0], now)))
	case len(next) > 0:
		lines = append(lines, locales.CardPartOpening(opening(s, next, now)))
	}
	for _, c := range s.Cancelled(now, 1) {
		if len(next) == 0 || !c.Start.After(next[0].Start) {
			lines = append(lines, Cancelled(c))
		}
	}
	if o := Own(s, "hours"); o.English != "" && !allDay(s) {
		lines = append(lines, locales.CardPartHours(o))
	}
	if len(lines) == 0 {
		return locales.Text{}
	}
	return locales.Lines(lines...)
}

// soonest is the next session or opening, as s.Next(now, 1) gives it. Most
// services have one within two days: those are looked through first, since going
// through weeks of opening hours is most of what a card costs.
func soonest(s *directory.Service, now time.Time) []directory.Occurrence {
	if near := s.Between(now, now.AddDate(0, 0, 2)); len(near) > 0 {
		return near[:1]
	}
	return s.Next(now, 1)
}

// opening says open, closed or not sure, and until or from when.
func opening(s *directory.Service, next []directory.Occurrence, now time.Time) locales.Text {
	n := next[0]
	switch s.At(now) {
	case directory.Open:
		if !n.Start.After(now) {
			return locales.OpeningOpenUntil(locales.TimeOf(n.End.In(directory.London)))
		}
		return locales.OpeningOpen()
	case directory.Closed:
		start := n.Start.In(directory.London)
		if locales.DayOf(start) == locales.DayOf(now.In(directory.London)) {
			return locales.OpeningOpensToday(locales.TimeOf(start))
		}
		return locales.OpeningOpens(locales.DayOf(start), locales.TimeOf(start))
	default:
		return locales.OpeningUnknown()
	}
}

// allDay reports whether it is open day and night, every day.
func allDay(s *directory.Service) bool {
	days := map[time.Weekday]bool{}
	for _, c := range s.Schedules {
		if c.Freq != directory.Weekly || c.Opens != 0 || c.Closes != 1440 || c.Interval > 1 {
			return false
		}
		for _, d := range c.ByDay {
			days[d.Day] = true
		}
	}
	return len(days) == 7
}

// Occurrence words one session: its day, its hours, how far off it is.
func Occurrence(o directory.Occurrence, now time.Time) locales.Text {
	start, end := o.Start.In(directory.London), o.End.In(directory.London)
	day := locales.DayOf(start)
	text := locales.CardPartWhen(
		day.Text(),
		locales.TimeSpan(locales.TimeOf(start), locales.TimeOf(end)),
		locales.FromToday(locales.DayOf(now.In(directory.London)), day),
	)
	if o.Changed {
		text = locales.Join(" – ", text, locales.CardPartMoved())
	}
	return text
}

// Cancelled words a session that will not take place.
func Cancelled(o directory.Occurrence) locales.Text {
	return locales.CardPartCancelled(locales.DayOf(o.Start.In(directory.London)).Text())
}

// contact is how to reach it, each number on a line of its own.
func contact(s *directory.Service) locales.Text {
	var ring, write, parts []locales.Text
	for _, p := range s.Phones {
		number := locales.Phone(p.Number)
		if p.Text {
			number = locales.TextNumber(p.Number)
		}
		if p.Label != "" {
			number = locales.Lines(english(p.Label), number)
		}
		if p.Text {
			write = append(write, number)
		} else {
			ring = append(ring, number)
		}
	}
	add := func(title locales.Text, lines ...locales.Text) {
		if len(lines) > 0 {
			parts = append(parts, locales.Lines(append([]locales.Text{title}, lines...)...))
		}
	}
	add(locales.CardPartRing(), ring...)
	add(locales.CardPartText(), write...)
	if s.Email != "" {
		add(locales.CardPartEmail(), locales.Raw(s.Email))
	}
	if s.Website != "" {
		add(locales.CardPartWebsite(), locales.Raw(s.Website))
	}
	return locales.Lines(parts...)
}

// where is the address of each place; a refuge and a private home have none.
func where(s *directory.Service) locales.Text {
	if s.Confidential {
		return locales.CardPartConfidential()
	}
	var lines []locales.Text
	for _, p := range s.Places {
		l := p.Location
		for _, part := range []string{l.Name, l.Address.Line, join(l.Address.Town, l.Address.Postcode), l.Note} {
			if part != "" {
				lines = append(lines, english(part))
			}
		}
	}
	if len(lines) == 0 {
		return locales.Text{}
	}
	return locales.Lines(append([]locales.Text{locales.CardPartWhere()}, lines...)...)
}

func join(a, b string) string {
	if a != "" && b != "" {
		return a + ", " + b
	}
	return a + b
}

// longAgo is how old a check may be before the card asks to ring first.
const longAgo = 182 * 24 * time.Hour

// checked is when it was last checked and by whom, and where we read it.
func checked(s *directory.Service, now time.Time) locales.Text {
	var lines []locales.Text
	if day, ok := dayOf(s.Assured.On); ok {
		lines = append(lines, locales.CardPartChecked(locales.Date(day), locales.RoleName(s.Assured.Role)))
		if s.Assured.On < directory.DateOf(now.Add(-longAgo)) {
			lines = append(lines, locales.CardPartLongAgo())
		}
	} else if hasPhone(s) {
		lines = append(lines, locales.CardPartUnchecked())
	} else {
		lines = append(lines, locales.CardPartUncheckedNoPhone())
	}
	from := host(s.Origin.URL)
	if from == "" {
		from = s.Origin.Label
	}
	if from != "" && !s.Example {
		lines = append(lines, locales.CardPartSource(from, s.Origin.Date))
	}
	return locales.Lines(lines...)
}

// host is the part of an address that people know.
func host(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return strings.TrimPrefix(u.Hostname(), "www.")
}

func dayOf(d directory.Date) (locales.Day, bool) {
	t, err := time.Parse(time.DateOnly, string(d))
	if err != nil {
		return locales.Day{}, false
	}
	return locales.DayOf(t), true
}

func itoa(n int) string { return strconv.Itoa(n) }

// hasPhone reports whether one can ring.
func hasPhone(s *directory.Service) bool {
	return slices.ContainsFunc(s.Phones, func(p directory.Phone) bool { return !p.Text })
}
