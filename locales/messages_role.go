// Code generated from en.toml by go generate; DO NOT EDIT.

package locales

// RoleCoordinator says:
//
//	coordinator
func RoleCoordinator() Text { return Text{id: "role.coordinator"} }

// RoleFirstAider says:
//
//	first aider
func RoleFirstAider() Text { return Text{id: "role.first_aider"} }

// RoleGroupAdmin says:
//
//	group admin
func RoleGroupAdmin() Text { return Text{id: "role.group_admin"} }

// RoleMember says:
//
//	anyone
func RoleMember() Text { return Text{id: "role.member"} }

// RoleSafeguardingLead says:
//
//	safeguarding lead
func RoleSafeguardingLead() Text { return Text{id: "role.safeguarding_lead"} }
