package web

import (
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"signpost/bot/channel"
)

// elsewhere is a site to leave to.
func elsewhere(t *testing.T) string {
	t.Helper()
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		_, _ = w.Write([]byte("<title>Weather</title><p id=weather>Sunny"))
	}))
	t.Cleanup(s.Close)
	// Another host than the page's, and a redirect of its own, as real sites have.
	first := httptest.NewServer(http.RedirectHandler(strings.Replace(s.URL, "127.0.0.1", "localhost", 1)+"/weather", http.StatusFound))
	t.Cleanup(first.Close)
	return first.URL
}

func TestUrduOnAPhone(t *testing.T) {
	for _, width := range []int64{390, 320} {
		w := newWorld(t, func(o *Options) { o.Demo = true })
		c := openChrome(w, width, 844, "ur")
		c.visit()
		if dir := eval[string](c, `getComputedStyle(document.body).direction`); dir != "rtl" {
			t.Errorf("the page runs %s", dir)
		}
		c.press("مدد تلاش کریں")
		c.until(`document.querySelector("#log").innerText.includes("Harbour Hall")`)
		c.press("1. Tea and Talk")
		c.until(`document.querySelectorAll("article").length == 2`)
		c.fits()
		if dir := eval[string](c, `getComputedStyle(document.querySelector('a[href^="tel:"]')).direction`); dir != "ltr" {
			t.Errorf("a phone number runs %s", dir)
		}
		// The digits of the number stand from left to right.
		if !eval[bool](c, `(() => {
			const text = document.querySelector('a[href^="tel:"]').firstChild, r = document.createRange();
			const at = i => { r.setStart(text, i); r.setEnd(text, i + 1); return r.getBoundingClientRect().left; };
			const digits = [...text.data].map((s, i) => /[0-9]/.test(s) ? at(i) : null).filter(x => x !== null);
			return digits.every((x, i) => i == 0 || x > digits[i - 1]);
		})()`) {
			t.Error("the digits of a phone number are out of order")
		}
	}
}

// Numbers to press stand beside each other, and are large enough for a thumb.
func TestNumbersStandInARow(t *testing.T) {
	for _, width := range []int64{390, 320} {
		w := newWorld(t, nil)
		w.desk.answer = func(channel.Inbound) []channel.Letter {
			l := channel.Letter{HTML: "How many?"}
			for _, row := range [][]string{{"0", "1", "2", "3", "4"}, {"10–14", "15–19", "20–29", "30–49", "50–99"}} {
				var keys []channel.Button
				for _, label := range row {
					keys = append(keys, channel.Button{Label: label, Data: "n" + label})
				}
				l.Rows = append(l.Rows, keys)
			}
			return []channel.Letter{l}
		}
		c := openChrome(w, width, 844, "en")
		c.visit()
		c.do(chromedp.SendKeys(chromedp.CSS("#text"), "log\r"))
		c.until(`document.querySelector("#log").innerText.includes("50–99")`)
		c.fits()
		for i, at := range eval[[][][]float64](c, `[...document.querySelectorAll(".newest .row, .newest ~ .row")].slice(0, 2).map(r =>
			[...r.children].map(b => b.getBoundingClientRect()).map(b => [b.top, b.width, b.height]))`) {
			for _, b := range at {
				if i == 0 && b[0] != at[0][0] || b[1] < 44 || b[2] < 44 || b[2] > 60 {
					t.Errorf("at %d px: top, width and height of row %d: %v", width, i, at)
					break
				}
			}
		}
	}
}

// 320 px wide with all type twice as large: https://www.w3.org/TR/WCAG22/#reflow
func TestLargeType(t *testing.T) {
	w := newWorld(t, nil)
	c := openChrome(w, 320, 640, "en")
	c.visit()
	c.press("Find somebody to talk to")
	c.until(`document.querySelector("#log").innerText.includes("Harbour Hall")`)
	eval[bool](c, `document.documentElement.style.fontSize = "200%", true`)
	c.fits()
}

// What is read out after a typed message keeps its languages, and has nothing in
// it to press a second time.
func TestWhatIsHeardKeepsItsLanguages(t *testing.T) {
	w := newWorld(t, nil)
	w.desk.answer = func(channel.Inbound) []channel.Letter {
		return []channel.Letter{{Language: "pl", HTML: `To <span lang="en">Tea and Talk</span>: <a href="tel:01632960123">01632 960123</a>`, Rows: rows("Menu", "menu")}}
	}
	c := openChrome(w, 390, 844, "pl")
	c.visit()
	c.do(chromedp.SendKeys(chromedp.CSS("#text"), "herbata\r"))
	c.until(`document.querySelector("#heard").textContent.includes("01632 960123")`)
	if !eval[bool](c, `document.querySelector("#heard [lang=pl] span[lang=en]").textContent == "Tea and Talk"`) {
		t.Errorf("heard: %s", eval[string](c, `document.querySelector("#heard").innerHTML`))
	}
	if n := eval[int](c, `document.querySelectorAll("#heard a[href], #heard button").length`); n > 0 {
		t.Errorf("%d things to press are heard", n)
	}
}

