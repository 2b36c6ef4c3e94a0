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

// weigh makes of what was told the edits of the listing as it is now. Boxes show
// what they would change while they are ticked, and are saved at once.
func (k keeper) weigh(ctx context.Context, sc talk.Scene, a talk.Answers, t *talk.Turn) error {
	s, err := k.load(ctx, a)
	if err != nil {
		return err
	}
	if s == nil {
		next.Set(a, "gone")
		return nil
	}
	after, err := k.made(ctx, handIn(sc, t), s, a)
	if err != nil {
		return err
	}
	found := directory.Diff(s, after)
	edits.Set(a, found)
	base.Set(a, s.Version)
	remark.Clear(a)
	switch {
	case len(found) == 0:
		remark.Set(a, "unchanged")
		next.Set(a, "fields")
	case len(after.Validate()) > 0:
		remark.Set(a, "unsaved")
		next.Set(a, "fields")
	case mine.Of(a), slices.Contains(tickedItems, current.Of(a)) && !needTwo(s, found):
		next.Set(a, "save")
	default:
		next.Set(a, "compare")
	}
	return nil
}

// undone is the listing as it is now, with what one change did taken back: the
// change that ended in the version behind the item.
func (k keeper) undone(ctx context.Context, s *directory.Service, i item) (*directory.Service, error) {
	old, err := k.dir.History(ctx, s.ID)
	if err != nil {
		return nil, err
	}
	after := s
	for _, before := range old {
		if after.Version == parsed(i) {
			return s.With(directory.Diff(after, before)...)
		}
		after = before
	}
	return s, nil
}

// needTwo reports edits that wait for a second person: those of the rule, and
// every edit of a number for those in danger.
func needTwo(s *directory.Service, edits []directory.Edit) bool {
	c := directory.Change{Edits: edits}
	return s.Group == directory.Crisis || c.NeedsTwo()
}

// pairs words what differs between two states of a listing, field by field.
func pairs(before, after *directory.Service) locales.Text {
	return step{before, after}.words()
}

// planned is the listing as it is, and as the edits would make it; nil when it is
// not there any more.
func (k keeper) planned(ctx context.Context, a talk.Answers) (now, after *directory.Service, err error) {
	now, err = k.load(ctx, a)
	if err != nil || now == nil {
		return nil, nil, err
	}
	after, err = now.With(edits.Of(a)...)
	return now, after, err
}

func (k keeper) showCompare(ctx context.Context, _ talk.Scene, a talk.Answers) (talk.Screen, error) {
	now, after, err := k.planned(ctx, a)
	if err != nil {
		return talk.Screen{}, err
	}
	if now == nil {
		return gone(), nil
	}
	body := []locales.Text{locales.EditCompare(), pairs(now, after)}
	if current.Of(a) == item(directory.FieldPlaces) && !removed.Of(a) {
		known, postcode, err := k.knownPostcode(ctx, a)
		if err != nil {
			return talk.Screen{}, err
		}
		if !known {
			body = append(body, locales.EditPartPostcode(postcode))
		}
	}
	save := locales.EditButtonSave()
	if needTwo(now, edits.Of(a)) {
		save = locales.EditButtonSend()
		body = append(body, waitsFor(edits.Of(a)))
	}
	rows := talk.Column(talk.Option("save", save))
	if begun.Of(a) != "" {
		rows = append(rows, talk.Row(talk.Option("again", locales.EditButtonAgain())))
	}
	rows = append(rows, talk.Row(talk.Option("leave", locales.EditButtonLeave())))
	return talk.Screen{Body: locales.Paragraphs(body...), Rows: rows}, nil
}

// waitsFor says that a coordinator looks first, and what people see until then.
func waitsFor(edits []directory.Edit) locales.Text {
	if touchesPhones(edits) {
		return locales.EditPartTwoPhone()
	}
	return locales.EditPartTwo()
}

func touchesPhones(edits []directory.Edit) bool {
	return slices.ContainsFunc(edits, func(e directory.Edit) bool { return e.Field == directory.FieldPhones })
}

// knownPostcode reports whether the postcode that was typed is one of the area.
func (k keeper) knownPostcode(ctx context.Context, a talk.Answers) (known bool, postcode string, err error) {
	places, err := k.dir.Places(ctx)
	if err != nil {
		return false, "", err
	}
	address, _, known, err := readAddress(typed.Of(a), places)
	return known, address.Postcode, err
}

func takeCompare(_ context.Context, e talk.Event, a talk.Answers) error {
	c, ok := e.(talk.Chose)
	switch {
	case !ok:
	case c.Option == "save":
		next.Set(a, "save")
		return nil
	case c.Option == "again" && begun.Of(a) != "":
		removed.Clear(a)
		label.Clear(a)
		next.Set(a, begun.Of(a))
		return nil
	case c.Option == "leave":
		return &talk.Open{Command: "listing", Arg: service.Of(a).Short()}
	}
	return &talk.Retry{Text: locales.TalkChooseOne()}
}

