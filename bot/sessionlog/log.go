// Package sessionlog is what a first aider notes of a session: that it was held,
// how many visits there were, and in what kinds. It also knows what is never
// noted: a name, a remark about somebody, urgent help, and the needs that could
// harm somebody if it were known who asked.
//
// It decides and keeps nothing itself: its effects are saved with the turn.
package sessionlog

import (
	"time"

	"signpost/bot/people"
	"signpost/directory"
)

// Held is what became of a session.
type Held string

// What can become of a session. Nobody means that it was held and nobody came.
const (
	Ran         Held = "ran"
	Nobody      Held = "nobody"
	AiderAway   Held = "away"
	VenueClosed Held = "closed"
	OtherReason Held = "other"
)

// Helds are all of them, in the order in which they are offered.
var Helds = []Held{Ran, Nobody, AiderAway, VenueClosed, OtherReason}

// Open reports whether somebody was there to be visited.
func (h Held) Open() bool { return h == Ran || h == Nobody }

// Occurrence names one session: the rule that gives it and the start that the
// rule gives, which stay when it is moved.
type Occurrence struct {
	Service  directory.ID
	Schedule directory.ID
	Original directory.Local
}

// Why says why a session has a second log beside the first: "" in the first.
type Why string

// Why there may be two.
const (
	OtherVisitors Why = "others" // two first aiders, each counted their own
	OtherPart     Why = "part"   // another room, or another part of the session
)

// Whys are all of them, in the order in which they are offered.
var Whys = []Why{OtherVisitors, OtherPart}

// Most that a log takes of each kind.
const (
	MostNeeds     = 5
	MostLanguages = 5
	MostPointed   = 5
	MostRemark    = 200 // signs
)

// Log is what is noted of one session. The zero Band is "not said".
type Log struct {
	ID         string // random; "" while it is a draft of a new one
	Version    int    // 1 when it was saved first; a correction adds 1
	Occurrence Occurrence
	Group      string
	Session    time.Time // when it began, as it was held
	Phone      bool      // a slot on the telephone: Answered and Missed take the place of Visits

	Held       Held // "" in a draft where it was not said
	Visits     Band
	FirstTimes Band // how many of the visits were a first
	Answered   Band // calls
	Missed     Band
	Languages  []directory.Spoken // used there
	Needs      []directory.Need   // what it was about; never a sensitive one
	Pointed    []directory.ID     // the services that people were pointed to
	Remark     string             // of the room and the materials; see Remark

	Second Why
	By     string // the id of whoever entered it; "" when it is kept no longer
	Role   people.Role
	Day    directory.Date // when it was entered
	Paper  bool           // an admin entered it from paper
	Undone bool           // taken back; only in the history
}

// Late reports a log that was entered more than two days after the session's.
func (l *Log) Late() bool { return l.Day > directory.DateOf(l.Session).Add(lateAfter) }

// For how long things may be done, in days.
const (
	DueFor     = 14 // a session is offered to be logged
	PaperFor   = 28 // an admin may enter one from paper
	CorrectFor = 14 // a log may be corrected or taken back, from when it was entered
	DraftFor   = 14 // what was begun is kept
	lateAfter  = 2
)

// Settled is the day from which nothing of a day's month changes any more. What
// is disclosed about kinds is disclosed from then on: two looks at a month must
// not differ by one session.
func Settled(d directory.Date) directory.Date {
	t, err := time.Parse(time.DateOnly, string(d))
	if err != nil {
		return d
	}
	return directory.DateOf(time.Date(t.Year(), t.Month()+1, 1, 12, 0, 0, 0, directory.London)).Add(PaperFor)
}

// Correctable reports whether a log may still be corrected or taken back, today.
func (l *Log) Correctable(today directory.Date) bool {
	return today <= l.Day.Add(CorrectFor) && today < Settled(directory.DateOf(l.Session))
}

// Takes reports whether a session of a day may still be entered today: by an admin
// from paper for longer.
func Takes(session, today directory.Date, admin bool) bool {
	days := DueFor
	if admin {
		days = PaperFor
	}
	return session <= today && today <= session.Add(days)
}

// Complete reports whether what is required is there.
func (l *Log) Complete() bool {
	if l.Held != Ran {
		return l.Held != ""
	}
	if l.Phone {
		return l.Answered.Said() && l.Missed.Said()
	}
	return l.Visits.Said()
}

// Like fills what is not required from an earlier log of the same session time.
func (l *Log) Like(last Log) {
	l.Languages, l.Needs, l.Pointed = last.Languages, last.Needs, last.Pointed
}
