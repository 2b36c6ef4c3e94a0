package aider

import (
	"context"
	"fmt"
	"time"

	"signpost/bot/people"
	"signpost/bot/sessionlog"
	"signpost/bot/talk"
	"signpost/bot/upkeep"
	"signpost/directory"
	"signpost/locales"
)

var (
	nextDue = talk.Answer[*due]("next")       // what can be logged after this one
	asked   = talk.Answer[bool]("check_in")   // to be checked in with tomorrow
	others  = talk.Answer[string]("existing") // the log of the same session that may be corrected
)

// ends are the steps from Save on.
func (l logbook) ends() []talk.Step {
	return []talk.Step{
		talk.Run{Name: "save", Do: l.save, Next: to("saved", "twice", "nothing")},
		talk.Ask{Name: "saved", Show: l.showSaved, Take: takeSaved, Next: to("hub", "check_in")},
		talk.Run{Name: "check_in", Do: l.checkIn, Next: talk.Goto("saved")},
	}
}

// save saves the log, unless there is one of the same session by now.
func (l logbook) save(ctx context.Context, sc talk.Scene, a talk.Answers, t *talk.Turn) error {
	log, today := current.Of(a).Plain(), directory.DateOf(sc.Now)
	saving.Clear(a)
	what := "logged"
	if log.Version > 0 {
		what = "log_corrected"
		was, ok, err := l.desk.Log(ctx, log.ID)
		if err != nil {
			return fmt.Errorf("reading a log: %w", err)
		}
		if !ok || was.Version != log.Version || !mayMend(sc, was) || !was.Correctable(today) {
			return refuse(a, "closed")
		}
	} else {
		existing, err := l.desk.LogsOfSession(ctx, log.Occurrence)
		if err != nil {
			return fmt.Errorf("reading the logs of a session: %w", err)
		}
		switch admin := sc.Person.May([]people.Role{people.GroupAdmin}, log.Group); {
		case len(existing) > 0 && log.Second == "":
			saving.Set(a, true) // once it is said why there is another
			onward.Set(a, "twice")
			return nil
		case !sessionlog.Takes(directory.DateOf(log.Session), today, admin):
			return refuse(a, "late")
		}
		log.ID = l.chance.ID()
	}
	log.Role = roleIn(sc.Person, log.Group)
	if log.Paper {
		log.Role = people.GroupAdmin
	}
	t.Do = append(t.Do, sessionlog.Save{Log: log}, upkeep.Record{Entry: upkeep.Entry{
		Day: today, Role: log.Role, Group: log.Group, What: what, Service: log.Occurrence.Service,
	}})
	if err := l.held(ctx, sc, log, t); err != nil {
		return err
	}
	log.Version++
	log.By = sc.Person.ID
	if log.Day == "" {
		log.Day = today
	}
	current.Set(a, log)
	kept.Clear(a)
	onward.Set(a, "saved")
	return l.setNext(ctx, sc, log, a)
}

// held says, of a session at which somebody was there, that its time is right. A
// doubt that rested on nobody having said so is lifted, unless the session is too
// long ago to say anything of today.
func (l logbook) held(ctx context.Context, sc talk.Scene, log sessionlog.Log, t *talk.Turn) error {
	if !log.Held.Open() {
		return nil
	}
	t.Do = append(t.Do, upkeep.TimeHeld{Service: log.Occurrence.Service, Day: directory.DateOf(log.Session)})
	s, err := l.service(ctx, log.Occurrence.Service)
	if err != nil || s == nil {
		return err
	}
	lately := sessionlog.Takes(directory.DateOf(log.Session), directory.DateOf(sc.Now), false)
	if lately && (directory.Unanswered.In(s) || directory.Hidden.In(s)) {
		t.Do = append(t.Do, talk.Due{Key: sessionlog.KindHeld + "." + log.ID, Kind: sessionlog.KindHeld, At: sc.Now, Body: []byte(s.ID), Free: true})
	}
	return nil
}

// setNext finds what can be logged after this one.
func (l logbook) setNext(ctx context.Context, sc talk.Scene, log sessionlog.Log, a talk.Answers) error {
	list, err := l.dues(ctx, sc, false)
	if err != nil {
		return err
	}
	nextDue.Clear(a)
	for _, d := range list {
		if bare(d.Arg) != log.Occurrence.Short() && d.Arg != logMark+log.ID {
			nextDue.Set(a, &d)
			return nil
		}
	}
	return nil
}

func (l logbook) showSaved(ctx context.Context, sc talk.Scene, a talk.Answers) (talk.Screen, error) {
	log := current.Of(a)
	said, err := l.said(ctx, &log, sessionlog.Log{}, directory.DateOf(sc.Now))
	if err != nil {
		return talk.Screen{}, err
	}
	var rows [][]talk.Button
	if d := nextDue.Of(a); d != nil {
		rows = append(rows, talk.Row(talk.Option("next", locales.LogButtonNext(when(sc.Now, d.Start)))))
	}
	rows = append(rows,
		talk.Row(talk.Option("fix", locales.LogButtonFix()), talk.Option("undo", locales.LogButtonUndo())),
		talk.Row(talk.Enter("log_county", "", locales.LogButtonCounty())),
		talk.Row(WorriedButton()),
	)
	var later locales.Text
	switch {
	case asked.Of(a):
		later = locales.LogPartCheckIn()
	case sc.Abilities.Unasked:
		rows = append(rows, talk.Row(talk.Option("check_in", locales.LogButtonCheckIn())))
	}
	return talk.Screen{Body: locales.Paragraphs(
		locales.Lines(locales.LogSaved(), locales.LogPartSession(when(sc.Now, log.Session), title.Of(a))), said, later,
	), Rows: rows}, nil
}

func takeSaved(_ context.Context, e talk.Event, a talk.Answers) error {
	chose, ok := e.(talk.Chose)
	if !ok {
		return &talk.Retry{Text: locales.TalkChooseOne()}
	}
	log := current.Of(a)
	switch chose.Option {
	case "next":
		if d := nextDue.Of(a); d != nil {
			return &talk.Open{Command: "log_session", Arg: d.Arg}
		}
	case "fix":
		before.Clear(a)
		onward.Set(a, "hub")
		return nil
	case "undo":
		return &talk.Open{Command: "log_one", Arg: log.ID + undoMark}
	case "check_in":
		if !asked.Of(a) {
			onward.Set(a, "check_in")
			return nil
		}
	}
	return &talk.Retry{Text: locales.TalkChooseOne()}
}

// checkInAt is when somebody who asked for it is checked in with, on the next day.
const checkInAt = directory.Clock(10 * 60)

// checkIn makes the job that asks tomorrow how the person is. Its row is all that
// is kept of it.
func (l logbook) checkIn(_ context.Context, sc talk.Scene, a talk.Answers, t *talk.Turn) error {
	day := directory.DateOf(sc.Now).Add(1)
	t.Do = append(t.Do, talk.Due{
		Key:  sessionlog.KindCheckIn + "." + sc.Person.ID + "." + string(day), // asked for after two logs, it comes once
		Kind: sessionlog.KindCheckIn, At: day.At(checkInAt).Instant().In(time.UTC), Body: []byte(sc.Person.ID),
	})
	asked.Set(a, true)
	return nil
}
