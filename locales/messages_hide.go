// Code generated from en.toml by go generate; DO NOT EDIT.

package locales

// HideDone says:
//
//	Done. I took away what I could from the last two days. To clear the rest, delete this chat in your app.
func HideDone() Text { return Text{id: "hide.done"} }

// HideDoneAll says:
//
//	Done. The page is clear.
func HideDoneAll() Text { return Text{id: "hide.done_all"} }
