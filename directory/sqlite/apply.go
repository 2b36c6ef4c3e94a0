package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"signpost/directory"
)

// appliedFor is how long it is remembered that a change was carried out: longer
// than one can wait to be carried out again after a crash.
const appliedFor = 90 * 24 * time.Hour

// Apply carries a change out, whole or not at all, once: a change whose key is
// known gives the outcome it gave before. Its owner, and whether a field was
// changed meanwhile, are looked at inside the same transaction.
//
// The outcome says what became of it; the error is one of the file's.
func (d *Directory) Apply(ctx context.Context, at time.Time, c directory.Change) (directory.Outcome, error) {
	outcome, err := d.apply(ctx, at, &c)
	if err != nil {
		return "", fmt.Errorf("changing the directory: %w", d.db.Explain(err))
	}
	return outcome, nil
}

func (d *Directory) apply(ctx context.Context, at time.Time, c *directory.Change) (directory.Outcome, error) {
	if err := d.db.Whole(); err != nil {
		return "", err
	}
	tx, err := d.db.Write.BeginTx(ctx, nil)
	if err != nil {
		return "", err
	}
	defer tx.Rollback() // after a commit it does nothing
	w, err := newWriter(ctx, tx)
	if err != nil {
		return "", err
	}
	var version int64
	known, err := w.row(`SELECT version FROM applied WHERE key = $1`, []any{c.Key}, &version)
	if err != nil {
		return "", err
	}
	if known {
		return directory.Made, nil
	}
	a := applying{writer: w, change: c, at: at}
	version, err = a.carryOut()
	if err == nil && c.Filed != 0 {
		err = a.endFiled()
	}
	outcome := outcomeOf(err)
	if outcome == "" {
		return "", err
	}
	if outcome != directory.Made {
		return outcome, nil // the transaction is dropped
	}
	if err := w.flushWords(); err != nil {
		return "", err
	}
	if err := w.exec(`INSERT INTO applied (key, version, at) VALUES ($1, $2, $3)`,
		c.Key, version, at.UnixMilli()); err != nil {
		return "", err
	}
	if err := w.exec(`DELETE FROM applied WHERE at < $1`, at.Add(-appliedFor).UnixMilli()); err != nil {
		return "", err
	}
	if err := w.exec(sqlRevise); err != nil {
		return "", err
	}
	return outcome, tx.Commit()
}

// outcomeOf is what an error of a change means; "" for one that is the file's.
func outcomeOf(err error) directory.Outcome {
	switch {
	case err == nil:
		return directory.Made
	case errors.Is(err, directory.ErrConflict):
		return directory.Conflict
	case errors.Is(err, directory.ErrNotOwner):
		return directory.NotOwner
	case errors.Is(err, directory.ErrFaulty), errors.Is(err, directory.ErrField), errors.Is(err, directory.ErrNotFound),
		errors.Is(err, directory.ErrRecording):
		return directory.Faulty
	}
	return ""
}

// applying is one change under way.
type applying struct {
	*writer
	change *directory.Change
	at     time.Time
}

// carryOut writes what the change says and gives the version of the service
// afterwards.
func (a applying) carryOut() (int64, error) {
	switch c := a.change; {
	case c.Filed != 0 && !c.Makes():
		return 0, nil
	case c.Organisation != nil:
		return 0, a.organisation(*c.Organisation)
	case c.New != nil:
		return 1, a.add(*c.New)
	default:
		return a.edit()
	}
}

// edit changes a service that is there.
func (a applying) edit() (int64, error) {
	now, err := a.service(a.change.Service)
	if err != nil {
		return 0, err
	}
	base := now.service
	if a.change.Base != now.service.Version && len(a.change.Edits) > 0 {
		if base, err = a.version(now.key, a.change.Base); err != nil {
			return 0, err
		}
	}
	after, err := a.change.On(now.service, base)
	if err != nil {
		return 0, err
	}
	version := now.service.Version
	if len(a.change.Edits) > 0 {
		after.Modified = a.at.UTC().Truncate(time.Millisecond)
		hash, err := hashOf(canonical(after))
		if err != nil {
			return 0, err
		}
		if err := a.replace(now.key, after, now.organisation, hash, a.at); err != nil {
			return 0, err
		}
		version = after.Version
		if after.Confidential && !now.service.Confidential {
			if err := a.unplace(now.key); err != nil {
				return 0, err
			}
		}
	}
	if err := a.record(now.key); err != nil {
		return 0, err
	}
	return version, a.doubts(now.key)
}

// add writes a new service of an organisation that is there.
func (a applying) add(s directory.Service) error {
	if a.change.Owner != "" && string(s.Organisation.ID) != a.change.Owner {
		return directory.ErrNotOwner
	}
	if len(s.Validate()) > 0 {
		return directory.ErrFaulty
	}
	var organisation, key int64
	known, err := a.row(`SELECT key FROM organization WHERE id = $1`, []any{string(s.Organisation.ID)}, &organisation)
	if err != nil {
		return err
	}
	if !known {
		return directory.ErrFaulty
	}
	if known, err = a.row(`SELECT key FROM service WHERE id = $1`, []any{string(s.ID)}, &key); err != nil {
		return err
	}
	if known {
		return directory.ErrConflict
	}
	s.Version, s.Modified = 1, a.at.UTC().Truncate(time.Millisecond)
	hash, err := hashOf(canonical(&s))
	if err != nil {
		return err
	}
	_, err = a.insert(&s, sql.NullInt64{Int64: organisation, Valid: true}, hash)
	return err
}

func (a applying) service(id directory.ID) (record, error) {
	found, err := load(a.ctx, a.tx, `s.id = $1`, string(id))
	if err != nil {
		return record{}, err
	}
	if len(found) == 0 {
		return record{}, directory.ErrNotFound
	}
	return found[0], nil
}

// version is a service as it was. One that is not kept any more counts as
// changed by somebody else.
func (a applying) version(key, version int64) (*directory.Service, error) {
	var text string
	known, err := a.row(`SELECT record FROM service_version WHERE service_key = $1 AND version = $2`, []any{key, version}, &text)
	if err != nil {
		return nil, err
	}
	if !known {
		return nil, directory.ErrConflict
	}
	var s directory.Service
	return &s, json.Unmarshal([]byte(text), &s)
}

// doubts begins and ends the doubts of a change.
func (a applying) doubts(key int64) error {
	for _, d := range a.change.Lift {
		if err := a.exec(`DELETE FROM doubt WHERE service_key = $1 AND doubt = $2`, key, string(d)); err != nil {
			return err
		}
	}
	for _, d := range a.change.Cast {
		if err := a.exec(`INSERT INTO doubt (service_key, doubt, since) VALUES ($1, $2, $3)
			ON CONFLICT (service_key, doubt) DO NOTHING`, key, string(d), a.at.UnixMilli()); err != nil {
			return err
		}
	}
	return nil
}
