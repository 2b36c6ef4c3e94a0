package group

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"strings"

	"signpost/bot/card"
	"signpost/bot/people"
	"signpost/bot/talk"
	"signpost/directory"
	"signpost/locales"
)

// onPage is how many listings, and how many groups, stand on a page.
const onPage = 8

// newOption is the choice that makes a new listing.
const newOption = "new"

var (
	groups     = talk.Answer[[]string]("groups") // the person's own; none for the office, which has all
	groupWord  = talk.Answer[string]("word")     // a part of a name that was typed
	groupTaken = talk.Answer[string]("taken")
	taken      = talk.Answer[string]("listing")
	listPage   = talk.Answer[int]("list.page")
)

// listings shows what a group shows.
func (k keeper) listings() talk.Flow {
	return talk.Flow{Name: "listings", Steps: []talk.Step{
		talk.Run{Name: "whose", Do: k.whose, Next: &talk.Branch{To: []string{"which", "list"}, Pick: func(a talk.Answers) string {
			if group.Of(a) == "" {
				return "which"
			}
			return "list"
		}}},
		talk.One{
			Name: "which", Ask: talk.Say(locales.ListingAskGroup), Options: k.groupChoices, Into: groupTaken, Page: onPage,
			Typed: k.groupTyped,
			Chosen: func(_ context.Context, id string, _ talk.Answers) error {
				return &talk.Open{Command: "listings", Arg: id}
			},
		}.Step(),
		talk.One{
			Name: "list", Ask: k.listed, Options: k.listChoices, Into: taken, Page: onPage, Pinned: 1,
			Chosen: func(_ context.Context, id string, a talk.Answers) error {
				if id == newOption {
					return &talk.Open{Command: "listing_new", Arg: group.Of(a).Short()}
				}
				return &talk.Open{Command: "listing", Arg: id}
			},
			Next: talk.Goto(talk.End),
		}.Step(),
	}}
}

// whose goes on with the one group of the person; who has several is asked.
func (k keeper) whose(_ context.Context, sc talk.Scene, a talk.Answers, _ *talk.Turn) error {
	if group.Of(a) != "" || sc.Person.May([]people.Role{people.Coordinator}, "") {
		return nil
	}
	own := sc.Person.Groups(people.GroupAdmin)
	if len(own) == 1 {
		return &talk.Open{Command: "listings", Arg: directory.ID(own[0]).Short()}
	}
	groups.Set(a, own)
	return nil
}

// groupChoices are the groups of the person, or all of them for the office.
func (k keeper) groupChoices(ctx context.Context, _ talk.Scene, a talk.Answers) ([]talk.Choice, error) {
	all, err := k.dir.Groups(ctx)
	if err != nil {
		return nil, err
	}
	own, some := groups.Get(a)
	var out []talk.Choice
	for _, o := range all {
		if some && !slices.Contains(own, string(o.ID)) || !holds(o.Name, groupWord.Of(a)) {
			continue
		}
		out = append(out, talk.Choice{ID: o.ID.Short(), Label: locales.Own{English: o.Name}.Text()})
	}
	return out, nil
}

func holds(name, word string) bool {
	return strings.Contains(strings.ToLower(name), strings.ToLower(word))
}

// groupTyped shows the groups whose name holds what was typed.
func (k keeper) groupTyped(ctx context.Context, said talk.Said, a talk.Answers) error {
	groupWord.Set(a, said.Text)
	found, err := k.groupChoices(ctx, talk.Scene{}, a)
	if err != nil {
		return err
	}
	if len(found) == 0 {
		return &talk.Retry{Text: locales.ListingNoGroup()}
	}
	return talk.Stay
}

// standing gives the listings of a group, those that want to be looked at first.
func (k keeper) standing(ctx context.Context, a talk.Answers) ([]*directory.Service, desk, error) {
	all, err := k.dir.ServicesOf(ctx, group.Of(a))
	if err != nil {
		return nil, desk{}, err
	}
	d, err := k.readDesk(ctx, string(group.Of(a)))
	if err != nil {
		return nil, desk{}, err
	}
	all = slices.Clone(all)
	slices.SortStableFunc(all, func(x, y *directory.Service) int { return cmp.Compare(d.rank(y), d.rank(x)) })
	return all, d, nil
}

// listed words the listings of the page, each with what is the matter with it.
func (k keeper) listed(ctx context.Context, _ talk.Scene, a talk.Answers) (locales.Text, error) {
	all, d, err := k.standing(ctx, a)
	if err != nil {
		return locales.Text{}, err
	}
	intro := locales.ListingList()
	if len(all) == 0 {
		intro = locales.ListingListEmpty()
	}
	o, err := k.dir.Organisation(ctx, group.Of(a))
	if err != nil {
		return locales.Text{}, err
	}
	parts := []locales.Text{locales.Lines(intro, locales.CardPartName(locales.Own{English: o.Name})), d.news()}
	page := talk.Paged(len(all), listPage.Of(a), onPage)
	for i, s := range all[page.From:page.To] {
		parts = append(parts, locales.Lines(locales.ListingPartLine(strconv.Itoa(page.From+i+1), card.Name(s)), d.why(s)))
	}
	return locales.Paragraphs(parts...), nil
}

func (k keeper) listChoices(ctx context.Context, _ talk.Scene, a talk.Answers) ([]talk.Choice, error) {
	all, _, err := k.standing(ctx, a)
	if err != nil {
		return nil, err
	}
	var out []talk.Choice
	for i, s := range all {
		out = append(out, talk.Choice{ID: s.ID.Short(), Label: card.Title(i+1, s)})
	}
	return append(out, talk.Choice{ID: newOption, Label: locales.ListingButtonNew()}), nil
}
