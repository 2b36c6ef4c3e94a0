// Code generated from en.toml by go generate; DO NOT EDIT.

package locales

// WayHomeVisit says:
//
//	at your home
func WayHomeVisit() Text { return Text{id: "way.home_visit"} }

// WayInPerson says:
//
//	face to face
func WayInPerson() Text { return Text{id: "way.in_person"} }

// WayOnline says:
//
//	online
func WayOnline() Text { return Text{id: "way.online"} }

// WayPhone says:
//
//	by phone
func WayPhone() Text { return Text{id: "way.phone"} }

// WayText says:
//
//	by text message
func WayText() Text { return Text{id: "way.text"} }
