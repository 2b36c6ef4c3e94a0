package member

import (
	"slices"
	"strings"
	"testing"

	"signpost/bot/listen"
	"signpost/bot/talk"
	"signpost/directory"
)

func TestWhatWasAskedFor(t *testing.T) {
	needs := func(n ...directory.Need) []directory.Need { return n }
	for _, c := range []struct {
		heard listen.Heard
		want  string
	}{
		{listen.Heard{Level: listen.Danger, Kinds: []listen.Kind{listen.Suicide}, Written: "ur"}, ""},
		{listen.Heard{Needs: needs("sleep")}, "asked.sleep"},
		{listen.Heard{Needs: needs("sleep", "low_mood")}, "asked.?sleep+low_mood"},
		{listen.Heard{Needs: needs("sleep", "low_mood"), Sure: true, Place: "Bolsover", Language: "pl"}, "asked.sleep+low_mood.Bolsover.pl"},
		{listen.Heard{Place: "Bolsover"}, "asked..Bolsover"},
		{listen.Heard{Language: "pl"}, "asked...pl"},
		{listen.Heard{Needs: needs("sleep"), Community: "polish"}, "asked.sleep...polish"},
		{listen.Heard{Place: "St. Peter"}, "asked..St  Peter"},
		{
			listen.Heard{Needs: needs("long_term_illness", "relationships", "language_help"), Sure: true, Place: "Chapel-en-le-Frith", Language: "pl"},
			"asked.long_term_illness.Chapel-en-le-Frith.pl",
		},
		{listen.Heard{Needs: needs("sleep"), Place: strings.Repeat("x", 80), Language: "pl"}, "asked.sleep..pl"},
		{listen.Heard{Place: strings.Repeat("x", 80)}, ""},
	} {
		got := askedArg(c.heard)
		if got != c.want {
			t.Errorf("%+v gives %q, want %q", c.heard, got, c.want)
		}
		if n := len(talk.StandingData("find", got)); n > talk.MaxData {
			t.Errorf("%q: %d bytes", got, n)
		}
	}
}

// TestAskedIsRead: what is written down is read again, and what somebody made up
// is left out.
func TestAskedIsRead(t *testing.T) {
	h := listen.Heard{Needs: []directory.Need{"sleep", "low_mood"}, Place: "Bolsover", Language: "pl", Community: "polish"}
	a := beginFind(askedArg(h), talk.Scene{})
	if got := heardNeeds.Of(a); !slices.Equal(got, []string{"sleep", "low_mood"}) || heardSure.Of(a) {
		t.Errorf("needs %v, sure %v", got, heardSure.Of(a))
	}
	if typedPlace.Of(a) != "Bolsover" || !slices.Equal(filters.Of(a), []string{languagePrefix + "pl"}) ||
		who.Of(a) != whoCommunity || !slices.Equal(communities.Of(a), []string{"polish"}) {
		t.Errorf("read as %v", a)
	}
	a = beginFind("asked.drugs+sleep+nonsense+anxiety+money+work.X.klingon.elves.more", talk.Scene{})
	if got := heardNeeds.Of(a); !slices.Equal(got, []string{"sleep", "anxiety", "money"}) {
		t.Errorf("made-up needs are read as %v", got)
	}
	if len(filters.Of(a)) != 0 || who.Of(a) != "" {
		t.Errorf("a made-up language or community is read: %v", a)
	}
}
