// Package forgets is the book of what was forgotten: a file outside the data folder
// and outside all backups, so that a backup that is put back brings back nobody who
// asked to be forgotten after it was made.
//
// Each note is a line: its number, the day, and a sealed box in which nothing can be
// read without the key file. A note is on the disk before what it speaks of is
// removed. The data remember the number of the last note that was carried out in
// them, so a copy of the data, however old, knows which notes it has not had yet.
//
// What the boxes hold is not known here.
package forgets

import (
	"bytes"
	"crypto/rand"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"time"
)

// Life is how long a note is kept: a day longer than 14 nightly backups.
const Life = 15 * 24 * time.Hour

var (
	// ErrBroken means that the file is there but is not such a book, or lines of it
	// can't be read.
	ErrBroken = errors.New("the book of forgets is broken")
	// ErrMissing means that there is no book.
	ErrMissing = errors.New("there is no book of forgets")
)

// Note is one note. Mark names the place after it in the book.
type Note struct {
	Mark   string
	Sealed []byte
}

// Book is the open file. Its methods may be called by many goroutines; one process
// at a time may write.
type Book struct {
	path string

	mu     sync.Mutex
	id     string
	last   int64  // number of the newest note
	oldest string // the day of the oldest note; "" when there is none
	size   int64  // of the file, up to its last complete line
}

const (
	head    = "signpost-forgets"
	form    = "1"
	longest = 1 << 20 // bytes of a line, at most
)

// Open opens the book, and makes it if need be, readable by its owner only. With
// existing it fails with ErrMissing instead. A book whose lines can't all be read is
// ErrBroken.
func Open(path string, existing bool) (*Book, error) {
	b := &Book{path: path}
	_, err := b.read()
	if errors.Is(err, fs.ErrNotExist) {
		if existing {
			return nil, fmt.Errorf("%w: %s", ErrMissing, path)
		}
		if err := b.create(); err != nil {
			return nil, err
		}
		_, err = b.read()
	}
	if err != nil {
		return nil, err
	}
	return b, nil
}

// create makes an empty book with an id of its own.
func (b *Book) create() error {
	if err := os.MkdirAll(filepath.Dir(b.path), 0o700); err != nil {
		return fmt.Errorf("making the folder of the book of forgets: %w", err)
	}
	var id [8]byte
	rand.Read(id[:]) // never fails
	return b.write(content{id: hex.EncodeToString(id[:])}, os.Link)
}

// read reads the file. An end without a line break is of a note that never was
// complete, so nothing was removed for it: it does not count.
func (b *Book) read() (content, error) {
	text, err := os.ReadFile(b.path)
	if err != nil {
		return content{}, fmt.Errorf("reading the book of forgets: %w", err)
	}
	text = text[:bytes.LastIndexByte(text, '\n')+1]
	c, ok := parse(text)
	if !ok {
		return content{}, fmt.Errorf("%w: %s", ErrBroken, b.path)
	}
	b.id, b.last, b.size, b.oldest = c.id, c.last(), int64(len(text)), ""
	if len(c.lines) > 0 {
		b.oldest = c.lines[0].day
	}
	return c, nil
}

// Note writes a note down. It is on the disk when Flush has returned.
func (b *Book) Note(now time.Time, sealed []byte) (mark string, err error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	file, err := os.OpenFile(b.path, os.O_RDWR|os.O_APPEND, 0o600)
	if err != nil {
		return "", fmt.Errorf("opening the book of forgets: %w", err)
	}
	defer file.Close()
	if err := b.catchUp(file); err != nil {
		return "", err
	}
	day := now.UTC().Format(time.DateOnly)
	text := fmt.Sprintf("%d %s %s\n", b.last+1, day, base64.StdEncoding.EncodeToString(sealed))
	if _, err := file.WriteString(text); err != nil {
		return "", fmt.Errorf("writing into the book of forgets: %w", err)
	}
	if b.oldest == "" {
		b.oldest = day
	}
	b.last++
	b.size += int64(len(text))
	return b.mark(b.last), nil
}

// Flush brings all notes to the disk.
func (b *Book) Flush() error {
	file, err := os.OpenFile(b.path, os.O_RDWR, 0)
	if err != nil {
		return fmt.Errorf("opening the book of forgets: %w", err)
	}
	defer file.Close()
	if err := file.Sync(); err != nil {
		return fmt.Errorf("writing into the book of forgets: %w", err)
	}
	return nil
}

// catchUp reads a file anew that is not as it was left, and takes off an end that
// is not complete.
func (b *Book) catchUp(file *os.File) error {
	info, err := file.Stat()
	if err != nil {
		return fmt.Errorf("looking at the book of forgets: %w", err)
	}
	if info.Size() == b.size {
		return nil
	}
	if _, err := b.read(); err != nil {
		return err
	}
	if err := file.Truncate(b.size); err != nil {
		return fmt.Errorf("mending the book of forgets: %w", err)
	}
	return nil
}

func (b *Book) mark(n int64) string { return b.id + "." + strconv.FormatInt(n, 10) }

// Since are the notes after a mark, in their order. whole is false when there may
// have been others: the mark is of another book, or notes after it were removed for
// their age.
func (b *Book) Since(mark string) (notes []Note, whole bool, err error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	c, err := b.read()
	if err != nil {
		return nil, false, err
	}
	id, number, _ := strings.Cut(mark, ".")
	after, err := strconv.ParseInt(number, 10, 64)
	if err != nil || id != c.id || after > c.last() {
		after = -1 // of another book, or of a newer state of this one
	}
	for _, l := range c.lines {
		if l.number > after {
			sealed, err := base64.StdEncoding.DecodeString(l.sealed)
			if err != nil {
				return nil, false, fmt.Errorf("%w: %s", ErrBroken, b.path)
			}
			notes = append(notes, Note{b.mark(l.number), sealed})
		}
	}
	return notes, after >= c.pruned, nil
}

// Mark names the end of the book as it is now.
func (b *Book) Mark() string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.mark(b.last)
}

// Prune removes the notes that are older than Life.
func (b *Book) Prune(now time.Time) error {
	b.mu.Lock()
	defer b.mu.Unlock()
	before := now.Add(-Life).UTC().Format(time.DateOnly)
	if b.oldest == "" || b.oldest >= before {
		return nil
	}
	c, err := b.read()
	if err != nil {
		return err
	}
	old := 0
	for old < len(c.lines) && c.lines[old].day < before {
		c.pruned = c.lines[old].number
		old++
	}
	if old == 0 {
		return nil
	}
	c.lines = c.lines[old:]
	if err := b.write(c, os.Rename); err != nil {
		return err
	}
	_, err = b.read()
	return err
}
