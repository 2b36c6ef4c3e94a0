package aider

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"signpost/bot/card"
	"signpost/bot/sessionlog"
	"signpost/bot/talk"
	"signpost/bot/upkeep"
	"signpost/directory"
	"signpost/locales"
)

// undoMark, behind the id of a log in the argument of log_one, asks to take it back.
const undoMark = ".u"

var (
	logID   = talk.Answer[string]("id")
	logUndo = talk.Answer[bool]("undo")
	logSure = talk.Answer[bool]("sure")
	recents = talk.Answer[[]string]("recent")
)

func beginLog(arg string, _ talk.Scene) talk.Answers {
	a := talk.Answers{}
	id, undo := strings.CutSuffix(arg, undoMark)
	logID.Set(a, id)
	logUndo.Set(a, undo)
	return a
}

// day words a day with its year.
func day(d directory.Date) locales.Text {
	t, err := time.Parse(time.DateOnly, string(d))
	if err != nil {
		return locales.Text{}
	}
	return locales.Date(locales.DayOf(t))
}

// recent lists the logs of one's groups that can still be looked at.
func (l logbook) recent() talk.Flow {
	which := talk.One{
		Name: "which", Into: chosen, Page: duesOnPage, Options: l.recentOptions,
		Ask: func(_ context.Context, _ talk.Scene, a talk.Answers) (locales.Text, error) {
			if len(recents.Of(a)) == 0 {
				return locales.LogRecentNone(), nil
			}
			return locales.LogRecent(), nil
		},
		Chosen: func(_ context.Context, id string, _ talk.Answers) error {
			return &talk.Open{Command: "log_one", Arg: id}
		},
	}.Step()
	return talk.Flow{Name: "log_recent", Steps: []talk.Step{
		talk.Run{Name: "look", Do: func(ctx context.Context, sc talk.Scene, a talk.Answers, _ *talk.Turn) error {
			list, err := l.newest(ctx, sc)
			var ids []string
			for _, log := range list {
				ids = append(ids, log.ID)
			}
			recents.Set(a, ids)
			return err
		}},
		withRows(which, func(talk.Scene, talk.Answers) [][]talk.Button { return talk.Column(toSessions()) }),
	}}
}

// newest are the logs of somebody's groups, of the sessions of four weeks, the newest
// session first.
func (l logbook) newest(ctx context.Context, sc talk.Scene) ([]sessionlog.Log, error) {
	today := directory.DateOf(sc.Now)
	var out []sessionlog.Log
	for _, g := range sc.Person.Groups(aiders...) {
		list, err := l.desk.Logs(ctx, g, today.Add(-sessionlog.PaperFor), today)
		if err != nil {
			return nil, fmt.Errorf("reading the logs of a group: %w", err)
		}
		out = append(out, list...)
	}
	slices.SortStableFunc(out, func(a, b sessionlog.Log) int { return b.Session.Compare(a.Session) })
	return out, nil
}

func (l logbook) recentOptions(ctx context.Context, sc talk.Scene, a talk.Answers) ([]talk.Choice, error) {
	var out []talk.Choice
	for _, id := range recents.Of(a) {
		log, ok, err := l.desk.Log(ctx, id)
		if err != nil {
			return nil, fmt.Errorf("reading a log: %w", err)
		}
		if !ok {
			continue
		}
		var own, late locales.Text
		if isOwn(sc.Person, log) {
			own = locales.LogPartYou()
		}
		if log.Late() {
			late = locales.LogPartLateMark()
		}
		out = append(out, talk.Choice{ID: id, Label: locales.Join(" · ", when(sc.Now, log.Session), outcome(&log), own, late)})
	}
	return out, nil
}

// one shows one log, how it came to be, and takes it back.
func (l logbook) one() talk.Flow {
	return talk.Flow{Name: "log_one", Steps: []talk.Step{
		talk.Run{Name: "open", Do: l.openOne, Next: to("view", "ask_undo", "nothing")},
		talk.Ask{Name: "nothing", Show: showNothing, Take: onlyButtons, Next: talk.Goto(talk.End)},
		talk.Ask{Name: "view", Show: l.showOne, Take: takeOne, Next: to("history", "ask_undo")},
		talk.Ask{Name: "history", Show: l.showHistory, Take: onlyButtons, Next: talk.Goto(talk.End)},
		talk.YesNo{
			Name: "ask_undo", Ask: l.askUndo, Into: logSure, Yes: locales.LogButtonUndoYes(), No: locales.LogButtonUndoNo(),
			Next: &talk.Branch{To: []string{"undo", "open"}, Pick: func(a talk.Answers) string {
				if logSure.Of(a) {
					return "undo"
				}
				return "open"
			}},
		}.Step(),
		talk.Run{Name: "undo", Do: l.undo, Next: to("undone", "nothing")},
		talk.Ask{Name: "undone", Show: showUndone, Take: onlyButtons, Next: talk.Goto(talk.End)},
	}}
}

