package office

import (
	"context"
	"slices"

	"signpost/bot/card"
	"signpost/bot/people"
	"signpost/bot/talk"
	"signpost/bot/upkeep"
	"signpost/directory"
	"signpost/locales"
)

var (
	filedKey = talk.Answer[int64]("filed")
	later    = talk.Answer[[]int64]("later") // put off until the others are done
)

// The verdicts on what a source would change, as options.
const (
	takeOver = "take"
	leave    = "leave"
	putOff   = "later"
)

// filed goes through what sources would change in listings that groups own, one by
// one: each is taken over, or left as it is.
func (o office) filed() talk.Flow {
	return talk.Flow{Name: "filed", Steps: []talk.Step{
		talk.Run{Name: "next", Do: o.nextFiled, Next: &talk.Branch{To: []string{"item", "none"}, Pick: func(a talk.Answers) string {
			if filedKey.Of(a) == 0 {
				return "none"
			}
			return "item"
		}}},
		talk.Ask{Name: "item", Show: o.showFiled, Take: takeFiled, Next: &talk.Branch{To: []string{"next", "decide"}, Pick: func(a talk.Answers) string {
			if verdict.Of(a) == putOff {
				return "next"
			}
			return "decide"
		}}},
		talk.Run{Name: "decide", Do: o.decideFiled, Next: &talk.Branch{To: []string{"wait", "next"}, Pick: func(a talk.Answers) string {
			if filedKey.Of(a) == 0 {
				return "next"
			}
			return "wait"
		}}},
		talk.Await{Name: "wait", Into: outcome, Next: talk.Goto("next")}.Step(),
		talk.Ask{Name: "none", Show: says(locales.FiledNone), Take: stays, Next: talk.Goto(talk.End)},
	}}
}

// waitingFiled is what waits under a key, nil when it does not.
func (o office) waitingFiled(ctx context.Context, key int64) (*directory.Filed, error) {
	all, err := o.dir.Pending(ctx)
	for _, f := range all {
		if f.Key == key {
			return &f, err
		}
	}
	return nil, err
}

// nextFiled goes to the oldest that was not put off.
func (o office) nextFiled(ctx context.Context, _ talk.Scene, a talk.Answers, _ *talk.Turn) error {
	all, err := o.dir.Pending(ctx)
	if err != nil {
		return err
	}
	filedKey.Clear(a)
	for _, f := range all {
		if slices.Contains(later.Of(a), f.Key) {
			continue
		}
		filedKey.Set(a, f.Key)
		if f.Service == nil {
			return nil
		}
		s, err := o.load(ctx, f.Service.ID)
		if err != nil {
			return err
		}
		if s != nil {
			lookedAt.Set(a, s.Version)
		}
		return nil
	}
	return nil
}

func (o office) showFiled(ctx context.Context, _ talk.Scene, a talk.Answers) (talk.Screen, error) {
	f, err := o.waitingFiled(ctx, filedKey.Of(a))
	if err != nil {
		return talk.Screen{}, err
	}
	if f == nil {
		return talk.Screen{Body: locales.QueueGone(), Rows: talk.Column(talk.Option(putOff, locales.ButtonMore()))}, nil
	}
	what, err := o.wordsOfFiled(ctx, *f)
	if err != nil {
		return talk.Screen{}, err
	}
	head := []locales.Text{locales.FiledItem(), locales.FiledPartFrom(f.Source, card.Day(directory.DateOf(f.At)))}
	if r, tried := outcome.Get(a); tried && !r.OK {
		head = append(head, locales.QueuePartClash())
	}
	return talk.Screen{
		Body: locales.Paragraphs(locales.Lines(head...), what),
		Rows: [][]talk.Button{
			{talk.Option(takeOver, locales.FiledButtonTake())},
			{talk.Option(leave, locales.FiledButtonLeave()), talk.Option(putOff, locales.FiledButtonLater())},
		},
	}, nil
}

