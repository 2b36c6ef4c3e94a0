package access

import (
	"cmp"
	"context"
	"fmt"
	"strings"
	"time"

	"signpost/bot/people"
	"signpost/bot/talk"
	"signpost/directory"
	"signpost/locales"
)

var (
	picked  = talk.Answer[string]("picked") // a wearer or an invitation of the list, as wearerID and invitationID write it
	sure    = talk.Answer[bool]("sure")
	act     = talk.Answer[string]("act")     // what shall become of an invitation
	outcome = talk.Answer[string]("outcome") // what became of it all
	called  = talk.Answer[string]("called")  // whom it was about
)

// What one can do about an invitation, and what may come of it all.
const (
	actRevoke = "revoke"
	actSame   = "same"
	actOther  = "other"

	wasGone      = "gone"
	wasTaken     = "taken"
	wasLast      = "last"
	wasRevoked   = "revoked"
	wasRefused   = "refused"
	wasConfirmed = "confirmed"
)

// team shows who has which hat in a group, with the invitations, and lets one
// take a hat or an invitation away, or compare the digits of one.
func (r *room) team(name string) talk.Flow {
	return talk.Flow{Name: name, Steps: append([]talk.Step{
		somewhere(),
		talk.Ask{Name: "list", Show: r.showTeam, Take: r.teamList().Take, Next: &talk.Branch{
			To: []string{"wearer", "invitation"}, Pick: func(a talk.Answers) string {
				if strings.HasPrefix(picked.Of(a), invitationPrefix) {
					return "invitation"
				}
				return "wearer"
			},
		}},
		talk.Ask{Name: "wearer", Show: r.showWearer, Take: takeWearer, Next: goes("sure", "until", "keep")},
		talk.YesNo{Name: "sure", Ask: r.askTake, Yes: locales.PeopleButtonTakeYes(), Into: sure, Next: &talk.Branch{
			To: []string{"take", "list"}, Pick: func(a talk.Answers) string {
				if sure.Of(a) {
					return "take"
				}
				return "list"
			},
		}}.Step(),
		talk.Run{Name: "take", Do: r.take, Next: talk.Goto("outcome")},
		talk.Ask{Name: "invitation", Show: r.showInvitation, Take: takeAct},
		talk.Run{Name: "act", Do: r.act},
		talk.Ask{Name: "outcome", Show: showOutcome, Take: onlyButtons, Next: talk.Goto(talk.End)},
	}, certificateSteps(pickedPerson, listButton)...)}
}

// only takes one option.
func only(option string) talk.Take {
	return func(_ context.Context, e talk.Event, _ talk.Answers) error {
		if c, ok := e.(talk.Chose); ok && c.Option == option {
			return nil
		}
		return &talk.Retry{Text: locales.TalkChooseOne()}
	}
}

const (
	wearerPrefix     = "w:"
	invitationPrefix = "i:"
)

func wearerID(w people.Wearer) string {
	return wearerPrefix + w.Person + ":" + string(w.Hat.Role)
}

func invitationID(i people.Invitation) string { return invitationPrefix + i.ID }

// teamList is the list as a question.
func (r *room) teamList() talk.Ask {
	return talk.One{Name: "list", Ask: r.sayTeam, Options: r.teamChoices, Into: picked, Page: onPage}.Step()
}

func (r *room) showTeam(ctx context.Context, sc talk.Scene, a talk.Answers) (talk.Screen, error) {
	s, err := r.teamList().Show(ctx, sc, a)
	if err != nil {
		return talk.Screen{}, err
	}
	command, arg := toInvite(groupIn(a))
	s.Rows = append(s.Rows, talk.Row(talk.Enter(command, arg, locales.PeopleButtonInvite())))
	return s, nil
}

// teamOf reads who is in a group and who is invited to it. Invitations that wait
// for a comparison come first: somebody sits there and waits.
func (r *room) teamOf(ctx context.Context, a talk.Answers) ([]people.Wearer, []people.Invitation, error) {
	wearers, err := r.desk.Wearers(ctx, groupIn(a))
	if err != nil {
		return nil, nil, fmt.Errorf("reading who wears a hat: %w", err)
	}
	all, err := r.desk.Invitations(ctx, groupIn(a))
	if err != nil {
		return nil, nil, fmt.Errorf("reading the invitations: %w", err)
	}
	var bound, open []people.Invitation
	for _, i := range all {
		if i.State == people.Bound {
			bound = append(bound, i)
		} else {
			open = append(open, i)
		}
	}
	return wearers, append(bound, open...), nil
}

