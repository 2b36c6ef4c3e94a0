package access

import (
	"sync"
	"time"
)

// How often a chat may bring a code that is none, before codes are no longer
// looked up for it, and for how long. Whoever tries sees no difference.
const (
	maxWrong = 10
	barFor   = time.Hour
	maxChats = 10_000 // chats that are remembered; beyond that the oldest are dropped
)

// guesses remembers wrong codes, in the memory of this process alone.
type guesses struct {
	mu    sync.Mutex
	chats map[string]guessed
}

// guessed is how often a chat was wrong in a row, and when last.
type guessed struct {
	wrong int
	last  time.Time
}

func newGuesses() *guesses { return &guesses{chats: map[string]guessed{}} }

// barred reports a chat that has guessed too often.
func (g *guesses) barred(chat string, now time.Time) bool {
	g.mu.Lock()
	defer g.mu.Unlock()
	c := g.chats[chat]
	return c.wrong >= maxWrong && now.Sub(c.last) < barFor
}

// wrong notes a code that could not be used. One that is brought while the chat
// is barred does not prolong that.
func (g *guesses) wrong(chat string, now time.Time) {
	g.mu.Lock()
	defer g.mu.Unlock()
	c := g.chats[chat]
	if now.Sub(c.last) >= barFor {
		c.wrong = 0
	} else if c.wrong >= maxWrong {
		return
	}
	if len(g.chats) >= maxChats {
		g.forget(now)
	}
	g.chats[chat] = guessed{wrong: c.wrong + 1, last: now}
}

// right forgets what a chat got wrong before.
func (g *guesses) right(chat string) {
	g.mu.Lock()
	defer g.mu.Unlock()
	delete(g.chats, chat)
}

// forget drops what is over; when that is nothing, the oldest. The caller holds mu.
func (g *guesses) forget(now time.Time) {
	oldest, at := "", now.Add(time.Nanosecond)
	for chat, c := range g.chats {
		if now.Sub(c.last) >= barFor {
			delete(g.chats, chat)
		} else if c.last.Before(at) {
			oldest, at = chat, c.last
		}
	}
	if len(g.chats) >= maxChats {
		delete(g.chats, oldest)
	}
}
