package telegram

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"signpost/bot/channel"
	"signpost/bot/channel/channeltest"
)

var rewrite = flag.Bool("update", false, "write what came out into testdata")

// golden compares got with the file name of an archive, or writes it there.
func golden(t *testing.T, path string, a *txtar.Archive, name, got string) {
	t.Helper()
	i := slices.IndexFunc(a.Files, func(f txtar.File) bool { return f.Name == name })
	if *rewrite {
		if i < 0 {
			a.Files, i = append(a.Files, txtar.File{Name: name}), len(a.Files)
		}
		a.Files[i].Data = []byte(got)
		if err := os.WriteFile(path, txtar.Format(a), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	if i < 0 {
		t.Fatalf("%s has no %s", path, name)
	}
	if d := cmp.Diff(string(a.Files[i].Data), got); d != "" {
		t.Errorf("%s: %s", path, d)
	}
}

// file is the data of a file of an archive, nil when it has none.
func file(a *txtar.Archive, name string) []byte {
	for _, f := range a.Files {
		if f.Name == name {
			return f.Data
		}
	}
	return nil
}

// String is a call as the golden files have it: a parameter a line.
func (c call) String() string {
	var b strings.Builder
	b.WriteString(c.method + "\n")
	var names []string
	for name := range c.params {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		b.WriteString("  " + name + " = " + strings.ReplaceAll(c.params[name], "\n", "\n    ") + "\n")
	}
	return b.String()
}

// TestLetters sends the letters of each file, in turn, and compares the calls.
func TestLetters(t *testing.T) {
	paths, err := filepath.Glob("testdata/letters/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatal("no letters", err)
	}
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			f := newFake(t)
			f.lenient = strings.Contains(string(a.Comment), "lenient")
			b, _ := f.door()
			var out strings.Builder
			var letters []channel.Letter
			if err := json.Unmarshal(file(a, "letters"), &letters); err != nil {
				t.Fatal(err)
			}
			for _, l := range letters {
				l.Chat = channel.Chat{Door: Door, ID: "1001"}
				before := len(f.calls)
				sent, err := b.Send(t.Context(), l)
				for _, c := range f.calls[before:] {
					out.WriteString(c.String())
				}
				fmt.Fprintf(&out, "=> message %q, kept %q, error %v\n", sent.Message, sent.Kept, err)
				for _, m := range f.messages {
					m.stays = strings.Contains(m.text, "too old")
				}
			}
			golden(t, path, a, "calls", out.String())
		})
	}
}

func letterTo(chat string) channel.Letter {
	return channel.Letter{Chat: channel.Chat{Door: Door, ID: chat}, HTML: "Hello"}
}

func TestWhatBecameOfALetter(t *testing.T) {
	const words = `Bad Request: can't parse "I want to die" at offset 3`
	for _, test := range []struct {
		name  string
		fault http.HandlerFunc
		want  error         // Gone, Refused or nil for try again
		after time.Duration // of a Retry
	}{
		{"too many", saysNo(429, "Too Many Requests: retry after 7", 7), nil, 7 * time.Second},
		{"too many without a code", saysNo(420, "Flood", 7), nil, 7 * time.Second},
		{"too many without a time", saysNo(429, "Too Many Requests", 0), nil, time.Second},
		{"too many, said by a proxy", page(429, "text/html", "", "Retry-After", "5"), nil, 5 * time.Second},
		{"blocked", saysNo(403, "Forbidden: bot was blocked by the user", 0), channel.Gone, 0},
		{"deactivated", saysNo(403, "Forbidden: user is deactivated", 0), channel.Gone, 0},
		{"no such chat", saysNo(400, "Bad Request: chat not found", 0), channel.Gone, 0},
		{"upgraded group", saysNo(400, "Bad Request: group chat was upgraded to a supergroup chat", 0), channel.Gone, 0},
		{"bad request", saysNo(400, words, 0), channel.Refused, 0},
		{"wrong token", saysNo(401, "Unauthorized", 0), nil, 0},
		{"server error", saysNo(500, "Internal Server Error", 0), nil, 0},
		{"an HTML page", page(502, "text/html", "<html>"), nil, 0},
		{"half an answer", page(200, "application/json", `{"ok":tr`), nil, 0},
		{"another answer", page(200, "application/json", `{"ok":true,"result":"x"}`), nil, 0},
		{"a dropped connection", drop, nil, 0},
	} {
		t.Run(test.name, func(t *testing.T) {
			f := newFake(t)
			f.faulty(failing("sendMessage", 1, test.fault))
			b, _ := f.door()
			_, err := b.Send(t.Context(), letterTo("7"))
			if err == nil {
				t.Fatal("no error")
			}
			for _, kind := range []error{channel.Gone, channel.Refused} {
				if got, want := errors.Is(err, kind), kind == test.want; got != want {
					t.Errorf("is it %q? %v: %v", kind, got, err)
				}
			}
			var retry *channel.Retry
			if errors.As(err, &retry); test.after > 0 && (retry == nil || retry.After != test.after) {
				t.Errorf("error %v, want a Retry after %v", err, test.after)
			} else if test.after == 0 && retry != nil {
				t.Errorf("a Retry after %v, want none", retry.After)
			}
			if strings.Contains(err.Error(), "die") {
				t.Errorf("the error quotes the letter: %v", err)
			}
			noToken(t, "the error", fmt.Sprintf("%v %+v %#v", err, err, err))
		})
	}
}

