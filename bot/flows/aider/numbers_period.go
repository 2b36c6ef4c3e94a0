package aider

import (
	"strings"
	"time"

	"signpost/bot/sessionlog"
	"signpost/bot/talk"
	"signpost/directory"
	"signpost/locales"
)

// How far back figures go, in months with the running one. Logs go three years after
// their month, and whose they are a year after: what is half gone is not shown, since
// a period must always have the same figures.
const (
	keptMonths = 36
	ownMonths  = 12
)

// periodPrefix begins the option of a period.
const periodPrefix = "p:"

// periodIn is the period of a conversation: the last month that is over, until
// somebody chose another that is shown.
func periodIn(a talk.Answers, now time.Time) sessionlog.Period {
	if p, ok := sessionlog.ParsePeriod(numbersPeriod.Of(a)); ok && shows(p, now, keptMonths) {
		return p
	}
	return sessionlog.MonthOf(directory.DateOf(now)).Before(1)
}

// shows reports whether figures of a period are shown, of so many months.
func shows(p sessionlog.Period, now time.Time, months int) bool {
	running := sessionlog.MonthOf(directory.DateOf(now))
	return p.From <= running.To && p.From >= running.Before(months-1).From
}

// periodButtons are the ways to the periods around one: earlier, later, and three
// months in place of one.
func periodButtons(p sessionlog.Period, now time.Time, months int) [][]talk.Button {
	to := func(p sessionlog.Period, label locales.Text) []talk.Button {
		if !shows(p, now, months) {
			return nil
		}
		return talk.Row(talk.Option(periodPrefix+p.String(), label))
	}
	turn := append(to(p.Before(1), locales.FiguresButtonEarlier()), to(p.Before(-1), locales.FiguresButtonLater())...)
	other := to(sessionlog.QuarterOf(p.From), locales.FiguresButtonQuarter())
	if p.Month == 0 {
		other = to(lastMonth(p, now), locales.FiguresButtonMonth())
	}
	return [][]talk.Button{turn, other}
}

// lastMonth is the last month of a quarter that has begun.
func lastMonth(quarter sessionlog.Period, now time.Time) sessionlog.Period {
	last := sessionlog.MonthOf(quarter.To)
	if running := sessionlog.MonthOf(directory.DateOf(now)); last.From > running.From {
		return running
	}
	return last
}

// turnedTo reads the option of a period; false for any other.
func turnedTo(option string, a talk.Answers) bool {
	written, ok := strings.CutPrefix(option, periodPrefix)
	if _, fits := sessionlog.ParsePeriod(written); !ok || !fits {
		return false
	}
	numbersPeriod.Set(a, written)
	return true
}

// periodName is a month or a quarter: "May 2030", "April to June 2030".
func periodName(p sessionlog.Period) locales.Text {
	if p.Month != 0 {
		return locales.MonthOfYear(p.Year, p.Month)
	}
	first := time.Month(3*p.Quarter - 2)
	return locales.Months(p.Year, first, first+2)
}
