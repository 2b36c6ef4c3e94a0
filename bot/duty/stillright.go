// Package duty is what the bot does unasked, when its time has come: it asks the
// groups whether their listings are still right, and what follows when nobody
// answers.
//
// A duty reads what is so now, decides, and leaves the carrying out to the runner.
package duty

import (
	"context"
	"errors"
	"fmt"
	"time"

	"signpost/bot/people"
	"signpost/bot/runner"
	"signpost/bot/talk"
	"signpost/bot/upkeep"
	"signpost/directory"
	"signpost/locales"
)

// Desk is what the duties read of what the bot keeps.
type Desk interface {
	Questions(ctx context.Context, group string) ([]upkeep.Question, error)
	Wearers(ctx context.Context, group string) ([]people.Wearer, error)
}

// Listings is what they read of the directory.
type Listings interface {
	Service(ctx context.Context, id directory.ID) (*directory.Service, error)
}

// KindStillRight is the kind of the daily job that asks after listings.
const KindStillRight = "still_right"

// askAt is the hour of the day at which people are asked: after breakfast, and
// before a session begins.
const askAt = 10

// StillRightJob is the job of the first day that is due at or after now.
func StillRightJob(now time.Time) runner.Job {
	due := hourOf(now, 0)
	if due.Before(now) {
		due = hourOf(now, 1)
	}
	return runner.Job{Key: KindStillRight + "." + due.Format(time.DateOnly), Kind: KindStillRight, Due: due}
}

func hourOf(now time.Time, days int) time.Time {
	t := now.In(directory.London)
	return time.Date(t.Year(), t.Month(), t.Day()+days, askAt, 0, 0, 0, directory.London)
}

// StillRight asks once a day after each listing that is due, by the ladder, and
// makes the job of the next day.
func StillRight(desk Desk, dir Listings, ladder upkeep.Ladder) runner.Duty {
	return func(ctx context.Context, now time.Time, j runner.Job) (runner.Outcome, error) {
		out := runner.Outcome{Jobs: []runner.Job{StillRightJob(now.Add(time.Second))}}
		questions, err := desk.Questions(ctx, "")
		if err != nil {
			return out, fmt.Errorf("reading the questions: %w", err)
		}
		for _, q := range questions {
			next, moved := ladder.Next(q, now)
			if !moved {
				continue
			}
			if err := follow(ctx, desk, dir, next, now, &out); err != nil {
				return out, err
			}
		}
		return out, nil
	}
}

// follow adds what follows from a question that has moved.
func follow(ctx context.Context, desk Desk, dir Listings, q upkeep.Question, now time.Time, out *runner.Outcome) error {
	if q.Service == upkeep.CrisisNumbers {
		out.Do = append(out.Do, upkeep.Moved{Question: q})
		out.Tell = append(out.Tell, numbersDue())
		return nil
	}
	s, err := dir.Service(ctx, q.Service)
	if errors.Is(err, directory.ErrNotFound) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("reading a listing that is asked after: %w", err)
	}
	if s.Status != directory.Active {
		return nil // paused or ended: there is nothing to ask
	}
	out.Do = append(out.Do, upkeep.Moved{Question: q})
	first, err := firstAdmin(ctx, desk, q.Group)
	if err != nil {
		return err
	}
	out.Tell = append(out.Tell, tell(q, s, first)...)
	var doubt directory.Doubt
	switch q.Stage {
	case upkeep.RingFirst:
		doubt = directory.Unanswered
	case upkeep.NotShown:
		doubt = directory.Hidden
	default:
		return nil
	}
	today := directory.DateOf(now)
	out.Changes = append(out.Changes, directory.Change{Service: q.Service, Cast: []directory.Doubt{doubt}, Today: today})
	out.Do = append(out.Do, upkeep.Record{Entry: upkeep.Entry{Day: today, Group: q.Group, What: string(doubt), Service: q.Service}})
	if doubt == directory.Hidden { // whatever somebody said was wrong with it, nobody is sent there now
		out.Do = append(out.Do, upkeep.Settle{Service: q.Service})
		out.Tell = append(out.Tell, talk.Tell{Reporters: string(q.Service), Body: locales.WrongOutcomeHidden(ownName(s))})
	}
	return nil
}

// firstAdmin is the admin who is asked first: the one who has the hat longest; ""
// when the group has none.
func firstAdmin(ctx context.Context, desk Desk, group string) (string, error) {
	wearers, err := desk.Wearers(ctx, group)
	if err != nil {
		return "", fmt.Errorf("reading who looks after a listing: %w", err)
	}
	var first people.Wearer
	for _, w := range wearers {
		if w.Hat.Role == people.GroupAdmin && (first.Person == "" || w.Since.Before(first.Since)) {
			first = w
		}
	}
	return first.Person, nil
}

// tell says to whom a stage is told. Each stage is visible to the group.
func tell(q upkeep.Question, s *directory.Service, first string) []talk.Tell {
	admins := people.Hat{Role: people.GroupAdmin, Group: q.Group}
	office := people.Hat{Role: people.Coordinator}
	about := "question." + string(q.Service)
	name := ownName(s)
	ask := talk.Tell{To: admins, Body: locales.UpkeepAsk(name), Rows: answers(s.ID), About: about}
	switch q.Stage {
	case upkeep.AskedFirst:
		if first != "" {
			ask.To, ask.One = people.Hat{}, first
		}
		return []talk.Tell{ask}
	case upkeep.AskedSecond:
		return []talk.Tell{ask}
	case upkeep.ToldOffice:
		ask.To, ask.Body = office, locales.UpkeepAskOffice(name)
		return []talk.Tell{ask}
	case upkeep.RingFirst:
		return both(admins, office, locales.UpkeepRingFirst(name), s.ID)
	case upkeep.NotShown:
		return both(admins, office, locales.UpkeepHidden(name), s.ID)
	}
	return nil
}

func both(admins, office people.Hat, body locales.Text, id directory.ID) []talk.Tell {
	return []talk.Tell{{To: admins, Body: body, Rows: answers(id)}, {To: office, Body: body, Rows: answers(id)}}
}

// answers are the buttons under the question. They work months later.
func answers(id directory.ID) [][]talk.Button {
	short := id.Short()
	return [][]talk.Button{
		talk.Row(talk.Standing("still", short+".yes", locales.UpkeepButtonRight())),
		talk.Row(talk.Standing("listing", short, locales.UpkeepButtonChange()), talk.Standing("still", short+".pause", locales.UpkeepButtonPause())),
		talk.Row(talk.Standing("still", short+".away", locales.UpkeepButtonAway())),
	}
}

// numbersDue asks the office to ring the numbers of the urgent card.
func numbersDue() talk.Tell {
	return talk.Tell{
		To: people.Hat{Role: people.Coordinator}, Body: locales.UpkeepNumbers(),
		Rows: talk.Column(talk.Standing("numbers", "", locales.UpkeepButtonNumbers())),
	}
}

// ownName is what a listing is called, in its languages.
func ownName(s *directory.Service) locales.Own {
	english, others := s.Translated("name")
	return locales.Own{English: english, Others: others}
}
