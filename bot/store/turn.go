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
	Staff      string    // the door's id of the person where it is not the chat (a browser's staff cookie); "" for the chat itself
	Update     string    // the door's id of the update, the same on a second delivery; "" when there is none
	At         time.Time // when the person sent it; zero for now, and never later than now
	Messages   []string  // messages in the chat that /hide must remove too: the person's own, and ours that went past the outbox

	Guard        *talk.Guard        // the hat that the turn rests on: without it nothing is saved; nil when everybody may
	Conversation *talk.Conversation // nil leaves what is there
	Do           []talk.Effect      // carried out for the person of the turn
	Count        []counts.Entry
	Letters      []Letter // the answer, in the order in which it leaves
	Jobs         []Job
	Notices      []Notice // what others are told
	Change       *Change  // a change of the directory that is to be made now; nil for none

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
	Kept   any    // comes back with Waiting while the letter is in memory; its bytes are not counted, so no more than Body says
}

// Notice is a letter that nobody asked for just now.
type Notice struct {
	Door, Chat string
	Letter     Letter
	About      string // what it is noted under when it was delivered, in clear, so nothing of a person; "" for nothing
}

// Saved is what a save gave back.
type Saved struct {
	Hidden []string // with people.Hide: the messages that are to be removed
}

// Save saves a turn whole or not at all. When it returns nil, the turn is on
// the disk. ErrSeen and ErrForgotten say that the update was dealt with
// already; with any other error the same turn may be saved again. After
// ErrMayNot and ErrStale another turn should be saved, without the effects:
// this one will never fit.
//
// Effects come before letters: with people.Hide, letters that still wait for
// the chat are dropped, since they belong to what is hidden. With
// people.Forget, every row of the chat goes, and with it the person whom no
// other door leads to; of the turn itself only the counts, the letters and the
// notices remain, the letters until they are sent. Save then
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
	s       *Store
	from    whence
	now, at time.Time

	outbox, forgotten hash
	update            *hash
	conversation      *box
	preference        *box // with a nil sealed, no longer kept
	messages          []*sentMessage
	letters           []letter
	jobs              []job
	entries           []counts.Entry
	month             int
	guard             *talk.Guard
	language          string // of the conversation
	acts              []act
	change            *pending
	notices           []letter

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
		s: s, from: whence{t.Door, t.Chat, t.Staff}, now: now, at: t.At, remove: t.Remove, guard: t.Guard,
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
	if err := p.contents(t); err != nil {
		return nil, fmt.Errorf("saving a turn: %w", err)
	}
	return p, nil
}

// contents seals what of a turn is kept as a box.
func (p *plan) contents(t Turn) (err error) {
	s := p.s
	if t.Conversation != nil && !p.forget {
		b, err := json.Marshal(t.Conversation)
		if err != nil {
			return fmt.Errorf("writing down the conversation: %w", err)
		}
		p.conversation = s.seal(forConversation, t.Door, t.Chat, b)
		p.language = t.Conversation.Language
	}
	for _, l := range t.Letters {
		p.letters = append(p.letters, s.sealLetter(t.Door, t.Chat, l))
	}
	p.notices = s.sealNotices(t.Notices)
	for _, j := range t.Jobs {
		if p.forget && j.Door == t.Door && j.Chat == t.Chat {
			continue
		}
		p.jobs = append(p.jobs, s.sealJob(j))
	}
	if t.Change != nil && !p.forget {
		p.change = s.pending(*t.Change)
	}
	return nil
}

// effect notes what an effect changes: those of the chat itself here, the others
// in act, once it is known who acts.
func (p *plan) effect(e talk.Effect) {
	switch e := e.(type) {
	case people.RememberLanguage:
		if e.Language == "" {
			p.preference = &box{chat: p.s.chat(forPreference, p.from.door, p.from.chat)}
			return
		}
		p.preference = p.s.seal(forPreference, p.from.door, p.from.chat, []byte(e.Language))
	case people.Forget:
		p.forget = true
	case people.Hide:
		p.hide = true
	default:
		p.acts = append(p.acts, p.s.act(e))
	}
}

// seal puts a value into the box of a chat's row.
func (s *Store) seal(purpose, door, chat string, plain []byte) *box {
	h := s.chat(purpose, door, chat)
	return &box{chat: h, sealed: s.keys.Seal(purpose, plain, h[:])}
}
