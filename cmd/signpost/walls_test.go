package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// module is the name of this module.
const module = "signpost"

// walls says which of our rooms each room may import. A room that is not here
// fails the test: a new one asks for its place. Test files may import more, since
// they put rooms together to try them.
var walls = map[string][]string{
	"directory":   {},
	"locales":     {},
	"bot/people":  {},
	"bot/health":  {},
	"bot/disk":    {},
	"bot/keys":    {"bot/disk"},
	"bot/counts":  {},
	"bot/channel": {"bot/talk", "locales"},
	"seeds":       {},

	"seeds/derbyshire/make": {"directory", "directory/openreferral"},
	"seeds/town/make":       {"directory", "directory/openreferral"},

	"directory/sqlite":       {"directory"},
	"directory/openreferral": {"directory"},
	"bot/listen":             {"directory", "bot/listen/voice"},
	"bot/listen/voice":       {},
	"bot/listen/voice/make":  {"bot/listen", "bot/listen/voice"},
	"bot/sessionlog":         {"directory", "bot/people", "bot/counts"},
	"bot/upkeep":             {"directory", "bot/people"},
	"bot/duty":               {"bot/card", "bot/health", "bot/upkeep", "bot/sessionlog", "bot/people", "bot/talk", "bot/runner", "directory", "locales"},

	"bot/talk": {"bot/people", "bot/listen", "bot/counts", "locales"},
	"bot/card": {"directory", "locales"},

	"bot/flows": {
		"bot/talk", "bot/people", "bot/listen", "bot/counts", "bot/sessionlog", "bot/upkeep", "directory", "locales",
		"bot/flows/access", "bot/flows/member", "bot/flows/aider", "bot/flows/group", "bot/flows/office",
	},
	"bot/flows/access": flow,
	"bot/flows/member": flow,
	"bot/flows/aider":  flow,
	"bot/flows/group":  flow,
	"bot/flows/office": flow,

	"bot/telegram":            {"bot/channel", "bot/qr", "bot/talk", "locales"},
	"bot/web":                 {"bot/channel", "bot/qr", "bot/talk", "locales"},
	"bot/terminal":            {"bot/channel", "bot/qr", "bot/talk", "locales"},
	"bot/qr":                  {},
	"bot/web/webtest":         {},
	"bot/channel/channeltest": {"bot/channel", "bot/talk", "locales"},

	"bot/store": {
		"bot/talk", "bot/people", "bot/counts", "bot/sessionlog", "bot/upkeep", "bot/keys", "bot/forgets", "directory", "directory/sqlite",
	},
	"bot/forgets": {"bot/disk"},
	"bot/backup":  {"bot/disk"},
	"bot/runner": {
		"bot/talk", "bot/listen", "bot/people", "bot/counts", "bot/channel", "bot/upkeep", "bot/sessionlog", "directory", "locales",
	},
	"bot/keep":    {"bot/channel", "bot/runner", "bot/store", "bot/upkeep"},
	"bot/reports": {"bot/counts", "directory", "locales"},
	"bot/safety":  {},

	"cmd/signpost": {"*"},
	"cmd/load":     {"bot/store", "bot/keys", "bot/talk", "directory", "directory/sqlite"},
}

// flow is what a conversation may import: never another part's.
var flow = []string{
	"bot/talk", "bot/card", "bot/people", "bot/listen", "bot/counts", "bot/sessionlog", "bot/upkeep", "directory", "locales",
}

// onlyThere are libraries that one room alone may import, in its tests too.
var onlyThere = map[string]string{
	"github.com/go-telegram-bot-api/telegram-bot-api": "bot/telegram",
	"github.com/skip2/go-qrcode":                      "bot/qr",
	"modernc.org/sqlite":                              "directory/sqlite",
	"filippo.io/age":                                  "bot/backup",
}

// pure are rooms that decide and do nothing else: no files, no network, no
// database, and the time comes from outside.
var pure = []string{"bot/talk", "bot/flows", "bot/card", "bot/listen", "bot/people", "bot/counts", "bot/upkeep", "bot/sessionlog", "directory"}

// outside are the standard packages that a pure room has no use for.
var outside = []string{"os", "os/exec", "net", "net/http", "database/sql", "log", "log/slog", "syscall", "io/ioutil"}

// source is a Go file of ours.
type source struct {
	room string // the folder, from the root
	path string
	test bool
	*ast.File
}

