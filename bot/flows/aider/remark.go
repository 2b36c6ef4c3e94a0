package aider

import (
	"context"

	"signpost/bot/sessionlog"
	"signpost/bot/talk"
	"signpost/locales"
)

// refusals say what must be left out of a remark. They never repeat it.
var refusals = map[sessionlog.Refusal]func() locales.Text{
	sessionlog.RefusedEmpty:    locales.RemarkEmpty,
	sessionlog.RefusedLong:     locales.RemarkLong,
	sessionlog.RefusedEmail:    locales.RemarkEmail,
	sessionlog.RefusedPhone:    locales.RemarkPhone,
	sessionlog.RefusedBirthday: locales.RemarkBirthday,
	sessionlog.RefusedAddress:  locales.RemarkAddress,
	sessionlog.RefusedName:     locales.RemarkName,
	sessionlog.RefusedPerson:   locales.RemarkPerson,
	sessionlog.RefusedScript:   locales.RemarkScript,
}

// askRemark asks for a remark about the room and the materials. One that may speak
// of a person is not kept.
func askRemark() talk.Ask {
	return saves(talk.One{
		Name: "remark", Ask: keptSoFar(locales.LogAskRemark), Into: answered, Next: to("keep", "save"),
		Options: func(_ context.Context, _ talk.Scene, a talk.Answers) ([]talk.Choice, error) {
			if current.Of(a).Remark == "" {
				return nil, nil
			}
			return []talk.Choice{{ID: "clear", Label: locales.LogButtonNoRemark()}}, nil
		},
		Chosen: func(_ context.Context, _ string, a talk.Answers) error { return setRemark(a, "") },
		Typed: func(_ context.Context, said talk.Said, a talk.Answers) error {
			clean, refused := sessionlog.Remark(said.Text)
			if refused != "" {
				return &talk.Retry{Text: refusals[refused]()}
			}
			return setRemark(a, clean)
		},
	}.Step())
}

func setRemark(a talk.Answers, remark string) error {
	log := current.Of(a)
	log.Remark = remark
	return keeping(a, log)
}
