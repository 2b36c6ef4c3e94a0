package telegram

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"maps"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"
	"unicode/utf8"

	"signpost/bot/channel"
	"signpost/bot/channel/channeltest"
)

// token of the tests; its second half must never be seen outside a URL.
const testToken = "424242:TEST-xYz_0123456789"

// call is one call the fake was given.
type call struct {
	method string
	params map[string]string
}

// posted is a message in a chat of the fake.
type posted struct {
	id    int64
	chat  int64
	text  string // as it is shown
	keys  [][]key
	pin   []string // title and address
	photo string   // the file
	voice string   // the sound
	file  string   // of a document that is no sound
	stays bool     // too old to delete
}

// fake is a Bot API server that refuses what Telegram refuses, with Telegram's
// texts. It knows the methods and parameters we use and no others.
type fake struct {
	*httptest.Server
	t *testing.T

	mu       sync.Mutex
	calls    []call
	queue    []map[string]any
	nextID   int64
	arrived  chan struct{} // closed when an update is queued
	messages []*posted
	lastMsg  int64
	answers  map[string][]call // by callback query
	alert    string
	blocked  bool
	bot      map[string]string // profile texts and commands, by method, language and scope
	lenient  bool              // expected violations are not reported
	fault    func(method string, n int) http.HandlerFunc
	counts   map[string]int
	named    string            // what the file was called that was uploaded last
	sounds   map[string]string // of voice notes, by the bot's name of the file
	hook     map[string]string // what setWebhook was given; nil for none
	halt     func()            // ends what carry has begun
}

func newFake(t *testing.T) *fake {
	f := &fake{t: t, nextID: 1000, arrived: make(chan struct{}), answers: map[string][]call{}, bot: map[string]string{}, counts: map[string]int{}, sounds: map[string]string{}}
	f.Server = httptest.NewServer(f)
	t.Cleanup(f.Close)
	return f
}

// watch is time, luck and log of a bot under test: sleeping takes no time and
// moves the clock.
type watch struct {
	mu    sync.Mutex
	now   time.Time
	slept []time.Duration
	log   bytes.Buffer
}

func (w *watch) Now() time.Time {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.now
}

func (w *watch) Sleep(ctx context.Context, d time.Duration) error {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.now = w.now.Add(d)
	w.slept = append(w.slept, d)
	return ctx.Err()
}

// Write implements io.Writer for the log.
func (w *watch) Write(b []byte) (int, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.log.Write(b)
}

func (w *watch) String() string {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.log.String()
}

// naps are the pauses so far.
func (w *watch) naps() []time.Duration {
	w.mu.Lock()
	defer w.mu.Unlock()
	return slices.Clone(w.slept)
}

// door makes a bot in front of the fake.
func (f *fake) door() (*Bot, *watch) {
	w := &watch{now: time.Date(2030, 6, 2, 14, 5, 0, 0, time.UTC)}
	b, err := New(Options{
		Token: testToken, URL: f.URL, Clock: w.Now, Sleep: w.Sleep,
		Chance: func() float64 { return 1 }, Sign: signed, Recordings: channeltest.Recordings, Files: files{},
		Log: slog.New(slog.NewTextHandler(w, &slog.HandlerOptions{Level: slog.LevelDebug})),
	})
	if err != nil {
		f.t.Fatal(err)
	}
	b.linger = func(ctx context.Context, _ time.Duration) error { <-ctx.Done(); return ctx.Err() } // nothing is slow
	b.idle, b.stall = b.linger, b.linger
	f.t.Cleanup(func() { noToken(f.t, "the log", w.String()) })
	return b, w
}

// noToken checks that a text doesn't hold the token or its secret half.
func noToken(t *testing.T, what, text string) {
	t.Helper()
	for _, secret := range []string{testToken, "TEST-xYz", "424242%3A"} {
		if strings.Contains(text, secret) {
			t.Errorf("%s holds the token: %s", what, text)
		}
	}
}

// start runs the bot until the test ends; the function it gives ends it before.
func (f *fake) start(b *Bot, r channel.Receiver) (stop func() error) {
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- b.Run(ctx, r) }()
	stop = sync.OnceValue(func() error { cancel(); return <-ended })
	f.t.Cleanup(func() { _ = stop() })
	return stop
}

