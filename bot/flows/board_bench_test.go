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
	"signpost/bot/store"
	"signpost/bot/talk"
	"signpost/bot/upkeep"
	"signpost/directory"
	"signpost/directory/sqlite"
)

// county is a directory of 200 groups with 25 listings each, all asked after, one in
// ten reported and one in fifty with a change that waits.
func county(b *testing.B) (*sqlite.Directory, *store.Store) {
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
	kept, err := store.Open(b.Context(), filepath.Join(folder, "bot.db"), k, time.Now)
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
	_, err = dir.Import(b.Context(), time.Now(), sqlite.Source{Name: "bench"}, func(yield func(*directory.Service, error) bool) {
		for n := range 5_000 {
			g := directory.Organisation{ID: directory.NewID("bench group", fmt.Sprint(n/25)), Name: fmt.Sprint("Group ", n/25), Community: true}
			s := &directory.Service{
				ID: directory.NewID("bench", fmt.Sprint(n)), Organisation: g, Name: fmt.Sprint("Tea and talk ", n), Status: directory.Active,
				Description: "Tea and somebody to talk to.", Needs: []directory.Need{directory.Loneliness}, Ways: []directory.Way{directory.InPerson},
				Phones: []directory.Phone{{ID: directory.NewID("bench phone", fmt.Sprint(n)), Number: "01632 960001", Mark: directory.MarkB}},
				Group:  directory.LocalCommunity, Origin: directory.Origin{Mark: directory.MarkB},
			}
			if !yield(s, nil) {
				return
			}
		}
	})
	if err != nil {
		b.Fatal(err)
	}
	for g := range 200 {
		group := string(directory.NewID("bench group", fmt.Sprint(g)))
		var do []talk.Effect
		for n := range 25 {
			id := directory.NewID("bench", fmt.Sprint(25*g+n))
			do = append(do, upkeep.Moved{Question: upkeep.Question{Service: id, Group: group, Confirmed: "2026-01-01", Stage: upkeep.Stage(n % 6)}})
			if n%10 == 0 {
				do = append(do, upkeep.Reported{Report: upkeep.Report{ID: fmt.Sprint("r", g, ".", n), Service: id, Group: group, Wrong: upkeep.WrongClosed}})
			}
		}
		if g%2 == 0 {
			c := directory.Change{Service: directory.NewID("bench", fmt.Sprint(25*g)), Base: 1, Edits: []directory.Edit{directory.Set(directory.FieldName, "Tea")}}
			do = append(do, upkeep.Propose{Proposal: upkeep.Proposal{ID: fmt.Sprint("p", g), Change: c, Group: group, Name: "Tea", By: "somebody"}})
		}
		if _, err := kept.Save(b.Context(), store.Turn{Door: "telegram", Chat: group, Do: do}); err != nil {
			b.Fatal(err)
		}
	}
	return dir, kept
}

// BenchmarkOffice is what a press of a coordinator's costs, with all that is read
// for it, in a county with 200 groups and 5,000 listings. The promise is a p50 under
// 50 ms.
func BenchmarkOffice(b *testing.B) {
	dir, kept := county(b)
	book := flows.Book(flows.Reads{Dir: dir, Area: member.Area{Name: "Benchshire"}, Desk: kept, Chance: counter()})
	sc := talk.Scene{Now: time.Now(), Language: "en", Person: people.Person{ID: "bo", Hats: []people.Hat{{Role: people.Coordinator}}}}
	for _, way := range [][]string{{"/board"}, {"/board", "reported"}, {"/board", "hidden"}, {"/board", "unchecked"}, {"/queue"}, {"/groups"}, {"/audit"}} {
		b.Run(way[len(way)-1], func(b *testing.B) {
			turn, err := book.Step(b.Context(), sc, talk.Conversation{ID: "AAAAAAAAAAA", Language: "en"}, talk.Command{Name: way[0][1:]})
			if err != nil {
				b.Fatal(err)
			}
			before := talk.Conversation{ID: "AAAAAAAAAAA", Language: "en"}
			var e talk.Event = talk.Command{Name: way[0][1:]}
			if len(way) > 1 {
				before = turn.Conversation
				e = talk.Chose{Conversation: before.ID, Turn: before.Turn, Option: way[1]}
			}
			var took []time.Duration
			for b.Loop() {
				began := time.Now()
				turn, err := book.Step(b.Context(), sc, before, e)
				if err != nil || len(turn.Say) != 1 {
					b.Fatal(len(turn.Say), err)
				}
				took = append(took, time.Since(began))
			}
			slices.Sort(took)
			b.ReportMetric(float64(took[len(took)/2].Microseconds())/1000, "p50-ms")
		})
	}
}
