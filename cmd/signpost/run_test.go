package main

import (
	"bytes"
	"context"
	"io"
	"strings"
	"testing"
)

// Whoever breaks a command off that waits for input gets out, and is told.
func TestBrokenOffWhileReading(t *testing.T) {
	for _, args := range [][]string{{"find"}, {"import", "--source", "feed", "-"}} {
		ctx, cancel := context.WithCancel(t.Context())
		in, typing := io.Pipe() // nobody ever types
		defer typing.Close()
		var out, said bytes.Buffer
		args = append(args, "--data", t.TempDir())
		ended := make(chan int)
		go func() {
			ended <- run(ctx, args, func(string) string { return "" }, in, &out, &said)
		}()
		cancel()
		if code := <-ended; code != failed || !strings.Contains(said.String(), "broken off") {
			t.Errorf("signpost %v exits with %d and says %q", args, code, said.String())
		}
	}
}
