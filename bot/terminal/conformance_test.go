package terminal

import (
	"context"
	"fmt"
	"io"
	"regexp"
	"strings"
	"sync"
	"testing"

	"signpost/bot/channel"
	"signpost/bot/channel/channeltest"
	"signpost/bot/qr"
)

func TestConformance(t *testing.T) {
	channeltest.Test(t, channeltest.Harness{Open: func(t *testing.T, r channel.Receiver) (channel.Channel, channeltest.Person) {
		door := New(Options{})
		in, keyboard := io.Pipe()
		p := &person{t: t, keyboard: keyboard, paper: &paper{began: make(chan struct{})}}
		ended := make(chan error, 1)
		go func() { ended <- door.Run(context.Background(), in, p.paper, r) }()
		<-p.paper.began
		t.Cleanup(func() {
			_ = keyboard.Close()
			if err := <-ended; err != nil {
				t.Errorf("Run: %v", err)
			}
		})
		return door, p
	}})
}

// paper keeps what the door prints. began is closed at the first prompt.
type paper struct {
	mu    sync.Mutex
	text  strings.Builder
	began chan struct{}
	once  sync.Once
}

func (p *paper) Write(b []byte) (int, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.once.Do(func() { close(p.began) })
	return p.text.Write(b)
}

func (p *paper) String() string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.text.String()
}

// person types lines and reads the paper.
type person struct {
	t        *testing.T
	keyboard io.Writer
	paper    *paper
}

func (p *person) line(s string) {
	if _, err := fmt.Fprintln(p.keyboard, s); err != nil {
		p.t.Error(err)
	}
}

func (p *person) Write(text string)              { p.line(text) }
func (p *person) Press(label string)             { p.line(p.number(label)) }
func (p *person) Share(lat, lon float64)         { p.line(fmt.Sprintf("(location %v %v)", lat, lon)) }
func (p *person) Attach(kind channel.Media) bool { p.line("(" + string(kind) + ")"); return true }
func (p *person) Popup() string                  { return "" }

var (
	numbered = regexp.MustCompile(`^  \[(\d+)\] (.*)$`)
	linked   = regexp.MustCompile(`^  (\S.*): (https://\S+)$`)
)

// number is the number printed before the newest button with a label.
func (p *person) number(label string) string {
	found := "no such button"
	for line := range strings.Lines(p.paper.String()) {
		m := numbered.FindStringSubmatch(strings.TrimPrefix(strings.TrimSuffix(line, "\n"), rlm))
		if m != nil && m[2] == label {
			found = m[1]
		}
	}
	return found
}

func (p *person) Screen() []channeltest.Shown {
	var screen []channeltest.Shown
	for message := range strings.SplitSeq(p.paper.String(), "\n\n") {
		shown := channeltest.Shown{Links: map[string]string{}}
		for line := range strings.SplitSeq(message, "\n") {
			for strings.HasPrefix(line, prompt) {
				line = strings.TrimPrefix(line, prompt)
			}
			line = strings.TrimPrefix(line, rlm)
			if m := numbered.FindStringSubmatch(line); m != nil {
				shown.Buttons = append(shown.Buttons, m[2])
			} else if m := linked.FindStringSubmatch(line); m != nil {
				shown.Buttons = append(shown.Buttons, m[1])
				shown.Links[m[1]] = m[2]
			} else {
				shown.Text += line + "\n"
			}
		}
		if _, table, ok := strings.Cut(shown.Text, "(file: "+channeltest.Table.Name+")\n"); ok {
			shown.File = table
		}
		if blocks, err := qr.Blocks(channeltest.QR); err == nil {
			shown.QR = strings.Contains(shown.Text, blocks)
		}
		if strings.TrimSpace(shown.Text) != "" {
			screen = append(screen, shown)
		}
	}
	return screen
}
