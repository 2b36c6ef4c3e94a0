package flows_test

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"signpost/bot/sessionlog"
	"signpost/bot/store"
	"signpost/bot/talk"
	"signpost/directory"
)

// logged is a line of what is given: "Amina logged: 10 of Allotment mornings from 6
// April 2030, 8 visits, pl, loneliness". She logged so many sessions of a listing, one
// after the other, each just after its end, from a day on.
type logged struct {
	who      string
	count    int
	service  string
	from     time.Time
	visits   int
	language directory.Spoken
	need     directory.Need
}

var loggedForm = regexp.MustCompile(`^(\d+) of (.+) from (\d+ \w+ \d{4}), (\d+) visits, (\S+), (\S+)$`)

const loggedKey = " logged"

// pasts are such lines of a story, the earliest first.
func (s *story) pasts(given map[string]string) []logged {
	s.t.Helper()
	var out []logged
	for _, key := range slices.Sorted(maps.Keys(given)) {
		who, ok := strings.CutSuffix(key, loggedKey)
		if !ok {
			continue
		}
		m := loggedForm.FindStringSubmatch(given[key])
		if m == nil {
			s.t.Fatalf("given %s: %q is not of the form %v", key, given[key], loggedForm)
		}
		from, err := time.ParseInLocation("2 January 2006", m[3], directory.London)
		if err != nil {
			s.t.Fatalf("given %s: %v", key, err)
		}
		count, _ := strconv.Atoi(m[1])
		visits, _ := strconv.Atoi(m[4])
		out = append(out, logged{who, count, m[2], from, visits, directory.Spoken(m[5]), directory.Need(m[6])})
	}
	slices.SortFunc(out, func(a, b logged) int { return a.from.Compare(b.from) })
	return out
}

// remember opens the house on the first day of what was logged, puts their hats on all
// who have one, and lets it be logged, each at its time. Nobody is told or asked
// anything meanwhile: the story has not begun.
func (s *story) remember(all []logged, given map[string]string) {
	s.t.Helper()
	time.Sleep(time.Until(all[0].from)) // time of the bubble
	s.openFiles()
	s.cast(given)
	for _, l := range all {
		service := s.serviceNamed(l.service)
		sessions := slices.DeleteFunc(service.Between(l.from, l.from.AddDate(1, 0, 0)), func(o directory.Occurrence) bool { return !o.Session })
		for i, o := range sessions[:l.count] {
			time.Sleep(time.Until(o.End.Add(time.Minute)))
			log := sessionlog.Log{
				ID:         fmt.Sprintf("%.3slog%05d", l.who, i),
				Occurrence: sessionlog.Occurrence{Service: service.ID, Schedule: o.Schedule, Original: o.Original},
				Group:      string(service.Organisation.ID), Session: o.Start, Held: sessionlog.Ran,
				Visits: sessionlog.Exactly(l.visits), Languages: []directory.Spoken{l.language}, Needs: []directory.Need{l.need},
			}
			door, staff := s.whence(l.who)
			turn := store.Turn{Door: door, Chat: l.who, Staff: staff, Do: []talk.Effect{sessionlog.Save{Log: log}}}
			if _, err := s.kept.Save(s.t.Context(), turn); err != nil {
				s.t.Fatalf("%s logged %s: %v", l.who, o.Original, err)
			}
		}
	}
}

// serviceNamed finds a listing of the town by its whole name.
func (s *story) serviceNamed(name string) *directory.Service {
	s.t.Helper()
	found, err := s.dir.Search(s.t.Context(), name, 5)
	if err != nil {
		s.t.Fatal(err)
	}
	for _, service := range found {
		if service.Name == name {
			return service
		}
	}
	s.t.Fatalf("there is no listing %q", name)
	return nil
}
