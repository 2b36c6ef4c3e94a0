package office

import (
	"context"
	"errors"
	"slices"
	"strconv"
	"strings"

	"signpost/bot/people"
	"signpost/bot/talk"
	"signpost/directory"
	"signpost/locales"
)

var (
	groupID   = talk.Answer[directory.ID]("group")
	groupWord = talk.Answer[string]("word") // a part of a name that was typed
	chosen    = talk.Answer[string]("chosen")
	doing     = talk.Answer[string]("doing")
	sure      = talk.Answer[bool]("sure")
)

// What becomes of a group, as options.
const (
	pauseGroup  = "pause"
	resumeGroup = "go_on"
	endGroup    = "end"
	newGroup    = "new"
)

// groups lists the groups of the scheme, each with how it stands.
func (o office) groups() talk.Flow {
	return talk.Flow{Name: "groups", Steps: []talk.Step{
		talk.One{
			Name: "which", Ask: o.groupsWords, Options: o.groupChoices, Into: chosen, Page: onPage, Pinned: 1, Typed: o.groupTyped,
			Chosen: func(_ context.Context, id string, _ talk.Answers) error {
				if id == newGroup {
					return &talk.Open{Command: "group_new"}
				}
				return &talk.Open{Command: "group", Arg: id}
			},
			Next: talk.Goto(talk.End),
		}.Step(),
	}}
}

func (o office) groupsWords(ctx context.Context, _ talk.Scene, _ talk.Answers) (locales.Text, error) {
	all, err := o.dir.Groups(ctx)
	if err != nil {
		return locales.Text{}, err
	}
	return locales.GroupsList(len(all)), nil
}

func (o office) groupChoices(ctx context.Context, _ talk.Scene, a talk.Answers) ([]talk.Choice, error) {
	all, err := o.dir.Groups(ctx)
	if err != nil {
		return nil, err
	}
	standing, err := o.standing(ctx)
	if err != nil {
		return nil, err
	}
	var out []talk.Choice
	for _, g := range all {
		if !strings.Contains(strings.ToLower(g.Name), strings.ToLower(groupWord.Of(a))) {
			continue
		}
		label := locales.Own{English: g.Name}.Text()
		if s := state(standing[g.ID]); s != directory.Active {
			label = locales.Join(" · ", label, locales.StatusName(string(s)))
		}
		out = append(out, talk.Choice{ID: g.ID.Short(), Label: label})
	}
	return append(out, talk.Choice{ID: newGroup, Label: locales.GroupsButtonNew()}), nil
}

func (o office) groupTyped(ctx context.Context, said talk.Said, a talk.Answers) error {
	groupWord.Set(a, said.Text)
	found, err := o.groupChoices(ctx, talk.Scene{}, a)
	if err != nil {
		return err
	}
	if len(found) == 1 {
		return &talk.Retry{Text: locales.ListingNoGroup()}
	}
	return talk.Stay
}

func (o office) standing(ctx context.Context) (map[directory.ID]directory.Standing, error) {
	all, err := o.dir.Standings(ctx)
	out := make(map[directory.ID]directory.Standing, len(all))
	for _, s := range all {
		out[s.Organisation] = s
	}
	return out, err
}

// state is how a group stands, by its listings: paused when all that have not ended
// are. One without listings has only begun.
func state(s directory.Standing) directory.Status {
	switch {
	case s.Live > 0 || s.Paused+s.Ended == 0:
		return directory.Active
	case s.Paused > 0:
		return directory.TemporarilyClosed
	}
	return directory.Inactive
}

func beginGroup(arg string, _ talk.Scene) talk.Answers {
	a := talk.Answers{}
	if id, err := directory.ParseShort(arg); err == nil {
		groupID.Set(a, id)
	}
	return a
}

