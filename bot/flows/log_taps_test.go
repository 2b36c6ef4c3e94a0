package flows_test

import (
	"path/filepath"
	"strings"
	"testing"
	"testing/synctest"

	"github.com/google/go-cmp/cmp"

	"signpost/bot/terminal"
)

// Volunteers keep the log only if it costs nothing: from the command to saved it
// takes five taps when a session was like the one before, and twelve for all that can
// be said of a new one. The stories count.
func TestALogTakesFewTaps(t *testing.T) {
	files, err := filepath.Glob("stories/log_*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no stories of the log: %v", err)
	}
	const saved, like, most = "It is saved.", 5, 12
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".txtar")
		taps := map[string]int{} // since /log, by person
		var all []int
		for _, l := range read(t, file).Talk {
			switch {
			case l.Later != "":
				clear(taps)
			case l.Bot() && strings.HasPrefix(l.Shown, saved) && taps[l.Who] > 0:
				all = append(all, taps[l.Who])
				taps[l.Who] = 0
			case l.Bot():
			case l.Said == "/log":
				taps[l.Who] = 1
			case taps[l.Who] > 0:
				taps[l.Who]++
			}
		}
		for _, n := range all {
			if n > most {
				t.Errorf("%s: a log takes %d taps, more than %d", name, n, most)
			}
		}
		if name == "log_like_last_week" {
			if diff := cmp.Diff([]int{most, like, like + 1}, all); diff != "" {
				t.Errorf("%s: taps (- promised, + needed):\n%s", name, diff)
			}
		}
	}
}

// What was shown as kept is there after the program has ended and was started again
// each day.
func TestDraftsOutliveTheProgram(t *testing.T) {
	if _, err := newHouse(); err != nil {
		t.Fatal(err)
	}
	want := read(t, "stories/log_draft.txtar")
	var told terminal.Transcript
	synctest.Test(t, func(t *testing.T) { told, _ = tell(t, want, "", nil, true) })
	if diff := cmp.Diff(want.Text("now"), told.Text("now")); diff != "" {
		t.Errorf("it went otherwise, - as without restarts:\n%s", diff)
	}
}
