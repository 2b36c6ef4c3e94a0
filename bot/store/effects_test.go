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
	"signpost/bot/store"
	"signpost/bot/talk"
	"signpost/bot/upkeep"
)

// kinds are all effects there are.
var kinds = []talk.Effect{
	people.Bind{},
	people.Confirm{},
	people.Forget{},
	people.Hide{},
	people.Invite{},
	people.JoinDoor{},
	people.OpenDoor{},
	people.RememberLanguage{},
	people.Revoke{},
	people.TakeOff{},
	upkeep.AwayUntil{Group: "g1"},
	upkeep.Decide{},
	upkeep.Moved{},
	upkeep.Propose{},
	upkeep.Record{},
	upkeep.Reported{},
	upkeep.Settle{},
	upkeep.StillRight{},
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
	there := append(effectsOf(t, "people"), effectsOf(t, "upkeep")...)
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
