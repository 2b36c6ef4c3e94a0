package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"signpost/bot/keys"
	"signpost/bot/store"
	"signpost/directory/sqlite"
)

// folder is the data folder: directory.db, which may be published, and bot.db,
// which is private.
type folder string

func (f folder) directory() string { return filepath.Join(string(f), "directory.db") }
func (f folder) bot() string       { return filepath.Join(string(f), "bot.db") }
func (f folder) lock() string      { return filepath.Join(string(f), "serve.lock") }

// holds reports whether a file is somewhere inside the folder.
func (f folder) holds(file string) bool {
	dir, err1 := filepath.Abs(string(f))
	path, err2 := filepath.Abs(file)
	if err1 != nil || err2 != nil {
		return false
	}
	in, err := filepath.Rel(dir, path)
	return err == nil && filepath.IsLocal(in)
}

// make makes the folder, for its owner only, unless it is there.
func (f folder) make() error {
	if err := os.MkdirAll(string(f), 0o700); err != nil {
		return fmt.Errorf("the data folder %s can't be made (%w). Choose another with --data, or make it for this user", f, cause(err))
	}
	return nil
}

// openDirectory opens the directory of the folder, makes it if need be, and
// brings in the seeds of this release.
func (f folder) openDirectory(ctx context.Context, a area, now time.Time) (*sqlite.Directory, seeded, error) {
	if err := f.make(); err != nil {
		return nil, seeded{}, err
	}
	dir, err := sqlite.OpenDirectory(ctx, f.directory())
	if err != nil {
		return nil, seeded{}, err
	}
	s, err := sow(ctx, dir, a, now)
	if err != nil {
		return nil, seeded{}, errors.Join(err, dir.Close())
	}
	return dir, s, nil
}

// openStore opens bot.db with its keys. A new key file is made only when there
// is no bot.db, since nothing can be sealed with it yet.
func (f folder) openStore(ctx context.Context, keyFile string, now func() time.Time) (*store.Store, error) {
	_, err := os.Stat(f.bot())
	k, err := openKeys(keyFile, errors.Is(err, fs.ErrNotExist))
	if err != nil {
		return nil, err
	}
	return store.Open(ctx, f.bot(), k, now)
}

// keyPath is where the key file is, when "" stands for nothing said.
func keyPath(keyFile string) (string, error) {
	if keyFile != "" {
		return keyFile, nil
	}
	path, err := keys.DefaultPath()
	if err != nil {
		return "", fmt.Errorf("%w. Say with --keys where it is to be", err)
	}
	return path, nil
}

// forgetsPath is where it is written down who was forgotten: beside the key file
// when nothing is said, so that it is not where the data and the backups are.
func forgetsPath(file, keyFile string) (string, error) {
	if file != "" {
		return file, nil
	}
	path, err := keyPath(keyFile)
	return path + ".forgets", err
}

// openKeys opens the key file; "" stands for nothing said. With fresh, a missing one
// is made.
func openKeys(keyFile string, fresh bool) (*keys.Keys, error) {
	path, err := keyPath(keyFile)
	if err != nil {
		return nil, err
	}
	return keys.Open(path, fresh)
}

// reading is a directory that somebody only looks at.
type reading struct {
	*sqlite.Directory
	shipped bool // what this program brings, not a folder's
	closing func() error
}

// read opens the folder's directory for those who only look; when there is
// none, what this program ships.
func (f folder) read(ctx context.Context, a area, now time.Time) (reading, error) {
	dir, err := sqlite.OpenExistingDirectory(ctx, f.directory())
	if errors.Is(err, sqlite.ErrMissing) {
		return shipped(ctx, a, now)
	}
	if err != nil {
		return reading{}, err
	}
	return reading{dir, false, dir.Close}, nil
}

// shipped opens what this program brings for an area, in a folder that closing
// removes.
func shipped(ctx context.Context, a area, now time.Time) (reading, error) {
	temp, remove, err := throwaway()
	if err != nil {
		return reading{}, err
	}
	dir, _, err := temp.openDirectory(ctx, a, now)
	if err != nil {
		return reading{}, errors.Join(err, remove())
	}
	return reading{dir, true, func() error { return errors.Join(dir.Close(), remove()) }}, nil
}

// throwaway makes a data folder that is removed at the end.
func throwaway() (folder, func() error, error) {
	name, err := os.MkdirTemp("", "signpost-*")
	if err != nil {
		return "", nil, fmt.Errorf("making a folder for the while: %w", err)
	}
	return folder(name), func() error { return os.RemoveAll(name) }, nil
}

// cause is what the operating system said, without the path that is in the
// sentence around it already.
func cause(err error) error {
	var path *fs.PathError
	if errors.As(err, &path) {
		return path.Err
	}
	return err
}
