package aider

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"signpost/bot/card"
	"signpost/bot/people"
	"signpost/bot/sessionlog"
	"signpost/bot/talk"
	"signpost/directory"
	"signpost/locales"
)

// The argument of log_session: the short name of a session, with paperMark behind it
// when it is entered from paper; or logMark and the id of a log to correct.
const (
	paperMark = ".p"
	logMark   = "l."
)

// The answers of the log of one session.
var (
	sessionArg = talk.Answer[string]("arg")
	current    = talk.Answer[sessionlog.Log]("log")  // what is being entered
	before     = talk.Answer[sessionlog.Log]("last") // the log of last time
	title      = talk.Answer[locales.Own]("name")
	kept       = talk.Answer[bool]("kept")   // what is being entered is kept as a draft
	saving     = talk.Answer[bool]("saving") // Save was pressed; what is missing is asked for
	walking    = talk.Answer[bool]("walk")   // the questions of walk come one after the other
	onward     = talk.Answer[string]("go")   // the step that comes next
	afterKeep  = talk.Answer[string]("then") // and the one after the draft was kept
	reason     = talk.Answer[string]("why")  // why there is nothing to enter
)

func beginSession(arg string, _ talk.Scene) talk.Answers {
	a := talk.Answers{}
	sessionArg.Set(a, arg)
	return a
}

// groupOfSession is the group whose session, or log, an argument names.
func (l logbook) groupOfSession(ctx context.Context, arg string) (string, error) {
	if id, ok := strings.CutPrefix(arg, logMark); ok {
		return l.groupOfLog(ctx, id)
	}
	return l.groupOfService(ctx, sessionlog.ServiceIn(arg))
}

// to leads to the step that onward names, one of these.
func to(steps ...string) *talk.Branch { return along(onward, steps...) }

// along leads to the step that an answer names: the first, when it names none of them.
func along(way talk.Answer[string], steps ...string) *talk.Branch {
	return &talk.Branch{To: steps, Pick: func(a talk.Answers) string {
		if step := way.Of(a); slices.Contains(steps, step) {
			return step
		}
		return steps[0]
	}}
}

// session is the log of one session: the hub, from which everything is one tap away.
func (l logbook) session() talk.Flow {
	steps := []talk.Step{
		talk.Run{Name: "open", Do: l.open, Next: to("nothing", "twice", "hub")},
		talk.Ask{Name: "nothing", Show: showNothing, Take: onlyButtons, Next: talk.Goto(talk.End)},
		l.askTwice(),
		l.askHub(),
		talk.Run{Name: "keep", Do: keepDraft, Next: along(afterKeep, "hub", "visits", "answered", "missed", "languages", "about", "pointed", "save")},
		askHeld(),
		askWhyNot(),
	}
	steps = append(steps, l.numbers()...)
	steps = append(append(steps, l.kinds()...), askRemark())
	return talk.Flow{Name: "log_session", Steps: append(steps, l.ends()...)}
}

// keepDraft keeps what was entered so far.
func keepDraft(_ context.Context, _ talk.Scene, a talk.Answers, t *talk.Turn) error {
	t.Do = append(t.Do, sessionlog.KeepDraft{Log: current.Of(a)})
	kept.Set(a, true)
	return nil
}

// keeping leads on over keeping the draft: to what is required and missing, and else
// to saving it, if that was asked for, or to the hub.
func keeping(a talk.Answers, log sessionlog.Log) error {
	current.Set(a, log)
	onward.Set(a, "keep")
	afterKeep.Set(a, missing(log))
	if log.Complete() && saving.Of(a) {
		afterKeep.Set(a, "save")
	}
	return nil
}

// missing is the question after what is required and not said: the hub, when the
// first of all is missing, or nothing is.
func missing(log sessionlog.Log) string {
	switch {
	case log.Held != sessionlog.Ran:
		return "hub"
	case log.Phone && !log.Answered.Said():
		return "answered"
	case log.Phone && !log.Missed.Said():
		return "missed"
	case !log.Phone && !log.Visits.Said():
		return "visits"
	}
	return "hub"
}

