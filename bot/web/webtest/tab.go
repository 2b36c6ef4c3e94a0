// Package webtest looks at the page as people meet it: in a real Chromium, at
// the width of a phone, with large type, without colours, through axe-core. It
// knows only addresses and what a browser shows; tests of the page and of the
// whole house use it alike.
package webtest

import (
	"context"
	"os"
	"os/exec"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// Tab is one tab of a Chromium. What fails in it ends the test.
type Tab struct {
	t   testing.TB
	ctx context.Context
}

// Open starts a Chromium whose pages are width by height pixels and which asks
// for a language, a BCP 47 tag. It is closed with the test, and at the latest
// after five minutes. Where there is no Chromium the test is skipped; with
// CI=true it fails.
func Open(t testing.TB, width, height int64, language string) *Tab {
	t.Helper()
	path := chromium()
	if path == "" {
		if os.Getenv("CI") == "true" {
			t.Fatal("CI needs a Chromium")
		}
		t.Skip("no Chromium on this machine")
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
		chromedp.UserDataDir(t.TempDir()),
	)
	ctx, stop := chromedp.NewExecAllocator(context.Background(), options...)
	ctx, stopTab := chromedp.NewContext(ctx)
	ctx, stopTime := context.WithTimeout(ctx, 5*time.Minute)
	t.Cleanup(func() { stopTime(); stopTab(); stop() })
	tab := &Tab{t, ctx}
	tab.Size(width, height)
	tab.Media("light") // and without motion, so that what is pressed stands still
	return tab
}

// chromium is the path of a Chromium, "" when there is none.
func chromium() string {
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if p, err := exec.LookPath(name); err == nil {
			return p
		}
	}
	return ""
}

// Context is what chromedp's own functions need to act in this tab.
func (b *Tab) Context() context.Context { return b.ctx }

// Second opens another tab of the same person: it shares the cookies.
func (b *Tab) Second() *Tab {
	ctx, stop := chromedp.NewContext(b.ctx)
	b.t.Cleanup(stop)
	return &Tab{b.t, ctx}
}

// Do carries actions out.
func (b *Tab) Do(actions ...chromedp.Action[chromedp.Void]) {
	b.t.Helper()
	if err := chromedp.Do(b.ctx, actions...); err != nil {
		b.t.Fatal(err)
	}
}

// Run carries one action out and gives its value.
func Run[T any](b *Tab, action chromedp.Action[T]) T {
	b.t.Helper()
	v, err := chromedp.Run(b.ctx, action)
	if err != nil {
		b.t.Fatal(err)
	}
	return v
}

// Eval is the value of a JavaScript expression in the page. A promise is waited
// for.
func Eval[T any](b *Tab, expression string) T {
	b.t.Helper()
	return Run(b, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
}

// Until waits for an expression to be true, for 20 seconds at most.
func (b *Tab) Until(expression string) {
	b.t.Helper()
	if _, err := chromedp.Run(b.ctx, chromedp.Poll[bool](expression, chromedp.WithPollingTimeout(20*time.Second))); err != nil {
		b.t.Fatalf("waiting for %s: %v", expression, err)
	}
}

// Set calls a method of the browser's protocol that chromedp has no name for:
// https://chromedevtools.github.io/devtools-protocol/
func (b *Tab) Set(method string, params map[string]any) {
	b.t.Helper()
	b.Do(chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		return t.Call(ctx, method, params, nil)
	}))
}

// Size makes the page width by height pixels.
func (b *Tab) Size(width, height int64) {
	b.t.Helper()
	b.Do(chromedp.EmulateViewport(width, height))
}

// Media makes the page "light" or "dark", without motion, and with the further
// media features that are given as name and value in turn, such as
// "forced-colors", "active".
func (b *Tab) Media(scheme string, more ...string) {
	b.t.Helper()
	features := []map[string]string{
		{"name": "prefers-color-scheme", "value": scheme},
		{"name": "prefers-reduced-motion", "value": "reduce"},
	}
	for i := 0; i+1 < len(more); i += 2 {
		features = append(features, map[string]string{"name": more[i], "value": more[i+1]})
	}
	b.Set("Emulation.setEmulatedMedia", map[string]any{"features": features})
}

// Language makes the browser ask for a language from now on.
func (b *Tab) Language(tag string) {
	b.t.Helper()
	agent := Eval[string](b, "navigator.userAgent")
	b.Set("Emulation.setUserAgentOverride", map[string]any{"userAgent": agent, "acceptLanguage": tag})
}

// NoCookies makes the browser one that was never here.
func (b *Tab) NoCookies() {
	b.t.Helper()
	b.Set("Network.clearBrowserCookies", nil)
}
