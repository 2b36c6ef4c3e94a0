// Package office is what the bot talks about with the coordinators: what waits for
// a second person, what is stale or reported, the groups, the numbers of the urgent
// card, and who changed what.
package office

import (
	"context"
	"errors"

	"signpost/bot/people"
	"signpost/bot/talk"
	"signpost/bot/upkeep"
	"signpost/directory"
	"signpost/locales"
)

// Directory is what the office reads of the directory.
type Directory interface {
	// Service gives one service; directory.ErrNotFound when there is none.
	Service(ctx context.Context, id directory.ID) (*directory.Service, error)
	// Services gives the services of the ids, whatever their status.
	Services(ctx context.Context, ids []directory.ID) ([]*directory.Service, error)
	// History gives what a service was before, newest first.
	History(ctx context.Context, id directory.ID) ([]*directory.Service, error)
	// Organisation gives one; directory.ErrNotFound when there is none.
	Organisation(ctx context.Context, id directory.ID) (directory.Organisation, error)
	// Groups gives those that take part as community groups, by name.
	Groups(ctx context.Context) ([]directory.Organisation, error)
	// Unchecked is how many listings are shown that nobody has checked with their
	// provider, and n of them after the first skip, oldest first.
	Unchecked(ctx context.Context, skip, n int) (int, []directory.ID, error)
	// Standings counts the listings of each organisation that has any.
	Standings(ctx context.Context) ([]directory.Standing, error)
	// Pending gives what sources would change in others' records, oldest first.
	Pending(ctx context.Context) ([]directory.Filed, error)
}

// Desk is what it reads of what the bot keeps.
type Desk interface {
	// Proposals gives the changes that wait for a second person, oldest first.
	Proposals(ctx context.Context) ([]upkeep.Proposal, error)
	// Proposal gives one of them, whatever its state.
	Proposal(ctx context.Context, id string) (upkeep.Proposal, bool, error)
	// Reports gives what members say is wrong, oldest first; "" for all groups.
	Reports(ctx context.Context, group string) ([]upkeep.Report, error)
	// Questions gives where listings stand in being asked after; "" for all groups.
	Questions(ctx context.Context, group string) ([]upkeep.Question, error)
	// Admins is how many admins each group has.
	Admins(ctx context.Context) (map[string]int, error)
	// Wearers gives who wears a hat in a group.
	Wearers(ctx context.Context, group string) ([]people.Wearer, error)
	// Records gives who changed what, newest first; "" for all of either.
	Records(ctx context.Context, group string, service directory.ID, n int) ([]upkeep.Entry, error)
}

// Number is one of the compiled-in numbers of the urgent card.
type Number struct{ Name, Number string }

// onPage is how many lines stand on a page.
const onPage = 8

var coordinators = []people.Role{people.Coordinator}

// Flows are the entrances for coordinators.
func Flows(dir Directory, desk Desk, numbers []Number, id func() directory.ID) []talk.Entrance {
	o := office{dir: dir, desk: desk, crisis: numbers, id: id}
	return []talk.Entrance{
		{Command: "board", For: coordinators, Help: locales.CommandBoard(), Flow: o.board()},
		{Command: "queue", For: coordinators, Help: locales.CommandQueue(), Begin: beginQueue, Flow: o.queue()},
		{Command: "filed", For: coordinators, About: "take over or leave what another list would change in a group's listing", Flow: o.filed()},
		{Command: "numbers", For: coordinators, Help: locales.CommandNumbers(), Flow: o.numbers()},
		{Command: "groups", For: coordinators, Help: locales.CommandGroups(), Flow: o.groups()},
		{Command: "group", For: coordinators, About: "see how a group stands; pause it, let it go on, end it", Begin: beginGroup, Flow: o.group()},
		{Command: "group_new", For: coordinators, About: "set a group up", Flow: o.groupNew()},
		{Command: "audit", For: coordinators, Help: locales.CommandAudit(), Begin: beginAudit, Flow: o.audit()},
	}
}

// Menu are the rows of the menu for coordinators.
func Menu(p people.Person) [][]talk.Button {
	if !p.May(coordinators, "") {
		return nil
	}
	return [][]talk.Button{
		{talk.Enter("board", "", locales.MenuButtonBoard()), talk.Enter("queue", "", locales.MenuButtonQueue())},
		toGroups(),
	}
}

// office holds what the flows read.
type office struct {
	dir    Directory
	desk   Desk
	crisis []Number
	id     func() directory.ID // names a record of the directory
}

// outcome is what became of the change that a flow asked for.
var outcome = talk.Answer[talk.Result]("outcome")

// load gives a service, nil when there is none.
func (o office) load(ctx context.Context, id directory.ID) (*directory.Service, error) {
	s, err := o.dir.Service(ctx, id)
	if errors.Is(err, directory.ErrNotFound) {
		return nil, nil
	}
	return s, err
}

// stays asks for a button, where only buttons fit.
func stays(context.Context, talk.Event, talk.Answers) error {
	return &talk.Retry{Text: locales.TalkChooseOne()}
}

// says shows one sentence with buttons.
func says(t func() locales.Text, rows ...[]talk.Button) func(context.Context, talk.Scene, talk.Answers) (talk.Screen, error) {
	return func(context.Context, talk.Scene, talk.Answers) (talk.Screen, error) {
		return talk.Screen{Body: t(), Rows: rows}, nil
	}
}
