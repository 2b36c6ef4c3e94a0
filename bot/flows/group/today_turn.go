package group

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"signpost/bot/card"
	"signpost/bot/people"
	"signpost/bot/sessionlog"
	"signpost/bot/talk"
	"signpost/directory"
	"signpost/locales"
)

// planBack puts a session back as it was before the change that was just made.
const planBack = "back"

// beginTurn reads which session is meant, and what shall become of it.
func beginTurn(arg string, sc talk.Scene) talk.Answers {
	a := beginService(arg, sc)
	timesNow.Set(a, sc.Now)
	_, rest, _ := strings.Cut(arg, ".")
	if len(rest) > 1 && takeDate(a, rest[1:]) == nil {
		p := timesPlan.Of(a)
		p.Kind = map[string]string{askOff: planCancel, askMove: planMove, askBack: planAgain}[rest[:1]]
		timesPlan.Set(a, p)
	}
	return a
}

// turnSteps call one session off, move it, or put it back.
func (d dayroom) turnSteps() []talk.Step {
	return []talk.Step{
		talk.Run{Name: "look", Do: d.lookAtOne, Next: timesTo("why", "when", "save", "saved", "gone")},
		d.askWhy(),
		d.askWhen(),
		d.askWhichHalf(),
		talk.Run{Name: "save", Do: d.turn, Next: timesTo("wait", "saved", "conflict", "when", "gone")},
		talk.Await{Name: "wait", Into: outcome}.Step(),
		talk.Run{Name: "settle", Do: d.turned, Next: timesTo("saved", "save", "conflict", "failed")},
		talk.One{
			Name: "conflict", Ask: d.sayConflict, Into: timesTaken, Chosen: d.takeTheirs, Next: talk.Goto("save"),
			Options: talk.Always(
				talk.Choice{ID: "look", Label: locales.TimesButtonKeepTheirs()},
				talk.Choice{ID: "save", Label: locales.TimesButtonSaveMine()},
			),
		}.Step(),
		talk.Ask{Name: "saved", Show: d.showTurned, Take: d.takeBack, Next: talk.Goto("save")},
		talk.Ask{Name: "failed", Take: stays, Next: talk.Goto(talk.End), Show: func(context.Context, talk.Scene, talk.Answers) (talk.Screen, error) {
			return talk.Screen{Body: locales.UpkeepNotSaved(), Rows: talk.Column(toToday())}, nil
		}},
		talk.Ask{Name: "gone", Take: stays, Next: talk.Goto(talk.End), Show: func(context.Context, talk.Scene, talk.Answers) (talk.Screen, error) {
			return talk.Screen{Body: locales.TodayGone(), Rows: talk.Column(toToday())}, nil
		}},
	}
}

func toToday() talk.Button { return talk.Enter("today", "", locales.TodayButtonList()) }

// one finds the session of a conversation; ok is false when it can't be turned any
// more.
func (d dayroom) one(ctx context.Context, a talk.Answers, now time.Time) (x session, ok bool, err error) {
	s, err := d.load(ctx, a)
	if err != nil || s == nil {
		return session{}, false, err
	}
	p := timesPlan.Of(a)
	x, ok = sessionOf(s, p.Rule, p.Original, now)
	return x, ok, nil
}

// state tells whether a session stands as somebody saw it.
func (x session) state() string {
	if x.off {
		return "off"
	}
	return strings.Join([]string{x.at.Start.Format(time.RFC3339), x.at.End.Format(time.RFC3339), string(x.at.Place)}, " ")
}

// lookAtOne notes how the session stands, and goes on to what is asked of it.
func (d dayroom) lookAtOne(ctx context.Context, sc talk.Scene, a talk.Answers, _ *talk.Turn) error {
	timesNow.Set(a, sc.Now)
	x, ok, err := d.one(ctx, a, sc.Now)
	if err != nil {
		return err
	}
	timesSeen.Set(a, x.state())
	kind := timesPlan.Of(a).Kind
	switch {
	case !ok || kind == "" || x.off && !x.said(): // a whole day that is closed is the admin's
		timesGo.Set(a, "gone")
	case kind == planCancel && x.off:
		timesGo.Set(a, "saved") // somebody was quicker
	default:
		timesGo.Set(a, map[string]string{planCancel: "why", planMove: "when", planAgain: "save"}[kind])
	}
	return nil
}

// turn carries the wish out on the times as they are. Who saw the session stand
// otherwise is shown first how it stands.
func (d dayroom) turn(ctx context.Context, sc talk.Scene, a talk.Answers, t *talk.Turn) error {
	timesNow.Set(a, sc.Now)
	x, ok, err := d.one(ctx, a, sc.Now)
	if err != nil {
		return err
	}
	p := timesPlan.Of(a)
	if len(p.IDs) == 0 {
		p.IDs = []directory.ID{d.uuid()}
		timesPlan.Set(a, p)
	}
	times, err := d.wished(x, a, sc.Now)
	switch {
	case !ok || errors.Is(err, directory.ErrNoSession):
		timesGo.Set(a, "gone")
		return nil
	case p.Kind == planMove && !aheadOf(p, a, sc.Now):
		timesGo.Set(a, "when") // it was asked a while ago
		return nil
	case p.Kind == planCancel && x.off:
		timesGo.Set(a, "saved")
		return nil
	case x.state() != timesSeen.Of(a):
		timesGo.Set(a, "conflict")
		return nil
	}
	edits := times.Edits(x.of)
	if len(edits) == 0 { // it is so already
		timesGo.Set(a, "saved")
		return nil
	}
	if p.Kind != planBack {
		todayWas.Set(a, saidOf(x.of, p.Rule, p.Original))
	}
	h := aiderIn(sc, t)
	t.Apply = &talk.Apply{Change: h.change(x.of, edits), Do: append(h.record("edited", x.of, edits), talk.Due{
		Key:  fmt.Sprintf("%s.%s.%d", sessionlog.KindCalledOff, t.Conversation.ID, t.Conversation.Turn),
		Kind: sessionlog.KindCalledOff, At: sc.Now, Body: sessionlog.Turned{Occurrence: x.id(), By: sc.Person.ID}.Bytes(),
	})}
	timesGo.Set(a, "wait")
	return nil
}

