package group

import (
	"context"
	"errors"
	"slices"
	"strings"
	"time"

	"signpost/bot/card"
	"signpost/bot/talk"
	"signpost/directory"
	"signpost/locales"
)

// timesDay is the day that was typed for one date; "" shows the next ones.
var timesDay = talk.Answer[directory.Date]("day")

// dateSteps are about one date: it is off, or moved, or takes place after all.
func (k timekeeper) dateSteps() []talk.Step {
	return []talk.Step{k.askDate(), k.askWhat(), k.askWhy(), k.askMoveDay(), k.askThere()}
}

// offReasons are why a date is off, by their choices. They are published with the
// listing, so none of them says anything of a person.
var offReasons = []struct{ id, reason string }{
	{"1", "no one can run it"}, {"2", "holiday"}, {"3", "the building is closed"},
}

// askDate asks which of the next dates is meant, or of those of a typed day.
func (k timekeeper) askDate() talk.Step {
	return talk.One{
		Name: "date", Ask: talk.Say(locales.TimesAskDate), Into: timesTaken,
		Options: k.offered(func(s *directory.Service, now time.Time, a talk.Answers) []talk.Choice {
			var out []talk.Choice
			for _, o := range datesOf(s, now, timesDay.Of(a)) {
				label := card.Occurrence(o.Occurrence, now)
				if o.off {
					label = locales.TimesButtonOffDate(label)
				}
				out = append(out, talk.Choice{ID: dateID(o.Occurrence), Label: label})
			}
			return out
		}),
		Chosen: func(_ context.Context, id string, a talk.Answers) error { return takeDate(a, id) },
		Typed: func(ctx context.Context, said talk.Said, a talk.Answers) error {
			day, err := readDay(said.Text, began(a))
			if err != nil {
				return err
			}
			s, err := k.loaded(ctx, a)
			if err != nil {
				return err
			}
			switch found := datesOf(s, timesNow.Of(a), day); len(found) {
			case 0:
				return &talk.Retry{Text: locales.TimesNoDateThen()}
			case 1:
				return takeDate(a, dateID(found[0].Occurrence))
			}
			timesDay.Set(a, day)
			return talk.Stay
		},
		Next: talk.Goto("what"),
	}.Step()
}

// dated is one date, and whether it is off.
type dated struct {
	directory.Occurrence
	off bool
}

// datesOf are the next dates of a service, or all of one day, those that are off
// among them.
func datesOf(s *directory.Service, now time.Time, day directory.Date) []dated {
	var out []dated
	on, off := coming(s, now, comingShown), saidOff(s, now, comingShown)
	if day != "" {
		from := day.At(0).Instant()
		if from.Before(now) {
			from = now
		}
		on = s.Between(from, day.Add(1).At(0).Instant())
		off = slices.DeleteFunc(saidOff(s, from, comingShown), func(o directory.Occurrence) bool { return o.Original.Date() != day })
	}
	for _, o := range on {
		out = append(out, dated{o, false})
	}
	for _, o := range off {
		out = append(out, dated{o, true})
	}
	slices.SortStableFunc(out, func(a, b dated) int { return a.Start.Compare(b.Start) })
	return out
}

// dateID is the choice of one occurrence: its rule, and the start the rule gives.
func dateID(o directory.Occurrence) string {
	return "o" + o.Schedule.Short() + strings.NewReplacer("-", "", ":", "", "T", "").Replace(string(o.Original))
}

// takeDate reads the choice of one occurrence.
func takeDate(a talk.Answers, id string) error {
	const short, form, local = 22, "200601021504", "2006-01-02T15:04"
	id = strings.TrimPrefix(id, "o")
	if len(id) != short+len(form) {
		return &talk.Retry{Text: locales.TalkChooseOne()}
	}
	rule, err := directory.ParseShort(id[:short])
	at, wrong := time.Parse(form, id[short:])
	if errors.Join(err, wrong) != nil {
		return &talk.Retry{Text: locales.TalkChooseOne()}
	}
	timesDay.Clear(a)
	timesPlan.Set(a, plan{Rule: rule, Original: directory.Local(at.Format(local))})
	return nil
}

// occurrence is the one that the plan is about; ok is false when it is no longer
// there.
func occurrence(s *directory.Service, a talk.Answers) (o directory.Occurrence, off, ok bool) {
	p := timesPlan.Of(a)
	return s.Occurrence(p.Rule, p.Original)
}

// whenWords words a question about the date that the plan is about.
func (k timekeeper) whenWords(t func(locales.Text) locales.Text) talk.Words {
	return k.timed(func(s *directory.Service, now time.Time, a talk.Answers) locales.Text {
		o, _, ok := occurrence(s, a)
		if !ok {
			return locales.TimesGone()
		}
		return t(card.Occurrence(o, now))
	})
}

