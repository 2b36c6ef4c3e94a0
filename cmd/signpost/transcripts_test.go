package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"signpost/bot/terminal"
)

// onlyElsewhere are transcripts with a button that a terminal does not have.
var onlyElsewhere = map[string]string{
	"card.txtar": "there is no link to pass on that would open a terminal",
}

// Every dialogue that must hold goes through the whole house too, with a real
// file below it, and nothing that was typed gets into the log.
func TestTranscriptsThroughTheHouse(t *testing.T) {
	files, err := filepath.Glob("../../bot/flows/transcripts/*.txtar")
	if err != nil || len(files) < 10 {
		t.Fatalf("%d transcripts were found, %v", len(files), err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			if why := onlyElsewhere[filepath.Base(file)]; why != "" {
				t.Skip(why)
			}
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			script, err := terminal.Parse(data)
			if err != nil {
				t.Fatal(err)
			}
			for key := range script.Given {
				if strings.HasPrefix(key, "heard ") {
					t.Skip("it says what is heard; the house listens for itself")
				}
			}
			t.Setenv("TMPDIR", t.TempDir())
			var shown, logged bytes.Buffer
			none := func(string) string { return "" }
			if code := run(t.Context(), []string{"chat", "--town", "--play", file}, none, strings.NewReader(""), &shown, &logged); code != done {
				t.Fatalf("it exits with %d:\n%s", code, &logged)
			}
			if !strings.Contains(shown.String(), "\n< ") {
				t.Errorf("the bot said nothing:\n%s", &shown)
			}
			for _, l := range script.Talk {
				if l.Said != "" && !strings.HasPrefix(l.Said, "/") && strings.Contains(logged.String(), l.Said) {
					t.Errorf("what was typed is in the log: %q", l.Said)
				}
			}
			if left, err := os.ReadDir(os.Getenv("TMPDIR")); err != nil || len(left) > 0 {
				t.Errorf("the chat leaves %v behind, %v", left, err)
			}
		})
	}
}
