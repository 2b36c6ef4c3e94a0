package upkeep

import (
	"time"

	"signpost/directory"
)

// Ladder says after how many days what happens to a listing that its group does
// not confirm. Ask counts from the day it was last confirmed, all others from the
// day on which the question reached somebody.
type Ladder struct {
	Ask       int // one admin is asked
	Second    int // the other admins too
	Office    int // the coordinators too
	RingFirst int // the card says "ring first"
	Hide      int // the card says only whom to ask
}

// Monthly is the ladder of the scheme.
var Monthly = Ladder{Ask: 30, Second: 3, Office: 7, RingFirst: 14, Hide: 45}

// CrisisNumbers stands for the numbers that are compiled in among the questions:
// they are asked after like a listing, by the coordinators, and never hidden.
const CrisisNumbers directory.ID = "crisis-numbers"

// Next gives where a question stands now, and whether that is further than it
// stood. It goes one stage at a time, so that nobody is left out when nobody
// looked for long.
//
// A listing that no admin has ever confirmed is not asked after, nor one whose
// admins are away. A question that reached nobody is passed on to the others and
// to the office, but a card changes only when somebody could have answered.
func (l Ladder) Next(q Question, now time.Time) (Question, bool) {
	today := day(now)
	if q.Confirmed == "" || q.Away >= today {
		return q, false
	}
	if q.Service == CrisisNumbers {
		return l.numbers(q, now)
	}
	if q.Stage == NotAsked {
		if daysBetween(q.Confirmed, today) < l.Ask {
			return q, false
		}
		return at(q, AskedFirst, now), true
	}
	delivered := !q.Asked.IsZero()
	from := day(q.Asked)
	if !delivered {
		from = day(q.Since) // when it came to its stage, which is the newest try
	}
	days := daysBetween(max(from, q.Away), today) // nobody is blamed for having been away
	switch {
	case q.Stage == AskedFirst && days >= l.Second:
		return at(q, AskedSecond, now), true
	case q.Stage == AskedSecond && (delivered && days >= l.Office || !delivered && days >= l.Office-l.Second):
		return at(q, ToldOffice, now), true
	case q.Stage == ToldOffice && delivered && days >= l.RingFirst:
		return at(q, RingFirst, now), true
	case q.Stage == RingFirst && delivered && days >= l.Hide:
		return at(q, NotShown, now), true
	}
	return q, false
}

// numbers asks the coordinators after the compiled-in numbers, and again each
// week until somebody has rung them.
func (l Ladder) numbers(q Question, now time.Time) (Question, bool) {
	if q.Stage == NotAsked && daysBetween(q.Confirmed, day(now)) < l.Ask ||
		q.Stage != NotAsked && daysBetween(day(q.Since), day(now)) < l.Office {
		return q, false
	}
	return at(q, ToldOffice, now), true
}

func at(q Question, s Stage, now time.Time) Question {
	q.Stage, q.Since = s, now
	return q
}

// day is the day of an instant in the area.
func day(t time.Time) directory.Date {
	if t.IsZero() {
		return ""
	}
	return directory.DateOf(t)
}

// daysBetween is how many days lie between two of them; 0 where one is none.
func daysBetween(from, to directory.Date) int {
	a, err1 := time.Parse(time.DateOnly, string(from))
	b, err2 := time.Parse(time.DateOnly, string(to))
	if err1 != nil || err2 != nil {
		return 0
	}
	return int(b.Sub(a) / (24 * time.Hour))
}
