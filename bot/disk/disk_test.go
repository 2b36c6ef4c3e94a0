package disk

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

func text(s string) func(io.Writer) error {
	return func(w io.Writer) error { _, err := io.WriteString(w, s); return err }
}

// A file is there whole or as it was, and nothing lies beside it afterwards.
func TestWhole(t *testing.T) {
	path := filepath.Join(t.TempDir(), "f")
	broken := errors.New("the disk is full")
	for _, c := range []struct {
		put   Put
		write func(io.Writer) error
		fails error
		holds string
	}{
		{os.Link, text("one"), nil, "one"},
		{os.Link, text("two"), fs.ErrExist, "one"},
		{os.Rename, text("three"), nil, "three"},
		{os.Rename, func(w io.Writer) error { _ = text("half")(w); return broken }, broken, "three"},
	} {
		if err := Whole(path, ".f-*", c.put, c.write); !errors.Is(err, c.fails) {
			t.Errorf("%v, want %v", err, c.fails)
		}
		if b, err := os.ReadFile(path); err != nil || string(b) != c.holds {
			t.Errorf("it holds %q, %v; want %q", b, err, c.holds)
		}
		if left, _ := os.ReadDir(filepath.Dir(path)); len(left) != 1 {
			t.Errorf("beside it lies something: %v", left)
		}
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("others may read it: %v, %v", info.Mode(), err)
	}
}

func TestNoFolder(t *testing.T) {
	gone := filepath.Join(t.TempDir(), "none", "f")
	if err := Whole(gone, ".f-*", os.Rename, text("x")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a file in no folder: %v", err)
	}
	if err := Flush(filepath.Dir(gone)); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("no folder is flushed: %v", err)
	}
}
