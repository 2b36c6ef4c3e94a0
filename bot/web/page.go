package web

import (
	"bytes"
	"context"
	"errors"
	"html/template"
	"net/http"
	"strconv"
	"strings"

	"signpost/bot/channel"
	"signpost/bot/talk"
	"signpost/locales"
)

// notice is what the page says beside the conversation.
type notice struct {
	text  locales.Text
	typed string // what could not be sent, back in the field
}

// view is what the templates see.
type view struct {
	P        phrases
	Assets   assets
	Lang     string
	Dir      string
	Demo     bool
	Try      []Try
	LeaveTo  string
	Idle     int // seconds
	Nonce    string
	Notice   template.HTML
	Typed    string
	Late     bool
	Popup    template.HTML
	Messages []shown

	words Words
}

// Say is a phrase in the page's language.
func (v view) Say(t locales.Text) template.HTML { return inline(v.words.Render(v.Lang, t)) }

// Words is a phrase without tags, for attributes and the title.
func (v view) Words(t locales.Text) string {
	return unmarked.Replace(locales.Plain(v.words.Render(v.Lang, t)))
}

// unmarked takes out the marks that keep directions apart in running text: a
// title and an attribute stand alone.
var unmarked = strings.NewReplacer("\u2068", "", "\u2069", "", "\u200f", "")

// UrgentData is the data of the button that is on every page.
func (v view) UrgentData() string { return talk.StandingData(talk.UrgentCommand, "") }

// shown is a message as the template sees it.
type shown struct {
	ID, Lang, Dir string
	Own           bool
	Text          string
	Body          template.HTML
	Rows          [][]channel.Button
	Keep, Urgent  bool
	Latest        bool
}

// direction is the dir attribute.
func direction(rtl bool) string {
	if rtl {
		return "rtl"
	}
	return "ltr"
}

// snapshot is what a chat's page shows now.
func (c *chat) snapshot(v *view) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.language != "" {
		v.Lang, v.Dir = c.language, direction(c.rtl)
	}
	v.Popup, v.Late = c.popup, c.late
	latest := len(c.messages) - 1
	if i := c.find(c.first); i >= 0 {
		latest = i
	}
	for i, m := range c.messages {
		v.Messages = append(v.Messages, shown{
			ID: m.id, Lang: m.lang, Dir: direction(m.rtl), Own: m.own, Text: m.text,
			Body: m.body, Rows: m.rows, Keep: m.keep, Urgent: m.urgent, Latest: i == latest,
		})
	}
}

// blank is a page without a conversation, in the language the browser asks for.
func (s *Site) blank(r *http.Request) view {
	lang := locales.Match(appLanguage(r))
	if lang == "" {
		lang = "en"
	}
	return view{
		P: say, Assets: s.assets, Lang: lang, Dir: direction(locales.IsRTL(lang)), Demo: s.o.Demo, Try: s.o.Try,
		LeaveTo: s.o.LeaveTo, Idle: int(s.o.Idle.Seconds()), words: s.o.Words,
	}
}

// show writes the conversation's page.
func (s *Site) show(w http.ResponseWriter, r *http.Request, c *chat, status int, n notice) {
	v := s.blank(r)
	c.snapshot(&v)
	nonce, err := s.chats.token()
	if err != nil {
		nonce = "" // only a double press is noticed by it
	}
	v.Nonce, v.Typed = nonce, n.typed
	if !n.text.IsZero() {
		v.Notice = v.Say(n.text)
	}
	s.write(w, status, "page.html", v)
}

// problem writes a page with one sentence, in the person's language.
func (s *Site) problem(w http.ResponseWriter, r *http.Request, status int, phrase locales.Text) {
	v := s.blank(r)
	if token := s.token(r); token != "" {
		if c := s.chats.byID(chatID(token)); c != nil {
			c.mu.Lock()
			if c.language != "" {
				v.Lang, v.Dir = c.language, direction(c.rtl)
			}
			c.mu.Unlock()
		}
	}
	v.Notice = v.Say(phrase)
	s.write(w, status, "problem.html", v)
}

// trouble says why somebody could not come in.
func (s *Site) trouble(w http.ResponseWriter, r *http.Request, err error) {
	status, phrase := s.reason(err)
	s.problem(w, r, status, phrase)
}

// reason is the status and the sentence for an error.
func (s *Site) reason(err error) (int, locales.Text) {
	switch {
	case errors.Is(err, errBusy):
		return http.StatusTooManyRequests, say.Busy
	case errors.Is(err, errCrowded), errors.Is(err, context.Canceled):
		return http.StatusServiceUnavailable, say.Busy
	}
	s.o.Log.Error("the page could not bring what somebody sent", "door", DoorName)
	return http.StatusServiceUnavailable, say.Broken
}

// write sends a page whole or not at all.
func (s *Site) write(w http.ResponseWriter, status int, name string, v view) {
	var b bytes.Buffer
	if err := pages.ExecuteTemplate(&b, name, v); err != nil {
		// A template that fails is a fault of the code; a test shows every page.
		s.o.Log.Error("a page could not be made", "page", name)
		w.WriteHeader(http.StatusInternalServerError)
		return
	}
	h := w.Header()
	h.Set("Content-Type", "text/html; charset=utf-8")
	h.Set("Content-Language", v.Lang)
	h.Set("Content-Length", strconv.Itoa(b.Len()))
	w.WriteHeader(status)
	_, _ = w.Write(b.Bytes()) // whoever went away needs no page
}
