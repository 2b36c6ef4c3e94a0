package telegram

import "sync"

// taps remembers which callback queries are answered: an answer counts once.
type taps struct {
	mu       sync.Mutex
	answered map[string]bool
	order    []string
}

const maxTaps = 2048 // callback queries that are remembered; they live for seconds

// open notes a tap that waits; false when it is known.
func (t *taps) open(id string) bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.note(id)
}

// note adds a tap; false when it is known. The oldest are forgotten.
func (t *taps) note(id string) bool {
	if _, known := t.answered[id]; known {
		return false
	}
	if t.answered == nil {
		t.answered = map[string]bool{}
	}
	t.answered[id] = false
	t.order = append(t.order, id)
	if len(t.order) > maxTaps {
		delete(t.answered, t.order[0])
		t.order = t.order[1:]
	}
	return true
}

// claim takes the right to answer a tap; false when somebody has it.
func (t *taps) claim(id string) bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.note(id)
	was := t.answered[id]
	t.answered[id] = true
	return !was
}
