package group

import (
	"context"
	"slices"
	"strings"
	"time"

	"signpost/bot/card"
	"signpost/bot/talk"
	"signpost/directory"
	"signpost/locales"
)

// suggestedFor is how many days ahead holidays are suggested.
const suggestedFor = 365

// closedSteps are about the days on which all of a listing is closed.
func (k timekeeper) closedSteps() []talk.Step { return []talk.Step{k.askClosed(), k.askFeast()} }

// The first letters of what can be chosen among the closed days.
const (
	reopenOption = "x" // and the short id of a closure
	feastOption  = "h" // and the day and the name of a holiday
)

// askClosed shows the closed days and offers others: a tap closes a day that
// everybody keeps, and takes a closure back.
func (k timekeeper) askClosed() talk.Step {
	one := talk.One{
		Name: "closed", Into: timesTaken, Page: onPage,
		Ask: k.timed(func(s *directory.Service, now time.Time, a talk.Answers) locales.Text {
			var saved, off locales.Text
			if timesSaved.Of(a) {
				saved = locales.TimesSaved()
			}
			if lines := closures(s, directory.DateOf(now)); len(lines) > 0 {
				off = locales.Lines(append([]locales.Text{locales.TimesPartOff()}, lines...)...)
			}
			return locales.Paragraphs(saved, off, locales.TimesClosed())
		}),
		Options: k.offered(func(s *directory.Service, now time.Time, _ talk.Answers) []talk.Choice {
			var out []talk.Choice
			for _, x := range s.Closures(directory.DateOf(now)) {
				out = append(out, talk.Choice{ID: reopenOption + x.ID.Short(), Label: locales.TimesButtonReopen(spanText(x.From, x.To))})
			}
			for _, h := range suggested(s, directory.DateOf(now)) {
				label := locales.TimesButtonPerhaps
				if h.Sure {
					label = locales.TimesButtonSuggestion
				}
				out = append(out, talk.Choice{ID: feastID(h), Label: label(dayLabel(h.Day), card.Off(h.Name))})
			}
			return out
		}),
		Chosen: k.takeClosed,
		Typed: func(_ context.Context, said talk.Said, a talk.Answers) error {
			from, to, err := readDays(said.Text, began(a))
			if err != nil {
				return err
			}
			timesPlan.Set(a, plan{Kind: planClose, From: from, To: to})
			timesGo.Set(a, "confirm")
			return nil
		},
		Next: timesTo("save", "feast", "confirm"),
	}.Step()
	return withRow(one, func(a talk.Answers) []talk.Button {
		return talk.Row(talk.Enter("times", service.Of(a).Short(), locales.TimesButtonTimes()))
	})
}

// suggested are the holidays on which the service would have something on, or the
// day before or after where the day may differ; all when it has no rules.
func suggested(s *directory.Service, day directory.Date) []directory.Holiday {
	return slices.DeleteFunc(directory.Holidays(day, day.Add(suggestedFor)), func(h directory.Holiday) bool {
		from, to := h.Day, h.Day
		if !h.Sure {
			from, to = from.Add(-1), to.Add(1)
		}
		for _, x := range s.Closures(day) {
			if x.From <= to && x.To >= from && (h.Sure || x.Reason == h.Name) {
				return true // it is closed then already
			}
		}
		return len(s.Schedules) > 0 && len(s.Between(from.At(0).Instant(), to.Add(1).At(0).Instant())) == 0
	})
}

// feastID is the choice of a holiday.
func feastID(h directory.Holiday) string {
	name := strings.ReplaceAll(h.Name, " ", "")
	return feastOption + string(h.Day) + name[:min(len(name), 24)]
}

// takeClosed takes a closure back, or closes on a holiday: at once where the day
// is sure.
func (k timekeeper) takeClosed(ctx context.Context, id string, a talk.Answers) error {
	s, err := k.loaded(ctx, a)
	if err != nil {
		return err
	}
	timesSaved.Clear(a)
	timesGo.Set(a, "save")
	if short, ok := strings.CutPrefix(id, reopenOption); ok {
		closure, err := directory.ParseShort(short)
		if err != nil {
			return &talk.Retry{Text: locales.TalkChooseOne()}
		}
		timesPlan.Set(a, plan{Kind: planReopen, Exception: closure})
		return nil
	}
	for _, h := range suggested(s, began(a)) {
		if feastID(h) != id {
			continue
		}
		timesPlan.Set(a, plan{Kind: planClose, From: h.Day, To: h.Day, Reason: h.Name})
		if !h.Sure {
			timesGo.Set(a, "feast")
		}
	}
	return nil
}

// askFeast asks on which day a feast is kept whose day may differ.
func (k timekeeper) askFeast() talk.Step {
	return talk.One{
		Name: "feast", Into: timesTaken,
		Ask: func(_ context.Context, _ talk.Scene, a talk.Answers) (locales.Text, error) {
			return locales.TimesAskWhich(card.Off(timesPlan.Of(a).Reason)), nil
		},
		Options: func(_ context.Context, _ talk.Scene, a talk.Answers) ([]talk.Choice, error) {
			day := timesPlan.Of(a).From
			return slices.DeleteFunc(dayChoices(day.Add(-1), day, day.Add(1)), func(c talk.Choice) bool {
				return directory.Date(c.ID) < began(a)
			}), nil
		},
		Chosen: func(_ context.Context, id string, a talk.Answers) error {
			return takeFeast(a, directory.Date(id), directory.Date(id))
		},
		Typed: func(_ context.Context, said talk.Said, a talk.Answers) error {
			from, to, err := readDays(said.Text, began(a))
			if err != nil {
				return err
			}
			return takeFeast(a, from, to)
		},
		Next: talk.Goto("save"),
	}.Step()
}

func takeFeast(a talk.Answers, from, to directory.Date) error {
	p := timesPlan.Of(a)
	p.From, p.To = from, to
	timesPlan.Set(a, p)
	return nil
}
