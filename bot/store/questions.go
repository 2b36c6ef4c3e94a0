package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"signpost/bot/upkeep"
	"signpost/directory"
)

// aboutQuestion is what the question after a service is noted under when it was
// delivered.
func aboutQuestion(service directory.ID) string { return "question." + string(service) }

// stillRight notes that a listing is right, and ends its question.
func (a *actor) stillRight(e upkeep.StillRight) error {
	_, err := a.tx.exec(`INSERT INTO question (service, grp, confirmed, stage) VALUES ($1, $2, $3, 0)
		ON CONFLICT (service) DO UPDATE SET grp = excluded.grp, stage = 0, since = 0,
			confirmed = CASE WHEN question.confirmed > excluded.confirmed THEN question.confirmed ELSE excluded.confirmed END`,
		string(e.Service), e.Group, string(a.dayOr(e.Day)))
	if err != nil {
		return fmt.Errorf("noting that a listing is right: %w", err)
	}
	return a.undelivered(e.Service)
}

// timeHeld moves the day on which a listing was confirmed last to that of a session,
// and so ends its question. It confirms none that no admin ever did.
func (a *actor) timeHeld(e upkeep.TimeHeld) error {
	n, err := a.tx.count(`UPDATE question SET confirmed = $1, stage = 0, since = 0 WHERE service = $2 AND confirmed <> '' AND confirmed < $1`,
		string(e.Day), string(e.Service))
	if err != nil {
		return fmt.Errorf("noting that a time was right: %w", err)
	}
	if n == 0 {
		return nil
	}
	return a.undelivered(e.Service)
}

// moved keeps the stage of a question, and since when, now if it does not say.
// When it was asked is known from the letter; that it was confirmed in the meantime stays, and ends it.
func (a *actor) moved(q upkeep.Question) error {
	var confirmed directory.Date
	var stage upkeep.Stage
	err := a.tx.row(`SELECT confirmed, stage FROM question WHERE service = $1`, string(q.Service)).Scan(&confirmed, &stage)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return fmt.Errorf("looking for a question: %w", err)
	}
	if q.Confirmed < confirmed {
		return ErrStale
	}
	since := a.now.UnixMilli()
	switch {
	case q.Stage == upkeep.NotAsked:
		since = 0
	case !q.Since.IsZero():
		since = q.Since.UnixMilli()
	}
	_, err = a.tx.exec(`INSERT INTO question (service, grp, confirmed, stage, since) VALUES ($1, $2, $3, $4, $5)
		ON CONFLICT (service) DO UPDATE SET grp = excluded.grp, confirmed = excluded.confirmed, stage = excluded.stage, since = excluded.since`,
		string(q.Service), q.Group, string(q.Confirmed), int(q.Stage), since)
	if err != nil {
		return fmt.Errorf("moving a question: %w", err)
	}
	if stage != upkeep.NotAsked && q.Stage != upkeep.NotAsked {
		return nil
	}
	return a.undelivered(q.Service) // the letter of an earlier question does not count for this one
}

func (a *actor) undelivered(service directory.ID) error {
	if _, err := a.tx.exec(`DELETE FROM delivered WHERE about = $1`, aboutQuestion(service)); err != nil {
		return fmt.Errorf("ending a question: %w", err)
	}
	return nil
}

// arrived notes when a letter about something was delivered first.
func arrived(tx *tx, about string, now time.Time) error {
	if about == "" {
		return nil
	}
	if _, err := tx.exec(`INSERT INTO delivered (about, at) VALUES ($1, $2) ON CONFLICT (about) DO NOTHING`, about, coarse(now)); err != nil {
		return fmt.Errorf("noting that something was delivered: %w", err)
	}
	return nil
}

// awayUntil puts questions off; without a day it no longer does.
func (a *actor) awayUntil(e upkeep.AwayUntil) error {
	var err error
	if e.Day == "" {
		_, err = a.tx.exec(`DELETE FROM away WHERE grp = $1`, e.Group)
	} else {
		_, err = a.tx.exec(`INSERT INTO away (grp, until) VALUES ($1, $2) ON CONFLICT (grp) DO UPDATE SET until = excluded.until`,
			e.Group, fromDate(e.Day))
	}
	if err != nil {
		return fmt.Errorf("putting questions off: %w", err)
	}
	return nil
}

// Questions are how the listings of a group stand in being asked after, in the
// order of their ids; with "" those of all groups. A listing of which nothing is
// kept has none.
func (s *Store) Questions(ctx context.Context, group string) ([]upkeep.Question, error) {
	query, args := sqlQuestions, []any{}
	if group != "" {
		query, args = query+` WHERE q.grp = $1`, append(args, group)
	}
	out, err := each(reader{ctx, s}, func(rows *sql.Rows) (q upkeep.Question, err error) {
		var since int64
		var away, asked sql.NullInt64
		if err := rows.Scan(&q.Service, &q.Group, &q.Confirmed, &q.Stage, &since, &away, &asked); err != nil {
			return q, err
		}
		if since > 0 {
			q.Since = time.UnixMilli(since)
		}
		if away.Valid {
			q.Away = toDate(away.Int64)
		}
		if asked.Valid && q.Stage != upkeep.NotAsked {
			q.Asked = time.UnixMilli(asked.Int64)
		}
		return q, nil
	}, query+` ORDER BY q.service`, args...)
	if err != nil {
		return nil, fmt.Errorf("looking for questions: %w", err)
	}
	return out, nil
}

const sqlQuestions = `SELECT q.service, q.grp, q.confirmed, q.stage, q.since, a.until, d.at FROM question q
	LEFT JOIN away a ON a.grp = q.grp LEFT JOIN delivered d ON d.about = 'question.' || q.service`
