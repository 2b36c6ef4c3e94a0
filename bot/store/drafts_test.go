package store_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"signpost/bot/people"
	"signpost/bot/sessionlog"
	"signpost/bot/store"
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
