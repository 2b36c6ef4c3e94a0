package store_test

import (
	"errors"
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"signpost/bot/people"
	"signpost/bot/sessionlog"
	"signpost/bot/store"
	"signpost/directory"
)

// group is a store with an office, an admin and two first aiders of a group, and
// somebody of another.
func group(t testing.TB) (*store.Store, *clock, string) {
	t.Helper()
	s, c, path := newStore(t)
	wear(t, s, "office", "p-office", office)
	wear(t, s, "admin", "p-admin", admin)
	wear(t, s, "amina", "p-amina", aider)
	wear(t, s, "bilal", "p-bilal", aider)
	wear(t, s, "stranger", "p-stranger", people.Hat{Role: people.FirstAider, Group: "g2"})
	wear(t, s, "stranger", "", people.Hat{Role: people.GroupAdmin, Group: "g2"})
	return s, c, path
}

// full is a log that says everything it can.
func full(id string, hours int) sessionlog.Log {
	l := held(id, hours)
	l.FirstTimes = sessionlog.Exactly(2)
	l.Languages = []directory.Spoken{"pa", "en"}
	l.Needs = []directory.Need{directory.Sleep, directory.Money}
	l.Pointed = []directory.ID{advice, mondays}
	l.Remark = "the heater is broken"
	return l
}

// kept is a log as it is read after it was saved.
func kept(l sessionlog.Log, by string, version int) sessionlog.Log {
	l.By, l.Version, l.Day = by, version, "2026-11-22"
	if l.Role == "" {
		l.Role = people.FirstAider
	}
	return l
}

