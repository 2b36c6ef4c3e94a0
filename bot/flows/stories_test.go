package flows_test

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"signpost/bot/channel"
	"signpost/bot/duty"
	"signpost/bot/flows"
	"signpost/bot/flows/member"
	"signpost/bot/keep"
	keyfile "signpost/bot/keys"
	"signpost/bot/listen"
	"signpost/bot/people"
	"signpost/bot/runner"
	"signpost/bot/store"
	"signpost/bot/talk"
	"signpost/bot/terminal"
	"signpost/bot/upkeep"
	"signpost/directory"
	"signpost/directory/sqlite"
	"signpost/locales"
)

// story is a house with real files, people who come in by one door, and a clock
// that runs as the story says.
type story struct {
	t        *testing.T
	language string // in which everybody reads; "" for English
	words    *locales.Words
	dir      *sqlite.Directory
	kept     *store.Store
	run      *runner.Runner
	door     *lobby
	page     page            // the other door, with the same lobby behind it
	browser  map[string]bool // who comes by the page
	updates  int
}

// lobby is the door of a story. It keeps what each person was sent.
type lobby struct {
	mu     sync.Mutex
	sent   []channel.Letter
	shown  map[string][]channel.Letter // by chat, as they stand there
	number int
}

func (l *lobby) Door() string { return "telegram" }

func (l *lobby) Abilities() talk.Abilities {
	return talk.Abilities{Edits: true, Deletes: true, Popups: true, Unasked: true, Plays: true, Records: true, Share: "https://t.me/example_bot?start={payload}"}
}

