package main

import (
	"encoding/csv"
	"errors"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"signpost/bot/people"
	"signpost/bot/sessionlog"
	"signpost/bot/store"
	"signpost/bot/talk"
	"signpost/bot/web/webtest"
	"signpost/directory"
	"signpost/directory/sqlite"
	"signpost/locales"
)

// TestNumbersInTheBrowser looks at a group's figures as its admin has them on a phone,
// in every language, and keeps them as a file.
func TestNumbersInTheBrowser(t *testing.T) {
	for _, l := range locales.Languages() {
		t.Run(l.Tag, func(t *testing.T) {
			t.Parallel()
			v, group := adminOfALoggedGroup(t, l)
			folder := t.TempDir()
			v.tab.Set("Page.setDownloadBehavior", map[string]any{"behavior": "allow", "downloadPath": folder})
			for _, s := range []struct{ name, text, press string }{
				{"month", "/our_numbers " + group.Short(), ""},
				{"quarter", "", "p:2030-Q2"},
				{"table", "", "table"},
			} {
				if trouble := v.does(step{text: s.text, press: s.press}); trouble != "" {
					v.Fatalf("%s: %s", s.name, trouble)
				}
				v.look("numbers-"+s.name, s.name)
				if s.name == "table" {
					v.tab.Do(chromedp.Click(chromedp.CSS("a[download]")))
					rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(v.download(folder, "numbers-2030-q2.csv"), "\ufeff"))).ReadAll()
					if err != nil || len(rows) < 8 || len(rows[0]) != 6 {
						v.Errorf("the file has %d rows, %v", len(rows), err)
					}
				}
			}
		})
	}
}

// download is what a file holds once the browser has written it.
func (v *visitor) download(folder, name string) string {
	v.Helper()
	for range 5000 {
		if b, err := os.ReadFile(filepath.Join(folder, name)); err == nil && len(b) > 0 { // it is there before its bytes are
			return string(b)
		}
		webtest.Eval[bool](v.tab, "true") // the browser has its turn
	}
	v.Errorf("%s was not kept", name)
	return ""
}

// adminOfALoggedGroup is somebody at the page who is admin and first aider of a group
// with a quarter of sessions behind it, all of which were logged.
func adminOfALoggedGroup(t *testing.T, l locales.Language) (*visitor, directory.ID) {
	t.Helper()
	now := time.Date(2030, 4, 1, 9, 0, 0, 0, directory.London)
	dir, _, err := folder(t.TempDir()).openDirectory(t.Context(), town, now)
	if err != nil {
		t.Fatal(err)
	}
	kept, remove, err := forgetful(t.Context(), func() time.Time { return now })
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := errors.Join(dir.Close(), kept.Close(), remove()); err != nil {
			t.Error(err)
		}
	})
	as, err := tries(t.Context(), dir, kept)
	if err != nil {
		t.Fatal(err)
	}
	hat, err := hatOf(t.Context(), dir, people.FirstAider)
	if err != nil {
		t.Fatal(err)
	}
	code, err := invited(t.Context(), kept, hat, exampleName)
	if err != nil {
		t.Fatal(err)
	}
	save := func(do ...talk.Effect) {
		t.Helper()
		if _, err := kept.Save(t.Context(), store.Turn{Door: "telegram", Chat: "7", Do: do}); err != nil {
			t.Fatal(err)
		}
	}
	save(people.Bind{Code: code, Person: "p-sam", Digits: "1234", Language: "en"})
	for at, log := range quarterOf(t, dir, hat.Group) {
		now = at
		save(sessionlog.Save{Log: log})
	}
	now = time.Date(2030, 7, 31, 10, 0, 0, 0, directory.London)
	v := newVisitorAt(t, l, dir, kept, func() time.Time { return now }, as)
	v.tab.Do(chromedp.Navigate(v.origin+"/try/group_admin"), chromedp.WaitVisible(chromedp.CSS("#latest ~ .text")))
	for _, press := range []string{chosen, "yes"} {
		if trouble := v.does(step{press: press}); trouble != "" {
			t.Fatal(trouble)
		}
	}
	return v, directory.ID(hat.Group)
}

// quarterOf are the logs of a group's sessions of a quarter, each from when it ended.
func quarterOf(t *testing.T, dir *sqlite.Directory, group string) iter.Seq2[time.Time, sessionlog.Log] {
	t.Helper()
	services, err := dir.ServicesOf(t.Context(), directory.ID(group))
	if err != nil {
		t.Fatal(err)
	}
	needs := []directory.Need{directory.Loneliness, directory.Sleep, directory.Money}
	return func(yield func(time.Time, sessionlog.Log) bool) {
		p := sessionlog.Quarter(2030, 2)
		for _, s := range services {
			for i, o := range s.Between(p.From.At(0).Instant(), p.To.Add(1).At(0).Instant()) {
				log := sessionlog.Log{
					ID: fmt.Sprintf("%.6slog%02d", s.ID, i), Group: group, Session: o.Start, Held: sessionlog.Ran,
					Occurrence: sessionlog.Occurrence{Service: s.ID, Schedule: o.Schedule, Original: o.Original},
					Visits:     sessionlog.Exactly(6 + i%5), FirstTimes: sessionlog.Exactly(i % 3),
					Languages: []directory.Spoken{"pl", "ur"}[:1+i%2], Needs: needs[i%3:], Pointed: []directory.ID{s.ID},
				}
				if i%9 == 4 {
					log = sessionlog.Log{ID: log.ID, Group: group, Session: o.Start, Held: sessionlog.VenueClosed, Occurrence: log.Occurrence}
				}
				if o.Session && i%13 != 7 && !yield(o.End, log) {
					return
				}
			}
		}
	}
}
