package main

import (
	"context"
	"errors"

	"signpost/bot/channel"
	"signpost/directory"
	"signpost/directory/sqlite"
)

// sounds are what groups recorded of their listings, as the doors play them.
type sounds struct{ dir *sqlite.Directory } // nil when it can't be read

// Sound implements channel.Recordings.
func (s sounds) Sound(ctx context.Context, service, language string) (string, []byte, error) {
	id, err := directory.ParseShort(service)
	if err != nil || s.dir == nil {
		return "", nil, channel.ErrNoRecording
	}
	r, err := s.dir.Recording(ctx, id, language)
	if errors.Is(err, directory.ErrNotFound) {
		return "", nil, channel.ErrNoRecording
	}
	return r.ID, r.Audio, err
}
