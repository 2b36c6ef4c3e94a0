package main

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"
)

// crowd stands in for Telegram with many chats at once, and fails when it is told
// to. How strictly Telegram reads is tested in bot/telegram.
type crowd struct {
	*httptest.Server
	t testing.TB
	// fault says what goes wrong with a call; nil for nothing. It is asked for each
	// call that is about somebody, before anything is done.
	fault func(call) fault
	// date is what Telegram's clock says; nil for the right time.
	date     func() time.Time
	twice    bool   // each update comes again
	shuffles bool   // updates of different chats come in another order
	sorry    string // the begin of what may be said when something of ours is broken; "" for never

	mu      sync.Mutex
	change  chan struct{}    // closed at every change
	queue   []map[string]any // updates that were not confirmed, in the order in which they are given
	hook    url.Values       // what setWebhook was given; nil for none
	again   []map[string]any // updates that may come once more
	update  int              // the newest id of one
	message int              // the newest id of a message
	threads map[int]*thread
	sent    int // messages that were accepted
	closing chan struct{}
}

// thread is a chat as Telegram has it.
type thread struct {
	shown map[int]shownMessage
	order []int     // ids of messages, the newest change last
	left  []leaving // all that was accepted
}

// leaving is a message that was accepted.
type leaving struct {
	text string
	life int  // of the program that sent it, as the address says to which it was sent
	cut  bool // the connection broke, and the program was not told
}

// call is what the program asked Telegram for.
type call struct {
	method string
	form   url.Values
	about  int // how many updates it would give, for getUpdates
}

// fault is what goes wrong with a call.
type fault struct {
	how   failing
	after int    // seconds to wait, with limited
	then  func() // is called when the call ends in the way it was told to; may be nil
}

type failing int

const (
	sound     failing = iota
	limited           // 429
	broken            // 502 with a page of HTML, and nothing was done
	hangs             // there is no answer until somebody gives up
	cutBefore         // the connection breaks, and nothing was done
	cutAfter          // it breaks, and it was done
)

func newCrowd(t testing.TB) *crowd {
	b := &crowd{t: t, change: make(chan struct{}), update: 100, threads: map[int]*thread{}, closing: make(chan struct{})}
	b.Server = httptest.NewServer(b)
	t.Cleanup(func() { close(b.closing); b.CloseClientConnections(); b.Close() })
	return b
}

func (b *crowd) changed() {
	close(b.change)
	b.change = make(chan struct{})
}

// thread gives a chat. The caller holds mu.
func (b *crowd) thread(chat int) *thread {
	if b.threads[chat] == nil {
		b.threads[chat] = &thread{shown: map[int]shownMessage{}}
	}
	return b.threads[chat]
}

// now is what Telegram's clock says.
func (b *crowd) now() int64 {
	if b.date != nil {
		return b.date().Unix()
	}
	return time.Now().Unix()
}

// says sends a typed message and gives the update, which may be given again.
func (b *crowd) says(chat int, text string) map[string]any {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.message++
	return b.push(map[string]any{"message": map[string]any{
		"message_id": b.message, "date": b.now(), "text": text, "from": from(chat), "chat": private(chat),
	}})
}

// taps presses the newest button with a label, and reports whether there is one.
func (b *crowd) taps(chat int, label string) bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	th := b.thread(chat)
	for _, id := range slices.Backward(th.order) {
		for shown, data := range th.shown[id].buttons {
			if strings.Contains(shown, label) && data != "" {
				b.push(map[string]any{"callback_query": map[string]any{
					"id": strconv.Itoa(b.update + 1), "from": from(chat), "chat_instance": "1", "data": data,
					"message": map[string]any{"message_id": id, "date": b.now(), "chat": private(chat)},
				}})
				return true
			}
		}
	}
	return false
}

func from(chat int) map[string]any {
	return map[string]any{"id": chat, "is_bot": false, "language_code": "en"}
}

func private(chat int) map[string]any { return map[string]any{"id": chat, "type": "private"} }

