package aider

import (
	"context"
	"fmt"
	"time"

	"signpost/bot/card"
	"signpost/bot/people"
	"signpost/bot/sessionlog"
	"signpost/bot/talk"
	"signpost/directory"
	"signpost/locales"
)

// The buttons below the figures.
const (
	toTable = "table"
	toSee   = "see"
)

// aroundPeriod is how many days before and after a period logs are read: a session
// may have been moved over its edge after it was logged.
const aroundPeriod = 35

// ours is the figures of a group: of a month or a quarter, and as a file.
func (f figures) ours() talk.Flow {
	return talk.Flow{Name: "our_numbers", Steps: []talk.Step{
		whose("our_numbers", readers),
		f.which("our_numbers"),
		talk.Ask{Name: "see", Show: f.show, Take: takePeriod(toTable)},
		talk.Ask{Name: "table", Show: f.showTable, Take: leadsOn(toSee), Next: talk.Goto("see")},
	}}
}

// takePeriod takes the button of another period, or one that leads on.
func takePeriod(on ...string) talk.Take {
	next := leadsOn(on...)
	return func(ctx context.Context, e talk.Event, a talk.Answers) error {
		if c, ok := e.(talk.Chose); ok && turnedTo(c.Option, a) {
			return talk.Stay
		}
		return next(ctx, e, a)
	}
}

func (f figures) show(ctx context.Context, sc talk.Scene, a talk.Answers) (talk.Screen, error) {
	g, ok, err := f.group(ctx, a)
	if err != nil {
		return talk.Screen{}, err
	}
	if !ok {
		return talk.Screen{Body: locales.ListingNoGroup()}, nil
	}
	p := periodIn(a, sc.Now)
	n, err := f.count(ctx, string(g.ID), p, sc.Now)
	if err != nil {
		return talk.Screen{}, err
	}
	names, err := f.names(ctx, n.Kinds.Pointed)
	if err != nil {
		return talk.Screen{}, err
	}
	head := []locales.Text{locales.FiguresHead(periodName(p)), locales.CardPartName(locales.Own{English: g.Name})}
	if n.Running {
		head = append(head, locales.FiguresPartRunning())
	}
	kinds := kindWords(n.Kinds, func(id directory.ID) locales.Text { return names[id].Text() })
	if n.Planned == 0 {
		kinds = locales.Text{} // nothing is withheld where nothing is
	}
	rows := periodButtons(p, sc.Now, keptMonths)
	rows = append(rows, talk.Row(talk.Option(toTable, locales.FiguresButtonTable())))
	if sc.Person.May(keepers, string(g.ID)) {
		rows = append(rows, talk.Row(talk.Enter("not_logged", g.ID.Short(), locales.FiguresButtonUnlogged())))
	}
	return talk.Screen{Body: locales.Paragraphs(locales.Lines(head...), sessionWords(n), visitWords(n), kinds), Rows: rows}, nil
}

// count reads and counts what there is of a group in a period.
func (f figures) count(ctx context.Context, group string, p sessionlog.Period, now time.Time) (sessionlog.Numbers, error) {
	services, err := f.dir.ServicesOf(ctx, directory.ID(group))
	if err != nil {
		return sessionlog.Numbers{}, fmt.Errorf("reading the services of a group: %w", err)
	}
	logs, err := f.desk.Logs(ctx, group, p.From.Add(-aroundPeriod), p.To.Add(aroundPeriod))
	if err != nil {
		return sessionlog.Numbers{}, fmt.Errorf("reading the logs of a group: %w", err)
	}
	return sessionlog.Count(p, services, logs, now), nil
}

// names are what the services of some rows are called.
func (f figures) names(ctx context.Context, rows []sessionlog.Row) (map[directory.ID]locales.Own, error) {
	out := map[directory.ID]locales.Own{}
	if len(rows) == 0 {
		return out, nil
	}
	var ids []directory.ID
	for _, r := range rows {
		ids = append(ids, directory.ID(r.ID))
	}
	services, err := f.dir.Services(ctx, ids)
	if err != nil {
		return nil, fmt.Errorf("reading the names of services: %w", err)
	}
	for _, s := range services {
		out[s.ID] = card.Name(s)
	}
	return out, nil
}

// showTable gives the figures as a file. It is made now, for whoever asked.
func (f figures) showTable(ctx context.Context, sc talk.Scene, a talk.Answers) (talk.Screen, error) {
	p := periodIn(a, sc.Now)
	n, err := f.count(ctx, string(numbersGroup.Of(a)), p, sc.Now)
	if err != nil {
		return talk.Screen{}, err
	}
	names, err := f.names(ctx, n.Kinds.Pointed)
	if err != nil {
		return talk.Screen{}, err
	}
	file, err := table(n, names)
	if err != nil {
		return talk.Screen{}, err
	}
	return talk.Screen{
		Body: locales.Paragraphs(locales.FiguresTable(periodName(p)), locales.FiguresPartTable()),
		Rows: talk.Column(talk.Option(toSee, locales.FiguresButtonBack())), File: file,
	}, nil
}

// isKeeper reports who looks after a group's sessions from inside the group.
func isKeeper(p people.Person, group directory.ID) bool {
	for _, h := range p.Hats {
		if h.Role == people.GroupAdmin && h.Group == string(group) {
			return true
		}
	}
	return false
}
