package backup

import (
	"archive/tar"
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"filippo.io/age"
	"github.com/google/go-cmp/cmp"
)

var made = time.Date(2030, 11, 22, 3, 0, 0, 0, time.UTC)

// safe is a pair of keys.
type safe struct {
	public string
	file   string
	to     Recipients
	with   Identities
}

func newSafe(t testing.TB) safe {
	t.Helper()
	s := safe{file: filepath.Join(t.TempDir(), "identity")}
	var err error
	if s.public, err = MakeIdentity(s.file); err != nil {
		t.Fatal(err)
	}
	if s.to, err = ParseRecipients("# ours\n\n" + s.public + "\n"); err != nil {
		t.Fatal(err)
	}
	if s.with, err = ReadIdentities(s.file); err != nil {
		t.Fatal(err)
	}
	return s
}

// content is what the tests keep, by file; longer than one chunk of age's.
var content = map[string]string{
	"bot.db":       strings.Repeat("CANARY of the bot ", 9000),
	"directory.db": "CANARY of the directory",
}

// archived is a backup of content.
func archived(t testing.TB, to Recipients) ([]byte, Manifest) {
	t.Helper()
	dir := t.TempDir()
	m := Manifest{Release: "v9", Made: made}
	for i, name := range []string{"bot.db", "directory.db"} {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(content[name]), 0o600); err != nil {
			t.Fatal(err)
		}
		f, err := Describe(path, i+3)
		if err != nil {
			t.Fatal(err)
		}
		m.Files = append(m.Files, f)
	}
	var out bytes.Buffer
	if err := Write(&out, to, m, dir); err != nil {
		t.Fatal(err)
	}
	m.Format = 1
	return out.Bytes(), m
}

func anything(Manifest) error { return nil }

func TestABackupComesBackWhole(t *testing.T) {
	s := newSafe(t)
	b, want := archived(t, s.to)
	for _, plain := range []string{"CANARY", "bot.db", "manifest"} {
		if bytes.Contains(b, []byte(plain)) {
			t.Errorf("%q can be read without the key", plain)
		}
	}
	dir := t.TempDir()
	var shown Manifest
	got, err := Read(bytes.NewReader(b), s.with, dir, func(m Manifest) error { shown = m; return nil })
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]Manifest{want, want}, []Manifest{got, shown}); diff != "" {
		t.Errorf("the manifest (-want +got):\n%s", diff)
	}
	for name, text := range content {
		path := filepath.Join(dir, name)
		if b, err := os.ReadFile(path); err != nil || string(b) != text {
			t.Errorf("%s came back with %d bytes, %v", name, len(b), err)
		}
		if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
			t.Errorf("%s can be read by others", name)
		}
	}
}

// Each of several keys opens a backup, and no other does.
func TestABackupIsForItsKeys(t *testing.T) {
	one, two, other := newSafe(t), newSafe(t), newSafe(t)
	to, err := ParseRecipients(one.public + "\n" + two.public)
	if err != nil {
		t.Fatal(err)
	}
	b, _ := archived(t, to)
	for _, s := range []safe{one, two} {
		if _, err := Read(bytes.NewReader(b), s.with, t.TempDir(), anything); err != nil {
			t.Error(err)
		}
	}
	if _, err := Read(bytes.NewReader(b), other.with, t.TempDir(), anything); !errors.Is(err, ErrIdentity) {
		t.Errorf("%v, want ErrIdentity", err)
	}
}

// No damaged backup is taken for a good one, wherever it was cut or changed.
func TestADamagedBackupIsRefused(t *testing.T) {
	s := newSafe(t)
	b, _ := archived(t, s.to)
	try := func(what string, bad []byte) {
		t.Helper()
		if _, err := Read(bytes.NewReader(bad), s.with, t.TempDir(), anything); err == nil {
			t.Errorf("%s: it was read as if it were whole", what)
		} else if !errors.Is(err, ErrDamaged) && !errors.Is(err, ErrNotBackup) && !errors.Is(err, ErrIdentity) {
			t.Errorf("%s: %v, which says nothing", what, err)
		}
	}
	for i := 0; i < len(b); i += 1 + len(b)/200 {
		try(fmt.Sprint("cut at ", i), b[:i])
		changed := bytes.Clone(b)
		changed[i] ^= 1
		try(fmt.Sprint("changed at ", i), changed)
	}
	try("the last byte", b[:len(b)-1])
	try("more at the end", append(bytes.Clone(b), 0))
}

func TestWhatIsNoBackup(t *testing.T) {
	s := newSafe(t)
	for _, text := range []string{"SQLite format 3\x00", "age-encryption.org/v1\nnonsense\n"} {
		if _, err := Read(strings.NewReader(text), s.with, t.TempDir(), anything); !errors.Is(err, ErrNotBackup) && !errors.Is(err, ErrDamaged) {
			t.Errorf("%q: %v", text, err)
		}
	}
	dir := t.TempDir()
	no := errors.New("not this one")
	b, _ := archived(t, s.to)
	if _, err := Read(bytes.NewReader(b), s.with, dir, func(Manifest) error { return no }); !errors.Is(err, no) {
		t.Errorf("%v, want the objection", err)
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) != 0 {
		t.Errorf("written although somebody objected: %v %v", left, err)
	}
}

// crafted is an archive with a manifest that this release does not write.
func crafted(t *testing.T, to Recipients, manifest, name string) []byte {
	t.Helper()
	var out bytes.Buffer
	sealed, err := age.Encrypt(&out, to.list...)
	if err != nil {
		t.Fatal(err)
	}
	archive := tar.NewWriter(sealed)
	for _, member := range [][2]string{{manifestName, manifest}, {name, "x"}} {
		err = errors.Join(err, archive.WriteHeader(header(member[0], int64(len(member[1])), made)))
		_, failed := io.WriteString(archive, member[1])
		err = errors.Join(err, failed)
	}
	if err := errors.Join(err, archive.Close(), sealed.Close()); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// A manifest can't have anything written outside the folder, and one of a later kind
// is refused.
func TestManifestsThatAreRefused(t *testing.T) {
	s := newSafe(t)
	const file = `{"format": %d, "files": [{"name": %q, "size": 1, "sha256": %q}]}`
	sum := fmt.Sprintf("%x", sha256.Sum256([]byte("x")))
	for _, c := range []struct {
		format    int
		name, sum string
		want      error
	}{
		{1, "good", sum, nil},
		{1, "good", strings.Repeat("0", 64), ErrDamaged},
		{2, "good", sum, ErrFormat},
		{0, "good", sum, ErrNotBackup},
		{1, "../evil", sum, ErrNotBackup},
		{1, "/tmp/evil", sum, ErrNotBackup},
		{1, "..", sum, ErrNotBackup},
		{1, "", sum, ErrNotBackup},
	} {
		dir := t.TempDir()
		into := filepath.Join(dir, "in")
		if err := os.Mkdir(into, 0o700); err != nil {
			t.Fatal(err)
		}
		b := crafted(t, s.to, fmt.Sprintf(file, c.format, c.name, c.sum), c.name)
		if _, err := Read(bytes.NewReader(b), s.with, into, anything); !errors.Is(err, c.want) {
			t.Errorf("%+v: %v", c, err)
		}
		if left, err := os.ReadDir(dir); err != nil || len(left) != 1 {
			t.Errorf("%+v: written outside: %v %v", c, left, err)
		}
	}
}
