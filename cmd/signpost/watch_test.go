package main

import (
	"errors"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"signpost/bot/duty"
	"signpost/bot/keep"
	"signpost/bot/people"
	"signpost/bot/store"
	"signpost/bot/talk"
)

// A coordinator is told that the program did not run, once, when it runs again.
func TestCoordinatorsHearOfAStop(t *testing.T) {
	dir, api := t.TempDir(), newBotAPI(t)
	data := folder(filepath.Join(dir, "data"))
	if err := data.make(); err != nil {
		t.Fatal(err)
	}
	kept, err := data.openStore(t.Context(), filepath.Join(dir, "keys"), time.Now)
	if err != nil {
		t.Fatal(err)
	}
	code, err := invited(t.Context(), kept, people.Hat{Role: people.Coordinator}, "Sam")
	if err != nil {
		t.Fatal(err)
	}
	_, err = kept.Save(t.Context(), store.Turn{Door: "telegram", Chat: "7", At: time.Now(), Do: []talk.Effect{
		people.Bind{Code: code, Person: "p-sam", Digits: "1234", Language: "en"}, people.RememberLanguage{Language: "en"},
	}})
	if err != nil {
		t.Fatal(err)
	}
	looked := duty.WatchJob(time.Now().Add(-3 * time.Hour))
	if err := errors.Join(keep.Keep{Store: kept}.AddJobs(t.Context(), looked), kept.Close()); err != nil {
		t.Fatal(err)
	}
	s := start(t, dir, api.URL, goodToken)
	api.newest("switched off for a while")
	if code := s.stop(); code != done {
		t.Fatalf("it ends with %d:\n%s", code, s.said)
	}
	s = start(t, dir, api.URL, goodToken)
	api.says("/start")
	api.newest("machine")
	s.stop()
	if n := strings.Count(api.transcript(), "switched off"); n != 1 {
		t.Errorf("it was told %d times:\n%s", n, api.transcript())
	}
}
