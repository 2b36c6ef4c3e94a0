package store_test

import (
	"fmt"
	"testing"

	"signpost/bot/people"
	"signpost/bot/store"
	"signpost/bot/talk"
	"signpost/bot/upkeep"
	"signpost/directory"
)

// board is a store with 200 groups of 25 listings each: all were asked after,
// one in ten has a report, one in fifty a change that waits, each two lines of
// the record.
func board(b *testing.B) *store.Store {
	s, _, _ := newStore(b)
	wear(b, s, "office", "p-office", office)
	for g := range 200 {
		group := fmt.Sprint("group-", g)
		wear(b, s, group, "p-"+group, people.Hat{Role: people.GroupAdmin, Group: group})
		var do []talk.Effect
		for n := range 25 {
			service := directory.ID(fmt.Sprint(group, "-", n))
			e := upkeep.Entry{Group: group, What: "edited", Service: service, Field: directory.FieldPhones, Before: `"01632 960001"`, After: `"01632 960002"`}
			do = append(do, upkeep.StillRight{Service: service, Group: group, Day: today}, upkeep.Record{Entry: e}, upkeep.Record{Entry: e})
			if n%10 == 0 {
				do = append(do, upkeep.Reported{Report: upkeep.Report{ID: newID("r"), Service: service, Group: group, Wrong: upkeep.WrongClosed, Waits: true}})
			}
			if n == 0 && g%2 == 0 {
				p := proposal(newID("p"), service, directory.FieldPhones)
				p.Group = group
				do = append(do, upkeep.Propose{Proposal: p})
			}
		}
		save(b, s, turn(group, do...))
	}
	b.ResetTimer()
	return s
}

// BenchmarkBoard reads all that the coordinator's board shows.
func BenchmarkBoard(b *testing.B) {
	s := board(b)
	for b.Loop() {
		questions, err1 := s.Questions(b.Context(), "")
		reports, err2 := s.Reports(b.Context(), "")
		proposals, err3 := s.Proposals(b.Context())
		if err1 != nil || err2 != nil || err3 != nil || len(questions) != 5000 || len(reports) != 600 || len(proposals) != 100 {
			b.Fatal(len(questions), len(reports), len(proposals), err1, err2, err3)
		}
	}
}

// BenchmarkListings reads what a group's list shows beside its listings.
func BenchmarkListings(b *testing.B) {
	s := board(b)
	for b.Loop() {
		questions, err1 := s.Questions(b.Context(), "group-77")
		_, err2 := s.Reports(b.Context(), "group-77")
		_, err3 := s.ProposalsOf(b.Context(), "group-77")
		_, err4 := s.Wearers(b.Context(), "group-77")
		_, err5 := s.Records(b.Context(), "group-77", "", 20)
		if err1 != nil || err2 != nil || err3 != nil || err4 != nil || err5 != nil || len(questions) != 25 {
			b.Fatal(len(questions), err1, err2, err3, err4, err5)
		}
	}
}

// BenchmarkHistory reads the newest of the whole record.
func BenchmarkHistory(b *testing.B) {
	s := board(b)
	for b.Loop() {
		if got, err := s.Records(b.Context(), "", "", 50); err != nil || len(got) != 50 {
			b.Fatal(len(got), err)
		}
	}
}