// group is one group: how it stands, who keeps it, and what can become of it.
func (o office) group() talk.Flow {
	return talk.Flow{Name: "group", Steps: []talk.Step{
		talk.Ask{Name: "group", Show: o.showGroup, Take: takeGroup},
		talk.YesNo{
			Name: "sure", Into: sure, Ask: func(_ context.Context, _ talk.Scene, a talk.Answers) (locales.Text, error) {
				return map[string]func() locales.Text{
					pauseGroup: locales.GroupsAskPause, resumeGroup: locales.GroupsAskResume, endGroup: locales.GroupsAskEnd,
				}[doing.Of(a)](), nil
			},
			Next: &talk.Branch{To: []string{"change", "group"}, Pick: func(a talk.Answers) string {
				if sure.Of(a) {
					return "change"
				}
				return "group"
			}},
		}.Step(),
		talk.Run{Name: "change", Do: o.changeGroup, Next: &talk.Branch{To: []string{"wait", "group"}, Pick: func(a talk.Answers) string {
			if doing.Of(a) == "" {
				return "group"
			}
			return "wait"
		}}},
		talk.Await{Name: "wait", Into: outcome}.Step(),
		talk.Ask{Name: "done", Show: o.showGroupDone, Take: stays, Next: talk.Goto(talk.End)},
	}}
}

func (o office) showGroup(ctx context.Context, _ talk.Scene, a talk.Answers) (talk.Screen, error) {
	g, err := o.dir.Organisation(ctx, groupID.Of(a))
	if errors.Is(err, directory.ErrNotFound) {
		return talk.Screen{Body: locales.ListingNoGroup(), Rows: [][]talk.Button{toGroups()}}, nil
	}
	if err != nil {
		return talk.Screen{}, err
	}
	standing, err := o.standing(ctx)
	if err != nil {
		return talk.Screen{}, err
	}
	wearers, err := o.desk.Wearers(ctx, string(g.ID))
	if err != nil {
		return talk.Screen{}, err
	}
	st := standing[g.ID]
	lines := []locales.Text{
		locales.GroupsPartListings(strconv.Itoa(st.Live), strconv.Itoa(st.Checked), strconv.Itoa(st.Stale), strconv.Itoa(st.Paused)),
		admins(wearers),
	}
	for _, s := range []string{g.Email, g.Website} {
		if s != "" {
			lines = append(lines, locales.Raw(s))
		}
	}
	return talk.Screen{
		Body: locales.Paragraphs(locales.Lines(locales.GroupsOne(), locales.CardPartName(locales.Own{English: g.Name})), locales.Lines(lines...)),
		Rows: groupRows(g, st),
	}, nil
}

// admins says who keeps a group's listings, by what they were called when they were
// invited.
func admins(all []people.Wearer) locales.Text {
	var names []locales.Text
	for _, w := range all {
		if w.Hat.Role == people.GroupAdmin {
			names = append(names, locales.Raw(w.Label))
		}
	}
	if len(names) == 0 {
		return locales.GroupsPartNoAdmin()
	}
	return locales.GroupsPartAdmins(locales.JoinList(names...))
}

func groupRows(g directory.Organisation, st directory.Standing) [][]talk.Button {
	short := g.ID.Short()
	rows := [][]talk.Button{
		{talk.Enter("listings", short, locales.GroupsButtonListings()), talk.Enter("team", short, locales.GroupsButtonPeople())},
		{talk.Enter("audit", groupAudit+short, locales.MenuButtonAudit())},
	}
	var change []talk.Button
	if st.Live > 0 {
		change = append(change, talk.Option(pauseGroup, locales.GroupsButtonPause()))
	}
	if st.Paused > 0 {
		change = append(change, talk.Option(resumeGroup, locales.GroupsButtonResume()))
	}
	if g.Community {
		change = append(change, talk.Option(endGroup, locales.GroupsButtonEnd()))
	}
	return append(rows, change)
}

func takeGroup(_ context.Context, e talk.Event, a talk.Answers) error {
	if c, ok := e.(talk.Chose); ok && slices.Contains([]string{pauseGroup, resumeGroup, endGroup}, c.Option) {
		doing.Set(a, c.Option)
		return nil
	}
	return &talk.Retry{Text: locales.TalkChooseOne()}
}

func toGroups() []talk.Button { return talk.Row(talk.Enter("groups", "", locales.MenuButtonGroups())) }

func (o office) showGroupDone(_ context.Context, _ talk.Scene, a talk.Answers) (talk.Screen, error) {
	rows := [][]talk.Button{talk.Row(talk.Enter("group", groupID.Of(a).Short(), locales.GroupsButtonGroup())), toGroups()}
	if !outcome.Of(a).OK {
		return talk.Screen{Body: locales.UpkeepNotSaved(), Rows: rows}, nil
	}
	return talk.Screen{Body: locales.GroupsDone(), Rows: rows}, nil
}
