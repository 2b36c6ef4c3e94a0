package talk

import "signpost/locales"

// Screen is what an Ask shows.
type Screen struct {
	Body locales.Text
	Rows [][]Button // in reading order; doors mirror them for right-to-left languages
	Keep bool       // a message of its own that people may want to keep: a card
	Pin  *Pin       // a place on the map, sent before the body where the door can, when the question is come to and not when it is shown again
	// Voice is played with the body, in a message of its own.
	Voice *Voice
	// File goes with the body, in a message of its own, when the question is come to
	// and not when it is shown again.
	File *File
}

// Button is an option, a standing button or a link, by which field is set.
type Button struct {
	Label   locales.Text
	Option  string // answers the question it hangs under
	Command string // opens an entrance, months later too
	Arg     string
	URL     string
}

// Option makes a button that answers the question it hangs under. Ids are
// short: with conversation and turn they have 64 bytes.
func Option(id string, label locales.Text) Button { return Button{Option: id, Label: label} }

// Enter makes a button that opens an entrance and changes the message it hangs
// under. Unlike an option it is good for ever.
func Enter(command, arg string, label locales.Text) Button {
	option := enterPrefix + command
	if arg != "" {
		option += "." + arg
	}
	return Button{Option: option, Label: label}
}

// Back makes a button that goes one question back.
func Back(label locales.Text) Button { return Button{Option: enterPrefix + backName, Label: label} }

// Standing makes a button that opens an entrance as a message of its own: for
// cards that people keep.
func Standing(command, arg string, label locales.Text) Button {
	return Button{Command: command, Arg: arg, Label: label}
}

// Link makes a button that opens an address.
func Link(url string, label locales.Text) Button { return Button{URL: url, Label: label} }

// Row puts buttons beside each other; Column below each other.
func Row(b ...Button) []Button { return b }

// Column puts each button on a row of its own.
func Column(b ...Button) [][]Button {
	rows := make([][]Button, len(b))
	for i := range b {
		rows[i] = b[i : i+1]
	}
	return rows
}

// Pin is a place on the map.
type Pin struct {
	Lat, Lon       float64
	Title, Address string
}

// Voice is a voice note. One that is kept is known by what it is of; one that
// somebody has just recorded by its file, which only the door has that took it.
type Voice struct {
	ID       string // names the recording
	Of       string // the short id of the service that it is of
	Language string // BCP 47
	Seconds  int
	File     string
}

// File is a small file that was made on the spot, for whoever asked for it. It is
// kept nowhere but in the letter that brings it.
type File struct {
	Name string // "numbers-2030-10.csv"
	Type string // "text/csv"
	Body []byte
}

// Message is something to say, in no language yet. Buttons carry their data.
type Message struct {
	Body  locales.Text
	Rows  [][]Key
	Keep  bool
	Fresh bool   // never an edit of the message that was tapped
	QR    string // a text to show as a QR code; Body is its caption, without buttons
	Voice *Voice // is played; Body and Rows stand with it
	File  *File  // Body and Rows stand with it
	Popup bool   // Body is a pop-up on the button that was pressed; plain, short
	Pin   *Pin

	// Quiet is set on what must not catch the eye of somebody who looks on.
	Quiet bool
	// Card is what an urgent card is called, "" for any other message. It is kept
	// in no file: see Scene.Card.
	Card string
	// Remove are messages of the chat to take away before this one is said, the
	// tapped one with them; nil for none.
	Remove []string
}

// Key is a button with the data it sends.
type Key struct {
	Label locales.Text
	Data  string
	URL   string
}
