package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"signpost/bot/people"
	"signpost/bot/sessionlog"
	"signpost/directory"
)

// Logs are those of a group's sessions from one day to another, both included, by
// Session; with "" those of all groups. What was taken back is not among them.
func (s *Store) Logs(ctx context.Context, group string, from, to directory.Date) ([]sessionlog.Log, error) {
	if group == "" {
		return s.logs(reader{ctx, s}, `l.day BETWEEN $1 AND $2`, string(from), string(to))
	}
	return s.logs(reader{ctx, s}, `l.grp = $1 AND l.day BETWEEN $2 AND $3`, group, string(from), string(to))
}

// LogsOf are those that a person entered, of sessions from one day to another, both
// included, by Session.
func (s *Store) LogsOf(ctx context.Context, person string, from, to directory.Date) ([]sessionlog.Log, error) {
	return s.logs(reader{ctx, s}, `a.person = $1 AND l.day BETWEEN $2 AND $3`, person, string(from), string(to))
}

// LogsOfSession are those of one session, the first log first.
func (s *Store) LogsOfSession(ctx context.Context, o sessionlog.Occurrence) ([]sessionlog.Log, error) {
	return s.logs(reader{ctx, s}, `l.service = $1 AND l.schedule = $2 AND l.original = $3`,
		string(o.Service), string(o.Schedule), string(o.Original))
}

// Log is one log as it is now; false when there is none, or it was taken back. By,
// Role and Day are of whoever entered it, and Role and By are "" when that is kept
// no longer.
func (s *Store) Log(ctx context.Context, id string) (sessionlog.Log, bool, error) {
	return first(s.logs(reader{ctx, s}, `l.id = $1`, id))
}

// LastLog is the newest log of a schedule that ran, of a session before a moment.
func (s *Store) LastLog(ctx context.Context, schedule directory.ID, before time.Time) (sessionlog.Log, bool, error) {
	return first(s.logs(reader{ctx, s},
		`l.n = (SELECT n FROM session_log WHERE schedule = $1 AND began < $2 AND held = 'ran' ORDER BY began DESC, n DESC LIMIT 1)`,
		string(schedule), before.UnixMilli()))
}

// LogHistory is every version of a log that is kept, the newest first, also of one
// that was taken back: its newest says so. By, Role and Day are of whoever wrote
// each version.
func (s *Store) LogHistory(ctx context.Context, id string) ([]sessionlog.Log, error) {
	ask := reader{ctx, s}
	out, err := s.logs(ask, `l.id = $1`, id)
	if err != nil {
		return nil, err
	}
	if len(out) > 0 {
		if out[0], err = s.newest(ask, out[0]); err != nil {
			return nil, err
		}
	}
	older, err := each(ask, s.scanVersion, `SELECT log, version, coalesce(person, ''), sealed FROM log_history WHERE log = $1 ORDER BY version DESC`, id)
	if err != nil {
		return nil, fmt.Errorf("reading what a log was: %w", err)
	}
	return append(out, older...), nil
}

// newest is a log with who wrote it as it is now, and when.
func (s *Store) newest(q asking, l sessionlog.Log) (sessionlog.Log, error) {
	found, err := each(q, func(rows *sql.Rows) (v sessionlog.Log, err error) {
		return v, rows.Scan(&v.Day, &v.By, &v.Role)
	}, `SELECT l.changed, coalesce(a.person, ''), coalesce(a.role, '') FROM session_log l
		LEFT JOIN log_author a ON a.log = l.id AND a.version = l.version WHERE l.id = $1`, l.ID)
	if err != nil {
		return l, fmt.Errorf("looking who wrote a log: %w", err)
	}
	for _, v := range found {
		l.Day, l.By, l.Role = v.Day, v.By, v.Role
	}
	return l, nil
}

func (s *Store) scanVersion(rows *sql.Rows) (l sessionlog.Log, err error) {
	var by string
	var sealed []byte
	if err := rows.Scan(&l.ID, &l.Version, &by, &sealed); err != nil {
		return l, err
	}
	plain, err := s.keys.Open(forHistory, sealed, versionRow(l))
	if err != nil {
		return l, err
	}
	if err := json.Unmarshal(plain, &l); err != nil {
		return l, err
	}
	l.Session = l.Session.In(london)
	if l.By = by; by == "" {
		l.Role = ""
	}
	return l, nil
}

// logs are those of which a condition is true, the earliest session first, and of one
// session the first log first.
func (s *Store) logs(q asking, only string, args ...any) ([]sessionlog.Log, error) {
	out, err := each(q, s.scanLog, `SELECT l.id, l.version, l.service, l.schedule, l.original, l.grp, l.began, l.phone, l.held,
		l.visits_min, l.visits_max, l.first_min, l.first_max, l.answered_min, l.answered_max, l.missed_min, l.missed_max,
		l.languages, l.needs, l.pointed, l.second, l.entered, l.paper, l.sealed, coalesce(a.person, ''), coalesce(a.role, '')
		FROM session_log l LEFT JOIN log_author a ON a.log = l.id AND a.version = 1
		WHERE `+only+` ORDER BY l.began, l.schedule, l.second <> '', l.n`, args...)
	if err != nil {
		return nil, fmt.Errorf("looking for logs: %w", err)
	}
	return out, nil
}

func (s *Store) scanLog(rows *sql.Rows) (l sessionlog.Log, err error) {
	var began int64
	var bands [4]struct{ min, max sql.NullInt64 }
	var languages, needs, pointed, by, role string
	var sealed []byte
	into := []any{
		&l.ID, &l.Version, &l.Occurrence.Service, &l.Occurrence.Schedule, &l.Occurrence.Original, &l.Group, &began, &l.Phone, &l.Held,
	}
	for i := range bands {
		into = append(into, &bands[i].min, &bands[i].max)
	}
	into = append(into, &languages, &needs, &pointed, &l.Second, &l.Day, &l.Paper, &sealed, &by, &role)
	if err := rows.Scan(into...); err != nil {
		return l, err
	}
	l.Session = time.UnixMilli(began).In(london)
	for i, b := range []*sessionlog.Band{&l.Visits, &l.FirstTimes, &l.Answered, &l.Missed} {
		*b = sessionlog.Band{Min: int(bands[i].min.Int64), Max: int(bands[i].max.Int64), Known: bands[i].min.Valid}
	}
	l.Languages, l.Needs, l.Pointed = fromWords[directory.Spoken](languages), fromWords[directory.Need](needs), fromWords[directory.ID](pointed)
	l.By, l.Role = by, people.Role(role)
	if len(sealed) > 0 {
		remark, err := s.keys.Open(forLog, sealed, versionRow(l))
		if err != nil {
			return l, err
		}
		l.Remark = string(remark)
	}
	return l, nil
}

// words are ids as one column holds them.
func words[T ~string](ids []T) string {
	out := make([]string, len(ids))
	for i, id := range ids {
		out[i] = string(id)
	}
	return strings.Join(out, " ")
}

func fromWords[T ~string](column string) []T {
	var out []T
	for w := range strings.FieldsSeq(column) {
		out = append(out, T(w))
	}
	return out
}

// first is the first of what was found; false when nothing was.
func first[T any](found []T, err error) (v T, ok bool, _ error) {
	if err != nil || len(found) == 0 {
		return v, false, err
	}
	return found[0], true, nil
}
