package web

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"signpost/bot/channel"
)

// What a talk seldom shows passes axe-core too: a message box, a message that
// was not taken, an answer that is late; on a large screen, in both directions.
func TestAxeInTrouble(t *testing.T) {
	for _, lang := range []string{"en", "ur"} {
		w := newWorld(t, func(o *Options) { o.Demo = true })
		c := openChrome(w, 1280, 900, lang)
		judge := func(state string) {
			t.Helper()
			for _, scheme := range []string{"light", "dark"} {
				c.tab.Media(scheme)
				if found := c.tab.Axe(); found != "" {
					t.Errorf("%s, %s, %s:\n%s", lang, state, scheme, found)
				}
			}
			c.tab.Media("light")
			c.fits()
		}
		c.visit()
		judge("the menu")
		w.desk.mu.Lock()
		w.desk.answer = func(in channel.Inbound) []channel.Letter {
			return []channel.Letter{{Language: lang, RTL: lang == "ur", Popup: "0808 157 0001", Callback: in.Callback}}
		}
		w.desk.mu.Unlock()
		eval[bool](c, `document.querySelector("#log button").click(), true`)
		c.until(`document.querySelector("dialog:modal") !== null`)
		judge("a message box")
		c.do(chromedp.Click(chromedp.CSS("dialog .button")))
		c.until(`document.querySelector("dialog") === null`)

		w.desk.mu.Lock()
		w.desk.slow = errDown
		w.desk.mu.Unlock()
		c.do(chromedp.SendKeys(chromedp.CSS("#text"), "hello"), chromedp.Click(chromedp.CSS(".send")))
		c.until(`document.querySelector("#notes .notice") !== null`)
		judge("an answer that is late")

		w.desk.mu.Lock()
		w.desk.fail = errDown
		w.desk.mu.Unlock()
		c.do(chromedp.SendKeys(chromedp.CSS("#text"), "please help"), chromedp.Click(chromedp.CSS(".send")))
		c.until(`document.querySelector("#problem") !== null`)
		judge("a message that was not taken")
	}
}

// Who sets their own colours loses ours: each thing to press, each card and the
// place of the keyboard must still have an edge.
func TestForcedColours(t *testing.T) {
	w := newWorld(t, nil)
	w.desk.answer = func(in channel.Inbound) []channel.Letter {
		urgent := card(false)
		urgent.Urgent = true
		return append(script(in), card(false), urgent)
	}
	c := openChrome(w, 390, 844, "en")
	c.tab.Media("light", "forced-colors", "active")
	c.visit()
	if !eval[bool](c, `matchMedia("(forced-colors: active)").matches`) {
		t.Fatal("the browser forces no colours")
	}
	if bare := eval[string](c, `[...document.querySelectorAll("button, .button, textarea, .kept, .urgent")].filter(e => {
		const s = getComputedStyle(e);
		return parseFloat(s.borderTopWidth) < 1 || s.borderTopStyle == "none" || s.borderTopColor == s.backgroundColor || s.borderTopColor == "rgba(0, 0, 0, 0)";
	}).map(e => e.outerHTML.slice(0, 80)).join("\n")`); bare != "" {
		t.Errorf("without an edge:\n%s", bare)
	}
	c.do(chromedp.KeyEvent("\t"), chromedp.KeyEvent("\t"))
	if !eval[bool](c, `(s => s.outlineStyle == "solid" && parseFloat(s.outlineWidth) >= 3)(getComputedStyle(document.activeElement))`) {
		t.Error("where the keyboard is can't be seen")
	}
}

// The card for danger stands out by more than its colour.
func TestUrgentCardStandsOut(t *testing.T) {
	w := newWorld(t, nil)
	w.desk.answer = func(channel.Inbound) []channel.Letter {
		urgent := card(true)
		urgent.Urgent = true
		return []channel.Letter{menu(true), card(true), urgent}
	}
	c := openChrome(w, 320, 640, "ur")
	c.visit()
	for _, scheme := range []string{"light", "dark"} {
		c.tab.Media(scheme)
		if !eval[bool](c, `["Top", "Right", "Bottom", "Left"].every(side => {
			const width = of => parseFloat(getComputedStyle(document.querySelector(of))["border" + side + "Width"]);
			return width(".urgent") >= 3 && width(".message:not(.kept)") < 3;
		})`) {
			t.Errorf("%s: the border of the urgent card is no thicker than others", scheme)
		}
	}
}

