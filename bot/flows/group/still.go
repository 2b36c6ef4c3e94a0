package group

import (
	"context"
	"errors"
	"strings"
	"time"

	"signpost/bot/people"
	"signpost/bot/talk"
	"signpost/bot/upkeep"
	"signpost/directory"
	"signpost/locales"
)

// Listings is what the answers to "is this still right?" read.
type Listings interface {
	Service(ctx context.Context, id directory.ID) (*directory.Service, error)
}

var (
	stillService = talk.Answer[directory.ID]("service")
	stillName    = talk.Answer[locales.Own]("name")
	stillBase    = talk.Answer[int64]("base")
	stillWhat    = talk.Answer[string]("what")
	stillPause   = talk.Answer[bool]("pause")
	stillAway    = talk.Answer[string]("away")
	stillUntil   = talk.Answer[directory.Date]("until")
	stillOutcome = talk.Answer[talk.Result]("outcome")
)

// aways are for how long nobody can be asked, in days.
var aways = []struct {
	id    string
	days  int
	label func() locales.Text
}{
	{"week", 7, locales.UpkeepButtonWeek},
	{"fortnight", 14, locales.UpkeepButtonFortnight},
	{"month", 28, locales.UpkeepButtonMonth},
	{"two_months", 56, locales.UpkeepButtonTwoMonths},
}

// Still is the entrance behind the buttons of the question whether a listing is
// still right: its argument is the short id of the service and "yes", "pause" or
// "away", with a point between.
func Still(dir Listings) talk.Entrance {
	s := still{dir}
	to := func(steps ...string) *talk.Branch {
		return &talk.Branch{To: steps, Pick: func(a talk.Answers) string {
			if stillName.Of(a).English == "" {
				return "done" // nothing is there: say so
			}
			if what := stillWhat.Of(a); what == "pause" || what == "away" {
				return what
			}
			return "right"
		}}
	}
	return talk.Entrance{
		Command: "still", For: []people.Role{people.GroupAdmin, people.Coordinator}, About: "answer whether a listing is still right", GroupOf: s.group, Begin: beginStill, Over: true,
		Flow: talk.Flow{Name: "still", Steps: []talk.Step{
			talk.Run{Name: "look", Do: s.look, Next: to("right", "pause", "away", "done")},
			talk.Run{Name: "right", Do: s.right, Next: talk.Goto("wait")},
			talk.YesNo{
				Name: "pause", Ask: named(locales.UpkeepPauseAsk), Into: stillPause, Yes: locales.UpkeepButtonPause(),
				Next: &talk.Branch{To: []string{"paused", talk.End}, Pick: func(a talk.Answers) string {
					if stillPause.Of(a) {
						return "paused"
					}
					return talk.End
				}},
			}.Step(),
			talk.Run{Name: "paused", Do: s.pause, Next: talk.Goto("wait")},
			talk.Await{Name: "wait", Into: stillOutcome, Next: talk.Goto("done")}.Step(),
			talk.One{Name: "away", Ask: talk.Say(locales.UpkeepAwayAsk), Options: awayChoices, Into: stillAway, PerRow: 2}.Step(),
			talk.Run{Name: "gone", Do: s.away},
			talk.Ask{Name: "until", Show: showUntil, Take: stays, Next: talk.Goto(talk.End)},
			talk.Ask{Name: "done", Show: showStill, Take: stays, Next: talk.Goto(talk.End)},
		}},
	}
}

type still struct{ dir Listings }

func stillArg(arg string) (directory.ID, string) {
	short, what, _ := strings.Cut(arg, ".")
	id, err := directory.ParseShort(short)
	if err != nil {
		return "", what
	}
	return id, what
}

// group is the group of the service that an argument names; one of nobody's when
// there is none.
func (s still) group(ctx context.Context, arg string) (string, error) {
	return groupOfShort(ctx, s.dir, arg)
}

func beginStill(arg string, _ talk.Scene) talk.Answers {
	a := talk.Answers{}
	id, what := stillArg(arg)
	stillService.Set(a, id)
	stillWhat.Set(a, what)
	return a
}

func (s still) look(ctx context.Context, _ talk.Scene, a talk.Answers, _ *talk.Turn) error {
	found, err := s.dir.Service(ctx, stillService.Of(a))
	if errors.Is(err, directory.ErrNotFound) {
		return nil
	}
	if err != nil {
		return err
	}
	english, others := found.Translated("name")
	stillName.Set(a, locales.Own{English: english, Others: others})
	stillBase.Set(a, found.Version)
	return nil
}

