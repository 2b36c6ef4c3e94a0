package main

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"signpost/bot/counts"
	"signpost/bot/store"
	"signpost/directory"
	"signpost/directory/sqlite"
)

// counted puts a tally into a bot.db as no flow would.
func counted(ts *testscript.TestScript, _ bool, args []string) {
	columns, values := []string{"month", "n", "kind"}, []any{203006, 1, args[1]}
	given := map[string]string{}
	for _, arg := range args[2:] {
		field, value, _ := strings.Cut(arg, "=")
		given[field] = value
	}
	for _, f := range []string{"need", "district", "language", "community", "way", "time", "outcome", "door", "poster"} {
		columns, values = append(columns, f), append(values, given[f])
	}
	ctx := context.Background()
	db, err := sqlite.Open(ctx, ts.MkAbs(args[0]), store.Set, sqlite.Options{Existing: true})
	ts.Check(err)
	_, err = db.Write.ExecContext(ctx, "INSERT INTO tally ("+strings.Join(columns, ", ")+") VALUES (?"+strings.Repeat(", ?", len(columns)-1)+")", values...)
	ts.Check(errors.Join(err, db.Close()))
}

// What the conversations count in their transcripts is on the closed lists, with
// the districts of the invented town.
func TestTranscriptsCountFromClosedLists(t *testing.T) {
	dir, err := shipped(t.Context(), town, time.Now())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = dir.closing() })
	places, err := dir.Places(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob("../../bot/flows/transcripts/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	known, seen := closedLists(places), map[counts.Kind]bool{}
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(raw)) {
			what, ok := strings.CutPrefix(strings.TrimSpace(line), "counted ")
			if !ok {
				continue
			}
			e := entry(t, strings.Fields(what))
			seen[e.Kind] = true
			if stray := e.Stray(known); len(stray) > 0 {
				t.Errorf("%s: %q holds what is on no closed list: %v", filepath.Base(file), what, stray)
			}
		}
	}
	for _, k := range counts.Kinds() {
		// What first aiders add to the county's count is no part of a turn's counts.
		if !seen[k] && k != counts.AtSession {
			t.Errorf("no transcript counts %s", k)
		}
	}
}

// entry reads a line of a transcript: a kind, and field=value.
func entry(t *testing.T, words []string) counts.Entry {
	t.Helper()
	e := counts.Entry{Kind: counts.Kind(words[0])}
	v := reflect.ValueOf(&e).Elem()
	for _, w := range words[1:] {
		name, value, _ := strings.Cut(w, "=")
		field := v.FieldByNameFunc(func(s string) bool { return strings.EqualFold(s, name) })
		if !field.IsValid() {
			t.Fatalf("an entry has no field %q", name)
		}
		field.SetString(value)
	}
	return e
}

// A value that somebody could have typed is on no closed list, in any field.
func TestNobodysWordsAreOnAClosedList(t *testing.T) {
	known := closedLists(directory.NewGazetteer(nil, nil, nil))
	for _, k := range counts.Kinds() {
		for _, f := range k.Fields() {
			for _, v := range []string{"", "my sister", "07700 900123", "Ama O", "ama@example.org", "Harrowbeck High Street"} {
				if known(k, f, v) {
					t.Errorf("%s, %s: %q is on the list", k, f, v)
				}
			}
		}
	}
}