// save asks for the change, or keeps it for a second person.
func (k keeper) save(ctx context.Context, sc talk.Scene, a talk.Answers, t *talk.Turn) error {
	now, err := k.load(ctx, a)
	if err != nil {
		return err
	}
	if now == nil {
		now = &directory.Service{ID: service.Of(a)} // the change will say that it is not there
	}
	h := handIn(sc, t)
	c := directory.Change{Service: now.ID, Base: base.Of(a), Edits: edits.Of(a), Owner: h.owner, Today: h.today}
	next.Set(a, "wait")
	proposed.Set(a, needTwo(now, c.Edits))
	if !proposed.Of(a) {
		t.Apply = &talk.Apply{Change: c, Do: h.record("edited", now, c.Edits)}
		return settled(ctx, k.desk, now, t.Apply)
	}
	if touchesPhones(c.Edits) {
		c.Lift = []directory.Doubt{directory.NumberChanging}
	}
	do := append([]talk.Effect{upkeep.Propose{Proposal: h.proposal(k.chance.ID(), now.Name, c)}}, h.record("proposed", now, c.Edits)...)
	if !touchesPhones(c.Edits) {
		t.Do = append(t.Do, do...)
		t.Tell = append(t.Tell, h.toldOffice(card.Name(now)))
		next.Set(a, "waits")
		return nil
	}
	t.Apply = &talk.Apply{Do: do, Tell: []talk.Tell{h.toldOffice(card.Name(now))}, Change: directory.Change{
		Service: now.ID, Base: base.Of(a), Owner: h.owner, Today: h.today, Cast: []directory.Doubt{directory.NumberChanging},
	}}
	return nil
}

// proposal is a change that waits for a second person.
func (h hand) proposal(id, name string, c directory.Change) upkeep.Proposal {
	return upkeep.Proposal{
		ID: id, Change: c, Name: name, Group: h.group, By: h.person, Role: h.role, Day: h.today, State: upkeep.Waiting,
	}
}

// showResult says what became of the change.
func (k keeper) showResult(ctx context.Context, sc talk.Scene, a talk.Answers) (talk.Screen, error) {
	now, after, err := k.planned(ctx, a)
	if err != nil {
		return talk.Screen{}, err
	}
	switch r := outcome.Of(a); {
	case now == nil:
		return gone(), nil
	case r.OK && proposed.Of(a):
		return k.showWaits(ctx, sc, a)
	case r.OK:
		return talk.Screen{Body: locales.Paragraphs(locales.EditSaved(), card.Of(now, sc.Now)), Rows: onwards(now)}, nil
	case r.Conflict:
		return talk.Screen{
			Body: locales.Paragraphs(locales.EditConflict(), both(now, after)),
			Rows: talk.Column(talk.Option("theirs", locales.EditButtonTheirs()), talk.Option("mine", locales.EditButtonMine())),
		}, nil
	}
	return talk.Screen{Body: locales.UpkeepNotSaved(), Rows: onwards(now)}, nil
}

// both words what somebody else saved and what one wanted oneself.
func both(theirs, yours *directory.Service) locales.Text {
	var parts []locales.Text
	for _, e := range directory.Diff(theirs, yours) {
		parts = append(parts, locales.EditPartBoth(
			locales.NameOfField(string(e.Field)).Capital(),
			card.OrNothing(card.Field(theirs, e.Field)), card.OrNothing(card.Field(yours, e.Field)),
		))
	}
	return locales.Paragraphs(parts...)
}

func takeResult(_ context.Context, e talk.Event, a talk.Answers) error {
	c, ok := e.(talk.Chose)
	switch {
	case !ok || !outcome.Of(a).Conflict:
	case c.Option == "mine":
		mine.Set(a, true)
		return nil
	case c.Option == "theirs":
		return &talk.Open{Command: "listing", Arg: service.Of(a).Short()}
	}
	return &talk.Retry{Text: locales.TalkChooseOne()}
}

func (k keeper) showWaits(ctx context.Context, _ talk.Scene, a talk.Answers) (talk.Screen, error) {
	s, err := k.subject(ctx, a)
	if err != nil || s == nil {
		return gone(), err
	}
	rows := talk.Column(toListings())
	if draft.Of(a) == nil {
		rows = onwards(s)
	}
	return talk.Screen{Body: locales.Lines(locales.EditWaits(), locales.CardPartName(card.Name(s))), Rows: rows}, nil
}

// onwards are the ways on after a change.
func onwards(s *directory.Service) [][]talk.Button {
	short := s.ID.Short()
	return talk.Column(
		talk.Enter("listing_edit", short, locales.EditButtonMore()),
		talk.Enter("listing", short, locales.EditButtonListing()),
		toListings(),
	)
}
