// Package people is who talks to us and what they may do: persons, their hats,
// how one gets a hat, and the rules of who may.
package people

import (
	"slices"
	"time"
)

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

// InGroup reports a role that is worn in a group and nowhere else.
func (r Role) InGroup() bool {
	return slices.Contains([]Role{FirstAider, GroupAdmin, SafeguardingLead}, r)
}

// Hat is a role in a group. Group is the id of an Organisation, "" for a role
// that has none (member, coordinator).
type Hat struct {
	Role  Role
	Group string
}

// Person is whoever talks to us. ID is random, never a name or a number of
// theirs; "" for a member, of whom nothing is kept.
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

// Groups are the groups in which the person wears a hat of one of the roles, in
// the order of their hats.
func (p Person) Groups(roles ...Role) []string {
	var out []string
	for _, h := range p.Hats {
		if h.Group != "" && slices.Contains(roles, h.Role) && !slices.Contains(out, h.Group) {
			out = append(out, h.Group)
		}
	}
	return out
}

// Staff reports a person who wears any hat.
func (p Person) Staff() bool { return len(p.Hats) > 0 }

// MayInvite reports whether who wears by may invite to a hat, take it away, and
// see who wears it: coordinators invite to all, group admins to those of their
// group.
func (p Person) MayInvite(to Hat) bool {
	if to.Role == Member || !slices.Contains(Roles, to.Role) || to.Role.InGroup() != (to.Group != "") {
		return false
	}
	return p.May([]Role{Coordinator}, "") || to.Group != "" && p.May([]Role{GroupAdmin}, to.Group)
}

// Wearer is a person with one hat, as those see it who may take it away.
type Wearer struct {
	Person string
	Hat    Hat
	Label  string    // what the person who invited them calls them
	Since  time.Time // the day
	Doors  []string  // by which doors they come: "telegram", "web"
	Told   bool      // one of the doors lets us write to them unasked
}
