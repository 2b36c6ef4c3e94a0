package access

import (
	"context"
	"fmt"

	"signpost/bot/people"
	"signpost/bot/talk"
	"signpost/locales"
)

// invitation finds the one that was picked.
func (r *room) invitation(ctx context.Context, a talk.Answers) (people.Invitation, bool, error) {
	all, err := r.desk.Invitations(ctx, groupIn(a))
	if err != nil {
		return people.Invitation{}, false, fmt.Errorf("reading the invitations: %w", err)
	}
	for _, i := range all {
		if invitationID(i) == picked.Of(a) {
			return i, true, nil
		}
	}
	return people.Invitation{}, false, nil
}

// showInvitation shows one that is open, or asks to compare the digits of one
// that was used.
func (r *room) showInvitation(ctx context.Context, sc talk.Scene, a talk.Answers) (talk.Screen, error) {
	i, ok, err := r.invitation(ctx, a)
	if err != nil {
		return talk.Screen{}, err
	}
	if !ok {
		return changed(a), nil
	}
	part, err := r.part(ctx, i.Hat)
	if err != nil {
		return talk.Screen{}, err
	}
	if i.State == people.Bound {
		return talk.Screen{
			Body: locales.Paragraphs(
				locales.PeopleAboutBound(nameOf(i.Label), part), locales.PeoplePartCompare(nameOf(i.Label), i.Digits)),
			Rows: talk.Column(
				talk.Option(actSame, locales.PeopleButtonSame()), talk.Option(actOther, locales.PeopleButtonOther()), listButton(a)),
		}, nil
	}
	return talk.Screen{
		Body: locales.Paragraphs(
			locales.PeopleAboutOpen(nameOf(i.Label), part), locales.PeoplePartLeft(daysLeft(sc.Now, i.Ends))),
		Rows: talk.Column(talk.Option(actRevoke, locales.PeopleButtonRevoke()), listButton(a)),
	}, nil
}

func takeAct(_ context.Context, e talk.Event, a talk.Answers) error {
	c, ok := e.(talk.Chose)
	if !ok || c.Option != actRevoke && c.Option != actSame && c.Option != actOther {
		return &talk.Retry{Text: locales.TalkChooseOne()}
	}
	act.Set(a, c.Option)
	return nil
}

// act does what was chosen about an invitation, as it is now.
func (r *room) act(ctx context.Context, sc talk.Scene, a talk.Answers, t *talk.Turn) error {
	i, ok, err := r.invitation(ctx, a)
	if err != nil {
		return err
	}
	called.Set(a, nameOf(i.Label))
	bound := i.State == people.Bound
	switch {
	case !ok || !sc.Person.MayInvite(i.Hat), act.Of(a) == actRevoke && bound, act.Of(a) != actRevoke && !bound:
		outcome.Set(a, wasGone)
		return nil
	case act.Of(a) == actSame:
		return r.confirm(ctx, sc, a, t, i)
	}
	t.Do = append(t.Do, people.Revoke{Invitation: i.ID}, record(sc, "invitation_ended", i.Hat))
	outcome.Set(a, wasRevoked)
	if bound {
		outcome.Set(a, wasRefused)
	}
	return nil
}

// confirm puts the hat on, and tells both sides.
func (r *room) confirm(ctx context.Context, sc talk.Scene, a talk.Answers, t *talk.Turn, i people.Invitation) error {
	part, err := r.part(ctx, i.Hat)
	if err != nil {
		return err
	}
	t.Do = append(t.Do, people.Confirm{Invitation: i.ID}, record(sc, "hat_given", i.Hat))
	t.Tell = append(t.Tell, talk.Tell{
		One: i.Person, But: sc.Person.ID, Body: locales.JoinWelcome(part), Rows: talk.Column(menuButton()),
	})
	if i.By != "" && i.By != sc.Person.ID {
		t.Tell = append(t.Tell, talk.Tell{One: i.By, Body: locales.PeopleToldConfirmed(nameOf(i.Label), part)})
	}
	outcome.Set(a, wasConfirmed)
	return nil
}