func TestWithJavaScript(t *testing.T) {
	w := newWorld(t, nil)
	c := openChrome(w, 390, 844, "en")
	c.visit()
	eval[bool](c, `window.sameDocument = true`)
	c.press("Find somebody to talk to")
	c.until(`document.querySelector("#log").innerText.includes("5 places that fit")`)
	if got := w.desk.newest(t); got.Data != "find" {
		t.Errorf("the press brought %+v", got)
	}
	c.until(`document.activeElement.matches("article.newest")`) // what is new is read out

	c.press("1. Tea and Talk")
	c.until(`document.querySelectorAll("article").length == 2`)
	c.until(`document.activeElement.matches("article.kept.newest")`)

	c.do(chromedp.SendKeys(chromedp.CSS("#text"), "I can't <sleep>\r"))
	c.until(`document.querySelectorAll("article").length == 4`)
	if got := w.desk.newest(t); got.Text != "I can't <sleep>" {
		t.Errorf("the text brought %q", got.Text)
	}
	c.until(`document.querySelector("#heard").textContent.includes("I did not find that")`)
	if !eval[bool](c, `document.activeElement.id == "text" && document.activeElement.value == ""`) {
		t.Error("after sending, the field is not ready for more")
	}
	if !eval[bool](c, `window.sameDocument === true`) {
		t.Error("the page was loaded anew")
	}
	if n := eval[int](c, `history.length`); n > 2 { // about:blank and the page
		t.Errorf("the talk left %d steps in the history", n)
	}

	c.press("Urgent help")
	c.until(`document.querySelector("dialog:modal") !== null`)
	if !eval[bool](c, `document.querySelector("dialog").contains(document.activeElement) && document.querySelector("dialog .leave").offsetParent !== null`) {
		t.Error("the box has no focus or no way out")
	}
	c.do(chromedp.KeyEvent("\u001b"))
	c.until(`document.querySelector("dialog") === null`)
	eventually(t, "the closed box is gone", func() bool {
		chat := w.site.chats.byID(w.desk.newest(t).Chat.ID)
		chat.mu.Lock()
		defer chat.mu.Unlock()
		return chat.popup == ""
	})
}

// What is pressed and typed while an answer is awaited is not lost.
func TestImpatience(t *testing.T) {
	w := newWorld(t, nil)
	c := openChrome(w, 390, 844, "en")
	c.visit()
	block := make(chan struct{})
	w.desk.mu.Lock()
	w.desk.block = block
	w.desk.mu.Unlock()
	c.do(chromedp.SendKeys(chromedp.CSS("#text"), "first"), chromedp.Click(chromedp.CSS(".send")))
	c.until(`document.querySelector("#log").getAttribute("aria-busy") == "true"`)
	c.do(chromedp.SetValue(chromedp.CSS("#text"), "second, not sent yet"))
	c.press("Urgent help")
	c.press("Urgent help")
	close(block)
	c.until(`document.querySelector("dialog:modal") !== null`)
	var got []string
	for _, in := range w.desk.inbounds() {
		got = append(got, in.Text+in.Data)
	}
	if want := []string{"/start", "first", "numbers"}; !slices.Equal(got, want) {
		t.Errorf("arrived: %q, want %q", got, want)
	}
	if got := eval[string](c, `document.querySelector("#text").value`); got != "second, not sent yet" {
		t.Errorf("the field holds %q: what was typed is lost", got)
	}
}

func TestTroubleWithJavaScript(t *testing.T) {
	w := newWorld(t, nil)
	c := openChrome(w, 390, 844, "en")
	c.visit()
	w.desk.mu.Lock()
	w.desk.fail = errDown
	w.desk.mu.Unlock()
	c.do(chromedp.SendKeys(chromedp.CSS("#text"), "please help"), chromedp.Click(chromedp.CSS(".send")))
	c.until(`document.querySelector("#problem") && document.querySelector("#problem").textContent.includes("999")`)
	if got := eval[string](c, `document.querySelector("#text").value`); got != "please help" {
		t.Errorf("the field holds %q: what was typed is lost", got)
	}
	w.server.CloseClientConnections()
	w.server.Close()
	c.do(chromedp.Click(chromedp.CSS(".send")))
	c.until(`document.querySelector("#status").textContent == document.body.dataset.offline`)
	if got := eval[string](c, `document.querySelector("#text").value`); got != "please help" {
		t.Errorf("the field holds %q: what was typed is lost", got)
	}
}

