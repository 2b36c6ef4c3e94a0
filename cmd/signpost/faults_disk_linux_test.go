package main

import (
	"os"
	"path/filepath"
	"sync"
	"syscall"
	"testing"
	"unsafe"

	"signpost/bot/counts"
)

// The disk fails while people talk, and is well again later. A limit on the size of
// files stands for it, which the kernel keeps for whoever runs the program: what
// would be written beyond it fails with EFBIG. SQLite takes that for what it takes
// a disk for that was made read-only under its feet (SQLITE_IOERR_WRITE), and the
// commit ends half-way as on a full one.
func TestTheDiskFailsWhileItServes(t *testing.T) {
	t.Parallel()
	var all sync.WaitGroup
	for name, room := range map[string]int64{
		"full":      16 << 10, // what is there can be overwritten, and a little more
		"read-only": -1,
	} {
		all.Go(func() { t.Run(name, func(t *testing.T) { diskFails(t, room) }) })
	}
	all.Wait()
}

// diskFails has the files grow by so many bytes at most, or not be written at all.
func diskFails(t *testing.T, room int64) {
	dir, api := t.TempDir(), newCrowd(t)
	api.sorry = apology(t)
	p := servingAs(t, []string{program(t)}, dir, "data", api.URL, "--health", "localhost:0")
	const early, newcomer, danger = 7, 8, 9
	api.asks(early, "/start", "Which language")
	served{said: p.said}.idle(t) // what a start removes empties the log, which makes room
	limit := uint64(0)
	if room >= 0 {
		log, err := os.Stat(filepath.Join(dir, "data", "bot.db-wal"))
		if err != nil {
			t.Fatal(err)
		}
		limit = uint64(log.Size() + room)
	}
	filesUpTo(t, p, limit)
	people := newPopulace(t, api, 6)
	for chat := people.first; chat < people.first+6; chat++ {
		api.wait(func() bool { return api.count(chat, api.sorry) > 0 || t.Failed() })
	}
	api.asks(danger, "I want to die", "116 123")
	api.says(newcomer, "/start") // what is small may still find room
	api.wait(func() bool { return api.count(newcomer, api.sorry)+api.count(newcomer, "Which language") > 0 })
	filesUpTo(t, p, unlimited)
	api.hears(newcomer, "Which language", 0)
	people.goHome()
	p.end(t)
	if t.Failed() {
		t.Logf("it says:\n%s", p.said)
		return
	}
	if again := people.once(); again != (repeats{}) {
		t.Errorf("told again: %+v", again)
	}
	people.settled(dir)
	// The cards of those in danger could not be counted while nothing could be written.
	all := int(people.begun.Load())
	for kind, want := range map[counts.Kind][2]int{
		counts.Opened: {all + 2, all + 2}, counts.Asked: {all, all}, counts.Found: {all, all}, counts.UrgentShown: {0, all + 1},
	} {
		if got := tallied(t, dir, kind); got < want[0] || got > want[1] {
			t.Errorf("%s was counted %d times in %d dialogues", kind, got, all)
		}
	}
}

// unlimited is no limit to the size of a file.
const unlimited = ^uint64(0)

// filesUpTo lets a program write files up to a size, from now on.
func filesUpTo(t *testing.T, p *process, size uint64) {
	t.Helper()
	limit := syscall.Rlimit{Cur: size, Max: unlimited}
	_, _, failed := syscall.RawSyscall6(syscall.SYS_PRLIMIT64, uintptr(p.Process.Pid), syscall.RLIMIT_FSIZE, uintptr(unsafe.Pointer(&limit)), 0, 0, 0)
	if failed != 0 {
		t.Fatalf("limiting the size of files: %v", failed)
	}
}
