package store_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"signpost/bot/counts"
	"signpost/bot/people"
	"signpost/bot/sessionlog"
	"signpost/bot/store"
	"signpost/bot/talk"
	"signpost/bot/upkeep"
	"signpost/directory"
)

func drafts(t testing.TB, s *store.Store, person string) string {
	t.Helper()
	all, err := s.Drafts(t.Context(), person)
	out := fmt.Sprint(err)
	for _, l := range all {
		out += " " + l.Remark
	}
	return out
}

// draft is what was begun of a session some hours ago.
func draft(hours int, remark string) sessionlog.Log {
	l := full("", hours)
	l.Held, l.Visits, l.Remark = "", sessionlog.Band{}, remark
	return l
}

func TestDrafts(t *testing.T) {
	s, c, path := group(t)
	save(t, s, turn("amina", sessionlog.KeepDraft{Log: draft(3, "a")}))
	save(t, s, turn("amina", sessionlog.KeepDraft{Log: draft(5, "b")}))
	save(t, s, turn("bilal", sessionlog.KeepDraft{Log: draft(3, "c")}))
	save(t, s, turn("amina", sessionlog.KeepDraft{Log: draft(3, "d")})) // in place of a
	s.Close()
	s = open(t, path, c)
	for person, want := range map[string]string{"p-amina": "<nil> d b", "p-bilal": "<nil> c", "p-admin": "<nil>", "": "<nil>"} {
		if got := drafts(t, s, person); got != want {
			t.Errorf("what %s has begun: %s, want %s", person, got, want)
		}
	}
	want := draft(3, "d")
	want.Role = ""
	got, ok, err := s.Draft(t.Context(), "p-amina", want.Occurrence)
	if diff := cmp.Diff(want, got); diff != "" || !ok || err != nil {
		t.Errorf("the draft, %v, %v (-want +got):\n%s", ok, err, diff)
	}
	bad := draft(3, "x")
	bad.Needs = directory.SensitiveNeeds()[:1]
	wantStale(t, s, "a need that is never noted", turn("amina", sessionlog.KeepDraft{Log: bad}))

	save(t, s, turn("amina", sessionlog.Save{Log: full("l1", 3)})) // takes its own draft along
	if got := drafts(t, s, "p-amina") + drafts(t, s, "p-bilal"); got != "<nil> b<nil> c" {
		t.Errorf("after one was saved there are %s", got)
	}
	save(t, s, turn("amina", sessionlog.DropDraft{Occurrence: draft(5, "").Occurrence}))
	if got := drafts(t, s, "p-amina"); got != "<nil>" {
		t.Errorf("after it was dropped there are %s", got)
	}
}

// What somebody may no longer enter is dropped with their hat, even when they wear
// another, and so is what only first aiders have.
func TestDraftsAndCertificatesGoWithTheHat(t *testing.T) {
	s, _, path := group(t)
	wear(t, s, "amina", "", people.Hat{Role: people.FirstAider, Group: "g2"})
	other := draft(5, "other")
	other.Group = "g2"
	save(t, s, turn("amina", sessionlog.KeepDraft{Log: draft(3, "a")}, sessionlog.KeepDraft{Log: other},
		people.Certify{Certificate: people.Certificate{Person: "p-amina", Month: 202705}}))
	save(t, s, turn("office", people.TakeOff{Person: "p-amina", Hat: aider}))
	if got := drafts(t, s, "p-amina"); got != "<nil> other" {
		t.Errorf("they have begun %s, want what is of their other group", got)
	}
	if got := certificates(t, s, ""); got != "p-amina:202705" {
		t.Errorf("certificates: %s", got)
	}
	wear(t, s, "amina", "", admin)
	save(t, s, turn("office", people.TakeOff{Person: "p-amina", Hat: people.Hat{Role: people.FirstAider, Group: "g2"}}))
	if n := query(t, path, `SELECT (SELECT count(*) FROM certificate) + (SELECT count(*) FROM log_draft)`)[0]; n != "0" {
		t.Errorf("%s rows are left", n)
	}
}

