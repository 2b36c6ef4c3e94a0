package talk

import (
	"context"
	"slices"
	"strings"
	"testing"

	"signpost/bot/people"
	"signpost/locales"
)

// keptBook has a question of boxes each of which is kept at once, and one of which
// nothing is remembered.
func keptBook() Book {
	ticked := Several{Name: "boxes", Ask: say("boxes"), Options: Always(keptIDs...), Into: boxes, Done: locales.ButtonDone()}.Step()
	take := ticked.Take
	ticked.Take = func(ctx context.Context, e Event, a Answers) error {
		sure.Set(a, false)
		err := take(ctx, e, a)
		if err == Stay {
			return nil // on to the Run that keeps it
		}
		sure.Set(a, true)
		return err
	}
	ticked.Steady = true
	ticked.Next = &Branch{To: []string{"keep", "secret"}, Pick: func(a Answers) string {
		if sure.Of(a) {
			return "secret"
		}
		return "keep"
	}}
	keep := func(_ context.Context, _ Scene, a Answers, t *Turn) error {
		colour.Clear(a)
		t.Do = append(t.Do, people.RememberLanguage{})
		return nil
	}
	secret := One{Name: "secret", Ask: say("secret"), Options: Always(keptIDs...), Into: colour}.Step()
	secret.Discreet = true
	flow := Flow{Name: "all", Steps: []Step{
		ticked,
		Run{Name: "keep", Do: keep, Next: Goto("boxes")},
		secret,
		Run{Name: "tell", Do: keep, Next: &Branch{To: []string{"secret", End}, Pick: func(Answers) string { return "secret" }}},
	}}
	return NewBook(Book{Home: "menu", Entrances: []Entrance{
		{Command: "menu", For: []people.Role{people.Member}, Flow: Flow{Name: "menu", Steps: []Step{restingPlace("menu")}}},
		{Command: "all", For: []people.Role{people.Member}, Flow: flow},
	}})
}

// Two quick taps on two boxes of one screen both count, though each is kept by a
// step of its own on the way.
func TestSteadyButtonsStayGood(t *testing.T) {
	book, c := keptBook(), Conversation{ID: "c"}
	step := func(e Event) Turn {
		t.Helper()
		turn, err := book.Step(t.Context(), Scene{}, c, e)
		if err != nil {
			t.Fatal(err)
		}
		c = turn.Conversation
		return turn
	}
	step(Command{Name: "all"})
	shown := c.Turn
	for _, option := range []string{"+a", "+b", "+b"} {
		if turn := step(Chose{Conversation: "c", Turn: shown, Option: option}); len(turn.Do) != 1 {
			t.Errorf("%s: %d effects, want 1", option, len(turn.Do))
		}
	}
	if got := boxes.Of(c.Answers); !slices.Equal(got, []string{"a", "b"}) {
		t.Errorf("ticked %v", got)
	}
	step(Chose{Conversation: "c", Turn: shown, Option: doneOption})
	if c.Step != "secret" || c.Turn == shown {
		t.Errorf("Done leads to %s, turn %d of %d", c.Step, c.Turn, shown)
	}
}

// Which button of a discreet question was pressed stands nowhere in what is kept of
// the conversation, and a double tap still counts once.
func TestDiscreetForgetsTheButton(t *testing.T) {
	book, c := keptBook(), Conversation{ID: "c", Flow: "all", Step: "secret", Turn: 4}
	press := Chose{Conversation: "c", Turn: 4, Option: "c"}
	turn, err := book.Step(t.Context(), Scene{}, c, press)
	if err != nil || len(turn.Do) != 1 {
		t.Fatalf("%d effects, error %v", len(turn.Do), err)
	}
	if last := turn.Conversation.Last; strings.HasSuffix(last, "c") || turn.Conversation.Trail != nil {
		t.Errorf("remembered %q, trail %v", last, turn.Conversation.Trail)
	}
	again, err := book.Step(t.Context(), Scene{}, turn.Conversation, press)
	if err != nil || len(again.Do)+len(again.Say) != 0 {
		t.Errorf("the second tap: %d effects, %d said, error %v", len(again.Do), len(again.Say), err)
	}
}
