// Package people is who talks to us and what they may do: persons, their hats
// and the rules of who may.
package people

// Role is what a hat lets its wearer do. Hats do not rank.
type Role string

// The roles.
const (
	Member           Role = "member"
	FirstAider       Role = "first_aider"
	GroupAdmin       Role = "group_admin"
	SafeguardingLead Role = "safeguarding_lead"
	Coordinator      Role = "coordinator"
)

// Roles are all roles, in the order in which they are shown.
var Roles = []Role{Member, FirstAider, GroupAdmin, SafeguardingLead, Coordinator}

// Hat is a role in a group. Group is the id of an Organisation, "" for a role
// that has none (member, coordinator).
type Hat struct {
	Role  Role
	Group string
}

// Person is whoever talks to us. ID is a keyed hash, never a name; "" for a
// member of whom nothing is kept.
type Person struct {
	ID   string
	Hats []Hat
}

// May reports whether the person wears a hat of one of the roles, in the group
// when group is not "". Everybody is a member.
func (p Person) May(roles []Role, group string) bool {
	for _, r := range roles {
		if r == Member {
			return true
		}
		for _, h := range p.Hats {
			if h.Role == r && (group == "" || h.Group == "" || h.Group == group) {
				return true
			}
		}
	}
	return false
}
