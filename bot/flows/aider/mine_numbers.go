package aider

import (
	"context"
	"fmt"

	"signpost/bot/people"
	"signpost/bot/sessionlog"
	"signpost/bot/talk"
	"signpost/directory"
	"signpost/locales"
)

// showOwn is the figures of what somebody logged themselves, of a month or a quarter.
func (f figures) showOwn(ctx context.Context, sc talk.Scene, a talk.Answers) (talk.Screen, error) {
	p := ownPeriod(sc, a)
	logs, err := f.desk.LogsOf(ctx, sc.Person.ID, p.From.Add(-aroundPeriod), p.To.Add(aroundPeriod))
	if err != nil {
		return talk.Screen{}, fmt.Errorf("reading what somebody logged: %w", err)
	}
	n := sessionlog.Own(p, mineStill(sc.Person, logs), sc.Now)
	head := []locales.Text{locales.MineOwn(periodName(p))}
	if n.Running {
		head = append(head, locales.FiguresPartRunning())
	}
	return talk.Screen{
		Body: locales.Paragraphs(locales.Lines(head...), sessionWords(n), visitWords(n)),
		Rows: periodButtons(p, sc.Now, ownMonths),
	}, nil
}

// ownPeriod is the period of a conversation: the one that goes on, until somebody
// chose another.
func ownPeriod(sc talk.Scene, a talk.Answers) sessionlog.Period {
	if p, ok := sessionlog.ParsePeriod(numbersPeriod.Of(a)); ok && shows(p, sc.Now, ownMonths) {
		return p
	}
	if numbersOn.Of(a) == toOwnQuarter {
		return sessionlog.QuarterOf(directory.DateOf(sc.Now))
	}
	return sessionlog.MonthOf(directory.DateOf(sc.Now))
}

// mineStill leaves out the logs of groups in which somebody is no first aider any
// more.
func mineStill(p people.Person, logs []sessionlog.Log) []sessionlog.Log {
	var out []sessionlog.Log
	for _, l := range logs {
		if p.May(loggers, l.Group) {
			out = append(out, l)
		}
	}
	return out
}

// certificate says until when the certificate of somebody is good.
func (f figures) certificate(ctx context.Context, sc talk.Scene) (locales.Text, error) {
	for _, g := range sc.Person.Groups(loggers...) {
		all, err := f.desk.Certificates(ctx, g)
		if err != nil {
			return locales.Text{}, fmt.Errorf("reading until when certificates are good: %w", err)
		}
		c, ok := all[sc.Person.ID]
		if !ok || c.Month == 0 {
			continue
		}
		month := monthName(c.Month)
		if c.Expired(people.MonthOf(sc.Now.In(directory.London))) {
			return locales.MinePartCertificateOver(month), nil
		}
		return locales.MinePartCertificate(month), nil
	}
	return locales.MinePartCertificateUnknown(), nil
}

func monthName(m people.Month) locales.Text {
	p, ok := sessionlog.ParsePeriod(fmt.Sprintf("%04d-%02d", int(m)/100, int(m)%100))
	if !ok {
		return locales.Text{}
	}
	return periodName(p)
}

// turnedPage reads the option of a page; false for any other.
func turnedPage(option string, a talk.Answers) bool {
	n, ok := talk.Turned(option)
	if ok {
		numbersPage.Set(a, n)
	}
	return ok
}
