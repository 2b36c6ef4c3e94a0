package group

import (
	"context"
	"errors"
	"slices"
	"time"

	"signpost/bot/card"
	"signpost/bot/talk"
	"signpost/directory"
	"signpost/locales"
)

// saveSteps show a change before it is saved, save it, and say what became of it.
func (k timekeeper) saveSteps() []talk.Step {
	return []talk.Step{
		talk.Ask{Name: "confirm", Show: k.showConfirm, Take: k.takeConfirm, Next: talk.Goto("save")},
		talk.Run{Name: "save", Do: k.saveTimes, Next: timesTo("wait", "saved", "conflict", "gone")},
		talk.Await{Name: "wait", Into: outcome}.Step(),
		talk.Run{Name: "settle", Do: k.settle, Next: timesTo("saved", "closed", "conflict", "failed")},
		talk.One{
			Name: "conflict", Ask: k.conflict, Into: timesTaken,
			Options: talk.Always(
				talk.Choice{ID: "look", Label: locales.TimesButtonKeepTheirs()},
				talk.Choice{ID: "save", Label: locales.TimesButtonSaveMine()},
			),
			Chosen: k.takeConflict, Next: timesTo("look", "save"),
		}.Step(),
		talk.Ask{Name: "saved", Show: k.showTimesSaved, Take: takeTimes, Next: talk.Goto("look")},
		talk.Ask{Name: "failed", Show: func(_ context.Context, _ talk.Scene, a talk.Answers) (talk.Screen, error) {
			return talk.Screen{Body: locales.UpkeepNotSaved(), Rows: timesRows(a)}, nil
		}, Take: takeTimes, Next: talk.Goto("look")},
		talk.Ask{Name: "gone", Show: func(_ context.Context, _ talk.Scene, a talk.Answers) (talk.Screen, error) {
			return timesGone(a), nil
		}, Take: stays, Next: talk.Goto(talk.End)},
	}
}

// timesGone is shown for a listing, a time or a date that is not there any more.
func timesGone(a talk.Answers) talk.Screen {
	rows := talk.Column(toListings())
	if id := service.Of(a); id != "" {
		rows = append(talk.Column(talk.Enter("times", id.Short(), locales.TimesButtonTimes())), rows...)
	}
	return talk.Screen{Body: locales.TimesGone(), Rows: rows}
}

// showConfirm shows what was and what will be.
func (k timekeeper) showConfirm(ctx context.Context, _ talk.Scene, a talk.Answers) (talk.Screen, error) {
	c, err := k.sketched(ctx, a)
	if err != nil {
		return talk.Screen{}, err
	}
	if c == nil {
		return timesGone(a), nil
	}
	now := timesNow.Of(a)
	was, willBe := c.said(now)
	screen := talk.Screen{Rows: talk.Column(talk.Option("save", locales.TimesButtonSave()))}
	parts := []locales.Text{
		locales.TimesConfirm(),
		locales.Lines(locales.TimesPartBefore(), was),
		locales.Lines(locales.TimesPartAfter(), willBe),
		lostText(c, now),
	}
	if c.plan.Kind == planMove {
		if start, _ := c.plan.moved(c.draft); start.Instant().Before(now) {
			parts, screen.Rows = append(parts, locales.TimesPastDay()), nil
		}
	}
	after := c.after
	if c.rule != nil {
		after = alike(after, c.rule.Session)
	}
	if len(coming(after, now, 1)) > 0 {
		parts = append(parts, nextText(after, now))
	}
	screen.Body = locales.Paragraphs(parts...)
	return screen, nil
}

// said words what the plan is about, before and after it.
func (c *sketch) said(now time.Time) (before, after locales.Text) {
	p, day := c.plan, directory.DateOf(now)
	switch p.Kind {
	case planAdd, planChange:
		var lines []locales.Text
		for _, r := range c.drafted() {
			lines = append(lines, card.RuleOf(c.after, &r, day))
		}
		if c.rule != nil {
			before = card.RuleOf(c.before, c.rule, day)
		}
		return before, locales.Lines(lines...)
	case planStop:
		before, after = card.RuleOf(c.before, c.rule, day), locales.TimesPartNoNext()
		if r := ruleOf(c.after, p.Rule); r != nil && len(r.Given(day, 1)) > 0 {
			after = card.RuleOf(c.after, r, day)
		}
		return before, after
	case planClose:
		for _, o := range c.before.Between(p.From.At(0).Instant(), p.To.Add(1).At(0).Instant()) {
			before = locales.Lines(before, card.Occurrence(o, now))
		}
		if before.IsZero() {
			before = locales.TimesPartNoNext()
		}
		return before, card.OffDay(spanText(p.From, p.To), p.Reason)
	case planReopen:
		return locales.Lines(closures(c.before, day)...), locales.Lines(closures(c.after, day)...)
	}
	return dateText(c.before, p, now), dateText(c.after, p, now)
}

// dateText words how one date stands.
func dateText(s *directory.Service, p plan, now time.Time) locales.Text {
	o, off, ok := s.Occurrence(p.Rule, p.Original)
	switch {
	case !ok:
		return locales.TimesPartNoNext()
	case off:
		return card.Cancelled(o)
	}
	return locales.Join(" · ", card.Occurrence(o, now), card.Place(s, o.Place))
}

