package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"
)

// suite is the tests of this room, with a folder that all of them share.
type suite struct {
	*testing.M
	dir string
}

// Run runs the tests and clears up behind them.
func (s suite) Run() int {
	defer os.RemoveAll(s.dir)
	return s.M.Run()
}

// builtIn is the folder in which a program for the tests is built, in the process
// that runs them.
var builtIn string

// built is the program as it is released, built once and when it is asked for first:
// without the race detector, under which each start takes some seconds, and without
// what tests bring along.
var built = sync.OnceValues(func() (string, error) {
	path := filepath.Join(builtIn, "signpost")
	c := exec.Command("go", "build", "-trimpath", "-ldflags", "-s -w", "-o", path, ".") // as .ci/run builds it, so that little is compiled twice
	c.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := c.CombinedOutput(); err != nil {
		return "", fmt.Errorf("building signpost: %w\n%s", err, out)
	}
	return path, nil
})

// program is the path of the program as it is released. It is for what only starts,
// or is killed; what is looked at while much happens in it is the program of the
// tests ("signpost"), in which the race detector looks too.
func program(t *testing.T) string {
	t.Helper()
	path, err := built()
	if err != nil {
		t.Fatal(err)
	}
	return path
}

// noSleep is a variable without which a program of the tests waits for a second before
// it ends, under the race detector.
const noSleep = "GORACE=atexit_sleep_ms=0"
