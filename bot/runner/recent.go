package runner

import (
	"sync"

	"signpost/bot/channel"
)

// recent remembers the newest n values by key; older ones are forgotten, so
// that a million chats don't grow memory.
type recent[T any] struct {
	mu       sync.Mutex
	n        int
	new, old map[string]T
}

func (m *recent[T]) init(n int) { m.n, m.new, m.old = n, map[string]T{}, nil }

func (m *recent[T]) get(k string) (T, bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if v, ok := m.new[k]; ok {
		return v, true
	}
	v, ok := m.old[k]
	return v, ok
}

// claim puts a value where there is none; false where there is one.
func (m *recent[T]) claim(k string, v T) bool {
	m.mu.Lock()
	defer m.mu.Unlock()
	if _, ok := m.new[k]; ok {
		return false
	}
	if _, ok := m.old[k]; ok {
		return false
	}
	m.add(k, v)
	return true
}

func (m *recent[T]) put(k string, v T) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.add(k, v)
}

// add needs the lock.
func (m *recent[T]) add(k string, v T) {
	if len(m.new) >= m.n {
		m.old, m.new = m.new, map[string]T{}
	}
	m.new[k] = v
}

// drop forgets a key at once.
func (m *recent[T]) drop(k string) {
	m.mu.Lock()
	defer m.mu.Unlock()
	delete(m.new, k)
	delete(m.old, k)
}

// lanes let one event of a chat in at a time.
type lanes struct {
	mu   sync.Mutex
	busy map[channel.Chat]*lane
}

type lane struct {
	mu      sync.Mutex
	waiting int
}

func (l *lanes) init() { l.busy = map[channel.Chat]*lane{} }

// enter waits for the lane of a chat and gives the way out of it.
func (l *lanes) enter(c channel.Chat) (leave func()) {
	l.mu.Lock()
	in, ok := l.busy[c]
	if !ok {
		in = &lane{}
		l.busy[c] = in
	}
	in.waiting++
	l.mu.Unlock()
	in.mu.Lock()
	return func() {
		in.mu.Unlock()
		l.mu.Lock()
		defer l.mu.Unlock()
		if in.waiting--; in.waiting == 0 {
			delete(l.busy, c)
		}
	}
}
