// Code generated from en.toml by go generate; DO NOT EDIT.

package locales

// ForgetAsk says:
//
//	Shall I delete everything I keep about this chat? Nobody can bring it back.
func ForgetAsk() Text { return Text{id: "forget.ask"} }

// ForgetButtonYes says:
//
//	Yes, delete it
func ForgetButtonYes() Text { return Text{id: "forget.button_yes"} }

// ForgetDone says:
//
//	Done. What I kept about this chat is deleted. You can come back at any time.
func ForgetDone() Text { return Text{id: "forget.done"} }

// ForgetPartStaff says:
//
//	You also do something here for a group. If this is your last way in, that ends too.
func ForgetPartStaff() Text { return Text{id: "forget.part_staff"} }
