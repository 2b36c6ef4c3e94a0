package store_test

import (
	"errors"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"signpost/bot/people"
	"signpost/bot/store"
	"signpost/bot/talk"
	"signpost/bot/upkeep"
	"signpost/directory"
)

func changes(t testing.TB, s *store.Store) (keys []string) {
	t.Helper()
	all, err := s.Changes(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range all {
		keys = append(keys, c.Key+": "+string(c.Body))
	}
	return keys
}

// asks is a turn that asks for a change, of which the effects are to come.
func asks(chat, key string, do ...talk.Effect) store.Turn {
	t := turn(chat)
	t.Change = &store.Change{Key: key, Body: []byte("body of " + key), Do: do}
	return t
}

// A change that was asked for is there until it is finished, also across a crash,
// and is finished once.
func TestChangesAreFinishedOnce(t *testing.T) {
	s, c, path := cast(t)
	save(t, s, asks("a", "k1"))
	save(t, s, asks("b", "k2"))
	save(t, s, asks("b", "k2"))
	s.Close()
	s = open(t, path, c)
	if diff := cmp.Diff([]string{"k1: body of k1", "k2: body of k2"}, changes(t, s)); diff != "" {
		t.Errorf("changes after a restart (-want +got):\n%s", diff)
	}
	done := store.Finished{
		Door: "telegram", Chat: "a", Do: []talk.Effect{upkeep.Record{Entry: upkeep.Entry{What: "edited"}}},
		Notices: []store.Notice{{Door: "telegram", Chat: "b", Letter: store.Letter{Body: []byte("changed")}}},
		Jobs:    []store.Job{{Key: "j", Kind: "x", Due: noon}},
	}
	if err := s.FinishChange(t.Context(), "k1", done); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		if err := s.FinishChange(t.Context(), "k1", done); !errors.Is(err, store.ErrSeen) {
			t.Errorf("finished again: %v, want ErrSeen", err)
		}
	}
	if err := s.FinishChange(t.Context(), "none", done); !errors.Is(err, store.ErrSeen) {
		t.Errorf("one there is not: %v, want ErrSeen", err)
	}
	if diff := cmp.Diff([]string{"k2: body of k2"}, changes(t, s)); diff != "" {
		t.Errorf("changes that are left (-want +got):\n%s", diff)
	}
	wantLetters(t, s, noon, 9, "b:changed")
	records, err := s.Records(t.Context(), "", "", 0)
	if len(records) != 1 || records[0].Person != "p-a" || err != nil {
		t.Errorf("what was written down: %+v, %v", records, err)
	}
	if got := due(t, s, noon, 9); len(got) != 1 {
		t.Errorf("jobs: %v", got)
	}
}

// What comes of a change that was made is not lost with the part of it that no
// longer fits, nor with the hat or the door of who asked for it.
func TestWhatFitsIsCarriedOut(t *testing.T) {
	s, _, _ := cast(t)
	save(t, s, turn("b", upkeep.Propose{Proposal: proposal("x", "tea", directory.FieldName)}))
	save(t, s, asks("a", "k1"))
	save(t, s, turn("office", people.TakeOff{Person: "p-a", Hat: admin}))
	save(t, s, turn("office", upkeep.Decide{Proposal: "x", State: upkeep.SentBack}))
	if err := s.FinishChange(t.Context(), "k1", store.Finished{Door: "telegram", Chat: "a", Do: []talk.Effect{
		people.Confirm{Invitation: "none"},
		upkeep.Decide{Proposal: "x", State: upkeep.Approved},
		upkeep.Record{Entry: upkeep.Entry{What: "edited"}},
	}}); err != nil {
		t.Fatal(err)
	}
	records, _ := s.Records(t.Context(), "", "", 0)
	if len(records) != 1 || records[0].Person != "p-a" {
		t.Errorf("what was written down: %+v", records)
	}
	if p, _, _ := s.Proposal(t.Context(), "x"); p.State != upkeep.SentBack {
		t.Errorf("what was decided before is now %s", p.State)
	}
}

// A change is not even begun when what is to come of it may not be: the approval
// of one's own.
func TestAChangeWhoseEffectsDoNotFit(t *testing.T) {
	s, _, _ := cast(t)
	wear(t, s, "office", "", admin)
	save(t, s, turn("office", upkeep.Propose{Proposal: proposal("own", "tea", directory.FieldName)}))
	save(t, s, turn("a", upkeep.Propose{Proposal: proposal("theirs", "choir", directory.FieldName)}))
	approve := func(id string) talk.Effect { return upkeep.Decide{Proposal: id, State: upkeep.Approved} }
	wantStale(t, s, "one's own", asks("office", "k1", upkeep.Record{}, approve("own")))
	if got := changes(t, s); got != nil {
		t.Errorf("there is a change: %v", got)
	}
	save(t, s, asks("office", "k2", upkeep.Record{}, approve("theirs")))
	if diff := cmp.Diff([]string{"own", "theirs"}, waiting(t, s)); diff != "" {
		t.Errorf("while it is not made, these wait (-want +got):\n%s", diff)
	}
	if records, _ := s.Records(t.Context(), "", "", 0); len(records) != 0 {
		t.Errorf("it is written down already: %+v", records)
	}
	if err := s.FinishChange(t.Context(), "k2", store.Finished{Do: []talk.Effect{approve("theirs")}}); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"own"}, waiting(t, s)); diff != "" {
		t.Errorf("when it is made, these wait (-want +got):\n%s", diff)
	}
}

// Nobody's hat is worn by the program: a job may move a question and write down
// that it did, and no more.
func TestAJobActsForNobody(t *testing.T) {
	s, _, _ := cast(t)
	save(t, s, turn("a", upkeep.Propose{Proposal: proposal("x", "tea", directory.FieldName)}))
	if err := s.AddJobs(t.Context(), store.Job{Key: "j", Kind: "x", Due: noon}); err != nil {
		t.Fatal(err)
	}
	done := store.Finished{
		Do: []talk.Effect{
			people.TakeOff{Person: "p-a", Hat: admin},
			people.Invite{ID: "i", Code: code(), Hat: office},
			upkeep.Decide{Proposal: "x", State: upkeep.Approved},
			upkeep.Moved{Question: upkeep.Question{Service: "tea", Group: "g1", Stage: upkeep.NotShown}},
			upkeep.Record{Entry: upkeep.Entry{What: "hidden", Service: "tea"}},
		},
		Jobs: []store.Job{{Key: "next", Kind: "x", Due: noon.Add(time.Hour)}},
	}
	for range 2 {
		if err := s.FinishJob(t.Context(), 1, done); err != nil {
			t.Fatal(err)
		}
	}
	wantHats(t, s, "a", admin)
	if got := waiting(t, s); len(got) != 1 {
		t.Errorf("these proposals wait: %v", got)
	}
	if got := questions(t, s, "g1"); len(got) != 1 || got[0].Stage != upkeep.NotShown {
		t.Errorf("questions: %+v", got)
	}
	records, _ := s.Records(t.Context(), "", "", 0)
	if len(records) != 1 || records[0].Person != "" {
		t.Errorf("what was written down: %+v", records)
	}
	if got := due(t, s, noon.Add(time.Hour), 9); len(got) != 1 || got[0].Key != "next" {
		t.Errorf("jobs that are due: %v", got)
	}
}
