package aider

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"time"

	"signpost/bot/card"
	"signpost/bot/sessionlog"
	"signpost/bot/talk"
	"signpost/directory"
	"signpost/locales"
)

// mineDays is how far back one's own list goes.
const mineDays = 91

// The buttons below one's own list.
const (
	toOwnMonth   = "month"
	toOwnQuarter = "quarter"
)

// mine is what a first aider has logged: a list, and the figures of it. Nobody else
// sees it, and it says nothing of kinds.
func (f figures) mine() talk.Flow {
	return talk.Flow{Name: "my_sessions", Steps: []talk.Step{
		talk.Ask{Name: "list", Show: f.showMine, Take: takeMine, Next: &talk.Branch{
			To: []string{"list", "own"}, Pick: func(a talk.Answers) string {
				if numbersOn.Of(a) == "" {
					return "list"
				}
				return "own"
			},
		}},
		talk.Ask{Name: "own", Show: f.showOwn, Take: takePeriod(), Next: talk.Goto(talk.End)},
	}}
}

func takeMine(_ context.Context, e talk.Event, a talk.Answers) error {
	c, ok := e.(talk.Chose)
	switch {
	case !ok:
	case turnedPage(c.Option, a):
		return talk.Stay
	case c.Option == toOwnMonth || c.Option == toOwnQuarter:
		numbersOn.Set(a, c.Option)
		return nil
	}
	return &talk.Retry{Text: locales.TalkChooseOne()}
}

func (f figures) showMine(ctx context.Context, sc talk.Scene, a talk.Answers) (talk.Screen, error) {
	today := directory.DateOf(sc.Now)
	logs, err := f.desk.LogsOf(ctx, sc.Person.ID, today.Add(-mineDays), today)
	if err != nil {
		return talk.Screen{}, fmt.Errorf("reading what somebody logged: %w", err)
	}
	logs = mineStill(sc.Person, logs)
	slices.Reverse(logs) // the newest first
	held, err := f.certificate(ctx, sc)
	if err != nil {
		return talk.Screen{}, err
	}
	body, rows := []locales.Text{locales.MineNone()}, [][]talk.Button(nil)
	if len(logs) > 0 {
		names, err := f.sessionNames(ctx, logs)
		if err != nil {
			return talk.Screen{}, err
		}
		page := talk.Paged(len(logs), numbersPage.Of(a), onPage)
		shown := logs[page.From:page.To]
		lines := []locales.Text{locales.MineHead()}
		for _, l := range shown {
			lines = append(lines, locales.Join(" · ", dayIn(l.Session).Text(), names[l.Occurrence.Service].Text(), outcome(&l)))
		}
		rows = append(rows, talk.InRows(2, mineButtons(shown)...)...)
		rows = append(rows, page.Turn...)
		body = []locales.Text{locales.Lines(lines...), sums(logs)}
	}
	rows = append(rows, talk.Row(talk.Option(toOwnMonth, locales.MineButtonMonth()), talk.Option(toOwnQuarter, locales.MineButtonQuarter())))
	rows = append(rows, talk.Row(talk.Enter("certificate", "", locales.CertificateButtonOwn())))
	return talk.Screen{Body: locales.Paragraphs(append(body, held)...), Rows: rows}, nil
}

// dayIn is the day of a session, by the clock of the area.
func dayIn(at time.Time) locales.Day { return locales.DayOf(at.In(directory.London)) }

// mineButtons open logs to be corrected. Two of one day have their time beside it.
func mineButtons(logs []sessionlog.Log) []talk.Button {
	days := map[locales.Day]int{}
	for _, l := range logs {
		days[dayIn(l.Session)]++
	}
	var out []talk.Button
	for _, l := range logs {
		label := dayIn(l.Session).Text()
		if days[dayIn(l.Session)] > 1 {
			label = locales.Join(" · ", label, locales.TimeOf(l.Session.In(directory.London)).Text())
		}
		out = append(out, talk.Enter("log_one", l.ID, label))
	}
	return out
}

// sums are the sessions that were held and the visits of some logs. Two logs of one
// session are one session.
func sums(logs []sessionlog.Log) locales.Text {
	held := map[sessionlog.Occurrence]bool{}
	var n sessionlog.Numbers
	for _, l := range logs {
		if l.Held.Open() {
			held[l.Occurrence] = true
		}
		if l.Held == sessionlog.Ran {
			n.Visits, n.Answered, n.Missed = n.Visits.Add(l.Visits), n.Answered.Add(l.Answered), n.Missed.Add(l.Missed)
		}
	}
	return locales.Lines(locales.MinePartSum(), locales.FiguresPartRan(strconv.Itoa(len(held))), visitWords(n))
}

// sessionNames are what the services of some logs are called.
func (f figures) sessionNames(ctx context.Context, logs []sessionlog.Log) (map[directory.ID]locales.Own, error) {
	var ids []directory.ID
	for _, l := range logs {
		if !slices.Contains(ids, l.Occurrence.Service) {
			ids = append(ids, l.Occurrence.Service)
		}
	}
	services, err := f.dir.Services(ctx, ids)
	if err != nil {
		return nil, fmt.Errorf("reading the names of services: %w", err)
	}
	out := map[directory.ID]locales.Own{}
	for _, s := range services {
		out[s.ID] = card.Name(s)
	}
	return out, nil
}
