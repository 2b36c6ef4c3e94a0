package web

import (
	"crypto/sha256"
	"encoding/base64"
	"net/http"
	"time"

	"signpost/bot/channel"
)

// The cookie of staff is apart from that of the chat: leaving quickly and the idle
// half hour end the chat and leave it alone. It is set for somebody who became
// known in this browser and for nobody else, so whoever only looks for help has
// one cookie and no more. Like the other its name says nothing.
const (
	staffName   = "s"
	secureStaff = "__Host-s"
)

// staffLife is how long a browser keeps the cookie after it last came. What it is
// worth is decided where hats are kept, by the same time.
const staffLife = 12 * time.Hour

// staffID is the door's id of a person, which belongs to a token. Like that of a
// chat it can't open anything.
func staffID(token string) string {
	sum := sha256.Sum256([]byte("signpost web staff " + token))
	return base64.RawURLEncoding.EncodeToString(sum[:16])
}

// staffToken is the secret in the request's cookie of staff, "" for none that we
// could have made.
func (s *Site) staffToken(r *http.Request) string {
	name := staffName
	if s.https(r) {
		name = secureStaff
	}
	return tokenIn(r, name)
}

// staffCookie makes the cookie with a token; "" makes the one that removes it.
func (s *Site) staffCookie(r *http.Request, token string) *http.Cookie {
	c := &http.Cookie{
		Name: staffName, Value: token, Path: "/", MaxAge: int(staffLife.Seconds()),
		HttpOnly: true, SameSite: http.SameSiteLaxMode, Secure: s.https(r),
	}
	if c.Secure {
		c.Name = secureStaff
	}
	if token == "" {
		c.MaxAge = -1
	}
	return c
}

// badge is how a chat's browser is known.
type badge struct {
	own   string // the token that becomes the cookie if somebody becomes known here
	given string // the cookie that was brought last
	dead  string // the cookie that leads to nobody
	known bool   // what was used last leads to somebody
}

// using is the token that counts: the cookie, unless it leads to nobody.
func (b badge) using() string {
	if b.given != "" && b.given != b.dead {
		return b.given
	}
	return b.own
}

// present notes the cookie that came with a request and gives the id of staff to
// bring. The chat has a token of its own for the moment when somebody becomes
// known: one that was made for them, and that nobody can have planted.
func (s *Site) present(r *http.Request, c *chat) (id string, err error) {
	c.mu.Lock()
	own := c.badge.own
	c.mu.Unlock()
	if own == "" { // made without the chat's lock, which comes after that of all chats
		if own, err = s.chats.token(); err != nil {
			return "", err
		}
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.badge.own = own
	c.badge.given = s.staffToken(r)
	return staffID(c.badge.using()), nil
}

// recognised takes in what a letter says about who is here.
func (c *chat) recognised(now channel.Staff) {
	c.mu.Lock()
	defer c.mu.Unlock()
	switch now {
	case channel.Known:
		c.badge.known = true
	case channel.Unknown:
		c.badge.known, c.badge.dead = false, c.badge.given
	case channel.Left:
		c.badge.known, c.badge.dead, c.badge.own = false, c.badge.given, ""
	}
}

// remember sets the cookie of staff for who is known here, anew each time so that it
// lasts from the last visit, and removes one that leads to nobody.
func (s *Site) remember(w http.ResponseWriter, r *http.Request, c *chat) {
	c.mu.Lock()
	b := c.badge
	c.mu.Unlock()
	brought := s.staffToken(r)
	switch {
	case b.known && b.using() != "":
		http.SetCookie(w, s.staffCookie(r, b.using()))
	case brought != "" && brought == b.dead:
		http.SetCookie(w, s.staffCookie(r, ""))
	}
}
