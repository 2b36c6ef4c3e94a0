package member

import (
	"context"

	"signpost/bot/talk"
	"signpost/directory"
	"signpost/locales"
)

// changing says that one answer is being changed: the way then leads straight
// back to the results.
var (
	changing     = talk.Answer[bool]("changing")
	changeButton = talk.Answer[string]("change_button")
)

// change offers the answers so far, to change any of them.
func (m member) change() talk.Ask {
	return talk.One{
		Name: "change", Ask: talk.Say(locales.ResultsAskChange), Into: changeButton,
		Options: func(_ context.Context, _ talk.Scene, a talk.Answers) ([]talk.Choice, error) {
			return []talk.Choice{
				{ID: "need", Label: locales.ResultsButtonChangeNeed(needsSaid(a))},
				{ID: "where", Label: locales.ResultsButtonChangeWhere(whereSaid(a))},
				{ID: "who", Label: locales.ResultsButtonChangeWho(whoSaid(a))},
			}, nil
		},
		Extra: talk.Column(
			talk.Enter("find", forMe, locales.MenuButtonMe()),
			talk.Enter("find", forSomeone, locales.MenuButtonSomeone()),
		),
		Chosen: func(_ context.Context, _ string, a talk.Answers) error {
			changing.Set(a, true)
			return nil
		},
		Next: &talk.Branch{To: []string{"need", "where", "who"}, Pick: changeButton.Of},
	}.Step()
}

// needsSaid words what it is about.
func needsSaid(a talk.Answers) locales.Text {
	var said []locales.Text
	for _, id := range needIDs(a) {
		said = append(said, needLabel(id))
	}
	if len(said) == 0 {
		return locales.ResultsPartAnything()
	}
	return locales.JoinList(said...)
}

// whereSaid words the place.
func whereSaid(a talk.Answers) locales.Text {
	if p, ok := where.Get(a); ok && p.Name != "" {
		return locales.Raw(p.Name)
	}
	return locales.FindButtonAnywhere()
}

// whoSaid words who would be easier to talk to.
func whoSaid(a talk.Answers) locales.Text {
	switch who.Of(a) {
	case whoCommunity:
		var names []locales.Text
		for _, id := range communities.Of(a) {
			if id != onlyThese {
				names = append(names, locales.CommunityName(id))
			}
		}
		if len(names) > 0 {
			return locales.JoinList(names...)
		}
	case whoOutside:
		return locales.FindButtonOutside()
	case whoUnseen:
		return locales.FindButtonUnseen()
	}
	return locales.ResultsPartAnything()
}

// needLabel words a need as the buttons do.
func needLabel(id string) locales.Text {
	for _, p := range plainNeeds {
		if p.id == id {
			return p.label()
		}
	}
	return locales.NeedName(id)
}

// needIDs are the needs that were pressed: one, or several.
func needIDs(a talk.Answers) []string {
	if id := need.Of(a); id != "" && id != severalNeeds {
		return []string{id}
	}
	return needsTicked.Of(a)
}

// asked are the needs behind what was pressed.
func asked(a talk.Answers) []directory.Need {
	var all []directory.Need
	for _, id := range needIDs(a) {
		if behind := plainNeed(id); behind != nil {
			all = append(all, behind...)
		} else {
			all = append(all, directory.Need(id))
		}
	}
	return all
}
