// Code generated from en.toml by go generate; DO NOT EDIT.

package locales

// GroupchatButtonOpen says:
//
//	Open a private chat
func GroupchatButtonOpen() Text { return Text{id: "groupchat.button_open"} }

// GroupchatGoPrivate says:
//
//	Please write to me on my own, not in this group. Tap the button to do that.
func GroupchatGoPrivate() Text { return Text{id: "groupchat.go_private"} }
