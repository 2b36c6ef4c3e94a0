package forgets

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

var day = time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)

func newBook(t *testing.T) *Book {
	t.Helper()
	b, err := Open(filepath.Join(t.TempDir(), "in", "keys.forgets"), false)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func note(t *testing.T, b *Book, at time.Time, text string) (mark string) {
	t.Helper()
	mark, err := b.Note(at, []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return mark
}

func wantSince(t *testing.T, b *Book, mark string, whole bool, want ...string) {
	t.Helper()
	notes, all, err := b.Since(mark)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, n := range notes {
		got = append(got, string(n.Sealed))
	}
	if diff := cmp.Diff(want, got); diff != "" || all != whole {
		t.Errorf("since %s: whole is %v, want %v; (-want +got):\n%s", mark, all, whole, diff)
	}
}

func TestNotesAfterAMark(t *testing.T) {
	b := newBook(t)
	start := b.Mark()
	first, last := note(t, b, day, "a"), note(t, b, day, "b")
	again, err := Open(b.path, true)
	if err != nil {
		t.Fatal(err)
	}
	for _, b := range []*Book{b, again} {
		wantSince(t, b, start, true, "a", "b")
		wantSince(t, b, first, true, "b")
		wantSince(t, b, last, true)
		wantSince(t, b, "", false, "a", "b")
		wantSince(t, b, newBook(t).Mark(), false, "a", "b")
	}
	if got := again.Mark(); got != last {
		t.Errorf("the end is %s, want %s", got, last)
	}
	if info, err := os.Stat(b.path); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("%v %v, want a file that others can't read", info.Mode(), err)
	}
	left, err := os.ReadDir(filepath.Dir(b.path))
	if err != nil || len(left) != 1 {
		t.Errorf("beside the book lie %v, %v", left, err)
	}
}

func TestOldNotesGoAndAreKnownToBeMissing(t *testing.T) {
	b := newBook(t)
	start := b.Mark()
	old := note(t, b, day, "old")
	note(t, b, day.Add(24*time.Hour), "young")
	if err := b.Prune(day.Add(Life)); err != nil {
		t.Fatal(err)
	}
	wantSince(t, b, start, true, "old", "young")
	if err := b.Prune(day.Add(Life + 24*time.Hour)); err != nil {
		t.Fatal(err)
	}
	wantSince(t, b, start, false, "young")
	wantSince(t, b, old, true, "young")
	if err := b.Prune(day.Add(2 * Life)); err != nil {
		t.Fatal(err)
	}
	end := b.Mark()
	next := note(t, b, day.Add(2*Life), "next")
	if next == end || next == old {
		t.Error("a number was given twice")
	}
	wantSince(t, b, end, true, "next")
}

// A power cut in the middle of a note: nothing was removed for it.
func TestANoteThatIsNotComplete(t *testing.T) {
	b := newBook(t)
	first := note(t, b, day, "a")
	text, err := os.ReadFile(b.path)
	if err != nil {
		t.Fatal(err)
	}
	for _, end := range []string{"2", "2 2026-11-22 ", "2 2026-11-22 AAAA"} {
		if err := os.WriteFile(b.path, []byte(string(text)+end), 0o600); err != nil {
			t.Fatal(err)
		}
		again, err := Open(b.path, true)
		if err != nil {
			t.Fatal(err)
		}
		wantSince(t, again, first, true)
		note(t, again, day, "b")
		wantSince(t, again, first, true, "b")
		note(t, again, day, "c")
		wantSince(t, again, first, true, "b", "c")
	}
}

func TestABookThatCannotBeRead(t *testing.T) {
	if _, err := Open(filepath.Join(t.TempDir(), "none"), true); !errors.Is(err, ErrMissing) {
		t.Errorf("%v, want ErrMissing", err)
	}
	b := newBook(t)
	note(t, b, day, "a")
	good, err := os.ReadFile(b.path)
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{
		"empty":             "",
		"something else":    "# signpost keys 1\n",
		"a note lost":       strings.Replace(string(good), "1 2026", "x 2026", 1),
		"a day that is not": strings.Replace(string(good), "2026-11-22", "2026-11-99", 1),
		"numbers again":     string(good) + "1 2026-11-22 AAAA\n",
		"no box":            string(good) + "2 2026-11-22 ?\n",
	} {
		if err := os.WriteFile(b.path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := Open(b.path, false); !errors.Is(err, ErrBroken) {
			t.Errorf("%s: %v, want ErrBroken", name, err)
		}
	}
}
