package aider

import (
	"strconv"

	"signpost/bot/card"
	"signpost/bot/counts"
	"signpost/bot/sessionlog"
	"signpost/directory"
	"signpost/locales"
)

// barWidth is how many places the longest bar has: it fits beside nothing on the
// narrowest telephone, with large type.
const barWidth = 10

// sessionWords are the lines that are exact: how many sessions there were, what
// became of them, and how many visits or calls.
func sessionWords(n sessionlog.Numbers) locales.Text {
	if n.Planned == 0 {
		return locales.FiguresPartNone()
	}
	var lines []locales.Text
	if n.Kinds.Withheld != sessionlog.OfOne { // nobody plans for one first aider
		lines = append(lines, locales.FiguresPartPlanned(strconv.Itoa(n.Planned)))
	}
	add := func(count int, words func(string) locales.Text) {
		if count > 0 {
			lines = append(lines, words(strconv.Itoa(count)), bar(count, n.Planned))
		}
	}
	add(n.Ran, locales.FiguresPartRan)
	add(n.Empty, locales.FiguresPartEmpty)
	for _, r := range n.Held {
		add(r.Sessions, notHeld(r.Why))
	}
	add(n.Cancelled, locales.FiguresPartCancelled)
	add(n.NotLogged, locales.FiguresPartUnlogged)
	return locales.Lines(lines...)
}

// notHeld is the line for why sessions were not held.
func notHeld(why sessionlog.Held) func(string) locales.Text {
	switch why {
	case sessionlog.AiderAway:
		return locales.FiguresPartAway
	case sessionlog.VenueClosed:
		return locales.FiguresPartClosed
	}
	return locales.FiguresPartOther
}

// bar is a line of blocks. The number stands above it in words, so that nothing is
// lost to those who only hear it. The blocks are whole: a part of one is drawn from
// the left, and where lines begin at the right that leaves a hole at the beginning.
func bar(n, most int) locales.Text {
	if n <= 0 || most <= 0 {
		return locales.Text{}
	}
	whole := max(1, (2*barWidth*n+most)/(2*most))
	return locales.Raw(sessionlog.Bar(whole, barWidth, barWidth))
}

// visitWords are the visits, and the calls of slots on the telephone; nothing when no
// log says.
func visitWords(n sessionlog.Numbers) locales.Text {
	var lines []locales.Text
	if n.Visits.Said() {
		lines = append(lines, visits(n.Visits))
	}
	if n.Answered.Said() {
		lines = append(lines, locales.LogPartAnswered(figure(n.Answered)))
	}
	if n.Missed.Said() {
		lines = append(lines, locales.LogPartMissed(figure(n.Missed)))
	}
	return locales.Lines(lines...)
}

// kindWords are the lines of which kinds sessions were, or why they are not shown.
// named gives the name of a service that somebody was told of.
func kindWords(k sessionlog.Kinds, named func(directory.ID) locales.Text) locales.Text {
	switch k.Withheld {
	case "":
	case sessionlog.InQuarter:
		return locales.FiguresPartInQuarter()
	case sessionlog.Unsettled:
		return locales.FiguresPartEarly(card.Day(k.From))
	case sessionlog.TooFew:
		return locales.FiguresPartFew()
	default:
		return locales.Text{}
	}
	parts := []locales.Text{
		kindLines(locales.FiguresPartLanguages(), k.Languages, func(id string) locales.Text { return locales.SpokenName(id).Capital() }),
		kindLines(locales.FiguresPartNeeds(), k.Needs, func(id string) locales.Text { return locales.NeedName(id).Capital() }),
		kindLines(locales.FiguresPartPointed(), k.Pointed, func(id string) locales.Text { return named(directory.ID(id)) }),
	}
	if k.First.Known {
		parts = append([]locales.Text{firstVisits(k.First)}, parts...)
	}
	if all := locales.Paragraphs(parts...); !all.IsZero() {
		return locales.Paragraphs(all, locales.FiguresPartStar())
	}
	return locales.Text{}
}

// kindLines is a list under its head: a line and a bar for each that has a name.
func kindLines(head locales.Text, rows []sessionlog.Row, name func(string) locales.Text) locales.Text {
	lines, most := []locales.Text{head}, counts.Suppressed{}
	for _, r := range rows {
		if r.Sessions.Shown() > most.Shown() {
			most = r.Sessions
		}
	}
	for _, r := range rows {
		if label := name(r.ID); !label.IsZero() {
			lines = append(lines, kindLine(label, r.Sessions), kindBar(r.Sessions, most))
		}
	}
	if len(lines) == 1 {
		return locales.Text{}
	}
	return locales.Lines(lines...)
}

// kindLine is the one way to words for a number of a kind. It takes no true number.
func kindLine(label locales.Text, n counts.Suppressed) locales.Text {
	return locales.FiguresPartKind(label, n.String())
}

// kindBar is the bar of such a number: none for one that is hidden.
func kindBar(n, most counts.Suppressed) locales.Text { return bar(n.Shown(), most.Shown()) }

// firstVisits is how many visits were a first.
func firstVisits(f sessionlog.FirstTime) locales.Text {
	return locales.FiguresPartFirst(suppressedSpan(f.Min, f.Max))
}

// suppressedSpan is "*", "25", or "* to 25".
func suppressedSpan(from, to counts.Suppressed) locales.Text {
	if from == to {
		return locales.Raw(from.String())
	}
	return locales.FiguresPartBetween(from.String(), to.String())
}
