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

// approve carries a change out as it was made, on the listing that the coordinator
// has just looked at: what somebody changed in the same field after that is a
// conflict, and is shown.
func (o office) approve(ctx context.Context, sc talk.Scene, a talk.Answers, t *talk.Turn) error {
	p, found, err := o.waiting(ctx, a)
	if err != nil || !found {
		return err
	}
	if p.By == sc.Person.ID {
		proposal.Clear(a)
		return nil
	}
	today := directory.DateOf(sc.Now)
	c := p.Change
	c.Today = today
	do := []talk.Effect{upkeep.Decide{Proposal: p.ID, State: upkeep.Approved}}
	name, id := locales.Own{English: p.Name}, p.Change.Service
	if c.New != nil {
		id = c.New.ID
		do = append(do, record(p, today, "approved", directory.Edit{}, ""))
	} else {
		s, err := o.load(ctx, c.Service)
		if err != nil {
			return err
		}
		if s == nil {
			proposal.Clear(a)
			return nil
		}
		c.Base, name = lookedAt.Of(a), card.Name(s)
		for _, e := range c.Edits {
			do = append(do, record(p, today, "approved", e, string(s.Value(e.Field))))
		}
	}
	if p.Role == people.GroupAdmin {
		do = append(do, upkeep.StillRight{Service: id, Group: p.Group, Day: today})
	}
	if touches(p, directory.FieldPhones) {
		c.Lift = append(slices.Clone(c.Lift), directory.NumberChanging)
	}
	t.Apply = &talk.Apply{Change: c, Do: do, Tell: tellMaker(p, locales.QueueToldApproved(name), "listing", id)}
	return o.settle(ctx, p, name, t.Apply)
}

// settle ends the reports that a new number answers, if nothing else was reported:
// who waits is told once and of all that they said.
func (o office) settle(ctx context.Context, p upkeep.Proposal, name locales.Own, apply *talk.Apply) error {
	if !touches(p, directory.FieldPhones) {
		return nil
	}
	open, err := o.desk.Reports(ctx, p.Group)
	if err != nil {
		return err
	}
	open = slices.DeleteFunc(open, func(r upkeep.Report) bool { return r.Service != p.Change.Service || !r.Wrong.Factual() })
	if len(open) == 0 || slices.ContainsFunc(open, func(r upkeep.Report) bool { return r.Wrong != upkeep.WrongNumber }) {
		return nil
	}
	c := apply.Change.(directory.Change)
	c.Lift = append(slices.Clone(c.Lift), directory.BeingChecked)
	apply.Change = c
	apply.Do = append(apply.Do, upkeep.Settle{Service: p.Change.Service, Wrongs: []upkeep.Wrong{upkeep.WrongNumber}})
	apply.Tell = append(apply.Tell, talk.Tell{Reporters: string(p.Change.Service), Body: locales.WrongOutcomeChanged(name)})
	return nil
}

// sendBack ends a change without making it. The number that is shown is then no
// longer about to change.
func (o office) sendBack(ctx context.Context, sc talk.Scene, a talk.Answers, t *talk.Turn) error {
	p, found, err := o.waiting(ctx, a)
	if err != nil || !found {
		return err
	}
	if p.By == sc.Person.ID {
		proposal.Clear(a)
		return nil
	}
	today := directory.DateOf(sc.Now)
	do := []talk.Effect{
		upkeep.Decide{Proposal: p.ID, State: upkeep.SentBack, Reason: reason.Of(a)},
		record(p, today, "sent_back", directory.Edit{}, ""),
	}
	tell := tellMaker(p, locales.QueueToldBack(locales.Own{English: p.Name}, why(reason.Of(a))), "listings", directory.ID(p.Group))
	if !touches(p, directory.FieldPhones) {
		t.Do, t.Tell = append(t.Do, do...), append(t.Tell, tell...)
		outcome.Set(a, talk.Result{OK: true})
		return nil
	}
	c := directory.Change{Service: p.Change.Service, Lift: []directory.Doubt{directory.NumberChanging}, Today: today}
	t.Apply = &talk.Apply{Change: c, Do: do, Tell: tell}
	return nil
}

func touches(p upkeep.Proposal, f directory.Field) bool {
	return slices.ContainsFunc(p.Change.Edits, func(e directory.Edit) bool { return e.Field == f })
}

// record writes down a decision. The store adds whose it is.
func record(p upkeep.Proposal, today directory.Date, what string, e directory.Edit, before string) upkeep.Record {
	id := p.Change.Service
	if p.Change.New != nil {
		id = p.Change.New.ID
	}
	return upkeep.Record{Entry: upkeep.Entry{
		Day: today, Role: people.Coordinator, Group: p.Group, What: what, Service: id,
		Field: e.Field, Before: before, After: string(e.Value),
	}}
}

// tellMaker tells whoever made a change what became of it.
func tellMaker(p upkeep.Proposal, body locales.Text, command string, id directory.ID) []talk.Tell {
	return []talk.Tell{{One: p.By, Body: body, Rows: talk.Column(talk.Standing(command, id.Short(), locales.QueueButtonListing()))}}
}

// why words a reason in a sentence to who made the change.
func why(id string) locales.Text {
	switch id {
	case "unclear":
		return locales.QueuePartUnclear()
	case "wrong_number":
		return locales.QueuePartWrongNumber()
	case "not_ours":
		return locales.QueuePartNotOurs()
	}
	return locales.QueuePartTalk()
}

// groupName is what a group is called; the office's own changes come from none.
func (o office) groupName(ctx context.Context, id string) (locales.Text, error) {
	if id == "" {
		return locales.QueuePartOffice(), nil
	}
	g, err := o.dir.Organisation(ctx, directory.ID(id))
	if err != nil {
		return locales.Text{}, err
	}
	return locales.Own{English: g.Name}.Text(), nil
}
