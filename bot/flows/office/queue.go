package office

import (
	"context"
	"slices"
	"strconv"

	"signpost/bot/card"
	"signpost/bot/talk"
	"signpost/bot/upkeep"
	"signpost/directory"
	"signpost/locales"
)

var (
	proposal = talk.Answer[string]("proposal")
	lookedAt = talk.Answer[int64]("version") // of the service, when the change was shown
	verdict  = talk.Answer[string]("verdict")
	reason   = talk.Answer[string]("reason")
	mine     = talk.Answer[bool]("mine") // whoever looks made the change
	clashed  = talk.Answer[bool]("clashed")
)

// The verdicts, as options.
const (
	approve  = "approve"
	sendBack = "back"
)

// reasons are why a change is sent back.
var reasons = []struct {
	id    string
	label func() locales.Text
}{
	{"unclear", locales.QueueButtonUnclear},
	{"wrong_number", locales.QueueButtonWrongNumber},
	{"not_ours", locales.QueueButtonNotOurs},
	{"talk", locales.QueueButtonTalk},
}

func beginQueue(arg string, _ talk.Scene) talk.Answers {
	a := talk.Answers{}
	if arg != "" {
		proposal.Set(a, arg)
	}
	return a
}

// queue is what waits for a second person: one by one, before and after.
func (o office) queue() talk.Flow {
	var choices []talk.Choice
	for _, r := range reasons {
		choices = append(choices, talk.Choice{ID: r.id, Label: r.label()})
	}
	return talk.Flow{Name: "queue", Steps: []talk.Step{
		talk.Run{Name: "which", Do: nothing, Next: &talk.Branch{To: []string{"list", "look"}, Pick: func(a talk.Answers) string {
			if proposal.Of(a) == "" {
				return "list"
			}
			return "look"
		}}},
		talk.One{Name: "list", Ask: o.queueWords, Options: o.queueChoices, Into: proposal, Page: onPage}.Step(),
		talk.Run{Name: "look", Do: o.lookAt, Next: there("item")},
		talk.Ask{Name: "item", Show: o.showItem, Take: takeVerdict, Next: &talk.Branch{To: []string{"approve", "why"}, Pick: func(a talk.Answers) string {
			if verdict.Of(a) == sendBack {
				return "why"
			}
			return "approve"
		}}},
		talk.One{Name: "why", Ask: talk.Say(locales.QueueAskWhy), Options: talk.Always(choices...), Into: reason, Next: talk.Goto("send_back")}.Step(),
		talk.Run{Name: "approve", Do: o.approve, Next: there("wait")},
		talk.Run{Name: "send_back", Do: o.sendBack, Next: &talk.Branch{To: []string{"wait", "gone", "done"}, Pick: func(a talk.Answers) string {
			switch {
			case proposal.Of(a) == "":
				return "gone"
			case outcome.Of(a).OK:
				return "done"
			}
			return "wait"
		}}},
		talk.Await{Name: "wait", Into: outcome, Next: &talk.Branch{To: []string{"look", "done"}, Pick: func(a talk.Answers) string {
			if outcome.Of(a).Conflict {
				return "look" // with what was changed meanwhile
			}
			return "done"
		}}}.Step(),
		talk.Ask{Name: "done", Show: showDecided, Take: stays, Next: talk.Goto(talk.End)},
		talk.Ask{Name: "gone", Show: says(locales.QueueGone, toQueue()), Take: stays, Next: talk.Goto(talk.End)},
	}}
}

func nothing(context.Context, talk.Scene, talk.Answers, *talk.Turn) error { return nil }

// there goes on to a step if the change still waits.
func there(step string) *talk.Branch {
	return &talk.Branch{To: []string{step, "gone"}, Pick: func(a talk.Answers) string {
		if proposal.Of(a) == "" {
			return "gone"
		}
		return step
	}}
}

func toQueue() []talk.Button { return talk.Row(talk.Enter("queue", "", locales.MenuButtonQueue())) }

func (o office) queueWords(ctx context.Context, _ talk.Scene, _ talk.Answers) (locales.Text, error) {
	waiting, err := o.desk.Proposals(ctx)
	if err != nil {
		return locales.Text{}, err
	}
	if len(waiting) == 0 {
		return locales.QueueEmpty(), nil
	}
	return locales.QueueList(len(waiting)), nil
}

func (o office) queueChoices(ctx context.Context, _ talk.Scene, _ talk.Answers) ([]talk.Choice, error) {
	waiting, err := o.desk.Proposals(ctx)
	if err != nil {
		return nil, err
	}
	var out []talk.Choice
	for i, p := range waiting {
		out = append(out, talk.Choice{ID: p.ID, Label: locales.CardButtonTitle(strconv.Itoa(i+1), locales.Own{English: p.Name})})
	}
	return out, nil
}

// lookAt notes what a decision will rest on: the listing as it is now.
func (o office) lookAt(ctx context.Context, sc talk.Scene, a talk.Answers, _ *talk.Turn) error {
	p, found, err := o.waiting(ctx, a)
	if err != nil || !found {
		return err
	}
	clashed.Set(a, outcome.Of(a).Conflict)
	outcome.Clear(a)
	mine.Set(a, p.By == sc.Person.ID)
	if p.Change.New != nil {
		return nil
	}
	s, err := o.load(ctx, p.Change.Service)
	if err != nil {
		return err
	}
	if s == nil {
		proposal.Clear(a)
		return nil
	}
	lookedAt.Set(a, s.Version)
	return nil
}

