package backup

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func TestPrivateKeysAreNotTakenForPublicOnes(t *testing.T) {
	s := newSafe(t)
	text, err := os.ReadFile(s.file)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := ParseRecipients(string(text)); !errors.Is(err, ErrPrivate) {
		t.Errorf("%v, want ErrPrivate", err)
	}
	for _, bad := range []string{"age1CANARY", "ssh-ed25519 CANARY", "CANARY"} {
		if _, err := ParseRecipients(bad); err == nil || strings.Contains(err.Error(), "CANARY") {
			t.Errorf("%s: %v", bad, err)
		}
	}
	if _, err := ParseRecipients("# none\n"); !errors.Is(err, ErrNoRecipient) {
		t.Errorf("%v, want ErrNoRecipient", err)
	}
}

func TestIdentityFiles(t *testing.T) {
	s := newSafe(t)
	if info, err := os.Stat(s.file); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("%v %v, want a file that others can't read", info.Mode(), err)
	}
	if _, err := MakeIdentity(s.file); !errors.Is(err, fs.ErrExist) {
		t.Errorf("%v, want a key that is there to be left alone", err)
	}
	text, err := os.ReadFile(s.file)
	if err != nil {
		t.Fatal(err)
	}
	secret := strings.Fields(string(text))
	for _, shown := range []string{fmt.Sprint(s.with), fmt.Sprintf("%+v", s.with), fmt.Sprintf("%#v", s.with)} {
		if strings.Contains(shown, secret[len(secret)-1]) {
			t.Error("a private key is shown")
		}
	}
	if err := os.Chmod(s.file, 0o640); err != nil {
		t.Fatal(err)
	}
	if _, err := ReadIdentities(s.file); !errors.Is(err, ErrExposed) || !strings.Contains(err.Error(), "chmod 600") {
		t.Errorf("%v, want ErrExposed and what to do", err)
	}
	for _, bad := range []string{"", "AGE-SECRET-KEY-1CANARY", s.public, "age-encryption.org/v1\n"} {
		path := filepath.Join(t.TempDir(), "identity")
		if err := os.WriteFile(path, []byte(bad), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := ReadIdentities(path); !errors.Is(err, ErrNoIdentity) || strings.Contains(err.Error(), "CANARY") {
			t.Errorf("%q: %v, want ErrNoIdentity", bad, err)
		}
	}
}

func TestABackupThatFailsLeavesNothing(t *testing.T) {
	dir := t.TempDir()
	full := errors.New("full")
	_, err := Into(dir, made, func(w io.Writer) error {
		_, err := w.Write([]byte("half"))
		return errors.Join(err, full)
	})
	if !errors.Is(err, full) {
		t.Errorf("%v, want what went wrong", err)
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) != 0 {
		t.Errorf("left behind: %v %v", left, err)
	}
	whole := func(w io.Writer) error { _, err := w.Write([]byte("whole")); return err }
	path, err := Into(dir, made, whole)
	if err != nil || filepath.Base(path) != "signpost-20301122T030000Z.tar.age" {
		t.Fatal(path, err)
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("%v %v, want a file that others can't read", info.Mode(), err)
	}
	if _, err := Into(dir, made, whole); !errors.Is(err, fs.ErrExist) {
		t.Errorf("%v, want a backup that is there to be left alone", err)
	}
}

func TestTheNewestAreKeptAndNothingOfOthersIsRemoved(t *testing.T) {
	dir := t.TempDir()
	others := []string{"signpost-notes.txt", "signpost-20301101T030000Z.tar", "x-signpost-20301101T030000Z.tar.age", "holiday.jpg", ".signpost-young.partial"}
	for _, name := range append(others, ".signpost-old.partial") {
		if err := os.WriteFile(filepath.Join(dir, name), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	now := time.Now()
	if err := os.Chtimes(filepath.Join(dir, ".signpost-old.partial"), now, now.Add(-25*time.Hour)); err != nil {
		t.Fatal(err)
	}
	folder := filepath.Join(dir, Name(made.AddDate(-1, 0, 0)))
	if err := os.Mkdir(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	want := append([]string{filepath.Base(folder)}, others...)
	for i := range 17 {
		name := Name(made.AddDate(0, 0, i))
		if err := os.WriteFile(filepath.Join(dir, name), nil, 0o600); err != nil {
			t.Fatal(err)
		}
		if i >= 3 {
			want = append(want, name)
		}
	}
	if at, err := Newest(dir); err != nil || !at.Equal(made.AddDate(0, 0, 16)) {
		t.Errorf("the newest is of %v, %v", at, err)
	}
	if n, err := Keep(dir, 14, now); n != 3 || err != nil {
		t.Errorf("%d removed, %v, want 3", n, err)
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, e := range entries {
		got = append(got, e.Name())
	}
	sorted := cmp.Transformer("set", func(in []string) map[string]bool {
		out := map[string]bool{}
		for _, s := range in {
			out[s] = true
		}
		return out
	})
	if diff := cmp.Diff(want, got, sorted); diff != "" {
		t.Errorf("what is there (-want +got):\n%s", diff)
	}
}
