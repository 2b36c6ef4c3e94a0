package office

import (
	"context"
	"slices"
	"strconv"

	"signpost/bot/card"
	"signpost/bot/people"
	"signpost/bot/talk"
	"signpost/bot/upkeep"
	"signpost/directory"
	"signpost/locales"
)

var wrongNumber = talk.Answer[string]("number") // its place among the numbers, from 0

// numbers are the compiled-in numbers of the urgent card. They answer without a
// file, so they can't be changed here: they are rung, and somebody says so.
func (o office) numbers() talk.Flow {
	return talk.Flow{Name: "numbers", Steps: []talk.Step{
		talk.Ask{Name: "numbers", Show: o.showNumbers, Take: takeNumbers, Next: &talk.Branch{To: []string{"right", "which"}, Pick: verdict.Of}},
		talk.Run{Name: "right", Do: rungAll, Next: talk.Goto("thanks")},
		talk.One{Name: "which", Ask: talk.Say(locales.NumbersWhich), Options: o.numberChoices, Into: wrongNumber}.Step(),
		talk.Run{Name: "tell", Do: o.tellNumber},
		talk.Ask{Name: "told", Show: says(locales.NumbersTold), Take: stays, Next: talk.Goto(talk.End)},
		talk.Ask{Name: "thanks", Show: says(locales.NumbersThanks), Take: stays, Next: talk.Goto(talk.End)},
	}}
}

func (o office) showNumbers(ctx context.Context, _ talk.Scene, _ talk.Answers) (talk.Screen, error) {
	questions, err := o.desk.Questions(ctx, "")
	if err != nil {
		return talk.Screen{}, err
	}
	last := locales.BoardPartNumbersNever()
	for _, q := range questions {
		if q.Service == upkeep.CrisisNumbers && q.Confirmed != "" {
			last = locales.BoardPartNumbers(card.Day(q.Confirmed))
		}
	}
	var lines []locales.Text
	for _, n := range o.crisis {
		lines = append(lines, locales.Join(": ", locales.Raw(n.Name), locales.Phone(n.Number)))
	}
	return talk.Screen{
		Body: locales.Paragraphs(locales.NumbersIntro(), locales.Lines(lines...), last),
		Rows: talk.Column(talk.Option("right", locales.NumbersButtonRight()), talk.Option("which", locales.NumbersButtonWrong())),
	}, nil
}

func takeNumbers(_ context.Context, e talk.Event, a talk.Answers) error {
	if c, ok := e.(talk.Chose); ok && slices.Contains([]string{"right", "which"}, c.Option) {
		verdict.Set(a, c.Option)
		return nil
	}
	return &talk.Retry{Text: locales.TalkChooseOne()}
}

// rungAll notes that all numbers were rung today. The first time begins the asking.
func rungAll(_ context.Context, sc talk.Scene, _ talk.Answers, t *talk.Turn) error {
	today := directory.DateOf(sc.Now)
	t.Do = append(t.Do,
		upkeep.StillRight{Service: upkeep.CrisisNumbers, Day: today},
		upkeep.Record{Entry: upkeep.Entry{Day: today, Role: people.Coordinator, What: "numbers_right", Service: upkeep.CrisisNumbers}},
	)
	return nil
}

func (o office) numberChoices(context.Context, talk.Scene, talk.Answers) ([]talk.Choice, error) {
	var out []talk.Choice
	for i, n := range o.crisis {
		out = append(out, talk.Choice{ID: strconv.Itoa(i), Label: locales.Raw(n.Name)})
	}
	return out, nil
}

// tellNumber tells the whole office at once that a number is wrong.
func (o office) tellNumber(_ context.Context, sc talk.Scene, a talk.Answers, t *talk.Turn) error {
	at, err := strconv.Atoi(wrongNumber.Of(a))
	if err != nil || at < 0 || at >= len(o.crisis) {
		return err
	}
	n := o.crisis[at]
	t.Do = append(t.Do, upkeep.Record{Entry: upkeep.Entry{
		Day: directory.DateOf(sc.Now), Role: people.Coordinator, What: "numbers_wrong", Service: upkeep.CrisisNumbers, After: strconv.Quote(n.Number),
	}})
	t.Tell = append(t.Tell, talk.Tell{
		To: people.Hat{Role: people.Coordinator}, But: sc.Person.ID,
		Body: locales.NumbersAlarm(locales.Join(": ", locales.Raw(n.Name), locales.Phone(n.Number))),
		Rows: talk.Column(talk.Standing("numbers", "", locales.UpkeepButtonNumbers())),
	})
	return nil
}
