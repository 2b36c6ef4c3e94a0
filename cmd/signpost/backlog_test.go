package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net/http"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"signpost/bot/channel"
	"signpost/bot/flows"
	"signpost/bot/flows/member"
	"signpost/bot/keep"
	"signpost/bot/runner"
	"signpost/bot/talk"
	"signpost/bot/telegram"
	"signpost/locales"
)

// wire is a Telegram at the other end of a wire without length: it takes each
// message and notes when.
type wire struct {
	mu   sync.Mutex
	text map[string][]string // by chat
	at   map[string]time.Time
	n    int
}

func (w *wire) RoundTrip(r *http.Request) (*http.Response, error) {
	if err := r.ParseForm(); err != nil {
		return nil, err
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	if strings.HasSuffix(r.URL.Path, "/sendMessage") {
		chat := r.PostForm.Get("chat_id")
		w.n++
		w.text[chat] = append(w.text[chat], r.PostForm.Get("text"))
		w.at[chat] = time.Now()
	}
	body := fmt.Sprintf(`{"ok":true,"result":{"message_id":%d}}`, w.n)
	return &http.Response{
		StatusCode: http.StatusOK, Header: http.Header{"Content-Type": {"application/json"}}, Body: io.NopCloser(bytes.NewBufferString(body)),
	}, nil
}

func (w *wire) took() int {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.n
}

// Behind ten thousand letters, at the rate that Telegram takes: somebody in danger is
// answered within two seconds, past the outbox and out of it, and each of the ten
// thousand leaves, in the order of its chat.
func TestUrgentHelpPassesABacklog(t *testing.T) {
	const each, slow, helped = 20, "900001", "900002"
	chats := 500
	if underRace {
		chats = 50 // the race detector makes ten times the work of it
	}
	synctest.Test(t, func(t *testing.T) {
		dir := t.TempDir()
		kept, err := folder(dir).openStore(t.Context(), filepath.Join(dir, "keys"), time.Now)
		if err != nil {
			t.Fatal(err)
		}
		defer kept.Close()
		words, err := locales.Load()
		if err != nil {
			t.Fatal(err)
		}
		far := &wire{text: map[string][]string{}, at: map[string]time.Time{}}
		bot, err := telegram.New(telegram.Options{Token: goodToken, HTTP: &http.Client{Transport: far}})
		if err != nil {
			t.Fatal(err)
		}
		k := keep.Keep{Store: kept}
		r := runner.New(runner.Options{
			Book: flows.Book(flows.Reads{Area: member.Area{Name: "Harrowbeck"}}), Words: words, Store: k, Doors: []channel.Channel{bot},
			Now: time.Now, NewID: func() talk.ID { return "AAAAAAAAAAA" }, Log: newLog(t.Output(), "text"),
		})
		post := func(chat string, urgent bool, texts ...string) {
			s := runner.Saving{Chat: channel.Chat{Door: telegram.Door, ID: chat}}
			for _, text := range texts {
				body := fmt.Sprintf(`{"Chat":{"Door":"telegram","ID":%q},"HTML":%q,"Urgent":%v}`, chat, text, urgent)
				s.Letters = append(s.Letters, runner.Post{Chat: s.Chat, Urgent: urgent, Body: []byte(body)})
			}
			if err := k.Save(t.Context(), s); err != nil {
				t.Fatal(err)
			}
		}
		var texts []string
		for i := range each {
			texts = append(texts, strconv.Itoa(i))
		}
		for i := range chats {
			post(strconv.Itoa(1000+i), false, texts...)
		}
		ctx, stop := context.WithCancel(t.Context())
		ended := make(chan error)
		go func() { ended <- r.Run(ctx) }()
		time.Sleep(time.Minute)

		asked := time.Now()
		post(slow, true, "from the outbox")
		in := channel.Inbound{Chat: channel.Chat{Door: telegram.Door, ID: helped}, Text: "I want to die", Update: "1", At: asked}
		if err := r.Receive(t.Context(), in); err != nil {
			t.Fatal(err)
		}
		time.Sleep(2 * time.Second)
		far.mu.Lock()
		for _, chat := range []string{slow, helped} {
			if at, ok := far.at[chat]; !ok || len(far.text[chat]) != 1 {
				t.Errorf("chat %s was sent %q", chat, far.text[chat])
			} else {
				t.Logf("chat %s: after %v", chat, at.Sub(asked))
			}
		}
		far.mu.Unlock()

		for far.took() < chats*each+2 && time.Since(asked) < time.Hour {
			time.Sleep(10 * time.Second)
		}
		t.Logf("all had left after %v", time.Since(asked))
		stop()
		if err := <-ended; err != nil {
			t.Error(err)
		}
		for i := range chats {
			if got := far.text[strconv.Itoa(1000+i)]; fmt.Sprint(got) != fmt.Sprint(texts) {
				t.Errorf("chat %d was sent %v", 1000+i, got)
			}
		}
	})
}