// On paper: the card with its number and place, and nothing that was written or
// can only be pressed.
func TestPrintOfACard(t *testing.T) {
	w := newWorld(t, nil)
	c := openChrome(w, 390, 844, "en")
	c.visit()
	c.do(chromedp.SendKeys(chromedp.CSS("#text"), "I can't sleep"), chromedp.Click(chromedp.CSS(".send")))
	c.until(`document.querySelectorAll("article").length == 3`)
	c.tab.Set("Emulation.setEmulatedMedia", map[string]any{"media": "print"})
	if page := eval[string](c, `document.body.innerText`); strings.Contains(page, "sleep") || !strings.Contains(page, "nobody reads what you write here") {
		t.Errorf("without a card the talk is printed, but not what somebody wrote:\n%s", page)
	}
	c.tab.Media("light")
	c.do(chromedp.SendKeys(chromedp.CSS("#text"), "many"), chromedp.Click(chromedp.CSS(".send")))
	c.until(`document.querySelectorAll(".kept").length == 1`)
	c.tab.Set("Emulation.setEmulatedMedia", map[string]any{"media": "print"})
	page := eval[string](c, `document.body.innerText`)
	for _, want := range []string{"Tea and Talk", "01632 960123", "1 Example Road", "Checked by the group"} {
		if !strings.Contains(page, want) {
			t.Errorf("%q is not printed:\n%s", want, page)
		}
	}
	for _, bad := range []string{"sleep", "many", "5 places that fit", "Urgent help", "Next times", w.words("en", say.Leave), w.words("en", say.Label)} {
		if strings.Contains(page, bad) {
			t.Errorf("%q is printed:\n%s", bad, page)
		}
	}
}

// On a slow line the page says at once that it has heard, then shows the answer
// in the place where the eyes are.
func TestSlowNetwork(t *testing.T) {
	w := newWorld(t, nil)
	c := openChrome(w, 390, 844, "en")
	c.tab.Set("Network.enable", nil)
	c.tab.Set("Network.emulateNetworkConditions", map[string]any{"offline": false, "latency": 600, "downloadThroughput": 30_000, "uploadThroughput": 15_000})
	c.visit()
	c.press("Find somebody to talk to")
	c.until(`document.querySelector("#status").textContent == document.body.dataset.wait`)
	if !eval[bool](c, `document.querySelector("#log").getAttribute("aria-busy") == "true" && document.querySelector("#status").getAttribute("role") == "status"`) {
		t.Error("who can't see it is not told that an answer is awaited")
	}
	c.until(`document.querySelector("#log").innerText.includes("5 places that fit")`)
	c.until(`document.querySelector("#status").textContent == "" && document.activeElement.matches("article.newest")`)
}

// A ticked box keeps the place of whoever ticks: with the keyboard the next box
// is one Tab away, not a walk through the page.
func TestFocusStaysOnATickedBox(t *testing.T) {
	w := newWorld(t, nil)
	ticked := map[string]bool{}
	w.desk.answer = func(in channel.Inbound) []channel.Letter {
		ticked[in.Data] = !ticked[in.Data]
		l := channel.Letter{Language: "en", HTML: "What is it about?", Edit: in.Tapped}
		for _, name := range []string{"Lonely", "Very low", "Can't sleep"} {
			label := name
			if ticked[name] {
				label = "✓ " + name
			}
			l.Rows = append(l.Rows, []channel.Button{{Label: label, Data: name}})
		}
		return []channel.Letter{l}
	}
	c := openChrome(w, 390, 844, "en")
	c.visit()
	eval[bool](c, `document.querySelectorAll("#log .button")[1].focus(), true`)
	c.do(chromedp.KeyEvent("\r"))
	c.until(`document.activeElement.innerText == "✓ Very low"`)
	c.do(chromedp.KeyEvent("\t"), chromedp.KeyEvent("\r"))
	c.until(`document.activeElement.innerText == "✓ Can't sleep"`)
	if n := eval[int](c, `[...document.querySelectorAll("#log .button")].filter(b => b.innerText.startsWith("✓")).length`); n != 2 {
		t.Errorf("%d boxes are ticked, want 2", n)
	}
}
