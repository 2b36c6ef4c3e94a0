package webtest

import (
	"os"
	"strings"
	"sync"
)

// Misfits says what of the page is wider than the screen, too low to press
// (44 px; 24 is the least of https://www.w3.org/TR/WCAG22/#target-size-minimum)
// or in type under 16 px; "" when all of it fits.
func (b *Tab) Misfits() string {
	b.t.Helper()
	return Eval[string](b, misfits)
}

const misfits = `(() => {
	const all = [...document.querySelectorAll("body *")].filter(e => e.getClientRects().length > 0);
	const name = why => e => why + ": " + e.outerHTML.slice(0, 90);
	const unseen = e => e.closest(".skip, .unseen, .who, .name");
	const wide = all.filter(e => { const r = e.getBoundingClientRect(); return !unseen(e) && (r.right > innerWidth + 1 || r.left < -1); });
	const low = all.filter(e => e.matches("button, .button, textarea") && e.getBoundingClientRect().height < 44);
	const cut = all.filter(e => e.matches("button, .button, dialog") && e.scrollWidth > e.clientWidth + 1);
	const tiny = all.filter(e => parseFloat(getComputedStyle(e).fontSize) < 16);
	const page = document.documentElement;
	return [...wide.map(name("wider than the screen")), ...low.map(name("lower than 44 px")), ...cut.map(name("wider than its edge")),
		...tiny.map(name("type under 16 px")), ...(page.scrollWidth > page.clientWidth ? ["the page scrolls sideways"] : [])].join("\n");
})()`

// AxeVariable names the environment variable with the path of axe.min.js.
const AxeVariable = "SIGNPOST_AXE"

// axeSource is axe-core as the environment has it.
var axeSource = sync.OnceValues(func() (string, error) {
	path := os.Getenv(AxeVariable)
	if path == "" {
		return "", nil
	}
	b, err := os.ReadFile(path)
	return string(b), err
})

// NeedsAxe skips the test where there is no axe-core; with CI=true it fails.
func (b *Tab) NeedsAxe() {
	b.t.Helper()
	source, err := axeSource()
	switch {
	case err != nil:
		b.t.Fatal(err)
	case source != "":
	case os.Getenv("CI") == "true":
		b.t.Fatalf("CI needs axe-core: %s is the path of its axe.min.js", AxeVariable)
	default:
		b.t.Skipf("no axe-core: %s names no axe.min.js", AxeVariable)
	}
}

// Axe says what axe-core finds wrong with the page as it is shown now, by the
// rules of WCAG 2.2 up to AA and by axe's own of good practice; "" for nothing.
// Bars that stay in place while the page moves are set into the page meanwhile.
// Given names of rules, it asks those alone.
// https://github.com/dequelabs/axe-core/blob/develop/doc/API.md
func (b *Tab) Axe(rules ...string) string {
	b.t.Helper()
	b.NeedsAxe()
	if !Eval[bool](b, `typeof axe == "object"`) {
		source, _ := axeSource() // NeedsAxe has looked at the error
		Eval[bool](b, source+"\n;true")
	}
	only := `{type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}`
	if len(rules) > 0 {
		only = `{type: "rule", values: ["` + strings.Join(rules, `", "`) + `"]}`
	}
	return Eval[string](b, `(async () => {
		const stuck = [...document.querySelectorAll("body *")].filter(e => getComputedStyle(e).position == "sticky");
		stuck.forEach(e => e.style.position = "static"); // what is under a bar comes out when the page is moved
		const found = await axe.run(document, {resultTypes: ["violations"], runOnly: `+only+`, rules: {"target-size": {enabled: true}}});
		stuck.forEach(e => e.removeAttribute("style"));
		return found.violations.map(v => v.id + " (" + v.help + ")\n" +
			v.nodes.slice(0, 4).map(n => "  " + n.html.slice(0, 200) + "\n    " + (n.failureSummary || "").replace(/\s+/g, " ")).join("\n")).join("\n");
	})()`)
}
