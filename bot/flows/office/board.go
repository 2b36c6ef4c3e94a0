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
	list       = talk.Answer[string]("list")
	page       = talk.Answer[int]("page")
	unwelcome  = talk.Answer[directory.ID]("service")
	pagePrefix = "to:"
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

// item is one line of a list.
type item struct {
	button talk.Button
	why    locales.Text
}

func (o office) showList(ctx context.Context, _ talk.Scene, a talk.Answers) (talk.Screen, error) {
	n, err := o.news(ctx)
	if err != nil {
		return talk.Screen{}, err
	}
	all, from, err := o.items(ctx, n, list.Of(a), page.Of(a)*onPage)
	if err != nil {
		return talk.Screen{}, err
	}
	parts := []locales.Text{listWords(list.Of(a))}
	var rows [][]talk.Button
	for _, it := range all {
		rows = append(rows, talk.Row(it.button))
		if !it.why.IsZero() {
			parts = append(parts, locales.Lines(it.button.Label, it.why))
		}
	}
	total := 0
	for _, h := range n.headings() {
		if h.id == list.Of(a) {
			total = h.n
		}
	}
	if total == 0 {
		parts = []locales.Text{locales.BoardListEmpty()}
	}
	return talk.Screen{Body: locales.Paragraphs(parts...), Rows: append(rows, turn(from, total))}, nil
}

// turn is the row that turns the pages of a list.
func turn(from, total int) []talk.Button {
	var row []talk.Button
	if from > 0 {
		row = append(row, talk.Option(pagePrefix+strconv.Itoa(from/onPage-1), locales.ButtonEarlier()))
	}
	if from+onPage < total {
		row = append(row, talk.Option(pagePrefix+strconv.Itoa(from/onPage+1), locales.ButtonMore()))
	}
	return row
}

// turned reads the option of a page; false for any other.
func turned(option string, a talk.Answers) bool {
	n, ok := strings.CutPrefix(option, pagePrefix)
	to, err := strconv.Atoi(n)
	if !ok || err != nil || to < 0 {
		return false
	}
	page.Set(a, to)
	return true
}

func listWords(id string) locales.Text {
	words := map[string]func() locales.Text{
		reportedList: locales.BoardListReported, staleList: locales.BoardListStale, silentList: locales.BoardListSilent,
		hiddenList: locales.BoardListHidden, uncheckedList: locales.BoardListUnchecked, adminlessList: locales.BoardListNoAdmin,
		welcomeList: locales.BoardListWelcome,
	}
	return words[id]()
}

// items are the lines of a page of a list, and where it begins: what was there
// when somebody turned to it may have gone since.
func (o office) items(ctx context.Context, n news, of string, from int) ([]item, int, error) {
	if of == adminlessList {
		from = start(from, len(n.adminless))
		var out []item
		for i, g := range n.adminless[from:min(from+onPage, len(n.adminless))] {
			label := locales.CardButtonTitle(strconv.Itoa(from+i+1), locales.Own{English: g.Name})
			out = append(out, item{button: talk.Enter("group", g.ID.Short(), label)})
		}
		return out, from, nil
	}
	ids, from, err := o.ids(ctx, n, of, from)
	if err != nil {
		return nil, 0, err
	}
	services, err := o.dir.Services(ctx, ids)
	if err != nil {
		return nil, 0, err
	}
	var out []item
	for i, s := range services {
		it := item{button: talk.Enter("listing", s.ID.Short(), card.Title(from+i+1, s))}
		switch of {
		case welcomeList:
			it.button = talk.Option("w:"+s.ID.Short(), it.button.Label)
		case reportedList:
			var said []locales.Text
			for _, w := range n.said[s.ID] {
				said = append(said, card.Wrong(string(w)))
			}
			it.why = locales.Join(" ", said...)
		}
		out = append(out, it)
	}
	return out, from, nil
}

// ids are the listings of a page.
func (o office) ids(ctx context.Context, n news, of string, from int) ([]directory.ID, int, error) {
	var all []directory.ID
	switch of {
	case uncheckedList:
		from = start(from, n.unchecked)
		_, ids, err := o.dir.Unchecked(ctx, from, onPage)
		return ids, from, err
	case reportedList:
		all = n.reported
	case welcomeList:
		all = n.unwelcome
	default:
		for _, q := range n.asked[of] {
			all = append(all, q.Service)
		}
	}
	from = start(from, len(all))
	return all[from:min(from+onPage, len(all))], from, nil
}

// start is where a page begins, the last one when there are no longer so many.
func start(from, total int) int {
	return min(from, max(0, total-1)/onPage*onPage)
}

func takeList(_ context.Context, e talk.Event, a talk.Answers) error {
	c, ok := e.(talk.Chose)
	if !ok {
		return &talk.Retry{Text: locales.TalkChooseOne()}
	}
	if turned(c.Option, a) {
		return talk.Stay
	}
	short, ok := strings.CutPrefix(c.Option, "w:")
	id, err := directory.ParseShort(short)
	if !ok || err != nil {
		return &talk.Retry{Text: locales.TalkChooseOne()}
	}
	unwelcome.Set(a, id)
	return nil
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
