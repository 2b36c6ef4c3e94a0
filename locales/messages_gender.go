// Code generated from en.toml by go generate; DO NOT EDIT.

package locales

// GenderMen says:
//
//	men only
func GenderMen() Text { return Text{id: "gender.men"} }

// GenderWomen says:
//
//	women only
func GenderWomen() Text { return Text{id: "gender.women"} }
