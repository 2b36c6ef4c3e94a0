package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
)

var (
	// errHeld: another process holds the lock.
	errHeld = errors.New("held by another process")
	// errLockless: nobody can hold one there.
	errLockless = errors.New("can't be written to")
)

// take locks the folder for one who serves from it: two would both carry out the
// same letters. The lock goes with the process, however it ends. Other commands
// work beside it and take none.
func (f folder) take() (release func() error, err error) {
	file, err := lockFile(f.lock())
	if errors.Is(err, errHeld) {
		who := "another process"
		if pid := holder(f.lock()); pid != "" {
			who = "process " + pid
		}
		return nil, fmt.Errorf("the data folder %s is being served already, by %s. End that one first, or choose another folder with --data", f, who)
	}
	if err != nil {
		return nil, fmt.Errorf("the data folder %s %w (%w). Make it writable for this user, or choose another with --data", f, errLockless, cause(err))
	}
	_ = file.Truncate(0) // who holds it is a courtesy; the lock is what counts
	_, _ = file.WriteAt([]byte(strconv.Itoa(os.Getpid())+"\n"), 0)
	return file.Close, nil
}

// holder is the process id in a lock file, "" when none can be read.
func holder(path string) string {
	file, err := os.Open(path)
	if err != nil {
		return ""
	}
	defer file.Close()
	b, err := io.ReadAll(io.LimitReader(file, 20))
	if err != nil {
		return ""
	}
	pid := strings.TrimSpace(string(b))
	if _, err := strconv.Atoi(pid); err != nil {
		return ""
	}
	return pid
}
