package aider

import (
	"context"
	"slices"
	"strconv"

	"signpost/bot/card"
	"signpost/bot/sessionlog"
	"signpost/bot/talk"
	"signpost/directory"
	"signpost/locales"
)

// detail is a part of a log that can be as it was last time.
type detail struct {
	same  func(a, b *sessionlog.Log) bool // and something is said
	clear func(*sessionlog.Log)
	words func(l logbook, ctx context.Context, log *sessionlog.Log) (locales.Text, error)
}

// detailsLike are those, in the order in which they are shown.
var detailsLike = []detail{
	{
		same:  func(a, b *sessionlog.Log) bool { return len(a.Languages) > 0 && slices.Equal(a.Languages, b.Languages) },
		clear: func(l *sessionlog.Log) { l.Languages = nil },
		words: func(_ logbook, _ context.Context, log *sessionlog.Log) (locales.Text, error) {
			return listed(locales.LogPartLanguages, named(log.Languages, locales.SpokenName)), nil
		},
	},
	{
		same:  func(a, b *sessionlog.Log) bool { return len(a.Needs) > 0 && slices.Equal(a.Needs, b.Needs) },
		clear: func(l *sessionlog.Log) { l.Needs = nil },
		words: func(_ logbook, _ context.Context, log *sessionlog.Log) (locales.Text, error) {
			return listed(locales.LogPartAbout, named(log.Needs, locales.NeedName)), nil
		},
	},
	{
		same:  func(a, b *sessionlog.Log) bool { return len(a.Pointed) > 0 && slices.Equal(a.Pointed, b.Pointed) },
		clear: func(l *sessionlog.Log) { l.Pointed = nil },
		words: func(l logbook, ctx context.Context, log *sessionlog.Log) (locales.Text, error) {
			var names []locales.Text
			for _, id := range log.Pointed {
				s, err := l.service(ctx, id)
				if err != nil {
					return locales.Text{}, err
				}
				if s != nil {
					names = append(names, card.Name(s).Text())
				}
			}
			return listed(locales.LogPartPointed, names), nil
		},
	},
}

// alike are the parts of a log that are as they were last time.
func alike(log, last sessionlog.Log) []detail {
	var out []detail
	for _, d := range detailsLike {
		if log.Version == 0 && d.same(&log, &last) {
			out = append(out, d)
		}
	}
	return out
}

// summary is what will be saved, and what is asked for.
func (l logbook) summary(ctx context.Context, sc talk.Scene, a talk.Answers) (locales.Text, error) {
	log := current.Of(a)
	said, err := l.said(ctx, &log, before.Of(a), directory.DateOf(sc.Now))
	if err != nil {
		return locales.Text{}, err
	}
	head := locales.LogHub()
	if log.Version > 0 {
		head = locales.LogHubFix()
	}
	var ask locales.Text
	if kept.Of(a) {
		ask = locales.LogPartKept(locales.LogButtonSave())
	}
	switch {
	case log.Held == "" && log.Phone:
		ask = locales.Lines(ask, locales.LogPartAskPhone())
	case log.Held == "":
		ask = locales.Lines(ask, locales.LogPartAskRan())
	}
	return locales.Paragraphs(
		locales.Lines(head, locales.LogPartSession(when(sc.Now, log.Session), title.Of(a))), said, ask,
	), nil
}

// said is what a log says, in words; last is the log that it may be like.
func (l logbook) said(ctx context.Context, log *sessionlog.Log, last sessionlog.Log, today directory.Date) (locales.Text, error) {
	lines := []locales.Text{heldWords(log)}
	if log.Held == sessionlog.Ran {
		lines = append(lines, numbersWords(log)...)
	}
	var like []locales.Text
	if log.Held == sessionlog.Ran || log.Held == "" {
		for _, d := range detailsLike {
			words, err := d.words(l, ctx, log)
			if err != nil {
				return locales.Text{}, err
			}
			if log.Version == 0 && d.same(log, &last) {
				like = append(like, words)
			} else {
				lines = append(lines, words)
			}
		}
	}
	if log.Remark != "" {
		lines = append(lines, locales.LogPartRemark(log.Remark))
	}
	lines = append(lines, marks(log, today)...)
	if len(like) > 0 {
		like = append([]locales.Text{locales.LogPartLike()}, like...)
	}
	return locales.Paragraphs(locales.Lines(lines...), locales.Lines(like...)), nil
}

