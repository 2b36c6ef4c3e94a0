package sessionlog

import (
	"cmp"
	"slices"

	"signpost/bot/counts"
	"signpost/directory"
)

// Withheld is why Kinds are not given.
type Withheld string

// Why kinds are not given: "" when they are.
const (
	InQuarter Withheld = "quarter" // a month's never are: they stand in its quarter's
	Unsettled Withheld = "early"   // not before Kinds.From
	TooFew    Withheld = "few"     // fewer than FewestSessions were visited
	OfSeveral Withheld = "several" // the logs are of more than one group
	OfOne     Withheld = "own"     // the logs are one first aider's
)

// FewestSessions is how many sessions of a quarter must have been visited before
// anything is told of their kinds. How many there were is told exactly, so a hidden
// number (1 to 7) among fewer than that would be known better than by its star: of
// one session it is 1.
const FewestSessions = 8

// Kinds are in how many sessions of a quarter something was so. There are no true
// numbers here, nor any way from here to them.
//
// A month has none, as numbers rounded to 5 in a quarter and in its three months
// can add up in only one way: 10, 10 and * are 8, 8 and 1 when the quarter's is 15.
// Nor has a quarter in which something may still change, as two looks would differ
// by one session. Rows need no "other": each has one number.
type Kinds struct {
	Withheld Withheld
	From     directory.Date // with Unsettled: the day from which they are given

	Languages []Row     // by tag of directory.Spoken
	Needs     []Row     // by directory.Need
	Pointed   []Row     // by the directory.ID of the service
	First     FirstTime // first visits
}

// Row is in how many sessions something was so. It is never 0; the largest stand
// first, and those with one number in the order of their ids.
type Row struct {
	ID       string
	Sessions counts.Suppressed
}

// FirstTime is how many visits were a first: Min and Max inclusive, as they may be
// shown. They are not Known when no log says.
type FirstTime struct {
	Min, Max counts.Suppressed
	Known    bool
}

// tally is what is counted of a period's logs. It has the true numbers, and stays
// in here.
type tally struct {
	period                    Period
	at                        map[Occurrence]int // where a session stands in held
	held                      []Held
	visits, answered, missed  Band
	first                     Band
	languages, needs, pointed map[string]int
	group                     string
	several                   bool
}

// tallyOf reads the logs of a period: those of one session are one session.
func tallyOf(p Period, logs []Log) *tally {
	t := &tally{
		period: p, at: make(map[Occurrence]int, len(logs)),
		languages: map[string]int{}, needs: map[string]int{}, pointed: map[string]int{},
	}
	from, to := p.instants()
	seconds := map[int][]*Log{} // of the sessions that have more than one log
	sole := make([]*Log, 0, len(logs))
	for i := range logs {
		l := &logs[i]
		at, was := t.at[l.Occurrence]
		switch {
		case l.Undone || !l.Complete():
			continue
		case l.Session.Before(from) || !l.Session.Before(to):
			if !was {
				t.at[l.Occurrence] = -1 // it is another period's
			}
			continue
		case was && at >= 0:
			seconds[at] = append(seconds[at], l)
		default:
			at = len(sole)
			t.at[l.Occurrence] = at
			sole = append(sole, l)
		}
		t.add(l)
	}
	t.held = make([]Held, 0, len(sole))
	for at, l := range sole {
		if more := seconds[at]; more != nil {
			t.session(append(more, l))
			continue
		}
		t.held = append(t.held, l.Held)
		if l.Held == Ran {
			once(t.languages, l.Languages)
			once(t.needs, l.Needs)
			once(t.pointed, l.Pointed)
		}
	}
	return t
}

// logged reports a session that a log is of.
func (t *tally) logged(o Occurrence) bool {
	_, ok := t.at[o]
	return ok
}

// add counts what adds up from log to log.
func (t *tally) add(l *Log) {
	if t.group == "" {
		t.group = l.Group
	}
	t.several = t.several || l.Group != t.group
	if l.Held != Ran {
		return
	}
	if l.Phone {
		t.answered, t.missed = t.answered.Add(l.Answered), t.missed.Add(l.Missed)
		return
	}
	t.visits, t.first = t.visits.Add(l.Visits), t.first.Add(l.FirstTimes)
}

// session counts what is counted once in a session, from all its logs.
func (t *tally) session(logs []*Log) {
	held := logs[0].Held
	var languages []directory.Spoken
	var needs []directory.Need
	var pointed []directory.ID
	for _, l := range logs {
		if slices.Index(Helds, l.Held) < slices.Index(Helds, held) {
			held = l.Held
		}
		if l.Held != Ran {
			continue
		}
		languages = append(languages, l.Languages...)
		needs = append(needs, l.Needs...)
		pointed = append(pointed, l.Pointed...)
	}
	t.held = append(t.held, held)
	once(t.languages, languages)
	once(t.needs, needs)
	once(t.pointed, pointed)
}

// once adds 1 for each value of a session.
func once[T ~string](to map[string]int, list []T) {
	for i, v := range list {
		if !slices.Contains(list[:i], v) {
			to[string(v)]++
		}
	}
}

// kinds is what may be told today of a period of which so many sessions were
// visited.
func (t *tally) kinds(today directory.Date, visited int) Kinds {
	switch from := t.period.Settled(); {
	case t.period.Month != 0:
		return Kinds{Withheld: InQuarter}
	case t.several:
		return Kinds{Withheld: OfSeveral}
	case today < from:
		return Kinds{Withheld: Unsettled, From: from}
	case visited < FewestSessions:
		return Kinds{Withheld: TooFew}
	}
	k := Kinds{Languages: rows(t.languages), Needs: rows(t.needs), Pointed: rows(t.pointed)}
	if t.first.Said() && t.visits.Min >= FewestSessions {
		k.First = FirstTime{counts.Suppress(t.first.Min), counts.Suppress(t.first.Max), true}
	}
	return k
}

func rows(of map[string]int) []Row {
	var out []Row
	for id, n := range of {
		if n > 0 {
			out = append(out, Row{id, counts.Suppress(n)})
		}
	}
	slices.SortFunc(out, func(a, b Row) int {
		return cmp.Or(cmp.Compare(b.Sessions.Shown(), a.Sessions.Shown()), cmp.Compare(a.ID, b.ID))
	})
	return out
}
