package main

import (
	"bytes"
	"errors"
	"log/slog"
	"strings"
	"testing"
)

// Only attributes of the list get into the log, in whatever way they come.
func TestLogKeepsOthersOut(t *testing.T) {
	const typed = "I can't sleep"
	for _, form := range []string{"text", "json"} {
		var b bytes.Buffer
		log := newLog(&b, form)
		log.Info("one", "text", typed, "door", "web")
		log.With("name", typed, "tries", 3).Warn("two")
		log.WithGroup("in").Error("three", "said", typed, slog.Group("error", "said", typed, "count", 7))
		log.Error("four", "type", struct{ Text string }{typed}, "err", typed, "error", errors.New("the disk is full"))
		log.Error("five", slog.Group("all", "text", typed))
		out := b.String()
		if strings.Contains(out, "sleep") {
			t.Errorf("%s: what was typed is in the log:\n%s", form, out)
		}
		for _, want := range []string{"one", "web", "two", "3", "three", "7", "four", "the disk is full", "five"} {
			if !strings.Contains(out, want) {
				t.Errorf("%s: %q is not in the log:\n%s", form, want, out)
			}
		}
	}
}
