package store

import (
	"context"
	"database/sql"
	"fmt"
	"slices"

	"signpost/bot/people"
	"signpost/bot/upkeep"
	"signpost/directory"
)

// report keeps a report. Of whoever made it nothing is kept, but for the chat of
// somebody who waits for the outcome and can be written to.
func (a *actor) report(r upkeep.Report) error {
	day := a.dayOr(r.Day)
	if !r.Wrong.Factual() {
		day = ""
	}
	_, err := a.tx.exec(`INSERT INTO report (id, service, grp, wrong, day, month) VALUES ($1, $2, $3, $4, $5, $6)`,
		r.ID, string(r.Service), r.Group, string(r.Wrong), string(day), month(a.now))
	if err != nil {
		return fmt.Errorf("keeping a report: %w", err)
	}
	if !r.Waits {
		return nil
	}
	return a.waitFor(r.ID)
}

// waitFor keeps the chat of the turn until a report of a fault is settled. It does
// nothing for a door by which nobody is written to, nor when the report is settled
// already, nor for somebody who was not welcome: nothing may lead to them.
func (a *actor) waitFor(report string) error {
	if a.from.chat == "" || !unasked(a.from.door) {
		return nil
	}
	h := a.s.chat(forReporter, a.from.door, a.from.chat)
	_, err := a.tx.exec(`INSERT INTO report_waiting (report, chat, month, sealed)
		SELECT id, $1, $2, $3 FROM report WHERE id = $4 AND wrong <> $5 ON CONFLICT (report) DO NOTHING`,
		h[:], month(a.now), a.s.keys.Seal(forReporter, pack(a.from.door, a.from.chat, []byte(a.language)), []byte(report)), report, string(upkeep.Unwelcome))
	if err != nil {
		return fmt.Errorf("keeping who waits for an outcome: %w", err)
	}
	return nil
}

// settle ends reports, and with them what is known of who waits. That somebody
// was not welcome is ended by a coordinator alone, whatever a group settles.
func (a *actor) settle(e upkeep.Settle) error {
	open, err := a.s.reports(a.tx, `r.service = $1`, string(e.Service))
	if err != nil {
		return err
	}
	office := a.who.May([]people.Role{people.Coordinator}, "")
	for _, r := range open {
		if len(e.Wrongs) > 0 && !slices.Contains(e.Wrongs, r.Wrong) || !r.Wrong.Factual() && !office {
			continue
		}
		if _, err := a.tx.exec(`DELETE FROM report WHERE id = $1`, r.ID); err != nil {
			return fmt.Errorf("settling a report: %w", err)
		}
		a.tx.wipe = a.tx.wipe || r.Waits
	}
	return nil
}

// Reports are those of a group that are open, the oldest first. With "" they are
// those of all groups, and only then those of people who were not welcome.
func (s *Store) Reports(ctx context.Context, group string) ([]upkeep.Report, error) {
	if group == "" {
		return s.reports(reader{ctx, s}, `true`)
	}
	return s.reports(reader{ctx, s}, `r.grp = $1 AND r.wrong <> $2`, group, string(upkeep.Unwelcome))
}

// reports orders those without a day by nothing that would tell it.
func (s *Store) reports(q asking, only string, args ...any) ([]upkeep.Report, error) {
	out, err := each(q, func(rows *sql.Rows) (upkeep.Report, error) {
		r := upkeep.Report{Open: true}
		return r, rows.Scan(&r.ID, &r.Service, &r.Group, &r.Wrong, &r.Day, &r.Waits)
	}, `SELECT r.id, r.service, r.grp, r.wrong, r.day, w.report IS NOT NULL FROM report r
		LEFT JOIN report_waiting w ON w.report = r.id WHERE `+only+` ORDER BY r.month, r.day, r.id`, args...)
	if err != nil {
		return nil, fmt.Errorf("looking for reports: %w", err)
	}
	return out, nil
}

// waiting are the chats that wait for the outcome of open reports of a service.
func (s *Store) waiting(q asking, service directory.ID, wrongs []upkeep.Wrong) ([]Address, error) {
	out, err := each(q, func(rows *sql.Rows) (found struct {
		Address
		wrong upkeep.Wrong
	}, err error,
	) {
		var report string
		var sealed []byte
		if err := rows.Scan(&report, &found.wrong, &sealed); err != nil {
			return found, err
		}
		plain, err := s.keys.Open(forReporter, sealed, []byte(report))
		if err != nil {
			return found, err
		}
		var language []byte
		found.Door, found.Chat, language, err = unpack(plain)
		found.Language = string(language)
		return found, err
	}, `SELECT r.id, r.wrong, w.sealed FROM report r JOIN report_waiting w ON w.report = r.id WHERE r.service = $1 ORDER BY r.id`, string(service))
	if err != nil {
		return nil, fmt.Errorf("looking who waits for an outcome: %w", err)
	}
	var chats []Address
	for _, f := range out {
		if slices.Contains(wrongs, f.wrong) || len(wrongs) == 0 && f.wrong.Factual() {
			chats = append(chats, f.Address)
		}
	}
	return chats, nil
}