// takeConfirm takes the press of Save, where Save was offered. Of what is no longer
// there Save says so.
func (k timekeeper) takeConfirm(ctx context.Context, e talk.Event, a talk.Answers) error {
	if c, err := k.sketched(ctx, a); err != nil || c == nil {
		return err
	}
	screen, err := k.showConfirm(ctx, talk.Scene{}, a)
	if err != nil {
		return err
	}
	c, ok := e.(talk.Chose)
	if !ok || !slices.ContainsFunc(slices.Concat(screen.Rows...), func(b talk.Button) bool { return b.Option != "" && b.Option == c.Option }) {
		return &talk.Retry{Text: locales.TalkChooseOne()}
	}
	return nil
}

// saveTimes carries the plan out on the times as they are. Who looked at others is
// shown these first.
func (k timekeeper) saveTimes(ctx context.Context, sc talk.Scene, a talk.Answers, t *talk.Turn) error {
	s, err := k.load(ctx, a)
	if err != nil {
		return err
	}
	if s == nil {
		timesGo.Set(a, "gone")
		return nil
	}
	p, d := timesPlan.Of(a), timesDraft.Of(a)
	if len(p.IDs) == 0 {
		p.IDs = []directory.ID{k.uuid(), k.uuid()}
		timesPlan.Set(a, p)
	}
	times, err := p.on(s, d, sc.Now)
	if errors.Is(err, directory.ErrNoSession) {
		timesGo.Set(a, "gone")
		return nil
	}
	if glance(s) != timesSeen.Of(a) {
		timesGo.Set(a, "conflict")
		return nil
	}
	edits := times.Edits(s)
	if len(edits) == 0 { // it is so already
		timesGo.Set(a, "saved")
		return nil
	}
	h := handIn(sc, t)
	t.Apply = &talk.Apply{Change: h.change(s, edits), Do: h.record("edited", s, edits)}
	timesGo.Set(a, "wait")
	return settled(ctx, k.desk, s, t.Apply)
}

// settle goes on with the times as they are after the change: closed days with
// closed days, all else with what people see now.
func (k timekeeper) settle(ctx context.Context, sc talk.Scene, a talk.Answers, _ *talk.Turn) error {
	kind := timesPlan.Of(a).Kind
	switch r := outcome.Of(a); {
	case r.OK && (kind == planClose || kind == planReopen):
		timesGo.Set(a, "closed")
	case r.OK:
		timesGo.Set(a, "saved")
	case r.Conflict:
		timesGo.Set(a, "conflict")
		return nil // somebody else's times were not looked at yet
	default:
		timesGo.Set(a, "failed")
		return nil
	}
	s, err := k.load(ctx, a)
	if err != nil || s == nil {
		return err
	}
	timesSaved.Set(a, true)
	timesSeen.Set(a, glance(s))
	timesNow.Set(a, sc.Now)
	return nil
}

// conflict shows what the times are by now, and what they would be with one's own
// change too.
func (k timekeeper) conflict(ctx context.Context, _ talk.Scene, a talk.Answers) (locales.Text, error) {
	s, err := k.load(ctx, a)
	if err != nil {
		return locales.Text{}, err
	}
	c, err := k.sketched(ctx, a)
	if err != nil {
		return locales.Text{}, err
	}
	if s == nil || c == nil {
		return locales.TimesGone(), nil
	}
	now := timesNow.Of(a)
	return locales.Paragraphs(
		locales.TimesConflict(),
		locales.Lines(locales.TimesPartTheirs(), standing(c.before, now)),
		locales.Lines(locales.TimesPartMine(), standing(c.after, now)),
	), nil
}

// takeConflict leaves what somebody else saved, or saves one's own change too, on
// the times that were shown.
func (k timekeeper) takeConflict(ctx context.Context, id string, a talk.Answers) error {
	s, err := k.load(ctx, a)
	if err != nil {
		return err
	}
	if s != nil {
		timesSeen.Set(a, glance(s))
	}
	timesGo.Set(a, id)
	return nil
}

// showTimesSaved shows the times as people see them now.
func (k timekeeper) showTimesSaved(ctx context.Context, sc talk.Scene, a talk.Answers) (talk.Screen, error) {
	s, err := k.load(ctx, a)
	if err != nil {
		return talk.Screen{}, err
	}
	if s == nil {
		return timesGone(a), nil
	}
	return talk.Screen{Body: locales.Paragraphs(locales.TimesSaved(), standing(s, sc.Now)), Rows: timesRows(a)}, nil
}

// timesRows lead on after a change.
func timesRows(a talk.Answers) [][]talk.Button {
	short := service.Of(a).Short()
	return talk.Column(
		talk.Option("look", locales.TimesButtonTimes()),
		talk.Enter("card", short, locales.TimesButtonCard()),
		talk.Enter("listing", short, locales.TimesButtonListing()),
	)
}

// takeTimes takes the press that leads back to all times.
func takeTimes(_ context.Context, e talk.Event, _ talk.Answers) error {
	if c, ok := e.(talk.Chose); !ok || c.Option != "look" {
		return &talk.Retry{Text: locales.TalkChooseOne()}
	}
	return nil
}
