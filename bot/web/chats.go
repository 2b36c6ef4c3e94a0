package web

import (
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"sync"
	"time"

	"golang.org/x/time/rate"
)

// errCrowded says that too many people came at once.
var errCrowded = errors.New("too many new chats at once")

// chats are the conversations in memory.
type chats struct {
	max    int
	random io.Reader
	fresh  *rate.Limiter // how fast new chats may come

	mu     sync.Mutex
	open   map[string]*chat // by Chat.ID
	ending map[string]bool  // ended here; the Receiver does not know yet
}

// newChats makes an empty table. Strangers can open up to 20 chats a second, 200
// at once: enough for a poster on a busy day, too few to push real people out.
func newChats(limit int, random io.Reader) *chats {
	return &chats{
		max:    limit,
		random: random,
		fresh:  rate.NewLimiter(20, 200),
		open:   map[string]*chat{},
		ending: map[string]bool{},
	}
}

// token is a new secret for a cookie: 128 random bits as 22 characters.
func (t *chats) token() (string, error) {
	var b [16]byte
	t.mu.Lock()
	defer t.mu.Unlock()
	if _, err := io.ReadFull(t.random, b[:]); err != nil {
		return "", fmt.Errorf("making a random token: %w", err)
	}
	return base64.RawURLEncoding.EncodeToString(b[:]), nil
}

// chatID is the Chat.ID that belongs to a token. It is a hash, so that no file,
// letter or log that names a chat can open it.
func chatID(token string) string {
	sum := sha256.Sum256([]byte("signpost web chat " + token))
	return base64.RawURLEncoding.EncodeToString(sum[:16])
}

// byID is the chat of a Chat.ID, nil when it is not in memory.
func (t *chats) byID(id string) *chat {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.open[id]
}

// peek is the chat of a token, nil when it is not in memory or was idle for too
// long.
func (t *chats) peek(token string, now time.Time, idle time.Duration) *chat {
	c := t.byID(chatID(token))
	if c != nil && c.idleSince(now) >= idle {
		t.drop(c)
		return nil
	}
	return c
}

// find is peek for somebody who is there: the chat counts as touched.
func (t *chats) find(token string, now time.Time, idle time.Duration) *chat {
	c := t.peek(token, now, idle)
	if c != nil {
		c.touch(now)
	}
	return c
}

// add makes the chat of a token, or gives the one that another request made
// meanwhile. When there is no room the longest idle chat ends, those first that
// nobody ever answered.
func (t *chats) add(token string, now time.Time) (*chat, error) {
	life, err := t.token()
	if err != nil {
		return nil, err
	}
	id := chatID(token)
	t.mu.Lock()
	defer t.mu.Unlock()
	if c := t.open[id]; c != nil {
		return c, nil
	}
	if !t.fresh.AllowN(now, 1) {
		return nil, errCrowded
	}
	if len(t.open) >= t.max {
		t.endLocked(t.idlest())
	}
	c := newChat(id, life[:6]+".", now)
	t.open[id] = c
	return c, nil
}

// idlest is the chat that is missed least. The caller holds mu.
func (t *chats) idlest() *chat {
	var worst *chat
	var worstSeen time.Time
	var worstActed bool
	for _, c := range t.open {
		c.mu.Lock()
		seen, acted := c.seen, c.acted
		c.mu.Unlock()
		if worst == nil || (worstActed && !acted) || (worstActed == acted && seen.Before(worstSeen)) {
			worst, worstSeen, worstActed = c, seen, acted
		}
	}
	return worst
}

// drop ends a chat here; the Receiver is told by whoever empties ending.
func (t *chats) drop(c *chat) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.endLocked(c)
}

// endLocked is drop for a caller that holds mu.
func (t *chats) endLocked(c *chat) {
	if t.open[c.id] != c {
		return
	}
	delete(t.open, c.id)
	c.end()
	if len(t.ending) < 2*t.max+1000 {
		t.ending[c.id] = true
	}
}

// stale ends the chats that were idle for too long.
func (t *chats) stale(now time.Time, idle time.Duration) {
	t.mu.Lock()
	defer t.mu.Unlock()
	for _, c := range t.open {
		if c.idleSince(now) >= idle {
			t.endLocked(c)
		}
	}
}

// endings are the chats that ended here and whose end the Receiver must still
// be told.
func (t *chats) endings() []string {
	t.mu.Lock()
	defer t.mu.Unlock()
	return slices.Collect(maps.Keys(t.ending))
}

// isEnding reports whether the Receiver must still be told that a chat ended.
func (t *chats) isEnding(id string) bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.ending[id]
}

// told notes that the Receiver knows that a chat ended.
func (t *chats) told(id string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	delete(t.ending, id)
}

// lose notes the end of a chat that is not in memory.
func (t *chats) lose(id string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.open[id] == nil && len(t.ending) < 2*t.max+1000 {
		t.ending[id] = true
	}
}
