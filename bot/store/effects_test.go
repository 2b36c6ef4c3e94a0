package store_test

import (
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"signpost/bot/people"
	"signpost/bot/sessionlog"
	"signpost/bot/store"
	"signpost/bot/talk"
	"signpost/bot/upkeep"
	"signpost/directory"
)

// kinds are all effects there are.
var kinds = []talk.Effect{
	people.Bind{},
	people.Certify{},
	people.Confirm{},
	people.Forget{},
	people.Hide{},
	people.Invite{},
	people.JoinDoor{},
	people.LeaveDoor{},
	people.OpenDoor{},
	people.RememberLanguage{},
	people.Revoke{},
	people.SpeakLanguage{},
	people.TakeOff{},
	sessionlog.County{},
	sessionlog.DropDraft{},
	sessionlog.Enquired{},
	sessionlog.KeepDraft{},
	sessionlog.LateWord{},
	sessionlog.Reminded{},
	sessionlog.Replied{},
	sessionlog.Save{},
	sessionlog.SeeWord{},
	sessionlog.Undo{},
	sessionlog.Unenquired{},
	sessionlog.Worry{},
	talk.Due{},
	upkeep.AwayUntil{Group: "g1"},
	upkeep.Decide{},
	upkeep.Moved{},
	upkeep.Propose{},
	upkeep.Record{},
	upkeep.Reported{},
	upkeep.Settle{},
	upkeep.Silence{},
	upkeep.Stands{},
	upkeep.StillRight{},
	upkeep.TimeHeld{},
	upkeep.WaitFor{},
}

// effectsOf are the types of a room that are effects, from its source.
func effectsOf(t *testing.T, room string) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("..", room, "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, name := range files {
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range file.Decls {
			if f, ok := d.(*ast.FuncDecl); ok && f.Name.Name == "Effect" && f.Recv != nil {
				out = append(out, room+"."+f.Recv.List[0].Type.(*ast.Ident).Name)
			}
		}
	}
	return out
}

type unknown struct{}

func (unknown) Effect() {}

func TestEveryEffectIsKnown(t *testing.T) {
	var names []string
	for _, e := range kinds {
		names = append(names, fmt.Sprintf("%T", e))
	}
	there := slices.Concat(effectsOf(t, "people"), effectsOf(t, "sessionlog"), effectsOf(t, "talk"), effectsOf(t, "upkeep"))
	slices.Sort(there)
	if diff := cmp.Diff(there, names); diff != "" {
		t.Errorf("the kinds of this test are not all there are (-there +test):\n%s", diff)
	}
	s, _, _ := newStore(t)
	for i, e := range kinds {
		turn := store.Turn{Door: "web", Chat: fmt.Sprint(i), Do: []talk.Effect{e}}
		if _, err := s.Save(t.Context(), turn); err != nil && !errors.Is(err, store.ErrStale) {
			t.Errorf("%T: %v", e, err)
		}
	}
}

func TestAnUnknownEffectPanicsBeforeAnythingIsSaved(t *testing.T) {
	s, _, _ := newStore(t)
	bad := []talk.Effect{unknown{}}
	for name, do := range map[string]func() error{
		"in a turn": func() error {
			_, err := s.Save(t.Context(), store.Turn{Door: "web", Chat: "x", Conversation: conversation("x"), Do: bad})
			return err
		},
		"of a change": func() error {
			_, err := s.Save(t.Context(), store.Turn{Door: "web", Chat: "x", Conversation: conversation("x"), Change: &store.Change{Do: bad}})
			return err
		},
		"when it was made": func() error { return s.FinishChange(t.Context(), "k", store.Finished{Do: bad}) },
		"of a job":         func() error { return s.FinishJob(t.Context(), 1, store.Finished{Do: bad}) },
	} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%s: an unknown effect did not panic", name)
				}
			}()
			t.Error(name, do())
		}()
	}
	if load(t, s, "web", "x").Conversation != nil {
		t.Error("something was saved with an unknown effect")
	}
}

// Who has the files learns no code, no label, no door and nobody who reported.
func TestFilesSayNothingOfStaff(t *testing.T) {
	s, _, path := cast(t)
	guest, staff, member := "5000000077-CANARY", "CANARY-COOKIE", "5000000088-CANARY"
	secret, door, later := code(), code(), code()
	save(t, s, turn("office", people.Invite{ID: "i1", Code: secret, Hat: admin, Label: "CANARY-LABEL"}))
	save(t, s, turn("office", people.Invite{ID: "i2", Code: later, Hat: aider, Label: "CANARY-LABEL"}))
	save(t, s, turn(guest, people.Bind{Code: secret, Person: "p-guest", Digits: "CANARY-DIGITS", Language: "CANARY-LANGUAGE"}))
	save(t, s, turn("office", people.Confirm{Invitation: "i1"}))
	save(t, s, turn(guest, people.OpenDoor{Code: door}))
	save(t, s, browser("CANARY-TAB", staff, people.JoinDoor{Code: door}))
	unused := code()
	p := proposal("x", "tea")
	p.Name, p.Change.Edits = "CANARY-NAME", []directory.Edit{directory.Set(directory.FieldName, "CANARY-VALUE")}
	change := turn(guest, people.OpenDoor{Code: unused}, upkeep.Propose{Proposal: p},
		upkeep.Record{Entry: upkeep.Entry{What: "edited", Before: "CANARY-BEFORE", After: "CANARY-AFTER"}})
	change.Change = &store.Change{Key: "CANARY-KEY", Body: []byte("CANARY-BODY")}
	change.Notices = []store.Notice{{Door: "telegram", Chat: guest, Letter: store.Letter{Body: []byte("CANARY-NOTICE")}, About: "CANARY-ABOUT"}}
	save(t, s, change)
	told := turn(member, reported("r", upkeep.WrongNumber, true))
	told.Conversation = &talk.Conversation{ID: "BBBBBBBBBBB", Language: "CANARY-LANGUAGE"}
	save(t, s, told)
	// What is in clear would be found, so what is looked for would be too.
	for _, clear := range []string{"p-guest", "group_admin", "telegram"} {
		if !found(t, path, []byte(clear)) {
			t.Fatalf("not even %s is in the files", clear)
		}
	}
	look := func(when string) {
		t.Helper()
		for _, canary := range []string{"CANARY", "5000000077", "5000000088", secret, door, later, unused} {
			wantNowhere(t, path, when+": "+canary, []byte(canary))
		}
	}
	look("open")
	s.Close()
	look("closed")
}
