package store

import (
	"context"
	"database/sql"
	"fmt"
	"time"

	"signpost/bot/talk"
)

// Job is something that is due at a time: a reminder, a monthly question.
type Job struct {
	ID         int64  // given by the store
	Key        string // what it is, once and for all: a second job with the key is not made
	Kind       string // what is to be done; in clear in the file, so it must say nothing of a person
	Due        time.Time
	Door, Chat string // whom it is for; both "" when for nobody. A /forget of the chat removes it, and so does its being done
	Body       []byte // what it needs to know
}

// job is a job made ready for its row.
type job struct {
	key    hash
	chat   []byte
	due    int64
	kind   string
	sealed []byte
}

func (s *Store) sealJob(j Job) job {
	out := job{key: s.chat(forJobKey, "", j.Key), due: j.Due.UnixMilli(), kind: j.Kind}
	if j.Door != "" || j.Chat != "" {
		h := s.chat(forJob, j.Door, j.Chat)
		out.chat = h[:]
	}
	body := append(pack(j.Door, j.Chat, nil), pack(j.Key, "", j.Body)...)
	out.sealed = s.keys.Seal(forJob, body, out.key[:])
	return out
}

func insertJob(tx *tx, j job) error {
	_, err := tx.exec(`INSERT INTO job (key, chat, due, kind, done, sealed) VALUES ($1, $2, $3, $4, 0, $5)
		ON CONFLICT (key) DO NOTHING`, j.key[:], j.chat, j.due, j.kind, j.sealed)
	if err != nil {
		return fmt.Errorf("making a job: %w", err)
	}
	return nil
}

// AddJobs makes jobs that no turn asks for. Those whose key is known are left
// as they are.
func (s *Store) AddJobs(ctx context.Context, jobs ...Job) error {
	sealed := make([]job, len(jobs))
	for i, j := range jobs {
		sealed[i] = s.sealJob(j)
	}
	err := s.w.do(ctx, func(tx *tx) error {
		for _, j := range sealed {
			if err := insertJob(tx, j); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("making jobs: %w", err)
	}
	return nil
}

// DueJobs are at most n jobs that are due and not done, the longest due first.
// They stay due until FinishJob or LaterJob, so one goroutine should ask.
func (s *Store) DueJobs(ctx context.Context, now time.Time, n int) ([]Job, error) {
	st, err := s.read(ctx, `SELECT id, key, due, kind, sealed FROM job WHERE done = 0 AND due <= $1 ORDER BY due, id LIMIT +$2`)
	if err != nil {
		return nil, err
	}
	rows, err := st.QueryContext(ctx, now.UnixMilli(), n)
	if err != nil {
		return nil, fmt.Errorf("looking for jobs: %w", err)
	}
	defer rows.Close()
	var out []Job
	for rows.Next() {
		j, err := s.scanJob(rows)
		if err != nil {
			return nil, fmt.Errorf("looking for jobs: %w", err)
		}
		out = append(out, j)
	}
	if err := rows.Err(); err != nil {
		return nil, fmt.Errorf("looking for jobs: %w", err)
	}
	return out, nil
}

func (s *Store) scanJob(rows *sql.Rows) (Job, error) {
	var j Job
	var key, sealed []byte
	var due int64
	if err := rows.Scan(&j.ID, &key, &due, &j.Kind, &sealed); err != nil {
		return j, err
	}
	j.Due = time.UnixMilli(due)
	plain, err := s.keys.Open(forJob, sealed, key)
	if err != nil {
		return j, err
	}
	var rest []byte
	if j.Door, j.Chat, rest, err = unpack(plain); err != nil {
		return j, err
	}
	j.Key, _, j.Body, err = unpack(rest)
	return j, err
}

// NextJob is when the next job is due that is not due yet; zero when there is none.
func (s *Store) NextJob(ctx context.Context, now time.Time) (time.Time, error) {
	st, err := s.read(ctx, `SELECT min(due) FROM job WHERE done = 0 AND due > $1`)
	if err != nil {
		return time.Time{}, err
	}
	return scanDue(st.QueryRowContext(ctx, now.UnixMilli()))
}

// FinishJob ends a job and in the same transaction carries out what comes of it,
// for the program and not for a person: an effect that does not fit is left out. A
// job for nobody stays as its key, so that it is not done again; of one for a chat
// nothing stays. A job that is done or gone meanwhile, by a /forget, does nothing.
// With Again a job for nobody is not done, but due again with another body.
func (s *Store) FinishJob(ctx context.Context, id int64, do Finished) error {
	f := s.finishing(do)
	err := s.w.do(ctx, func(tx *tx) error {
		theirs, err := tx.count(`DELETE FROM job WHERE id = $1 AND done = 0 AND chat IS NOT NULL`, id)
		if err != nil {
			return err
		}
		var ours int64
		if f.again != nil {
			ours, err = tx.count(`UPDATE job SET due = $1, sealed = $2 WHERE id = $3 AND key = $4 AND done = 0`, f.again.due, f.again.sealed, id, f.again.key[:])
		} else {
			ours, err = tx.count(`UPDATE job SET done = 1, sealed = NULL WHERE id = $1 AND done = 0`, id)
		}
		if err != nil || theirs+ours == 0 {
			return err
		}
		tx.wipe = tx.wipe || theirs > 0
		return f.carryOut(&actor{s: s, tx: tx, now: f.now, from: f.from})
	})
	if err != nil {
		return fmt.Errorf("finishing a job: %w", err)
	}
	return nil
}

// due makes a job for the chat of the turn, or for nobody's.
func (a *actor) due(e talk.Due) error {
	j := Job{Key: e.Key, Kind: e.Kind, Due: e.At, Door: a.from.door, Chat: a.from.chat, Body: e.Body}
	if e.Free {
		j.Door, j.Chat = "", ""
	} else if j.Chat == "" {
		return ErrStale
	}
	return insertJob(a.tx, a.s.sealJob(j))
}

// LaterJob puts a job off.
func (s *Store) LaterJob(ctx context.Context, id int64, due time.Time) error {
	err := s.w.do(ctx, func(tx *tx) error {
		_, err := tx.exec(`UPDATE job SET due = $1 WHERE id = $2 AND done = 0`, due.UnixMilli(), id)
		return err
	})
	if err != nil {
		return fmt.Errorf("putting a job off: %w", err)
	}
	return nil
}
