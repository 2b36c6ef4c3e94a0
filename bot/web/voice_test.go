package web

import (
	"net/http"
	"testing"

	"signpost/bot/channel/channeltest"
)

// The address of a recording gives the sound to everybody, part by part as players
// ask for it, and nothing but a sound.
func TestVoiceAddress(t *testing.T) {
	w := newWorld(t, func(o *Options) { o.Recordings = channeltest.Recordings })
	v := channeltest.Recorded
	for _, c := range []struct {
		path, part string
		status     int
		kind       string
	}{
		{v.Of + "/pl", "", http.StatusOK, "audio/ogg; codecs=opus"},
		{v.Of + "/pl", "bytes=0-3", http.StatusPartialContent, "audio/ogg; codecs=opus"},
		{v.Of + "/ur", "", http.StatusNotFound, "text/html; charset=utf-8"},
		{"nothing/pl", "", http.StatusNotFound, "text/html; charset=utf-8"},
		{v.Of, "", http.StatusNotFound, "text/html; charset=utf-8"},
		{v.Of + "/pl/more", "", http.StatusNotFound, "text/html; charset=utf-8"},
		{"..%2f..%2fbot.db/pl", "", http.StatusNotFound, "text/html; charset=utf-8"},
	} {
		req, err := http.NewRequestWithContext(t.Context(), http.MethodGet, w.server.URL+"/voice/"+c.path, nil)
		if err != nil {
			t.Fatal(err)
		}
		if c.part != "" {
			req.Header.Set("Range", c.part)
		}
		res, err := w.server.Client().Do(req)
		if err != nil {
			t.Fatal(err)
		}
		res.Body.Close()
		if res.StatusCode != c.status || res.Header.Get("Content-Type") != c.kind || len(res.Cookies()) > 0 {
			t.Errorf("%s %s: status %d of type %s, %d cookies", c.path, c.part, res.StatusCode, res.Header.Get("Content-Type"), len(res.Cookies()))
		}
	}
}
