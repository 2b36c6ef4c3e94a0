// Package access is who may do what: seeing who has which hat, inviting, joining
// by a code, taking a hat away, and the ways in of one person.
//
// A code is shown once, in a message of its own, and is kept nowhere: the store
// has its hash, and a conversation forgets it as soon as it was used. Whatever is
// wrong with a code that somebody brings, the answer is the same.
package access

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"signpost/bot/people"
	"signpost/bot/talk"
	"signpost/bot/upkeep"
	"signpost/directory"
	"signpost/locales"
)

// Directory is what these conversations read of the directory.
type Directory interface {
	// Groups gives those that take part as community groups, by name.
	Groups(ctx context.Context) ([]directory.Organisation, error)
	// Organisation gives one; directory.ErrNotFound when there is none.
	Organisation(ctx context.Context, id directory.ID) (directory.Organisation, error)
}

// Desk is what they read of what the bot keeps.
type Desk interface {
	// Wearers are all hats worn in a group; with "" those without a group.
	Wearers(ctx context.Context, group string) ([]people.Wearer, error)
	// Invitations are open or bound; with "" those to hats without a group.
	Invitations(ctx context.Context, group string) ([]people.Invitation, error)
	// Invitation is one that can be used now; false for every other code.
	Invitation(ctx context.Context, code string) (people.Invitation, bool, error)
	// DoorCode gives the id of the person who made a code that can be used now to
	// come in by another door; false for every other code.
	DoorCode(ctx context.Context, code string) (string, bool, error)
	// Certificates are those of the first aiders of a group, by person.
	Certificates(ctx context.Context, group string) (map[string]people.Certificate, error)
}

// Chance is where they get what nobody may guess.
type Chance struct {
	ID     func() string // names something, 11 URL-safe characters
	Code   func() string // 128 bits, as people.NewCode writes them
	Digits func() string // four digits
}

// Who may come in: those who may invite, and all who wear a hat.
var (
	inviters = []people.Role{people.GroupAdmin, people.Coordinator}
	staff    = []people.Role{people.FirstAider, people.GroupAdmin, people.SafeguardingLead, people.Coordinator}
	aiders   = []people.Role{people.FirstAider}
	office   = []people.Role{people.Coordinator}
	everyone = []people.Role{people.Member}
)

// Flows are the entrances of this room.
func Flows(dir Directory, desk Desk, chance Chance) []talk.Entrance {
	r := &room{dir: dir, desk: desk, chance: chance, guesses: newGuesses()}
	return []talk.Entrance{
		{Command: "people", For: inviters, Help: locales.CommandPeople(), Flow: r.people()},
		{Command: "who", For: inviters, About: "the same as /people", Flow: r.who()},
		{Command: "team", For: inviters, About: "see who has which hat in a group, compare the digits of an invitation, take hats and invitations away", GroupOf: groupOf, Begin: beginTeam, Flow: r.team("team")},
		{Command: "coordinators", For: office, About: "see who is a coordinator, compare the digits of an invitation, take hats and invitations away", Begin: beginOffice, Flow: r.team("coordinators")},
		{Command: "invite", For: inviters, About: "invite a first aider, group admin or safeguarding lead to a group", GroupOf: groupOf, Begin: beginTeam, Flow: r.invite("invite")},
		{Command: "invite_office", For: office, About: "invite a coordinator", Begin: beginOffice, Flow: r.invite("invite_office")},
		{Command: "join", For: everyone, About: "use the code of an invitation, or of another way in", Begin: beginJoin, Flow: r.join()},
		{Command: "certificate", For: aiders, Help: locales.CommandCertificate(), Flow: r.certificate()},
		{Command: "doors", For: staff, Help: locales.CommandDoors(), Flow: r.doors()},
		{Command: LeaveCommand, For: staff, About: "have a browser forget who somebody is", Flow: r.leave()},
	}
}

// LeaveCommand is the entrance by which a browser forgets who somebody is.
const LeaveCommand = "leave_computer"

