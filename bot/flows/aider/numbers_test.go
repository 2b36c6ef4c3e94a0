package aider

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"math/rand/v2"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"signpost/bot/counts"
	"signpost/bot/sessionlog"
	"signpost/directory"
	"signpost/locales"
)

// What words are made of for kinds holds no true number, nor a way to one: only what
// counts.Suppress has made.
func TestKindsHoldNoTrueNumber(t *testing.T) {
	var look func(reflect.Type, string)
	look = func(at reflect.Type, path string) {
		switch {
		case at == reflect.TypeFor[counts.Suppressed]():
			return
		case at.Kind() == reflect.Struct:
			for i := range at.NumField() {
				look(at.Field(i).Type, path+"."+at.Field(i).Name)
			}
		case at.Kind() == reflect.Slice:
			look(at.Elem(), path+"[]")
		case at.Kind() != reflect.String && at.Kind() != reflect.Bool:
			t.Errorf("%s is a %s: it may hold a true number", path, at)
		}
	}
	look(reflect.TypeFor[sessionlog.Kinds](), "Kinds")
	for _, f := range []any{kindLine, kindBar, firstVisits, suppressedSpan} {
		in := reflect.TypeOf(f)
		for i := range in.NumIn() {
			if in.In(i) != reflect.TypeFor[locales.Text]() {
				look(in.In(i), fmt.Sprint(in, " argument ", i))
			}
		}
	}
}

// Only those functions word a number of a kind.
func TestOneWayToWordsForKinds(t *testing.T) {
	ways := map[string]string{"FiguresPartKind": "kindLine", "FiguresPartFirst": "firstVisits", "FiguresPartBetween": "suppressedSpan"}
	files, err := filepath.Glob("../*/*.go")
	if err != nil || len(files) == 0 {
		t.Fatal(len(files), err)
	}
	found := map[string]int{}
	for _, path := range files {
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range file.Decls {
			in := ""
			if f, ok := d.(*ast.FuncDecl); ok {
				in = f.Name.Name
			}
			ast.Inspect(d, func(n ast.Node) bool {
				if s, ok := n.(*ast.SelectorExpr); ok && ways[s.Sel.Name] != "" {
					found[s.Sel.Name]++
					if in != ways[s.Sel.Name] {
						t.Errorf("%s: %s words a number of a kind beside %s", path, in, ways[s.Sel.Name])
					}
				}
				return true
			})
		}
	}
	for message := range ways {
		if found[message] != 1 {
			t.Errorf("%s is said in %d places", message, found[message])
		}
	}
}

var numberIn = regexp.MustCompile(`: ([0-9*]+)`)

// Whatever a group did, each number of a kind on its screen is a star or a multiple of
// 5, and a star has no bar to measure.
func TestScreensShowNoSmallNumber(t *testing.T) {
	words, err := locales.Load()
	if err != nil {
		t.Fatal(err)
	}
	chance := rand.New(rand.NewPCG(1, 2))
	quarter := sessionlog.Quarter(2030, 2)
	later := time.Date(2031, 1, 1, 12, 0, 0, 0, directory.London)
	shown := 0
	for range 300 {
		var logs []sessionlog.Log
		for n := range 1 + chance.IntN(40) {
			begins := quarter.From.Add(chance.IntN(90)).At(600).Instant()
			logs = append(logs, sessionlog.Log{
				ID: strconv.Itoa(n), Group: "g", Session: begins, Held: sessionlog.Ran, Visits: sessionlog.Exactly(chance.IntN(30)),
				FirstTimes: sessionlog.Exactly(chance.IntN(3)),
				Occurrence: sessionlog.Occurrence{Service: "s", Schedule: "r", Original: directory.Local(fmt.Sprint(n))},
				Languages:  []directory.Spoken{[]directory.Spoken{"pl", "ur", "ku"}[min(2, chance.IntN(9))]},
				Needs:      []directory.Need{[]directory.Need{directory.Sleep, directory.Money}[min(1, chance.IntN(7))]},
				Pointed:    []directory.ID{directory.ID(fmt.Sprint("p", chance.IntN(3)))},
			})
		}
		n := sessionlog.Count(quarter, nil, logs, later)
		text := words.Plain("en", kindWords(n.Kinds, func(id directory.ID) locales.Text { return locales.Raw(string(id)) }))
		lines := strings.Split(text, "\n")
		for i, line := range lines {
			m := numberIn.FindStringSubmatch(line)
			if m == nil {
				continue
			}
			shown++
			if number, err := strconv.Atoi(m[1]); m[1] != "*" && (err != nil || number%5 != 0) {
				t.Fatalf("the screen shows %q", line)
			}
			if next := append(lines, "")[i+1]; m[1] == "*" && strings.Contains(next, "▏") || m[1] == "*" && strings.Contains(next, "█") {
				t.Fatalf("the bar %q stands below %q", next, line)
			}
		}
	}
	if shown < 500 {
		t.Errorf("only %d numbers were shown", shown)
	}
}

// What is past and not logged is on the admin's list, the oldest first; what goes on,
// was called off, is paused or too old is not.
func TestGaps(t *testing.T) {
	now := time.Date(2030, 6, 29, 10, 30, 0, 0, directory.London) // a Saturday
	saturdays := directory.Schedule{
		ID: directory.NewID("s", "1"), Freq: directory.Weekly, Session: true, Opens: 600, Closes: 720, Start: "2030-01-05",
		ByDay: []directory.DayRule{{Day: time.Saturday}},
	}
	weekdays := saturdays
	weekdays.ID, weekdays.ByDay, weekdays.Session = directory.NewID("s", "2"), []directory.DayRule{{Day: time.Monday}}, false
	tea := &directory.Service{
		ID: directory.NewID("t", "1"), Name: "Tea", Status: directory.Active, Schedules: []directory.Schedule{saturdays, weekdays},
		Exceptions: []directory.Exception{{Schedule: saturdays.ID, Original: "2030-06-15T10:00", Closed: true}},
	}
	paused := *tea
	paused.ID, paused.Status = directory.NewID("t", "2"), directory.TemporarilyClosed
	logs := []sessionlog.Log{{Occurrence: sessionlog.Occurrence{Service: tea.ID, Schedule: saturdays.ID, Original: "2030-06-22T10:00"}}}
	var got []directory.Local
	for _, g := range gapsOf([]*directory.Service{&paused, tea}, logs, now) {
		got = append(got, g.at.Original)
	}
	if want := []directory.Local{"2030-06-01T10:00", "2030-06-08T10:00"}; !slices.Equal(got, want) {
		t.Errorf("not logged are %v, want %v", got, want)
	}
}

// Figures go as far back as whole periods are kept, and no button leads further.
func TestPeriodsThatAreShown(t *testing.T) {
	now := time.Date(2030, 7, 31, 10, 0, 0, 0, directory.London)
	for period, want := range map[string]bool{
		"2030-07": true, "2030-08": false, "2027-08": true, "2027-07": false, "2030-Q3": true, "2030-Q4": false, "2027-Q4": true, "2027-Q3": false,
	} {
		p, ok := sessionlog.ParsePeriod(period)
		if !ok || shows(p, now, keptMonths) != want {
			t.Errorf("%s is shown: %v, want %v", period, shows(p, now, keptMonths), want)
		}
	}
}
