package store

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"time"

	"signpost/bot/people"
	"signpost/bot/sessionlog"
	"signpost/directory"
)

// enquired keeps how a service received an enquiry. Who made it is not kept.
func (a *actor) enquired(c sessionlog.Check) error {
	if !a.who.Staff() || c.Service == "" || !c.Day.Valid() || c.Day > directory.DateOf(a.now) ||
		c.Language != "" && !c.Language.Valid() || !slices.Contains(sessionlog.Interpreters, c.Interpreter) ||
		!slices.Contains(sessionlog.Waits, c.Wait) || !slices.Contains(sessionlog.Reacheds, c.Reached) {
		return ErrStale
	}
	n, err := a.tx.count(`INSERT INTO access_check (id, service, day, month, language, interpreter, wait, reached, reply, replied)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, '', '') ON CONFLICT (id) DO NOTHING`,
		c.ID, string(c.Service), string(c.Day), monthOf(c.Day), string(c.Language), string(c.Interpreter), string(c.Wait), string(c.Reached))
	if err != nil {
		return fmt.Errorf("keeping an access check: %w", err)
	}
	if n == 0 {
		return ErrStale
	}
	return nil
}

// monthOf is the month of a day, as 202611.
func monthOf(d directory.Date) int {
	t, err := time.Parse(time.DateOnly, string(d))
	if err != nil {
		return 0
	}
	return month(t.Add(12 * time.Hour))
}

// unenquired takes an access check back that nobody has answered.
func (a *actor) unenquired(id string) error {
	if !a.who.Staff() {
		return ErrStale
	}
	return a.one("taking an access check back", `DELETE FROM access_check WHERE id = $1 AND reply = ''`, id)
}

// replied keeps what a service says to an access check.
func (a *actor) replied(e sessionlog.Replied) error {
	if !a.who.May([]people.Role{people.GroupAdmin, people.Coordinator}, "") || !slices.Contains(sessionlog.Replies, e.Reply) {
		return ErrStale
	}
	return a.one("keeping a reply", `UPDATE access_check SET reply = $1, replied = $2 WHERE id = $3`,
		string(e.Reply), string(a.dayOr(e.Day)), e.Check)
}

// one carries out a statement that must change one row, or it does not fit.
func (a *actor) one(doing, query string, args ...any) error {
	n, err := a.tx.count(query, args...)
	if err != nil {
		return fmt.Errorf("%s: %w", doing, err)
	}
	if n == 0 {
		return ErrStale
	}
	return nil
}

// Checks are the access checks of a service, the newest enquiry first; with "" those
// of all.
func (s *Store) Checks(ctx context.Context, service directory.ID) ([]sessionlog.Check, error) {
	if service == "" {
		return s.checks(reader{ctx, s}, `true`)
	}
	return s.checks(reader{ctx, s}, `service = $1`, string(service))
}

// Check is one access check; false when there is none.
func (s *Store) Check(ctx context.Context, id string) (sessionlog.Check, bool, error) {
	return first(s.checks(reader{ctx, s}, `id = $1`, id))
}

func (s *Store) checks(q asking, only string, args ...any) ([]sessionlog.Check, error) {
	out, err := each(q, func(rows *sql.Rows) (c sessionlog.Check, err error) {
		return c, rows.Scan(&c.ID, &c.Service, &c.Day, &c.Language, &c.Interpreter, &c.Wait, &c.Reached, &c.Reply, &c.Replied)
	}, `SELECT id, service, day, language, interpreter, wait, reached, reply, replied FROM access_check WHERE `+only+` ORDER BY day DESC, id`, args...)
	if err != nil {
		return nil, fmt.Errorf("looking for access checks: %w", err)
	}
	return out, nil
}