// push queues an update and gives its id.
func (f *fake) push(update map[string]any) int64 {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.nextID++
	update["update_id"] = f.nextID
	f.queue = append(f.queue, update)
	close(f.arrived)
	f.arrived = make(chan struct{})
	return f.nextID
}

// says queues a typed message from a private chat.
func (f *fake) says(chat int64, text string) int64 {
	return f.push(map[string]any{"message": f.from(chat, map[string]any{"text": text})})
}

// from makes a message of a person; more holds what is in it.
func (f *fake) from(chat int64, more map[string]any) map[string]any {
	f.mu.Lock()
	f.lastMsg++
	id := f.lastMsg
	f.mu.Unlock()
	m := map[string]any{
		"message_id": id, "date": 1906639500,
		"from": map[string]any{"id": chat, "is_bot": false, "first_name": "A", "language_code": "pt-BR"},
		"chat": map[string]any{"id": chat, "type": "private", "first_name": "A"},
	}
	maps.Copy(m, more)
	return m
}

// taps queues the press of a button of a message.
func (f *fake) taps(chat, message int64, query, data string) int64 {
	return f.push(map[string]any{"callback_query": map[string]any{
		"id": query, "from": map[string]any{"id": chat, "language_code": "pl"}, "chat_instance": "1", "data": data,
		"message": map[string]any{"message_id": message, "date": 1906639500, "chat": map[string]any{"id": chat, "type": "private"}},
	}})
}

// made gives the calls of a method.
func (f *fake) made(method string) []call {
	f.mu.Lock()
	defer f.mu.Unlock()
	var out []call
	for _, c := range f.calls {
		if c.method == method {
			out = append(out, c)
		}
	}
	return out
}

// faulty sets what goes wrong: f gives a handler for the n-th call (from 1) of a
// method, or nil.
func (f *fake) faulty(fault func(method string, n int) http.HandlerFunc) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.fault = fault
}

func (f *fake) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if path, ok := strings.CutPrefix(r.URL.Path, "/file/bot"+testToken+"/"); ok {
		f.file(w, r, path)
		return
	}
	method, ok := strings.CutPrefix(r.URL.Path, "/bot"+testToken+"/")
	if !ok {
		answer(w, refuse(404, "Not Found"))
		return
	}
	if err := r.ParseMultipartForm(1 << 20); err != nil && !errors.Is(err, http.ErrNotMultipart) {
		f.t.Errorf("%s: %v", method, err)
	}
	params := map[string]string{}
	if r.MultipartForm != nil {
		for name, files := range r.MultipartForm.File {
			params[name] = contents(f.t, files[0])
			f.mu.Lock()
			f.named = files[0].Filename
			f.mu.Unlock()
		}
	}
	for k, v := range r.PostForm {
		params[k] = v[0]
	}
	f.mu.Lock()
	f.calls = append(f.calls, call{method, params})
	f.counts[method]++
	fault, n := f.fault, f.counts[method]
	f.mu.Unlock()
	if fault != nil {
		if h := fault(method, n); h != nil {
			h(w, r)
			return
		}
	}
	if method == "getUpdates" {
		if f.address() != "" {
			answer(w, refuse(409, "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"))
			return
		}
		f.updates(w, r, params)
		return
	}
	f.mu.Lock()
	result := f.perform(method, params)
	f.mu.Unlock()
	if e, bad := result.(refusal); bad && !f.lenient && !slices.ContainsFunc(pardoned, func(s string) bool { return strings.Contains(e.Description, s) }) {
		f.t.Errorf("%s was refused: %s", method, e.Description)
	}
	answer(w, result)
}

// pardoned are refusals that happen to a good bot.
var pardoned = []string{"not found", "wrong file_id", "wrong file identifier", "blocked", "not modified", "query is too old", "can't be deleted", "no text in the message"}

// contents are those of an uploaded file.
func contents(t *testing.T, file *multipart.FileHeader) string {
	r, err := file.Open()
	if err != nil {
		t.Error(err)
		return ""
	}
	defer r.Close()
	b, err := io.ReadAll(r)
	if err != nil {
		t.Error(err)
	}
	return string(b)
}

