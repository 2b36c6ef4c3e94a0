package web

import (
	"github.com/chromedp/chromedp"

	"signpost/bot/web/webtest"
)

// chrome is a person with a real browser at the page of a world.
type chrome struct {
	*world
	tab *webtest.Tab
}

// openChrome starts a browser of the width and language at the page.
func openChrome(w *world, width, height int64, language string) *chrome {
	w.Helper()
	return &chrome{w, webtest.Open(w.T, width, height, language)}
}

// do carries actions out, or fails.
func (c *chrome) do(actions ...chromedp.Action[chromedp.Void]) {
	c.Helper()
	c.tab.Do(actions...)
}

// run carries one action out and gives its value.
func run[T any](c *chrome, action chromedp.Action[T]) T {
	c.Helper()
	return webtest.Run(c.tab, action)
}

// eval is the value of an expression in the page.
func eval[T any](c *chrome, expression string) T {
	c.Helper()
	return webtest.Eval[T](c.tab, expression)
}

// until waits for an expression to be true.
func (c *chrome) until(expression string) {
	c.Helper()
	c.tab.Until(expression)
}

// visit opens the page.
func (c *chrome) visit() {
	c.Helper()
	c.do(chromedp.Navigate(c.server.URL+"/"), chromedp.WaitVisible(chromedp.CSS("#latest ~ .text")))
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

// fits checks that nothing is wider than the screen or too small to press.
func (c *chrome) fits() {
	c.Helper()
	if found := c.tab.Misfits(); found != "" {
		c.Error(found)
	}
}

// noScript switches JavaScript off.
func (c *chrome) noScript() {
	c.Helper()
	c.tab.Set("Emulation.setScriptExecutionDisabled", map[string]any{"value": true})
}
