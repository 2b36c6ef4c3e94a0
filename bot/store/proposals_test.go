package store_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"signpost/bot/people"
	"signpost/bot/store"
	"signpost/bot/upkeep"
	"signpost/directory"
)

const today = directory.Date("2026-11-22")

// proposal is one that gives a listing's fields a value.
func proposal(id string, service directory.ID, fields ...directory.Field) upkeep.Proposal {
	c := directory.Change{Service: service, Base: 7, Owner: "g1", Today: today, Lift: []directory.Doubt{directory.NumberChanging}}
	for _, f := range fields {
		c.Edits = append(c.Edits, directory.Set(f, nil))
	}
	return upkeep.Proposal{ID: id, Change: c, Name: "Tuesday tea", Group: "g1", Role: people.GroupAdmin, Day: today}
}

// cast is a store with a coordinator, two admins of g1 and one of g2.
func cast(t testing.TB) (*store.Store, *clock, string) {
	t.Helper()
	s, c, path := newStore(t)
	wear(t, s, "office", "p-office", office)
	wear(t, s, "a", "p-a", admin)
	wear(t, s, "b", "p-b", admin)
	wear(t, s, "other", "p-other", people.Hat{Role: people.GroupAdmin, Group: "g2"})
	return s, c, path
}

func waiting(t testing.TB, s *store.Store) (names []string) {
	t.Helper()
	all, err := s.Proposals(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range all {
		names = append(names, p.ID)
	}
	return names
}

func TestAProposalComesBackAsItWasMade(t *testing.T) {
	s, c, path := cast(t)
	want := proposal("x", "tea", directory.FieldPhones)
	want.Change.Edits[0] = directory.Set(directory.FieldPhones, []directory.Phone{{Number: "01632 960123"}})
	want.By = "somebody else, says the flow"
	save(t, s, turn("a", upkeep.Propose{Proposal: want}))
	whole := upkeep.Proposal{
		ID: "new", Name: "Choir", Group: "g1", Role: people.GroupAdmin, Day: today,
		Change: directory.Change{Service: "choir", New: &directory.Service{ID: "choir", Name: "Choir"}, Today: today},
	}
	save(t, s, turn("b", upkeep.Propose{Proposal: whole}))
	s.Close()
	s = open(t, path, c)
	want.By, want.State, whole.By, whole.State = "p-a", upkeep.Waiting, "p-b", upkeep.Waiting
	got, err := s.Proposals(t.Context())
	if diff := cmp.Diff([]upkeep.Proposal{want, whole}, got); diff != "" || err != nil {
		t.Errorf("what waits, %v (-want +got):\n%s", err, diff)
	}
	one, ok, err := s.Proposal(t.Context(), "x")
	if diff := cmp.Diff(want, one); diff != "" || !ok || err != nil {
		t.Errorf("one of them, %v, %v (-want +got):\n%s", ok, err, diff)
	}
	if _, ok, err := s.Proposal(t.Context(), "none"); ok || err != nil {
		t.Errorf("one there is not: %v, %v", ok, err)
	}
}

// Of two changes of the same thing the newer waits.
func TestANewerProposalTakesThePlaceOfTheOlder(t *testing.T) {
	s, _, _ := cast(t)
	for _, p := range []upkeep.Proposal{
		proposal("phones", "tea", directory.FieldPhones),
		proposal("name", "tea", directory.FieldName),
		proposal("another", "choir", directory.FieldPhones),
		proposal("both", "tea", directory.FieldEmail, directory.FieldPhones),
	} {
		save(t, s, turn("a", upkeep.Propose{Proposal: p}))
	}
	if diff := cmp.Diff([]string{"name", "another", "both"}, waiting(t, s)); diff != "" {
		t.Errorf("what waits (-want +got):\n%s", diff)
	}
	if p, _, _ := s.Proposal(t.Context(), "phones"); p.State != upkeep.Withdrawn {
		t.Errorf("the older one is %s", p.State)
	}
}

// Two persons: nobody decides their own, whatever hats they wear and by whatever
// door they come, and nobody decides what is decided.
func TestNobodyApprovesTheirOwn(t *testing.T) {
	s, _, _ := cast(t)
	wear(t, s, "office", "", admin) // the coordinator is an admin as well
	secret := code()
	save(t, s, turn("office", people.OpenDoor{Code: secret}))
	save(t, s, browser("tab", "cookie", people.JoinDoor{Code: secret}))
	save(t, s, turn("office", upkeep.Propose{Proposal: proposal("own", "tea", directory.FieldName)}))
	save(t, s, turn("a", upkeep.Propose{Proposal: proposal("theirs", "choir", directory.FieldName)}))
	for _, state := range []upkeep.ProposalState{upkeep.Approved, upkeep.SentBack} {
		own := upkeep.Decide{Proposal: "own", State: state}
		wantStale(t, s, "one's own", turn("office", own))
		wantStale(t, s, "one's own, by another door", browser("tab", "cookie", own))
		wantStale(t, s, "nobody", turn("nobody", own))
	}
	wantStale(t, s, "another group's, withdrawn", turn("other", upkeep.Decide{Proposal: "theirs", State: upkeep.Withdrawn}))
	wantStale(t, s, "no decision", turn("office", upkeep.Decide{Proposal: "theirs", State: upkeep.Waiting}))
	wantStale(t, s, "one there is not", turn("office", upkeep.Decide{Proposal: "none", State: upkeep.Approved}))
	save(t, s, turn("office", upkeep.Decide{Proposal: "theirs", State: upkeep.SentBack, Reason: "unclear"}))
	wantStale(t, s, "decided", turn("office", upkeep.Decide{Proposal: "theirs", State: upkeep.Approved}))
	wantStale(t, s, "withdrawn after it was decided", turn("a", upkeep.Decide{Proposal: "theirs", State: upkeep.Withdrawn}))
	if p, _, _ := s.Proposal(t.Context(), "theirs"); p.State != upkeep.SentBack || p.Reason != "unclear" {
		t.Errorf("it is %+v", p)
	}
	save(t, s, turn("office", upkeep.Decide{Proposal: "own", State: upkeep.Withdrawn}))
}

// A group sees what waits and for a month what was sent back.
func TestProposalsOfAGroup(t *testing.T) {
	s, c, _ := cast(t)
	for i, state := range []upkeep.ProposalState{"", upkeep.Approved, upkeep.SentBack, upkeep.Withdrawn} {
		id := "is " + string(state)
		save(t, s, turn("a", upkeep.Propose{Proposal: proposal(id, directory.ID(fmt.Sprint(i)), directory.FieldName)}))
		if chat := map[bool]string{true: "a", false: "office"}[state == upkeep.Withdrawn]; state != "" {
			save(t, s, turn(chat, upkeep.Decide{Proposal: id, State: state}))
		}
	}
	of := func(group string) (names []string) {
		all, err := s.ProposalsOf(t.Context(), group)
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range all {
			names = append(names, p.ID)
		}
		return names
	}
	if diff := cmp.Diff([]string{"is sent_back", "is "}, of("g1")); diff != "" {
		t.Errorf("of the group (-want +got):\n%s", diff)
	}
	if got := of("g2"); got != nil {
		t.Errorf("another group sees %v", got)
	}
	c.at = noon.Add(30 * 24 * time.Hour)
	if diff := cmp.Diff([]string{"is "}, of("g1")); diff != "" {
		t.Errorf("after a month (-want +got):\n%s", diff)
	}
}