// refusal is an error of the Bot API.
type refusal struct {
	OK          bool           `json:"ok"`
	Code        int            `json:"error_code"`
	Description string         `json:"description"`
	Parameters  map[string]int `json:"parameters,omitempty"`
}

func refuse(code int, description string) refusal {
	return refusal{Code: code, Description: description}
}

func bad(description string) refusal { return refuse(400, "Bad Request: "+description) }

// answer writes a result or a refusal.
func answer(w http.ResponseWriter, result any) {
	w.Header().Set("Content-Type", "application/json")
	if e, ok := result.(refusal); ok {
		w.WriteHeader(e.Code)
		_ = json.NewEncoder(w).Encode(e)
		return
	}
	_ = json.NewEncoder(w).Encode(map[string]any{"ok": true, "result": result})
}

// updates is getUpdates: it confirms what is below the offset and waits for more.
func (f *fake) updates(w http.ResponseWriter, r *http.Request, p map[string]string) {
	if p["allowed_updates"] != allowed {
		f.t.Errorf("allowed_updates %q", p["allowed_updates"])
	}
	offset, _ := strconv.ParseInt(p["offset"], 10, 64)
	limit, _ := strconv.Atoi(p["limit"])
	timeout, _ := strconv.Atoi(p["timeout"])
	late := time.After(time.Duration(timeout) * time.Second)
	for {
		f.mu.Lock()
		if f.has(offset-1) || !f.future(offset) {
			f.queue = slices.DeleteFunc(f.queue, func(u map[string]any) bool { return u["update_id"].(int64) < offset })
		}
		batch := slices.Clone(f.queue[:min(limit, len(f.queue))])
		arrived := f.arrived
		f.mu.Unlock()
		if len(batch) > 0 || timeout == 0 {
			answer(w, append([]map[string]any{}, batch...))
			return
		}
		select {
		case <-arrived:
		case <-r.Context().Done():
			return
		case <-late:
			answer(w, []any{})
			return
		}
	}
}

// future reports an offset beyond all that waits, which begins at the head.
func (f *fake) future(offset int64) bool {
	for _, u := range f.queue {
		if u["update_id"].(int64) >= offset {
			return false
		}
	}
	return true
}

func (f *fake) has(id int64) bool {
	return slices.ContainsFunc(f.queue, func(u map[string]any) bool { return u["update_id"].(int64) == id })
}

// known are the parameters of the methods we use (Bot API 10.3).
var known = map[string]string{
	"getMe":                 "",
	"getWebhookInfo":        "",
	"setWebhook":            "url secret_token allowed_updates max_connections drop_pending_updates",
	"deleteWebhook":         "drop_pending_updates",
	"sendMessage":           "chat_id text parse_mode link_preview_options reply_markup disable_notification",
	"editMessageText":       "chat_id message_id text parse_mode link_preview_options reply_markup",
	"sendPhoto":             "chat_id photo caption parse_mode disable_notification",
	"sendVoice":             "chat_id voice duration caption parse_mode reply_markup disable_notification",
	"sendDocument":          "chat_id document caption parse_mode reply_markup disable_notification disable_content_type_detection",
	"getFile":               "file_id",
	"sendVenue":             "chat_id latitude longitude title address reply_markup disable_notification",
	"sendLocation":          "chat_id latitude longitude reply_markup disable_notification",
	"deleteMessage":         "chat_id message_id",
	"sendChatAction":        "chat_id action",
	"deleteMessages":        "chat_id message_ids",
	"answerCallbackQuery":   "callback_query_id text show_alert",
	"getMyName":             "language_code",
	"setMyName":             "language_code name",
	"getMyDescription":      "language_code",
	"setMyDescription":      "language_code description",
	"getMyShortDescription": "language_code",
	"setMyShortDescription": "language_code short_description",
	"getMyCommands":         "language_code scope",
	"setMyCommands":         "language_code scope commands",
}

