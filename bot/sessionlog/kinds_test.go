package sessionlog

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"signpost/bot/counts"
	"signpost/directory"
)

// everythingShown is all that can be seen of these logs: every month and quarter
// that they touch, looked at on many days, on the screen and in the file.
func everythingShown(t interface{ Fatal(...any) }, logs []Log) string {
	var b strings.Builder
	var periods []Period
	for m := range 12 {
		periods = append(periods, Month(2030, time.Month(m+1)))
	}
	for q := range 4 {
		periods = append(periods, Quarter(2030, q+1))
	}
	service := []*directory.Service{tuesdays()}
	for _, p := range periods {
		for _, today := range []directory.Date{"2030-05-15", "2030-07-28", "2030-07-29", "2031-02-01"} {
			n := Count(p, service, logs, today.At(720).Instant())
			file, err := n.CSV(func(_, id string) string { return id })
			if err != nil {
				t.Fatal(err)
			}
			fmt.Fprintf(&b, "%s %s %+v %v %s\n", p, today, n, n.Rows(), file)
		}
	}
	return b.String()
}

// world is logs of the sessions of half a year, with a few kinds among them.
func world(t *rapid.T) []Log {
	s := tuesdays()
	var logs []Log
	for i := range 26 {
		if rapid.IntRange(0, 5).Draw(t, "held") == 0 {
			continue
		}
		l := logOf(s, directory.Date("2030-04-02").Add(7*i).At(600), Ran, rapid.IntRange(0, 6).Draw(t, "visits"))
		for _, lang := range []directory.Spoken{"pl", "pa", "ur"} {
			if rapid.IntRange(0, 3).Draw(t, "language") == 0 {
				l.Languages = append(l.Languages, lang)
			}
		}
		if rapid.Bool().Draw(t, "about") {
			l.Needs = []directory.Need{directory.Sleep}
		}
		if rapid.IntRange(0, 6).Draw(t, "pointed") == 0 {
			l.Pointed = []directory.ID{"service"}
		}
		if l.Visits.Min > 0 && rapid.IntRange(0, 3).Draw(t, "first") == 0 {
			l.FirstTimes = Exactly(1)
		}
		logs = append(logs, l)
	}
	return logs
}

// No true number from 1 to 7 of a kind can be told: for each there is another true
// number with which everything that is ever shown is the same, in months, quarters
// and the overlaps of both, on every day on which one may look.
func TestASmallNumberCantBeTold(t *testing.T) {
	hidden := 0
	rapid.Check(t, func(t *rapid.T) {
		logs := world(t)
		shown := everythingShown(t, logs)
		for _, q := range []Period{Quarter(2030, 2), Quarter(2030, 3)} {
			for _, lang := range []directory.Spoken{"pl", "pa", "ur"} {
				other, n := oneOther(q, logs, lang)
				if n < 1 || n > 7 {
					continue
				}
				hidden++
				if other == nil {
					t.Fatalf("%s in %s: nothing else than %d is possible", lang, q, n)
				}
				if d := cmp.Diff(shown, everythingShown(t, other)); d != "" {
					t.Fatalf("%s in %s: that it is %d can be told: %s", lang, q, n, d)
				}
			}
		}
	})
	if hidden < 100 {
		t.Errorf("only %d small numbers were looked at", hidden)
	}
}

// oneOther is the same logs, but that a language was used in one session more or
// less of a quarter, so that there are still from 1 to 7; nil when that can't be.
func oneOther(q Period, logs []Log, lang directory.Spoken) (other []Log, n int) {
	with, without := -1, -1
	for i, l := range logs {
		switch {
		case !q.Has(directory.DateOf(l.Session)):
		case slices.Contains(l.Languages, lang):
			with, n = i, n+1
		default:
			without = i
		}
	}
	other = slices.Clone(logs)
	switch {
	case n < 7 && without >= 0:
		other[without].Languages = append(slices.Clone(other[without].Languages), lang)
	case n > 1:
		i := slices.Index(other[with].Languages, lang)
		other[with].Languages = slices.Delete(slices.Clone(other[with].Languages), i, i+1)
	default:
		return nil, n
	}
	return other, n
}

// So it is with first visits.
func TestFewFirstVisitsCantBeTold(t *testing.T) {
	hidden := 0
	rapid.Check(t, func(t *rapid.T) {
		logs := world(t)
		q := Quarter(2030, 2)
		first, room := 0, -1
		for i, l := range logs {
			if q.Has(directory.DateOf(l.Session)) {
				first += l.FirstTimes.Min
				if l.FirstTimes.Min < l.Visits.Min && l.FirstTimes.Said() {
					room = i
				}
			}
		}
		if first < 1 || first > 6 || room < 0 {
			return
		}
		hidden++
		other := slices.Clone(logs)
		other[room].FirstTimes = Exactly(other[room].FirstTimes.Min + 1)
		if d := cmp.Diff(everythingShown(t, logs), everythingShown(t, other)); d != "" {
			t.Fatalf("that %d visits were a first can be told: %s", first, d)
		}
	})
	if hidden < 20 {
		t.Errorf("only %d small numbers were looked at", hidden)
	}
}

