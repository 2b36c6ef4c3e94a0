// Package backup makes one file of copies of the data that only whoever has the
// private key can read, and takes such a file apart again.
//
// A backup is a tar archive, encrypted with age (age-encryption.org/v1) to one or
// more public keys: small, reviewed, and with other programs that can open it, so
// that no backup depends on this one. The private key is not on the machine that
// makes backups: it can't read its own, and neither can whoever takes it over.
//
// The first member of the archive is the manifest, which says what follows: the
// release, the moment, and each file with its schema, size and SHA-256. age notices
// a changed byte and a missing end, so nothing of a damaged backup is ever used.
//
// What the copies are copies of is not known here.
package backup

import (
	"archive/tar"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"filippo.io/age"
)

// Manifest says what is in a backup.
type Manifest struct {
	Format  int       `json:"format"`
	Release string    `json:"release"` // of the program that made it
	Made    time.Time `json:"made"`    // when the copies were begun
	Files   []File    `json:"files"`
}

// File is one copy in a backup.
type File struct {
	Name   string `json:"name"`   // without a folder: "bot.db"
	Schema int    `json:"schema"` // its number of migrations
	Size   int64  `json:"size"`   // in bytes
	SHA256 string `json:"sha256"` // in hexadecimal
}

const (
	format       = 1
	manifestName = "manifest.json"
	manifestMax  = 64 << 10 // bytes
)

var (
	// ErrIdentity means that the backup was made for another key.
	ErrIdentity = errors.New("the backup was made for another key")
	// ErrDamaged means that bytes of the backup were changed or are missing.
	ErrDamaged = errors.New("the backup is damaged or was cut short")
	// ErrNotBackup means that the file is something else.
	ErrNotBackup = errors.New("this is no backup of signpost")
	// ErrFormat means that a newer release has made the backup.
	ErrFormat = errors.New("a newer release has made the backup")
)

// Describe is the file at path as it stands in a manifest.
func Describe(path string, schema int) (File, error) {
	file, err := os.Open(path)
	if err != nil {
		return File{}, fmt.Errorf("looking at a copy: %w", err)
	}
	defer file.Close()
	sum := sha256.New()
	n, err := io.Copy(sum, file)
	if err != nil {
		return File{}, fmt.Errorf("reading a copy: %w", err)
	}
	return File{Name: filepath.Base(path), Schema: schema, Size: n, SHA256: hex.EncodeToString(sum.Sum(nil))}, nil
}

// Write writes a backup of the files in a folder that the manifest names. Its
// format is filled in.
func Write(out io.Writer, to Recipients, m Manifest, from string) error {
	sealed, err := age.Encrypt(out, to.list...)
	if err != nil {
		return fmt.Errorf("encrypting a backup: %w", err)
	}
	m.Format = format
	text, err := json.MarshalIndent(m, "", "\t")
	if err != nil {
		return fmt.Errorf("writing the manifest of a backup: %w", err)
	}
	archive := tar.NewWriter(sealed)
	if err := archive.WriteHeader(header(manifestName, int64(len(text)), m.Made)); err != nil {
		return fmt.Errorf("writing the manifest of a backup: %w", err)
	}
	if _, err := archive.Write(text); err != nil {
		return fmt.Errorf("writing the manifest of a backup: %w", err)
	}
	for _, f := range m.Files {
		if err := add(archive, f, m.Made, from); err != nil {
			return fmt.Errorf("writing %s into a backup: %w", f.Name, err)
		}
	}
	if err := errors.Join(archive.Close(), sealed.Close()); err != nil {
		return fmt.Errorf("ending a backup: %w", err)
	}
	return nil
}

func header(name string, size int64, at time.Time) *tar.Header {
	return &tar.Header{Typeflag: tar.TypeReg, Name: name, Size: size, Mode: 0o600, ModTime: at.Truncate(time.Second)}
}

func add(archive *tar.Writer, f File, at time.Time, from string) error {
	file, err := os.Open(filepath.Join(from, f.Name))
	if err != nil {
		return err
	}
	defer file.Close()
	if err := archive.WriteHeader(header(f.Name, f.Size, at)); err != nil {
		return err
	}
	_, err = io.Copy(archive, file)
	return err
}

// Read takes a backup apart: it shows the manifest to accept, and when that has no
// objection writes the files into a folder, readable by their owner only. They may
// be used only when Read returns no error: it fails with ErrIdentity, ErrDamaged,
// ErrNotBackup, ErrFormat or the error of accept.
func Read(in io.Reader, with Identities, into string, accept func(Manifest) error) (Manifest, error) {
	plain, err := age.Decrypt(in, with.list...)
	if err != nil {
		var other *age.NoIdentityMatchError
		switch {
		case errors.As(err, &other):
			return Manifest{}, ErrIdentity
		case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF):
			return Manifest{}, ErrDamaged
		}
		return Manifest{}, ErrNotBackup
	}
	archive := tar.NewReader(plain)
	m, err := manifest(archive)
	if err != nil {
		return Manifest{}, err
	}
	if err := accept(m); err != nil {
		return Manifest{}, err
	}
	for _, f := range m.Files {
		if err := extract(archive, f, into); err != nil {
			return Manifest{}, err
		}
	}
	// Only at its end does age know that nothing is missing.
	if _, err := archive.Next(); !errors.Is(err, io.EOF) {
		return Manifest{}, ErrDamaged
	}
	if _, err := io.Copy(io.Discard, plain); err != nil {
		return Manifest{}, ErrDamaged
	}
	return m, nil
}

func manifest(archive *tar.Reader) (Manifest, error) {
	var m Manifest
	head, err := archive.Next()
	if err != nil {
		return m, ErrDamaged
	}
	if head.Name != manifestName || head.Size > manifestMax {
		return m, ErrNotBackup
	}
	text, err := io.ReadAll(archive)
	if err != nil {
		return m, ErrDamaged
	}
	if err := json.Unmarshal(text, &m); err != nil || m.Format < 1 {
		return m, ErrNotBackup
	}
	if m.Format > format {
		return m, ErrFormat
	}
	for _, f := range m.Files {
		if f.Name != filepath.Base(f.Name) || !filepath.IsLocal(f.Name) {
			return m, ErrNotBackup
		}
	}
	return m, nil
}

// extract writes the next member of the archive, which must be f to the byte.
func extract(archive *tar.Reader, f File, into string) (err error) {
	head, err := archive.Next()
	if err != nil || head.Name != f.Name || head.Size != f.Size {
		return ErrDamaged
	}
	file, err := os.OpenFile(filepath.Join(into, f.Name), os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return fmt.Errorf("writing %s of a backup: %w", f.Name, err)
	}
	sum := sha256.New()
	to := &noting{Writer: file}
	_, err = io.Copy(io.MultiWriter(to, sum), archive)
	switch {
	case to.err != nil:
		err = fmt.Errorf("writing %s of a backup: %w", f.Name, to.err)
	case err != nil, hex.EncodeToString(sum.Sum(nil)) != f.SHA256:
		err = ErrDamaged
	default:
		err = file.Sync()
	}
	return errors.Join(err, file.Close())
}

// noting keeps the error of a writer, so that a full disk is not taken for a
// damaged backup.
type noting struct {
	io.Writer
	err error
}

// Write implements io.Writer.
func (n *noting) Write(p []byte) (int, error) {
	k, err := n.Writer.Write(p)
	if err != nil {
		n.err = err
	}
	return k, err
}
