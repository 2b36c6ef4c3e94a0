package runner

import (
	"testing"

	"signpost/bot/channel"
	"signpost/bot/people"
	"signpost/bot/talk"
)

// A door with a cookie of staff hears who it leads to: from the turn in which
// somebody becomes known, and until they leave.
func TestADoorHearsWhoIsHere(t *testing.T) {
	for _, c := range []struct {
		name, staff string
		known       bool
		do          []talk.Effect
		want        channel.Staff
	}{
		{"a door that knows people by their chat", "", true, nil, channel.Same},
		{"a member", "cookie", false, nil, channel.Unknown},
		{"somebody who wears a hat", "cookie", true, nil, channel.Known},
		{"who uses an invitation", "cookie", false, []talk.Effect{people.Bind{}}, channel.Known},
		{"who comes in by one more door", "cookie", false, []talk.Effect{people.JoinDoor{}}, channel.Known},
		{"who leaves the computer", "cookie", true, []talk.Effect{people.LeaveDoor{}}, channel.Left},
		{"who is forgotten", "cookie", true, []talk.Effect{people.Hide{}, people.Forget{}}, channel.Left},
		{"who hides the chat", "cookie", true, []talk.Effect{people.Hide{}}, channel.Known},
	} {
		if got := staffAfter(channel.Inbound{Staff: c.staff}, talk.Turn{Do: c.do}, c.known); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}
