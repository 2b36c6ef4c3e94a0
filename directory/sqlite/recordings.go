package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"signpost/directory"
)

// Recording gives what a group recorded of a service in a language, sound and all;
// directory.ErrNotFound when there is nothing.
func (d *Directory) Recording(ctx context.Context, service directory.ID, language string) (directory.Recording, error) {
	var r directory.Recording
	err := d.db.Read.QueryRowContext(ctx, `SELECT p.id, p.language, p.seconds, p.made_of, p.made_on, p.audio FROM recording p
		JOIN service s ON s.key = p.service_key WHERE s.id = $1 AND p.language = $2`, string(service), language).
		Scan(&r.ID, &r.Language, &r.Seconds, &r.Of, &r.On, &r.Audio)
	if errors.Is(err, sql.ErrNoRows) {
		return directory.Recording{}, fmt.Errorf("a recording of service %s: %w", service, directory.ErrNotFound)
	}
	if err != nil {
		return directory.Recording{}, fmt.Errorf("reading a recording: %w", d.db.Explain(err))
	}
	return r, nil
}

// record keeps the recording of a change, and removes what it takes the place of.
func (a applying) record(key int64) error {
	if language := a.change.Silence; language != "" {
		if err := a.exec(sqlSilence, key, language); err != nil {
			return err
		}
	}
	r := a.change.Record
	if r == nil {
		return nil
	}
	if err := r.Check(); err != nil {
		return err
	}
	if err := a.exec(sqlSilence, key, r.Language); err != nil {
		return err
	}
	return a.exec(`INSERT INTO recording (service_key, language, id, seconds, made_of, made_on, audio)
		VALUES ($1, $2, $3, $4, $5, $6, $7)`, key, r.Language, r.ID, r.Seconds, r.Of, string(r.On), r.Audio)
}

const sqlSilence = `DELETE FROM recording WHERE service_key = $1 AND language = $2`

func scanVoice(rows *sql.Rows, key *int64, of func(int64) *directory.Service) error {
	var v directory.Voice
	if err := rows.Scan(key, &v.ID, &v.Language, &v.Seconds, &v.Of, &v.On); err != nil {
		return err
	}
	s := of(*key)
	s.Voices = append(s.Voices, v)
	return nil
}