func logOf(t testing.TB, s *store.Store, id string) (sessionlog.Log, bool) {
	t.Helper()
	l, ok, err := s.Log(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	return l, ok
}

func history(t testing.TB, s *store.Store, id string) []sessionlog.Log {
	t.Helper()
	all, err := s.LogHistory(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// ids of logs, in their order.
func idsOf(logs []sessionlog.Log, err error) string {
	out := fmt.Sprint(err)
	for _, l := range logs {
		out += " " + l.ID
	}
	return out
}

func TestALogIsReadAsItWasSaved(t *testing.T) {
	s, c, path := group(t)
	log, phone, closed := full("l1", 3), held("l2", 5), held("l3", 26)
	phone.Phone, phone.Visits, phone.Answered, phone.Missed = true, sessionlog.Band{}, sessionlog.Exactly(0), sessionlog.Exactly(30)
	closed.Held, closed.Role = sessionlog.VenueClosed, people.GroupAdmin
	save(t, s, turn("amina", sessionlog.Save{Log: log}, sessionlog.Save{Log: phone}))
	save(t, s, turn("admin", sessionlog.Save{Log: closed})) // it says visits, but nobody could come
	s.Close()
	s = open(t, path, c)
	closed.Visits = sessionlog.Band{}
	want := []sessionlog.Log{kept(closed, "p-admin", 1), kept(phone, "p-amina", 1), kept(log, "p-amina", 1)}
	got, err := s.Logs(t.Context(), "g1", "2026-11-21", "2026-11-22")
	if diff := cmp.Diff(want, got); diff != "" || err != nil {
		t.Errorf("%v (-want +got):\n%s", err, diff)
	}
	for what, c := range map[string]struct{ want, got string }{
		"a day":             {"<nil> l2 l1", idsOf(s.Logs(t.Context(), "g1", "2026-11-22", "2026-11-22"))},
		"all groups":        {"<nil> l3 l2 l1", idsOf(s.Logs(t.Context(), "", "2026-11-01", "2026-11-30"))},
		"another group":     {"<nil>", idsOf(s.Logs(t.Context(), "g2", "2026-11-01", "2026-11-30"))},
		"other days":        {"<nil>", idsOf(s.Logs(t.Context(), "g1", "2026-11-23", "2026-12-30"))},
		"amina's":           {"<nil> l2 l1", idsOf(s.LogsOf(t.Context(), "p-amina", "2026-11-01", "2026-11-30"))},
		"bilal's":           {"<nil>", idsOf(s.LogsOf(t.Context(), "p-bilal", "2026-11-01", "2026-11-30"))},
		"one session's":     {"<nil> l2", idsOf(s.LogsOfSession(t.Context(), phone.Occurrence))},
		"another session's": {"<nil>", idsOf(s.LogsOfSession(t.Context(), sessionlog.Occurrence{Service: advice, Schedule: mondays}))},
	} {
		if c.got != c.want {
			t.Errorf("%s: %s, want %s", what, c.got, c.want)
		}
	}
	for before, want := range map[time.Time]string{noon: "l1", log.Session: "l2", phone.Session: ""} {
		if l, ok, err := s.LastLog(t.Context(), mondays, before); l.ID != want || ok != (want != "") || err != nil {
			t.Errorf("the last that ran before %v is %q, %v, %v; want %q", before, l.ID, ok, err, want)
		}
	}
}

// Whatever a screen has let by, the store keeps nothing that a log may not hold, and
// nothing by somebody who may not.
func TestALogThatMayNotBeSaved(t *testing.T) {
	s, c, _ := group(t)
	for what, spoil := range map[string]func(*sessionlog.Log){
		"incomplete":          func(l *sessionlog.Log) { l.Visits = sessionlog.Band{} },
		"nothing said":        func(l *sessionlog.Log) { l.Held = "" },
		"an unknown end":      func(l *sessionlog.Log) { l.Held = "maybe" },
		"a number of its own": func(l *sessionlog.Log) { l.Visits = sessionlog.Band{Min: 11, Max: 11, Known: true} },
		"more first visits":   func(l *sessionlog.Log) { l.FirstTimes = sessionlog.Exactly(20) },
		"a sensitive need":    func(l *sessionlog.Log) { l.Needs = []directory.Need{directory.Sleep, directory.Asylum} },
		"an unknown need":     func(l *sessionlog.Log) { l.Needs = []directory.Need{"her husband"} },
		"a need twice":        func(l *sessionlog.Log) { l.Needs = []directory.Need{directory.Sleep, directory.Sleep} },
		"six needs": func(l *sessionlog.Log) {
			l.Needs = []directory.Need{directory.Sleep, directory.Money, directory.Work, directory.Anger, directory.Eating, directory.Memory}
		},
		"six languages":       func(l *sessionlog.Log) { l.Languages = []directory.Spoken{"en", "pl", "pa", "ur", "bn", "gu"} },
		"an unknown language": func(l *sessionlog.Log) { l.Languages = []directory.Spoken{"elvish"} },
		"six services":        func(l *sessionlog.Log) { l.Pointed = slices.Repeat([]directory.ID{advice}, 6) },
		"words for a service": func(l *sessionlog.Log) { l.Pointed = []directory.ID{"her cousin's flat"} },
		"a long remark":       func(l *sessionlog.Log) { l.Remark = fmt.Sprintf("%0201d", 0) },
		"a number":            func(l *sessionlog.Log) { l.Remark = "ring 01632 960123" },
		"the future":          func(l *sessionlog.Log) { l.Session = noon.Add(time.Minute) },
		"long ago":            func(l *sessionlog.Log) { l.Session = noon.AddDate(0, 0, -15) },
		"no session":          func(l *sessionlog.Log) { l.Occurrence = sessionlog.Occurrence{} },
		"no group":            func(l *sessionlog.Log) { l.Group = "" },
		"no id":               func(l *sessionlog.Log) { l.ID = "" },
		"from paper":          func(l *sessionlog.Log) { l.Paper = true },
		"an unknown reason":   func(l *sessionlog.Log) { l.Second = "because" },
		"a version too early": func(l *sessionlog.Log) { l.Version = 1 },
	} {
		l := full("l1", 3)
		spoil(&l)
		wantStale(t, s, what, turn("amina", sessionlog.Save{Log: l}))
	}
	for _, chat := range []string{"stranger", "office", "nobody"} {
		wantStale(t, s, chat, turn(chat, sessionlog.Save{Log: full("l1", 3)}))
		if chat != "office" {
			wantStale(t, s, chat+" drafts", turn(chat, sessionlog.KeepDraft{Log: full("", 3)}))
		}
	}
	paper := full("l1", 27*24)
	paper.Paper = true
	save(t, s, turn("admin", sessionlog.Save{Log: paper}))
	if l, _ := logOf(t, s, "l1"); !l.Paper || l.Role != people.GroupAdmin || !l.Late() {
		t.Errorf("from paper it is %+v", l)
	}
	wantStale(t, s, "an id that is taken", turn("amina", sessionlog.Save{Log: full("l1", 4)}))
	c.at = noon.AddDate(0, 0, 2)
	late := paper
	late.ID, late.Occurrence.Original = "l2", "2026-10-26T10:00"
	wantStale(t, s, "paper after four weeks", turn("admin", sessionlog.Save{Log: late}))
}

// A session has one log, unless the second says why there are two.
func TestASessionIsLoggedOnce(t *testing.T) {
	s, _, _ := group(t)
	save(t, s, turn("amina", sessionlog.Save{Log: full("l1", 3)}))
	wantStale(t, s, "the same again", turn("bilal", sessionlog.Save{Log: full("l2", 3)}))
	wantStale(t, s, "the same again by the same", turn("amina", sessionlog.Save{Log: full("l2", 3)}))
	second := full("l2", 3)
	second.Second = sessionlog.OtherVisitors
	save(t, s, turn("bilal", sessionlog.Save{Log: second}))
	if got := idsOf(s.LogsOfSession(t.Context(), second.Occurrence)); got != "<nil> l1 l2" {
		t.Errorf("the logs of the session: %s", got)
	}
	second.Version, second.Second = 1, ""
	wantStale(t, s, "the second without its reason", turn("bilal", sessionlog.Save{Log: second}))
	save(t, s, turn("amina", sessionlog.Undo{Log: "l1", Version: 1}))
	save(t, s, turn("bilal", sessionlog.Save{Log: second})) // it is the only one now
	third := full("l3", 6)
	third.Second = sessionlog.OtherPart
	save(t, s, turn("amina", sessionlog.Save{Log: third}))
	if l, _ := logOf(t, s, "l3"); l.Second != "" {
		t.Errorf("the only log of a session says why there are two: %q", l.Second)
	}
}

// Of many who save the same session at once, one does.
func TestASessionIsLoggedOnceByMany(t *testing.T) {
	s, _, _ := group(t)
	const tries = 16
	result := make(chan error)
	for i := range tries {
		chat := []string{"amina", "bilal"}[i%2]
		go func() {
			_, err := s.Save(t.Context(), turn(chat, sessionlog.Save{Log: full(fmt.Sprint("l", i), 3)}))
			result <- err
		}()
	}
	in := 0
	for range tries {
		switch err := <-result; {
		case err == nil:
			in++
		case !errors.Is(err, store.ErrStale):
			t.Error(err)
		}
	}
	if logs, err := s.LogsOfSession(t.Context(), full("", 3).Occurrence); in != 1 || len(logs) != 1 {
		t.Errorf("%d were saved and %d are kept, %v; want 1", in, len(logs), err)
	}
}

// A correction is made by those who may, for 14 days and not in a month that was
// shown already, and leaves what was there before to be looked at.
func TestCorrection(t *testing.T) {
	s, c, _ := group(t)
	first := full("l1", 3)
	save(t, s, turn("amina", sessionlog.Save{Log: first}))
	wrong := first
	wrong.Version, wrong.Visits, wrong.Remark = 1, sessionlog.Exactly(3), ""
	for _, chat := range []string{"bilal", "stranger", "nobody"} {
		wantStale(t, s, chat+" corrects", turn(chat, sessionlog.Save{Log: wrong}))
		wantStale(t, s, chat+" takes back", turn(chat, sessionlog.Undo{Log: "l1", Version: 1}))
	}
	moved, given := wrong, wrong
	moved.Occurrence.Original, given.Group = "2026-11-21T10:00", "g2"
	wantStale(t, s, "to another session", turn("amina", sessionlog.Save{Log: moved}))
	wantStale(t, s, "to another group", turn("admin", sessionlog.Save{Log: given}))

	c.at = noon.AddDate(0, 0, 2)
	save(t, s, turn("amina", sessionlog.Save{Log: wrong}))
	wantStale(t, s, "a version that is old", turn("admin", sessionlog.Save{Log: wrong}))
	wantStale(t, s, "taking back a version that is old", turn("amina", sessionlog.Undo{Log: "l1", Version: 1}))
	c.at = noon.AddDate(0, 0, 3)
	again := wrong
	again.Version, again.Held = 2, sessionlog.Nobody
	again.Role = people.Coordinator
	save(t, s, turn("office", sessionlog.Save{Log: again}))
	want := []sessionlog.Log{kept(again.Plain(), "p-office", 3), kept(wrong, "p-amina", 2), kept(first, "p-amina", 1)}
	want[0].Day, want[1].Day = "2026-11-25", "2026-11-24"
	if diff := cmp.Diff(want, history(t, s, "l1")); diff != "" {
		t.Errorf("the history (-want +got):\n%s", diff)
	}
	// It is still who entered it that it says, and when: a correction is not late.
	want[0].By, want[0].Role, want[0].Day = "p-amina", people.FirstAider, "2026-11-22"
	if got, _ := logOf(t, s, "l1"); !cmp.Equal(want[0], got) {
		t.Errorf("the log (-want +got):\n%s", cmp.Diff(want[0], got))
	}

	again.Version, again.Role = 3, ""
	c.at = noon.AddDate(0, 0, sessionlog.CorrectFor+1)
	wantStale(t, s, "corrected after 14 days", turn("amina", sessionlog.Save{Log: again}))
	wantStale(t, s, "taken back after 14 days", turn("admin", sessionlog.Undo{Log: "l1", Version: 3}))
	c.at = noon.AddDate(0, 0, sessionlog.CorrectFor)
	save(t, s, turn("admin", sessionlog.Save{Log: again}))
	if got, _ := logOf(t, s, "l1"); got.Version != 4 || got.By != "p-amina" {
		t.Errorf("it is version %d by %s", got.Version, got.By)
	}
}

// What is taken back counts no more, can be looked at, and makes room for another.
func TestUndo(t *testing.T) {
	s, c, path := group(t)
	first := full("l1", 3)
	save(t, s, turn("amina", sessionlog.Save{Log: first}))
	c.at = noon.Add(24 * time.Hour)
	save(t, s, turn("admin", sessionlog.Undo{Log: "l1", Version: 1}))
	for range 2 {
		wantStale(t, s, "taken back twice", turn("admin", sessionlog.Undo{Log: "l1", Version: 1}))
		wantStale(t, s, "its last version", turn("admin", sessionlog.Undo{Log: "l1", Version: 2}))
	}
	if _, ok := logOf(t, s, "l1"); ok || idsOf(s.Logs(t.Context(), "", "2026-01-01", "2027-01-01")) != "<nil>" {
		t.Error("a log that was taken back is read")
	}
	undone := kept(first, "p-admin", 2)
	undone.Undone, undone.Role, undone.Day = true, people.GroupAdmin, "2026-11-23"
	if diff := cmp.Diff([]sessionlog.Log{undone, kept(first, "p-amina", 1)}, history(t, s, "l1")); diff != "" {
		t.Errorf("the history (-want +got):\n%s", diff)
	}
	again := first
	again.Version = 1
	wantStale(t, s, "corrected after it was taken back", turn("amina", sessionlog.Save{Log: again}))
	save(t, s, turn("bilal", sessionlog.Save{Log: full("l2", 3)}))
	c.at = noon.AddDate(0, 0, 62)
	if err := s.Purge(t.Context(), c.at); err != nil {
		t.Fatal(err)
	}
	if got := history(t, s, "l1"); len(got) != 0 {
		t.Errorf("after two months the history has %d versions", len(got))
	}
	if n := query(t, path, `SELECT count(*) FROM log_author WHERE log = 'l1'`)[0]; n != "0" {
		t.Error("who entered a log that was taken back is still noted")
	}
}

// Who entered a log is forgotten long before the log, and by each way in which a
// person can go.
func TestALogOutlivesItsAuthor(t *testing.T) {
	for how, part := range map[string]func(*store.Store, *clock){
		"the hat is taken off": func(s *store.Store, _ *clock) {
			save(t, s, turn("admin", people.TakeOff{Person: "p-amina", Hat: aider}))
		},
		"they are forgotten": func(s *store.Store, _ *clock) { save(t, s, turn("amina", people.Forget{})) },
		"they leave":         func(s *store.Store, _ *clock) { save(t, s, turn("amina", people.LeaveDoor{})) },
		"a year": func(s *store.Store, c *clock) {
			for _, chat := range []string{"amina", "admin"} { // they still come
				c.at = noon.AddDate(0, 0, 300)
				load(t, s, "telegram", chat)
			}
			c.at = noon.AddDate(0, 0, 366)
		},
	} {
		t.Run(how, func(t *testing.T) {
			s, c, _ := group(t)
			log := full("l1", 3)
			save(t, s, turn("amina", sessionlog.Save{Log: log}))
			log.Version = 1
			save(t, s, turn("amina", sessionlog.Save{Log: log}))
			part(s, c)
			if err := s.Purge(t.Context(), c.at); err != nil {
				t.Fatal(err)
			}
			want := kept(full("l1", 3), "", 2)
			want.Role = ""
			if got, _ := logOf(t, s, "l1"); !cmp.Equal(want, got) {
				t.Errorf("the log (-want +got):\n%s", cmp.Diff(want, got))
			}
			if got := idsOf(s.LogsOf(t.Context(), "p-amina", "2026-01-01", "2027-01-01")); got != "<nil>" {
				t.Errorf("they still entered %s", got)
			}
			for _, l := range history(t, s, "l1") {
				if l.By != "" || l.Role != "" {
					t.Errorf("version %d was written by %q, %q", l.Version, l.By, l.Role)
				}
			}
		})
	}
}
