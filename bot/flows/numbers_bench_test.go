package flows_test

import (
	"fmt"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"signpost/bot/flows"
	"signpost/bot/flows/member"
	keyfile "signpost/bot/keys"
	"signpost/bot/people"
	"signpost/bot/sessionlog"
	"signpost/bot/store"
	"signpost/bot/talk"
	"signpost/directory"
	"signpost/directory/sqlite"
)

// The scheme of the benchmark: 40 groups with four services each, of which each has a
// session on four days a week, all logged for three years: 100,000 logs.
const (
	loggedGroups   = 40
	loggedServices = 4
	loggedWeeks    = 157
)

var loggedDays = []time.Weekday{time.Monday, time.Tuesday, time.Thursday, time.Saturday}

func loggedGroup(g int) directory.ID { return directory.NewID("bench group", fmt.Sprint(g)) }

// loggedService is one of a group's, with its sessions.
func loggedService(g, n int) *directory.Service {
	id := directory.NewID("bench", fmt.Sprint(g, ".", n))
	s := &directory.Service{
		ID: id, Organisation: directory.Organisation{ID: loggedGroup(g), Name: fmt.Sprint("Group ", g), Community: true},
		Name: fmt.Sprint("Tea and talk ", g, ".", n), Status: directory.Active, Description: "Tea and somebody to talk to.",
		Needs: []directory.Need{directory.Loneliness}, Ways: []directory.Way{directory.InPerson}, Group: directory.LocalCommunity,
		Phones: []directory.Phone{{ID: directory.NewID("bench phone", string(id)), Number: "01632 960001", Mark: directory.MarkB}},
		Origin: directory.Origin{Mark: directory.MarkB},
	}
	for _, d := range loggedDays {
		s.Schedules = append(s.Schedules, directory.Schedule{
			ID: directory.NewID("bench schedule", fmt.Sprint(id, d)), Freq: directory.Weekly, Session: true, Opens: 600, Closes: 720,
			ByDay: []directory.DayRule{{Day: d}},
		})
	}
	return s
}

// threeYears is a house in which three years were logged, each week at its end.
func threeYears(b *testing.B) (*sqlite.Directory, *store.Store, time.Time) {
	b.Helper()
	folder := b.TempDir()
	dir, err := sqlite.OpenDirectory(b.Context(), folder)
	if err != nil {
		b.Fatal(err)
	}
	k, err := keyfile.Open(filepath.Join(folder, "keys"), true)
	if err != nil {
		b.Fatal(err)
	}
	now := time.Date(2027, 8, 2, 9, 0, 0, 0, directory.London)
	kept, err := store.Open(b.Context(), filepath.Join(folder, "bot.db"), k, func() time.Time { return now })
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() {
		if err := kept.Close(); err != nil {
			b.Error(err)
		}
		if err := dir.Close(); err != nil {
			b.Error(err)
		}
	})
	_, err = dir.Import(b.Context(), now, sqlite.Source{Name: "bench"}, func(yield func(*directory.Service, error) bool) {
		for n := range loggedGroups * loggedServices {
			if !yield(loggedService(n/loggedServices, n%loggedServices), nil) {
				return
			}
		}
	})
	if err != nil {
		b.Fatal(err)
	}
	for g := range loggedGroups {
		code := people.NewCode([16]byte{0: byte(g), 1: 7})
		hat := people.Hat{Role: people.FirstAider, Group: string(loggedGroup(g))}
		if err := kept.Invite(b.Context(), people.Invite{ID: fmt.Sprint("cast", g), Code: code, Hat: hat, Label: "A"}); err != nil {
			b.Fatal(err)
		}
		save(b, kept, g, people.Bind{Code: code, Person: fmt.Sprint("aider", g), Digits: "0000", Language: "en"})
	}
	for range loggedWeeks {
		now = now.AddDate(0, 0, 7)
		for g := range loggedGroups {
			save(b, kept, g, weekOf(g, now)...)
		}
	}
	all, err := kept.Logs(b.Context(), "", "2027-01-01", directory.DateOf(now))
	if err != nil || len(all) < 100_000 {
		b.Fatal(len(all), err)
	}
	return dir, kept, now
}

// weekOf are the logs of a group's sessions of the last seven days.
func weekOf(g int, now time.Time) []talk.Effect {
	var do []talk.Effect
	for n := range loggedServices {
		s := loggedService(g, n)
		for i, o := range s.Between(now.AddDate(0, 0, -7), now) {
			do = append(do, sessionlog.Save{Log: sessionlog.Log{
				ID:         fmt.Sprint(g, ".", n, ".", o.Original),
				Occurrence: sessionlog.Occurrence{Service: s.ID, Schedule: o.Schedule, Original: o.Original},
				Group:      string(loggedGroup(g)), Session: o.Start, Held: sessionlog.Ran,
				Visits: sessionlog.Exactly(7 + i), FirstTimes: sessionlog.Exactly(i),
				Languages: []directory.Spoken{"pl", "ur", "ku"}, Needs: []directory.Need{directory.Sleep, directory.Money, directory.Loneliness},
				Pointed: []directory.ID{s.ID},
			}})
		}
	}
	return do
}

func save(b *testing.B, kept *store.Store, g int, do ...talk.Effect) {
	b.Helper()
	if _, err := kept.Save(b.Context(), store.Turn{Door: "telegram", Chat: fmt.Sprint("chat", g), Do: do}); err != nil {
		b.Fatal(err)
	}
}

// BenchmarkNumbers is what a look at a group's figures costs, with all that is read
// for it, among 100,000 logs. The promise is a p50 under 100 ms.
func BenchmarkNumbers(b *testing.B) {
	dir, kept, now := threeYears(b)
	book := flows.Book(flows.Reads{Dir: dir, Area: member.Area{Name: "Benchshire"}, Desk: kept, Chance: counter()})
	group := loggedGroup(7)
	sc := talk.Scene{Now: now, Language: "en", Person: people.Person{ID: "aider7", Hats: []people.Hat{
		{Role: people.FirstAider, Group: string(group)}, {Role: people.GroupAdmin, Group: string(group)},
	}}}
	quarter := sessionlog.QuarterOf(directory.DateOf(now)).Before(2).String()
	for name, e := range map[string]talk.Command{
		"month":       {Name: "our_numbers", Arg: group.Short()},
		"quarter":     {Name: "our_numbers", Arg: group.Short() + "." + quarter},
		"my_sessions": {Name: "my_sessions"},
		"not_logged":  {Name: "not_logged", Arg: group.Short()},
	} {
		b.Run(name, func(b *testing.B) {
			var took []time.Duration
			for b.Loop() {
				began := time.Now()
				turn, err := book.Step(b.Context(), sc, talk.Conversation{ID: "AAAAAAAAAAA", Language: "en"}, e)
				if err != nil || len(turn.Say) != 1 || turn.Conversation.Flow != e.Name {
					b.Fatal(len(turn.Say), turn.Conversation.Flow, err)
				}
				took = append(took, time.Since(began))
			}
			slices.Sort(took)
			b.ReportMetric(float64(took[len(took)/2].Microseconds())/1000, "p50-ms")
		})
	}
}
