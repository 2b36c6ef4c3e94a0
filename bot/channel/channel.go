// Package channel says what a door must do: bring what a person sent as an
// Inbound, and carry a Letter to them. It knows no door.
package channel

import (
	"context"
	"errors"
	"regexp"
	"time"

	"signpost/bot/talk"
)

// Chat is one thread on a door.
type Chat struct {
	Door string // "telegram", "web", "terminal"
	ID   string // the door's own id of the chat
}

// Inbound is one thing that reached us. At most one of Text, Data, Location and
// Media is set.
type Inbound struct {
	Chat     Chat
	Update   string    // the door's id of this update, to notice a second delivery; "" when the door has none
	At       time.Time // when the person sent it
	Language string    // the language of the person's app, as the door says it; may be ""
	Text     string    // what was typed, commands included ("/start x"); in memory only
	Data     string    // the data of the button that was pressed
	Tapped   string    // the message the button hangs under, "" when unknown
	Callback string    // what Ack needs to answer a tap
	Message  string    // the id of the person's own message, for /hide
	Location *Location
	Media    Media
	File     string // of a voice note: where the door has its sound; in memory only
	Seconds  int    // how long it is
	Staff    string // the door's id of the person when it outlives the chat: the browser's cookie of staff
	Group    bool   // written in a group, not in a private chat
	Resume   bool   // the page was opened again: show where we were (the browser)
	Blocked  bool   // the person blocked the bot or ended the chat
	Edited   bool   // an edit of an earlier message
}

// Location is a shared position. It is used and dropped.
type Location struct{ Lat, Lon float64 }

// Media is a kind of message the bot can't read.
type Media string

// Kinds of media.
const (
	Voice    Media = "voice"
	Photo    Media = "photo"
	Video    Media = "video"
	Sticker  Media = "sticker"
	Document Media = "document"
	Contact  Media = "contact"
	Other    Media = "other"
)

// Letter is a message in words, for one chat.
type Letter struct {
	Chat     Chat
	Language string      // BCP 47
	RTL      bool        // the language runs from right to left; rows are in reading order already
	HTML     string      // the subset b, i, u, a and <span lang>; escaped
	Rows     [][]Button  // under the message
	Edit     string      // edit this message of the chat instead of sending a new one
	Keep     bool        // a message of its own, which later turns don't edit
	Urgent   bool        // overtakes everything
	Quiet    bool        // although it is urgent it looks like any other message: somebody may look on
	Silent   bool        // makes no sound
	Popup    string      // text of a pop-up that answers Callback (no message); plain text, at most 200 signs
	Callback string      // the tap to answer
	Delete   []string    // messages of this chat to remove (no message)
	Clear    bool        // with Delete: a door whose page shows nothing else clears all of it
	Pin      *talk.Pin   // a pin on the map (no text)
	Staff    Staff       // what the door knows from now on of who is here; Same for a door that knows people by their chat
	Voice    *talk.Voice // is played, with HTML for its caption
	File     *talk.File  // with HTML for its caption; one that Carries
	QR       string      // a text to show as a QR code, with HTML for its caption (no buttons); at most MaxQR bytes
}

// Staff says what a door with a cookie of staff knows of who is here, when a letter
// arrives.
type Staff string

// What a door may know.
const (
	Same    Staff = ""        // as before
	Known   Staff = "known"   // Inbound.Staff leads to somebody: it is kept
	Unknown Staff = "unknown" // it leads to nobody
	Left    Staff = "left"    // it leads to nobody any more, and never will again
)

// MaxQR is how many bytes a QR code has room for, and cameras still read it from
// a small screen.
const MaxQR = 256

// MaxFile is how many bytes a file may have: it is sealed with its letter, and the
// page holds it in memory.
const MaxFile = 64 << 10

// fileName is a name that means the same to every system, and no path.
var fileName = regexp.MustCompile(`^[a-z0-9][a-z0-9-]{0,59}\.csv$`)

// Carries reports whether doors take a file: a table of at most MaxFile bytes,
// under a plain name in small letters.
func Carries(f talk.File) bool {
	return f.Type == "text/csv" && fileName.MatchString(f.Name) && len(f.Body) > 0 && len(f.Body) <= MaxFile
}

// Button is a button in words. Exactly one of Data and URL is set.
type Button struct {
	Label string
	Data  string // at most 64 bytes
	URL   string
}

// Sent says what became of a letter.
type Sent struct {
	Message string   // the id of the message at the door, "" when there is none
	Kept    []string // messages that could not be deleted
}

// Channel is a door.
type Channel interface {
	// Door is the door's name, the Door of its chats.
	Door() string
	// Abilities says what the door can show.
	Abilities() talk.Abilities
	// Send carries one letter. Errors are a *Retry (try again later), Gone (never
	// again), Refused (this letter never) or anything else (try again).
	Send(ctx context.Context, l Letter) (Sent, error)
}

// Fetcher is a door where people can record something: Abilities.Records.
type Fetcher interface {
	// Fetch gives the sound of a voice note that the door took, by its File. One of
	// more than so many bytes, or that the door no longer has, is Refused; any other
	// error may pass. The door may remember under the voice's ID that it has it.
	Fetch(ctx context.Context, v talk.Voice, most int) ([]byte, error)
}

// Recordings is where a door gets what it plays.
type Recordings interface {
	// Sound gives what is kept of a service, by its short id, in a language: its
	// name and Opus in Ogg. ErrNoRecording when there is none.
	Sound(ctx context.Context, service, language string) (id string, audio []byte, err error)
}

// ErrNoRecording means that nothing is kept that could be played.
var ErrNoRecording = errors.New("there is no such recording")

// Retry asks to try again after a while.
type Retry struct {
	After time.Duration
	Err   error
}

// Error implements error.
func (r *Retry) Error() string { return r.Err.Error() }

// Unwrap gives the cause.
func (r *Retry) Unwrap() error { return r.Err }

var (
	// Gone means that the chat can't be reached any more.
	Gone = errors.New("the chat is gone")
	// Refused means that the door will never take this letter.
	Refused = errors.New("the letter was refused")
)

// Alert is a Receiver that knows what must not wait behind anything. A door asks
// only about what would have to wait, since it costs as much as hearing does.
type Alert interface {
	// Urgent reports an event that is answered with urgent help. It touches nothing.
	Urgent(in Inbound) bool
}

// Receiver takes what reached a door. It returns when the turn is saved; the
// answer is then in the outbox. An error means that nothing was saved and the
// update must be brought again.
type Receiver interface {
	Receive(ctx context.Context, in Inbound) error
	// Deliver returns when the letters that wait for a chat have left or ctx ended.
	Deliver(ctx context.Context, chat Chat) error
}
