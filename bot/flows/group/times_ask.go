package group

import (
	"context"
	"slices"
	"strconv"
	"time"

	"signpost/bot/card"
	"signpost/bot/talk"
	"signpost/directory"
	"signpost/locales"
)

// nextOffered is how many dates are offered as the next one of every second week.
const nextOffered = 8

// draftSteps put a rule together, question by question, up to its review.
func (k timekeeper) draftSteps() []talk.Step {
	steps := []talk.Step{k.askKind(), k.askOften(), k.askNth(), k.askDays(), k.askNext()}
	steps = append(steps, k.hourSteps()...)
	return append(steps, k.askWhere(), k.askReview(), k.askFrom(), k.askUntil(), k.askStop())
}

// editDraft changes the draft and says which question comes next: the review, once the
// draft was complete.
func editDraft(a talk.Answers, next string, change func(*timeDraft)) {
	d := timesDraft.Of(a)
	change(&d)
	timesDraft.Set(a, d)
	if d.Whole {
		next = "review"
	}
	timesGo.Set(a, next)
}

func (k timekeeper) askKind() talk.Step {
	return talk.One{
		Name: "kind", Ask: talk.Say(locales.TimesAskKind), Into: timesTaken, PerRow: 2,
		Options: talk.Always(
			talk.Choice{ID: "session", Label: locales.TimesButtonSession()},
			talk.Choice{ID: "hours", Label: locales.TimesButtonHours()},
		),
		Chosen: func(_ context.Context, id string, a talk.Answers) error {
			editDraft(a, "often", func(d *timeDraft) { d.Session = id == "session" })
			return nil
		},
	}.Step()
}

func (k timekeeper) askOften() talk.Step {
	return talk.One{
		Name: "often", Ask: talk.Say(locales.TimesAskOften), Into: timesTaken,
		Options: talk.Always(
			talk.Choice{ID: "1", Label: locales.TimesButtonWeek()},
			talk.Choice{ID: "2", Label: locales.TimesButtonTwoWeeks()},
			talk.Choice{ID: "3", Label: locales.TimesButtonThreeWeeks()},
			talk.Choice{ID: "4", Label: locales.TimesButtonFourWeeks()},
			talk.Choice{ID: "0", Label: locales.TimesButtonMonth()},
		),
		Chosen: func(_ context.Context, id string, a talk.Answers) error {
			weeks, _ := strconv.Atoi(id) // one of the options
			editDraft(a, "days", func(d *timeDraft) {
				if weeks != d.Weeks {
					d.Start = ""
				}
				d.Weeks = weeks
			})
			timesDays.Set(a, dayIDs(timesDraft.Of(a).Days))
			timesWeeks.Set(a, weekIDs(timesDraft.Of(a).Nths))
			switch d := timesDraft.Of(a); {
			case weeks == 0:
				timesGo.Set(a, "nth")
			case d.Whole && d.countless():
				timesGo.Set(a, "next")
			}
			return nil
		},
		Next: timesTo("nth", "days", "next", "review"),
	}.Step()
}

func (k timekeeper) askNth() talk.Step {
	labels := []func() locales.Text{
		locales.TimesButtonFirst, locales.TimesButtonSecond, locales.TimesButtonThird, locales.TimesButtonFourth, locales.TimesButtonLast,
	}
	var choices []talk.Choice
	for i, n := range nthWeeks {
		choices = append(choices, talk.Choice{ID: strconv.Itoa(n), Label: labels[i]()})
	}
	return tickOne(talk.Several{
		Name: "nth", Ask: talk.Say(locales.TimesAskNth), Options: talk.Always(choices...), Into: timesWeeks, PerRow: 2,
		Done: locales.ButtonDone(), Next: timesTo("days", "review"),
	}, func(a talk.Answers) {
		editDraft(a, "days", func(d *timeDraft) {
			d.Nths = nil
			for _, id := range timesWeeks.Of(a) {
				n, _ := strconv.Atoi(id)
				d.Nths = append(d.Nths, n)
			}
			d.sort()
		})
	})
}

func (k timekeeper) askDays() talk.Step {
	var choices []talk.Choice
	for i := range 7 {
		day := time.Weekday((i + 1) % 7)
		choices = append(choices, talk.Choice{ID: strconv.Itoa(int(day)), Label: locales.WeekdayName(day).Capital()})
	}
	return tickOne(talk.Several{
		Name: "days", Ask: talk.Say(locales.TimesAskDays), Options: talk.Always(choices...), Into: timesDays, PerRow: 2,
		Done: locales.ButtonDone(), Next: timesTo("next", "start", "review"),
	}, func(a talk.Answers) {
		editDraft(a, "start", func(d *timeDraft) {
			d.Days = nil
			for _, id := range timesDays.Of(a) {
				n, _ := strconv.Atoi(id)
				d.Days = append(d.Days, time.Weekday(n))
			}
			d.sort()
		})
		if timesDraft.Of(a).countless() {
			timesGo.Set(a, "next")
		}
	})
}

