// Package channeltest holds what every door must do, as a suite that each
// door's own tests run.
//
// The suite sees a door from two sides. Behind it stands a Receiver that
// answers by a script, as the runner does: Receive takes the Inbound and
// returns, the letters leave right after, Deliver waits for them. In front of
// it stands a Person, which the door's test makes: hands that type and press,
// and eyes that see what is on the screen now. What a door can't do by its
// Abilities is not asked of it, but nothing it is given may be lost: an edit
// it can't make is shown as a new message, a pin it can't draw as words.
package channeltest

import (
	"context"
	"testing"

	"signpost/bot/channel"
	"signpost/bot/talk"
)

// Harness opens the door under test.
type Harness struct {
	// Open starts a door that plays Recordings if it can play any, and brings what arrives to r, with one person in front
	// of it who has not done anything yet. What it starts ends with t.Cleanup.
	Open func(t *testing.T, r channel.Receiver) (channel.Channel, Person)
	// Block makes the person's chat unreachable; nil for a door whose chats can't
	// be lost.
	Block func(t *testing.T, p Person)
}

// Person is somebody in front of the door. A call may return before the door
// has understood it: the suite waits for the Inbound by itself.
type Person interface {
	// Write sends a typed message.
	Write(text string)
	// Press presses the newest button on the screen with this label.
	Press(label string)
	// Share sends a position. It is asked only of a door with Abilities.Location.
	Share(lat, lon float64)
	// Attach sends a message of another kind; false when this door has no such thing.
	Attach(kind channel.Media) bool
	// Screen is what is to be seen now, oldest first. A door that can't edit or
	// delete shows the old messages too.
	Screen() []Shown
	// Popup is the text of the newest pop-up, "" when there was none. It is asked
	// only of a door with Abilities.Popups.
	Popup() string
}

// Shown is one message as the person sees it.
type Shown struct {
	Text    string            // without any tags; direction marks and line wraps of the door may stay in
	Buttons []string          // labels in reading order: from the right in a right-to-left message
	QR      bool              // with a QR code of the text QR
	File    string            // what the file that comes with it holds; "" for none
	Voice   bool              // with the sound of the suite's Recordings, to be played
	Links   map[string]string // the addresses of those buttons that are links, by label
}

// QR is the text of the QR code that the suite sends.
const QR = "https://example.org/go/i00000000000000000000000008"

// Table is the file that the suite sends.
var Table = talk.File{Name: "numbers-2030-06.csv", Type: "text/csv", Body: []byte("\ufeffwhat,number\r\nvisits,12\r\n<b>,\"a, ż\"\r\n")}

// Sound is the sound that the suite plays and records.
const Sound = "OggS: first Monday lunch, everybody is welcome"

// Recordings hold one recording, of Recorded, for the door to play.
var Recordings recordings

// Recorded is the voice note that can be played.
var Recorded = talk.Voice{ID: "recording01", Of: "cs8mxw1rUEKzSOXKERNOsw", Language: "pl", Seconds: 7}

type recordings struct{}

// Sound implements channel.Recordings.
func (recordings) Sound(_ context.Context, service, language string) (string, []byte, error) {
	if service != Recorded.Of || language != Recorded.Language {
		return "", nil, channel.ErrNoRecording
	}
	return Recorded.ID, []byte(Sound), nil
}

// Test runs the suite. Each part opens the door anew.
func Test(t *testing.T, h Harness) {
	t.Helper()
	for _, part := range parts {
		t.Run(part.name, func(t *testing.T) {
			s := &Script{T: t}
			door, person := h.Open(t, s)
			s.open(door)
			part.run(&suite{T: t, h: h, s: s, door: door, person: person})
		})
	}
}

// parts are what a door promises, in one line each.
var parts = []struct {
	name string
	run  func(*suite)
}{
	{"a typed text arrives as it was typed", text},
	{"a command arrives whole", command},
	{"a long right-to-left text arrives whole", longText},
	{"messages of one person arrive in order", order},
	{"a position arrives", position},
	{"a kind of message we can't read is named", media},
	{"a letter is shown without its tags", letter},
	{"an empty letter is refused", empty},
	{"a long letter is shown whole, its buttons last", longLetter},
	{"a button brings its data and its message", press},
	{"buttons of 64 bytes work", fullData},
	{"a link is a link", link},
	{"buttons of a right-to-left letter are in reading order", rightToLeft},
	{"an edit takes the place of the message", edit},
	{"an edit of what is gone is shown as new", editGone},
	{"the same edit again is no fault", editAgain},
	{"a kept message stays", keep},
	{"a pop-up answers the tap", popup},
	{"deleted messages go, or are named as kept", remove},
	{"a pin names its place", pin},
	{"a voice note comes with its sound", recorded},
	{"a recording is played with its words and buttons", played},
	{"a QR code stands with its caption", drawn},
	{"a file comes whole, with its words and buttons", file},
	{"an urgent letter arrives", urgent},
	{"a lost chat is Gone", gone},
}
