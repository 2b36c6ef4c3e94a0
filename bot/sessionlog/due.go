package sessionlog

import (
	"encoding/json"
	"fmt"
)

// The kinds of the jobs that follow from sessions.
const (
	KindCalledOff = "called_off" // tells that a session is off, moved or on again; its body is a Turned
	KindCheckIn   = "check_in"   // checks in with a first aider who asked for it; its body is the id of the person
	KindWord      = "word"       // looks, after WordLife, whether a word was seen; its body is the word's id
	KindHeld      = "held"       // a logged session says that its time is right; its body is the id of the service
)

// Turned is a session that was called off, moved, or put back as it was.
type Turned struct {
	Occurrence Occurrence
	By         string // the id of the person who did it: they need not be told
}

// Bytes is it as the body of a job.
func (t Turned) Bytes() []byte {
	b, err := json.Marshal(t)
	if err != nil {
		panic("sessionlog: a session that can't be written: " + err.Error())
	}
	return b
}

// ReadTurned reads the body of a job.
func ReadTurned(body []byte) (Turned, error) {
	var t Turned
	if err := json.Unmarshal(body, &t); err != nil {
		return t, fmt.Errorf("reading which session was turned: %w", err)
	}
	return t, nil
}
