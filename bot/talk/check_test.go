package talk

import (
	"context"
	"strings"
	"testing"

	"signpost/bot/people"
)

func TestSoundBook(t *testing.T) {
	for _, fault := range Check(testBook()) {
		t.Error(fault)
	}
}

// Each of these books has one fault, and Check names it.
func TestFaults(t *testing.T) {
	nothing := func(context.Context, Scene, Answers, *Turn) error { return nil }
	end := Goto(End)
	for _, c := range []struct {
		name  string
		spoil func(*Book)
		want  string
	}{
		{"NoHome", func(b *Book) { b.Home = "nowhere" }, "the home /nowhere does not exist"},
		{"HomeForSome", func(b *Book) { b.Home = "admin" }, "must be open to everybody"},
		{"NoCard", func(b *Book) { b.Urgent = nil }, "no urgent card"},
		{"Twice", func(b *Book) { b.Entrances = append(b.Entrances, b.Entrances[1]) }, "/all is there twice"},
		{"BadName", func(b *Book) { b.Entrances[1].Command = "Älles" }, "1 to 32 of a-z"},
		{"Nobody", func(b *Book) { b.Entrances[1].For = nil }, "nobody may enter"},
		{"NoSuchRole", func(b *Book) { b.Entrances[1].For = []people.Role{"king"} }, `no role "king"`},
		{"NoSteps", func(b *Book) { b.Entrances[1].Flow.Steps = nil }, "has no steps"},
		{"StepTwice", func(b *Book) {
			b.Entrances[1].Flow.Steps = []Step{Run{Name: "a", Do: nothing}, Run{Name: "a", Do: nothing}}
		}, "a is there twice"},
		{"NoSuchStep", func(b *Book) {
			b.Entrances[1].Flow.Steps = []Step{Run{Name: "a", Do: nothing, Next: &Branch{To: []string{"b", End}, Pick: func(Answers) string { return End }}}}
		}, "leads to b, which does not exist"},
		{"Unreachable", func(b *Book) {
			b.Entrances[1].Flow.Steps = []Step{Run{Name: "a", Do: nothing, Next: end}, Run{Name: "b", Do: nothing}}
		}, "the step b can't be reached"},
		{"NoEnd", func(b *Book) {
			b.Entrances[1].Flow.Steps = []Step{Run{Name: "a", Do: nothing}, Run{Name: "b", Do: nothing, Next: Goto("a")}}
		}, "no way from a to the end"},
		{"NoTake", func(b *Book) { b.Entrances[1].Flow.Steps = []Step{Ask{Name: "a"}} }, "lacks Show or Take"},
		{"DoesNothing", func(b *Book) { b.Entrances[1].Flow.Steps = []Step{Run{Name: "a"}} }, "does nothing"},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := testBook()
			c.spoil(&b)
			got := strings.Join(Check(NewBook(b)), "\n")
			if !strings.Contains(got, c.want) {
				t.Errorf("got %q, want %q in it", got, c.want)
			}
		})
	}
}

func TestLoopIsNoticed(t *testing.T) {
	b := testBook()
	b.Entrances[1].Flow.Steps = []Step{
		Run{Name: "a", Do: func(context.Context, Scene, Answers, *Turn) error { return nil }, Next: &Branch{To: []string{"a", End}, Pick: func(Answers) string { return "a" }}},
	}
	_, err := NewBook(b).Step(context.Background(), Scene{}, Conversation{ID: "x"}, Command{Name: "all"})
	if err != ErrLoop {
		t.Errorf("got %v", err)
	}
}

func TestDraw(t *testing.T) {
	got := Draw(testBook().Entrances[1].Flow)
	for _, want := range []string{"flowchart TD", "colour(colour)", "colour --> sure", "keep[keep]", "kept --> done((end))"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is missing in\n%s", want, got)
		}
	}
}

func TestClean(t *testing.T) {
	for in, want := range map[string]string{
		"  a \u200b b\u202e ": "a b", "\u200b": "", "می‌خواهم": "می‌خواهم", "a\x00b": "a b", "\xff": "", "\u2068S40\u2069": "S40",
	} {
		if got := Clean(in); got != want {
			t.Errorf("Clean(%q) = %q, want %q", in, got, want)
		}
	}
}