// perform is any method but getUpdates.
func (f *fake) perform(method string, p map[string]string) any {
	params, ok := known[method]
	if !ok {
		return refuse(404, "Not Found: method not found")
	}
	for name := range p {
		if !slices.Contains(strings.Fields(params), name) {
			return bad("unknown parameter " + name + " of " + method)
		}
	}
	switch {
	case method == "getMe":
		return map[string]any{"id": 424242, "is_bot": true, "first_name": "S", "username": "signpost_test_bot"}
	case strings.HasSuffix(method, "Webhook"), method == "getWebhookInfo":
		return f.setting(method, p)
	case method == "getFile":
		sound, ok := f.sounds[p["file_id"]]
		if !ok {
			return bad("wrong file_id or the file is temporarily unavailable")
		}
		return map[string]any{"file_id": p["file_id"], "file_size": len(sound), "file_path": "voice/" + p["file_id"] + ".oga"}
	case method == "answerCallbackQuery":
		return f.answerTap(p)
	case strings.HasPrefix(method, "getMy"), strings.HasPrefix(method, "setMy"):
		return f.profile(method, p)
	}
	chat, err := strconv.ParseInt(p["chat_id"], 10, 64)
	if err != nil {
		return bad("chat_id is empty")
	}
	if f.blocked {
		return refuse(403, "Forbidden: bot was blocked by the user")
	}
	switch method {
	case "sendChatAction":
		if p["action"] != "typing" {
			return bad("wrong parameter action in request")
		}
		return true
	case "deleteMessage":
		id, _ := strconv.ParseInt(p["message_id"], 10, 64)
		return f.remove(chat, []int64{id}, false)
	case "deleteMessages":
		var ids []int64
		if err := json.Unmarshal([]byte(p["message_ids"]), &ids); err != nil || len(ids) < 1 || len(ids) > 100 {
			return bad("message identifiers are not 1 to 100")
		}
		return f.remove(chat, ids, true)
	}
	return f.post(method, chat, p)
}

// post is a method that leaves a message.
func (f *fake) post(method string, chat int64, p map[string]string) any {
	m := &posted{chat: chat}
	keys, err := checkKeys(p["reply_markup"])
	if err != nil {
		return bad(err.Error())
	}
	m.keys = keys
	switch method {
	case "sendMessage", "editMessageText":
		m.text = p["text"]
		if p["parse_mode"] == "HTML" {
			if m.text, err = checkHTML(p["text"]); err != nil {
				return bad("can't parse entities: " + err.Error())
			}
		}
		if err := checkText(p["text"], m.text); err != nil {
			return bad(err.Error())
		}
	case "sendPhoto":
		m.photo = p["photo"]
		if m.text, err = checkHTML(p["caption"]); err != nil {
			return bad("can't parse entities: " + err.Error())
		}
		if !strings.HasPrefix(m.photo, "\x89PNG") || utf8.RuneCountInString(m.text) > 1024 {
			return bad("IMAGE_PROCESS_FAILED, or a caption that is too long")
		}
	case "sendVoice", "sendDocument":
		if err := f.play(m, p); err != nil {
			return bad(err.Error())
		}
	default:
		for _, name := range []string{"latitude", "longitude"} {
			if _, err := strconv.ParseFloat(p[name], 64); err != nil {
				return bad(name + " is not valid")
			}
		}
		if m.pin = []string{p["title"], p["address"]}; method == "sendVenue" && (p["title"] == "" || p["address"] == "") {
			return bad("title and address must be non-empty")
		}
	}
	if method != "editMessageText" {
		f.lastMsg++
		m.id = f.lastMsg
		f.messages = append(f.messages, m)
		file := ""
		if m.voice != "" && method == "sendVoice" {
			file = "file" + strconv.FormatInt(m.id, 10)
			f.sounds[file] = m.voice
		}
		return map[string]any{"message_id": m.id, "voice": map[string]any{"file_id": file}, "date": 1906639500, "chat": map[string]any{"id": chat, "type": "private"}}
	}
	for _, old := range f.messages {
		if strconv.FormatInt(old.id, 10) != p["message_id"] || old.chat != chat {
			continue
		}
		if old.pin != nil || old.voice != "" || old.file != "" {
			return bad("there is no text in the message to edit")
		}
		if old.text == m.text && fmt.Sprint(old.keys) == fmt.Sprint(m.keys) {
			return bad("message is not modified: specified new message content and reply markup are exactly the same")
		}
		old.text, old.keys = m.text, m.keys
		return map[string]any{"message_id": old.id, "date": 1906639500}
	}
	return bad("message to edit not found")
}

