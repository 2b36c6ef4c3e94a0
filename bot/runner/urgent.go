package runner

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"time"

	"signpost/bot/channel"
	"signpost/bot/talk"
	"signpost/locales"
)

// urgentPatience is how long the card may take to leave before it is handed to
// the outbox as well.
const urgentPatience = 10 * time.Second

// urgent answers with the card, before and without any file: not the lane, not
// the conversation, not the outbox are waited for. What can be kept of it (that
// the update was answered, the county's total) is kept afterwards if it can be.
//
// Each update is answered once, however often and by however many ways it comes. The
// only one that may be answered twice is one at which the process died between the
// card and its note.
func (r *Runner) urgent(ctx context.Context, in channel.Inbound, sc talk.Scene, e talk.Event, m talk.Message) (err error) {
	if in.Update == "" {
		return r.card(ctx, in, sc, e, m)
	}
	id := key(in.Chat) + "\x00" + in.Update
	if !r.answered.claim(id, true) {
		return nil
	}
	done := false
	defer func() { // after a panic too
		if !done {
			r.answered.drop(id)
		}
	}()
	if !r.answeredBefore(ctx, in) {
		err = r.card(ctx, in, sc, e, m)
	}
	done = err == nil
	return err
}

const (
	lookBack = 100 * time.Millisecond // what looking may take before the card leaves
	begun    = time.Minute            // how long after the start it is looked
)

// answeredBefore reports an update that the process before this one has answered and
// could not confirm at its door. It looks shortly after the start and for messages
// from before, and not for long: should nothing be known, the card leaves.
func (r *Runner) answeredBefore(ctx context.Context, in channel.Inbound) bool {
	if in.At.After(r.started) && r.Now().Sub(r.started) > begun {
		return false
	}
	ctx, cancel := context.WithTimeout(ctx, lookBack)
	defer cancel()
	answer := make(chan bool, 1) // a disk that hangs heeds no context
	go func() {
		seen, err := r.Store.Seen(ctx, in.Chat, in.Update)
		answer <- err == nil && seen
	}()
	select {
	case seen := <-answer:
		return seen
	case <-ctx.Done():
		return false
	}
}

// card sends an urgent message and keeps of it what can be kept.
func (r *Runner) card(ctx context.Context, in channel.Inbound, sc talk.Scene, e talk.Event, m talk.Message) error {
	door, ok := r.doors[in.Chat.Door]
	if !ok {
		return fmt.Errorf("there is no door %q", in.Chat.Door)
	}
	late := r.isLate(in)
	if late && m.Remove == nil {
		if r.answeredSince(in) {
			return r.tooLate(ctx, in, sc)
		}
		m = sorry(m)
	}
	saving := Saving{Chat: in.Chat, Update: in.Update, At: in.At, Messages: own(in)}
	if m.Card != "" {
		saving.Count = r.countCard(in)
	}
	longer, end := outlives(ctx, urgentPatience)
	defer end()
	waiting := r.takeAway(longer, door, in, sc, &m)
	l := r.urgentLetter(in, sc, m)
	sent, err := r.atOnce(longer, door, l)
	if err != nil {
		waiting = append(waiting, l)
	} else if sent.Message != "" {
		saving.Messages = append(saving.Messages, sent.Message)
	}
	saving.Letters = r.posts(waiting)
	saved := r.Store.Save(longer, saving)
	if saved != nil && !errors.Is(saved, ErrSeen) {
		if err != nil {
			return fmt.Errorf("keeping the card for later: %w", saved)
		}
		r.Log.ErrorContext(ctx, "the card left but could not be noted", "door", in.Chat.Door, "error", saved.Error())
	}
	if m.Card != "" {
		r.Health.Urgent()
	}
	r.gentle.drop(key(in.Chat))
	if m.Card != "" {
		r.shown.put(key(in.Chat), sc.Now)
	}
	said, typed := e.(talk.Said)
	if typed && m.Card != "" && !in.Group {
		r.cards.put(in.Chat, m.Card, sc.Now, saving.Messages...)
	}
	if typed && saved == nil && !in.Group && !in.Edited && !late {
		return r.alsoStaff(ctx, in, sc, said)
	}
	return nil
}

