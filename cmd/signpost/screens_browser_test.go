package main

import (
	"context"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"signpost/bot/store"
	"signpost/bot/web"
	"signpost/bot/web/webtest"
	"signpost/directory/sqlite"
	"signpost/locales"
)

// TestEveryScreen plays the transcripts in the page, in every language, in a
// real browser, and looks at each screen they lead to: axe-core finds nothing,
// light or dark; on the narrowest phone (320 px) and with all type twice as large
// nothing is wider than the screen. With SIGNPOST_SHOTS it leaves a picture of
// each in that folder.
func TestEveryScreen(t *testing.T) {
	walks := plans(t)
	for _, l := range locales.Languages() {
		t.Run(l.Tag, func(t *testing.T) {
			t.Parallel()
			v := newVisitor(t, l)
			v.tab.NeedsAxe()
			for _, p := range walks {
				v.walk(p)
			}
			v.notAConversation()
		})
	}
}

// visitor is somebody who reads one language, with a phone, at a page of their own.
type visitor struct {
	*testing.T
	tab      *webtest.Tab
	language locales.Language
	origin   string
	shots    string
	looked   int
}

// newVisitor opens the page of the invented town and a browser.
func newVisitor(t *testing.T, l locales.Language) *visitor {
	t.Helper()
	dir, kept := townHouse(t)
	return newVisitorAt(t, l, dir, kept, onTheDay, []web.Try{})
}

// newVisitorAt is newVisitor over files of the invented town that are open, with the
// links to try it.
func newVisitorAt(t *testing.T, l locales.Language, dir *sqlite.Directory, kept *store.Store, now func() time.Time, as []web.Try) *visitor {
	t.Helper()
	tab := webtest.Open(t, 390, 844, l.Tag)
	log := slog.New(slog.DiscardHandler)
	h, err := build(town, dir, kept, now, log)
	if err != nil {
		t.Fatal(err)
	}
	page, err := openPort(t.Context(), "localhost:0")
	if err != nil {
		t.Fatal(err)
	}
	front, err := browser(&world{ctx: t.Context(), err: &words{}, log: log}, h, page, "", as)
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- h.run(ctx, front) }()
	t.Cleanup(func() {
		stop()
		if err := <-ended; err != nil {
			t.Error(err)
		}
	})
	return &visitor{T: t, tab: tab, language: l, origin: "http://" + reachable(page.Addr()), shots: os.Getenv("SIGNPOST_SHOTS")}
}

// walk does what a plan says, as somebody who was never here.
func (v *visitor) walk(p plan) {
	v.Helper()
	v.tab.NoCookies()
	v.tab.Do(chromedp.Navigate(v.origin+"/"), chromedp.WaitVisible(chromedp.CSS("#latest ~ .text")))
	for i, s := range p.steps {
		if i > 0 {
			if trouble := v.does(s); trouble != "" {
				v.Errorf("%s, line %d: %s", p.name, s.line, trouble)
				return
			}
		}
		if s.look != "" {
			v.look(fmt.Sprintf("%s-%02d", p.name, i), s.look)
		}
	}
}

// does takes one step, as a person would: in the page, by its buttons and its
// field. It gives what is wrong, "" for nothing.
func (v *visitor) does(s step) string {
	v.Helper()
	press := s.press
	if press == chosen {
		press = v.language.Tag
	}
	return webtest.Eval[string](v.tab, fmt.Sprintf(`(async () => {
		const still = async () => { do await new Promise(r => setTimeout(r, 4)); while (log.hasAttribute("aria-busy")); };
		const log = document.getElementById("log"), box = document.querySelector("dialog");
		const [text, press] = [%q, %q];
		if (box) { box.querySelector(".button").click(); await still(); }
		if (text) {
			document.getElementById("text").value = text;
			document.querySelector(".send").click();
		} else {
			const meant = b => { const d = b.value.slice(b.value.indexOf(" ") + 1); return d.startsWith("1o") ? d.split(".").slice(2).join(".") : d; };
			const buttons = [...log.querySelectorAll("button")];
			let all = buttons.filter(b => meant(b) == press);
			if (!all.length) all = buttons.filter(b => meant(b).startsWith(press + ".")); // with the door's id of a message
			if (!all.length) return "there is no button that does " + press;
			all.at(-1).click();
		}
		await still();
		const said = document.getElementById("status").textContent || (document.getElementById("problem") || {}).textContent;
		return said || "";
	})()`, s.text, press))
}

// look judges the screen.
func (v *visitor) look(name, screen string) {
	v.Helper()
	v.looked++
	complain := func(how, found string) {
		v.Helper()
		if found != "" {
			v.Errorf("%s (%s), %s:\n%s", name, screen, how, found)
		}
	}
	complain("light", v.tab.Axe())
	v.picture(name)
	v.tab.Media("dark")
	complain("dark", v.tab.Axe("color-contrast"))
	v.tab.Media("light")
	v.tab.Size(320, 640)
	complain("at 320 px", v.tab.Misfits())
	complain("at 320 px", v.tab.Axe("target-size"))
	webtest.Eval[bool](v.tab, `document.documentElement.style.fontSize = "212.5%", true`) // twice what the style sheet says
	complain("at 320 px with large type", v.tab.Misfits())
	webtest.Eval[bool](v.tab, `document.documentElement.style.fontSize = "", true`)
	v.tab.Size(390, 844)
}

// picture keeps the screen as a person has it before them, as high as the newest
// message needs.
func (v *visitor) picture(name string) {
	v.Helper()
	if v.shots == "" {
		return
	}
	high := webtest.Eval[int64](v.tab, `(() => { const a = document.getElementById("latest");
		return a ? Math.ceil(document.getElementById("log").getBoundingClientRect().bottom - a.parentNode.getBoundingClientRect().top) + 260 : 844; })()`)
	v.tab.Size(390, max(844, min(high, 6000)))
	webtest.Eval[bool](v.tab, `(() => { const a = document.getElementById("latest"); if (a) a.parentNode.scrollIntoView({block: "start"}); return true; })()`)
	picture := webtest.Run(v.tab, chromedp.CaptureScreenshot())
	v.tab.Size(390, 844)
	file := filepath.Join(v.shots, strings.ToLower(v.language.Tag)+"-"+name+".png")
	if err := os.WriteFile(file, picture, 0o600); err != nil {
		v.Fatal(err)
	}
}

// notAConversation looks at the pages with one sentence.
func (v *visitor) notAConversation() {
	v.Helper()
	for name, path := range map[string]string{"missing": "/nowhere", "ended": "/ended"} {
		v.tab.NoCookies()
		v.tab.Do(chromedp.Navigate(v.origin+path), chromedp.WaitVisible(chromedp.CSS("#problem")))
		v.look(name, path)
	}
}
