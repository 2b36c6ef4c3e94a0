package sqlite

import (
	"errors"
	"fmt"
	"io"
	"os"
	"sync"
)

// magic is what every database of SQLite begins with (sqlite.org/fileformat2.html).
const magic = "SQLite format 3\x00"

// begun looks how files begin, before SQLite opens them. SQLite would notice too
// that a file is none of its own, but not when a log lies beside it that has the
// first page: it would then write the log into whatever the file is now.
var begun = beginnings{now: map[string]int{}, eyes: map[string]*os.File{}}

// beginnings knows which files this process has open. Those must not be looked at:
// closing any descriptor of a file gives up the locks that SQLite holds on it
// (sqlite.org/howtocorrupt.html, 2.2).
type beginnings struct {
	mu   sync.Mutex
	now  map[string]int
	eyes map[string]*os.File // to look with, until nobody here has the file open
}

func (b *beginnings) open(path string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.now[path]++
}

func (b *beginnings) close(path string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.now[path]--; b.now[path] <= 0 {
		delete(b.now, path)
		if eye := b.eyes[path]; eye != nil {
			_ = eye.Close()
			delete(b.eyes, path)
		}
	}
}

// eye gives what one can look with at a file that is open here; nil when that can't
// be had.
func (b *beginnings) eye(path string) *os.File {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.eyes[path] == nil {
		if f, err := os.Open(path); err == nil {
			b.eyes[path] = f
		}
	}
	return b.eyes[path]
}

// look refuses a file that does not begin like a database. An empty file is
// everybody's.
func (b *beginnings) look(path string) error {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.now[path] > 0 {
		return nil
	}
	f, err := os.Open(path)
	if err != nil {
		return nil // SQLite says why
	}
	defer f.Close()
	start := make([]byte, len(magic))
	n, err := io.ReadFull(f, start)
	switch {
	case err == nil && string(start) == magic, n == 0 && errors.Is(err, io.EOF):
		return nil
	case err != nil && !errors.Is(err, io.ErrUnexpectedEOF):
		return nil // a folder, or a disk that fails: SQLite says so
	}
	return fmt.Errorf("%s: %w: choose another path, or restore a backup", path, ErrNotDatabase)
}