// alsoStaff lets what somebody typed who keeps listings answer the question that is
// open, after the card has left: "for people who harm themselves" may be what a
// listing is to say.
func (r *Runner) alsoStaff(ctx context.Context, in channel.Inbound, sc talk.Scene, said talk.Said) error {
	defer r.lanes.enter(in.Chat)()
	state, err := r.Store.Load(ctx, in.Chat, in.Staff)
	if err != nil || state.Conversation == nil || !state.Person.Staff() || !r.Book.ForStaff(state.Conversation.Flow) {
		return nil // the card was the answer
	}
	in.Update, in.Message = "", "" // noted with the card
	return r.turn(ctx, in, sc, talk.Said{Text: said.Text})
}

// atOnce sends a letter past the outbox. A chat that is gone counts as served:
// nobody is there. Any other error means that the letter may still be needed.
func (r *Runner) atOnce(ctx context.Context, door channel.Channel, l channel.Letter) (channel.Sent, error) {
	send, cancel := context.WithTimeout(ctx, urgentPatience)
	defer cancel()
	sent, err := door.Send(send, l)
	if err == nil || errors.Is(err, channel.Gone) {
		return sent, nil
	}
	r.Log.ErrorContext(ctx, "what is urgent did not leave at once", "door", l.Chat.Door, "error", err.Error())
	return sent, err
}

// urgentLetter words what is urgent: a pop-up where the door has them, an edit of
// what was tapped where the message is not a new one.
func (r *Runner) urgentLetter(in channel.Inbound, sc talk.Scene, m talk.Message) channel.Letter {
	l := r.letter(sc.Language, in, m)
	l.Urgent, l.Quiet = true, m.Quiet
	switch {
	case m.Popup && sc.Abilities.Popups && in.Callback != "":
		l.Popup, l.HTML, l.Rows, l.Callback = locales.Plain(l.HTML), "", nil, in.Callback
	case !m.Popup && !m.Fresh && sc.Abilities.Edits:
		l.Edit = in.Tapped
	}
	if in.Group {
		l.Rows = nil // nobody in a group should press what is meant for one person
	}
	return l
}

// takeAway removes what a person wrote and the cards that answered it, at a door
// that can. It gives the letter that has to try again, if one has. Where the door
// keeps some of it, the line that follows says so.
func (r *Runner) takeAway(ctx context.Context, door channel.Channel, in channel.Inbound, sc talk.Scene, m *talk.Message) []channel.Letter {
	if m.Remove == nil || !sc.Abilities.Deletes || in.Group {
		return nil
	}
	ids := append(slices.Clone(m.Remove), r.cards.get(in.Chat, sc.Now).messages...)
	ids = append(ids, own(in)...)
	if in.Tapped != "" {
		ids = append(ids, in.Tapped)
	}
	slices.Sort(ids)
	ids = slices.Compact(ids)
	r.cards.removed(in.Chat)
	if len(ids) == 0 {
		return nil
	}
	l := channel.Letter{Chat: in.Chat, Delete: ids, Clear: true, Urgent: true}
	sent, err := r.atOnce(ctx, door, l)
	if err != nil {
		return []channel.Letter{l}
	}
	if len(sent.Kept) > 0 {
		m.Body = locales.HideDone()
	}
	return nil
}

