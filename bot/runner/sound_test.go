package runner

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"signpost/bot/channel"
	"signpost/bot/talk"
	"signpost/directory"
)

// recorder is a door that has the sound of voice notes.
type recorder struct {
	*door
	err error
}

func (r *recorder) Fetch(_ context.Context, v talk.Voice, most int) ([]byte, error) {
	if most != directory.MaxAudio {
		return nil, fmt.Errorf("asked for at most %d bytes", most)
	}
	return []byte("the sound of " + v.File), r.err
}

// speaks is a change that was asked for and brings a recording.
func (h *house) speaks(t *testing.T) talk.Result {
	t.Helper()
	turn := talk.Turn{Apply: &talk.Apply{
		Key:   "k",
		Fetch: &talk.Voice{File: "f"},
		Change: directory.Change{
			Service: "s", Record: &directory.Recording{Voice: directory.Voice{ID: "v", Language: "pl", Seconds: 9}},
		},
	}}
	c, err := h.asked(t.Context(), channel.Inbound{Chat: somebody}, turn)
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(string(c.Body), "the sound") {
		t.Error("the sound is kept before it is saved")
	}
	result, err := h.carryOut(t.Context(), *c)
	if err != nil {
		t.Fatal(err)
	}
	return result
}

// The sound is fetched when the change is made and no sooner, and goes to the
// directory with it.
func TestASoundIsFetched(t *testing.T) {
	h := newHouse(t)
	h.Open(&recorder{door: h.door})
	if r := h.speaks(t); !r.OK || len(h.applied) != 1 || string(h.applied[0].Record.Audio) != "the sound of f" {
		t.Errorf("%+v, carried out: %+v", r, h.applied)
	}
}

// A sound that the door never gives us is not saved, and nothing goes on waiting
// for it.
func TestASoundThatIsRefused(t *testing.T) {
	h := newHouse(t)
	h.Open(&recorder{door: h.door, err: fmt.Errorf("too large: %w", channel.Refused)})
	if r := h.speaks(t); r != (talk.Result{}) || len(h.applied) != 0 || len(h.store.finished) != 1 {
		t.Errorf("%+v, carried out: %d, noted: %d", r, len(h.applied), len(h.store.finished))
	}
	h = newHouse(t) // its door can't record
	if r := h.speaks(t); r != (talk.Result{}) || len(h.applied) != 0 {
		t.Errorf("%+v, carried out: %d", r, len(h.applied))
	}
}

// A door that does not answer now may answer later: the change waits.
func TestASoundThatComesLater(t *testing.T) {
	h := newHouse(t)
	broken := &recorder{door: h.door, err: errors.New("no connection")}
	h.Open(broken)
	turn := talk.Turn{Apply: &talk.Apply{
		Key: "k", Fetch: &talk.Voice{File: "f"},
		Change: directory.Change{Service: "s", Record: &directory.Recording{}},
	}}
	c, err := h.asked(t.Context(), channel.Inbound{Chat: somebody}, turn)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := h.carryOut(t.Context(), *c); err == nil || len(h.store.finished) != 0 {
		t.Errorf("%v, noted: %d", err, len(h.store.finished))
	}
	broken.err = nil
	if r, err := h.carryOut(t.Context(), *c); err != nil || !r.OK {
		t.Errorf("later: %+v, %v", r, err)
	}
}
