package store_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"signpost/bot/people"
	"signpost/bot/sessionlog"
	"signpost/bot/store"
	"signpost/bot/talk"
)

// Who has the files learns no remark and no sender; when somebody is forgotten not
// even their random id is left.
func TestFilesSayNothingOfSessions(t *testing.T) {
	s, c, path := group(t)
	person := "p-CANARY-PERSON"
	wear(t, s, "canary", person, aider)
	log := full("l1", 3)
	save(t, s, turn("canary", sessionlog.Save{Log: log}, sessionlog.KeepDraft{Log: draft(5, "more chairs")},
		people.Certify{Certificate: people.Certificate{Person: person, Month: 203104}},
		talk.Due{Key: "CANARY-KEY", Kind: "check_in", At: noon.Add(time.Hour), Body: []byte("CANARY-BODY")}))
	log.Version, log.Remark = 1, "the kettle is broken"
	save(t, s, turn("canary", sessionlog.Save{Log: log}))
	look := func(when string, canaries ...string) {
		t.Helper()
		for _, canary := range canaries {
			wantNowhere(t, path, when+": "+canary, []byte(canary))
		}
	}
	if !found(t, path, []byte("sleep money")) || !found(t, path, []byte(person)) {
		t.Fatal("not even what is in clear is in the files")
	}
	secret := []string{"heater is broken", "the kettle is broken", "more chairs", "CANARY-KEY", "CANARY-BODY", "203104"}
	look("open", secret...)
	save(t, s, turn("canary", people.Forget{}))
	if err := s.Purge(t.Context(), c.at); err != nil {
		t.Fatal(err)
	}
	look("after /forget", append(secret, person)...)
	if l, ok := logOf(t, s, "l1"); !ok || l.Remark != "the kettle is broken" {
		t.Errorf("the log went with its author: %+v", l)
	}

	sender := "p-CANARY-SENDER"
	wear(t, s, "sender", sender, aider)
	before := occurrences(t, path, sender)
	save(t, s, turn("sender", sessionlog.Worry{Word: sessionlog.Word{ID: "w", To: sessionlog.ToOutside}}))
	if err := s.Purge(t.Context(), c.at); err != nil { // the log holds pages twice
		t.Fatal(err)
	}
	if after := occurrences(t, path, sender); after > before {
		t.Errorf("the sender of a word is in the files %d times, before they sent it %d", after, before)
	}
	s.Close()
	look("closed", secret...)
}

// occurrences is how often something is in the files.
func occurrences(t testing.TB, path, what string) (n int) {
	for _, b := range files(t, path) {
		n += strings.Count(string(b), what)
	}
	return n
}

// What Save returned for is on the disk: nothing of it waits in the process.
func TestWhatWasSavedIsOnTheDisk(t *testing.T) {
	s, c, path := group(t)
	for i := range 20 {
		l := full(fmt.Sprint("l", i), i+1)
		save(t, s, turn("amina", sessionlog.KeepDraft{Log: l}))
		wantAfterKill(t, path, c, func(t *testing.T, dead *store.Store) {
			if _, ok, err := dead.Draft(t.Context(), "p-amina", l.Occurrence); !ok || err != nil {
				t.Errorf("draft %d is lost, %v", i, err)
			}
		})
		save(t, s, turn("amina", sessionlog.Save{Log: l}))
		wantAfterKill(t, path, c, func(t *testing.T, dead *store.Store) {
			if _, ok := logOf(t, dead, l.ID); !ok {
				t.Errorf("log %d is lost", i)
			}
			if got := drafts(t, dead, "p-amina"); got != "<nil>" {
				t.Errorf("beside log %d there is the draft %s", i, got)
			}
			wantStale(t, dead, "the same log again", turn("amina", sessionlog.Save{Log: full("again", i+1)}))
		})
	}
}

// wantAfterKill opens what lies on the disk now, as a process does that is started
// after another was killed.
func wantAfterKill(t *testing.T, path string, c *clock, look func(*testing.T, *store.Store)) {
	t.Helper()
	folder := t.TempDir()
	for name, b := range files(t, path) {
		if strings.HasSuffix(name, "-shm") {
			continue // only in memory
		}
		if err := os.WriteFile(filepath.Join(folder, name), b, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	dead := open(t, filepath.Join(folder, filepath.Base(path)), c)
	defer dead.Close()
	look(t, dead)
}
