package sessionlog

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"signpost/directory"
)

// The parts of a short name: a service's short id, the first signs of its rule's,
// and the start that the rule gives, in minutes on the wall. Two rules of one service
// that begin in the same minute differ in those signs.
const (
	serviceSigns = 22
	ruleSigns    = 3
	minuteSigns  = 5 // in base 36: enough for a hundred years
	minuteBase   = 36
	localForm    = "2006-01-02T15:04"
)

// firstMinute is where the minutes are counted from.
var firstMinute = time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)

// Short is the session in few enough signs for the argument of a button: 30.
func (o Occurrence) Short() string {
	var minutes int64
	if at, err := time.Parse(localForm, string(o.Original)); err == nil {
		minutes = int64(at.Sub(firstMinute) / time.Minute)
	}
	return o.Service.Short() + o.Schedule.Short()[:ruleSigns] +
		fmt.Sprintf("%0*s", minuteSigns, strconv.FormatInt(max(minutes, 0), minuteBase))
}

// ServiceIn is the service that a short name begins with; "" when there is none.
func ServiceIn(short string) directory.ID {
	if len(short) < serviceSigns {
		return ""
	}
	id, err := directory.ParseShort(short[:serviceSigns])
	if err != nil {
		return ""
	}
	return id
}

// Find is the session of a service that a short name means, whether or not its rule
// still gives it. ok is false when the service has no such rule.
func Find(s *directory.Service, short string) (o Occurrence, ok bool) {
	rest, ok := strings.CutPrefix(short, s.ID.Short())
	if !ok || len(rest) != ruleSigns+minuteSigns {
		return Occurrence{}, false
	}
	minutes, err := strconv.ParseInt(rest[ruleSigns:], minuteBase, 64)
	if err != nil || minutes < 0 {
		return Occurrence{}, false
	}
	i := slices.IndexFunc(s.Schedules, func(c directory.Schedule) bool {
		return strings.HasPrefix(c.ID.Short(), rest[:ruleSigns])
	})
	if i < 0 {
		return Occurrence{}, false
	}
	at := firstMinute.Add(time.Duration(minutes) * time.Minute)
	return Occurrence{Service: s.ID, Schedule: s.Schedules[i].ID, Original: directory.Local(at.Format(localForm))}, true
}
