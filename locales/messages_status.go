// Code generated from en.toml by go generate; DO NOT EDIT.

package locales

// StatusActive says:
//
//	running
func StatusActive() Text { return Text{id: "status.active"} }

// StatusDefunct says:
//
//	ended
func StatusDefunct() Text { return Text{id: "status.defunct"} }

// StatusInactive says:
//
//	paused for now
func StatusInactive() Text { return Text{id: "status.inactive"} }

// StatusTemporarilyClosed says:
//
//	closed for now
func StatusTemporarilyClosed() Text { return Text{id: "status.temporarily_closed"} }
