package store_test

import (
	"testing"

	"signpost/bot/people"
	"signpost/bot/sessionlog"
)

// A word is seen by those whom it went to, once, and as what they wear; its sender
// can look as what it was. One for a group's lead is the office's only when it is
// late, and one that goes outside the group is never the lead's.
func TestAWordIsSeenByThoseItWentTo(t *testing.T) {
	s, _, _ := newStore(t)
	wear(t, s, "office", "p-office", office)
	wear(t, s, "lead", "p-lead", people.Hat{Role: people.SafeguardingLead, Group: "g1"})
	wear(t, s, "other", "p-other", people.Hat{Role: people.SafeguardingLead, Group: "g2"})
	wear(t, s, "aider", "p-aider", aider)
	inside := sessionlog.Word{ID: newID("w"), Group: "g1", To: sessionlog.ToLead}
	outside := sessionlog.Word{ID: newID("w"), To: sessionlog.ToOutside}
	save(t, s, turn("aider", sessionlog.Worry{Word: inside}, sessionlog.Worry{Word: outside}))

	asLead, asOffice := people.SafeguardingLead, people.Coordinator
	see := func(w sessionlog.Word, r people.Role) sessionlog.SeeWord {
		return sessionlog.SeeWord{Word: w.ID, Role: r}
	}
	wantStale(t, s, "its sender", turn("aider", see(inside, asLead)))
	wantStale(t, s, "the lead of another group", turn("other", see(inside, asLead)))
	wantStale(t, s, "the office, in time", turn("office", see(inside, asOffice)))
	wantStale(t, s, "the lead, of one that went outside", turn("lead", see(outside, asLead)))
	wantStale(t, s, "the lead, as what they are not", turn("lead", see(inside, asOffice)))
	save(t, s, turn("lead", see(inside, asLead)))
	wantStale(t, s, "a second time", turn("lead", see(inside, asLead)))
	wantStale(t, s, "told late of what was seen", turn("office", sessionlog.LateWord{Word: inside.ID}))
	save(t, s, turn("office", sessionlog.LateWord{Word: outside.ID}, see(outside, asOffice)))

	all, err := s.Words(t.Context(), "")
	if err != nil || len(all) != 2 {
		t.Fatalf("%+v, %v", all, err)
	}
	for _, w := range all {
		want := map[string]people.Role{inside.ID: asLead, outside.ID: asOffice}[w.ID]
		if !w.Seen || w.SeenBy != want || w.Sender != "p-aider" {
			t.Errorf("%+v, want it seen as %s", w, want)
		}
	}

	late := sessionlog.Word{ID: newID("w"), Group: "g1", To: sessionlog.ToLead}
	save(t, s, turn("aider", sessionlog.Worry{Word: late}))
	save(t, s, turn("office", sessionlog.LateWord{Word: late.ID}))
	save(t, s, turn("office", see(late, asOffice)))
}
