package store_test

import (
	"testing"

	"signpost/bot/people"
	"signpost/bot/store"
	"signpost/bot/upkeep"
	"signpost/directory"
)

// fillPeople leaves a row of each kind of those who look after listings.
func fillPeople(t testing.TB, s *store.Store, path string) {
	t.Helper()
	wear(t, s, "office", newID("p"), office)
	wear(t, s, "admin", newID("p"), admin)
	invited(t, s, "office", aider)
	joined := code()
	save(t, s, turn("admin", people.OpenDoor{Code: joined}))
	save(t, s, browser("tab", newID("cookie"), people.JoinDoor{Code: joined}))
	// Somebody who only ever came by a browser.
	alone := code()
	if err := s.Invite(t.Context(), people.Invite{ID: newID("i"), Code: alone, Hat: office}); err != nil {
		t.Fatal(err)
	}
	save(t, s, browser("tab", newID("cookie"), people.Bind{Code: alone, Person: "p-alone"}))
	change(t, path, `DELETE FROM person_door WHERE person = 'p-alone'`) // as a purge does after 12 hours
	edit := directory.Change{Service: "advice", Edits: []directory.Edit{directory.Set(directory.FieldName, "Advice")}}
	decided := newID("proposal")
	save(t, s, turn("admin",
		people.OpenDoor{Code: code()},
		upkeep.Propose{Proposal: upkeep.Proposal{ID: decided, Change: edit, Group: "g1"}},
		upkeep.Propose{Proposal: upkeep.Proposal{ID: newID("proposal"), Change: edit, Group: "g1"}},
		upkeep.AwayUntil{Group: "g1", Day: "2026-11-30"},
		upkeep.Moved{Question: upkeep.Question{Service: "advice", Group: "g1"}},
		upkeep.Record{Entry: upkeep.Entry{What: "edited", Service: "advice"}},
		upkeep.Stands{Standings: []directory.Standing{{Organisation: "g1", Live: 1}}},
	))
	if err := s.KeepVoiceFile(t.Context(), "424242", newID("recording"), "file"); err != nil {
		t.Fatal(err)
	}
	told := turn("office")
	told.Notices = []store.Notice{{Door: "telegram", Chat: "told", About: "something"}}
	save(t, s, told)
}