// push queues an update under the next id. The caller holds mu.
func (b *crowd) push(update map[string]any) map[string]any {
	b.update++
	update["update_id"] = b.update
	b.queue = append(b.queue, update)
	if b.twice {
		b.queue = append(b.queue, update)
		b.again = append(b.again, update)
	}
	b.changed()
	return update
}

// anew begins the ids at a lower one, as Telegram may after a week of silence.
func (b *crowd) anew(at int) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.update = at
}

// late gives all updates of before once more, although they were confirmed.
func (b *crowd) late() {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.queue, b.again = append(b.queue, b.again...), nil
	b.changed()
}

// wait returns true when ok does, which is asked at every change, and false when it
// never did.
func (b *crowd) wait(ok func() bool) bool {
	late := time.After(5 * time.Minute) // a life may be too short for anybody, and machines are slow
	for {
		b.mu.Lock()
		done, change := ok(), b.change
		b.mu.Unlock()
		if done {
			return true
		}
		select {
		case <-change:
		case <-late:
			return false
		}
	}
}

// count is how often something with a text was accepted in a chat. The caller holds
// mu.
func (b *crowd) count(chat int, part string) int {
	n := 0
	for _, l := range b.thread(chat).left {
		if strings.Contains(l.text, part) {
			n++
		}
	}
	return n
}

// transcript is all that was accepted in a chat, for a test that fails.
func (b *crowd) transcript(chat int) string {
	b.mu.Lock()
	defer b.mu.Unlock()
	var s strings.Builder
	for _, l := range b.thread(chat).left {
		fmt.Fprintf(&s, "(life %d) %q\n", l.life, l.text)
	}
	return s.String()
}

func (b *crowd) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	lived, method, ok := strings.Cut(r.URL.Path, "/bot"+goodToken+"/")
	if !ok {
		b.t.Errorf("somebody asks for %s", r.URL.Path)
	}
	if err := r.ParseForm(); err != nil {
		b.t.Error(err)
	}
	var f fault
	var result any
	if method == "getUpdates" {
		waiting := b.updates(r)
		if f = b.ask(call{method, r.PostForm, len(waiting)}); f.how == cutBefore || f.how == limited || f.how == broken {
			waiting = nil
		}
		result = waiting
	} else {
		f = b.ask(call{method: method, form: r.PostForm})
	}
	if f.then != nil && f.how != sound {
		defer f.then()
	}
	switch f.how {
	case limited:
		reply(w, http.StatusTooManyRequests, map[string]any{"ok": false, "error_code": 429, "description": "Too Many Requests: retry later", "parameters": map[string]any{"retry_after": f.after}})
		return
	case broken:
		w.Header().Set("Content-Type", "text/html")
		w.WriteHeader(http.StatusBadGateway)
		_, _ = w.Write([]byte("<html><body><h1>502 Bad Gateway</h1></body></html>"))
		return
	case hangs:
		select {
		case <-r.Context().Done():
		case <-b.closing:
		}
		panic(http.ErrAbortHandler)
	case cutBefore:
		panic(http.ErrAbortHandler)
	}
	status, body := http.StatusOK, map[string]any{"ok": true, "result": result}
	if method != "getUpdates" {
		life, _ := strconv.Atoi(strings.TrimPrefix(lived, "/"))
		status, body = b.do(method, r.PostForm, leaving{life: life, cut: f.how == cutAfter})
	}
	if f.how == cutAfter {
		panic(http.ErrAbortHandler)
	}
	reply(w, status, body)
	if f.then != nil {
		_ = http.NewResponseController(w).Flush()
		f.then()
	}
}

// fails says what goes wrong with calls from now on.
func (b *crowd) fails(wrong func(call) fault) {
	b.mu.Lock()
	b.fault = wrong
	b.mu.Unlock()
}

// ask asks what goes wrong with a call.
func (b *crowd) ask(c call) fault {
	b.mu.Lock()
	wrong := b.fault
	b.mu.Unlock()
	if wrong == nil {
		return fault{}
	}
	return wrong(c)
}

func reply(w http.ResponseWriter, status int, body any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(body)
}

