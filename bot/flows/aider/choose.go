package aider

import (
	"context"
	"strconv"
	"time"

	"signpost/bot/card"
	"signpost/bot/people"
	"signpost/bot/talk"
	"signpost/directory"
	"signpost/locales"
)

var (
	choosePaper = talk.Answer[bool]("paper")
	chooseDues  = talk.Answer[[]due]("dues")
	chosen      = talk.Answer[string]("chosen")
)

const (
	paperArg   = "paper" // of the entrance: the list of what is on paper
	duesOnPage = 6
)

// beginChoose reads whether the list is of what is on paper.
func beginChoose(arg string, _ talk.Scene) talk.Answers {
	a := talk.Answers{}
	choosePaper.Set(a, arg == paperArg)
	return a
}

// choose offers the sessions that are due and goes on to the log of one.
func (l logbook) choose() talk.Flow {
	which := talk.One{
		Name: "which", Ask: l.chooseWords, Options: l.chooseOptions, Into: chosen, Page: duesOnPage,
		Chosen: func(_ context.Context, id string, a talk.Answers) error {
			n, err := strconv.Atoi(id)
			if list := chooseDues.Of(a); err == nil && n >= 0 && n < len(list) {
				return &talk.Open{Command: "log_session", Arg: list[n].Arg}
			}
			return &talk.Retry{Text: locales.TalkChooseOne()}
		},
	}.Step()
	return talk.Flow{Name: "log", Steps: []talk.Step{
		talk.Run{Name: "look", Do: func(ctx context.Context, sc talk.Scene, a talk.Answers, _ *talk.Turn) error {
			choosePaper.Set(a, choosePaper.Of(a) && isAdmin(sc.Person))
			list, err := l.dues(ctx, sc, choosePaper.Of(a))
			chooseDues.Set(a, list)
			return err
		}},
		withRows(which, func(sc talk.Scene, a talk.Answers) [][]talk.Button {
			if choosePaper.Of(a) {
				return talk.Column(toSessions())
			}
			rows := talk.Column(talk.Enter("log_recent", "", locales.LogButtonRecent()))
			if isAdmin(sc.Person) {
				rows = append(rows, talk.Row(talk.Enter("log", paperArg, locales.LogButtonPaper())))
			}
			return rows
		}),
	}}
}

func isAdmin(p people.Person) bool { return len(p.Groups(people.GroupAdmin)) > 0 }

// toSessions leads to the sessions that are due.
func toSessions() talk.Button { return talk.Enter("log", "", locales.LogButtonSessions()) }

// withRows adds rows that the moment and the answers decide.
func withRows(ask talk.Ask, rows func(talk.Scene, talk.Answers) [][]talk.Button) talk.Ask {
	show := ask.Show
	ask.Show = func(ctx context.Context, sc talk.Scene, a talk.Answers) (talk.Screen, error) {
		screen, err := show(ctx, sc, a)
		screen.Rows = append(screen.Rows[:len(screen.Rows):len(screen.Rows)], rows(sc, a)...)
		return screen, err
	}
	return ask
}

func (l logbook) chooseWords(_ context.Context, _ talk.Scene, a talk.Answers) (locales.Text, error) {
	list, paper := chooseDues.Of(a), choosePaper.Of(a)
	switch {
	case paper && len(list) == 0:
		return locales.LogPaperNone(), nil
	case paper:
		return locales.LogAskPaper(), nil
	case len(list) == 0:
		return locales.LogNothing(), nil
	case list[0].Begun:
		return locales.Paragraphs(locales.LogAskSession(), locales.LogPartBegun()), nil
	}
	return locales.LogAskSession(), nil
}

func (l logbook) chooseOptions(ctx context.Context, sc talk.Scene, a talk.Answers) ([]talk.Choice, error) {
	var out []talk.Choice
	names := map[directory.ID]locales.Text{}
	list := chooseDues.Of(a)
	for i, d := range list {
		if _, known := names[d.Service]; !known {
			s, err := l.service(ctx, d.Service)
			if err != nil {
				return nil, err
			}
			if s != nil {
				names[d.Service] = card.Name(s).Text()
			}
		}
		label := locales.Join(" · ", when(sc.Now, d.Start), names[d.Service])
		if d.Begun {
			label = locales.LogButtonBegun(label)
		}
		out = append(out, talk.Choice{ID: strconv.Itoa(i), Label: label})
	}
	return out, nil
}

// when words the beginning of a session, as near as today is: "Today, 10 am".
func when(now, start time.Time) locales.Text {
	start = start.In(directory.London)
	day, today := locales.DayOf(start), locales.DayOf(now.In(directory.London))
	words := day.Text()
	if day == today || day == locales.DayOf(now.In(directory.London).AddDate(0, 0, -1)) {
		words = locales.FromToday(today, day)
	}
	return locales.Join(", ", words, locales.TimeOf(start).Text()).Capital()
}
