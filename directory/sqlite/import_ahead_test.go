package sqlite_test

import (
	"testing"

	"signpost/directory"
	"signpost/directory/sqlite"
)

// Services that panic are the caller's trouble: nothing is kept of the import, and
// the next one finds the file free.
func TestImportPanics(t *testing.T) {
	d := openDirectory(t, t.TempDir())
	func() {
		defer func() {
			if recover() == nil {
				t.Error("the panic did not reach the caller")
			}
		}()
		_, _ = d.Import(t.Context(), june, sqlite.Source{Name: "feed"}, func(yield func(*directory.Service, error) bool) {
			for n := range 40 {
				yield(listing(n+1, "Chess", "Quiet"), nil)
			}
			panic("a feed like no other")
		})
	}()
	if r := bring(t, d, 3, sqlite.Source{Name: "feed"}, listing(1, "Chess", "Quiet")); r.Added != 1 {
		t.Errorf("%+v, want one added", r)
	}
}
