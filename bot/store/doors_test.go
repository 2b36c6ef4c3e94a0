package store_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"signpost/bot/people"
	"signpost/bot/store"
	"signpost/bot/talk"
)

// browser is a turn from a browser that knows its staff.
func browser(chat, staff string, do ...talk.Effect) store.Turn {
	return store.Turn{Door: "web", Chat: chat, Staff: staff, Do: do}
}

func loadStaff(t testing.TB, s *store.Store, chat, staff string) people.Person {
	t.Helper()
	state, err := s.Load(t.Context(), "web", chat, staff)
	if err != nil {
		t.Fatal(err)
	}
	return state.Person
}

// Who comes by Telegram and by a browser is one person with the same hats.
func TestASecondDoor(t *testing.T) {
	s, _, _ := newStore(t)
	wear(t, s, "a", "p-a", admin)
	older, c := code(), code()
	save(t, s, turn("a", people.OpenDoor{Code: older}))
	save(t, s, turn("a", people.OpenDoor{Code: c}))
	wantStale(t, s, "a code in whose place there is a newer", browser("tab", "cookie", people.JoinDoor{Code: older}))
	save(t, s, browser("tab", "cookie", people.JoinDoor{Code: c}))
	want := people.Person{ID: "p-a", Hats: []people.Hat{admin}}
	if diff := cmp.Diff(want, loadStaff(t, s, "another tab", "cookie")); diff != "" {
		t.Errorf("who comes by the browser (-want +got):\n%s", diff)
	}
	for _, other := range [][2]string{{"cookie", ""}, {"tab", ""}, {"tab", "another cookie"}} {
		if got := loadStaff(t, s, other[0], other[1]); got.ID != "" {
			t.Errorf("%q is %+v, without the cookie", other, got)
		}
	}
	wantStale(t, s, "the code again", browser("tab", "another cookie", people.JoinDoor{Code: c}))
	wearers, err := s.Wearers(t.Context(), "g1")
	if err != nil || len(wearers) != 1 || cmp.Diff([]string{"telegram", "web"}, wearers[0].Doors) != "" {
		t.Errorf("who wears it: %+v, %v", wearers, err)
	}
	save(t, s, browser("tab", "cookie", people.Invite{ID: "i", Code: code(), Hat: aider}))
}

// A code for a door is short, of one who wears a hat, and joins nobody to somebody
// else.
func TestACodeForADoorFits(t *testing.T) {
	s, c, _ := newStore(t)
	wear(t, s, "a", "p-a", admin)
	wear(t, s, "b", "p-b", office)
	wantStale(t, s, "a member's", turn("member", people.OpenDoor{Code: code()}))
	secret := code()
	save(t, s, turn("a", people.OpenDoor{Code: secret}))
	wantStale(t, s, "a guess", browser("tab", "cookie", people.JoinDoor{Code: code()}))
	wantStale(t, s, "a door that is somebody's", turn("b", people.JoinDoor{Code: secret}))
	wantHats(t, s, "b", office)
	c.at = noon.Add(people.DoorLife)
	wantStale(t, s, "a code that is over", browser("tab", "cookie", people.JoinDoor{Code: secret}))
	c.at = noon.Add(people.DoorLife - time.Second)
	save(t, s, browser("tab", "cookie", people.JoinDoor{Code: secret}))
}

// A browser knows who wears a hat for 12 hours after they last came, also across
// a restart.
func TestABrowserForgetsItsStaff(t *testing.T) {
	s, c, path := newStore(t)
	wear(t, s, "a", "p-a", admin)
	secret := code()
	save(t, s, turn("a", people.OpenDoor{Code: secret}))
	save(t, s, browser("tab", "cookie", people.JoinDoor{Code: secret}))
	c.at = noon.Add(store.StaffIdle - time.Minute)
	if loadStaff(t, s, "tab", "cookie").ID != "p-a" {
		t.Error("they are not known any more, too early")
	}
	c.at = noon.Add(2*store.StaffIdle - 16*time.Minute) // from the quarter hour of the last time
	s.Close()
	s = open(t, path, c)
	if loadStaff(t, s, "tab", "cookie").ID != "p-a" {
		t.Error("coming back did not count")
	}
	c.at = c.at.Add(store.StaffIdle)
	if got := loadStaff(t, s, "tab", "cookie"); got.ID != "" {
		t.Errorf("after 12 hours they are still %+v", got)
	}
	wantStale(t, s, "what they do", browser("tab", "cookie", people.Invite{ID: "i", Code: code(), Hat: aider}))
	guarded := browser("tab", "cookie")
	guarded.Guard = &talk.Guard{Roles: []people.Role{people.GroupAdmin}, Group: "g1"}
	if _, err := s.Save(t.Context(), guarded); err == nil {
		t.Error("what rests on their hat was saved")
	}
	wantHats(t, s, "a", admin)
	if wearers, _ := s.Wearers(t.Context(), "g1"); len(wearers) != 1 || len(wearers[0].Doors) != 1 {
		t.Errorf("the door is still shown: %+v", wearers)
	}
	// The same browser may be joined again, before and after the purge.
	for range 2 {
		secret = code()
		save(t, s, turn("a", people.OpenDoor{Code: secret}))
		save(t, s, browser("tab", "cookie", people.JoinDoor{Code: secret}))
		c.at = c.at.Add(store.StaffIdle)
		if err := s.Purge(t.Context(), c.at); err != nil {
			t.Fatal(err)
		}
		if n := query(t, path, `SELECT count(*) FROM person_door`)[0]; n != "1" {
			t.Errorf("%s doors after the purge, want Telegram alone", n)
		}
	}
}

