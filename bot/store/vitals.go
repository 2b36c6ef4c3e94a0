package store

import (
	"context"
	"fmt"
	"time"
)

// Vitals are how the store is doing: what waits in it, and nothing of whom.
type Vitals struct {
	Letters      int64     // that wait in the outbox, or are on their way
	OldestLetter time.Time // when the one that waits longest was made; zero for none
	Overdue      int64     // jobs that are due and not done
	OldestJob    time.Time // when the one that is due longest was due; zero for none
	Forgotten    int64     // requests to be forgotten that are still remembered
}

// Vitals looks what waits now.
func (s *Store) Vitals(ctx context.Context, now time.Time) (Vitals, error) {
	var v Vitals
	for _, part := range []struct {
		query  string
		args   []any
		count  *int64
		oldest *time.Time
	}{
		{`SELECT count(*), coalesce(min(created_at), 0) FROM outbox`, nil, &v.Letters, &v.OldestLetter},
		{`SELECT count(*), coalesce(min(due), 0) FROM job WHERE done = 0 AND due <= $1`, []any{now.UnixMilli()}, &v.Overdue, &v.OldestJob},
		{`SELECT count(*), 0 FROM forgotten`, nil, &v.Forgotten, new(time.Time)},
	} {
		st, err := s.read(ctx, part.query)
		if err != nil {
			return Vitals{}, err
		}
		var at int64
		if err := st.QueryRowContext(ctx, part.args...).Scan(part.count, &at); err != nil {
			return Vitals{}, fmt.Errorf("looking what waits: %w", err)
		}
		if at > 0 {
			*part.oldest = time.UnixMilli(at)
		}
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	// One whose row is gone is on its way until the log was emptied of it too.
	v.Letters = max(v.Letters, int64(len(s.flights)))
	return v, nil
}

// Writable reports whether a save would reach the disk now. It writes the note of
// the key file once more, as it is.
func (s *Store) Writable(ctx context.Context) error {
	err := s.w.do(ctx, func(tx *tx) error {
		_, err := tx.exec(`UPDATE meta SET value = value WHERE name = 'keys'`)
		return err
	})
	if err != nil {
		return fmt.Errorf("trying to write: %w", err)
	}
	return nil
}
