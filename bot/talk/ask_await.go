package talk

import (
	"context"
	"strconv"

	"signpost/locales"
)

// Await waits for the outcome of the change that the step above asked for. It
// says nothing unless somebody looks before the outcome is there, which is after
// a crash.
type Await struct {
	Name string
	Into Answer[Result]
	Next *Branch
}

// Step makes the Ask.
func (w Await) Step() Ask {
	return Ask{
		Name: w.Name, Next: w.Next, awaits: true,
		Show: func(context.Context, Scene, Answers) (Screen, error) {
			return Screen{Body: locales.TalkSaving(), Rows: Column(Enter(goOnCommand, "", locales.TalkButtonLook()))}, nil
		},
		Take: func(_ context.Context, e Event, a Answers) error {
			done, ok := e.(Done)
			if !ok {
				return Stay
			}
			w.Into.Set(a, done.Result)
			return nil
		},
	}
}

// changeKey names the change that a conversation asks for at this turn.
func changeKey(c *Conversation) string { return string(c.ID) + "." + strconv.Itoa(c.Turn) }
