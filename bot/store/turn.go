package store

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"signpost/bot/counts"
	"signpost/bot/people"
	"signpost/bot/talk"
)

// Turn is what one event led to, as it is saved.
type Turn struct {
	Door, Chat string    // whose turn it is
	Update     string    // the door's id of the update, the same on a second delivery; "" when there is none
	At         time.Time // when the person sent it; zero for now, and never later than now
	Messages   []string  // messages in the chat that /hide must remove too: the person's own, and ours that went past the outbox

	Conversation *talk.Conversation // nil leaves what is there
	Do           []talk.Effect
	Count        []counts.Entry
	Letters      []Letter // the answer, in the order in which it leaves
	Jobs         []Job

	// Remove makes the letter that removes messages from the chat. Save calls
	// it for people.Hide with the ids of the messages we know, none of them
	// twice, and puts its letter before all others in the same transaction, so
	// a crash can't come between. It is called again for a message that was
	// just on its way. It must be quick and touch nothing. nil sends nothing.
	Remove func(messages []string) Letter
}

// Letter is something to send to one chat. The store reads nothing in it.
type Letter struct {
	Body   []byte // the letter in the form that the door's side understands
	Edit   string // the id of the message that it edits, "" for a new one
	Urgent bool   // overtakes everything
}

// Saved is what a save gave back.
type Saved struct {
	Hidden []string // with people.Hide: the messages that are to be removed
}

// Save saves a turn whole or not at all. When it returns nil, the turn is on
// the disk. ErrSeen and ErrForgotten say that the update was dealt with
// already; with any other error the same turn may be saved again.
//
// Effects come before letters: with people.Hide, letters that still wait for
// the chat are dropped, since they belong to what is hidden. With
// people.Forget, every row of the chat goes; of the turn itself only the
// counts and the letters remain, the letters until they are sent. Save then
// returns after the log was emptied, if nobody was reading an older state all
// the while; if so, the next commit or Purge empties it.
//
// An effect of a kind that is not known here is a fault of the code, and
// panics before anything is written.
func (s *Store) Save(ctx context.Context, t Turn) (Saved, error) {
	p, err := s.plan(t)
	if err != nil {
		return Saved{}, err
	}
	if err := s.w.do(ctx, p.save); err != nil {
		return Saved{}, fmt.Errorf("saving a turn: %w", err)
	}
	return Saved{Hidden: p.hidden}, nil
}

// plan is a turn made ready: all that takes time, hashing, sealing and JSON,
// is done before the writer is asked, on the caller's time.
type plan struct {
	s          *Store
	door, chat string
	now, at    time.Time

	outbox, forgotten hash
	update            *hash
	conversation      *box
	preference        *box // with a nil sealed, no longer kept
	messages          []*sentMessage
	letters           []letter
	jobs              []job
	entries           []counts.Entry
	month             int

	hide, forget bool
	remove       func([]string) Letter
	hidden       []string
}

// box is a sealed value and the chat whose row it is in.
type box struct {
	chat   hash
	sealed []byte
}

func (s *Store) plan(t Turn) (*plan, error) {
	now := s.now()
	if t.At.IsZero() || t.At.After(now) {
		t.At = now
	}
	p := &plan{
		s: s, door: t.Door, chat: t.Chat, now: now, at: t.At, remove: t.Remove,
		outbox:    s.chat(forOutbox, t.Door, t.Chat),
		forgotten: s.chat(forForgotten, t.Door, t.Chat),
		entries:   anonymous(t.Count),
		month:     month(t.At),
	}
	if t.Update != "" {
		h := s.chat(forUpdate, t.Door, t.Update)
		p.update = &h
	}
	for _, e := range t.Do {
		p.effect(e)
	}
	for _, m := range t.Messages {
		p.messages = append(p.messages, s.sealMessage(t.Door, t.Chat, m))
		if p.hide {
			p.hidden = append(p.hidden, m)
		}
	}
	if t.Conversation != nil && !p.forget {
		b, err := json.Marshal(t.Conversation)
		if err != nil {
			return nil, fmt.Errorf("saving a turn: writing down the conversation: %w", err)
		}
		p.conversation = s.seal(forConversation, t.Door, t.Chat, b)
	}
	for _, l := range t.Letters {
		p.letters = append(p.letters, s.sealLetter(t.Door, t.Chat, l))
	}
	for _, j := range t.Jobs {
		if p.forget && j.Door == t.Door && j.Chat == t.Chat {
			continue
		}
		p.jobs = append(p.jobs, s.sealJob(j))
	}
	return p, nil
}

