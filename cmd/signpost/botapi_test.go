package main

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"
)

// goodToken is the only one that the stand-in for Telegram knows.
const goodToken = "424242:TEST-xYz_0123456789"

// botAPI stands in for Telegram, with as much of it as one chat needs. How
// strictly Telegram reads is tested in bot/telegram.
type botAPI struct {
	*httptest.Server
	t *testing.T

	mu      sync.Mutex
	change  chan struct{} // closed at every change
	queue   []map[string]any
	update  int
	message int
	shown   map[int]shownMessage // by message id
	order   []int                // ids of messages, the newest change last
	profile map[string]string    // what was set of the bot, by method and language
	hook    map[string][]string  // what setWebhook was given; nil for none
}

// shownMessage is a message in the chat.
type shownMessage struct {
	chat    string
	text    string
	buttons map[string]string // label to data
}

func newBotAPI(t *testing.T) *botAPI {
	b := &botAPI{t: t, change: make(chan struct{}), update: 100, shown: map[int]shownMessage{}, profile: map[string]string{}}
	b.Server = httptest.NewServer(b)
	t.Cleanup(b.Close)
	return b
}

func (b *botAPI) changed() {
	close(b.change)
	b.change = make(chan struct{})
}

// says sends a typed message from the chat and gives the update's id.
func (b *botAPI) says(text string) int {
	return b.push(0, typed(text))
}

func typed(text string) map[string]any {
	return map[string]any{"message": map[string]any{
		"message_id": 100_000 + len(text), "date": time.Now().Unix(), "text": text,
		"from": map[string]any{"id": 7, "is_bot": false, "language_code": "en"},
		"chat": map[string]any{"id": 7, "type": "private"},
	}}
}

// taps presses the newest button with a label.
func (b *botAPI) taps(label string) {
	b.t.Helper()
	b.mu.Lock()
	message, data := 0, ""
	for _, id := range b.order {
		if d, ok := b.shown[id].buttons[label]; ok {
			message, data = id, d
		}
	}
	b.mu.Unlock()
	if data == "" {
		b.t.Fatalf("there is no button %q", label)
	}
	b.push(0, map[string]any{"callback_query": map[string]any{
		"id": strconv.Itoa(b.update + 1), "from": map[string]any{"id": 7, "language_code": "en"}, "chat_instance": "1", "data": data,
		"message": map[string]any{"message_id": message, "date": time.Now().Unix(), "chat": map[string]any{"id": 7, "type": "private"}},
	}})
}

// push queues an update, under the next id when it is given none. With an id of
// before it comes once more, as it does when Telegram missed that it was fetched.
func (b *botAPI) push(id int, update map[string]any) int {
	b.mu.Lock()
	defer b.mu.Unlock()
	if id == 0 {
		b.update++
		id = b.update
	}
	update["update_id"] = id
	b.queue = append(b.queue, update)
	b.changed()
	return id
}

// wait returns when ok does. It is asked at every change.
func (b *botAPI) wait(what string, ok func() bool) {
	b.t.Helper()
	late := time.After(30 * time.Second)
	for {
		b.mu.Lock()
		done, change := ok(), b.change
		b.mu.Unlock()
		if done {
			return
		}
		select {
		case <-change:
		case <-late:
			b.t.Fatalf("this never came: %s; the chat shows:\n%s", what, b.transcript())
		}
	}
}

// newest waits until the newest change in the chat says something.
func (b *botAPI) newest(part string) shownMessage {
	b.t.Helper()
	var m shownMessage
	b.wait(part, func() bool {
		if len(b.order) > 0 {
			m = b.shown[b.order[len(b.order)-1]]
		}
		return strings.Contains(m.text, part)
	})
	return m
}

func (b *botAPI) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	method, ok := strings.CutPrefix(r.URL.Path, "/bot"+goodToken+"/")
	if !ok {
		w.WriteHeader(http.StatusUnauthorized)
		_, _ = w.Write([]byte(`{"ok":false,"error_code":401,"description":"Unauthorized"}`))
		return
	}
	if err := r.ParseForm(); err != nil {
		b.t.Error(err)
	}
	var result any = true
	switch {
	case method == "getMe":
		result = map[string]any{"id": 424242, "is_bot": true, "first_name": "x", "username": "example_bot"}
	case method == "getUpdates":
		result = b.updates(r)
	case strings.Contains(method, "Webhook"):
		result = b.webhook(method, r)
	case method == "sendMessage", method == "editMessageText":
		result = b.show(r)
	case method == "sendVenue":
		if r.PostForm.Get("title") == "" || r.PostForm.Get("address") == "" {
			b.t.Errorf("a venue without its words: %v", r.PostForm)
		}
		r.PostForm.Set("text", fmt.Sprintf("(pin: %s, %s at %s %s)",
			r.PostForm.Get("title"), r.PostForm.Get("address"), r.PostForm.Get("latitude"), r.PostForm.Get("longitude")))
		result = b.show(r)
	case strings.HasPrefix(method, "getMy"):
		result = map[string]any{}
		if method == "getMyCommands" {
			result = []any{}
		}
	case strings.HasPrefix(method, "setMy"):
		b.mu.Lock()
		b.profile[method+"/"+r.PostForm.Get("language_code")] = r.PostForm.Encode()
		b.changed()
		b.mu.Unlock()
	}
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(map[string]any{"ok": true, "result": result})
}

func (b *botAPI) updates(r *http.Request) []map[string]any {
	offset, _ := strconv.Atoi(r.PostForm.Get("offset"))
	for {
		b.mu.Lock()
		before := len(b.queue)
		b.queue = slices.DeleteFunc(b.queue, func(u map[string]any) bool { return u["update_id"].(int) < offset })
		if len(b.queue) < before {
			b.changed()
		}
		waiting, change := slices.Clone(b.queue), b.change
		b.mu.Unlock()
		if len(waiting) > 0 || r.PostForm.Get("timeout") == "0" {
			return append([]map[string]any{}, waiting...)
		}
		select {
		case <-change:
		case <-r.Context().Done():
			return []map[string]any{}
		}
	}
}

// show takes a message into the chat, or changes one.
func (b *botAPI) show(r *http.Request) map[string]any {
	var markup struct {
		Rows [][]struct {
			Text string `json:"text"`
			Data string `json:"callback_data"`
		} `json:"inline_keyboard"`
	}
	if m := r.PostForm.Get("reply_markup"); m != "" {
		if err := json.Unmarshal([]byte(m), &markup); err != nil {
			b.t.Error(err)
		}
	}
	m := shownMessage{chat: r.PostForm.Get("chat_id"), text: r.PostForm.Get("text"), buttons: map[string]string{}}
	for _, row := range markup.Rows {
		for _, k := range row {
			m.buttons[k.Text] = k.Data
		}
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	id, err := strconv.Atoi(r.PostForm.Get("message_id"))
	if err != nil {
		b.message++
		id = b.message
	}
	b.shown[id] = m
	b.order = append(b.order, id)
	b.changed()
	return map[string]any{"message_id": id, "date": time.Now().Unix(), "chat": map[string]any{"id": 7, "type": "private"}, "text": m.text}
}

// transcript is all that was shown, for a test that fails.
func (b *botAPI) transcript() string {
	b.mu.Lock()
	defer b.mu.Unlock()
	var s strings.Builder
	for _, id := range b.order {
		s.WriteString(strconv.Itoa(id) + ": " + b.shown[id].text + "\n")
	}
	return s.String()
}
