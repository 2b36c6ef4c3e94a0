package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"signpost/bot/channel"
	"signpost/bot/keys"
	"signpost/bot/people"
	"signpost/bot/store"
	"signpost/bot/talk"
	"signpost/bot/terminal"
	"signpost/directory"
	"signpost/locales"
)

// chat talks in the terminal. It reads the directory of the data folder, and may
// do so beside serve; what is said is kept nowhere.
type chat struct {
	Data     string `help:"Folder whose directory is used (data); when there is none, the one this program ships." default:"data" from:"SIGNPOST_DATA" placeholder:"FOLDER"`
	Language string `help:"Language to talk in, such as ur." placeholder:"TAG"`
	Town     bool   `help:"Talk about the invented town."`
	As       string `help:"In the invented town, as whom: member, first_aider, group_admin, coordinator." placeholder:"ROLE"`
	Play     string `help:"Play the person's lines of a transcript and show the dialogue." placeholder:"FILE"`
}

// chatID is the id of the one chat there is.
const chatID = "1"

// Run talks until the input ends.
func (c *chat) Run(w *world) (err error) {
	script, err := c.script()
	if err != nil {
		return err
	}
	now := script.clock()
	at := derbyshire
	if c.Town || script.town() {
		at = town
	}
	role, err := castRole(cmp.Or(c.As, string(people.Member)))
	if err != nil {
		return err
	}
	if c.As != "" && at != town {
		return misuse{errors.New("--as is for the invented town alone: give --town too. For the real one ask for an invitation")}
	}
	dir, err := c.directory(w.ctx, at, now())
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, dir.closing()) }()
	kept, remove, err := forgetful(w.ctx, now)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, kept.Close(), remove()) }()
	language, err := spoken(cmp.Or(c.Language, script.Given["language"]))
	if err != nil {
		return err
	}
	if language != "" {
		_, err := kept.Save(w.ctx, store.Turn{
			Door: terminal.Door, Chat: chatID, At: now(), Do: []talk.Effect{people.RememberLanguage{Language: language}},
		})
		if err != nil {
			return err
		}
	}
	if err := wear(w.ctx, dir.Directory, kept, role, cmp.Or(language, locales.Source)); err != nil {
		return err
	}
	h, err := build(at, dir.Directory, kept, now, w.log)
	if err != nil {
		return err
	}
	t := terminal.New(terminal.Options{
		Chat: chatID, Language: cmp.Or(script.Given["phone"], systemLanguage(w.getenv)), Clock: now,
		Words: terminal.Words{Hint: "Write, or type the number of a button. Ctrl-D ends."},
	})
	return h.run(w.ctx, door{t, func(ctx context.Context, r channel.Receiver) error {
		if c.Play != "" {
			if err := t.Play(ctx, script.Talk, w.out, r); err != nil {
				return fmt.Errorf("%s: %w", c.Play, err)
			}
			return nil
		}
		return t.Run(ctx, io.MultiReader(strings.NewReader("/start\n"), w.in), w.out, r)
	}})
}

// directory opens what is talked about.
func (c *chat) directory(ctx context.Context, a area, now time.Time) (reading, error) {
	if a == town {
		return shipped(ctx, a, now)
	}
	return folder(c.Data).read(ctx, a, now)
}

// forgetful opens a bot.db that is removed at the end, keys and all.
func forgetful(ctx context.Context, now func() time.Time) (*store.Store, func() error, error) {
	temp, remove, err := throwaway()
	if err != nil {
		return nil, nil, err
	}
	k, err := keys.Open(filepath.Join(string(temp), "keys"), true)
	if err != nil {
		return nil, nil, errors.Join(err, remove())
	}
	kept, err := store.Open(ctx, temp.bot(), k, now)
	if err != nil {
		return nil, nil, errors.Join(err, remove())
	}
	return kept, remove, nil
}

// script is a transcript to be played; the zero script is none.
type script struct{ terminal.Transcript }

// script reads the transcript that is to be played.
func (c *chat) script() (script, error) {
	if c.Play == "" {
		return script{}, nil
	}
	b, err := os.ReadFile(c.Play)
	if err != nil {
		return script{}, fmt.Errorf("the transcript %s can't be read (%w)", c.Play, cause(err))
	}
	t, err := terminal.Parse(b)
	if err != nil {
		return script{}, fmt.Errorf("%s: %w", c.Play, err)
	}
	if _, err := (script{t}).now(); err != nil {
		return script{}, fmt.Errorf("%s: %w", c.Play, err)
	}
	return script{t}, nil
}

// town reports whether the transcript plays in the invented town, as those with
// a day of their own do.
func (s script) town() bool { return s.Given["demo"] == "yes" || s.Given["area"] == "town" }

// now is the moment at which the transcript plays; zero for the present.
func (s script) now() (time.Time, error) {
	given := s.Given["now"]
	if given == "" {
		return time.Time{}, nil
	}
	now, err := time.ParseInLocation("Monday 2 January 2006, 15:04", given, directory.London)
	if err != nil {
		return time.Time{}, fmt.Errorf("now is %q; it is written like: Sunday 2 June 2030, 14:05", given)
	}
	return now, nil
}

// clock stands still while a transcript with a moment of its own is played.
func (s script) clock() func() time.Time {
	if now, err := s.now(); err == nil && !now.IsZero() {
		return func() time.Time { return now }
	}
	return time.Now
}

// spoken is a language that we have, or an error that names them all.
func spoken(tag string) (string, error) {
	if tag == "" {
		return "", nil
	}
	if l, ok := locales.Find(locales.Match(tag)); ok {
		return l.Tag, nil
	}
	var have []string
	for _, l := range locales.Languages() {
		have = append(have, l.Tag+" ("+l.English+")")
	}
	return "", misuse{fmt.Errorf("there is no language %q; there are %s", tag, strings.Join(have, ", "))}
}

// systemLanguage is the language of whoever uses the machine, "" when it is not
// said: LANG=ur_PK.UTF-8 is ur-PK.
func systemLanguage(getenv func(string) string) string {
	said := cmp.Or(getenv("LC_ALL"), getenv("LC_MESSAGES"), getenv("LANG"))
	said, _, _ = strings.Cut(said, ".")
	if said == "C" || said == "POSIX" {
		return ""
	}
	return strings.ReplaceAll(said, "_", "-")
}