// effect notes what an effect changes. The set is closed: a new kind needs a
// case here and in the test over all kinds.
func (p *plan) effect(e talk.Effect) {
	switch e := e.(type) {
	case people.RememberLanguage:
		if e.Language == "" {
			p.preference = &box{chat: p.s.chat(forPreference, p.door, p.chat)}
			return
		}
		p.preference = p.s.seal(forPreference, p.door, p.chat, []byte(e.Language))
	case people.Forget:
		p.forget = true
	case people.Hide:
		p.hide = true
	default:
		panic(fmt.Sprintf("store: an effect of an unknown kind: %T", e))
	}
}

// seal puts a value into the box of a chat's row.
func (s *Store) seal(purpose, door, chat string, plain []byte) *box {
	h := s.chat(purpose, door, chat)
	return &box{chat: h, sealed: s.keys.Seal(purpose, plain, h[:])}
}

// save writes the turn. It may be called once.
func (p *plan) save(tx *tx) error {
	if err := p.admit(tx); err != nil {
		return err
	}
	if p.hide {
		if err := p.collect(tx); err != nil {
			return err
		}
	}
	if p.forget {
		if err := p.s.erase(tx, p.door, p.chat, p.forgotten, p.at); err != nil {
			return err
		}
	} else if err := p.keep(tx); err != nil {
		return err
	}
	if err := tally(tx, p.month, p.entries); err != nil {
		return err
	}
	if err := p.post(tx); err != nil {
		return err
	}
	for _, j := range p.jobs {
		if err := insertJob(tx, j); err != nil {
			return err
		}
	}
	return nil
}

// admit notes the update, unless it was noted before or is older than the
// chat's /forget. One statement asks both, as every turn comes this way. Times
// are compared by the second, because doors tell no more.
func (p *plan) admit(tx *tx) error {
	if p.update == nil {
		return p.notForgotten(tx)
	}
	res, err := tx.exec(`INSERT INTO seen_update (update_id, at)
		SELECT $1, $2 WHERE NOT EXISTS (SELECT 1 FROM forgotten WHERE chat = $3 AND at > $4)
		ON CONFLICT (update_id) DO NOTHING`,
		p.update[:], coarse(p.now), p.forgotten[:], second(p.at))
	if err != nil {
		return fmt.Errorf("noting the update: %w", err)
	}
	n, err := res.RowsAffected()
	if err != nil {
		return fmt.Errorf("noting the update: %w", err)
	}
	if n == 1 {
		return nil
	}
	if err := p.notForgotten(tx); err != nil {
		return err
	}
	return ErrSeen
}

func (p *plan) notForgotten(tx *tx) error {
	var n int
	err := tx.row(`SELECT count(*) FROM forgotten WHERE chat = $1 AND at > $2`, p.forgotten[:], second(p.at)).Scan(&n)
	if err != nil {
		return fmt.Errorf("looking whether the chat was forgotten: %w", err)
	}
	if n > 0 {
		return ErrForgotten
	}
	return nil
}

// second is a moment as the table forgotten has it.
func second(t time.Time) int64 { return t.Truncate(time.Second).UnixMilli() }

// keep writes what stays of a turn that is not a /forget.
func (p *plan) keep(tx *tx) error {
	if c := p.conversation; c != nil {
		_, err := tx.exec(`INSERT INTO conversation (chat, updated_at, sealed) VALUES ($1, $2, $3)
			ON CONFLICT (chat) DO UPDATE SET updated_at = excluded.updated_at, sealed = excluded.sealed`,
			c.chat[:], coarse(p.now), c.sealed)
		if err != nil {
			return fmt.Errorf("keeping the conversation: %w", err)
		}
	}
	if l := p.preference; l != nil {
		if err := p.prefer(tx, l); err != nil {
			return err
		}
	}
	if p.hide {
		return nil
	}
	for _, m := range p.messages {
		if err := m.insert(tx, p.now); err != nil {
			return err
		}
	}
	return nil
}

func (p *plan) prefer(tx *tx, l *box) error {
	var err error
	if l.sealed == nil {
		_, err = tx.exec(`DELETE FROM preference WHERE chat = $1`, l.chat[:])
	} else {
		_, err = tx.exec(`INSERT INTO preference (chat, used_at, sealed) VALUES ($1, $2, $3)
			ON CONFLICT (chat) DO UPDATE SET used_at = excluded.used_at, sealed = excluded.sealed`,
			l.chat[:], day(p.now), l.sealed)
	}
	if err != nil {
		return fmt.Errorf("keeping the language: %w", err)
	}
	return nil
}

// post puts the letters into the outbox, the removing one first.
func (p *plan) post(tx *tx) error {
	letters := p.letters
	if p.hide && p.remove != nil && len(p.hidden) > 0 {
		letters = append([]letter{p.s.sealLetter(p.door, p.chat, p.remove(p.hidden))}, letters...)
	}
	for _, l := range letters {
		if err := p.s.insertLetter(tx, l, p.now, p.forget); err != nil {
			return err
		}
	}
	return nil
}