// openOne looks whether the log is there, and what it says.
func (l logbook) openOne(ctx context.Context, sc talk.Scene, a talk.Answers, _ *talk.Turn) error {
	log, ok, err := l.desk.Log(ctx, logID.Of(a))
	if err != nil {
		return fmt.Errorf("reading a log: %w", err)
	}
	if !ok {
		return refuse(a, "closed")
	}
	s, err := l.service(ctx, log.Occurrence.Service)
	if err != nil {
		return err
	}
	if s != nil {
		title.Set(a, card.Name(s))
	}
	current.Set(a, log)
	onward.Set(a, "view")
	if logUndo.Of(a) && mayMend(sc, log) && log.Correctable(directory.DateOf(sc.Now)) {
		onward.Set(a, "ask_undo")
	}
	logUndo.Clear(a)
	return nil
}

func (l logbook) showOne(ctx context.Context, sc talk.Scene, a talk.Answers) (talk.Screen, error) {
	log, today := current.Of(a), directory.DateOf(sc.Now)
	said, err := l.said(ctx, &log, sessionlog.Log{}, today)
	if err != nil {
		return talk.Screen{}, err
	}
	var rows [][]talk.Button
	until := locales.LogPartOver()
	switch {
	case !log.Correctable(today):
	case !mayMend(sc, log):
		until = locales.LogPartNotYours()
	default:
		until = locales.LogPartUntil(day(lastDay(log)))
		rows = [][]talk.Button{{talk.Option("fix", locales.LogButtonFix()), talk.Option("undo", locales.LogButtonUndo())}}
	}
	rows = append(rows, talk.Row(talk.Option("history", locales.LogButtonHistory())))
	if sessionlog.Takes(directory.DateOf(log.Session), today, false) {
		rows = append(rows, talk.Row(talk.Option("again", locales.LogButtonSecond())))
	}
	rows = append(rows, talk.Row(talk.Enter("log_recent", "", locales.LogButtonRecent())))
	return talk.Screen{Body: locales.Paragraphs(
		locales.Lines(locales.LogOne(), locales.LogPartSession(when(sc.Now, log.Session), title.Of(a))),
		said, locales.LogPartEntered(who(sc.Person, log), day(log.Day)), until,
	), Rows: rows}, nil
}

// lastDay is the last day on which a log can be corrected.
func lastDay(log sessionlog.Log) directory.Date {
	d := log.Day
	for log.Correctable(d.Add(1)) {
		d = d.Add(1)
	}
	return d
}

func takeOne(_ context.Context, e talk.Event, a talk.Answers) error {
	chose, ok := e.(talk.Chose)
	if !ok {
		return &talk.Retry{Text: locales.TalkChooseOne()}
	}
	switch chose.Option {
	case "fix":
		return &talk.Open{Command: "log_session", Arg: logMark + logID.Of(a)}
	case "again":
		return &talk.Open{Command: "log_session", Arg: current.Of(a).Occurrence.Short()}
	case "undo":
		onward.Set(a, "ask_undo")
		return nil
	case "history":
		onward.Set(a, "history")
		return nil
	}
	return &talk.Retry{Text: locales.TalkChooseOne()}
}

func (l logbook) askUndo(_ context.Context, sc talk.Scene, a talk.Answers) (locales.Text, error) {
	log := current.Of(a)
	return locales.Paragraphs(
		locales.LogAskUndo(), locales.Lines(locales.LogPartSession(when(sc.Now, log.Session), title.Of(a)), outcome(&log)),
	), nil
}

// undo takes the log back.
func (l logbook) undo(ctx context.Context, sc talk.Scene, a talk.Answers, t *talk.Turn) error {
	log, ok, err := l.desk.Log(ctx, logID.Of(a))
	if err != nil {
		return fmt.Errorf("reading a log: %w", err)
	}
	today := directory.DateOf(sc.Now)
	if !ok || log.Version != current.Of(a).Version || !mayMend(sc, log) || !log.Correctable(today) {
		return refuse(a, "closed")
	}
	t.Do = append(t.Do, sessionlog.Undo{Log: log.ID, Version: log.Version}, upkeep.Record{Entry: upkeep.Entry{
		Day: today, Role: roleIn(sc.Person, log.Group), Group: log.Group, What: "log_undone", Service: log.Occurrence.Service,
	}})
	onward.Set(a, "undone")
	return nil
}

func showUndone(context.Context, talk.Scene, talk.Answers) (talk.Screen, error) {
	return talk.Screen{Body: locales.LogUndone(), Rows: talk.Column(toSessions())}, nil
}

// showHistory shows every version: its day, the part of whoever wrote it, what it
// said.
func (l logbook) showHistory(ctx context.Context, sc talk.Scene, a talk.Answers) (talk.Screen, error) {
	list, err := l.desk.LogHistory(ctx, logID.Of(a))
	if err != nil {
		return talk.Screen{}, fmt.Errorf("reading what a log was: %w", err)
	}
	var lines []locales.Text
	for i, log := range list {
		what := outcome(&log)
		if log.Undone {
			what = locales.LogPartTakenBack()
		}
		lines = append(lines, locales.LogPartVersion(strconv.Itoa(len(list)-i), day(log.Day), who(sc.Person, log), what))
	}
	return talk.Screen{
		Body: locales.Paragraphs(locales.LogHistory(), locales.Lines(lines...)),
		Rows: talk.Column(talk.Enter("log_one", logID.Of(a), locales.LogButtonOne())),
	}, nil
}
