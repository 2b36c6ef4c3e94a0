package group

import (
	"context"
	"strconv"
	"time"

	"signpost/bot/card"
	"signpost/bot/talk"
	"signpost/bot/upkeep"
	"signpost/directory"
	"signpost/locales"
)

// undoFor is for how long a change can be taken back.
const undoFor = 30 * 24 * time.Hour

// historyShown is how many changes are shown.
const historyShown = 8

// step is one change of a listing: what it was before and after.
type step struct{ before, after *directory.Service }

// steps are the changes of a listing since an instant, newest first, without
// those that changed nothing that a group keeps.
func (k keeper) steps(ctx context.Context, s *directory.Service, since time.Time) ([]step, error) {
	old, err := k.dir.History(ctx, s.ID)
	if err != nil {
		return nil, err
	}
	var out []step
	after := s
	for _, before := range old {
		if after.Modified.Before(since) {
			break
		}
		if len(directory.Diff(before, after)) > 0 {
			out = append(out, step{before, after})
		}
		after = before
	}
	return out, nil
}

// standing reports a change whose fields nobody has changed since.
func (c step) standing(now *directory.Service) bool {
	as, err := now.With(directory.Diff(c.before, c.after)...)
	return err == nil && len(directory.Diff(now, as)) == 0
}

// words says what a change changed, field by field, before and after. Times are
// named only: they have pages of their own.
func (c step) words() locales.Text {
	return card.Pairs(c.before, c.after, directory.Diff(c.before, c.after))
}

func (k keeper) showHistory(ctx context.Context, sc talk.Scene, a talk.Answers) (talk.Screen, error) {
	s, err := k.load(ctx, a)
	if err != nil {
		return talk.Screen{}, err
	}
	if s == nil {
		return gone(), nil
	}
	steps, err := k.steps(ctx, s, sc.Now.Add(-undoFor))
	if err != nil {
		return talk.Screen{}, err
	}
	records, err := k.desk.Records(ctx, string(s.Organisation.ID), s.ID, 10*historyShown)
	if err != nil {
		return talk.Screen{}, err
	}
	if len(steps) == 0 {
		return talk.Screen{Body: locales.ListingHistoryNone()}, nil
	}
	parts := []locales.Text{locales.Lines(locales.ListingHistory(), locales.CardPartName(card.Name(s)))}
	var row []talk.Button
	for i, c := range steps[:min(len(steps), historyShown)] {
		n := strconv.Itoa(i + 1)
		parts = append(parts, historyLine(n, c, records))
		if c.standing(s) {
			arg := s.ID.Short() + "." + undoItem + "-" + strconv.FormatInt(c.after.Version, 10)
			row = append(row, talk.Enter("listing_edit", arg, locales.ListingButtonUndo(n)))
		}
	}
	return talk.Screen{Body: locales.Paragraphs(parts...), Rows: talk.InRows(2, row...)}, nil
}

func historyLine(n string, c step, records []upkeep.Entry) locales.Text {
	day := directory.DateOf(c.after.Modified)
	if role := whoDid(c, records); role != "" {
		return locales.ListingPartHistoryBy(n, dayText(day), locales.RoleName(role), c.words())
	}
	return locales.ListingPartHistory(n, dayText(day), c.words())
}

// whoDid is the role of who made a change, by the record of it; "" when there is
// none, as for what came with a file.
func whoDid(c step, records []upkeep.Entry) string {
	for _, e := range directory.Diff(c.before, c.after) {
		for _, r := range records {
			if r.Field == e.Field && r.After == string(e.Value) || e.Field == directory.FieldAssured && r.What == "confirmed" && r.Day == c.after.Assured.On {
				return string(r.Role)
			}
		}
	}
	return ""
}
