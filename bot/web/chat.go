package web

import (
	"crypto/sha256"
	"html/template"
	"strconv"
	"sync"
	"time"

	"signpost/bot/channel"
)

// What one chat may hold. The oldest messages go first; the newest always stays.
const (
	maxMessages = 80
	maxBytes    = 256 << 10
	maxEcho     = 10_000 // signs of a person's own message that the page shows
	maxWaiting  = 4      // requests of one chat that wait for another
)

// message is one thing on the page: a letter, or what the person said.
type message struct {
	id     string
	own    bool
	text   string // what the person said
	body   template.HTML
	lang   string
	rtl    bool
	rows   [][]channel.Button
	keep   bool
	urgent bool
	size   int
}

// chat is one conversation's page, in memory only.
type chat struct {
	id   string        // the Chat.ID: never the cookie itself
	lane chan struct{} // holds one token; who has it may send an Inbound

	mu       sync.Mutex
	life     string // begins every message id, so that ids of before a restart are not mistaken for ours
	count    int
	messages []message
	bytes    int
	popup    template.HTML
	first    string // the first message of the newest turn
	language string
	rtl      bool
	late     bool // the answer had not come when the page was shown
	new      bool // its cookie was made with it, so there is nothing to resume
	opened   bool // the Receiver knows that somebody is here
	acted    bool // somebody said or pressed something
	gone     bool
	waiting  int
	seen     time.Time
	badge    badge
	last     [32]byte // hash of the form that was sent last, to notice a double press
}

// newChat makes an empty page.
func newChat(id, life string, now time.Time) *chat {
	return &chat{id: id, life: life, lane: make(chan struct{}, 1), seen: now}
}

// key is the chat as the other rooms know it.
func (c *chat) key() channel.Chat { return channel.Chat{Door: DoorName, ID: c.id} }

// next is a new message id. The caller holds mu.
func (c *chat) next() string {
	c.count++
	return c.life + strconv.Itoa(c.count)
}

// begin starts a turn: the next message is the first of the newest.
func (c *chat) begin() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.first, c.popup, c.late = "", "", false
}

// echo puts what the person said on the page and gives its id.
func (c *chat) echo(text string) string {
	c.mu.Lock()
	defer c.mu.Unlock()
	m := message{id: c.next(), own: true, text: cut(text, maxEcho)}
	m.size = len(m.text)
	c.append(m)
	return m.id
}

// cut shortens a text to a number of signs.
func cut(s string, signs int) string {
	for i := range s {
		if signs == 0 {
			return s[:i] + "…"
		}
		signs--
	}
	return s
}

// put shows a message: in the place of edit when that is still there, else as
// the newest. It gives the message's id, and false when the chat has ended.
func (c *chat) put(m message, edit string) (string, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.gone {
		return "", false
	}
	c.language, c.rtl, c.late = m.lang, m.rtl, false
	if i := c.find(edit); i >= 0 && !c.messages[i].own {
		m.id = edit
		c.bytes += m.size - c.messages[i].size
		c.messages[i] = m
		c.trim()
	} else {
		m.id = c.next()
		c.append(m)
	}
	if c.first == "" {
		c.first = m.id
	}
	return m.id, true
}

// append adds a message at the end. The caller holds mu.
func (c *chat) append(m message) {
	c.messages = append(c.messages, m)
	c.bytes += m.size
	c.trim()
}

// trim lets the oldest messages go until the bounds hold. The caller holds mu.
func (c *chat) trim() {
	n := 0
	for n < len(c.messages)-1 && (len(c.messages)-n > maxMessages || c.bytes > maxBytes) {
		c.bytes -= c.messages[n].size
		n++
	}
	if n > 0 {
		c.messages = append([]message(nil), c.messages[n:]...) // a copy, so that the old ones are freed
	}
}

// find is the place of a message, -1 when it is not on the page. The caller
// holds mu.
func (c *chat) find(id string) int {
	for i := range c.messages {
		if id != "" && c.messages[i].id == id {
			return i
		}
	}
	return -1
}

// remove takes messages off the page.
func (c *chat) remove(ids ...string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, id := range ids {
		if i := c.find(id); i >= 0 {
			c.bytes -= c.messages[i].size
			c.messages = append(c.messages[:i:i], c.messages[i+1:]...)
		}
	}
}

// clear takes everything off the page.
func (c *chat) clear() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.messages, c.popup, c.bytes, c.first = nil, "", 0, ""
}

// note shows or, with "", takes away the message box. It is false when the chat
// has ended.
func (c *chat) note(text template.HTML) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.popup = text
	return !c.gone
}

// again reports whether the form was the last one too: somebody pressed twice.
// It remembers the form.
func (c *chat) again(form string) bool {
	sum := sha256.Sum256([]byte(form))
	c.mu.Lock()
	defer c.mu.Unlock()
	if sum == c.last {
		return true
	}
	c.last = sum
	return false
}

// forget lets a form that was not saved be sent again.
func (c *chat) forget() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.last = [32]byte{}
}

// tap is an id for a press of a button, which a message box answers.
func (c *chat) tap() string {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.next()
}

// touch notes that somebody is there.
func (c *chat) touch(now time.Time) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if now.After(c.seen) {
		c.seen = now
	}
}

// idleSince is for how long nobody was there.
func (c *chat) idleSince(now time.Time) time.Duration {
	c.mu.Lock()
	defer c.mu.Unlock()
	return now.Sub(c.seen)
}

// end empties the page for good: later letters are refused.
func (c *chat) end() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.gone = true
	c.messages, c.popup, c.bytes = nil, "", 0
}

// ended reports whether the chat has ended.
func (c *chat) ended() bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.gone
}
