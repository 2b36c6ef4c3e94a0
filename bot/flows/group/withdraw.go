package group

import (
	"context"

	"signpost/bot/talk"
	"signpost/bot/upkeep"
	"signpost/directory"
)

// withdraw takes back what waits of a listing. With a number that waited no more,
// the card no longer says that it may be changing.
func (k keeper) withdraw(ctx context.Context, sc talk.Scene, a talk.Answers, t *talk.Turn) error {
	next.Set(a, "listing")
	s, err := k.load(ctx, a)
	if err != nil || s == nil {
		return err
	}
	d, err := k.readDesk(ctx, string(s.Organisation.ID))
	if err != nil {
		return err
	}
	h := handIn(sc, t)
	var do []talk.Effect
	phones := false
	for _, p := range d.ownOf(s.ID, sc.Person) {
		do = append(do, upkeep.Decide{Proposal: p.ID, State: upkeep.Withdrawn})
		do = append(do, h.record("withdrawn", s, p.Change.Edits)...)
		phones = phones || touchesPhones(p.Change.Edits)
	}
	if !phones {
		t.Do = append(t.Do, do...)
		return nil
	}
	c := h.change(s, nil)
	c.Lift = []directory.Doubt{directory.NumberChanging}
	t.Apply = &talk.Apply{Change: c, Do: do}
	next.Set(a, "wait")
	return nil
}
