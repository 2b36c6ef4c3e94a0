package member

import (
	"context"

	"signpost/bot/counts"
	"signpost/bot/talk"
	"signpost/directory"
	"signpost/locales"
)

var (
	guidePage   = talk.Answer[string]("page")
	guideDirect = talk.Answer[bool]("direct")
)

// pages are the short pages, in the order of the list. body is nil for those
// that show English beside the reader's language.
var pages = []struct {
	id     string
	button func() locales.Text
	body   func() locales.Text
}{
	{"dropin", locales.GuideButtonDropin, locales.GuidePartDropin},
	{"phone", locales.GuideButtonPhone, nil},
	{"nhs111", locales.GuideButtonNhs111, nil},
	{"doctor", locales.GuideButtonDoctor, locales.GuidePartDoctor},
	{"therapy", locales.GuideButtonTherapy, locales.GuidePartTherapy},
	{"interpreter", locales.GuideButtonInterpreter, locales.GuidePartInterpreter},
	{"reception", locales.GuideButtonReception, nil},
	{"who_knows", locales.GuideButtonWhoKnows, locales.GuidePartWhoKnows},
	{"cost", locales.GuideButtonCost, locales.GuidePartCost},
	{"raise", locales.GuideButtonRaise, locales.GuidePartRaise},
}

// beginGuide opens a page at once where one is named.
func beginGuide(arg string, _ talk.Scene) talk.Answers {
	a := talk.Answers{}
	for _, p := range pages {
		if p.id == arg {
			guidePage.Set(a, arg)
			guideDirect.Set(a, true)
		}
	}
	return a
}

// guide are short pages about how things work, laid over what was open.
func (m member) guide() talk.Flow {
	return talk.Flow{Name: "guide", Steps: []talk.Step{
		talk.Run{Name: "which", Do: nothing, Next: &talk.Branch{
			To: []string{"pages", "opened"}, Pick: func(a talk.Answers) string {
				if guideDirect.Of(a) {
					return "opened"
				}
				return "pages"
			},
		}},
		talk.One{
			Name: "pages", Ask: talk.Say(locales.GuideIntro), Into: guidePage, Typed: m.takeSaid,
			Options: func(context.Context, talk.Scene, talk.Answers) ([]talk.Choice, error) {
				var c []talk.Choice
				for _, p := range pages {
					c = append(c, talk.Choice{ID: p.id, Label: p.button()})
				}
				return c, nil
			},
		}.Step(),
		talk.Run{Name: "opened", Do: func(_ context.Context, _ talk.Scene, a talk.Answers, t *talk.Turn) error {
			t.Count = append(t.Count, counts.Entry{Kind: counts.GuideOpened, Outcome: guidePage.Of(a)})
			return nil
		}},
		talk.Ask{Name: "page", Show: m.showPage, Take: m.takeMenu},
	}}
}

func nothing(context.Context, talk.Scene, talk.Answers, *talk.Turn) error { return nil }

func (m member) showPage(_ context.Context, sc talk.Scene, a talk.Answers) (talk.Screen, error) {
	spoken := spokenBy(sc.Language)
	rows := [][]talk.Button{{talk.Enter("guide", "", locales.MenuButtonGuide())}}
	switch id := guidePage.Of(a); id {
	case "phone":
		return talk.Screen{Body: phrases(sc.Language, spoken), Rows: rows}, nil
	case "reception":
		return talk.Screen{Body: reception(sc.Language, spoken), Keep: true, Rows: rows}, nil
	case "nhs111":
		say := locales.In(locales.Source, sayAt111(spoken))
		return talk.Screen{Body: locales.Lines(locales.GuideHead(), locales.GuidePartNhs111(say)), Rows: rows}, nil
	default:
		for _, p := range pages {
			if p.id == id {
				return talk.Screen{Body: locales.Lines(locales.GuideHead(), p.body()), Rows: rows}, nil
			}
		}
		return talk.Screen{Body: locales.GuideIntro(), Rows: rows}, nil
	}
}

// spokenBy is the language that most people who read an interface language
// speak; "" for English, which tells nothing.
func spokenBy(tag string) directory.Spoken {
	if tag == locales.Source {
		return ""
	}
	for _, l := range directory.Languages() {
		if l.Read == tag {
			return l.Tag
		}
	}
	return ""
}

func sayAt111(spoken directory.Spoken) locales.Text {
	if spoken == "" {
		return locales.GuidePartSay111Any()
	}
	return locales.GuidePartSay111(locales.SpokenName(string(spoken)))
}

func sayInterpreter(spoken directory.Spoken) locales.Text {
	if spoken == "" {
		return locales.GuidePartSayInterpreterAny()
	}
	return locales.GuidePartSayInterpreter(locales.SpokenName(string(spoken)))
}

// phrases are sentences to read out on the phone, in English with the reader's
// language below.
func phrases(language string, spoken directory.Spoken) locales.Text {
	parts := []locales.Text{locales.GuidePhone()}
	for _, say := range []locales.Text{
		sayInterpreter(spoken), locales.GuidePartSaySlow(), locales.GuidePartSayTalk(), locales.GuidePartSayCome(),
		locales.GuidePartSayWho(), locales.GuidePartSayWoman(), locales.GuidePartSayCost(),
	} {
		parts = append(parts, both(language, say))
	}
	return locales.Paragraphs(parts...)
}

// both is a sentence in English, with the reader's language below it where that
// is another.
func both(language string, say locales.Text) locales.Text {
	english := locales.GuidePartEnglish(locales.In(locales.Source, say))
	if language == locales.Source {
		return english
	}
	return locales.Lines(english, say)
}

// reception is a screen for the person at a desk: English first, then what it says.
func reception(language string, spoken directory.Spoken) locales.Text {
	say := []locales.Text{sayInterpreter(spoken), locales.GuidePartSayFree(), locales.GuidePartSayPrivate()}
	parts := []locales.Text{locales.GuideReception()}
	for _, s := range say {
		parts = append(parts, locales.GuidePartEnglish(locales.In(locales.Source, s)))
	}
	if language != locales.Source {
		parts = append(parts, locales.Lines(append([]locales.Text{locales.GuidePartSame()}, say...)...))
	}
	return locales.Paragraphs(parts...)
}
