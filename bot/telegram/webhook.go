package telegram

import (
	"context"
	"crypto/subtle"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"net/url"
	"strconv"
	"sync"
	"time"
)

const (
	maxUpdate   = 1 << 20          // bytes of an update; real ones have some thousands
	maxInHand   = 256              // updates that are let in at the same time
	holdup      = 25 * time.Second // how long a delivery may wait for a slow house; Telegram waits longer
	comeAgain   = 2 * time.Second  // after which one that was not saved is to come again
	secretField = "X-Telegram-Bot-Api-Secret-Token"
)

// Webhook says how Telegram brings the updates, instead of them being fetched.
type Webhook struct {
	// URL is how Telegram reaches the house: https, a path and no query. With a Bot
	// API server of one's own it may be http.
	URL string
	// Listener is where they arrive, without TLS: a server with https stands in
	// front. Run closes it.
	Listener net.Listener
}

// errWebhook is an address that is no good.
var errWebhook = errors.New("the address of a webhook is written like https://example.org/some/path, without a query")

// path is where the updates come to.
func (w *Webhook) path() (string, error) {
	u, err := url.Parse(w.URL)
	if err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http" || u.User != nil ||
		u.RawQuery != "" || u.ForceQuery || u.Fragment != "" || u.Path == "" {
		return "", errWebhook
	}
	return u.Path, nil
}

// webhookWorks looks whether there is all that a webhook needs, if one is wanted.
func (b *Bot) webhookWorks() error {
	if b.webhook == nil {
		return nil
	}
	if b.webhook.Listener == nil || b.sign == nil {
		return errors.New("telegram: a webhook needs a listener and a way to sign")
	}
	_, err := b.webhook.path()
	return err
}

// secret is what Telegram says with each update, so that nobody else brings any.
func (b *Bot) secret() string { return b.sign("secret\n" + b.number() + "\n" + b.webhook.URL) }

// hook receives what Telegram brings to the webhook. An update is answered with
// 200 when it is saved, and with 503 otherwise: then Telegram brings it again.
type hook struct {
	*poller
	path   string
	secret string
	queues queues
	slots  chan struct{}   // chats that are received at the same time
	work   context.Context // of what is in hand

	mu     sync.Mutex
	closed bool
	inHand int            // deliveries
	under  map[int64]bool // updates that are being received
	busy   sync.WaitGroup
}

// listen receives by the webhook until ctx ends. What is in hand then is finished.
func (p *poller) listen(ctx context.Context) error {
	ctx, shut := context.WithCancel(ctx)
	defer shut()
	work, cancel := lasting(ctx)
	defer cancel()
	path, err := p.webhook.path()
	if err != nil {
		return err
	}
	h := &hook{
		poller: p, path: path, secret: p.secret(), work: work, slots: make(chan struct{}, lanes), under: map[int64]bool{},
		queues: queues{clock: p.clock, of: map[int64]*queue{}},
	}
	server := &http.Server{
		Handler: h, ReadHeaderTimeout: 5 * time.Second, ReadTimeout: 15 * time.Second, WriteTimeout: holdup + 20*time.Second,
		IdleTimeout: 90 * time.Second, MaxHeaderBytes: 16 << 10, ErrorLog: log.New(io.Discard, "", 0),
	}
	served, kept := make(chan error, 1), make(chan error, 1)
	go func() { served <- server.Serve(p.webhook.Listener) }()
	go func() { kept <- p.keep(ctx) }()
	select {
	case err = <-kept: // ctx ended, or the token is wrong
		shut()
	case err = <-served:
		err = fmt.Errorf("listening for telegram: %w", err)
		shut()
		<-kept
	}
	h.close()
	end, done := context.WithTimeout(context.WithoutCancel(ctx), grace)
	defer done()
	if server.Shutdown(end) != nil {
		_ = server.Close()
	}
	h.busy.Wait()
	return err
}

// ServeHTTP implements http.Handler.
func (h *hook) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	switch {
	case r.URL.Path != h.path:
		w.WriteHeader(http.StatusNotFound)
		return
	case r.Method != http.MethodPost:
		w.Header().Set("Allow", http.MethodPost)
		w.WriteHeader(http.StatusMethodNotAllowed)
		return
	case subtle.ConstantTimeCompare([]byte(r.Header.Get(secretField)), []byte(h.secret)) != 1:
		w.WriteHeader(http.StatusUnauthorized)
		return
	case !h.open():
		later(w)
		return
	}
	defer h.done()
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxUpdate))
	var large *http.MaxBytesError
	switch {
	case errors.As(err, &large):
		w.WriteHeader(http.StatusRequestEntityTooLarge)
		return
	case err != nil || !json.Valid(body):
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	u := h.read(r.Context(), body)
	if u.ID == 0 {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	h.met()
	h.health.Called(true, true)
	if !h.receive(r.Context(), u) {
		later(w)
	}
}

// later asks for an update to come again.
func later(w http.ResponseWriter) {
	w.Header().Set("Retry-After", strconv.Itoa(int(comeAgain.Seconds())))
	w.WriteHeader(http.StatusServiceUnavailable)
}

// open lets a delivery in, unless the house is closing or full.
func (h *hook) open() bool {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.closed || h.inHand >= maxInHand {
		return false
	}
	h.inHand++
	h.busy.Add(1)
	return true
}

func (h *hook) done() {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.inHand--
	h.busy.Done()
}

// close lets nobody in any more.
func (h *hook) close() {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.closed = true
}

// receive brings one update when it is its turn, and reports whether it is saved.
// A slow house goes on with it after the delivery was given up; it comes again and
// is known by then.
func (h *hook) receive(ctx context.Context, u update) bool {
	if h.known(u.ID) {
		return false // it came again too early
	}
	ctx, cancel := context.WithTimeout(ctx, h.patient())
	defer cancel()
	defer context.AfterFunc(h.work, cancel)()
	leave, ok := h.queues.enter(ctx, u.lane(), u.ID, func() bool { return h.urgent(u) })
	if !ok {
		return false
	}
	free, ok := h.slot(ctx, u)
	if !ok {
		leave(false)
		return false
	}
	taken := make(chan bool, 1)
	h.begin(u.ID)
	h.busy.Go(func() {
		ok := false
		defer func() { taken <- ok }() // last of all: it may come again at once
		defer free()
		defer h.end(u.ID)
		ok = h.try(h.work, u, h.saved.Load())
		leave(ok)
	})
	select {
	case ok := <-taken:
		return ok
	case <-ctx.Done():
		return false
	}
}

// patient is how long a delivery may wait: less when Telegram has few connections left
// to bring what is urgent.
func (h *hook) patient() time.Duration {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.inHand > connections/2 {
		return h.holdup / 5
	}
	return h.holdup
}

// known reports an update that is being received just now.
func (h *hook) known(id int64) bool {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.under[id]
}

func (h *hook) begin(id int64) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.under[id] = true
}

func (h *hook) end(id int64) {
	h.mu.Lock()
	defer h.mu.Unlock()
	delete(h.under, id)
}

// slot returns when there is room for one more to be received, or ctx ended. What is
// urgent needs none.
func (h *hook) slot(ctx context.Context, u update) (free func(), ok bool) {
	free = func() { <-h.slots }
	select {
	case h.slots <- struct{}{}:
		return free, true
	default:
	}
	if h.urgent(u) {
		return func() {}, true
	}
	select {
	case h.slots <- struct{}{}:
		return free, true
	case <-ctx.Done():
		return nil, false
	}
}
