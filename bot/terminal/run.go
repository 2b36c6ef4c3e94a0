package terminal

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"strconv"
	"strings"

	"signpost/bot/channel"
)

const (
	prompt   = "> "
	maxLine  = 1 << 20 // bytes of a line
	maxTries = 3       // of an event that could not be saved
)

// Run talks: lines of in go to r, letters to out, until in or ctx ends. It
// returns an error when in or out fails, or when an event could not be saved.
func (t *Terminal) Run(ctx context.Context, in io.Reader, out io.Writer, r channel.Receiver) error {
	defer t.sit(out, false)()
	if t.words.Hint != "" {
		t.print(t.words.Hint + "\n\n")
	}
	lines, ended := make(chan string), make(chan error, 1)
	go func() { // a read of a terminal can't be broken off; it ends with the program
		s := bufio.NewScanner(in)
		s.Buffer(nil, maxLine)
		for s.Scan() {
			select {
			case lines <- s.Text():
			case <-ctx.Done():
				return
			}
		}
		ended <- s.Err()
	}()
	for {
		t.print(prompt)
		select {
		case <-ctx.Done():
			return nil
		case err := <-ended:
			t.print("\n")
			if err != nil {
				return fmt.Errorf("reading what was typed: %w", err)
			}
			return nil
		case line := <-lines:
			if err := t.typed(ctx, r, line); err != nil {
				return err
			}
		}
	}
}

// Play says the person's lines of a transcript to r and prints the dialogue as it
// comes, in the form of a transcript. The bot's lines are not compared. Its
// error names the line of a button that was not there.
func (t *Terminal) Play(ctx context.Context, talk []Line, out io.Writer, r channel.Receiver) error {
	defer t.sit(out, true)()
	for _, l := range talk {
		if l.Bot() {
			continue
		}
		if l.Who != "" || l.Later != "" {
			return fmt.Errorf("line %d: several people talk here, or time passes; this door has one person and the time of day", l.Number)
		}
		t.print(l.String() + "\n")
		in, ok := t.inbound(l)
		if !ok {
			return fmt.Errorf("line %d: there is no button [%s]", l.Number, l.Pressed)
		}
		if err := bring(ctx, r, in); err != nil {
			return fmt.Errorf("line %d: %w", l.Number, err)
		}
	}
	return nil
}

// sit begins to print to out, and gives the function that ends it.
func (t *Terminal) sit(out io.Writer, script bool) func() {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.out, t.script = out, script
	return func() {
		t.mu.Lock()
		defer t.mu.Unlock()
		t.out = nil
	}
}

// print writes something of the door's own. That out is broken shows with the
// next letter.
func (t *Terminal) print(s string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	_, _ = io.WriteString(t.out, s)
}

// typed understands a line and brings it to r.
func (t *Terminal) typed(ctx context.Context, r channel.Receiver, line string) error {
	line = strings.TrimSpace(strings.ToValidUTF8(line, "\uFFFD"))
	if line == "" {
		return nil
	}
	in, ok := t.understood(line)
	if !ok {
		t.print(t.words.NoButton + "\n\n")
		return nil
	}
	return bring(ctx, r, in)
}

// understood is what a typed line brings; false for a button that isn't there.
func (t *Terminal) understood(line string) (channel.Inbound, bool) {
	if said, ok := strings.CutPrefix(line, prompt); ok && strings.TrimSpace(said) != "" {
		return t.inbound(Line{Said: strings.TrimSpace(said)})
	}
	if in, ok := t.pressed(line); ok {
		return in, true
	}
	l, err := ParseLine(line)
	if err != nil { // a position that is none: then it is words
		l = Line{Said: line}
	}
	return t.inbound(l)
}

// pressed is the press of a button by its number, with or without brackets.
func (t *Terminal) pressed(line string) (channel.Inbound, bool) {
	n, err := strconv.Atoi(strings.TrimSuffix(strings.TrimPrefix(line, "["), "]"))
	t.mu.Lock()
	defer t.mu.Unlock()
	if err != nil || n < 1 || n > len(t.buttons) {
		return channel.Inbound{}, false
	}
	return t.press(t.buttons[n-1]), true
}

// press is the Inbound of a button.
func (t *Terminal) press(b button) channel.Inbound {
	return channel.Inbound{Chat: t.chat, At: t.clock(), Language: t.language, Data: b.data, Tapped: b.message}
}

// noMarks takes out the marks of direction, which nobody can type.
var noMarks = strings.NewReplacer("\u200e", "", "\u200f", "", "\u2066", "", "\u2067", "", "\u2068", "", "\u2069", "")

// inbound is what a line brings; a label is that of the newest such button.
// False when there is none.
func (t *Terminal) inbound(l Line) (channel.Inbound, bool) {
	in := channel.Inbound{Chat: t.chat, At: t.clock(), Language: t.language, Text: l.Said, Location: l.Location, Media: l.Media}
	if l.Pressed == "" {
		return in, true
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	for i := len(t.buttons) - 1; i >= 0; i-- {
		if noMarks.Replace(t.buttons[i].label) == noMarks.Replace(l.Pressed) {
			return t.press(t.buttons[i]), true
		}
	}
	return in, false
}

// bring has r receive an event, again if it was not saved, and waits for the
// letters that answer it.
func bring(ctx context.Context, r channel.Receiver, in channel.Inbound) error {
	var err error
	for range maxTries {
		if err = r.Receive(ctx, in); err == nil || ctx.Err() != nil {
			break
		}
	}
	if ctx.Err() != nil {
		return nil
	}
	if err != nil {
		return fmt.Errorf("what was said could not be saved: %w", err)
	}
	if err := r.Deliver(ctx, in.Chat); err != nil && ctx.Err() == nil {
		return fmt.Errorf("waiting for the answer: %w", err)
	}
	return nil
}
