// Code generated from en.toml by go generate; DO NOT EDIT.

package locales

// UnloggedHead says:
//
//	Nobody has logged these sessions yet. The oldest stand first. Press one to enter it from paper.
func UnloggedHead() Text { return Text{id: "unlogged.head"} }

// UnloggedNone says:
//
//	Every session of the last four weeks is logged. Well done!
func UnloggedNone() Text { return Text{id: "unlogged.none"} }

// UnloggedPartOffice says:
//
//	Nobody has logged these sessions yet. The oldest stand first. The group's admin can enter them from paper.
func UnloggedPartOffice() Text { return Text{id: "unlogged.part_office"} }
