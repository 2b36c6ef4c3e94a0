package keys

import (
	"crypto/rand"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"signpost/bot/disk"
)

// ErrMissing means that data exists but the key file doesn't. What was sealed
// can't be read without it, so no new file is made silently.
var ErrMissing = errors.New("the key file is missing")

// ErrBroken means that the file is there but is not a key file.
var ErrBroken = errors.New("the key file is broken")

// ErrExposed means that others on the machine may read the key file.
var ErrExposed = errors.New("the key file can be read by others")

// fileHead is the first line of a key file; fileKey starts the second, which
// goes on with the key's id and the root in base64.
const (
	fileHead = "# signpost keys 1: secret. Keep a copy in a safe, never beside a backup of the data."
	fileKey  = "key"
	fileMax  = 4096 // bytes; a key file has some 150
)

// DefaultPath is where the key file lies when nobody says otherwise:
// signpost/keys in the user's configuration folder.
func DefaultPath() (string, error) {
	dir, err := os.UserConfigDir()
	if err != nil {
		return "", fmt.Errorf("finding the configuration folder for the key file: %w", err)
	}
	return filepath.Join(dir, "signpost", "keys"), nil
}

// Open reads the key file. With fresh, which says that there is no data yet, a
// missing file is made, readable by its owner only (0600, in a folder 0700).
//
// It fails with ErrMissing, ErrBroken or ErrExposed, each in a sentence that
// says what to do. No error holds anything of the file's contents.
func Open(path string, fresh bool) (*Keys, error) {
	root, err := read(path)
	if errors.Is(err, fs.ErrNotExist) {
		if !fresh {
			return nil, fmt.Errorf("%w: %s. Put it back from where you keep its copy. Without it the data beside it can't be read; "+
				"if it is lost for good, move the bot's data file away and start again", ErrMissing, path)
		}
		if err := create(path); err != nil {
			return nil, err
		}
		root, err = read(path)
	}
	if err != nil {
		return nil, err
	}
	return New(root, nil), nil
}

// read gives the root of a key file. A missing file is fs.ErrNotExist.
func read(path string) (root [rootSize]byte, err error) {
	f, err := os.Open(path)
	if err != nil {
		return root, fmt.Errorf("opening the key file: %w", err)
	}
	defer f.Close()
	// The opened file is asked, not the path, so that nobody swaps it between.
	info, err := f.Stat()
	if err != nil {
		return root, fmt.Errorf("looking at the key file: %w", err)
	}
	if !info.Mode().IsRegular() {
		return root, fmt.Errorf("%w: %s is not a file", ErrBroken, path)
	}
	// Windows has no such bits; there the user's own folder protects the file.
	if perm := info.Mode().Perm(); exposed(path, perm) && runtime.GOOS != "windows" {
		return root, fmt.Errorf("%w: %s has mode %04o. Run: chmod 600 %s", ErrExposed, path, perm, path)
	}
	b, err := io.ReadAll(io.LimitReader(f, fileMax+1))
	if err != nil {
		return root, fmt.Errorf("reading the key file: %w", err)
	}
	root, ok := parse(string(b))
	if !ok {
		return root, fmt.Errorf("%w: %s. Put it back from where you keep its copy", ErrBroken, path)
	}
	return root, nil
}

// credentials is where systemd gives a service its secrets (LoadCredential). Only it
// can write there, and what a file says of its group is the mask of a list that holds
// the service's user alone: systemd.io/CREDENTIALS.
const credentials = "/run/credentials/"

// exposed reports whether others than the owner of a file could read it.
func exposed(path string, perm fs.FileMode) bool {
	others := fs.FileMode(0o077)
	if strings.HasPrefix(filepath.Clean(path), credentials) {
		others = 0o037
	}
	return perm&others != 0
}

// parse reads the one key line. The id in it is derived from the root, so a
// mistyped or cut-off copy is noticed here and not by boxes that don't open.
func parse(s string) (root [rootSize]byte, ok bool) {
	if len(s) > fileMax {
		return root, false
	}
	found := false
	for line := range strings.Lines(s) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		parts := strings.Fields(line)
		if found || len(parts) != 3 || parts[0] != fileKey {
			return root, false
		}
		b, err := base64.StdEncoding.Strict().DecodeString(parts[2])
		if err != nil || len(b) != rootSize {
			return root, false
		}
		root = [rootSize]byte(b)
		if New(root, nil).ID() != parts[1] {
			return root, false
		}
		found = true
	}
	return root, found
}

func format(root [rootSize]byte) string {
	return fmt.Sprintf("%s\n%s %s %s\n", fileHead, fileKey, New(root, nil).ID(), base64.StdEncoding.EncodeToString(root[:]))
}

// create makes a key file whole or not at all: losing it after data was sealed with
// it would lose the data. When another process was first, that one's file is the key
// file.
func create(path string) error {
	var root [rootSize]byte
	rand.Read(root[:]) // never fails
	dir := filepath.Dir(path)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return fmt.Errorf("making the folder of the key file: %w", err)
	}
	err := disk.Whole(path, ".keys-*", os.Link, func(w io.Writer) error {
		_, err := io.WriteString(w, format(root))
		return err
	})
	if errors.Is(err, fs.ErrExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("making the key file: %w", err)
	}
	return nil
}
