package web

import (
	"net/http"
	"net/url"
	"strings"
)

// policy is the Content-Security-Policy: our own files and nothing else.
// form-action has to allow the scheme of the address that "leave quickly" goes
// to: Chromium applies it to every redirect that follows a form, and the other
// site may redirect once more (www.bbc.co.uk does, abroad). Held back there, a
// person would sit before the page they wanted to leave.
func policy(leaveScheme string) string {
	return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; media-src 'self'; connect-src 'self'; " +
		"form-action 'self' " + leaveScheme + ":; base-uri 'none'; frame-ancestors 'none'"
}

// protect sets the headers that every answer has.
func (s *Site) protect(h http.Header) {
	h.Set("Content-Security-Policy", s.policy)
	h.Set("Referrer-Policy", "no-referrer")
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("X-Frame-Options", "DENY")
	h.Set("Cross-Origin-Opener-Policy", "same-origin")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	h.Set("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()")
	h.Set("X-DNS-Prefetch-Control", "off")
	h.Set("X-Robots-Tag", "noindex, nofollow")
	h.Set("Cache-Control", "no-store")
}

// ours reports whether a request that changes something comes from our own page.
// Browsers since 2023 say so in Sec-Fetch-Site. Older ones send Origin, which is
// "null" here, since our pages ask for no referrer: for those the cookie is the
// guard, as SameSite=Lax keeps it at home when another site sends a form.
func ours(r *http.Request) bool {
	switch r.Header.Get("Sec-Fetch-Site") {
	case "same-origin":
		return true
	case "":
		origin := r.Header.Get("Origin")
		if origin == "" || origin == "null" {
			return true
		}
		u, err := url.Parse(origin)
		return err == nil && u.Host == r.Host
	}
	return false
}

// https reports whether the person reaches us by https.
func (s *Site) https(r *http.Request) bool {
	return s.secure || r.TLS != nil ||
		s.o.Proxied && strings.EqualFold(r.Header.Get("X-Forwarded-Proto"), "https")
}

// The cookie's name says nothing. With https it has the prefix that lets only
// this host set it: https://www.rfc-editor.org/rfc/rfc6265#section-8 and its
// successor, section 4.1.3.
const (
	cookieName   = "c"
	secureCookie = "__Host-c"
)

// cookie makes the cookie with a token; "" makes the one that removes it. It has
// no date, so it goes with the browser's window.
func (s *Site) cookie(r *http.Request, token string) *http.Cookie {
	c := &http.Cookie{
		Name: cookieName, Value: token, Path: "/",
		HttpOnly: true, SameSite: http.SameSiteLaxMode, Secure: s.https(r),
	}
	if c.Secure {
		c.Name = secureCookie
	}
	if token == "" {
		c.MaxAge = -1
	}
	return c
}

// token is the secret in the request's cookie, "" when there is none that we
// could have made.
func (s *Site) token(r *http.Request) string {
	name := cookieName
	if s.https(r) {
		name = secureCookie
	}
	return tokenIn(r, name)
}

// tokenIn is the token in a cookie, "" when it can't be one of ours.
func tokenIn(r *http.Request, cookie string) string {
	c, err := r.Cookie(cookie)
	if err != nil || len(c.Value) != 22 || !urlSafe(c.Value) {
		return ""
	}
	return c.Value
}

// urlSafe reports whether a text holds only A-Z, a-z, 0-9, "_" and "-".
func urlSafe(s string) bool {
	for _, r := range s {
		switch {
		case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r >= '0' && r <= '9', r == '_', r == '-':
		default:
			return false
		}
	}
	return true
}

// appLanguage is the first tag of Accept-Language, "" when it is none.
func appLanguage(r *http.Request) string {
	tag, _, _ := strings.Cut(r.Header.Get("Accept-Language"), ",")
	tag, _, _ = strings.Cut(tag, ";")
	tag = strings.TrimSpace(tag)
	if len(tag) > 35 || !urlSafe(tag) || strings.Contains(tag, "_") {
		return ""
	}
	return tag
}
