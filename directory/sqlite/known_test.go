package sqlite_test

import (
	"fmt"
	"sync"
	"testing"

	"signpost/directory/sqlite"
)

// TestKnownFollowsTheFile: a service that was read is known until the listings
// change, whoever changes them; and whoever gets one may do with it as they like.
func TestKnownFollowsTheFile(t *testing.T) {
	folder := t.TempDir()
	d := openDirectory(t, folder)
	src := sqlite.Source{Name: "millbrook"}
	bring(t, d, 2, src, listing(20, "Chess", "Quiet"))
	first := get(t, d, 20)
	was := first.Name
	first.Name = "mine"
	if again := get(t, d, 20); again.Name != was {
		t.Errorf("after somebody changed their own it is %q", again.Name)
	}
	other := openDirectory(t, folder) // another program
	changed := listing(20, "Chess", "Quiet")
	changed.Name = "Chess, anew"
	bring(t, other, 3, src, changed)
	if now := get(t, d, 20); now.Name != changed.Name {
		t.Errorf("after another program changed it, it is %q", now.Name)
	}
}

// TestKnownTogether: questions while listings change are answered with what was
// there before or after, under the race detector.
func TestKnownTogether(t *testing.T) {
	d := openDirectory(t, t.TempDir())
	src := sqlite.Source{Name: "millbrook"}
	bring(t, d, 2, src, listing(20, "Chess", "Quiet"), listing(21, "Draughts", "Quiet"))
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for range 50 {
				s, err := d.Service(t.Context(), id(20))
				if err != nil || s.ID != id(20) {
					t.Errorf("%v, %v", s, err)
					return
				}
				s.Name += "!"
			}
		})
	}
	for i := range 5 {
		changed := listing(20, "Chess", "Quiet")
		changed.Name = fmt.Sprint("Chess, ", i)
		bring(t, d, 3+i, src, changed)
	}
	wg.Wait()
	if s := get(t, d, 20); s.Name != "Chess, 4" {
		t.Errorf("in the end it is %q", s.Name)
	}
}
