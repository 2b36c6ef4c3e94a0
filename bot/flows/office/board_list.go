package office

import (
	"context"
	"strconv"
	"strings"

	"signpost/bot/card"
	"signpost/bot/talk"
	"signpost/directory"
	"signpost/locales"
)

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