func dayIDs(days []time.Weekday) []string {
	var out []string
	for _, d := range days {
		out = append(out, strconv.Itoa(int(d)))
	}
	return out
}

func weekIDs(nths []int) []string {
	var out []string
	for _, n := range nths {
		out = append(out, strconv.Itoa(n))
	}
	return out
}

// tickOne asks for at least one tick, and does something with them.
func tickOne(s talk.Several, done func(talk.Answers)) talk.Step {
	ask := s.Step()
	take := ask.Take
	ask.Take = func(ctx context.Context, e talk.Event, a talk.Answers) error {
		if err := take(ctx, e, a); err != nil {
			return err
		}
		if len(s.Into.Of(a)) == 0 {
			return &talk.Retry{Text: locales.TimesNoDays()}
		}
		done(a)
		return nil
	}
	return ask
}

// askNext asks from which date every second and later week counts.
func (k timekeeper) askNext() talk.Step {
	take := func(a talk.Answers, day directory.Date) error {
		if !slices.Contains(timesDraft.Of(a).Days, weekday(day)) {
			return &talk.Retry{Text: locales.TimesWrongDay()}
		}
		editDraft(a, "start", func(d *timeDraft) { d.Start = day })
		return nil
	}
	return k.askDay("next", locales.TimesAskNext, func(_ *directory.Service, _ time.Time, a talk.Answers) []talk.Choice {
		d := timesDraft.Of(a)
		var days []directory.Date
		for day := max(d.From, began(a)); len(days) < nextOffered && len(d.Days) > 0; day = day.Add(1) {
			if slices.Contains(d.Days, weekday(day)) && len(days) < d.Weeks*len(d.Days) {
				days = append(days, day)
			} else if len(days) >= d.Weeks*len(d.Days) {
				break
			}
		}
		return dayChoices(days...)
	}, take, timesTo("start", "review"))
}

// askDay asks for a day: one of some, or a typed one.
func (k timekeeper) askDay(
	name string, words func() locales.Text, options func(*directory.Service, time.Time, talk.Answers) []talk.Choice,
	take func(talk.Answers, directory.Date) error, next *talk.Branch,
) talk.Step {
	return talk.One{
		Name: name, Ask: talk.Say(words), Options: k.offered(options), Into: timesTaken, PerRow: 2, Next: next,
		Chosen: func(_ context.Context, id string, a talk.Answers) error { return take(a, directory.Date(id)) },
		Typed: func(_ context.Context, said talk.Said, a talk.Answers) error {
			day, err := readDay(said.Text, began(a))
			if err != nil {
				return err
			}
			return take(a, day)
		},
	}.Step()
}

// phoneOption is the choice of the telephone in place of a place.
const phoneOption = "phone"

// placeChoices are the places of a service and its telephone.
func placeChoices(s *directory.Service) []talk.Choice {
	var out []talk.Choice
	for _, p := range s.Places {
		if name := card.Place(s, p.ID); !name.IsZero() {
			out = append(out, talk.Choice{ID: p.ID.Short(), Label: name})
		}
	}
	if slices.ContainsFunc(s.Phones, func(p directory.Phone) bool { return !p.Text }) {
		out = append(out, talk.Choice{ID: phoneOption, Label: locales.TimesButtonPhone()})
	}
	return out
}

// askWhere asks at which place, or by phone.
func (k timekeeper) askWhere() talk.Step {
	return talk.One{
		Name: "where", Ask: talk.Say(locales.TimesAskWhere), Into: timesTaken,
		Options: k.offered(func(s *directory.Service, _ time.Time, _ talk.Answers) []talk.Choice { return placeChoices(s) }),
		Chosen: func(ctx context.Context, id string, a talk.Answers) error {
			if id == phoneOption {
				editDraft(a, "review", func(d *timeDraft) { d.Place, d.Way = "", directory.ByPhone })
				return nil
			}
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
			editDraft(a, "review", func(d *timeDraft) {
				d.Place = place
				if d.Way == directory.ByPhone {
					d.Way = directory.InPerson
				}
			})
			return nil
		},
		Next: timesTo("review"),
	}.Step()
}

// addressed reports a place that one can find.
func addressed(s *directory.Service, place directory.ID) bool {
	return slices.ContainsFunc(s.Places, func(p directory.ServiceAtLocation) bool {
		at := p.Location.Address
		return p.ID == place && (at.Line != "" || at.Postcode != "")
	})
}
