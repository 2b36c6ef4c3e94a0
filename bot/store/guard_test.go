package store_test

import (
	"errors"
	"fmt"
	"testing"

	"signpost/bot/people"
	"signpost/bot/store"
	"signpost/bot/talk"
)

// An open flow of somebody whose hat was taken away saves nothing.
func TestGuard(t *testing.T) {
	s, _, _ := newStore(t)
	wear(t, s, "office", "p-office", office)
	wear(t, s, "a", "p-a", admin)
	wear(t, s, "b", "p-b", people.Hat{Role: people.GroupAdmin, Group: "g2"})
	guarded := func(chat, update string) store.Turn {
		return store.Turn{
			Door: "telegram", Chat: chat, Update: update, Conversation: conversation(update), Letters: []store.Letter{{Body: []byte("x")}},
			Guard: &talk.Guard{Roles: []people.Role{people.GroupAdmin}, Group: "g1"},
		}
	}
	save(t, s, guarded("a", "1"))
	save(t, s, turn("office", people.TakeOff{Person: "p-a", Hat: admin}))
	for i, chat := range []string{"a", "b", "office", "nobody"} {
		turn := guarded(chat, fmt.Sprint("x", i))
		if _, err := s.Save(t.Context(), turn); !errors.Is(err, store.ErrMayNot) {
			t.Errorf("%s: %v, want ErrMayNot", chat, err)
		}
		if got := load(t, s, "telegram", chat).Conversation; got != nil && got.Step == turn.Update {
			t.Errorf("%s: the turn was saved", chat)
		}
		turn.Guard = nil // the same update is answered with a refusal
		save(t, s, turn)
	}
	everybody := guarded("nobody", "9")
	everybody.Guard = &talk.Guard{Roles: []people.Role{people.Member}}
	save(t, s, everybody)
}

// A second delivery of a turn with effects is noticed as one, and not taken for
// an effect that does not fit.
func TestASecondDeliveryOfAnEffect(t *testing.T) {
	s, _, _ := newStore(t)
	c := code()
	if err := s.Invite(t.Context(), people.Invite{ID: "i", Code: c, Hat: office}); err != nil {
		t.Fatal(err)
	}
	bind := turn("office", people.Bind{Code: c, Person: "p"})
	bind.Update = "1"
	save(t, s, bind)
	if _, err := s.Save(t.Context(), bind); !errors.Is(err, store.ErrSeen) {
		t.Errorf("the second delivery: %v, want ErrSeen", err)
	}
}

// What a turn changes is whole: an effect that does not fit takes the others with
// it.
func TestAnEffectThatDoesNotFitSavesNothing(t *testing.T) {
	s, _, _ := newStore(t)
	wear(t, s, "office", "p-office", office)
	bad := turn("office", people.Invite{ID: "i", Code: code(), Hat: admin}, people.Confirm{Invitation: "none"})
	bad.Conversation, bad.Letters = conversation("x"), []store.Letter{{Body: []byte("x")}}
	wantStale(t, s, "the second effect", bad)
	if got, _ := s.Invitations(t.Context(), "g1"); len(got) != 0 || load(t, s, "telegram", "office").Conversation != nil {
		t.Errorf("something was saved: %v", got)
	}
	wantLetters(t, s, noon, 9)
}
