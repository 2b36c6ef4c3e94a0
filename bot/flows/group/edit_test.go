package group

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"signpost/bot/people"
	"signpost/bot/talk"
	"signpost/bot/upkeep"
	"signpost/directory"
	"signpost/locales"
)

// hall is a directory of one group with one listing, and an empty desk.
type hall struct{ service directory.Service }

func (h *hall) Service(_ context.Context, id directory.ID) (*directory.Service, error) {
	if id != h.service.ID {
		return nil, directory.ErrNotFound
	}
	s := h.service
	return &s, nil
}

func (h *hall) ServicesOf(_ context.Context, group directory.ID) ([]*directory.Service, error) {
	if group != h.service.Organisation.ID {
		return nil, nil
	}
	s := h.service
	return []*directory.Service{&s}, nil
}

func (h *hall) History(context.Context, directory.ID) ([]*directory.Service, error) { return nil, nil }

func (h *hall) Groups(context.Context) ([]directory.Organisation, error) {
	return []directory.Organisation{h.service.Organisation}, nil
}

func (h *hall) Organisation(context.Context, directory.ID) (directory.Organisation, error) {
	return h.service.Organisation, nil
}

func (h *hall) Places(context.Context) (*directory.Gazetteer, error) {
	return directory.NewGazetteer(
		[]directory.Outcode{{Code: "QH1", Town: "Harrowbeck", Point: directory.Point{Lat: 53, Lon: -1}}},
		[]directory.District{{ID: "harrow", Name: "Harrow"}}, nil,
	), nil
}

func (h *hall) ProposalsOf(context.Context, string) ([]upkeep.Proposal, error) { return nil, nil }
func (h *hall) Reports(context.Context, string) ([]upkeep.Report, error)       { return nil, nil }
func (h *hall) Questions(context.Context, string) ([]upkeep.Question, error)   { return nil, nil }
func (h *hall) Records(context.Context, string, directory.ID, int) ([]upkeep.Entry, error) {
	return nil, nil
}

func id(n int) directory.ID {
	return directory.ID(fmt.Sprintf("8d1e2b8e-5f0a-4f6e-9c62-%012d", n))
}

// newHall has a listing that says a little of everything.
func newHall() *hall {
	return &hall{directory.Service{
		ID: id(1), Organisation: directory.Organisation{ID: id(2), Name: "Tea and Talk"}, Name: "Tea", Version: 3,
		Description: "Tea and talk for all", Status: directory.Active, Group: directory.LocalCommunity,
		HowToReach: "Ask for tea", Eligibility: "For all", Hours: "Mornings", Email: "tea@example.org",
		Phones: []directory.Phone{{ID: id(3), Number: "01632 960101"}},
		Places: []directory.ServiceAtLocation{{ID: id(4), Location: directory.Location{
			ID: id(5), Name: "Mill Hall", Address: directory.Address{Line: "1 Mill Lane", Town: "Harrowbeck", Postcode: "QH1 1AA"},
		}}},
	}}
}

// visit is one person's way through the book.
type visit struct {
	t    *testing.T
	book talk.Book
	sc   talk.Scene
	turn talk.Turn
	taps int
}

func newVisit(t *testing.T, h *hall, p people.Person) *visit {
	n := 100
	menu := talk.Flow{Name: "menu", Steps: []talk.Step{talk.Ask{
		Name: "menu", Take: stays,
		Show: func(_ context.Context, sc talk.Scene, _ talk.Answers) (talk.Screen, error) {
			return talk.Screen{Body: locales.MenuAsk(), Rows: Menu(sc.Person)}, nil
		},
	}}}
	entrances := append(Flows(h, h, Chance{
		ID:   func() string { n++; return fmt.Sprint("id", n) },
		UUID: func() directory.ID { n++; return id(n) },
	}), Still(h), talk.Entrance{Command: "menu", For: []people.Role{people.Member}, Flow: menu})
	v := &visit{t: t, sc: talk.Scene{Language: "en", Person: p, Now: time.Date(2030, 6, 2, 12, 0, 0, 0, time.UTC)}}
	v.book = talk.NewBook(talk.Book{
		Entrances: entrances, Home: "menu", Urgent: func(talk.Scene, talk.Call) talk.Message { return talk.Message{} },
	})
	v.turn.Conversation.ID = "conv"
	v.does(talk.Command{Name: "menu"})
	return v
}

func (v *visit) does(e talk.Event) {
	v.t.Helper()
	turn, err := v.book.Step(v.t.Context(), v.sc, v.turn.Conversation, e)
	if err != nil {
		v.t.Fatal(err)
	}
	v.turn = turn
}

// tap presses the button whose option or entrance begins so.
func (v *visit) tap(option string) {
	v.t.Helper()
	for _, m := range v.turn.Say {
		for _, row := range m.Rows {
			for _, key := range row {
				if c, ok := talk.ParseData(key.Data).(talk.Chose); ok && strings.HasPrefix(c.Option, option) {
					v.taps++
					v.does(c)
					return
				}
			}
		}
	}
	v.t.Fatalf("at %s.%s there is no button %q", v.turn.Conversation.Flow, v.turn.Conversation.Step, option)
}

func (v *visit) says(text string) {
	v.t.Helper()
	v.does(talk.Said{Text: text})
}

var admin = people.Person{ID: "p", Hats: []people.Hat{{Role: people.GroupAdmin, Group: string(id(2))}}}

