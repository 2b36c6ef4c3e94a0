package web

import (
	"bytes"
	"context"
	"errors"
	"io"
	"log/slog"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync"
	"testing"
	"time"

	"signpost/bot/channel"
	"signpost/locales"
)

// desk answers by a script, as the runner does: Receive takes, Deliver sends.
type desk struct {
	mu      sync.Mutex
	door    channel.Channel
	answer  func(channel.Inbound) []channel.Letter
	took    []channel.Inbound
	waiting []channel.Letter
	fail    error // what Receive gives
	slow    error // what Deliver gives
	errs    []error
	block   chan struct{} // Receive waits for it when it isn't nil
}

func (d *desk) Receive(_ context.Context, in channel.Inbound) error {
	d.mu.Lock()
	block := d.block
	d.mu.Unlock()
	if block != nil && !in.Blocked {
		<-block
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.fail != nil {
		return d.fail
	}
	d.took = append(d.took, in)
	if d.answer != nil && !in.Blocked {
		for _, l := range d.answer(in) {
			l.Chat = in.Chat
			d.waiting = append(d.waiting, l)
		}
	}
	return nil
}

func (d *desk) Deliver(ctx context.Context, _ channel.Chat) error {
	d.mu.Lock()
	if d.slow != nil {
		defer d.mu.Unlock()
		return d.slow
	}
	letters := d.waiting
	d.waiting = nil
	d.mu.Unlock()
	for _, l := range letters {
		if _, err := d.door.Send(ctx, l); err != nil {
			d.mu.Lock()
			d.errs = append(d.errs, err)
			d.mu.Unlock()
		}
	}
	return nil
}

// inbounds are what arrived so far.
func (d *desk) inbounds() []channel.Inbound {
	d.mu.Lock()
	defer d.mu.Unlock()
	return append([]channel.Inbound(nil), d.took...)
}

// newest is what arrived last.
func (d *desk) newest(t *testing.T) channel.Inbound {
	t.Helper()
	all := d.inbounds()
	if len(all) == 0 {
		t.Fatal("nothing arrived")
	}
	return all[len(all)-1]
}

// clock is a clock that the test moves.
type clock struct {
	mu  sync.Mutex
	now time.Time
}

func (c *clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now
}

func (c *clock) pass(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = c.now.Add(d)
}

// world is a page with a desk behind it.
type world struct {
	*testing.T
	site   *Site
	desk   *desk
	clock  *clock
	server *httptest.Server
	log    *bytes.Buffer
}

// newWorld opens a page; change may alter its Options.
func newWorld(t *testing.T, change func(*Options)) *world {
	t.Helper()
	words, err := locales.Load()
	if err != nil {
		t.Fatal(err)
	}
	w := &world{T: t, desk: &desk{answer: script}, log: &bytes.Buffer{}}
	w.clock = &clock{now: time.Date(2030, 6, 2, 14, 5, 0, 0, time.UTC)}
	o := Options{
		Receiver: w.desk,
		Words:    words,
		Now:      w.clock.Now,
		Random:   rand.NewChaCha8([32]byte{7}),
		Log:      slog.New(slog.NewTextHandler(w.log, nil)),
	}
	if change != nil {
		change(&o)
	}
	if w.site, err = New(o); err != nil {
		t.Fatal(err)
	}
	w.desk.door = w.site
	w.server = httptest.NewServer(w.site)
	t.Cleanup(w.server.Close)
	return w
}

// words are a phrase of the page as it is read.
func (w *world) words(language string, t locales.Text) string {
	return locales.Plain(w.site.o.Words.Render(language, t))
}

// browser is somebody at the page, without JavaScript.
type browser struct {
	t      *testing.T
	server *httptest.Server
	jar    map[string]string
	header http.Header // goes with each request
	page   string      // what is to be seen
	last   *http.Response
	trail  []string // each address that was asked for
}

// browser is a new browser with the headers of one.
func (w *world) browser() *browser {
	return &browser{
		t: w.T, server: w.server, jar: map[string]string{},
		header: http.Header{"Accept-Language": {"en-GB,en;q=0.9"}, "Sec-Fetch-Site": {"same-origin"}},
	}
}

// ask makes one request and keeps cookies; it follows nothing.
func (b *browser) ask(method, path string, form url.Values) *http.Response {
	b.t.Helper()
	var body io.Reader
	if form != nil {
		body = strings.NewReader(form.Encode())
	}
	req, err := http.NewRequestWithContext(b.t.Context(), method, b.server.URL+path, body)
	if err != nil {
		b.t.Fatal(err)
	}
	req.Header = b.header.Clone()
	if form != nil {
		req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	for name, value := range b.jar {
		req.AddCookie(&http.Cookie{Name: name, Value: value})
	}
	res, err := http.DefaultTransport.RoundTrip(req)
	if err != nil {
		b.t.Fatal(err)
	}
	defer res.Body.Close()
	page, err := io.ReadAll(res.Body)
	if err != nil {
		b.t.Fatal(err)
	}
	for _, c := range res.Cookies() {
		if c.MaxAge < 0 {
			delete(b.jar, c.Name)
		} else {
			b.jar[c.Name] = c.Value
		}
	}
	b.page, b.last = string(page), res
	b.trail = append(b.trail, path)
	return res
}

// goTo asks and follows redirects on our own page.
func (b *browser) goTo(method, path string, form url.Values) *http.Response {
	b.t.Helper()
	res := b.ask(method, path, form)
	for range 5 {
		to := res.Header.Get("Location")
		if res.StatusCode != http.StatusSeeOther || !strings.HasPrefix(to, "/") {
			return res
		}
		b.trail = append(b.trail, to)
		to, _, _ = strings.Cut(to, "#")
		res = b.ask(http.MethodGet, to, nil)
	}
	b.t.Fatal("the page redirects for ever")
	return nil
}

// open looks at the page.
func (b *browser) open() *http.Response { b.t.Helper(); return b.goTo("GET", "/", nil) }

// nonce is the hidden field of the page's forms.
func (b *browser) nonce() string {
	_, after, _ := strings.Cut(b.page, `name="u" value="`)
	nonce, _, _ := strings.Cut(after, `"`)
	return nonce
}

// say types and sends.
func (b *browser) say(text string) *http.Response {
	b.t.Helper()
	return b.goTo("POST", "/say", url.Values{"text": {text}, "u": {b.nonce()}})
}

// press presses the newest button with a label.
func (b *browser) press(label string) *http.Response {
	b.t.Helper()
	for _, m := range backward(screen(b.t, b.page)) {
		for i, l := range m.buttons {
			if l == label {
				return b.goTo("POST", "/press", url.Values{"b": {m.values[i]}, "u": {b.nonce()}})
			}
		}
	}
	b.t.Fatalf("no button %q on the page:\n%s", label, b.page)
	return nil
}

// sees fails when a text is not on the page.
func (b *browser) sees(want string) {
	b.t.Helper()
	if !strings.Contains(b.page, want) {
		b.t.Errorf("%q is not on the page:\n%s", want, b.page)
	}
}

// seesNot fails when a text is on the page.
func (b *browser) seesNot(bad string) {
	b.t.Helper()
	if strings.Contains(b.page, bad) {
		b.t.Errorf("%q is on the page:\n%s", bad, b.page)
	}
}

// told fails when the page does not tell a phrase as its problem.
func (b *browser) told(want string) {
	b.t.Helper()
	got := byID(b.t, b.page, "problem")
	if got == "" || strings.Join(strings.Fields(got), " ") != strings.Join(strings.Fields(want), " ") {
		b.t.Errorf("the page tells %q, want %q", got, want)
	}
}

// errDown is a desk that is out of order.
var errDown = errors.New("down")
