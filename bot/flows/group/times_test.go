package group

import (
	"strings"
	"testing"

	"signpost/bot/people"
	"signpost/bot/talk"
)

// TestTimesAreSound: every question can be reached and every way ends.
func TestTimesAreSound(t *testing.T) {
	home := talk.Entrance{Command: "menu", For: []people.Role{people.Member}, Flow: talk.Flow{Name: "menu", Steps: []talk.Step{
		talk.Ask{Name: "menu", Show: Times(nil, nil, Chance{}).Flow.Steps[1].(talk.Ask).Show, Take: stays},
	}}}
	book := talk.NewBook(talk.Book{
		Entrances: []talk.Entrance{home, Times(nil, nil, Chance{})}, Home: "menu",
		Urgent: func(talk.Scene, talk.Call) talk.Message { return talk.Message{} },
	})
	for _, fault := range talk.Check(book) {
		if strings.HasPrefix(fault, "times") {
			t.Error(fault)
		}
	}
}
