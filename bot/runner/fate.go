package runner

import (
	"errors"
	"sync"
	"time"

	"signpost/bot/channel"
)

// Reason is why a letter was given up. The set is closed: each is counted, and
// says nothing of a person.
type Reason string

// The reasons.
const (
	Gone       Reason = "gone"       // the chat can't be reached any more; its other letters go too
	Refused    Reason = "refused"    // the door will never take this letter
	Tired      Reason = "tired"      // it was tried too often, while others left
	Unreadable Reason = "unreadable" // nobody can open it
)

const (
	maxTries   = 12               // of a letter, while others leave by the same door: half an hour or so
	firstPause = time.Second      // doubled with each try
	longPause  = 15 * time.Minute // at most
	downPause  = time.Minute      // at most, while nothing leaves by a door
)

// fate is what becomes of a letter that did not leave: it is given up, or tried
// again after a pause.
type fate struct {
	drop  Reason
	pause time.Duration
	tries int // counted against it so far
}

// judge decides on a letter that did not leave. A door that asks to wait is obeyed.
// Where nothing leaves at all the letter is not to blame: it waits, for the longer
// the longer that lasts, and only the store's retention ends it. Where others leave
// it has so many tries.
//
// Chance is from 0 up to 1; a pause is as long as it says between half and whole, so
// that what failed together does not come back together.
func judge(err error, tries int, down time.Duration, others bool, chance float64) fate {
	var retry *channel.Retry
	switch {
	case errors.Is(err, channel.Gone):
		return fate{drop: Gone}
	case errors.Is(err, channel.Refused):
		return fate{drop: Refused}
	case errors.As(err, &retry) && retry.After > 0:
		return fate{pause: retry.After, tries: tries}
	}
	pause := min(firstPause+down, downPause)
	if others {
		if tries++; tries >= maxTries {
			return fate{drop: Tired}
		}
		pause = max(pause, min(firstPause<<min(tries, 20), longPause))
	}
	return fate{pause: pause/2 + time.Duration(chance*float64(pause/2)), tries: tries}
}

// ways know how it goes at each door.
type ways struct {
	mu    sync.Mutex
	doors map[string]*way
	tried recent[int] // by letter: how many had left by its door when it failed last
}

// way is how it goes at one door.
type way struct {
	left int       // letters that left
	down time.Time // since when none has, although some were to; zero when the last one did
}

func (w *ways) init() {
	w.doors = map[string]*way{}
	w.tried.init(10_000)
}

func (w *ways) at(door string) *way {
	if w.doors[door] == nil {
		w.doors[door] = &way{}
	}
	return w.doors[door]
}

// sent notes that a letter left.
func (w *ways) sent(door string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	at := w.at(door)
	at.left, at.down = at.left+1, time.Time{}
}

// failed notes that a letter did not leave. It says for how long none has, and
// whether others left since this one failed before.
func (w *ways) failed(door, letter string, now time.Time) (down time.Duration, others bool) {
	w.mu.Lock()
	defer w.mu.Unlock()
	at := w.at(door)
	if at.down.IsZero() {
		at.down = now
	}
	before, again := w.tried.get(letter)
	w.tried.put(letter, at.left)
	return max(now.Sub(at.down), 0), again && at.left > before
}
