package runner

import (
	"context"
	"errors"
	"fmt"

	"signpost/bot/channel"
	"signpost/bot/people"
	"signpost/bot/talk"
)

// unlearn drops what the memory of this process knows of a chat.
func (r *Runner) unlearn(chat channel.Chat) {
	r.languages.drop(key(chat))
	r.counted.drop(key(chat))
	r.gentle.drop(key(chat))
	r.shown.drop(key(chat))
	r.cards.drop(chat)
}

// gone forgets a chat that ended.
func (r *Runner) gone(ctx context.Context, in channel.Inbound) error {
	err := r.Store.Save(ctx, Saving{Chat: in.Chat, Update: in.Update, At: in.At, Effects: []talk.Effect{people.Forget{}}})
	if err != nil && !errors.Is(err, ErrSeen) {
		return fmt.Errorf("forgetting a chat that ended: %w", err)
	}
	r.unlearn(in.Chat)
	return nil
}
