package office

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"signpost/bot/card"
	"signpost/bot/talk"
	"signpost/bot/upkeep"
	"signpost/directory"
	"signpost/locales"
)

// The lists of the board, as options.
const (
	waitingList   = "waiting"
	reportedList  = "reported"
	staleList     = "stale"  // asked after, and the card says nothing of it yet
	silentList    = "silent" // the card says "ring first"
	hiddenList    = "hidden"
	uncheckedList = "unchecked"
	adminlessList = "no_admin"
	welcomeList   = "welcome"
	filedList     = "filed"
	numbersList   = "numbers"
)

var (
	list      = talk.Answer[string]("list")
	page      = talk.Answer[int]("page")
	unwelcome = talk.Answer[directory.ID]("service")
)

// board is what has to be looked at: counts, and lists with the oldest first.
func (o office) board() talk.Flow {
	return talk.Flow{Name: "board", Steps: []talk.Step{
		talk.Ask{Name: "board", Show: o.showBoard, Take: takeBoard},
		talk.Ask{Name: "list", Show: o.showList, Take: takeList, Next: talk.Goto("welcome")},
		talk.Ask{Name: "welcome", Show: o.showWelcome, Take: takeWelcome},
		talk.Run{Name: "dealt", Do: o.dealt},
		talk.Ask{Name: "thanks", Take: stays, Next: talk.Goto(talk.End), Show: says(locales.BoardDealt, talk.Row(talk.Enter("board", "", locales.MenuButtonBoard())))},
	}}
}

// news is what the board shows, as it is now.
type news struct {
	waiting   int
	filed     int
	unchecked int
	reported  []directory.ID // oldest first, each once
	said      map[directory.ID][]upkeep.Wrong
	unwelcome []directory.ID
	asked     map[string][]upkeep.Question // by list, oldest first
	adminless []directory.Organisation
	rung      directory.Date // the numbers of the urgent card; "" for never
	ring      bool           // it is time to ring them
}

func (o office) news(ctx context.Context) (news, error) {
	n := news{said: map[directory.ID][]upkeep.Wrong{}, asked: map[string][]upkeep.Question{}}
	proposals, err := o.desk.Proposals(ctx)
	if err != nil {
		return n, err
	}
	filed, err := o.dir.Pending(ctx)
	if err != nil {
		return n, err
	}
	n.waiting, n.filed = len(proposals), len(filed)
	if n.unchecked, _, err = o.dir.Unchecked(ctx, 0, 0); err != nil {
		return n, err
	}
	reports, err := o.desk.Reports(ctx, "")
	if err != nil {
		return n, err
	}
	for _, r := range reports {
		if !r.Wrong.Factual() {
			n.unwelcome = once(n.unwelcome, r.Service)
			continue
		}
		n.reported = once(n.reported, r.Service)
		if !slices.Contains(n.said[r.Service], r.Wrong) {
			n.said[r.Service] = append(n.said[r.Service], r.Wrong)
		}
	}
	if n.adminless, err = o.adminless(ctx); err != nil {
		return n, err
	}
	questions, err := o.desk.Questions(ctx, "")
	n.sort(questions)
	return n, err
}

func once(ids []directory.ID, id directory.ID) []directory.ID {
	if slices.Contains(ids, id) {
		return ids
	}
	return append(ids, id)
}

// sort lays the questions on their lists.
func (n *news) sort(questions []upkeep.Question) {
	for _, q := range questions {
		switch {
		case q.Service == upkeep.CrisisNumbers:
			n.rung, n.ring = q.Confirmed, q.Stage > upkeep.NotAsked
		case q.Stage == upkeep.NotAsked:
		case q.Stage == upkeep.RingFirst:
			n.asked[silentList] = append(n.asked[silentList], q)
		case q.Stage == upkeep.NotShown:
			n.asked[hiddenList] = append(n.asked[hiddenList], q)
		default:
			n.asked[staleList] = append(n.asked[staleList], q)
		}
	}
	for _, of := range n.asked {
		slices.SortStableFunc(of, func(a, b upkeep.Question) int { return strings.Compare(string(a.Confirmed), string(b.Confirmed)) })
	}
}

// adminless are the groups of which nobody keeps the listings.
func (o office) adminless(ctx context.Context) ([]directory.Organisation, error) {
	groups, err := o.dir.Groups(ctx)
	if err != nil {
		return nil, err
	}
	admins, err := o.desk.Admins(ctx)
	if err != nil {
		return nil, err
	}
	return slices.DeleteFunc(slices.Clone(groups), func(g directory.Organisation) bool { return admins[string(g.ID)] > 0 }), nil
}

