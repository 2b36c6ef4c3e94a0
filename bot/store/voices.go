package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"signpost/bot/upkeep"
)

// VoiceFile is what a bot calls the sound of a recording that it has already; ""
// when it does not have it.
func (s *Store) VoiceFile(ctx context.Context, bot, recording string) (string, error) {
	var sealed []byte
	err := reader{ctx, s}.row(`SELECT sealed FROM voice_file WHERE bot = $1 AND recording = $2`, bot, recording).Scan(&sealed)
	if errors.Is(err, sql.ErrNoRows) {
		return "", nil
	}
	if err != nil {
		return "", fmt.Errorf("looking for the file of a recording: %w", err)
	}
	file, err := s.keys.Open(forVoice, sealed, pack(bot, recording, nil))
	if err != nil {
		return "", nil // what can't be read is uploaded again
	}
	return string(file), nil
}

// KeepVoiceFile remembers what a bot calls the sound of a recording; with "" it
// forgets it.
func (s *Store) KeepVoiceFile(ctx context.Context, bot, recording, file string) error {
	sealed := s.keys.Seal(forVoice, []byte(file), pack(bot, recording, nil))
	err := s.w.do(ctx, func(tx *tx) (err error) {
		if file == "" {
			_, err = tx.exec(`DELETE FROM voice_file WHERE bot = $1 AND recording = $2`, bot, recording)
			return err
		}
		_, err = tx.exec(`INSERT INTO voice_file (bot, recording, since, sealed) VALUES ($1, $2, $3, $4)
			ON CONFLICT (bot, recording) DO UPDATE SET since = excluded.since, sealed = excluded.sealed`,
			bot, recording, day(s.now()), sealed)
		return err
	})
	if err != nil {
		return fmt.Errorf("noting the file of a recording: %w", err)
	}
	return nil
}

// silence forgets where doors have the sound of a recording that is no more.
func (a *actor) silence(e upkeep.Silence) error {
	if _, err := a.tx.exec(`DELETE FROM voice_file WHERE recording = $1`, e.Recording); err != nil {
		return fmt.Errorf("forgetting the file of a recording: %w", err)
	}
	return nil
}
