package store_test

import (
	"errors"
	"fmt"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"signpost/bot/people"
	"signpost/bot/store"
	"signpost/bot/talk"
)

var (
	office = people.Hat{Role: people.Coordinator}
	admin  = people.Hat{Role: people.GroupAdmin, Group: "g1"}
	aider  = people.Hat{Role: people.FirstAider, Group: "g1"}
)

// turn is a turn of a chat on Telegram that does something.
func turn(chat string, do ...talk.Effect) store.Turn {
	return store.Turn{Door: "telegram", Chat: chat, Do: do}
}

// code is a code that no test has had before.
func code() string {
	n := ids.Add(1)
	return people.NewCode([16]byte{0: byte(n), 1: byte(n >> 8), 15: 1})
}

// wear puts a hat on somebody, by an invitation of the command line.
func wear(t testing.TB, s *store.Store, chat, person string, hat people.Hat) {
	t.Helper()
	c := code()
	if err := s.Invite(t.Context(), people.Invite{ID: newID("i"), Code: c, Hat: hat, Label: "label of " + person}); err != nil {
		t.Fatal(err)
	}
	save(t, s, turn(chat, people.Bind{Code: c, Person: person, Language: "pl"}))
}

// invited is the id and the code of an invitation that a chat makes.
func invited(t testing.TB, s *store.Store, chat string, hat people.Hat) (id, c string) {
	t.Helper()
	id, c = newID("i"), code()
	save(t, s, turn(chat, people.Invite{ID: id, Code: c, Hat: hat, Label: "Amina"}))
	return id, c
}

func who(t testing.TB, s *store.Store, chat string) people.Person {
	t.Helper()
	return load(t, s, "telegram", chat).Person
}

// wantStale saves a turn that must be refused.
func wantStale(t testing.TB, s *store.Store, what string, turn store.Turn) {
	t.Helper()
	if _, err := s.Save(t.Context(), turn); !errors.Is(err, store.ErrStale) || err.Error() != "saving a turn: "+store.ErrStale.Error() {
		t.Errorf("%s: %v, want ErrStale and nothing more", what, err)
	}
}

func wantHats(t testing.TB, s *store.Store, chat string, want ...people.Hat) {
	t.Helper()
	if diff := cmp.Diff(want, who(t, s, chat).Hats); diff != "" {
		t.Errorf("the hats of %s (-want +got):\n%s", chat, diff)
	}
}

// The first coordinator comes by the command line; everybody else is confirmed by
// whoever invited them, after both saw the same digits.
func TestInvitation(t *testing.T) {
	s, c, path := newStore(t)
	wear(t, s, "office", "p-office", office)
	wantHats(t, s, "office", office)
	id, secret := invited(t, s, "office", admin)
	got, ok, err := s.Invitation(t.Context(), secret)
	want := people.Invitation{ID: id, Hat: admin, Label: "Amina", By: "p-office", State: people.Open, Ends: noon.Add(people.InvitationLife)}
	if diff := cmp.Diff(want, got, cmp.Comparer(time.Time.Equal)); diff != "" || !ok || err != nil {
		t.Errorf("the invitation, %v, %v (-want +got):\n%s", ok, err, diff)
	}
	save(t, s, turn("new", people.Bind{Code: secret, Person: "p-new", Digits: "4711", Language: "ur"}))
	if got := who(t, s, "new"); got.ID != "p-new" || got.Staff() {
		t.Errorf("before the digits were compared they are %+v", got)
	}
	s.Close()
	s = open(t, path, c)
	want.State, want.Person, want.Digits = people.Bound, "p-new", "4711"
	listed, err := s.Invitations(t.Context(), "g1")
	if diff := cmp.Diff([]people.Invitation{want}, listed, cmp.Comparer(time.Time.Equal)); diff != "" || err != nil {
		t.Errorf("the invitations of the group, %v (-want +got):\n%s", err, diff)
	}
	save(t, s, turn("office", people.Confirm{Invitation: id}))
	wantHats(t, s, "new", admin)
	if listed, _ := s.Invitations(t.Context(), "g1"); len(listed) != 0 {
		t.Errorf("after it was confirmed it is still listed: %v", listed)
	}
	wearers, err := s.Wearers(t.Context(), "g1")
	if diff := cmp.Diff([]people.Wearer{{
		Person: "p-new", Hat: admin, Label: "Amina", Since: noon.Truncate(24 * time.Hour), Doors: []string{"telegram"}, Told: true,
	}}, wearers); diff != "" || err != nil {
		t.Errorf("who has which hat, %v (-want +got):\n%s", err, diff)
	}
	wantStale(t, s, "confirmed twice", turn("office", people.Confirm{Invitation: id}))
	wantStale(t, s, "revoked after it was confirmed", turn("office", people.Revoke{Invitation: id}))
}