// marks are what else is to be known of a log.
func marks(log *sessionlog.Log, today directory.Date) []locales.Text {
	var lines []locales.Text
	switch log.Second {
	case sessionlog.OtherVisitors:
		lines = append(lines, locales.LogPartOthers())
	case sessionlog.OtherPart:
		lines = append(lines, locales.LogPartAnother())
	}
	if log.Paper {
		lines = append(lines, locales.LogPartPaper())
	}
	entered := *log
	if entered.Day == "" {
		entered.Day = today
	}
	if entered.Late() {
		lines = append(lines, locales.LogPartLate())
	}
	return lines
}

// heldWords says what became of a session; nothing while that is open.
func heldWords(log *sessionlog.Log) locales.Text {
	switch log.Held {
	case sessionlog.Ran:
		return locales.LogPartRan()
	case sessionlog.Nobody:
		if log.Phone {
			return locales.LogPartNobodyRang()
		}
		return locales.LogPartNobody()
	case sessionlog.AiderAway:
		return locales.LogPartAway()
	case sessionlog.VenueClosed:
		return locales.LogPartVenueClosed()
	case sessionlog.OtherReason:
		return locales.LogPartOtherReason()
	}
	return locales.Text{}
}

func numbersWords(log *sessionlog.Log) []locales.Text {
	var lines []locales.Text
	if log.Phone {
		if log.Answered.Said() {
			lines = append(lines, locales.LogPartAnswered(figure(log.Answered)))
		}
		if log.Missed.Said() {
			lines = append(lines, locales.LogPartMissed(figure(log.Missed)))
		}
	} else {
		lines = append(lines, visits(log.Visits))
	}
	if log.FirstTimes.Said() {
		lines = append(lines, locales.LogPartFirst(figure(log.FirstTimes)))
	}
	return lines
}

// visits words how many there were.
func visits(b sessionlog.Band) locales.Text {
	switch {
	case !b.Said():
		return locales.Text{}
	case b.Min == b.Max:
		return locales.LogPartVisits(b.Min)
	case b.Max == sessionlog.Most:
		return locales.LogPartVisitsMost(strconv.Itoa(b.Min))
	}
	return locales.LogPartVisitsBand(strconv.Itoa(b.Min), strconv.Itoa(b.Max))
}

// figure is a number by itself: "8", "10–14", "200+".
func figure(b sessionlog.Band) string {
	switch {
	case b.Min == b.Max:
		return strconv.Itoa(b.Min)
	case b.Max == sessionlog.Most:
		return strconv.Itoa(b.Min) + "+"
	}
	return strconv.Itoa(b.Min) + "–" + strconv.Itoa(b.Max)
}

// outcome is a log in a few words: "8 visits", or why there were none.
func outcome(log *sessionlog.Log) locales.Text {
	switch {
	case log.Held != sessionlog.Ran:
		return heldLabel(log.Held, log.Phone)
	case log.Phone:
		return locales.Join(" · ", locales.LogPartAnswered(figure(log.Answered)), locales.LogPartMissed(figure(log.Missed)))
	}
	return visits(log.Visits)
}

func named[T ~string](ids []T, name func(string) locales.Text) []locales.Text {
	var out []locales.Text
	for _, id := range ids {
		out = append(out, name(string(id)))
	}
	return out
}

// listed words a list; nothing when it is empty.
func listed(words func(locales.Text) locales.Text, items []locales.Text) locales.Text {
	if len(items) == 0 {
		return locales.Text{}
	}
	return words(locales.JoinList(items...))
}
