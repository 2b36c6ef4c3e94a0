package group

import (
	"context"

	"signpost/bot/card"
	"signpost/bot/talk"
	"signpost/bot/upkeep"
	"signpost/directory"
	"signpost/locales"
)

// newListing asks for the few things a listing must say, shows its card, and
// sends it to a second person.
func (k keeper) newListing() talk.Flow {
	to := append([]string{"which", "text", "pick", "card"}, tickedNames()...)
	steps := []talk.Step{
		talk.Run{Name: "begin", Do: k.beginNew},
		talk.Run{Name: "ask", Do: k.askNext, Next: &talk.Branch{To: to, Pick: next.Of}},
	}
	steps = append(steps, k.questions(locales.ButtonDone())...)
	steps = append(
		steps,
		talk.Run{Name: "weigh", Do: k.weighNew, Next: talk.Goto("ask")},
		talk.Ask{Name: "card", Show: k.showNew, Take: takeNew},
		talk.Run{Name: "send", Do: k.sendNew},
		talk.Ask{Name: "waits", Show: k.showWaits, Take: stays, Next: talk.Goto(talk.End)},
	)
	return talk.Flow{Name: "listing_new", Steps: steps}
}

// beginNew makes an empty listing of the group.
func (k keeper) beginNew(ctx context.Context, sc talk.Scene, a talk.Answers, t *talk.Turn) error {
	if group.Of(a) == "" {
		return &talk.Open{Command: "listings"}
	}
	o, err := k.dir.Organisation(ctx, group.Of(a))
	if err != nil {
		return &talk.Open{Command: "listings"} // an argument that somebody made up
	}
	h, id := handIn(sc, t), k.chance.UUID()
	draft.Set(a, &directory.Service{
		ID: id, Organisation: o, Group: directory.LocalCommunity, Status: directory.Active,
		Origin:  directory.Origin{Owner: string(o.ID), Source: string(o.ID), SourceID: string(id), Date: string(h.today), Mark: directory.MarkB},
		Assured: directory.Assurance{On: h.today, Role: string(h.role)},
	})
	queue.Set(a, required)
	return nil
}

// askNext goes on to what is still to be asked, and at the end to the card.
func (k keeper) askNext(ctx context.Context, _ talk.Scene, a talk.Answers, _ *talk.Turn) error {
	todo := queue.Of(a)
	if len(todo) == 0 {
		next.Set(a, "card")
		return nil
	}
	queue.Set(a, todo[1:])
	return k.choose(ctx, todo[0], a)
}

func (k keeper) weighNew(ctx context.Context, sc talk.Scene, a talk.Answers, t *talk.Turn) error {
	after, err := k.made(ctx, handIn(sc, t), draft.Of(a), a)
	if err != nil {
		return err
	}
	draft.Set(a, after)
	return nil
}

// showNew shows the card as it would be.
func (k keeper) showNew(_ context.Context, sc talk.Scene, a talk.Answers) (talk.Screen, error) {
	return talk.Screen{
		Body: locales.Paragraphs(locales.EditNew(), card.Of(draft.Of(a), sc.Now)),
		Rows: talk.Column(
			talk.Option("send", locales.EditButtonSend()),
			talk.Option("stop", locales.EditButtonStop()),
		),
	}, nil
}

func takeNew(_ context.Context, e talk.Event, a talk.Answers) error {
	c, ok := e.(talk.Chose)
	switch {
	case ok && c.Option == "send":
		return nil
	case ok && c.Option == "stop":
		return &talk.Open{Command: "listings", Arg: group.Of(a).Short()}
	}
	return &talk.Retry{Text: locales.TalkChooseOne()}
}

// sendNew keeps the new listing for a second person.
func (k keeper) sendNew(_ context.Context, sc talk.Scene, a talk.Answers, t *talk.Turn) error {
	h, s := handIn(sc, t), draft.Of(a)
	c := directory.Change{Service: s.ID, New: s, Owner: h.owner, Today: h.today}
	t.Tell = append(t.Tell, h.toldOffice(card.Name(s)))
	t.Do = append(
		t.Do, upkeep.Propose{Proposal: h.proposal(k.chance.ID(), s.Name, c)},
		upkeep.Record{Entry: upkeep.Entry{Day: h.today, Role: h.role, Group: h.group, What: "proposed", Service: s.ID}},
	)
	return nil
}
