package member

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

// Reporting is what "something is wrong" reads. With the zero Reporting there is
// nobody to tell, and no card offers it.
type Reporting struct {
	// Reports are the open reports of a group, see upkeep.Report.
	Reports func(ctx context.Context, group string) ([]upkeep.Report, error)
	ID      func() string // names a report
}

// maxReports is how many reports are taken from one chat in a day: enough for
// somebody who goes through their cards, too few to bury a group.
const maxReports = 5

var (
	wrongService = talk.Answer[directory.ID]("service")
	wrongWhat    = talk.Answer[upkeep.Wrong]("wrong")
	wrongReport  = talk.Answer[string]("report")
	wrongOutcome = talk.Answer[talk.Result]("outcome")
	wrongHear    = talk.Answer[bool]("hear")
	wrongEnds    = talk.Answer[string]("ends") // the step that ends it, when nothing is reported
)

// wrongButtons are what can be wrong, in the person's own words.
var wrongButtons = map[upkeep.Wrong]func() locales.Text{
	upkeep.WrongNumber:   locales.WrongButtonNumber,
	upkeep.WrongClosed:   locales.WrongButtonClosed,
	upkeep.WrongMoved:    locales.WrongButtonMoved,
	upkeep.WrongLanguage: locales.WrongButtonLanguage,
	upkeep.WrongNotFound: locales.WrongButtonNotFound,
	upkeep.WrongOther:    locales.WrongButtonOther,
	upkeep.Unwelcome:     locales.WrongButtonUnwelcome,
}

func beginWrong(arg string, _ talk.Scene) talk.Answers {
	a := talk.Answers{}
	if id, err := directory.ParseShort(arg); err == nil {
		wrongService.Set(a, id)
	}
	return a
}

// wrong takes a report on a listing: two taps from its card, and no words. What is
// typed instead is listened to for danger, as everywhere, and not kept.
func (m member) wrong() talk.Flow {
	return talk.Flow{Name: "wrong", Steps: []talk.Step{
		talk.Run{Name: "look", Do: m.wrongLook, Next: &talk.Branch{To: []string{"what", "gone", "enough"}, Pick: func(a talk.Answers) string {
			if ends := wrongEnds.Of(a); ends != "" {
				return ends
			}
			return "what"
		}}},
		talk.Ask{Name: "what", Show: m.showWrong, Take: takeWrong},
		talk.Run{Name: "report", Do: m.report, Next: &talk.Branch{To: []string{"wait", "unwelcome", "gone"}, Pick: func(a talk.Answers) string {
			switch {
			case wrongReport.Of(a) == "":
				return "gone"
			case wrongWhat.Of(a).Factual():
				return "wait"
			}
			return "unwelcome"
		}}},
		talk.Await{Name: "wait", Into: wrongOutcome}.Step(),
		talk.Ask{Name: "thanks", Show: m.showThanks, Take: takeHear, Next: &talk.Branch{To: []string{"hear", talk.End}, Pick: func(a talk.Answers) string {
			if wrongHear.Of(a) {
				return "hear"
			}
			return talk.End
		}}},
		talk.Run{Name: "hear", Do: hear},
		talk.Ask{Name: "will_hear", Show: says(locales.WrongWillHear), Take: m.takeMenu, Next: talk.Goto(talk.End)},
		talk.Ask{Name: "unwelcome", Show: showUnwelcome, Take: m.takeMenu, Next: talk.Goto(talk.End)},
		talk.Ask{Name: "enough", Show: says(locales.WrongEnough), Take: m.takeMenu, Next: talk.Goto(talk.End)},
		talk.Ask{Name: "gone", Take: m.takeMenu, Next: talk.Goto(talk.End), Show: func(context.Context, talk.Scene, talk.Answers) (talk.Screen, error) {
			return gone(), nil
		}},
	}}
}

// says shows one sentence; the way on is in the footer.
func says(t func() locales.Text) func(context.Context, talk.Scene, talk.Answers) (talk.Screen, error) {
	return func(context.Context, talk.Scene, talk.Answers) (talk.Screen, error) {
		return talk.Screen{Body: t()}, nil
	}
}

func (m member) wrongLook(ctx context.Context, sc talk.Scene, a talk.Answers, _ *talk.Turn) error {
	s, err := m.load(ctx, a)
	switch {
	case err != nil:
		return err
	case s == nil:
		wrongEnds.Set(a, "gone")
	case sc.Reports >= maxReports:
		wrongEnds.Set(a, "enough")
	}
	return nil
}

