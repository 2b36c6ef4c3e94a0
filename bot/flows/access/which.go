package access

import (
	"context"
	"fmt"
	"slices"

	"signpost/bot/people"
	"signpost/bot/talk"
	"signpost/directory"
	"signpost/locales"
)

const onPage = 8 // groups or people on a page

var (
	allGroups = talk.Answer[bool]("all")      // every group may be chosen, and the office
	ownGroups = talk.Answer[[]string]("own")  // those of whoever asks
	oneGroup  = talk.Answer[string]("chosen") // the one they chose
)

// people asks whose people somebody wants to see, when there is a choice.
func (r *room) people() talk.Flow {
	return talk.Flow{Name: "people", Steps: []talk.Step{
		talk.Run{Name: "whose", Do: func(_ context.Context, sc talk.Scene, a talk.Answers, _ *talk.Turn) error {
			own := sc.Person.Groups(people.GroupAdmin)
			if sc.Person.May(office, "") {
				allGroups.Set(a, true)
			} else if len(own) == 1 {
				return &talk.Open{Command: "team", Arg: directory.ID(own[0]).Short()}
			}
			ownGroups.Set(a, own)
			return nil
		}},
		talk.One{
			Name: "group", Ask: talk.Say(locales.PeopleAskGroup), Options: r.groups, Into: oneGroup, Page: onPage,
			Chosen: func(_ context.Context, id string, _ talk.Answers) error {
				if id == theOffice {
					return &talk.Open{Command: "coordinators"}
				}
				return &talk.Open{Command: "team", Arg: id}
			},
		}.Step(),
	}}
}

// groups are those to choose from, by their short ids.
func (r *room) groups(ctx context.Context, _ talk.Scene, a talk.Answers) ([]talk.Choice, error) {
	all, err := r.dir.Groups(ctx)
	if err != nil {
		return nil, fmt.Errorf("reading the groups: %w", err)
	}
	var out []talk.Choice
	own := ownGroups.Of(a)
	if allGroups.Of(a) {
		out = append(out, talk.Choice{ID: theOffice, Label: locales.PeopleOffice()})
	}
	for _, o := range all {
		if allGroups.Of(a) || slices.Contains(own, string(o.ID)) {
			out = append(out, talk.Choice{ID: o.ID.Short(), Label: locales.Raw(o.Name)})
		}
	}
	return out, nil
}

// who is another word for people.
func (r *room) who() talk.Flow {
	return talk.Flow{Name: "who", Steps: []talk.Step{
		talk.Run{Name: "on", Do: func(context.Context, talk.Scene, talk.Answers, *talk.Turn) error {
			return &talk.Open{Command: "people"}
		}},
	}}
}
