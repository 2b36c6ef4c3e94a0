package group

import (
	"context"
	"slices"
	"time"

	"signpost/bot/card"
	"signpost/bot/talk"
	"signpost/directory"
	"signpost/locales"
)

// askReview shows a rule as it would be, and what comes of it, before it is saved.
// Each part of it can be changed from here; hours can be typed at once.
func (k timekeeper) askReview() talk.Step {
	return talk.Ask{
		Name: "review", Show: k.showReview, Take: k.takeReview,
		Next: timesTo("save", "often", "days", "start", "half", "ends", "night", "where", "confirm", "review", "from", "until", "stop", "gone"),
	}
}

// sketch is a plan as it would come out now.
type sketch struct {
	before, after *directory.Service
	times         directory.Timetable
	draft         timeDraft
	plan          plan
	rule          *directory.Schedule // which is changed; nil for a new one
	day           directory.Date      // when it was begun
	odd           bool                // the rule is one that a draft can't say
	changed       bool
}

// sketched carries a plan out on paper. It is nil when what it is about is no
// longer there.
func (k timekeeper) sketched(ctx context.Context, a talk.Answers) (*sketch, error) {
	s, err := k.load(ctx, a)
	if err != nil || s == nil {
		return nil, err
	}
	c := &sketch{before: s, draft: timesDraft.Of(a), plan: timesPlan.Of(a), day: began(a)}
	if c.plan.Kind == planChange || c.plan.Kind == planStop {
		if c.rule = ruleOf(s, c.plan.Rule); c.rule == nil {
			return nil, nil
		}
		_, fits := draftOf(c.rule)
		c.odd = !fits
	}
	if c.times, err = c.plan.on(s, c.draft, timesNow.Of(a)); err != nil {
		return nil, nil //nolint:nilerr // the one error there is says that it is not there
	}
	c.after = c.times.On(s)
	c.changed = c.plan.Kind != planChange || !c.odd && c.draft.differs(c.rule, c.day) != sameRule
	return c, nil
}

// drafted are the rules of the draft as they stand in the sketch: new ones, or the
// one that was there with another end.
func (c *sketch) drafted() []directory.Schedule {
	var out []directory.Schedule
	for _, r := range c.after.Schedules {
		if slices.Contains(sketchIDs, r.ID) {
			out = append(out, r)
		}
	}
	if len(out) == 0 && c.rule != nil {
		if r := ruleOf(c.after, c.rule.ID); r != nil {
			out = append(out, *r)
		}
	}
	return out
}

// dates reports whether any date comes of the rules from the day on.
func (c *sketch) dates() bool {
	return slices.ContainsFunc(c.drafted(), func(r directory.Schedule) bool { return len(r.Given(c.day, 1)) > 0 })
}

func (k timekeeper) showReview(ctx context.Context, _ talk.Scene, a talk.Answers) (talk.Screen, error) {
	c, err := k.sketched(ctx, a)
	if err != nil {
		return talk.Screen{}, err
	}
	if c == nil {
		return timesGone(a), nil
	}
	now := timesNow.Of(a)
	day := directory.DateOf(now)
	if !c.changed {
		parts := []locales.Text{locales.TimesRule(), card.RuleOf(c.before, c.rule, day)}
		if c.odd {
			parts = append(parts, locales.TimesPartOddRule())
		}
		return talk.Screen{Body: locales.Paragraphs(parts...), Rows: reviewRows(c)}, nil
	}
	var lines []locales.Text
	for _, r := range c.drafted() {
		lines = append(lines, card.RuleOf(c.after, &r, day))
	}
	parts := []locales.Text{locales.TimesReview()}
	if c.rule != nil {
		parts = append(parts, locales.Lines(locales.TimesPartBefore(), card.RuleOf(c.before, c.rule, day)))
		lines = append([]locales.Text{locales.TimesPartAfter()}, lines...)
	}
	parts = append(parts, locales.Lines(lines...))
	if !c.dates() {
		parts = append(parts, locales.TimesPartNoDates())
	} else {
		parts = append(parts, nextText(alike(c.after, c.draft.Session), now))
	}
	parts = append(parts, lostText(c, now), overlapText(c, day))
	return talk.Screen{Body: locales.Paragraphs(parts...), Rows: reviewRows(c)}, nil
}

