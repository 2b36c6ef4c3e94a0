package store_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"signpost/bot/people"
	"signpost/bot/store"
	"signpost/bot/talk"
)

// TestMemoryAndFileGiveTheSameLetters does the same to an outbox that memory
// holds, to one that is too long for it, and to one that is now this and now
// that. What leaves them, and in which order, must be the same.
func TestMemoryAndFileGiveTheSameLetters(t *testing.T) {
	for seed := range uint64(4) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			var outboxes []*outbox
			for _, most := range []int{1000, 0, 6} {
				s, c, _ := newStore(t)
				s.Crowd(most)
				outboxes = append(outboxes, &outbox{t: t, s: s, c: c, chance: rand.New(rand.NewPCG(seed, 7))})
			}
			for step := range 120 {
				want := outboxes[0].step(step)
				for i, o := range outboxes[1:] {
					if diff := cmp.Diff(want, o.step(step)); diff != "" {
						t.Fatalf("step %d, outbox %d (-memory +file):\n%s", step, i+1, diff)
					}
				}
			}
		})
	}
}

// outbox does things to a store by chance, always the same for a seed.
type outbox struct {
	t      *testing.T
	s      *store.Store
	c      *clock
	chance *rand.Rand
	flying []store.Waiting
}

// step does one thing and says what came of it.
func (o *outbox) step(n int) []string {
	chat := fmt.Sprint(o.chance.IntN(4))
	switch o.chance.IntN(12) {
	case 0, 1, 2, 3:
		text := []string{"%d", "!%d", "edit 7:%d", "edit 8:%d", "!edit 7:%d"}[o.chance.IntN(5)]
		post(o.t, o.s, chat, fmt.Sprintf(text, n), fmt.Sprintf("%d+", n))
	case 4:
		o.c.at = o.c.at.Add(20 * time.Second)
	case 5:
		return o.sweep(chat)
	default:
		return o.carry()
	}
	pending, err := o.s.Pending(o.t.Context(), "web", chat)
	return []string{fmt.Sprint(pending, err)}
}

// sweep hides a chat, forgets it, or tries to without being allowed to.
func (o *outbox) sweep(chat string) []string {
	turn := store.Turn{Door: "web", Chat: chat, Do: []talk.Effect{people.Hide{}}}
	switch o.chance.IntN(3) {
	case 0:
		turn.Do = []talk.Effect{people.Forget{}}
	case 1:
		turn.Guard = &talk.Guard{Roles: []people.Role{people.Coordinator}}
	}
	_, err := o.s.Save(o.t.Context(), turn)
	return []string{fmt.Sprint(errors.Is(err, store.ErrMayNot), err == nil)}
}

// carry takes letters out and says of those on their way what became of them.
func (o *outbox) carry() []string {
	got := next(o.t, o.s, o.c.at, 1+o.chance.IntN(3))
	out := bodies(got)
	for _, l := range got {
		out = append(out, fmt.Sprint(l.Tries))
	}
	due, err := o.s.NextDue(o.t.Context(), o.c.at)
	out = append(out, fmt.Sprint(due.IsZero() || due.After(o.c.at), err))
	var still []store.Waiting
	for _, l := range append(o.flying, got...) {
		switch o.chance.IntN(6) {
		case 0:
			still = append(still, l)
		case 1:
			err = o.s.Later(o.t.Context(), l.ID, o.c.at.Add(time.Duration(o.chance.IntN(40))*time.Second), l.Tries+1)
		case 2:
			err = o.s.Drop(o.t.Context(), l.ID, []store.Reason{store.Gone, store.Refused}[o.chance.IntN(2)])
		default:
			err = o.s.Sent(o.t.Context(), l.ID, fmt.Sprint(1000+l.ID))
		}
		if err != nil {
			o.t.Fatal(err)
		}
	}
	o.flying = still
	return out
}
