package group

import (
	"context"
	"errors"
	"slices"
	"strconv"
	"time"

	"signpost/bot/card"
	"signpost/bot/people"
	"signpost/bot/sessionlog"
	"signpost/bot/talk"
	"signpost/directory"
	"signpost/locales"
)

// aiders are who may call off or move a session of today: those who stand in front
// of the closed door.
var aiders = []people.Role{people.FirstAider, people.GroupAdmin, people.Coordinator}

// todayShown is how many sessions stand on a page.
const todayShown = 6

// The answers of the conversation about the sessions of today.
var (
	todayList  = talk.Answer[[]sessionlog.Occurrence]("list") // in the order of their numbers
	todayPage  = talk.Answer[int]("page")
	todayMoves = talk.Answer[[]move]("moves")              // two times that a typed one may mean
	todayWas   = talk.Answer[[]directory.Exception]("was") // what was said of a session before it was changed
)

// Today are the entrances to calling off and moving the sessions of today and
// tomorrow, in two taps. Nothing else of a listing can be changed here.
func Today(dir Directory, chance Chance) []talk.Entrance {
	d := dayroom{timekeeper{dir: dir, uuid: chance.UUID}}
	return []talk.Entrance{
		{
			Command: "today", For: aiders, Help: locales.CommandToday(),
			Flow: talk.Flow{Name: "today", Steps: []talk.Step{
				talk.Run{Name: "look", Do: d.lookAtToday},
				talk.Ask{Name: "list", Show: d.showToday, Take: takeToday},
			}},
		},
		{
			Command: "today_one", For: aiders, About: "call off or move a session of today or tomorrow, or put it back", Over: true,
			GroupOf: func(ctx context.Context, arg string) (string, error) { return groupOfShort(ctx, dir, arg) },
			Begin:   beginTurn, Flow: talk.Flow{Name: "today_one", Steps: d.turnSteps()},
		},
	}
}

// dayroom is the keeping of the sessions of one day.
type dayroom struct{ timekeeper }

// lookAtToday finds the sessions of the person's groups.
func (d dayroom) lookAtToday(ctx context.Context, sc talk.Scene, a talk.Answers, _ *talk.Turn) error {
	timesNow.Set(a, sc.Now)
	todayPage.Clear(a)
	groups := sc.Person.Groups(people.FirstAider, people.GroupAdmin)
	if sc.Person.May([]people.Role{people.Coordinator}, "") {
		all, err := d.dir.Groups(ctx)
		if err != nil {
			return err
		}
		for _, g := range all {
			if !slices.Contains(groups, string(g.ID)) {
				groups = append(groups, string(g.ID))
			}
		}
	}
	var found []session
	for _, g := range groups {
		services, err := d.dir.ServicesOf(ctx, directory.ID(g))
		if err != nil {
			return err
		}
		for _, s := range services {
			found = append(found, sessionsNow(s, sc.Now)...)
		}
	}
	slices.SortStableFunc(found, func(a, b session) int { return a.at.Start.Compare(b.at.Start) })
	var list []sessionlog.Occurrence
	for _, f := range found {
		list = append(list, f.id())
	}
	todayList.Set(a, list)
	return nil
}

// session is one session of a service, as it stands.
type session struct {
	of  *directory.Service
	at  directory.Occurrence
	off bool
}

func (x session) id() sessionlog.Occurrence {
	return sessionlog.Of(x.of, x.at)
}

// sessionOf finds a session; ok is false when it is not there, or when it can't be
// turned here: it is over, or not of today or tomorrow.
func sessionOf(s *directory.Service, rule directory.ID, original directory.Local, now time.Time) (session, bool) {
	o, off, ok := s.Occurrence(rule, original)
	return session{s, o, off}, ok && near(s, o, now)
}

// near reports a session of today or tomorrow that is not over: by the time it has,
// or by the time that it had before it was moved.
func near(s *directory.Service, o directory.Occurrence, now time.Time) bool {
	if !o.Session || s.Status != directory.Active {
		return false
	}
	last := directory.DateOf(now).Add(1)
	planned := unsaid(s, o)
	return o.End.After(now) && (directory.DateOf(o.Start) <= last || directory.DateOf(planned.Start) <= last) ||
		planned.End.After(now) && directory.DateOf(planned.Start) <= last
}

// unsaid is an occurrence as its rule gives it, whatever was said of it.
func unsaid(s *directory.Service, o directory.Occurrence) directory.Occurrence {
	plain := *s
	plain.Exceptions = nil
	planned, _, _ := plain.Occurrence(o.Schedule, o.Original)
	return planned
}