func (r *room) sayTeam(ctx context.Context, sc talk.Scene, a talk.Answers) (locales.Text, error) {
	wearers, invitations, err := r.teamOf(ctx, a)
	if err != nil {
		return locales.Text{}, err
	}
	certificates, err := r.certificates(ctx, groupIn(a))
	if err != nil {
		return locales.Text{}, err
	}
	head := locales.PeopleOffice()
	if g := groupIn(a); g != "" {
		name, err := r.name(ctx, g)
		if err != nil {
			return locales.Text{}, err
		}
		head = locales.PeopleList(name)
	}
	var lines []locales.Text
	for _, i := range invitations {
		role := locales.RoleName(string(i.Hat.Role))
		if i.State == people.Bound {
			lines = append(lines, locales.PeoplePartBound(nameOf(i.Label), role))
		} else {
			lines = append(lines, locales.PeoplePartOpen(nameOf(i.Label), role, daysLeft(sc.Now, i.Ends)))
		}
	}
	for _, w := range wearers {
		line := locales.PeoplePartWearer(nameOf(w.Label), locales.RoleName(string(w.Hat.Role)), since(w))
		if w.Hat.Role == people.FirstAider {
			line = locales.Join(" · ", line, certified(certificates[w.Person], sc.Now))
		}
		lines = append(lines, line)
	}
	if len(lines) == 0 {
		lines = append(lines, locales.PeoplePartNobody())
	}
	return locales.Paragraphs(head, locales.Lines(lines...)), nil
}

func (r *room) teamChoices(ctx context.Context, _ talk.Scene, a talk.Answers) ([]talk.Choice, error) {
	wearers, invitations, err := r.teamOf(ctx, a)
	if err != nil {
		return nil, err
	}
	var out []talk.Choice
	for _, i := range invitations {
		out = append(out, talk.Choice{ID: invitationID(i), Label: label(nameOf(i.Label), i.Hat.Role)})
	}
	for _, w := range wearers {
		out = append(out, talk.Choice{ID: wearerID(w), Label: label(nameOf(w.Label), w.Hat.Role)})
	}
	return out, nil
}

// nameOf is what somebody is called; who came by the command line may have no
// name.
func nameOf(label string) string { return cmp.Or(label, "?") }

func label(name string, role people.Role) locales.Text {
	return locales.Join(" · ", locales.Raw(name), locales.RoleName(string(role)))
}

func since(w people.Wearer) locales.Text {
	return locales.Date(locales.DayOf(w.Since.In(directory.London)))
}

// daysLeft is how many days something lasts, the one that has begun with them.
func daysLeft(now, ends time.Time) int {
	return max(1, int((ends.Sub(now)+24*time.Hour-1)/(24*time.Hour)))
}

// changed is what is shown when somebody else was quicker.
func changed(a talk.Answers) talk.Screen {
	return talk.Screen{Body: locales.PeopleGone(), Rows: talk.Column(listButton(a))}
}

func listButton(a talk.Answers) talk.Button {
	command, arg := toTeam(groupIn(a))
	return talk.Enter(command, arg, locales.PeopleButtonList())
}

func menuButton() talk.Button { return talk.Standing("menu", "", locales.ButtonMenu()) }

func showOutcome(_ context.Context, _ talk.Scene, a talk.Answers) (talk.Screen, error) {
	name := called.Of(a)
	var body locales.Text
	switch outcome.Of(a) {
	case wasTaken:
		body = locales.PeopleTaken(name)
	case wasLast:
		body = locales.PeopleLast()
	case wasRevoked:
		body = locales.PeopleRevoked()
	case wasRefused:
		body = locales.PeopleRefused(name)
	case wasConfirmed:
		body = locales.PeopleConfirmed(name)
	default:
		body = locales.PeopleGone()
	}
	command, arg := toInvite(groupIn(a))
	rows := talk.Column(listButton(a))
	if outcome.Of(a) == wasRefused {
		rows = append(talk.Column(talk.Enter(command, arg, locales.InviteButtonAgain())), rows...)
	}
	return talk.Screen{Body: body, Rows: rows}, nil
}
