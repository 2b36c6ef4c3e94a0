package talk

import (
	"context"
	"fmt"
	"slices"

	"signpost/bot/listen"
	"signpost/bot/people"
	"signpost/locales"
)

// Book is all the flows and who may open them. Make it with NewBook.
type Book struct {
	Entrances []Entrance
	Home      string                                            // the entrance where everything begins and ends
	Footer    func(sc Scene, flow string, back bool) [][]Button // rows under every question; back when there is a question before
	Urgent    func(sc Scene, c Call) Message                    // the card, from these two alone: no file is needed for it

	entrances map[string]Entrance
	flows     map[string]Entrance
}

// UrgentCommand is the entrance that is answered before anything is loaded.
const UrgentCommand = "urgent"

// goOnCommand shows again where the conversation was.
const goOnCommand = "go_on"

// cancelCommand leaves whatever is open.
const cancelCommand = "cancel"

// NewBook joins the parts and indexes them. Check tells whether it is sound.
func NewBook(b Book) Book {
	b.entrances = make(map[string]Entrance, len(b.Entrances))
	b.flows = make(map[string]Entrance, len(b.Entrances))
	for _, e := range b.Entrances {
		b.entrances[e.Command] = e
		if e.Flow.Name != "" {
			b.flows[e.Flow.Name] = e
		}
	}
	return b
}

// Entrance finds an entrance by its command.
func (b Book) Entrance(command string) (Entrance, bool) {
	e, ok := b.entrances[command]
	return e, ok
}

// Commands are the entrances a person may open and that stand in /help.
func (b Book) Commands(p people.Person) []Entrance {
	var open []Entrance
	for _, e := range b.Entrances {
		if !e.Help.IsZero() && p.May(e.For, "") {
			open = append(open, e)
		}
	}
	return open
}

// Call is why the urgent card is shown.
type Call struct {
	Heard listen.Heard // what was heard in a typed message; zero for a button
	Arg   string       // what a button asks for, "" for the card itself
}

// Hear decides, from the event and the scene alone, whether the urgent card must
// be shown now, and gives it. It is asked before anything is loaded.
func (b Book) Hear(sc Scene, e Event) (Message, bool) {
	var c Call
	switch e := e.(type) {
	case Said:
		if e.Heard.Level != listen.Danger {
			return Message{}, false
		}
		c.Heard = e.Heard
	case Command:
		if e.Name != UrgentCommand {
			return Message{}, false
		}
		c.Arg = e.Arg
	case Chose:
		name, arg, ok := enterOption(e.Option)
		if !ok || name != UrgentCommand {
			return Message{}, false
		}
		c.Arg = arg
	default:
		return Message{}, false
	}
	return b.Urgent(sc, c), true
}

// ForStaff reports a flow that only people with a hat may be in.
func (b Book) ForStaff(flow string) bool {
	e, ok := b.flows[flow]
	return ok && !slices.Contains(e.For, people.Member)
}

// allowed reports whether the person may be in the flow behind an entrance.
func (b Book) allowed(p people.Person, e Entrance, group string) bool {
	return p.May(e.For, group)
}

// groupOf asks an entrance whose group an argument belongs to.
func groupOf(ctx context.Context, e Entrance, arg string) (string, error) {
	if e.GroupOf == nil {
		return "", nil
	}
	g, err := e.GroupOf(ctx, arg)
	if err != nil {
		return "", fmt.Errorf("finding the group of /%s: %w", e.Command, err)
	}
	return g, nil
}

// find gives the place of a step in a flow.
func (f Flow) find(name string) (int, bool) {
	for i, s := range f.Steps {
		if stepName(s) == name {
			return i, true
		}
	}
	return 0, false
}

func stepName(s Step) string {
	switch s := s.(type) {
	case Ask:
		return s.Name
	case Run:
		return s.Name
	}
	panic(fmt.Sprintf("talk: a step of kind %T", s))
}

func branchOf(s Step) *Branch {
	switch s := s.(type) {
	case Ask:
		return s.Next
	case Run:
		return s.Next
	}
	panic(fmt.Sprintf("talk: a step of kind %T", s))
}

// note puts a sentence above a body.
func note(above, body locales.Text) locales.Text { return locales.Paragraphs(above, body) }
