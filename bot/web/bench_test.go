package web

import (
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"signpost/locales"
)

// BenchmarkPress is one press and the page that follows it, without a network.
func BenchmarkPress(b *testing.B) {
	words, err := locales.Load()
	if err != nil {
		b.Fatal(err)
	}
	d := &desk{answer: script}
	s, err := New(Options{Receiver: d, Words: words, Random: rand.NewChaCha8([32]byte{7})})
	if err != nil {
		b.Fatal(err)
	}
	d.door = s
	first := httptest.NewRecorder()
	s.ServeHTTP(first, httptest.NewRequest(http.MethodGet, "/", nil))
	cookie := first.Result().Cookies()[0]
	for b.Loop() {
		form := strings.NewReader(url.Values{"b": {"x find"}}.Encode())
		press := httptest.NewRequest(http.MethodPost, "/press", form)
		press.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		press.AddCookie(cookie)
		s.ServeHTTP(httptest.NewRecorder(), press)
		look := httptest.NewRequest(http.MethodGet, "/", nil)
		look.AddCookie(cookie)
		page := httptest.NewRecorder()
		s.ServeHTTP(page, look)
		if page.Code != http.StatusOK {
			b.Fatal(page.Code)
		}
		d.took = d.took[:0]
	}
}
