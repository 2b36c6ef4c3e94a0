package store_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"signpost/bot/people"
	"signpost/bot/sessionlog"
	"signpost/bot/store"
)

func words(t testing.TB, s *store.Store, group string) (out []string) {
	t.Helper()
	all, err := s.Words(t.Context(), group)
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range all {
		out = append(out, fmt.Sprint(w.ID, " ", w.To, " ", w.Sender, " ", w.Seen, " ", w.Late))
	}
	return out
}

// A word is seen by those whom it is for, once, and by nobody who sent it.
func TestWords(t *testing.T) {
	s, c, _ := group(t)
	lead := people.Hat{Role: people.SafeguardingLead, Group: "g1"}
	wear(t, s, "lead", "p-lead", lead)
	wear(t, s, "amina", "", lead)
	worry := func(id string, group string, to sessionlog.To) sessionlog.Worry {
		return sessionlog.Worry{Word: sessionlog.Word{ID: id, Group: group, To: to, Sender: "p-admin"}}
	}
	save(t, s, turn("amina", worry("w1", "g1", sessionlog.ToLead)))
	c.at = noon.Add(20 * time.Minute)
	save(t, s, turn("bilal", worry("w2", "", sessionlog.ToOutside)))
	save(t, s, turn("bilal", worry("w3", "g1", sessionlog.ToLead)))
	for what, turn := range map[string]store.Turn{
		"to nobody":        turn("amina", worry("w4", "g1", "everybody")),
		"to no lead":       turn("amina", worry("w4", "", sessionlog.ToLead)),
		"to another group": turn("amina", worry("w4", "g2", sessionlog.ToLead)),
		"by a member":      turn("nobody", worry("w4", "", sessionlog.ToOutside)),
		"an id twice":      turn("amina", worry("w1", "g1", sessionlog.ToLead)),
		"by who sent it":   turn("amina", sessionlog.SeeWord{Word: "w1", Role: people.SafeguardingLead}),
		"by another aider": turn("bilal", sessionlog.SeeWord{Word: "w1", Role: people.SafeguardingLead}),
		"by an admin":      turn("admin", sessionlog.SeeWord{Word: "w1", Role: people.SafeguardingLead}),
		"by the office":    turn("office", sessionlog.SeeWord{Word: "w1", Role: people.Coordinator}),
		"by a lead":        turn("lead", sessionlog.SeeWord{Word: "w2", Role: people.SafeguardingLead}),
		"none":             turn("lead", sessionlog.SeeWord{Word: "w9", Role: people.SafeguardingLead}),
	} {
		wantStale(t, s, what, turn)
	}
	if w, ok, err := s.Word(t.Context(), "w2"); !ok || err != nil || !w.At.Equal(noon.Add(15*time.Minute)) {
		t.Errorf("a word that was sent at 12:20: %+v, %v, %v", w, ok, err)
	}
	save(t, s, turn("lead", sessionlog.SeeWord{Word: "w1", Role: people.SafeguardingLead}))
	save(t, s, turn("office", sessionlog.SeeWord{Word: "w2", Role: people.Coordinator}, sessionlog.LateWord{Word: "w3"}))
	wantStale(t, s, "seen twice", turn("lead", sessionlog.SeeWord{Word: "w1", Role: people.SafeguardingLead}))
	wantStale(t, s, "late twice", turn("office", sessionlog.LateWord{Word: "w3"}))
	wantStale(t, s, "late after it was seen", turn("office", sessionlog.LateWord{Word: "w1"}))
	want := []string{"w1 lead p-amina true false", "w2 outside p-bilal true false", "w3 lead p-bilal false true"}
	if diff := cmp.Diff(want, words(t, s, "")); diff != "" {
		t.Errorf("all words (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{want[0], want[2]}, words(t, s, "g1")); diff != "" {
		t.Errorf("those of the group (-want +got):\n%s", diff)
	}
	save(t, s, turn("office", sessionlog.SeeWord{Word: "w3", Role: people.Coordinator})) // nobody did in time
	c.at = noon.Add(25 * time.Hour)
	if err := s.Purge(t.Context(), c.at); err != nil {
		t.Fatal(err)
	}
	if got := words(t, s, ""); len(got) != 0 {
		t.Errorf("a day after they were seen there are %v", got)
	}
}

// Who sent a word is sealed, so no key of the file can take it along: it goes with
// the person all the same, by each way in which one can go.
func TestWordsAndDraftsGoWithThePerson(t *testing.T) {
	for how, part := range map[string]func(*store.Store, *clock){
		"the last hat": func(s *store.Store, _ *clock) {
			save(t, s, turn("office", people.TakeOff{Person: "p-bilal", Hat: aider}))
		},
		"forget": func(s *store.Store, _ *clock) { save(t, s, turn("bilal", people.Forget{})) },
		"forget at one of two doors": func(s *store.Store, _ *clock) {
			joined := code()
			save(t, s, turn("bilal", people.OpenDoor{Code: joined}))
			save(t, s, browser("tab", "cookie", people.JoinDoor{Code: joined}))
			save(t, s, browser("tab", "cookie", people.Forget{}))
		},
		"leaving": func(s *store.Store, _ *clock) { save(t, s, turn("bilal", people.LeaveDoor{})) },
		"a purge of those who can't come in": func(s *store.Store, c *clock) {
			c.at = noon.Add(25 * time.Hour)
			if err := s.Purge(t.Context(), c.at); err != nil {
				t.Fatal(err)
			}
		},
	} {
		t.Run(how, func(t *testing.T) {
			s, c, path := group(t)
			for _, chat := range []string{"amina", "bilal"} {
				save(t, s, turn(chat, sessionlog.Worry{Word: sessionlog.Word{ID: "w-" + chat, Group: "g1", To: sessionlog.ToLead}},
					sessionlog.KeepDraft{Log: draft(3, "cold")}))
			}
			if strings.HasPrefix(how, "a purge") {
				change(t, path, `DELETE FROM person_door WHERE person = 'p-bilal'`)
			}
			part(s, c)
			if diff := cmp.Diff([]string{"w-amina lead p-amina false false"}, words(t, s, "")); diff != "" {
				t.Errorf("words (-want +got):\n%s", diff)
			}
			if got := drafts(t, s, "p-amina") + drafts(t, s, "p-bilal"); got != "<nil> cold<nil>" {
				t.Errorf("drafts: %s", got)
			}
		})
	}
}
