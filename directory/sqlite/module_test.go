package sqlite_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// modernc.org/sqlite is generated for one version of modernc.org/libc and may
// break silently with any other (its README says so), while Go would take a
// newer one as soon as anything asks for it.
func TestLibcIsTheOneSQLiteAsksFor(t *testing.T) {
	ours, err := os.ReadFile(filepath.Join("..", "..", "go.mod"))
	if err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command("go", "env", "GOMODCACHE").Output()
	if err != nil {
		t.Skip("no go command here")
	}
	cache := strings.TrimSpace(string(out))
	theirs, err := os.ReadFile(filepath.Join(cache, "modernc.org", "sqlite@"+pinned(t, ours, "sqlite"), "go.mod"))
	if err != nil {
		t.Skip("the module cache does not hold it")
	}
	if got, want := pinned(t, ours, "libc"), pinned(t, theirs, "libc"); got != want {
		t.Errorf("go.mod asks for modernc.org/libc %s, modernc.org/sqlite for %s", got, want)
	}
}

func pinned(t *testing.T, mod []byte, name string) string {
	t.Helper()
	m := regexp.MustCompile(`modernc\.org/` + name + ` (v\S+)`).FindSubmatch(mod)
	if m == nil {
		t.Fatalf("no version of modernc.org/%s in go.mod", name)
	}
	return string(m[1])
}
