package store_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"signpost/bot/talk"
	"signpost/bot/upkeep"
	"signpost/directory"
)

// How listings stood is kept for each month as it was counted first.
func TestStandings(t *testing.T) {
	s, c, _ := newStore(t)
	first := []directory.Standing{
		{Organisation: "g1", Live: 3, Checked: 1, Stale: 1, Paused: 1, Ended: 1},
		{Organisation: "g1", Language: "pl", Live: 2},
	}
	save(t, s, turn("", talk.Effect(upkeep.Stands{Standings: first})))
	save(t, s, turn("", talk.Effect(upkeep.Stands{Standings: []directory.Standing{{Organisation: "g1", Live: 99}}})))
	c.at = c.at.AddDate(0, 1, 0)
	save(t, s, turn("", talk.Effect(upkeep.Stands{Standings: []directory.Standing{{Organisation: "g1", Live: 4}}})))
	for month, want := range map[int][]directory.Standing{202611: first, 202612: {{Organisation: "g1", Live: 4}}, 202610: nil} {
		if got, err := s.Standings(t.Context(), month); err != nil || cmp.Diff(want, got) != "" {
			t.Errorf("%d: %v (-want +got):\n%s", month, err, cmp.Diff(want, got))
		}
	}
}
