// Code generated from en.toml by go generate; DO NOT EDIT.

package locales

// GroupCrisis says:
//
//	urgent help
func GroupCrisis() Text { return Text{id: "group.crisis"} }

// GroupLocalCommunity says:
//
//	community group
func GroupLocalCommunity() Text { return Text{id: "group.local-community"} }

// GroupMainstream says:
//
//	service for everyone
func GroupMainstream() Text { return Text{id: "group.mainstream"} }

// GroupNationalCultural says:
//
//	group for the whole country
func GroupNationalCultural() Text { return Text{id: "group.national-cultural"} }
