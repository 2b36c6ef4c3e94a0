package web

import (
	"errors"
	"net/http"
	"strings"

	"signpost/bot/channel"
)

// maxBody is the largest form, in bytes. The longest text the talk takes, 10,000
// signs, has room in it in any script.
const maxBody = 64 << 10

// form reads a form of ours; false when it answered the request itself.
func (s *Site) form(w http.ResponseWriter, r *http.Request) bool {
	if !ours(r) {
		s.problem(w, r, http.StatusForbidden, say.Odd)
		return false
	}
	r.Body = http.MaxBytesReader(w, r.Body, maxBody)
	err := r.ParseForm()
	var large *http.MaxBytesError
	switch {
	case errors.As(err, &large):
		s.problem(w, r, http.StatusRequestEntityTooLarge, say.Large)
		return false
	case err != nil:
		s.problem(w, r, http.StatusBadRequest, say.Odd)
		return false
	}
	return true
}

// say brings a typed message.
func (s *Site) say(w http.ResponseWriter, r *http.Request) {
	if !s.form(w, r) {
		return
	}
	text := strings.ReplaceAll(strings.ToValidUTF8(r.PostForm.Get("text"), "\uFFFD"), "\r\n", "\n")
	text = strings.TrimSpace(strings.ReplaceAll(text, "\x00", ""))
	if text == "" {
		http.Redirect(w, r, "/", http.StatusSeeOther)
		return
	}
	s.act(w, r, "say\n"+text, channel.Inbound{Text: text})
}

// press brings a pressed button: the message it hangs under, a space, its data.
func (s *Site) press(w http.ResponseWriter, r *http.Request) {
	if !s.form(w, r) {
		return
	}
	tapped, data, ok := strings.Cut(r.PostForm.Get("b"), " ")
	if !ok || data == "" || len(data) > 64 || len(tapped) > 32 {
		s.problem(w, r, http.StatusBadRequest, say.Odd)
		return
	}
	s.act(w, r, "press\n"+tapped+" "+data, channel.Inbound{Data: data, Tapped: tapped})
}

// act brings an Inbound and shows the page: by a redirect to the newest message,
// so that a reload repeats nothing. A browser that brought no cookie may take
// none; it is shown the answer at once, since a redirect would lose it.
func (s *Site) act(w http.ResponseWriter, r *http.Request, what string, in channel.Inbound) {
	c, known, err := s.enter(w, r)
	if err != nil {
		s.refuse(w, r, nil, in, err)
		return
	}
	leave, err := s.lane(r.Context(), c)
	if err != nil {
		s.refuse(w, r, c, in, err)
		return
	}
	defer leave()
	nonce := r.PostForm.Get("u")
	if nonce == "" || !c.again(nonce+"\n"+what) {
		if err := s.take(r, c, in); err != nil {
			c.forget()
			s.refuse(w, r, c, in, err)
			return
		}
	}
	s.remember(w, r, c)
	if !known {
		s.show(w, r, c, http.StatusOK, notice{})
		return
	}
	http.Redirect(w, r, "/#latest", http.StatusSeeOther)
}

// take puts a typed message on the page and brings it; when it can't be brought
// it is taken off again.
func (s *Site) take(r *http.Request, c *chat, in channel.Inbound) error {
	if in.Text != "" {
		in.Message = c.echo(in.Text)
	} else {
		in.Callback = c.tap()
	}
	err := s.bring(r, c, in)
	if err != nil && in.Message != "" {
		c.remove(in.Message)
	}
	return err
}

// refuse says that something was not taken, and keeps what was typed in the
// field for another try.
func (s *Site) refuse(w http.ResponseWriter, r *http.Request, c *chat, in channel.Inbound, err error) {
	if c == nil || c.ended() || errors.Is(err, errNotConnected) {
		s.trouble(w, r, err)
		return
	}
	status, phrase := s.reason(err)
	s.show(w, r, c, status, notice{text: phrase, typed: in.Text})
}

// dismiss closes the message box.
func (s *Site) dismiss(w http.ResponseWriter, r *http.Request) {
	if !s.form(w, r) {
		return
	}
	if token := s.token(r); token != "" {
		if c := s.chats.find(token, s.o.Now(), s.o.Idle); c != nil {
			c.note("")
		}
	}
	http.Redirect(w, r, "/#latest", http.StatusSeeOther)
}

// leave ends the chat and goes to another site. It is never refused, and the
// person is gone before anything else is done: the Receiver is told afterwards,
// and by Sweep when that fails. Clear-Site-Data names neither "cookies", which
// would take those of staff too, nor "cache": Chromium then holds the answer back
// for 3 to 20 seconds (https://crbug.com/41343050), with the page still on the
// screen. There is nothing of the talk in the cache, as every page is no-store.
func (s *Site) leave(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	id := ""
	if ours(r) {
		id = s.end(r)
		http.SetCookie(w, s.cookie(r, ""))
		h.Set("Clear-Site-Data", `"storage"`)
	}
	h.Set("Location", s.o.LeaveTo)
	h.Set("Content-Length", "0")
	w.WriteHeader(http.StatusSeeOther)
	_ = http.NewResponseController(w).Flush() // a writer that can't flush sends it at the end
	if id != "" && s.tell(r.Context(), id) != nil {
		s.o.Log.Warn("a chat that was left could not be ended yet", "door", DoorName)
	}
}

// ended says that the chat was ended because nobody touched it. The page's own
// clock leads here; a chat that another tab has kept alive is shown instead.
func (s *Site) ended(w http.ResponseWriter, r *http.Request) {
	if token := s.token(r); token != "" {
		if s.chats.peek(token, s.o.Now(), s.o.Idle) != nil {
			http.Redirect(w, r, "/", http.StatusSeeOther)
			return
		}
		if ours(r) {
			s.chats.lose(chatID(token)) // not in memory since we started anew, but the Receiver may hold it
		}
		// Behind peek, so that the Receiver can be told of what has just ended.
		if s.tell(r.Context(), chatID(token)) != nil {
			s.o.Log.Warn("an idle chat could not be ended yet", "door", DoorName)
		}
		http.SetCookie(w, s.cookie(r, ""))
	}
	s.problem(w, r, http.StatusOK, say.Ended)
}
