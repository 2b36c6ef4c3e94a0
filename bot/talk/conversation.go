package talk

import (
	"encoding/json"
	"maps"
)

// ID names a conversation: 64 random bits as 11 URL-safe characters. It is new
// after /forget or expiry, so buttons of before are recognised as old.
type ID string

// Conversation is where one chat stands: a plain value, JSON between turns.
type Conversation struct {
	ID       ID       `json:"id"`
	Language string   `json:"lang,omitempty"` // chosen by the person; "" until then
	Flow     string   `json:"flow,omitempty"`
	Step     string   `json:"step,omitempty"`
	Turn     int      `json:"turn,omitempty"`  // grows each time a question is shown
	Group    string   `json:"group,omitempty"` // the group whose affairs the open flow is about
	Last     string   `json:"last,omitempty"`  // the option that was pressed last, to notice a double tap
	Tries    int      `json:"tries,omitempty"` // answers in a row that did not fit
	Kept     bool     `json:"kept,omitempty"`  // what was shown last is a message of its own
	Answers  Answers  `json:"answers,omitempty"`
	Trail    []Mark   `json:"trail,omitempty"`   // where Back leads; an effect cuts it
	Below    []Frame  `json:"below,omitempty"`   // flows that wait while another is in front
	Counted  []string `json:"counted,omitempty"` // cells of this conversation that were counted
	Poster   string   `json:"poster,omitempty"`  // which poster led here
	Awaits   string   `json:"awaits,omitempty"`  // the key of the change whose outcome the open step waits for
}

// Mark is a question that was answered, with the answers as they were before.
type Mark struct {
	Step    string  `json:"step"`
	Answers Answers `json:"answers,omitempty"`
}

// Frame is a flow that waits below another.
type Frame struct {
	Flow    string  `json:"flow"`
	Step    string  `json:"step"`
	Group   string  `json:"group,omitempty"`
	Answers Answers `json:"answers,omitempty"`
	Trail   []Mark  `json:"trail,omitempty"`
}

// Answers are what was told, by the name of an Answer.
type Answers map[string]json.RawMessage

// Clone copies the answers, so that changing one set leaves the other.
func (a Answers) Clone() Answers { return maps.Clone(a) }

// Answer is a typed name among the answers.
type Answer[T any] string

// Of is the answer, or the zero T when it was not given or no longer fits.
func (n Answer[T]) Of(a Answers) T {
	v, _ := n.Get(a)
	return v
}

// Get is the answer and whether it was given.
func (n Answer[T]) Get(a Answers) (T, bool) {
	var v T
	raw, ok := a[string(n)]
	if !ok {
		return v, false
	}
	if err := json.Unmarshal(raw, &v); err != nil {
		var zero T
		return zero, false
	}
	return v, true
}

// Set gives the answer. T must marshal; one that can't is a fault of the code.
func (n Answer[T]) Set(a Answers, v T) {
	raw, err := json.Marshal(v)
	if err != nil {
		panic("talk: answer " + string(n) + ": " + err.Error())
	}
	a[string(n)] = raw
}

// Clear takes the answer back.
func (n Answer[T]) Clear(a Answers) { delete(a, string(n)) }
