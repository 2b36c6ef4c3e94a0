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
	all, err := o.items(ctx, n, list.Of(a), page.Of(a))
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
	return talk.Screen{Body: locales.Paragraphs(parts...), Rows: append(rows, talk.Paged(total, page.Of(a), onPage).Turn...)}, nil
}

// turned reads the option of a page; false for any other.
func turned(option string, a talk.Answers) bool {
	to, ok := talk.Turned(option)
	if ok {
		page.Set(a, to)
	}
	return ok
}

func listWords(id string) locales.Text {
	words := map[string]func() locales.Text{
		reportedList: locales.BoardListReported, staleList: locales.BoardListStale, silentList: locales.BoardListSilent,
		hiddenList: locales.BoardListHidden, uncheckedList: locales.BoardListUnchecked, adminlessList: locales.BoardListNoAdmin,
		welcomeList: locales.BoardListWelcome,
	}
	return words[id]()
}

// items are the lines of a page of a list.
func (o office) items(ctx context.Context, n news, of string, page int) ([]item, error) {
	if of == adminlessList {
		p := talk.Paged(len(n.adminless), page, onPage)
		var out []item
		for i, g := range n.adminless[p.From:p.To] {
			label := locales.CardButtonTitle(strconv.Itoa(p.From+i+1), locales.Own{English: g.Name})
			out = append(out, item{button: talk.Enter("group", g.ID.Short(), label)})
		}
		return out, nil
	}
	ids, from, err := o.ids(ctx, n, of, page)
	if err != nil {
		return nil, err
	}
	services, err := o.dir.Services(ctx, ids)
	if err != nil {
		return nil, err
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
	return out, nil
}

// ids are the listings of a page, and the place of the first in the list.
func (o office) ids(ctx context.Context, n news, of string, page int) ([]directory.ID, int, error) {
	var all []directory.ID
	switch of {
	case uncheckedList:
		p := talk.Paged(n.unchecked, page, onPage)
		_, ids, err := o.dir.Unchecked(ctx, p.From, onPage)
		return ids, p.From, err
	case reportedList:
		all = n.reported
	case welcomeList:
		all = n.unwelcome
	default:
		for _, q := range n.asked[of] {
			all = append(all, q.Service)
		}
	}
	p := talk.Paged(len(all), page, onPage)
	return all[p.From:p.To], p.From, nil
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
