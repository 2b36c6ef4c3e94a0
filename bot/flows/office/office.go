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
}

// Desk is what it reads of what the bot keeps.
type Desk interface {
	// Proposals gives the changes that wait for a second person, oldest first.
	Proposals(ctx context.Context) ([]upkeep.Proposal, error)
	// Proposal gives one of them, whatever its state.
	Proposal(ctx context.Context, id string) (upkeep.Proposal, bool, error)
	// Reports gives what members say is wrong, oldest first; "" for all groups.
	Reports(ctx context.Context, group string) ([]upkeep.Report, error)
}

// onPage is how many lines stand on a page.
const onPage = 8

var coordinators = []people.Role{people.Coordinator}

// Flows are the entrances for coordinators.
func Flows(dir Directory, desk Desk) []talk.Entrance {
	o := office{dir: dir, desk: desk}
	return []talk.Entrance{
		{Command: "queue", For: coordinators, Help: locales.CommandQueue(), Begin: beginQueue, Flow: o.queue()},
	}
}

// Menu are the rows of the menu for coordinators.
func Menu(p people.Person) [][]talk.Button {
	if !p.May(coordinators, "") {
		return nil
	}
	return [][]talk.Button{{talk.Enter("queue", "", locales.MenuButtonQueue())}}
}

// office holds what the flows read.
type office struct {
	dir  Directory
	desk Desk
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