func (o office) wordsOfFiled(ctx context.Context, f directory.Filed) (locales.Text, error) {
	if g := f.Organisation; g != nil {
		now, err := o.dir.Organisation(ctx, g.ID)
		if err != nil {
			return locales.Text{}, err
		}
		return pairsOfGroup(now, takenOver(now, *g)), nil
	}
	now, err := o.load(ctx, f.Service.ID)
	if err != nil {
		return locales.Text{}, err
	}
	if now == nil {
		return locales.ListingGone(), nil
	}
	after, err := now.With(f.Edits(now)...)
	if err != nil {
		return locales.Text{}, err
	}
	return locales.Lines(locales.CardPartName(card.Name(now)), card.Pairs(now, after, f.Edits(now))), nil
}

// takenOver is an organisation with what a source says of it. Whose it is, and
// that it takes part, is not the source's to say.
func takenOver(now, said directory.Organisation) directory.Organisation {
	for _, f := range []struct{ to, from *string }{
		{&now.Name, &said.Name}, {&now.Description, &said.Description}, {&now.Email, &said.Email}, {&now.Website, &said.Website},
	} {
		if *f.from != "" {
			*f.to = *f.from
		}
	}
	return now
}

// pairsOfGroup words what changes in an organisation, before and after.
func pairsOfGroup(was, is directory.Organisation) locales.Text {
	service := func(o directory.Organisation) *directory.Service {
		return &directory.Service{Name: o.Name, Description: o.Description, Email: o.Email, Website: o.Website}
	}
	before, after := service(was), service(is)
	return locales.Lines(locales.CardPartName(locales.Own{English: was.Name}), card.Pairs(before, after, directory.Diff(before, after)))
}

func takeFiled(_ context.Context, e talk.Event, a talk.Answers) error {
	c, ok := e.(talk.Chose)
	if !ok || !slices.Contains([]string{takeOver, leave, putOff}, c.Option) {
		return &talk.Retry{Text: locales.TalkChooseOne()}
	}
	verdict.Set(a, c.Option)
	if c.Option == putOff {
		later.Set(a, append(later.Of(a), filedKey.Of(a)))
	}
	outcome.Clear(a)
	return nil
}

// decideFiled carries the decision out, on the listing as it was shown.
func (o office) decideFiled(ctx context.Context, sc talk.Scene, a talk.Answers, t *talk.Turn) error {
	f, err := o.waitingFiled(ctx, filedKey.Of(a))
	if err != nil {
		return err
	}
	if f == nil {
		filedKey.Clear(a)
		return nil
	}
	c := directory.Change{Filed: f.Key, Today: directory.DateOf(sc.Now)}
	e := upkeep.Entry{Day: c.Today, Role: people.Coordinator, What: "feed_left"}
	entries := []upkeep.Entry{e}
	take := verdict.Of(a) == takeOver
	switch {
	case f.Organisation != nil:
		now, err := o.dir.Organisation(ctx, f.Organisation.ID)
		if err != nil {
			return err
		}
		entries[0].Group = string(now.ID)
		if take {
			after := takenOver(now, *f.Organisation)
			c.Organisation = &after
			entries[0].What = "group_changed"
		}
	default:
		s, err := o.load(ctx, f.Service.ID)
		if err != nil {
			return err
		}
		if s == nil {
			filedKey.Clear(a)
			return nil
		}
		c.Service, c.Base = s.ID, lookedAt.Of(a)
		entries[0].Service, entries[0].Group = s.ID, string(s.Organisation.ID)
		if take {
			c.Edits = f.Edits(s)
			entries = editsRecorded(entries[0], s, c.Edits)
		}
	}
	t.Apply = &talk.Apply{Change: c}
	for _, e := range entries {
		t.Apply.Do = append(t.Apply.Do, upkeep.Record{Entry: e})
	}
	return nil
}

// editsRecorded is a line of the record for each edit that came with a source.
func editsRecorded(e upkeep.Entry, s *directory.Service, edits []directory.Edit) []upkeep.Entry {
	var out []upkeep.Entry
	for _, edit := range edits {
		e.What, e.Field, e.Before, e.After = "feed_taken", edit.Field, string(s.Value(edit.Field)), string(edit.Value)
		out = append(out, e)
	}
	return out
}
