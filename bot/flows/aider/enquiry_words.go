package aider

import (
	"context"
	"time"

	"signpost/bot/card"
	"signpost/bot/sessionlog"
	"signpost/bot/talk"
	"signpost/directory"
	"signpost/locales"
)

func interpreterWords(i sessionlog.Interpreter) locales.Text {
	switch i {
	case sessionlog.Offered:
		return locales.EnquiryPartOffered()
	case sessionlog.WhenAsked:
		return locales.EnquiryPartWhenAsked()
	case sessionlog.NotOffered:
		return locales.EnquiryPartNotOffered()
	}
	return locales.EnquiryPartNotNeeded()
}

func waitWords(w sessionlog.Wait) locales.Text {
	switch w {
	case sessionlog.WaitNone:
		return locales.EnquiryPartSameDay()
	case sessionlog.WaitWeek:
		return locales.EnquiryPartWeek()
	case sessionlog.WaitMonth:
		return locales.EnquiryPartMonthLong()
	case sessionlog.WaitQuarter:
		return locales.EnquiryPartQuarter()
	case sessionlog.WaitLonger:
		return locales.EnquiryPartLonger()
	}
	return locales.EnquiryPartNotSaid()
}

func reachedWords(r sessionlog.Reached) locales.Text {
	switch r {
	case sessionlog.GotHelp:
		return locales.EnquiryPartHelp()
	case sessionlog.OnList:
		return locales.EnquiryPartList()
	case sessionlog.SentOn:
		return locales.EnquiryPartSentOn()
	case sessionlog.TurnedAway:
		return locales.EnquiryPartRefused()
	}
	return locales.EnquiryPartNobody()
}

func replyWords(r sessionlog.Reply) locales.Text {
	switch r {
	case sessionlog.ReplyMended:
		return locales.EnquiryPartMended()
	case sessionlog.ReplyLooks:
		return locales.EnquiryPartLooks()
	case sessionlog.ReplyDiffer:
		return locales.EnquiryPartDiffer()
	}
	return locales.EnquiryPartThanks()
}

// checkWords is what was told of an enquiry, but for the service and the day.
func checkWords(c sessionlog.Check) locales.Text {
	lines := []locales.Text{
		locales.EnquiryPartLanguage(locales.SpokenName(string(c.Language)).Capital()),
		locales.EnquiryPartInterpreter(interpreterWords(c.Interpreter)),
		locales.EnquiryPartOutcome(reachedWords(c.Reached)),
	}
	if c.Wait != sessionlog.WaitNotSaid || c.Reached == sessionlog.GotHelp || c.Reached == sessionlog.OnList {
		lines = append(lines, locales.EnquiryPartWait(waitWords(c.Wait)))
	}
	if c.Reply != "" {
		lines = append(lines, locales.EnquiryPartReply(replyWords(c.Reply)))
	}
	return locales.Lines(lines...)
}

// checkMonth is when an enquiry was, for those whom it could lead to a person: the
// service may remember who rang on a day.
func checkMonth(d directory.Date) locales.Text {
	at, err := time.Parse(time.DateOnly, string(d))
	if err != nil {
		return locales.Text{}
	}
	return locales.MonthOfYear(at.Year(), at.Month())
}

// serviceWords words a question about the service of a conversation.
func (q enquiries) serviceWords(t func(locales.Own) locales.Text) talk.Words {
	return func(ctx context.Context, _ talk.Scene, a talk.Answers) (locales.Text, error) {
		s, err := q.service(ctx, enquiryCheck.Of(a).Service)
		if err != nil || s == nil {
			return locales.EnquiryGone(), err
		}
		return t(card.Name(s)), nil
	}
}
