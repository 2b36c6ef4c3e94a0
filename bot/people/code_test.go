package people

import (
	"strings"
	"testing"
)

// A code survives being read out, and typed by somebody who takes letters for
// figures; a shorter or longer one is none.
func TestCode(t *testing.T) {
	code := NewCode([16]byte{0: 1, 5: 200, 10: 17, 15: 255})
	spoken := SpokenCode(code)
	if len(code) != codeSigns || len(strings.Fields(spoken)) != 7 {
		t.Fatalf("%q, spoken %q", code, spoken)
	}
	for _, typed := range []string{
		code, strings.ToLower(spoken), strings.ReplaceAll(spoken, " ", "-"),
		strings.NewReplacer("0", "O", "1", "l").Replace(spoken),
	} {
		if got, ok := ParseCode(typed); !ok || got != code {
			t.Errorf("%q is read as %q, %v", typed, got, ok)
		}
	}
	for _, typed := range []string{"", code[1:], code + "0", strings.Repeat("U", codeSigns), "hello"} {
		if got, ok := ParseCode(typed); ok {
			t.Errorf("%q is read as the code %q", typed, got)
		}
	}
}

// Who may invite: coordinators to everything, admins to their own group.
func TestMayInvite(t *testing.T) {
	admin := Person{Hats: []Hat{{GroupAdmin, "g1"}, {FirstAider, "g2"}}}
	office := Person{Hats: []Hat{{Coordinator, ""}}}
	for _, c := range []struct {
		name string
		who  Person
		to   Hat
		want bool
	}{
		{"an admin to their group", admin, Hat{FirstAider, "g1"}, true},
		{"an admin to an admin's hat of their group", admin, Hat{GroupAdmin, "g1"}, true},
		{"a first aider to their group", admin, Hat{FirstAider, "g2"}, false},
		{"an admin to the office", admin, Hat{Coordinator, ""}, false},
		{"an admin to a group's hat without a group", admin, Hat{FirstAider, ""}, false},
		{"a coordinator to any group", office, Hat{SafeguardingLead, "g9"}, true},
		{"a coordinator to the office", office, Hat{Coordinator, ""}, true},
		{"a coordinator's hat in a group", office, Hat{Coordinator, "g1"}, false},
		{"a member's hat", office, Hat{Member, ""}, false},
		{"nobody", Person{}, Hat{FirstAider, "g1"}, false},
	} {
		if got := c.who.MayInvite(c.to); got != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}
