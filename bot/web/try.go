package web

import (
	"context"
	"net/http"
	"strings"

	"signpost/locales"
)

// Try is somebody as whom a demonstration can be tried.
type Try struct {
	ID    string // stands in the address: a-z and _
	Label locales.Text
	// Payload makes the payload of the link that one comes in by, a new one each
	// time; nil for somebody who just comes in.
	Payload func(context.Context) (string, error)
}

// tryPath begins the addresses that make somebody another person.
const tryPath = "/try/"

// try makes whoever sits here a new person of a kind: what was before is left as
// by leaving quickly, and the hat with it.
func (s *Site) try(w http.ResponseWriter, r *http.Request) {
	if foreseen(r) {
		w.WriteHeader(http.StatusServiceUnavailable)
		return
	}
	id := strings.TrimPrefix(r.URL.Path, tryPath)
	for _, t := range s.o.Try {
		if t.ID != id {
			continue
		}
		to := "/"
		if t.Payload != nil {
			payload, err := t.Payload(r.Context())
			if err != nil {
				s.trouble(w, r, err)
				return
			}
			to = "/go/" + payload
		}
		if id := s.end(r); id != "" && s.tell(r.Context(), id) != nil {
			s.o.Log.Warn("a chat that was left could not be ended yet", "door", DoorName)
		}
		http.SetCookie(w, s.cookie(r, ""))
		http.SetCookie(w, s.staffCookie(r, ""))
		http.Redirect(w, r, to, http.StatusSeeOther)
		return
	}
	s.problem(w, r, http.StatusNotFound, say.Missing)
}

// end ends the chat of a request here and gives its id, "" when there is none. The
// Receiver must be told.
func (s *Site) end(r *http.Request) string {
	token := s.token(r)
	if token == "" {
		return ""
	}
	id := chatID(token)
	if c := s.chats.byID(id); c != nil {
		s.chats.drop(c)
	} else {
		s.chats.lose(id) // not in memory, but the Receiver may hold it
	}
	return id
}
