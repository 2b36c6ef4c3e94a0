package member

import (
	"context"
	"slices"

	"signpost/bot/talk"
	"signpost/directory"
	"signpost/locales"
)

// plainNeeds are the eight words people say first, and the needs behind them.
var plainNeeds = []struct {
	id    string
	label func() locales.Text
	needs []directory.Need
}{
	{"worry", locales.FindButtonWorry, []directory.Need{directory.Anxiety, directory.Sleep, directory.Stress}},
	{"low", locales.FindButtonLow, []directory.Need{directory.LowMood}},
	{"lonely", locales.FindButtonLonely, []directory.Need{directory.Loneliness}},
	{"body", locales.FindButtonBody, []directory.Need{directory.BodyAches}},
	{"family", locales.FindButtonFamily, []directory.Need{directory.Relationships}},
	{"loss", locales.FindButtonLoss, []directory.Need{directory.Bereavement}},
	{"papers", locales.FindButtonMoney, []directory.Need{directory.Money, directory.Housing, directory.Asylum}},
	{"talk", locales.FindButtonTalk, []directory.Need{directory.JustTalk}},
}

// severalNeeds is the answer of who has more than one thing to talk about.
const severalNeeds = "several"

func (m member) askNeed() talk.Ask {
	return talk.One{
		Name: "need",
		Ask: func(_ context.Context, _ talk.Scene, a talk.Answers) (locales.Text, error) {
			var near locales.Text
			if p, said := where.Get(a); said {
				near = locales.FindNear(p.Name)
			}
			if someone.Of(a) {
				return locales.Lines(near, locales.FindAskNeedSomeone()), nil
			}
			return locales.Lines(near, locales.FindAskNeed()), nil
		},
		Options: func(context.Context, talk.Scene, talk.Answers) ([]talk.Choice, error) {
			return append(needChoices(), talk.Choice{ID: severalNeeds, Label: locales.FindButtonSeveral()}), nil
		},
		Page: len(plainNeeds), Into: need, Skip: locales.ButtonSkip(), Pinned: 1,
		Typed: m.takeNeed,
		Chosen: func(_ context.Context, id string, a talk.Answers) error {
			if id != severalNeeds {
				needsTicked.Clear(a)
			}
			return nil
		},
		Next: &talk.Branch{To: []string{"heard", "needs", "where", "who", "look"}, Pick: func(a talk.Answers) string {
			if len(heardNeeds.Of(a)) > 0 {
				return "heard"
			}
			if need.Of(a) == severalNeeds {
				return "needs"
			}
			return afterNeed(a)
		}},
	}.Step()
}

// needChoices are the eight plain words, then every need they don't name.
func needChoices() []talk.Choice {
	var c []talk.Choice
	named := map[directory.Need]bool{}
	for _, p := range plainNeeds {
		c = append(c, talk.Choice{ID: p.id, Label: p.label()})
		for _, n := range p.needs {
			named[n] = true
		}
	}
	for _, n := range directory.Needs() {
		if !named[n] {
			c = append(c, talk.Choice{ID: string(n), Label: locales.NeedName(string(n)).Capital()})
		}
	}
	return c
}

// maxNeeds is how many things one can ask for at once.
const maxNeeds = 3

// askNeeds is for who has more than one thing to talk about.
func (m member) askNeeds() talk.Ask {
	return talk.Several{
		Name: "needs", Into: needsTicked, Max: maxNeeds, Page: len(plainNeeds), Done: locales.ButtonGoOn(),
		Ask:     talk.Say(func() locales.Text { return locales.FindAskNeeds(locales.ButtonGoOn()) }),
		Options: func(context.Context, talk.Scene, talk.Answers) ([]talk.Choice, error) { return needChoices(), nil },
		Next:    &talk.Branch{To: []string{"where", "who", "look"}, Pick: afterNeed},
	}.Step()
}

func plainNeed(id string) []directory.Need {
	i := slices.IndexFunc(plainNeeds, func(p struct {
		id    string
		label func() locales.Text
		needs []directory.Need
	},
	) bool {
		return p.id == id
	})
	if i < 0 {
		return nil
	}
	return plainNeeds[i].needs
}