// sources are all Go files of the module.
func sources(t *testing.T) []source {
	t.Helper()
	root := filepath.Join("..", "..")
	if _, err := os.Stat(filepath.Join(root, "go.mod")); err != nil {
		t.Fatal(err)
	}
	var out []source
	set := token.NewFileSet()
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name := d.Name()
		if d.IsDir() && path != root && (strings.HasPrefix(name, ".") || name == "testdata") {
			return fs.SkipDir
		}
		if d.IsDir() || !strings.HasSuffix(name, ".go") {
			return nil
		}
		file, err := parser.ParseFile(set, path, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		room, err := filepath.Rel(root, filepath.Dir(path))
		if err != nil {
			return err
		}
		out = append(out, source{filepath.ToSlash(room), path, strings.HasSuffix(name, "_test.go"), file})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(out) < 100 {
		t.Fatalf("only %d Go files were found; the test looks in the wrong place", len(out))
	}
	return out
}

func (s source) imports(t *testing.T) []string {
	t.Helper()
	var out []string
	for _, spec := range s.Imports {
		path, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, path)
	}
	return out
}

// Each room imports the rooms it may, and no other.
func TestWalls(t *testing.T) {
	for _, s := range sources(t) {
		may, known := walls[s.room]
		if !known {
			t.Errorf("%s: the room %s is not in the table of walls; give it its place there", s.path, s.room)
			continue
		}
		for _, path := range s.imports(t) {
			for library, room := range onlyThere {
				if (path == library || strings.HasPrefix(path, library+"/")) && s.room != room {
					t.Errorf("%s imports %s, which is for %s alone", s.path, library, room)
				}
			}
			room, ours := strings.CutPrefix(path, module+"/")
			if ours && !s.test && room != s.room && !slices.Contains(may, room) && !slices.Contains(may, "*") {
				t.Errorf("%s imports %s; %s may import %v", s.path, room, s.room, may)
			}
		}
	}
}

// The rooms that decide touch nothing and have no clock of their own.
func TestPureRooms(t *testing.T) {
	for _, s := range sources(t) {
		isPure := slices.ContainsFunc(pure, func(room string) bool {
			return s.room == room || room == "bot/flows" && strings.HasPrefix(s.room, room+"/")
		})
		if s.test || !isPure {
			continue
		}
		for _, path := range s.imports(t) {
			if slices.Contains(outside, path) {
				t.Errorf("%s imports %s: %s decides and touches nothing", s.path, path, s.room)
			}
		}
		ast.Inspect(s.File, func(n ast.Node) bool {
			if sel, ok := n.(*ast.SelectorExpr); ok {
				if in, ok := sel.X.(*ast.Ident); ok && in.Name == "time" && slices.Contains([]string{"Now", "Since", "Until", "After", "Sleep", "Tick", "NewTimer", "NewTicker"}, sel.Sel.Name) {
					t.Errorf("%s uses time.%s: the clock comes from outside", s.path, sel.Sel.Name)
				}
			}
			return true
		})
	}
}

// What is logged is a sentence of ours, with attributes that may be logged:
// nothing that was typed can get into it.
func TestLogLines(t *testing.T) {
	first := map[string]int{ // where the message stands among the arguments
		"Debug": 0, "Info": 0, "Warn": 0, "Error": 0,
		"DebugContext": 1, "InfoContext": 1, "WarnContext": 1, "ErrorContext": 1,
	}
	lines := 0
	for _, s := range sources(t) {
		if s.test {
			continue
		}
		ast.Inspect(s.File, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok {
				return true
			}
			sel, ok := call.Fun.(*ast.SelectorExpr)
			if !ok || !isLog(sel.X) {
				return true
			}
			at, ok := first[sel.Sel.Name]
			if !ok || len(call.Args) <= at {
				return true
			}
			lines++
			if _, ok := call.Args[at].(*ast.BasicLit); !ok {
				t.Errorf("%s: the message of %s is not a fixed sentence", s.path, sel.Sel.Name)
			}
			for i := at + 1; i < len(call.Args); i += 2 {
				key, ok := call.Args[i].(*ast.BasicLit)
				if !ok {
					t.Errorf("%s: an attribute of %s has a key that is not fixed", s.path, sel.Sel.Name)
					continue
				}
				if name, err := strconv.Unquote(key.Value); err != nil || !logged[name] {
					t.Errorf("%s: %s has the attribute %s, which is left out of the log", s.path, sel.Sel.Name, key.Value)
				}
			}
			return true
		})
	}
	if lines < 20 {
		t.Errorf("only %d log lines were found; the test does not see them", lines)
	}
}

// isLog reports an expression that is a logger: log, Log, something.log.
func isLog(e ast.Expr) bool {
	switch e := e.(type) {
	case *ast.Ident:
		return strings.EqualFold(e.Name, "log")
	case *ast.SelectorExpr:
		return strings.EqualFold(e.Sel.Name, "log")
	}
	return false
}