// waiting is the change that is looked at; when it no longer waits, or is the
// person's own at a decision, there is none.
func (o office) waiting(ctx context.Context, a talk.Answers) (upkeep.Proposal, bool, error) {
	p, found, err := o.desk.Proposal(ctx, proposal.Of(a))
	if err != nil {
		return upkeep.Proposal{}, false, err
	}
	if !found || p.State != upkeep.Waiting {
		proposal.Clear(a)
		return upkeep.Proposal{}, false, nil
	}
	return p, true, nil
}

func (o office) showItem(ctx context.Context, sc talk.Scene, a talk.Answers) (talk.Screen, error) {
	p, found, err := o.desk.Proposal(ctx, proposal.Of(a))
	if err != nil {
		return talk.Screen{}, err
	}
	if !found || p.State != upkeep.Waiting {
		return talk.Screen{Body: locales.QueueGone(), Rows: [][]talk.Button{toQueue()}}, nil
	}
	from, err := o.from(ctx, p)
	if err != nil {
		return talk.Screen{}, err
	}
	what, err := o.what(ctx, sc, p)
	if err != nil {
		return talk.Screen{}, err
	}
	parts := []locales.Text{locales.Lines(locales.QueueItem(), from)}
	if clashed.Of(a) {
		parts = append(parts, locales.QueuePartClash())
	}
	parts = append(parts, what)
	rows := [][]talk.Button{{talk.Option(approve, locales.QueueButtonApprove())}, {talk.Option(sendBack, locales.QueueButtonBack())}}
	if p.By == sc.Person.ID {
		parts, rows = append(parts, locales.QueuePartOwn()), nil
	}
	if p.Change.New == nil {
		rows = append(rows, talk.Row(talk.Enter("listing", p.Change.Service.Short(), locales.QueueButtonListing())))
	}
	return talk.Screen{Body: locales.Paragraphs(parts...), Rows: rows}, nil
}

// from says who made a change: the group, the hat, the day. Never who it was.
func (o office) from(ctx context.Context, p upkeep.Proposal) (locales.Text, error) {
	group, err := o.groupName(ctx, p.Group)
	if err != nil {
		return locales.Text{}, err
	}
	return locales.QueuePartFrom(group, locales.RoleName(string(p.Role)), card.Day(p.Day)), nil
}

// what words a change: a new listing as its card, all else before and after, with
// what the listing says now as what it was before.
func (o office) what(ctx context.Context, sc talk.Scene, p upkeep.Proposal) (locales.Text, error) {
	if n := p.Change.New; n != nil {
		return locales.Lines(locales.QueuePartNew(), card.Of(n, sc.Now)), nil
	}
	now, err := o.load(ctx, p.Change.Service)
	if err != nil {
		return locales.Text{}, err
	}
	if now == nil {
		return locales.ListingGone(), nil
	}
	after, err := now.With(p.Change.Edits...)
	if err != nil {
		return locales.Text{}, err
	}
	since, err := o.since(ctx, p, now)
	if err != nil {
		return locales.Text{}, err
	}
	parts := []locales.Text{locales.CardPartName(card.Name(now))}
	if len(since) > 0 {
		parts = append(parts, locales.QueuePartMeanwhile(card.FieldNames(since)))
	}
	return locales.Paragraphs(append(parts, card.Pairs(now, after, p.Change.Edits))...), nil
}

// since are the edits of a change whose fields somebody else has changed since it
// was made.
func (o office) since(ctx context.Context, p upkeep.Proposal, now *directory.Service) ([]directory.Edit, error) {
	if p.Change.Base == now.Version {
		return nil, nil
	}
	old, err := o.dir.History(ctx, now.ID)
	if err != nil {
		return nil, err
	}
	at := slices.IndexFunc(old, func(s *directory.Service) bool { return s.Version == p.Change.Base })
	var out []directory.Edit
	for _, e := range p.Change.Edits {
		if at < 0 || string(old[at].Value(e.Field)) != string(now.Value(e.Field)) {
			out = append(out, e)
		}
	}
	return out, nil
}

func takeVerdict(_ context.Context, e talk.Event, a talk.Answers) error {
	c, ok := e.(talk.Chose)
	if !ok || c.Option != approve && c.Option != sendBack {
		return &talk.Retry{Text: locales.TalkChooseOne()}
	}
	if mine.Of(a) {
		return &talk.Retry{Text: locales.QueueOwn()}
	}
	verdict.Set(a, c.Option)
	return nil
}

func showDecided(_ context.Context, _ talk.Scene, a talk.Answers) (talk.Screen, error) {
	rows := [][]talk.Button{toQueue()}
	switch {
	case !outcome.Of(a).OK:
		return talk.Screen{Body: locales.QueueNotMade(), Rows: rows}, nil
	case verdict.Of(a) == sendBack:
		return talk.Screen{Body: locales.QueueSentBack(), Rows: rows}, nil
	}
	return talk.Screen{Body: locales.QueueApproved(), Rows: rows}, nil
}
