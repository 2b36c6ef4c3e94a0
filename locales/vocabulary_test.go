package locales_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"signpost/locales"
)

// The directory's ids are read from its source, since this room imports no other.
func fixedIDs(t *testing.T) map[string][]string {
	t.Helper()
	files, err := filepath.Glob("../directory/*.go")
	if err != nil {
		t.Fatal(err)
	}
	ids := map[string][]string{}
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.ValueSpec: // Anxiety Need = "anxiety"
				if kind, ok := n.Type.(*ast.Ident); ok {
					for _, v := range n.Values {
						addString(ids, kind.Name, v)
					}
				}
			case *ast.CompositeLit: // []Language{{"pl", ...}, ...}
				if list, ok := n.Type.(*ast.ArrayType); ok && isIdent(list.Elt, "Language") {
					for _, element := range n.Elts {
						if l, ok := element.(*ast.CompositeLit); ok && len(l.Elts) > 0 {
							addString(ids, "Spoken", l.Elts[0])
						}
					}
				}
			}
			return true
		})
	}
	return ids
}

func isIdent(e ast.Expr, name string) bool {
	id, ok := e.(*ast.Ident)
	return ok && id.Name == name
}

func addString(ids map[string][]string, kind string, e ast.Expr) {
	if lit, ok := e.(*ast.BasicLit); ok && lit.Kind == token.STRING {
		if s, err := strconv.Unquote(lit.Value); err == nil && s != "" && !slices.Contains(ids[kind], s) {
			ids[kind] = append(ids[kind], s)
		}
	}
}

// TestEveryFixedIDHasAName promises that a person never sees an id, and that no
// name is kept for an id that is gone.
func TestEveryFixedIDHasAName(t *testing.T) {
	ids := fixedIDs(t)
	for _, c := range []struct {
		kind, room string
		name       func(string) locales.Text
		atLeast    int // so that a list that can't be read any more is noticed
	}{
		{"Need", "need", locales.NeedName, 30},
		{"Community", "community", locales.CommunityName, 30},
		{"Spoken", "spoken", locales.SpokenName, 50},
		{"Way", "way", locales.WayName, 5},
		{"Access", "access", locales.AccessName, 8},
		{"Gender", "gender", locales.GenderName, 2},
		{"GetIn", "get_in", locales.GetInName, 7},
		{"Group", "group", locales.GroupName, 4},
		{"Status", "status", locales.StatusName, 4},
		{"Opening", "opening", locales.OpeningName, 3},
		{"Wish", "widened", locales.WidenedSentence, 7},
	} {
		if len(ids[c.kind]) < c.atLeast {
			t.Errorf("found %d ids of %s in the directory, expected %d", len(ids[c.kind]), c.kind, c.atLeast)
		}
		for _, id := range ids[c.kind] {
			if c.name(id).IsZero() {
				t.Errorf("%s %q has no name in the room %s", c.kind, id, c.room)
			}
		}
		if c.room == "opening" {
			continue // has sentences besides the three names
		}
		for _, m := range messagesOf(t, "en") {
			id := nameIn(m.ID)
			if roomOf(m.ID) == c.room && !slices.Contains(ids[c.kind], id) &&
				!slices.Contains(ids[c.kind], strings.ReplaceAll(id, "_", " ")) {
				t.Errorf("%s names an id that the directory does not have", m.ID)
			}
		}
	}
}

func TestUnknownIDsSayNothing(t *testing.T) {
	for _, text := range []locales.Text{
		locales.NeedName("no_such_need"), locales.NeedName(""), locales.SpokenName("en; x"), locales.WayName("../bot.name"),
	} {
		if !text.IsZero() {
			t.Errorf("an unknown id says %v", text)
		}
	}
}
