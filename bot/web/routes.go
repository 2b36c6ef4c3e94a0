package web

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"

	"signpost/bot/channel"
)

// route is what an address takes: with GET or with POST.
type route struct {
	get, post func(http.ResponseWriter, *http.Request)
}

// routes are the addresses of the page.
func (s *Site) routes() map[string]route {
	return map[string]route{
		"/":           {get: s.look},
		"/say":        {post: s.say},
		"/press":      {post: s.press},
		"/dismiss":    {post: s.dismiss},
		"/leave":      {post: s.leave},
		"/ended":      {get: s.ended},
		"/healthz":    {get: healthz},
		"/readyz":     {get: s.readyz},
		"/robots.txt": {get: robots},
	}
}

// ServeHTTP answers for every address of the page.
func (s *Site) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	defer func() {
		if fault := recover(); fault != nil {
			if fault == http.ErrAbortHandler {
				panic(fault)
			}
			// The value may hold what somebody typed; its type can't.
			s.o.Log.Error("the page broke", "fault", fmt.Sprintf("%T", fault))
			s.problem(w, r, http.StatusInternalServerError, say.Broken)
		}
	}()
	s.protect(w.Header())
	if payload, ok := strings.CutPrefix(r.URL.Path, "/go/"); ok {
		s.method(w, r, route{get: func(w http.ResponseWriter, r *http.Request) { s.deepLink(w, r, payload) }})
		return
	}
	if strings.HasPrefix(r.URL.Path, tryPath) {
		s.method(w, r, route{get: s.try})
		return
	}
	if rest, ok := strings.CutPrefix(r.URL.Path, voicePath); ok {
		s.method(w, r, route{get: func(w http.ResponseWriter, r *http.Request) { s.playVoice(w, r, rest) }})
		return
	}
	if way, ok := s.ways[r.URL.Path]; ok {
		s.method(w, r, way)
		return
	}
	if r.Method != http.MethodGet && r.Method != http.MethodHead || !s.assets.serve(w, r) {
		s.problem(w, r, http.StatusNotFound, say.Missing)
	}
}

// method answers by the request's method, or says which ones there are.
func (s *Site) method(w http.ResponseWriter, r *http.Request, way route) {
	switch {
	case way.get != nil && r.Method == http.MethodGet:
		way.get(w, r)
	case way.get != nil && r.Method == http.MethodHead:
		w.WriteHeader(http.StatusOK) // nobody looks: no chat is begun
	case way.post != nil && r.Method == http.MethodPost:
		way.post(w, r)
	default:
		w.Header().Set("Allow", map[bool]string{true: "GET, HEAD", false: "POST"}[way.get != nil])
		s.problem(w, r, http.StatusMethodNotAllowed, say.Missing)
	}
}

func healthz(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	fmt.Fprintln(w, "ok")
}

// readyz says whether a person would be answered now, and not why not: strangers
// may ask.
func (s *Site) readyz(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	if s.o.Ready != nil && !s.o.Ready(r.Context()) {
		w.WriteHeader(http.StatusServiceUnavailable)
		fmt.Fprintln(w, "not ready")
		return
	}
	fmt.Fprintln(w, "ready")
}

// robots keeps search engines away: each visit would begin a chat.
func robots(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	fmt.Fprint(w, "User-agent: *\nDisallow: /\n")
}

// look shows the conversation. Somebody new is greeted first; one whose chat is
// not in memory is shown where they were.
func (s *Site) look(w http.ResponseWriter, r *http.Request) {
	if r.URL.Query().Has("start") {
		s.deepLink(w, r, r.URL.Query().Get("start"))
		return
	}
	if foreseen(r) {
		w.WriteHeader(http.StatusServiceUnavailable)
		return
	}
	c, _, err := s.enter(w, r)
	if err != nil {
		s.trouble(w, r, err)
		return
	}
	if err := s.greet(r, c, ""); err != nil {
		s.trouble(w, r, err)
		return
	}
	s.remember(w, r, c)
	s.show(w, r, c, http.StatusOK, notice{})
}

// foreseen reports whether a browser asks ahead of a person.
func foreseen(r *http.Request) bool {
	return strings.Contains(r.Header.Get("Sec-Purpose")+r.Header.Get("Purpose"), "prefetch")
}