// heading is a list of the board: what it is called and how long it is.
type heading struct {
	id    string
	label locales.Text
	n     int
}

func (n news) headings() []heading {
	return []heading{
		{waitingList, locales.BoardButtonWaiting(), n.waiting},
		{reportedList, locales.BoardButtonReported(), len(n.reported)},
		{staleList, locales.BoardButtonStale(), len(n.asked[staleList])},
		{silentList, locales.BoardButtonSilent(), len(n.asked[silentList])},
		{hiddenList, locales.BoardButtonHidden(), len(n.asked[hiddenList])},
		{welcomeList, locales.BoardButtonWelcome(), len(n.unwelcome)},
		{adminlessList, locales.BoardButtonNoAdmin(), len(n.adminless)},
		{filedList, locales.BoardButtonFiled(), n.filed},
		{uncheckedList, locales.BoardButtonUnchecked(), n.unchecked},
	}
}

func (o office) showBoard(ctx context.Context, _ talk.Scene, _ talk.Answers) (talk.Screen, error) {
	n, err := o.news(ctx)
	if err != nil {
		return talk.Screen{}, err
	}
	var rows [][]talk.Button
	for _, h := range n.headings() {
		if h.n > 0 {
			rows = append(rows, talk.Row(talk.Option(h.id, locales.Join(": ", h.label, locales.Raw(strconv.Itoa(h.n))))))
		}
	}
	intro := locales.BoardIntro()
	if len(rows) == 0 {
		intro = locales.BoardEmpty()
	}
	numbers := locales.BoardPartNumbersNever()
	switch {
	case n.ring:
		numbers = locales.BoardPartNumbersDue(card.Day(n.rung))
	case n.rung != "":
		numbers = locales.BoardPartNumbers(card.Day(n.rung))
	}
	rows = append(rows, talk.Row(talk.Option(numbersList, locales.UpkeepButtonNumbers())))
	return talk.Screen{Body: locales.Paragraphs(intro, numbers), Rows: rows}, nil
}

func takeBoard(_ context.Context, e talk.Event, a talk.Answers) error {
	c, ok := e.(talk.Chose)
	if !ok {
		return &talk.Retry{Text: locales.TalkChooseOne()}
	}
	switch c.Option {
	case waitingList:
		return &talk.Open{Command: "queue"}
	case filedList, numbersList:
		return &talk.Open{Command: c.Option}
	case reportedList, staleList, silentList, hiddenList, uncheckedList, adminlessList, welcomeList:
		list.Set(a, c.Option)
		page.Clear(a)
		return nil
	}
	return &talk.Retry{Text: locales.TalkChooseOne()}
}

// showWelcome shows how often people said of a listing that they were not welcome.
// There is nothing else to show: no day, and nobody.
func (o office) showWelcome(ctx context.Context, _ talk.Scene, a talk.Answers) (talk.Screen, error) {
	s, err := o.load(ctx, unwelcome.Of(a))
	if err != nil {
		return talk.Screen{}, err
	}
	if s == nil {
		return talk.Screen{Body: locales.ListingGone()}, nil
	}
	reports, err := o.desk.Reports(ctx, "")
	if err != nil {
		return talk.Screen{}, err
	}
	n := 0
	for _, r := range reports {
		if r.Service == s.ID && !r.Wrong.Factual() {
			n++
		}
	}
	return talk.Screen{
		Body: locales.Paragraphs(locales.Lines(locales.BoardWelcome(n), locales.CardPartName(card.Name(s))), locales.BoardPartWelcome()),
		Rows: [][]talk.Button{{talk.Option("dealt", locales.BoardButtonDealt())}, {talk.Enter("listing", s.ID.Short(), locales.QueueButtonListing())}},
	}, nil
}

func takeWelcome(_ context.Context, e talk.Event, _ talk.Answers) error {
	if c, ok := e.(talk.Chose); ok && c.Option == "dealt" {
		return nil
	}
	return &talk.Retry{Text: locales.TalkChooseOne()}
}

// dealt ends what was said about a listing. The record says that it was dealt with
// and not what it was.
func (o office) dealt(_ context.Context, _ talk.Scene, a talk.Answers, t *talk.Turn) error {
	t.Do = append(t.Do, upkeep.Settle{Service: unwelcome.Of(a), Wrongs: []upkeep.Wrong{upkeep.Unwelcome}})
	return nil
}
