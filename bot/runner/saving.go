package runner

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"signpost/bot/channel"
	"signpost/bot/counts"
	"signpost/bot/people"
	"signpost/bot/talk"
)

// saving is what is kept of a turn, with its letters in a language.
func (r *Runner) saving(ctx context.Context, in channel.Inbound, turn talk.Turn, language string, known bool) (Saving, error) {
	saving := Saving{
		Chat: in.Chat, Staff: in.Staff, Update: in.Update, At: in.At, Messages: own(in), Guard: turn.Guard,
		Conversation: &turn.Conversation, Effects: turn.Do, Count: r.withDoor(turn.Count, in, turn.Conversation),
	}
	var err error
	if saving.Notices, err = r.notices(ctx, turn.Tell); err != nil {
		return Saving{}, err
	}
	if turn.Apply != nil {
		if saving.Change, err = r.asked(ctx, in, turn); err != nil {
			return Saving{}, err
		}
	}
	letters := r.letters(language, in, turn.Say)
	for _, e := range turn.Do {
		switch e.(type) {
		case people.Hide:
			saving.Remove = r.remover(in)
			for i := range letters {
				letters[i].Edit = "" // the message that was tapped is among the removed
			}
		case people.Forget:
			saving.Conversation, saving.Count = nil, nil
		}
	}
	if staff := staffAfter(in, turn, known); len(letters) > 0 {
		letters[len(letters)-1].Staff = staff
	}
	saving.Letters = r.posts(letters)
	return saving, nil
}

// staffAfter says what a door with a cookie of staff knows once a turn is saved.
func staffAfter(in channel.Inbound, turn talk.Turn, known bool) channel.Staff {
	if in.Staff == "" {
		return channel.Same
	}
	staff := channel.Unknown
	if known {
		staff = channel.Known
	}
	for _, e := range turn.Do {
		switch e.(type) {
		case people.Bind, people.JoinDoor:
			staff = channel.Known
		case people.LeaveDoor, people.Forget:
			staff = channel.Left
		}
	}
	return staff
}

// own are the messages of a person's that came with an event.
func own(in channel.Inbound) []string {
	if in.Message == "" {
		return nil
	}
	return []string{in.Message}
}

// envelope is a letter as it waits in the outbox.
type envelope struct {
	channel.Letter
	Made time.Time // when it was written
}

// posts puts letters into the form in which they wait.
func (r *Runner) posts(letters []channel.Letter) []Post {
	out, now := make([]Post, 0, len(letters)), r.Now().UTC().Truncate(time.Second)
	for _, l := range letters {
		body, err := json.Marshal(envelope{l, now})
		if err != nil {
			panic("runner: a letter that can't be written: " + err.Error())
		}
		out = append(out, Post{Chat: l.Chat, Urgent: l.Urgent, Edit: l.Edit, Body: body, Letter: envelope{l, now}})
	}
	return out
}

// open reads a letter that waited. One that waited for long leaves without a sound,
// for the reason that a late message gets no answer.
func (r *Runner) open(w Waiting) (channel.Letter, error) {
	e, here := w.Letter.(envelope)
	if !here {
		if err := json.Unmarshal(w.Body, &e); err != nil {
			return channel.Letter{}, fmt.Errorf("reading a letter: %w", err)
		}
	}
	if !e.Made.IsZero() && r.Now().Sub(e.Made) >= lateAfter {
		e.Silent = true
	}
	return e.Letter, nil
}

// withDoor fills in where an entry was counted.
func (r *Runner) withDoor(entries []counts.Entry, in channel.Inbound, c talk.Conversation) []counts.Entry {
	for i := range entries {
		if entries[i].Kind == counts.UrgentShown {
			continue // a county total: nothing else is known of it
		}
		entries[i].Door, entries[i].Poster = in.Chat.Door, c.Poster
	}
	return entries
}