// The book of this room is sound.
func TestFlowsAreSound(t *testing.T) {
	for _, fault := range talk.Check(newVisit(t, newHall(), admin).book) {
		t.Error(fault)
	}
}

// answersTo is one answer to each item: taps begin with ">", all else is typed.
var answersTo = map[item][]string{
	"name": {"Tea and Talk"}, "description": {"Tea and talk for everybody"}, "phones": {"01632 960102"},
	"places": {"2 Mill Lane, Harrowbeck, QH1 1AB"}, "get_in": {">+drop_in"}, "languages": {">+pl"},
	"communities": {">+black"}, "needs": {">+stress"}, "cost": {">free"}, "ways": {">+phone"}, "alert": {"Upstairs"},
	"translations": {">pl.name", "Herbata"}, "how_to_reach": {"Ring the bell"}, "eligibility": {"For parents"},
	"gender": {">g:women"}, "age": {">18+"}, "venue": {"Library"}, "door": {"Blue door"}, "access": {">+step_free"},
	"building": {">+bsl"}, "email": {"talk@example.org"}, "website": {"example.org"},
	"contacts": {"Reception, hello@example.org"}, "hours": {"Evenings"}, "areas": {">+harrow"}, "confidential": {">yes"},
}

// An admin with a phone and two minutes: from the menu to a change that is saved
// or on its way, every part of a listing takes six taps at most.
func TestSixTaps(t *testing.T) {
	for _, i := range items {
		t.Run(string(i), func(t *testing.T) {
			v := newVisit(t, newHall(), admin)
			v.tap("!listings")
			v.tap(id(1).Short())
			v.tap("!listing_edit")
			v.tap(string(i))
			for _, answer := range answersTo[i] {
				if option, ok := strings.CutPrefix(answer, ">"); ok {
					v.tap(option)
				} else {
					v.says(answer)
				}
			}
			if step := v.turn.Conversation.Step; step == string(i) {
				v.tap("done")
			} else {
				v.tap("save")
			}
			if v.turn.Apply == nil && len(v.turn.Do) == 0 {
				t.Fatalf("nothing is saved at %s", v.turn.Conversation.Step)
			}
			if v.taps > 6 {
				t.Errorf("%d taps", v.taps)
			}
			if g := v.turn.Guard; g == nil || g.Group != string(id(2)) {
				t.Errorf("it rests on %+v", g)
			}
			isSound(t, v)
		})
	}
}

// isSound looks at what is asked for: it waits where it must, it is the group's,
// and the listing it makes can be stored.
func isSound(t *testing.T, v *visit) {
	t.Helper()
	h, c := newHall(), directory.Change{}
	waits := false
	do := v.turn.Do
	if v.turn.Apply != nil {
		c, do = v.turn.Apply.Change.(directory.Change), append(do, v.turn.Apply.Do...)
	}
	for _, e := range do {
		if p, ok := e.(upkeep.Propose); ok {
			waits, c = true, p.Proposal.Change
			if p.Proposal.By != "p" || p.Proposal.State != upkeep.Waiting {
				t.Errorf("waits as %+v", p.Proposal)
			}
		}
	}
	if waits != c.NeedsTwo() {
		t.Errorf("it waits: %v, but %v", waits, c.Edits)
	}
	if v.turn.Apply != nil && waits && len(v.turn.Apply.Change.(directory.Change).Edits) > 0 {
		t.Error("what waits is made at once")
	}
	if c.Base != 3 || c.Owner != string(id(2)) || len(c.Edits) == 0 {
		t.Errorf("asked for: %+v", c)
	}
	if _, err := c.On(&h.service, &h.service); err != nil {
		t.Error(err)
	}
}

// Every field that a listing has is kept somewhere: here, among the times, or by
// saying that it is right, or paused.
func TestEveryFieldIsKept(t *testing.T) {
	elsewhere := map[directory.Field]bool{
		directory.FieldSchedules: true, directory.FieldExceptions: true, // times
		directory.FieldStatus: true, directory.FieldAssured: true, // pause, still right
		directory.FieldInterpreter: true,                              // a box of the languages
		directory.FieldMinAge:      true, directory.FieldMaxAge: true, // age
	}
	for _, f := range directory.Fields() {
		_, ok := answersTo[item(f)]
		if !ok && !elsewhere[f] {
			t.Errorf("%s can't be changed", f)
		}
	}
}

// Another group's admin gets nowhere with a hand-made button, and a listing of no
// group is the office's alone.
func TestNotTheirs(t *testing.T) {
	other := people.Person{ID: "q", Hats: []people.Hat{{Role: people.GroupAdmin, Group: string(id(9))}}}
	nobodys := newHall()
	nobodys.service.Organisation = directory.Organisation{}
	for _, c := range []struct {
		name string
		hall *hall
		who  people.Person
		in   bool
	}{
		{"another group's", newHall(), other, false},
		{"nobody's", nobodys, admin, false},
		{"nobody's, by the office", nobodys, people.Person{ID: "o", Hats: []people.Hat{{Role: people.Coordinator}}}, true},
		{"one's own", newHall(), admin, true},
		{"a member", newHall(), people.Person{}, false},
	} {
		for _, command := range []string{"listing", "listing_edit", "still"} {
			v := newVisit(t, c.hall, c.who)
			v.does(talk.Command{Name: command, Arg: id(1).Short() + ".cost"})
			if in := v.turn.Conversation.Flow != "menu"; in != c.in {
				t.Errorf("%s: /%s lets in: %v", c.name, command, in)
			}
		}
	}
}
