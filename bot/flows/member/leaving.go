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

// forget deletes everything in two taps and asks for no reason.
func (m member) forget() talk.Flow {
	return talk.Flow{Name: "forget", Steps: []talk.Step{
		talk.YesNo{
			Name: "sure", Ask: talk.Say(locales.ForgetAsk), Yes: locales.ForgetButtonYes(), Into: forgetSure,
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
		talk.Ask{Name: "privacy", Take: m.takeMenu, Show: func(_ context.Context, sc talk.Scene, _ talk.Answers) (talk.Screen, error) {
			door := locales.PrivacyPartWeb()
			if sc.Door == "telegram" {
				door = locales.PrivacyPartTelegram()
			}
			body := locales.Paragraphs(
				locales.PrivacyIntro(),
				locales.PrivacyPartPeople(),
				door,
				locales.PrivacyPartKeep(),
				locales.PrivacyPartCounts(),
				locales.PrivacyPartRights("/forget", "/hide"),
				locales.PrivacyPartController(),
			)
			rows := [][]talk.Button{{
				talk.Enter("hide", "", locales.ButtonHide()),
				talk.Enter("forget", "", locales.CommandForget()),
			}}
			return talk.Screen{Body: body, Rows: rows}, nil
		}},
	}}
}

// help lists what one can type. Only commands that a member may use stand there.
func (m member) help() talk.Flow {
	return talk.Flow{Name: "help", Steps: []talk.Step{
		talk.Ask{Name: "help", Take: m.takeMenu, Show: func(context.Context, talk.Scene, talk.Answers) (talk.Screen, error) {
			lines := []locales.Text{locales.HelpIntro()}
			for _, e := range Flows(m.dir, m.area) {
				if !e.Help.IsZero() {
					lines = append(lines, locales.HelpPartLine(e.Command, e.Help))
				}
			}
			return talk.Screen{Body: locales.Lines(lines...)}, nil
		}},
	}}
}