// group answers a command in a group with one line that leads to the private
// chat. Everything else there is none of the bot's business.
func (r *Runner) group(ctx context.Context, in channel.Inbound, sc talk.Scene, e talk.Event) error {
	if _, ok := talk.ParseCommand(in.Text); !ok {
		return nil
	}
	if r.isLate(in) {
		return r.tooLate(ctx, in, sc)
	}
	if take, _ := r.takes(in, e, nil); !take {
		r.slowed(ctx, in, sc, false)
		return nil
	}
	line := talk.Message{Body: locales.GroupchatGoPrivate(), Fresh: true}
	l := r.letter(sc.Language, in, line)
	if link := sc.Abilities.ShareLink("hello"); link != "" {
		l.Rows = [][]channel.Button{{{Label: locales.Plain(r.Words.Render(sc.Language, locales.GroupchatButtonOpen())), URL: link}}}
	}
	err := r.Store.Save(ctx, Saving{Chat: in.Chat, Update: in.Update, At: in.At, Letters: r.posts([]channel.Letter{l})})
	if err != nil && !errors.Is(err, ErrSeen) {
		return fmt.Errorf("answering in a group: %w", err)
	}
	return nil
}

// notSaved says once that the house is broken, and asks the door to bring the
// update again, until it has been tried often enough. What will not be well by itself
// is not waited for: those in danger would stand behind everybody who waits, until
// their door brings no more.
func (r *Runner) notSaved(ctx context.Context, in channel.Inbound, sc talk.Scene, cause error) error {
	if ctx.Err() != nil {
		return cause // shutting down: the update comes again
	}
	if errors.Is(cause, ErrBroken) {
		r.Log.ErrorContext(ctx, "nothing can be kept any more; only urgent help is answered", "door", in.Chat.Door, "error", cause.Error())
		r.stopgap(ctx, in, sc)
		return errStopgap
	}
	id := key(in.Chat) + "\x00" + in.Update
	f, again := r.failed.get(id)
	if !again {
		f.saved = r.saved.Load()
	}
	if r.saved.Load() > f.saved { // the house is sound: it is this one
		f.tries++
	}
	r.failed.put(id, f)
	r.Log.ErrorContext(ctx, "a turn could not be saved", "door", in.Chat.Door, "tries", strconv.Itoa(f.tries), "error", cause.Error())
	if !again || in.Update == "" {
		r.sayBroken(ctx, in, sc)
	}
	if in.Update == "" || f.tries >= maxFailures {
		return nil
	}
	return cause
}

// broken says one fixed sentence after a step failed. The conversation stays
// where it was, and the update counts as answered: it would fail again.
func (r *Runner) broken(ctx context.Context, in channel.Inbound, sc talk.Scene, cause error) error {
	if ctx.Err() != nil {
		return cause
	}
	r.Log.ErrorContext(ctx, "a step failed", "door", in.Chat.Door, "error", cause.Error())
	note := Saving{Chat: in.Chat, Update: in.Update, At: in.At, Messages: own(in)}
	err := r.Store.Save(ctx, note)
	if errors.Is(err, ErrSeen) {
		return nil // it failed before, and was answered
	}
	if err == nil {
		note = Saving{Chat: in.Chat, At: in.At}
	}
	if said := r.sayBroken(ctx, in, sc); said != "" {
		note.Messages = append(note.Messages, said)
		err = r.Store.Save(ctx, note)
	}
	if err != nil {
		r.Log.ErrorContext(ctx, "an update could not be noted", "door", in.Chat.Door, "error", err.Error())
	}
	return nil
}

// sayBroken sends the sentence past the outbox, which may be what is broken, and
// gives the id of the message. Somebody who wrote long ago is not woken for it.
func (r *Runner) sayBroken(ctx context.Context, in channel.Inbound, sc talk.Scene) string {
	door, ok := r.doors[in.Chat.Door]
	if !ok || r.isLate(in) {
		return ""
	}
	m := talk.Message{Body: locales.TalkBroken(), Fresh: true, Rows: urgentRow()}
	send, cancel := context.WithTimeout(ctx, urgentPatience)
	defer cancel()
	sent, err := door.Send(send, r.letter(sc.Language, in, m))
	if err != nil {
		r.Log.ErrorContext(ctx, "the sentence did not leave", "door", in.Chat.Door, "error", err.Error())
	}
	return sent.Message
}
