package member

import (
	"signpost/bot/talk"
	"signpost/locales"
)

// Numbers that are shown before anyone has signed them off, and nothing else.
// They are compiled in, so that they answer without a database.
const (
	emergency  = "999"
	nhs111     = "111"
	samaritans = "116 123"
	shoutWord  = "SHOUT"
	shout      = "85258"
	childline  = "0800 1111"
	abuse      = "0808 2000 247"
)

// Urgent is the card with the numbers. It needs the language and no file. In a
// language that no speaker has checked it stands together with English.
func Urgent(sc talk.Scene) talk.Message {
	body := urgentText()
	if locales.IsDraft(sc.Language) {
		body = locales.Paragraphs(body, locales.TalkDraftLanguage(), locales.In(locales.Source, urgentText()))
	}
	return talk.Message{
		Body: body,
		Rows: talk.Keys([][]talk.Button{
			{talk.Standing("go_on", "", locales.UrgentButtonGoOn())},
			{talk.Standing("hide", "", locales.UrgentButtonHide()), talk.Standing("language", "", locales.ButtonLanguage())},
		}),
	}
}

// urgentText has each number on a line of its own, with the language it answers in.
func urgentText() locales.Text {
	line := func(above locales.Text, number string, beside locales.Text) locales.Text {
		return locales.Lines(above, locales.Join(" ", locales.UrgentPartNumber(locales.Phone(number)), beside))
	}
	english := locales.UrgentPartInEnglish()
	return locales.Paragraphs(
		locales.UrgentIntro(),
		line(locales.UrgentPartDanger(), emergency, locales.UrgentPart999()),
		line(locales.UrgentPart111(), nhs111, locales.UrgentPart111Language()),
		line(locales.UrgentPartSamaritans(), samaritans, english),
		locales.Lines(locales.UrgentPartShout(shoutWord), locales.Join(" ", locales.UrgentPartNumber(locales.TextNumber(shout)), english)),
		line(locales.UrgentPartAbuse(), abuse, english),
		line(locales.UrgentPartChildline(), childline, english),
	)
}
