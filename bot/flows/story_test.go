package flows_test

import (
	"context"
	"errors"
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

	folder   string
	chance   flows.Chance
	restarts bool   // the program is ended and started again while time passes
	stop     func() // ends the program and closes its files
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
	words, err := locales.Load()
	if err != nil {
		t.Fatal(err)
	}
	s := &story{
		t: t, language: language, words: words, folder: t.TempDir(), chance: counter(),
		door: &lobby{shown: map[string][]channel.Letter{}}, browser: map[string]bool{},
	}
	s.page = page{s.door}
	from, err := newHouse()
	if err == nil {
		err = os.CopyFS(s.folder, os.DirFS(from))
	}
	if err == nil {
		err = os.Chmod(filepath.Join(s.folder, "keys"), 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
	if past := s.pasts(given); len(past) > 0 {
		s.remember(past, given)
	} else {
		time.Sleep(time.Until(now)) // time of the bubble
		s.openFiles()
		s.cast(given)
	}
	time.Sleep(time.Until(now))
	s.work()
	if err := s.keep().AddJobs(t.Context(), duty.Jobs(time.Now())...); err != nil {
		t.Fatal(err)
	}
	return s
}

// newHouse is a folder with the files of a house in which nothing has happened yet,
// made once: each story has a copy.
var newHouse = sync.OnceValues(func() (string, error) {
	ctx := context.Background()
	dir, err := openTown()
	if err != nil {
		return "", err
	}
	folder := filepath.Join(townFolder, "house")
	if err := os.Mkdir(folder, 0o700); err != nil {
		return "", err
	}
	if err := dir.DB().Backup(ctx, filepath.Join(folder, "directory.db")); err != nil {
		return "", err
	}
	k, err := keyfile.Open(filepath.Join(folder, "keys"), true)
	if err != nil {
		return "", err
	}
	kept, err := store.Open(ctx, filepath.Join(folder, "bot.db"), k, time.Now)
	if err != nil {
		return "", err
	}
	return folder, kept.Close()
})

// open opens the files of the house and begins to work, as the program does when it
// starts.
func (s *story) open() {
	s.t.Helper()
	s.openFiles()
	s.work()
}

// openFiles opens the files of the house.
func (s *story) openFiles() {
	s.t.Helper()
	var err error
	if s.dir, err = sqlite.OpenDirectory(s.t.Context(), s.folder); err != nil {
		s.t.Fatal(err)
	}
	k, err := keyfile.Open(filepath.Join(s.folder, "keys"), true)
	if err != nil {
		s.t.Fatal(err)
	}
	if s.kept, err = store.Open(s.t.Context(), filepath.Join(s.folder, "bot.db"), k, time.Now); err != nil {
		s.t.Fatal(err)
	}
}

// work begins to work, over files that are open.
func (s *story) work() {
	s.t.Helper()
	s.run = runner.New(runner.Options{
		Book: flows.Book(flows.Reads{
			Dir: s.dir, Area: member.Area{Name: "Harrowbeck"}, Desk: s.kept, Chance: s.chance,
		}),
		Words: s.words, Store: s.keep(), Doors: []channel.Channel{s.door, s.page}, Now: time.Now,
		NewID: func() talk.ID { return talk.ID(s.chance.ID()) },
		Hear:  func(text string) listen.Heard { return listen.HearIn(townPlaces(s.t), text) },
		Log:   slog.New(slog.NewTextHandler(io.Discard, nil)),
		Apply: s.dir.Apply, PurgeEvery: 7 * 24 * time.Hour, // weeks pass in a story
		Duties: duty.All(s.kept, s.dir, upkeep.Monthly),
	})
	ctx, stop := context.WithCancel(s.t.Context())
	running := make(chan error, 1)
	go func() { running <- s.run.Run(ctx) }()
	s.stop = func() {
		stop()
		if err := errors.Join(<-running, s.kept.Close(), s.dir.Close()); err != nil {
			s.t.Error(err)
		}
	}
}

// passes lets time pass. With restarts the program ends each day and is started
// again after an hour.
func (s *story) passes(d time.Duration) {
	for ; s.restarts && d > 24*time.Hour; d -= 24 * time.Hour {
		time.Sleep(23 * time.Hour)
		synctest.Wait()
		s.stop()
		time.Sleep(time.Hour)
		s.open()
	}
	time.Sleep(d)
}

func (s *story) keep() keep.Keep { return keep.Keep{Store: s.kept} }

// cast puts their hats on those who have one from the beginning: "Amina:
// group_admin of Kurdish friends of Harrowbeck", "Bo: coordinator", "Cem: member",
// "Dora: coordinator in a browser"; of two hats with a semicolon between.
func (s *story) cast(given map[string]string) {
	s.t.Helper()
	groups, err := s.dir.Organisations(s.t.Context())
	if err != nil {
		s.t.Fatal(err)
	}
	language := locales.Source
	if s.language != "" {
		language = s.language
	}
	n := 200
	for _, name := range slices.Sorted(maps.Keys(given)) {
		if name == "now" || strings.HasSuffix(name, loggedKey) {
			continue
		}
		all, browser := strings.CutSuffix(given[name], " in a browser")
		s.browser[name] = browser
		do := []talk.Effect{people.RememberLanguage{Language: language}}
		for as := range strings.SplitSeq(all, "; ") {
			n++
			hat := s.hat(groups, name, as)
			if hat.Role == people.Member {
				continue
			}
			code := people.NewCode([16]byte{0: byte(n)})
			if err := s.kept.Invite(s.t.Context(), people.Invite{ID: fmt.Sprint("cast", name, n), Code: code, Hat: hat, Label: name}); err != nil {
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

// hat is the hat of somebody's that is written as "group_admin of ...".
func (s *story) hat(groups []directory.Organisation, name, as string) people.Hat {
	s.t.Helper()
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
	return hat
}
