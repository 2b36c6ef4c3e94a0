package aider

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"signpost/bot/people"
	"signpost/bot/sessionlog"
	"signpost/bot/talk"
	"signpost/directory"
)

// due is a session that can be logged, as the list offers it.
type due struct {
	Arg     string // of the entrance log_session
	Service directory.ID
	Start   time.Time
	Begun   bool // a draft of it is kept
}

// dues are the sessions that somebody may log now: what they began first, then the
// newest. From paper they are those of the groups that they keep, of a longer time.
func (l logbook) dues(ctx context.Context, sc talk.Scene, paper bool) ([]due, error) {
	groups := sc.Person.Groups(aiders...)
	if paper {
		groups = sc.Person.Groups(people.GroupAdmin)
	}
	begun, err := l.begun(ctx, sc)
	if err != nil {
		return nil, err
	}
	var open []due
	for _, g := range groups {
		list, err := l.unlogged(ctx, g, sc.Now, paper)
		if err != nil {
			return nil, err
		}
		open = append(open, list...)
	}
	open = slices.DeleteFunc(open, func(d due) bool {
		return slices.ContainsFunc(begun, func(b due) bool { return bare(b.Arg) == bare(d.Arg) })
	})
	slices.SortStableFunc(open, func(a, b due) int { return b.Start.Compare(a.Start) })
	if paper {
		return open, nil
	}
	return append(begun, open...), nil
}

// bare is an argument of log_session without the mark of paper.
func bare(arg string) string { return strings.TrimSuffix(arg, paperMark) }

// begun is what a person has begun and not saved.
func (l logbook) begun(ctx context.Context, sc talk.Scene) ([]due, error) {
	drafts, err := l.desk.Drafts(ctx, sc.Person.ID)
	if err != nil {
		return nil, fmt.Errorf("reading what was begun: %w", err)
	}
	var out []due
	today := directory.DateOf(sc.Now)
	for _, d := range drafts {
		if !sc.Person.May(aiders, d.Group) {
			continue // the hat is that of another group now
		}
		arg := d.Occurrence.Short()
		admin := sc.Person.May([]people.Role{people.GroupAdmin}, d.Group)
		switch open := sessionlog.Takes(directory.DateOf(d.Session), today, d.Paper && admin); {
		case d.ID != "":
			if !d.Correctable(today) {
				continue
			}
			arg = logMark + d.ID
		case !open:
			continue // it is too late to save it
		case d.Paper:
			arg += paperMark
		}
		out = append(out, due{Arg: arg, Service: d.Occurrence.Service, Start: d.Session, Begun: true})
	}
	return out, nil
}

// unlogged are the sessions of a group that have begun, may still be logged, and
// are not logged yet.
func (l logbook) unlogged(ctx context.Context, group string, now time.Time, paper bool) ([]due, error) {
	services, err := l.dir.ServicesOf(ctx, directory.ID(group))
	if err != nil {
		return nil, fmt.Errorf("reading the services of a group: %w", err)
	}
	today, back := directory.DateOf(now), sessionlog.DueFor
	if paper {
		back = sessionlog.PaperFor
	}
	from := today.Add(-back)
	logs, err := l.desk.Logs(ctx, group, from, today)
	if err != nil {
		return nil, fmt.Errorf("reading the logs of a group: %w", err)
	}
	var out []due
	for _, gap := range sessionlog.Gaps(services, sessionlog.Logged(logs), from.At(0).Instant(), now.Add(time.Minute)) {
		start := gap.At.Start
		if start.After(now) || !sessionlog.Takes(directory.DateOf(start), today, paper) {
			continue
		}
		d := due{Arg: gap.Name().Short(), Service: gap.Service.ID, Start: start}
		if paper {
			d.Arg += paperMark
		}
		out = append(out, d)
	}
	return out, nil
}
