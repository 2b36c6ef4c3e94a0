package web

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/chromedp/chromedp"
)

// TestShots takes pictures of the page for people to look at, when
// SIGNPOST_SHOTS names a folder for them.
func TestShots(t *testing.T) {
	dir := os.Getenv("SIGNPOST_SHOTS")
	if dir == "" {
		t.Skip("SIGNPOST_SHOTS names no folder")
	}
	for _, lang := range []string{"en", "ur"} {
		for _, width := range []int64{320, 390, 1280} {
			w := newWorld(t, func(o *Options) { o.Demo = true })
			c := openChrome(w, width, 844, lang)
			shot := func(name string, scheme string, full bool) {
				var picture []byte
				c.tab.Media(scheme)
				if full {
					picture = run(c, chromedp.FullScreenshot(100))
				} else {
					picture = run(c, chromedp.CaptureScreenshot())
				}
				file := filepath.Join(dir, lang+"-"+map[int64]string{320: "320", 390: "390", 1280: "1280"}[width]+"-"+name+"-"+scheme+".png")
				if err := os.WriteFile(file, picture, 0o600); err != nil {
					t.Fatal(err)
				}
			}
			find, tea, urgent := "Find somebody to talk to", "1. Tea and Talk", "Urgent help"
			if lang == "ur" {
				find, urgent = "مدد تلاش کریں", "فوری مدد"
			}
			c.visit()
			shot("menu", "light", false)
			shot("menu", "dark", false)
			c.press(find)
			c.until(`document.querySelector("#latest").parentNode.innerText.includes("Tea and Talk")`)
			shot("results", "light", false)
			c.press(tea)
			c.until(`document.querySelectorAll("article").length == 2`)
			shot("card", "light", false)
			shot("card", "dark", false)
			c.do(chromedp.SendKeys(chromedp.CSS("#text"), "I can't sleep"), chromedp.Click(chromedp.CSS(".send")))
			c.until(`document.querySelectorAll("article").length == 4`)
			shot("said", "light", false)
			shot("said", "dark", true)
			if lang == "en" {
				c.press(urgent)
				c.until(`!!document.querySelector("dialog")`)
				shot("popup", "light", false)
				shot("popup", "dark", false)
			}
		}
	}
}
