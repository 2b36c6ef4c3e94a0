package flows_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"signpost/bot/channel"
	"signpost/bot/talk"
	"signpost/bot/terminal"
	"signpost/locales"
)

// pressed is where a button was: so many letters from the newest of the chat, row
// and place. It is the same in every language.
type pressed struct{ letter, row, place int }

// find looks for a button of a chat by its label, the newest letter first.
func (s *story) find(who, label string) (pressed, bool) {
	shown := s.door.shown[who]
	for back := range len(shown) {
		for r, row := range shown[len(shown)-1-back].Rows {
			for i, b := range row {
				if unmarked.Replace(b.Label) == label {
					return pressed{back, r, i}, true
				}
			}
		}
	}
	return pressed{}, false
}

// does is what somebody does; it gives the lines of all who heard of it.
func (s *story) does(l terminal.Line, at pressed) []terminal.Line {
	s.t.Helper()
	s.updates++
	door, staff := s.whence(l.Who)
	in := channel.Inbound{
		Chat: channel.Chat{Door: door, ID: l.Who}, Staff: staff, Update: fmt.Sprint(s.updates), At: time.Now(),
	}
	switch {
	case l.Pressed != "":
		shown := s.door.shown[l.Who]
		if at.letter >= len(shown) || at.row >= len(shown[len(shown)-1-at.letter].Rows) ||
			at.place >= len(shown[len(shown)-1-at.letter].Rows[at.row]) {
			s.t.Fatalf("line %d: there is no such button as [%s] in %s", l.Number, l.Pressed, s.language)
		}
		b := shown[len(shown)-1-at.letter].Rows[at.row][at.place]
		in.Data, in.Tapped, in.Callback = b.Data, fmt.Sprint("m", s.door.number), "c"
	case l.Media != "":
		in.Media, in.Message = l.Media, fmt.Sprint("said", s.updates)
		if l.Seconds > 0 {
			in.File, in.Seconds = fmt.Sprint("file", s.updates), l.Seconds
		}
	default:
		in.Text, in.Message = l.Said, fmt.Sprint("said", s.updates)
	}
	if err := s.run.Receive(s.t.Context(), in); err != nil {
		s.t.Fatalf("line %d: %v", l.Number, err)
	}
	return s.heard(l.Who)
}

// heard waits until all is quiet and gives what was sent since it was asked last:
// to whoever acted first, then to the others by name, since letters to several
// leave at the same time.
func (s *story) heard(first string) []terminal.Line {
	synctest.Wait()
	s.door.mu.Lock()
	defer s.door.mu.Unlock()
	slices.SortStableFunc(s.door.sent, func(a, b channel.Letter) int {
		switch x, y := a.Chat.ID, b.Chat.ID; {
		case x == y:
			return 0
		case x == first:
			return -1
		case y == first:
			return 1
		default:
			return strings.Compare(x, y)
		}
	})
	var out []terminal.Line
	for _, l := range s.door.sent {
		line := terminal.Line{Who: l.Chat.ID, Shown: unmarked.Replace(locales.Plain(l.HTML))}
		if l.QR != "" {
			line.Shown = "(QR: " + l.QR + ")\n" + line.Shown
		}
		if v := l.Voice; v != nil {
			line.Shown = fmt.Sprintf("(voice: %s, %d:%02d)\n%s", v.Language, v.Seconds/60, v.Seconds%60, line.Shown)
		}
		if f := l.File; f != nil {
			line.Shown += "\n(file: " + f.Name + ")\n" + strings.TrimSpace(strings.NewReplacer("\r\n", "\n", "\ufeff", "").Replace(string(f.Body)))
		}
		if l.Popup != "" {
			line.Shown = "(pop-up)\n" + unmarked.Replace(l.Popup)
		}
		for _, row := range l.Rows {
			var labels []string
			for _, b := range row {
				if n := roomFor(b.Data); n > talk.MaxData {
					s.t.Errorf("the button [%s] may come to have %d bytes, and %d are all there is", b.Label, n, talk.MaxData)
				}
				label := unmarked.Replace(b.Label)
				if b.URL != "" {
					label += " ↗"
				}
				labels = append(labels, label)
			}
			line.Rows = append(line.Rows, labels)
		}
		out = append(out, line)
	}
	s.door.sent = nil
	return out
}

// roomFor is how many bytes the data of a button may come to have: a conversation
// can go on for some thousand turns.
func roomFor(data string) int {
	if c, ok := talk.ParseData(data).(talk.Chose); ok && c.Conversation != "" {
		return len(data) + len("9999") - len(fmt.Sprint(c.Turn))
	}
	return len(data)
}

