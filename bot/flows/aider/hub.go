package aider

import (
	"context"
	"slices"

	"signpost/bot/sessionlog"
	"signpost/bot/talk"
	"signpost/locales"
)

// hubWays are the questions that the hub leads to with a tap, by their choices.
var hubWays = []string{"first", "visits", "answered", "missed", "languages", "about", "pointed", "remark", "held", "why"}

// askHub shows what will be saved. The two things that are required come first; until
// the first of them is said, nothing else is asked.
func (l logbook) askHub() talk.Ask {
	return talk.Ask{
		Name: "hub", Show: l.showHub, Take: takeHub,
		Next: to(append([]string{"keep", "save"}, hubWays...)...),
	}
}

func (l logbook) showHub(ctx context.Context, sc talk.Scene, a talk.Answers) (talk.Screen, error) {
	log := current.Of(a)
	body, err := l.summary(ctx, sc, a)
	if err != nil {
		return talk.Screen{}, err
	}
	save := talk.Row(talk.Option("save", locales.LogButtonSave()))
	if log.Held == "" {
		nobody := locales.LogButtonNobody()
		if log.Phone {
			nobody = locales.LogButtonNobodyRang()
		}
		rows := talk.Column(
			talk.Option("ran", locales.LogButtonRan()), talk.Option("nobody", nobody), talk.Option("why", locales.LogButtonNot()),
		)
		return talk.Screen{Body: body, Rows: append(rows, save, talk.Row(toSessions()))}, nil
	}
	rows := [][]talk.Button{save}
	if log.Held == sessionlog.Ran {
		if len(log.Languages)+len(log.Needs)+len(log.Pointed) == 0 {
			rows = append(rows, talk.Row(talk.Option("more", locales.LogButtonMore())))
		}
		rows = append(rows, details(log)...)
	} else {
		rows = append(rows, talk.Row(talk.Option("remark", locales.LogButtonRemark())))
	}
	if len(alike(log, before.Of(a))) > 0 && log.Held == sessionlog.Ran {
		rows = append(rows, talk.Row(talk.Option("clear", locales.LogButtonClear())))
	}
	return talk.Screen{Body: body, Rows: append(rows, talk.Row(talk.Option("held", locales.LogButtonHeld()), toSessions()))}, nil
}

// details are the buttons to what else can be said of a session that ran.
func details(log sessionlog.Log) [][]talk.Button {
	numbers := []talk.Button{talk.Option("visits", locales.LogButtonVisits())}
	if log.Phone {
		numbers = []talk.Button{talk.Option("answered", locales.LogButtonAnswered()), talk.Option("missed", locales.LogButtonMissed())}
	}
	return talk.InRows(2, append(numbers,
		talk.Option("first", locales.LogButtonFirst()),
		talk.Option("languages", locales.LogButtonLanguages()),
		talk.Option("about", locales.LogButtonAbout()),
		talk.Option("pointed", locales.LogButtonPointed()),
		talk.Option("remark", locales.LogButtonRemark()),
	)...)
}

// takeHub reads a tap on the hub. A typed number is that of the visits.
func takeHub(_ context.Context, e talk.Event, a talk.Answers) error {
	log := current.Of(a)
	saving.Clear(a)
	walking.Clear(a)
	if said, ok := e.(talk.Said); ok {
		n, err := readNumber(said.Text)
		if err != nil || log.Phone {
			return &talk.Retry{Text: locales.TalkChooseOne()}
		}
		setVisits(&log, n)
		return keeping(a, log)
	}
	chose, ok := e.(talk.Chose)
	if !ok {
		return &talk.Retry{Text: locales.TalkChooseOne()}
	}
	switch chose.Option {
	case "ran":
		log.Held = sessionlog.Ran
		return keeping(a, log)
	case "nobody":
		log.Held = sessionlog.Nobody
		return keeping(a, log)
	case "clear":
		last := before.Of(a)
		for _, field := range alike(log, last) {
			field.clear(&log)
		}
		return keeping(a, log)
	case "more":
		walking.Set(a, true)
		onward.Set(a, walk[0])
		return nil
	case "save":
		onward.Set(a, "save")
		if !log.Complete() {
			saving.Set(a, true)
			onward.Set(a, missing(log))
			if log.Held == "" {
				onward.Set(a, "held")
			}
		}
		return nil
	}
	if slices.Contains(hubWays, chose.Option) {
		onward.Set(a, chose.Option)
		return nil
	}
	return &talk.Retry{Text: locales.TalkChooseOne()}
}
