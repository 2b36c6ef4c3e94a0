package main

import (
	"context"
	"encoding/json"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"os"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"
)

// api stands in for Telegram's server, with as much of it as a bot needs to talk
// to people, and is the people, too. Whatever a method does not need is taken and
// answered with true. What a message says is looked at like there: it is decoded,
// and one without words is refused.
type api struct {
	mu      sync.Mutex
	arrived chan struct{} // closed when an update can be fetched
	queue   []queued      // that are not confirmed
	update  int64
	message int64

	task    task
	chats   map[int64]*person
	idle    []*person // have had their answer, and go on when it is their turn
	nextID  int64
	feeding bool
	open    int
	result  result
	begun   time.Time
	last    time.Time
	times   []time.Duration
	quiet   chan struct{} // closed when nothing is open and nothing is fed any more
}

type queued struct {
	id   int64
	body []byte
}

// serveAPI is the process of the server. It writes its address to the standard
// output and ends with its standard input.
func serveAPI(ctx context.Context) error {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	fmt.Println(l.Addr())
	a := &api{arrived: make(chan struct{}), chats: map[int64]*person{}, nextID: 7_000_000_000, update: 1000}
	server := &http.Server{Handler: a, ReadHeaderTimeout: time.Minute}
	go func() {
		_, _ = os.Stdin.Read(make([]byte, 1))
		os.Exit(0)
	}()
	context.AfterFunc(ctx, func() { _ = server.Close() })
	return server.Serve(l)
}

// ServeHTTP implements http.Handler.
func (a *api) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	method := r.URL.Path[strings.LastIndexByte(r.URL.Path, '/')+1:]
	if method == "play" {
		var t task
		if err := json.NewDecoder(r.Body).Decode(&t); err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		answer(w, a.play(r.Context(), t))
		return
	}
	if err := r.ParseForm(); err != nil {
		refuse(w, "can't parse the form")
		return
	}
	switch method {
	case "getMe":
		answer(w, map[string]any{"id": 424242, "is_bot": true, "first_name": "Load", "username": "load_bot"})
	case "getUpdates":
		a.poll(w, r)
	case "sendMessage", "editMessageText", "sendVenue", "sendLocation":
		a.take(w, method, r.PostForm)
	case "getWebhookInfo":
		answer(w, map[string]any{"url": "", "has_custom_certificate": false, "pending_update_count": 0})
	case "answerCallbackQuery":
		a.mu.Lock()
		a.result.Calls++
		a.mu.Unlock()
		answer(w, true)
	default:
		answer(w, true)
	}
}

func answer(w http.ResponseWriter, result any) {
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(map[string]any{"ok": true, "result": result})
}

func refuse(w http.ResponseWriter, why string) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(http.StatusBadRequest)
	_ = json.NewEncoder(w).Encode(map[string]any{"ok": false, "error_code": 400, "description": "Bad Request: " + why})
}

// poll answers getUpdates.
func (a *api) poll(w http.ResponseWriter, r *http.Request) {
	offset, _ := strconv.ParseInt(r.PostForm.Get("offset"), 10, 64)
	limit, _ := strconv.Atoi(r.PostForm.Get("limit"))
	hold, _ := strconv.Atoi(r.PostForm.Get("timeout"))
	late := time.After(time.Duration(hold) * time.Second)
	for {
		a.mu.Lock()
		n, _ := slices.BinarySearchFunc(a.queue, offset, func(q queued, id int64) int { return int(q.id - id) })
		a.queue = a.queue[n:]
		some := a.queue[:min(len(a.queue), max(limit, 1))]
		arrived := a.arrived
		a.mu.Unlock()
		if len(some) > 0 || hold == 0 {
			sendUpdates(w, some)
			return
		}
		select {
		case <-arrived:
		case <-late:
			hold = 0
		case <-r.Context().Done():
			return
		}
	}
}

func sendUpdates(w http.ResponseWriter, some []queued) {
	out := []byte(`{"ok":true,"result":[`)
	for i, q := range some {
		if i > 0 {
			out = append(out, ',')
		}
		out = append(out, q.body...)
	}
	w.Header().Set("Content-Type", "application/json")
	_, _ = w.Write(append(out, "]}\n"...))
}

// take is a message to a chat, or an edit of one.
func (a *api) take(w http.ResponseWriter, method string, form url.Values) {
	chat, err := strconv.ParseInt(form.Get("chat_id"), 10, 64)
	text := form.Get("text")
	if err != nil || text == "" && strings.HasSuffix(method, "Text") || text == "" && method == "sendMessage" {
		refuse(w, "message text is empty")
		return
	}
	var keyboard struct {
		Rows [][]button `json:"inline_keyboard"`
	}
	if markup := form.Get("reply_markup"); markup != "" {
		if err := json.Unmarshal([]byte(markup), &keyboard); err != nil {
			refuse(w, "can't parse inline keyboard")
			return
		}
	}
	a.mu.Lock()
	id, _ := strconv.ParseInt(form.Get("message_id"), 10, 64)
	if id == 0 {
		a.message++
		id = a.message
	}
	a.result.Calls++
	a.answered(chat, id, slices.Concat(keyboard.Rows...))
	a.mu.Unlock()
	answer(w, map[string]any{
		"message_id": id, "date": time.Now().Unix(), "text": text,
		"chat": map[string]any{"id": chat, "type": "private", "first_name": "Load"},
	})
}
