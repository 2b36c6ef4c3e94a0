package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"

	"signpost/bot/counts"
	"signpost/bot/people"
	"signpost/bot/sessionlog"
	"signpost/directory"
)

// keepDraft keeps what whoever acts has begun to enter of a session, or to correct.
func (a *actor) keepDraft(l sessionlog.Log) error {
	l.By, l.Role = "", ""
	if !l.Fits() || a.as("", l.Group, append(loggers, people.Coordinator)...) == "" {
		return ErrStale
	}
	if err := a.dropDraft(l.Occurrence); err != nil {
		return err
	}
	b, err := json.Marshal(l)
	if err != nil {
		return fmt.Errorf("writing down a draft: %w", err)
	}
	o := l.Occurrence
	_, err = a.tx.exec(`INSERT INTO log_draft (person, service, schedule, original, grp, updated, sealed) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
		a.who.ID, string(o.Service), string(o.Schedule), string(o.Original), l.Group, coarse(a.now),
		a.s.keys.Seal(forDraft, b, draftRow(a.who.ID, o)))
	if err != nil {
		return fmt.Errorf("keeping a draft: %w", err)
	}
	return nil
}

// draftRow ties a draft to whose it is, and of which session.
func draftRow(person string, o sessionlog.Occurrence) []byte {
	return pack(person, string(o.Service), pack(string(o.Schedule), string(o.Original), nil))
}

func (a *actor) dropDraft(o sessionlog.Occurrence) error {
	_, err := a.tx.exec(`DELETE FROM log_draft WHERE person = $1 AND service = $2 AND schedule = $3 AND original = $4`,
		a.who.ID, string(o.Service), string(o.Schedule), string(o.Original))
	if err != nil {
		return fmt.Errorf("dropping a draft: %w", err)
	}
	return nil
}

// Drafts are what a person has begun to enter, the newest first.
func (s *Store) Drafts(ctx context.Context, person string) ([]sessionlog.Log, error) {
	return s.drafts(reader{ctx, s}, `person = $1`, person)
}

// Draft is what a person has begun to enter of a session; false when nothing is kept.
func (s *Store) Draft(ctx context.Context, person string, o sessionlog.Occurrence) (sessionlog.Log, bool, error) {
	return first(s.drafts(reader{ctx, s}, `person = $1 AND service = $2 AND schedule = $3 AND original = $4`,
		person, string(o.Service), string(o.Schedule), string(o.Original)))
}

func (s *Store) drafts(q asking, only string, args ...any) ([]sessionlog.Log, error) {
	out, err := each(q, func(rows *sql.Rows) (l sessionlog.Log, err error) {
		var person string
		var o sessionlog.Occurrence
		var sealed []byte
		if err := rows.Scan(&person, &o.Service, &o.Schedule, &o.Original, &sealed); err != nil {
			return l, err
		}
		plain, err := s.keys.Open(forDraft, sealed, draftRow(person, o))
		if err != nil {
			return l, err
		}
		err = json.Unmarshal(plain, &l)
		l.Session = l.Session.In(london)
		return l, err
	}, `SELECT person, service, schedule, original, sealed FROM log_draft WHERE `+only+` ORDER BY updated DESC, n DESC`, args...)
	if err != nil {
		return nil, fmt.Errorf("looking for drafts: %w", err)
	}
	return out, nil
}

// county counts for the whole county what is in no log: of its row every column is
// empty but the month, the kind, and which of them it is.
func (a *actor) county(e sessionlog.County) error {
	if !a.who.May(loggers, "") {
		return ErrStale
	}
	entry := counts.Entry{Kind: counts.AtSession}
	switch {
	case e.Urgent && e.Need == "":
		entry.Outcome = counts.Urgent
	case !e.Urgent && e.Need.Sensitive():
		entry.Need = string(e.Need)
	default:
		return ErrStale
	}
	return tally(a.tx, month(a.now), []counts.Entry{entry})
}

// reminded notes how often the first aiders of a session were reminded. It never
// goes back.
func (a *actor) reminded(e sessionlog.Reminded) error {
	_, err := a.tx.exec(`INSERT INTO log_reminded (service, schedule, original, times, day) VALUES ($1, $2, $3, $4, $5)
		ON CONFLICT (service, schedule, original) DO UPDATE SET times = excluded.times, day = excluded.day WHERE excluded.times > log_reminded.times`,
		string(e.Occurrence.Service), string(e.Occurrence.Schedule), string(e.Occurrence.Original), e.Times, day(a.now))
	if err != nil {
		return fmt.Errorf("noting a reminder: %w", err)
	}
	return nil
}

// Reminded is how often the first aiders were reminded of sessions to be logged, of
// those that they were reminded of on a day or since.
func (s *Store) Reminded(ctx context.Context, from directory.Date) (map[sessionlog.Occurrence]int, error) {
	out := map[sessionlog.Occurrence]int{}
	_, err := each(reader{ctx, s}, func(rows *sql.Rows) (none struct{}, err error) {
		var o sessionlog.Occurrence
		var times int
		err = rows.Scan(&o.Service, &o.Schedule, &o.Original, &times)
		out[o] = times
		return none, err
	}, `SELECT service, schedule, original, times FROM log_reminded WHERE day >= $1`, fromDate(from))
	if err != nil {
		return nil, fmt.Errorf("looking for reminders: %w", err)
	}
	return out, nil
}

// dropOf removes what a person has begun, when they may enter it no more.
func (a *actor) dropOf(person, group string, left people.Person) error {
	if !left.May([]people.Role{people.FirstAider}, "") {
		if _, err := a.tx.exec(`DELETE FROM certificate WHERE person = $1`, person); err != nil {
			return fmt.Errorf("forgetting a certificate: %w", err)
		}
	}
	if left.May(append(loggers, people.Coordinator), group) {
		return nil
	}
	if _, err := a.tx.exec(`DELETE FROM log_draft WHERE person = $1 AND grp = $2`, person, group); err != nil {
		return fmt.Errorf("dropping drafts: %w", err)
	}
	return nil
}