// A code that was used, has ended, was revoked or never was: the answer is the
// same, and so is what is left behind.
func TestEveryCodeThatIsNoneIsAnsweredAlike(t *testing.T) {
	for _, c := range []struct {
		name  string
		spoil func(s *store.Store, clock *clock, id, code string) string
	}{
		{"guessed", func(*store.Store, *clock, string, string) string { return code() }},
		{"empty", func(*store.Store, *clock, string, string) string { return "" }},
		{"used", func(s *store.Store, _ *clock, _, code string) string {
			save(t, s, turn("other", people.Bind{Code: code, Person: "p-other", Digits: "1234"}))
			return code
		}},
		{"used and confirmed", func(s *store.Store, _ *clock, id, code string) string {
			save(t, s, turn("other", people.Bind{Code: code, Person: "p-other", Digits: "1234"}))
			save(t, s, turn("office", people.Confirm{Invitation: id}))
			return code
		}},
		{"ended", func(_ *store.Store, clock *clock, _, code string) string {
			clock.at = noon.Add(people.InvitationLife)
			return code
		}},
		{"revoked", func(s *store.Store, _ *clock, id, code string) string {
			save(t, s, turn("office", people.Revoke{Invitation: id}))
			return code
		}},
		{"of the command line, used", func(s *store.Store, _ *clock, _, _ string) string {
			c := code()
			if err := s.Invite(t.Context(), people.Invite{ID: newID("i"), Code: c, Hat: office}); err != nil {
				t.Fatal(err)
			}
			save(t, s, turn("other", people.Bind{Code: c, Person: "p-other"}))
			return c
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			s, clock, path := newStore(t)
			wear(t, s, "office", "p-office", office)
			id, secret := invited(t, s, "office", aider)
			secret = c.spoil(s, clock, id, secret)
			before := query(t, path, `SELECT count(*) FROM person`)[0]
			wantStale(t, s, "the code", turn("late", people.Bind{Code: secret, Person: "p-late", Digits: "1234"}))
			if got, ok, err := s.Invitation(t.Context(), secret); ok || err != nil || got != (people.Invitation{}) {
				t.Errorf("it is shown: %+v, %v, %v", got, ok, err)
			}
			if got := who(t, s, "late"); got.ID != "" {
				t.Errorf("they are somebody now: %+v", got)
			}
			if after := query(t, path, `SELECT count(*) FROM person`)[0]; after != before {
				t.Errorf("%s persons, there were %s", after, before)
			}
		})
	}
}

// Of many who use a code at once, one gets in.
func TestACodeIsUsedOnce(t *testing.T) {
	s, _, _ := newStore(t)
	wear(t, s, "office", "p-office", office)
	_, secret := invited(t, s, "office", aider)
	const chats = 16
	result := make(chan error)
	for i := range chats {
		go func() {
			_, err := s.Save(t.Context(), turn(fmt.Sprint(i), people.Bind{Code: secret, Person: fmt.Sprint("p-", i), Digits: "1234"}))
			result <- err
		}()
	}
	in := 0
	for range chats {
		switch err := <-result; {
		case err == nil:
			in++
		case !errors.Is(err, store.ErrStale):
			t.Error(err)
		}
	}
	known := 0
	for i := range chats {
		if who(t, s, fmt.Sprint(i)).ID != "" {
			known++
		}
	}
	if in != 1 || known != 1 {
		t.Errorf("%d got in, %d are known, want 1", in, known)
	}
}

