package flows_test

import (
	"strings"
	"testing"

	"signpost/bot/talk"
)

// The first screen has at most 60 words, and results are at most six taps from
// the first message, the language included: who is tired reads no further.
func TestFirstThirtySeconds(t *testing.T) {
	for _, door := range []string{"telegram", "web", "terminal"} {
		p := newPlayer(t, map[string]string{"now": "Sunday 2 June 2030, 14:05", "door": door}, "")
		p.person(talk.Command{Name: "start"})
		taps := 0
		press := func(label string) []talk.Message {
			t.Helper()
			at, ok := p.button(label)
			if !ok {
				t.Fatalf("%s: there is no button [%s]", door, label)
			}
			taps++
			return p.person(p.press(at))
		}
		hello := press("English")
		if n := len(strings.Fields(p.plain(hello[0].Body))); n > 60 {
			t.Errorf("%s: %d words on the first screen", door, n)
		}
		press("Find a place for me")
		press("Lonely")
		press("Harrowbeck")
		press("It does not matter")
		if at := p.conv.Flow + "." + p.conv.Step; at != "find.results" {
			t.Errorf("%s: at %s after %d taps", door, at, taps)
		}
		if taps > 6 {
			t.Errorf("%s: %d taps", door, taps)
		}
	}
}