// A quarter that is settled always gives the same answer, whoever asks and when,
// and in whatever order the logs come.
func TestASettledQuarterAlwaysSaysTheSame(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		logs := world(t)
		q, s := Quarter(2030, 2), []*directory.Service{tuesdays()}
		want := fmt.Sprintf("%+v", Count(q, s, logs, q.Settled().At(0).Instant()))
		for days := range 5 {
			chance := rand.New(rand.NewPCG(uint64(days), 1))
			chance.Shuffle(len(logs), func(i, j int) { logs[i], logs[j] = logs[j], logs[i] })
			if got := fmt.Sprintf("%+v", Count(q, s, logs, q.Settled().Add(days*days*40).At(720).Instant())); got != want {
				t.Fatalf("on one day %s, on another %s", want, got)
			}
		}
	})
}

// By its type, nothing in Kinds is a number that was not suppressed, at any depth,
// exported or not; and what else is in Numbers is of sessions, visits and calls.
func TestKindsHoldNoTrueNumber(t *testing.T) {
	var look func(path string, of reflect.Type)
	look = func(path string, of reflect.Type) {
		switch of.Kind() {
		case reflect.Struct:
			if of == reflect.TypeFor[counts.Suppressed]() {
				return
			}
			for f := range of.Fields() {
				look(path+"."+f.Name, f.Type)
			}
		case reflect.Slice, reflect.Array, reflect.Pointer:
			look(path, of.Elem())
		case reflect.String, reflect.Bool:
		default:
			t.Errorf("%s is a %s: a true number could be in it", path, of)
		}
	}
	look("Kinds", reflect.TypeFor[Kinds]())
	var rest []string
	for f := range reflect.TypeFor[Numbers]().Fields() {
		if f.Name != "Kinds" {
			rest = append(rest, f.Name)
		}
	}
	want := strings.Fields("Period Running Planned Ran Empty Held NotLogged Cancelled Visits Answered Missed")
	if d := cmp.Diff(want, rest); d != "" {
		t.Errorf("what is told exactly has changed; may it be? %s", d)
	}
	for _, of := range []reflect.Type{reflect.TypeFor[Numbers](), reflect.TypeFor[*Numbers](), reflect.TypeFor[Kinds](), reflect.TypeFor[Row]()} {
		for m := range of.Methods() {
			if !slices.Contains([]string{"NotHeld", "Rows", "CSV"}, m.Name) {
				t.Errorf("%s.%s: what does it tell?", of, m.Name)
			}
		}
	}
}

// What a group exports is read by a spreadsheet as text.
func TestRowsAreNoFormulas(t *testing.T) {
	logs := quarterOfLogs(13, func(_ int, l *Log) {
		l.Languages = []directory.Spoken{"=cmd|' /C calc'!A0", "+1", "-1", "@x", "\t=1", "＝1"}
	})
	n := Count(Quarter(2030, 2), nil, logs, at("2031-01-01T10:00"))
	found := 0
	for _, row := range n.Rows() {
		if len(row) != len(Header) {
			t.Errorf("%v has %d cells, the header %d", row, len(row), len(Header))
		}
		for _, cell := range row {
			if strings.IndexAny(cell, "=+-@\t\r\n＝＋－＠") == 0 {
				t.Errorf("%q could be a formula", cell)
			}
			if strings.HasPrefix(cell, "'") {
				found++
			}
		}
	}
	if found != 6 {
		t.Errorf("%d cells were made plain, want 6", found)
	}
}

func BenchmarkCount(b *testing.B) {
	logs := make([]Log, 0, 100_000)
	for i := range 100_000 {
		s := &directory.Service{ID: directory.NewID("bench", fmt.Sprint(i%50))}
		l := logOf(s, directory.Date("2030-04-01").Add(i%90).At(directory.Clock(i%1400)), Ran, i%9)
		l.Occurrence.Schedule = directory.NewID("rule", fmt.Sprint(i/50))
		l.Languages, l.Needs = []directory.Spoken{"pl", "en"}, []directory.Need{directory.Sleep, directory.Anxiety}
		logs = append(logs, l)
	}
	now := at("2031-01-01T10:00")
	service := []*directory.Service{tuesdays()}
	for b.Loop() {
		Count(Quarter(2030, 2), service, logs, now)
	}
}
