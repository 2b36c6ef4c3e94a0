package keys

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

func TestOpenMakesTheFileOnce(t *testing.T) {
	path := filepath.Join(t.TempDir(), "config", "signpost", "keys")
	first, err := Open(path, true)
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]os.FileMode{path: 0o600, filepath.Dir(path): 0o700} {
		info, err := os.Stat(name)
		if err != nil {
			t.Fatal(err)
		}
		if got := info.Mode().Perm(); got != want {
			t.Errorf("%s has mode %04o, want %04o", name, got, want)
		}
	}
	for _, fresh := range []bool{false, true} {
		again, err := Open(path, fresh)
		if err != nil {
			t.Fatal(err)
		}
		if again.root != first.root {
			t.Errorf("Open(fresh=%v) gives other keys than the first time", fresh)
		}
	}
	left, err := os.ReadDir(filepath.Dir(path))
	if err != nil || len(left) != 1 {
		t.Errorf("beside the key file lie %v, %v; want nothing", left, err)
	}
}

func TestFilesDiffer(t *testing.T) {
	a, err := Open(filepath.Join(t.TempDir(), "keys"), true)
	if err != nil {
		t.Fatal(err)
	}
	b, err := Open(filepath.Join(t.TempDir(), "keys"), true)
	if err != nil {
		t.Fatal(err)
	}
	if a.root == b.root || a.ID() == b.ID() {
		t.Error("two new files hold the same key")
	}
}

func TestOpenAtOnceGivesOneKey(t *testing.T) {
	path := filepath.Join(t.TempDir(), "keys")
	var wg sync.WaitGroup
	ids := make([]string, 8)
	for i := range ids {
		wg.Go(func() {
			k, err := Open(path, true)
			if err != nil {
				t.Error(err)
				return
			}
			ids[i] = k.ID()
		})
	}
	wg.Wait()
	for _, id := range ids {
		if id != ids[0] {
			t.Fatalf("those who started at once have the keys %v, want one", ids)
		}
	}
}

func TestOpenRefusesWhenMissingBesideData(t *testing.T) {
	path := filepath.Join(t.TempDir(), "keys")
	_, err := Open(path, false)
	if !errors.Is(err, ErrMissing) {
		t.Fatalf("Open = %v, want ErrMissing", err)
	}
	if !strings.Contains(err.Error(), path) || !strings.Contains(err.Error(), "Put it back") {
		t.Errorf("%q does not say what to do", err)
	}
	if _, err := os.Stat(path); !os.IsNotExist(err) {
		t.Error("a key file was made beside existing data")
	}
}

func TestOpenRefusesWhenOthersCanRead(t *testing.T) {
	for _, mode := range []os.FileMode{0o640, 0o604, 0o620, 0o644, 0o666} {
		path := filepath.Join(t.TempDir(), "keys")
		if _, err := Open(path, true); err != nil {
			t.Fatal(err)
		}
		if err := os.Chmod(path, mode); err != nil {
			t.Fatal(err)
		}
		_, err := Open(path, false)
		if !errors.Is(err, ErrExposed) || !strings.Contains(err.Error(), "chmod 600") {
			t.Errorf("mode %04o: Open = %v, want ErrExposed and what to do", mode, err)
		}
	}
}

func TestOpenRefusesBrokenFiles(t *testing.T) {
	good := format(root)
	line := good[strings.Index(good, "key "):]
	for name, content := range map[string]string{
		"empty":           "",
		"only a comment":  fileHead + "\n",
		"cut off":         good[:len(good)-3],
		"one sign off":    strings.Replace(good, line[15:17], "zz", 1),
		"another id":      strings.Replace(good, line[4:6], "zz", 1),
		"two keys":        good + line,
		"no id":           strings.Replace(good, line[4:13], "", 1),
		"something else":  "-----BEGIN PRIVATE KEY-----\n",
		"far too long":    good + strings.Repeat("#\n", fileMax),
		"a word too many": strings.TrimSpace(good) + " more\n",
	} {
		path := filepath.Join(t.TempDir(), "keys")
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		for _, fresh := range []bool{true, false} {
			_, err := Open(path, fresh)
			if !errors.Is(err, ErrBroken) {
				t.Errorf("%s: Open = %v, want ErrBroken", name, err)
				continue
			}
			if s := line[13:30]; strings.Contains(err.Error(), s) {
				t.Errorf("%s: the error shows the key", name)
			}
		}
		if got, err := os.ReadFile(path); err != nil || string(got) != content {
			t.Errorf("%s: the broken file was changed", name)
		}
	}
}

func TestOpenRefusesAFolder(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "keys")
	if err := os.Mkdir(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(dir, true); !errors.Is(err, ErrBroken) {
		t.Errorf("Open = %v, want ErrBroken", err)
	}
}

func FuzzParse(f *testing.F) {
	f.Add(format(root))
	f.Add("key x y\n")
	f.Fuzz(func(t *testing.T, s string) {
		got, ok := parse(s)
		if !ok {
			return
		}
		if again, ok := parse(format(got)); !ok || again != got {
			t.Error("a root that was read is not read again")
		}
	})
}

// A key file is its owner's alone; what systemd hands to a service is, although its
// mode looks as if its group could read it.
func TestExposed(t *testing.T) {
	for _, c := range []struct {
		path string
		perm os.FileMode
		want bool
	}{
		{"/etc/signpost/keys", 0o600, false},
		{"/etc/signpost/keys", 0o400, false},
		{"/etc/signpost/keys", 0o440, true},
		{"/etc/signpost/keys", 0o604, true},
		{"/run/credentials/signpost.service/keys", 0o440, false},
		{"/run/credentials/signpost.service/keys", 0o460, true},
		{"/run/credentials/signpost.service/keys", 0o444, true},
		{"/run/credentials/../../tmp/keys", 0o440, true},
	} {
		if got := exposed(c.path, c.perm); got != c.want {
			t.Errorf("%s with %o: %t", c.path, c.perm, got)
		}
	}
}
