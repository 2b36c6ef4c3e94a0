package backup

import (
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"

	"signpost/bot/disk"
)

// Ext is how the name of a backup ends.
const Ext = ".tar.age"

const (
	stamp   = "20060102T150405Z"
	partial = ".partial"
)

// ours are the names of backups; nothing else is ever removed.
var ours = regexp.MustCompile(`^signpost-[0-9]{8}T[0-9]{6}Z\.tar\.age$`)

// Name is what a backup of that moment is called, so that the names stand in the
// order in which they were made.
func Name(at time.Time) string { return "signpost-" + at.UTC().Format(stamp) + Ext }

// Into writes a backup into a folder under the name of its moment, whole or not at
// all, readable by its owner only, and gives its path. The name must be free.
func Into(folder string, at time.Time, write func(io.Writer) error) (path string, err error) {
	path = filepath.Join(folder, Name(at))
	if _, err := os.Lstat(path); err == nil {
		return "", fmt.Errorf("there is a backup of this second already: %w", fs.ErrExist)
	}
	if err := disk.Whole(path, ".signpost-*"+partial, os.Rename, write); err != nil {
		return "", fmt.Errorf("making a backup: %w", err)
	}
	return path, nil
}

// Newest is when the newest backup of a folder was made; zero when there is none.
func Newest(folder string) (at time.Time, err error) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return at, fmt.Errorf("looking for backups: %w", err)
	}
	for _, e := range entries {
		if !ours.MatchString(e.Name()) {
			continue
		}
		name := strings.TrimSuffix(strings.TrimPrefix(e.Name(), "signpost-"), Ext)
		if made, err := time.Parse(stamp, name); err == nil && made.After(at) {
			at = made
		}
	}
	return at, nil
}

// Keep removes all backups of a folder but the newest, and what is a day old of
// those that were broken off. Other files are left alone.
func Keep(folder string, newest int, now time.Time) (removed int, err error) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return 0, fmt.Errorf("looking for older backups: %w", err)
	}
	var names []string
	for _, e := range entries {
		switch {
		case !e.Type().IsRegular():
		case ours.MatchString(e.Name()):
			names = append(names, e.Name())
		case strings.HasPrefix(e.Name(), ".signpost-") && strings.HasSuffix(e.Name(), partial):
			if info, err := e.Info(); err == nil && now.Sub(info.ModTime()) > 24*time.Hour {
				_ = os.Remove(filepath.Join(folder, e.Name())) // nobody can read it; the next time will do
			}
		}
	}
	slices.Sort(names)
	for len(names) > newest {
		if err := os.Remove(filepath.Join(folder, names[0])); err != nil {
			return removed, fmt.Errorf("removing an older backup: %w", err)
		}
		names = names[1:]
		removed++
	}
	return removed, nil
}
