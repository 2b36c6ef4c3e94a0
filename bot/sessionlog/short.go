package sessionlog

import (
	"slices"
	"strings"
	"time"

	"signpost/directory"
)

// The parts of a short name: a service's short id, a point, the minute of the start
// that the rule gives, and the first signs of the rule's short id. Two rules of one
// service that begin in the same minute differ in these.
const (
	minuteForm = "200601021504"
	localForm  = "2006-01-02T15:04"
	ruleSigns  = 8
)

// Short is the session in few enough signs for the argument of a button: 43.
func (o Occurrence) Short() string {
	return o.Service.Short() + "." + strings.NewReplacer("-", "", "T", "", ":", "").Replace(string(o.Original)) +
		o.Schedule.Short()[:ruleSigns]
}

// ServiceIn is the service that a short name begins with; "" when there is none.
func ServiceIn(short string) directory.ID {
	service, _, _ := strings.Cut(short, ".")
	id, err := directory.ParseShort(service)
	if err != nil {
		return ""
	}
	return id
}

// Find is the session of a service that a short name means, whether or not its rule
// still gives it. ok is false when the service has no such rule.
func Find(s *directory.Service, short string) (o Occurrence, ok bool) {
	service, rest, _ := strings.Cut(short, ".")
	if service != s.ID.Short() || len(rest) != len(minuteForm)+ruleSigns {
		return Occurrence{}, false
	}
	at, err := time.Parse(minuteForm, rest[:len(minuteForm)])
	if err != nil {
		return Occurrence{}, false
	}
	i := slices.IndexFunc(s.Schedules, func(c directory.Schedule) bool {
		return strings.HasPrefix(c.ID.Short(), rest[len(minuteForm):])
	})
	if i < 0 {
		return Occurrence{}, false
	}
	return Occurrence{Service: s.ID, Schedule: s.Schedules[i].ID, Original: directory.Local(at.Format(localForm))}, true
}
