package member

import (
	"context"
	"errors"
	"slices"
	"strings"
	"sync/atomic"
	"time"

	"signpost/bot/card"
	"signpost/bot/counts"
	"signpost/bot/talk"
	"signpost/directory"
	"signpost/locales"
)

var service = talk.Answer[directory.ID]("service")

// maxNames is how many names are shown for a typed word.
const maxNames = 5

func beginCard(arg string, _ talk.Scene) talk.Answers {
	a := talk.Answers{}
	if id, err := directory.ParseShort(arg); err == nil {
		service.Set(a, id)
	}
	return a
}

// card shows one service, laid over the results it came from. Its buttons work
// months later.
func (m member) card() talk.Flow {
	var last carried
	return talk.Flow{Name: "card", Steps: []talk.Step{
		talk.Run{Name: "opened", Do: func(ctx context.Context, sc talk.Scene, a talk.Answers, t *talk.Turn) error {
			return m.cardOpened(ctx, sc, a, t, &last)
		}},
		talk.Ask{Name: "card", Show: func(ctx context.Context, sc talk.Scene, a talk.Answers) (talk.Screen, error) {
			return m.showCard(ctx, sc, a, &last)
		}, Take: takeCard, Next: &talk.Branch{
			To: []string{"sessions", "share", "why"}, Pick: cardButton.Of,
		}},
		talk.Ask{Name: "sessions", Show: m.showSessions, Take: m.takeMenu, Next: talk.Goto(talk.End)},
		talk.Ask{Name: "share", Show: m.showShare, Take: m.takeMenu, Next: talk.Goto(talk.End)},
		askWhy(),
		talk.Run{Name: "turned_down", Do: turnedDown, Next: talk.Goto(talk.End)},
	}}
}

var cardButton = talk.Answer[string]("button")

func takeCard(_ context.Context, e talk.Event, a talk.Answers) error {
	if c, ok := e.(talk.Chose); ok && slices.Contains([]string{"sessions", "share", "why"}, c.Option) {
		cardButton.Set(a, c.Option)
		return nil
	}
	return &talk.Retry{Text: locales.TalkChooseOne()}
}

// load gives the service of a card, or nil when it is no longer to be shown.
func (m member) load(ctx context.Context, a talk.Answers) (*directory.Service, error) {
	id := service.Of(a)
	if id == "" {
		return nil, nil
	}
	s, err := m.dir.Service(ctx, id)
	if errors.Is(err, directory.ErrNotFound) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	if !visible(*s) {
		return nil, nil
	}
	return s, nil
}

// visible reports whether a card may be opened: that of a listing which is shown,
// or which is closed for a while and says so, or which is not shown for a while
// and says whom to ask.
func visible(s directory.Service) bool {
	if s.Status == directory.TemporarilyClosed {
		s.Status = directory.Active
	}
	if directory.Hidden.In(&s) {
		s.Doubts = nil
	}
	return s.Shown()
}

// carried takes a service from the step that counts it to the one that shows
// it, so that a press reads it once. It is good for the instant of its turn and
// for one taking; whoever finds something else in it reads for themselves.
type carried struct{ atomic.Pointer[reading] }

// reading is a service as it was read at an instant.
type reading struct {
	of *directory.Service
	at time.Time
}

func (o *carried) take(id directory.ID, now time.Time) *directory.Service {
	if r := o.Swap(nil); r != nil && r.of.ID == id && r.at.Equal(now) {
		return r.of
	}
	return nil
}

func (m member) cardOpened(ctx context.Context, sc talk.Scene, a talk.Answers, t *talk.Turn, last *carried) error {
	s, err := m.load(ctx, a)
	if err != nil || s == nil {
		return err
	}
	last.Store(&reading{s, sc.Now})
	t.Count = append(t.Count, counts.Entry{Kind: counts.CardOpened})
	if s.Reachable() && !directory.Hidden.In(s) {
		t.Count = append(t.Count, counts.Entry{Kind: counts.ContactShown})
	}
	return nil
}

