package web

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/chromedp/chromedp"

	"signpost/bot/channel"
	"signpost/bot/channel/channeltest"
)

// A real browser keeps the file that comes with a message, under its name and sign
// for sign, with scripts and without, and asks us for nothing.
func TestFileIsDownloaded(t *testing.T) {
	for name, scripts := range map[string]bool{"with scripts": true, "without": false} {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t, nil)
			f := channeltest.Table
			w.desk.answer = func(channel.Inbound) []channel.Letter {
				return []channel.Letter{{Language: "ur", RTL: true, HTML: "نمبر", File: &f, Rows: rows("Menu", "menu")}}
			}
			c := openChrome(w, 390, 844, "ur")
			folder := t.TempDir()
			c.tab.Set("Page.setDownloadBehavior", map[string]any{"behavior": "allow", "downloadPath": folder})
			if !scripts {
				c.noScript()
			}
			c.visit()
			c.fits()
			if h := eval[float64](c, `document.querySelector("a[download]").getBoundingClientRect().height`); h < 44 {
				t.Errorf("the link is %v px high", h)
			}
			arrived := len(w.desk.inbounds())
			c.do(chromedp.Click(chromedp.CSS("a[download]")))
			kept := filepath.Join(folder, f.Name)
			if got := c.kept(kept); got != string(f.Body) {
				t.Errorf("the file holds %q", got)
			}
			if !eval[bool](c, `document.querySelector("a[download]") !== null`) {
				t.Error("the page is gone")
			}
			if n := len(w.desk.inbounds()) - arrived; n > 0 {
				t.Errorf("keeping it brought us %d messages", n)
			}
		})
	}
}

// kept is what a file holds once the browser has written it; "" when it does not
// come.
func (c *chrome) kept(path string) string {
	c.Helper()
	for range 5000 {
		if b, err := os.ReadFile(path); err == nil {
			return string(b)
		}
		eval[bool](c, "true") // the browser has its turn
	}
	return ""
}
