package talk

import "signpost/bot/listen"

// Event is what reached us from a person. The set is closed.
type Event interface{ event() }

// Command opens an entrance: a typed "/find", a standing button, a deep link.
type Command struct{ Name, Arg string }

// Said is a typed message. Text lives in memory only.
type Said struct {
	Text  string
	Heard listen.Heard
}

// Chose is a pressed option: an answer to the question it hung under.
type Chose struct {
	Conversation ID
	Turn         int
	Option       string
}

// Shared is a location, used once and dropped.
type Shared struct{ Lat, Lon float64 }

// Sent is a message we can't read: a voice note, a photo, a sticker.
type Sent struct {
	Media string
	// File is where the door has a voice note, Seconds how long it is. They are set
	// for a voice note in a private chat, and nobody listens to it.
	File    string
	Seconds int
}

// Resumed shows where we were: a page that was opened again.
type Resumed struct{}

// Done brings back what became of a directory change under its key.
type Done struct {
	Key    string
	Result Result
}

// Result is the outcome of a directory change. With none set the change can't be
// carried out by anybody.
type Result struct {
	OK       bool `json:"ok,omitempty"`
	Conflict bool `json:"conflict,omitempty"` // somebody else changed the record meanwhile
	Refused  bool `json:"refused,omitempty"`  // the person may not change it
}

func (Command) event() {}
func (Said) event()    {}
func (Chose) event()   {}
func (Shared) event()  {}
func (Sent) event()    {}
func (Resumed) event() {}
func (Done) event()    {}