func (m member) showCard(ctx context.Context, sc talk.Scene, a talk.Answers, last *carried) (talk.Screen, error) {
	s := last.take(service.Of(a), sc.Now)
	if s == nil {
		var err error
		if s, err = m.load(ctx, a); err != nil {
			return talk.Screen{}, err
		}
	}
	if s == nil {
		return gone(), nil
	}
	if directory.Hidden.In(s) {
		return talk.Screen{Body: card.Of(s, sc.Now), Rows: gone().Rows, Keep: true}, nil
	}
	screen := talk.Screen{Body: card.Of(s, sc.Now), Keep: true}
	var row []talk.Button
	if next := s.NextSessions(sc.Now, 2); len(next) > 1 {
		row = append(row, talk.Option("sessions", locales.CardButtonSessions()))
	}
	if pin := pinOf(s); pin != nil && sc.Abilities.Venue {
		screen.Pin = pin
	} else if link := mapLink(s); link != "" {
		row = append(row, talk.Link(link, locales.CardButtonMap()))
	}
	if sc.Abilities.Share != "" {
		row = append(row, talk.Option("share", locales.CardButtonShare()))
	}
	row = append(row, talk.Option("why", locales.CardButtonNotForMe()))
	screen.Rows = append(append(hearing(s, sc.Language), talk.InRows(2, row...)...), explained(s)...)
	if m.reporting.Reports != nil {
		screen.Rows = append(screen.Rows, talk.Row(talk.Standing("wrong", s.ID.Short(), locales.WrongButton())))
	}
	return screen, nil
}

// explained are the short pages that answer what one asks next: what happens when
// I ring, and what it is that I am going to.
func explained(s *directory.Service) [][]talk.Button {
	var rows [][]talk.Button
	if slices.ContainsFunc(s.Phones, func(p directory.Phone) bool { return !p.Text }) {
		rows = append(rows, talk.Row(talk.Standing("guide", "phone", locales.ResultsButtonPhone())))
	}
	page, label := "", locales.Text{}
	switch {
	case slices.Contains(s.GetIn, directory.DropIn):
		page, label = "dropin", locales.GuideButtonDropin()
	case slices.Contains(s.GetIn, directory.GPReferral):
		page, label = "doctor", locales.GuideButtonDoctor()
	case s.Kind == "talking-therapy":
		page, label = "therapy", locales.GuideButtonTherapy()
	}
	if page != "" {
		rows = append(rows, talk.Row(talk.Standing("guide", page, label)))
	}
	return rows
}

// gone is shown for a service that an old button or link still names.
func gone() talk.Screen {
	return talk.Screen{Body: locales.CardGone(), Rows: talk.Column(talk.Enter("find", forMe, locales.MenuButtonMe()))}
}

// sessionsShown is how many of the next sessions are listed.
const sessionsShown = 6

func (m member) showSessions(ctx context.Context, sc talk.Scene, a talk.Answers) (talk.Screen, error) {
	s, err := m.load(ctx, a)
	if err != nil {
		return talk.Screen{}, err
	}
	if s == nil || directory.Hidden.In(s) {
		return gone(), nil
	}
	lines := []locales.Text{locales.CardSessionsIntro(), locales.CardPartName(card.Name(s))}
	for _, o := range s.NextSessions(sc.Now, sessionsShown) {
		lines = append(lines, card.Occurrence(o, sc.Now))
	}
	for _, o := range s.Cancelled(sc.Now, sessionsShown) {
		lines = append(lines, card.Cancelled(o))
	}
	if len(lines) == 2 {
		lines = append(lines, locales.CardPartNoSessions())
	}
	return talk.Screen{Body: locales.Lines(lines...)}, nil
}

func (m member) showShare(_ context.Context, sc talk.Scene, a talk.Answers) (talk.Screen, error) {
	link := sc.Abilities.ShareLink(SharePayload(service.Of(a)))
	return talk.Screen{Body: locales.Lines(locales.CardShare(), locales.Raw(link)), Keep: true}, nil
}

var nameIDs = talk.Answer[[]directory.ID]("names")

func beginNames(arg string, _ talk.Scene) talk.Answers {
	a := talk.Answers{}
	var ids []directory.ID
	for short := range strings.SplitSeq(arg, ",") {
		if id, err := directory.ParseShort(short); err == nil && len(ids) < maxNames {
			ids = append(ids, id)
		}
	}
	nameIDs.Set(a, ids)
	return a
}

// names lists the services whose names somebody typed.
func (m member) names() talk.Flow {
	return talk.Flow{Name: "names", Steps: []talk.Step{
		talk.Ask{Name: "names", Take: m.takeMenu, Show: func(ctx context.Context, _ talk.Scene, a talk.Answers) (talk.Screen, error) {
			var rows [][]talk.Button
			for _, id := range nameIDs.Of(a) {
				s, err := m.dir.Service(ctx, id)
				if errors.Is(err, directory.ErrNotFound) {
					continue
				}
				if err != nil {
					return talk.Screen{}, err
				}
				rows = append(rows, talk.Row(talk.Standing("card", s.ID.Short(), locales.CardPartSentence(card.Name(s)))))
			}
			return talk.Screen{Body: locales.MenuFoundNames(), Rows: rows}, nil
		}},
	}}
}

func shortIDs(found []*directory.Service) string {
	var ids []string
	for _, s := range found {
		ids = append(ids, s.ID.Short())
	}
	return strings.Join(ids, ",")
}
