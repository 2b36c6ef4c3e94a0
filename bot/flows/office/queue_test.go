package office

import (
	"context"
	"slices"
	"testing"
	"time"

	"signpost/bot/people"
	"signpost/bot/talk"
	"signpost/bot/upkeep"
	"signpost/directory"
)

const (
	tea  directory.ID = "8d1e2b8e-5f0a-4f6e-9c62-000000000001"
	moon directory.ID = "8d1e2b8e-5f0a-4f6e-9c62-000000000002"
)

var june = time.Date(2030, 6, 2, 14, 5, 0, 0, time.UTC)

// town is a directory of one listing, with what it was before.
type town struct {
	Directory
	now *directory.Service
	old []*directory.Service
}

func (d town) Service(_ context.Context, id directory.ID) (*directory.Service, error) {
	if id != tea {
		return nil, directory.ErrNotFound
	}
	return d.now, nil
}

func (d town) History(context.Context, directory.ID) ([]*directory.Service, error) { return d.old, nil }

func (town) Organisation(context.Context, directory.ID) (directory.Organisation, error) {
	return directory.Organisation{Name: "Moon group"}, nil
}

// desk has one change that waits.
type desk struct {
	Desk
	proposal upkeep.Proposal
	reports  []upkeep.Report
}

func (d desk) Proposals(context.Context) ([]upkeep.Proposal, error) {
	return []upkeep.Proposal{d.proposal}, nil
}

func (d desk) Proposal(_ context.Context, id string) (upkeep.Proposal, bool, error) {
	return d.proposal, id == d.proposal.ID, nil
}

func (d desk) Reports(context.Context, string) ([]upkeep.Report, error) { return d.reports, nil }

func number(s string) directory.Edit {
	return directory.Set(directory.FieldPhones, []directory.Phone{{Number: s}})
}

func newNumber(by string) upkeep.Proposal {
	return upkeep.Proposal{
		ID: "p1", Name: "Tea", Group: string(moon), By: by, Role: people.GroupAdmin, Day: "2030-06-01", State: upkeep.Waiting,
		Change: directory.Change{Service: tea, Base: 3, Owner: string(moon), Edits: []directory.Edit{number("01632 960777")}},
	}
}

func listing(version int64, phone string) *directory.Service {
	return &directory.Service{
		ID: tea, Name: "Tea", Version: version, Organisation: directory.Organisation{ID: moon},
		Phones: []directory.Phone{{Number: phone}},
	}
}

// decide opens the change and presses what is given, as the coordinator Bo.
func decide(t *testing.T, dir Directory, d Desk, presses ...string) talk.Turn {
	t.Helper()
	home := talk.Entrance{Command: "menu", For: []people.Role{people.Member}, Flow: talk.Flow{Name: "menu", Steps: []talk.Step{
		talk.Ask{Name: "menu", Take: stays, Show: func(context.Context, talk.Scene, talk.Answers) (talk.Screen, error) { return talk.Screen{}, nil }},
	}}}
	book := talk.NewBook(talk.Book{Entrances: append(Flows(dir, d, nil, nil), home), Home: "menu", Urgent: func(talk.Scene, talk.Call) talk.Message { return talk.Message{} }})
	sc := talk.Scene{Now: june, Language: "en", Person: people.Person{ID: "bo", Hats: []people.Hat{{Role: people.Coordinator}}}}
	turn, err := book.Step(t.Context(), sc, talk.Conversation{ID: "AAAAAAAAAAA", Language: "en"}, talk.Command{Name: "queue", Arg: "p1"})
	for _, p := range presses {
		if err != nil {
			t.Fatal(err)
		}
		c := turn.Conversation
		turn, err = book.Step(t.Context(), sc, c, talk.Chose{Conversation: c.ID, Turn: c.Turn, Option: p})
	}
	if err != nil {
		t.Fatal(err)
	}
	return turn
}

