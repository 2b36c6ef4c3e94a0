package store_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"signpost/bot/people"
	"signpost/bot/store"
	"signpost/bot/talk"
	"signpost/bot/upkeep"
)

func wantAddresses(t testing.TB, s *store.Store, whom store.Whom, want ...store.Address) {
	t.Helper()
	got, err := s.Addresses(t.Context(), whom)
	if diff := cmp.Diff(want, got); diff != "" || err != nil {
		t.Errorf("to %+v, %v (-want +got):\n%s", whom, err, diff)
	}
}

// Those who wear a hat are told things in the language they were invited in or
// last spoke, by the doors where one can write to them.
func TestAddresses(t *testing.T) {
	s, _, _ := cast(t)
	secret := code()
	save(t, s, turn("a", people.OpenDoor{Code: secret}))
	save(t, s, browser("tab", "cookie", people.JoinDoor{Code: secret}))
	urdu := turn("b", people.OpenDoor{Code: code()})
	urdu.Conversation = &talk.Conversation{ID: "BBBBBBBBBBB", Language: "ur"}
	save(t, s, urdu)
	a, b := store.Address{Door: "telegram", Chat: "a", Language: "pl"}, store.Address{Door: "telegram", Chat: "b", Language: "ur"}
	wantAddresses(t, s, store.Whom{})
	wantAddresses(t, s, store.Whom{Hat: admin}, a, b)
	wantAddresses(t, s, store.Whom{Hat: admin, But: "p-a"}, b)
	wantAddresses(t, s, store.Whom{One: "p-a"}, a)
	wantAddresses(t, s, store.Whom{Hat: admin, One: "p-a"}, a, b)
	wantAddresses(t, s, store.Whom{One: "nobody"})
	wantAddresses(t, s, store.Whom{Hat: people.Hat{Role: people.GroupAdmin}})
	wantAddresses(t, s, store.Whom{Hat: office}, store.Address{Door: "telegram", Chat: "office", Language: "pl"})
	save(t, s, turn("office", people.TakeOff{Person: "p-a", Hat: admin}))
	wantAddresses(t, s, store.Whom{Hat: admin, One: "p-a"}, b)
}

// Those who wait for the outcome of a report are told once, of the reports that
// are meant. Nobody who was not welcome is kept, whatever is asked.
func TestAddressesOfReporters(t *testing.T) {
	s, _, _ := cast(t)
	urdu := turn("m", reported("r1", upkeep.WrongNumber, true), reported("r2", upkeep.WrongClosed, true))
	urdu.Conversation = &talk.Conversation{ID: "BBBBBBBBBBB", Language: "ur"}
	save(t, s, urdu)
	save(t, s, turn("n", reported("r3", upkeep.Unwelcome, true)))
	save(t, s, turn("o", reported("r4", upkeep.WrongMoved, true)))
	save(t, s, turn("p", reported("r5", upkeep.WrongMoved, false)))
	m, o := store.Address{Door: "telegram", Chat: "m", Language: "ur"}, store.Address{Door: "telegram", Chat: "o"}
	wantAddresses(t, s, store.Whom{Reporters: "tea"}, m, o)
	wantAddresses(t, s, store.Whom{Reporters: "tea", Wrongs: []upkeep.Wrong{upkeep.WrongClosed}}, m)
	wantAddresses(t, s, store.Whom{Reporters: "tea", Wrongs: []upkeep.Wrong{upkeep.Unwelcome}})
	wantAddresses(t, s, store.Whom{Reporters: "choir"})
	save(t, s, turn("a", upkeep.Settle{Service: "tea"}))
	wantAddresses(t, s, store.Whom{Reporters: "tea"})
}

// What others are told is part of the turn.
func TestNotices(t *testing.T) {
	s, _, _ := cast(t)
	told := turn("a")
	told.Update, told.Letters = "1", []store.Letter{{Body: []byte("saved")}}
	told.Notices = []store.Notice{{Door: "telegram", Chat: "b", Letter: store.Letter{Body: []byte("changed")}}}
	save(t, s, told)
	if _, err := s.Save(t.Context(), told); err == nil {
		t.Error("a second delivery was saved")
	}
	bad := turn("a", people.Confirm{Invitation: "none"})
	bad.Notices = told.Notices
	wantStale(t, s, "an effect", bad)
	wantLetters(t, s, noon, 9, "a:saved", "b:changed")
}