// updates waits for some, and gives as many as are asked for.
func (b *crowd) updates(r *http.Request) []map[string]any {
	offset, _ := strconv.Atoi(r.PostForm.Get("offset"))
	limit, _ := strconv.Atoi(r.PostForm.Get("limit"))
	for {
		b.mu.Lock()
		b.confirm(offset)
		waiting, change := slices.Clone(b.queue), b.change
		b.mu.Unlock()
		if len(waiting) > 0 || r.PostForm.Get("timeout") == "0" {
			for i := range len(waiting) - 1 {
				if b.shuffles {
					swapChats(waiting, i)
				}
			}
			return append([]map[string]any{}, waiting[:min(len(waiting), max(1, limit))]...)
		}
		select {
		case <-change:
		case <-b.closing:
			return []map[string]any{}
		case <-r.Context().Done():
			return []map[string]any{}
		}
	}
}

// swapChats swaps two neighbours, unless they are of one chat.
func swapChats(u []map[string]any, i int) {
	if sender(u[i]) != sender(u[i+1]) {
		u[i], u[i+1] = u[i+1], u[i]
	}
}

// sender is whose an update is.
func sender(u map[string]any) any {
	for _, kind := range []string{"message", "callback_query"} {
		if content, ok := u[kind].(map[string]any); ok {
			return content["from"].(map[string]any)["id"]
		}
	}
	return nil
}

// confirm forgets what is below an offset. One beyond all that there ever was
// begins at the head again. The caller holds mu.
func (b *crowd) confirm(offset int) {
	if offset > b.update+1 {
		return
	}
	b.queue = slices.DeleteFunc(b.queue, func(u map[string]any) bool { return u["update_id"].(int) < offset })
}

// do does what was asked for and gives the answer to it.
func (b *crowd) do(method string, form url.Values, as leaving) (int, map[string]any) {
	var result any = true
	switch {
	case method == "getMe":
		result = map[string]any{"id": 424242, "is_bot": true, "first_name": "x", "username": "example_bot"}
	case strings.HasSuffix(method, "Webhook"), method == "getWebhookInfo":
		result = b.hookMethod(method, form)
	case method == "getMyCommands":
		result = []any{}
	case strings.HasPrefix(method, "getMy"):
		result = map[string]any{}
	case method == "sendVenue":
		form.Set("text", "(pin)")
		return b.show(form, as)
	case method == "sendMessage", method == "editMessageText":
		return b.show(form, as)
	}
	return http.StatusOK, map[string]any{"ok": true, "result": result}
}

// show takes a message into its chat, or changes one.
func (b *crowd) show(form url.Values, as leaving) (int, map[string]any) {
	var markup struct {
		Rows [][]struct {
			Text string `json:"text"`
			Data string `json:"callback_data"`
		} `json:"inline_keyboard"`
	}
	if m := form.Get("reply_markup"); m != "" {
		if err := json.Unmarshal([]byte(m), &markup); err != nil {
			b.t.Error(err)
		}
	}
	m := shownMessage{text: plainly(form.Get("text")), buttons: map[string]string{}}
	for _, row := range markup.Rows {
		for _, k := range row {
			m.buttons[k.Text] = k.Data
		}
	}
	chat, err := strconv.Atoi(form.Get("chat_id"))
	if err != nil {
		b.t.Errorf("a message for %q", form.Get("chat_id"))
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	th := b.thread(chat)
	id, err := strconv.Atoi(form.Get("message_id"))
	if err != nil {
		b.message++
		id = b.message
	} else if old, known := th.shown[id]; known && fmt.Sprint(old) == fmt.Sprint(m) {
		return http.StatusBadRequest, map[string]any{"ok": false, "error_code": 400, "description": "Bad Request: message is not modified: specified new message content and reply markup are exactly the same"}
	}
	th.shown[id] = m
	th.order = append(th.order, id)
	as.text = m.text
	th.left = append(th.left, as)
	b.sent++
	b.changed()
	return http.StatusOK, map[string]any{"ok": true, "result": map[string]any{"message_id": id, "date": b.now(), "chat": private(chat), "text": m.text}}
}
