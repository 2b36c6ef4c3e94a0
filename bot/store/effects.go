package store

import (
	"errors"
	"fmt"
	"time"

	"signpost/bot/people"
	"signpost/bot/sessionlog"
	"signpost/bot/talk"
	"signpost/bot/upkeep"
)

// actor carries out effects inside a transaction, for somebody: the person of a
// turn, or of a change that was made. The program itself is nobody: it wears no
// hat.
type actor struct {
	s        *Store
	tx       *tx
	now      time.Time
	from     whence
	who      people.Person
	language string // in which they talk to us; "" when not known
}

// act is an effect made ready. ErrStale means that it does not fit.
type act func(*actor) error

// act makes an effect ready. The set is closed: a new kind needs a case here and
// in the test over all kinds. What concerns the chat of a turn alone is in
// plan.effect.
func (s *Store) act(e talk.Effect) act {
	switch e := e.(type) {
	case people.Invite:
		return func(a *actor) error { return a.invite(e) }
	case people.Bind:
		return func(a *actor) error { return a.bind(e) }
	case people.Confirm:
		return func(a *actor) error { return a.confirm(e) }
	case people.Revoke:
		return func(a *actor) error { return a.revoke(e) }
	case people.TakeOff:
		return func(a *actor) error { return a.takeOff(e) }
	case people.OpenDoor:
		return func(a *actor) error { return a.openDoor(e) }
	case people.JoinDoor:
		return func(a *actor) error { return a.joinDoor(e) }
	case people.SpeakLanguage:
		return func(a *actor) error { a.language = e.Language; return nil } // see follow
	case people.LeaveDoor:
		return func(a *actor) error { return a.leaveDoor() }
	case upkeep.Propose:
		return func(a *actor) error { return a.propose(e.Proposal) }
	case upkeep.Decide:
		return func(a *actor) error { return a.decide(e) }
	case upkeep.Reported:
		return func(a *actor) error { return a.report(e.Report) }
	case upkeep.WaitFor:
		return func(a *actor) error { return a.waitFor(e.Report) }
	case upkeep.Stands:
		return func(a *actor) error { return a.stands(e) }
	case upkeep.Settle:
		return func(a *actor) error { return a.settle(e) }
	case upkeep.Record:
		return func(a *actor) error { return a.record(e.Entry) }
	case upkeep.Silence:
		return func(a *actor) error { return a.silence(e) }
	case upkeep.StillRight:
		return func(a *actor) error { return a.stillRight(e) }
	case upkeep.AwayUntil:
		return func(a *actor) error { return a.awayUntil(e) }
	case upkeep.Moved:
		return func(a *actor) error { return a.moved(e.Question) }
	case upkeep.TimeHeld:
		return func(a *actor) error { return a.timeHeld(e) }
	case people.Certify:
		return func(a *actor) error { return a.certify(e.Certificate) }
	case talk.Due:
		return func(a *actor) error { return a.due(e) }
	}
	return s.actLogged(e)
}

// actLogged makes an effect around sessions ready.
func (s *Store) actLogged(e talk.Effect) act {
	switch e := e.(type) {
	case sessionlog.KeepDraft:
		return func(a *actor) error { return a.keepDraft(e.Log) }
	case sessionlog.DropDraft:
		return func(a *actor) error { return a.dropDraft(e.Occurrence) }
	case sessionlog.Save:
		return func(a *actor) error { return a.saveLog(e.Log) }
	case sessionlog.Undo:
		return func(a *actor) error { return a.undoLog(e) }
	case sessionlog.County:
		return func(a *actor) error { return a.county(e) }
	case sessionlog.Reminded:
		return func(a *actor) error { return a.reminded(e) }
	case sessionlog.Worry:
		return func(a *actor) error { return a.worry(e.Word) }
	case sessionlog.SeeWord:
		return func(a *actor) error { return a.seeWord(e) }
	case sessionlog.LateWord:
		return func(a *actor) error { return a.lateWord(e.Word) }
	case sessionlog.Enquired:
		return func(a *actor) error { return a.enquired(e.Check) }
	case sessionlog.Unenquired:
		return func(a *actor) error { return a.unenquired(e.Check) }
	case sessionlog.Replied:
		return func(a *actor) error { return a.replied(e) }
	}
	panic(fmt.Sprintf("store: an effect of an unknown kind: %T", e))
}

// doFitting carries out effects, and leaves out those that do not fit: what they
// belong to has happened, and the others must not be lost with them.
func (a *actor) doFitting(acts []act) error {
	for _, do := range acts {
		err := a.tx.try(func() error { return do(a) })
		if err != nil && !errors.Is(err, ErrStale) {
			return err
		}
	}
	return nil
}