func certificates(t testing.TB, s *store.Store, group string) string {
	t.Helper()
	found, err := s.Certificates(t.Context(), group)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, id := range []string{"p-amina", "p-bilal", "p-stranger"} {
		if c, ok := found[id]; ok {
			out = append(out, fmt.Sprintf("%s:%d", c.Person, c.Month))
		}
	}
	return strings.Join(out, " ")
}

func TestCertificates(t *testing.T) {
	s, _, path := group(t)
	certify := func(person string, m people.Month) people.Certify {
		return people.Certify{Certificate: people.Certificate{Person: person, Month: m}}
	}
	save(t, s, turn("amina", certify("p-amina", 202705)))
	save(t, s, turn("admin", certify("p-bilal", 202612)))
	save(t, s, turn("office", certify("p-stranger", 202701)))
	for what, turn := range map[string]store.Turn{
		"of another first aider": turn("amina", certify("p-bilal", 202801)),
		"of another group":       turn("admin", certify("p-stranger", 202801)),
		"of no first aider":      turn("office", certify("p-admin", 202801)),
		"of nobody":              turn("office", certify("p-nobody", 202801)),
		"by nobody":              turn("nobody", certify("", 202801)),
		"a month there is not":   turn("amina", certify("p-amina", 202713)),
		"a year there is not":    turn("amina", certify("p-amina", 12)),
	} {
		wantStale(t, s, what, turn)
	}
	for group, want := range map[string]string{"g1": "p-amina:202705 p-bilal:202612", "g2": "p-stranger:202701", "": "p-amina:202705 p-bilal:202612 p-stranger:202701"} {
		if got := certificates(t, s, group); got != want {
			t.Errorf("of %q: %s, want %s", group, got, want)
		}
	}
	save(t, s, turn("admin", certify("p-bilal", 0)))
	save(t, s, turn("amina", certify("p-amina", 202806)))
	if got := certificates(t, s, "g1"); got != "p-amina:202806" {
		t.Errorf("after a change: %s", got)
	}
	wantNowhere(t, path, "the month", []byte("202806"))
	save(t, s, turn("amina", people.Forget{}))
	if got := certificates(t, s, "g1"); got != "" {
		t.Errorf("after /forget: %s", got)
	}
}

