package runner

import (
	"sync"
	"time"

	"signpost/bot/channel"
	"signpost/bot/counts"
)

const (
	fullCardEvery = 10 * time.Minute // the same card is shown in full this often
	maxCards      = 10_000           // chats of which it is known; those beyond get a full card
	maxWritten    = 50               // messages of a chat that "remove what I wrote" knows
)

// cards remembers which urgent card a chat was shown in the last minutes, and
// which messages stand around it: in the memory of this process only, and not a
// minute longer than it is of use.
type cards struct {
	mu    sync.Mutex
	known map[channel.Chat]shownCard
	swept time.Time
}

// shownCard is a card that a chat was shown in full.
type shownCard struct {
	name     string
	at       time.Time
	messages []string // the card, what led to it, and the same of its repeats
}

func (m *cards) init() { m.known = map[channel.Chat]shownCard{} }

// get gives the card of a chat, the zero one when there was none lately.
func (m *cards) get(c channel.Chat, now time.Time) shownCard {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.sweep(now)
	s := m.known[c]
	if now.Sub(s.at) >= fullCardEvery {
		return shownCard{}
	}
	return s
}

// put notes that a card was shown. One of the same name was short, so the full one
// of before still counts.
func (m *cards) put(c channel.Chat, name string, now time.Time, messages ...string) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.sweep(now)
	s, known := m.known[c]
	if known && now.Sub(s.at) >= fullCardEvery {
		s = shownCard{}
	}
	if s.name != name {
		s.name, s.at = name, now
	}
	if !known && len(m.known) >= maxCards {
		return
	}
	s.messages = append(s.messages[:len(s.messages):len(s.messages)], messages...)
	s.messages = s.messages[max(0, len(s.messages)-maxWritten):]
	m.known[c] = s
}

// removed notes that what stood around a card was taken away: the next card is
// shown in full, and as quietly as the last.
func (m *cards) removed(c channel.Chat) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if s, ok := m.known[c]; ok {
		m.known[c] = shownCard{name: "removed " + s.name, at: s.at}
	}
}

// drop forgets a chat at once.
func (m *cards) drop(c channel.Chat) {
	m.mu.Lock()
	defer m.mu.Unlock()
	delete(m.known, c)
}

// sweep forgets what is of no use any more, at most once a minute. The caller
// holds mu.
func (m *cards) sweep(now time.Time) {
	if now.Sub(m.swept) < time.Minute {
		return
	}
	m.swept = now
	for c, s := range m.known {
		if now.Sub(s.at) >= fullCardEvery {
			delete(m.known, c)
		}
	}
}

// clear forgets what is of no use any more when nobody has asked for a while.
func (m *cards) clear(now time.Time) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.sweep(now)
}

// sameConversation is how long repeated cards count as one: as long as a
// conversation is kept.
const sameConversation = 24 * time.Hour

// countCard is the county's total, once for a chat and a day.
func (r *Runner) countCard(in channel.Inbound) []counts.Entry {
	last, ok := r.counted.get(key(in.Chat))
	if now := r.Now(); !ok || now.Sub(last) > sameConversation {
		r.counted.put(key(in.Chat), now)
		return []counts.Entry{{Kind: counts.UrgentShown}}
	}
	return nil
}