// Each group is its admins'; the office is the coordinators'.
func TestWhoMayInviteIsLookedAtAgain(t *testing.T) {
	s, _, _ := newStore(t)
	wear(t, s, "office", "p-office", office)
	wear(t, s, "admin", "p-admin", admin)
	wear(t, s, "stranger", "p-stranger", people.Hat{Role: people.GroupAdmin, Group: "g2"})
	wear(t, s, "aider", "p-aider", aider)
	id, secret := invited(t, s, "admin", aider)
	for _, chat := range []string{"stranger", "aider", "nobody"} {
		wantStale(t, s, chat+" invites", turn(chat, people.Invite{ID: newID("i"), Code: code(), Hat: aider}))
		wantStale(t, s, chat+" revokes", turn(chat, people.Revoke{Invitation: id}))
		wantStale(t, s, chat+" takes off", turn(chat, people.TakeOff{Person: "p-admin", Hat: admin}))
	}
	wantStale(t, s, "an admin invites to the office", turn("admin", people.Invite{ID: newID("i"), Code: code(), Hat: office}))
	wantStale(t, s, "a hat there is not", turn("office", people.Invite{ID: newID("i"), Code: code(), Hat: people.Hat{Role: people.FirstAider}}))
	save(t, s, turn("new", people.Bind{Code: secret, Person: "p-new", Digits: "1234"}))
	for _, chat := range []string{"stranger", "aider", "nobody", "new"} {
		wantStale(t, s, chat+" confirms", turn(chat, people.Confirm{Invitation: id}))
	}
	wantStale(t, s, "a hat that they do not wear", turn("admin", people.TakeOff{Person: "p-new", Hat: aider}))
	save(t, s, turn("office", people.Confirm{Invitation: id}))
	save(t, s, turn("admin", people.TakeOff{Person: "p-new", Hat: aider}))
	wantHats(t, s, "aider", aider)
}

// A hat that is taken away is gone at once, and with the last one everything that
// led to its wearer.
func TestTakeOff(t *testing.T) {
	s, _, path := newStore(t)
	wear(t, s, "office", "p-office", office)
	wear(t, s, "a", "p-a", admin)
	wear(t, s, "a", "ignored", aider)
	wantHats(t, s, "a", aider, admin)
	_, secret := invited(t, s, "office", people.Hat{Role: people.FirstAider, Group: "g2"})
	save(t, s, turn("a", people.OpenDoor{Code: code()}, people.Bind{Code: secret, Digits: "1234"}))
	save(t, s, turn("office", people.TakeOff{Person: "p-a", Hat: aider}))
	wantHats(t, s, "a", admin)
	save(t, s, turn("office", people.TakeOff{Person: "p-a", Hat: admin}))
	if got := who(t, s, "a"); got.ID != "" || got.Staff() {
		t.Errorf("without a hat they are %+v", got)
	}
	for _, table := range []string{"person", "person_door", "hat"} {
		if n := query(t, path, `SELECT count(*) FROM `+table)[0]; n != "1" {
			t.Errorf("%s has %s rows, want the coordinator's alone", table, n)
		}
	}
	if n := query(t, path, `SELECT count(*) FROM door_code`)[0]; n != "0" {
		t.Error("the code for another door is left")
	}
	if left, _ := s.Invitations(t.Context(), "g2"); len(left) != 0 {
		t.Errorf("what they were invited to is left: %v", left)
	}
}

// Revoking an invitation that was used forgets who used it.
func TestRevokeForgetsWhoUsedIt(t *testing.T) {
	s, c, path := newStore(t)
	wear(t, s, "office", "p-office", office)
	id, secret := invited(t, s, "office", aider)
	save(t, s, turn("thief", people.Bind{Code: secret, Person: "p-thief", Digits: "1234"}))
	save(t, s, turn("office", people.Revoke{Invitation: id}))
	if got := who(t, s, "thief"); got.ID != "" {
		t.Errorf("they are still %+v", got)
	}
	wantStale(t, s, "confirmed after all", turn("office", people.Confirm{Invitation: id}))
	// So does the end of one that nobody confirmed.
	id, secret = invited(t, s, "office", aider)
	save(t, s, turn("thief", people.Bind{Code: secret, Person: "p-thief", Digits: "1234"}))
	c.at = noon.Add(people.InvitationLife)
	wantStale(t, s, "confirmed after its end", turn("office", people.Confirm{Invitation: id}))
	if err := s.Purge(t.Context(), c.at); err != nil {
		t.Fatal(err)
	}
	if got := query(t, path, `SELECT id FROM person`); len(got) != 1 {
		t.Errorf("persons after the end: %v", got)
	}
}

// A group without an admin is not among those that have one, whoever else wears a
// hat in it.
func TestAdmins(t *testing.T) {
	s, _, _ := newStore(t)
	for n, hat := range []people.Hat{
		{Role: people.GroupAdmin, Group: "g1"}, {Role: people.GroupAdmin, Group: "g1"}, {Role: people.FirstAider, Group: "g2"}, office,
	} {
		wear(t, s, fmt.Sprint("chat", n), fmt.Sprint("p", n), hat)
	}
	got, err := s.Admins(t.Context())
	if diff := cmp.Diff(map[string]int{"g1": 2}, got); diff != "" || err != nil {
		t.Errorf("%v (-want +got):\n%s", err, diff)
	}
}
