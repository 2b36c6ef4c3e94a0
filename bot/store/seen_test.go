package store_test

import (
	"testing"

	"signpost/bot/people"
	"signpost/bot/sessionlog"
)

// Its sender can look as what a word was seen, and so whom to ring. Nobody sees it
// as what they are not.
func TestAWordSaysAsWhatItWasSeen(t *testing.T) {
	s, _, _ := newStore(t)
	wear(t, s, "office", "p-office", office)
	wear(t, s, "lead", "p-lead", people.Hat{Role: people.SafeguardingLead, Group: "g1"})
	wear(t, s, "other", "p-other", people.Hat{Role: people.SafeguardingLead, Group: "g2"})
	wear(t, s, "aider", "p-aider", aider)
	seen, late := sessionlog.Word{ID: "w1", Group: "g1", To: sessionlog.ToLead}, sessionlog.Word{ID: "w2", Group: "g1", To: sessionlog.ToLead}
	save(t, s, turn("aider", sessionlog.Worry{Word: seen}, sessionlog.Worry{Word: late}))
	save(t, s, turn("office", sessionlog.LateWord{Word: late.ID}))

	see := func(w sessionlog.Word, r people.Role) sessionlog.SeeWord {
		return sessionlog.SeeWord{Word: w.ID, Role: r}
	}
	wantStale(t, s, "the lead of another group", turn("other", see(seen, people.SafeguardingLead)))
	wantStale(t, s, "a lead as the office", turn("lead", see(late, people.Coordinator)))
	wantStale(t, s, "the office as a lead", turn("office", see(late, people.SafeguardingLead)))
	wantStale(t, s, "as nothing", turn("lead", see(seen, "")))
	save(t, s, turn("lead", see(seen, people.SafeguardingLead)))
	save(t, s, turn("office", see(late, people.Coordinator)))
	for id, want := range map[string]people.Role{seen.ID: people.SafeguardingLead, late.ID: people.Coordinator} {
		if w, ok, err := s.Word(t.Context(), id); !ok || err != nil || !w.Seen || w.SeenBy != want {
			t.Errorf("%+v, %v, %v; want it seen as %s", w, ok, err, want)
		}
	}
}
