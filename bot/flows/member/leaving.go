package member

import (
	"context"

	"signpost/bot/people"
	"signpost/bot/talk"
	"signpost/locales"
)

// hide clears the chat at once, without a question: somebody may be coming in.
func (m member) hide() talk.Flow {
	return talk.Flow{Name: "hide", Steps: []talk.Step{
		talk.Run{Name: "clear", Do: func(_ context.Context, _ talk.Scene, _ talk.Answers, t *talk.Turn) error {
			t.Do = append(t.Do, people.Hide{})
			return nil
		}},
		talk.Ask{Name: "cleared", Take: m.takeMenu, Show: func(_ context.Context, sc talk.Scene, _ talk.Answers) (talk.Screen, error) {
			if sc.Door == "telegram" {
				return talk.Screen{Body: locales.HideDone()}, nil
			}
			return talk.Screen{Body: locales.HideDoneAll()}, nil
		}},
	}}
}

var forgetSure = talk.Answer[bool]("sure")

// askForget says too what becomes of somebody's hats.
func askForget(_ context.Context, sc talk.Scene, _ talk.Answers) (locales.Text, error) {
	if sc.Person.Staff() {
		return locales.Paragraphs(locales.ForgetAsk(), locales.ForgetPartStaff()), nil
	}
	return locales.ForgetAsk(), nil
}

// forget deletes everything in two taps and asks for no reason. Who asked for it long
// ago, while the bot was down, is not asked back: nobody may be there any more to say
// yes, and the question would tell whoever holds the phone. One who would lose a part
// in the house by it is, without a sound, since that can't be undone.
func (m member) forget() talk.Flow {
	return talk.Flow{Name: "forget", Steps: []talk.Step{
		talk.Run{
			Name: "late", Do: func(_ context.Context, sc talk.Scene, a talk.Answers, _ *talk.Turn) error {
				forgetSure.Set(a, sc.Late && !sc.Person.Staff())
				return nil
			},
			Next: &talk.Branch{To: []string{"delete", "sure"}, Pick: func(a talk.Answers) string {
				if forgetSure.Of(a) {
					return "delete"
				}
				return "sure"
			}},
		},
		talk.YesNo{
			Name: "sure", Ask: askForget, Yes: locales.ForgetButtonYes(), Into: forgetSure,
			Next: &talk.Branch{To: []string{"delete", talk.End}, Pick: func(a talk.Answers) string {
				if forgetSure.Of(a) {
					return "delete"
				}
				return talk.End
			}},
		}.Step(),
		talk.Run{Name: "delete", Do: func(_ context.Context, _ talk.Scene, _ talk.Answers, t *talk.Turn) error {
			t.Do = append(t.Do, people.Hide{}, people.Forget{})
			return nil
		}},
		talk.Ask{Name: "deleted", Take: m.takeMenu, Show: func(context.Context, talk.Scene, talk.Answers) (talk.Screen, error) {
			return talk.Screen{Body: locales.ForgetDone()}, nil
		}},
	}}
}

// privacy says who can read this and what is kept.
func (m member) privacy() talk.Flow {
	return talk.Flow{Name: "privacy", Steps: []talk.Step{
		talk.Ask{Name: "privacy", Take: m.takePrivacy, Show: func(_ context.Context, sc talk.Scene, _ talk.Answers) (talk.Screen, error) {
			door := locales.PrivacyPartWeb()
			if sc.Door == "telegram" {
				door = locales.PrivacyPartTelegram()
			}
			body := locales.Paragraphs(
				locales.PrivacyIntro(),
				locales.PrivacyPartPeople(),
				locales.PrivacyPartListens(locales.ButtonUrgent()),
				door,
				locales.PrivacyPartKeep(),
				locales.PrivacyPartCounts(),
				locales.PrivacyPartRights("/forget", "/hide"),
				m.controller(),
			)
			rows := talk.Column(
				talk.Option("hold", locales.PrivacyButtonHold()),
				talk.Enter("hide", "", locales.ButtonHide()),
				talk.Enter("forget", "", locales.CommandForget()),
			)
			return talk.Screen{Body: body, Rows: rows}, nil
		}},
		talk.Ask{Name: "hold", Take: m.takeMenu, Show: showHold},
	}}
}

// controller says who answers for it, or that nobody does yet.
func (m member) controller() locales.Text {
	if m.area.Controller == "" {
		return locales.PrivacyPartController()
	}
	return locales.PrivacyPartControllerNamed(m.area.Controller)
}

func (m member) takePrivacy(ctx context.Context, e talk.Event, a talk.Answers) error {
	if c, ok := e.(talk.Chose); ok && c.Option == "hold" {
		return nil
	}
	return m.takeMenu(ctx, e, a)
}

// showHold tells what is held of this chat.
func showHold(_ context.Context, sc talk.Scene, _ talk.Answers) (talk.Screen, error) {
	name := locales.PrivacyPartHoldName()
	if sc.Person.ID != "" {
		name = locales.PrivacyPartHoldStaff()
	}
	lines := []locales.Text{locales.PrivacyHold(), name}
	if sc.Person.May([]people.Role{people.FirstAider, people.GroupAdmin}, "") {
		lines = append(lines, locales.PrivacyPartHoldSessions())
	}
	var answers []locales.Text
	if len(needIDs(sc.Held)) > 0 {
		answers = append(answers, needsSaid(sc.Held))
	}
	if _, ok := where.Get(sc.Held); ok {
		answers = append(answers, whereSaid(sc.Held))
	}
	if w := who.Of(sc.Held); w != "" && w != whoAny {
		answers = append(answers, whoSaid(sc.Held))
	}
	if len(answers) > 0 {
		lines = append(lines, locales.PrivacyPartHoldAnswers(locales.Join(" · ", answers...)))
	} else {
		lines = append(lines, locales.PrivacyPartHoldNoAnswers())
	}
	if l, ok := locales.Find(sc.Remembered); ok {
		lines = append(lines, locales.PrivacyPartHoldLanguage(l.Own))
	} else {
		lines = append(lines, locales.PrivacyPartHoldNoLanguage())
	}
	if sc.Abilities.Deletes {
		lines = append(lines, locales.PrivacyPartHoldMessages())
	}
	rows := talk.Column(talk.Enter("forget", "", locales.CommandForget()))
	return talk.Screen{Body: locales.Paragraphs(lines...), Rows: rows}, nil
}

// help lists what one can type: the commands that the person may use.
func (m member) help() talk.Flow {
	return talk.Flow{Name: "help", Steps: []talk.Step{
		talk.Ask{Name: "help", Take: m.takeMenu, Show: func(_ context.Context, sc talk.Scene, _ talk.Answers) (talk.Screen, error) {
			lines := []locales.Text{locales.HelpIntro()}
			for _, e := range m.staff.Commands(sc.Person) {
				lines = append(lines, locales.HelpPartLine(e.Command, e.Help))
			}
			return talk.Screen{Body: locales.Lines(lines...)}, nil
		}},
	}}
}