// What is in no log is counted for the county: whoever did it, whenever in the
// month, wherever, the row is the same, and no column tells one from another.
func TestTheCountyCountIsJoinedToNothing(t *testing.T) {
	s, c, path := group(t)
	need := sessionlog.County{Need: directory.Asylum}
	together := turn("amina", sessionlog.Save{Log: full("l1", 3)}, need, sessionlog.County{Urgent: true})
	together.Count = []counts.Entry{
		{Kind: counts.Opened, Door: "telegram"},
		{Kind: counts.AtSession, Need: "asylum", District: "high-peak"}, // never so
	}
	save(t, s, together)
	c.at = noon.AddDate(0, 0, 5)
	save(t, s, turn("stranger", need))
	save(t, s, turn("admin", need, sessionlog.County{Need: directory.Psychosis}))
	c.at = noon.AddDate(0, 0, 9)
	save(t, s, turn("bilal", need))
	rows := query(t, path, `SELECT month || ' ' || need || ' ' || outcome || ' ' || n || ' ' ||
		district || language || community || way || time || door || poster FROM tally WHERE kind = 'at_session' ORDER BY 1`)
	want := []string{"202611  urgent 1 ", "202611 asylum  3 ", "202611 psychosis  1 ", "202612 asylum  1 "}
	if diff := cmp.Diff(want, rows); diff != "" {
		t.Errorf("what was counted (-want +got):\n%s", diff)
	}
	e, err := store.OpenEvidence(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer e.Close()
	if joined, err := e.Joined(t.Context()); len(joined) != 0 || err != nil {
		t.Errorf("the counts are joined by %v, %v", joined, err)
	}
	// Nothing of it is anywhere else: not in the log, its history or its draft.
	for _, table := range query(t, path, `SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'tally' AND name NOT LIKE 'sqlite_%'`) {
		for _, column := range query(t, path, `SELECT name FROM pragma_table_info('`+table+`')`) {
			if n := query(t, path, `SELECT count(*) FROM `+table+` WHERE `+column+` LIKE '%asylum%' OR `+column+` LIKE '%psychosis%'`)[0]; n != "0" {
				t.Errorf("%s.%s tells of it", table, column)
			}
		}
	}
	for what, e := range map[string]sessionlog.County{
		"nothing": {}, "both": {Need: directory.Asylum, Urgent: true}, "a need that may be in a log": {Need: directory.Sleep}, "words": {Need: "her"},
	} {
		wantStale(t, s, what, turn("amina", e))
	}
	for _, chat := range []string{"nobody", "office"} {
		wantStale(t, s, chat, turn(chat, need))
	}
}

// A session says that its time is right, and answers the question after it: but of a
// listing that no admin has ever confirmed it makes none that can go stale.
func TestTimeHeld(t *testing.T) {
	s, _, path := group(t)
	asked := func(service directory.ID, confirmed directory.Date, stage upkeep.Stage) {
		save(t, s, turn("admin", upkeep.StillRight{Service: service, Group: "g1", Day: confirmed},
			upkeep.Moved{Question: upkeep.Question{Service: service, Group: "g1", Confirmed: confirmed, Stage: stage, Since: noon}}))
	}
	asked("open", "2026-10-01", upkeep.AskedSecond)
	asked("newer", "2026-11-22", upkeep.NotAsked)
	asked("older", "2026-10-01", upkeep.AskedFirst)
	change(t, path, `INSERT INTO question (service, grp, confirmed, stage) VALUES ('never', 'g1', '', 0)`)
	save(t, s, turn("amina", upkeep.TimeHeld{Service: "open", Day: "2026-11-20"}, upkeep.TimeHeld{Service: "newer", Day: "2026-11-20"},
		upkeep.TimeHeld{Service: "older", Day: "2026-09-20"},
		upkeep.TimeHeld{Service: "never", Day: "2026-11-20"}, upkeep.TimeHeld{Service: "unknown", Day: "2026-11-20"}))
	var got []string
	for _, q := range questions(t, s, "") {
		got = append(got, fmt.Sprint(q.Service, " ", q.Confirmed, " ", q.Stage, " ", q.Since.IsZero()))
	}
	want := []string{"never  0 true", "newer 2026-11-22 0 true", "older 2026-10-01 1 false", "open 2026-11-20 0 true"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("questions (-want +got):\n%s", diff)
	}
}

func TestReminded(t *testing.T) {
	s, c, _ := group(t)
	one, two := full("", 3).Occurrence, full("", 30).Occurrence
	save(t, s, turn("office", sessionlog.Reminded{Occurrence: two, Times: 1}))
	c.at = noon.AddDate(0, 0, 2)
	save(t, s, turn("office", sessionlog.Reminded{Occurrence: one, Times: 2}, sessionlog.Reminded{Occurrence: one, Times: 1}))
	for from, want := range map[directory.Date]map[sessionlog.Occurrence]int{
		"2026-11-01": {one: 2, two: 1}, "2026-11-23": {one: 2}, "2026-11-25": {},
	} {
		got, err := s.Reminded(t.Context(), from)
		if diff := cmp.Diff(want, got); diff != "" || err != nil {
			t.Errorf("since %s: %v (-want +got):\n%s", from, err, diff)
		}
	}
}

func TestAccessChecks(t *testing.T) {
	s, _, _ := group(t)
	one, two := enquiry("c1"), enquiry("c2")
	two.Day, two.Service, two.Language = "2026-11-22", mondays, ""
	save(t, s, turn("amina", sessionlog.Enquired{Check: one}, sessionlog.Enquired{Check: two}))
	for what, spoil := range map[string]func(*sessionlog.Check){
		"the future": func(c *sessionlog.Check) { c.Day = "2026-11-23" }, "no day": func(c *sessionlog.Check) { c.Day = "" },
		"no service": func(c *sessionlog.Check) { c.Service = "" }, "words": func(c *sessionlog.Check) { c.Language = "hers" },
		"no wait": func(c *sessionlog.Check) { c.Wait = "" }, "taken": func(c *sessionlog.Check) { c.ID = "c1" },
	} {
		c := enquiry("c3")
		spoil(&c)
		wantStale(t, s, what, turn("amina", sessionlog.Enquired{Check: c}))
	}
	wantStale(t, s, "by a member", turn("nobody", sessionlog.Enquired{Check: enquiry("c4")}))
	reply := sessionlog.Replied{Check: "c1", Reply: sessionlog.ReplyLooks, Day: "2026-11-22"}
	wantStale(t, s, "a first aider replies", turn("amina", reply))
	wantStale(t, s, "to none", turn("admin", sessionlog.Replied{Check: "c9", Reply: sessionlog.ReplyLooks}))
	wantStale(t, s, "with words", turn("admin", sessionlog.Replied{Check: "c1", Reply: "you lie"}))
	save(t, s, turn("admin", reply))
	wantStale(t, s, "taken back after a reply", turn("amina", sessionlog.Unenquired{Check: "c1"}))
	wantStale(t, s, "taken back by a member", turn("nobody", sessionlog.Unenquired{Check: "c2"}))
	one.Reply, one.Replied = sessionlog.ReplyLooks, "2026-11-22"
	got, err := s.Checks(t.Context(), "")
	if diff := cmp.Diff([]sessionlog.Check{two, one}, got); diff != "" || err != nil {
		t.Errorf("%v (-want +got):\n%s", err, diff)
	}
	save(t, s, turn("amina", sessionlog.Unenquired{Check: "c2"}))
	if _, ok, err := s.Check(t.Context(), "c2"); ok || err != nil {
		t.Errorf("it is still there: %v, %v", ok, err)
	}
	if got, err := s.Checks(t.Context(), advice); len(got) != 1 || got[0] != one || err != nil {
		t.Errorf("of the service: %+v, %v", got, err)
	}
}

func words(t testing.TB, s *store.Store, group string) (out []string) {
	t.Helper()
	all, err := s.Words(t.Context(), group)
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range all {
		out = append(out, fmt.Sprint(w.ID, " ", w.To, " ", w.Sender, " ", w.Seen, " ", w.Late))
	}
	return out
}

// A word is seen by those whom it is for, once, and by nobody who sent it.
func TestWords(t *testing.T) {
	s, c, _ := group(t)
	lead := people.Hat{Role: people.SafeguardingLead, Group: "g1"}
	wear(t, s, "lead", "p-lead", lead)
	wear(t, s, "amina", "", lead)
	worry := func(id string, group string, to sessionlog.To) sessionlog.Worry {
		return sessionlog.Worry{Word: sessionlog.Word{ID: id, Group: group, To: to, Sender: "p-admin"}}
	}
	save(t, s, turn("amina", worry("w1", "g1", sessionlog.ToLead)))
	c.at = noon.Add(20 * time.Minute)
	save(t, s, turn("bilal", worry("w2", "", sessionlog.ToOutside)))
	save(t, s, turn("bilal", worry("w3", "g1", sessionlog.ToLead)))
	for what, turn := range map[string]store.Turn{
		"to nobody":        turn("amina", worry("w4", "g1", "everybody")),
		"to no lead":       turn("amina", worry("w4", "", sessionlog.ToLead)),
		"to another group": turn("amina", worry("w4", "g2", sessionlog.ToLead)),
		"by a member":      turn("nobody", worry("w4", "", sessionlog.ToOutside)),
		"an id twice":      turn("amina", worry("w1", "g1", sessionlog.ToLead)),
		"by who sent it":   turn("amina", sessionlog.SeeWord{Word: "w1"}),
		"by another aider": turn("bilal", sessionlog.SeeWord{Word: "w1"}),
		"by an admin":      turn("admin", sessionlog.SeeWord{Word: "w1"}),
		"by the office":    turn("office", sessionlog.SeeWord{Word: "w1"}),
		"by a lead":        turn("lead", sessionlog.SeeWord{Word: "w2"}),
		"none":             turn("lead", sessionlog.SeeWord{Word: "w9"}),
	} {
		wantStale(t, s, what, turn)
	}
	if w, ok, err := s.Word(t.Context(), "w2"); !ok || err != nil || !w.At.Equal(noon.Add(15*time.Minute)) {
		t.Errorf("a word that was sent at 12:20: %+v, %v, %v", w, ok, err)
	}
	save(t, s, turn("lead", sessionlog.SeeWord{Word: "w1"}))
	save(t, s, turn("office", sessionlog.SeeWord{Word: "w2"}, sessionlog.LateWord{Word: "w3"}))
	wantStale(t, s, "seen twice", turn("lead", sessionlog.SeeWord{Word: "w1"}))
	wantStale(t, s, "late twice", turn("office", sessionlog.LateWord{Word: "w3"}))
	wantStale(t, s, "late after it was seen", turn("office", sessionlog.LateWord{Word: "w1"}))
	want := []string{"w1 lead p-amina true false", "w2 outside p-bilal true false", "w3 lead p-bilal false true"}
	if diff := cmp.Diff(want, words(t, s, "")); diff != "" {
		t.Errorf("all words (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{want[0], want[2]}, words(t, s, "g1")); diff != "" {
		t.Errorf("those of the group (-want +got):\n%s", diff)
	}
	save(t, s, turn("office", sessionlog.SeeWord{Word: "w3"})) // nobody did in time
	c.at = noon.Add(25 * time.Hour)
	if err := s.Purge(t.Context(), c.at); err != nil {
		t.Fatal(err)
	}
	if got := words(t, s, ""); len(got) != 0 {
		t.Errorf("a day after they were seen there are %v", got)
	}
}

// Who sent a word is sealed, so no key of the file can take it along: it goes with
// the person all the same, by each way in which one can go.
func TestWordsAndDraftsGoWithThePerson(t *testing.T) {
	for how, part := range map[string]func(*store.Store, *clock){
		"the last hat": func(s *store.Store, _ *clock) {
			save(t, s, turn("office", people.TakeOff{Person: "p-bilal", Hat: aider}))
		},
		"forget": func(s *store.Store, _ *clock) { save(t, s, turn("bilal", people.Forget{})) },
		"forget at one of two doors": func(s *store.Store, _ *clock) {
			joined := code()
			save(t, s, turn("bilal", people.OpenDoor{Code: joined}))
			save(t, s, browser("tab", "cookie", people.JoinDoor{Code: joined}))
			save(t, s, browser("tab", "cookie", people.Forget{}))
		},
		"leaving": func(s *store.Store, _ *clock) { save(t, s, turn("bilal", people.LeaveDoor{})) },
		"a purge of those who can't come in": func(s *store.Store, c *clock) {
			c.at = noon.Add(25 * time.Hour)
			if err := s.Purge(t.Context(), c.at); err != nil {
				t.Fatal(err)
			}
		},
	} {
		t.Run(how, func(t *testing.T) {
			s, c, path := group(t)
			for _, chat := range []string{"amina", "bilal"} {
				save(t, s, turn(chat, sessionlog.Worry{Word: sessionlog.Word{ID: "w-" + chat, Group: "g1", To: sessionlog.ToLead}},
					sessionlog.KeepDraft{Log: draft(3, chat)}))
			}
			if strings.HasPrefix(how, "a purge") {
				change(t, path, `DELETE FROM person_door WHERE person = 'p-bilal'`)
			}
			part(s, c)
			if diff := cmp.Diff([]string{"w-amina lead p-amina false false"}, words(t, s, "")); diff != "" {
				t.Errorf("words (-want +got):\n%s", diff)
			}
			if got := drafts(t, s, "p-amina") + drafts(t, s, "p-bilal"); got != "<nil> amina<nil>" {
				t.Errorf("drafts: %s", got)
			}
		})
	}
}

// Who has the files learns no remark and no sender; when somebody is forgotten not
// even their random id is left.
func TestFilesSayNothingOfSessions(t *testing.T) {
	s, c, path := group(t)
	person := "p-CANARY-PERSON"
	wear(t, s, "canary", person, aider)
	log := full("l1", 3)
	save(t, s, turn("canary", sessionlog.Save{Log: log}, sessionlog.KeepDraft{Log: draft(5, "CANARY-DRAFT")},
		people.Certify{Certificate: people.Certificate{Person: person, Month: 203104}},
		talk.Due{Key: "CANARY-KEY", Kind: "check_in", At: noon.Add(time.Hour), Body: []byte("CANARY-BODY")}))
	log.Version, log.Remark = 1, "CANARY-OTHER"
	save(t, s, turn("canary", sessionlog.Save{Log: log}))
	look := func(when string, canaries ...string) {
		t.Helper()
		for _, canary := range canaries {
			wantNowhere(t, path, when+": "+canary, []byte(canary))
		}
	}
	if !found(t, path, []byte("sleep money")) || !found(t, path, []byte(person)) {
		t.Fatal("not even what is in clear is in the files")
	}
	secret := []string{"CANARY-REMARK", "CANARY-OTHER", "CANARY-DRAFT", "CANARY-KEY", "CANARY-BODY", "203104"}
	look("open", secret...)
	save(t, s, turn("canary", people.Forget{}))
	if err := s.Purge(t.Context(), c.at); err != nil {
		t.Fatal(err)
	}
	look("after /forget", append(secret, person)...)
	if l, ok := logOf(t, s, "l1"); !ok || l.Remark != "CANARY-OTHER" {
		t.Errorf("the log went with its author: %+v", l)
	}

	sender := "p-CANARY-SENDER"
	wear(t, s, "sender", sender, aider)
	before := occurrences(t, path, sender)
	save(t, s, turn("sender", sessionlog.Worry{Word: sessionlog.Word{ID: "w", To: sessionlog.ToOutside}}))
	if err := s.Purge(t.Context(), c.at); err != nil { // the log holds pages twice
		t.Fatal(err)
	}
	if after := occurrences(t, path, sender); after > before {
		t.Errorf("the sender of a word is in the files %d times, before they sent it %d", after, before)
	}
	s.Close()
	look("closed", secret...)
}

// occurrences is how often something is in the files.
func occurrences(t testing.TB, path, what string) (n int) {
	for _, b := range files(t, path) {
		n += strings.Count(string(b), what)
	}
	return n
}

// What Save returned for is on the disk: nothing of it waits in the process.
func TestWhatWasSavedIsOnTheDisk(t *testing.T) {
	s, c, path := group(t)
	for i := range 20 {
		l := full(fmt.Sprint("l", i), i+1)
		save(t, s, turn("amina", sessionlog.KeepDraft{Log: l}))
		wantAfterKill(t, path, c, func(t *testing.T, dead *store.Store) {
			if _, ok, err := dead.Draft(t.Context(), "p-amina", l.Occurrence); !ok || err != nil {
				t.Errorf("draft %d is lost, %v", i, err)
			}
		})
		save(t, s, turn("amina", sessionlog.Save{Log: l}))
		wantAfterKill(t, path, c, func(t *testing.T, dead *store.Store) {
			if _, ok := logOf(t, dead, l.ID); !ok {
				t.Errorf("log %d is lost", i)
			}
			if got := drafts(t, dead, "p-amina"); got != "<nil>" {
				t.Errorf("beside log %d there is the draft %s", i, got)
			}
			wantStale(t, dead, "the same log again", turn("amina", sessionlog.Save{Log: full("again", i+1)}))
		})
	}
}

// wantAfterKill opens what lies on the disk now, as a process does that is started
// after another was killed.
func wantAfterKill(t *testing.T, path string, c *clock, look func(*testing.T, *store.Store)) {
	t.Helper()
	folder := t.TempDir()
	for name, b := range files(t, path) {
		if strings.HasSuffix(name, "-shm") {
			continue // only in memory
		}
		if err := os.WriteFile(filepath.Join(folder, name), b, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	dead := open(t, filepath.Join(folder, filepath.Base(path)), c)
	defer dead.Close()
	look(t, dead)
}
