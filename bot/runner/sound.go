package runner

import (
	"context"
	"errors"
	"fmt"

	"signpost/bot/channel"
	"signpost/directory"
)

// make changes the directory, with the sound that belongs to the change. What the
// door does not give us can't be made by anybody.
func (r *Runner) make(ctx context.Context, p pending) (directory.Outcome, error) {
	if p.Fetch != nil && p.Change.Record != nil {
		door, ok := r.doors[p.Chat.Door].(channel.Fetcher)
		if !ok {
			return directory.Faulty, nil
		}
		audio, err := door.Fetch(ctx, *p.Fetch, directory.MaxAudio)
		if errors.Is(err, channel.Refused) {
			r.Log.WarnContext(ctx, "a recording was not given to us", "door", p.Chat.Door, "error", err.Error())
			return directory.Faulty, nil
		}
		if err != nil {
			return "", fmt.Errorf("fetching a recording: %w", err)
		}
		record := *p.Change.Record
		record.Audio = audio
		p.Change.Record = &record
	}
	return r.Apply(ctx, r.Now(), p.Change)
}
