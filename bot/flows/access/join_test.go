package access

import (
	"context"
	"encoding/json"
	"fmt"
	"testing"
	"time"

	"signpost/bot/people"
	"signpost/bot/talk"
	"signpost/directory"
	"signpost/locales"
)

// desk knows one invitation and one code of a door, and how often it was asked.
type desk struct {
	Desk
	open, door string
	asked      int
}

func (d *desk) Invitation(_ context.Context, code string) (people.Invitation, bool, error) {
	d.asked++
	if code != d.open {
		return people.Invitation{}, false, nil
	}
	return people.Invitation{ID: "inv", Hat: people.Hat{Role: people.FirstAider, Group: "g"}, Label: "Cem", By: "p"}, true, nil
}

func (d *desk) DoorCode(_ context.Context, code string) (string, bool, error) {
	return "p", code == d.door, nil
}

// groups has none.
type groups struct{ Directory }

func (groups) Organisation(context.Context, directory.ID) (directory.Organisation, error) {
	return directory.Organisation{}, directory.ErrNotFound
}

// visitor is a chat that brings codes.
type visitor struct {
	t    *testing.T
	book talk.Book
	sc   talk.Scene
	conv talk.Conversation
}

func newVisitor(t *testing.T, d *desk) *visitor {
	home := talk.Entrance{Command: "menu", For: everyone, Flow: talk.Flow{Name: "menu", Steps: []talk.Step{
		talk.Ask{Name: "menu", Take: onlyButtons, Show: func(context.Context, talk.Scene, talk.Answers) (talk.Screen, error) {
			return talk.Screen{Body: locales.MenuAsk()}, nil
		}},
	}}}
	n := 0
	id := func() string { n++; return fmt.Sprint("id", n) }
	return &visitor{
		t: t,
		book: talk.NewBook(talk.Book{
			Home: "menu", Entrances: append(Flows(groups{}, d, Chance{ID: id, Code: id, Digits: func() string { return "4821" }}), home),
			Urgent: func(talk.Scene, talk.Call) talk.Message { return talk.Message{} },
			Footer: func(_ talk.Scene, _ string, back bool) [][]talk.Button {
				if !back {
					return nil
				}
				return [][]talk.Button{{talk.Back(locales.ButtonBack())}}
			},
		}),
		sc:   talk.Scene{Now: time.Date(2030, 6, 2, 13, 5, 0, 0, time.UTC), Chat: "a", Language: "en"},
		conv: talk.Conversation{ID: "AAAAAAAAAAA"},
	}
}

// does gives what the visitor sees next, as bytes, without the place of the
// conversation that buttons name.
func (v *visitor) does(e talk.Event) string {
	v.t.Helper()
	turn, err := v.book.Step(v.t.Context(), v.sc, v.conv, e)
	if err != nil {
		v.t.Fatal(err)
	}
	v.conv = turn.Conversation
	w, err := locales.Load()
	if err != nil {
		v.t.Fatal(err)
	}
	var seen []any
	for _, m := range turn.Say {
		var labels []string
		for _, row := range m.Rows {
			for _, k := range row {
				labels = append(labels, w.Plain("en", k.Label))
			}
		}
		seen = append(seen, w.Render("en", m.Body), labels, m.Keep, m.Popup)
	}
	if len(turn.Do) > 0 || len(turn.Tell) > 0 {
		v.t.Errorf("it does %v, and tells %v", turn.Do, turn.Tell)
	}
	b, err := json.Marshal(seen)
	if err != nil {
		v.t.Fatal(err)
	}
	return string(b)
}

func (v *visitor) brings(code string) string {
	return v.does(talk.Command{Name: "join", Arg: code})
}

func guess(n int) string { return people.NewCode([16]byte{0: 9, 15: byte(n)}) }

// Whatever is wrong with a code, the answer is the same to the byte: by a link, as
// a command, typed after another wrong one.
func TestEveryWrongCodeGetsTheSameAnswer(t *testing.T) {
	v := newVisitor(t, &desk{open: guess(1), door: guess(2)})
	want := v.brings(guess(3))
	v.does(talk.Command{Name: "join"})
	for name, got := range map[string]string{
		"typed after the question": v.does(talk.Said{Text: guess(4)}),
		"typed again":              v.does(talk.Said{Text: guess(4)}),
		"no code at all":           v.does(talk.Said{Text: "hello"}),
		"an empty one":             v.does(talk.Said{Text: "-"}),
		"brought anew":             v.brings(guess(5)),
		"too short":                v.brings(guess(6)[1:]),
	} {
		if got != want {
			t.Errorf("%s:\n%s\nwant\n%s", name, got, want)
		}
	}
	v.sc.Person = people.Person{ID: "q", Hats: []people.Hat{{Role: people.Coordinator}}}
	if got := v.brings(guess(2)); got != want {
		t.Errorf("a way in, where somebody is known already:\n%s", got)
	}
}

// Who is wrong ten times in a row gets the same answer for an hour, and nothing is
// looked up for them; others are not held up by it.
func TestGuessing(t *testing.T) {
	d := &desk{open: guess(1)}
	v := newVisitor(t, d)
	var want string
	for n := range maxWrong {
		want = v.brings(guess(10 + n))
	}
	asked := d.asked
	for range 3 {
		if got := v.brings(guess(1)); got != want {
			t.Errorf("barred, they see\n%s\nwant\n%s", got, want)
		}
	}
	if d.asked != asked {
		t.Errorf("%d codes were looked up meanwhile", d.asked-asked)
	}
	other := v.sc
	v.sc.Chat = "b"
	if got := v.brings(guess(1)); got == want {
		t.Error("another chat is held up")
	}
	v.sc = other
	v.sc.Now = v.sc.Now.Add(barFor)
	if got := v.brings(guess(1)); got == want {
		t.Error("they are held up after an hour")
	}
	for n := range maxWrong - 1 { // a code that works begins the count anew
		v.brings(guess(10 + n))
	}
	v.brings(guess(1))
	v.brings(guess(30))
	if got := v.brings(guess(1)); got == want {
		t.Error("the count went on after a code that works")
	}
}

// The memory of guesses is bounded, and lets go of what is over first.
func TestGuessesAreBounded(t *testing.T) {
	g, now := newGuesses(), time.Date(2030, 6, 2, 13, 5, 0, 0, time.UTC)
	for range maxWrong {
		g.wrong("theirs", now.Add(time.Minute))
	}
	for n := range maxChats + 100 {
		g.wrong(fmt.Sprint(n), now)
	}
	if len(g.chats) > maxChats {
		t.Errorf("%d chats are remembered", len(g.chats))
	}
	if !g.barred("theirs", now.Add(time.Minute)) {
		t.Error("one that is barred was forgotten for others")
	}
}
