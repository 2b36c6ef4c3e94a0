// Package flows joins the conversations of all kinds of people into one book.
package flows

import (
	"context"

	"signpost/bot/flows/access"
	"signpost/bot/flows/aider"
	"signpost/bot/flows/group"
	"signpost/bot/flows/member"
	"signpost/bot/flows/office"
	"signpost/bot/people"
	"signpost/bot/sessionlog"
	"signpost/bot/talk"
	"signpost/bot/upkeep"
	"signpost/directory"
)

// Directory is what the conversations read of the directory.
type Directory interface {
	member.Directory
	// History gives what a service was before, newest first.
	History(ctx context.Context, id directory.ID) ([]*directory.Service, error)
	// Services gives the services of the ids, whatever their status.
	Services(ctx context.Context, ids []directory.ID) ([]*directory.Service, error)
	// Groups gives those that take part as community groups, by name.
	Groups(ctx context.Context) ([]directory.Organisation, error)
	// Organisation gives one; directory.ErrNotFound when there is none.
	Organisation(ctx context.Context, id directory.ID) (directory.Organisation, error)
	// ServicesOf gives the services of an organisation, whatever their status, by name.
	ServicesOf(ctx context.Context, organisation directory.ID) ([]*directory.Service, error)
	// Unchecked is how many listings are shown that nobody has checked with their
	// provider, and n of them after the first skip, oldest first.
	Unchecked(ctx context.Context, skip, n int) (int, []directory.ID, error)
	// Standings counts the listings of each organisation that has any.
	Standings(ctx context.Context) ([]directory.Standing, error)
	// Pending gives what sources would change in others' records, oldest first.
	Pending(ctx context.Context) ([]directory.Filed, error)
	// OfKind gives the services of a kind that are active.
	OfKind(ctx context.Context, kind string) ([]*directory.Service, error)
}

// Desk is what staff read of what the bot keeps.
type Desk interface {
	aider.Desk
	aider.NumbersDesk
	Wearers(ctx context.Context, group string) ([]people.Wearer, error)
	Admins(ctx context.Context) (map[string]int, error)
	Invitations(ctx context.Context, group string) ([]people.Invitation, error)
	Invitation(ctx context.Context, code string) (people.Invitation, bool, error)
	DoorCode(ctx context.Context, code string) (string, bool, error)
	Certificates(ctx context.Context, group string) (map[string]people.Certificate, error)
	Proposals(ctx context.Context) ([]upkeep.Proposal, error)
	ProposalsOf(ctx context.Context, group string) ([]upkeep.Proposal, error)
	Proposal(ctx context.Context, id string) (upkeep.Proposal, bool, error)
	Reports(ctx context.Context, group string) ([]upkeep.Report, error)
	Questions(ctx context.Context, group string) ([]upkeep.Question, error)
	Records(ctx context.Context, group string, service directory.ID, n int) ([]upkeep.Entry, error)
	Word(ctx context.Context, id string) (sessionlog.Word, bool, error)
	Words(ctx context.Context, group string) ([]sessionlog.Word, error)
	Checks(ctx context.Context, service directory.ID) ([]sessionlog.Check, error)
	Check(ctx context.Context, id string) (sessionlog.Check, bool, error)
}

// Chance is where the conversations get what nobody may guess.
type Chance struct {
	ID     func() string       // names something, 11 URL-safe characters
	Code   func() string       // an invitation, as people.NewCode writes it
	Digits func() string       // four digits
	UUID   func() directory.ID // names a record of the directory
}

// Reads is what the conversations are built over.
type Reads struct {
	Dir    Directory
	Area   member.Area
	Desk   Desk // nil where nobody is staff
	Chance Chance
}

// Book is everything the bot talks about, over what it may read.
func Book(r Reads) talk.Book {
	var book talk.Book
	var menus []func(people.Person) [][]talk.Button
	var reporting member.Reporting
	if r.Desk != nil {
		reporting = member.Reporting{Reports: r.Desk.Reports, ID: r.Chance.ID}
	}
	entrances := member.Flows(r.Dir, r.Area, member.Staff{
		Commands: func(p people.Person) []talk.Entrance { return book.Commands(p) },
		Joins:    r.Desk != nil,
		Menu: func(p people.Person) [][]talk.Button {
			var rows [][]talk.Button
			for _, menu := range menus {
				rows = append(rows, menu(p)...)
			}
			return rows
		},
	}, reporting)
	if r.Desk != nil {
		entrances = append(entrances, aider.Flows(r.Dir, r.Desk, aider.Chance{ID: r.Chance.ID})...)
		menus = append(menus, aider.Menu)
		entrances = append(entrances, aider.Worried(r.Dir, r.Desk, r.Chance.ID)...)
		menus = append(menus, aider.WorriedMenu)
		entrances = append(entrances, aider.Enquiries(r.Dir, r.Desk, urgentNumbers(), r.Chance.ID)...)
		menus = append(menus, aider.EnquiryMenu)
		entrances = append(entrances, group.Still(r.Dir))
		entrances = append(entrances, group.Flows(r.Dir, r.Desk, group.Chance{ID: r.Chance.ID, UUID: r.Chance.UUID})...)
		entrances = append(entrances, group.Today(r.Dir, group.Chance{ID: r.Chance.ID, UUID: r.Chance.UUID})...)
		entrances = append(entrances, group.Times(r.Dir, r.Desk, group.Chance{ID: r.Chance.ID, UUID: r.Chance.UUID}))
		menus = append(menus, group.Menu)
		entrances = append(entrances, aider.Numbers(r.Dir, r.Desk)...)
		menus = append(menus, aider.NumbersMenu)
		entrances = append(entrances, access.Flows(r.Dir, r.Desk, access.Chance{
			ID: r.Chance.ID, Code: r.Chance.Code, Digits: r.Chance.Digits,
		})...)
		menus = append(menus, access.Menu)
		entrances = append(entrances, office.Flows(r.Dir, r.Desk, crisisNumbers(), r.Chance.UUID)...)
		menus = append(menus, office.Menu)
	}
	book = talk.NewBook(talk.Book{
		Entrances: entrances,
		Home:      "menu",
		Footer:    member.Footer,
		Urgent:    member.Urgent,
	})
	return book
}

// urgentNumbers are the same, as they are rung.
func urgentNumbers() []string {
	out := []string{"999"}
	for _, n := range member.Numbers() {
		out = append(out, n.Number)
	}
	return out
}

// crisisNumbers are the numbers of the urgent card, for those who ring them.
func crisisNumbers() []office.Number {
	var out []office.Number
	for _, n := range member.Numbers() {
		out = append(out, office.Number(n))
	}
	return out
}
