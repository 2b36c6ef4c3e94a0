package store

import (
	"database/sql"
	"encoding/json"
	"fmt"
	"slices"

	"signpost/bot/people"
	"signpost/bot/sessionlog"
	"signpost/directory"
)

// loggers are the roles that enter a log of their group, in the order in which they
// are taken for it.
var loggers = []people.Role{people.FirstAider, people.GroupAdmin}

// as is the role in which whoever acts does something in a group: the one they say
// when they wear it, else the first that they do. "" when it is none of these.
func (a *actor) as(said people.Role, group string, roles ...people.Role) people.Role {
	if group == "" {
		return "" // Person.May would ask no group then
	}
	for _, r := range append([]people.Role{said}, roles...) {
		if slices.Contains(roles, r) && a.who.May([]people.Role{r}, group) {
			return r
		}
	}
	return ""
}

// saveLog keeps a new log, or corrects one.
func (a *actor) saveLog(l sessionlog.Log) error {
	l = l.Plain()
	if !l.Fits() || !l.Complete() || l.Group == "" || !l.Occurrence.Original.Valid() || l.Session.After(a.now) {
		return ErrStale
	}
	var err error
	if l.Version > 0 {
		err = a.correctLog(l)
	} else {
		err = a.enterLog(l)
	}
	if err != nil {
		return err
	}
	return a.dropDraft(l.Occurrence)
}

// enterLog keeps a log of a session, the only one unless it says why there are two.
func (a *actor) enterLog(l sessionlog.Log) error {
	today, admin := directory.DateOf(a.now), a.as("", l.Group, people.GroupAdmin) != ""
	role := a.as(l.Role, l.Group, loggers...)
	if role == "" || l.ID == "" || l.Paper && !admin || !sessionlog.Takes(directory.DateOf(l.Session), today, admin) {
		return ErrStale
	}
	others, err := a.othersOf(l)
	if err != nil {
		return err
	}
	if others == 0 {
		l.Second = "" // the first was taken back meanwhile
	} else if l.Second == "" {
		return ErrStale
	}
	l.Version, l.Day = 1, today
	n, err := a.tx.count(`INSERT INTO session_log (id, version, service, schedule, original, grp, began, day, month, phone, held,
		visits_min, visits_max, first_min, first_max, answered_min, answered_max, missed_min, missed_max,
		languages, needs, pointed, second, entered, changed, paper, sealed)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27)
		ON CONFLICT (id) DO NOTHING`, slices.Concat([]any{
		l.ID, l.Version, string(l.Occurrence.Service), string(l.Occurrence.Schedule), string(l.Occurrence.Original), l.Group,
		l.Session.UnixMilli(), string(directory.DateOf(l.Session)), month(l.Session), l.Phone,
	}, noted(l), []any{string(today), string(today), l.Paper, a.sealRemark(l)})...)
	if err != nil {
		return fmt.Errorf("keeping a log: %w", err)
	}
	if n == 0 {
		return ErrStale
	}
	return a.wrote(l, role)
}

// othersOf is how many other logs there are of the same session.
func (a *actor) othersOf(l sessionlog.Log) (n int, err error) {
	err = a.tx.row(`SELECT count(*) FROM session_log WHERE service = $1 AND schedule = $2 AND original = $3 AND id <> $4`,
		string(l.Occurrence.Service), string(l.Occurrence.Schedule), string(l.Occurrence.Original), l.ID).Scan(&n)
	if err != nil {
		return 0, fmt.Errorf("looking for logs of a session: %w", err)
	}
	return n, nil
}

// noted are the columns that a correction may change, in their order.
func noted(l sessionlog.Log) []any {
	out := []any{string(l.Held)}
	for _, b := range []sessionlog.Band{l.Visits, l.FirstTimes, l.Answered, l.Missed} {
		out = append(out, sql.NullInt64{Int64: int64(b.Min), Valid: b.Known}, sql.NullInt64{Int64: int64(b.Max), Valid: b.Known})
	}
	return append(out, words(l.Languages), words(l.Needs), words(l.Pointed), string(l.Second))
}

