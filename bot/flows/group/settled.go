package group

import (
	"context"
	"slices"

	"signpost/bot/card"
	"signpost/bot/talk"
	"signpost/bot/upkeep"
	"signpost/directory"
	"signpost/locales"
)

// settled makes a change the answer to the reports that it answers: who waits hears
// that it was changed, and the card says that it is being checked only while
// something else is open.
func settled(ctx context.Context, desk Desk, s *directory.Service, apply *talk.Apply) error {
	if !directory.BeingChecked.In(s) {
		return nil
	}
	c := apply.Change.(directory.Change)
	reports, err := desk.Reports(ctx, string(s.Organisation.ID))
	if err != nil {
		return err
	}
	var wrongs []upkeep.Wrong
	var names []string
	open := false
	for _, r := range reports {
		if r.Service != s.ID || !r.Wrong.Factual() {
			continue
		}
		if !slices.ContainsFunc(c.Edits, func(e directory.Edit) bool { return r.Wrong.AnsweredBy(e.Field) }) {
			open = true
		} else if !slices.Contains(wrongs, r.Wrong) {
			wrongs, names = append(wrongs, r.Wrong), append(names, string(r.Wrong))
		}
	}
	if len(wrongs) == 0 {
		return nil
	}
	if !open {
		c.Lift = append(c.Lift, directory.BeingChecked)
		apply.Change = c
	}
	apply.Do = append(apply.Do, upkeep.Settle{Service: s.ID, Wrongs: wrongs})
	outcome := locales.WrongOutcomeChanged(card.Name(s))
	if slices.ContainsFunc(c.Edits, func(e directory.Edit) bool {
		return e.Field == directory.FieldStatus && string(e.Value) != string(directory.Set(e.Field, directory.Active).Value)
	}) {
		outcome = locales.WrongOutcomeHidden(card.Name(s))
	}
	apply.Tell = append(apply.Tell, talk.Tell{Reporters: string(s.ID), Wrongs: names, Body: outcome})
	return nil
}
