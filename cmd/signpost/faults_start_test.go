package main

import (
	"bytes"
	"errors"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"signpost/locales"
)

// spoil does something to a file of the data. It never lengthens it.
var spoil = map[string]func(t *testing.T, path string){
	"overwritten with junk": func(t *testing.T, path string) {
		rewrite(t, path, func(b []byte) []byte { return bytes.Repeat([]byte("no database "), len(b)/12) })
	},
	"cut in half": func(t *testing.T, path string) {
		rewrite(t, path, func(b []byte) []byte { return b[:len(b)/2] })
	},
	"overwritten but for its begin": func(t *testing.T, path string) {
		rewrite(t, path, func(b []byte) []byte {
			return append(b[:100:100], bytes.Repeat([]byte{0xA5}, len(b)-100)...)
		})
	},
}

func rewrite(t *testing.T, path string, how func([]byte) []byte) {
	t.Helper()
	b, err := os.ReadFile(path)
	if err == nil {
		err = os.WriteFile(path, how(b), 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// Each of the two files is broken in each way before the program starts. It starts
// and says so, whoever is in danger gets the card, everybody else an honest sentence
// with the numbers, and the file stays as it is for whoever can mend it.
func TestStartsOverABrokenFile(t *testing.T) {
	words, err := locales.Load()
	if err != nil {
		t.Fatal(err)
	}
	sorry, _, _ := strings.Cut(words.Plain("en", locales.TalkBroken()), "\n")
	for _, name := range []string{"bot.db", "directory.db"} {
		for how, harm := range spoil {
			t.Run(name+" "+how, func(t *testing.T) {
				dir, api := t.TempDir(), newBotAPI(t)
				s := start(t, dir, api.URL, goodToken)
				api.says("/start")
				api.newest("language")
				if code := s.stop(); code != done {
					t.Fatalf("the program ends with %d:\n%s", code, s.said)
				}
				path := filepath.Join(dir, "data", name)
				harm(t, path)
				before, err1 := os.ReadFile(path)

				s = start(t, dir, api.URL, goodToken, "--health", "localhost:0")
				api.says("I want to die")
				api.newest("116 123")
				api.says("near zzbuxton please")
				api.newest(sorry)
				api.taps("Urgent help")
				api.newest("116 123")
				if code, lacks := s.doctor(t)("/readyz"); code != http.StatusServiceUnavailable || !strings.Contains(lacks, "the data can't be used") {
					t.Errorf("it is said to be ready: %d %s", code, lacks)
				}
				if code, figures := s.doctor(t)("/metrics"); code != http.StatusOK || !strings.Contains(figures, `outcome="broken"} 1`) {
					t.Errorf("%d, the figures are\n%s", code, figures)
				}
				if code := s.stop(); code != done {
					t.Errorf("the program ends with %d", code)
				}
				if said := s.said.String(); !strings.Contains(said, "only urgent help") || !strings.Contains(said, name) || strings.Contains(said, "zzbuxton") {
					t.Errorf("it says:\n%s", said)
				}
				after, err2 := os.ReadFile(path)
				if err := errors.Join(err1, err2); err != nil || !bytes.Equal(before, after) {
					t.Errorf("the broken file was changed: %v", err)
				}
			})
		}
	}
}
