package web

import (
	"context"
	"os"
	"os/exec"
	"time"

	"github.com/chromedp/chromedp"
)

// chrome is a person with a real browser. Tests that need one are skipped where
// there is none, but not in CI.
type chrome struct {
	*world
	ctx context.Context
}

// open starts a browser of the width and language at the page.
func openChrome(w *world, width, height int64, language string) *chrome {
	w.Helper()
	path := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if p, err := exec.LookPath(name); err == nil {
			path = p
			break
		}
	}
	if path == "" {
		if os.Getenv("CI") == "true" {
			w.Fatal("CI needs a Chromium")
		}
		w.Skip("no Chromium on this machine")
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(path),
		chromedp.NoSandbox, chromedp.DisableGPU, chromedp.NoFirstRun,
		chromedp.Flag("disable-quic", true),
		chromedp.Flag("disable-background-networking", true),
		chromedp.Flag("disable-component-update", true),
		chromedp.Flag("disable-sync", true),
		chromedp.Flag("hide-scrollbars", false),
		chromedp.Flag("accept-lang", language),
		chromedp.UserDataDir(w.TempDir()),
	)
	ctx, stop := chromedp.NewExecAllocator(context.Background(), options...)
	ctx, stopTab := chromedp.NewContext(ctx)
	ctx, stopTime := context.WithTimeout(ctx, 90*time.Second)
	w.Cleanup(func() { stopTime(); stopTab(); stop() })
	c := &chrome{world: w, ctx: ctx}
	c.do(chromedp.EmulateViewport(width, height))
	c.scheme("light") // and without motion, so that what is pressed stands still
	return c
}

// do carries actions out, or fails.
func (c *chrome) do(actions ...chromedp.Action[chromedp.Void]) {
	c.Helper()
	if err := chromedp.Do(c.ctx, actions...); err != nil {
		c.Fatal(err)
	}
}

// run carries one action out and gives its value.
func run[T any](c *chrome, action chromedp.Action[T]) T {
	c.Helper()
	v, err := chromedp.Run(c.ctx, action)
	if err != nil {
		c.Fatal(err)
	}
	return v
}

// set calls a method of the browser's protocol that chromedp has no name for:
// https://chromedevtools.github.io/devtools-protocol/
func (c *chrome) set(method string, params map[string]any) {
	c.Helper()
	c.do(chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		return t.Call(ctx, method, params, nil)
	}))
}

// scheme makes the page light or dark.
func (c *chrome) scheme(name string) {
	c.Helper()
	c.set("Emulation.setEmulatedMedia", map[string]any{
		"features": []map[string]string{
			{"name": "prefers-color-scheme", "value": name},
			{"name": "prefers-reduced-motion", "value": "reduce"},
		},
	})
}

// visit opens the page.
func (c *chrome) visit() {
	c.Helper()
	c.do(chromedp.Navigate(c.server.URL+"/"), chromedp.WaitVisible(chromedp.CSS("#latest ~ .text")))
}

// eval is the value of an expression in the page.
func eval[T any](c *chrome, expression string) T {
	c.Helper()
	return run(c, chromedp.Evaluate[T](expression))
}

// until waits for an expression to be true.
func (c *chrome) until(expression string) {
	c.Helper()
	if _, err := chromedp.Run(c.ctx, chromedp.Poll[bool](expression, chromedp.WithPollingTimeout(20*time.Second))); err != nil {
		c.Fatalf("waiting for %s: %v", expression, err)
	}
}

// press presses the newest button with a label.
func (c *chrome) press(label string) {
	c.Helper()
	c.do(chromedp.Click(button(label)))
}

// button finds the newest button with a label.
func button(label string) chromedp.Search {
	return chromedp.Search(`(//*[contains(@class,"button")][normalize-space(.)="` + label + `"])[last()]`)
}