// askWhat asks what to do with one date.
func (k timekeeper) askWhat() talk.Step {
	return talk.One{
		Name: "what", Ask: k.whenWords(locales.TimesAskWhat), Into: timesTaken,
		Options: k.offered(func(s *directory.Service, _ time.Time, a talk.Answers) []talk.Choice {
			o, off, ok := occurrence(s, a)
			if !ok {
				return nil
			}
			var out []talk.Choice
			if !off {
				out = append(out, talk.Choice{ID: planCancel, Label: locales.TimesButtonCancel()})
			}
			out = append(out, talk.Choice{ID: planMove, Label: locales.TimesButtonMove()})
			if !off && len(s.Places) > 1 {
				out = append(out, talk.Choice{ID: planPlace, Label: locales.TimesButtonOtherPlace()})
			}
			if off || o.Changed {
				out = append(out, talk.Choice{ID: planAgain, Label: locales.TimesButtonAgain()})
			}
			return out
		}),
		Chosen: func(ctx context.Context, id string, a talk.Answers) error {
			s, err := k.loaded(ctx, a)
			if err != nil {
				return err
			}
			o, _, _ := occurrence(s, a)
			p := timesPlan.Of(a)
			p.Kind = id
			timesPlan.Set(a, p)
			timesDraft.Set(a, timeDraft{Hours: []period{{clockAt(o.Start), clockAt(o.End)}}})
			timesGo.Set(a, map[string]string{planCancel: "why", planMove: "move_day", planPlace: "there", planAgain: "confirm"}[id])
			return nil
		},
		Next: timesTo("why", "move_day", "there", "confirm"),
	}.Step()
}

// clockAt is the time of day of an instant.
func clockAt(t time.Time) directory.Clock {
	t = t.In(directory.London)
	return directory.Clock(t.Hour()*60 + t.Minute())
}

// askWhy asks why a date is off. A tap saves it.
func (k timekeeper) askWhy() talk.Step {
	var choices []talk.Choice
	for _, r := range offReasons {
		choices = append(choices, talk.Choice{ID: r.id, Label: card.Off(r.reason).Capital()})
	}
	return talk.One{
		Name: "why", Ask: k.whenWords(locales.TimesAskWhy), Into: timesTaken, Options: talk.Always(choices...),
		Skip: locales.TimesButtonNoReason(), Next: talk.Goto("save"),
		Chosen: func(_ context.Context, id string, a talk.Answers) error {
			p := timesPlan.Of(a)
			for _, r := range offReasons {
				if r.id == id {
					p.Reason = r.reason
				}
			}
			timesPlan.Set(a, p)
			return nil
		},
	}.Step()
}

// moveOffered is how many days after its own a date can be moved to with a tap.
const moveOffered = 7

// askMoveDay asks to which day a date is moved.
func (k timekeeper) askMoveDay() talk.Step {
	return k.askDay("move_day", locales.TimesAskMoveDay, func(_ *directory.Service, _ time.Time, a talk.Answers) []talk.Choice {
		own := timesPlan.Of(a).Original.Date()
		var days []directory.Date
		if own.Add(-1) >= began(a) {
			days = append(days, own.Add(-1))
		}
		for i := range moveOffered {
			days = append(days, own.Add(i))
		}
		return dayChoices(days...)
	}, func(a talk.Answers, day directory.Date) error {
		p := timesPlan.Of(a)
		p.From = day
		timesPlan.Set(a, p)
		return nil
	}, talk.Goto("start"))
}

// askThere asks at which other place one date is.
func (k timekeeper) askThere() talk.Step {
	return talk.One{
		Name: "there", Ask: talk.Say(locales.TimesAskWhere), Into: timesTaken,
		Options: k.offered(func(s *directory.Service, _ time.Time, _ talk.Answers) []talk.Choice {
			return slices.DeleteFunc(placeChoices(s), func(c talk.Choice) bool { return c.ID == phoneOption })
		}),
		Chosen: func(ctx context.Context, id string, a talk.Answers) error {
			place, err := directory.ParseShort(id)
			if err != nil {
				return &talk.Retry{Text: locales.TalkChooseOne()}
			}
			s, err := k.loaded(ctx, a)
			if err != nil {
				return err
			}
			if !addressed(s, place) {
				return &talk.Retry{Text: locales.TimesNoAddress()}
			}
			p := timesPlan.Of(a)
			p.Place = place
			timesPlan.Set(a, p)
			return nil
		},
		Next: talk.Goto("confirm"),
	}.Step()
}
