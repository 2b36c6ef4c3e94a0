package access

import (
	"context"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"signpost/bot/people"
	"signpost/bot/talk"
	"signpost/directory"
	"signpost/locales"
)

var (
	role  = talk.Answer[string]("role")
	named = talk.Answer[string]("name")
)

// maxName is how many signs a first name may have.
const maxName = 30

// invite asks for a role and a name, and makes a code that is said once.
func (r *room) invite(name string) talk.Flow {
	return talk.Flow{Name: name, Steps: []talk.Step{
		somewhere(),
		talk.Run{Name: "roles", Do: func(_ context.Context, _ talk.Scene, a talk.Answers, _ *talk.Turn) error {
			if groupIn(a) == "" {
				role.Set(a, string(people.Coordinator))
			}
			return nil
		}, Next: &talk.Branch{To: []string{"role", "name"}, Pick: func(a talk.Answers) string {
			if role.Of(a) != "" {
				return "name"
			}
			return "role"
		}}},
		talk.One{Name: "role", Ask: r.askRole, Options: talk.Always(roleChoices()...), Into: role}.Step(),
		talk.Typed[string]{Name: "name", Ask: func(context.Context, talk.Scene, talk.Answers) (locales.Text, error) {
			days := int(people.InvitationLife / (24 * time.Hour))
			return locales.Paragraphs(locales.InviteAskName(), locales.InvitePartName(days)), nil
		}, Parse: firstName, Into: named}.Step(),
		talk.Run{Name: "make", Do: r.makeInvitation},
		talk.Ask{Name: "made", Show: showMade, Take: onlyButtons},
	}}
}

// inGroup are the roles that one can be invited to in a group.
var inGroup = []people.Role{people.FirstAider, people.GroupAdmin, people.SafeguardingLead}

func roleChoices() []talk.Choice {
	var out []talk.Choice
	for _, r := range inGroup {
		out = append(out, talk.Choice{ID: string(r), Label: locales.RoleName(string(r)).Capital()})
	}
	return out
}

func (r *room) askRole(ctx context.Context, _ talk.Scene, a talk.Answers) (locales.Text, error) {
	name, err := r.name(ctx, groupIn(a))
	if err != nil {
		return locales.Text{}, err
	}
	var lines []locales.Text
	for _, r := range inGroup {
		lines = append(lines, may(r))
	}
	return locales.Paragraphs(locales.InviteAskRole(name), locales.Lines(lines...)), nil
}

// may says what a role may do.
func may(r people.Role) locales.Text {
	does := map[people.Role]func() locales.Text{
		people.FirstAider:       locales.InvitePartFirstAider,
		people.GroupAdmin:       locales.InvitePartGroupAdmin,
		people.SafeguardingLead: locales.InvitePartSafeguardingLead,
		people.Coordinator:      locales.InvitePartCoordinator,
	}[r]
	if does == nil {
		return locales.Text{}
	}
	return locales.InvitePartRole(locales.RoleName(string(r)).Capital(), does())
}

// firstName takes a first name or initials: nothing with figures, which may be a
// number of somebody's, and no address.
func firstName(_ context.Context, text string) (string, error) {
	odd := strings.ContainsFunc(text, func(r rune) bool { return unicode.IsDigit(r) || strings.ContainsRune("@/<>", r) })
	if utf8.RuneCountInString(text) > maxName || odd || !strings.ContainsFunc(text, unicode.IsLetter) {
		return "", &talk.Retry{Text: locales.InviteNotAName()}
	}
	return text, nil
}

// makeInvitation makes the code and says it, this once.
func (r *room) makeInvitation(ctx context.Context, sc talk.Scene, a talk.Answers, t *talk.Turn) error {
	hat := people.Hat{Role: people.Role(role.Of(a)), Group: groupIn(a)}
	if !sc.Person.MayInvite(hat) {
		return &talk.Open{Command: "people"}
	}
	part, err := r.part(ctx, hat)
	if err != nil {
		return err
	}
	code, name := r.chance.Code(), named.Of(a)
	t.Do = append(t.Do, people.Invite{ID: r.chance.ID(), Code: code, Hat: hat, Label: name}, record(sc, "invited", hat))
	body := []locales.Text{locales.InviteReady(name, part)}
	link := sc.Abilities.ShareLink(JoinPayload(code))
	if link != "" {
		body = append(body, locales.Lines(locales.InvitePartLink(), locales.Raw(link)))
	}
	ends := sc.Now.Add(people.InvitationLife).In(directory.London)
	body = append(body,
		locales.Lines(locales.InvitePartCode("/join"), locales.Raw(people.SpokenCode(code))),
		locales.InvitePartUntil(locales.DayOf(ends).Text()))
	t.Say = append(t.Say, talk.Message{Body: locales.Paragraphs(body...), Keep: true, Fresh: true})
	if link != "" {
		t.Say = append(t.Say, talk.Message{QR: link, Body: locales.InviteQr(name), Keep: true, Fresh: true})
	}
	return nil
}

func showMade(_ context.Context, _ talk.Scene, a talk.Answers) (talk.Screen, error) {
	command, arg := toInvite(groupIn(a))
	return talk.Screen{
		Body: locales.InviteMade(named.Of(a)),
		Rows: talk.Column(listButton(a), talk.Enter(command, arg, locales.InviteButtonAgain())),
	}, nil
}

const joinPrefix = "i"

// JoinPayload is the payload of a link that brings an invitation's code.
func JoinPayload(code string) string { return joinPrefix + code }
