package duty

import (
	"context"
	"fmt"
	"slices"
	"time"

	"signpost/bot/people"
	"signpost/bot/runner"
	"signpost/bot/sessionlog"
	"signpost/bot/talk"
	"signpost/bot/upkeep"
	"signpost/directory"
	"signpost/locales"
)

// Logbook is what the duty to remind reads of what the bot keeps.
type Logbook interface {
	Desk
	// Logs are those of the sessions of a group's on days in [from, to]; of all groups
	// with "".
	Logs(ctx context.Context, group string, from, to directory.Date) ([]sessionlog.Log, error)
	// Reminded is how often first aiders were reminded of sessions, of those of which
	// they were on a day or since.
	Reminded(ctx context.Context, from directory.Date) (map[sessionlog.Occurrence]int, error)
}

// Groups is what it reads of the directory.
type Groups interface {
	// Groups gives the organisations that take part as community groups, by name.
	Groups(ctx context.Context) ([]directory.Organisation, error)
	// ServicesOf gives the services of an organisation, whatever their status, by name.
	ServicesOf(ctx context.Context, organisation directory.ID) ([]*directory.Service, error)
}

// KindUnlogged is the kind of the daily job that reminds first aiders of sessions
// that are not logged.
const KindUnlogged = "unlogged"

const (
	eveningAt = 20*60 + 30 // when first aiders are reminded: supper is over, and nobody sleeps
	againIn   = 2          // days after the first reminder comes the second
	lateFor   = 2 * time.Hour
	lookBack  = againIn + 3 // days in which a session can still be in need of a reminder
)

func unloggedJob(now time.Time) runner.Job {
	return on(KindUnlogged, now, eveningAt, func(time.Time) bool { return true })
}

// Unlogged reminds first aiders in the evening of sessions that ended and are not
// logged: the first time that evening, or the next when it ended later, and once
// more after two days. Then it is on the list of the admin and nobody is reminded
// any more. However many sessions and groups there are, a person gets one message.
//
// A job that is hours late tells nobody, since nobody is disturbed at night for
// this: the next evening makes up for it.
func Unlogged(desk Logbook, dir Groups) runner.Duty {
	return func(ctx context.Context, now time.Time, j runner.Job) (runner.Outcome, error) {
		out := runner.Outcome{Jobs: []runner.Job{unloggedJob(now.Add(time.Second))}}
		if now.Sub(j.Due) > lateFor {
			return out, nil
		}
		e := evening{at: j.Due, today: directory.DateOf(j.Due)}
		if err := e.read(ctx, desk); err != nil {
			return out, err
		}
		groups, err := dir.Groups(ctx)
		if err != nil {
			return out, fmt.Errorf("reading the groups: %w", err)
		}
		for _, g := range groups {
			if err := e.group(ctx, desk, dir, g.ID); err != nil {
				return out, err
			}
		}
		out.Do, out.Tell = e.did, e.tells()
		return out, nil
	}
}

// evening is one evening's look at what is not logged.
type evening struct {
	at    time.Time
	today directory.Date

	logged   map[sessionlog.Occurrence]bool
	reminded map[sessionlog.Occurrence]int
	away     map[string]bool

	did     []talk.Effect
	persons []string        // who is told, in the order in which they were found
	fresh   map[string]bool // of those, who has a session of today
}

func (e *evening) read(ctx context.Context, desk Logbook) error {
	from := e.today.Add(-lookBack)
	logs, err := desk.Logs(ctx, "", from.Add(-sessionlog.DueFor), e.today)
	if err != nil {
		return fmt.Errorf("reading what is logged: %w", err)
	}
	e.logged = sessionlog.Logged(logs)
	if e.reminded, err = desk.Reminded(ctx, from.Add(-1)); err != nil {
		return fmt.Errorf("reading who was reminded: %w", err)
	}
	questions, err := desk.Questions(ctx, "")
	if err != nil {
		return fmt.Errorf("reading which groups are away: %w", err)
	}
	e.away, e.fresh = map[string]bool{}, map[string]bool{}
	for _, q := range questions {
		e.away[q.Group] = e.away[q.Group] || awayOn(q, e.today)
	}
	return nil
}

func awayOn(q upkeep.Question, today directory.Date) bool { return q.Away != "" && today <= q.Away }

// group looks at the sessions of a group.
func (e *evening) group(ctx context.Context, desk Logbook, dir Groups, id directory.ID) error {
	if e.away[string(id)] {
		return nil
	}
	services, err := dir.ServicesOf(ctx, id)
	if err != nil {
		return fmt.Errorf("reading the services of a group: %w", err)
	}
	due, fresh := false, false
	for _, g := range sessionlog.Gaps(services, e.logged, e.today.Add(-lookBack).At(0).Instant(), e.at) {
		times := e.times(g)
		if times == 0 {
			continue
		}
		due, fresh = true, fresh || directory.DateOf(g.At.End) == e.today
		e.did = append(e.did, sessionlog.Reminded{Occurrence: g.Name(), Times: times})
	}
	if !due {
		return nil
	}
	wearers, err := desk.Wearers(ctx, string(id))
	if err != nil {
		return fmt.Errorf("reading who is in a group: %w", err)
	}
	for _, w := range wearers {
		if w.Hat.Role != people.FirstAider {
			continue
		}
		if !slices.Contains(e.persons, w.Person) {
			e.persons = append(e.persons, w.Person)
		}
		e.fresh[w.Person] = e.fresh[w.Person] || fresh
	}
	return nil
}

// times is which reminder of a session is due this evening, the first or the second;
// 0 for none.
func (e *evening) times(g sessionlog.Gap) int {
	end := g.At.End
	if end.After(e.at) {
		return 0
	}
	first := directory.DateOf(end)
	if first.At(eveningAt).Instant().Before(end) {
		first = first.Add(1)
	}
	switch told := e.reminded[g.Name()]; {
	case e.today < first.Add(againIn) && told == 0:
		return 1
	case e.today >= first.Add(againIn) && e.today < first.Add(2*againIn) && told < 2:
		return 2
	}
	return 0
}

// tells are one message for each person.
func (e *evening) tells() []talk.Tell {
	var out []talk.Tell
	for _, person := range e.persons {
		body := locales.ReminderEarlier()
		if e.fresh[person] {
			body = locales.ReminderToday()
		}
		out = append(out, talk.Tell{
			One: person, Body: body, Rows: talk.Column(talk.Standing("log", "", locales.ReminderButtonLog())),
		})
	}
	return out
}
