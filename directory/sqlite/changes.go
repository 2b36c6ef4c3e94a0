package sqlite

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"signpost/directory"
)

// Filed is what a source would change in a record that somebody else owns.
type Filed = directory.Filed

// Pending gives the filed changes that wait for a person, oldest first.
func (d *Directory) Pending(ctx context.Context) ([]Filed, error) {
	rows, err := d.db.Read.QueryContext(ctx, `SELECT key, kind, source, base_version, filed, record FROM change
		WHERE state = 'pending' ORDER BY filed, key`)
	if err != nil {
		return nil, fmt.Errorf("reading filed changes: %w", d.db.Explain(err))
	}
	defer rows.Close()
	var out []Filed
	for rows.Next() {
		var f Filed
		var kind, text string
		var at int64
		if err := rows.Scan(&f.Key, &kind, &f.Source, &f.Base, &at, &text); err != nil {
			return nil, fmt.Errorf("reading filed changes: %w", d.db.Explain(err))
		}
		f.At = time.UnixMilli(at).UTC()
		if kind == "organization" {
			err = json.Unmarshal([]byte(text), &f.Organisation)
		} else {
			err = json.Unmarshal([]byte(text), &f.Service)
		}
		if err != nil {
			return nil, fmt.Errorf("reading filed change %d: %w", f.Key, err)
		}
		out = append(out, f)
	}
	if err := rows.Err(); err != nil {
		return nil, fmt.Errorf("reading filed changes: %w", d.db.Explain(err))
	}
	return out, nil
}

// History gives what a service was before it was what it is now, newest first;
// none for one that never changed.
func (d *Directory) History(ctx context.Context, id directory.ID) ([]*directory.Service, error) {
	rows, err := d.db.Read.QueryContext(ctx, `SELECT v.record FROM service_version v JOIN service s ON s.key = v.service_key
		WHERE s.id = $1 ORDER BY v.version DESC`, string(id))
	if err != nil {
		return nil, fmt.Errorf("reading the history of %s: %w", id, d.db.Explain(err))
	}
	defer rows.Close()
	var out []*directory.Service
	for rows.Next() {
		var text string
		if err := rows.Scan(&text); err != nil {
			return nil, fmt.Errorf("reading the history of %s: %w", id, d.db.Explain(err))
		}
		var s directory.Service
		if err := json.Unmarshal([]byte(text), &s); err != nil {
			return nil, fmt.Errorf("reading the history of %s: %w", id, err)
		}
		out = append(out, &s)
	}
	if err := rows.Err(); err != nil {
		return nil, fmt.Errorf("reading the history of %s: %w", id, d.db.Explain(err))
	}
	return out, nil
}

// versionsFor is for how long it is kept what a listing was before.
const versionsFor = 3

// PurgeVersions removes what listings were more than three years before an
// instant.
func (d *Directory) PurgeVersions(ctx context.Context, now time.Time) error {
	if err := d.db.Whole(); err != nil {
		return err
	}
	_, err := d.db.Write.ExecContext(ctx, `DELETE FROM service_version WHERE replaced < $1`, now.AddDate(-versionsFor, 0, 0).UnixMilli())
	if err != nil {
		return fmt.Errorf("removing what listings were long ago: %w", d.db.Explain(err))
	}
	return nil
}