func TestKeyboard(t *testing.T) {
	w := newWorld(t, nil)
	c := openChrome(w, 1280, 844, "en")
	c.visit()
	var order []string
	for range 9 {
		c.do(chromedp.KeyEvent("\t"))
		order = append(order, eval[string](c, `document.activeElement.innerText.trim() || document.activeElement.id`))
	}
	want := []string{w.words("en", say.Skip), w.words("en", say.Urgent), w.words("en", say.Leave), "Find somebody to talk to", "How things work", "Language · زبان", "Urgent help", "text", w.words("en", say.Send)}
	if !slices.Equal(order, want) {
		t.Errorf("Tab leads through %q, want %q", order, want)
	}
	if !eval[bool](c, `getComputedStyle(document.activeElement).outlineStyle == "solid"`) {
		t.Error("where the keyboard is can't be seen")
	}
}

func TestLeaveQuicklyInABrowser(t *testing.T) {
	for _, how := range []string{"button", "escape", "without JavaScript"} {
		t.Run(how, func(t *testing.T) {
			to := elsewhere(t)
			w := newWorld(t, func(o *Options) { o.LeaveTo = to })
			c := openChrome(w, 390, 844, "en")
			if how == "without JavaScript" {
				c.noScript()
			}
			c.visit()
			c.do(chromedp.SendKeys(chromedp.CSS("#text"), "something private"), chromedp.Click(chromedp.CSS(".send")))
			c.do(chromedp.WaitVisible(chromedp.CSS(".own")))
			if how == "escape" {
				c.do(chromedp.KeyEvent("\u001b"), chromedp.KeyEvent("\u001b"))
			} else {
				c.do(chromedp.Click(chromedp.CSS(".bar .leave")))
			}
			c.do(chromedp.WaitVisible(chromedp.CSS("#weather")))
			eventually(t, "the chat is ended", func() bool { return w.desk.newest(t).Blocked })
			if how == "without JavaScript" { // Back leads to a new chat, never to the one that was left
				c.do(chromedp.NavigateBack(), chromedp.WaitVisible(chromedp.CSS("#log")))
				if page := run(c, chromedp.Text(chromedp.CSS("body"))); strings.Contains(page, "something private") {
					t.Error("Back shows what was left")
				}
				return
			}
			for _, e := range run(c, chromedp.NavigationEntries()).Entries {
				if strings.HasPrefix(e.URL, w.server.URL) {
					t.Errorf("the history still leads to %s", e.URL)
				}
			}
		})
	}
}

// A tab that was forgotten goes with the one that was left.
func TestLeaveQuicklyTakesAllTabs(t *testing.T) {
	to := elsewhere(t)
	w := newWorld(t, func(o *Options) { o.LeaveTo = to })
	c := openChrome(w, 390, 844, "en")
	c.visit()
	second := &chrome{w, c.tab.Second()}
	second.visit()
	second.do(chromedp.Click(chromedp.CSS(".bar .leave")))
	c.do(chromedp.WaitVisible(chromedp.CSS("#weather")))
	second.do(chromedp.WaitVisible(chromedp.CSS("#weather")))
}

func TestWithJavaScriptSwitchedOff(t *testing.T) {
	w := newWorld(t, nil)
	c := openChrome(w, 390, 844, "en")
	c.noScript()
	c.visit()
	follow := func(action chromedp.Action[chromedp.Void]) {
		t.Helper()
		if _, err := chromedp.RunResponse(c.tab.Context(), action); err != nil {
			t.Fatal(err)
		}
	}
	shows := func(want string) {
		t.Helper()
		if page := run(c, chromedp.Text(chromedp.CSS("main"))); !strings.Contains(page, want) {
			t.Errorf("the page does not show %q:\n%s", want, page)
		}
	}
	follow(chromedp.Click(button("Find somebody to talk to")))
	shows("5 places that fit")
	follow(chromedp.Click(button("1. Tea and Talk")))
	shows("A quiet hour with tea")
	c.do(chromedp.SendKeys(chromedp.CSS("#text"), "I can't sleep"))
	follow(chromedp.Click(chromedp.CSS(".send")))
	shows("I did not find that")
	if at := run(c, chromedp.Location()); !strings.HasSuffix(at, "/#latest") {
		t.Errorf("the address is %s", at)
	}
	follow(chromedp.Click(button("Urgent help")))
	shows("0808 157 0001")
	follow(chromedp.Click(button(w.words("en", say.Close))))
	if page := run(c, chromedp.Text(chromedp.CSS("main"))); strings.Contains(page, "0808 157 0001") {
		t.Error("the box does not close")
	}
}
