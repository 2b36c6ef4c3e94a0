package member

import (
	"context"
	"math"
	"strconv"
	"strings"
	"time"

	"signpost/bot/card"
	"signpost/bot/counts"
	"signpost/bot/talk"
	"signpost/directory"
	"signpost/locales"
)

// look counts what was asked for and whether it was to be had. It runs once a
// search and reads no service; those are looked up each time results are shown.
func (m member) look(ctx context.Context, sc talk.Scene, a talk.Answers, t *talk.Turn) error {
	skip.Clear(a)
	changing.Clear(a)
	heardAll.Clear(a)
	q := query(sc, a)
	list, err := m.dir.Shortlist(ctx, q)
	if err != nil {
		return err
	}
	t.Count = append(t.Count, entries(q, list)...)
	return nil
}

// entries are the cells of one search: each need with the place, and what had
// to be given up. Which of two communities was asked for is counted for both.
func entries(q directory.Query, list directory.Shortlist) []counts.Entry {
	base := counts.Entry{Way: string(q.Way), District: district(q.Place), Language: string(q.Language), Time: timeWished(q)}
	if q.Unseen {
		base.Way = string(directory.ByPhone)
	}
	var cells []counts.Entry
	for _, n := range orNone(q.Needs) {
		e := base
		e.Need = string(n)
		switch {
		case q.Outside:
			e.Community = "outside_community"
			cells = append(cells, e)
		default:
			for _, c := range orNone(q.Communities) {
				e.Community = string(c)
				cells = append(cells, e)
			}
		}
	}
	var all []counts.Entry
	for _, e := range cells {
		e.Kind = counts.Asked
		all = append(all, e)
		for _, w := range list.Widened() {
			e.Kind, e.Outcome = counts.Unmet, string(w)
			all = append(all, e)
		}
		e.Kind, e.Outcome = counts.Found, ""
		if list.Total == 0 {
			e.Kind, e.Outcome = counts.Unmet, "nothing"
		}
		all = append(all, e)
	}
	return all
}

// timeWished is the time that was wished for, as it is counted.
func timeWished(q directory.Query) string {
	switch {
	case q.Evenings && q.Weekends:
		return "evenings_weekends"
	case q.Evenings:
		return "evenings"
	case q.Weekends:
		return "weekends"
	}
	return ""
}

// orNone is the list, or one empty value when nothing was said.
func orNone[T ~string](list []T) []T {
	if len(list) == 0 {
		return []T{""}
	}
	return list
}

// district is where somebody asked for, as coarse as it is counted.
func district(p *directory.Place) string {
	switch {
	case p == nil:
		return ""
	case p.Kind == directory.PlaceOutside:
		return "outside"
	case len(p.Districts) == 1:
		return p.Districts[0]
	default:
		return ""
	}
}

// results shows what fits, best first, and always ends with somebody to ring.
func (m member) results() talk.Ask {
	return talk.Ask{
		Name: "results",
		Show: m.showResults,
		Take: func(ctx context.Context, e talk.Event, a talk.Answers) error {
			c, ok := e.(talk.Chose)
			if !ok {
				return m.takeMenu(ctx, e, a)
			}
			if from, ok := strings.CutPrefix(c.Option, fromPrefix); ok {
				if n, err := strconv.Atoi(from); err == nil && n >= 0 {
					skip.Set(a, n)
					return talk.Stay
				}
			}
			if c.Option == "narrow" || c.Option == "change" {
				resultsButton.Set(a, c.Option)
				return nil
			}
			return &talk.Retry{Text: locales.TalkChooseOne()}
		},
		Next: &talk.Branch{To: []string{"narrow", "change", talk.End}, Pick: resultsButton.Of},
	}
}

var resultsButton = talk.Answer[string]("results_button")

// fromPrefix begins the option that turns to another page: "from:5".
const fromPrefix = "from:"

const pageSize = 5