// A change is made as it was shown, on the version that the coordinator looked at;
// whoever made it is told, and the number is no longer about to change.
func TestApprove(t *testing.T) {
	turn := decide(t, town{now: listing(5, "01632 960001")}, desk{proposal: newNumber("amina")}, approve)
	if turn.Apply == nil {
		t.Fatal("nothing is changed")
	}
	c := turn.Apply.Change.(directory.Change)
	if c.Base != 5 || c.Owner != string(moon) || len(c.Edits) != 1 || !slices.Equal(c.Lift, []directory.Doubt{directory.NumberChanging}) {
		t.Errorf("the change is %+v", c)
	}
	if len(turn.Apply.Tell) != 1 || turn.Apply.Tell[0].One != "amina" {
		t.Errorf("told are %+v", turn.Apply.Tell)
	}
	for _, e := range turn.Apply.Do {
		if r, ok := e.(upkeep.Record); ok && (r.Entry.Before == "" || r.Entry.After != string(number("01632 960777").Value) || r.Entry.Role != people.Coordinator) {
			t.Errorf("written down is %+v", r.Entry)
		}
	}
	if !slices.Contains(turn.Apply.Do, talk.Effect(upkeep.Decide{Proposal: "p1", State: upkeep.Approved})) {
		t.Errorf("effects: %+v", turn.Apply.Do)
	}
}

// Nobody agrees to their own change, nor sends it back, whatever button they make.
func TestNeverOnesOwn(t *testing.T) {
	for _, presses := range [][]string{{approve}, {sendBack}, {sendBack, "talk"}} {
		turn := decide(t, town{now: listing(3, "01632 960001")}, desk{proposal: newNumber("bo")}, presses...)
		if turn.Apply != nil || len(turn.Do) > 0 {
			t.Errorf("%v: %+v %+v", presses, turn.Apply, turn.Do)
		}
	}
}

// A number that was reported and is approved answers the report, unless something
// else was reported too.
func TestANewNumberSettlesTheReport(t *testing.T) {
	wrong := func(w upkeep.Wrong) upkeep.Report { return upkeep.Report{Service: tea, Wrong: w} }
	for _, c := range []struct {
		name    string
		reports []upkeep.Report
		want    bool
	}{
		{"the number", []upkeep.Report{wrong(upkeep.WrongNumber)}, true},
		{"the number, and that it moved", []upkeep.Report{wrong(upkeep.WrongNumber), wrong(upkeep.WrongMoved)}, false},
		{"the number, and that somebody was not welcome", []upkeep.Report{wrong(upkeep.WrongNumber), wrong(upkeep.Unwelcome)}, true},
		{"nothing", nil, false},
	} {
		turn := decide(t, town{now: listing(3, "01632 960001")}, desk{proposal: newNumber("amina"), reports: c.reports}, approve)
		lifted := slices.Contains(turn.Apply.Change.(directory.Change).Lift, directory.BeingChecked)
		told := slices.ContainsFunc(turn.Apply.Tell, func(tell talk.Tell) bool { return tell.Reporters == string(tea) })
		if lifted != c.want || told != c.want {
			t.Errorf("%s: settled %v, told %v", c.name, lifted, told)
		}
	}
}

// What is sent back is not made; the number that is shown is certain again, and
// whoever made the change reads why.
func TestSendBack(t *testing.T) {
	turn := decide(t, town{now: listing(3, "01632 960001")}, desk{proposal: newNumber("amina")}, sendBack, "wrong_number")
	c := turn.Apply.Change.(directory.Change)
	if len(c.Edits) > 0 || !slices.Equal(c.Lift, []directory.Doubt{directory.NumberChanging}) {
		t.Errorf("the change is %+v", c)
	}
	if !slices.Contains(turn.Apply.Do, talk.Effect(upkeep.Decide{Proposal: "p1", State: upkeep.SentBack, Reason: "wrong_number"})) {
		t.Errorf("effects: %+v", turn.Apply.Do)
	}
}

// What somebody changed after a change was made is named before it is decided.
func TestWhatChangedMeanwhile(t *testing.T) {
	p := newNumber("amina")
	for _, c := range []struct {
		name string
		dir  town
		want int
	}{
		{"nothing", town{now: listing(3, "01632 960001")}, 0},
		{"another field", town{now: listing(4, "01632 960001"), old: []*directory.Service{listing(3, "01632 960001")}}, 0},
		{"the same field", town{now: listing(4, "01632 960002"), old: []*directory.Service{listing(3, "01632 960001")}}, 1},
		{"nobody knows any more", town{now: listing(9, "01632 960001")}, 1},
	} {
		o := office{dir: c.dir}
		since, err := o.since(t.Context(), p, c.dir.now)
		if err != nil || len(since) != c.want {
			t.Errorf("%s: %v, %v", c.name, since, err)
		}
	}
}