// aheadOf reports a move to a time that is still to come.
func aheadOf(p plan, a talk.Answers, now time.Time) bool {
	start, _ := p.moved(timesDraft.Of(a))
	return start.Instant().After(now)
}

// wished is the timetable as it is wished.
func (d dayroom) wished(x session, a talk.Answers, now time.Time) (directory.Timetable, error) {
	p := timesPlan.Of(a)
	if x.of == nil {
		return directory.Timetable{}, directory.ErrNoSession
	}
	if p.Kind != planBack {
		return p.on(x.of, timesDraft.Of(a), now)
	}
	return d.before(x, a, now)
}

// before is the timetable with what was said of the session before it was changed.
func (d dayroom) before(x session, a talk.Answers, now time.Time) (directory.Timetable, error) {
	p := timesPlan.Of(a)
	t := directory.TimesOf(x.of, directory.DateOf(now))
	err := t.Unsay(p.Rule, p.Original)
	t.Exceptions = append(t.Exceptions, todayWas.Of(a)...)
	return t, err
}

// aiderIn is the hand of a turn by whoever may turn a session: the group's own hats
// come before the office's.
func aiderIn(sc talk.Scene, t *talk.Turn) hand {
	group := t.Conversation.Group
	role := people.Coordinator
	for _, r := range []people.Role{people.GroupAdmin, people.FirstAider} {
		if sc.Person.May([]people.Role{r}, group) {
			role = r
			break
		}
	}
	return hand{person: sc.Person.ID, role: role, group: group, owner: owner(role, group), today: directory.DateOf(sc.Now)}
}

// turned goes on with the session as it stands after the change. Where something
// else of the times was changed meanwhile, the wish is carried out on these.
func (d dayroom) turned(ctx context.Context, sc talk.Scene, a talk.Answers, _ *talk.Turn) error {
	timesNow.Set(a, sc.Now)
	x, _, err := d.one(ctx, a, sc.Now)
	if err != nil {
		return err
	}
	switch r := outcome.Of(a); {
	case r.OK:
		timesSeen.Set(a, x.state())
		timesGo.Set(a, "saved")
	case r.Conflict && x.of != nil && x.state() == timesSeen.Of(a):
		timesGo.Set(a, "save")
	case r.Conflict:
		timesGo.Set(a, "conflict")
	default:
		timesGo.Set(a, "failed")
	}
	return nil
}

// sayConflict says how the session stands by now.
func (d dayroom) sayConflict(ctx context.Context, sc talk.Scene, a talk.Answers) (locales.Text, error) {
	x, ok, err := d.one(ctx, a, sc.Now)
	if err != nil || !ok {
		return locales.TodayGone(), err
	}
	return locales.Paragraphs(locales.TimesConflict(), locales.Lines(locales.TimesPartTheirs(), x.words(sc.Now))), nil
}

// takeTheirs leaves the session as it stands, or has one's own wish saved too.
func (d dayroom) takeTheirs(ctx context.Context, id string, a talk.Answers) error {
	if id == "look" {
		return &talk.Open{Command: "today"}
	}
	x, _, err := d.one(ctx, a, timesNow.Of(a))
	if err != nil {
		return err
	}
	timesSeen.Set(a, x.state())
	return nil
}

// showTurned shows the session as people see it now.
func (d dayroom) showTurned(ctx context.Context, sc talk.Scene, a talk.Answers) (talk.Screen, error) {
	x, ok, err := d.one(ctx, a, sc.Now)
	if err != nil {
		return talk.Screen{}, err
	}
	if x.of == nil {
		return talk.Screen{Body: locales.TodayGone(), Rows: talk.Column(toToday())}, nil
	}
	screen := talk.Screen{Body: locales.Paragraphs(locales.TodaySaved(), locales.Lines(locales.CardPartName(card.Name(x.of)), x.words(sc.Now)))}
	if ok && d.returns(x, a, sc.Now) {
		screen.Rows = talk.Column(talk.Option("back", locales.TodayButtonBack()))
	}
	screen.Rows = append(screen.Rows, talk.Column(talk.Enter("card", x.of.ID.Short(), locales.TimesButtonCard()), toToday())...)
	return screen, nil
}

// returns reports whether what was done can be taken back: the session would still
// be ahead, or running, or off.
func (d dayroom) returns(x session, a talk.Answers, now time.Time) bool {
	p := timesPlan.Of(a)
	if !outcome.Of(a).OK || p.Kind == planBack {
		return false
	}
	was, err := d.before(x, a, now)
	if err != nil {
		return false
	}
	o, off, ok := was.On(x.of).Occurrence(p.Rule, p.Original)
	return ok && (off || o.End.After(now))
}

// takeBack takes the press that takes the change back.
func (d dayroom) takeBack(ctx context.Context, e talk.Event, a talk.Answers) error {
	c, ok := e.(talk.Chose)
	x, near, err := d.one(ctx, a, timesNow.Of(a))
	if err != nil {
		return err
	}
	if !ok || c.Option != "back" || !near || !d.returns(x, a, timesNow.Of(a)) {
		return &talk.Retry{Text: locales.TalkChooseOne()}
	}
	p := timesPlan.Of(a)
	p.Kind = planBack
	timesPlan.Set(a, p)
	return nil
}
