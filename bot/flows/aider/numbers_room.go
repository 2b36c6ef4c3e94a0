package aider

import (
	"context"
	"errors"
	"slices"
	"strings"

	"signpost/bot/people"
	"signpost/bot/sessionlog"
	"signpost/bot/talk"
	"signpost/directory"
	"signpost/locales"
)

// NumbersDirectory is what the figures read of the directory.
type NumbersDirectory interface {
	// Groups gives those that take part as community groups, by name.
	Groups(ctx context.Context) ([]directory.Organisation, error)
	// Organisation gives one; directory.ErrNotFound when there is none.
	Organisation(ctx context.Context, id directory.ID) (directory.Organisation, error)
	// ServicesOf gives the services of an organisation, whatever their status, by name.
	ServicesOf(ctx context.Context, organisation directory.ID) ([]*directory.Service, error)
	// Services gives the services of the ids, whatever their status.
	Services(ctx context.Context, ids []directory.ID) ([]*directory.Service, error)
}

// NumbersDesk is what they read of what the bot keeps.
type NumbersDesk interface {
	// Logs gives the logs of a group whose session's day is in [from, to], by session.
	Logs(ctx context.Context, group string, from, to directory.Date) ([]sessionlog.Log, error)
	// LogsOf gives those that a person entered.
	LogsOf(ctx context.Context, person string, from, to directory.Date) ([]sessionlog.Log, error)
	// Certificates gives those of a group's first aiders, by person.
	Certificates(ctx context.Context, group string) (map[string]people.Certificate, error)
}

// Who may see a group's figures, who sees those of every group, and who has sessions
// of their own.
var (
	readers  = []people.Role{people.FirstAider, people.GroupAdmin, people.Coordinator}
	everyone = []people.Role{people.Coordinator}
	loggers  = []people.Role{people.FirstAider}
	keepers  = []people.Role{people.GroupAdmin, people.Coordinator}
)

// Numbers are the entrances to what was logged: the figures of a group, one's own
// sessions, and the sessions that nobody has logged.
func Numbers(dir NumbersDirectory, desk NumbersDesk) []talk.Entrance {
	f := figures{dir: dir, desk: desk}
	return []talk.Entrance{
		{
			Command: "our_numbers", For: readers, Help: locales.CommandOurNumbers(),
			GroupOf: groupNamed, Begin: beginNumbers, Flow: f.ours(),
		},
		{
			Command: "not_logged", For: keepers, About: "see which sessions of a group are past and not logged, and enter one from paper",
			GroupOf: groupNamed, Begin: beginNumbers, Flow: f.unlogged(),
		},
		{Command: "my_sessions", For: loggers, Help: locales.CommandMySessions(), Flow: f.mine()},
	}
}

// NumbersMenu is the row of the menu for those with a group's figures or sessions
// of their own.
func NumbersMenu(p people.Person) [][]talk.Button {
	var row []talk.Button
	if p.May([]people.Role{people.GroupAdmin}, "") {
		row = append(row, talk.Enter("our_numbers", "", locales.MenuButtonOurNumbers()))
	}
	if p.May(loggers, "") {
		row = append(row, talk.Enter("my_sessions", "", locales.MenuButtonMySessions()))
	}
	if row == nil {
		return nil
	}
	return [][]talk.Button{row}
}

// figures is the room of the figures: what it reads.
type figures struct {
	dir  NumbersDirectory
	desk NumbersDesk
}

var (
	numbersGroup  = talk.Answer[directory.ID]("group")
	numbersOwn    = talk.Answer[[]string]("own")  // the person's groups; none for the office, which has all
	numbersWord   = talk.Answer[string]("word")   // a part of a name that was typed
	numbersTaken  = talk.Answer[string]("taken")  // the group that was chosen
	numbersPeriod = talk.Answer[string]("period") // as Period.String writes it
	numbersPage   = talk.Answer[int]("page")
	numbersOn     = talk.Answer[string]("on") // where a button leads
)

// nobodysGroup is the group of an argument that names none: only a coordinator's hat
// fits, and is told that it is not there.
const nobodysGroup = "none"

