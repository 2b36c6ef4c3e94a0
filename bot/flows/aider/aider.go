// Package aider is what the bot talks about with those who run the sessions of a
// community group: first aiders, and the admins of their groups.
//
// They keep a log only if it costs nothing. So it knows the timetable and the log of
// last time, asks for two things, keeps every tap, and can be left at any moment.
// What could point at a person is never in it: see package sessionlog.
package aider

import (
	"context"
	"errors"
	"strings"
	"time"

	"signpost/bot/people"
	"signpost/bot/sessionlog"
	"signpost/bot/talk"
	"signpost/directory"
	"signpost/locales"
)

// Directory is what the log of sessions reads of the directory.
type Directory interface {
	// Service gives one service; directory.ErrNotFound when there is none.
	Service(ctx context.Context, id directory.ID) (*directory.Service, error)
	// ServicesOf gives the services of an organisation, whatever their status, by name.
	ServicesOf(ctx context.Context, organisation directory.ID) ([]*directory.Service, error)
	// Find looks for services, see directory.Query.
	Find(ctx context.Context, q directory.Query) (directory.Result, error)
	// Search finds services by words of their names.
	Search(ctx context.Context, text string, limit int) ([]*directory.Service, error)
}

// Desk is what it reads of what the bot keeps.
type Desk interface {
	// Logs gives the logs of a group whose session's day is in [from, to], by session.
	Logs(ctx context.Context, group string, from, to directory.Date) ([]sessionlog.Log, error)
	// LogsOfSession gives those of one session, the first log first.
	LogsOfSession(ctx context.Context, o sessionlog.Occurrence) ([]sessionlog.Log, error)
	// Log gives one, as it is now.
	Log(ctx context.Context, id string) (sessionlog.Log, bool, error)
	// LogHistory gives every version of a log, newest first.
	LogHistory(ctx context.Context, id string) ([]sessionlog.Log, error)
	// LastLog gives the newest log of a rule whose session ran before an instant.
	LastLog(ctx context.Context, schedule directory.ID, before time.Time) (sessionlog.Log, bool, error)
	// Drafts gives what a person has begun, newest first.
	Drafts(ctx context.Context, person string) ([]sessionlog.Log, error)
	// Draft gives what a person has begun of one session.
	Draft(ctx context.Context, person string, o sessionlog.Occurrence) (sessionlog.Log, bool, error)
}

// Chance is where it gets what nobody may guess.
type Chance struct {
	ID func() string // names a log, 11 URL-safe characters
}

// aiders are who may log a session: in their own group.
var aiders = []people.Role{people.FirstAider, people.GroupAdmin}

// Flows are the entrances for the log of sessions.
func Flows(dir Directory, desk Desk, chance Chance) []talk.Entrance {
	l := logbook{dir: dir, desk: desk, chance: chance}
	return []talk.Entrance{
		{Command: "log", For: aiders, Help: locales.CommandLog(), Flow: l.choose(), Begin: beginChoose},
		{
			Command: "log_session", For: aiders, About: "log one session of a group, or correct its log",
			GroupOf: l.groupOfSession, Begin: beginSession, Flow: l.session(),
		},
		{Command: "log_recent", For: aiders, About: "see the newest logs of one's groups", Flow: l.recent()},
		{
			Command: "log_one", For: aiders, About: "see one log of a group and how it came to be, correct it or take it back",
			GroupOf: l.groupOfLog, Begin: beginLog, Flow: l.one(),
		},
		{Command: "log_county", For: aiders, About: "add to the county's monthly numbers, without group, session or name", Over: true, Flow: county()},
	}
}

// Menu is the row of the menu for who may log a session.
func Menu(p people.Person) [][]talk.Button {
	if !p.May(aiders, "") {
		return nil
	}
	return talk.Column(talk.Enter("log", "", locales.MenuButtonLog()))
}

// logbook is the log of sessions.
type logbook struct {
	dir    Directory
	desk   Desk
	chance Chance
}

// noGroup is the group of what is not there: nobody wears a hat in it.
const noGroup = "none"

// service reads one, nil when it is not there any more.
func (l logbook) service(ctx context.Context, id directory.ID) (*directory.Service, error) {
	s, err := l.dir.Service(ctx, id)
	if errors.Is(err, directory.ErrNotFound) {
		return nil, nil
	}
	return s, err
}

// groupOfService is the group that gives a service.
func (l logbook) groupOfService(ctx context.Context, id directory.ID) (string, error) {
	s, err := l.service(ctx, id)
	if err != nil {
		return "", err
	}
	if s == nil || s.Organisation.ID == "" {
		return noGroup, nil
	}
	return string(s.Organisation.ID), nil
}

// groupOfLog is the group of the log whose id an argument begins with.
func (l logbook) groupOfLog(ctx context.Context, arg string) (string, error) {
	id, _, _ := strings.Cut(arg, ".")
	log, ok, err := l.desk.Log(ctx, id)
	if err != nil {
		return "", err
	}
	if !ok {
		return noGroup, nil
	}
	return log.Group, nil
}

// mayMend reports who may correct a log or take it back, at a moment: its author
// and the admins of its group.
func mayMend(sc talk.Scene, log sessionlog.Log) bool {
	return isOwn(sc.Person, log) || sc.Person.May([]people.Role{people.GroupAdmin}, log.Group)
}

// isOwn reports a log that the person entered.
func isOwn(p people.Person, log sessionlog.Log) bool { return log.By != "" && log.By == p.ID }

// roleIn is the hat by which a person logs.
func roleIn(p people.Person, group string) people.Role {
	if p.May([]people.Role{people.FirstAider}, group) {
		return people.FirstAider
	}
	return people.GroupAdmin
}

// onlyButtons takes nothing: the screen has ways on.
func onlyButtons(context.Context, talk.Event, talk.Answers) error {
	return &talk.Retry{Text: locales.TalkChooseOne()}
}