// right says that the listing is right, as of today, and ends every doubt that
// rested on nobody having said so.
func (s still) right(_ context.Context, sc talk.Scene, a talk.Answers, t *talk.Turn) error {
	group, role, today := t.Conversation.Group, roleIn(sc.Person, t.Conversation.Group), directory.DateOf(sc.Now)
	c := directory.Change{
		Service: stillService.Of(a), Base: stillBase.Of(a), Owner: owner(role, group), Today: today,
		Edits: []directory.Edit{directory.Set(directory.FieldAssured, directory.Assurance{On: today, Role: string(role)})},
		Lift:  []directory.Doubt{directory.Unanswered, directory.Hidden, directory.BeingChecked},
	}
	t.Apply = &talk.Apply{Change: c, Do: []talk.Effect{
		upkeep.StillRight{Service: c.Service, Group: group, Day: today},
		upkeep.Settle{Service: c.Service, Wrongs: factual()},
		upkeep.Record{Entry: upkeep.Entry{Day: today, Role: role, Group: group, What: "confirmed", Service: c.Service}},
	}, Tell: []talk.Tell{{Reporters: string(c.Service), Body: locales.WrongOutcomeRight(stillName.Of(a))}}}
	return nil
}

// pause closes the listing for a while.
func (s still) pause(_ context.Context, sc talk.Scene, a talk.Answers, t *talk.Turn) error {
	group, role, today := t.Conversation.Group, roleIn(sc.Person, t.Conversation.Group), directory.DateOf(sc.Now)
	edit := directory.Set(directory.FieldStatus, directory.TemporarilyClosed)
	c := directory.Change{
		Service: stillService.Of(a), Base: stillBase.Of(a), Owner: owner(role, group), Today: today, Edits: []directory.Edit{edit},
		Lift: []directory.Doubt{directory.Unanswered, directory.Hidden, directory.BeingChecked},
	}
	t.Apply = &talk.Apply{Tell: []talk.Tell{{Reporters: string(c.Service), Body: locales.WrongOutcomeChanged(stillName.Of(a))}}, Change: c, Do: []talk.Effect{
		upkeep.StillRight{Service: c.Service, Group: group, Day: today},
		upkeep.Settle{Service: c.Service, Wrongs: factual()},
		upkeep.Record{Entry: upkeep.Entry{
			Day: today, Role: role, Group: group, What: "paused", Service: c.Service, Field: edit.Field, After: string(edit.Value),
		}},
	}}
	return nil
}

// away puts the questions of the whole group off.
func (s still) away(_ context.Context, sc talk.Scene, a talk.Answers, t *talk.Turn) error {
	group := t.Conversation.Group
	for _, w := range aways {
		if w.id != stillAway.Of(a) {
			continue
		}
		until := directory.DateOf(sc.Now.AddDate(0, 0, w.days))
		stillUntil.Set(a, until)
		t.Do = append(t.Do, upkeep.AwayUntil{Group: group, Day: until}, upkeep.Record{Entry: upkeep.Entry{
			Day: directory.DateOf(sc.Now), Role: roleIn(sc.Person, group), Group: group, What: "away", Service: stillService.Of(a), After: string(until),
		}})
	}
	return nil
}

func awayChoices(context.Context, talk.Scene, talk.Answers) ([]talk.Choice, error) {
	var out []talk.Choice
	for _, w := range aways {
		out = append(out, talk.Choice{ID: w.id, Label: w.label()})
	}
	return out, nil
}

// named words a question about the listing.
func named(t func(locales.Own) locales.Text) talk.Words {
	return func(_ context.Context, _ talk.Scene, a talk.Answers) (locales.Text, error) {
		return t(stillName.Of(a)), nil
	}
}

func showUntil(_ context.Context, _ talk.Scene, a talk.Answers) (talk.Screen, error) {
	day, err := time.Parse(time.DateOnly, string(stillUntil.Of(a)))
	if err != nil {
		return talk.Screen{}, err
	}
	return talk.Screen{Body: locales.UpkeepAwayDone(locales.Day{Year: day.Year(), Month: int(day.Month()), Day: day.Day()})}, nil
}

func showStill(_ context.Context, _ talk.Scene, a talk.Answers) (talk.Screen, error) {
	name := stillName.Of(a)
	switch {
	case !stillOutcome.Of(a).OK:
		return talk.Screen{Body: locales.UpkeepNotSaved()}, nil
	case stillWhat.Of(a) == "pause":
		return talk.Screen{Body: locales.UpkeepPauseDone(name)}, nil
	}
	return talk.Screen{Body: locales.UpkeepRightDone(name)}, nil
}

func stays(context.Context, talk.Event, talk.Answers) error {
	return &talk.Retry{Text: locales.TalkChooseOne()}
}

// roleIn is the hat by which a person acts in a group: the group's own before the
// office's.
func roleIn(p people.Person, group string) people.Role {
	if p.May([]people.Role{people.GroupAdmin}, group) {
		return people.GroupAdmin
	}
	return people.Coordinator
}

// owner is on whose behalf a change is made: see directory.Change.
func owner(role people.Role, group string) string {
	if role == people.Coordinator {
		return ""
	}
	return group
}

// factual are the reports that a look at the listing settles.
func factual() []upkeep.Wrong {
	var out []upkeep.Wrong
	for _, w := range upkeep.Wrongs {
		if w.Factual() {
			out = append(out, w)
		}
	}
	return out
}
