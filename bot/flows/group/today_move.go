package group

import (
	"context"
	"strings"
	"time"
	"unicode"

	"signpost/bot/talk"
	"signpost/directory"
	"signpost/locales"
)

// shifts are by how many minutes a session is likely to be moved on its day.
var shifts = []int{-30, 30, 60, 120}

// movedDays is how many days off a typed day may be.
const movedDays = 7

// move is another time for a session.
type move struct {
	Day   directory.Date
	Hours period
}

func (m move) id() string { return strings.ReplaceAll(string(m.Day), "-", "") + m.Hours.Opens.String() }

func (m move) start() time.Time { return m.Day.At(m.Hours.Opens).Instant() }

// label words the time, and the day where it is another.
func (m move) label(own directory.Date, now time.Time) locales.Text {
	hours := locales.TimeSpan(locales.Time(m.Hours.Opens), locales.Time(m.Hours.Closes))
	if m.Day == own {
		return hours.Capital()
	}
	day := locales.DayOf(m.start())
	return locales.CardPartWhen(day.Text(), hours, locales.FromToday(locales.DayOf(now.In(directory.London)), day))
}

// likely are the times to which a session is likely to be moved: a little earlier or
// later on its day, when that is still ahead, or the same time the day after.
func (x session) likely(now time.Time) []move {
	day, opens := directory.DateOf(x.at.Start), clockAt(x.at.Start)
	var out []move
	for _, m := range shifts {
		at := opens + directory.Clock(m)
		if at < 0 || at >= dayClock {
			continue
		}
		if to := x.begun(day, at); to.start().After(now) {
			out = append(out, to)
		}
	}
	return append(out, x.begun(day.Add(1), opens))
}

// begun is the session begun at another time, as long as it is.
func (x session) begun(day directory.Date, opens directory.Clock) move {
	closes := opens + directory.Clock(x.at.End.Sub(x.at.Start)/time.Minute)
	if closes > dayClock {
		closes -= dayClock
	}
	return move{day, period{Opens: opens, Closes: closes}}
}

func setMove(a talk.Answers, m move) {
	p := timesPlan.Of(a)
	p.Kind, p.From = planMove, m.Day
	timesPlan.Set(a, p)
	timesDraft.Set(a, timeDraft{Hours: []period{m.Hours}})
	timesGo.Set(a, "save")
}

// askWhen asks to when a session is moved. A tap saves it.
func (d dayroom) askWhen() talk.Step {
	return talk.One{
		Name: "when", Ask: d.whenWords(locales.TodayAskWhen), Into: timesTaken,
		Options: d.offered(func(s *directory.Service, now time.Time, a talk.Answers) []talk.Choice {
			x, ok := sessionOf(s, timesPlan.Of(a).Rule, timesPlan.Of(a).Original, now)
			if !ok {
				return nil
			}
			var out []talk.Choice
			for _, m := range x.likely(now) {
				out = append(out, talk.Choice{ID: m.id(), Label: m.label(directory.DateOf(x.at.Start), now)})
			}
			return out
		}),
		Chosen: func(ctx context.Context, id string, a talk.Answers) error {
			x, _, err := d.one(ctx, a, timesNow.Of(a))
			if err != nil || x.of == nil {
				return err
			}
			for _, m := range x.likely(timesNow.Of(a)) {
				if m.id() == id {
					setMove(a, m)
				}
			}
			return nil
		},
		Typed: d.typedMove, Next: timesTo("half", "save"),
	}.Step()
}

// typedMove takes a typed time of the session's day, or a typed day at its time.
func (d dayroom) typedMove(ctx context.Context, said talk.Said, a talk.Answers) error {
	x, ok, err := d.one(ctx, a, timesNow.Of(a))
	if err != nil {
		return err
	}
	if !ok {
		return &talk.Retry{Text: locales.TodayGone()}
	}
	if day, err := readDay(said.Text, began(a)); err == nil && strings.ContainsFunc(said.Text, isOfADay) {
		if day > began(a).Add(movedDays) {
			return &talk.Retry{Text: locales.TodayTooFar()}
		}
		setMove(a, x.begun(day, clockAt(x.at.Start)))
		return nil
	}
	return typedHoursOf(x, said.Text, a)
}

// typedHoursOf takes a typed start, or both ends, on the day of a session. What can
// only mean what is still ahead is not asked about.
func typedHoursOf(x session, text string, a talk.Answers) error {
	first, last, ok := readHours(text)
	if !ok {
		return &talk.Retry{Text: locales.TimesBadTime()}
	}
	starts := []directory.Clock{first.At % dayClock}
	if first.Open {
		starts = append(starts, first.At+noonClock)
	}
	var open []move
	for _, at := range starts {
		m := x.begun(directory.DateOf(x.at.Start), at)
		if last != nil {
			end, past, ok := last.after(at)
			if past || !ok {
				continue
			}
			m.Hours.Closes = end
		}
		if m.start().After(timesNow.Of(a)) {
			open = append(open, m)
		}
	}
	switch {
	case len(open) == 0 && last != nil:
		return &talk.Retry{Text: locales.TimesBadEnd()}
	case len(open) == 0:
		return &talk.Retry{Text: locales.TodayPast()}
	case len(open) == 1:
		setMove(a, open[0])
		return nil
	}
	todayMoves.Set(a, open)
	timesGo.Set(a, "half")
	return nil
}

// askWhichHalf asks which of two times was meant: both are still ahead.
func (d dayroom) askWhichHalf() talk.Step {
	return talk.One{
		Name: "half", Ask: talk.Say(locales.TimesAskHalf), Into: timesTaken, PerRow: 2, Next: talk.Goto("save"),
		Options: func(_ context.Context, _ talk.Scene, a talk.Answers) ([]talk.Choice, error) {
			var out []talk.Choice
			for _, m := range todayMoves.Of(a) {
				out = append(out, talk.Choice{ID: m.id(), Label: m.label(m.Day, timesNow.Of(a))})
			}
			return out, nil
		},
		Chosen: func(_ context.Context, id string, a talk.Answers) error {
			for _, m := range todayMoves.Of(a) {
				if m.id() == id {
					setMove(a, m)
				}
			}
			return nil
		},
	}.Step()
}

// isOfADay reports a sign that a time of day is not written with.
func isOfADay(r rune) bool { return r == '/' || unicode.IsLetter(r) }