// sessionsNow are the sessions of a service that are listed: those of today and
// tomorrow as they stand, and with them those of the two days that are off or were
// moved further away, since they can be put back.
func sessionsNow(s *directory.Service, now time.Time) []session {
	var out []session
	end := directory.DateOf(now).Add(2).At(0).Instant()
	for _, o := range s.Between(now, end) {
		out = append(out, session{s, o, false})
	}
	plain := *s
	plain.Exceptions = nil
	for _, o := range plain.Between(now, end) {
		if x, off, _ := s.Occurrence(o.Schedule, o.Original); off || !x.Start.Before(end) {
			out = append(out, session{s, x, off})
		}
	}
	return slices.DeleteFunc(out, func(x session) bool { return !near(s, x.at, now) })
}

// words says when a session is and where, or that it is off and why.
func (x session) words(now time.Time) locales.Text {
	if x.off {
		return locales.Join(" – ", locales.TodayPartOff(card.Occurrence(x.at, now)), card.Off(x.at.Reason))
	}
	return locales.Join(" · ", card.Occurrence(x.at, now), card.Place(x.of, x.at.Place))
}

// said reports whether something was said of just this session.
func (x session) said() bool { return len(saidOf(x.of, x.at.Schedule, x.at.Original)) > 0 }

func saidOf(s *directory.Service, rule directory.ID, original directory.Local) []directory.Exception {
	var out []directory.Exception
	for _, e := range s.Exceptions {
		if e.Schedule == rule && e.Original == original {
			out = append(out, e)
		}
	}
	return out
}

// What a tap in the list asks for; the number of the session follows.
const (
	askOff  = "o"
	askMove = "m"
	askBack = "b"
)

// showToday lists the sessions as they stand now.
func (d dayroom) showToday(ctx context.Context, sc talk.Scene, a talk.Answers) (talk.Screen, error) {
	list := todayList.Of(a)
	if len(list) == 0 {
		return talk.Screen{Body: locales.TodayNone()}, nil
	}
	parts := []locales.Text{locales.TodayList()}
	var screen talk.Screen
	page := talk.Paged(len(list), todayPage.Of(a), todayShown)
	for i := page.From; i < page.To; i++ {
		s, err := d.dir.Service(ctx, list[i].Service)
		if errors.Is(err, directory.ErrNotFound) {
			continue
		}
		if err != nil {
			return talk.Screen{}, err
		}
		x, ok := sessionOf(s, list[i].Schedule, list[i].Original, sc.Now)
		if !ok {
			continue
		}
		title := locales.CardPartName(card.Name(s))
		if len(list) > 1 {
			title = locales.Join(". ", locales.Raw(strconv.Itoa(i+1)), title)
		}
		parts = append(parts, locales.Lines(title, x.words(sc.Now)))
		screen.Rows = append(screen.Rows, x.buttons(i, len(list) > 1)...)
	}
	if len(parts) == 1 {
		return talk.Screen{Body: locales.TodayNone()}, nil
	}
	screen.Body = locales.Paragraphs(parts...)
	screen.Rows = append(screen.Rows, page.Turn...)
	return screen, nil
}

// buttons are what can be done about a session, with its number where there are
// several. One that is off because a whole day is closed is the admin's.
func (x session) buttons(i int, several bool) [][]talk.Button {
	if x.off && !x.said() {
		return nil
	}
	label := func(t locales.Text) locales.Text {
		if several {
			return locales.Join(". ", locales.Raw(strconv.Itoa(i+1)), t)
		}
		return t
	}
	n := strconv.Itoa(i)
	var row []talk.Button
	if !x.off {
		row = append(row, talk.Option(askOff+n, label(locales.TimesButtonCancel())))
	}
	row = append(row, talk.Option(askMove+n, label(locales.TodayButtonMove())))
	rows := [][]talk.Button{row}
	if x.said() {
		rows = append(rows, talk.Row(talk.Option(askBack+n, label(locales.TimesButtonAgain()))))
	}
	return rows
}

// takeToday takes a tap of the list.
func takeToday(_ context.Context, e talk.Event, a talk.Answers) error {
	c, ok := e.(talk.Chose)
	if !ok || len(c.Option) < 2 {
		return &talk.Retry{Text: locales.TalkChooseOne()}
	}
	if n, ok := talk.Turned(c.Option); ok {
		todayPage.Set(a, n)
		return talk.Stay
	}
	what := c.Option[:1]
	n, err := strconv.Atoi(c.Option[1:])
	list := todayList.Of(a)
	switch {
	case err != nil || n < 0 || n >= len(list):
	case what == askOff || what == askMove || what == askBack:
		o := list[n]
		at := directory.Occurrence{Schedule: o.Schedule, Original: o.Original}
		return &talk.Open{Command: "today_one", Arg: o.Service.Short() + "." + what + dateID(at)}
	}
	return &talk.Retry{Text: locales.TalkChooseOne()}
}
