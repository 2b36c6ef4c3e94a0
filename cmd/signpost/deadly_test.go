package main

import (
	"html"
	"net/http"
	"regexp"
	"strings"
	"sync"
)

// moment is when the program is killed: between the message of a person and the
// answer to it.
type moment string

const (
	fetched  moment = "an update was fetched"
	written  moment = "the answer reached Telegram, and nobody saw it"
	seen     moment = "the answer was seen, and Telegram did not say so"
	answered moment = "all was done"
)

// deadly stands before Telegram and kills the program at a moment, once for each
// time that it is armed.
type deadly struct {
	*botAPI
	at moment

	mu    sync.Mutex
	armed bool
	kill  func()
	ever  []string // every text that was seen
}

// strikes reports whether the moment has come, once.
func (d *deadly) strikes(at moment) bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	strike := d.armed && d.at == at
	if strike {
		d.armed = false
		d.kill()
	}
	return strike
}

// arm makes the next moment deadly.
func (d *deadly) arm(kill func()) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.armed, d.kill = true, kill
}

// struck reports whether the moment has come since it was armed.
func (d *deadly) struck() bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	return !d.armed
}

func (d *deadly) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	method := r.URL.Path[strings.LastIndex(r.URL.Path, "/")+1:]
	showing := method == "sendMessage" || method == "editMessageText"
	if showing && d.strikes(written) {
		panic(http.ErrAbortHandler)
	}
	if !showing {
		d.botAPI.ServeHTTP(w, r)
		if method == "getUpdates" && d.waits() {
			_ = http.NewResponseController(w).Flush()
			d.strikes(fetched)
		}
		return
	}
	if err := r.ParseForm(); err != nil {
		d.t.Error(err)
	}
	held := &holding{ResponseWriter: w, header: http.Header{}}
	d.botAPI.ServeHTTP(held, r)
	d.wasShown(plainly(r.PostForm.Get("text")))
	if d.strikes(seen) {
		panic(http.ErrAbortHandler)
	}
	w.Header().Set("Content-Type", "application/json")
	_, _ = w.Write(held.body)
}

// wasShown notes a text that stands in the chat now: its buttons can be pressed.
func (d *deadly) wasShown(text string) {
	d.mu.Lock()
	d.ever = append(d.ever, text)
	d.mu.Unlock()
	d.botAPI.mu.Lock()
	defer d.botAPI.mu.Unlock()
	d.changed()
}

// waits reports an update that was not yet acknowledged.
func (d *deadly) waits() bool {
	d.botAPI.mu.Lock()
	defer d.botAPI.mu.Unlock()
	return len(d.queue) > 0
}

// holding keeps an answer back.
type holding struct {
	http.ResponseWriter
	header http.Header
	body   []byte
}

func (h *holding) Header() http.Header { return h.header }

func (h *holding) Write(b []byte) (int, error) {
	h.body = append(h.body, b...)
	return len(b), nil
}

var tag = regexp.MustCompile(`<[^>]*>`)

// plainly is a text of Telegram as one reads it.
func plainly(text string) string { return html.UnescapeString(tag.ReplaceAllString(text, "")) }

// wasSeen reports whether something was ever seen since the chat began anew.
func (d *deadly) wasSeen(part string) bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	for _, text := range d.ever {
		if strings.Contains(text, part) {
			return true
		}
	}
	return false
}