// Who is forgotten by one door comes in by the other; by the last one, they go.
func TestForgetClosesADoor(t *testing.T) {
	s, _, path := newStore(t)
	wear(t, s, "a", "p-a", admin)
	secret := code()
	save(t, s, turn("a", people.OpenDoor{Code: secret}))
	save(t, s, browser("tab", "cookie", people.JoinDoor{Code: secret}))
	save(t, s, turn("a", people.Forget{}))
	if got := who(t, s, "a"); got.ID != "" {
		t.Errorf("the door leads to %+v", got)
	}
	if loadStaff(t, s, "tab", "cookie").ID != "p-a" {
		t.Error("the other door leads to nobody")
	}
	mine := []byte(query(t, path, `SELECT door FROM person_door`)[0])
	save(t, s, browser("tab", "cookie", people.Forget{}))
	for _, table := range []string{"person", "person_door", "hat", "invitation"} {
		if n := query(t, path, `SELECT count(*) FROM `+table)[0]; n != "0" {
			t.Errorf("%s has %s rows", table, n)
		}
	}
	wantNowhere(t, path, "the door", mine)
	wantNowhere(t, path, "the person", []byte("p-a"))
}

// To leave a page quickly clears the chat and not the hat.
func TestLeavingAChatKeepsTheHat(t *testing.T) {
	s, _, _ := newStore(t)
	wear(t, s, "a", "p-a", admin)
	secret := code()
	save(t, s, turn("a", people.OpenDoor{Code: secret}))
	save(t, s, browser("tab", "cookie", people.JoinDoor{Code: secret}))
	save(t, s, browser("tab", "", people.Forget{}))
	if loadStaff(t, s, "tab", "cookie").ID != "p-a" {
		t.Error("the hat went with the chat")
	}
}

// A code for a door can be looked up while it can be used, and only then.
func TestDoorCode(t *testing.T) {
	s, c, _ := newStore(t)
	wear(t, s, "a", "p-a", admin)
	secret := code()
	save(t, s, turn("a", people.OpenDoor{Code: secret}))
	want := func(person string, leads bool) {
		t.Helper()
		if got, ok, err := s.DoorCode(t.Context(), secret); got != person || ok != leads || err != nil {
			t.Errorf("it leads to %q, %v, %v; want %q, %v", got, ok, err, person, leads)
		}
	}
	want("p-a", true)
	if got, ok, err := s.DoorCode(t.Context(), code()); got != "" || ok || err != nil {
		t.Errorf("a guess leads to %q, %v, %v", got, ok, err)
	}
	c.at = noon.Add(people.DoorLife)
	want("", false)
	c.at = noon
	save(t, s, browser("tab", "cookie", people.JoinDoor{Code: secret}))
	want("", false)
}

// Who leaves a computer is known by their other door; by the last one, they go.
func TestLeaveDoor(t *testing.T) {
	s, _, path := newStore(t)
	wear(t, s, "a", "p-a", admin)
	secret := code()
	save(t, s, turn("a", people.OpenDoor{Code: secret}))
	save(t, s, browser("tab", "cookie", people.JoinDoor{Code: secret}))
	save(t, s, browser("tab", "cookie", people.LeaveDoor{}))
	if got := loadStaff(t, s, "tab", "cookie"); got.ID != "" {
		t.Errorf("the computer still knows %+v", got)
	}
	wantHats(t, s, "a", admin)
	save(t, s, turn("a", people.LeaveDoor{}))
	if n := query(t, path, `SELECT count(*) FROM person`)[0]; n != "0" {
		t.Errorf("%s persons without a door", n)
	}
}

// The last coordinator can't be taken away, by anybody: who would put the hat on
// the next?
func TestTheLastCoordinatorStays(t *testing.T) {
	s, _, _ := newStore(t)
	wear(t, s, "a", "p-a", office)
	wantStale(t, s, "their own", turn("a", people.TakeOff{Person: "p-a", Hat: office}))
	wear(t, s, "b", "p-b", office)
	save(t, s, turn("b", people.TakeOff{Person: "p-a", Hat: office}))
	wantStale(t, s, "the last", turn("b", people.TakeOff{Person: "p-b", Hat: office}))
	wantHats(t, s, "b", office)
}

// Who talks in another language is told things in it.
func TestSpeakLanguage(t *testing.T) {
	s, _, _ := newStore(t)
	wear(t, s, "a", "p-a", admin)
	save(t, s, turn("a", people.SpeakLanguage{Language: "ur"}))
	to, err := s.Addresses(t.Context(), store.Whom{One: "p-a"})
	if err != nil || len(to) != 1 || to[0].Language != "ur" {
		t.Errorf("they are told things at %+v, %v", to, err)
	}
	save(t, s, turn("member", people.SpeakLanguage{Language: "ur"}))
}
