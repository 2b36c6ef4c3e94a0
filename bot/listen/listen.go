// Package listen hears what a typed message says: danger first. It is pure, in
// memory, and keeps and logs nothing.
package listen

// Level is what an answer must do. It is not a score and is never stored.
type Level string

// The levels.
const (
	None   Level = ""
	Gentle Level = "gentle" // one warm line with a number, and the way goes on
	Danger Level = "crisis" // the card, before anything else
)

// Heard is what was heard in one message.
type Heard struct {
	Level Level
}