// groupNamed is the group that an argument begins with; "" for no argument, with
// which one asks for one's own.
func groupNamed(_ context.Context, arg string) (string, error) {
	short, _, _ := strings.Cut(arg, ".")
	if short == "" {
		return "", nil
	}
	id, err := directory.ParseShort(short)
	if err != nil {
		return nobodysGroup, nil
	}
	return string(id), nil
}

// beginNumbers reads the group and, behind a point, the period.
func beginNumbers(arg string, _ talk.Scene) talk.Answers {
	a := talk.Answers{}
	short, period, _ := strings.Cut(arg, ".")
	if id, err := directory.ParseShort(short); err == nil {
		numbersGroup.Set(a, id)
	}
	if _, ok := sessionlog.ParsePeriod(period); ok {
		numbersPeriod.Set(a, period)
	}
	return a
}

// whose goes on with the one group of the person; who has several is asked.
func whose(command string, roles []people.Role) talk.Run {
	return talk.Run{
		Name: "whose",
		Do: func(_ context.Context, sc talk.Scene, a talk.Answers, _ *talk.Turn) error {
			if numbersGroup.Of(a) != "" || sc.Person.May(everyone, "") {
				return nil
			}
			own := sc.Person.Groups(roles...)
			if len(own) == 1 {
				return &talk.Open{Command: command, Arg: directory.ID(own[0]).Short()}
			}
			numbersOwn.Set(a, own)
			return nil
		},
		Next: &talk.Branch{To: []string{"which", "see"}, Pick: func(a talk.Answers) string {
			if numbersGroup.Of(a) == "" {
				return "which"
			}
			return "see"
		}},
	}
}

// which asks for a group and goes in again with it, so that the engine looks whether
// the person's hat fits it.
func (f figures) which(command string) talk.Ask {
	return talk.One{
		Name: "which", Ask: talk.Say(locales.FiguresWhich), Options: f.groups, Into: numbersTaken, Page: onPage,
		Typed: f.groupTyped,
		Chosen: func(_ context.Context, id string, _ talk.Answers) error {
			return &talk.Open{Command: command, Arg: id}
		},
		Next: talk.Goto(talk.End),
	}.Step()
}

// onPage is how many groups or sessions stand on a page.
const onPage = 8

// groups are those of the person, or all of them for the office.
func (f figures) groups(ctx context.Context, _ talk.Scene, a talk.Answers) ([]talk.Choice, error) {
	all, err := f.dir.Groups(ctx)
	if err != nil {
		return nil, err
	}
	own, some := numbersOwn.Get(a)
	word := strings.ToLower(numbersWord.Of(a))
	var out []talk.Choice
	for _, g := range all {
		if some && !slices.Contains(own, string(g.ID)) || !strings.Contains(strings.ToLower(g.Name), word) {
			continue
		}
		out = append(out, talk.Choice{ID: g.ID.Short(), Label: locales.Own{English: g.Name}.Text()})
	}
	return out, nil
}

func (f figures) groupTyped(ctx context.Context, said talk.Said, a talk.Answers) error {
	numbersWord.Set(a, said.Text)
	found, err := f.groups(ctx, talk.Scene{}, a)
	if err != nil {
		return err
	}
	if len(found) == 0 {
		return &talk.Retry{Text: locales.ListingNoGroup()}
	}
	return talk.Stay
}

// group reads the group of a conversation; false when there is none.
func (f figures) group(ctx context.Context, a talk.Answers) (directory.Organisation, bool, error) {
	g, err := f.dir.Organisation(ctx, numbersGroup.Of(a))
	if errors.Is(err, directory.ErrNotFound) {
		return directory.Organisation{}, false, nil
	}
	return g, err == nil, err
}

// leadsOn takes one of the buttons that lead on, into where.
func leadsOn(options ...string) talk.Take {
	return func(_ context.Context, e talk.Event, a talk.Answers) error {
		if c, ok := e.(talk.Chose); ok && slices.Contains(options, c.Option) {
			numbersOn.Set(a, c.Option)
			return nil
		}
		return &talk.Retry{Text: locales.TalkChooseOne()}
	}
}
