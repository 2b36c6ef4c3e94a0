package group

import (
	"context"
	"time"

	"signpost/bot/talk"
	"signpost/directory"
	"signpost/locales"
)

const (
	noEnd  = "none"
	atOnce = "now"
)

// askFrom asks for the first day of a rule.
func (k timekeeper) askFrom() talk.Step {
	take := func(ctx context.Context, a talk.Answers, day directory.Date) error {
		s, err := k.loaded(ctx, a)
		if err != nil {
			return err
		}
		if day < firstDay(s, a) {
			return &talk.Retry{Text: locales.TimesEarlyDay()}
		}
		if d := timesDraft.Of(a); d.Until != "" && day > d.Until {
			return &talk.Retry{Text: locales.TimesBadUntil()}
		}
		editDraft(a, "review", func(d *timeDraft) { d.From = day })
		if d := timesDraft.Of(a); d.countless() {
			timesGo.Set(a, "next")
		}
		return nil
	}
	return talk.One{
		Name: "from", Ask: talk.Say(locales.TimesAskFrom), Into: timesTaken, PerRow: 2, Next: timesTo("review", "next"),
		Options: k.offered(func(s *directory.Service, _ time.Time, a talk.Answers) []talk.Choice {
			first := firstDay(s, a)
			monday := first.Add(1 + (7-int(weekday(first)))%7)
			return dayChoices(first, first.Add(1), monday, monday.Add(7), monthsOn(first, 1), monthsOn(first, 2))
		}),
		Chosen: func(ctx context.Context, id string, a talk.Answers) error { return take(ctx, a, directory.Date(id)) },
		Typed: func(ctx context.Context, said talk.Said, a talk.Answers) error {
			day, err := readDay(said.Text, began(a))
			if err != nil {
				return err
			}
			return take(ctx, a, day)
		},
	}.Step()
}

// firstDay is the first day from which the draft can hold.
func firstDay(s *directory.Service, a talk.Answers) directory.Date {
	if c := ruleOf(s, timesPlan.Of(a).Rule); c != nil {
		return earliest(c, timesNow.Of(a))
	}
	return began(a)
}

// monthsOn is the first day of a month some months later.
func monthsOn(d directory.Date, n int) directory.Date {
	t, _ := time.Parse(time.DateOnly, string(d))
	return directory.Date(time.Date(t.Year(), t.Month()+time.Month(n), 1, 0, 0, 0, 0, time.UTC).Format(time.DateOnly))
}

// askUntil asks for the last day of a rule.
func (k timekeeper) askUntil() talk.Step {
	take := func(a talk.Answers, day directory.Date) error {
		if day != "" && day < timesDraft.Of(a).From {
			return &talk.Retry{Text: locales.TimesBadUntil()}
		}
		editDraft(a, "review", func(d *timeDraft) { d.Until = day })
		return nil
	}
	return talk.One{
		Name: "until", Ask: talk.Say(locales.TimesAskUntil), Into: timesTaken, PerRow: 2, Next: timesTo("review"),
		Options: k.offered(func(_ *directory.Service, _ time.Time, a talk.Answers) []talk.Choice {
			from := timesDraft.Of(a).From
			var ends []directory.Date
			for _, n := range []int{1, 2, 3, 6, 12} {
				ends = append(ends, monthsOn(from, n).Add(-1))
			}
			return append(dayChoices(ends...), talk.Choice{ID: noEnd, Label: locales.TimesButtonNoEnd()})
		}),
		Chosen: func(_ context.Context, id string, a talk.Answers) error {
			if id == noEnd {
				id = ""
			}
			return take(a, directory.Date(id))
		},
		Typed: func(_ context.Context, said talk.Said, a talk.Answers) error {
			day, err := readDay(said.Text, began(a))
			if err != nil {
				return err
			}
			return take(a, day)
		},
	}.Step()
}

// stopOffered is how many of the next dates of a rule are offered as the last one.
const stopOffered = 6

// askStop asks which date of a rule is the last one.
func (k timekeeper) askStop() talk.Step {
	take := func(a talk.Answers, last directory.Date) error {
		timesPlan.Set(a, plan{Kind: planStop, Rule: timesPlan.Of(a).Rule, To: last})
		return nil
	}
	return talk.One{
		Name: "stop", Ask: talk.Say(locales.TimesAskStop), Into: timesTaken, PerRow: 2, Next: talk.Goto("confirm"),
		Options: k.offered(func(s *directory.Service, now time.Time, a talk.Answers) []talk.Choice {
			var days []directory.Date
			if c := ruleOf(s, timesPlan.Of(a).Rule); c != nil {
				for _, start := range c.Given(directory.DateOf(now), stopOffered) {
					days = append(days, start.Date())
				}
			}
			return append(dayChoices(days...), talk.Choice{ID: atOnce, Label: locales.TimesButtonAtOnce()})
		}),
		Chosen: func(ctx context.Context, id string, a talk.Answers) error {
			if id != atOnce {
				return take(a, directory.Date(id))
			}
			s, err := k.loaded(ctx, a)
			if err != nil {
				return err
			}
			return take(a, firstDay(s, a).Add(-1))
		},
		Typed: func(_ context.Context, said talk.Said, a talk.Answers) error {
			day, err := readDay(said.Text, began(a))
			if err != nil {
				return err
			}
			return take(a, day)
		},
	}.Step()
}
