// Package group is what the bot talks about with the admins of a community group:
// their listings, what is wrong with them, and whether they are still right.
//
// A coordinator may do here what an admin may, in every group. Whose listing it is
// stands in the argument of each entrance, so that the engine looks at the hat at
// every press.
package group

import (
	"context"
	"errors"
	"strings"

	"signpost/bot/people"
	"signpost/bot/talk"
	"signpost/bot/upkeep"
	"signpost/directory"
	"signpost/locales"
)

// Directory is what the keeping of listings reads of the directory.
type Directory interface {
	// Service gives one service; directory.ErrNotFound when there is none.
	Service(ctx context.Context, id directory.ID) (*directory.Service, error)
	// ServicesOf gives the services of an organisation, whatever their status, by name.
	ServicesOf(ctx context.Context, organisation directory.ID) ([]*directory.Service, error)
	// History gives what a service was before, newest first.
	History(ctx context.Context, id directory.ID) ([]*directory.Service, error)
	// Groups gives the organisations that take part as community groups, by name.
	Groups(ctx context.Context) ([]directory.Organisation, error)
	// Organisation gives one; directory.ErrNotFound when there is none.
	Organisation(ctx context.Context, id directory.ID) (directory.Organisation, error)
	// Places are the towns, districts and outcodes of the area.
	Places(ctx context.Context) (*directory.Gazetteer, error)
}

// Desk is what it reads of what the bot keeps.
type Desk interface {
	// ProposalsOf gives a group's changes that wait or were sent back lately.
	ProposalsOf(ctx context.Context, group string) ([]upkeep.Proposal, error)
	// Reports gives what members say is wrong with a group's listings.
	Reports(ctx context.Context, group string) ([]upkeep.Report, error)
	// Questions gives where the group's listings stand in being asked after.
	Questions(ctx context.Context, group string) ([]upkeep.Question, error)
	// Records gives who changed what, newest first.
	Records(ctx context.Context, group string, service directory.ID, n int) ([]upkeep.Entry, error)
}

// Chance is where it gets what nobody may guess.
type Chance struct {
	ID   func() string       // names a proposal
	UUID func() directory.ID // names a record of the directory
}

// keepers are who may keep a group's listings.
var keepers = []people.Role{people.GroupAdmin, people.Coordinator}

// Flows are the entrances for who keeps a group's listings.
func Flows(dir Directory, desk Desk, chance Chance) []talk.Entrance {
	k := keeper{dir: dir, desk: desk, chance: chance}
	return []talk.Entrance{
		{
			Command: "listings", For: keepers, Help: locales.CommandListings(),
			GroupOf: groupOfArg, Begin: beginGroup, Flow: k.listings(),
		},
		{
			Command: "listing", For: keepers, About: "see and keep one listing of a group", Over: true,
			GroupOf: k.groupOfService, Begin: beginService, Flow: k.listing(),
		},
		{
			Command: "listing_edit", For: keepers, About: "change a field of a listing, or undo a change", Over: true,
			GroupOf: k.groupOfService, Begin: beginEdit, Flow: k.edit(),
		},
		{
			Command: "voice", For: keepers, About: "record a listing in the group's own voice", Over: true,
			GroupOf: k.groupOfService, Begin: beginService, Flow: k.voice(),
		},
		{
			Command: "listing_new", For: keepers, About: "ask for a new listing of a group", Over: true,
			GroupOf: groupOfArg, Begin: beginGroup, Flow: k.newListing(),
		},
	}
}

// Menu are the rows of the menu for first aiders and for who keeps a group's
// listings.
func Menu(p people.Person) [][]talk.Button {
	var rows [][]talk.Button
	if len(p.Groups(people.FirstAider)) > 0 {
		rows = append(rows, talk.Row(toToday()))
	}
	if p.May(keepers, "") {
		rows = append(rows, talk.Row(talk.Enter("listings", "", locales.MenuButtonListings())))
	}
	return rows
}

// keeper is the keeping of listings.
type keeper struct {
	dir    Directory
	desk   Desk
	chance Chance
}

// noGroup is the group of what belongs to none, or is not there: nobody but the
// office wears a hat that fits.
const noGroup = "none"

// The answers that the conversations of this room share.
var (
	group   = talk.Answer[directory.ID]("group")
	service = talk.Answer[directory.ID]("service")
	button  = talk.Answer[string]("button")
	outcome = talk.Answer[talk.Result]("outcome")
)

// groupOfArg is the group that an argument names; "" for no argument, with which
// everybody who keeps listings may ask for their own.
func groupOfArg(_ context.Context, arg string) (string, error) {
	short, _, _ := strings.Cut(arg, ".")
	if short == "" {
		return "", nil
	}
	id, err := directory.ParseShort(short)
	if err != nil {
		return noGroup, nil
	}
	return string(id), nil
}

func beginGroup(arg string, _ talk.Scene) talk.Answers {
	a := talk.Answers{}
	short, _, _ := strings.Cut(arg, ".")
	if id, err := directory.ParseShort(short); err == nil {
		group.Set(a, id)
	}
	return a
}

// groupOfService is the group whose service an argument names.
func (k keeper) groupOfService(ctx context.Context, arg string) (string, error) {
	return groupOfShort(ctx, k.dir, arg)
}

// groupOfShort is the group of the service whose short id an argument begins with.
func groupOfShort(ctx context.Context, dir Listings, arg string) (string, error) {
	short, _, _ := strings.Cut(arg, ".")
	id, err := directory.ParseShort(short)
	if err != nil {
		return noGroup, nil
	}
	s, err := dir.Service(ctx, id)
	if errors.Is(err, directory.ErrNotFound) || err == nil && s.Organisation.ID == "" {
		return noGroup, nil
	}
	if err != nil {
		return "", err
	}
	return string(s.Organisation.ID), nil
}

func beginService(arg string, _ talk.Scene) talk.Answers {
	a := talk.Answers{}
	short, _, _ := strings.Cut(arg, ".")
	if id, err := directory.ParseShort(short); err == nil {
		service.Set(a, id)
	}
	return a
}

// load gives the service of a conversation, nil when it is not there any more.
func (k keeper) load(ctx context.Context, a talk.Answers) (*directory.Service, error) {
	s, err := k.dir.Service(ctx, service.Of(a))
	if errors.Is(err, directory.ErrNotFound) {
		return nil, nil
	}
	return s, err
}

// gone is shown for a service that is not there any more.
func gone() talk.Screen {
	return talk.Screen{Body: locales.ListingGone(), Rows: talk.Column(toListings())}
}

func toListings() talk.Button {
	return talk.Enter("listings", "", locales.MenuButtonListings())
}