func (m member) showWrong(ctx context.Context, _ talk.Scene, a talk.Answers) (talk.Screen, error) {
	s, err := m.load(ctx, a)
	if err != nil {
		return talk.Screen{}, err
	}
	if s == nil {
		return gone(), nil
	}
	var buttons []talk.Button
	for _, w := range upkeep.Wrongs {
		buttons = append(buttons, talk.Option(string(w), wrongButtons[w]()))
	}
	return talk.Screen{Body: locales.WrongAsk(card.Name(s)), Rows: talk.InRows(1, buttons...)}, nil
}

func takeWrong(_ context.Context, e talk.Event, a talk.Answers) error {
	if c, ok := e.(talk.Chose); ok && slices.Contains(upkeep.Wrongs, upkeep.Wrong(c.Option)) {
		wrongWhat.Set(a, upkeep.Wrong(c.Option))
		return nil
	}
	return &talk.Retry{Text: locales.TalkChooseOne()}
}

// report keeps what somebody says is wrong. A fault of fact casts a doubt on the
// listing and does nothing else to it, and group and office are told at once. That
// somebody was not welcome is told to nobody now and has no day, so that a small
// group can't work out whose visit it was.
func (m member) report(ctx context.Context, sc talk.Scene, a talk.Answers, t *talk.Turn) error {
	s, err := m.load(ctx, a)
	if err != nil || s == nil {
		return err
	}
	r := upkeep.Report{ID: m.reporting.ID(), Service: s.ID, Group: string(s.Organisation.ID), Wrong: wrongWhat.Of(a), Open: true}
	wrongReport.Set(a, r.ID)
	if !r.Wrong.Factual() {
		t.Do = append(t.Do, upkeep.Reported{Report: r})
		return nil
	}
	r.Day = directory.DateOf(sc.Now)
	t.Apply = &talk.Apply{
		Change: directory.Change{Service: s.ID, Base: s.Version, Cast: []directory.Doubt{directory.BeingChecked}, Today: r.Day},
		Do:     []talk.Effect{upkeep.Reported{Report: r}},
	}
	known, err := m.reporting.Reports(ctx, r.Group)
	if err != nil {
		return err
	}
	told := slices.ContainsFunc(known, func(k upkeep.Report) bool { return k.Service == r.Service && k.Wrong == r.Wrong })
	if !told { // the same again, before anybody has looked, is on their list and rings no bell
		t.Apply.Tell = tellWrong(s, r.Wrong)
	}
	return nil
}

// tellWrong tells the group and the office that something is wrong. It says
// nothing of who said so.
func tellWrong(s *directory.Service, w upkeep.Wrong) []talk.Tell {
	tell := talk.Tell{
		To:   people.Hat{Role: people.GroupAdmin, Group: string(s.Organisation.ID)},
		Body: locales.WrongTold(card.Name(s), card.Wrong(string(w))),
		Rows: [][]talk.Button{
			{talk.Standing("listing", s.ID.Short(), locales.UpkeepButtonChange())},
			{talk.Standing("still", s.ID.Short()+".yes", locales.UpkeepButtonRight())},
		},
	}
	office := tell
	office.To = people.Hat{Role: people.Coordinator}
	return []talk.Tell{tell, office}
}

func (m member) showThanks(_ context.Context, sc talk.Scene, a talk.Answers) (talk.Screen, error) {
	switch {
	case !wrongOutcome.Of(a).OK:
		return talk.Screen{Body: locales.WrongNotSaved()}, nil
	case !sc.Abilities.Unasked:
		return talk.Screen{Body: locales.WrongThanks()}, nil
	}
	return talk.Screen{
		Body: locales.Paragraphs(locales.WrongThanks(), locales.WrongPartHear()),
		Rows: talk.Column(talk.Option("no", locales.WrongButtonNo()), talk.Option("yes", locales.WrongButtonHear())),
	}, nil
}

// takeHear takes whether somebody wants to hear what comes of it. Not to answer is
// no.
func takeHear(_ context.Context, e talk.Event, a talk.Answers) error {
	if c, ok := e.(talk.Chose); ok && (c.Option == "yes" || c.Option == "no") && wrongOutcome.Of(a).OK {
		wrongHear.Set(a, c.Option == "yes")
		return nil
	}
	return &talk.Retry{Text: locales.TalkChooseOne()}
}

func hear(_ context.Context, _ talk.Scene, a talk.Answers, t *talk.Turn) error {
	t.Do = append(t.Do, upkeep.WaitFor{Report: wrongReport.Of(a)})
	return nil
}

func showUnwelcome(context.Context, talk.Scene, talk.Answers) (talk.Screen, error) {
	return talk.Screen{Body: locales.WrongThanksUnwelcome(), Rows: talk.Column(talk.Enter("find", forMe, locales.MenuButtonMe()))}, nil
}
