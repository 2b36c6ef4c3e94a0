package web

import (
	"flag"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"github.com/google/go-cmp/cmp"

	"signpost/locales"
)

// ids says the name of each message of the page, so that these pages show where
// the words go and don't change with them.
type ids struct{}

func (ids) Render(_ string, t locales.Text) string { return "[" + t.ID() + "]" }

// hashes are the parts of addresses that change with the files.
var hashes = regexp.MustCompile(`/static/([a-z]+)\.[0-9a-f]+\.([a-z]+)`)

var update = flag.Bool("update", false, "rewrite the golden pages")

// TestGolden shows pages as they are sent, so that a change of them is read by
// somebody. Chance and the clock are pinned, so they are the same each time.
func TestGolden(t *testing.T) {
	for _, c := range []struct {
		name, language string
		way            func(*browser)
	}{
		{"talk-en", "en", func(b *browser) {
			b.press("Find somebody to talk to")
			b.press("1. Tea and Talk")
			b.say("<b>I</b> can't sleep")
			b.press("Urgent help")
		}},
		{"card-ur", "ur", func(b *browser) {
			b.press("مدد تلاش کریں")
			b.press("1. Tea and Talk")
		}},
		{"problem-ur", "ur", func(b *browser) { b.ask("POST", "/press", url.Values{"b": {""}}) }},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := newWorld(t, func(o *Options) { o.Demo, o.Words = true, ids{} }).browser()
			b.header.Set("Accept-Language", c.language)
			b.open()
			c.way(b)
			page := hashes.ReplaceAllString(b.page, "/static/$1.$2")
			file := filepath.Join("testdata", c.name+".html")
			if *update {
				if err := os.WriteFile(file, []byte(page), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), page); diff != "" {
				t.Errorf("%s has changed (-update rewrites it):\n%s", file, diff)
			}
		})
	}
}