// play puts the sound of a voice note into a message: one that was uploaded, or
// one that the bot has a name for.
func (f *fake) play(m *posted, p map[string]string) (err error) {
	m.voice = firstOf(p["voice"], p["document"])
	if p["disable_content_type_detection"] == "true" {
		m.file, m.voice = p["document"], ""
	} else if !strings.HasPrefix(m.voice, "OggS") {
		if m.voice = f.sounds[m.voice]; m.voice == "" {
			return errors.New("wrong file identifier/HTTP URL specified")
		}
	}
	if m.text, err = checkHTML(p["caption"]); err != nil {
		return fmt.Errorf("can't parse entities: %w", err)
	}
	if utf8.RuneCountInString(m.text) > 1024 {
		return errors.New("message caption is too long")
	}
	return nil
}

// file is the download of a file.
func (f *fake) file(w http.ResponseWriter, r *http.Request, path string) {
	f.mu.Lock()
	f.counts["download"]++
	fault, n := f.fault, f.counts["download"]
	sound, ok := f.sounds[strings.TrimSuffix(strings.TrimPrefix(path, "voice/"), ".oga")]
	f.mu.Unlock()
	if fault != nil {
		if h := fault("download", n); h != nil {
			h(w, r)
			return
		}
	}
	if !ok {
		w.WriteHeader(http.StatusNotFound)
		return
	}
	_, _ = io.WriteString(w, sound)
}

// files are what bots call recordings, by bot and recording.
type files map[string]string

func (f files) VoiceFile(_ context.Context, bot, recording string) (string, error) {
	return f[bot+" "+recording], nil
}

func (f files) KeepVoiceFile(_ context.Context, bot, recording, file string) error {
	f[bot+" "+recording] = file
	return nil
}

// remove deletes messages; skip leaves out those that are not there.
func (f *fake) remove(chat int64, ids []int64, skip bool) any {
	for _, id := range ids {
		i := slices.IndexFunc(f.messages, func(m *posted) bool { return m.id == id && m.chat == chat })
		if i < 0 && !skip {
			return bad("message to delete not found")
		}
		if i >= 0 && f.messages[i].stays {
			return bad("message can't be deleted for everyone")
		}
	}
	f.messages = slices.DeleteFunc(f.messages, func(m *posted) bool { return m.chat == chat && slices.Contains(ids, m.id) })
	return true
}

func (f *fake) answerTap(p map[string]string) any {
	id := p["callback_query_id"]
	if id == "" || strings.HasPrefix(id, "old") {
		return bad("query is too old and response timeout expired or query ID is invalid")
	}
	if len([]rune(p["text"])) > 200 {
		return bad("MESSAGE_TOO_LONG")
	}
	f.answers[id] = append(f.answers[id], call{"answerCallbackQuery", p})
	if p["text"] != "" && p["show_alert"] == "true" {
		f.alert = p["text"]
	}
	return true
}

func (f *fake) profile(method string, p map[string]string) any {
	lang := p["language_code"]
	if lang != "" && (len(lang) != 2 || strings.ToLower(lang) != lang) {
		return bad("invalid language code specified")
	}
	noun := strings.TrimPrefix(strings.TrimPrefix(method, "get"), "set")
	at := noun + " " + lang + " " + p["scope"]
	field := map[string]string{"MyName": "name", "MyDescription": "description", "MyShortDescription": "short_description", "MyCommands": "commands"}[noun]
	if strings.HasPrefix(method, "set") {
		f.bot[at] = p[field]
		return true
	}
	if noun == "MyCommands" {
		return json.RawMessage("[" + strings.TrimSuffix(strings.TrimPrefix(f.bot[at], "["), "]") + "]")
	}
	return map[string]string{field: f.bot[at]}
}
