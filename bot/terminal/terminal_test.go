package terminal

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"signpost/bot/channel"
	"signpost/bot/talk"
)

// echo answers each event at once, with the letters of answer.
type echo struct {
	door   *Terminal
	answer func(channel.Inbound) []channel.Letter
	fail   int // how many events are not saved
	got    []channel.Inbound
}

func (e *echo) Receive(ctx context.Context, in channel.Inbound) error {
	if e.fail > 0 {
		e.fail--
		return errors.New("the disk is full")
	}
	e.got = append(e.got, in)
	for _, l := range e.answer(in) {
		l.Chat = in.Chat
		if _, err := e.door.Send(ctx, l); err != nil {
			return err
		}
	}
	return nil
}

func (e *echo) Deliver(context.Context, channel.Chat) error { return nil }

// asks answers with two messages that have buttons.
func asks(channel.Inbound) []channel.Letter {
	return []channel.Letter{
		{HTML: "<b>A card</b>", Keep: true, Rows: [][]channel.Button{{{Label: "Map", Data: "map"}, {Label: "Site", URL: "https://example.org"}}}},
		{HTML: "More?", Rows: [][]channel.Button{{{Label: "Yes", Data: "yes"}}, {{Label: "Map", Data: "other"}}, {{Label: "\u2068اردو\u2069", Data: "ur"}}}},
	}
}

// run types lines and gives what was printed and what arrived.
func run(t *testing.T, e *echo, lines ...string) (string, []channel.Inbound, error) {
	t.Helper()
	e.door = New(Options{Words: Words{Hint: "Hint."}})
	var out strings.Builder
	err := e.door.Run(t.Context(), strings.NewReader(strings.Join(lines, "\n")), &out, e)
	return out.String(), e.got, err
}

func TestScreen(t *testing.T) {
	out, _, err := run(t, &echo{answer: asks}, "hello", "")
	if err != nil {
		t.Fatal(err)
	}
	const want = `Hint.

> A card
  [1] Map
  Site: https://example.org

More?
  [2] Yes
  [3] Map
  [4] ⁨اردو⁩

> 
`
	if d := cmp.Diff(want, out); d != "" {
		t.Error(d)
	}
}

// A terminal can't say which language words are in, and shows nothing of it.
func TestMarksOfLanguagesAreNotShown(t *testing.T) {
	out, _, err := run(t, &echo{answer: func(channel.Inbound) []channel.Letter {
		return []channel.Letter{{Language: "pl", HTML: `To <b><span lang="en">Tea &amp; Talk</span></b>.`}}
	}}, "hello")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(out, "\nTo Tea & Talk.\n") && !strings.Contains(out, "> To Tea & Talk.\n") {
		t.Errorf("printed %q", out)
	}
}

func TestWhatALineMeans(t *testing.T) {
	for _, test := range []struct {
		line, text, data string
		media            channel.Media
	}{
		{line: "1", data: "map"},
		{line: "[1]", data: "map"},
		{line: "6", data: "yes"}, // the second answer's
		{line: "[اردو]", data: "ur"},
		{line: "[Map]", data: "other"},
		{line: "12", text: "12"}, // no such number: a number of visits, say
		{line: "> 1", text: "1"},
		{line: "  padded  ", text: "padded"},
		{line: "(voice)", media: channel.Voice},
		{line: "(maybe)", text: "(maybe)"},
		{line: "(location x y)", text: "(location x y)"},
	} {
		t.Run(test.line, func(t *testing.T) {
			_, got, err := run(t, &echo{answer: asks}, "first", "second", test.line)
			if err != nil {
				t.Fatal(err)
			}
			if len(got) != 3 {
				t.Fatalf("%d events, want 3", len(got))
			}
			if in := got[2]; in.Text != test.text || in.Data != test.data || in.Media != test.media {
				t.Errorf("text %q, data %q, media %q; want %q, %q, %q", in.Text, in.Data, in.Media, test.text, test.data, test.media)
			}
		})
	}
}

func TestNoSuchButton(t *testing.T) {
	out, got, err := run(t, &echo{answer: asks}, "[Nowhere]")
	if err != nil || len(got) != 0 || !strings.Contains(out, "There is no such button.") {
		t.Errorf("error %v, %d events, printed %q", err, len(got), out)
	}
}

