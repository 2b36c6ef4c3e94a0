// Package disk is files that survive a power cut: whole or not at all, and there
// under their names.
package disk

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
)

// Put gives a file that was written beside its place its name. os.Rename takes the
// place of what is there; os.Link leaves it, and fails with fs.ErrExist.
type Put func(from, to string) error

// Whole writes a file beside its place, readable by its owner only, brings it to the
// disk and puts it there. Until then it has a name after temp, as os.CreateTemp
// makes them. On any error the place is as it was; errors of write and put are
// wrapped.
func Whole(path, temp string, put Put, write func(io.Writer) error) error {
	folder := filepath.Dir(path)
	file, err := os.CreateTemp(folder, temp) // 0600
	if err != nil {
		return fmt.Errorf("making a file: %w", err)
	}
	defer os.Remove(file.Name())
	if err := errors.Join(write(file), file.Sync(), file.Close()); err != nil {
		return fmt.Errorf("writing a file: %w", err)
	}
	if err := put(file.Name(), path); err != nil {
		return fmt.Errorf("naming a file: %w", err)
	}
	return Flush(folder)
}

// Flush makes new names in a folder survive a power cut.
func Flush(folder string) error {
	if runtime.GOOS == "windows" {
		return nil // folders can't be flushed there
	}
	d, err := os.Open(folder)
	if err != nil {
		return fmt.Errorf("flushing a folder: %w", err)
	}
	defer d.Close()
	if err := d.Sync(); err != nil {
		return fmt.Errorf("flushing a folder: %w", err)
	}
	return nil
}