// Menu are the rows for those who wear a hat.
func Menu(p people.Person) [][]talk.Button {
	var row []talk.Button
	if p.May(inviters, "") {
		row = append(row, talk.Enter("people", "", locales.CommandPeople()))
	}
	if p.Staff() {
		row = append(row, talk.Enter("doors", "", locales.CommandDoors()))
	}
	return talk.Column(row...)
}

// room holds what the flows read.
type room struct {
	dir     Directory
	desk    Desk
	chance  Chance
	guesses *guesses
}

// where is the group that a conversation is about: the id of an organisation, or
// theOffice for hats without a group.
var where = talk.Answer[string]("where")

const theOffice = "office"

// groupOf reads the group of an argument. One that names none has "", and then
// nothing but the question which group it is about: see somewhere.
func groupOf(_ context.Context, arg string) (string, error) {
	id, err := directory.ParseShort(arg)
	if err != nil {
		return "", nil
	}
	return string(id), nil
}

func beginTeam(arg string, _ talk.Scene) talk.Answers {
	a := talk.Answers{}
	if id, err := directory.ParseShort(arg); err == nil {
		where.Set(a, string(id))
	}
	return a
}

func beginOffice(string, talk.Scene) talk.Answers {
	a := talk.Answers{}
	where.Set(a, theOffice)
	return a
}

// groupIn is the group of a conversation as hats have it: "" for the office.
func groupIn(a talk.Answers) string {
	if w := where.Of(a); w != theOffice {
		return w
	}
	return ""
}

// somewhere is the first step of what is about one group; without one it asks
// which.
func somewhere() talk.Run {
	return talk.Run{Name: "somewhere", Do: func(_ context.Context, _ talk.Scene, a talk.Answers, _ *talk.Turn) error {
		if where.Of(a) == "" {
			return &talk.Open{Command: "people"}
		}
		return nil
	}}
}

// place names a group; "" is the office.
func (r *room) place(ctx context.Context, group string) (locales.Text, error) {
	if group == "" {
		return locales.PeopleOffice(), nil
	}
	name, err := r.name(ctx, group)
	return locales.Raw(name), err
}

// name is the name of a group; of one that is no more, its short id.
func (r *room) name(ctx context.Context, group string) (string, error) {
	o, err := r.dir.Organisation(ctx, directory.ID(group))
	if errors.Is(err, directory.ErrNotFound) {
		return directory.ID(group).Short(), nil
	}
	if err != nil {
		return "", fmt.Errorf("reading the name of a group: %w", err)
	}
	return o.Name, nil
}

// part words a hat: the role and where it is worn.
func (r *room) part(ctx context.Context, h people.Hat) (locales.Text, error) {
	at, err := r.place(ctx, h.Group)
	if err != nil {
		return locales.Text{}, err
	}
	return locales.Join(" · ", locales.RoleName(string(h.Role)).Capital(), at), nil
}

// toTeam is how one comes to the list of a group: a command and its argument.
func toTeam(group string) (command, arg string) {
	if group == "" {
		return "coordinators", ""
	}
	return "team", directory.ID(group).Short()
}

// toInvite is the same for an invitation.
func toInvite(group string) (command, arg string) {
	if group == "" {
		return "invite_office", ""
	}
	return "invite", directory.ID(group).Short()
}

// record notes what somebody did about a hat. It names nobody who was invited.
func record(sc talk.Scene, what string, hat people.Hat) upkeep.Record {
	role := people.Coordinator
	if slices.Contains(sc.Person.Hats, people.Hat{Role: people.GroupAdmin, Group: hat.Group}) {
		role = people.GroupAdmin
	}
	return upkeep.Record{Entry: upkeep.Entry{
		Day: directory.DateOf(sc.Now), Role: role, Group: hat.Group, What: what, After: `"` + string(hat.Role) + `"`,
	}}
}

// onlyButtons takes nothing: the screen has standing ways on.
func onlyButtons(context.Context, talk.Event, talk.Answers) error {
	return &talk.Retry{Text: locales.TalkChooseOne()}
}
