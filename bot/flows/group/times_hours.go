package group

import (
	"context"
	"strconv"

	"signpost/bot/talk"
	"signpost/directory"
	"signpost/locales"
)

// hourSteps ask from when to when it is on one day: of a rule, or of one date that
// is moved.
func (k timekeeper) hourSteps() []talk.Step {
	return []talk.Step{k.askStart(), k.askHalf(), k.askEnd(), k.askNight()}
}

func (k timekeeper) askStart() talk.Step {
	return talk.One{
		Name: "start", Ask: talk.Say(locales.TimesAskStart), Into: timesTaken, PerRow: 3, Options: startChoices,
		Chosen: func(_ context.Context, id string, a talk.Answers) error {
			if id == sameHours {
				timesGo.Set(a, afterHours(a))
				return nil
			}
			return takeHours(a, typedHour{At: clockOf(id)}, nil)
		},
		Typed: typedHours, Next: timesTo("half", "ends", "night", "where", "review", "confirm"),
	}.Step()
}

// askHalf asks whether a typed start is in the morning or twelve hours later.
func (k timekeeper) askHalf() talk.Step {
	return talk.One{
		Name: "half", Ask: talk.Say(locales.TimesAskHalf), Into: timesTaken, PerRow: 2,
		Options: func(_ context.Context, _ talk.Scene, a talk.Answers) ([]talk.Choice, error) {
			typed := timesHour.Of(a)
			if len(typed) == 0 {
				return nil, nil
			}
			return clockChoices(typed[0].At, typed[0].At+noonClock), nil
		},
		Chosen: func(_ context.Context, id string, a talk.Answers) error {
			var last *typedHour
			if typed := timesHour.Of(a); len(typed) > 1 {
				last = &typed[1]
			}
			return takeHours(a, typedHour{At: clockOf(id)}, last)
		},
		Next: timesTo("ends", "night", "where", "review", "confirm"),
	}.Step()
}

func (k timekeeper) askEnd() talk.Step {
	return talk.One{
		Name: "ends", Ask: talk.Say(locales.TimesAskEnd), Into: timesTaken, PerRow: 3,
		Options: func(_ context.Context, _ talk.Scene, a talk.Answers) ([]talk.Choice, error) {
			var ends []directory.Clock
			start := askedHours(a).Opens
			for _, minutes := range []directory.Clock{30, 60, 90, 120, 150, 180, 240, 360, 480} {
				if start+minutes <= dayClock {
					ends = append(ends, start+minutes)
				}
			}
			return clockChoices(ends...), nil
		},
		Chosen: func(_ context.Context, id string, a talk.Answers) error {
			return takeEnd(a, typedHour{At: clockOf(id)})
		},
		Typed: func(_ context.Context, said talk.Said, a talk.Answers) error {
			end, more, ok := readHours(said.Text)
			if !ok || more != nil {
				return &talk.Retry{Text: locales.TimesBadTime()}
			}
			return takeEnd(a, end)
		},
		Next: timesTo("night", "where", "review", "confirm"),
	}.Step()
}

// askNight asks whether an end before the start is meant to be after midnight.
func (k timekeeper) askNight() talk.Step {
	return talk.YesNo{
		Name: "night", Into: timesNight,
		Ask: func(_ context.Context, _ talk.Scene, a talk.Answers) (locales.Text, error) {
			return locales.TimesAskNight(locales.Time(askedHours(a).Closes)), nil
		},
		Next: &talk.Branch{To: []string{"ends", "where", "review", "confirm"}, Pick: func(a talk.Answers) string {
			if !timesNight.Of(a) {
				return "ends"
			}
			return afterHours(a)
		}},
	}.Step()
}

// sameHours is the choice to leave the hours of a date that is moved.
const sameHours = "same"

// startChoices offers common times and, for a date that is moved, those it has.
func startChoices(_ context.Context, _ talk.Scene, a talk.Answers) ([]talk.Choice, error) {
	var out []talk.Choice
	if h := askedHours(a); timesPlan.Of(a).Kind == planMove {
		out = append(out, talk.Choice{ID: sameHours, Label: locales.TimeSpan(locales.Time(h.Opens), locales.Time(h.Closes)).Capital()})
	}
	const half = 30
	return append(out, clockChoices(9*60, 9*60+half, 10*60, 10*60+half, 11*60, 12*60, 13*60, 14*60, 15*60, 16*60, 17*60, 18*60,
		18*60+half, 19*60, 20*60)...), nil
}

// askedHours are the hours that are asked for.
func askedHours(a talk.Answers) period {
	d := timesDraft.Of(a)
	if d.Part >= len(d.Hours) {
		return period{}
	}
	return d.Hours[d.Part]
}

// setHours gives the draft the hours that were asked for.
func setHours(a talk.Answers, h period) {
	d := timesDraft.Of(a)
	for len(d.Hours) <= d.Part {
		d.Hours = append(d.Hours, period{})
	}
	d.Hours[d.Part] = h
	timesDraft.Set(a, d)
}

// afterHours is the step after the hours: a date that is moved is confirmed, a rule
// that was complete before is reviewed.
func afterHours(a talk.Answers) string {
	switch d := timesDraft.Of(a); {
	case timesPlan.Of(a).Kind == planMove:
		return "confirm"
	case d.Choice && !d.Whole:
		return "where"
	}
	return "review"
}

// typedHours takes a typed start, or both ends at once.
func typedHours(_ context.Context, said talk.Said, a talk.Answers) error {
	first, last, ok := readHours(said.Text)
	if !ok {
		return &talk.Retry{Text: locales.TimesBadTime()}
	}
	if !first.Open {
		return takeHours(a, first, last)
	}
	typed := []typedHour{first}
	if last != nil {
		typed = append(typed, *last)
	}
	timesHour.Set(a, typed)
	timesGo.Set(a, "half")
	return nil
}

// takeHours takes a start that is certain, and the end when it is known.
func takeHours(a talk.Answers, first typedHour, last *typedHour) error {
	if first.At >= dayClock {
		first.At = 0
	}
	setHours(a, period{Opens: first.At})
	timesGo.Set(a, "ends")
	if last == nil {
		return nil
	}
	return takeEnd(a, *last)
}

// takeEnd takes an end, and has one past midnight asked about.
func takeEnd(a talk.Answers, last typedHour) error {
	h := askedHours(a)
	end, past, ok := last.after(h.Opens)
	if !ok {
		return &talk.Retry{Text: locales.TimesBadEnd()}
	}
	h.Closes = end
	setHours(a, h)
	timesGo.Set(a, afterHours(a))
	if past {
		timesGo.Set(a, "night")
	}
	return nil
}

// clockChoices offers times of day; their ids are minutes.
func clockChoices(clocks ...directory.Clock) []talk.Choice {
	var out []talk.Choice
	for _, c := range clocks {
		out = append(out, talk.Choice{ID: strconv.Itoa(int(c)), Label: locales.Time(c).Text()})
	}
	return out
}

func clockOf(id string) directory.Clock {
	n, _ := strconv.Atoi(id) // one of the options
	return directory.Clock(n)
}