// tell plays a story, by the places of its buttons when presses are given, and
// gives it back as it went.
func tell(t *testing.T, tr terminal.Transcript, language string, presses []pressed, restarts bool) (terminal.Transcript, []pressed) {
	t.Helper()
	out := tr
	out.Talk, out.Kept = nil, nil
	s := newStory(t, tr.Given, language)
	s.restarts = restarts
	defer func() { s.stop() }()
	var made []pressed
	for _, l := range tr.Talk {
		if l.Bot() {
			continue
		}
		out.Talk = append(out.Talk, l)
		if l.Later != "" {
			s.passes(l.Passes())
			out.Talk = append(out.Talk, s.heard("")...)
			continue
		}
		var at pressed
		if l.Pressed != "" {
			if presses != nil {
				at = presses[len(made)]
			} else if found, ok := s.find(l.Who, l.Pressed); ok {
				at = found
			} else {
				t.Fatalf("line %d: %s sees no button [%s]", l.Number, l.Who, l.Pressed)
			}
			made = append(made, at)
		}
		out.Talk = append(out.Talk, s.does(l, at)...)
	}
	out.Kept = s.records()
	return out, made
}

// records are the lines of the record of changes, the oldest first.
func (s *story) records() []string {
	entries, err := s.kept.Records(s.t.Context(), "", "", 1000)
	if err != nil {
		s.t.Fatal(err)
	}
	var out []string
	for _, e := range slices.Backward(entries) {
		out = append(out, strings.Join(strings.Fields(fmt.Sprint(e.Day, " ", e.Role, " ", e.What, " ", e.Field)), " "))
	}
	return out
}

func stories(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob("stories/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no stories: %v", err)
	}
	return files
}

// TestStories plays the stories that must hold: people who look after listings,
// each in their own chat, over the real store and directory. Then it plays each in
// every other language, by the same buttons: nothing may be missing there, and the
// same must be kept in the end.
func TestStories(t *testing.T) {
	if _, err := newHouse(); err != nil { // outside the bubbles, which share what is opened for it
		t.Fatal(err)
	}
	for n, file := range stories(t) {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			tr := read(t, file)
			var told terminal.Transcript
			var presses []pressed
			synctest.Test(t, func(t *testing.T) { told, presses = tell(t, tr, "", nil, false) })
			got := told.Text("now")
			if *update {
				if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			} else if diff := cmp.Diff(string(want), got); diff != "" {
				t.Errorf("it went otherwise (go test ./bot/flows -run Stories -update), - as written:\n%s", diff)
			}
			for _, tag := range otherLanguages(n) {
				synctest.Test(t, func(t *testing.T) { tellIn(t, told, tag, presses) })
			}
		})
	}
}

// otherLanguages are those in which the story of a number is played beside English.
func otherLanguages(story int) []string {
	var out []string
	for _, l := range locales.Languages() {
		if l.Tag != locales.Source {
			out = append(out, l.Tag)
		}
	}
	if underRace {
		return out[story%len(out):][:1]
	}
	return out
}

// What is asked and when survives that the program is ended and started again every
// day: the story of two months goes the same way.
func TestStoryAcrossRestarts(t *testing.T) {
	if _, err := newHouse(); err != nil {
		t.Fatal(err)
	}
	file := "stories/still_right.txtar"
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var told terminal.Transcript
	synctest.Test(t, func(t *testing.T) { told, _ = tell(t, read(t, file), "", nil, true) })
	if diff := cmp.Diff(string(want), told.Text("now")); diff != "" {
		t.Errorf("it went otherwise, - as without restarts:\n%s", diff)
	}
}

// tellIn plays a story in another language and compares what can be compared: how
// many messages and buttons there are, and what is kept.
func tellIn(t *testing.T, english terminal.Transcript, language string, presses []pressed) {
	t.Helper()
	other, _ := tell(t, english, language, presses, false)
	if diff := cmp.Diff(english.Kept, other.Kept); diff != "" {
		t.Errorf("%s: kept otherwise:\n%s", language, diff)
	}
	if len(other.Talk) != len(english.Talk) {
		t.Fatalf("%s: %d lines, %d in English", language, len(other.Talk), len(english.Talk))
	}
	private := privateWords(t)[language]
	for i, l := range other.Talk {
		if l.Bot() && (strings.Contains(l.Shown, "{{") || strings.Contains(l.Shown, "<no value>")) {
			t.Errorf("%s, line %d: %q", language, i, l.Shown)
		}
		if word := onLockScreen(l.Shown, private); l.Bot() && word != "" && !strings.HasPrefix(l.Shown, "(pop-up)") {
			t.Errorf("%s, line %d: %q shows on a lock screen: %q", language, i, word, l.Shown)
		}
	}
}
