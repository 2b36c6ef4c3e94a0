package people

import "testing"

// Hats do not rank: a coordinator is no first aider, and an admin of one group is
// nobody in another.
func TestMay(t *testing.T) {
	admin := Person{Hats: []Hat{{GroupAdmin, "g1"}, {FirstAider, "g2"}}}
	office := Person{Hats: []Hat{{Coordinator, ""}}}
	for _, c := range []struct {
		name  string
		who   Person
		roles []Role
		group string
		want  bool
	}{
		{"everybody is a member", Person{}, []Role{Member}, "", true},
		{"a member wears no hat", Person{}, []Role{FirstAider}, "", false},
		{"an admin in their group", admin, []Role{GroupAdmin}, "g1", true},
		{"an admin in another group", admin, []Role{GroupAdmin}, "g2", false},
		{"an admin where the group does not matter", admin, []Role{GroupAdmin}, "", true},
		{"one of several roles", admin, []Role{Coordinator, FirstAider}, "g2", true},
		{"a coordinator in every group", office, []Role{Coordinator}, "g1", true},
		{"a coordinator is no admin", office, []Role{GroupAdmin}, "g1", false},
		{"no role at all", office, nil, "", false},
	} {
		if got := c.who.May(c.roles, c.group); got != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}
