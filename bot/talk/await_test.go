package talk

import (
	"context"
	"strings"
	"testing"

	"signpost/bot/people"
	"signpost/locales"
)

var outcome = Answer[Result]("outcome")

// awaitBook has one flow for a group's admins: it asks for a change, waits, and
// says what became of it.
func awaitBook(wait bool) Book {
	then := Await{Name: "wait", Into: outcome}.Step()
	if !wait {
		then = restingPlace("wait")
	}
	edit := Flow{Name: "edit", Steps: []Step{
		One{Name: "save", Ask: say("save?"), Options: Always(keptIDs[0]), Into: colour}.Step(),
		Run{Name: "change", Do: func(_ context.Context, _ Scene, _ Answers, t *Turn) error {
			t.Apply = &Apply{Change: "the change"}
			return nil
		}},
		then,
		Ask{
			Name: "said", Show: func(_ context.Context, _ Scene, a Answers) (Screen, error) {
				if outcome.Of(a).OK {
					return Screen{Body: locales.Raw("saved")}, nil
				}
				return Screen{Body: locales.Raw("not saved")}, nil
			},
			Take: func(context.Context, Event, Answers) error { return Stay },
		},
	}}
	return NewBook(Book{
		Home: "menu",
		Entrances: []Entrance{
			{Command: "menu", For: []people.Role{people.Member}, Flow: Flow{Name: "menu", Steps: []Step{restingPlace("menu")}}},
			{Command: "edit", For: []people.Role{people.GroupAdmin}, Flow: edit, GroupOf: func(_ context.Context, arg string) (string, error) { return arg, nil }},
		},
		Urgent: func(Scene, Call) Message { return Message{} },
	})
}

// asked goes as far as the change that is asked for.
func asked(t *testing.T, b Book) (Scene, Turn) {
	t.Helper()
	sc := Scene{Language: "en", Person: people.Person{ID: "p", Hats: []people.Hat{{Role: people.GroupAdmin, Group: "g"}}}}
	turn, err := b.Step(t.Context(), sc, Conversation{ID: "c"}, Command{Name: "edit", Arg: "g"})
	if err != nil {
		t.Fatal(err)
	}
	turn, err = b.Step(t.Context(), sc, turn.Conversation, Chose{Conversation: "c", Turn: turn.Conversation.Turn, Option: "a"})
	if err != nil {
		t.Fatal(err)
	}
	return sc, turn
}

// Nothing is called saved before it is: the turn that asks for a change says
// nothing, names the hat it rests on, and only the outcome brings the answer.
func TestAwait(t *testing.T) {
	b := awaitBook(true)
	sc, turn := asked(t, b)
	if len(turn.Say) != 0 || turn.Apply == nil || turn.Apply.Key == "" {
		t.Fatalf("asked for: says %v, applies %+v", turn.Say, turn.Apply)
	}
	if g := turn.Guard; g == nil || g.Group != "g" || len(g.Roles) != 1 || g.Roles[0] != people.GroupAdmin {
		t.Errorf("rests on %+v", turn.Guard)
	}
	key := turn.Apply.Key
	for _, c := range []struct {
		name string
		e    Event
		want string
	}{
		{"another change's outcome", Done{Key: "other", Result: Result{OK: true}}, ""},
		{"a look before it is known", Command{Name: "go_on"}, "saving"},
		{"its outcome", Done{Key: key, Result: Result{OK: true}}, "saved"},
		{"a failure", Done{Key: key}, "not saved"},
	} {
		got, err := b.Step(t.Context(), sc, turn.Conversation, c.e)
		if err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		var said string
		words, err := locales.Load()
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range got.Say {
			said += words.Plain("en", m.Body)
		}
		if said != c.want && !(c.want == "saving" && strings.HasPrefix(said, "I am saving")) {
			t.Errorf("%s: says %q, want %q", c.name, said, c.want)
		}
	}
}

// Back never leads to the waiting for what has come.
func TestAwaitIsNoQuestion(t *testing.T) {
	b := awaitBook(true)
	sc, turn := asked(t, b)
	turn, err := b.Step(t.Context(), sc, turn.Conversation, Done{Key: turn.Apply.Key, Result: Result{OK: true}})
	if err != nil {
		t.Fatal(err)
	}
	if c := turn.Conversation; c.Step != "said" || len(c.Trail) != 0 {
		t.Errorf("at %s, back leads to %+v", c.Step, c.Trail)
	}
}

// Who went on to something else is not pulled back by the outcome.
func TestAwaitLeft(t *testing.T) {
	b := awaitBook(true)
	sc, turn := asked(t, b)
	key := turn.Apply.Key
	turn, err := b.Step(t.Context(), sc, turn.Conversation, Command{Name: "menu"})
	if err != nil {
		t.Fatal(err)
	}
	turn, err = b.Step(t.Context(), sc, turn.Conversation, Done{Key: key, Result: Result{OK: true}})
	if err != nil || len(turn.Say) != 0 {
		t.Errorf("says %v, %v", turn.Say, err)
	}
}

// A flow that asks for a change and does not wait for it is a fault of the code.
func TestAwaitIsNeeded(t *testing.T) {
	b := awaitBook(false)
	sc := Scene{Language: "en", Person: people.Person{Hats: []people.Hat{{Role: people.GroupAdmin, Group: "g"}}}}
	turn, err := b.Step(t.Context(), sc, Conversation{ID: "c"}, Command{Name: "edit", Arg: "g"})
	if err != nil {
		t.Fatal(err)
	}
	if _, err = b.Step(t.Context(), sc, turn.Conversation, Chose{Conversation: "c", Turn: turn.Conversation.Turn, Option: "a"}); err == nil {
		t.Error("it went on as if the change were made")
	}
}