// The library leaves the code out of what was uploaded: a time to wait is one
// nevertheless, and so is a refusal.
func TestWhatBecameOfAnUpload(t *testing.T) {
	chat := channel.Chat{Door: Door, ID: "7"}
	letters := map[string]channel.Letter{
		"sendPhoto":    {Chat: chat, HTML: "Hello", QR: "https://example.org"},
		"sendVoice":    {Chat: chat, HTML: "Hello", Voice: &channeltest.Recorded},
		"sendDocument": {Chat: chat, HTML: "Hello", File: &channeltest.Table},
	}
	for _, test := range []struct {
		name  string
		fault http.HandlerFunc
		want  error
		after time.Duration
	}{
		{"too many", saysNo(429, "Too Many Requests: retry after 7", 7), nil, 7 * time.Second},
		{"too many, said by a proxy", page(429, "text/html", "", "Retry-After", "5"), nil, 5 * time.Second},
		{"an HTML page", page(502, "text/html", "<html>"), nil, 0},
		{"a dropped connection", drop, nil, 0},
		{"blocked", saysNo(403, "Forbidden: bot was blocked by the user", 0), channel.Gone, 0},
		{"refused", saysNo(400, "Bad Request: IMAGE_PROCESS_FAILED", 0), channel.Refused, 0},
	} {
		for method, l := range letters {
			f := newFake(t)
			f.lenient = true
			f.faulty(failing(method, 1, test.fault))
			b, _ := f.door()
			_, err := b.Send(t.Context(), l)
			var retry *channel.Retry
			var after time.Duration
			if errors.As(err, &retry) {
				after = retry.After
			}
			if err == nil || after != test.after || errors.Is(err, channel.Gone) != (test.want == channel.Gone) || errors.Is(err, channel.Refused) != (test.want == channel.Refused) {
				t.Errorf("%s of %s: error %v, want a Retry after %v or %v", test.name, method, err, test.after, test.want)
			}
			noToken(t, "the error", fmt.Sprintf("%v %+v %#v", err, err, err))
		}
	}
}

func TestLettersToAChatThatIsNone(t *testing.T) {
	b, _ := newFake(t).door()
	if _, err := b.Send(t.Context(), letterTo("x")); !errors.Is(err, channel.Refused) {
		t.Errorf("error %v, want Refused", err)
	}
}

func TestAfterTooManyTheChatIsLeftAlone(t *testing.T) {
	f := newFake(t)
	f.faulty(failing("sendMessage", 1, saysNo(429, "Too Many Requests: retry after 40", 40)))
	b, _ := f.door()
	_, _ = b.Send(t.Context(), letterTo("7"))
	var retry *channel.Retry
	if _, err := b.Send(t.Context(), letterTo("7")); !errors.As(err, &retry) || retry.After != 40*time.Second {
		t.Errorf("error %v, want a Retry after 40 s without a call", err)
	}
	if n := len(f.made("sendMessage")); n != 1 {
		t.Errorf("%d calls, want 1", n)
	}
	if _, err := b.Send(t.Context(), letterTo("8")); err != nil {
		t.Errorf("another chat: %v", err)
	}
	urgent := letterTo("7")
	urgent.Urgent = true
	if _, err := b.Send(t.Context(), urgent); err != nil {
		t.Errorf("an urgent letter: %v", err)
	}
}

