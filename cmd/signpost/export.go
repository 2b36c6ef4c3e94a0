package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"signpost/directory/openreferral"
)

// export writes the directory out.
type export struct {
	Data string `help:"Folder of the data (data); when there is none, what this program ships." default:"data" from:"SIGNPOST_DATA" placeholder:"FOLDER"`
	Out  string `help:"File to write, whole or not at all; the standard output when there is none." placeholder:"FILE"`
}

// Help says what is written.
func (export) Help() string {
	return `Writes all services as a JSON array of Open Referral objects: HSDS 3.1, valid
under Open Referral UK 3.0. What the standard has no place for is in the member
"x_signpost". Nothing about people who ask is in it.`
}

// Run writes the directory.
func (e *export) Run(w *world) (err error) {
	dir, err := folder(e.Data).read(w.ctx, derbyshire, time.Now())
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, dir.closing()) }()
	if e.Out == "" {
		return write(w.ctx, w.out, dir)
	}
	return whole(e.Out, func(to io.Writer) error { return write(w.ctx, to, dir) })
}

func write(ctx context.Context, to io.Writer, dir reading) error {
	out := bufio.NewWriter(to)
	if err := openreferral.Export(out, dir.All(ctx)); err != nil {
		return fmt.Errorf("writing the directory out: %w", err)
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("writing the directory out: %w", err)
	}
	return nil
}

// whole writes a file beside its place and moves it there when it is complete.
func whole(path string, fill func(io.Writer) error) error {
	file, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+"-*")
	if err != nil {
		return fmt.Errorf("the file %s can't be made (%w)", path, cause(err))
	}
	defer os.Remove(file.Name())
	if err := errors.Join(fill(file), file.Chmod(0o644), file.Sync(), file.Close()); err != nil {
		return fmt.Errorf("writing %s: %w", path, err)
	}
	if err := os.Rename(file.Name(), path); err != nil {
		return fmt.Errorf("the file %s can't be made (%w)", path, cause(err))
	}
	return nil
}
