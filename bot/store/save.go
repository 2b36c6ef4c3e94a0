package store

import (
	"fmt"
	"time"
)

// save writes the turn. It may be called once.
func (p *plan) save(tx *tx) error {
	if err := p.admit(tx); err != nil {
		return err
	}
	if p.hide {
		if err := p.collect(tx); err != nil {
			return err
		}
	}
	if p.forget {
		if err := p.s.erase(tx, p.from, p.forgotten, p.at); err != nil {
			return err
		}
	} else if err := p.carryOut(tx); err != nil {
		return err
	} else if err := p.keep(tx); err != nil {
		return err
	}
	if err := tally(tx, p.month, p.entries); err != nil {
		return err
	}
	if err := p.post(tx); err != nil {
		return err
	}
	for _, j := range p.jobs {
		if err := insertJob(tx, j); err != nil {
			return err
		}
	}
	return nil
}

// carryOut looks whether the person wears the hat that the turn rests on, and
// does for them what the turn does. Most turns are a member's and ask nothing.
func (p *plan) carryOut(tx *tx) error {
	if p.guard == nil && len(p.acts) == 0 && p.change == nil {
		return nil
	}
	a := &actor{s: p.s, tx: tx, now: p.now, from: p.from, language: p.language}
	if err := a.recognise(); err != nil {
		return err
	}
	if g := p.guard; g != nil && !a.who.May(g.Roles, g.Group) {
		return ErrMayNot
	}
	for _, do := range p.acts {
		if err := do(a); err != nil {
			return err
		}
	}
	if err := a.follow(); err != nil {
		return err
	}
	if p.change == nil {
		return nil
	}
	return p.change.insert(a)
}

// admit notes the update, unless it was noted before or is older than the
// chat's /forget. One statement asks both, as every turn comes this way. Times
// are compared by the second, because doors tell no more.
func (p *plan) admit(tx *tx) error {
	if p.update == nil {
		return p.notForgotten(tx)
	}
	res, err := tx.exec(`INSERT INTO seen_update (update_id, at)
		SELECT $1, $2 WHERE NOT EXISTS (SELECT 1 FROM forgotten WHERE chat = $3 AND at > $4)
		ON CONFLICT (update_id) DO NOTHING`,
		p.update[:], coarse(p.now), p.forgotten[:], second(p.at))
	if err != nil {
		return fmt.Errorf("noting the update: %w", err)
	}
	n, err := res.RowsAffected()
	if err != nil {
		return fmt.Errorf("noting the update: %w", err)
	}
	if n == 1 {
		return nil
	}
	if err := p.notForgotten(tx); err != nil {
		return err
	}
	return ErrSeen
}

func (p *plan) notForgotten(tx *tx) error {
	var n int
	err := tx.row(`SELECT count(*) FROM forgotten WHERE chat = $1 AND at > $2`, p.forgotten[:], second(p.at)).Scan(&n)
	if err != nil {
		return fmt.Errorf("looking whether the chat was forgotten: %w", err)
	}
	if n > 0 {
		return ErrForgotten
	}
	return nil
}

// second is a moment as the table forgotten has it.
func second(t time.Time) int64 { return t.Truncate(time.Second).UnixMilli() }

// keep writes what stays of a turn that is not a /forget.
func (p *plan) keep(tx *tx) error {
	if c := p.conversation; c != nil {
		_, err := tx.exec(`INSERT INTO conversation (chat, updated_at, sealed) VALUES ($1, $2, $3)
			ON CONFLICT (chat) DO UPDATE SET updated_at = excluded.updated_at, sealed = excluded.sealed`,
			c.chat[:], coarse(p.now), c.sealed)
		if err != nil {
			return fmt.Errorf("keeping the conversation: %w", err)
		}
	}
	if l := p.preference; l != nil {
		if err := p.prefer(tx, l); err != nil {
			return err
		}
	}
	if p.hide {
		return nil
	}
	for _, m := range p.messages {
		if err := m.insert(tx, p.now); err != nil {
			return err
		}
	}
	return nil
}

func (p *plan) prefer(tx *tx, l *box) error {
	var err error
	if l.sealed == nil {
		_, err = tx.exec(`DELETE FROM preference WHERE chat = $1`, l.chat[:])
	} else {
		_, err = tx.exec(`INSERT INTO preference (chat, used_at, sealed) VALUES ($1, $2, $3)
			ON CONFLICT (chat) DO UPDATE SET used_at = excluded.used_at, sealed = excluded.sealed`,
			l.chat[:], day(p.now), l.sealed)
	}
	if err != nil {
		return fmt.Errorf("keeping the language: %w", err)
	}
	return nil
}

// post puts the letters into the outbox, the removing one first.
func (p *plan) post(tx *tx) error {
	letters := p.letters
	if p.hide && p.remove != nil && len(p.hidden) > 0 {
		letters = append([]letter{p.s.sealLetter(p.from.door, p.from.chat, p.remove(p.hidden))}, letters...)
	}
	for _, l := range letters {
		if err := p.s.insertLetter(tx, l, p.now, p.forget); err != nil {
			return err
		}
	}
	for _, l := range p.notices {
		if err := p.s.insertLetter(tx, l, p.now, false); err != nil {
			return err
		}
	}
	return nil
}
