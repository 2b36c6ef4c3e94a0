package store_test

import (
	"testing"
	"time"

	"signpost/bot/people"
	"signpost/bot/sessionlog"
	"signpost/bot/store"
	"signpost/bot/upkeep"
	"signpost/directory"
)

// held is the log of a session that began some hours before noon.
func held(id string, hours int) sessionlog.Log {
	began := noon.Add(-time.Duration(hours) * time.Hour)
	return sessionlog.Log{
		ID: id, Occurrence: sessionlog.Occurrence{Service: advice, Schedule: mondays, Original: directory.LocalOf(began)},
		Group: "g1", Session: began.In(directory.London), Held: sessionlog.Ran, Visits: sessionlog.Exactly(12), Role: people.FirstAider,
	}
}

const (
	advice  directory.ID = "5a7b36a1-0d5c-4f0e-9d3a-000000000001"
	mondays directory.ID = "5a7b36a1-0d5c-4f0e-9d3a-000000000002"
)

// fillSessions leaves a row of each kind of what is noted of sessions.
func fillSessions(t testing.TB, s *store.Store) {
	t.Helper()
	wear(t, s, "aider", newID("p"), aider)
	log := held(newID("log"), 3)
	save(t, s, turn("aider", sessionlog.Save{Log: log}, sessionlog.KeepDraft{Log: held("", 5)}))
	log.Version = 1
	word, seen := sessionlog.Word{ID: newID("word"), To: sessionlog.ToOutside}, sessionlog.Word{ID: newID("word"), To: sessionlog.ToOutside}
	save(t, s, turn("aider", sessionlog.Save{Log: log},
		sessionlog.Reminded{Occurrence: log.Occurrence, Times: 1}, sessionlog.Worry{Word: word}, sessionlog.Worry{Word: seen},
		sessionlog.Enquired{Check: enquiry(newID("check"))}))
	save(t, s, turn("office", sessionlog.SeeWord{Word: seen.ID, Role: people.Coordinator}))
}

// enquiry is an access check.
func enquiry(id string) sessionlog.Check {
	return sessionlog.Check{
		ID: id, Service: advice, Day: "2026-11-20", Language: "ur",
		Interpreter: sessionlog.WhenAsked, Wait: sessionlog.WaitMonth, Reached: sessionlog.OnList,
	}
}

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
	fillSessions(t, s)
	if err := s.KeepVoiceFile(t.Context(), "424242", newID("recording"), "file"); err != nil {
		t.Fatal(err)
	}
	told := turn("office")
	told.Notices = []store.Notice{{Door: "telegram", Chat: "told", About: "something"}}
	save(t, s, told)
}