// When several chats are refused at once it is all of the bot that is too fast.
func TestTooManyInSeveralChatsHoldsAll(t *testing.T) {
	f := newFake(t)
	f.faulty(failing("sendMessage", 3, saysNo(429, "Too Many Requests: retry after 40", 40)))
	b, w := f.door()
	for _, chat := range []string{"1", "2", "3"} {
		_, _ = b.Send(t.Context(), letterTo(chat))
	}
	var retry *channel.Retry
	if _, err := b.Send(t.Context(), letterTo("4")); !errors.As(err, &retry) || retry.After < 30*time.Second {
		t.Errorf("another chat: error %v, want a Retry", err)
	}
	if n := len(f.made("sendMessage")); n != 3 {
		t.Errorf("%d calls, want 3", n)
	}
	urgent := letterTo("5")
	urgent.Urgent = true
	if _, err := b.Send(t.Context(), urgent); err != nil {
		t.Errorf("an urgent letter: %v", err)
	}
	_ = w.Sleep(t.Context(), 40*time.Second)
	if _, err := b.Send(t.Context(), letterTo("4")); err != nil {
		t.Errorf("when the time is over: %v", err)
	}
	if got := b.State(); got.Limited != 3 {
		t.Errorf("it was asked to slow down 3 times, not %d", got.Limited)
	}
}

func TestOneChatThatIsTooFastHoldsNoOther(t *testing.T) {
	f := newFake(t)
	f.faulty(failing("sendMessage", 5, saysNo(429, "Too Many Requests: retry after 5", 5)))
	b, _ := f.door()
	for range 5 {
		_, _ = b.Send(t.Context(), letterTo("1"))
	}
	if _, err := b.Send(t.Context(), letterTo("2")); err != nil {
		t.Error(err)
	}
}

func TestDeletesInHundreds(t *testing.T) {
	f := newFake(t)
	b, _ := f.door()
	l := channel.Letter{Chat: channel.Chat{Door: Door, ID: "7"}}
	for i := range 250 {
		l.Delete = append(l.Delete, fmt.Sprint(i+1))
	}
	if _, err := b.Send(t.Context(), l); err != nil {
		t.Fatal(err)
	}
	var sizes []int
	for _, c := range f.made("deleteMessages") {
		sizes = append(sizes, strings.Count(c.params["message_ids"], ",")+1)
	}
	if !slices.Equal(sizes, []int{100, 100, 50}) {
		t.Errorf("calls of %v messages", sizes)
	}
}

// TestNoTokenAnywhere breaks calls in every way and looks into what is left.
func TestNoTokenAnywhere(t *testing.T) {
	hang := func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() }
	for name, fault := range map[string]http.HandlerFunc{
		"drop":        drop,
		"slow":        hang,
		"page":        page(502, "text/html", testToken),
		"description": saysNo(500, "no method /bot"+testToken+"/x", 0),
		"refusal":     saysNo(400, "Bad Request: bot"+testToken, 0),
		"redirect":    page(307, "text/html", "", "Location", "http://127.0.0.1:1/bot"+testToken),
		"bad answer":  page(200, "application/json", testToken),
	} {
		t.Run(name, func(t *testing.T) {
			f := newFake(t)
			f.faulty(func(string, int) http.HandlerFunc { return fault })
			b, w := f.door()
			if name == "slow" {
				b.http.Timeout = 10 * time.Millisecond
			}
			for _, l := range []channel.Letter{
				letterTo("7"),
				{Chat: channel.Chat{Door: Door, ID: "7"}, Popup: "x", Callback: "q"},
				{Chat: channel.Chat{Door: Door, ID: "7"}, Delete: []string{"1"}},
			} {
				_, err := b.Send(t.Context(), l)
				for e := err; e != nil; e = errors.Unwrap(e) {
					noToken(t, "an error", fmt.Sprintf("%v %+v %#v", e, e, e))
				}
			}
			err := b.Profile(t.Context(), map[string]Profile{"en": {Name: "S"}})
			noToken(t, "an error", fmt.Sprint(err))
			noToken(t, "the log", w.String())
		})
	}
	for _, url := range []string{"http://127.0.0.1:1", "http://no host", "ftp://127.0.0.1", "http://127.0.0.1:1/%zz"} {
		b, err := New(Options{Token: testToken, URL: url})
		if err != nil {
			t.Fatal(err)
		}
		_, err = b.Send(t.Context(), letterTo("7"))
		if err == nil {
			t.Errorf("%s: no error", url)
		}
		noToken(t, url, fmt.Sprintf("%v %+v %#v", err, err, err))
	}
}

func TestNoTokenNoDoor(t *testing.T) {
	if _, err := New(Options{Token: " \n"}); err == nil {
		t.Error("a door without a token was made")
	}
}