func (m member) showResults(ctx context.Context, sc talk.Scene, a talk.Answers) (talk.Screen, error) {
	q := query(sc, a)
	q.Skip, q.Limit = skip.Of(a), pageSize
	r, err := m.dir.Find(ctx, q)
	if err != nil {
		return talk.Screen{}, err
	}
	places, err := m.dir.Places(ctx)
	if err != nil {
		return talk.Screen{}, err
	}
	on, err := m.filtersOn(ctx, a)
	if err != nil {
		return talk.Screen{}, err
	}
	body := []locales.Text{locales.Lines(notices(q, r, m.area), on)}
	var rows [][]talk.Button
	for i, match := range r.Matches {
		number := q.Skip + i + 1
		body = append(body, card.Line(number, match, districtName(places), sc.Now))
		rows = append(rows, talk.Row(talk.Standing("card", match.Service.ID.Short(), card.Title(number, match.Service))))
	}
	if q.Someone && len(r.Matches) > 0 {
		body = append(body, locales.ResultsPartCarerHint())
	}
	body = append(body, last(r, sc.Now))
	var more []talk.Button
	if q.Skip > 0 {
		more = append(more, talk.Option(fromPrefix+strconv.Itoa(max(0, q.Skip-pageSize)), locales.ButtonEarlier()))
	}
	if r.More > 0 {
		more = append(more, talk.Option(fromPrefix+strconv.Itoa(q.Skip+pageSize), locales.ButtonMore()))
	}
	rows = append(
		rows, more,
		talk.Row(talk.Option("narrow", locales.ResultsButtonNarrow()), talk.Option("change", locales.ResultsButtonChange())),
		talk.Row(talk.Enter("guide", "phone", locales.ResultsButtonPhone())),
	)
	if q.Someone {
		rows = append(rows, talk.Row(talk.Enter("guide", "raise", locales.GuideButtonRaise())))
	}
	return talk.Screen{Body: locales.Paragraphs(body...), Rows: rows}, nil
}

// notices are what must be said before the list.
func notices(q directory.Query, r directory.Result, area Area) locales.Text {
	var lines []locales.Text
	if len(r.Matches) == 0 {
		lines = append(lines, locales.ResultsNone())
	} else {
		lines = append(lines, locales.ResultsIntro())
	}
	if area.Demo {
		lines = append(lines, locales.MenuPartExample())
	}
	if r.OutsideArea && q.Place != nil {
		outside := locales.ResultsPartOutsideArea(q.Place.Name, area.Name)
		if q.Place.Name == "" {
			outside = locales.ResultsPartOutsideUnnamed(area.Name)
		}
		lines = append(lines, outside)
	}
	for _, w := range r.Widened {
		lines = append(lines, widened(w))
	}
	for _, c := range r.Unreachable {
		lines = append(lines, locales.ResultsPartUnreachable(locales.CommunityName(string(c))))
	}
	return locales.Lines(lines...)
}

// widened says which wish had to be given up.
func widened(w directory.Wish) locales.Text {
	switch w {
	case directory.WishTime:
		return locales.WidenedTime()
	case directory.WishAccess:
		return locales.WidenedAccess()
	case directory.WishWay:
		return locales.WidenedWay()
	case directory.WishGender:
		return locales.WidenedGender()
	case directory.WishDistance:
		return locales.WidenedDistance()
	case directory.WishCommunity:
		return locales.WidenedCommunity()
	case directory.WishLanguage:
		return locales.WidenedLanguage()
	case directory.WishNeed:
		return locales.WidenedNeed()
	}
	panic("member: a wish " + string(w))
}

// last is the line that always comes last: when the next session is, and somebody
// to ring if one can't wait.
func last(r directory.Result, now time.Time) locales.Text {
	if len(r.Matches) == 0 {
		return locales.ResultsPartDoctor()
	}
	days := -1
	for _, m := range r.Matches {
		if m.Next == nil || !m.Next.Session {
			continue
		}
		d := daysBetween(now, m.Next.Start)
		if days < 0 || d < days {
			days = d
		}
	}
	if days > 1 {
		return locales.Lines(locales.ResultsPartNextIn(days), locales.ResultsPartCannotWait())
	}
	return locales.ResultsPartCannotWait()
}

// daysBetween counts calendar days in the area.
func daysBetween(a, b time.Time) int {
	y, mo, d := a.In(directory.London).Date()
	from := time.Date(y, mo, d, 12, 0, 0, 0, time.UTC)
	y, mo, d = b.In(directory.London).Date()
	to := time.Date(y, mo, d, 12, 0, 0, 0, time.UTC)
	return int(math.Round(to.Sub(from).Hours() / 24))
}
