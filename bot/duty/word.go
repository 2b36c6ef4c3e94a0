package duty

import (
	"context"
	"errors"
	"fmt"
	"time"

	"signpost/bot/card"
	"signpost/bot/people"
	"signpost/bot/runner"
	"signpost/bot/sessionlog"
	"signpost/bot/talk"
	"signpost/directory"
	"signpost/locales"
)

// Words is what is read of the words that somebody is worried.
type Words interface {
	Word(ctx context.Context, id string) (sessionlog.Word, bool, error)
	Wearers(ctx context.Context, group string) ([]people.Wearer, error)
}

// FrontDoors is what is read of the directory for them.
type FrontDoors interface {
	OfKind(ctx context.Context, kind string) ([]*directory.Service, error)
	Organisation(ctx context.Context, id directory.ID) (directory.Organisation, error)
}

// Word looks, when its time is up, whether a word was seen. If not, its sender is
// told, with whom to ring, and so is the office: once, and never again.
func Word(desk Words, dir FrontDoors) runner.Duty {
	return func(ctx context.Context, _ time.Time, j runner.Job) (runner.Outcome, error) {
		w, ok, err := desk.Word(ctx, string(j.Body))
		if err != nil {
			return runner.Outcome{}, fmt.Errorf("looking whether a word was seen: %w", err)
		}
		if !ok || w.Seen || w.Late {
			return runner.Outcome{}, nil
		}
		doors, err := dir.OfKind(ctx, directory.KindSafeguarding)
		if err != nil {
			return runner.Outcome{}, fmt.Errorf("looking whom to ring: %w", err)
		}
		office, err := officeIsTold(ctx, desk, w.Sender)
		if err != nil {
			return runner.Outcome{}, err
		}
		again, err := wordAgain(ctx, dir, w)
		if err != nil {
			return runner.Outcome{}, err
		}
		return runner.Outcome{
			Do: []talk.Effect{sessionlog.LateWord{Word: w.ID}},
			Tell: []talk.Tell{
				{
					One: w.Sender, Body: locales.Paragraphs(lateTo(w, office), card.RingNow(doors)),
					Rows: talk.Column(talk.Standing("worried", "", locales.WorriedButtonSteps())),
				},
				{
					To: people.Hat{Role: people.Coordinator}, But: w.Sender, Body: again,
					Rows: talk.Column(talk.Standing("word", w.ID, locales.WorriedButtonSeen())),
				},
			},
		}, nil
	}
}

// officeIsTold reports whether anybody of the office, but for one person, can be
// written to.
func officeIsTold(ctx context.Context, desk Words, but string) (bool, error) {
	all, err := desk.Wearers(ctx, "")
	if err != nil {
		return false, fmt.Errorf("looking who is in the office: %w", err)
	}
	for _, w := range all {
		if w.Hat.Role == people.Coordinator && w.Told && w.Person != but {
			return true, nil
		}
	}
	return false, nil
}

// lateTo is what the sender is told: nothing that is not so.
func lateTo(w sessionlog.Word, office bool) locales.Text {
	switch {
	case !office:
		return locales.WorriedLateNobody()
	case w.To == sessionlog.ToOutside:
		return locales.WorriedLateOffice()
	}
	return locales.WorriedLateLead()
}

// wordAgain is what the office is told. It names the group of a word that its lead
// has not seen, since somebody must look why, and never who sent it.
func wordAgain(ctx context.Context, dir FrontDoors, w sessionlog.Word) (locales.Text, error) {
	if w.To == sessionlog.ToOutside {
		return locales.WorriedLateAgain(), nil
	}
	o, err := dir.Organisation(ctx, directory.ID(w.Group))
	if errors.Is(err, directory.ErrNotFound) {
		return locales.WorriedLateToOffice(directory.ID(w.Group).Short()), nil
	}
	if err != nil {
		return locales.Text{}, fmt.Errorf("reading the name of a group: %w", err)
	}
	return locales.WorriedLateToOffice(o.Name), nil
}
