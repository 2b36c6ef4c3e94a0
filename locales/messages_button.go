// Code generated from en.toml by go generate; DO NOT EDIT.

package locales

// ButtonBack says:
//
//	Back
func ButtonBack() Text { return Text{id: "button.back"} }

// ButtonUrgent says:
//
//	Urgent help
func ButtonUrgent() Text { return Text{id: "button.urgent"} }
