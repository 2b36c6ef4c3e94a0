package backup

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"strings"

	"filippo.io/age"
)

// Recipients are the public keys to which a backup is encrypted.
type Recipients struct{ list []age.Recipient }

// Identities are the private keys that open a backup. They print nothing of
// themselves.
type Identities struct{ list []age.Identity }

// Format keeps the keys out of logs and error texts, whatever the verb.
func (i Identities) Format(s fmt.State, _ rune) { io.WriteString(s, "identities") }

var (
	// ErrNoRecipient means that there is no public key to encrypt to.
	ErrNoRecipient = errors.New("there is no public key to encrypt to")
	// ErrPrivate means that a private key was given where a public one belongs.
	ErrPrivate = errors.New("that is the private key; it belongs on no machine that makes backups")
	// ErrExposed means that others on the machine may read the identity file.
	ErrExposed = errors.New("the identity file can be read by others")
	// ErrNoIdentity means that the file holds no private key of age's.
	ErrNoIdentity = errors.New("the file holds no private key of age")
)

// keyFileMax is how long a file with keys may be, in bytes.
const keyFileMax = 64 << 10

// ParseRecipients reads public keys (age1...), one a line; empty lines and those
// that begin with # are none. No error shows anything of what was given: it may be
// a private key by mistake.
func ParseRecipients(lines string) (Recipients, error) {
	var out Recipients
	for line := range strings.Lines(lines) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		if strings.Contains(strings.ToUpper(line), "SECRET") {
			return Recipients{}, ErrPrivate
		}
		found, err := age.ParseRecipients(strings.NewReader(line))
		if err != nil {
			return Recipients{}, errors.New("that is no public key of age; one begins with age1")
		}
		out.list = append(out.list, found...)
	}
	if len(out.list) == 0 {
		return out, ErrNoRecipient
	}
	return out, nil
}

// ReadIdentities reads a file with private keys that only its owner can read. No
// error shows anything of it.
func ReadIdentities(path string) (Identities, error) {
	file, err := os.Open(path)
	if err != nil {
		return Identities{}, fmt.Errorf("opening the identity file: %w", err)
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil {
		return Identities{}, fmt.Errorf("looking at the identity file: %w", err)
	}
	if perm := info.Mode().Perm(); info.Mode().IsRegular() && perm&0o077 != 0 && runtime.GOOS != "windows" {
		return Identities{}, fmt.Errorf("%w: %s has mode %04o. Run: chmod 600 %s", ErrExposed, path, perm, path)
	}
	b, err := io.ReadAll(io.LimitReader(file, keyFileMax))
	if err != nil {
		return Identities{}, fmt.Errorf("reading the identity file: %w", err)
	}
	if bytes.HasPrefix(b, []byte("age-encryption.org/")) {
		return Identities{}, fmt.Errorf("%w: it is encrypted itself. Open it first: age -d", ErrNoIdentity)
	}
	list, err := age.ParseIdentities(bytes.NewReader(b))
	if err != nil {
		return Identities{}, ErrNoIdentity
	}
	return Identities{list}, nil
}

// MakeIdentity makes a key pair, writes the private key to a new file that only its
// owner can read, and gives the public one. A file that is there is left alone
// (fs.ErrExist).
func MakeIdentity(path string) (recipient string, err error) {
	pair, err := age.GenerateX25519Identity()
	if err != nil {
		return "", fmt.Errorf("making a key: %w", err)
	}
	recipient = pair.Recipient().String()
	file, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return "", fmt.Errorf("making the identity file: %w", err)
	}
	_, err = fmt.Fprintf(file, "# opens the backups of signpost: secret. Keep it in a safe, away from the machine that makes them.\n# public key: %s\n%s\n", recipient, pair)
	if err := errors.Join(err, file.Sync(), file.Close()); err != nil {
		return "", errors.Join(fmt.Errorf("writing the identity file: %w", err), os.Remove(path))
	}
	return recipient, nil
}