// deepLink begins with what a poster or an invitation says, and leads to an
// address without it.
func (s *Site) deepLink(w http.ResponseWriter, r *http.Request, payload string) {
	if len(payload) > 64 || !urlSafe(payload) {
		s.problem(w, r, http.StatusNotFound, say.Missing)
		return
	}
	if foreseen(r) {
		w.WriteHeader(http.StatusServiceUnavailable)
		return
	}
	c, _, err := s.enter(w, r)
	if err != nil {
		s.trouble(w, r, err)
		return
	}
	if payload == "" {
		err = s.greet(r, c, "")
	} else {
		err = s.greet(r, c, payload)
	}
	if err != nil {
		s.trouble(w, r, err)
		return
	}
	s.remember(w, r, c)
	http.Redirect(w, r, "/", http.StatusSeeOther)
}

// enter gives the chat of a request, and whether the request brought its cookie.
// A request without one gets a new chat and its cookie.
func (s *Site) enter(w http.ResponseWriter, r *http.Request) (c *chat, known bool, err error) {
	now := s.o.Now()
	token := s.token(r)
	if token != "" {
		if c := s.chats.find(token, now, s.o.Idle); c != nil {
			return c, true, nil
		}
		// The one before may have ended a moment ago: its end must be known first,
		// or the next person at this screen would be shown the conversation.
		if err := s.tell(r.Context(), chatID(token)); err != nil {
			return nil, true, err
		}
		c, err := s.chats.add(token, now)
		return c, true, err
	}
	if token, err = s.chats.token(); err != nil {
		return nil, false, err
	}
	if c, err = s.chats.add(token, now); err != nil {
		return nil, false, err
	}
	c.mu.Lock()
	c.new = true
	c.mu.Unlock()
	http.SetCookie(w, s.cookie(r, token))
	return c, false, nil
}

// greet tells the Receiver that somebody is here, unless it knows: "/start" from
// a new person, Resume for one who has a cookie, "/start payload" in any case
// when there is one.
func (s *Site) greet(r *http.Request, c *chat, payload string) error {
	c.mu.Lock()
	known := c.opened
	c.mu.Unlock()
	if known && payload == "" {
		return nil
	}
	leave, err := s.lane(r.Context(), c)
	if err != nil {
		return err
	}
	defer leave()
	c.mu.Lock()
	known, fresh := c.opened, c.new
	c.mu.Unlock()
	in := channel.Inbound{Text: strings.TrimSpace("/start " + payload)}
	switch {
	case payload != "":
	case known:
		return nil
	case !fresh:
		in = channel.Inbound{Resume: true}
	}
	return s.bring(r, c, in)
}

// errBusy says that a chat sent more than it can be answered.
var errBusy = errors.New("too many requests of one chat")

// lane waits until no other request of the chat is under way. The caller calls
// leave when its own is done.
func (s *Site) lane(ctx context.Context, c *chat) (leave func(), err error) {
	c.mu.Lock()
	if c.waiting >= maxWaiting {
		c.mu.Unlock()
		return nil, errBusy
	}
	c.waiting++
	c.mu.Unlock()
	defer func() {
		c.mu.Lock()
		c.waiting--
		c.mu.Unlock()
	}()
	select {
	case c.lane <- struct{}{}:
		return func() { <-c.lane }, nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// bring takes one Inbound to the Receiver and waits for the answer. It goes on
// when the person's connection breaks: what they sent must not be lost by that.
// The caller holds the chat's lane.
func (s *Site) bring(r *http.Request, c *chat, in channel.Inbound) error {
	in.Chat, in.At, in.Language = c.key(), s.o.Now(), appLanguage(r)
	staff, err := s.present(r, c)
	if err != nil {
		return err
	}
	in.Staff = staff
	c.mu.Lock()
	if !c.opened && !c.new { // not in memory until now: whoever sends this may be another person
		in.Resume = true
	}
	c.mu.Unlock()
	c.begin()
	ctx, cancel := context.WithTimeout(context.WithoutCancel(r.Context()), receiveFor)
	defer cancel()
	if err := s.receive(ctx, in); err != nil {
		return err
	}
	c.mu.Lock()
	c.opened = true
	c.acted = c.acted || in.Data != "" || in.Message != ""
	c.mu.Unlock()
	wait, stop := context.WithTimeout(context.WithoutCancel(r.Context()), deliverFor)
	defer stop()
	if err := s.deliver(wait, c.key()); err != nil {
		// The turn is saved and its letters wait; the page says that they come.
		c.mu.Lock()
		c.late = true
		c.mu.Unlock()
		s.o.Log.Warn("an answer is late", "door", DoorName)
	}
	return nil
}