// correctLog puts a log in place of the one it corrects, by somebody who may.
func (a *actor) correctLog(l sessionlog.Log) error {
	old, role, err := a.changeable(l.ID, l.Version, l.Role)
	if err != nil {
		return err
	}
	if old.Occurrence != l.Occurrence || old.Group != l.Group {
		return ErrStale
	}
	if old.Second != "" && l.Second == "" {
		others, err := a.othersOf(l)
		if err != nil {
			return err
		}
		if others > 0 {
			return ErrStale
		}
	}
	if err := a.intoHistory(old); err != nil {
		return err
	}
	l.Version, l.Day = old.Version+1, directory.DateOf(a.now)
	_, err = a.tx.exec(`UPDATE session_log SET version = $1, held = $2,
		visits_min = $3, visits_max = $4, first_min = $5, first_max = $6, answered_min = $7, answered_max = $8, missed_min = $9, missed_max = $10,
		languages = $11, needs = $12, pointed = $13, second = $14, changed = $15, sealed = $16 WHERE id = $17`,
		slices.Concat([]any{l.Version}, noted(l), []any{string(l.Day), a.sealRemark(l), l.ID})...)
	if err != nil {
		return fmt.Errorf("correcting a log: %w", err)
	}
	return a.wrote(l, role)
}

// undoLog takes a log back. That it was is a version of its own in the history.
func (a *actor) undoLog(e sessionlog.Undo) error {
	old, role, err := a.changeable(e.Log, e.Version, "")
	if err != nil {
		return err
	}
	if err := a.intoHistory(old); err != nil {
		return err
	}
	old.Version, old.Undone, old.By, old.Role, old.Day = old.Version+1, true, a.who.ID, role, directory.DateOf(a.now)
	if err := a.intoHistory(old); err != nil {
		return err
	}
	if _, err := a.tx.exec(`DELETE FROM session_log WHERE id = $1`, e.Log); err != nil {
		return fmt.Errorf("taking a log back: %w", err)
	}
	return nil
}

// changeable is the version of a log that whoever acts wants to change, as it was
// written, and the role in which they may: who entered it, an admin of its group, a
// coordinator.
func (a *actor) changeable(id string, version int, said people.Role) (sessionlog.Log, people.Role, error) {
	found, err := a.s.logs(a.tx, `l.id = $1 AND l.version = $2`, id, version)
	if err != nil {
		return sessionlog.Log{}, "", err
	}
	if len(found) == 0 {
		return sessionlog.Log{}, "", ErrStale
	}
	l := found[0]
	roles := []people.Role{people.GroupAdmin, people.Coordinator}
	if l.By != "" && l.By == a.who.ID {
		roles = slices.Concat(loggers, roles[1:])
	}
	role := a.as(said, l.Group, roles...)
	if role == "" || !l.Correctable(directory.DateOf(a.now)) {
		return sessionlog.Log{}, "", ErrStale
	}
	l, err = a.s.newest(a.tx, l)
	return l, role, err
}

// intoHistory keeps a version that no longer counts. Who wrote it is beside what is
// sealed, so that it goes with them.
func (a *actor) intoHistory(l sessionlog.Log) error {
	by := l.By
	l.By = ""
	b, err := json.Marshal(l)
	if err != nil {
		return fmt.Errorf("writing down a log: %w", err)
	}
	_, err = a.tx.exec(`INSERT INTO log_history (log, version, person, day, sealed) VALUES ($1, $2, $3, $4, $5)`,
		l.ID, l.Version, sql.NullString{String: by, Valid: by != ""}, day(a.now), a.s.keys.Seal(forHistory, b, versionRow(l)))
	if err != nil {
		return fmt.Errorf("keeping what a log was: %w", err)
	}
	return nil
}

// wrote notes who wrote the newest version of a log, beside who entered it.
func (a *actor) wrote(l sessionlog.Log, role people.Role) error {
	if _, err := a.tx.exec(`DELETE FROM log_author WHERE log = $1 AND version > 1`, l.ID); err != nil {
		return fmt.Errorf("noting who wrote a log: %w", err)
	}
	_, err := a.tx.exec(`INSERT INTO log_author (log, version, person, role, day) VALUES ($1, $2, $3, $4, $5)`,
		l.ID, l.Version, a.who.ID, string(role), fromDate(l.Day))
	if err != nil {
		return fmt.Errorf("noting who wrote a log: %w", err)
	}
	return nil
}

func (a *actor) sealRemark(l sessionlog.Log) []byte {
	if l.Remark == "" {
		return []byte{}
	}
	return a.s.keys.Seal(forLog, []byte(l.Remark), versionRow(l))
}

// versionRow ties what is sealed to the version of a log.
func versionRow(l sessionlog.Log) []byte { return fmt.Appendf(nil, "%s %d", l.ID, l.Version) }
