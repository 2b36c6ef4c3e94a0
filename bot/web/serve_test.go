package web

import (
	"context"
	"io"
	"net"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"signpost/bot/channel"
)

// Serve finishes what is under way before it stops.
func TestServe(t *testing.T) {
	w := newWorld(t, nil)
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	served := make(chan error, 1)
	go func() { served <- w.site.Serve(ctx, l) }()

	block, taken := make(chan struct{}), make(chan struct{})
	w.site.Connect(held{w.desk, block, taken})
	answer := make(chan string, 1)
	go func() {
		form := strings.NewReader(url.Values{"text": {"hello"}}.Encode())
		res, err := http.Post("http://"+l.Addr().String()+"/say", "application/x-www-form-urlencoded", form)
		if err != nil {
			answer <- err.Error()
			return
		}
		defer res.Body.Close()
		page, _ := io.ReadAll(res.Body)
		answer <- string(page)
	}()
	<-taken
	stop()
	close(block)
	if page := <-answer; !strings.Contains(page, "I did not find that") {
		t.Errorf("what was under way was answered with %s", page)
	}
	if err := <-served; err != nil {
		t.Errorf("an orderly end gave %v", err)
	}
	if _, err := net.Dial("tcp", l.Addr().String()); err == nil {
		t.Error("the listener is still open")
	}
}

// held is a desk that waits before it takes.
type held struct {
	*desk
	block, taken chan struct{}
}

func (h held) Receive(ctx context.Context, in channel.Inbound) error {
	close(h.taken)
	<-h.block
	return h.desk.Receive(ctx, in)
}

func TestServeSaysWhyItEnded(t *testing.T) {
	w := newWorld(t, nil)
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	_ = l.Close()
	if err := w.site.Serve(t.Context(), l); err == nil {
		t.Error("a closed listener gave no error")
	}
}

func TestNewRefusesOddAddresses(t *testing.T) {
	words := newWorld(t, nil).site.o.Words
	for name, o := range map[string]Options{
		"no words":          {},
		"no origin":         {Words: words, Origin: "localhost:8080"},
		"another scheme":    {Words: words, Origin: "ftp://localhost"},
		"nowhere to go":     {Words: words, LeaveTo: "/weather"},
		"a script to go to": {Words: words, LeaveTo: "javascript:alert(1)"},
	} {
		if _, err := New(o); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}
