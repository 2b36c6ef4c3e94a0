package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"

	"signpost/bot/listen"
	"signpost/directory"
)

// classify says what is heard in messages, one a line. It opens no file but the
// one it is given, and keeps nothing.
type classify struct {
	Town bool   `help:"Know the places of the invented town instead of Derbyshire's."`
	File string `arg:"" optional:"" help:"File of messages; the standard input when there is none."`
}

// Help says what a message and an answer look like.
func (classify) Help() string {
	return `A message has these members; "lang" is the menu's language, in which the
message need not be written:

  {"id": "1", "text": "need someone who speaks polish in bolsover, cant sleep",
   "lang": "en"}

The answer, on one line, has the same id:

  {"id": "1", "level": "none", "kinds": [], "needs": ["sleep"],
   "place": "Bolsover", "language": "pl"}

The level is crisis (the numbers come first), gentle (one warm line with a
number, and the conversation goes on) or none. It is what the answer does, not
a score of anybody, and is kept nowhere.
A line that is no message gives {"id": ..., "error": "..."}, the others are
answered all the same, and the exit code is 1.`
}

// longestMessage is how long a line may be, in bytes.
const longestMessage = 16 << 20

// Run answers until the messages end.
func (c *classify) Run(w *world) error {
	in := w.input()
	if c.File != "" {
		file, err := os.Open(c.File)
		if err != nil {
			return fmt.Errorf("the messages in %s can't be read (%w)", c.File, cause(err))
		}
		defer file.Close()
		in = file
	}
	a := derbyshire
	if c.Town {
		a = town
	}
	places, err := a.places()
	if err != nil {
		return err
	}
	return answering{what: "message", longest: longestMessage, one: func(line []byte, number int) (any, bool, error) {
		answer := classifyLine(line, number, places)
		return answer, answer.Error == "", nil
	}}.all(w, in)
}

// heardLine is a line that classify writes.
type heardLine struct {
	ID    json.RawMessage `json:"id,omitempty"`
	Error string          `json:"error,omitempty"`
	*heard
}

// heard is what a line without error holds.
type heard struct {
	Level    string            `json:"level"`
	Kinds    []listen.Kind     `json:"kinds"`
	Needs    []directory.Need  `json:"needs"`
	Place    *string           `json:"place"`
	Language *directory.Spoken `json:"language"`
}

// classifyLine answers one line.
func classifyLine(line []byte, number int, places *directory.Gazetteer) heardLine {
	var out heardLine
	var m struct {
		ID   json.RawMessage `json:"id"`
		Text *string         `json:"text"`
		Lang string          `json:"lang"`
	}
	err := json.Unmarshal(line, &m)
	out.ID = m.ID
	var wrong *json.UnmarshalTypeError
	switch {
	case errors.As(err, &wrong) && wrong.Field != "":
		out.Error = fmt.Sprintf("line %d: %q is a %s, where it should be a string", number, wrong.Field, wrong.Value)
	case err != nil:
		out.Error = fmt.Sprintf("line %d: %v", number, notJSON(err))
	case m.Text == nil:
		out.Error = fmt.Sprintf("line %d: there is no \"text\"", number)
	default:
		out.heard = hear(*m.Text, places)
	}
	return out
}

// hear is what is heard of a text.
func hear(text string, places *directory.Gazetteer) *heard {
	h := listen.HearIn(places, text)
	out := &heard{
		Level: "none",
		Kinds: append([]listen.Kind{}, h.Kinds...),
		Needs: append([]directory.Need{}, h.Needs...),
	}
	if h.Level != listen.None {
		out.Level = string(h.Level)
	}
	if h.Place != "" {
		out.Place = &h.Place
	}
	if h.Language != "" {
		out.Language = &h.Language
	}
	return out
}
