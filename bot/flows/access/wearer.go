package access

import (
	"context"
	"strings"

	"signpost/bot/people"
	"signpost/bot/talk"
	"signpost/locales"
)

// wearer finds the one that was picked.
func (r *room) wearer(ctx context.Context, a talk.Answers) (w people.Wearer, all []people.Wearer, ok bool, err error) {
	all, _, err = r.teamOf(ctx, a)
	for _, w := range all {
		if wearerID(w) == picked.Of(a) {
			return w, all, true, err
		}
	}
	return people.Wearer{}, all, false, err
}

func (r *room) showWearer(ctx context.Context, sc talk.Scene, a talk.Answers) (talk.Screen, error) {
	w, _, ok, err := r.wearer(ctx, a)
	if err != nil {
		return talk.Screen{}, err
	}
	if !ok {
		return changed(a), nil
	}
	part, err := r.part(ctx, w.Hat)
	if err != nil {
		return talk.Screen{}, err
	}
	lines := []locales.Text{
		locales.PeopleAbout(nameOf(w.Label), part),
		locales.PeoplePartSince(since(w)),
		locales.PeoplePartDoors(doorNames(w.Doors)),
	}
	rows := talk.Column(talk.Option("take", locales.PeopleButtonTake()))
	if w.Hat.Role == people.FirstAider {
		certificates, err := r.certificates(ctx, w.Hat.Group)
		if err != nil {
			return talk.Screen{}, err
		}
		own := certificates[w.Person]
		lines = append(lines, certified(own, sc.Now).Capital())
		rows = append(rows, talk.Row(talk.Option(actUntil, locales.CertificateButtonChange())))
		if own.Month != 0 {
			rows = append(rows, talk.Row(talk.Option(actForget, locales.CertificateButtonRemove())))
		}
	}
	return talk.Screen{Body: locales.Lines(lines...), Rows: append(rows, talk.Row(listButton(a)))}, nil
}

func (r *room) askTake(ctx context.Context, _ talk.Scene, a talk.Answers) (locales.Text, error) {
	w, _, ok, err := r.wearer(ctx, a)
	if err != nil || !ok {
		return locales.PeopleGone(), err
	}
	part, err := r.part(ctx, w.Hat)
	return locales.PeopleAskTake(nameOf(w.Label), part), err
}

// take takes a hat away, unless it is that of the last coordinator.
func (r *room) take(ctx context.Context, sc talk.Scene, a talk.Answers, t *talk.Turn) error {
	w, all, ok, err := r.wearer(ctx, a)
	if err != nil {
		return err
	}
	called.Set(a, nameOf(w.Label))
	switch {
	case !ok || !sc.Person.MayInvite(w.Hat):
		outcome.Set(a, wasGone)
		return nil
	case w.Hat.Role == people.Coordinator && len(all) < 2:
		outcome.Set(a, wasLast)
		return nil
	}
	part, err := r.part(ctx, w.Hat)
	if err != nil {
		return err
	}
	t.Do = append(t.Do, people.TakeOff{Person: w.Person, Hat: w.Hat}, record(sc, "hat_taken", w.Hat))
	t.Tell = append(t.Tell, talk.Tell{
		One: w.Person, But: sc.Person.ID, Body: locales.PeopleToldTaken(part), Rows: talk.Column(menuButton()),
	})
	outcome.Set(a, wasTaken)
	return nil
}

// takeWearer takes a press of what can be done about somebody.
func takeWearer(ctx context.Context, e talk.Event, a talk.Answers) error {
	if c, ok := e.(talk.Chose); ok && c.Option == "take" {
		onward.Set(a, "sure")
		return nil
	}
	if strings.HasSuffix(picked.Of(a), ":"+string(people.FirstAider)) {
		return takeCertificate(ctx, e, a)
	}
	return &talk.Retry{Text: locales.TalkChooseOne()}
}

// pickedPerson is the id of the wearer that was picked.
func pickedPerson(_ talk.Scene, a talk.Answers) string {
	id, _, _ := strings.Cut(strings.TrimPrefix(picked.Of(a), wearerPrefix), ":")
	return id
}