// open looks what there is of a session: a draft, a log, or nothing yet.
func (l logbook) open(ctx context.Context, sc talk.Scene, a talk.Answers, _ *talk.Turn) error {
	arg := sessionArg.Of(a)
	if id, ok := strings.CutPrefix(arg, logMark); ok {
		return l.openLog(ctx, sc, id, a)
	}
	paper := strings.HasSuffix(arg, paperMark)
	s, err := l.service(ctx, sessionlog.ServiceIn(arg))
	if err != nil {
		return err
	}
	log, why := begin(s, bare(arg), sc, paper)
	if why != "" {
		return refuse(a, why)
	}
	title.Set(a, card.Name(s))
	existing, err := l.desk.LogsOfSession(ctx, log.Occurrence)
	if err != nil {
		return fmt.Errorf("reading the logs of a session: %w", err)
	}
	last, known, err := l.desk.LastLog(ctx, log.Occurrence.Schedule, log.Session)
	if err != nil {
		return fmt.Errorf("reading the log of last time: %w", err)
	}
	if known {
		log.Like(last)
		before.Set(a, last)
	}
	draft, begun, err := l.desk.Draft(ctx, sc.Person.ID, log.Occurrence)
	if err != nil {
		return fmt.Errorf("reading a draft: %w", err)
	}
	if begun && draft.ID == "" {
		log = draft
		kept.Set(a, true)
	}
	current.Set(a, log)
	onward.Set(a, "hub")
	if len(existing) > 0 && log.Second == "" {
		onward.Set(a, "twice")
	}
	return nil
}

// begin is the empty log of a session; why says that there is none to enter.
func begin(s *directory.Service, short string, sc talk.Scene, paper bool) (log sessionlog.Log, why string) {
	if s == nil {
		return log, "gone"
	}
	named, ok := sessionlog.Find(s, short)
	if !ok {
		return log, "gone"
	}
	o, cancelled, ok := s.Occurrence(named.Schedule, named.Original)
	group, today := string(s.Organisation.ID), directory.DateOf(sc.Now)
	admin := sc.Person.May([]people.Role{people.GroupAdmin}, group)
	switch {
	case !ok || !o.Session:
		return log, "gone"
	case cancelled:
		return log, "off"
	case o.Start.After(sc.Now):
		return log, "early"
	case !sessionlog.Takes(directory.DateOf(o.Start), today, paper && admin):
		return log, "late"
	}
	return sessionlog.Log{
		Occurrence: named, Group: group, Session: o.Start, Phone: byPhone(s, o), Paper: paper && admin,
	}, ""
}

// byPhone reports a slot on the telephone: the rule says so, or the service is
// nowhere else.
func byPhone(s *directory.Service, o directory.Occurrence) bool {
	if o.Way != "" {
		return o.Way == directory.ByPhone
	}
	return len(s.Ways) > 0 && !slices.ContainsFunc(s.Ways, func(w directory.Way) bool { return w != directory.ByPhone })
}

// openLog begins to correct a log, or goes on with it.
func (l logbook) openLog(ctx context.Context, sc talk.Scene, id string, a talk.Answers) error {
	log, ok, err := l.desk.Log(ctx, id)
	if err != nil {
		return fmt.Errorf("reading a log: %w", err)
	}
	if !ok || !mayMend(sc, log) || !log.Correctable(directory.DateOf(sc.Now)) {
		return refuse(a, "closed")
	}
	draft, begun, err := l.desk.Draft(ctx, sc.Person.ID, log.Occurrence)
	if err != nil {
		return fmt.Errorf("reading a draft: %w", err)
	}
	if begun && draft.ID == log.ID && draft.Version == log.Version {
		log = draft
		kept.Set(a, true)
	}
	s, err := l.service(ctx, log.Occurrence.Service)
	if err != nil {
		return err
	}
	if s != nil {
		title.Set(a, card.Name(s))
	}
	current.Set(a, log)
	onward.Set(a, "hub")
	return nil
}

// refuse says why there is nothing to enter.
func refuse(a talk.Answers, why string) error {
	reason.Set(a, why)
	onward.Set(a, "nothing")
	return nil
}

func showNothing(_ context.Context, _ talk.Scene, a talk.Answers) (talk.Screen, error) {
	words := map[string]func() locales.Text{
		"gone": locales.LogGone, "off": locales.LogOff, "early": locales.LogEarly,
		"late": locales.LogTooLate, "closed": locales.LogClosed,
	}
	return talk.Screen{Body: words[reason.Of(a)](), Rows: talk.Column(
		toSessions(), talk.Enter("log_recent", "", locales.LogButtonRecent()),
	)}, nil
}
