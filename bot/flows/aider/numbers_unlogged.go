package aider

import (
	"context"
	"fmt"
	"slices"
	"time"

	"signpost/bot/card"
	"signpost/bot/sessionlog"
	"signpost/bot/talk"
	"signpost/directory"
	"signpost/locales"
)

// gap is a session that is past and that nobody has logged.
type gap struct {
	at    sessionlog.Occurrence
	start time.Time
	name  locales.Own
}

// unlogged is the list of the sessions of a group that are past and not logged. Their
// first aiders were reminded of those that are two days old; the admin enters one from
// the paper that lies there.
func (f figures) unlogged() talk.Flow {
	return talk.Flow{Name: "not_logged", Steps: []talk.Step{
		whose("not_logged", keepers),
		f.which("not_logged"),
		talk.Ask{Name: "see", Show: f.showGaps, Take: takeGap, Next: talk.Goto(talk.End)},
	}}
}

// takeGap turns the page, or goes on to the log of a session: whose it is, and whether
// it may still be entered, is looked at there.
func takeGap(_ context.Context, e talk.Event, a talk.Answers) error {
	c, ok := e.(talk.Chose)
	switch {
	case !ok:
	case turnedPage(c.Option, a):
		return talk.Stay
	case sessionlog.ServiceIn(c.Option) != "":
		return &talk.Open{Command: "log_session", Arg: c.Option + paperMark}
	}
	return &talk.Retry{Text: locales.TalkChooseOne()}
}

func (f figures) showGaps(ctx context.Context, sc talk.Scene, a talk.Answers) (talk.Screen, error) {
	g, ok, err := f.group(ctx, a)
	if err != nil {
		return talk.Screen{}, err
	}
	if !ok {
		return talk.Screen{Body: locales.ListingNoGroup()}, nil
	}
	all, err := f.gaps(ctx, string(g.ID), sc.Now)
	if err != nil {
		return talk.Screen{}, err
	}
	back := talk.Row(talk.Enter("our_numbers", g.ID.Short(), locales.MenuButtonOurNumbers()))
	if len(all) == 0 {
		return talk.Screen{Body: locales.UnloggedNone(), Rows: [][]talk.Button{back}}, nil
	}
	page := talk.Paged(len(all), numbersPage.Of(a), onPage)
	shown := all[page.From:page.To]
	body := locales.UnloggedHead()
	var rows [][]talk.Button
	if !isKeeper(sc.Person, g.ID) { // the office sees them, and enters none
		var lines []locales.Text
		for _, x := range shown {
			lines = append(lines, x.label())
		}
		body = locales.Paragraphs(locales.UnloggedPartOffice(), locales.Lines(lines...))
		shown = nil
	}
	for _, x := range shown {
		rows = append(rows, talk.Row(talk.Option(x.at.Short(), x.label())))
	}
	return talk.Screen{Body: body, Rows: append(append(rows, page.Turn...), back)}, nil
}

// label is the day, and what the service is called.
func (g gap) label() locales.Text {
	return locales.Join(" · ", dayIn(g.start).Text(), g.name.Text())
}

// gaps reads which sessions of a group are past, not logged, and may still be.
func (f figures) gaps(ctx context.Context, group string, now time.Time) ([]gap, error) {
	services, err := f.dir.ServicesOf(ctx, directory.ID(group))
	if err != nil {
		return nil, fmt.Errorf("reading the services of a group: %w", err)
	}
	today := directory.DateOf(now)
	logs, err := f.desk.Logs(ctx, group, today.Add(-sessionlog.PaperFor-aroundPeriod), today)
	if err != nil {
		return nil, fmt.Errorf("reading the logs of a group: %w", err)
	}
	return gapsOf(services, logs, now), nil
}

// gapsOf are the sessions of services that have ended and that no log is of, the
// oldest first.
func gapsOf(services []*directory.Service, logs []sessionlog.Log, now time.Time) []gap {
	today := directory.DateOf(now)
	var out []gap
	for _, g := range sessionlog.Gaps(services, sessionlog.Logged(logs), today.Add(-sessionlog.PaperFor).At(0).Instant(), now) {
		if !g.At.End.After(now) && sessionlog.Takes(directory.DateOf(g.At.Start), today, true) {
			out = append(out, gap{g.Name(), g.At.Start, card.Name(g.Service)})
		}
	}
	slices.SortStableFunc(out, func(a, b gap) int { return a.start.Compare(b.start) })
	return out
}
