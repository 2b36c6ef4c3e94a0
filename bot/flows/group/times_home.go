package group

import (
	"context"
	"strings"
	"time"

	"signpost/bot/card"
	"signpost/bot/talk"
	"signpost/directory"
	"signpost/locales"
)

// comingShown is how many of the next dates are shown and offered.
const comingShown = 6

// askHome shows the times of a listing and asks what to do about them.
func (k timekeeper) askHome() talk.Ask {
	one := talk.One{
		Name: "home", Into: timesTaken,
		Ask: k.timed(func(s *directory.Service, now time.Time, _ talk.Answers) locales.Text {
			return locales.Paragraphs(locales.TimesHome(card.Name(s)), standing(s, now))
		}),
		Options: k.offered(func(s *directory.Service, now time.Time, _ talk.Answers) []talk.Choice {
			var out []talk.Choice
			for _, c := range currentRules(s, directory.DateOf(now)) {
				out = append(out, talk.Choice{ID: "r" + c.ID.Short(), Label: card.Rule(&c).Capital()})
			}
			return append(out,
				talk.Choice{ID: "add", Label: locales.TimesButtonAdd()},
				talk.Choice{ID: "date", Label: locales.TimesButtonOneOff()},
				talk.Choice{ID: "closed", Label: locales.TimesButtonClosed()},
			)
		}),
		Chosen: k.fromHome,
		Next:   timesTo("kind", "date", "closed", "review"),
	}.Step()
	return withRow(one, func(a talk.Answers) []talk.Button {
		return talk.Row(talk.Enter("listing", service.Of(a).Short(), locales.TimesButtonListing()))
	})
}

// withRow adds a row of buttons that the answers decide.
func withRow(ask talk.Ask, row func(talk.Answers) []talk.Button) talk.Ask {
	show := ask.Show
	ask.Show = func(ctx context.Context, sc talk.Scene, a talk.Answers) (talk.Screen, error) {
		screen, err := show(ctx, sc, a)
		screen.Rows = append(screen.Rows, row(a))
		return screen, err
	}
	return ask
}

// standing is how the times of a service stand: its rules, its next dates as a
// member sees them, and what is off.
func standing(s *directory.Service, now time.Time) locales.Text {
	return locales.Paragraphs(rulesText(s, directory.DateOf(now)), nextText(s, now), offText(s, now))
}

func rulesText(s *directory.Service, day directory.Date) locales.Text {
	rules := currentRules(s, day)
	if len(rules) == 0 {
		return locales.TimesPartNoRules()
	}
	lines := []locales.Text{locales.TimesPartRules()}
	for _, c := range rules {
		lines = append(lines, card.RuleOf(s, &c, day))
	}
	return locales.Lines(lines...)
}

func nextText(s *directory.Service, now time.Time) locales.Text {
	next := coming(s, now, comingShown)
	if len(next) == 0 {
		return locales.TimesPartNoNext()
	}
	lines := []locales.Text{locales.TimesPartNext()}
	for _, o := range next {
		lines = append(lines, card.Occurrence(o, now))
	}
	return locales.Lines(lines...)
}

// offText is what is off: dates that were called off, and closed days.
func offText(s *directory.Service, now time.Time) locales.Text {
	var lines []locales.Text
	for _, o := range saidOff(s, now, comingShown) {
		lines = append(lines, card.OffDay(locales.DayOf(o.Start.In(directory.London)).Text(), o.Reason))
	}
	lines = append(lines, closures(s, directory.DateOf(now))...)
	if len(lines) == 0 {
		return locales.Text{}
	}
	return locales.Lines(append([]locales.Text{locales.TimesPartOff()}, lines...)...)
}

func closures(s *directory.Service, day directory.Date) []locales.Text {
	var lines []locales.Text
	for _, x := range s.Closures(day) {
		lines = append(lines, card.OffDay(spanText(x.From, x.To), x.Reason))
	}
	return lines
}

// spanText words one day, or a first and a last one.
func spanText(from, to directory.Date) locales.Text {
	if from == to {
		return dayLabel(from)
	}
	return locales.TimesPartDays(dayLabel(from), dayLabel(to))
}

// fromHome begins what was chosen, on the times as they are now.
func (k timekeeper) fromHome(ctx context.Context, id string, a talk.Answers) error {
	s, err := k.loaded(ctx, a)
	if err != nil {
		return err
	}
	timesSeen.Set(a, glance(s))
	timesSaved.Clear(a)
	timesGo.Set(a, id)
	now := timesNow.Of(a)
	if id == "add" {
		timesGo.Set(a, "kind")
		timesPlan.Set(a, plan{Kind: planAdd})
		d := timeDraft{From: directory.DateOf(now), Hours: []period{{}}, Choice: len(placeChoices(s)) > 1}
		if len(s.Places) == 1 {
			d.Place = s.Places[0].ID
		}
		timesDraft.Set(a, d)
		return nil
	}
	short, isRule := strings.CutPrefix(id, "r")
	if !isRule {
		return nil
	}
	rule, err := directory.ParseShort(short)
	c := ruleOf(s, rule)
	if err != nil || c == nil {
		return &talk.Retry{Text: locales.TimesGone()}
	}
	timesGo.Set(a, "review")
	timesPlan.Set(a, plan{Kind: planChange, Rule: rule})
	d, _ := draftOf(c)
	d = d.onward(c, earliest(c, now))
	d.Choice = len(placeChoices(s)) > 1
	timesDraft.Set(a, d)
	return nil
}
