package member

import (
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
		{listen.Heard{Needs: needs("sleep")}, "sleep"},
		{listen.Heard{Needs: needs("sleep", "low_mood"), Place: "Bolsover", Language: "pl"}, "sleep+low_mood.Bolsover.pl"},
		{listen.Heard{Place: "Bolsover"}, ".Bolsover"},
		{listen.Heard{Language: "pl"}, "..pl"},
		{listen.Heard{Needs: needs("sleep"), Community: "polish"}, "sleep...polish"},
		{listen.Heard{Place: "St. Peter"}, ".St  Peter"},
		{
			listen.Heard{Needs: needs("long_term_illness", "relationships", "language_help"), Place: "Chapel-en-le-Frith", Language: "pl"},
			"long_term_illness+relationships.Chapel-en-le-Frith.pl",
		},
		{listen.Heard{Needs: needs("sleep"), Place: strings.Repeat("x", 80), Language: "pl"}, "sleep..pl"},
		{listen.Heard{Place: strings.Repeat("x", 80)}, ""},
	} {
		got := askedArg(c.heard)
		if got != c.want {
			t.Errorf("%+v gives %q, want %q", c.heard, got, c.want)
		}
		if n := len(talk.StandingData(askedCommand, got)); n > talk.MaxData {
			t.Errorf("%q: %d bytes", got, n)
		}
	}
}