// lostText names the dates that were off or moved and are no dates any more.
func lostText(c *sketch, now time.Time) locales.Text {
	var lines []locales.Text
	for _, o := range c.times.Lost {
		if !o.End.Before(now) {
			lines = append(lines, card.Occurrence(o, now))
		}
	}
	if len(lines) == 0 {
		return locales.Text{}
	}
	return locales.Lines(append([]locales.Text{locales.TimesPartLost()}, lines...)...)
}

// overlapText warns of rules at the same time and place.
func overlapText(c *sketch, day directory.Date) locales.Text {
	var lines []locales.Text
	seen := map[directory.ID]bool{}
	for _, r := range c.drafted() {
		seen[r.ID] = true
		for _, o := range c.times.Overlaps(&r, day) {
			if !seen[o.ID] {
				seen[o.ID] = true
				lines = append(lines, locales.TimesPartOverlap(card.Rule(&o)))
			}
		}
	}
	return locales.Lines(lines...)
}

// reviewRows are what can be done: save it when it is something, and change a part.
func reviewRows(c *sketch) [][]talk.Button {
	var rows [][]talk.Button
	stop := talk.Row(talk.Option("stop", locales.TimesButtonStop()))
	if c.odd {
		return [][]talk.Button{stop}
	}
	if c.changed && c.dates() {
		rows = append(rows, talk.Row(talk.Option("save", locales.TimesButtonSave())))
	}
	parts := []talk.Button{
		talk.Option("hour", locales.TimesButtonHour()),
		talk.Option("days", locales.TimesButtonDays()),
		talk.Option("often", locales.TimesButtonOften()),
	}
	if c.draft.Choice {
		parts = append(parts, talk.Option("where", locales.TimesButtonWhere()))
	}
	if c.changed || c.rule.ValidFrom > c.day { // what does not change holds already
		parts = append(parts, talk.Option("from", locales.TimesButtonFrom()))
	}
	parts = append(parts, talk.Option("until", locales.TimesButtonUntil()))
	if len(c.draft.Hours) > 1 {
		parts = append(parts, talk.Option("one", locales.TimesButtonOneHour()))
	} else {
		parts = append(parts, talk.Option("two", locales.TimesButtonHourTwo()))
	}
	rows = append(rows, talk.InRows(2, parts...)...)
	if c.rule != nil {
		rows = append(rows, stop)
	}
	return rows
}

func (k timekeeper) takeReview(ctx context.Context, e talk.Event, a talk.Answers) error {
	c, err := k.sketched(ctx, a)
	if err != nil {
		return err
	}
	if c == nil {
		timesGo.Set(a, "gone")
		return nil
	}
	editDraft(a, "review", func(d *timeDraft) { d.Whole, d.Part = true, 0 })
	switch e := e.(type) {
	case talk.Said:
		if c.odd {
			return &talk.Retry{Text: locales.TalkChooseOne()}
		}
		return typedHours(ctx, e, a)
	case talk.Chose:
		if !slices.ContainsFunc(slices.Concat(reviewRows(c)...), func(b talk.Button) bool { return b.Option == e.Option }) {
			return &talk.Retry{Text: locales.TalkChooseOne()}
		}
		takeReviewed(e.Option, a)
		return nil
	}
	return &talk.Retry{Text: locales.TalkChooseOne()}
}

// takeReviewed goes on to the part that was chosen.
func takeReviewed(option string, a talk.Answers) {
	d := timesDraft.Of(a)
	switch option {
	case "hour":
		timesGo.Set(a, "start")
	case "two":
		editDraft(a, "", func(d *timeDraft) { d.Part = 1 })
		timesGo.Set(a, "start")
	case "one":
		editDraft(a, "review", func(d *timeDraft) { d.Hours = d.Hours[:1] })
	case "days":
		timesDays.Set(a, dayIDs(d.Days))
		timesGo.Set(a, option)
	default:
		timesGo.Set(a, option)
	}
}
