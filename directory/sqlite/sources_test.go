package sqlite_test

import (
	"testing"

	"signpost/directory/sqlite"
)

func TestSourceVersion(t *testing.T) {
	d := openDirectory(t, t.TempDir())
	want := func(version string) {
		t.Helper()
		if got, err := d.SourceVersion(t.Context(), "millbrook"); got != version || err != nil {
			t.Errorf("SourceVersion = %q, %v, want %q", got, err, version)
		}
	}
	want("")
	bring(t, d, 2, sqlite.Source{Name: "millbrook", Version: "1"}, listing(20, "Chess", "Quiet"))
	want("1")
	bring(t, d, 3, sqlite.Source{Name: "millbrook", Version: "2"}, listing(20, "Chess", "Quiet"))
	want("2")
}
