package main

import (
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"
)

func init() { programs["unprivileged"] = without }

// without runs the rest of the command line as a program for which permissions of
// files are no suggestion: one of root's, too, may not write where its owner may not.
func without() {
	const bounding, mayOverride = 24, 1 // PR_CAPBSET_DROP, CAP_DAC_OVERRIDE
	runtime.LockOSThread()
	if os.Geteuid() == 0 {
		if _, _, failed := syscall.RawSyscall(syscall.SYS_PRCTL, bounding, mayOverride, 0); failed != 0 {
			os.Exit(cannot)
		}
	}
	path, err := exec.LookPath(os.Args[1])
	if err == nil {
		err = syscall.Exec(path, os.Args[1:], os.Environ())
	}
	panic(err)
}

// cannot is the exit code of without where even root may not give a right away.
const cannot = 77

// mode gives a folder and all in it other permissions.
func mode(t *testing.T, dir string, folders, files fs.FileMode) {
	t.Helper()
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			return os.Chmod(path, folders)
		}
		return os.Chmod(path, files)
	})
	if err != nil {
		t.Fatal(err)
	}
}

// The data folder is read-only before the program starts: it starts and says so, and
// who is in danger is answered. When it can be written again, the next start finds
// everybody where they were.
func TestStartsOnAReadOnlyDisk(t *testing.T) {
	t.Parallel()
	dir, api, sorry := t.TempDir(), newCrowd(t), apology(t)
	if err := exec.Command("unprivileged", "true").Run(); err != nil {
		if how := new(exec.ExitError); errors.As(err, &how) && how.ExitCode() == cannot {
			t.Skip("this root may write everywhere and can't be kept from it")
		}
		t.Fatal(err)
	}
	people := newPopulace(t, api, 0)
	s := start(t, dir, api.URL, goodToken)
	people.begun.Add(1)
	lines := dialogues[0]
	people.talk(people.first, lines[:5])
	if code := s.stop(); code != done {
		t.Fatalf("it ends with %d:\n%s", code, s.said)
	}

	data := filepath.Join(dir, "data")
	mode(t, data, 0o500, 0o400)
	p := servingAs(t, []string{"unprivileged", program(t)}, dir, "data", api.URL)
	api.asks(7, "I want to die", "116 123")
	api.asks(8, "/start", sorry)
	p.end(t)
	mode(t, data, 0o700, 0o600)
	if said := p.said.String(); !strings.Contains(said, "only urgent help") {
		t.Errorf("it says:\n%s", said)
	}

	s = start(t, dir, api.URL, goodToken)
	people.talk(people.first, lines[5:])
	api.asks(8, "/start", "Which language")
	if code := s.stop(); code != done {
		t.Errorf("it ends with %d:\n%s", code, s.said)
	}
	if again := people.once(); again != (repeats{}) {
		t.Errorf("told again: %+v", again)
	}
	people.settled(dir)
}
