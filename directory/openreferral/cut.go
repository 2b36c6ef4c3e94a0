package openreferral

import (
	"slices"
	"strings"
	"time"

	"signpost/directory"
)

// The standard knows no closures. A rule that is off for some days is written as
// the standard's own guidance has it: it ends the day before and starts again
// the day after, and a changed time is a rule of its own for one day. The first
// piece keeps the id of the whole; the others say whose part they are, so that
// our own reading puts the whole together again and reads the closures, exactly,
// from x_signpost.

// span is a range of days, both inclusive; "" is without end.
type span struct{ from, to directory.Date }

// notesText begins the notes of a rule, which say in words what others cannot
// read from a rule.
const notesText = "UK local time."

func (d *departure) times(w *service) {
	for _, sc := range d.s.Schedules {
		w.Schedules = append(w.Schedules, d.pieces(sc)...)
	}
	if d.s.Hours != "" {
		w.Schedules = append(w.Schedules, schedule{
			ID: madeID(string(d.s.ID), "hours"), ServiceID: string(d.s.ID), Description: d.s.Hours,
		})
	}
	w.Schedules = items(d, "schedules", w.Schedules)
}

// pieces are a rule and what closures and changes make of it.
func (d *departure) pieces(sc directory.Schedule) []schedule {
	whole := d.rule(sc)
	var closed []span
	var moved []schedule
	var said []string
	for _, e := range d.s.Exceptions {
		if e.Schedule != "" && e.Schedule != sc.ID {
			continue
		}
		off := span{e.From, e.To}
		if e.Original != "" {
			on, _, _ := strings.Cut(string(e.Original), "T")
			off = span{directory.Date(on), directory.Date(on)}
		}
		if off.from == "" || off.to == "" {
			continue
		}
		closed = append(closed, off)
		said = append(said, sentence(e, off))
		if !e.Closed && e.NewStart != "" {
			moved = append(moved, d.moved(sc, e))
		}
	}
	if len(closed) == 0 {
		return []schedule{whole}
	}
	left := without(span{sc.ValidFrom, sc.ValidTo}, closed)
	x := scheduleExtra{}
	if whole.Signpost != nil {
		x = *whole.Signpost
	}
	x.Cut, x.ValidFrom, x.ValidTo = true, whole.ValidFrom, whole.ValidTo
	whole.Signpost = &x
	whole.Notes = strings.Join(append([]string{whole.Notes}, said...), " ")
	var out []schedule
	for i, s := range left {
		piece := whole
		piece.ValidFrom, piece.ValidTo = exact(s.from), exact(s.to)
		if i > 0 {
			piece.ID = madeID(string(sc.ID), "from", string(s.from))
			piece.Signpost = &scheduleExtra{Session: sc.Session, Way: string(sc.Way), PartOf: string(sc.ID)}
		}
		out = append(out, piece)
	}
	if len(left) == 0 {
		// Nothing is left of it. It is still ours to keep, so it is written as a rule
		// of no day: valid until the day before it begins.
		first := slices.MinFunc(closed, func(a, b span) int { return strings.Compare(string(a.from), string(b.from)) })
		whole.ValidTo = exact(before(first.from))
		whole.ValidFrom = whole.ValidTo
		out = append(out, whole)
	}
	return append(out, moved...)
}

// without is what closures leave of a range, in order.
func without(whole span, closed []span) []span {
	slices.SortFunc(closed, func(a, b span) int { return strings.Compare(string(a.from), string(b.from)) })
	var left []span
	rest := whole
	for _, c := range closed {
		if c.to < rest.from || rest.to != "" && c.from > rest.to {
			continue
		}
		if rest.from == "" || c.from > rest.from {
			left = append(left, span{rest.from, before(c.from)})
		}
		rest.from = after(c.to)
		if rest.to != "" && rest.from > rest.to {
			return left
		}
	}
	return append(left, rest)
}

// sentence says a closure in words.
func sentence(e directory.Exception, off span) string {
	text := "Not on " + long(off.from)
	if off.to != off.from {
		text = "Not from " + long(off.from) + " to " + long(off.to)
	}
	if !e.Closed && e.NewStart != "" {
		text += ", but on " + strings.Replace(string(e.NewStart), "T", " at ", 1)
	}
	if e.Reason != "" {
		text += ": " + e.Reason
	}
	return text + "."
}

func long(d directory.Date) string {
	t, err := time.Parse(time.DateOnly, string(d))
	if err != nil {
		return string(d)
	}
	return t.Format("2 January 2006")
}

// moved is one changed occurrence as a rule for one day.
func (d *departure) moved(sc directory.Schedule, e directory.Exception) schedule {
	on, from, _ := strings.Cut(string(e.NewStart), "T")
	_, to, _ := strings.Cut(string(e.NewEnd), "T")
	one := sc
	one.ID = directory.ID(madeID(string(sc.ID), "moved", string(e.Original)))
	if e.Place != "" {
		one.Place = e.Place
	}
	w := d.rule(one)
	w.Freq, w.Interval, w.ByMonthDay = string(directory.Weekly), nil, ""
	w.DTStart, w.ValidFrom, w.ValidTo = exact(on), exact(on), exact(on)
	if t, err := time.Parse(time.DateOnly, on); err == nil {
		w.ByDay = dayNames[t.Weekday()]
	}
	w.OpensAt = exact(from)
	if to != "" {
		w.ClosesAt = exact(to)
	}
	w.Notes = strings.TrimSpace(notesText + " " + e.Reason)
	w.Signpost = &scheduleExtra{Session: sc.Session, Way: string(sc.Way), PartOf: string(sc.ID)}
	return w
}

// rule is a schedule as the standard has it, without its closures. All rules
// stand on the service, also those of one place: the UK profile has no others.
func (d *departure) rule(sc directory.Schedule) schedule {
	w := schedule{
		ID: string(sc.ID), ServiceID: string(d.s.ID), ServiceAtLocationID: string(sc.Place),
		ValidFrom: exact(sc.ValidFrom), ValidTo: exact(sc.ValidTo), DTStart: exact(sc.Start), Freq: string(sc.Freq),
		ByDay: byDayText(sc.ByDay), ByMonthDay: byMonthDayText(sc.ByMonthDay), Description: sc.Description,
		Notes: notesText, Rest: d.object("schedules/" + string(sc.ID)),
	}
	whole := sc.Opens == 0 && sc.Closes == 1440
	w.OpensAt, w.ClosesAt = clockText(sc.Opens, false), clockText(sc.Closes, whole)
	if sc.Interval != 0 {
		n := float64(sc.Interval)
		w.Interval = &n
	}
	if own := d.text("notes/" + string(sc.ID)); own != "" {
		w.Notes = own
	}
	switch {
	case d.s.Confidential:
		w.ServiceAtLocationID = ""
	case sc.Way == directory.ByPhone:
		w.AttendingType = "phone"
	case sc.Way == directory.InPerson:
		w.AttendingType = "venue"
	case sc.Way == directory.Online:
		w.AttendingType = "online"
	}
	if sc.Session || sc.Way != "" {
		w.Signpost = &scheduleExtra{Session: sc.Session, Way: string(sc.Way)}
	}
	return w
}
