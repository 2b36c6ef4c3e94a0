package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"signpost/bot/talk"
)

// Change is a change of the directory that was asked for and is not yet made.
// The directory is another file, so it is kept here until it is: a crash in
// between loses none, and its key keeps it from being made twice.
type Change struct {
	Key  string
	Body []byte // whatever is needed to make it

	// Do are the effects that FinishChange will be given when it was made. Save
	// looks whether they would fit, and otherwise refuses the turn with ErrStale,
	// so that nothing is changed for somebody who may not have it so. They are
	// not kept. Changes leaves them out.
	Do []talk.Effect
}

// Finished is what comes of a job that is done or a change that was made.
type Finished struct {
	Door, Chat, Staff string // whose it was, as in a Turn; "" for nobody's
	Do                []talk.Effect
	Notices           []Notice
	Jobs              []Job
	Again             *Job // a job of nobody's stays, and is due again as this one; nil when it is done
}

// pending is a change made ready for its row.
type pending struct {
	key  hash
	kept keptChange
	acts []act
}

// keptChange is what the row of a change holds sealed.
type keptChange struct {
	Key    string
	Body   []byte
	Person string // who asked for it: they may be gone when it is made
}

func (s *Store) pending(c Change) *pending {
	p := &pending{key: s.keys.Hash(forChangeKey, "", c.Key), kept: keptChange{Key: c.Key, Body: c.Body}}
	for _, e := range c.Do {
		p.acts = append(p.acts, s.act(e))
	}
	return p
}

// errUndo ends a part that was only tried.
var errUndo = errors.New("this was only tried")

// insert keeps a change, if what is to come of it fits.
func (p *pending) insert(a *actor) error {
	after, wipe := a.tx.after, a.tx.wipe
	trial := *a
	err := a.tx.try(func() error {
		for _, do := range p.acts {
			if err := do(&trial); err != nil {
				return err
			}
		}
		return errUndo
	})
	a.tx.after, a.tx.wipe = after, wipe
	if !errors.Is(err, errUndo) {
		return err
	}
	p.kept.Person = a.who.ID
	b, err := json.Marshal(p.kept)
	if err != nil {
		return fmt.Errorf("writing down a change: %w", err)
	}
	chat := a.s.chat(forChange, a.from.door, a.from.chat)
	_, err = a.tx.exec(`INSERT INTO pending_change (key, chat, created_at, sealed) VALUES ($1, $2, $3, $4) ON CONFLICT (key) DO NOTHING`,
		p.key[:], chat[:], coarse(a.now), a.s.keys.Seal(forChange, b, p.key[:]))
	if err != nil {
		return fmt.Errorf("keeping a change: %w", err)
	}
	return nil
}

// Changes are those that are not finished, the oldest first.
func (s *Store) Changes(ctx context.Context) ([]Change, error) {
	out, err := each(reader{ctx, s}, func(rows *sql.Rows) (Change, error) {
		k, err := s.scanChange(rows)
		return Change{Key: k.Key, Body: k.Body}, err
	}, `SELECT key, sealed FROM pending_change ORDER BY n`)
	if err != nil {
		return nil, fmt.Errorf("looking for changes: %w", err)
	}
	return out, nil
}

func (s *Store) scanChange(rows *sql.Rows) (k keptChange, err error) {
	var key, sealed []byte
	if err := rows.Scan(&key, &sealed); err != nil {
		return k, err
	}
	plain, err := s.keys.Open(forChange, sealed, key)
	if err != nil {
		return k, err
	}
	err = json.Unmarshal(plain, &k)
	return k, err
}

// FinishChange ends a change that was made or refused, and in the same
// transaction carries out what comes of it, for the person who asked for it. An
// effect that no longer fits is left out: the change is made, and the others must
// not be lost. ErrSeen means that it was finished before, or forgotten; nothing is
// done then.
func (s *Store) FinishChange(ctx context.Context, key string, do Finished) error {
	f, h := s.finishing(do), s.keys.Hash(forChangeKey, "", key)
	err := s.w.do(ctx, func(tx *tx) error {
		found, err := each(tx, s.scanChange, `SELECT key, sealed FROM pending_change WHERE key = $1`, h[:])
		if err != nil {
			return err
		}
		if len(found) == 0 {
			return ErrSeen
		}
		if _, err := tx.exec(`DELETE FROM pending_change WHERE key = $1`, h[:]); err != nil {
			return err
		}
		a := &actor{s: s, tx: tx, now: f.now, from: f.from}
		if a.who, err = personOf(tx, found[0].Person); err != nil {
			return err
		}
		return f.carryOut(a)
	})
	if err != nil {
		return fmt.Errorf("finishing a change: %w", err)
	}
	return nil
}

// finishing is what comes of something, made ready.
type finishing struct {
	now     time.Time
	from    whence
	acts    []act
	notices []letter
	jobs    []job
	again   *job // what the job is that was due, when it is not done
}

func (s *Store) finishing(do Finished) finishing {
	f := finishing{now: s.now(), from: whence{do.Door, do.Chat, do.Staff}, notices: s.sealNotices(do.Notices)}
	for _, e := range do.Do {
		f.acts = append(f.acts, s.act(e))
	}
	for _, j := range do.Jobs {
		f.jobs = append(f.jobs, s.sealJob(j))
	}
	if do.Again != nil {
		again := s.sealJob(*do.Again)
		f.again = &again
	}
	return f
}

func (f finishing) carryOut(a *actor) error {
	if err := a.doFitting(f.acts); err != nil {
		return err
	}
	for _, l := range f.notices {
		if err := a.s.insertLetter(a.tx, l, f.now, false); err != nil {
			return err
		}
	}
	for _, j := range f.jobs {
		if err := insertJob(a.tx, j); err != nil {
			return err
		}
	}
	return nil
}
