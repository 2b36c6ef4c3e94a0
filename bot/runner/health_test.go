package runner

import (
	"context"
	"fmt"
	"maps"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"signpost/bot/channel"
)

// tallied is a Health that notes what it is told, by how often.
type tallied struct {
	mu   sync.Mutex
	told map[string]int
}

func (h *tallied) note(what string) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.told == nil {
		h.told = map[string]int{}
	}
	h.told[what]++
}

func (h *tallied) Received(door, outcome string, _ time.Duration) { h.note(door + " " + outcome) }
func (h *tallied) Saved(time.Duration)                            { h.note("saved") }
func (h *tallied) Letter(door, fate string)                       { h.note(door + " " + fate) }
func (h *tallied) Urgent()                                        { h.note("card") }
func (h *tallied) Job(_ int64, _ time.Time, done bool)            { h.note(fmt.Sprint("job ", done)) }

func (h *tallied) Purged(done bool) { h.note(fmt.Sprint("purged ", done)) }

// Health is told of each update, save, letter, job and card, once.
func TestHealthIsTold(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h, health := newHouse(t), &tallied{}
		h.Health = health
		h.receives(t, says("/menu"))
		h.receives(t, channel.Inbound{Chat: somebody, Text: "on", Edited: true})
		h.receives(t, channel.Inbound{Chat: channel.Chat{Door: "test", ID: "g"}, Text: "/menu", Group: true})
		h.receives(t, says("I want to die"))
		h.store.saveErr = errDisk
		in := says("/menu")
		in.Update = "7"
		if err := h.Receive(t.Context(), in); err == nil {
			t.Error("what could not be saved counts as received")
		}
		h.store.saveErr = nil
		h.receives(t, channel.Inbound{Chat: somebody, Blocked: true})
		h.door.fail = []error{errDisk, &channel.Retry{After: time.Second, Err: errDisk}, channel.Gone}
		h.Duties = map[string]Duty{"look": func(context.Context, time.Time, Job) (Outcome, error) { return Outcome{}, nil }}
		if err := h.Store.AddJobs(t.Context(), Job{ID: 1, Key: "a", Kind: "look"}, Job{ID: 2, Key: "b", Kind: "nothing"}); err != nil {
			t.Fatal(err)
		}
		h.run(t, time.Minute)
		want := map[string]int{
			"test answered": 1, "test edited": 1, "test group": 1, "test urgent": 1, "test failed": 1, "test left": 1,
			"saved": 2, "card": 1, "purged true": 1, "job true": 1, "job false": 1,
			"test retried": 1, "test waits": 1, "test gone": 1, "test sent": 1,
		}
		if !maps.Equal(health.told, want) {
			t.Errorf("told %v\nwant %v", health.told, want)
		}
	})
}

// A panic in a duty, at a door or in a change that waits ends nothing but itself, and
// what it panicked with is not in the log.
func TestAPanicSaysNothing(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		const canary = "zz I can't sleep"
		h, times := newHouse(t), 0
		h.Duties = map[string]Duty{"look": func(context.Context, time.Time, Job) (Outcome, error) {
			if times++; times == 1 {
				panic(canary)
			}
			return Outcome{}, nil
		}}
		if err := h.Store.AddJobs(t.Context(), Job{ID: 1, Key: "a", Kind: "look"}); err != nil {
			t.Fatal(err)
		}
		h.Runner.Open(breaking{h.door, canary})
		h.receives(t, says("/menu"))
		h.run(t, jobPause)
		h.Runner.Open(h.door)
		h.run(t, time.Hour)
		if times != 2 || len(h.store.jobs) > 0 {
			t.Errorf("the job was tried %d times, and is left: %v", times, h.store.jobs)
		}
		if len(h.door.letters()) != 1 {
			t.Error("the letter is lost")
		}
		log := h.log.String()
		if strings.Contains(log, "zz") || !strings.Contains(log, "type=string") {
			t.Errorf("the log says:\n%s", log)
		}
	})
}

// breaking is a door that panics with what it was given to say.
type breaking struct {
	*door
	with string
}

func (b breaking) Send(context.Context, channel.Letter) (channel.Sent, error) { panic(b.with) }