func (l *lobby) Send(_ context.Context, letter channel.Letter) (channel.Sent, error) {
	if letter.Delete != nil {
		return channel.Sent{}, nil
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	l.number++
	l.sent = append(l.sent, letter)
	l.shown[letter.Chat.ID] = append(l.shown[letter.Chat.ID], letter)
	return channel.Sent{Message: fmt.Sprint("m", l.number)}, nil
}

// Fetch implements channel.Fetcher. Of a voice note of 13 seconds the sound is lost.
func (l *lobby) Fetch(_ context.Context, v talk.Voice, _ int) ([]byte, error) {
	if v.Seconds == 13 {
		return nil, fmt.Errorf("%w: it is lost", channel.Refused)
	}
	return []byte("OggS" + v.File), nil
}

// page is the browser's door of a story.
type page struct{ *lobby }

func (page) Door() string { return "web" }

func (page) Abilities() talk.Abilities { return talk.Abilities{} }

// whence is where somebody comes in, and by which cookie of staff.
func (s *story) whence(who string) (door, staff string) {
	if s.browser[who] {
		return s.page.Door(), "cookie of " + who
	}
	return s.door.Door(), ""
}

// counter gives what nobody may guess, in a story everybody can follow.
func counter() flows.Chance {
	n := 0
	next := func() int { n++; return n }
	return flows.Chance{
		ID:     func() string { return fmt.Sprintf("id%09d", next()) },
		Code:   func() string { return people.NewCode([16]byte{15: byte(next())}) },
		Digits: func() string { return fmt.Sprintf("%04d", 4800+next()) },
		UUID:   func() directory.ID { return directory.NewID("story", fmt.Sprint(next())) },
	}
}

// newStory opens the house at the time of the story. It must be called in a bubble.
func newStory(t *testing.T, given map[string]string, language string) *story {
	t.Helper()
	now, err := time.ParseInLocation("Monday 2 January 2006, 15:04", given["now"], directory.London)
	if err != nil {
		t.Fatalf("given now: %v", err)
	}
	time.Sleep(time.Until(now)) // time of the bubble
	words, err := locales.Load()
	if err != nil {
		t.Fatal(err)
	}
	s := &story{t: t, language: language, words: words, door: &lobby{shown: map[string][]channel.Letter{}}, browser: map[string]bool{}}
	s.page = page{s.door}
	s.dir, s.kept = storyFiles(t)
	chance := counter()
	s.run = runner.New(runner.Options{
		Book: flows.Book(flows.Reads{
			Dir: s.dir, Area: member.Area{Name: "Harrowbeck"}, Desk: s.kept, Chance: chance,
		}),
		Words: words, Store: s.keep(), Doors: []channel.Channel{s.door, s.page}, Now: time.Now,
		NewID: func() talk.ID { return talk.ID(chance.ID()) },
		Hear:  func(text string) listen.Heard { return listen.HearIn(townPlaces(t), text) },
		Log:   slog.New(slog.NewTextHandler(io.Discard, nil)),
		Apply: s.dir.Apply, PurgeEvery: 7 * 24 * time.Hour, // weeks pass in a story
		Duties: duty.All(s.kept, s.dir, upkeep.Monthly),
	})
	s.cast(given)
	if err := s.keep().AddJobs(t.Context(), duty.Jobs(time.Now())...); err != nil {
		t.Fatal(err)
	}
	return s
}

func (s *story) keep() keep.Keep { return keep.Keep{Store: s.kept} }

// storyFiles are a directory of the invented town and an empty bot.db.
func storyFiles(t *testing.T) (*sqlite.Directory, *store.Store) {
	t.Helper()
	folder := t.TempDir()
	if err := town(t).DB().Backup(t.Context(), filepath.Join(folder, "directory.db")); err != nil {
		t.Fatal(err)
	}
	dir, err := sqlite.OpenDirectory(t.Context(), folder)
	if err != nil {
		t.Fatal(err)
	}
	k, err := keyfile.Open(filepath.Join(folder, "keys"), true)
	if err != nil {
		t.Fatal(err)
	}
	kept, err := store.Open(t.Context(), filepath.Join(folder, "bot.db"), k, time.Now)
	if err != nil {
		t.Fatal(err)
	}
	return dir, kept
}

// cast puts their hats on those who have one from the beginning: "Amina:
// group_admin of Kurdish friends of Harrowbeck", "Bo: coordinator", "Cem: member",
// "Dora: coordinator in a browser".
func (s *story) cast(given map[string]string) {
	s.t.Helper()
	groups, err := s.dir.Organisations(s.t.Context())
	if err != nil {
		s.t.Fatal(err)
	}
	n := 200
	for _, name := range slices.Sorted(maps.Keys(given)) {
		if name == "now" {
			continue
		}
		n++
		as, browser := strings.CutSuffix(given[name], " in a browser")
		s.browser[name] = browser
		role, of, _ := strings.Cut(as, " of ")
		hat := people.Hat{Role: people.Role(role)}
		if !slices.Contains(people.Roles, hat.Role) {
			s.t.Fatalf("given %s: there is no role %q", name, role)
		}
		for _, g := range groups {
			if g.Name == of {
				hat.Group = string(g.ID)
			}
		}
		if of != "" && hat.Group == "" {
			s.t.Fatalf("given %s: there is no group %q", name, of)
		}
		language := locales.Source
		if s.language != "" {
			language = s.language
		}
		do := []talk.Effect{people.RememberLanguage{Language: language}}
		if hat.Role != people.Member {
			code := people.NewCode([16]byte{0: byte(n)})
			if err := s.kept.Invite(s.t.Context(), people.Invite{ID: "cast" + name, Code: code, Hat: hat, Label: name}); err != nil {
				s.t.Fatal(err)
			}
			do = append(do, people.Bind{Code: code, Person: "person" + name, Digits: "0000", Language: language})
		}
		door, staff := s.whence(name)
		if _, err := s.kept.Save(s.t.Context(), store.Turn{Door: door, Chat: name, Staff: staff, Do: do}); err != nil {
			s.t.Fatalf("given %s: %v", name, err)
		}
	}
}

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
		if l.Popup != "" {
			line.Shown = "(pop-up)\n" + unmarked.Replace(l.Popup)
		}
		for _, row := range l.Rows {
			var labels []string
			for _, b := range row {
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

// tell plays a story, by the places of its buttons when presses are given, and
// gives it back as it went.
func tell(t *testing.T, tr terminal.Transcript, language string, presses []pressed) (terminal.Transcript, []pressed) {
	t.Helper()
	out := tr
	out.Talk, out.Kept = nil, nil
	s := newStory(t, tr.Given, language)
	ctx, stop := context.WithCancel(t.Context())
	running := make(chan error, 1)
	go func() { running <- s.run.Run(ctx) }()
	defer func() {
		stop()
		if err := <-running; err != nil {
			t.Error(err)
		}
		s.close()
	}()
	var made []pressed
	for _, l := range tr.Talk {
		if l.Bot() {
			continue
		}
		out.Talk = append(out.Talk, l)
		if l.Later != "" {
			time.Sleep(l.Passes())
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

func (s *story) close() {
	if err := s.kept.Close(); err != nil {
		s.t.Error(err)
	}
	if err := s.dir.Close(); err != nil {
		s.t.Error(err)
	}
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
	town(t) // opened outside the bubbles, which share it
	for _, file := range stories(t) {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			tr := read(t, file)
			var told terminal.Transcript
			var presses []pressed
			synctest.Test(t, func(t *testing.T) { told, presses = tell(t, tr, "", nil) })
			got := told.Text("now")
			if *update {
				if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			} else if diff := cmp.Diff(string(want), got); diff != "" {
				t.Errorf("it went otherwise (go test ./bot/flows -run Stories -update), - as written:\n%s", diff)
			}
			for _, l := range locales.Languages() {
				if l.Tag == locales.Source {
					continue
				}
				synctest.Test(t, func(t *testing.T) { tellIn(t, told, l.Tag, presses) })
			}
		})
	}
}

// tellIn plays a story in another language and compares what can be compared: how
// many messages and buttons there are, and what is kept.
func tellIn(t *testing.T, english terminal.Transcript, language string, presses []pressed) {
	t.Helper()
	other, _ := tell(t, english, language, presses)
	if diff := cmp.Diff(english.Kept, other.Kept); diff != "" {
		t.Errorf("%s: kept otherwise:\n%s", language, diff)
	}
	if len(other.Talk) != len(english.Talk) {
		t.Fatalf("%s: %d lines, %d in English", language, len(other.Talk), len(english.Talk))
	}
	for i, l := range other.Talk {
		if l.Bot() && (strings.Contains(l.Shown, "{{") || strings.Contains(l.Shown, "<no value>")) {
			t.Errorf("%s, line %d: %q", language, i, l.Shown)
		}
	}
}