func TestNotSavedComesAgain(t *testing.T) {
	_, got, err := run(t, &echo{answer: asks, fail: 2}, "hello")
	if err != nil || len(got) != 1 {
		t.Errorf("error %v, %d events, want none and 1", err, len(got))
	}
	_, _, err = run(t, &echo{answer: asks, fail: 1000}, "hello")
	if err == nil || !strings.Contains(err.Error(), "the disk is full") {
		t.Errorf("error %v, want the cause", err)
	}
}

func TestRunEndsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	e := &echo{answer: func(channel.Inbound) []channel.Letter { cancel(); return nil }}
	e.door = New(Options{})
	if err := e.door.Run(ctx, endless{}, &strings.Builder{}, e); err != nil {
		t.Error(err)
	}
}

// endless is a person who never stops typing.
type endless struct{}

func (endless) Read(b []byte) (int, error) { return copy(b, "hello\n"), nil }

func TestNobodyThere(t *testing.T) {
	door := New(Options{})
	l := channel.Letter{Chat: channel.Chat{Door: Door, ID: "1"}, HTML: "Hello"}
	if _, err := door.Send(t.Context(), l); err == nil || errors.Is(err, channel.Refused) || errors.Is(err, channel.Gone) {
		t.Errorf("error %v, want one that says to try again", err)
	}
	l.Chat.ID = "2"
	if _, err := door.Send(t.Context(), l); !errors.Is(err, channel.Gone) {
		t.Errorf("error %v for another chat, want Gone", err)
	}
}

func TestPlay(t *testing.T) {
	tr, err := Parse([]byte("-- talk --\n> hello\n< anything\n> [Yes]\n"))
	if err != nil {
		t.Fatal(err)
	}
	e := &echo{door: New(Options{}), answer: asks}
	var out strings.Builder
	if err := e.door.Play(t.Context(), tr.Talk, &out, e); err != nil {
		t.Fatal(err)
	}
	const answer = "< A card\n  [Map] [Site]\n< More?\n  [Yes]\n  [Map]\n  [\u2068اردو\u2069]\n"
	if d := cmp.Diff("> hello\n"+answer+"> [Yes]\n"+answer, out.String()); d != "" {
		t.Error(d)
	}
	if e.got[1].Data != "yes" {
		t.Errorf("data %q, want yes", e.got[1].Data)
	}
	if _, err := Parse([]byte("-- talk --\n" + out.String())); err != nil {
		t.Errorf("what was played is no transcript: %v", err)
	}
	err = e.door.Play(t.Context(), []Line{{Number: 3, Pressed: "Nowhere"}}, &out, e)
	if err == nil || !strings.Contains(err.Error(), "line 3: there is no button [Nowhere]") {
		t.Errorf("error %v, want the line and the button", err)
	}
}

func TestWrap(t *testing.T) {
	const number = "\u206801632 960001 or 01632 960002\u2069"
	for _, test := range []struct {
		name, line string
		limit      int
		want       []string
	}{
		{"short", "a b", 10, []string{"a b"}},
		{"at spaces", "one two three four", 9, []string{"one two", "three", "four"}},
		{"a long word stays", "see https://example.org/a/long/way now", 10, []string{"see", "https://example.org/a/long/way", "now"}},
		{"an isolate stays", "ring " + number + " now", 12, []string{"ring", number, "now"}},
		{"Chinese, a full stop never first", "你好世界你好世界。", 8, []string{"你好世界", "你好世", "界。"}},
		{"indent", "    deep in", 20, []string{"    deep in"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			if d := cmp.Diff(test.want, wrap(test.line, test.limit)); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestRightToLeftLines(t *testing.T) {
	e := &echo{answer: func(channel.Inbound) []channel.Letter {
		return []channel.Letter{{RTL: true, HTML: "مرحبا\n1 من 2", Rows: [][]channel.Button{{{Label: "نعم", Data: "y"}}}}}
	}}
	out, _, err := run(t, e, "hello")
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range []string{rlm + "مرحبا\n", rlm + "1 من 2\n", rlm + "  [1] نعم\n"} {
		if !strings.Contains(out, line) {
			t.Errorf("%q is not in %q", line, out)
		}
	}
}

// A table is printed line by line, however long they are, and can do nothing to the
// terminal that shows it.
func TestFileIsPrinted(t *testing.T) {
	long := strings.Repeat("w", 100)
	got := written(&talk.File{Name: "numbers.csv", Type: "text/csv", Body: []byte("\ufeffwhat,\x1b[2Jnumber\r\n" + long + ",5\r\n")})
	if want := "(file: numbers.csv)\nwhat,[2Jnumber\n" + long + ",5\n"; got != want {
		t.Errorf("printed %q, want %q", got, want)
	}
}
