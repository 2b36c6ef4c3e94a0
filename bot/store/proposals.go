package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"time"

	"signpost/bot/people"
	"signpost/bot/upkeep"
	"signpost/directory"
)

// decidedLife is how long a proposal is there after it was decided: a group that
// was sent one back can look why.
const decidedLife = 30 * 24 * time.Hour

// proposed is what a proposal holds sealed: a new number may be somebody's own.
type proposed struct {
	Change directory.Change
	Name   string
}

func (a *actor) propose(p upkeep.Proposal) error {
	if a.who.ID != "" {
		p.By = a.who.ID
	}
	waiting, err := a.s.proposals(a.tx, `state = 'waiting' AND service = $1`, string(p.Change.Service))
	if err != nil {
		return err
	}
	for _, old := range waiting {
		if sameFields(&old.Change, &p.Change) {
			if err := a.end(old.ID, upkeep.Withdrawn, ""); err != nil {
				return err
			}
		}
	}
	b, err := json.Marshal(proposed{p.Change, p.Name})
	if err != nil {
		return fmt.Errorf("writing down a change: %w", err)
	}
	_, err = a.tx.exec(`INSERT INTO proposal (id, service, grp, made_by, role, day, state, reason, sealed) VALUES ($1, $2, $3, $4, $5, $6, $7, '', $8)`,
		p.ID, string(p.Change.Service), p.Group, p.By, string(p.Role), fromDate(a.dayOr(p.Day)), string(upkeep.Waiting), a.s.keys.Seal(forProposal, b, []byte(p.ID)))
	if err != nil {
		return fmt.Errorf("keeping a proposal: %w", err)
	}
	return nil
}

// sameFields reports changes that give the same thing a value: only the newer of
// the two can wait.
func sameFields(a, b *directory.Change) bool {
	if a.New != nil && b.New != nil {
		return true
	}
	if a.Organisation != nil && b.Organisation != nil && a.Organisation.ID == b.Organisation.ID {
		return true
	}
	return slices.ContainsFunc(a.Edits, func(e directory.Edit) bool {
		return slices.ContainsFunc(b.Edits, func(f directory.Edit) bool { return f.Field == e.Field })
	})
}

// decide ends a proposal. Nobody approves or sends back their own; only who made
// it, an admin of its group and the program withdraw it.
func (a *actor) decide(e upkeep.Decide) error {
	var by, group string
	err := a.tx.row(`SELECT made_by, grp FROM proposal WHERE id = $1 AND state = 'waiting'`, e.Proposal).Scan(&by, &group)
	if errors.Is(err, sql.ErrNoRows) {
		return ErrStale
	}
	if err != nil {
		return fmt.Errorf("looking for a proposal: %w", err)
	}
	own, program := by == a.who.ID, a.who.ID == ""
	switch e.State {
	case upkeep.Approved, upkeep.SentBack:
		if own || program {
			return ErrStale
		}
	case upkeep.Withdrawn:
		if !own && !program && !a.who.May([]people.Role{people.GroupAdmin}, group) {
			return ErrStale
		}
	default:
		return ErrStale
	}
	return a.end(e.Proposal, e.State, e.Reason)
}

func (a *actor) end(proposal string, state upkeep.ProposalState, reason string) error {
	_, err := a.tx.exec(`UPDATE proposal SET state = $1, reason = $2, decided_at = $3 WHERE id = $4`,
		string(state), reason, day(a.now), proposal)
	if err != nil {
		return fmt.Errorf("ending a proposal: %w", err)
	}
	return nil
}

// Proposals are those that wait, the oldest first.
func (s *Store) Proposals(ctx context.Context) ([]upkeep.Proposal, error) {
	return s.proposals(reader{ctx, s}, `state = 'waiting'`)
}

// ProposalsOf are those of a group that wait or were sent back in the last 30
// days, the newest first.
func (s *Store) ProposalsOf(ctx context.Context, group string) ([]upkeep.Proposal, error) {
	out, err := s.proposals(reader{ctx, s}, `grp = $1 AND (state = 'waiting' OR state = 'sent_back' AND decided_at > $2)`,
		group, s.now().Add(-decidedLife).UnixMilli())
	slices.Reverse(out)
	return out, err
}

// Proposal is one proposal, whatever its state; false when there is none.
func (s *Store) Proposal(ctx context.Context, id string) (upkeep.Proposal, bool, error) {
	found, err := s.proposals(reader{ctx, s}, `id = $1`, id)
	if err != nil || len(found) == 0 {
		return upkeep.Proposal{}, false, err
	}
	return found[0], true, nil
}

func (s *Store) proposals(q asking, only string, args ...any) ([]upkeep.Proposal, error) {
	out, err := each(q, s.scanProposal, `SELECT id, grp, made_by, role, day, state, reason, sealed FROM proposal WHERE `+only+` ORDER BY n`, args...)
	if err != nil {
		return nil, fmt.Errorf("looking for proposals: %w", err)
	}
	return out, nil
}

func (s *Store) scanProposal(rows *sql.Rows) (p upkeep.Proposal, err error) {
	var day int64
	var sealed []byte
	if err := rows.Scan(&p.ID, &p.Group, &p.By, &p.Role, &day, &p.State, &p.Reason, &sealed); err != nil {
		return p, err
	}
	p.Day = toDate(day)
	plain, err := s.keys.Open(forProposal, sealed, []byte(p.ID))
	if err != nil {
		return p, err
	}
	var in proposed
	err = json.Unmarshal(plain, &in)
	p.Change, p.Name = in.Change, in.Name
	return p, err
}
