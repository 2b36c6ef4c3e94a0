package flows_test

import (
	"os"
	"slices"
	"strings"
	"testing"
	"testing/synctest"

	"github.com/google/go-cmp/cmp"

	"signpost/bot/terminal"
)

// killed ends the program as a power cut does: nothing is written or closed, and it
// is started again over the files as they are at this moment.
func (s *story) killed() {
	s.t.Helper()
	synctest.Wait()
	folder := s.t.TempDir()
	if err := os.CopyFS(folder, os.DirFS(s.folder)); err != nil {
		s.t.Fatal(err)
	}
	if err := os.Chmod(folder+"/keys", 0o600); err != nil {
		s.t.Fatal(err)
	}
	s.stop() // of the files that nobody looks at any more
	s.folder = folder
	s.open()
}

// tellKilled plays a story in which the program is killed after so many of its lines.
func tellKilled(t *testing.T, tr terminal.Transcript, after int) terminal.Transcript {
	t.Helper()
	s := newStory(t, tr.Given, "")
	defer func() { s.stop() }()
	out, n := tr, 0
	out.Talk, out.Kept = nil, nil
	for _, l := range tr.Talk {
		if l.Bot() {
			continue
		}
		if n == after {
			s.killed()
		}
		n++
		out.Talk = append(out.Talk, l)
		if l.Later != "" {
			s.passes(l.Passes())
			out.Talk = append(out.Talk, s.heard("")...)
			continue
		}
		at, _ := s.find(l.Who, l.Pressed)
		out.Talk = append(out.Talk, s.does(l, at)...)
	}
	return out
}

// Wherever the program is killed between the first tap and the confirmation, nothing
// that was shown as kept is lost: who goes on, goes on as if nothing had happened.
func TestAKilledProgramLosesNothing(t *testing.T) {
	if _, err := newHouse(); err != nil {
		t.Fatal(err)
	}
	want := read(t, "stories/log_like_last_week.txtar")
	want.Talk, want.Kept = want.Talk[:firstSaved(t, want)], nil
	for after, lines := 1, saidIn(want); after < lines; after++ {
		var told terminal.Transcript
		synctest.Test(t, func(t *testing.T) { told = tellKilled(t, want, after) })
		if diff := cmp.Diff(want.Text("now"), told.Text("now")); diff != "" {
			t.Errorf("killed after %d lines it went otherwise:\n%s", after, diff)
		}
	}
}

// firstSaved is where the first log of a story is saved.
func firstSaved(t *testing.T, tr terminal.Transcript) int {
	t.Helper()
	i := slices.IndexFunc(tr.Talk, func(l terminal.Line) bool { return strings.HasPrefix(l.Shown, "It is saved.") })
	if i < 0 {
		t.Fatal("nothing is saved in this story")
	}
	return i + 1
}

// saidIn is how many lines of a story are of people, or let time pass.
func saidIn(tr terminal.Transcript) int {
	n := 0
	for _, l := range tr.Talk {
		if !l.Bot() {
			n++
		}
	}
	return n
}
