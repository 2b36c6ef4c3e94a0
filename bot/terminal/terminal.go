// Package terminal is the door for somebody who sits in front of the program:
// lines from one side, text to the other. It is how the bot is tried without
// Telegram, and how a transcript is shown.
//
// Buttons get numbers that grow while the program runs and are never used
// twice, so a number always means the one button it was printed with, on a card
// from long ago too; whether that button still says something is the engine's
// to know, as behind any door. A line is a text, unless it is the number of a
// button or its label in brackets; "> 12" says 12.
package terminal

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"sync"
	"time"
	"unicode"

	"signpost/bot/channel"
	"signpost/bot/qr"
	"signpost/bot/talk"
	"signpost/locales"
)

// Door is the name of this door.
const Door = "terminal"

// Words are what the door itself says, in the language of who sits there.
type Words struct {
	Hint     string // printed once at the start; "" for nothing
	NoButton string // there is no such button
}

// Options say who sits there. All have defaults.
type Options struct {
	Chat     string // the id of the chat; "" for "1"
	Language string // of the person's terminal; may be ""
	Width    int    // columns; 0 for 72
	Words    Words
	Clock    func() time.Time
}

// Terminal is the door. It implements channel.Channel while Run or Play is
// under way. It may be used by many goroutines.
type Terminal struct {
	chat     channel.Chat
	language string
	width    int
	words    Words
	clock    func() time.Time

	mu      sync.Mutex
	out     io.Writer // nil when nobody sits there
	script  bool      // print as a transcript does
	last    int       // id of the newest message
	buttons []button  // by number, from 1
}

// button is a button that was printed.
type button struct {
	label, data, message string
}

// New makes the door.
func New(o Options) *Terminal {
	t := &Terminal{
		chat:     channel.Chat{Door: Door, ID: cmp.Or(o.Chat, "1")},
		language: o.Language, width: cmp.Or(o.Width, 72), words: o.Words, clock: o.Clock,
	}
	if t.clock == nil {
		t.clock = time.Now
	}
	if t.words.NoButton == "" {
		t.words.NoButton = "There is no such button."
	}
	return t
}

// Door implements channel.Channel.
func (t *Terminal) Door() string { return Door }

// mapLink shows a place on a map; see
// https://wiki.openstreetmap.org/wiki/Browsing.
const mapLink = "https://www.openstreetmap.org/?mlat=%[1]f&mlon=%[2]f#map=17/%[1]f/%[2]f"

// Abilities implements channel.Channel: what was printed stays, and a place on
// the map is a link.
func (t *Terminal) Abilities() talk.Abilities {
	return talk.Abilities{Venue: true}
}

// errNobody is the error of a letter that nobody is there to read yet.
var errNobody = errors.New("terminal: nobody sits at the terminal")

// Send implements channel.Channel: it prints. An edit is printed as a new
// message; nothing can be deleted.
func (t *Terminal) Send(_ context.Context, l channel.Letter) (channel.Sent, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if l.Chat.ID != t.chat.ID {
		return channel.Sent{}, fmt.Errorf("terminal: %w", channel.Gone)
	}
	if len(l.Delete) > 0 {
		return channel.Sent{Kept: l.Delete}, nil
	}
	text := letterText(l)
	if strings.TrimSpace(text) == "" {
		return channel.Sent{}, fmt.Errorf("%w: the letter is empty", channel.Refused)
	}
	if l.File != nil && !channel.Carries(*l.File) {
		return channel.Sent{}, fmt.Errorf("%w: the file can't be carried", channel.Refused)
	}
	drawn := ""
	if l.QR != "" {
		var err error
		if drawn, err = qr.Blocks(l.QR); err != nil || len(l.QR) > channel.MaxQR {
			return channel.Sent{}, fmt.Errorf("%w: the QR code can't be drawn", channel.Refused)
		}
	}
	if t.out == nil {
		return channel.Sent{}, errNobody
	}
	t.last++
	id := strconv.Itoa(t.last)
	var err error
	if t.script {
		_, err = fmt.Fprintln(t.out, t.asLine(l, text, id))
	} else {
		_, err = io.WriteString(t.out, t.asScreen(l, drawn, text, id))
	}
	if err != nil {
		return channel.Sent{}, fmt.Errorf("printing a letter: %w", err)
	}
	return channel.Sent{Message: id}, nil
}

// letterText is all words of a letter.
func letterText(l channel.Letter) string {
	var lines []string
	if v := l.Voice; v != nil { // it can't be heard here, but one knows that there is one
		lines = append(lines, fmt.Sprintf("(voice: %s, %d:%02d)", v.Language, v.Seconds/60, v.Seconds%60))
	}
	if p := l.Pin; p != nil {
		lines = append(lines, strings.TrimSpace(p.Title), strings.TrimSpace(p.Address), fmt.Sprintf(mapLink, p.Lat, p.Lon))
	}
	if l.Popup != "" {
		lines = append(lines, "! "+l.Popup)
	}
	if l.HTML != "" {
		lines = append(lines, strings.TrimSpace(locales.Plain(l.HTML)))
	}
	return strings.Join(lines, "\n")
}

// written is a file as it is printed, under its name: what is in it and nothing that
// would do something to a terminal. "" for none.
func written(f *talk.File) string {
	if f == nil {
		return ""
	}
	text := strings.Map(func(r rune) rune {
		if r != '\n' && (unicode.IsControl(r) || unicode.Is(unicode.Cf, r)) {
			return -1
		}
		return r
	}, string(f.Body))
	return "(file: " + f.Name + ")\n" + strings.TrimSpace(text) + "\n"
}

// asLine is a letter in the form of a transcript.
func (t *Terminal) asLine(l channel.Letter, text, id string) Line {
	line := Line{Shown: text}
	if l.QR != "" {
		line.Shown = "(QR: " + l.QR + ")\n" + text
	}
	if l.File != nil {
		line.Shown = strings.TrimSpace(text + "\n" + written(l.File))
	}
	for _, row := range l.Rows {
		var labels []string
		for _, b := range row {
			labels = append(labels, b.Label)
			if b.URL == "" {
				t.buttons = append(t.buttons, button{b.Label, b.Data, id})
			}
		}
		line.Rows = append(line.Rows, labels)
	}
	return line
}

// asScreen is a letter for somebody who reads: what was drawn, the words wrapped, a
// numbered button a line.
func (t *Terminal) asScreen(l channel.Letter, drawn, text, id string) string {
	var s strings.Builder
	s.WriteString(drawn)
	mark := ""
	if l.RTL {
		mark = rlm
	}
	put := func(line, indent string) {
		for i, part := range wrap(line, t.width-len(indent)) {
			if i > 0 {
				part = indent + part
			}
			if part != "" {
				part = mark + part
			}
			s.WriteString(part + "\n")
		}
	}
	for line := range strings.SplitSeq(text, "\n") {
		put(line, "")
	}
	s.WriteString(written(l.File))
	for _, row := range l.Rows {
		for _, b := range row {
			if b.URL != "" {
				put("  "+b.Label+": "+b.URL, "      ")
				continue
			}
			t.buttons = append(t.buttons, button{b.Label, b.Data, id})
			put(fmt.Sprintf("  [%d] %s", len(t.buttons), b.Label), "      ")
		}
	}
	s.WriteByte('\n')
	return s.String()
}

var _ channel.Channel = (*Terminal)(nil)
